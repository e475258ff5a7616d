"""The head of a document: what it is, a red rule, the title in the middle, who and when.

It is case material, not an issued document (公文): no issuing number, no signatory, no seal.
"""

from __future__ import annotations

from casepress.brochure.column.flow import Block
from casepress.brochure.pages.cover import spoken_date
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.publication.context import Book
from casepress.brochure.text.setting import Lines
from casepress.brochure.text.words import plain_title
from casepress.units import mm

RULE_PT = mm(0.7)
"""A little more than the 0.35 mm GB/T 9704 asks of the rule below a 版头, so that it holds up on
desktop printers."""
RULE_GAP = 1
"""Rows between label and title: the label's own, and two blank ones."""
TITLE_ROWS = 1.25
DEFAULT_KIND = "案例材料"


def head_block(book: Book) -> Block:
    """Return the head as one block that nothing can part."""
    titles = _title(book)
    subtitle = _centred(book, _subtitle(book.case.subtitle), "subtitle")
    people = _centred(book, _who(book), "organisation", role="cover_foot")
    words = book.case.kind or DEFAULT_KIND
    labels = book.setter.ragged(words, "kicker", book.grid.body_width, "kind")
    above = 1 + len(labels) + RULE_GAP
    title_rows = round(len(titles) * TITLE_ROWS + 0.49)
    rows = above + title_rows + len(subtitle) + len(people) + 1

    def paint(page: PageBuilder, row: int, start: int, count: int) -> None:
        sect = page.tree.shared("document:head", "Sect", title=plain_title(book.case.title))
        _label(page, labels, row, sect)
        y = page.grid.baseline(row + above)
        step = page.grid.leading * TITLE_ROWS
        _lines(page, titles, y, step, page.tree.add("P", sect, source="title"))
        below = row + above + title_rows
        for lines, source in ((subtitle, "subtitle"), (people, "organisation")):
            if lines:
                element = page.tree.add("P", sect, source=source)
                _lines(page, lines, page.grid.baseline(below), page.grid.leading, element)
                below += len(lines)
        page.anchor("cover")

    return Block(rows, paint)


def _subtitle(text: str) -> str:
    """Lead a subtitle in with a dash, as under the title of a document; once is enough."""
    return f"——{text}" if text and "——" not in text else text


def _title(book: Book) -> Lines:
    """Break the title at the author's spaces and by phrase; a ``|`` only where it must be."""
    lines: Lines = ()
    for part in book.case.title.split():
        words = part.replace("|", "")
        lines += book.setter.phrases(words, "cover_title", book.grid.body_width, "title")
    return lines


def _who(book: Book) -> str:
    """Who and when, as far as the case says it; in brackets as under the title of a speech."""
    case = book.case
    date = f"（{spoken_date(case.date)}）" if case.date else ""
    name = "" if case.organisation in (case.kind or "") else case.organisation
    return "|".join(part for part in (name, date) if part)


def _centred(book: Book, text: str, source: str, role: str = "cover_subtitle") -> Lines:
    return book.setter.phrases(text, role, book.grid.body_width, source) if text else ()


def _lines(page: PageBuilder, lines: Lines, y: float, leading: float, element: int) -> None:
    body = page.frame.body
    for line in lines:
        page.text(line, body.x + (body.width - line.width_pt) / 2, y, element)
        y += leading


def _label(page: PageBuilder, labels: Lines, row: int, sect: int) -> None:
    """Paint the kind of material over the red rule."""
    body, grid = page.frame.body, page.grid
    element = page.tree.add("P", sect, source="kind")
    page.column(labels, body.x, grid.baseline(row), grid.leading, element)
    y = grid.row(row + len(labels)) + grid.leading / 4
    page.rule(body.x, y, body.right, "strand", RULE_PT)
