"""Charts and pictures between the paragraphs of a document.

Charts are drawn for rows of 18 pt; they stand on a grid of their own that begins where they do, so
that the document's wide rows don't tear them apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from casepress.brochure.charts.zone import Part
from casepress.brochure.column.flow import Block
from casepress.brochure.document.text import Parent
from casepress.brochure.pictures.gallery import rows_at
from casepress.brochure.pictures.plates import Plate
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.publication.context import Book
from casepress.brochure.publication.geometry import Grid
from casepress.case.picturing import COVER

ROW_PT = 18.0
"""The rows that charts and pictures are measured in."""


def fine(grid: Grid, top: float = 0.0) -> Grid:
    """Return the grid of an exhibit whose first row begins at *top*, as wide as the page's."""
    return replace(grid, top=top, leading=ROW_PT, rows=int(grid.rows * grid.leading / ROW_PT))


@contextmanager
def on_grid(book: Book, grid: Grid, page: PageBuilder | None = None) -> Iterator[None]:
    """Measure and paint on another grid for a while."""
    kept = book.grid
    book.grid = grid
    if page is not None:
        page.grid = grid
    try:
        yield
    finally:
        book.grid = kept
        if page is not None:
            page.grid = kept


def part_blocks(book: Book, make: Callable[[], Sequence[Part]], parent: Parent) -> list[Block]:
    """Return parts of a data zone as blocks; *make* is called on the exhibits' grid."""
    with on_grid(book, fine(book.grid)):
        parts = make()
    blocks = []
    for number, part in enumerate(parts):
        fitting = _fitting(book, part)
        blocks += [_block(book, one, parent, number == 0 and k == 0)
                   for k, one in enumerate(fitting)]  # fmt: skip
    return blocks


def _fitting(book: Book, part: Part) -> list[Part]:
    """Split a part that a page doesn't hold, where it can be split."""
    most = int(book.grid.rows * book.grid.leading / ROW_PT) - 1
    found = []
    with on_grid(book, fine(book.grid)):
        while part.rows > most and part.split is not None:
            halves = part.split(most)
            if halves is None:
                break
            found.append(halves[0])
            part = halves[1]
    return [*found, part]


def _block(book: Book, part: Part, parent: Parent, opens: bool) -> Block:
    rows = book.grid.rows_for(part.rows * ROW_PT + ROW_PT / 2)

    def paint(page: PageBuilder, row: int, start: int, count: int) -> None:
        spare = rows * page.grid.leading - part.rows * ROW_PT
        grid = fine(page.grid, page.grid.row(row) + spare / 2)
        with on_grid(book, grid, page):
            part.paint(page, 0, parent(page), opens)

    return Block(rows, paint)


def picture_blocks(book: Book, place: str, parent: Parent) -> list[Block]:
    """Return the pictures that belong to a place in rows, each with its caption below it."""
    with on_grid(book, fine(book.grid)):
        plates = rows_at(book, place)
    return [_picture(book, plate, parent, free=place == COVER) for plate in plates]


def _picture(book: Book, plate: Plate, parent: Parent, *, free: bool) -> Block:
    rows = book.grid.rows_for(plate.rows * ROW_PT)

    def paint(page: PageBuilder, row: int, start: int, count: int) -> None:
        grid = fine(page.grid, page.grid.row(row))
        with on_grid(book, grid, page):
            plate.paint(page, 0, parent(page))

    return Block(rows, paint, floats="freely" if free else "section")
