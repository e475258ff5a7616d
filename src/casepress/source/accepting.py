"""Comments by which an editor accepts what a check finds: ``# casepress: ignore CP0408``.

A comment on a line speaks for that line, one on a line of its own for the next; a text of several
lines is spoken for by its first line or its key. ``ignore-file`` speaks for the whole file. Words
after the ids are the editor's reason and are not looked at.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final

from casepress.diagnostics import Diagnostic, Span
from casepress.frozen import dataclass
from casepress.source.folding import content_start
from casepress.source.nodes import Scalar
from casepress.source.places import Places
from casepress.source.reader import SourceText

LINE: Final = "ignore"
FILE: Final = "ignore-file"
_COMMENT: Final = re.compile(
    r"(?:^|(?<=[ \t\r\n]))#[ \t]*casepress[ \t]*[:：][ \t]*", re.IGNORECASE
)
_WORD: Final = re.compile(r"[\w-]*")
_ID: Final = re.compile(r"[ \t,，、;；]*(?P<id>[A-Za-z]{1,3}\d{1,6})(?![\w-])")
_BLANK_OR_COMMENT: Final = re.compile(r"\s*(?:#.*)?$")


@dataclass(frozen=True, slots=True)
class Wish:
    """One id of one comment: which lines it speaks for; no lines at all means the whole file."""

    id: str
    span: Span
    lines: range | None = None

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Tell whether this accepts a diagnostic, by id and place."""
        if diagnostic.id != self.id:
            return False
        if self.lines is None:
            return True
        place = diagnostic.span
        return place is not None and place.file == self.span.file and place.line in self.lines


@dataclass(frozen=True, slots=True)
class Malformed:
    """A comment that speaks to the program in words it does not know."""

    word: str
    span: Span


def wishes(source: SourceText, places: Places) -> tuple[tuple[Wish, ...], tuple[Malformed, ...]]:
    """Return what the comments of a text accept, and the comments that can't be understood.

    Args:
        source: the text of the case.
        places: where its values stand: a mark inside a value is text, no comment.
    """
    if "casepress" not in source.text.lower():
        return (), ()
    texts = sorted(_contents(source, places.scalars.values()))
    starts = [start for start, _ in texts]
    extents = tuple(_extents(places))
    found: list[Wish] = []
    malformed: list[Malformed] = []
    for match in _COMMENT.finditer(source.text):
        inside = bisect_right(starts, match.start()) - 1
        if inside >= 0 and match.start() < texts[inside][1]:
            continue
        word = _WORD.match(source.text, match.end())
        assert word is not None
        ids = tuple(_ids(source, word.end()))
        if word.group().lower() not in (LINE, FILE) or not ids:
            malformed.append(Malformed(word.group(), source.span(match.start(), word.end())))
            continue
        whole = word.group().lower() == FILE
        lines = None if whole else _lines(source, match.start(), extents)
        found += [Wish(id_, span, lines) for id_, span in ids]
    return tuple(found), tuple(malformed)


def _ids(source: SourceText, place: int) -> Iterator[tuple[str, Span]]:
    while match := _ID.match(source.text, place):
        yield match["id"].upper(), source.span(match.start("id"), match.end("id"))
        place = match.end()


def _contents(source: SourceText, scalars: Iterable[Scalar]) -> Iterator[tuple[int, int]]:
    """Yield start and end of every value's own characters, headers of block texts left out."""
    for scalar in scalars:
        if scalar.span.file == source.name:
            yield content_start(source.text, scalar.start, scalar.style), scalar.end


def _extents(places: Places) -> Iterator[tuple[int, int]]:
    """Yield first and last line of every value that takes several lines, its key's included."""
    for path, scalar in places.scalars.items():
        key = places.keys.get(path)
        first = min(scalar.span.line, key.line) if key else scalar.span.line
        last = scalar.span.end_line - (scalar.span.end_column == 1)
        if last > first:
            yield first, last


def _lines(source: SourceText, offset: int, extents: Iterable[tuple[int, int]]) -> range:
    """Return the lines that a comment speaks for."""
    number, column = source.position(offset)
    if not source.line(number)[: column - 1].strip():
        number += 1
        while number <= len(source.starts) and _BLANK_OR_COMMENT.match(source.line(number)):
            number += 1
    last = max((end for start, end in extents if start == number), default=number)
    return range(number, last + 1)
