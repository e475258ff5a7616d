"""The end of a document, in the manner of a 版记: rules across the text area, what and whence.

Two heavy rules of 0.35 mm around it and a light one of 0.25 mm before the last line (GB/T 9704-2012
7.4). It says only what the case says: source, what the editors did, date; nothing is invented.
"""

from __future__ import annotations

from collections.abc import Sequence

from casepress.brochure.column.flow import Block, space
from casepress.brochure.document.exhibits import ROW_PT
from casepress.brochure.document.text import heading, section, texts
from casepress.brochure.pages.colophon import Group, beyond, note_groups, referring
from casepress.brochure.pages.colophon import imprint_groups as publisher_groups
from casepress.brochure.pages.cover import spoken_date
from casepress.brochure.pictures.emblems import paint_qr, qr_height, qr_side
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.publication.context import Book
from casepress.brochure.text.setting import Lines
from casepress.units import mm

HEADING = "编排说明"
HEAVY, LIGHT = mm(0.35), mm(0.25)
LEAST_LABEL, LABEL_GAP_EM = 3, 2.0
"""Characters of a label that there is always room for; its indent and what parts it from words."""
PAD = 6.0
MOST_SHARE = 0.6
"""Of the page: what would make the imprint taller goes into the text, as an annex."""
Row = tuple[str, list[tuple[Lines, str]]]
"""A label, and its texts on their lines, each with its source."""


def closing_blocks(book: Book, figures: int, digits: bool) -> tuple[list[Block], Block]:
    """Return what is too long for the imprint, as annexes, and the imprint itself.

    The imprint hangs at the foot of the last page.

    Args:
        book: the case.
        figures: how many charts the document has.
        digits: whether 一是, 二是 of the source were set as 1., 2.
    """
    groups = _groups(book, figures, digits)
    counts = [sum(len(lines) for lines, _ in row[1]) for row in _rows(book, groups)]
    most = int(MOST_SHARE * book.grid.rows * book.grid.leading / ROW_PT)
    moved = beyond(groups, counts, most)
    kept = referring(groups, moved, lambda label: f"见“{_annex(label)}”。")
    annexes = [block for group in moved for block in _annex_blocks(book, group)]
    return annexes, _imprint(book, _rows(book, kept))


def _annex(label: str) -> str:
    return f"附：{label}"


def _annex_blocks(book: Book, group: Group) -> list[Block]:
    label, found = group
    title, key = _annex(label), f"annex:{label}"
    parent = section(book, key, title)
    blocks = [heading(book, title, 1, parent, key, anchor=key)]
    for words, source in found:
        blocks += texts(book, words.replace("|", ""), "side_quote", parent, source)
    return [*blocks, space()]


def _label_em(groups: Sequence[tuple[str, object]]) -> float:
    """Where the words begin, from the edge of the text area."""
    return max((LEAST_LABEL, *(len(label) for label, _ in groups))) + LABEL_GAP_EM


def _rows(book: Book, groups: Sequence[Group]) -> list[Row]:
    setter, code = book.setter, qr_side(book)
    em = setter.size("imprint")
    room = book.grid.body_width - (_label_em(groups) + 1) * em - (code + em if code else 0.0)
    return [
        (label, [(setter.ragged(text, "imprint", room, source), source) for text, source in found])
        for label, found in groups
    ]


def _imprint(book: Book, lines: Sequence[Row]) -> Block:
    setter, code = book.setter, qr_side(book)
    em = setter.size("imprint")
    count = sum(len(set_text) for _, found in lines for set_text, _ in found)
    ends, dates, beside = _foot_lines(book, *_last(book))
    last = max(len(ends), len(dates)) if beside else len(ends) + len(dates)
    words = max(count * ROW_PT, qr_height(book) + PAD if code else 0.0)
    height = words + last * ROW_PT + 3 * PAD
    rows = book.grid.rows_for(height)

    def paint(page: PageBuilder, row: int, start: int, count: int) -> None:
        body = page.frame.body
        sect = section(book, "colophon", HEADING)(page)
        y = page.grid.row(row + rows) - height
        page.anchor("colophon", y)
        page.bookmark(HEADING, "colophon")
        page.rule(body.x, y, body.right, "ink", HEAVY)
        paint_qr(page, book, body.right - code, y + PAD, "ink", sect)
        y += PAD + 0.7 * ROW_PT
        foot = y + words
        for label, found in lines:
            head = page.tree.add("P", sect)
            page.text(setter.line(label, "imprint_head"), body.x + em, y, head)
            for set_text, source in found:
                element = page.tree.add("P", sect, source=source)
                y = page.column(set_text, body.x + _label_em(lines) * em, y, ROW_PT, element)
        y = foot
        if last:
            if lines:
                page.rule(body.x, y - 0.7 * ROW_PT + PAD / 2, body.right, "ink", LIGHT)
                y += PAD
            _paint_foot(page, book, (ends, dates, beside), y, sect)
        page.rule(body.x, page.grid.row(row + rows), body.right, "ink", HEAVY)

    return Block(rows, paint)


def _foot_lines(book: Book, left: str, date: str) -> tuple[Lines, Lines, bool]:
    """Return who supplied the case, its date, and whether that is short enough to stand beside."""
    setter, em = book.setter, book.setter.size("imprint")
    room = book.grid.body_width - 2 * em
    wide = setter.width(date, "imprint") + em if date else 0.0
    beside = wide <= (room / 2 if left else room)
    measure = room - wide if beside else room
    words = setter.ragged(left, "imprint", measure, "source.contributor") if left else ()
    return words, setter.ragged(date, "imprint", room, "date") if date else (), beside


def _paint_foot(
    page: PageBuilder, book: Book, foot: tuple[Lines, Lines, bool], y: float, sect: int
) -> None:
    (words, dates, beside), em = foot, book.setter.size("imprint")
    left, right = page.frame.body.x + em, page.frame.body.right - em
    if words:
        element = page.tree.add("P", sect, source="source.contributor")
        below = page.column(words, left, y, ROW_PT, element)
        y = y if beside else below
    if dates:
        element = page.tree.add("P", sect, source="date")
        x = right - dates[0].width_pt if beside else left
        page.column(dates, x, y, ROW_PT, element)


def _last(book: Book) -> tuple[str, str]:
    """Return the last line: who supplied the case, and its date."""
    case = book.case
    left = f"{case.source.contributor}供稿" if case.source.contributor else case.organisation
    return left, spoken_date(case.date) if case.date else ""


def _groups(book: Book, figures: int, digits: bool) -> list[Group]:
    kept, book.figures = book.figures, figures
    try:
        groups = [*note_groups(book), *publisher_groups(book)]
    finally:
        book.figures = kept
    if digits:
        groups = [
            (label, [*found, ("层次序号“一是、二是”按公文格式写作1.、2.。", "")])
            if label == "照录" else (label, found)
            for label, found in groups
        ]  # fmt: skip
    return groups
