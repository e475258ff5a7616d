"""The base of all records: pydantic's interface, as far as this program uses it."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from inspect import get_annotations
from typing import Any, ClassVar, NoReturn, Self

from casepress.records.checks import Unsure, reader_of
from casepress.records.fields import MISSING, FieldInfo


class _Fields:
    """``model_fields`` of a class: the types are looked up when somebody asks for them."""

    def __get__(self, record: object, owner: type[BaseModel]) -> Mapping[str, FieldInfo]:
        if "_resolved" not in owner.__dict__:
            owner._resolved = _resolve(owner)
        return owner._resolved


class BaseModel:
    """A frozen record. Equal when of one class with equal fields; hashable if its fields are."""

    model_config: ClassVar[dict[str, Any]] = {}
    model_fields: ClassVar[Any] = _Fields()
    _declared: ClassVar[dict[str, tuple[str, Any, str]]] = {}
    _resolved: ClassVar[Mapping[str, FieldInfo]]
    _validators: ClassVar[dict[str, tuple[str, ...]]] = {}

    def __init_subclass__(cls) -> None:
        """Note the fields as they are written; nothing is evaluated yet."""
        cls.model_config = {**cls.model_config, **cls.__dict__.get("model_config", {})}
        declared, validators = dict(cls._declared), dict(cls._validators)
        for name, annotation in get_annotations(cls).items():
            if name == "model_config" or annotation.startswith("ClassVar"):
                continue
            declared[name] = (annotation, cls.__dict__.get(name, MISSING), cls.__module__)
            if name in cls.__dict__:
                delattr(cls, name)
        for name, value in cls.__dict__.items():
            for field in getattr(getattr(value, "__func__", None), "checks_fields", ()):
                validators[field] = (*validators.get(field, ()), name)
        cls._declared, cls._validators = declared, validators

    def __init__(self, **data: Any) -> None:
        """Type the values.

        Raises:
            pydantic.ValidationError: with everything that is wrong.
        """
        try:
            values = reader_of(type(self))(data)
        except Unsure:
            values = _by_pydantic(type(self), data).__dict__
        self.__dict__.update(values)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen: {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen: {name}")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        mine, theirs = self.__dict__, other.__dict__
        return all(mine[name] == theirs[name] for name in self._declared)

    def __hash__(self) -> int:
        return hash((type(self), *(self.__dict__[name] for name in self._declared)))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={self.__dict__[name]!r}" for name in self._declared)
        return f"{type(self).__name__}({fields})"

    @classmethod
    def model_validate(cls, data: Any) -> Self:
        """Type *data*: a record of this class as it is, a mapping by its keys.

        Raises:
            pydantic.ValidationError: with everything that is wrong.
        """
        record: Self
        if type(data) is cls:
            record = data
            return record
        try:
            record = of_values(cls, reader_of(cls)(data))
        except Unsure:
            record = _by_pydantic(cls, data)
        return record

    @classmethod
    def model_json_schema(cls, **how: Any) -> dict[str, Any]:
        """Return the JSON Schema pydantic writes."""
        from casepress.records.twin import twin_of

        schema: dict[str, Any] = twin_of(cls).model_json_schema(**how)
        return schema

    def model_copy(self, *, update: Mapping[str, Any] | None = None) -> Self:
        """Return a copy with some fields replaced; the new values are taken as they are."""
        values = {name: self.__dict__[name] for name in self._declared}
        copy: Self = of_values(type(self), values | dict(update or {}))
        return copy

    def model_dump(
        self,
        *,
        mode: str = "python",
        by_alias: bool = False,
        exclude_none: bool = False,
        include: set[str] | None = None,
        exclude: set[str] | None = None,
    ) -> dict[str, Any]:
        """Return plain data; *include* and *exclude* go for the uppermost record."""
        data: dict[str, Any] = {}
        for name, info in self.model_fields.items():
            value = self.__dict__[name]
            if (exclude_none and value is None) or (exclude and name in exclude):
                continue
            if include is None or name in include:
                key = info.alias if by_alias and info.alias else name
                data[key] = _plain(value, mode, by_alias, exclude_none)
        return data

    def model_dump_json(self) -> str:
        """Return the record as JSON."""
        return json.dumps(self.model_dump(), ensure_ascii=False, separators=(",", ":"))


def of_values(model: type[Any], values: Mapping[str, Any]) -> Any:
    """Make a record of typed values."""
    record: Any = object.__new__(model)
    record.__dict__.update(values)
    return record


def _by_pydantic(model: type[Any], data: Any) -> Any:
    """Let pydantic type *data*, or say what is wrong with it."""
    from casepress.records.twin import record_of, twin_of

    return record_of(twin_of(model).model_validate(data), model)


def _plain(value: Any, mode: str, by_alias: bool, exclude_none: bool) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode=mode, by_alias=by_alias, exclude_none=exclude_none)
    if isinstance(value, tuple):
        items = [_plain(item, mode, by_alias, exclude_none) for item in value]
        return items if mode == "json" else tuple(items)
    if isinstance(value, dict):
        return {key: _plain(item, mode, by_alias, exclude_none) for key, item in value.items()}
    return value


_types: dict[tuple[str, str], Any] = {}
"""Types by module and by the words they are written in: most fields are written alike."""


def _resolve(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Look up the types of a record's fields in the module they were written in."""
    fields = {}
    for name, (words, default, module) in model._declared.items():
        key = (module, words)
        if key not in _types:
            _types[key] = eval(words, vars(sys.modules[module]))
        info = default if isinstance(default, FieldInfo) else FieldInfo(default)
        fields[name] = info.typed(_types[key])
    return fields
