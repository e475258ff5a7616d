"""Practice pages: number, title, lead, measures in the body, their figures in the side column."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from casepress.brochure.column.flow import Block, Placed, break_pages, end_row, paragraph
from casepress.brochure.column.heads import heading
from casepress.brochure.column.inset import ACROSS, inset, inset_width, item_width
from casepress.brochure.column.side import (
    LEFT_OUT,
    MOST_BIG,
    Column,
    Group,
    Item,
    arrange,
    figure_item,
    fit,
    note_item,
    quote_item,
    small_item,
)
from casepress.brochure.pictures.gallery import beside_items, flow_plates, plates_at
from casepress.brochure.pictures.pages import plate_leaves
from casepress.brochure.pictures.plates import Plate
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.publication.context import Book, Leaf, Paint, section_element
from casepress.brochure.text.setting import Lines
from casepress.brochure.text.words import (
    both_clauses,
    paragraphs,
    practice_number,
    without_heading,
    without_stop,
)
from casepress.case.model import Measure, Practice
from casepress.frozen import dataclass

ROOMS = (30, 24, 18, 14, 10, 8)
"""Rows of text to try on a page whose side column overflows."""
SURELY = 8
"""Asides that are seldom taller than a page."""
SECTION_STEPS = (0.8, 0.65, 0.5)
SECTION_GAP_EM = 0.5
LONGEST_LEAD = 8
"""Lines beyond which a lead is text like any other."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a practice: its title (first page only), body, side column and pictures."""

    titles: Lines
    placed: Sequence[Placed]
    column: Column
    plates: Sequence[tuple[Plate, int]]


def plan_practice(book: Book, index: int) -> list[Leaf]:
    """Return the pages of one practice; further pages go on from row 0 without its title."""
    practice = book.case.practices[index]
    source = f"practices[{index}]"
    titles = practice_title(book, practice, source)
    first_row = 2 + 2 * len(titles)
    apart = _taller_than_a_page(book, practice, source)
    blocks = practice_blocks(book, practice, index, apart)
    plates = plates_at(book, source)
    pages, columns, lost = _broken(book, index, blocks, first_row, apart)
    while more := _measures_of(lost, index) - apart:
        apart |= more
        blocks = practice_blocks(book, practice, index, apart)
        pages, columns, lost = _broken(book, index, blocks, first_row, apart)
    book.setter.notices += [f"{LEFT_OUT}@{key}" for key in lost]
    end = max(end_row(pages[-1], first_row), columns[-1].end)
    placed, rest = flow_plates(book, plates, end)
    leaves = []
    for number, page in enumerate(pages):
        last = number == len(pages) - 1
        sheet = Sheet(titles if number == 0 else (), page, columns[number], placed if last else [])
        leaves.append(
            Leaf(
                "practice",
                _painter(book, index, sheet),
                section=book.foot_of_practice(index),
                tabs=index,
                anchors=(source,) if number == 0 else (),
                side_ground=bool(columns[number].groups),
            )
        )
    return leaves + plate_leaves(book, rest, leaves[-1], _parent(book, index))


def _broken(
    book: Book,
    index: int,
    blocks: Sequence[Block],
    first_row: int,
    apart: frozenset[int],
) -> tuple[list[list[Placed]], list[Column], list[str]]:
    """Break the text into pages whose side columns hold all their items.

    Where they do not, pages take less text and so fewer measures. Returns pages, side columns, and
    the places of items that found no room; items of the measures *apart* stand in the text.
    """
    rows = book.grid.rows
    tries = []
    for room in (rows, *(room for room in ROOMS if room < rows)):
        pages = break_pages(blocks, min(first_row, room - 4), room)
        columns: list[Column] = []
        lost: list[str] = []
        for number, page in enumerate(pages):
            top = first_row if number == 0 else 0
            column, left = _column(book, index, page, top, apart, opens=number == 0)
            columns.append(column)
            lost += left
        if not lost:
            return pages, columns, []
        tries.append((lost, room, pages, columns))
    lost, _, pages, columns = min(tries, key=lambda tried: (len(tried[0]), -tried[1]))
    return pages, columns, lost


def _taller_than_a_page(book: Book, practice: Practice, source: str) -> frozenset[int]:
    """Return the measures whose asides no side column holds, however little text is beside it."""
    if not book.grid.has_side:
        return frozenset()
    found = set()
    for count, measure in enumerate(practice.measures):
        if len(measure.key_figures) + len(measure.sidenotes) > SURELY:
            where = f"{source}.measures[{count}]"
            items, _ = _items(book, measure, where, 0)
            if Group(0, tuple(items), where).rows > book.grid.rows:
                found.add(count)
    return frozenset(found)


def _measures_of(places: Sequence[str], index: int) -> frozenset[int]:
    """Return the measures among some places of a practice."""
    found = (_number_of(place, index) for place in places)
    return frozenset(number for number in found if number is not None)


def practice_title(book: Book, practice: Practice, source: str) -> Lines:
    """Return the title's two clauses, each on lines of its own; the first keeps its comma."""
    width = book.grid.body_width
    title = without_stop(practice.title).rstrip("，,")
    outcome = without_stop(practice.outcome)
    lines = book.setter.phrases(
        title + ("，" if outcome else ""), "practice_title", width, f"{source}.title"
    )
    if outcome:
        lines += book.setter.phrases(outcome, "practice_title", width, f"{source}.outcome")
    return lines


def practice_section(page: PageBuilder, book: Book, index: int) -> int:
    """Return the structure element of a practice, made when it is first asked for."""
    whole = section_element(page.tree, "practices", book.section("practices"))
    practice = book.case.practices[index]
    return page.tree.shared(f"sect:practices[{index}]", "Sect", whole, title=practice.title)


def _parent(book: Book, index: int) -> Callable[[PageBuilder], int]:
    return lambda page: practice_section(page, book, index)


def practice_blocks(
    book: Book, practice: Practice, index: int, apart: frozenset[int] = frozenset()
) -> list[Block]:
    """Return the lead and the measures of a practice as blocks of body text.

    Asides follow their text where there is no side column, or none that holds them (*apart*).
    """
    source, width = f"practices[{index}]", book.grid.body_width
    parent = _parent(book, index)
    blocks: list[Block] = []
    leads = paragraphs(practice.lead)
    for number, text in enumerate(leads):
        lines = book.setter.body(text, width, "lead", f"{source}.lead")
        if len(lines) > LONGEST_LEAD or not (practice.measures or (number == 0 and len(leads) > 1)):
            lines = book.setter.body(text, width, "body", f"{source}.lead")
        blocks.append(paragraph(lines, f"{source}.lead:{number}", parent, f"{source}.lead"))
    for count, measure in enumerate(practice.measures):
        blocks += _measure(book, measure, count, len(practice.measures), source, parent)
        if not book.grid.has_side or count in apart:
            where = f"{source}.measures[{count}]"
            items, _ = _items(book, measure, where, ACROSS["figure"], flows=count in apart)
            blocks += inset(book.grid, items, where, parent, where)
    return blocks


def _measure(
    book: Book,
    measure: Measure,
    count: int,
    total: int,
    base: str,
    parent: Callable[[PageBuilder], int],
) -> list[Block]:
    source = f"{base}.measures[{count}]"
    blocks: list[Block] = []
    if measure.title.strip():
        mark = count if total > 1 else None
        blocks.append(heading(book, measure.title, mark, source, parent, f"{source}.title"))
    text = without_heading(measure.text, measure.title)
    for number, part in enumerate(paragraphs(text)):
        lines = book.setter.body(part, book.grid.body_width, "body", f"{source}.text")
        block = paragraph(lines, f"{source}.text:{number}", parent, f"{source}.text", tag=source)
        blocks.append(block)
    return blocks


def _painter(book: Book, index: int, sheet: Sheet) -> Paint:
    def paint(page: PageBuilder) -> None:
        parent = practice_section(page, book, index)
        source = f"practices[{index}]"
        if sheet.titles:
            paint_title(page, book, index, sheet.titles, parent)
        if all(item.block.tag for item in sheet.placed):
            sheet.column.paint(page, parent, (source,))
        for number, item in enumerate(sheet.placed):
            item.paint(page)
            following = sheet.placed[number + 1 : number + 2]
            if not following or following[0].block.tag != item.block.tag:
                sheet.column.paint(page, parent, (item.block.tag or source,))
        for plate, row in sheet.plates:
            plate.paint(page, row, page.tree.shared(f"plates:{source}", "Sect", parent))

    return paint


def paint_title(
    page: PageBuilder, book: Book, index: int, titles: Lines, parent: int, top: int = 0
) -> None:
    """Set number and title of a practice from row *top* on, and make it a place to jump to.

    The first one carries the name of the section if no page before it does.
    """
    source = f"practices[{index}]"
    x, grid = page.frame.body.x, page.grid
    alone = len(book.case.practices) == 1
    beside = x
    if index == 0 and not book.listed:
        beside += _paint_section(page, book, parent)
    head = page.tree.shared(f"{source}:head", "H2", parent, source=f"{source}.title")
    if not alone:
        number = book.setter.line(practice_number(index), "practice_number", f"{source}.number")
        page.text(number, beside, grid.baseline(top), head)
    for k, line in enumerate(titles):
        page.text(line, x, grid.baseline(top + 2 + 2 * k), head)
    page.anchor(source)
    practice = book.case.practices[index]
    number_words = "" if alone else practice_number(index)
    page.bookmark(number_words + both_clauses(practice), source, 2)


def _paint_section(page: PageBuilder, book: Book, parent: int) -> float:
    """Set the section's name before the first practice; return what its number moves right by.

    A long name is smaller, then in lines, the last of them where a short one stands.
    """
    setter, words, grid = book.setter, book.section("practices"), page.grid
    gap = SECTION_GAP_EM * setter.size("practice_number")
    room = grid.body_width - gap - setter.width(practice_number(0), "practice_number")
    own = setter.size("practice_number")
    for size in (own, *(own * step for step in SECTION_STEPS)):
        lines = setter.phrases(words, "practice_number", room, "headings.practices", size=size)
        if len(lines) == 1:
            break
    leading = size * 1.25
    section = page.tree.add("H1", parent, source="headings.practices")
    y = grid.baseline(0) - (len(lines) - 1) * leading
    page.column(lines, page.frame.body.x, y, leading, section)
    page.anchor("practices")
    page.bookmark(words, "practices")
    return max(line.width_pt for line in lines) + gap


# -- side column ---------------------------------------------------------------------------


def _column(
    book: Book,
    index: int,
    placed: Sequence[Placed],
    first: int,
    apart: frozenset[int],
    *,
    opens: bool,
) -> tuple[Column, list[str]]:
    """Return the side column of a page, and what found no room in it.

    Big numerals become small rows where they are too many.
    """
    groups = _groups(book, index, placed, MOST_BIG, apart, opens=opens)
    if arrange(groups, 0, book.grid.rows) is None:
        groups = _groups(book, index, placed, 0, apart, opens=opens)
    return fit(groups, min(first, book.grid.rows - 1), book.grid.rows)


def _groups(
    book: Book,
    index: int,
    placed: Sequence[Placed],
    big: int,
    apart: frozenset[int],
    *,
    opens: bool,
) -> list[Group]:
    """Return the side groups of the measures that begin on this page, on their headings' rows."""
    practice = book.case.practices[index]
    if not book.grid.has_side:
        return []
    groups: list[Group] = []
    pictures = beside_items(book, f"practices[{index}]") if opens else []
    if pictures:
        row = placed[0].row if placed else 0
        groups.append(Group(row, tuple(pictures), f"practices[{index}]"))
    for item in placed:
        count = _number_of(item.block.tag, index)
        source = f"practices[{index}].measures[{count}]"
        if (
            count is None
            or count in apart
            or item.start
            or any(group.key == source for group in groups)
        ):
            continue
        items, used = _items(book, practice.measures[count], source, big)
        big -= used
        if items:
            row = item.row + 1 if item.block.keep else item.row
            groups.append(Group(row, tuple(items), source))
    return groups


def _number_of(place: str, index: int) -> int | None:
    """Return the number of a measure of a practice by its place, such as a block's tag."""
    start = f"practices[{index}].measures["
    if not (place.startswith(start) and place.endswith("]")):
        return None
    number = place[len(start) : -1]
    return int(number) if number.isdecimal() else None


def _items(
    book: Book, measure: Measure, source: str, big: int, *, flows: bool = False
) -> tuple[list[Item], int]:
    """Return the side items of a measure, and how many big numerals they hold.

    *flows*: they stand in the text though there is a side column.
    """
    setter, grid = book.setter, book.grid
    of = inset_width if flows else item_width
    items: list[Item] = []
    used = 0
    later: list[Item] = []
    for number, figure in enumerate(measure.key_figures):
        where = f"{source}.key_figures[{number}]"
        if figure.small or used >= big or _too_wide(book, figure.value):
            later.append(small_item(setter, figure, of(grid, "small"), where))
        else:
            items.append(figure_item(setter, figure, of(grid, "figure"), where))
            used += 1
    items += later
    for number, note in enumerate(measure.sidenotes):
        where = f"{source}.sidenotes[{number}]"
        items.append(note_item(setter, note, of(grid, "note"), where))
    if measure.quote:
        items.append(quote_item(setter, measure, of(grid, "quote"), source))
    return items, used


def _too_wide(book: Book, value: str) -> bool:
    return book.setter.width(value, "figure_numeral") > item_width(book.grid, "figure") * 0.8
