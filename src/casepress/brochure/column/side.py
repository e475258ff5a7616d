"""The side column: figures, notes and quotes beside the text they belong to.

Every item takes whole rows and starts on one; its small text runs 12 pt apart below its first
line. Groups start on the row of their heading; where they would collide the later one is pushed
down by whole rows, at least one row stays between them, and nothing leaves the frame.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from casepress.brochure.publication.builder import HAIRLINE, PageBuilder
from casepress.brochure.text.setting import Lines, Numeral, Setter
from casepress.brochure.text.words import unit_words
from casepress.case.model import KeyFigure, Measure, SideNote
from casepress.frozen import dataclass
from casepress.typeset.model import Line

UNIT_GAP = 2.6
KV_GAP, LEAST_LABEL = 8.0, 40.0
MOST_BIG = 4
LEFT_OUT = "CP0821"
"""Notice: the side column has no room for an item."""
ItemPaint = Callable[[PageBuilder, float, int, int], None]
"""Paint an item: page, x, its first row, the parent element."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the side column. ``rows`` it takes; ``gap`` rows wanted before another kind."""

    kind: str
    rows: int
    gap: int
    paint: ItemPaint


@dataclass(frozen=True, slots=True)
class Group:
    """Items that belong to one place of the text; ``row`` is where they want to start."""

    row: int
    items: tuple[Item, ...]
    key: str

    @property
    def rows(self) -> int:
        """Rows of the whole group."""
        return stacked(self.items)[1] if self.items else 0


@dataclass(frozen=True, slots=True)
class Column:
    """The groups of a page, each with the row it starts on."""

    groups: tuple[tuple[Group, int], ...] = ()

    @property
    def end(self) -> int:
        """The row after the last one used."""
        return max((row + group.rows for group, row in self.groups), default=0)

    def paint(self, page: PageBuilder, parent: int, keys: Sequence[str] | None = None) -> None:
        """Put the groups on the page: those of *keys*, or all."""
        for group, row in self.groups:
            if group.items and (keys is None or group.key in keys):
                element = page.tree.shared(f"side:{group.key}", "Aside", parent)
                paint_group(page, group.items, page.frame.side.x, row, element)


def stacked(items: Sequence[Item]) -> tuple[list[int], int]:
    """First row of each item counted from the group's, and the rows of all."""
    starts: list[int] = []
    row = 0
    before: Item | None = None
    for item in items:
        if before is not None and before.kind != item.kind:
            row += before.gap
        starts.append(row)
        row += item.rows
        before = item
    return starts, row


def arrange(groups: Sequence[Group], first: int, rows: int) -> list[int] | None:
    """Return the row on which each group starts, in order; None if they do not fit the column."""
    placed: list[int] = []
    row = first
    for group in groups:
        row = max(group.row, row)
        placed.append(row)
        row += group.rows + 1
    limit = rows
    for index in range(len(groups) - 1, -1, -1):
        placed[index] = min(placed[index], limit - groups[index].rows)
        limit = placed[index] - 1
    return placed if not placed or placed[0] >= first else None


def fit(groups: Sequence[Group], first: int, rows: int) -> tuple[Column, list[str]]:
    """Arrange groups, if need be from the top of the page.

    Returns the column, and for each item that found no room the key of its group.
    """
    kept = list(groups)
    lost: list[str] = []
    while (column := _arranged(kept, first, rows)) is None:
        group = kept.pop()

        def holds(count: int, group: Group = group) -> bool:
            part = Group(group.row, group.items[:count], group.key)
            return _arranged([*kept, part], first, rows) is not None

        most = bisect_left(range(1, len(group.items)), True, key=lambda n: not holds(n))
        lost += [group.key] * (len(group.items) - most)
        if most:
            kept.append(Group(group.row, group.items[:most], group.key))
    return column, lost


def _arranged(groups: Sequence[Group], first: int, rows: int) -> Column | None:
    """Return the groups arranged from *first*, or else from the top; None if neither holds them."""
    for top in (first, 0):
        places = arrange(groups, top, rows)
        if places is not None:
            return Column(tuple(zip(groups, places, strict=True)))
    return None


def paint_group(page: PageBuilder, items: Sequence[Item], x: float, row: int, element: int) -> None:
    """Put items below each other from *row*."""
    starts, _ = stacked(items)
    for item, start in zip(items, starts, strict=True):
        item.paint(page, x, row + start, element)


# -- numerals ------------------------------------------------------------------------------


def numeral(setter: Setter, figure: KeyFigure, role: str, unit_role: str, source: str) -> Numeral:
    """Return a figure in the words of the text: prefix, numeral, unit with its suffix."""
    parts: list[tuple[Line, float]] = []
    x = 0.0
    if figure.before:
        prefix = setter.line(figure.before, unit_role, f"{source}.before")
        parts.append((prefix, 0.0))
        x = prefix.width_pt + UNIT_GAP
    value = setter.line(figure.value, role, f"{source}.value")
    parts.append((value, x))
    x += value.width_pt
    if figure.unit or figure.after:
        words = unit_words(figure.unit, figure.after)
        unit = setter.line(words, unit_role, f"{source}.unit")
        parts.append((unit, x + UNIT_GAP))
        x += UNIT_GAP + unit.width_pt
    return Numeral(tuple(parts), x)


def spoken_figure(figure: KeyFigure) -> str:
    """Return a figure in the words of the text, as one text: 近15万余人次."""
    return f"{figure.before}{figure.value}{unit_words(figure.unit, figure.after)}"


def paint_numeral(
    page: PageBuilder, numeral: Numeral, x: float, y: float, element: int | None
) -> None:
    """Put a numeral at *x* on baseline *y*."""
    for line, offset in numeral.parts:
        page.text(line, x + offset, y, element)


def label_lines(setter: Setter, figure: KeyFigure, width: float, source: str) -> Lines:
    """Caption and note of a figure as label lines, broken by phrase."""
    lines: list[Line] = []
    for name in ("caption", "note"):
        text = getattr(figure, name)
        if text:
            lines += setter.phrases(text, "label", width, f"{source}.{name}")
    return tuple(lines)


def figure_item(setter: Setter, figure: KeyFigure, width: float, source: str) -> Item:
    """Return a big numeral on the second of its rows, its label below; a small one if too wide."""
    number = numeral(setter, figure, "figure_numeral", "unit", source)
    if number.width > width:
        return small_item(setter, figure, width, source)
    labels = label_lines(setter, figure, width, source)
    leading = setter.leading("label")

    def paint(page: PageBuilder, x: float, row: int, parent: int) -> None:
        element = page.tree.add("P", parent, source=source)
        paint_numeral(page, number, x, page.grid.baseline(row + 1), element)
        page.column(labels, x, page.grid.baseline(row + 2), leading, element)

    rows = 2 + (len(labels) * 2 + 3) // 3 if labels else 2
    return Item("figure", rows, 0 if labels and len(labels) % 3 != 1 else 1, paint)


def small_item(setter: Setter, figure: KeyFigure, width: float, source: str) -> Item:
    """Return a row with the label at the left, the numeral at the right and a hairline below.

    A label too long for its row goes on below; where the numeral leaves it no room at all, the
    numeral stands alone in a row above it. What is wider than the column is set as words.
    """
    number = numeral(setter, figure, "kv_numeral", "unit_small", source)
    if number.width > width:
        return _worded(setter, figure, width, source)
    room = width - number.width - KV_GAP
    apart = room < LEAST_LABEL
    labels = label_lines(setter, figure, width if apart else room, source)
    leading = setter.leading("label")
    below = len(labels) if apart else len(labels) - 1
    rows = 1 + max(0, (below * 2 + 2) // 3)

    def paint(page: PageBuilder, x: float, row: int, parent: int) -> None:
        element = page.tree.add("P", parent, source=source)
        y = page.grid.baseline(row)
        page.column(labels, x, y + (leading + 2 if apart else 0), leading, element)
        paint_numeral(page, number, x + width - number.width, y, element)
        page.rule(x, page.grid.baseline(row + rows - 1) + 4.5, x + width, "rule", HAIRLINE)

    return Item("small", rows, 1, paint)


def _worded(setter: Setter, figure: KeyFigure, width: float, source: str) -> Item:
    """Return a figure that no line holds, over several lines above its label."""
    heads = setter.phrases(spoken_figure(figure), "note_head", width, f"{source}.value")
    labels = label_lines(setter, figure, width, source)
    return _heads_and_words(setter, heads, labels, source, air=1)


# -- words ---------------------------------------------------------------------------------


def note_item(setter: Setter, note: SideNote, width: float, source: str) -> Item:
    """Return a term in bold and its few words below it."""
    heads = setter.phrases(note.term, "note_head", width, f"{source}.term") if note.term else ()
    words = setter.phrases(note.text, "label", width, f"{source}.text") if note.text else ()
    return _heads_and_words(setter, heads, words, source)


def _heads_and_words(
    setter: Setter, heads: Lines, words: Lines, source: str, *, air: int = 0
) -> Item:
    leading = setter.leading("label")

    def paint(page: PageBuilder, x: float, row: int, parent: int) -> None:
        element = page.tree.add("P", parent, source=source)
        y = page.column(heads, x, page.grid.baseline(row), leading, element)
        page.column(words, x, y + (1 if heads else 0), leading, element)

    rows = (2 * (len(heads) + len(words) + air) + 2) // 3
    return Item("note", max(1, rows), 1 if words else 0, paint)


def quote_item(setter: Setter, measure: Measure, width: float, source: str) -> Item:
    """Return a verbatim quote, a line per row, its head above and its note below.

    Later lines clear an opening quotation mark.
    """
    lines = setter.phrases(
        measure.quote, "side_quote", width - setter.size("side_quote"), f"{source}.quote"
    )
    heads = _small(setter, measure.quote_head, "note_head", width, f"{source}.quote_head")
    notes = _small(setter, measure.quote_note, "label", width, f"{source}.quote_note")
    indent = _opening_width(lines[0]) if lines else 0.0

    def paint(page: PageBuilder, x: float, row: int, parent: int) -> None:
        if heads:
            head = page.tree.add("P", parent, source=f"{source}.quote_head")
            page.column(heads, x, page.grid.baseline(row), setter.leading("note_head"), head)
        first = row + len(heads)
        element = page.tree.add("P", parent, source=f"{source}.quote")
        for k, line in enumerate(lines):
            page.text(line, x + (indent if k else 0.0), page.grid.baseline(first + k), element)
        if notes:
            small = page.tree.add("P", parent, source=f"{source}.quote_note")
            below = page.grid.baseline(first + len(lines))
            page.column(notes, x, below, setter.leading("label"), small)

    rows = len(heads) + len(lines) + (2 * len(notes) + 2) // 3
    return Item("quote", rows, 1, paint)


def _small(setter: Setter, text: str, role: str, width: float, source: str) -> Lines:
    return setter.phrases(text, role, width, source) if text else ()


def _opening_width(line: Line) -> float:
    """Where the text begins after an opening quote, 0 without one."""
    glyphs = [glyph for run in line.runs for glyph in run.glyphs]
    if len(glyphs) > 1 and glyphs[0].text in ("“", "‘", "《", "「"):
        return glyphs[1].x_pt
    return 0.0
