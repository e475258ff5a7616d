"""Results: heading and text at the top, what can be shown of them in a data zone below."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from functools import partial

from casepress.brochure.charts.honours import honour_parts
from casepress.brochure.charts.panel import chart_part
from casepress.brochure.charts.shares import zone_parts
from casepress.brochure.charts.zone import ZONE_ROW, Part, PlacedPart, part_blocks, place_parts
from casepress.brochure.column.flow import Block, Placed, break_pages, end_row, paragraph
from casepress.brochure.column.heads import heading
from casepress.brochure.column.inset import inset as inset_blocks
from casepress.brochure.column.side import Column, Group, fit
from casepress.brochure.pages.furniture import head_rows, section_opening
from casepress.brochure.pages.result_asides import result_index, side_groups, side_items
from casepress.brochure.pictures.gallery import flow_plates, plates_at
from casepress.brochure.pictures.pages import plate_leaves
from casepress.brochure.pictures.plates import Plate
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.publication.context import FUSED, Book, Leaf, Paint, section_element
from casepress.brochure.text.setting import Lines
from casepress.brochure.text.words import paragraphs, without_heading
from casepress.case.model import ResultItem, Results
from casepress.frozen import dataclass

THIN = 0.6
SideEnd = Callable[[Sequence[Placed]], int]
"""The row after the side column of a page."""
MOST_TRIES = 6
"""Flows of the pages until every aside has its place; the last has all of them in the text."""


@dataclass(slots=True)
class Unit:
    """A result: its text, what stands in its zone, and its side items."""

    blocks: list[Block]
    parts: list[Part] = field(default_factory=list)


@dataclass(slots=True)
class Sheet:
    """A page of the results being filled."""

    placed: list[Placed] = field(default_factory=list)
    parts: list[PlacedPart] = field(default_factory=list)
    plates: list[tuple[Plate, int]] = field(default_factory=list)
    column: Column = field(default_factory=Column)

    def end(self, default: int) -> int:
        """Return the row after everything on it."""
        rows = [end_row(self.placed, default)]
        rows += [part.row + part.part.rows for part in self.parts]
        return max(rows)


def plan_results(book: Book, results: Results, *, merged: bool = False) -> list[Leaf]:
    """Return the pages of the results; *merged* lets them share a page where they fit."""
    titles = book.setter.phrases(
        book.section("results"), "section_title", book.grid.body_width, "headings.results"
    )
    first = head_rows(titles)
    zoned = _zoned(book, results, first)
    sheets = _fill(book, _units(book, results, zoned), first, merged)
    flows = book.grid.flows or any(_thin(sheet, book.grid.rows) for sheet in sheets)
    if not flows and not _all_beside(book, results, sheets, zoned):
        side_end = partial(_beside_end, book, results, zoned)
        sheets = _fill(book, _units(book, results, zoned), first, merged, side_end)
        thin = any(_thin(sheet, book.grid.rows) for sheet in sheets)
        flows = thin or not _all_beside(book, results, sheets, zoned)
    if flows:
        sheets = _flowed(book, results, first)
    plates = _plates(book, results)
    end = sheets[-1].end(first if len(sheets) == 1 else 0)
    sheets[-1].plates, rest = flow_plates(book, plates, max(end, sheets[-1].column.end))
    leaves = []
    for number, sheet in enumerate(sheets):
        paint = _painter(book, sheet, titles if number == 0 else ())
        anchors = ("results",) if number == 0 else ()
        leaves.append(Leaf("results", paint, book.section("results"), FUSED, anchors))
    return leaves + plate_leaves(book, rest, leaves[-1], lambda page: _sect(page, book))


def _sect(page: PageBuilder, book: Book) -> int:
    return section_element(page.tree, "results", book.section("results"))


# -- units and sheets ----------------------------------------------------------------------


def _thin(sheet: Sheet, rows: int) -> bool:
    """Whether a page holds data without their text, and leaves most of itself empty."""
    return not sheet.placed and sheet.end(0) < rows * THIN


def _all_beside(
    book: Book, results: Results, sheets: Sequence[Sheet], zoned: frozenset[int]
) -> bool:
    """Give every page its side column above its data; tell whether they hold all asides."""
    lost: list[str] = []
    for sheet in sheets:
        limit = min((part.row for part in sheet.parts), default=book.grid.rows)
        sheet.column, left = fit(side_groups(book, results, sheet.placed, zoned), 0, limit)
        lost += left
    return not lost


def _beside_end(
    book: Book, results: Results, zoned: frozenset[int], placed: Sequence[Placed]
) -> int:
    """Return the row after the side column of a page, if nothing below the text limits it."""
    return fit(side_groups(book, results, placed, zoned), 0, book.grid.rows)[0].end


def _flowed(book: Book, results: Results, first: int) -> list[Sheet]:
    """Return the pages of a small format, or of many asides: text and data in one flow, in order.

    Asides stand in the side column where it is free from their heading down to the next data, which
    reach over it; the others follow their text.
    """
    every = range(len(results.items))
    drawn = frozenset(k for k in every if not hosts_chart(results, k))
    wanting = frozenset(k for k in every if side_items(book, results, k, drawn=k in drawn))
    inset = wanting if not book.grid.has_side else frozenset()
    for tries in range(MOST_TRIES):
        sheets = _flow(book, results, first, inset)
        beside = [k for sheet in sheets for k in _stand_beside(book, results, sheet, inset, drawn)]
        left = wanting - inset - frozenset(beside)
        if not left:
            break
        inset = inset | left if tries < MOST_TRIES - 2 else wanting
    return sheets


def _flow(book: Book, results: Results, first: int, inset: frozenset[int]) -> list[Sheet]:
    """Return the pages, the asides of the results *inset* after their text."""
    rows = book.grid.rows

    def parent(page: PageBuilder) -> int:
        return _sect(page, book)

    blocks = _lead(book, results)
    chart = [chart_part(book, results.metrics, results.chart_title)] if results.metrics else []
    for index, item in enumerate(results.items):
        source = f"results.items[{index}]"
        blocks += _item_blocks(book, item, index, len(results.items), source)
        drawn = not hosts_chart(results, index)
        if index in inset:
            asides = side_items(book, results, index, drawn=drawn, flows=True)
            blocks += inset_blocks(book.grid, asides, source, parent, source)
        if index == 0:
            blocks += part_blocks(chart, rows, parent, source)
        if drawn:
            blocks += part_blocks(zone_parts(book, item, source), rows, parent, source)
    if not results.items:
        blocks += part_blocks(chart, rows - first - len(blocks) - 1, parent)
    blocks += part_blocks(honour_parts(book, results.honours), rows, parent)
    while blocks and blocks[-1].space:
        blocks.pop()
    pages = break_pages(blocks, first, rows, closes=not _plates(book, results))
    return [Sheet(placed=list(page)) for page in pages]


def _plates(book: Book, results: Results) -> list[Plate]:
    plates = plates_at(book, "results")
    for index in range(len(results.items)):
        plates += plates_at(book, f"results.items[{index}]")
    return plates


def _stand_beside(
    book: Book, results: Results, sheet: Sheet, inset: frozenset[int], drawn: frozenset[int]
) -> Iterator[int]:
    """Give a page its side column; yield the results whose asides stand in it."""
    found: list[tuple[Group, int]] = []
    row = 0
    for group in side_groups(book, results, sheet.placed, drawn):
        index = result_index(group.key)
        if index in inset:
            continue
        start = max(row, group.row)
        broad = (one.row for one in sheet.placed if one.block.broad and one.row >= group.row)
        if start + group.rows <= min(broad, default=book.grid.rows):
            found.append((group, start))
            row = start + group.rows + 1
            yield index
    sheet.column = Column(tuple(found))


def _zoned(book: Book, results: Results, first: int) -> frozenset[int]:
    """Return the results whose figures are drawn below their text.

    Figures that would need a page of their own, away from the text, stand beside it instead; pairs
    of words are worth one.
    """
    found = set()
    lead = sum(
        len(book.setter.body(text, book.grid.body_width, "body", "results.lead"))
        for text in paragraphs(results.lead)
    )
    for index, item in enumerate(results.items):
        if hosts_chart(results, index):
            continue
        source = f"results.items[{index}]"
        blocks = _item_blocks(book, item, index, len(results.items), source)
        text = sum(block.rows for block in blocks)
        start = first + lead if index == 0 and first + lead + text < book.grid.rows else -1
        need = sum(part.rows for part in zone_parts(book, item, source)) + 1
        if need > 1 and (item.pairs or start + text + need <= book.grid.rows):
            found.add(index)
    return frozenset(found)


def _lead(book: Book, results: Results) -> list[Block]:
    return [
        paragraph(
            book.setter.body(text, book.grid.body_width, "body", "results.lead"),
            f"results.lead:{number}",
            lambda page: _sect(page, book),
            "results.lead",
        )
        for number, text in enumerate(paragraphs(results.lead))
    ]


def _units(book: Book, results: Results, zoned: frozenset[int]) -> list[Unit]:
    units: list[Unit] = []
    for index, item in enumerate(results.items):
        source = f"results.items[{index}]"
        blocks = _item_blocks(book, item, index, len(results.items), source)
        parts = zone_parts(book, item, source) if index in zoned else []
        units.append(Unit(blocks, parts))
    if not units:
        units.append(Unit([]))
    units[0].blocks[:0] = _lead(book, results)
    if results.metrics:
        units[0].parts.insert(0, chart_part(book, results.metrics, results.chart_title))
    units[-1].parts += honour_parts(book, results.honours)
    return units


def hosts_chart(results: Results, index: int) -> bool:
    """Return whether a result stands with the chart of the metrics, its own figures beside it."""
    return bool(results.metrics) and index == 0 and not results.items[0].pairs


def _item_blocks(book: Book, item: ResultItem, index: int, total: int, source: str) -> list[Block]:
    def parent(page: PageBuilder) -> int:
        return page.tree.shared(f"sect:{source}", "Sect", _sect(page, book), title=item.title)

    blocks: list[Block] = []
    if item.title.strip():
        mark = index if total > 1 else None
        blocks.append(heading(book, item.title, mark, source, parent, f"{source}.title", "H2"))
    for number, text in enumerate(paragraphs(without_heading(item.text, item.title))):
        lines = book.setter.body(text, book.grid.body_width, "body", f"{source}.text")
        key = f"{source}.text:{number}"
        blocks.append(paragraph(lines, key, parent, f"{source}.text", tag=source))
    return blocks


def _fill(
    book: Book, units: Sequence[Unit], first: int, merged: bool, side_end: SideEnd | None = None
) -> list[Sheet]:
    """Pages in order: text flows on until a zone closes the page.

    *side_end*: a zone begins below the side column as well as below the text.
    """
    sheets: list[Sheet] = []
    start, rows = first, book.grid.rows
    waiting: list[Unit] = []
    for number, unit in enumerate(units):
        waiting.append(unit)
        if not unit.parts and number < len(units) - 1:
            continue
        while waiting:
            count = _together(waiting, start, rows)
            group, waiting = waiting[:count], waiting[count:]
            start = _add(sheets, group, start, rows, merged, side_end)
    return sheets


def _together(units: Sequence[Unit], start: int, rows: int) -> int:
    """How many of the waiting units (all but the last without a zone) share their pages."""
    parts = sum(part.rows for part in units[-1].parts)
    text = sum(block.rows for unit in units for block in unit.blocks)
    if len(units) > 1 and parts and start + text + 2 + parts > rows:
        return len(units) - 1
    return len(units)


def _add(
    sheets: list[Sheet],
    group: Sequence[Unit],
    start: int,
    rows: int,
    merged: bool,
    side_end: SideEnd | None,
) -> int:
    """Put a group on pages; return the row the next page starts on."""
    blocks = [block for unit in group for block in unit.blocks]
    parts = [part for unit in group for part in unit.parts]
    if merged and sheets and _joins(sheets[-1], blocks, parts, rows):
        start = sheets[-1].end(0) + 1
        pages = break_pages(blocks, start, rows)
        sheets[-1].placed += pages[0]
    else:
        hang = blocks[0].hang if blocks and sheets else 0
        pages = break_pages(blocks, start - hang, rows)
        sheets.extend(Sheet(placed=list(page)) for page in pages)
    if not parts:
        return 0
    first_page = len(sheets) == 1
    end = end_row(sheets[-1].placed, start if first_page else 0)
    end = max(end, side_end(sheets[-1].placed)) if side_end else end
    preferred = max(end + 2, 0 if first_page else ZONE_ROW)
    empty = not sheets[-1].placed
    zones = place_parts(parts, end + 1 if end else 0, rows, preferred=preferred, hang=not empty)
    sheets[-1].parts += zones[0]
    sheets.extend(Sheet(parts=list(zone)) for zone in zones[1:])
    return 0


def _joins(sheet: Sheet, blocks: Sequence[Block], parts: Sequence[Part], rows: int) -> bool:
    """Whether another result, text and zone, fits below what the page holds."""
    need = sum(block.rows for block in blocks) + sum(part.rows for part in parts) + 2
    return bool(sheet.parts) and sheet.end(0) + 1 + need <= rows


# -- painting ------------------------------------------------------------------------------


def _painter(book: Book, sheet: Sheet, titles: Lines) -> Paint:
    def paint(page: PageBuilder) -> None:
        sect = _sect(page, book)
        if titles:
            section_opening(
                page, titles, sect, "results", book.section("results"), "headings.results"
            )
        last = {item.block.tag: number for number, item in enumerate(sheet.placed)}
        for number, item in enumerate(sheet.placed):
            item.paint(page)
            if item.block.tag and last[item.block.tag] == number:
                sheet.column.paint(page, sect, (item.block.tag,))
        for part in sheet.parts:
            part.paint(page, sect)
        for plate, row in sheet.plates:
            plate.paint(page, row, sect)

    return paint
