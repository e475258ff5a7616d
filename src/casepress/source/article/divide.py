"""Divide a stretch of the article into its items: by headings, numbers, words like 一是."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from casepress.frozen import dataclass
from casepress.source.article.block import Kind
from casepress.source.article.body import Body, Cut, Unit
from casepress.source.article.numbering import INLINE, WORDS, Marker, Style, marker_at
from casepress.source.article.sentence import inside, is_stop

_BEFORE_NUMBER = frozenset("。！？；：…\n")
_BEFORE_WORD = _BEFORE_NUMBER | {"，", "、"}
_LONGEST_LINE = 36
_RUN_IN = re.compile(r"[^，。；：！？、“”\s\d｜]{3,12}[。：]")


@dataclass(frozen=True, slots=True)
class Piece:
    """An item: its number (if it has one), where its words begin and end.

    ``headed`` says that its first line is a heading of its own by the file's format or by
    standing alone.
    """

    number: Marker | None
    start: int
    end: int
    headed: bool = False

    @property
    def mark(self) -> tuple[Cut, ...]:
        """The cut of its number."""
        return (Cut(self.number.start, self.number.end),) if self.number else ()


@dataclass(frozen=True, slots=True)
class Division:
    """What stands before the first item, and the items."""

    lead: Cut
    pieces: tuple[Piece, ...] = ()
    style: Style | None = None


@dataclass(frozen=True, slots=True)
class _Opening:
    """A place where an item may begin."""

    offset: int
    marker: Marker | None
    unit: Unit | None


def divide(body: Body, start: int, end: int, used: Collection[Style] = ()) -> Division:
    """Divide body.text[start:end] by its outermost way of numbering that is not *used* already.

    Headings of the format and numbers at the start of a paragraph come first, whichever is met
    first; then short lines that stand alone; then numbers in the middle of a paragraph.

    Why: an introduction often counts 一是…二是… in one sentence before the real items follow as
    paragraphs, so the place of a number says more than its kind.
    """
    openings = _openings(body, start, end, used)
    for chosen in (
        _by_first(openings, body, end, used),
        _by_lines(body, start, end),
        _by_run_in(body, start, end),
    ):
        if chosen:
            return _cut(body, start, end, chosen)
    return _cut(body, start, end, _by_inline(body, start, end, used))


def clipped(body: Body, start: int, end: int) -> list[Unit]:
    """Return the units of the body between *start* and *end*, the ends clipped."""
    return [
        Unit(max(unit.start, start), min(unit.end, end), unit.kind, unit.level)
        for unit in body.units
        if unit.start < end and unit.end > start
    ]


def _openings(body: Body, start: int, end: int, used: Collection[Style]) -> list[_Opening]:
    found = []
    for unit in clipped(body, start, end):
        marker = marker_at(body.text, body.trim(unit.start, unit.end).start, unit.end)
        if marker and marker.style in used:
            marker = None
        if marker or unit.kind is Kind.HEADING:
            found.append(_Opening(unit.start, marker, unit))
    return found


def _by_first(
    openings: Sequence[_Opening], body: Body, end: int, used: Collection[Style]
) -> list[_Opening]:
    """Return openings at paragraph starts that are of the kind of the first one that repeats."""
    for first in openings:
        same = _same_kind(first, openings)
        heading = first.unit is not None and first.unit.kind is Kind.HEADING
        if heading and (len(same) > 1 or (first.unit is not None and first.unit.level < 9)):
            return same
        if first.marker and not heading:
            same = _with_inline(body, end, first.marker.style, same)
            if len(same) > 1 or _stands_alone(body, first, end):
                return same
    return []


def _same_kind(first: _Opening, openings: Sequence[_Opening]) -> list[_Opening]:
    """Return the openings like *first*: same heading level, or same style of number."""
    if first.unit is not None and first.unit.kind is Kind.HEADING:
        level = first.unit.level
        return [
            o for o in openings if o.unit and o.unit.kind is Kind.HEADING and o.unit.level == level
        ]
    style = first.marker.style if first.marker else None
    return [o for o in openings if o.marker and o.marker.style is style]


def _stands_alone(body: Body, opening: _Opening, end: int) -> bool:
    """Whether the paragraph is a short line with more text after it: a heading."""
    unit = opening.unit
    if unit is None or unit.end >= end:
        return False
    text = body.text[unit.start : unit.end]
    return len(text) <= _LONGEST_LINE and not any(mark in text[:-1] for mark in "。；！？")


def _with_inline(
    body: Body, end: int, style: Style, openings: Sequence[_Opening]
) -> list[_Opening]:
    """Add the items that begin inside a paragraph where the count at paragraph starts skips one."""
    if style not in INLINE:
        return list(openings)
    later = {o.marker.ordinal for o in openings if o.marker}
    chain = [openings[0]]
    rest = list(openings[1:])
    for opening in _inline_openings(body, openings[0].offset + 1, end, style):
        while rest and rest[0].offset <= opening.offset:
            chain.append(rest.pop(0))
        before, marker = chain[-1].marker, opening.marker
        if before is None or marker is None or chain[-1].offset >= opening.offset:
            continue
        follows = marker.ordinal == before.ordinal + 1
        if style is Style.FIRSTLY:
            follows = marker.ordinal > before.ordinal
        if follows and marker.ordinal not in later:
            chain.append(opening)
    return chain + rest


def _by_lines(body: Body, start: int, end: int) -> list[_Opening]:
    """Short lines without a stop, each followed by a longer paragraph."""
    units = clipped(body, start, end)
    found = []
    for unit, after in pairwise(units):
        text, following = body.of(unit.cut), body.of(after.cut)
        if (
            2 < len(text) <= _LONGEST_LINE
            and not text.endswith(("。", "！", "？", "；", "，", "：", "、", "”"))
            and not any(mark in text for mark in "。；")
            and len(following) > 1.5 * len(text)
            and following.endswith(("。", "！", "？", "；", "”", "）"))
        ):
            found.append(_Opening(unit.start, None, unit))
    return found if len(found) > 1 else []


def _by_run_in(body: Body, start: int, end: int) -> list[_Opening]:
    """Paragraphs that all open with a few words and a stop or colon (先连起来。为217台……).

    Only the first may be without: it introduces them. One that opens otherwise, or two alike
    openings too few, and the paragraphs are prose.
    """
    units = [unit for unit in clipped(body, start, end) if unit.start < unit.end]
    if units and not _runs_in(body, units[0]):
        units = units[1:]
    if len(units) < 2 or not all(_runs_in(body, unit) for unit in units):
        return []
    return [_Opening(unit.start, None, None) for unit in units]


def _runs_in(body: Body, unit: Unit) -> bool:
    """Whether a paragraph opens with a short sentence or label and goes on at more length."""
    cut = body.trim(unit.start, unit.end)
    match = _RUN_IN.match(body.text, cut.start, cut.end)
    return match is not None and cut.end - match.end() > 1.2 * (match.end() - cut.start)


def _by_inline(body: Body, start: int, end: int, used: Collection[Style]) -> list[_Opening]:
    """Items that begin inside paragraphs: the outermost style that counts 1, 2, 3.

    A number left out (一是…三是…) does not end the count: the text is as it is.
    """
    for style in INLINE:
        if style in used:
            continue
        chain: list[_Opening] = []
        for opening in _inline_openings(body, start, end, style):
            ordinal = opening.marker.ordinal if opening.marker else 0
            last = chain[-1].marker.ordinal if chain and chain[-1].marker else 0
            follows = ordinal > last if style is Style.FIRSTLY else last < ordinal <= last + 2
            if follows and (chain or ordinal == 1):
                chain.append(opening)
        if len(chain) > 1:
            return chain
    return []


def _inline_openings(body: Body, start: int, end: int, style: Style) -> list[_Opening]:
    """Every number of *style* after a stop (words like 一是 also after a comma)."""
    text = body.text
    mask = inside(text)
    before = _BEFORE_WORD if style in WORDS else _BEFORE_NUMBER
    found = []
    offset = start
    while offset < end:
        if (offset == start or _may_open(text, offset, before)) and _is_free(text, mask, offset):
            marker = marker_at(text, offset, end)
            if marker and marker.style is style:
                found.append(_Opening(offset, marker, None))
                offset = marker.end
                continue
        offset += 1
    return found


def _may_open(text: str, offset: int, before: Collection[str]) -> bool:
    """Whether what stands before *offset* ends a sentence, closing quotes included."""
    last = offset - 1
    if text[last] in "”’」" and last > 0:
        return text[last - 1] in _BEFORE_NUMBER
    return text[last] in before or is_stop(text, last)


def _is_free(text: str, mask: bytes, offset: int) -> bool:
    """Whether *offset* is outside quotes and brackets, or opens a bracket that is."""
    if not mask[offset]:
        return True
    return text[offset] in "（(" and not (
        offset and mask[offset - 1] and text[offset - 1] in "。！？；：，、"
    )


def _cut(body: Body, start: int, end: int, openings: Sequence[_Opening]) -> Division:
    if not openings:
        return Division(body.trim(start, end))
    pieces = []
    for index, opening in enumerate(openings):
        stop = openings[index + 1].offset if index + 1 < len(openings) else end
        words = body.trim(opening.marker.end if opening.marker else opening.offset, stop)
        unit = opening.unit
        alone = unit is not None and (unit.kind is Kind.HEADING or opening.marker is None)
        pieces.append(Piece(opening.marker, words.start, words.end, alone))
    style = openings[0].marker.style if openings[0].marker else None
    return Division(body.trim(start, openings[0].offset), tuple(pieces), style)
