"""Changes to values of a YAML text, made in the text itself: comments, quotes, layout stay.

Each change of a value is carried back to the characters it was written with (an escape, a doubled
quote, a line of a block). The result is read again and has to be the old tree with the new values,
nothing else; a value for which that does not hold keeps its writing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from casepress.diagnostics import CasepressError
from casepress.frozen import dataclass
from casepress.source.folding import extents_of
from casepress.source.nodes import Mapping as MappingNode
from casepress.source.nodes import Node, Scalar, compose
from casepress.source.nodes import Sequence as SequenceNode
from casepress.source.normalise import Change
from casepress.source.reader import SourceText, source_from_text

_ATTEMPTS = 4


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A value and the changes it is to undergo; offsets count in its text."""

    scalar: Scalar
    changes: tuple[Change, ...]

    @property
    def text(self) -> str:
        """The value afterwards."""
        return changed(self.scalar.text, self.changes)


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The text of a file with its changes made."""

    text: str
    done: tuple[Rewrite, ...] = ()


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    after: str


def changed(text: str, changes: Sequence[Change]) -> str:
    """Return a text with changes made; they are in order and do not overlap."""
    parts: list[str] = []
    last = 0
    for change in changes:
        parts += [text[last : change.offset], change.after]
        last = change.offset + len(change.before)
    return "".join([*parts, text[last:]])


def rewrite(source: SourceText, wanted: Sequence[Rewrite]) -> Rewritten:
    """Return the text of a file with the values of *wanted* changed, as far as that is safe.

    Args:
        source: a text that can be read as YAML.
        wanted: changes by value; a value that stands behind an alias is given once.
    """
    root = compose(source)
    edits = {one.scalar.start: edit for one in wanted if (edit := _edits(source.text, one))}
    kept = [one for one in wanted if one.scalar.start in edits]
    for _ in range(_ATTEMPTS):
        text = _applied(source.text, [edit for one in kept for edit in edits[one.scalar.start]])
        bad = _wrong(source, root, text, kept)
        if bad is None:
            break
        if not bad:
            return Rewritten(text, tuple(kept))
        kept = [one for one in kept if one.scalar.start not in bad]
    return _one_by_one(source, root, kept, edits)


def _one_by_one(
    source: SourceText,
    root: Node | None,
    wanted: Sequence[Rewrite],
    edits: Mapping[int, tuple[_Edit, ...]],
) -> Rewritten:
    """Add values while the whole still reads as it should."""
    done: list[Rewrite] = []
    text = source.text
    for one in wanted:
        tried = [*done, one]
        attempt = _applied(source.text, [edit for t in tried for edit in edits[t.scalar.start]])
        if _wrong(source, root, attempt, tried) == frozenset():
            done, text = tried, attempt
    return Rewritten(text, tuple(done))


def _edits(text: str, one: Rewrite) -> tuple[_Edit, ...]:
    """Return where in the file a value is changed; nothing if it can't be followed back.

    A value that would be emptied is left: whether anything belongs there is the editor's to say.
    """
    scalar = one.scalar
    if not one.text.strip():
        return ()
    extents = extents_of(scalar.text, text, scalar.start, scalar.end, scalar.style)
    if extents is None:
        return ()
    found = []
    for change in one.changes:
        first, last = change.offset, change.offset + len(change.before) - 1
        start, end = extents[first][0], extents[last][1]
        if last < first or any(char in "\r\n" for char in text[start:end]):
            return ()
        found.append(_Edit(start, end, change.after))
    return tuple(found)


def _applied(text: str, edits: Sequence[_Edit]) -> str:
    parts: list[str] = []
    last = 0
    for edit in sorted(edits, key=lambda e: e.start):
        parts += [text[last : edit.start], edit.after]
        last = edit.end
    return "".join([*parts, text[last:]])


def _wrong(
    source: SourceText, root: Node | None, text: str, done: Sequence[Rewrite]
) -> frozenset[int] | None:
    """Return which values do not read as they should; ``None`` if the tree has another shape."""
    try:
        new = compose(source_from_text(text, source.name))
    except CasepressError:
        return None
    if root is None or new is None:
        return frozenset() if root is new else None
    expected = {one.scalar.start: one.text for one in done}
    bad: set[int] = set()
    for before, after in _pairs(root, new):
        if before is None or after is None:
            return None
        if expected.get(before.start, before.text) != after.text or before.style != after.style:
            bad.add(before.start)
    return None if bad - expected.keys() else frozenset(bad)


def _pairs(first: Node, second: Node) -> Iterator[tuple[Scalar | None, Scalar | None]]:
    """Yield the values of two trees side by side; ``None`` where they differ in shape."""
    waiting: list[tuple[Node, Node]] = [(first, second)]
    while waiting:
        one, other = waiting.pop()
        if isinstance(one, Scalar) and isinstance(other, Scalar):
            yield one, other
        elif isinstance(one, SequenceNode) and isinstance(other, SequenceNode):
            if len(one.items) != len(other.items):
                yield None, None
            waiting += zip(one.items, other.items, strict=False)
        elif isinstance(one, MappingNode) and isinstance(other, MappingNode):
            if [key.text for key, _ in one.entries] != [key.text for key, _ in other.entries]:
                yield None, None
            pairs = zip(one.entries, other.entries, strict=False)
            waiting += [(old, new) for (_, old), (_, new) in pairs]
        else:
            yield None, None
