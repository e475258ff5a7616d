"""Indexes: names in pinyin order under their letters, each with the pages it really stands on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from casepress.book.desk import Desk, Paint
from casepress.book.pinyin import group_of, order, sort_key
from casepress.book.terms import runs
from casepress.brochure.builder import PageBuilder
from casepress.brochure.context import section_element
from casepress.brochure.furniture import section_head
from casepress.brochure.setting import Lines
from casepress.typeset.model import Line
from casepress.units import Rect

TERM, FOLIO, LETTER = "toc_entry", "toc_entry", "honour_year"
LEAST_COLUMN = 130.0
FIRST_ROW = 4
TIGHT = 3 / 4
"""Leading of the entries: four lines on three rows of the grid."""
TURNOVER, GAP = 9.0, 9.0
LETTER_LINES = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """A line of the index: pieces with their x, and for folios the page they lead to."""

    pieces: tuple[tuple[Line, float, int | None], ...]
    entry: int
    """-1: a letter, -2: a blank line."""


BLANK = Cell((), -2)


def plan_index(
    desk: Desk, heading: str, place: str, names: Mapping[str, Iterable[int]]
) -> list[Paint]:
    """Return the pages of an index; *names* are the terms and the pages they stand on."""
    width, columns = _columns(desk)
    blocks = _blocks(desk, names, width)
    pages = _pages(desk, blocks, columns)

    def painter(number: int) -> Paint:
        return lambda page: _paint(page, desk, heading, place, pages[number], number == 0)

    return [painter(number) for number in range(len(pages))]


def _columns(desk: Desk) -> tuple[float, int]:
    """Return width and number of the columns."""
    grid = desk.grid
    count = max(1, int((grid.full_width + grid.gutter) // (LEAST_COLUMN + grid.gutter)))
    return (grid.full_width - (count - 1) * grid.gutter) / count, count


def _blocks(
    desk: Desk, names: Mapping[str, Iterable[int]], width: float
) -> list[tuple[str, list[list[Cell]]]]:
    """Return the letters and below each its entries as lines."""
    readings = desk.collection.index.readings
    keyed = sorted((order(sort_key(name, readings)), name) for name in names)
    groups: dict[str, list[list[Cell]]] = defaultdict(list)
    for number, (key, name) in enumerate(keyed):
        groups[group_of(key[2])].append(_entry(desk, name, names[name], width, number))
    return list(groups.items())


def _entry(desk: Desk, name: str, pages: Iterable[int], width: float, number: int) -> list[Cell]:
    """Set a name and its pages; what does not fit turns over, indented."""
    setter = desk.setter
    terms: Lines = setter.ragged(name, TERM, width, "keywords")
    if len(terms) > 1:
        terms = setter.ragged(name, TERM, width - TURNOVER, "keywords")
    cells: list[list[tuple[Line, float, int | None]]] = [
        [(line, TURNOVER if k else 0.0, None)] for k, line in enumerate(terms)
    ]
    x = terms[-1].width_pt + (TURNOVER if len(terms) > 1 else 0.0) + GAP
    spans = runs(pages)
    for k, (first, last) in enumerate(spans):
        text = str(first) if first == last else f"{first}–{last}"
        line = setter.line(text + ("," if k < len(spans) - 1 else ""), FOLIO, ink="grey")
        if x + line.width_pt > width:
            cells.append([])
            x = TURNOVER
        cells[-1].append((line, x, first))
        x += line.width_pt + 4
    return [Cell(tuple(pieces), number) for pieces in cells]


def _pages(
    desk: Desk, blocks: Sequence[tuple[str, list[list[Cell]]]], columns: int
) -> list[list[list[Cell]]]:
    """Fill columns; a letter stands with an entry below it, and no entry is parted."""
    lines: list[Cell] = []
    full, first = _lines(desk, 0), _lines(desk, FIRST_ROW)
    filled: list[list[Cell]] = []

    def most() -> int:
        return first if len(filled) < columns else full

    for letter, entries in blocks:
        for k, entry in enumerate(entries):
            head = [] if k else [Cell(((desk.setter.line(letter, LETTER), 0.0, None),), -1)]
            space = [BLANK] if head and lines else []
            if len(lines) + len(space) + len(head) * LETTER_LINES + len(entry) > most() and lines:
                filled.append(lines)
                lines, space = [], []
            lines += [*space, *head, *([BLANK] if head else []), *entry]
    filled.append(lines)
    return [filled[k : k + columns] for k in range(0, len(filled), columns)]


def _lines(desk: Desk, row: int) -> int:
    grid = desk.grid
    height = grid.baseline(grid.rows - 1) - grid.baseline(row)
    return int((height + 0.01) // (grid.leading * TIGHT)) + 1


def _paint(
    page: PageBuilder,
    desk: Desk,
    heading: str,
    place: str,
    columns: Sequence[Sequence[Cell]],
    first: bool,
) -> None:
    sect = section_element(page.tree, place, heading)
    if first:
        head = page.tree.add("H1", sect)
        titles = (desk.setter.line(heading, "section_title"),)
        section_head(page, page.frame.full, titles, head)
        page.anchor(place)
        page.bookmark(heading, place)
    grid = page.grid
    width, _ = _columns(desk)
    top = grid.baseline(FIRST_ROW if first else 0)
    for k, cells in enumerate(columns):
        x = page.frame.full.x + k * (width + grid.gutter)
        whole = -1
        for line, cell in enumerate(cells):
            y = top + line * grid.leading * TIGHT
            if cell.entry == -1:
                letter = page.tree.add("H2", sect)
                page.text(cell.pieces[0][0], x, y + 2, letter)
                whole = page.tree.add("L", sect)
            elif cell.entry >= 0:
                key = f"{place}:{cell.entry}"
                if whole < 0:
                    whole = page.tree.add("L", sect)
                _line(page, desk, cell, x, y, key, whole)


def _line(
    page: PageBuilder, desk: Desk, cell: Cell, x: float, y: float, key: str, whole: int
) -> None:
    item = page.tree.shared(f"{key}:item", "LI", whole)
    body = page.tree.shared(f"{key}:body", "LBody", item)
    for line, dx, target in cell.pieces:
        if target is None:
            page.text(line, x + dx, y, body)
            continue
        link = page.tree.add("Link", body)
        page.text(line, x + dx, y, link)
        rect = Rect(x + dx, y - 9.5, line.width_pt, 12.5)
        page.link(rect, desk.page_place(target), f"第{target}页", link)
