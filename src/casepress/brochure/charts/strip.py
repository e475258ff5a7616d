"""Key figures in columns at the foot of a page, below a rule, on as many lines as they take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casepress.brochure.column.side import label_lines, numeral, paint_numeral, spoken_figure
from casepress.brochure.publication.builder import OPENING_RULE, PageBuilder
from casepress.brochure.publication.context import Book
from casepress.brochure.text.setting import Lines, Numeral
from casepress.case.model import KeyFigure
from casepress.frozen import dataclass

LEAD_ROWS, LAST_ROWS, LINE_ROWS = 7, 5.5, 4
"""Rows kept for one line, from its rule to the foot of the frame, and for each further line."""
ROOM, NUMERAL = 36.0, 0.8
"""Height that a line has for words below the first of them; how high a numeral of the line below
reaches, of its size."""
LEAST_COLUMN, LABEL_GAP = 86.0, 10.0
Figures = Sequence[tuple[KeyFigure, str]]
"""Figures of the strip, each with its source."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A figure in its column: a numeral, or words where no column holds it, and its label."""

    source: str
    width: float
    number: Numeral | None
    heads: Lines
    labels: Lines


@dataclass(frozen=True, slots=True)
class Strip:
    """The figures line by line, with the further rows that long words of a line take."""

    book: Book
    lines: tuple[tuple[tuple[_Cell, ...], int], ...]

    @property
    def rows(self) -> int:
        """Rows at the foot of the page that no text may reach."""
        return LEAD_ROWS + LINE_ROWS * (len(self.lines) - 1) + sum(more for _, more in self.lines)

    def paint(self, page: PageBuilder, sect: int) -> None:
        """Put rule and figures at the foot of the page."""
        grid, full = page.grid, page.frame.full
        row = grid.rows - self.rows + LEAD_ROWS - LAST_ROWS
        page.rule(full.x, grid.row(row), full.right, "ink", OPENING_RULE)
        for cells, more in self.lines:
            self._paint_line(page, cells, int(row + 1.5), sect)
            row += LINE_ROWS + more

    def _paint_line(self, page: PageBuilder, cells: Sequence[_Cell], row: int, sect: int) -> None:
        grid, leading = page.grid, self.book.setter.leading("label")
        x = page.frame.full.x
        for cell in cells:
            element = page.tree.add("P", sect, source=cell.source)
            below = grid.baseline(row + 1)
            if cell.number:
                paint_numeral(page, cell.number, x, grid.baseline(row), element)
            else:
                last = page.column(cell.heads, x, grid.baseline(row), leading, element)
                below = max(below, last)
            page.column(cell.labels, x, below, leading, element)
            x += cell.width


def plan_strip(book: Book, figures: Figures) -> Strip:
    """Set figures in columns as wide as their numerals ask, at least 86 pt."""
    across, count = _shape(book, len(figures))
    lines = [_line(book, figures[k * across : (k + 1) * across]) for k in range(count)]
    last = count - 1
    more = [_more_rows(book, cells, last=k == last) for k, cells in enumerate(lines)]
    return Strip(book, tuple(zip(lines, more, strict=True)))


def _shape(book: Book, count: int) -> tuple[int, int]:
    """Return how many figures stand in a line of the strip, and how many lines they take."""
    most = max(1, int((book.grid.full_width + 1e-6) // (LEAST_COLUMN * book.setter.scale.display)))
    lines = -(-count // most) or 1
    return -(-count // lines), lines


def _line(book: Book, figures: Figures) -> tuple[_Cell, ...]:
    """Set the figures of a line; what no column holds is set as words."""
    if not figures:
        return ()
    setter, full = book.setter, book.grid.full_width
    numbers = [
        numeral(setter, figure, "figure_numeral", "unit", source) for figure, source in figures
    ]
    most = full / len(figures)
    shares = [replace(number, width=min(number.width, most)) for number in numbers]
    widths = column_widths(shares, full, LEAST_COLUMN * setter.scale.display)
    cells = []
    for (figure, source), number, width in zip(figures, numbers, widths, strict=True):
        heads: Lines = ()
        if number.width > width:
            words = spoken_figure(figure)
            heads = setter.phrases(words, "note_head", width - LABEL_GAP, f"{source}.value")
        labels = label_lines(setter, figure, width - LABEL_GAP, source)
        cells.append(_Cell(source, width, None if heads else number, heads, labels))
    return tuple(cells)


def _more_rows(book: Book, cells: Sequence[_Cell], *, last: bool) -> int:
    """Return the rows that words take beyond those every line has room for."""
    leading, row = book.setter.leading("label"), book.grid.leading
    below = max((max(row, len(c.heads) * leading) + (len(c.labels) - 1) * leading for c in cells),
                default=0.0)  # fmt: skip
    room = (LINE_ROWS - 1) * row - NUMERAL * book.setter.size("figure_numeral")
    return book.grid.rows_for(max(0.0, below - row - (ROOM if last else min(ROOM, room))))


def column_widths(
    numbers: Sequence[Numeral], width: float, least: float = LEAST_COLUMN
) -> list[float]:
    """Share *width* in proportion to the numerals, none below the least column."""
    total = sum(number.width for number in numbers)
    shares = [width * number.width / total for number in numbers]
    low = [share < least for share in shares]
    rest = width - least * sum(low)
    wide = sum(number.width for number, small in zip(numbers, low, strict=True) if not small)
    return [
        least if small else rest * number.width / wide
        for number, small in zip(numbers, low, strict=True)
    ]
