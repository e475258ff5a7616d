"""Column flow: blocks of whole rows, broken over pages where it hurts least.

A break before a heading costs nothing; inside a paragraph it costs, and more so if fewer than three
lines stay on a side; one line alone, or a heading without two lines below it, is impossible. Of all
ways to fill the fewest pages the cheapest is taken, so that six measures fall into 3 + 3.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.text.setting import Lines
from casepress.display import Role
from casepress.frozen import dataclass

BlockPaint = Callable[[PageBuilder, int, int, int], None]
"""Paint a block: page, row of its first painted row, first line, number of lines."""
FORBIDDEN = float("inf")
INSIDE, INSIDE_CLOSE, BETWEEN, APART = 40.0, 60.0, 15.0, 400.0
SHORT_LAST, SHORT_ROWS = 80.0, 6
FEW_LAST, FEW_ROWS = 30.0, 10
THIN_FIRST, THIN_SHARE = 40.0, 0.4
"""What a last page of few rows costs: next to nothing on it, or so little that a break between
blocks elsewhere is better, though not one inside a paragraph; and what a page costs that goes on
though more than half of it is empty."""
UNEVEN, EARLY, FULL = 0.05, 0.6, 20.0
"""Of two pages alike, the first is the fuller one."""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a column that takes whole rows.

    ``splits``: may break between its rows (a paragraph). ``keep``: stays with the next block.
    ``tag``: what it belongs to, for the side column. ``space``: vanishes at the top of a page.
    """

    rows: int
    paint: BlockPaint
    splits: bool = False
    keep: bool = False
    tag: str = ""
    space: bool = False
    hang: int = 0
    """Rows that stand above the frame at the top of a page (the rule of a heading)."""
    texts: tuple[str, ...] = ()
    """The characters of its lines, where it is text."""
    joined: bool = False
    """Belongs to the block before it: a page begins with it only if nothing else will do."""
    broad: bool = False
    """Reaches over the side column as well."""
    floats: Literal["", "section", "freely"] = ""
    """May stand at the head of the next page while the text goes on (a picture of a document): to
    the end of its section, or further."""
    opens: bool = False
    """Begins a section, which no picture of the section before it may follow."""
    head: Block | None = None
    """What stands above it again at the top of a page (a row's table head)."""

    def length(self, line: int) -> int:
        """Return the number of characters on a line of a paragraph."""
        return len(self.texts[line]) if line < len(self.texts) else 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A block, or some of its lines, on a page."""

    block: Block
    row: int
    start: int
    count: int

    @property
    def end(self) -> int:
        """The row after its last."""
        return self.row + self.count

    def paint(self, page: PageBuilder) -> None:
        """Put it on the page."""
        self.block.paint(page, self.row, self.start, self.count)


def paragraph(
    lines: Lines,
    key: str,
    parent: Callable[[PageBuilder], int],
    source: str,
    *,
    tag: str = "",
    role: Role = "P",
    offset: float = 0.0,
) -> Block:
    """Return a paragraph, a line per row; the pages it runs over share its element."""

    def paint(page: PageBuilder, row: int, start: int, count: int) -> None:
        element = page.tree.shared(key, role, parent(page), source=source)
        x = page.frame.body.x + offset
        page.column(
            lines[start : start + count], x, page.grid.baseline(row), page.grid.leading, element
        )

    texts = tuple(line.text for line in lines)
    return Block(len(lines), paint, splits=True, tag=tag, texts=texts)


def space(rows: int = 1) -> Block:
    """Blank rows; none at the top of a page."""
    return Block(rows, lambda page, row, start, count: None, space=True)


def _costs(blocks: Sequence[Block]) -> tuple[list[tuple[int, int]], list[float]]:
    """Every row as (block, line), and what a break before it costs."""
    rows: list[tuple[int, int]] = []
    costs: list[float] = []
    for index, block in enumerate(blocks):
        for line in range(block.rows):
            rows.append((index, line))
            costs.append(_cost(blocks, index, line))
    return rows, costs


def _cost(blocks: Sequence[Block], index: int, line: int) -> float:
    block = blocks[index]
    if line:
        least = min(line, block.rows - line)
        if not block.splits or least < 2:
            return FORBIDDEN
        return INSIDE if least >= 3 else INSIDE + INSIDE_CLOSE
    before = blocks[index - 1] if index else None
    if before is None or before.keep:
        return FORBIDDEN
    if before.space and index > 1 and blocks[index - 2].keep:
        return FORBIDDEN
    following = blocks[index + 1] if block.space and index + 1 < len(blocks) else block
    if following.joined:
        return APART
    if block.space:
        return BETWEEN
    return 0.0 if block.keep else BETWEEN


def break_pages(
    blocks: Sequence[Block],
    first_row: int,
    rows: int,
    *,
    next_row: int = 0,
    uneven: float = UNEVEN,
    closes: bool = True,
) -> list[list[Placed]]:
    """Break *blocks* into pages: the first starts at *first_row*, the others at *next_row*.

    *uneven* weighs rows left empty against breaks at bad places; ``FULL`` fills every page.
    *closes*: nothing follows on the last page, so that a few rows there would stand alone.

    Returns a list of pages, at least one. Blocks of more rows than a page holds that do not split
    are placed alone; nothing is dropped.
    """
    lines, costs = _costs(blocks)
    if not lines:
        return [[]]
    first, others = max(1, rows - first_row), rows - next_row
    fewest = pages = 1 + max(0, -(-(len(lines) - first) // others))
    column = _Column(blocks, lines, costs, first, others, closes)
    while True:
        cuts = column.best(pages, uneven)
        if cuts is not None:
            return _slice(blocks, lines, cuts, first_row, next_row)
        pages += 1
        if pages > len(lines) + 1:
            # Something does not fit anywhere: let single rows break rather than lose them.
            costs = [0.0 if cost == FORBIDDEN else cost for cost in costs]
            costs[0], pages = FORBIDDEN, fewest
            column = _Column(blocks, lines, costs, first, others, closes)


class _Column:
    """Rows to be cut into pages: the first holds *first* rows, all others *others*."""

    def __init__(
        self,
        blocks: Sequence[Block],
        lines: list[tuple[int, int]],
        costs: list[float],
        first: int,
        others: int,
        closes: bool,
    ) -> None:
        self.costs, self.first, self.others, self.total = costs, first, others, len(lines)
        self.closes = closes
        self.tops = _tops(blocks, lines)
        self.hangs = [0 if line else blocks[index].hang for index, line in lines]
        self.need = self._needs()

    def _ends(self, start: int, capacity: int) -> tuple[int, range]:
        """Return the row counted as the first of a page, and where the page may end.

        A heading's rule hangs above the frame and takes none of its rows.
        """
        top = self.tops[start]
        top += self.hangs[top] if start else 0
        return top, range(start + 1, min(self.total, top + capacity) + 1)

    def _needs(self) -> list[float]:
        """Return how many pages the rows from each row on take at least; infinite: none will do.

        Known beforehand it keeps the search to cuts from which the rest still fits, which is what
        makes the search linear in the text.
        """
        need = [0.0] * (self.total + 1)
        for start in range(self.total - 1, 0, -1):
            _, ends = self._ends(start, self.others)
            if self.total in ends:
                need[start] = 1.0
                continue
            fits = (need[end] for end in ends if self.costs[end] != FORBIDDEN)
            need[start] = 1.0 + min(fits, default=FORBIDDEN)
        return need

    def best(self, pages: int, uneven: float) -> list[int] | None:
        """Return the cheapest cuts into exactly *pages* pages; None if there are none."""
        total, costs, need = self.total, self.costs, self.need
        two = pages == 2 and uneven == UNEVEN
        mean = (total + self.others - self.first) / pages if two else None
        reached = {0: (0.0, 0)}
        steps = []
        for page in range(pages):
            before, reached = reached, {}
            capacity = self.others if page else self.first
            left = pages - page - 1
            for start, (cost, _) in before.items():
                top, ends = self._ends(start, capacity)
                for end in ends if left else ends[-1:]:
                    if need[end] > left or (end < total and costs[end] == FORBIDDEN):
                        continue
                    if end == total and left:
                        continue  # no page is left blank
                    price = cost + (costs[end] if end < total else 0.0)
                    price += _fill(end - top, capacity, self.others, mean, not left, uneven)
                    if not left and not self.closes:
                        price -= _short(end - top)
                    if end not in reached or price < reached[end][0]:
                        reached[end] = (price, start)
            steps.append(reached)
        if total not in reached:
            return None
        cuts = [total]
        for step in reversed(steps[1:]):
            cuts.append(step[cuts[-1]][1])
        return cuts[::-1]


def _tops(blocks: Sequence[Block], lines: list[tuple[int, int]]) -> list[int]:
    """Return for every row the first that is painted if a page begins there: space vanishes."""
    last = len(lines) - 1
    tops = list(range(last + 1))
    for row in range(last - 1, 0, -1):
        if blocks[lines[row][0]].space:
            tops[row] = tops[row + 1]
    return tops


def _fill(
    used: int, capacity: int, others: int, mean: float | None, last: bool, uneven: float
) -> float:
    """Return what it costs to leave rows of a page empty."""
    short = _short(used) if last else 0.0
    if not last and used + others - capacity < THIN_SHARE * others:
        short = THIN_FIRST
    if mean is not None:
        early = 0.0 if last else EARLY * (capacity - used)
        return short + early + UNEVEN * (used + others - capacity - mean) ** 2
    return short + (0.0 if last else uneven * (capacity - used) ** 2)


def _short(used: int) -> float:
    """Return what it costs that a last page holds so few rows."""
    if used >= FEW_ROWS:
        return 0.0
    return SHORT_LAST if used < SHORT_ROWS else FEW_LAST


def _slice(
    blocks: Sequence[Block],
    lines: list[tuple[int, int]],
    cuts: list[int],
    first_row: int,
    next_row: int,
) -> list[list[Placed]]:
    pages: list[list[Placed]] = []
    start = 0
    for number, end in enumerate(cuts):
        row = first_row if number == 0 else next_row
        page: list[Placed] = []
        for index, line in lines[start:end]:
            block = blocks[index]
            if block.space and not page and number:
                continue
            if not page and number and not line:
                row -= block.hang
            if page and page[-1].block is block and line:
                last = page[-1]
                page[-1] = Placed(block, last.row, last.start, last.count + 1)
            else:
                page.append(Placed(block, row, line, 1))
            row += 1
        pages.append(page)
        start = end
    return pages


def end_row(page: Sequence[Placed], default: int = 0) -> int:
    """Return the row after the last one used on a page."""
    return max((placed.end for placed in page), default=default)
