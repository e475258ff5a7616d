"""What the back cover has no room for: long notes of the editors, on pages of their own before it.

The back cover keeps a line that says on which page they stand; no word of them is dropped.
"""

from __future__ import annotations

from collections.abc import Sequence

from casepress.brochure.column.flow import Block, Placed, break_pages, paragraph, space
from casepress.brochure.column.heads import heading
from casepress.brochure.pages.colophon import REMARKS, Group
from casepress.brochure.pages.furniture import head_rows, section_opening
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.publication.context import Book, Leaf, Paint, section_element
from casepress.brochure.text.setting import Lines
from casepress.brochure.text.words import paragraphs

SEVERAL = "附注"


def plan_remarks(book: Book, groups: Sequence[Group]) -> list[Leaf]:
    """Return the pages of what the back cover has no room for; mostly none."""
    if not groups:
        return []
    title = groups[0][0] if len(groups) == 1 else SEVERAL
    lines = (book.setter.line(title, "section_title"),)
    blocks = [block for k, group in enumerate(groups)
              for block in _blocks(book, group, k, headed=len(groups) > 1)]  # fmt: skip
    while blocks[-1].space:
        blocks.pop()
    leaves = []
    for number, placed in enumerate(break_pages(blocks, head_rows(lines), book.grid.rows)):
        first = number == 0
        paint = _painter(title, placed, lines if first else ())
        leaves.append(Leaf(REMARKS, paint, title, anchors=(REMARKS,) if first else ()))
    return leaves


def _sect(page: PageBuilder) -> int:
    return section_element(page.tree, REMARKS)


def _blocks(book: Book, group: Group, index: int, *, headed: bool) -> list[Block]:
    label, texts = group
    key = f"{REMARKS}[{index}]"
    blocks = [heading(book, label, None, key, _sect, "")] if headed else []
    for k, (text, source) in enumerate(texts):
        for n, words in enumerate(paragraphs(text.replace("|", ""))):
            lines = book.setter.body(words, book.grid.body_width, "body", source)
            blocks.append(paragraph(lines, f"{key}:{k}:{n}", _sect, source))
    return [*blocks, space()]


def _painter(title: str, placed: Sequence[Placed], lines: Lines) -> Paint:
    def paint(page: PageBuilder) -> None:
        sect = section_element(page.tree, REMARKS, title)
        if lines:
            section_opening(page, lines, sect, REMARKS, title)
        for item in placed:
            item.paint(page)

    return paint
