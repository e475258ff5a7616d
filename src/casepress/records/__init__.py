"""Typed, frozen records that cost nothing to import.

They are written like pydantic's models and mean the same; a type checker sees pydantic's own
classes. What differs is when pydantic is loaded. Importing it and building its schemas takes 130 ms
of a cold process, a sixth of a build of both files, so a record reads data that is plainly right by
itself (``checks``), and calls pydantic in for everything else: to say what is wrong, to read what
is written in an unusual way, to write a JSON Schema (``twin``). Whatever the quick way accepts
pydantic accepts too, with the same result; the tests compare them on made-up data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator
    from pydantic.fields import FieldInfo
else:
    from casepress.records.fields import (
        BeforeValidator,
        ConfigDict,
        Field,
        FieldInfo,
        field_validator,
    )
    from casepress.records.model import BaseModel

__all__ = [
    "BaseModel",
    "BeforeValidator",
    "ConfigDict",
    "Field",
    "FieldInfo",
    "field_validator",
]
