"""Sources and notes of all cases, one after the other: what a brochure says on its back cover."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.book.desk import Desk, Paint
from casepress.brochure.pages.colophon import Group
from casepress.brochure.pages.furniture import section_head
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.publication.context import section_element
from casepress.brochure.text.setting import Lines
from casepress.frozen import dataclass
from casepress.typeset.model import Line

HEADING = "资料来源与编者注"
PLACE = "sources"
TEXT_X = 36.0
FIRST_ROW = 5
LEADING, GAP = 12.0, 12.0
LEAST_LINES = 2
"""A heading stands with so many lines of its notes, at least."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that belong together: the heading of a case, or a text with its label beside it."""

    case: int
    lines: Lines
    label: Line | None = None
    heading: bool = False
    key: str = ""

    @property
    def leading(self) -> float:
        """Distance of its baselines."""
        return 18.0 if self.heading else LEADING


@dataclass(frozen=True, slots=True)
class Placed:
    """Some lines of a piece on a page, from a baseline."""

    piece: Piece
    y: float
    start: int
    end: int


def plan_sources(desk: Desk, notes: Sequence[Sequence[Group]]) -> list[Paint]:
    """Return the pages; *notes* are the groups of every case, in order."""
    pieces = [piece for k, groups in enumerate(notes) for piece in _pieces(desk, k, groups)]
    pages = _pages(desk, pieces)

    def painter(number: int) -> Paint:
        return lambda page: _paint(page, desk, pages[number], number == 0)

    return [painter(number) for number in range(len(pages))]


def _pieces(desk: Desk, case: int, groups: Sequence[Group]) -> list[Piece]:
    setter, width = desk.setter, desk.grid.body_width
    head = setter.phrases(desk.case_title(case), "honour_name", width - TEXT_X, "title")
    number = setter.line(str(case + 1), "honour_name", ink="brand")
    found = [Piece(case, head, number, heading=True, key=f"sources:{case}:0")]
    for label, texts in groups:
        mark: Line | None = setter.line(label, "note_head")
        for text, source in texts:
            lines = setter.ragged(text, "caption", width - TEXT_X, source)
            found.append(Piece(case, lines, mark, key=f"sources:{case}:{len(found)}"))
            mark = None
    return found if len(found) > 1 else []


def _pages(desk: Desk, pieces: Sequence[Piece]) -> list[list[Placed]]:
    """Fill page after page, line by line; a heading stays with the lines below it."""
    grid = desk.grid
    pages: list[list[Placed]] = [[]]
    y, bottom = grid.baseline(FIRST_ROW), grid.baseline(grid.rows - 1) + 0.01
    for number, piece in enumerate(pieces):
        if piece.heading and pages[-1]:
            y += GAP
        following = pieces[number + 1 : number + 2]
        least = piece.leading * (len(piece.lines) - 1)
        if piece.heading and following:
            least += piece.leading + LEADING * (min(LEAST_LINES, len(following[0].lines)) - 1)
        elif len(piece.lines) > 2 * LEAST_LINES:
            least = LEADING * (LEAST_LINES - 1)
        start = 0
        while start < len(piece.lines):
            rest = piece.leading * (len(piece.lines) - start - 1)
            if y + (least if piece.heading else min(least, rest)) > bottom and pages[-1]:
                pages.append([])
                y = grid.baseline(0)
            fits = int((bottom - y) // piece.leading) + 1
            end = min(len(piece.lines), start + fits)
            if 0 < len(piece.lines) - end < LEAST_LINES and end - start > LEAST_LINES:
                end -= 1
            pages[-1].append(Placed(piece, y, start, end))
            y += piece.leading * (end - start)
            start = end
            if start < len(piece.lines):
                pages.append([])
                y = grid.baseline(0)
    return pages


def _paint(page: PageBuilder, desk: Desk, placed: Sequence[Placed], first: bool) -> None:
    sect = section_element(page.tree, "sources", HEADING)
    if first:
        head = page.tree.add("H1", sect)
        titles = desk.setter.phrases(HEADING, "section_title", page.frame.body.width)
        section_head(page, page.frame.body, titles, head)
        page.anchor(PLACE)
        page.bookmark(HEADING, PLACE)
    x = page.frame.body.x
    for one in placed:
        piece = one.piece
        lines = piece.lines[one.start : one.end]
        element = page.tree.shared(piece.key, "H2" if piece.heading else "P", sect)
        if piece.label is not None and one.start == 0:
            page.text(piece.label, x, one.y, element)
        page.column(lines, x + TEXT_X, one.y, piece.leading, element)
