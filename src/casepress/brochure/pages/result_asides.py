"""What stands beside the results: figures that no zone draws, notes, pictures."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.brochure.charts.shares import drawable
from casepress.brochure.column.flow import Placed
from casepress.brochure.column.inset import inset_width, item_width
from casepress.brochure.column.side import (
    MOST_BIG,
    Group,
    Item,
    figure_item,
    note_item,
    small_item,
)
from casepress.brochure.pictures.gallery import beside_items
from casepress.brochure.publication.context import Book
from casepress.case.model import Results


def side_groups(
    book: Book, results: Results, placed: Sequence[Placed], zoned: frozenset[int]
) -> list[Group]:
    """Side groups of the results whose heading stands on this page."""
    groups: list[Group] = []
    for item in placed:
        if not item.block.keep:
            continue
        index = result_index(item.block.tag)
        items = side_items(book, results, index, drawn=index in zoned)
        if items:
            groups.append(Group(item.row + 1, tuple(items), item.block.tag))
    return groups


def side_items(
    book: Book, results: Results, index: int, *, drawn: bool, flows: bool = False
) -> list[Item]:
    """Figures that are not drawn in the zone, then the notes, then pictures."""
    item, setter, grid = results.items[index], book.setter, book.grid
    of = inset_width if flows else item_width
    width = of(grid, "figure")
    source = f"results.items[{index}]"
    items: list[Item] = []
    small: list[Item] = []
    for number, figure in enumerate(item.key_figures):
        if drawn and drawable(figure):
            continue
        where = f"{source}.key_figures[{number}]"
        wide = setter.width(figure.value, "figure_numeral") > width * 0.8
        if figure.small or wide or len(items) >= MOST_BIG:
            small.append(small_item(setter, figure, of(grid, "small"), where))
        else:
            items.append(figure_item(setter, figure, width, where))
    items += small
    for number, note in enumerate(item.sidenotes):
        where = f"{source}.sidenotes[{number}]"
        items.append(note_item(setter, note, of(grid, "note"), where))
    items += beside_items(book, source)
    if index == 0:
        items += beside_items(book, "results")
    return items


def result_index(key: str) -> int:
    """Return the number of a result by its place in the case."""
    return int(key.rpartition("[")[2][:-1])
