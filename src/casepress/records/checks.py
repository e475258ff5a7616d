"""The quick way: types data that is plainly right, and says nothing of anything else."""

from __future__ import annotations

import re
import types
from collections.abc import Callable
from math import isfinite
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

if TYPE_CHECKING:
    from casepress.records.fields import FieldInfo

Check = Callable[[Any], Any]
_INT = re.compile(r"-?[0-9]{1,15}")
_FLOAT = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?")
_SPACE = "".join(map(chr, (*range(9, 14), 32, 133, 160, 0x1680, *range(0x2000, 0x200B), 0x2028,
                           0x2029, 0x202F, 0x205F, 0x3000)))  # fmt: skip
"""Unicode's white space, which pydantic strips; Python's own ``strip`` takes four more."""


class Unsure(Exception):
    """The data is wrong, or right in a way that only pydantic knows."""


_readers: dict[type[Any], Check] = {}


def reader_of(model: type[Any]) -> Check:
    """Return the function that turns a mapping into the typed values of a record by name.

    It raises :class:`Unsure` where it will not judge.
    """
    known = _readers.get(model)
    if known is None:
        known = _readers[model] = _reader(model)
    return known


def _reader(model: type[Any]) -> Check:
    strip = bool(model.model_config.get("str_strip_whitespace"))
    fields = [
        (info.alias or name, name, _field_check(model, name, info, strip), info)
        for name, info in model.model_fields.items()
    ]

    def read(data: Any) -> dict[str, Any]:
        if type(data) is not dict:
            raise Unsure
        values, left = {}, len(data)
        for key, name, check, info in fields:
            if key in data:
                values[name] = check(data[key])
                left -= 1
            elif info.is_required():
                raise Unsure
            else:
                values[name] = info.get_default()
        if left:
            raise Unsure
        return values

    return read


def _field_check(model: type[Any], name: str, info: FieldInfo, strip: bool) -> Check:
    """Return the check of one field with its limits and the functions around it."""
    check = _limited(_check(info.annotation, strip), info.limits)
    before = [one.func for one in reversed(info.before)]
    after = [getattr(model, method) for method in model._validators.get(name, ())]
    if not before and not after:
        return check

    def around(value: Any) -> Any:
        try:
            for function in before:
                value = function(value)
            value = check(value)
            for function in after:
                value = function(value)
        except (ValueError, TypeError, KeyError) as error:
            raise Unsure from error
        return value

    return around


def _limited(check: Check, limits: dict[str, Any]) -> Check:
    """Add the limits of a field; one that isn't known here leaves every value to pydantic."""
    if not limits:
        return check
    least = limits.get("min_length", 0)
    pattern = re.compile(limits["pattern"]) if "pattern" in limits else None
    known = set(limits) <= {"min_length", "pattern"}

    def limited(value: Any) -> Any:
        value = check(value)
        if not known or (least and len(value) < least):
            raise Unsure
        if pattern and ("\n" in value or not pattern.search(value)):
            raise Unsure  # Python's $ matches before a last line break, pydantic's doesn't
        return value

    return limited


def _check(annotation: Any, strip: bool) -> Check:
    """Return the check of a type; of one that isn't known here, it refuses every value."""
    simple = {str: _stripped if strip else _text, int: _int, float: _float, bool: _bool}
    if annotation in simple:
        return simple[annotation]
    if isinstance(annotation, type) and hasattr(annotation, "model_fields"):
        return _record(annotation)
    origin, args = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType) and len(args) == 2 and args[1] is types.NoneType:
        return _optional(_check(args[0], strip))
    if origin is Literal:
        return _one_of(args)
    if origin is dict and args[0] is str:
        return _mapping(_check(str, strip), _check(args[1], strip))
    if origin is tuple and len(args) == 2 and args[1] is Ellipsis:
        return _items(_check(args[0], strip))
    if origin is tuple:
        return _row([_check(one, strip) for one in args])
    return _refused


def _refused(value: Any) -> Any:
    raise Unsure


def _text(value: Any) -> Any:
    if type(value) is not str:
        raise Unsure
    return value


def _stripped(value: Any) -> Any:
    if type(value) is not str:
        raise Unsure
    return value.strip(_SPACE)


def _int(value: Any) -> Any:
    if type(value) is int:
        return value
    if type(value) is str and _INT.fullmatch(value):
        return int(value)
    raise Unsure


def _float(value: Any) -> Any:
    if (type(value) is float and isfinite(value)) or type(value) is int:
        return float(value)
    if type(value) is str and _FLOAT.fullmatch(value):
        return float(value)
    raise Unsure


def _bool(value: Any) -> Any:
    if type(value) is bool:
        return value
    if type(value) is str and value in ("true", "false"):
        return value == "true"
    raise Unsure


def _record(model: type[Any]) -> Check:
    read: Check | None = None

    def check(value: Any) -> Any:
        nonlocal read
        if type(value) is model:
            return value
        read = read or reader_of(model)
        record: Any = object.__new__(model)
        record.__dict__.update(read(value))
        return record

    return check


def _optional(check: Check) -> Check:
    return lambda value: None if value is None else check(value)


def _one_of(choices: tuple[Any, ...]) -> Check:
    def check(value: Any) -> Any:
        if type(value) is not str or value not in choices:
            raise Unsure
        return value

    return check


def _mapping(key: Check, item: Check) -> Check:
    def check(value: Any) -> Any:
        if type(value) is not dict:
            raise Unsure
        return {key(name): item(one) for name, one in value.items()}

    return check


def _items(item: Check) -> Check:
    def check(value: Any) -> Any:
        if type(value) is not list and type(value) is not tuple:
            raise Unsure
        return tuple([item(one) for one in value])

    return check


def _row(items: list[Check]) -> Check:
    def check(value: Any) -> Any:
        if type(value) not in (list, tuple) or len(value) != len(items):
            raise Unsure
        return tuple([item(one) for item, one in zip(items, value, strict=True)])

    return check
