"""Practice pages: number, title, lead, measures in the body, their figures in the side column."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from casepress.brochure.builder import PageBuilder
from casepress.brochure.context import Book, Leaf, section_element
from casepress.brochure.flow import Block, Placed, break_pages, end_row, paragraph
from casepress.brochure.heads import heading
from casepress.brochure.pictures import Plate, beside_items, flow_plates, plate_leaves, plates_at
from casepress.brochure.setting import Lines
from casepress.brochure.side import (
    MOST_BIG,
    Group,
    Item,
    arrange,
    figure_item,
    note_item,
    paint_groups,
    quote_item,
    small_item,
)
from casepress.brochure.words import paragraphs, practice_number, without_heading, without_stop
from casepress.case.model import Measure, Practice


def plan_practice(book: Book, index: int) -> list[Leaf]:
    """The pages of one practice; further pages go on from row 0 without its title."""
    practice = book.case.practices[index]
    source = f"practices[{index}]"
    titles = _title(book, practice, source)
    first_row = 2 + 2 * len(titles)
    blocks = _blocks(book, practice, index)
    plates = plates_at(book, source)
    pages = break_pages(blocks, first_row, book.grid.rows)
    placed, rest = flow_plates(book, plates, end_row(pages[-1], first_row))
    leaves = []
    for number, page in enumerate(pages):
        last = number == len(pages) - 1
        leaves.append(
            Leaf(
                "practice",
                _painter(book, index, titles if number == 0 else (), page, placed if last else ()),
                section=book.foot_of_practice(index),
                tabs=index,
                anchors=(source,) if number == 0 else (),
                side_ground=True,
            )
        )
    return leaves + plate_leaves(book, rest, leaves[-1], parent=lambda p: _sect(p, book, index))


def _title(book: Book, practice: Practice, source: str) -> Lines:
    """The title's two clauses, each on lines of its own; the first keeps its comma."""
    width = book.grid.body_width
    title = without_stop(practice.title).rstrip("，,")
    outcome = without_stop(practice.outcome)
    lines = book.setter.phrases(
        title + ("，" if outcome else ""), "practice_title", width, f"{source}.title"
    )
    if outcome:
        lines += book.setter.phrases(outcome, "practice_title", width, f"{source}.outcome")
    return lines


def _sect(page: PageBuilder, book: Book, index: int) -> int:
    whole = section_element(page.tree, "practices", book.section("practices"))
    practice = book.case.practices[index]
    return page.tree.shared(f"sect:practices[{index}]", "Sect", whole, title=practice.title)


def _parent(book: Book, index: int) -> Callable[[PageBuilder], int]:
    return lambda page: _sect(page, book, index)


def _blocks(book: Book, practice: Practice, index: int) -> list[Block]:
    source, width = f"practices[{index}]", book.grid.body_width
    parent = _parent(book, index)
    blocks: list[Block] = []
    leads = paragraphs(practice.lead)
    for number, text in enumerate(leads):
        role = "lead" if practice.measures or (number == 0 and len(leads) > 1) else "body"
        lines = book.setter.body(text, width, role, f"{source}.lead")
        blocks.append(paragraph(lines, f"{source}.lead:{number}", parent, f"{source}.lead"))
    for count, measure in enumerate(practice.measures):
        blocks += _measure(book, measure, count, len(practice.measures), source, parent)
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


def _painter(
    book: Book,
    index: int,
    titles: Lines,
    placed: Sequence[Placed],
    plates: Sequence[tuple[Plate, int]],
) -> Callable[[PageBuilder], None]:
    def paint(page: PageBuilder) -> None:
        parent = _sect(page, book, index)
        source = f"practices[{index}]"
        if titles:
            _paint_title(page, book, index, titles, parent)
        groups = _groups(book, index, placed, first=bool(titles))
        top = 2 + 2 * len(titles) if titles else 0
        places = _fitting(book, groups, min(top, book.grid.rows - 1), index)
        done = 0
        for number, item in enumerate(placed):
            item.paint(page)
            following = placed[number + 1].block.tag if number + 1 < len(placed) else None
            if following != item.block.tag:
                done = _paint_side(page, groups, places, done, item.block.tag, parent)
        _paint_side(page, groups, places, done, None, parent)
        for plate, row in plates:
            plate.paint(page, row, page.tree.shared(f"plates:{source}", "Sect", parent))

    return paint


def _paint_title(
    page: PageBuilder, book: Book, index: int, titles: Lines, parent: int
) -> None:
    source = f"practices[{index}]"
    head = page.tree.shared(f"{source}:head", "H2", parent, source=f"{source}.title")
    x, grid = page.frame.body.x, page.grid
    number = book.setter.line(practice_number(index), "practice_number", f"{source}.number")
    page.text(number, x, grid.baseline(0), head)
    for k, line in enumerate(titles):
        page.text(line, x, grid.baseline(2 + 2 * k), head)
    page.anchor(source)
    practice = book.case.practices[index]
    page.bookmark(practice_number(index) + _one_line(practice), source, 2)


def _one_line(practice: Practice) -> str:
    title = without_stop(practice.title).rstrip("，,")
    return f"{title}，{without_stop(practice.outcome)}" if practice.outcome else title


# -- side column ---------------------------------------------------------------------------


def _groups(book: Book, index: int, placed: Sequence[Placed], *, first: bool) -> list[Group]:
    """The side groups of the measures that begin on this page, on their headings' rows."""
    practice = book.case.practices[index]
    big = MOST_BIG
    groups: list[Group] = []
    if first:
        pictures = beside_items(book, f"practices[{index}]")
        if pictures:
            row = placed[0].row if placed else 0
            groups.append(Group(row, tuple(pictures), f"practices[{index}].pictures"))
    for item in placed:
        count = _measure_of(item, index, len(practice.measures))
        if count is None or item.start:
            continue
        source = f"practices[{index}].measures[{count}]"
        if any(group.key == source for group in groups):
            continue
        items, used = _items(book, practice.measures[count], source, big)
        big -= used
        if items:
            row = item.row + 1 if item.block.keep else item.row
            groups.append(Group(row, tuple(items), source))
    return groups


def _measure_of(item: Placed, index: int, total: int) -> int | None:
    for count in range(total):
        if item.block.tag == f"practices[{index}].measures[{count}]":
            return count
    return None


def _items(book: Book, measure: Measure, source: str, big: int) -> tuple[list[Item], int]:
    """The side items of a measure, and how many big numerals they hold."""
    setter, width = book.setter, book.grid.side_width
    items: list[Item] = []
    used = 0
    later: list[Item] = []
    for number, figure in enumerate(measure.key_figures):
        where = f"{source}.key_figures[{number}]"
        if figure.small or used >= big or _too_wide(book, figure.value):
            later.append(small_item(setter, figure, width, where))
        else:
            items.append(figure_item(setter, figure, width, where))
            used += 1
    items += later
    for number, note in enumerate(measure.sidenotes):
        items.append(note_item(setter, note, width, f"{source}.sidenotes[{number}]"))
    if measure.quote:
        items.append(quote_item(setter, measure.quote, measure.quote_note, width, source))
    return items, used


def _too_wide(book: Book, value: str) -> bool:
    return book.setter.width(value, "figure_numeral") > book.grid.side_width * 0.8


def _fitting(book: Book, groups: list[Group], first: int, index: int) -> list[int]:
    """Rows for the groups; where they are too many, big numerals become rows of small ones."""
    places = arrange(groups, first, book.grid.rows)
    if places is None:
        places = arrange(groups, 0, book.grid.rows)
    if places is None:
        practice = book.case.practices[index]
        for number, group in enumerate(groups):
            if group.key.endswith("]"):
                count = int(group.key.rpartition("[")[2][:-1])
                if group.key.startswith(f"practices[{index}].measures"):
                    items, _ = _items(book, practice.measures[count], group.key, 0)
                    groups[number] = Group(group.row, tuple(items), group.key)
        places = arrange(groups, 0, book.grid.rows)
    if places is None:
        places = _overfull(book, groups)
    return places


def _overfull(book: Book, groups: list[Group]) -> list[int]:
    """Keep what fits of a side column that cannot hold its items; say what was left out."""
    while groups:
        places = arrange(groups, 0, book.grid.rows)
        if places is not None:
            return places
        group = groups[-1]
        book.setter.notices.append("CP0801")
        if len(group.items) > 1:
            groups[-1] = Group(group.row, group.items[:-1], group.key)
        else:
            groups.pop()
    return []


def _paint_side(
    page: PageBuilder,
    groups: Sequence[Group],
    places: Sequence[int],
    done: int,
    tag: str | None,
    parent: int,
) -> int:
    """Put the groups up to the one of *tag* (None: all), which keeps them in reading order."""
    end = done
    for number in range(done, len(groups)):
        if tag is None or groups[number].key in (tag, f"{tag.partition('.')[0]}.pictures"):
            end = number + 1
    paint_groups(page, groups[done:end], places[done:end], parent)
    return end
