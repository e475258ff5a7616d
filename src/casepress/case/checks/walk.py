"""Every text of a case with its path, and how long a text is in print."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any, Final

from casepress.case.model import Case
from casepress.records import BaseModel


def texts(case: Case) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of every text that is not empty, in the order of the model."""
    yield from _texts(case, "")


_PROSE: Final = re.compile(
    r"summary\.text|background\.text|(?:practices\[\d+\]|results|lessons)\.lead"
    r"|(?:practices\[\d+\]\.measures|results\.items|lessons\.items)\[\d+\]\.text"
)


def prose(case: Case) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of the article's own running text: no titles, no words for slides."""
    for path, text in texts(case):
        if _PROSE.fullmatch(path):
            yield path, text


def _texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        if value:
            yield path, value
    elif isinstance(value, BaseModel):
        for name, info in type(value).model_fields.items():
            key = info.alias or name
            yield from _texts(getattr(value, name), f"{path}.{key}" if path else key)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, f"{path}[{index}]")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, f"{path}.{key}" if path else key)


def ems(text: str) -> float:
    """Return the length of a text in ems: full-width characters one, others a half."""
    return sum(
        1.0 if unicodedata.east_asian_width(char) in ("W", "F", "A") else 0.5
        for char in text
        if char not in "|｜\n"
    )
