"""The contents: sections with their pages, practices below them, the source beside them."""

from __future__ import annotations

from casepress.brochure.pages.furniture import section_head
from casepress.brochure.publication.builder import HAIRLINE, PageBuilder
from casepress.brochure.publication.context import Book, Leaf, Paint, section_element
from casepress.brochure.publication.geometry import Column
from casepress.brochure.text.setting import Lines
from casepress.brochure.text.words import practice_number, without_stop
from casepress.display import Role
from casepress.frozen import dataclass
from casepress.units import Rect

FIRST_ROW = 6
TITLE_X = 52.5
RULE_DROP = 2.0
"""A rule stands as far below the top of its row as the rule of the section head."""
NOTE_GAP, RULE_RISE = 18.0, 6.0
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


def plan_contents(book: Book, anchors: set[str]) -> list[Leaf]:
    """Return the contents, on one page if they can stand on one.

    Args:
        book: the case.
        anchors: the places that have a page.
    """
    found = entries(book, anchors)
    pitch = 3 if _rows(book, found, 3) <= book.grid.rows - FIRST_ROW else 2
    sheets = _sheets(book, found, pitch)
    return [
        Leaf("contents", _painter(book, sheet, pitch, number, len(sheets)), HEADING,
             anchors=() if number else ("contents",))
        for number, sheet in enumerate(sheets)
    ]  # fmt: skip


def _first_row(book: Book) -> int:
    return FIRST_ROW - 1 if book.grid.short else FIRST_ROW


def _sheets(book: Book, found: list[Entry], pitch: int) -> list[list[Entry]]:
    """Return the entries page by page; no section is parted from the first line below it."""
    sheets: list[list[Entry]] = [[]]
    left = book.grid.rows - _first_row(book)
    for number, entry in enumerate(found):
        following = found[number + 1 : number + 2]
        rows = _rows(book, [entry], pitch)
        below = entry.level == 1 and following and following[0].level == 2
        need = rows + (_rows(book, following, pitch) if below else 0)
        if need > left and sheets[-1]:
            sheets.append([])
            left = book.grid.rows
        sheets[-1].append(entry)
        left -= rows + (1 if entry.level == 2 and following and following[0].level == 1 else 0)
    return sheets


def _painter(book: Book, sheet: list[Entry], pitch: int, number: int, count: int) -> Paint:
    first = 0 if number else _first_row(book)
    beside = book.grid.has_side

    def paint(page: PageBuilder) -> None:
        sect = section_element(page.tree, "contents", HEADING)
        if number == 0:
            head = page.tree.add("H1", sect)
            titles = (book.setter.line(HEADING, "section_title"),)
            section_head(page, page.frame.body, titles, head)
            page.anchor("contents")
        end = paint_entries(page, book, sheet, first, pitch, sect)
        if number == (0 if beside else count - 1):
            _source(page, book, first if beside else end, sect)

    return paint


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
    toc = page.tree.shared("contents:toc", "TOC", sect)
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


def _source(page: PageBuilder, book: Book, row: int, sect: int) -> None:
    """Where the text comes from, and what the editors did to it: beside the entries, or below."""
    grid = page.grid
    notes = _notes(book)
    if grid.has_side:
        at = row + 1
        for number, (head, texts) in enumerate(notes):
            at = _note(
                page, book, head, texts, Column(page.frame.side.x, grid.side_width), at, sect
            )
            at = max(at + 2, row + 7) if number == 0 else at
        return
    full = page.frame.full
    width = (full.width - NOTE_GAP) / 2
    columns = (Column(full.x, width), Column(full.x + width + NOTE_GAP, width))
    rows = max((_note_rows(book, texts, width) for _, texts in notes), default=0)
    if not rows or row + 1 + rows > grid.rows:
        return
    page.rule(full.x, grid.row(grid.rows - rows) - RULE_RISE, full.right, "rule", HAIRLINE)
    for (head, texts), column in zip(notes, columns, strict=False):
        _note(page, book, head, texts, column, grid.rows - rows, sect)


def _notes(book: Book) -> list[tuple[str, list[str]]]:
    """Return the notes with their heads: the source, then what was done to the text."""
    source = book.case.source
    lines = [text for text in (source.publication, source.published) if text]
    if source.contributor:
        lines.append(f"{source.contributor}供稿")
    found = []
    if lines:
        found.append(("原文", lines))
    elif book.case.organisation:
        found.append(("单位", [book.case.organisation]))
    if lines:
        found.append(("编排", list(STATEMENT)))
    elif book.case.editorial:
        found.append(("编排", list(OWN_STATEMENT)))
    return found


def _note_rows(book: Book, texts: list[str], width: float) -> int:
    """Rows of a note with its head."""
    setter = book.setter
    count = sum(len(setter.phrases(text, "label", width, "source")) for text in texts)
    return book.grid.rows_for(setter.leading("label") * (count + 1))


def _note(
    page: PageBuilder, book: Book, head: str, texts: list[str], column: Column, row: int, sect: int
) -> int:
    """Paint a note in a column; return the row after it."""
    grid, setter = page.grid, book.setter
    element = page.tree.add("P", sect, source="source")
    leading = setter.leading("label")
    y = grid.baseline(row)
    page.text(setter.line(head, "note_head"), column.x, y, element)
    y += leading + 1
    for text in texts:
        lines = setter.phrases(text, "label", column.width, "source")
        y = page.column(lines, column.x, y, leading, element)
    return row + _note_rows(book, texts, column.width)
