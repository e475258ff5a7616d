"""Photographs: full width in the flow, beside the text, or on pages of their own.

A picture in the flow hangs at the foot of its page: its top is level with the characters of its
first row, its lower edge stands on a baseline, its caption on the next. It is cropped around its
focus by the few points that takes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from casepress.brochure.builder import PageBuilder
from casepress.brochure.context import Book, Leaf
from casepress.brochure.setting import Lines
from casepress.brochure.side import Item
from casepress.case.model import Figure
from casepress.diagnostics import CasepressError
from casepress.frozen import dataclass
from casepress.picture import examine
from casepress.units import Rect

TOP_INSET = 4.2
"""From the top of a row to the top of the ink of a Han character."""
LEAST_ROWS, CAPTION_ROWS = 8, 4
MOST_CROP = 0.78
"""Least share of its height a picture keeps to stand with its text."""
CAPTION_GAP = 8.0
FOOT_ROWS = 3
"""Rows below a picture that bleeds, for its caption."""
Crop = tuple[float, float, float, float]


def pixel_size(path: Path, source: str = "") -> tuple[int, int]:
    """Return width and height of a picture as it is to be seen.

    ``source`` is its place in the case, such as ``figures[0]``.

    Raises:
        CasepressError: CP0601 to CP0604, see :mod:`casepress.picture`.
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
class Plate:
    """A picture of whole rows with its caption."""

    book: Book
    figure: Figure
    source: str
    width: float
    picture_rows: int
    captions: tuple[tuple[Lines, str], ...]

    @property
    def rows(self) -> int:
        """Rows with the caption."""
        lines = sum(len(lines) for lines, _ in self.captions)
        return self.picture_rows + (lines * 2 + 2) // 3

    def paint(self, page: PageBuilder, row: int, parent: int, x: float | None = None) -> None:
        """Put the picture and its caption on the page from *row*."""
        grid = page.grid
        x = page.frame.full.x if x is None else x
        top = grid.row(row) + TOP_INSET
        rect = Rect(x, top, self.width, grid.baseline(row + self.picture_rows - 1) - top)
        self._picture(page, rect, parent)
        y = grid.baseline(row + self.picture_rows)
        _caption(page, self, x, y, parent)

    def _picture(self, page: PageBuilder, rect: Rect, parent: int) -> None:
        element = page.tree.figure(
            self.figure.alt or self.figure.caption,
            rect,
            page.number - 1,
            parent,
            source=self.source,
        )
        size = pixel_size(self.book.base_dir / self.figure.path)
        crop = crop_to(size, rect.width, rect.height, self.figure.focus)
        page.picture(rect, str(self.book.base_dir / self.figure.path), crop, element)


def _caption(page: PageBuilder, plate: Plate, x: float, y: float, parent: int) -> None:
    if not plate.captions:
        return
    element = page.tree.add("Caption", parent, source=f"{plate.source}.caption")
    leading = plate.book.setter.leading("caption")
    for lines, _ in plate.captions:
        y = page.column(lines, x, y, leading, element)


def make_plate(book: Book, index: int, width: float) -> Plate:
    """Measure a picture for a column of *width*."""
    figure = book.case.figures[index]
    source = f"figures[{index}]"
    across, down = pixel_size(book.base_dir / figure.path, source)
    rows = round((width * down / across + TOP_INSET + 5) / book.grid.leading)
    least = 3 if width < book.grid.body_width else LEAST_ROWS
    captions: list[tuple[Lines, str]] = []
    if figure.caption:
        lines = book.setter.phrases(figure.caption, "caption", width, f"{source}.caption")
        captions.append((lines, "caption"))
    if figure.credit:
        lines = book.setter.phrases(figure.credit, "label", width, f"{source}.credit")
        captions.append((lines, "credit"))
    return Plate(
        book,
        figure,
        source,
        width,
        min(max(rows, least), book.grid.rows - CAPTION_ROWS),
        tuple(captions),
    )


def plates_at(book: Book, place: str) -> list[Plate]:
    """Return the pictures that stand in the flow or on pages at *place*, in order."""
    return [
        make_plate(book, index, book.grid.full_width)
        for index, figure in enumerate(book.case.figures)
        if figure.at == place and (figure.placement != "beside" or not book.grid.has_side)
    ]


def flow_plates(
    book: Book, plates: Sequence[Plate], end: int
) -> tuple[list[tuple[Plate, int]], list[Plate]]:
    """Hang the pictures that fit below row *end* at the foot of the page; return the others too."""
    if not plates or plates[0].figure.placement not in ("full", "beside"):
        return [], list(plates)
    plate, room = plates[0], book.grid.rows - end - 1
    least = round(plate.picture_rows * MOST_CROP) + plate.rows - plate.picture_rows
    if room < least:
        return [], list(plates)
    if room < plate.rows:
        plate = replace(plate, picture_rows=plate.picture_rows - (plate.rows - room))
    return [(plate, book.grid.rows - plate.rows)], list(plates[1:])


def beside_items(book: Book, place: str) -> list[Item]:
    """Return the pictures of the side column at *place*."""
    items: list[Item] = []
    if not book.grid.has_side:
        return items
    for index, figure in enumerate(book.case.figures):
        if figure.at == place and figure.placement == "beside":
            plate = make_plate(book, index, book.grid.side_width)
            items.append(Item("picture", plate.rows, 1, _beside(plate)))
    return items


def _beside(plate: Plate) -> Callable[[PageBuilder, float, int, int], None]:
    def paint(page: PageBuilder, x: float, row: int, parent: int) -> None:
        plate.paint(page, row, parent, x)

    return paint


def plate_leaves(
    book: Book, plates: Sequence[Plate], like: Leaf, parent: Callable[[PageBuilder], int]
) -> list[Leaf]:
    """Picture pages: as many pictures as fit on each, or one that bleeds."""
    leaves: list[Leaf] = []
    waiting: list[tuple[Plate, int]] = []
    for plate in plates:
        if plate.figure.placement in ("bleed", "spread"):
            leaves += _stacked(waiting, like, parent)
            waiting = []
            leaves.append(_bleed_leaf(book, plate, like, parent))
            continue
        row = waiting[-1][1] + waiting[-1][0].rows + 2 if waiting else 0
        if row and row + plate.rows > book.grid.rows:
            leaves += _stacked(waiting, like, parent)
            waiting, row = [], 0
        waiting.append((plate, row))
    return leaves + _stacked(waiting, like, parent)


def _stacked(
    plates: Sequence[tuple[Plate, int]], like: Leaf, parent: Callable[[PageBuilder], int]
) -> list[Leaf]:
    if not plates:
        return []

    def paint(page: PageBuilder) -> None:
        for plate, row in plates:
            plate.paint(page, row, parent(page))

    return [Leaf("picture", paint, section=like.section, tabs=like.tabs)]


def _bleed_leaf(book: Book, plate: Plate, like: Leaf, parent: Callable[[PageBuilder], int]) -> Leaf:
    """Return a picture to the three outer edges, its caption below it."""

    def paint(page: PageBuilder) -> None:
        grid = page.grid
        bottom = grid.baseline(grid.rows - FOOT_ROWS)
        rect = Rect(-grid.bleed, -grid.bleed, grid.width + 2 * grid.bleed, bottom + grid.bleed)
        plate._picture(page, rect, parent(page))
        _caption(
            page,
            plate,
            page.frame.full.x,
            grid.baseline(grid.rows - FOOT_ROWS + 1) + 2,
            parent(page),
        )

    leaf = Leaf("picture", paint, section=like.section)
    if plate.figure.placement == "spread":
        halves = tuple(_half_leaf(book, plate, like, parent, left) for left in (True, False))
        leaf = replace(leaf, pair=halves)
    return leaf


def _half_leaf(
    book: Book, plate: Plate, like: Leaf, parent: Callable[[PageBuilder], int], left: bool
) -> Leaf:
    """Half of a picture over two facing pages; the caption stands on the right one."""

    def paint(page: PageBuilder) -> None:
        grid = page.grid
        height = grid.baseline(grid.rows - FOOT_ROWS) + grid.bleed
        outer = grid.width + grid.bleed
        size = pixel_size(book.base_dir / plate.figure.path)
        x1, y1, x2, y2 = crop_to(size, 2 * outer, height, plate.figure.focus)
        middle = (x1 + x2) / 2
        crop = (x1, y1, middle, y2) if left else (middle, y1, x2, y2)
        rect = Rect(-grid.bleed if left else 0.0, -grid.bleed, outer, height)
        alt = plate.figure.alt or plate.figure.caption
        words = f"{alt}（跨页，{'左' if left else '右'}半）"
        element = page.tree.figure(words, rect, page.number - 1, parent(page), source=plate.source)
        page.picture(rect, str(book.base_dir / plate.figure.path), crop, element)
        if not left:
            y = grid.baseline(grid.rows - FOOT_ROWS + 1) + 2
            _caption(page, plate, page.frame.full.x, y, parent(page))

    return Leaf("picture", paint, section=like.section)
