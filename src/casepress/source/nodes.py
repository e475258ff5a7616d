"""The tree of a YAML text: every value and key as text, each with its place.

Built from PyYAML's events (libyaml where there is one), not from its constructors: nothing is typed
here, so ``16:04``, ``2017-07-11``, ``on`` and ``007`` stay what was written. Depth, nodes and
aliases are limited, so a hostile file ends in a message, not in a full memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from typing import Any, Final

import yaml

from casepress.diagnostics import CasepressError, Diagnostic, ExitCode, Severity, Span
from casepress.frozen import dataclass
from casepress.source.characters import BIDI, CONTROLS, SURROGATES
from casepress.source.folding import unfolded
from casepress.source.reader import SourceText

MAX_DEPTH: Final = 60
MAX_NODES: Final = 200_000
"""Counted as if every alias were written out."""
_LOADER: Final[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_ScalarEvent: Final = yaml.ScalarEvent
_PLAIN_TAGS: Final = frozenset((None, "!", "tag:yaml.org,2002:str"))
_PROPERTIES: Final = re.compile(r"(?:[&!]\S*\s+)+")
_EMPTY: Final = frozenset(("", "~", "null"))


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text. ``start`` and ``end`` are the offsets of its writing in the file, quotes included."""

    text: str
    span: Span
    style: str = ""
    """``""`` plain, or the character that opens it: ``'``, ``"``, ``|``, ``>``."""
    start: int = 0
    end: int = 0

    @property
    def blank(self) -> bool:
        """Whether nothing was written where a value could stand."""
        return self.style == "" and self.text in _EMPTY


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order of the file; a key may stand there twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span


Node = Scalar | Sequence | Mapping


def compose(source: SourceText, known_keys: frozenset[str] = frozenset()) -> Node | None:
    """Return the tree of a YAML text; ``None`` if it holds nothing.

    Args:
        source: the text.
        known_keys: names of keys, which help to explain a line such as ``标题：园区``.

    Raises:
        CasepressError: the text is not YAML, or uses what a case may not (merge keys, tags, more
            than one document, too deep, too many aliases); several problems at once if they show.
    """
    composer = _Composer(source)
    try:
        for event in _events(source.text):
            composer.take(event)
    except yaml.YAMLError as error:
        from casepress.source.syntax import explain

        raise CasepressError(explain(source, error, known_keys), ExitCode.UNREADABLE) from None
    problems = [*composer.problems, *composer.unused_anchors()]
    if problems:
        raise CasepressError(tuple(problems), ExitCode.UNREADABLE)
    return composer.root


def _events(text: str) -> Iterator[Any]:
    """Yield what :func:`yaml.parse` does, asking the parser once for each event."""
    loader = _LOADER(text)
    try:
        yield from iter(loader.get_event, None)
    finally:
        loader.dispose()


@dataclass(slots=True)
class _Open:
    """A collection that is being read."""

    event: Any
    anchor: str | None
    nodes: list[Node] = field(default_factory=list)
    size: int = 1


class _Composer:
    """Builds nodes from events with a stack of its own, so that depth costs no recursion."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.root: Node | None = None
        self.problems: list[Diagnostic] = []
        self._stack: list[_Open] = []
        self._anchors: dict[str, tuple[Node | None, int]] = {}
        self._declared: dict[str, Span] = {}
        self._used: set[str] = set()
        self._documents = 0
        self._total = 0

    def take(self, event: Any) -> None:
        """Take the next event."""
        kind = type(event)
        if kind is _ScalarEvent:
            anchor = event.anchor
            if event.tag is not None or anchor is not None:
                self._note(event)
            scalar = self._scalar(event)
            if anchor is None and self._stack and self._total < MAX_NODES:
                self._total += 1
                top = self._stack[-1]
                top.nodes.append(scalar)
                top.size += 1
            else:
                self._add(scalar, 1, anchor)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._note(event)
            if len(self._stack) >= MAX_DEPTH:
                self._fail("CP0219", event, limit=MAX_DEPTH)
            self._stack.append(_Open(event, event.anchor))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._close(event)
        elif kind is yaml.AliasEvent:
            self._alias(event)
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                self._fail("CP0214", event)

    def unused_anchors(self) -> Iterator[Diagnostic]:
        """Yield a problem for every ``&word`` nothing refers to: it was meant as text."""
        for name, span in self._declared.items():
            if name not in self._used:
                yield Diagnostic("CP0205", Severity.ERROR, span, {"char": "&"})

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        return Span(
            self.source.name, start.line + 1, start.column + 1, end.line + 1, end.column + 1
        )

    def _fail(self, message: str, event: Any, **params: object) -> None:
        problem = Diagnostic(message, Severity.ERROR, self._span(event), params)
        raise CasepressError((*self.problems, problem), ExitCode.UNREADABLE)

    def _problem(self, message: str, span: Span, **params: object) -> None:
        self.problems.append(Diagnostic(message, Severity.ERROR, span, params))

    def _note(self, event: Any) -> None:
        """Look at anchor and tag: a clerk's ``!重要`` or ``&公司`` is text that YAML would eat."""
        start = event.start_mark
        here = Span(
            self.source.name, start.line + 1, start.column + 1, start.line + 1, start.column + 2
        )
        if event.tag not in _PLAIN_TAGS:
            self._problem("CP0205", here, char="!")
        if event.anchor is not None:
            self._declared.setdefault(event.anchor, here)
            self._anchors[event.anchor] = (None, 0)

    def _alias(self, event: Any) -> None:
        self._used.add(event.anchor)
        if event.anchor not in self._anchors:
            self._problem("CP0205", self._span(event), char="*")
            self._add(Scalar("", self._span(event), "*"), 1, None)
            return
        node, size = self._anchors[event.anchor]
        if node is None:
            self._fail("CP0222", event, name=event.anchor)
        else:
            self._add(node, size, None, event)

    def _scalar(self, event: Any) -> Scalar:
        style = event.style or ""
        first, last = event.start_mark, event.end_mark
        start, end = first.index, last.index
        line, end_line = first.line + 1, last.line + 1
        span = Span(self.source.name, line, first.column + 1, end_line, last.column + 1)
        if event.anchor is not None or event.tag is not None:
            properties = _PROPERTIES.match(self.source.text, start, end)
            start = properties.end() if properties else start
        text = event.value
        if line != end_line and style != "|" and " " in text:
            text = unfolded(text, self.source.text, start, end, style)
        scalar = Scalar(text, span, style, start, end)
        if style == '"':
            self._escapes(scalar)
        return scalar

    def _escapes(self, scalar: Scalar) -> None:
        """Refuse what escapes could smuggle past the reader."""
        for pattern, message in ((CONTROLS, "CP0108"), (BIDI, "CP0109"), (SURROGATES, "CP0110")):
            match = pattern.search(scalar.text)
            if match:
                code = f"U+{ord(match[0]):04X}"
                self._problem(message, scalar.span, code=code, name=code)

    def _add(self, node: Node, size: int, anchor: str | None, event: Any = None) -> None:
        self._total += size
        if self._total > MAX_NODES:
            place = node.span if event is None else self._span(event)
            problem = Diagnostic("CP0218", Severity.ERROR, place, {"limit": MAX_NODES})
            raise CasepressError((*self.problems, problem), ExitCode.UNREADABLE)
        if anchor is not None:
            self._anchors[anchor] = (node, size)
        if self._stack:
            self._stack[-1].nodes.append(node)
            self._stack[-1].size += size
        elif self._documents <= 1:
            self.root = node

    def _close(self, event: Any) -> None:
        done = self._stack.pop()
        if isinstance(done.event, yaml.SequenceStartEvent):
            node: Node = Sequence(tuple(done.nodes), self._extent(done, event))
        else:
            node = Mapping(self._entries(done), self._extent(done, event))
        self._total -= done.size - 1  # its children were counted one by one
        self._add(node, done.size, done.anchor)

    def _extent(self, done: _Open, event: Any) -> Span:
        """Return where a collection is: flow ones as written, block ones by their first entry."""
        if done.event.flow_style or not done.nodes:
            start, end = done.event.start_mark, event.end_mark
            return Span(
                self.source.name, start.line + 1, start.column + 1, end.line + 1, end.column + 1
            )
        return done.nodes[0].span

    def _entries(self, done: _Open) -> tuple[tuple[Scalar, Node], ...]:
        entries = []
        for key, value in zip(done.nodes[::2], done.nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                if not any(problem.id == "CP0221" for problem in self.problems):
                    self._problem("CP0221", key.span)  # {{ … }} is one mistake, not two
            elif key.style == "" and key.text == "<<":
                self._problem("CP0220", key.span)
            else:
                entries.append((key, value))
        return tuple(entries)
