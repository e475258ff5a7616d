"""The abstract: on a tinted page, its run-in 一是…四是 opened as a list, key figures below."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.brochure.charts.strip import Figures, Strip, plan_strip
from casepress.brochure.column.flow import Block, Placed, break_pages, end_row, paragraph, space
from casepress.brochure.column.side import LEFT_OUT, Group, figure_item, fit
from casepress.brochure.pages.furniture import beside_title, head_rows, section_opening
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.publication.context import Book, Leaf, Paint, section_element
from casepress.brochure.text.setting import Lines
from casepress.brochure.text.words import enumeration, paragraphs, sentence_start
from casepress.case.model import Case, KeyFigure, Metric, Summary

MARKER_X, ITEM_X = 21.0, 52.5
LEAST_METRICS, MOST_METRICS = 3, 4
MOST_FIGURES = 10
"""Two lines of the strip; what is more is reported."""
FIGURES = "summary.key_figures"
SOURCE = "summary.text"
LABEL = "内容提要"


def plan_abstract(book: Book, summary: Summary) -> list[Leaf]:
    """Return the abstract's pages: one, unless it is very long."""
    titles = _titles(book)
    first = head_rows(titles)
    if len(summary.key_figures) > MOST_FIGURES:
        book.setter.notices.append(f"{LEFT_OUT}@{FIGURES}")
    blocks = _blocks(book, summary, airy=True)
    figures = strip_figures(book.case)
    strip = plan_strip(book, figures)
    limit = book.grid.rows - strip.rows
    if first + sum(block.rows for block in blocks) > limit:
        blocks = _blocks(book, summary, airy=False)
    pages = break_pages(blocks, first, book.grid.rows)
    hung = bool(figures) and end_row(pages[-1]) <= limit
    if not hung and not book.grid.has_side and figures and limit >= 0:
        reserve = Block(book.grid.rows - limit, lambda page, row, start, count: None, joined=True)
        pages = break_pages([*_blocks(book, summary, airy=True), reserve], first, book.grid.rows)
        hung = True
    if figures and not hung and not book.grid.has_side:
        book.setter.notices.append(f"{LEFT_OUT}@{FIGURES}")
    leaves = []
    for number, placed in enumerate(pages):
        last = number == len(pages) - 1
        foot = strip if hung and last else None
        paint = _painter(book, placed, titles if number == 0 else (), foot, hung)
        leaves.append(
            Leaf(
                "abstract",
                paint,
                section=book.case.headings.summary,
                anchors=("summary",) if number == 0 else (),
                ground="panel",
            )
        )
    return leaves


def _titles(book: Book) -> Lines:
    return book.setter.phrases(
        book.case.headings.summary, "section_title", book.grid.body_width, "headings.summary"
    )


def _sect(page: PageBuilder, book: Book) -> int:
    return section_element(page.tree, "summary", book.case.headings.summary)


def _blocks(book: Book, summary: Summary, *, airy: bool) -> list[Block]:
    """Return the text as blocks; *airy* sets a blank row before and after the list."""
    blocks: list[Block] = []
    for number, text in enumerate(paragraphs(summary.text)):
        parts = enumeration(text)
        if parts is None:
            blocks.append(_plain(book, text, f"{number}"))
            continue
        before, items, after = parts
        start = sentence_start(before)
        opening, introduction = before[:start], before[start:]
        if opening:
            blocks.append(_plain(book, opening, f"{number}:opening"))
        if airy and blocks:
            blocks.append(space())
        if introduction:
            blocks.append(_plain(book, introduction, f"{number}:introduction"))
        blocks += [
            _item(book, marker, body, f"{number}:{count}")
            for count, (marker, body) in enumerate(items)
        ]
        if after:
            blocks += [space()] if airy else []
            blocks.append(_plain(book, after, f"{number}:after"))
    return blocks


def _plain(book: Book, text: str, key: str) -> Block:
    lines = book.setter.body(text, book.grid.body_width, "body", SOURCE)
    return paragraph(lines, f"summary:{key}", lambda page: _sect(page, book), SOURCE)


def _item(book: Book, marker: str, body: str, key: str) -> Block:
    """Return an item of the list: marker at +21, text at +52.5, wording unchanged."""
    mark = book.setter.line(marker, "list_marker", SOURCE)
    lines = book.setter.body(body, book.grid.body_width - ITEM_X, "body", SOURCE, indent=0)
    base = f"summary:{key}"

    def paint(page: PageBuilder, row: int, start: int, count: int) -> None:
        tree, grid, x = page.tree, page.grid, page.frame.body.x
        whole = tree.shared(f"summary:list:{key.partition(':')[0]}", "L", _sect(page, book))
        item = tree.shared(f"{base}:item", "LI", whole)
        label = tree.shared(f"{base}:label", "Lbl", item, source=SOURCE)
        text = tree.shared(f"{base}:body", "LBody", item, source=SOURCE)
        if start == 0:
            page.text(mark, x + MARKER_X, grid.baseline(row), label)
        part = lines[start : start + count]
        page.column(part, x + ITEM_X, grid.baseline(row), grid.leading, text)

    return Block(len(lines), paint, splits=True)


def _painter(
    book: Book, placed: Sequence[Placed], titles: Lines, strip: Strip | None, hung: bool
) -> Paint:
    def paint(page: PageBuilder) -> None:
        sect = _sect(page, book)
        if titles:
            section_opening(
                page, titles, sect, "summary", book.case.headings.summary, "headings.summary"
            )
            _label(page, book, sect)
        for item in placed:
            item.paint(page)
        if strip:
            strip.paint(page, page.tree.add("Aside", sect))
        elif titles and not hung and book.grid.has_side:
            _beside(page, book)

    return paint


def _label(page: PageBuilder, book: Book, sect: int) -> None:
    """Paint beside the title what kind of text this is."""
    element = page.tree.add("P", sect)
    line = book.setter.line(LABEL, "own_label")
    page.text(line, beside_title(page, line), page.grid.baseline(2), element)


# -- key figures ---------------------------------------------------------------------------


def strip_figures(case: Case) -> Figures:
    """Return the figures of the strip: the summary's own, else where the first metrics stand now.

    Fewer than three metrics make no strip.
    """
    own = case.summary.key_figures if case.summary else ()
    found = [(figure, f"summary.key_figures[{k}]") for k, figure in enumerate(own[:MOST_FIGURES])]
    if not own and case.results:
        metrics = case.results.metrics[:MOST_METRICS]
        found = [(_now(metric), f"results.metrics[{k}]") for k, metric in enumerate(metrics)]
        return found if len(found) >= LEAST_METRICS else ()
    return found


def _now(metric: Metric) -> KeyFigure:
    """Return where a metric stands now, with where it came from as the second line."""
    origin = f"{metric.from_.when or '原来'}为{metric.from_.value}{metric.unit}"
    return KeyFigure(value=metric.to.value, unit=metric.unit, caption=metric.label, note=origin)


def _beside(page: PageBuilder, book: Book) -> None:
    """Paint the figures in the side column, where the text leaves no room for a strip."""
    figures = strip_figures(book.case)
    if not figures:
        return
    items = [
        figure_item(book.setter, figure, book.grid.side_width, source) for figure, source in figures
    ]
    first = head_rows(_titles(book))
    column, lost = fit([Group(first, tuple(items), FIGURES)], first, page.grid.rows)
    book.setter.notices += [f"{LEFT_OUT}@{key}" for key in lost]
    column.paint(page, _sect(page, book))
