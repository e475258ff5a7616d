"""The last pages: questions for discussion with room to write, worksheets to fill in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from casepress.deck.model import TableFill
from casepress.deck.show.filling import is_empty
from casepress.handout.leaf import Book, Leaf
from casepress.handout.matter import Question, Worksheet
from casepress.handout.sheet import View
from casepress.handout.tables import draw_grid, natural_width_in
from casepress.theme.deck import LevelToken
from casepress.units import POINTS_PER_INCH

DISCUSSION = "讨论题"
OWN = "编写者拟，不属于原文"
DISCUSSION_ANCHOR = "discussion"
_PER_PAGE = 4
_INDENT_PT = 26.0
_HEAD_GAP_PT = 12.0
_BLOCK_GAP_PT = 16.0
_HEAD_ROW_IN = 0.6
_TALLEST_ROW_IN = 4.4
"""Taller rows than this would be more paper than anyone fills (64 mm on A4)."""


def plan_questions(book: Book, questions: Sequence[Question]) -> None:
    """Add the pages of the questions: at most four on each, evenly shared."""
    if not questions:
        return
    pages = -(-len(questions) // _PER_PAGE)
    each = -(-len(questions) // pages)
    section = book.tree.add("Sect", title=DISCUSSION)
    whole = 0
    for start in range(0, len(questions), each):
        leaf = book.leaf(DISCUSSION, "discussion")
        top = book.frame.y
        if start == 0:
            top = _heading(leaf, DISCUSSION, OWN, section)
            book.anchor(DISCUSSION_ANCHOR, leaf.sheet.index, 0.0)
            whole = book.tree.add("L", section)
        part = questions[start : start + each]
        pitch = (book.frame.bottom - top + _BLOCK_GAP_PT) / each
        for n, question in enumerate(part):
            y = top + n * pitch
            _question(leaf, start + n + 1, question, (y, y + pitch - _BLOCK_GAP_PT), whole)
        leaf.finish()


def _heading(leaf: Leaf, title: str, note: str, section: int) -> float:
    """Set the heading of a page and a note below it; return where its matter begins."""
    book, frame = leaf.book, leaf.book.frame
    setter = book.setter
    leading = setter.leading("handout_part")
    heading = book.tree.add("H2", section)
    y = frame.y + setter.style("handout_part").size_pt * 0.9
    y = leaf.sheet.column(
        setter.title(title, "handout_part", frame.width), frame.x, y, leading, heading
    )
    y -= leading
    if note:
        element = book.tree.add("P", section)
        y += setter.leading("handout_words") + 3.0
        lines = setter.lines(note, "handout_words", frame.width)
        after = leaf.sheet.column(lines, frame.x, y, setter.leading("handout_words"), element)
        y = after - setter.leading("handout_words")
    return y + _HEAD_GAP_PT


def _question(
    leaf: Leaf, number: int, question: Question, span: tuple[float, float], whole: int
) -> None:
    """Set number, question and hint, and rule the room that remains."""
    book, frame, sheet = leaf.book, leaf.book.frame, leaf.sheet
    setter, tree = book.setter, book.tree
    item = tree.add("LI", whole, source=question.source)
    top, bottom = span
    y = top + setter.leading("question")
    sheet.text(setter.line(str(number), "question_number"), frame.x, y, tree.add("Lbl", item))
    body = tree.add("LBody", item, source=question.source)
    x, width = frame.x + _INDENT_PT, frame.width - _INDENT_PT
    lines = setter.lines(question.question, "question", width, question.source)
    y = sheet.column(lines, x, y, setter.leading("question"), body)
    if question.hint:
        leading = setter.leading("handout_words")
        y += leading - setter.leading("question") + 1.0
        hints = setter.lines(question.hint, "handout_words", width)
        y = sheet.column(hints, x, y, leading, body) - leading
    else:
        y -= setter.leading("question")
    leaf.ruled(x, frame.right, y + 2.0, bottom)


def plan_worksheets(book: Book, sheets: Sequence[Worksheet]) -> None:
    """Add a page for each table that is to be filled in, its rows as tall as the page allows."""
    for n, one in enumerate(sheets):
        leaf = book.leaf("", "worksheet")
        section = book.tree.add("Sect", title=one.slide.title)
        book.anchor(worksheet_anchor(n), leaf.sheet.index, 0.0)
        top = _heading(leaf, one.slide.title, one.slide.source, section)
        _worksheet(leaf, one, top, section)
        leaf.finish()


def worksheet_anchor(index: int) -> str:
    """Return the named place of a worksheet."""
    return f"worksheet-{index + 1}"


def _worksheet(leaf: Leaf, one: Worksheet, top: float, section: int) -> None:
    book, frame = leaf.book, leaf.book.frame
    table = one.table
    scale = frame.width / (sum(table.widths_in) * POINTS_PER_INCH)
    view = View(leaf.sheet, frame.x, top, scale)
    room_in = (frame.bottom - top) / scale / POINTS_PER_INCH
    heads = 1 if table.header else 0
    rows = len(table.rows) - heads
    tall = min((room_in - heads * _HEAD_ROW_IN) / max(rows, 1), _TALLEST_ROW_IN)
    heights = (*((_HEAD_ROW_IN,) * heads), *((tall,) * rows))
    looks = _looks(book, one)
    widths = _widths(book, table, looks)
    grown = replace(table, row_heights_in=heights, widths_in=widths)
    draw_grid(
        view, book.artist.words, book.artist.palette, (0.0, 0.0), grown, looks, section, room_in
    )


def _looks(book: Book, one: Worksheet) -> tuple[LevelToken, LevelToken]:
    """Return the looks of body and header cells as the slide's layout has them."""
    tokens = book.artist.tokens.placeholders(one.slide.layout)
    levels = next(p.levels for p in tokens if p.idx == one.table.idx)
    return levels[0], levels[-1]


def _widths(
    book: Book, table: TableFill, looks: tuple[LevelToken, LevelToken]
) -> tuple[float, ...]:
    """Return widths that leave the room words don't need to the columns that stand empty."""
    body = table.rows[1:] if table.header else table.rows
    widths: list[float | None] = []
    for n, given in enumerate(table.widths_in):
        if all(is_empty(row[n].paragraphs) for row in body):
            widths.append(None)
            continue
        look = partial(natural_width_in, book.artist.words, table=table, looks=looks)
        needed = max(
            look(row[n], first=table.header and k == 0) for k, row in enumerate(table.rows)
        )
        widths.append(min(given, needed))
    empty = widths.count(None)
    if not empty:
        return table.widths_in
    rest = (sum(table.widths_in) - sum(w for w in widths if w is not None)) / empty
    return tuple(rest if w is None else w for w in widths)
