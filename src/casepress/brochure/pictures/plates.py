"""Photographs: rows of them in the flow, beside the text, or on pages of their own.

Pictures in the flow stand in rows as wide as the page's columns, each cropped around its focus by
the few points that takes: the top of a row is level with the characters of its first line, its
lower edge stands on a baseline, captions on the next. A picture too coarse for that width is set
narrower, never coarser than the press takes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from casepress.brochure.column.side import Item
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.publication.context import Book
from casepress.brochure.text.setting import Lines
from casepress.case.model import Figure
from casepress.diagnostics import CasepressError
from casepress.frozen import dataclass
from casepress.picture import examine
from casepress.units import Rect

TOP_INSET = 4.2
"""From the top of a row to the top of the ink of a Han character."""
FALL = 5.0
"""From the last baseline of a picture to the foot of its row."""
MOST_CROP = 0.78
"""Least share of its height a picture keeps to stand with its text."""
BETWEEN = 2
"""Rows between rows of pictures."""
Crop = tuple[float, float, float, float]


def pixel_size(path: Path, source: str = "") -> tuple[int, int]:
    """Return width and height of a picture as it is to be seen.

    ``source`` is its place in the case, such as ``figures[0]``.

    Raises:
        CasepressError: CP0601 to CP0606, see :mod:`casepress.picture`.
    """
    try:
        return examine(path).size
    except CasepressError as error:
        (found,) = error.diagnostics
        known = {**found.params, "source": source}
        raise CasepressError(replace(found, params=known), error.exit_code) from error


def crop_to(size: tuple[int, int], width: float, height: float, focus: tuple[float, float]) -> Crop:
    """Return the part of a picture that fills a frame, as near to the focus as its edges allow."""
    have, want = size[0] / size[1], width / height
    share_x, share_y = min(1.0, want / have), min(1.0, have / want)
    left = min(max(focus[0] - share_x / 2, 0.0), 1 - share_x)
    top = min(max(focus[1] - share_y / 2, 0.0), 1 - share_y)
    return (round(left, 6), round(top, 6), round(left + share_x, 6), round(top + share_y, 6))


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture of the case: what it is, and its pixels."""

    figure: Figure
    index: int
    size: tuple[int, int]

    @property
    def source(self) -> str:
        """Its place in the case."""
        return f"figures[{self.index}]"

    @property
    def ratio(self) -> float:
        """Width by height."""
        return self.size[0] / self.size[1]

    @property
    def alt(self) -> str:
        """What a screen reader says of it."""
        return self.figure.alt or self.figure.caption

    def paint(self, page: PageBuilder, book: Book, rect: Rect, parent: int) -> None:
        """Put the picture into a frame, cropped around its focus."""
        element = page.tree.figure(self.alt, rect, page.number - 1, parent, source=self.source)
        crop = crop_to(self.size, rect.width, rect.height, self.figure.focus)
        page.picture(rect, str(book.base_dir / self.figure.path), crop, element)


def shot(book: Book, index: int) -> Shot:
    """Look at a picture of the case."""
    figure = book.case.figures[index]
    return Shot(figure, index, pixel_size(book.base_dir / figure.path, f"figures[{index}]"))


def captions(book: Book, one: Shot, width: float) -> tuple[Lines, ...]:
    """Return caption and credit of a picture as lines of *width*."""
    figure, setter = one.figure, book.setter
    found: list[Lines] = []
    if figure.caption:
        found.append(setter.phrases(figure.caption, "caption", width, f"{one.source}.caption"))
    if figure.credit:
        found.append(setter.phrases(figure.credit, "label", width, f"{one.source}.credit"))
    return tuple(found)


def paint_captions(
    page: PageBuilder,
    book: Book,
    one: Shot,
    lines: Sequence[Lines],
    x: float,
    y: float,
    parent: int,
) -> None:
    """Put caption and credit below each other from baseline *y*."""
    if not lines:
        return
    element = page.tree.add("Caption", parent, source=f"{one.source}.caption")
    leading = book.setter.leading("caption")
    for part in lines:
        y = page.column(part, x, y, leading, element)


@dataclass(frozen=True, slots=True)
class Cell:
    """A picture of a row: where it begins and how wide it is, and its captions."""

    shot: Shot
    x: float
    width: float
    captions: tuple[Lines, ...]


@dataclass(frozen=True, slots=True)
class Plate:
    """A row of one to three pictures with their captions, or one on a page of its own."""

    book: Book
    cells: tuple[Cell, ...]
    picture_rows: int
    form: str = "row"
    """``row``, ``bleed`` or ``spread``."""
    at_body: bool = False
    """Begins at the body column instead of the outermost one."""
    whole: bool = False
    """The author wants it as wide as the page."""

    @property
    def shot(self) -> Shot:
        """Its first picture."""
        return self.cells[0].shot

    @property
    def caption_rows(self) -> int:
        """Rows of the longest caption."""
        lines = max(sum(len(part) for part in cell.captions) for cell in self.cells)
        return (lines * 2 + 2) // 3

    @property
    def rows(self) -> int:
        """Rows with the captions."""
        return self.picture_rows + self.caption_rows

    def paint(self, page: PageBuilder, row: int, parent: int, x: float | None = None) -> None:
        """Put the pictures and their captions on the page from *row*."""
        grid, frame = page.grid, page.frame
        if x is None:
            x = frame.body.x if self.at_body else frame.full.x
        top = grid.row(row) + TOP_INSET
        height = grid.baseline(row + self.picture_rows - 1) - top
        y = grid.baseline(row + self.picture_rows)
        for cell in self.cells:
            rect = Rect(x + cell.x, top, cell.width, height)
            cell.shot.paint(page, self.book, rect, parent)
            paint_captions(page, self.book, cell.shot, cell.captions, x + cell.x, y, parent)


def beside_plate(book: Book, one: Shot) -> Plate:
    """Measure a picture for the side column."""
    width = book.grid.side_width
    rows = round((width / one.ratio + TOP_INSET + FALL) / book.grid.leading)
    cell = Cell(one, 0.0, width, captions(book, one, width))
    return Plate(book, (cell,), min(max(rows, 3), book.grid.rows - 4))


def beside_item(plate: Plate) -> Item:
    """Return a picture as an item of the side column."""
    return Item("picture", plate.rows, 1, _beside(plate))


def _beside(plate: Plate) -> Callable[[PageBuilder, float, int, int], None]:
    def paint(page: PageBuilder, x: float, row: int, parent: int) -> None:
        plate.paint(page, row, parent, x)

    return paint
