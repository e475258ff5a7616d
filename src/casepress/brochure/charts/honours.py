"""Honours: the dated ones along a line of years, the undated ones as a list of two columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from casepress.brochure.charts.zone import Part
from casepress.brochure.drawing.ornament import circle
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.publication.context import Book
from casepress.brochure.text.setting import Lines
from casepress.case.model import Honour
from casepress.frozen import dataclass

YEAR_X, TITLE_X, WHEN_GAP = 21.0, 105.0, 2.0
NAME_SHARE, NAME_GAP = 190 / 466.5, 10.0
DOT, LINE = 4.0, 1.5
FEW, WIDE_PITCH, PITCH = 5, 3, 2
CLOSER = 4.0
"""How far a holder moves up to its title where the next title follows on the row after it."""
HEAD_ROWS = 3
Dated = tuple[int, Honour]
"""An honour with its index in the case."""


def honour_parts(book: Book, honours: Sequence[Honour]) -> list[Part]:
    """Return the parts of the zone: dated, then undated."""
    indexed = list(enumerate(honours))
    dated = sorted((pair for pair in indexed if pair[1].when), key=_moment)
    undated = [pair for pair in indexed if not pair[1].when]
    parts: list[Part] = []
    if dated:
        pitch = WIDE_PITCH if len(dated) <= FEW else PITCH
        heights = [max(pitch, _dated_rows(book, honour)) for _, honour in dated]
        parts.append(_years(book, dated, heights, pitch, head=True))
    if undated:
        heights = [_name_rows(book, honour) for _, honour in undated]
        parts.append(_names(book, undated, heights, head=True, alone=not dated))
    return parts


def _moment(pair: Dated) -> tuple[int, int, int]:
    """Order in time; a date of the year alone follows the dated honours of that year."""
    index, honour = pair
    year = re.search(r"\d{4}", honour.when)
    rest = honour.when[year.end() :] if year else ""
    month = re.search(r"\d{1,2}", rest)
    return int(year.group()) if year else 9999, int(month.group()) if month else 99, index


def _head(page: PageBuilder, book: Book, label: str, note: str, row: int, parent: int) -> None:
    caption = page.tree.add("Caption", parent)
    line = book.setter.line(label, "figure_label")
    x, y = page.frame.full.x, page.grid.baseline(row)
    page.text(line, x, y, caption)
    page.text(book.setter.line(note, "chart_title"), x + line.width_pt + 8, y, caption)


# -- dated ---------------------------------------------------------------------------------


def _years(
    book: Book, honours: Sequence[Dated], heights: Sequence[int], pitch: int, *, head: bool
) -> Part:
    lead = HEAD_ROWS if head else 1
    starts = list(accumulate(heights, initial=lead))

    def paint(page: PageBuilder, row: int, parent: int, opens: bool) -> None:
        if head:
            _head(page, book, "荣誉与大事", "原文注明年份", row + 1, parent)
        whole = page.tree.shared("honours:dated", "L", parent)
        x, grid = page.frame.full.x, page.grid
        top, bottom = (grid.baseline(row + starts[k]) - DOT for k in (0, len(honours) - 1))
        if len(honours) > 1:
            page.stem(x + DOT, top, bottom, "goldD", LINE)
        for k, (index, honour) in enumerate(honours):
            rise = CLOSER if pitch == PITCH else 0.0
            _dated(page, book, honour, index, (row + starts[k], rise), whole)

    def split(rows: int) -> tuple[Part, Part] | None:
        count = sum(1 for end in starts[1:] if end <= rows)
        if count < 1 or count >= len(honours):
            return None
        first = _years(book, honours[:count], heights[:count], pitch, head=head)
        return first, _years(book, honours[count:], heights[count:], pitch, head=False)

    return Part(starts[-1] + (1 if pitch == WIDE_PITCH else 0), paint, split=split)


@dataclass(frozen=True, slots=True)
class Words:
    """A dated honour on its lines."""

    when: Lines
    titles: Lines
    holders: Lines


def _words(book: Book, honour: Honour, source: str) -> Words:
    setter, room = book.setter, book.grid.full_width - TITLE_X
    when = setter.phrases(honour.when, "honour_year", TITLE_X - YEAR_X - WHEN_GAP, f"{source}.when")
    titles = setter.phrases(honour.title, "honour_title", room, f"{source}.title")
    holder = _holder(honour)
    holders = setter.ragged(holder, "label", room, f"{source}.holder") if holder else ()
    return Words(when, titles, holders)


def _dated_rows(book: Book, honour: Honour) -> int:
    words = _words(book, honour, "")
    more = max(0, len(words.holders) - 1) * book.setter.leading("label")
    below = (1 if words.holders else 0) + book.grid.rows_for(more)
    return max(len(words.when), len(words.titles) + below)


def _dated(
    page: PageBuilder,
    book: Book,
    honour: Honour,
    index: int,
    place: tuple[int, float],
    whole: int,
) -> None:
    """Paint an honour on its row, its holder below it, lifted towards it."""
    grid, x = page.grid, page.frame.full.x
    source = f"results.honours[{index}]"
    row, rise = place
    y = grid.baseline(row)
    page.path(circle(x + DOT, y - DOT, DOT), fill="brand")
    item = page.tree.add("LI", whole, source=source)
    label = page.tree.add("Lbl", item, source=f"{source}.when")
    words = _words(book, honour, source)
    page.column(words.when, x + YEAR_X, y, grid.leading, label)
    body = page.tree.add("LBody", item, source=f"{source}.title")
    last = page.column(words.titles, x + TITLE_X, y, grid.leading, body)
    leading = book.setter.leading("label")
    page.column(words.holders, x + TITLE_X, last - 1 - rise, leading, body)


def _holder(honour: Honour) -> str:
    conferrer = f"授予：{honour.conferrer}" if honour.conferrer else ""
    return "\u3000".join(text for text in (honour.holder, conferrer) if text)


# -- undated -------------------------------------------------------------------------------


def _names(
    book: Book, honours: Sequence[Dated], heights: Sequence[int], *, head: bool, alone: bool
) -> Part:
    lead = HEAD_ROWS if head else 1

    def paint(page: PageBuilder, row: int, parent: int, opens: bool) -> None:
        if head:
            _head(page, book, "荣誉与当选", "" if alone else "原文未注明年份", row + 1, parent)
        whole = page.tree.shared("honours:undated", "L", parent)
        at = row + lead
        for (index, honour), height in zip(honours, heights, strict=True):
            _undated(page, book, honour, index, at, whole)
            at += height

    def split(rows: int) -> tuple[Part, Part] | None:
        count = sum(1 for end in accumulate(heights, initial=lead) if end <= rows) - 1
        if count < 2 or count >= len(honours):
            return None
        first = _names(book, honours[:count], heights[:count], head=head, alone=alone)
        return first, _names(book, honours[count:], heights[count:], head=False, alone=alone)

    return Part(lead + sum(heights), paint, split=split)


def _columns(book: Book, honour: Honour, source: str) -> tuple[Lines, Lines]:
    room = _name_width(book)
    names = book.setter.phrases(honour.title, "honour_name", room - NAME_GAP, f"{source}.title")
    holder = _holder(honour)
    holders = (
        book.setter.phrases(
            holder, "honour_holder", book.grid.full_width - room, f"{source}.holder"
        )
        if holder
        else ()
    )
    return names, holders


def _name_width(book: Book) -> float:
    """Return the width of the column of names, in whole points."""
    return float(round(book.grid.full_width * NAME_SHARE))


def _name_rows(book: Book, honour: Honour) -> int:
    return max(len(lines) for lines in _columns(book, honour, ""))


def _undated(
    page: PageBuilder, book: Book, honour: Honour, index: int, row: int, whole: int
) -> None:
    source = f"results.honours[{index}]"
    x, grid = page.frame.full.x, page.grid
    names, holders = _columns(book, honour, source)
    item = page.tree.add("LI", whole, source=source)
    body = page.tree.add("LBody", item, source=f"{source}.title")
    page.column(names, x, grid.baseline(row), grid.leading, body)
    page.column(holders, x + _name_width(book), grid.baseline(row), grid.leading, body)
