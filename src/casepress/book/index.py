"""Indexes: names in pinyin order under their letters, each with the pages it really stands on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from casepress.book.desk import Desk, Paint
from casepress.book.pinyin import group_of, order, sort_key
from casepress.book.terms import runs
from casepress.brochure.pages.furniture import section_head
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.publication.context import section_element
from casepress.brochure.text.setting import Lines
from casepress.frozen import dataclass
from casepress.typeset.model import Line
from casepress.units import Rect

TERM, FOLIO, LETTER = "toc_entry", "toc_entry", "honour_year"
ORGANISATIONS, KEYWORDS, TOGETHER = "单位索引", "关键词索引", "索引"
PLACES = {ORGANISATIONS: "index-organisations", KEYWORDS: "index-keywords"}
LEAST_COLUMN = 130.0
FIRST_ROW = 5
TIGHT = 3 / 4
"""Leading of the entries: four lines on three rows of the grid."""
TURNOVER, GAP = 9.0, 9.0
LETTER_RISE = 1.5
SHORT = 36
"""Names that two indexes may have together to share a page."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A line of the index: pieces with their x, and for folios the page they lead to."""

    pieces: tuple[tuple[Line, float, int | None], ...]
    entry: str
    """Key of its entry; "" for what is none."""
    heading: int = 0
    """Level of a letter (3 below the name of an index, else 2) or of that name (2)."""


BLANK = Cell((), "")


@dataclass(frozen=True, slots=True)
class Index:
    """A section of indexes: one, or two short ones that share its pages."""

    heading: str
    place: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    """Heading of each index, "" if it is the only one, and the names it lists."""


def indexes(organisations: Iterable[str], keywords: Iterable[str]) -> list[Index]:
    """Return the indexes of a book: together if they are short, else one after the other."""
    named = [(ORGANISATIONS, tuple(organisations)), (KEYWORDS, tuple(keywords))]
    present = [(heading, names) for heading, names in named if names]
    if len(present) == 2 and sum(len(names) for _, names in present) <= SHORT:
        return [Index(TOGETHER, "index", tuple(present))]
    return [Index(heading, PLACES[heading], (("", names),)) for heading, names in present]


def plan_index(desk: Desk, index: Index, where: Mapping[str, Iterable[int]]) -> list[Paint]:
    """Return the pages of an index; *where* are the pages every name stands on."""
    width, columns = _columns(desk)
    filled: list[list[Cell]] = []
    for heading, names in index.parts:
        blocks = _blocks(desk, {name: where[name] for name in names}, width, bool(heading))
        filled += _filled(desk, heading, blocks, columns, len(filled))
    pages = [filled[k : k + columns] for k in range(0, len(filled), columns)]

    def painter(number: int) -> Paint:
        return lambda page: _paint(page, desk, index, pages[number], number == 0)

    return [painter(number) for number in range(len(pages))]


def _columns(desk: Desk) -> tuple[float, int]:
    """Return width and number of the columns."""
    grid = desk.grid
    count = max(1, int((grid.full_width + grid.gutter) // (LEAST_COLUMN + grid.gutter)))
    return (grid.full_width - (count - 1) * grid.gutter) / count, count


def _blocks(
    desk: Desk, names: Mapping[str, Iterable[int]], width: float, nested: bool
) -> list[tuple[Cell, list[list[Cell]]]]:
    """Return the letters and below each its entries as lines."""
    readings = desk.collection.index.readings
    keyed = sorted((order(sort_key(name, readings)), name) for name in names)
    groups: dict[str, list[list[Cell]]] = defaultdict(list)
    for key, name in keyed:
        groups[group_of(key[2])].append(_entry(desk, name, names[name], width))
    level = 3 if nested else 2
    return [
        (Cell(((desk.setter.line(letter, LETTER), 0.0, None),), "", level), entries)
        for letter, entries in groups.items()
    ]


def _entry(desk: Desk, name: str, pages: Iterable[int], width: float) -> list[Cell]:
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
    return [Cell(tuple(pieces), name) for pieces in cells]


def _filled(
    desk: Desk,
    heading: str,
    blocks: Sequence[tuple[Cell, list[list[Cell]]]],
    columns: int,
    before: int,
) -> list[list[Cell]]:
    """Fill columns; a letter stands with an entry below it, and no entry is parted."""
    full, first = _lines(desk, 0), _lines(desk, FIRST_ROW)
    filled: list[list[Cell]] = []
    lines: list[Cell] = []
    if heading:
        lines = [Cell(((desk.setter.line(heading, "toc_title"), 0.0, None),), "", 2), BLANK]
    for letter, entries in blocks:
        for k, entry in enumerate(entries):
            head = [] if k else [letter]
            space = [BLANK] if head and lines and lines[-1] is not BLANK else []
            most = first if before + len(filled) < columns else full
            if len(lines) + len(space) + len(head) + len(entry) > most and lines:
                filled.append(lines)
                lines, space = [], []
            lines += [*space, *head, *entry]
    return [*filled, lines]


def _lines(desk: Desk, row: int) -> int:
    grid = desk.grid
    height = grid.baseline(grid.rows - 1) - grid.baseline(row)
    return int((height + 0.01) // (grid.leading * TIGHT)) + 1


def _paint(
    page: PageBuilder, desk: Desk, index: Index, columns: Sequence[Sequence[Cell]], first: bool
) -> None:
    place, grid = index.place, page.grid
    sect = section_element(page.tree, place, index.heading)
    if first:
        head = page.tree.add("H1", sect)
        titles = (desk.setter.line(index.heading, "section_title"),)
        section_head(page, page.frame.full, titles, head)
        page.anchor(place)
        page.bookmark(index.heading, place)
    width, _ = _columns(desk)
    top = grid.baseline(FIRST_ROW if first else 0)
    for k, cells in enumerate(columns):
        x = page.frame.full.x + k * (width + grid.gutter)
        whole: int | None = None
        for line, cell in enumerate(cells):
            y = top + line * grid.leading * TIGHT
            if cell.heading:
                letter = page.tree.add("H3" if cell.heading == 3 else "H2", sect)
                page.text(cell.pieces[0][0], x, y - LETTER_RISE, letter)
                whole = None
            elif cell.entry:
                whole = page.tree.add("L", sect) if whole is None else whole
                _line(page, desk, cell, x, y, f"{place}:{cell.entry}", whole)


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
