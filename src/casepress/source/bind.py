"""From nodes to a typed record: keys in two languages, every problem found at once, in our words.

The nodes are lowered to plain data with the model at hand (keys translated, unknown and double ones
reported), pydantic types them, and its errors are told again by their kind and place. Nothing of
pydantic's own wording reaches a user.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingABC
from typing import Any, Generic, TypeVar, get_args, get_origin

from casepress.diagnostics import CasepressError, Diagnostic, Related, Severity, Span
from casepress.frozen import dataclass
from casepress.records import BaseModel
from casepress.source.faults import fault, path_of
from casepress.source.names import (
    all_names,
    edit_distance,
    home_of,
    names_of,
    nearest_key,
    synonym_of,
    unwrapped,
)
from casepress.source.nodes import Mapping, Node, Scalar, Sequence
from casepress.source.places import Places
from casepress.source.reader import SourceText

Model = TypeVar("Model", bound=BaseModel)
_HASH = re.compile(r"[ \t]+#(?=[^\s#])")
_KEY_LINE = re.compile(r"[ \t]*(?:- +)?(?P<key>[\w\u4e00-\u9fff]{1,20}):[ \t]")
_ABSENT = frozenset(("CP0305", "CP0317"))
_SHIFTED = frozenset(("CP0202", "CP0203", "CP0227", "CP0228"))
_BOOLEANS = {"是": "true", "否": "false", "对": "true", "不": "false"}


@dataclass(frozen=True, slots=True)
class Bound(Generic[Model]):
    """A typed record, where its values stand, and warnings."""

    model: Model
    places: Places
    warnings: tuple[Diagnostic, ...] = ()


def bind(root: Node | None, model: type[Model], source: SourceText) -> Bound[Model]:
    """Type a tree of nodes as *model*.

    Raises:
        CasepressError: with every problem, in the order of the file.
    """
    lowering = Lowering(model, source)
    data = lowering.root(root)
    record: Model | None = None
    problems = lowering.problems
    if data is not None:
        try:
            record = model.model_validate(data)
        except ValueError as error:
            problems += _faults(error, lowering)
    if record is None or any(p.severity is Severity.ERROR for p in problems):
        raise CasepressError(tuple(sorted(problems, key=in_order)))
    return Bound(record, lowering.places, tuple(sorted(problems, key=in_order)))


def _faults(error: ValueError, lowering: Lowering) -> list[Diagnostic]:
    """Tell pydantic's findings again, but for those the lowering has told already."""
    from pydantic import ValidationError

    if not isinstance(error, ValidationError):
        raise error
    found: list[Diagnostic] = []
    for item in error.errors(include_url=False):
        one = fault(item, lowering.model, lowering.places)
        if one is None or one in lowering.problems or one in found:
            continue
        if one.id in _ABSENT and any(known.id in _SHIFTED for known in lowering.problems):
            continue  # what seems to be missing is there, written in the wrong way
        if path_of(tuple(item["loc"])) not in lowering.meant:
            found.append(one)
    return found


def in_order(diagnostic: Diagnostic) -> tuple[str, int, int, str]:
    """Sort key: the order of the file."""
    span = diagnostic.span
    return (span.file, span.line, span.column, diagnostic.id) if span else ("", 0, 0, diagnostic.id)


class Lowering:
    """Turns nodes into plain data, with the model at hand to know keys."""

    def __init__(self, model: type[BaseModel], source: SourceText) -> None:
        self.model = model
        self.source = source
        self.places = Places()
        self.problems: list[Diagnostic] = []
        self.meant: set[str] = set()
        """Paths of keys that were misspelt: they are not also reported as missing."""

    def root(self, node: Node | None) -> dict[str, Any] | None:
        """Lower the whole tree; ``None`` (and problems) if it is not a mapping at all."""
        if isinstance(node, Mapping):
            data = self._value(node, self.model, "")
            return data if isinstance(data, dict) else None
        if node is None or (isinstance(node, Scalar) and node.blank):
            here = Span(self.source.name, 1, 1, 1, 1)
            self._problem("CP0111", here)
            return None
        from casepress.source.syntax import fullwidth_colons

        colons = tuple(fullwidth_colons(self.source, all_names(self.model)))
        self.problems += colons
        if not colons:
            self._problem("CP0300", node.span)
        return None

    def _problem(self, message: str, span: Span, **params: object) -> None:
        self.problems.append(Diagnostic(message, Severity.ERROR, span, params))

    def _value(self, node: Node, annotation: Any, path: str) -> Any:
        annotation = unwrapped(annotation)
        self.places.values[path] = node.span
        if isinstance(node, Scalar):
            return self._scalar(node, annotation, path)
        if isinstance(node, Sequence):
            return self._sequence(node, annotation, path)
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self._record(node, annotation, path)
        return self._mapping(node, _item_type(annotation), path)

    def _scalar(self, node: Scalar, annotation: Any, path: str) -> str:
        self.places.scalars[path] = node
        if node.style == "" and node.span.end_line > node.span.line:
            self._swallowed(node)
        if node.style in ("'", '"') and node.span.end_line > node.span.line:
            self._swallowed_by_quote(node)
        self._hash(node)
        if annotation is bool:
            return _BOOLEANS.get(node.text, node.text)
        return node.text

    def _hash(self, node: Scalar) -> None:
        """Find ``第一 #号``: YAML takes what follows the sign for a comment."""
        if node.style or node.span.file != self.source.name:
            return
        match = _HASH.match(self.source.text, node.end)
        if match:
            span = self.source.span(match.end() - 1, match.end())
            self.problems.append(Diagnostic("CP0226", Severity.ADVICE, span))

    def _swallowed(self, node: Scalar) -> None:
        """Find ``摘要：…`` on the second line of a plain text: it was meant as a key."""
        if node.span.file != self.source.name:
            return
        from casepress.source.syntax import FULLWIDTH_COLON

        for number in range(node.span.line + 1, node.span.end_line + 1):
            match = FULLWIDTH_COLON.match(self.source.line(number))
            if match and match["key"] in all_names(self.model):
                span = self.source.line_span(number, match.start("colon"), match.end("colon"))
                self._problem("CP0203", span, key=match["key"])

    def _swallowed_by_quote(self, node: Scalar) -> None:
        """Find a quote that is closed lines later: ``'甲`` and below it ``小结: 乙'``."""
        if node.span.file != self.source.name:
            return
        for number in range(node.span.line + 1, node.span.end_line + 1):
            match = _KEY_LINE.match(self.source.line(number))
            if match and match["key"] in all_names(self.model):
                here = self.source.span(node.start, node.start + 1)
                there = self.source.line_span(number, match.start("key"), match.end("key"))
                related = (Related(there, "key_inside"),)
                params = {"char": node.style}
                problem = Diagnostic("CP0230", Severity.WARNING, here, params, related)
                self.problems.append(problem)
                return

    def _sequence(self, node: Sequence, annotation: Any, path: str) -> list[Any]:
        kinds = _item_types(annotation, len(node.items))
        values = []
        for index, item in enumerate(node.items):
            if isinstance(item, Scalar) and item.blank:
                self._problem("CP0312", item.span)
                self.meant.add(f"{path}[{index}]")
            values.append(self._value(item, kinds[index], f"{path}[{index}]"))
        return values

    def _mapping(self, node: Mapping, kind: Any, path: str) -> dict[str, Any]:
        """Lower a mapping whose keys are free."""
        data: dict[str, Any] = {}
        first: dict[str, Scalar] = {}
        for key, value in node.entries:
            if self._list_mark(key):
                self.meant.add(path)
            if self._is_double(key, key.text, first):
                continue
            below = f"{path}.{key.text}" if path else key.text
            self.places.keys[below] = key.span
            data[key.text] = self._value(value, kind, below)
        return data

    def _record(self, node: Mapping, model: type[BaseModel], path: str) -> dict[str, Any]:
        """Lower a record: its keys in both languages become the canonical ones."""
        names = names_of(model)
        data: dict[str, Any] = {}
        first: dict[str, Scalar] = {}
        for key, value in node.entries:
            name = names.canonical.get(key.text)
            if name is None:
                self._unknown(key, model, path)
                continue
            if self._is_double(key, name, first):
                continue
            below = f"{path}.{name}" if path else name
            self.places.keys[below] = key.span
            if isinstance(value, Scalar) and value.blank:
                continue  # nothing written: as if the key were not there
            data[name] = self._value(value, names.fields[name].annotation, below)
        return data

    def _is_double(self, key: Scalar, name: str, first: dict[str, Scalar]) -> bool:
        if name not in first:
            first[name] = key
            return False
        other = first[name]
        related = (Related(other.span, "first_defined", {"key": other.text}),)
        self.problems.append(
            Diagnostic("CP0304", Severity.ERROR, key.span, {"key": key.text}, related)
        )
        return True

    def _unknown(self, key: Scalar, model: type[BaseModel], path: str) -> None:
        if key.text != key.text.strip("\u3000\u00a0"):
            self._problem("CP0202", key.span)
            return
        if self._list_mark(key) or self._wide_colon(key, model):
            return
        suggestion = nearest_key(key.text, model)
        home = home_of(key.text, self.model, model)
        slip = suggestion is not None and edit_distance(key.text, suggestion) == 1
        if home and not slip and not synonym_of(key.text, model):
            self._problem("CP0303", key.span, key=key.text, place=home)
            return
        if suggestion:
            name = names_of(model).canonical[suggestion]
            self.meant.add(f"{path}.{name}" if path else name)
            self._problem("CP0302", key.span, key=key.text, suggestion=suggestion)
            return
        known = tuple(names_of(model).fields)
        self._problem("CP0301", key.span, key=key.text, known=known)

    def _list_mark(self, key: Scalar) -> bool:
        """Find ``-标题`` and ``• 标题`` as a key: a list was meant."""
        from casepress.source.syntax import OTHER_BULLET

        match = OTHER_BULLET.match(key.text)
        if key.style or not (match or re.match(r"-\S", key.text)):
            return False
        span = key.span
        here = Span(span.file, span.line, span.column, span.line, span.column + 1)
        self._problem("CP0227" if match else "CP0228", here, char=key.text[0])
        return True

    def _wide_colon(self, key: Scalar, model: type[BaseModel]) -> bool:
        """Find ``{标题：园区}``: the whole became one key."""
        name, colon, _ = key.text.partition("：")
        if not colon or key.style or name not in names_of(model).canonical:
            return False
        span, column = key.span, key.span.column + len(name)
        here = Span(span.file, span.line, column, span.line, column + 1)
        self._problem("CP0203", here, key=name)
        return True


def _item_type(annotation: Any) -> Any:
    """Return the type of the values of a mapping, also where a mapping may stand for a list."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is not None and isinstance(origin, type) and issubclass(origin, MappingABC):
        return args[1] if len(args) == 2 else None
    if origin in (tuple, list) and args:
        return args[0]
    return None


def _item_types(annotation: Any, count: int) -> list[Any]:
    """Return the types of the items of a list."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is tuple and args:
        if len(args) == 2 and args[1] is Ellipsis:
            return [args[0]] * count
        return [args[index] if index < len(args) else None for index in range(count)]
    return [args[0] if origin is list and args else None] * count
