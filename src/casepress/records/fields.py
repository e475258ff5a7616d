"""What a record says of its fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, get_args, get_origin

MISSING: Any = ...
"""Stands for the default of a field that must be given."""


class BeforeValidator:
    """In ``Annotated``: a function that rearranges the data before it is typed."""

    __slots__ = ("func",)

    def __init__(self, func: Callable[[Any], Any]) -> None:
        self.func = func


class FieldInfo:
    """A field: its type, its default, what people are told of it, and its limits."""

    __slots__ = (
        "alias", "annotation", "before", "default", "default_factory", "description", "limits",
        "title",
    )  # fmt: skip

    def __init__(self, default: Any = MISSING, **told: Any) -> None:
        self.default = default
        self.default_factory: Callable[[], Any] | None = told.pop("default_factory", None)
        self.title: str | None = told.pop("title", None)
        self.description: str | None = told.pop("description", None)
        self.alias: str | None = told.pop("alias", None)
        self.limits: dict[str, Any] = told
        """Pydantic's constraints by name: ``min_length``, ``pattern``, ``gt``…"""
        self.annotation: Any = None
        self.before: tuple[BeforeValidator, ...] = ()
        """In the order they are written; the last one runs first."""

    def is_required(self) -> bool:
        """Tell whether the field must be given."""
        return self.default is MISSING and self.default_factory is None

    def get_default(self) -> Any:
        """Return the default; one that could be changed afterwards is made anew."""
        if self.default_factory is not None:
            return self.default_factory()
        return self.default.copy() if isinstance(self.default, dict) else self.default

    def typed(self, annotation: Any) -> FieldInfo:
        """Return the field with its type, and with what ``Annotated`` adds to it."""
        field = FieldInfo(
            self.default,
            default_factory=self.default_factory,
            title=self.title,
            description=self.description,
            alias=self.alias,
            **self.limits,
        )
        if get_origin(annotation) is Annotated:
            annotation, *more = get_args(annotation)
            field.before = tuple(one for one in more if isinstance(one, BeforeValidator))
            for one in more:
                if isinstance(one, FieldInfo):
                    field.limits.update(one.limits)
        field.annotation = annotation
        return field


def Field(default: Any = MISSING, **told: Any) -> Any:
    """Describe a field, as pydantic's function of that name does."""
    return FieldInfo(default, **told)


def ConfigDict(**settings: Any) -> dict[str, Any]:
    """Settle how the records of a class behave; pydantic's names."""
    return settings


def field_validator(*names: str) -> Callable[[Any], Any]:
    """Mark a class method that checks fields once they are typed."""

    def mark(method: Any) -> Any:
        method.__func__.checks_fields = names
        return method

    return mark
