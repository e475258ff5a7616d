"""The contents of the book: parts, cases and, in a short book, their sections, with leaders.

The layout follows from the words alone, so the number of pages is known before any case is
planned; the page numbers are put in when they are known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from casepress.book.desk import Desk, Paint, case_prefix, opener_place, part_number, part_place
from casepress.brochure.chapter import section_headings
from casepress.brochure.pages.furniture import section_head
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.publication.context import Book, section_element
from casepress.brochure.text.setting import Lines
from casepress.brochure.text.words import plain_title
from casepress.display import RuleItem
from casepress.frozen import dataclass
from casepress.units import Rect

HEADING = "目录"
FIRST_ROW, TOP_ROW = 5, 1
LEAST_LAST = 6
"""Rows the last page holds at least."""
MARKER_X = 28.0
PAGE_ROOM, LEADER_GAP = 40.0, 6.0
DOT, DOT_PITCH = 0.75, 4.0
RULE_DROP = 2.0
MOST_PAGES_WITH_SECTIONS = 2
PART, CASE, SECTION, BACK = range(4)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: level, where it leads, its marker and words, and whose case it is."""

    level: int
    place: str
    text: str
    marker: str = ""
    source: str = ""
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """An entry as set: its lines, and the rows it takes with the blanks above."""

    entry: Entry
    lines: Lines
    asides: Lines
    above: int

    @property
    def rows(self) -> int:
        """Rows with the blank ones above."""
        return self.above + max(len(self.lines), -(-len(self.asides) * 2 // 3))


def plan_contents(desk: Desk, back: Sequence[tuple[str, str]]) -> list[Paint]:
    """Return the pages of the contents; *back* are place and heading of what follows the cases."""
    for deep in (True, False):
        pages = _pages(desk, _entries(desk, back, deep=deep))
        last = sum(row.rows for row, _ in pages[-1])
        short = len(pages) > 1 and last < desk.grid.rows / 3
        if len(pages) <= MOST_PAGES_WITH_SECTIONS and not short:
            break

    def painter(number: int) -> Paint:
        return lambda page: _paint(page, desk, pages[number], number == 0)

    return [painter(number) for number in range(len(pages))]


def _entries(desk: Desk, back: Sequence[tuple[str, str]], *, deep: bool) -> list[Entry]:
    found: list[Entry] = []
    part = None
    for index, member in enumerate(desk.members):
        if member.part is not None and member.part != part:
            part = member.part
            title = plain_title(desk.collection.parts[part].title)
            found.append(
                Entry(PART, part_place(part), title, part_number(part), f"parts[{part}].title")
            )
        case = member.case
        who = case.organisation or case.source.contributor
        prefix = case_prefix(index)
        found.append(
            Entry(CASE, opener_place(index), desk.case_title(index), str(index + 1),
                  f"{prefix}title", who)
        )  # fmt: skip
        if deep:
            book = Book(case, desk.theme, desk.grid, desk.setter, Path())
            found += [Entry(SECTION, prefix + key, text) for key, text in section_headings(book)]
    return found + [Entry(BACK, place, text) for place, text in back]


def _pages(desk: Desk, entries: Sequence[Entry]) -> list[list[tuple[Row, int]]]:
    """Place the entries; a part or a case never ends a page without what follows it."""
    rows = [_row(desk, entry, entries[k - 1] if k else None) for k, entry in enumerate(entries)]
    pages = [_placed(page, first=k == 0) for k, page in enumerate(_filled(desk, rows))]
    close = [replace(row, above=min(row.above, 1)) for row in rows]
    tight = [_placed(page, first=k == 0) for k, page in enumerate(_filled(desk, close))]
    return tight if len(tight) < len(pages) else pages


def _filled(desk: Desk, rows: Sequence[Row]) -> list[list[Row]]:
    """Fill page after page; the last one is no mere remainder."""
    pages: list[list[Row]] = [[]]
    at = FIRST_ROW
    for k, row in enumerate(rows):
        following = rows[k + 1] if k + 1 < len(rows) else None
        need = row.rows
        if following and row.entry.level < following.entry.level < BACK:
            need += following.rows
        if at + need > desk.grid.rows and pages[-1]:
            pages.append([])
            at = TOP_ROW - row.above
        pages[-1].append(row)
        at += row.rows
    while len(pages) > 1 and sum(row.rows for row in pages[-1]) < LEAST_LAST:
        if len(pages[-2]) <= LEAST_LAST or pages[-2][-2].entry.level == PART:
            break
        pages[-1].insert(0, pages[-2].pop())
    return pages


def _placed(page: Sequence[Row], *, first: bool) -> list[tuple[Row, int]]:
    """Give every entry of a page the row of its first line; blanks at the top of a page vanish."""
    at = FIRST_ROW if first else TOP_ROW - page[0].above
    placed = []
    for row in page:
        placed.append((row, at + row.above))
        at += row.rows
    return placed


def _row(desk: Desk, entry: Entry, before: Entry | None) -> Row:
    setter, width = desk.setter, desk.grid.body_width
    indent = _indent(desk, entry)
    lines = setter.phrases(
        entry.text, _ROLES[entry.level], width - indent - PAGE_ROOM, entry.source
    )
    asides: Lines = ()
    if entry.aside and desk.grid.has_side:
        asides = setter.phrases(entry.aside, "label", desk.grid.side_width, "organisation")[:3]
    above = 0
    if entry.level == PART:
        above = 2
    elif entry.level == BACK:
        above = 2 if before is None or before.level != BACK else 0
    elif entry.level == CASE and before is not None:
        above = 1 if before.level in (PART, SECTION) else 0
    return Row(entry, lines, asides, above)


_ROLES = {PART: "toc_title", CASE: "honour_name", SECTION: "toc_entry", BACK: "honour_name"}


def _indent(desk: Desk, entry: Entry) -> float:
    if entry.level == PART:
        return desk.setter.width(entry.marker, "toc_title") + 12
    return 0.0 if entry.level == BACK else MARKER_X


def _paint(page: PageBuilder, desk: Desk, rows: Sequence[tuple[Row, int]], first: bool) -> None:
    sect = section_element(page.tree, "contents", HEADING)
    if first:
        head = page.tree.add("H1", sect)
        titles = (desk.setter.line(HEADING, "section_title"),)
        section_head(page, page.frame.body, titles, head)
        page.anchor("contents")
        page.bookmark(HEADING, "contents")
    toc = page.tree.shared("contents:toc", "TOC", sect)
    for row, at in rows:
        _entry(page, desk, row, at, toc)


def _entry(page: PageBuilder, desk: Desk, row: Row, at: int, toc: int) -> None:
    grid, setter, column, entry = page.grid, desk.setter, page.frame.body, row.entry
    y = grid.baseline(at)
    if entry.level == PART:
        page.rule(column.x, grid.row(at - 1) + RULE_DROP + 9, column.right, "ink")
    item = page.tree.add("TOCI", toc)
    link = page.tree.add("Link", page.tree.add("Reference", item), source=entry.source)
    if entry.marker:
        role = "toc_title" if entry.level == PART else "honour_name"
        page.text(setter.line(entry.marker, role, ink="brand"), column.x, y, link)
    x = column.x + _indent(desk, entry)
    last = page.column(row.lines, x, y, grid.leading, link) - grid.leading
    folio = desk.numbers[entry.place]
    number = setter.line(folio, "toc_entry" if entry.level == SECTION else "honour_name")
    end = column.right - number.width_pt
    _leader(page, x + row.lines[-1].width_pt + LEADER_GAP, end - LEADER_GAP, last)
    page.text(number, end, last, link)
    if row.asides:
        aside = page.tree.add("P", item, source=f"{entry.place}")
        page.column(row.asides, page.frame.side.x, y, setter.leading("label"), aside)
    rect = Rect(column.x, y - 13, column.width, last - y + grid.leading)
    page.link(rect, entry.place, f"{entry.marker}{entry.text}，第{folio}页", link)


def _leader(page: PageBuilder, start: float, end: float, y: float) -> None:
    """Paint dots that stand below each other on all lines: their phase is the column's."""
    right = page.frame.body.right
    first = right - DOT_PITCH * int((right - start) / DOT_PITCH)
    if end - first > 2 * DOT_PITCH:
        dash = (DOT, DOT_PITCH - DOT)
        page.place(RuleItem(first, y - 2.0, end, y - 2.0, DOT, "grey", dash=dash))
