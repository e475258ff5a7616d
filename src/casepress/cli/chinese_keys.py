"""The Chinese name of a key, found by walking the model of the case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

from casepress.case.model import Case
from casepress.records import BaseModel
from casepress.source.names import names_of, unwrapped


def chinese(path: Sequence[str]) -> str:
    """Return the Chinese name of the key at *path*, such as ("practices", "title").

    Args:
        path: canonical keys from the top of the case, list indices left out.
    """
    record: type[BaseModel] = Case
    for key in path[:-1]:
        record = _record(names_of(record).fields[key].annotation)
    return names_of(record).both(path[-1]) or path[-1]


def _record(annotation: Any) -> type[BaseModel]:
    """Return the record type of a field: itself, optional, or in a tuple."""
    kind = unwrapped(annotation)
    for part in (kind, *map(unwrapped, get_args(kind))):
        if isinstance(part, type) and issubclass(part, BaseModel):
            return part
    raise TypeError(f"{annotation} holds no record")
