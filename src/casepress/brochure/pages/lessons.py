"""Lessons: each under a rule, its quoted keyword large between stem and tail."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import ceil, comb

from casepress.brochure.column.flow import Placed, break_pages, end_row, paragraph
from casepress.brochure.pages.furniture import head_rows, section_opening
from casepress.brochure.pictures.gallery import flow_plates, plates_at
from casepress.brochure.pictures.pages import plate_leaves
from casepress.brochure.pictures.plates import Plate
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.publication.context import FUSED, Book, Leaf, Paint, section_element
from casepress.brochure.text.setting import Lines
from casepress.brochure.text.words import (
    keyword,
    marker,
    paragraphs,
    without_heading,
    without_stop,
)
from casepress.case.model import Lesson, Lessons
from casepress.frozen import dataclass
from casepress.typeset.model import Line

LARGE, SMALL = 32.0, 24.0
TAIL_GAP = 6.0
GAP = 1
MARKER_GAP = 10.0
TITLE_LEADING, MOST_DRAWN = 1.5, 2
"""Rows from line to line of a title, and lines that the scales have room for."""
MOST_AIRY = 3
MOST_CHOICES = 2000


@dataclass(frozen=True, slots=True)
class Scale:
    """How much room a lesson's heading takes: rows from its rule to keyword and to the text."""

    keyword: float
    keyword_row: float
    text_row: int
    pitch: int


PLAIN_ROW, PLAIN_TEXT_ROW, PLAIN_PITCH = 1.5, 3, 8
"""Of a title of one line without a keyword: its row, that of the text below it, the pitch."""
AIRY = Scale(LARGE, 3, 5, 10)
TIGHT = Scale(SMALL, 2.5, 4, 7)


@dataclass(frozen=True, slots=True)
class Section:
    """A lesson on the page: the row of its rule, and its lines."""

    index: int
    lesson: Lesson
    lines: tuple[Lines, ...]
    scale: Scale
    plain: bool
    """Its title has no keyword and stands on one line."""
    lines_of_title: int = 0
    """Of a title without a keyword that takes several."""

    @property
    def heading_rows(self) -> int:
        """Rows from the rule to the text."""
        if self.plain:
            return PLAIN_TEXT_ROW
        if self.lines_of_title <= MOST_DRAWN:
            return self.scale.text_row
        return ceil(1 + TITLE_LEADING * (self.lines_of_title - 1)) + 2

    @property
    def pitch(self) -> int:
        """Rows from its rule to the next where there is room."""
        return min(self.scale.pitch, PLAIN_PITCH) if self.plain else self.scale.pitch

    @property
    def text_rows(self) -> int:
        """Rows of its text."""
        return sum(len(lines) for lines in self.lines)

    @property
    def rows(self) -> int:
        """Rows it needs, with one blank row after it."""
        return self.heading_rows + self.text_rows + GAP


def plan_lessons(book: Book, lessons: Lessons) -> list[Leaf]:
    """Return the pages of the lessons: on one page if they can stand on one."""
    titles = book.setter.phrases(
        book.section("lessons"), "section_title", book.grid.body_width, "headings.lessons"
    )
    lead = [
        paragraph(
            book.setter.body(text, book.grid.body_width, "body", "lessons.lead"),
            f"lessons.lead:{number}",
            lambda page: _sect(page, book),
            "lessons.lead",
        )
        for number, text in enumerate(paragraphs(lessons.lead))
    ]
    leads = break_pages(lead, head_rows(titles), book.grid.rows)
    end = end_row(leads[-1], head_rows(titles) - 1)
    sheets = _sheets(book, lessons, end + 1)
    sheets = [[] for _ in leads[:-1]] + sheets
    plates = plates_at(book, "lessons")
    last = _end(book, sheets[-1], end if len(sheets) == 1 else 0)
    placed, rest = flow_plates(book, plates, last)
    leaves = []
    for number, sheet in enumerate(sheets):
        final = number == len(sheets) - 1
        paint = _painter(
            book,
            leads[number] if number < len(leads) else [],
            sheet,
            titles if number == 0 else (),
            placed if final else (),
            final,
        )
        anchors = ("lessons",) if number == 0 else ()
        leaves.append(Leaf("lessons", paint, book.section("lessons"), FUSED, anchors))
    return leaves + plate_leaves(book, rest, leaves[-1], lambda page: _sect(page, book))


def _sect(page: PageBuilder, book: Book) -> int:
    return section_element(page.tree, "lessons", book.section("lessons"))


def _sheets(book: Book, lessons: Lessons, first: int) -> list[list[tuple[Section, int]]]:
    """Lessons on pages with the row of each rule: airy on one page, else tight, else on more."""
    credit = len(_credit_lines(book))
    for scale in (AIRY, TIGHT):
        sections = _sections(book, lessons, scale)
        need = sum(section.rows for section in sections) - GAP + credit
        if first + need <= book.grid.rows and (scale is TIGHT or len(sections) <= MOST_AIRY):
            return [_stand(sections, first, book.grid.rows - credit)]
    sections = _sections(book, lessons, AIRY)
    return _over_pages(sections, first, book.grid.rows, credit)


def _stand(sections: Sequence[Section], first: int, rows: int) -> list[tuple[Section, int]]:
    """Rules at the scale's pitch where every text fits it, as close as needed where not."""
    spare = rows - first - sum(section.rows for section in sections) + GAP
    placed = []
    row = first
    for section in sections:
        placed.append((section, row))
        step = max(section.rows, min(section.pitch, section.rows + max(0, spare)))
        spare -= step - section.rows
        row += step
    return placed


def _over_pages(
    sections: Sequence[Section], first: int, rows: int, credit: int
) -> list[list[tuple[Section, int]]]:
    """Lessons on several pages: as few as there must be, filled as evenly as can be."""
    sheets = _poured(sections, first, rows, credit, None)
    if comb(len(sections) - 1, len(sheets) - 1) > MOST_CHOICES:
        return sheets
    choices = [_poured(sections, first, rows, credit, cuts)
               for cuts in combinations(range(1, len(sections)), len(sheets) - 1)]  # fmt: skip
    even = [choice for choice in choices if len(choice) == len(sheets)]
    return max(even, key=_least_filled, default=sheets)


def _least_filled(sheets: Sequence[Sequence[tuple[Section, int]]]) -> int:
    """Return the row after the last lesson of the page that ends first."""
    return min(sheet[-1][1] + sheet[-1][0].rows if sheet else 0 for sheet in sheets)


def _poured(
    sections: Sequence[Section],
    first: int,
    rows: int,
    credit: int,
    cuts: Sequence[int] | None,
) -> list[list[tuple[Section, int]]]:
    """Pour lessons into pages, a new one where the next does not fit, or before each of *cuts*."""
    sheets: list[list[tuple[Section, int]]] = [[]]
    row = first
    for number, section in enumerate(sections):
        last = number == len(sections) - 1
        over = row + section.rows - GAP + (credit if last else 0) > rows
        if (over or (cuts is not None and number in cuts)) and (sheets[-1] or row > 0):
            sheets.append([])
            row = 0
        sheets[-1].append((section, row))
        row += max(section.rows, section.pitch)
    return sheets


def _sections(book: Book, lessons: Lessons, scale: Scale) -> list[Section]:
    sections = []
    for index, lesson in enumerate(lessons.items):
        source = f"lessons.items[{index}].text"
        texts = paragraphs(without_heading(lesson.text, lesson.title))
        lines = tuple(
            book.setter.body(text, book.grid.body_width, "body", source) for text in texts
        )
        count = _title_lines(book, index, lesson, scale)
        sections.append(Section(index, lesson, lines, scale, count == 1, count))
    return sections


def _title_lines(book: Book, index: int, lesson: Lesson, scale: Scale) -> int:
    """Return on how many lines a title without a keyword stands, its marker before it; else 0."""
    title = without_stop(lesson.title)
    parts = keyword(title)
    if parts is not None and _fits(book, parts, scale):
        return 0
    beside = book.setter.width(marker(index), "measure_marker") + MARKER_GAP
    room = book.grid.body_width - beside
    return len(book.setter.phrases(title, "lesson_tail", room))


def _end(book: Book, sheet: Sequence[tuple[Section, int]], default: int) -> int:
    credit = len(_credit_lines(book))
    return max((row + section.rows - GAP for section, row in sheet), default=default) + credit


# -- painting ------------------------------------------------------------------------------


def _painter(
    book: Book,
    lead: Sequence[Placed],
    sheet: Sequence[tuple[Section, int]],
    titles: Lines,
    plates: Sequence[tuple[Plate, int]],
    final: bool,
) -> Paint:
    def paint(page: PageBuilder) -> None:
        sect = _sect(page, book)
        if titles:
            section_opening(
                page, titles, sect, "lessons", book.section("lessons"), "headings.lessons"
            )
        for item in lead:
            item.paint(page)
        for section, row in sheet:
            _lesson(page, book, section, row, sect)
        if final and book.case.source.credit:
            _credit(page, book, _end(book, sheet, end_row(lead, 4)) - 1, sect)
        for plate, row in plates:
            plate.paint(page, row, sect)

    return paint


def _lesson(page: PageBuilder, book: Book, section: Section, row: int, sect: int) -> None:
    grid, setter, full, column = page.grid, book.setter, page.frame.full, page.frame.body
    base = f"lessons.items[{section.index}]"
    source = f"{base}.title"
    page.rule(full.x, grid.row(row + 0.5), full.right, "ink")
    parent = page.tree.add("Sect", sect, title=section.lesson.title)
    head = page.tree.add("H2", parent, source=source)
    mark = None
    if len(book.case.lessons.items if book.case.lessons else ()) > 1:
        mark = setter.line(marker(section.index), "measure_marker", source)
    if mark is not None and not page.frame.recto and grid.has_side:
        page.text(mark, full.x, grid.baseline(row + (PLAIN_ROW if section.plain else 1)), head)
        mark = None
    _heading(page, book, section, row, head, mark)
    at = row + section.heading_rows
    for lines in section.lines:
        element = page.tree.add("P", parent, source=f"{base}.text")
        page.column(lines, column.x, grid.baseline(at), grid.leading, element)
        at += len(lines)


def _heading(
    page: PageBuilder, book: Book, section: Section, row: int, head: int, mark: Line | None
) -> None:
    """Paint stem, keyword and tail of the title; without a quoted keyword the title on two lines.

    On rectos the marker stands before it, where the side column lies on the far side.
    """
    grid, setter, column = page.grid, book.setter, page.frame.body
    source = f"lessons.items[{section.index}].title"
    x = column.x + (mark.width_pt + MARKER_GAP if mark else 0.0)
    parts = _parts(book, section)
    if parts is None:
        title = without_stop(section.lesson.title)
        lines = setter.phrases(title, "lesson_tail", column.right - x, source)
        first = row + (
            PLAIN_ROW if section.plain else max(1.0, 3 - TITLE_LEADING * (len(lines) - 1))
        )
    else:
        stem, word, tail = parts
        lines = (setter.line(stem, "lesson_stem", source),) if stem else ()
        first = row + 1
    if mark is not None:
        page.text(mark, column.x, grid.baseline(first), head)
    page.column(lines, x, grid.baseline(first), TITLE_LEADING * grid.leading, head)
    if parts is not None:
        y = grid.baseline(row + section.scale.keyword_row)
        large = setter.line(word, "lesson_keyword", source, size=section.scale.keyword)
        page.text(large, column.x, y, head)
        if tail:
            at = column.x + large.width_pt + TAIL_GAP
            page.text(setter.line(tail, "lesson_tail", source), at, y, head)


def _parts(book: Book, section: Section) -> tuple[str, str, str] | None:
    """Return stem, keyword and tail of a title that can be set so."""
    parts = keyword(without_stop(section.lesson.title))
    return parts if parts is not None and _fits(book, parts, section.scale) else None


def _fits(book: Book, parts: tuple[str, str, str], scale: Scale) -> bool:
    setter, width = book.setter, book.grid.body_width
    stem, word, tail = parts
    large = setter.width(word, "lesson_keyword", size=scale.keyword)
    small = setter.width(tail, "lesson_tail")
    return setter.width(stem, "lesson_stem") <= width and large + TAIL_GAP + small <= width


def _credit(page: PageBuilder, book: Book, row: int, sect: int) -> None:
    """Paint the contributor's line at the end, word for word as the source has it."""
    lines = _credit_lines(book)
    element = page.tree.add("P", sect, source="source.credit")
    first = min(row, page.grid.rows - 1) - len(lines) + 1
    for k, line in enumerate(lines):
        y = page.grid.baseline(first + k)
        page.text(line, page.frame.body.right - line.width_pt, y, element)


def _credit_lines(book: Book) -> Lines:
    words = book.case.source.credit
    if not words:
        return ()
    return book.setter.ragged(words, "credit", book.grid.body_width, "source.credit")
