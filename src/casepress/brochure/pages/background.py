"""The background: text, notes beside what they explain, and its question as a pull quote."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.brochure.column.flow import Block, Placed, break_pages, end_row, paragraph
from casepress.brochure.column.inset import inset, inset_width, item_width
from casepress.brochure.column.side import LEFT_OUT, Column, Group, fit, note_item
from casepress.brochure.pages.furniture import HEAD_RULE, head_rows, section_opening
from casepress.brochure.pictures.gallery import beside_items, flow_plates, plates_at
from casepress.brochure.pictures.pages import plate_leaves
from casepress.brochure.pictures.plates import Plate
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.publication.context import IDLE, Book, Leaf, Paint, section_element
from casepress.brochure.text.setting import Lines
from casepress.brochure.text.words import paragraphs
from casepress.case.model import Background
from casepress.units import Rect

SOURCE = "background.text"
QUOTE_LEAD = 3
NOTE_RISE = 6.0
"""Rows between the text and the first line of the quote, the gold rule in the middle of them."""
QUOTE_LEAST_ROWS = 10
CLOSER = ((QUOTE_LEAD, 2.0), (QUOTE_LEAD, 1.5), (QUOTE_LEAD - 1, 1.5), (QUOTE_LEAD - 1, 1.4))
"""On short pages: rows above the quote and from line to line, the first pair that fits."""


def plan_background(book: Book, background: Background) -> list[Leaf]:
    """Return the pages of the background and its pictures."""
    titles = book.setter.phrases(
        book.section("background"), "section_title", book.grid.body_width, "headings.background"
    )
    first = head_rows(titles)
    blocks = [
        paragraph(
            book.setter.body(text, book.grid.body_width, "body", SOURCE),
            f"background:{number}",
            lambda page: _sect(page, book),
            SOURCE,
        )
        for number, text in enumerate(paragraphs(background.text))
    ]
    if not book.grid.has_side:
        blocks += _asides(book, background)
    pages = break_pages(blocks, first, book.grid.rows)
    plates = plates_at(book, "background")
    column, lost = fit(_groups(book, background, pages[0]), first, book.grid.rows)
    if any(key.startswith("background.sidenotes") for key in lost):
        blocks += _asides(book, background)
        pages = break_pages(blocks, first, book.grid.rows)
        pictures = _groups(book, background, pages[0], notes=False)
        column, lost = fit(pictures, first, book.grid.rows)
    book.setter.notices += [f"{LEFT_OUT}@{key}" for key in lost]
    end = max(end_row(pages[-1], first), column.end if len(pages) == 1 else 0)
    placed, rest = flow_plates(book, plates, end)
    leaves = []
    for number, page in enumerate(pages):
        last = number == len(pages) - 1
        opening = (titles, column) if number == 0 else None
        paint = _painter(book, background, page, opening, placed if last else (), last)
        anchors = ("background",) if number == 0 else ()
        noted = last and not placed and bool(background.question and background.question_note)
        beside = bool(number == 0 and column.groups) or noted
        section = book.section("background")
        leaves.append(Leaf("background", paint, section, IDLE, anchors, side_ground=beside))
    return leaves + plate_leaves(book, rest, leaves[-1], lambda page: _sect(page, book))


def _sect(page: PageBuilder, book: Book) -> int:
    return section_element(page.tree, "background", book.section("background"))


def _painter(
    book: Book,
    background: Background,
    placed: Sequence[Placed],
    opening: tuple[Lines, Column] | None,
    plates: Sequence[tuple[Plate, int]],
    last: bool,
) -> Paint:
    def paint(page: PageBuilder) -> None:
        sect = _sect(page, book)
        if opening:
            section_opening(
                page,
                opening[0],
                sect,
                "background",
                book.section("background"),
                "headings.background",
            )
        for item in placed:
            item.paint(page)
        if opening:
            opening[1].paint(page, sect)
        for plate, row in plates:
            plate.paint(page, row, sect)
        if last and not plates and background.question:
            taken = opening[1].end if opening else 0
            _quote(page, book, background, (end_row(placed, 4), taken), sect)

    return paint


def _groups(
    book: Book, background: Background, placed: Sequence[Placed], *, notes: bool = True
) -> list[Group]:
    """Return notes from the rows whose text they refer to, then the pictures of the side column."""
    if not book.grid.has_side:
        return []
    width = book.grid.side_width
    groups = []
    row = placed[0].row if placed else 4
    for number, note in enumerate(background.sidenotes if notes else ()):
        item = note_item(book.setter, note, width, f"background.sidenotes[{number}]")
        row = max(row, row_of(note.term, background.text, placed))
        groups.append(Group(row, (item,), f"background.sidenotes[{number}]"))
    pictures = beside_items(book, "background")
    if pictures:
        groups.append(Group(row, tuple(pictures), "background.pictures"))
    return groups


def _asides(book: Book, background: Background) -> list[Block]:
    """Return the notes as blocks below the text, where no side column holds them."""
    width = (inset_width if book.grid.has_side else item_width)(book.grid, "note")
    items = [
        note_item(book.setter, note, width, f"background.sidenotes[{number}]")
        for number, note in enumerate(background.sidenotes)
    ]
    return inset(book.grid, items, "background", lambda page: _sect(page, book))


def row_of(term: str, text: str, placed: Sequence[Placed]) -> int:
    """Return the row of the page on which *term* first occurs, the first row if it does not."""
    words = term.strip("“”《》")
    whole = "".join(paragraphs(text))
    at = whole.find(words) if words else -1
    if at < 0 or not placed:
        return placed[0].row if placed else 0
    for item in placed:
        for k in range(item.count):
            at -= item.block.length(item.start + k)
            if at < 0:
                return item.row + k
    return placed[-1].end - 1


def _quote(
    page: PageBuilder, book: Book, background: Background, ends: tuple[int, int], sect: int
) -> None:
    """Paint the question as a pull quote below the text; none where the page has no room for it.

    It follows the text at a fixed distance, so the two read as one and the white space ends the
    page, instead of lying between them. *ends*: the rows after the text and after the side column;
    where that reaches beside the quote, the words about it stand below it.
    """
    end, taken = ends
    setter, grid, column = book.setter, page.grid, page.frame.body
    lines = setter.phrases(background.question, "pull_quote", column.width, "background.question")
    choices = [
        (lead, pitch)
        for lead, pitch in (CLOSER if grid.short else CLOSER[:1])
        if end + lead + 1 + pitch * (len(lines) - 1) < grid.rows
    ]
    if not choices or (grid.rows - end < QUOTE_LEAST_ROWS and not grid.short):
        return
    lead, pitch = choices[0]
    first = end + lead + 1
    width, height = HEAD_RULE
    y = grid.row(first - 2 if lead == QUOTE_LEAD else first - 1) + 2
    page.box(Rect(column.x, y - height / 2, width, height), "goldD")
    quote = page.tree.add("BlockQuote", sect, source="background.question")
    element = page.tree.add("P", quote, source="background.question")
    y = page.column(lines, column.x, grid.baseline(first), pitch * grid.leading, element)
    if background.question_note:
        is_beside = grid.has_side and taken < first
        x, width = page.frame.side.x, page.frame.side.width
        if not is_beside:
            x, width = column.x, column.width
        text = background.question_note
        notes = setter.phrases(text, "label", width, "background.question_note")
        top = grid.baseline(first) if is_beside else y - NOTE_RISE
        if top + (len(notes) - 1) * setter.leading("label") > grid.bottom:
            return
        note = page.tree.add("P", quote, source="background.question_note")
        page.column(notes, x, top, setter.leading("label"), note)
