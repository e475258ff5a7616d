"""Where every value of a record was written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from casepress.diagnostics import Span
from casepress.frozen import dataclass
from casepress.source.folding import offsets_of
from casepress.source.nodes import Scalar
from casepress.source.reader import SourceText


@dataclass(frozen=True, slots=True)
class Places:
    """Where every value of a record was written. Paths look like ``practices[0].lead``."""

    values: dict[str, Span] = field(default_factory=dict)
    keys: dict[str, Span] = field(default_factory=dict)
    scalars: dict[str, Scalar] = field(default_factory=dict)
    read: dict[str, Sequence[int] | None] = field(default_factory=dict, compare=False, repr=False)
    """Of the texts asked for so far: where each of their characters stands in the file."""

    def nearest(self, path: str) -> Span | None:
        """Return the place of a path, or of the closest thing around it."""
        while path:
            for spans in (self.values, self.keys):
                if path in spans:
                    return spans[path]
            path = parent(path)
        return self.values.get("")

    def locate(self, source: SourceText, path: str, start: int, end: int) -> Span | None:
        """Return the place of the characters from *start* to *end* of a text value.

        Line breaks and indentation of block texts, escapes and folded lines are followed back to
        the file.
        """
        scalar = self.scalars.get(path)
        if scalar is None or scalar.span.file != source.name:
            return self.nearest(path)
        text = scalar.text
        offsets = self._offsets(source, path)
        lead = len(text) - len(text.lstrip())
        if not offsets or start + lead >= len(offsets):
            return scalar.span
        last = min(max(end, start + 1) + lead, len(offsets)) - 1
        return source.span(offsets[start + lead], offsets[last] + 1)

    def _offsets(self, source: SourceText, path: str) -> Sequence[int] | None:
        """Return where the characters of a text stand, found once: a long text is asked often."""
        if path not in self.read:
            one = self.scalars[path]
            self.read[path] = offsets_of(one.text, source.text, one.start, one.end, one.style)
        return self.read[path]


def parent(path: str) -> str:
    """Return the path of what holds a value."""
    return path[: max(path.rfind("."), path.rfind("["), 0)]
