"""Which pieces a document is made of, in order, and how they fall into pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from casepress.brochure.charts.panel import chart_part
from casepress.brochure.charts.shares import zone_parts
from casepress.brochure.column.flow import Block, Placed, space
from casepress.brochure.document.annexes import annex_blocks, honours_table
from casepress.brochure.document.contents import contents_blocks
from casepress.brochure.document.exhibits import part_blocks, picture_blocks
from casepress.brochure.document.head import head_block
from casepress.brochure.document.imprint import closing_blocks
from casepress.brochure.document.pagination import document_pages
from casepress.brochure.document.text import Parent, heading, right, section, texts
from casepress.brochure.pages.results import hosts_chart
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.publication.context import (
    Book,
    Leaf,
    has_background,
    has_lessons,
    has_results,
)
from casepress.brochure.text.words import (
    both_clauses,
    marker,
    practice_number,
    without_heading,
    without_stop,
)
from casepress.case.model import Lessons, Measure, Practice, Results
from casepress.units import mm

FOLIO_DROP = mm(7)
"""From the foot of the text area to the dashes of the page number (GB/T 9704-2012 7.5)."""

FOLIO_GAP_EM, FOLIO_RISE_EM = 0.25, 0.36
"""Between dash and digit; from the middle of the dash down to the baseline."""


def plan_document(book: Book, *, whole: bool = True) -> list[Leaf]:
    """Return the pages of a document.

    Args:
        book: the case and its look.
        whole: with head and imprint; a chapter of a collection has neither.
    """
    blocks = _body(book)
    if whole:
        annexes, imprint = closing_blocks(book, _figures(book), _digits(book))
        blocks += annexes
        blocks[:0] = [head_block(book), *contents_blocks(book, blocks)]
        blocks = _closed(blocks, imprint, book.grid.rows)
    pages = document_pages(blocks, book.grid.rows)
    if whole:
        last = pages[-1][-1]
        pages[-1][-1] = replace(last, row=max(last.row, book.grid.rows - last.count))
    return [_leaf(book, page) for page in pages]


def _closed(blocks: list[Block], imprint: Block, rows: int) -> list[Block]:
    """Return the blocks with the imprint, which stands on no page without text (GB/T 9704 7.3.5).

    The end of the text goes with it, as far as both fit a page.
    """
    while blocks[-1].space:
        blocks.pop()
    last = blocks.pop()
    fits = (2 if last.splits else last.rows) + 2 + imprint.rows <= rows
    return [*blocks, replace(last, keep=fits), space(), replace(imprint, joined=True)]


def _leaf(book: Book, placed: Sequence[Placed]) -> Leaf:
    anchors = tuple(item.block.tag for item in placed if item.block.tag and item.start == 0)

    def paint(page: PageBuilder) -> None:
        for item in placed:
            item.paint(page)
        _folio(page, book)

    return Leaf("document", paint, anchors=anchors, foot=False)


def _folio(page: PageBuilder, book: Book) -> None:
    """Paint — 1 — at the outer corner, one em in."""
    parts = [book.setter.line(words, "folio") for words in ("—", str(page.number), "—")]
    body, em = page.frame.body, book.setter.size("folio")
    gap = em * FOLIO_GAP_EM
    width = sum(part.width_pt for part in parts) + 2 * gap
    x = body.right - em - width if page.frame.recto else body.x + em
    for part in parts:
        page.text(part, x, page.grid.bottom + FOLIO_DROP + em * FOLIO_RISE_EM, None)
        x += part.width_pt + gap


# -- the text ------------------------------------------------------------------------------


def _body(book: Book) -> list[Block]:
    case = book.case
    blocks: list[Block] = []
    if case.summary and case.summary.text.strip():
        parent = section(book, "summary", case.headings.summary)
        blocks.append(_part_head(book, case.headings.summary, parent, "summary"))
        blocks += texts(book, case.summary.text, "lead", parent, "summary.text")
    blocks += picture_blocks(book, "cover", section(book, "cover", "封面图片"))
    if has_background(case) and case.background:
        parent = section(book, "background", book.section("background"))
        blocks.append(heading(book, book.section("background"), 1, parent, "headings.background",
                              anchor="background"))  # fmt: skip
        blocks += texts(book, case.background.text, "body", parent, "background.text")
        blocks += picture_blocks(book, "background", parent)
    blocks += _practices(book)
    of_all = section(book, "practices", book.section("practices"))
    blocks += picture_blocks(book, "practices", of_all)
    if has_results(case) and case.results:
        blocks += _results(book, case.results)
    if has_lessons(case) and case.lessons:
        blocks += _lessons(book, case.lessons)
    blocks += picture_blocks(book, "", section(book, "pictures", "图片"))
    return blocks + annex_blocks(book)


def _part_head(book: Book, words: str, parent: Parent, key: str) -> Block:
    return heading(book, words, 1, parent, f"headings.{key}", anchor=key)


def _practices(book: Book) -> list[Block]:
    title = book.section("practices")
    parent = section(book, "practices", title)
    blocks = [heading(book, title, 1, parent, "headings.practices", anchor="practices")]
    for index, practice in enumerate(book.case.practices):
        blocks += _practice(book, practice, index)
    return blocks


def _practice(book: Book, practice: Practice, index: int) -> list[Block]:
    source = f"practices[{index}]"
    whole = section(book, "practices", book.section("practices"))

    def parent(page: PageBuilder) -> int:
        return page.tree.shared(f"sect:{source}", "Sect", whole(page), title=practice.title)

    number = practice_number(index) if len(book.case.practices) > 1 else ""
    words = number + both_clauses(practice)
    blocks = [heading(book, words, 2, parent, f"{source}.title", anchor=source)]
    blocks += texts(book, practice.lead, "body", parent, f"{source}.lead")
    for count, measure in enumerate(practice.measures):
        blocks += _measure(book, measure, count, len(practice.measures), source, parent)
    return blocks + picture_blocks(book, source, parent)


def _measure(
    book: Book, measure: Measure, count: int, total: int, base: str, parent: Parent
) -> list[Block]:
    source = f"{base}.measures[{count}]"
    blocks: list[Block] = []
    if measure.title.strip():
        mark = _mark(book, count) if total > 1 else ""
        words = mark + without_stop(measure.title)
        blocks.append(heading(book, words, 3, parent, f"{source}.title"))
    text = without_heading(measure.text, measure.title)
    return blocks + texts(book, text, "body", parent, f"{source}.text")


def _mark(book: Book, count: int) -> str:
    """1. or 一是, as the layout has it."""
    return f"{count + 1}.\u2002" if _numbered(book) else marker(count)


def _numbered(book: Book) -> bool:
    return book.theme.brochure.measure_marker == "digit"


def _digits(book: Book) -> bool:
    """Whether the document numbers anything by digits."""
    return _numbered(book) and any(len(p.measures) > 1 for p in book.case.practices)


def _results(book: Book, results: Results) -> list[Block]:
    title = book.section("results")
    parent = section(book, "results", title)
    blocks = [heading(book, title, 1, parent, "headings.results", anchor="results")]
    blocks += texts(book, results.lead, "body", parent, "results.lead")
    charts = part_blocks(
        book,
        lambda: [chart_part(book, results.metrics, results.chart_title)] if results.metrics else [],
        parent,
    )
    for index, item in enumerate(results.items):
        source = f"results.items[{index}]"
        if item.title.strip():
            mark = practice_number(index) if len(results.items) > 1 else ""
            words = mark + without_stop(item.title)
            blocks.append(heading(book, words, 2, parent, f"{source}.title", anchor=source))
        text = without_heading(item.text, item.title)
        blocks += texts(book, text, "body", parent, f"{source}.text")
        if index == 0:
            blocks, charts = blocks + charts, []
        if not hosts_chart(results, index):
            zones = partial(zone_parts, book, item, source)
            blocks += part_blocks(book, zones, parent)
        blocks += picture_blocks(book, source, parent)
    blocks += charts + honours_table(book, results.honours, parent)
    return blocks + picture_blocks(book, "results", parent)


def _lessons(book: Book, lessons: Lessons) -> list[Block]:
    title = book.section("lessons")
    parent = section(book, "lessons", title)
    blocks = [heading(book, title, 1, parent, "headings.lessons", anchor="lessons")]
    blocks += texts(book, lessons.lead, "body", parent, "lessons.lead")
    for index, lesson in enumerate(lessons.items):
        source = f"lessons.items[{index}]"
        mark = practice_number(index) if len(lessons.items) > 1 else ""
        words = mark + without_stop(lesson.title)
        blocks.append(heading(book, words, 2, parent, f"{source}.title"))
        text = without_heading(lesson.text, lesson.title)
        blocks += texts(book, text, "body", parent, f"{source}.text")
    blocks += picture_blocks(book, "lessons", parent)
    if book.case.source.credit:
        blocks.append(right(book, book.case.source.credit, "credit", parent, "source.credit"))
    return [*blocks, space()]


def _figures(book: Book) -> int:
    """Return how many numbered charts the document has."""
    results = book.case.results
    if results is None:
        return 0
    drawn = sum(
        1
        for k, item in enumerate(results.items)
        if not hosts_chart(results, k) and zone_parts(book, item, f"results.items[{k}]")
    )
    return drawn + (1 if results.metrics else 0)
