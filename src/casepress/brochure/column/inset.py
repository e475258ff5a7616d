"""Asides on a page without a side column: figures, notes and quotes set into the column.

They follow the text they belong to, in bands of whole rows: numerals three across, rows of small
figures and notes two across, a quote alone. A band never splits.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from casepress.brochure.column.flow import Block, space
from casepress.brochure.column.side import Item
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.publication.geometry import Grid
from casepress.frozen import dataclass

ACROSS = {"figure": 3, "small": 2, "note": 2, "quote": 1, "picture": 1}
GAP = 18.0


def item_width(grid: Grid, kind: str) -> float:
    """Return the width an aside is set in: the side column, else its share of a band."""
    return grid.side_width if grid.has_side else inset_width(grid, kind)


def inset_width(grid: Grid, kind: str) -> float:
    """Return the width of an aside in its band."""
    across = ACROSS.get(kind, 1)
    return (grid.body_width - (across - 1) * GAP) / across


@dataclass(frozen=True, slots=True)
class Band:
    """Items of one kind beside each other, each *width* wide."""

    items: tuple[Item, ...]
    width: float

    @property
    def rows(self) -> int:
        """Rows of the tallest."""
        return max(item.rows for item in self.items)

    @property
    def gap(self) -> int:
        """Rows wanted before another kind."""
        return max(item.gap for item in self.items if item.rows == self.rows)

    def paint(self, page: PageBuilder, row: int, element: int) -> None:
        """Put the items on the page from *row*, left to right."""
        x = page.frame.body.x
        for item in self.items:
            item.paint(page, x, row, element)
            x += self.width + GAP


def bands(items: Sequence[Item], grid: Grid) -> list[Band]:
    """Share items out in bands, in order; a band holds one kind only, evenly filled."""
    found: list[Band] = []
    start = 0
    while start < len(items):
        kind = items[start].kind
        end = start
        while end < len(items) and items[end].kind == kind:
            end += 1
        count, most = end - start, ACROSS.get(kind, 1)
        lines = -(-count // most)
        each = most if kind == "small" else -(-count // lines)
        found += [
            Band(tuple(items[k : min(k + each, end)]), inset_width(grid, kind))
            for k in range(start, end, each)
        ]
        start = end
    return found


def inset(
    grid: Grid, items: Sequence[Item], key: str, parent: Callable[[PageBuilder], int], tag: str = ""
) -> list[Block]:
    """Return the blocks of the asides of one place, a blank row before words and small figures.

    None where the tallest of the numerals above leave one already.
    """
    blocks: list[Block] = []
    before: Band | None = None
    for band in bands(items, grid):
        kind = band.items[0].kind
        first = before is None and kind != "figure"
        if first or (before is not None and before.items[0].kind != kind and before.gap):
            blocks.append(space())
        before = band
        blocks.append(_block(band, key, parent, tag))
    return blocks


def _block(band: Band, key: str, parent: Callable[[PageBuilder], int], tag: str) -> Block:
    def paint(page: PageBuilder, row: int, start: int, count: int) -> None:
        band.paint(page, row, page.tree.shared(f"side:{key}", "Aside", parent(page)))

    return Block(band.rows, paint, tag=tag, joined=True)
