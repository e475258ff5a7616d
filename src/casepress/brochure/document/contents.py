"""The contents of a document, where its layout asks for them: after the head, line by line."""

from __future__ import annotations

from casepress.brochure.column.flow import Block, space
from casepress.brochure.document.text import section
from casepress.brochure.pages.contents import HEADING, Entry, entries
from casepress.brochure.publication.builder import HAIRLINE, PageBuilder
from casepress.brochure.publication.context import Book
from casepress.units import Rect

INDENT_EM, LEADER_GAP, LEADER_RISE = 2.0, 8.0, 4.0


def contents_blocks(book: Book, body: list[Block]) -> list[Block]:
    """Return a heading and an entry for what *body* holds; page numbers are known when painted."""
    found = entries(book, {block.tag for block in body if block.tag})
    if not book.theme.brochure.pages.contents or not found:
        return []
    blocks = [_head(book)]
    blocks += [_entry(book, entry, keep=number == 0) for number, entry in enumerate(found)]
    return [*blocks, space()]


def _head(book: Book) -> Block:
    line = book.setter.line(HEADING, "flow_section")

    def paint(page: PageBuilder, row: int, start: int, count: int) -> None:
        element = page.tree.add("H1", section(book, "contents", HEADING)(page))
        body = page.frame.body
        x = body.x + (body.width - line.width_pt) / 2
        page.text(line, x, page.grid.baseline(row), element)
        page.anchor("contents", page.grid.row(row))

    return Block(1, paint, keep=True, tag="contents")


def _entry(book: Book, entry: Entry, *, keep: bool) -> Block:
    setter = book.setter
    role = "flow_section" if entry.level == 1 else "flow_part"
    indent = (entry.level - 1) * INDENT_EM * setter.size("body")
    room = book.grid.body_width - indent - INDENT_EM * setter.size("body")
    lines = setter.phrases(entry.text, role, room, entry.source)

    def paint(page: PageBuilder, row: int, start: int, count: int) -> None:
        grid, column = page.grid, page.frame.body
        sect = section(book, "contents", HEADING)(page)
        toc = page.tree.shared("contents:toc", "TOC", sect)
        reference = page.tree.add("Reference", page.tree.add("TOCI", toc))
        link = page.tree.add("Link", reference)
        page.column(lines, column.x + indent, grid.baseline(row), grid.leading, link)
        number = setter.line(str(book.numbers[entry.anchor]), "toc_page")
        y = grid.baseline(row + len(lines) - 1)
        x = column.right - number.width_pt
        left = column.x + indent + lines[-1].width_pt + LEADER_GAP
        page.rule(left, y - LEADER_RISE, x - LEADER_GAP, "rule", HAIRLINE)
        page.text(number, x, y, link)
        rect = Rect(column.x, grid.row(row), column.width, grid.leading * len(lines))
        page.link(rect, entry.anchor, f"{entry.text}，第{book.numbers[entry.anchor]}页", link)

    return Block(len(lines), paint, keep=keep)
