"""Native tables of slides, in the two styles of the template: rules for reading, boxes to write."""

from __future__ import annotations

from casepress.deck.model import CELL_MARGIN_IN, Cell, TableFill, TextParagraph
from casepress.deck.show.filling import row_heights_in
from casepress.handout.inks import Palette
from casepress.handout.place import place_lines
from casepress.handout.sheet import View
from casepress.handout.words import Compositor, SetText
from casepress.theme.deck import LevelToken, PlaceholderToken
from casepress.units import POINTS_PER_INCH, Rect

_PADDING_PT = 0.05 * POINTS_PER_INCH
_ENDLESS_IN, _STEP_IN = 1e3, 0.1
_HAIR_PT, _HEAD_PT = 0.75, 2.25
_BODY = LevelToken(size=20)
_HEAD = LevelToken(size=18, bold=True)


def draw_table(
    view: View,
    words: Compositor,
    palette: Palette,
    token: PlaceholderToken,
    table: TableFill,
    section: int,
) -> None:
    """Draw a table in its placeholder; a row grows with its words, as it does in a viewer."""
    body = token.levels[0] if token.levels else _BODY
    head = token.levels[1] if len(token.levels) > 1 else _HEAD
    x, y = (v * POINTS_PER_INCH for v in token.box[:2])
    draw_grid(view, words, palette, (x, y), table, (body, head), section, token.box[3])


def draw_grid(
    view: View,
    words: Compositor,
    palette: Palette,
    origin: tuple[float, float],
    table: TableFill,
    looks: tuple[LevelToken, LevelToken],
    section: int,
    frame_h_in: float,
) -> float:
    """Draw the rows of a table from *origin* down and return where they end, in points."""
    element = view.tree.add("Table", section)
    x, y = origin
    width = sum(table.widths_in) * POINTS_PER_INCH
    grounds: list[tuple[Rect, bool]] = []
    for n, (row, given) in enumerate(
        zip(table.rows, row_heights_in(table, frame_h_in), strict=True)
    ):
        first = table.header and n == 0
        set_cells = [
            _set(words, cell, wide, table, looks, first)
            for cell, wide in zip(row, table.widths_in, strict=True)
        ]
        needed = max(text.height_pt for text in set_cells) + 2 * _PADDING_PT
        rect = Rect(x, y, width, max(given * POINTS_PER_INCH, needed))
        grounds.append((rect, first))
        if table.style == "writing":
            view.box(rect, palette.ink("dk2" if first else "lt1"))
        lefts = [cell.margins_in(table.style)[0] * POINTS_PER_INCH for cell in row]
        _cells(view, palette, table, list(zip(set_cells, lefts, strict=True)), rect, element, first)
        y = rect.bottom
    for rect, first in grounds:
        _rules(view, palette, table, rect, first)
    if table.style == "writing":
        _uprights(view, palette, table, x, origin[1], y)
    return y


def _set(
    words: Compositor,
    cell: Cell,
    width_in: float,
    table: TableFill,
    looks: tuple[LevelToken, LevelToken],
    first: bool,
) -> SetText:
    """Set the words of a cell in the look its row gives it."""
    ink = "dk1"
    if first:
        ink = "lt1" if table.style == "writing" else "accent3"
    level = LevelToken(
        size=cell.size_pt or looks[first].size,
        bold=cell.bold or first,
        colour=cell.colour or ink,
        align=cell.align,
    )
    measure = (width_in - sum(CELL_MARGIN_IN[table.style])) * POINTS_PER_INCH
    paragraphs = cell.paragraphs or (TextParagraph(()),)
    return words.text(paragraphs, (level,), measure)


def natural_width_in(
    words: Compositor,
    cell: Cell,
    table: TableFill,
    looks: tuple[LevelToken, LevelToken],
    first: bool,
) -> float:
    """Return the least width in which a cell's words stand on the lines their author gave them."""
    free = _set(words, cell, _ENDLESS_IN, table, looks, first)
    margins = sum(CELL_MARGIN_IN[table.style])
    width = max((one.line.width_pt for one in free.lines), default=0.0) / POINTS_PER_INCH + margins
    while len(_set(words, cell, width, table, looks, first).lines) > len(free.lines):
        width += _STEP_IN
    return width


def _rules(view: View, palette: Palette, table: TableFill, rect: Rect, first: bool) -> None:
    """Draw a row's rules, over all grounds: that of the next row would hide half of them."""
    hair = palette.ink("hairline")
    if table.style == "writing" and first:
        view.rule((rect.x, rect.y, rect.right, rect.y), hair, _HAIR_PT)
    below = (rect.x, rect.bottom, rect.right, rect.bottom)
    if first and table.style == "reading":
        view.rule(below, palette.ink("accent1"), _HEAD_PT)
    else:
        view.rule(below, hair, _HAIR_PT)


def _cells(
    view: View,
    palette: Palette,
    table: TableFill,
    texts: list[tuple[SetText, float]],
    rect: Rect,
    element: int,
    first: bool,
) -> None:
    """Place the words of a row, each with its left margin, in the middle of its cell's height."""
    row = view.tree.add("TR", element)
    x = rect.x
    for n, ((text, left), width) in enumerate(zip(texts, table.widths_in, strict=True)):
        cell = _cell(view, row, n, head=first, headed=table.header)
        top = rect.y + (rect.height - text.height_pt) / 2
        place_lines(view, palette, text.lines, x + left, top, cell)
        x += width * POINTS_PER_INCH


def _cell(view: View, row: int, column: int, *, head: bool, headed: bool) -> int:
    """Add the element of a cell; a table without a header row is headed by its first column."""
    if head:
        return view.tree.add("TH", row, scope="Column")
    if column == 0 and not headed:
        return view.tree.add("TH", row, scope="Row")
    return view.tree.add("TD", row)


def _uprights(
    view: View, palette: Palette, table: TableFill, x: float, top: float, bottom: float
) -> None:
    """Draw the vertical rules of a table for writing."""
    hair = palette.ink("hairline")
    for width in (0.0, *table.widths_in):
        x += width * POINTS_PER_INCH
        view.rule((x, top, x, bottom), hair, _HAIR_PT)
