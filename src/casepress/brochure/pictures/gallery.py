"""How the pictures of a place stand: in rows, beside the text, or on a page of their own.

The author's ``placement`` holds. ``auto`` is chosen by shape, resolution and room: pictures stand
in rows of one to three whose heights come near to each other, tall ones together or beside broad
ones; an upright picture sharp enough for a whole page gets one where the case is rich in pictures,
and stands in the side column where that is empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from casepress.brochure.column.side import Item
from casepress.brochure.pictures.plates import (
    BETWEEN,
    FALL,
    MOST_CROP,
    TOP_INSET,
    Cell,
    Plate,
    Shot,
    beside_item,
    beside_plate,
    captions,
    crop_to,
    shot,
)
from casepress.brochure.publication.context import Book
from casepress.case.picturing import END, figures_at
from casepress.picture import effective_ppi

Form = Literal["row", "full", "beside", "bleed", "spread", "opener"]
GAP = 12.0
IDEAL = 210.0
"""Height of a row of pictures that reads best on a page of 285 mm, in points."""
MOST_IN_ROW, MOST_ROWS = 3, 22
LEAST_ROWS, CAPTION_ROWS = 8, 4
LEAST_SHARE = 0.82
"""Least share of a picture's height kept to fill the whole width with it."""
UPRIGHT = 0.85
RICH = 6
"""Pictures from which on a case is laid out like a magazine."""
PAGE_PPI, LEAST_PPI, FINER = 200.0, 150.0, 1.05
"""Resolution that makes an upright picture worth a page; below which nothing is printed, with
what a crop to whole rows may cost."""
WHOLE_CROP = 0.68
LONELY = 0.6
"""Share of a page that pictures of their own should fill."""
SMALLEST = 0.4
"""Least share of its width to which a picture shrinks to stand with its text."""
CLOSER = (170.0, 130.0, 100.0)
"""Lower heights tried to keep pictures from a page that would be mostly empty."""
COARSE = 10.0


def form_of(book: Book, one: Shot, place: str, first_upright: bool) -> Form:
    """Return how a picture stands; *first_upright*: no other one at its place has a page yet.

    Where the layout lets nothing bleed, what would run off the page stands in the frame, as wide.
    """
    form = _form(book, one, place, first_upright)
    runs_off = form in ("bleed", "spread", "opener")
    return "full" if runs_off and not book.theme.brochure.bleeds else form


def _form(book: Book, one: Shot, place: str, first_upright: bool) -> Form:
    asked, side = one.figure.placement, _side_of(book, place)
    if asked == "beside" and side == "none":
        return "row"
    if asked == "opener" and (place == END or place.startswith("results.")):
        return "bleed"
    if asked != "auto":
        return asked
    if one.ratio < UPRIGHT:
        rich = len(book.case.figures) >= RICH
        if rich and first_upright and _worth_a_page(book, one):
            return "bleed"
        if side == "free" and not rich and len(figures_at(book.case, place)) == 1:
            return "beside"
    return "row"


def _side_of(book: Book, place: str) -> Literal["none", "free", "taken"]:
    """Whether the pages of a place have a side column for pictures, with or without other matter.

    "practices[1]" has; the opener of the practices, the lessons and the end of the text have none.
    """
    case = book.case
    if not book.grid.has_side or place in (END, "practices", "lessons"):
        return "none"
    if place == "background" and case.background:
        return "taken" if case.background.sidenotes else "free"
    practice = re.fullmatch(r"practices\[(\d+)\]", place)
    if practice:
        measures = case.practices[int(practice[1])].measures
        return "taken" if any(m.key_figures or m.sidenotes or m.quote for m in measures) else "free"
    if case.results is None or not case.results.items:
        return "none"
    return "taken"


def _worth_a_page(book: Book, one: Shot) -> bool:
    grid = book.grid
    shown = grid.width + 2 * grid.bleed, grid.height + grid.bleed
    crop = crop_to(one.size, *shown, one.figure.focus)
    kept = (crop[2] - crop[0]) * (crop[3] - crop[1])
    return kept >= WHOLE_CROP and effective_ppi(one.size, shown, crop) >= PAGE_PPI


def _forms(book: Book, place: str) -> list[tuple[Shot, Form]]:
    found: list[tuple[Shot, Form]] = []
    upright = True
    for index, _ in figures_at(book.case, place):
        one = shot(book, index)
        form = form_of(book, one, place, upright)
        upright = upright and form != "bleed"
        found.append((one, form))
    return found


def plates_at(book: Book, place: str) -> list[Plate]:
    """Return the rows and pages of pictures at *place*, in the order of the case.

    Those of the side column (:func:`beside_items`) and those that open a section
    (:func:`openers_at`) are not among them.
    """
    plates: list[Plate] = []
    row: list[Shot] = []
    for one, form in _forms(book, place):
        if form == "row":
            row.append(one)
            continue
        if form in ("beside", "opener"):
            continue
        plates += _rows(book, row)
        row = []
        if form == "full":
            plates.append(_plate(book, [one], whole=True))
        else:
            width = book.grid.full_width
            cell = Cell(one, 0.0, width, captions(book, one, width))
            plates.append(Plate(book, (cell,), book.grid.rows, form))
    return plates + _rows(book, row)


def beside_items(book: Book, place: str) -> list[Item]:
    """Return the pictures of the side column at *place*."""
    return [
        beside_item(beside_plate(book, one))
        for one, form in _forms(book, place)
        if form == "beside"
    ]


def rows_at(book: Book, place: str) -> list[Plate]:
    """Return all pictures at *place* in rows: a document has no pages of pictures."""
    return _rows(book, [shot(book, index) for index, _ in figures_at(book.case, place)])


def openers_at(book: Book, place: str) -> list[Shot]:
    """Return the pictures that open the section at *place*."""
    return [one for one, form in _forms(book, place) if form == "opener"]


# -- at the foot of a page -----------------------------------------------------------------


def flow_plates(
    book: Book, plates: Sequence[Plate], end: int
) -> tuple[list[tuple[Plate, int]], list[Plate]]:
    """Hang the rows of pictures that fit below row *end* at the foot of the page.

    Returns them with the row each begins on, and the plates left for pages of their own. Where
    these would leave most of a page empty, rows are packed closer so that all stand here.
    """
    placed, rest = _hung(book, plates, end)
    left = [plate for plate in rest if plate.form == "row"]
    lonely = sum(plate.rows + BETWEEN for plate in left) < book.grid.rows * LONELY
    if placed and left and lonely and not any(plate.whole for plate in plates):
        shots = [cell.shot for plate in plates if plate.form == "row" for cell in plate.cells]
        pages = [plate for plate in plates if plate.form != "row"]
        for ideal in CLOSER:
            closer, more = _hung(book, _rows(book, shots, ideal), end)
            if not more:
                return closer, pages
    if not placed and len(left) == len(plates) == 1:
        smaller = _smaller(book, left[0], book.grid.rows - end - 1)
        if smaller is not None:
            return [(smaller, book.grid.rows - smaller.rows)], []
    return placed, rest


def _smaller(book: Book, plate: Plate, room: int) -> Plate | None:
    """Return the only row of pictures, narrower, so that it stands in *room* rows with its text.

    None if that would leave less than two fifths of its width, or if the author wants all of it.
    """
    if plate.whole:
        return None
    grid, shots = book.grid, [cell.shot for cell in plate.cells]
    rows = room - plate.caption_rows - 1
    height = rows * grid.leading - TOP_INSET - FALL
    wide, gaps = sum(cell.width for cell in plate.cells), GAP * (len(shots) - 1)
    scale = min(height * sum(one.ratio for one in shots) / wide, 1.0) if wide else 0.0
    if rows < LEAST_ROWS or scale < SMALLEST:
        return None
    cells, x = [], 0.0
    for cell in plate.cells:
        width = cell.width * scale
        cells.append(Cell(cell.shot, x, width, captions(book, cell.shot, width)))
        x += width + GAP
    at_body = wide * scale + gaps <= grid.body_width
    return replace(plate, cells=tuple(cells), picture_rows=rows, at_body=at_body)


def _hung(
    book: Book, plates: Sequence[Plate], end: int
) -> tuple[list[tuple[Plate, int]], list[Plate]]:
    """Hang what fits, in order; the last to fit may be cropped to four fifths of its height."""
    room, chosen = book.grid.rows - end - 1, 0
    taken: list[Plate] = []
    for plate in plates:
        if plate.form != "row":
            break
        over = chosen + plate.rows - room
        if over > round(plate.picture_rows * (1 - MOST_CROP)):
            break
        if over > 0:
            plate = replace(plate, picture_rows=plate.picture_rows - over)
        taken.append(plate)
        chosen += plate.rows + BETWEEN
        if over >= 0:
            break
    placed: list[tuple[Plate, int]] = []
    row = book.grid.rows - (chosen - BETWEEN)
    for plate in taken:
        placed.append((plate, row))
        row += plate.rows + BETWEEN
    return placed, list(plates[len(taken) :])


# -- rows ----------------------------------------------------------------------------------


def _rows(book: Book, shots: Sequence[Shot], ideal: float = IDEAL) -> list[Plate]:
    """Share pictures out in rows, in order, so that the rows come near to the ideal height."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(shots) + 1):
        ways = [
            (best[start][0] + _cost(book, shots[start:end], ideal), start)
            for start in range(max(0, end - MOST_IN_ROW), end)
        ]
        best.append(min(ways))
    plates: list[Plate] = []
    end = len(shots)
    while end:
        start = best[end][1]
        plates.insert(0, _plate(book, shots[start:end]))
        end = start
    return plates


def _cost(book: Book, shots: Sequence[Shot], ideal: float) -> float:
    """Return how far a row is from the ideal height, and whether it is too coarse for it."""
    width = book.grid.full_width - (len(shots) - 1) * GAP
    height = width / sum(one.ratio for one in shots)
    ideal *= book.grid.scale
    coarse = any(one.size[1] * 72 / height < LEAST_PPI for one in shots)
    spread = max(height, ideal) / min(height, ideal) - 1
    return spread**2 + (COARSE if coarse else 0.0)


def _plate(book: Book, shots: Sequence[Shot], *, whole: bool = False) -> Plate:
    """Measure a row; one picture alone may be narrower than the page, *whole*: it may not."""
    grid = book.grid
    most = min(MOST_ROWS, grid.rows - CAPTION_ROWS)
    if whole:
        most = grid.rows - CAPTION_ROWS
    room = grid.full_width - (len(shots) - 1) * GAP
    together = sum(one.ratio for one in shots)
    width = room
    if len(shots) == 1 and not whole:
        width = _alone(book, shots[0], most)
    rows = min(max(_rows_of(book, width / together), 3), most)
    if len(shots) == 1 and width == room:
        rows = max(rows, min(LEAST_ROWS, most))
    cells, x = [], 0.0
    for one in shots:
        each = width * one.ratio / together
        cells.append(Cell(one, x, each, captions(book, one, each)))
        x += each + GAP
    narrow = width < grid.full_width - 0.5 and len(shots) == 1
    return Plate(
        book, tuple(cells), rows, at_body=narrow and width <= grid.body_width + 0.5, whole=whole
    )


def _rows_of(book: Book, height: float) -> int:
    return round((height + TOP_INSET + FALL) / book.grid.leading)


def _alone(book: Book, one: Shot, most: int) -> float:
    """Return the width of a picture alone in its row: all of it, unless too tall or too coarse."""
    grid = book.grid
    width = grid.full_width
    height = most * grid.leading - TOP_INSET - FALL
    if width / one.ratio * LEAST_SHARE > height:
        width = height * one.ratio
        if width > grid.body_width * 0.9:
            width = min(width, grid.body_width)
    sharp = one.size[0] * 72 / (LEAST_PPI * FINER)
    return max(min(width, sharp), min(width, grid.body_width / 3))
