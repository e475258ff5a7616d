"""The words for what may stand under a key, from the type of a field: for both reference pages."""

from __future__ import annotations

import types
from collections.abc import Callable
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from casepress.records import BaseModel

_PLAIN = {str: "文字", int: "整数", float: "数", bool: "`true`、`false`"}


def value_words(
    annotation: Any,
    *,
    several: Callable[[tuple[Any, ...]], str],
    named: Callable[[tuple[Any, ...]], str],
    record: str,
) -> str:
    """Say in Chinese what may stand under a key.

    Args:
        annotation: the type of the field; ``None`` among its alternatives is not mentioned.
        several: the words for a tuple with these parts.
        named: the words for a mapping with these parts.
        record: the words for a record.
    """
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin in (Annotated, Union, types.UnionType):
        inner = next(part for part in parts if part is not type(None))
        return value_words(inner, several=several, named=named, record=record)
    if origin is Literal:
        return "、".join(f"`{part}`" for part in parts)
    if origin is tuple:
        return several(parts)
    if origin is dict:
        return named(parts)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return record
    return _PLAIN.get(annotation, "文字")
