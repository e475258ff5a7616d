"""Questions for discussion, with lines to write on; and ruled pages for notes."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.brochure.pages.contents import DISCUSSION, NOTES
from casepress.brochure.pages.furniture import beside_title, section_head, section_opening
from casepress.brochure.publication.builder import HAIRLINE, PageBuilder
from casepress.brochure.publication.context import Book, Leaf, Paint, section_element
from casepress.case.model import Question

OWN = "编者拟，非原文内容"
INDENT = 31.5
FIRST_ROW, PITCH, TIGHT_PITCH = 5, 8, 6
MOST, WIDE = 5, 4


def plan_discussion(book: Book, questions: Sequence[Question]) -> list[Leaf]:
    """Return the pages of the questions, at most five on each, evenly shared out."""
    most = min(MOST, (book.grid.rows - FIRST_ROW) // TIGHT_PITCH)
    pages = -(-len(questions) // most)
    each = -(-len(questions) // pages)
    leaves = []
    for number in range(pages):
        start = number * each
        part = questions[start : start + each]
        anchors = ("discussion",) if number == 0 else ()
        paint = _painter(book, part, start)
        leaves.append(Leaf("discussion", paint, DISCUSSION, anchors=anchors))
    return leaves


def _painter(book: Book, questions: Sequence[Question], start: int) -> Paint:
    def paint(page: PageBuilder) -> None:
        sect = section_element(page.tree, "discussion", DISCUSSION)
        if start == 0:
            title = (book.setter.line(DISCUSSION, "section_title"),)
            section_opening(page, title, sect, "discussion", DISCUSSION)
            label = book.setter.line(OWN, "own_label")
            element = page.tree.add("P", sect)
            page.text(label, beside_title(page, label), page.grid.baseline(2), element)
        whole = page.tree.shared("discussion:list", "L", sect)
        row = FIRST_ROW if len(questions) <= WIDE else FIRST_ROW - 1
        pitch = min(PITCH, (page.grid.rows - row) // len(questions))
        for k, question in enumerate(questions):
            _question(page, book, question, start + k, row, row + pitch, whole)
            row += pitch

    return paint


def _question(
    page: PageBuilder, book: Book, question: Question, index: int, row: int, end: int, whole: int
) -> None:
    """Paint number, question, hint, and as many lines as remain before the next one."""
    grid, setter, column, full = page.grid, book.setter, page.frame.body, page.frame.full
    source = f"teaching.questions[{index}]"
    item = page.tree.add("LI", whole, source=source)
    label = page.tree.add("Lbl", item)
    y = grid.baseline(row)
    x = full.x if page.frame.recto else column.x
    page.text(setter.line(str(index + 1), "question_number"), x, y, label)
    where = f"{source}.full" if question.full else f"{source}.question"
    body = page.tree.add("LBody", item, source=where)
    words = question.full or question.question
    lines = setter.body(words, column.width - INDENT, "question", where, indent=0)
    page.column(lines, x + INDENT, y, grid.leading, body)
    at = row + len(lines)
    if question.hint:
        hints = setter.phrases(question.hint, "label", column.width - INDENT, f"{source}.hint")
        leading = setter.leading("label")
        page.column(hints, x + INDENT, grid.baseline(at) - 3, leading, body)
        at += -(-(len(hints) * 2) // 3)
    for line in range(at + 1, end - 1):
        y = grid.baseline(line)
        page.rule(
            x + INDENT, y, column.right if not page.frame.recto else full.right, "rule", HAIRLINE
        )


def notes_leaf(book: Book) -> Leaf:
    """Return a ruled page for notes: what fills a signature that the case does not."""

    def paint(page: PageBuilder) -> None:
        grid, full = page.grid, page.frame.full
        sect = section_element(page.tree, "notes", NOTES)
        head = page.tree.shared("notes:head", "H1", sect)
        title = (book.setter.line(NOTES, "section_title"),)
        section_head(page, page.frame.body, title, head)
        for row in range(FIRST_ROW, grid.rows, 2):
            page.rule(full.x, grid.baseline(row), full.right, "rule", HAIRLINE)

    return Leaf("notes", paint, NOTES)
