"""A case without inline marks: slides and notes show plain words (主[.要.] gives 主要)."""

from __future__ import annotations

from typing import TypeVar

from casepress.records import BaseModel
from casepress.records.walk import texts_in
from casepress.typeset.inline import plain_text

Model = TypeVar("Model", bound=BaseModel)
_SOFT_HYPHEN = "\u00ad"
"""Asks the composer for a break; a presentation viewer may show it as a hyphen."""
_MARKS = ("[", "{", "\\", _SOFT_HYPHEN)


def without_marks(record: Model) -> Model:
    """Return the record with its texts freed of inline marks and soft hyphens."""
    words = "\n".join(texts_in(record))
    return _without(record) if any(mark in words for mark in _MARKS) else record


def _without(record: Model) -> Model:
    return record.model_copy(
        update={name: _plain(getattr(record, name)) for name in type(record).model_fields}
    )


def _plain(value: object) -> object:
    if isinstance(value, str):
        if any(mark in value for mark in _MARKS):
            return plain_text(value).replace(_SOFT_HYPHEN, "")
        return value
    if isinstance(value, BaseModel):
        return _without(value)
    if isinstance(value, tuple):
        return tuple(_plain(item) for item in value)
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value
