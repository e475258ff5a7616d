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
from casepress.frozen import dataclass
from casepress.units import Rect

SOURCE = "background.text"
QUOTE_LEAD = 3
NOTE_RISE = 6.0
"""Rows between the text and the first line of the quote, the gold rule in the middle of them."""
QUOTE_LEAST_ROWS, QUOTE_FALL = 10, 2
"""Rows a question at the foot of a page needs, and rows between one and pictures below it."""
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
        hung = placed if last else []
        quote = _quote(book, background, page, hung) if last and background.question else None
        if last and background.question and quote is None:
            book.setter.notices.append(f"{LEFT_OUT}@background.question")
        paint = _painter(book, background, page, opening, hung, quote)
        anchors = ("background",) if number == 0 else ()
        noted = bool(quote and background.question_note)
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
    quote: Quote | None,
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
        if quote:
            _paint_quote(page, book, background, quote, (opening[1].end if opening else 0, sect))
        for plate, row in plates:
            plate.paint(page, row, sect)

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


@dataclass(frozen=True, slots=True)
class Quote:
    """The question as a pull quote: its lines, their first row and their pitch in rows."""

    lines: Lines
    first: int
    pitch: float
    rule: int
    limit: int
    """Row in which the rule above it stands, and the first one that it may not reach."""


def _quote(
    book: Book,
    background: Background,
    placed: Sequence[Placed],
    plates: Sequence[tuple[Plate, int]],
) -> Quote | None:
    """Return the question below the text and above pictures; None where it finds no room.

    It follows the text at a fixed distance, so the two read as one and the white space ends the
    page, instead of lying between them.
    """
    grid, end = book.grid, end_row(placed, 4)
    lines = book.setter.phrases(
        background.question, "pull_quote", grid.body_width, "background.question"
    )
    limit = min((row for _, row in plates), default=grid.rows)
    if limit - end < QUOTE_LEAST_ROWS and not (plates or grid.short):
        return None
    for lead, pitch in CLOSER if grid.short else CLOSER[:1]:
        first = end + lead + 1
        below = QUOTE_FALL if plates else 0
        if first + pitch * (len(lines) - 1) + below < limit:
            rule = first - (2 if lead == QUOTE_LEAD else 1)
            return Quote(lines, first, pitch, rule, limit)
    return None


def _paint_quote(
    page: PageBuilder, book: Book, background: Background, quote: Quote, place: tuple[int, int]
) -> None:
    """Paint the question and the words about it, beside it where the side column is free.

    *place*: the row after the side column, and the parent element.
    """
    setter, grid, column = book.setter, page.grid, page.frame.body
    taken, sect = place
    width, height = HEAD_RULE
    y = grid.row(quote.rule) + 2
    page.box(Rect(column.x, y - height / 2, width, height), "goldD")
    whole = page.tree.add("BlockQuote", sect, source="background.question")
    element = page.tree.add("P", whole, source="background.question")
    first = grid.baseline(quote.first)
    y = page.column(quote.lines, column.x, first, quote.pitch * grid.leading, element)
    if not background.question_note:
        return
    beside = grid.has_side and taken < quote.first
    x, width = page.frame.side.x, page.frame.side.width
    if not beside:
        x, width = column.x, column.width
    notes = setter.phrases(background.question_note, "label", width, "background.question_note")
    top = first if beside else y - NOTE_RISE
    if top + (len(notes) - 1) * setter.leading("label") > grid.row(quote.limit):
        setter.notices.append(f"{LEFT_OUT}@background.question_note")
        return
    note = page.tree.add("P", whole, source="background.question_note")
    page.column(notes, x, top, setter.leading("label"), note)
