"""Headings inside a column: 一是 with a rule above, or a tag with the numeral, and its sentence."""

from __future__ import annotations

from collections.abc import Callable

from casepress.brochure.column.flow import Block
from casepress.brochure.drawing import tones
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.publication.context import Book
from casepress.brochure.text.words import chinese, marker, without_stop
from casepress.display import Role
from casepress.units import Rect

RISE = 4.0
RULE_DROP = 7.0
TAG = (21.0, 20.0)
TAG_INDENT = 31.5
MARKER_GAP = 10.0


def heading(
    book: Book,
    title: str,
    index: int | None,
    key: str,
    parent: Callable[[PageBuilder], int],
    source: str,
    role: Role = "H3",
) -> Block:
    """Return a heading with its marker (*index* from 0; None: none): rule row, then title.

    The title stands 4 pt above its row's baseline, which seats it between rule and text.
    """
    setter = book.setter
    tag = book.theme.brochure.measure_head == "tag" and index is not None
    mark = None
    indent = 0.0
    if index is not None:
        if tag:
            mark, indent = setter.line(chinese(index + 1), "tag_numeral", source), TAG_INDENT
        else:
            mark = setter.line(marker(index), "measure_marker", source)
            indent = mark.width_pt + MARKER_GAP
    lines = setter.phrases(
        without_stop(title), "measure_head", book.grid.body_width - indent, source
    )

    def paint(page: PageBuilder, row: int, start: int, count: int) -> None:
        element = page.tree.shared(key, role, parent(page), source=source)
        column, grid = page.frame.body, page.grid
        y = grid.baseline(row + 1) - RISE
        if mark is not None and tag:
            width, height = TAG
            tones.block(page, book, Rect(column.x, y - 14, width, height))
            spoken = page.tree.add("Span", element, actual_text=marker(index or 0))
            page.text(mark, column.x + (width - mark.width_pt) / 2, y, spoken)
            element = page.tree.add("Span", element, source=source)
        else:
            page.rule(column.x, grid.row(row) + RULE_DROP, column.right, "ink")
            if mark is not None:
                page.text(mark, column.x, y, element)
        page.column(lines, column.x + indent, y, grid.leading, element)

    return Block(1 + len(lines), paint, keep=True, tag=key, hang=1)
