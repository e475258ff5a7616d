"""Headings and paragraphs of a document: all of them set like paragraphs, two ems indented.

GB/T 9704-2012 7.3.3 tells the levels apart by face alone: 一、 in 黑体, （一） in 楷体, 1. in 仿宋.
"""

from __future__ import annotations

from collections.abc import Callable

from casepress.brochure.column.flow import Block, paragraph
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.publication.context import Book, section_element
from casepress.brochure.text.words import paragraphs, without_stop
from casepress.display import Role

Parent = Callable[[PageBuilder], int]
LEVELS: dict[int, tuple[str, Role]] = {
    1: ("flow_section", "H1"),
    2: ("flow_part", "H2"),
    3: ("flow_measure", "H3"),
}
"""Role of the type scale and structure of each level of heading."""


def section(book: Book, key: str, title: str) -> Parent:
    """Return the Sect of a section, made where its first piece is painted."""
    return lambda page: section_element(page.tree, key, title)


def heading(
    book: Book,
    words: str,
    level: int,
    parent: Parent,
    source: str,
    *,
    anchor: str = "",
) -> Block:
    """Return a heading that stays with what follows it.

    *anchor* names its place, for bookmarks and links; level 3 has none.
    """
    role, structure = LEVELS[level]
    text = without_stop(words)
    lines = book.setter.body(text, book.grid.body_width, role, source)

    def paint(page: PageBuilder, row: int, start: int, count: int) -> None:
        element = page.tree.shared(
            f"{source}:{anchor}:head", structure, parent(page), source=source
        )
        y = page.grid.baseline(row)
        page.column(lines, page.frame.body.x, y, page.grid.leading, element)
        if anchor and start == 0:
            page.anchor(anchor, page.grid.row(row))
            page.bookmark(text, anchor, level)

    return Block(len(lines), paint, keep=True, tag=anchor, opens=level == 1)


def texts(
    book: Book, text: str, role: str, parent: Parent, source: str, *, indent: float = 2.0
) -> list[Block]:
    """Return the paragraphs of a text field."""
    found = []
    for number, words in enumerate(paragraphs(text)):
        lines = book.setter.body(words, book.grid.body_width, role, source, indent=indent)
        found.append(paragraph(lines, f"{source}:{role}:{number}", parent, source))
    return found


def right(book: Book, text: str, role: str, parent: Parent, source: str) -> Block:
    """Return a line at the right edge, one em in (落款), on as many lines as it needs."""
    width = book.grid.body_width
    lines = book.setter.phrases(text, role, width, source)

    def paint(page: PageBuilder, row: int, start: int, count: int) -> None:
        element = page.tree.shared(f"{source}:right", "P", parent(page), source=source)
        for k, line in enumerate(lines):
            x = page.frame.body.right - min(width, line.width_pt + book.setter.size(role))
            page.text(line, x, page.grid.baseline(row + k), element)

    return Block(len(lines), paint)
