"""Pages of pictures: rows that fill them, one that bleeds, one over two pages, one that opens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from casepress.brochure.pictures.gallery import openers_at
from casepress.brochure.pictures.plates import (
    BETWEEN,
    MOST_CROP,
    Plate,
    Shot,
    crop_to,
    paint_captions,
)
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.publication.context import Book, Leaf
from casepress.units import Rect

FOOT_ROWS = 3
"""Rows below a picture that bleeds, for its caption."""
MOST_GROWTH = 1.3
"""How much taller a row of pictures may get to fill its page."""
BAND_ROWS, BARE_ROWS = 8, 4
"""Rows of the coloured band below a picture that opens a section, with its name and without."""
TITLE_ROW, CAPTION_ROW, BARE_ROW = 3, 5, 1.5
Parent = Callable[[PageBuilder], int]


def plate_leaves(book: Book, plates: Sequence[Plate], like: Leaf, parent: Parent) -> list[Leaf]:
    """Picture pages: as many rows of pictures as fit on each, or one picture that bleeds."""
    leaves: list[Leaf] = []
    waiting: list[Plate] = []
    for plate in plates:
        if plate.form != "row":
            leaves += _stacked(book, waiting, like, parent)
            waiting = []
            leaves.append(_bleed_leaf(book, plate, like, parent))
            continue
        if waiting and _height([*waiting, plate]) > book.grid.rows + _slack([*waiting, plate]):
            leaves += _stacked(book, waiting, like, parent)
            waiting = []
        waiting.append(plate)
    return leaves + _stacked(book, waiting, like, parent)


def _height(plates: Sequence[Plate]) -> int:
    return sum(plate.rows for plate in plates) + BETWEEN * (len(plates) - 1)


def _slack(plates: Sequence[Plate]) -> int:
    """Rows that may be cropped off."""
    return sum(int(plate.picture_rows * (1 - MOST_CROP)) for plate in plates)


def _stacked(book: Book, plates: Sequence[Plate], like: Leaf, parent: Parent) -> list[Leaf]:
    if not plates:
        return []
    filled = _filled(plates, book.grid.rows)

    def paint(page: PageBuilder) -> None:
        row = 0
        for plate in filled:
            plate.paint(page, row, parent(page))
            row += plate.rows + BETWEEN

    return [Leaf("picture", paint, section=like.section, tabs=like.tabs)]


def _filled(plates: Sequence[Plate], rows: int) -> list[Plate]:
    """Crop or let grow the rows of a page, each in its measure, so that they fill it if they can.

    Rows narrower than the page keep their size; where even the most growth leaves a part of the
    page empty, none grows: the page ends short.
    """
    spare = rows - _height(plates)
    found = list(plates)
    most = [0 if plate.at_body else int(plate.picture_rows * (MOST_GROWTH - 1)) for plate in found]
    if spare > sum(most):
        return found
    step = 1 if spare > 0 else -1
    room = most if step > 0 else [int(p.picture_rows * (1 - MOST_CROP)) for p in found]
    while spare and any(room):
        k = max(range(len(room)), key=lambda n: (room[n], -n))
        found[k] = replace(found[k], picture_rows=found[k].picture_rows + step)
        room[k] -= 1
        spare -= step
    return found


def _bleed_leaf(book: Book, plate: Plate, like: Leaf, parent: Parent) -> Leaf:
    """Return a picture to the three outer edges, its caption below it."""
    cell = plate.cells[0]

    def paint(page: PageBuilder) -> None:
        grid = page.grid
        bottom = grid.baseline(grid.rows - FOOT_ROWS)
        rect = Rect(-grid.bleed, -grid.bleed, grid.width + 2 * grid.bleed, bottom + grid.bleed)
        above = parent(page)
        cell.shot.paint(page, book, rect, above)
        y = grid.baseline(grid.rows - FOOT_ROWS + 1) + 2
        paint_captions(page, book, cell.shot, cell.captions, page.frame.full.x, y, above)

    leaf = Leaf("picture", paint, section=like.section)
    if plate.form == "spread":
        halves = tuple(_half_leaf(book, plate, like, parent, left) for left in (True, False))
        leaf = replace(leaf, pair=halves)
    return leaf


def _half_leaf(book: Book, plate: Plate, like: Leaf, parent: Parent, left: bool) -> Leaf:
    """Half of a picture over two facing pages; the caption stands on the right one."""
    cell = plate.cells[0]
    one = cell.shot

    def paint(page: PageBuilder) -> None:
        grid = page.grid
        height = grid.baseline(grid.rows - FOOT_ROWS) + grid.bleed
        outer = grid.width + grid.bleed
        x1, y1, x2, y2 = crop_to(one.size, 2 * outer, height, one.figure.focus)
        middle = (x1 + x2) / 2
        crop = (x1, y1, middle, y2) if left else (middle, y1, x2, y2)
        rect = Rect(-grid.bleed if left else 0.0, -grid.bleed, outer, height)
        words = f"{one.alt}（跨页，{'左' if left else '右'}半）"
        above = parent(page)
        element = page.tree.figure(words, rect, page.number - 1, above, source=one.source)
        page.picture(rect, str(book.base_dir / one.figure.path), crop, element)
        if not left:
            y = grid.baseline(grid.rows - FOOT_ROWS + 1) + 2
            paint_captions(page, book, one, cell.captions, page.frame.full.x, y, above)

    return Leaf("picture", paint, section=like.section)


# -- openers -------------------------------------------------------------------------------


def opener_leaves(book: Book, place: str, words: str, parent: Parent) -> list[Leaf]:
    """Return a page for each picture that opens a section.

    The picture runs to all edges above a coloured band with the section's name (*words*; an
    artifact, for the heading itself follows on the next page) and the caption.
    """
    shots = openers_at(book, place)
    return [
        _opener(book, one, words if number == len(shots) - 1 else "", parent)
        for number, one in enumerate(shots)
    ]


def _opener(book: Book, one: Shot, words: str, parent: Parent) -> Leaf:
    def paint(page: PageBuilder) -> None:
        grid, setter = page.grid, book.setter
        first = grid.rows - (BAND_ROWS if words else BARE_ROWS)
        edge = grid.row(first)
        whole = grid.width + 2 * grid.bleed
        above = parent(page)
        one.paint(page, book, Rect(-grid.bleed, -grid.bleed, whole, edge + grid.bleed), above)
        band = Rect(-grid.bleed, edge, whole, grid.height + grid.bleed - edge)
        page.box(band, "deep", bleeds=True)
        x, width = page.frame.full.x, page.frame.full.width
        size = setter.size("section_title")
        lines = setter.phrases(words, "opener_title", width, size=size) if words else ()
        page.column(lines, x, grid.baseline(first + TITLE_ROW), size * 1.3, None)
        notes = [
            setter.phrases(text, role, width, f"{one.source}.{key}", ink="coverSub")
            for key, text, role in (
                ("caption", one.figure.caption, "caption"),
                ("credit", one.figure.credit, "label"),
            )
            if text
        ]
        y = (
            grid.baseline(first + (CAPTION_ROW if words else BARE_ROW))
            + max(0, len(lines) - 1) * size * 1.3
        )
        paint_captions(page, book, one, notes, x, y, above)

    return Leaf("picture", paint, foot=False)
