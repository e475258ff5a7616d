"""Tables of a document: three rules (三线表), rows of whole grid rows, the head repeated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from casepress.brochure.column.flow import Block, space
from casepress.brochure.document.text import Parent
from casepress.brochure.publication.builder import HAIRLINE, OPENING_RULE, RULE, PageBuilder
from casepress.brochure.publication.context import Book
from casepress.brochure.text.setting import Lines
from casepress.display import Role

GAP = 12.0
SHORT = 8
"""Rows of a table up to which it stands on one page."""
Row = Sequence[tuple[str, str]]
"""The cells of a row: words and source."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table in words: caption, heads, rows, and each column's share of the width."""

    key: str
    caption: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    shares: tuple[float, ...]


def table_blocks(book: Book, table: Table, parent: Parent) -> list[Block]:
    """Return caption, head and rows as blocks, and a blank row; a row is never parted."""
    widths = _widths(book, table)
    key = f"table:{table.key}"

    def whole(page: PageBuilder) -> int:
        return page.tree.shared(key, "Table", parent(page))

    caption = book.setter.phrases(table.caption, "table_head", book.grid.body_width)
    heads = [(words, "") for words in table.heads]
    blocks = [_caption(book, caption, key, whole)] if caption else []
    blocks.append(_row(book, heads, widths, f"{key}:head", whole, head=True))
    again = _row(book, heads, widths, f"{key}:head", whole, head=True, again=True)
    last = len(table.rows) - 1
    for number, row in enumerate(table.rows):
        ends = (number == 0, number == last)
        block = _row(book, row, widths, f"{key}:{number}", whole, ends=ends)
        keep = block.keep or (number < last < SHORT)
        blocks.append(replace(block, keep=keep, head=again if number else None))
    return [*blocks, space()]


def _widths(book: Book, table: Table) -> list[float]:
    room = book.grid.body_width - GAP * (len(table.shares) - 1)
    return [room * share / sum(table.shares) for share in table.shares]


def _caption(book: Book, lines: Lines, key: str, whole: Parent) -> Block:
    def paint(page: PageBuilder, row: int, start: int, count: int) -> None:
        element = page.tree.shared(f"{key}:caption", "Caption", whole(page))
        body = page.frame.body
        for k, line in enumerate(lines):
            x = body.x + (body.width - line.width_pt) / 2
            page.text(line, x, page.grid.baseline(row + k), element)

    return Block(len(lines), paint, keep=True)


def _row(
    book: Book,
    cells: Row,
    widths: Sequence[float],
    key: str,
    whole: Parent,
    *,
    head: bool = False,
    again: bool = False,
    ends: tuple[bool, bool] = (False, False),
) -> Block:
    """Return a row; a head set *again* overleaf is no content of the tagged table."""
    role = "table_head" if head else "table_cell"
    leading = book.setter.leading("table_cell")
    set_cells = [
        book.setter.phrases(words, role, width, source) if words else ()
        for (words, source), width in zip(cells, widths, strict=True)
    ]
    most = max(len(lines) for lines in set_cells)
    rows = max(1, book.grid.rows_for(most * leading + 1.5))

    def paint(page: PageBuilder, row: int, start: int, count: int) -> None:
        grid, body = page.grid, page.frame.body
        element = None if again else _tagged_row(page, key, head, whole)
        if head:
            page.rule(body.x, grid.row(row), body.right, "ink", OPENING_RULE)
        x = body.x
        for lines, (_, source), width in zip(set_cells, cells, widths, strict=True):
            cell = None
            if element is not None:
                cell = page.tree.cell(element, head=head, source=source)
            middle = grid.row(row) + rows * grid.leading / 2
            y = middle - (len(lines) - 1) * leading / 2 + 0.36 * book.setter.size("table_cell")
            page.column(lines, x, y, leading, cell)
            x += width + GAP
        end = grid.row(row + rows)
        if ends[1] or head:
            page.rule(body.x, end, body.right, "ink", OPENING_RULE if ends[1] else RULE)
        else:
            page.rule(body.x, end, body.right, "rule", HAIRLINE)

    return Block(rows, paint, keep=head or ends[0])


def _tagged_row(page: PageBuilder, key: str, head: bool, whole: Parent) -> int:
    kind: Role = "THead" if head else "TBody"
    group = page.tree.shared(f"{key.rpartition(':')[0]}:{kind}", kind, whole(page))
    return page.tree.add("TR", group)
