"""The pydantic model of a record: made when something is wrong, unusual, or asked for a schema."""

from __future__ import annotations

from types import GenericAlias
from typing import Annotated, Any, get_args, get_origin

import pydantic

from casepress.records.fields import FieldInfo
from casepress.records.model import BaseModel, of_values

_twins: dict[Any, Any] = {}


def twin_of(model: type[BaseModel]) -> Any:
    """Return the pydantic model with the same name, fields, settings and validators."""
    if model not in _twins:
        _twins[model] = _twin(model)
    return _twins[model]


def _twin(model: type[BaseModel]) -> Any:
    fields = {name: _field(info) for name, info in model.model_fields.items()}
    validators = {
        method: pydantic.field_validator(*names)(getattr(model, method).__func__)
        for method, names in _by_method(model).items()
    }
    return pydantic.create_model(  # type: ignore[call-overload]
        model.__name__,
        __config__={**model.model_config, "allow_inf_nan": False},
        __doc__=model.__doc__,
        __module__=model.__module__,
        __validators__=validators,
        **fields,
    )


def record_of(value: Any, annotation: Any) -> Any:
    """Turn what a twin has typed into records, tuples and mappings of them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if isinstance(value, BaseModel):
            return value
        fields = annotation.model_fields
        return of_values(
            annotation,
            {name: record_of(getattr(value, name), fields[name].annotation) for name in fields},
        )
    if value is None:
        return None
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        kinds = [args[0]] * len(value) if args[-1] is Ellipsis else args
        return tuple(record_of(one, kind) for one, kind in zip(value, kinds, strict=True))
    if origin is dict:
        return {key: record_of(one, args[1]) for key, one in value.items()}
    for one in args:  # X | None
        if origin is not None and one is not type(None) and not isinstance(one, str):
            return record_of(value, one)
    return value


def _by_method(model: type[BaseModel]) -> dict[str, list[str]]:
    """Return the fields each validator checks, by the name of its method."""
    found: dict[str, list[str]] = {}
    for field, methods in model._validators.items():
        for method in methods:
            found.setdefault(method, []).append(field)
    return found


def _field(info: FieldInfo) -> tuple[Any, Any]:
    """Return type and description of a field as pydantic takes them."""
    kind = _twin_type(info.annotation)
    if info.before:
        kind = Annotated[(kind, *(pydantic.BeforeValidator(one.func) for one in info.before))]
    told: dict[str, Any] = {
        key: value
        for key in ("title", "description", "alias", "default_factory")
        if (value := getattr(info, key)) is not None
    }
    if info.default_factory is None:
        told["default"] = _twin_value(info.default)
    return kind, pydantic.Field(**told, **info.limits)


def _twin_type(annotation: Any) -> Any:
    """Return a type with every record in it replaced by its twin."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        twin = twin_of(annotation)
        # a record that is one already is taken as it is
        return Annotated[twin, pydantic.BeforeValidator(_plain)]
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        kinds = tuple(one if one is Ellipsis else _twin_type(one) for one in args)
        return GenericAlias(tuple, kinds)
    if origin is dict:
        return GenericAlias(dict, (args[0], _twin_type(args[1])))
    if len(args) == 2 and args[1] is type(None):
        return _twin_type(args[0]) | None
    return annotation


def _plain(value: Any) -> Any:
    return value.model_dump(by_alias=True) if isinstance(value, BaseModel) else value


def _twin_value(default: Any) -> Any:
    """Return a default with a record in it made one of its twin."""
    if isinstance(default, BaseModel):
        return twin_of(type(default)).model_validate(default.model_dump(by_alias=True))
    return default
