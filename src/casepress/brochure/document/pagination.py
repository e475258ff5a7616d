"""Pages of a document: pictures float to where they leave no hole, tables repeat their heads.

A picture that doesn't fit stands at the head of the next page; the text that follows it, up to the
next section, fills the page it leaves. A table that goes on overleaf shows its head again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from casepress.brochure.column.flow import FULL, Block, Placed, break_pages, end_row
from casepress.brochure.publication.builder import PageBuilder

LEAST_HOLE = 3
"""Rows at the foot of a page from which on text is drawn forward to fill them."""
MOST_HEADS = 4
"""Tries to find where the heads of tables are repeated: each may move the rows after it."""


def document_pages(blocks: Sequence[Block], rows: int) -> list[list[Placed]]:
    """Break the blocks of a document into pages of *rows* rows."""
    return _with_heads(_floated(list(blocks), rows), rows)


def _break(blocks: Sequence[Block], rows: int) -> list[list[Placed]]:
    return break_pages(blocks, 0, rows, uneven=FULL)


# -- pictures ------------------------------------------------------------------------------


def _floated(blocks: list[Block], rows: int) -> list[Block]:
    """Return the blocks in the order in which they fill their pages."""
    moved: list[Block] = []
    while True:
        found = _hole(blocks, rows, moved)
        if found is None:
            return blocks
        place, hole = found
        picture = blocks[place]
        moved.append(picture)
        forward, rest = _filling(blocks[place + 1 :], hole, picture.floats == "freely")
        tried = [*blocks[:place], *forward, picture, *rest]
        if forward and len(_break(tried, rows)) <= len(_break(blocks, rows)):
            blocks = tried


def _hole(blocks: list[Block], rows: int, moved: Sequence[Block]) -> tuple[int, int] | None:
    """Return the first picture that leaves a hole at the foot of the page before it, and its rows.

    Each picture is moved once.
    """
    pages = _break(blocks, rows)
    for page, following in pairwise(pages):
        first = following[0].block if following else None
        hole = rows - end_row(page)
        known = any(first is block for block in moved)
        if first is None or not first.floats or hole < LEAST_HOLE or known:
            continue
        return next(k for k, block in enumerate(blocks) if block is first), hole
    return None


def _filling(blocks: Sequence[Block], hole: int, freely: bool) -> tuple[list[Block], list[Block]]:
    """Return what fills *hole* rows, and what is left: no heading is parted from its text."""
    taken: list[Block] = []
    rest = list(blocks)
    room = hole
    while rest and not rest[0].floats and (freely or not rest[0].opens):
        block = rest[0]
        if block.rows <= room:
            taken.append(rest.pop(0))
            room -= block.rows
            continue
        count = min(room, block.rows - 2)
        if block.splits and count >= 2:
            first, second = _parted(block, count)
            taken.append(first)
            rest[0] = second
        break
    while taken and (taken[-1].keep or taken[-1].space):
        rest.insert(0, taken.pop())
    return taken, rest


def _parted(block: Block, count: int) -> tuple[Block, Block]:
    """Return the first *count* lines of a paragraph and the others, as blocks of their own."""

    def later(page: PageBuilder, row: int, start: int, lines: int) -> None:
        block.paint(page, row, start + count, lines)

    first = replace(block, rows=count, texts=block.texts[:count])
    second = replace(block, rows=block.rows - count, texts=block.texts[count:], paint=later, tag="")
    return first, second


# -- tables --------------------------------------------------------------------------------


def _with_heads(blocks: list[Block], rows: int) -> list[list[Placed]]:
    """Break into pages; a page that begins with a row of a table begins with its head.

    Where a repeated head would end up within a page, the table goes on without it.
    """
    plain = pages = _break(blocks, rows)
    firsts: list[Block] = []
    for _ in range(MOST_HEADS):
        firsts = _beginning(pages)
        shown = [one for block in blocks for one in _headed(block, firsts)]
        pages = _break(shown, rows)
        if _beginning(pages) == firsts and _at_tops(pages):
            return pages
    return plain


def _headed(block: Block, firsts: Sequence[Block]) -> list[Block]:
    head = block.head if any(block is one for one in firsts) else None
    return [head, block] if head is not None else [block]


def _beginning(pages: Sequence[Sequence[Placed]]) -> list[Block]:
    """Rows of tables that begin a page, alone or below a repeated head."""
    found: list[Block] = []
    for page in pages[1:]:
        found += [
            item.block
            for number, item in enumerate(page[:2])
            if item.block.head is not None and (not number or page[0].block is item.block.head)
        ]
    return found


def _at_tops(pages: Sequence[Sequence[Placed]]) -> bool:
    """Whether every repeated head begins its page."""
    placed = [item for page in pages for item in page]
    heads = {id(item.block.head) for item in placed if item.block.head is not None}
    return not any(id(item.block) in heads for page in pages for item in page[1:])
