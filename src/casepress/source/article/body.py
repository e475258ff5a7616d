"""The article as one normalised text, every character of which has a place and a source line."""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from casepress.frozen import dataclass
from casepress.source.article.block import Article, Block, Kind
from casepress.source.article.clean import clean


class Cut(NamedTuple):
    """A stretch of the body's text, from ``start`` up to ``end``."""

    start: int
    end: int


class Unit(NamedTuple):
    """A block of the article where it stands in the body's text."""

    start: int
    end: int
    kind: Kind
    level: int

    @property
    def cut(self) -> Cut:
        """The unit's text."""
        return Cut(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Body:
    """All blocks in order, normalised, each on a line of ``text``.

    ``changes`` counts what the normaliser did, by kind; ``raw`` are the blocks as they came.
    """

    text: str
    units: tuple[Unit, ...]
    raw: tuple[Block, ...]
    changes: tuple[tuple[str, int], ...] = ()

    def of(self, cut: Cut) -> str:
        """Return the text of a cut."""
        return self.text[cut.start : cut.end]

    def trim(self, start: int, end: int) -> Cut:
        """Return the cut from *start* to *end* without white space at its ends."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Cut(start, end)

    def paragraphs(self, start: int, end: int) -> tuple[Cut, ...]:
        """Return the cut from *start* to *end* by paragraphs, empty ones left out."""
        cuts = []
        while start < end:
            stop = self.text.find("\n", start, end)
            stop = end if stop < 0 else stop
            cut = self.trim(start, stop)
            if cut.start < cut.end:
                cuts.append(cut)
            start = stop + 1
        return tuple(cuts)

    def line(self, offset: int) -> int:
        """Return the source line of the character at *offset*."""
        index = bisect.bisect_right(self.units, offset, key=lambda unit: unit.start) - 1
        if index < 0:
            return 1
        block = self.raw[index]
        if not block.joins:
            return block.line
        ruler = _ruler(self.text)
        before = ruler[offset] - ruler[self.units[index].start]
        reached = bisect.bisect_right(block.joins, before, key=lambda join: join[0])
        return max(block.line, block.joins[reached - 1][1] if reached else block.line)


@lru_cache(maxsize=1)
def _ruler(text: str) -> tuple[int, ...]:
    """Return how many letters and digits stand before each place of a text."""
    return tuple(accumulate((char.isalnum() for char in text), initial=0))


def assemble(article: Article) -> Body:
    """Return the body of *article*: its blocks normalised one by one and put together.

    Why one by one: quotes and brackets pair within a paragraph, so a mark missing in one
    paragraph must not turn over the quotes of the next.
    """
    units: list[Unit] = []
    raw: list[Block] = []
    counts: Counter[str] = Counter()
    parts: list[str] = []
    position = 0
    for block in article.blocks:
        text, changes = clean(block.text, keep_spaces=_is_display(block))
        if not text:
            continue
        counts.update(changes)
        units.append(Unit(position, position + len(text), block.kind, block.level))
        raw.append(block)
        parts.append(text)
        position += len(text) + 1
    return Body("\n".join(parts), tuple(units), tuple(raw), _ordered(counts))


def _is_display(block: Block) -> bool:
    """Whether spaces between Han are meant: in titles and headings they part the phrases."""
    short = len(block.text) <= 60 and not block.text.rstrip().endswith(("。", "；", ";"))
    return block.kind in (Kind.TITLE, Kind.HEADING) or short


def _ordered(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items()))


def covered(cuts: Iterable[Cut]) -> list[Cut]:
    """Return the cuts in order, overlapping and touching ones joined."""
    joined: list[Cut] = []
    for cut in sorted(cuts):
        if joined and cut.start <= joined[-1].end:
            joined[-1] = Cut(joined[-1].start, max(joined[-1].end, cut.end))
        else:
            joined.append(cut)
    return joined
