"""Data zones: what stands below the text of a result, part by part, each under a rule.

A part takes whole rows; its rule lies in the middle of its first one. Parts that do not fit below
each other go on to the next page; long lists split between their items.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from casepress.brochure.column.flow import Block, space
from casepress.brochure.publication.builder import OPENING_RULE, RULE, PageBuilder
from casepress.brochure.publication.context import Book
from casepress.brochure.text.setting import Lines
from casepress.frozen import dataclass

HANG_LEAD = 2
"""Most rows between text and a hanging part, beyond the one that always parts them."""
ZONE_ROW = 11
"""Where the rule of a zone stands on pages of short text, of 37 rows."""
TITLE_ROWS, TITLE_GAP = 1, 8.0
WIDEST_LABEL = "图 00"
Titled = tuple[str, str]
"""Title of a zone and its source."""
PartPaint = Callable[[PageBuilder, int, int, bool], None]
"""Paint a part: page, row of its rule, parent element, whether it opens the zone."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a data zone. ``split(rows)`` gives two parts of which the first fits *rows*."""

    rows: int
    paint: PartPaint
    hung: bool = False
    """Hangs at the foot of the page if it is alone in its zone (the panel of the metrics); below
    short text it stands nearer, so that the two stay together."""
    split: Callable[[int], tuple[Part, Part] | None] | None = None
    ruled: bool = True


@dataclass(frozen=True, slots=True)
class PlacedPart:
    """A part and the row of its rule."""

    part: Part
    row: int
    opens: bool

    def paint(self, page: PageBuilder, parent: int) -> None:
        """Put the rule and the part on the page."""
        if self.part.ruled:
            full = page.frame.full
            width = OPENING_RULE if self.opens else RULE
            page.rule(full.x, page.grid.row(self.row + 0.5), full.right, "ink", width)
        self.part.paint(page, self.row, parent, self.opens)


def part_blocks(
    parts: Sequence[Part], rows: int, parent: Callable[[PageBuilder], int], tag: str = ""
) -> list[Block]:
    """Return a zone as blocks in the flow, a blank row before and after it.

    Too long parts are split.
    """
    waiting, blocks = list(parts), [space()] if parts else []
    opens = True
    while waiting:
        halves = waiting[0].split(rows) if waiting[0].rows > rows and waiting[0].split else None
        if halves is not None:
            waiting[0:1] = list(halves)
        blocks.append(_block(waiting.pop(0), opens, parent, tag))
        opens = False
    return [*blocks, space()] if parts else blocks


def _block(part: Part, opens: bool, parent: Callable[[PageBuilder], int], tag: str) -> Block:
    def paint(page: PageBuilder, row: int, start: int, count: int) -> None:
        PlacedPart(part, row, opens or row == 0).paint(page, parent(page))

    return Block(part.rows, paint, tag=tag, broad=True)


def place_parts(
    parts: Sequence[Part], first: int, rows: int, *, preferred: int, hang: bool = True
) -> list[list[PlacedPart]]:
    """Place parts from row *first* on; each further list is a page more, from its top."""
    pages: list[list[PlacedPart]] = [[]]
    waiting = list(parts)
    total = sum(part.rows for part in waiting)
    row = max(first, min(preferred, rows - total))
    if first + total > rows and first <= preferred and preferred + waiting[0].rows <= rows:
        row = preferred
    if hang and len(waiting) == 1 and waiting[0].hung and first <= rows - waiting[0].rows:
        row = min(rows - waiting[0].rows, first + HANG_LEAD)
    while waiting:
        part = waiting[0]
        if row + part.rows > rows:
            halves = part.split(rows - row) if part.split else None
            if halves is not None:
                waiting[0:1] = list(halves)
                continue
            if row > 0 or pages[-1]:
                pages.append([])
                row = 0
                if part.rows <= rows:
                    continue
                halves = part.split(rows) if part.split else None
                if halves is not None:
                    waiting[0:1] = list(halves)
                    continue
        pages[-1].append(PlacedPart(part, row, not pages[-1]))
        row += part.rows
        waiting.pop(0)
    return pages


def title_rows(book: Book, titled: Titled | None) -> int:
    """Return the rows that the title of a zone takes, none without one."""
    if titled is None:
        return 0
    lines = _title(book, titled)
    return TITLE_ROWS + book.grid.rows_for((len(lines) - 1) * book.setter.leading("chart_title"))


def zone_title(page: PageBuilder, book: Book, titled: Titled | None, row: int, parent: int) -> None:
    """图 n and the zone's title, on the row below the rule; a long one goes on below itself."""
    if titled is None:
        return
    caption = page.tree.add("Caption", parent, source=titled[1])
    label = book.setter.line(book.next_figure(), "figure_label")
    x, y = page.frame.full.x, page.grid.baseline(row)
    page.text(label, x, y, caption)
    lines = _title(book, titled)
    page.column(
        lines, x + label.width_pt + TITLE_GAP, y, book.setter.leading("chart_title"), caption
    )


def _title(book: Book, titled: Titled) -> Lines:
    room = book.grid.full_width - book.setter.width(WIDEST_LABEL, "figure_label") - TITLE_GAP
    return book.setter.phrases(titled[0], "chart_title", room, titled[1]) if titled[0] else ()
