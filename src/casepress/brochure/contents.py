"""The contents: sections with their pages, practices below them, the source beside them."""

from __future__ import annotations

from dataclasses import dataclass

from casepress.brochure.builder import PageBuilder
from casepress.brochure.context import Book, Leaf, section_element
from casepress.brochure.furniture import section_head
from casepress.brochure.setting import Lines
from casepress.brochure.words import practice_number, without_stop
from casepress.display import Role
from casepress.units import Rect

FIRST_ROW = 6
TITLE_X = 52.5
RULE_DROP = 2.0
"""A rule stands as far below the top of its row as the rule of the section head."""
HEADING = "目录"
DISCUSSION = "研讨题"
NOTES = "笔记"
STATEMENT = (
    "正文文字照录原文；",
    "标点统一为全角；",
    "小标题由正文首句提出；",
    "凡注“编者”处，为编者所加。",
)
OWN_STATEMENT = ("凡注“编者”处，为编者所加。",)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: where it leads, its words, and its level (1 or 2)."""

    anchor: str
    text: str
    level: int
    source: str


def entries(book: Book, anchors: set[str]) -> list[Entry]:
    """All entries that have a page of their own, in order."""
    found = [Entry("summary", book.case.headings.summary, 1, "headings.summary")]
    for key, title in book.sections():
        found.append(Entry(key, title, 1, f"headings.{key}"))
        if key == "practices":
            for index, practice in enumerate(book.case.practices):
                title = without_stop(practice.title).rstrip("，,")
                if practice.outcome:
                    title += f"，{without_stop(practice.outcome)}"
                text = practice_number(index) + title if len(book.case.practices) > 1 else title
                found.append(Entry(f"practices[{index}]", text, 2, f"practices[{index}].title"))
    found.append(Entry("discussion", DISCUSSION, 1, ""))
    return [entry for entry in found if entry.anchor in anchors]


def plan_contents(book: Book) -> Leaf:
    """Return the contents page."""
    return Leaf("contents", lambda page: _paint(page, book), HEADING, anchors=("contents",))


def _paint(page: PageBuilder, book: Book) -> None:
    sect = section_element(page.tree, "contents", HEADING)
    head = page.tree.add("H1", sect)
    titles = (book.setter.line(HEADING, "section_title"),)
    section_head(page, page.frame.body, titles, head)
    page.anchor("contents")
    found = entries(book, set(book.numbers))
    pitch = 3 if _rows(book, found, 3) <= book.grid.rows - FIRST_ROW else 2
    paint_entries(page, book, found, FIRST_ROW, pitch, sect)
    _source(page, book, sect)


def entry_lines(book: Book, entry: Entry) -> Lines:
    """Return an entry's words, broken by phrase where they do not fit."""
    role = "toc_title" if entry.level == 1 else "toc_entry"
    return book.setter.phrases(entry.text, role, book.grid.body_width - TITLE_X, entry.source)


def _rows(book: Book, found: list[Entry], pitch: int) -> int:
    """Rows the contents take at a pitch of *pitch* rows for each section."""
    rows = 0
    for number, entry in enumerate(found):
        lines = len(entry_lines(book, entry))
        if entry.level == 1:
            rows += pitch - 1 + lines
        else:
            rows += lines
            following = found[number + 1 : number + 2]
            rows += 1 if following and following[0].level == 1 else 0
    return rows


def paint_entries(
    page: PageBuilder, book: Book, found: list[Entry], row: int, pitch: int, sect: int
) -> int:
    """Put the entries on the page from *row*; return the row after the last."""
    grid, column = page.grid, page.frame.body
    toc = page.tree.add("TOC", sect)
    nested: int | None = None
    for number, entry in enumerate(found):
        lines = entry_lines(book, entry)
        if entry.level == 1:
            y = grid.row(row) + RULE_DROP
            page.rule(column.x, y, column.right, "ink")
            parent, at, nested = toc, row + 1, None
            row += pitch - 1 + len(lines)
        else:
            if nested is None:
                nested = page.tree.add("TOC", toc)
            parent, at = nested, row
            row += len(lines)
            following = found[number + 1 : number + 2]
            row += 1 if following and following[0].level == 1 else 0
        _entry(page, book, entry, lines, at, parent)
    return row


def _entry(
    page: PageBuilder, book: Book, entry: Entry, lines: Lines, row: int, parent: int
) -> None:
    grid, column = page.grid, page.frame.body
    number = str(book.numbers[entry.anchor])
    role = "toc_page" if entry.level == 1 else "toc_entry"
    ink = None if entry.level == 1 else "grey"
    element = _linked(page, parent, "TOCI")
    y = grid.baseline(row)
    page.text(book.setter.line(number, role, ink=ink), column.x, y, element)
    page.column(lines, column.x + TITLE_X, y, grid.leading, element)
    rect = Rect(column.x, grid.row(row), column.width, grid.leading * len(lines))
    page.link(rect, entry.anchor, f"{entry.text}，第{number}页", element)


def _linked(page: PageBuilder, parent: int, role: Role) -> int:
    """TOCI > Reference > Link: the leaf that carries text and link."""
    item = page.tree.add(role, parent)
    return page.tree.add("Link", page.tree.add("Reference", item))


def _source(page: PageBuilder, book: Book, sect: int) -> None:
    """Where the text comes from, and what the editors did to it."""
    source = book.case.source
    lines = [text for text in (source.publication, source.published) if text]
    if source.contributor:
        lines.append(f"{source.contributor}供稿")
    given = bool(lines)
    row = FIRST_ROW + 1
    if given:
        row = _note(page, book, "原文", lines, row, sect)
    elif book.case.organisation:
        row = _note(page, book, "单位", [book.case.organisation], row, sect)
    row = max(row + 2, FIRST_ROW + 7)
    if given:
        _note(page, book, "编排", list(STATEMENT), row, sect)
    elif book.case.editorial:
        _note(page, book, "编排", list(OWN_STATEMENT), row, sect)


def _note(page: PageBuilder, book: Book, head: str, texts: list[str], row: int, sect: int) -> int:
    grid, setter, side = page.grid, book.setter, page.frame.side
    element = page.tree.add("P", sect, source="source")
    leading = setter.leading("label")
    y = grid.baseline(row)
    page.text(setter.line(head, "note_head"), side.x, y, element)
    y += leading + 1
    count = 0
    for text in texts:
        lines = setter.phrases(text, "label", side.width, "source")
        y = page.column(lines, side.x, y, leading, element)
        count += len(lines)
    return row + grid.rows_for(leading * (count + 1))
