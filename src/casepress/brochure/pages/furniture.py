"""What stands on page after page: strand tabs, folio and running foot, section heads."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.brochure.drawing.tones import SAFE_PT
from casepress.brochure.publication.builder import RULE, PageBuilder
from casepress.brochure.publication.context import FUSED, IDLE, Book, Leaf
from casepress.brochure.publication.geometry import REFERENCE_TOP, Column
from casepress.brochure.text.setting import Lines, Setter
from casepress.typeset.model import Line
from casepress.units import Rect

TAB_WIDTH, TAB_PITCH = 5.0, 12.0
TAB_IDLE, TAB_ACTIVE, TAB_FUSED = 27.0, 45.0, 20.0
RUNNING_INSET = 27.0
HEAD_RULE = (42.0, 3.0)
PANEL_LEAD = 10.0
TICK_PITCH, TICK_ACTIVE, TICK_LEAST = 6.0, 3.0, 9.0


def furnish(page: PageBuilder, book: Book, leaf: Leaf) -> None:
    """Grounds and tabs below everything else on the page."""
    if leaf.ground and book.theme.brochure.bleeds:
        page.ground(leaf.ground)
    elif leaf.side_ground and page.grid.has_side and book.theme.brochure.side_ground == "panel":
        side = page.frame.side
        if page.frame.recto:
            rect = Rect(
                side.x - PANEL_LEAD, 0, page.grid.width - side.x + PANEL_LEAD, page.grid.height
            )
        else:
            rect = Rect(0, 0, side.right + PANEL_LEAD, page.grid.height)
        page.box(rect, "panel", bleeds=True)
    if isinstance(leaf.tabs, int) or leaf.tabs in (IDLE, FUSED):
        paint = _tabs if book.theme.brochure.bleeds else _ticks
        paint(page, len(book.case.practices), leaf.tabs)


def _tabs(page: PageBuilder, count: int, state: str | int) -> None:
    top, scale = -page.grid.bleed, page.grid.top / REFERENCE_TOP
    outer, recto = page.frame.outer, page.frame.recto
    if state == FUSED:
        left = outer - TAB_FUSED if recto else outer
        page.box(Rect(left, top, TAB_FUSED, TAB_ACTIVE * scale - top), "brand", bleeds=True)
        return
    pitch, shown = _spread(page, count, state, TAB_WIDTH, TAB_PITCH)
    width = TAB_WIDTH + (count - 1) * pitch
    left = outer - width if recto else outer
    for i in shown:
        active = state == i
        bottom = (TAB_ACTIVE if active else TAB_IDLE) * scale
        rect = Rect(left + i * pitch, top, TAB_WIDTH, bottom - top)
        page.box(rect, "brand" if active else "goldD", bleeds=True)


def _spread(
    page: PageBuilder, count: int, state: str | int, width: float, pitch: float
) -> tuple[float, Sequence[int]]:
    """Return the pitch of tabs and which are painted.

    More of them than the page is wide say nothing: only the practice's own stands, as far along
    the page as the practice is through the case.
    """
    room = page.frame.full.width - width
    if (count - 1) * pitch <= room:
        return pitch, range(count)
    return room / (count - 1), (state,) if isinstance(state, int) else ()


def _ticks(page: PageBuilder, count: int, state: str | int) -> None:
    """Tabs of a layout that does not bleed: short stems above the frame, the active one heavy."""
    outer, recto = page.frame.outer, page.frame.recto
    top = SAFE_PT
    bottom = max(TAB_ACTIVE * page.grid.top / REFERENCE_TOP, top + TICK_LEAST)
    if state == FUSED:
        page.rule(outer - TAB_FUSED if recto else outer, bottom - TICK_ACTIVE / 2,
                  outer if recto else outer + TAB_FUSED, "brand", TICK_ACTIVE)  # fmt: skip
        return
    pitch, shown = _spread(page, count, state, TICK_ACTIVE, TICK_PITCH)
    width = TICK_ACTIVE + (count - 1) * pitch
    left = outer - width if recto else outer
    for i in shown:
        active = state == i
        x = left + i * pitch + TICK_ACTIVE / 2
        page.stem(x, top, bottom, "brand" if active else "ink", TICK_ACTIVE if active else RULE)


def foot(page: PageBuilder, book: Book, leaf: Leaf) -> None:
    """Folio at the outer edge; inwards of it the title (even) or the section (odd pages)."""
    if not leaf.foot:
        return
    numbered = isinstance(leaf.tabs, int) and not book.chapter
    running = leaf.section if page.frame.recto or numbered else book.title
    paint_foot(page, book.setter, str(page.number), running, reversed=leaf.reversed)


def paint_foot(
    page: PageBuilder, setter: Setter, folio: str, running: str, *, reversed: bool = False
) -> None:
    """Paint the folio at the outer edge and the running words inwards of it.

    *reversed*: light folio on a coloured ground, without running words.
    """
    y = page.grid.baseline(page.grid.rows + 1)
    number = setter.line(folio, "folio", ink="coverSub" if reversed else None)
    full = page.frame.full
    x = full.right - number.width_pt if page.frame.recto else full.x
    page.text(number, x, y, None)
    if reversed or not running:
        return
    line = _shortened(setter, running, full.width - RUNNING_INSET)
    if page.frame.recto:
        page.text(line, full.right - RUNNING_INSET - line.width_pt, y, None)
    else:
        page.text(line, full.x + RUNNING_INSET, y, None)


def _shortened(setter: Setter, text: str, width: float) -> Line:
    """Return the running foot on one line; a title too long for it ends in an ellipsis."""
    line = setter.line(text, "running_foot")
    while line.width_pt > width and len(text) > 1:
        text = text[: max(1, len(text) - 2)]
        line = setter.line(text.rstrip("“（《，、：\u3000") + "……", "running_foot")
    return line


def section_head(
    page: PageBuilder, column: Column, lines: Lines, element: int, row: int = 2
) -> None:
    """Paint the brand rule over a section title whose first baseline stands on *row*."""
    y = page.grid.row(row - 2) + 2
    width, height = HEAD_RULE
    page.box(Rect(column.x, y - height / 2, width, height), "brand")
    for k, line in enumerate(lines):
        page.text(line, column.x, page.grid.baseline(row + 2 * k), element)


def section_opening(
    page: PageBuilder, lines: Lines, sect: int, name: str, title: str, source: str = ""
) -> None:
    """Paint the head of a section and make it a place to jump to.

    Args:
        page: its first page.
        lines: the title as it is set.
        sect: the structure element of the section.
        name: name of the place.
        title: words of the bookmark.
        source: where the title stands in the case.
    """
    section_head(page, page.frame.body, lines, page.tree.add("H1", sect, source=source))
    page.anchor(name)
    page.bookmark(title, name)


def beside_title(page: PageBuilder, line: Line) -> float:
    """Return where a label beside a section title begins: the side column, else flush right."""
    if page.grid.has_side:
        return page.frame.side.x
    return page.frame.full.right - line.width_pt


def head_rows(lines: Lines) -> int:
    """First row of text below a section title."""
    return 2 + 2 * max(1, len(lines))
