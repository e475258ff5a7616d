"""Pairs of a label and a word that sums it up, side by side below a result."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.brochure.charts.zone import Part, Titled, title_rows, zone_title
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.publication.context import Book
from casepress.brochure.text.setting import Lines
from casepress.case.model import Pair
from casepress.frozen import dataclass

ACROSS, GAP, LEAST = 4, 19.5, 64.0
"""Most pairs in a row, the gap between them and the width they need."""
ROWS, LABEL_ROW, VALUE_ROW = 5, 2, 4
SMALLEST = 10.5


@dataclass(frozen=True, slots=True)
class _Words:
    """A pair as set: one line each, or as many as its column asks for."""

    label: Lines
    value: Lines
    value_leading: float


def pair_parts(book: Book, pairs: Sequence[Pair], source: str, titled: Titled | None) -> list[Part]:
    """Return the pairs of a result in rows; *titled* names the first of them."""
    each = _across(book, len(pairs))
    return [
        _row(book, pairs[start : start + each], f"{source}.pairs", start, None if start else titled)
        for start in range(0, len(pairs), each)
    ]


def _across(book: Book, count: int) -> int:
    """Return how many pairs stand in a row: all up to four, as the width allows, evenly."""
    most = ACROSS
    while most > 1 and (book.grid.full_width + GAP) / most - GAP < LEAST:
        most -= 1
    lines = -(-count // most) or 1
    return -(-count // lines) if most < ACROSS else most


def _row(book: Book, pairs: Sequence[Pair], source: str, start: int, titled: Titled | None) -> Part:
    """Return a row of pairs, as high as the longest of them asks."""
    setter, grid = book.setter, book.grid
    lead = title_rows(book, titled)
    each = (grid.full_width + GAP) / _across(book, len(pairs))
    if len(pairs) < ACROSS and any(
        setter.width(pair.value, "pair_value") > each - GAP for pair in pairs
    ):
        each = (grid.full_width + GAP) / len(pairs)
    size = _size(book, pairs, each - GAP)
    words = [
        _words(book, pair, each - GAP, size, f"{source}[{start + k}]")
        for k, pair in enumerate(pairs)
    ]
    down = grid.rows_for(_height(book, max(len(one.label) for one in words)))
    tail = grid.rows_for(max((len(one.value) - 1) * one.value_leading for one in words))

    def paint(page: PageBuilder, row: int, parent: int, opens: bool) -> None:
        zone_title(page, book, titled, row + 1, parent)
        x = page.frame.full.x
        for k, one in enumerate(words):
            element = page.tree.add("P", parent, source=f"{source}[{start + k}]")
            y = page.grid.baseline(row + lead + LABEL_ROW)
            page.column(one.label, x, y, setter.leading("pair_label"), element)
            y = page.grid.baseline(row + lead + VALUE_ROW + down)
            page.column(one.value, x, y, one.value_leading, element)
            x += each

    return Part(ROWS + lead + down + tail, paint)


def _height(book: Book, lines: int) -> float:
    """Return what lines of a label beyond the first add."""
    return (lines - 1) * book.setter.leading("pair_label")


def _size(book: Book, pairs: Sequence[Pair], width: float) -> float | None:
    """Return the size of all values of a row, smaller than theirs where one is wide."""
    widest = max(book.setter.width(pair.value, "pair_value") for pair in pairs)
    own = book.setter.size("pair_value")
    return None if widest <= width else max(SMALLEST, own * width / widest)


def _words(book: Book, pair: Pair, width: float, size: float | None, source: str) -> _Words:
    """Set a pair, in lines where it is too wide for its column."""
    setter, own = book.setter, book.setter.size("pair_value")
    label = setter.phrases(pair.label, "pair_label", width, f"{source}.label")
    value = setter.phrases(pair.value, "pair_value", width, f"{source}.value", size=size)
    return _Words(label, value, setter.leading("pair_value") * (size or own) / own)
