"""Pydantic's errors told again as our diagnostics: by kind and place, never by their words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from casepress.diagnostics import Diagnostic, Severity, Span
from casepress.records import BaseModel, FieldInfo
from casepress.source.names import names_of, nearest, unwrapped

if TYPE_CHECKING:
    from casepress.source.places import Places

_KINDS: Mapping[str, str] = {
    "missing": "CP0305",
    "tuple_type": "CP0306",
    "list_type": "CP0306",
    "string_type": "CP0307",
    "int_type": "CP0308",
    "int_parsing": "CP0308",
    "int_parsing_size": "CP0308",
    "int_from_float": "CP0308",
    "float_type": "CP0308",
    "float_parsing": "CP0308",
    "finite_number": "CP0308",
    "decimal_parsing": "CP0308",
    "model_type": "CP0309",
    "model_attributes_type": "CP0309",
    "dict_type": "CP0309",
    "mapping_type": "CP0309",
    "literal_error": "CP0310",
    "enum": "CP0310",
    "bool_parsing": "CP0311",
    "bool_type": "CP0311",
    "too_short": "CP0313",
    "too_long": "CP0314",
    "string_pattern_mismatch": "CP0315",
    "string_too_short": "CP0317",
    "greater_than": "CP0318",
    "greater_than_equal": "CP0318",
    "less_than": "CP0318",
    "less_than_equal": "CP0318",
}


def fault(error: Mapping[str, Any], model: type[BaseModel], places: Places) -> Diagnostic | None:
    """Return the diagnostic for one of pydantic's error records."""
    location = tuple(error["loc"])
    info = field_at(model, location)
    path = path_of(location)
    kind = _KINDS.get(error["type"], "CP0316")
    if error["type"] == "missing":
        return _missing(location, model, places)
    if kind == "CP0313" and len(error.get("input") or ()) >= error["ctx"]["min_length"]:
        return None  # enough were written; what is wrong with them is told of each
    name = _last_name(location)
    params: dict[str, object] = {
        "key": name,
        "zh": _chinese(info),
        "description": (info.description if info else "") or name,
        "value": _shown(error.get("input")),
    }
    context = error.get("ctx") or {}
    if kind == "CP0310":
        choices = _choices(info)
        params["choices"] = choices
        params["suggestion"] = nearest(str(error.get("input", "")), choices) or choices[:1]
    if kind in ("CP0313", "CP0314"):
        key = "min_length" if kind == "CP0313" else "max_length"
        params["count"] = context.get(key, 1)
    if kind == "CP0318":
        params["limit"] = next((str(v) for v in context.values()), "")
    return Diagnostic(kind, Severity.ERROR, _span(path, error, places), params)


def _missing(
    location: tuple[int | str, ...], model: type[BaseModel], places: Places
) -> Diagnostic | None:
    """Tell of a field that is not there, at the record that lacks it."""
    *above, last = location
    around = path_of(tuple(above))
    if isinstance(last, int):
        return Diagnostic(
            "CP0314", Severity.ERROR, places.nearest(around),
            {"key": _last_name(tuple(above)), "zh": "", "description": _last_name(tuple(above)),
             "value": "", "count": _length(model, tuple(above), last + 1)},
        )  # fmt: skip
    here = path_of(location)
    info = field_at(model, location)
    description = (info.description if info else "") or last
    params = {"key": last, "zh": _chinese(info), "description": description, "record": around}
    if here in places.keys:
        return Diagnostic("CP0317", Severity.ERROR, places.keys[here], params | {"value": ""})
    span = places.keys.get(around) if around in places.keys else places.nearest(around)
    return Diagnostic("CP0305", Severity.ERROR, span, params)


def _length(model: type[BaseModel], location: tuple[int | str, ...], least: int) -> int:
    """Return how many items a list of fixed length has."""
    info = field_at(model, location)
    return max(len(get_args(unwrapped(info.annotation))) if info else 0, least)


def _span(path: str, error: Mapping[str, Any], places: Places) -> Span | None:
    """Return the place of an error; where a model rearranged its data, search by the value."""
    if path in places.values:
        return places.values[path]
    value = error.get("input")
    last = path.rpartition(".")[2]
    around = path
    while around and around not in places.values:
        around = around[: max(around.rfind("."), around.rfind("["), 0)]
    same = [
        span
        for one, span in places.values.items()
        if one.startswith(around)
        and one.rpartition(".")[2] == last
        and _depth(one) == _depth(path)
        and (places.scalars[one].text if one in places.scalars else None)
        == (value if isinstance(value, str) else None)
    ]
    return same[0] if len(same) == 1 else places.nearest(path)


def _depth(path: str) -> int:
    return path.count(".") + path.count("[")


def _chinese(info: FieldInfo | None) -> str:
    """Return the Chinese name of a key in brackets; empty if it has none."""
    return f"（{info.title}）" if info and info.title else ""


def path_of(location: tuple[int | str, ...]) -> str:
    """Return a place in a record as people write it: ``practices[0].measures[1].text``."""
    path = ""
    for part in location:
        if isinstance(part, int):
            path += f"[{part}]"
        else:
            path += f".{part}" if path else part
    return path


def _last_name(location: tuple[int | str, ...]) -> str:
    return next((part for part in reversed(location) if isinstance(part, str)), "")


def field_at(model: type[BaseModel], location: tuple[int | str, ...]) -> FieldInfo | None:
    """Return the field that a location leads to; ``None`` inside free mappings."""
    annotation: Any = model
    info: FieldInfo | None = None
    for part in location:
        annotation = unwrapped(annotation)
        if isinstance(part, int):
            args = get_args(annotation)
            annotation = args[0] if args else None
        elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
            info = names_of(annotation).fields.get(part)
            annotation = info.annotation if info else None
        else:
            args = get_args(annotation)
            annotation = args[1] if len(args) == 2 else None
            info = None
    return info


def _choices(info: FieldInfo | None) -> tuple[str, ...]:
    annotation = unwrapped(info.annotation) if info else None
    if get_origin(annotation) is Literal:
        return tuple(str(choice) for choice in get_args(annotation))
    return ()


def _shown(value: object) -> str:
    """Return a short form of what was written; nothing of Python's."""
    if isinstance(value, str):
        flat = " ".join(value.split())
        return flat if len(flat) <= 24 else flat[:23] + "…"
    return ""
