"""Title pages of parts: number, title, intro, cases; the part's strand among the others."""

from __future__ import annotations

from casepress.book.desk import MOST_STRANDS, Desk, opener_place, part_number
from casepress.brochure.drawing import tones
from casepress.brochure.drawing.ornament import Bundle, rectangle
from casepress.brochure.pages.cover import RULE_DROP, kicker_y
from casepress.brochure.pages.furniture import HEAD_RULE
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.text.words import paragraphs
from casepress.units import Rect

TITLE_ROW, TITLE_LEAD = 4, 54.0
TITLE_SHARE = 0.86
PAGE_ROOM = 40.0
NUMBER_X = 28.0


def paint_part(page: PageBuilder, desk: Desk, index: int, sect: int) -> None:
    """Paint the title page of a part; *sect* is its element."""
    setter, grid, full = desk.setter, page.grid, page.frame.full
    part = desk.collection.parts[index]
    source = f"parts[{index}]"
    desk.ground(page, "deep")
    strands = desk.bundle(_count(desk))
    _strands(page, desk, strands, index)
    number = page.tree.add("P", sect)
    page.text(setter.line(part_number(index), "kicker"), full.x, kicker_y(grid), number)
    width, height = HEAD_RULE
    page.box(Rect(full.x, kicker_y(grid) + RULE_DROP - height / 2, width, height), "strand")
    head = page.tree.add("H1", sect, source=f"{source}.title")
    title = setter.phrases(part.title, "opener_title", full.width * TITLE_SHARE, f"{source}.title")
    y = page.column(title, full.x, grid.baseline(TITLE_ROW), TITLE_LEAD, head) - TITLE_LEAD
    row = int((y - grid.top) // grid.leading) + 3
    for text in paragraphs(part.intro):
        lines = setter.body(text, grid.body_width, "opener_outcome", f"{source}.intro", indent=0)
        words = page.tree.add("P", sect, source=f"{source}.intro")
        page.column(lines, full.x, grid.baseline(row), grid.leading, words)
        row += len(lines)
    end = int((strands.zone_top - grid.top) // grid.leading) - 1
    _cases(page, desk, index, row + 2, end, sect)


def paint_left(page: PageBuilder, desk: Desk, index: int) -> None:
    """Paint the page that faces a part's title page where it would be blank: one spread with it."""
    desk.ground(page, "deep")
    _strands(page, desk, desk.bundle(_count(desk)), index)
    if tones.without_strands(desk):  # a rule opposite the title's: the page is meant to be empty
        full, y = page.frame.full, kicker_y(page.grid) + RULE_DROP
        page.rule(full.x, y, full.right, "rule")


def _count(desk: Desk) -> int:
    return min(MOST_STRANDS, max(2, len(desk.collection.parts)))


def _strands(page: PageBuilder, desk: Desk, strands: Bundle, index: int) -> None:
    """Paint a strand for each part; this one's is light and runs on to the trim of the page."""
    if tones.without_strands(desk):
        return
    bleed, width, half = page.grid.bleed, page.grid.width, strands.width / 2
    active = index * strands.n // max(strands.n, len(desk.collection.parts))
    full = page.frame.full
    for k in range(strands.n):
        y = strands.centre(k)
        if tones.as_lines(desk):
            weight = 3 * tones.LINE_PT if k == active else tones.LINE_PT
            page.rule(full.x, y, full.right, "strand", weight)
            continue
        left, right = (
            tones.reach(desk, -bleed, full.x),
            tones.reach(desk, width + bleed, full.right),
        )
        band = rectangle(left, y - half, right, y + half)
        page.path(band, fill="strand" if k == active else "brand")


def _cases(page: PageBuilder, desk: Desk, index: int, row: int, end: int, sect: int) -> None:
    """List the cases with their pages, or say how many there are if they would not fit."""
    setter, grid, full = desk.setter, page.grid, page.frame.full
    cases = desk.span_of(index)
    room = grid.body_width - NUMBER_X - PAGE_ROOM
    titles = [
        setter.phrases(desk.case_title(k), "opener_outcome", room, "title", ink="coverFg")
        for k in cases
    ]
    if row + sum(map(len, titles)) > end:
        first, last = desk.numbers[opener_place(cases[0])], desk.numbers[opener_place(cases[-1])]
        words = f"收案例{len(cases)}个，第{first}页起，末篇在第{last}页"
        element = page.tree.add("P", sect)
        page.text(setter.line(words, "opener_outcome"), full.x, grid.baseline(row), element)
        return
    toc = page.tree.add("TOC", sect)
    for k, lines in zip(cases, titles, strict=True):
        place = opener_place(k)
        link = page.tree.add("Link", page.tree.add("Reference", page.tree.add("TOCI", toc)))
        y = grid.baseline(row)
        page.text(setter.line(str(k + 1), "opener_number"), full.x, y, link)
        page.column(lines, full.x + NUMBER_X, y, grid.leading, link)
        folio = desk.numbers[place]
        number = setter.line(folio, "opener_page")
        page.text(number, full.x + grid.body_width - number.width_pt, y, link)
        rect = Rect(full.x, grid.row(row), grid.body_width, grid.leading * len(lines))
        page.link(rect, place, f"{desk.case_title(k)}，第{folio}页", link)
        row += len(lines)
