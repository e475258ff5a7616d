"""The first leaves of a book: title page, imprint, preface. Their folios are roman."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.book.desk import Desk, Paint
from casepress.brochure.column.flow import Block, break_pages, end_row, paragraph
from casepress.brochure.pages.cover import (
    RULE_DROP,
    SUBTITLE_DROP,
    SUBTITLE_LEADING,
    kicker_y,
    spoken_date,
)
from casepress.brochure.pages.furniture import HEAD_RULE, head_rows, section_head
from casepress.brochure.publication.builder import RULE, PageBuilder
from casepress.brochure.publication.context import section_element
from casepress.brochure.text.words import paragraphs
from casepress.units import Rect, to_mm

TITLE_SHARE = 0.26
"""How far down the frame the title stands."""
LABEL_EM = 6
SIGN_GAP = 2


def paint_title_page(page: PageBuilder, desk: Desk) -> None:
    """Paint the title page: title, subtitle, editors; below, who made it and when."""
    book, setter, grid = desk.collection, desk.setter, page.grid
    full = page.frame.full
    sect = page.tree.add("Sect", title="书名页")
    element = page.tree.add("P", sect, source="kind")
    page.text(
        setter.line(book.kind, "kicker", "kind", ink="grey"), full.x, grid.baseline(0), element
    )
    width, height = HEAD_RULE
    page.box(Rect(full.x, kicker_y(grid) + RULE_DROP - height / 2, width, height), "brand")
    largest, top = setter.size("cover_title"), round(grid.rows * TITLE_SHARE)
    room = grid.leading * (grid.rows - top) * 0.5
    lines, leading = desk.display_title(book.title, "section_title", largest, "title", room)
    element = page.tree.add("H1", sect, source="title")
    y = page.column(lines, full.x, grid.baseline(top), leading, element) - leading
    if book.subtitle:
        subtitle = setter.phrases(
            book.subtitle, "cover_subtitle", desk.title_width, "subtitle", ink="grey"
        )
        element = page.tree.add("P", sect, source="subtitle")
        y = page.column(subtitle, full.x, y + SUBTITLE_DROP, SUBTITLE_LEADING, element)
        y -= SUBTITLE_LEADING
    if book.editors:
        words = "、".join(book.editors) + "\u3000编"
        element = page.tree.add("P", sect, source="editors")
        named = setter.phrases(words, "honour_name", desk.title_width, "editors")
        page.column(named, full.x, y + 54, grid.leading, element)
    y = grid.baseline(grid.rows - 2)
    foot = [
        (book.organisation, "organisation"),
        (spoken_date(book.date), "date"),
    ]
    for text, source in foot:
        if text:
            element = page.tree.add("P", sect, source=source)
            page.text(setter.line(text, "honour_name", source), full.x, y, element)
        y += grid.leading
    page.anchor("title-page")
    page.bookmark("书名页", "title-page")


def paint_imprint(page: PageBuilder, desk: Desk) -> None:
    """Paint the imprint at the foot of the page: what is known, nothing else."""
    setter, grid, column = desk.setter, page.grid, page.frame.body
    sect = page.tree.add("Sect", title="版权页")
    rows = _imprint(desk)
    indent = LABEL_EM * setter.size("honour_holder")
    set_rows = [
        (label, setter.ragged(text, "honour_holder", column.width - indent, source), source)
        for label, text, source in rows
    ]
    row = grid.rows - sum(len(lines) for _, lines, _ in set_rows)
    page.rule(column.x, grid.row(row) - 8, column.right, "ink", RULE)
    for label, lines, source in set_rows:
        element = page.tree.add("P", sect, source=source)
        page.text(setter.line(label, "honour_name"), column.x, grid.baseline(row), element)
        page.column(lines, column.x + indent, grid.baseline(row), grid.leading, element)
        row += len(lines)


def _imprint(desk: Desk) -> list[tuple[str, str, str]]:
    book, colophon, grid = desk.collection, desk.collection.colophon, desk.grid
    paper = colophon.stock
    if colophon.gsm is not None:
        weight = f"{colophon.gsm:g}克/平方米"
        paper = (
            f"{paper}，{weight}" if paper and f"{colophon.gsm:g}" not in paper else paper or weight
        )
    found = [
        ("书名", desk.title, "title"),
        ("", book.subtitle, "subtitle"),
        ("编者", "、".join(book.editors), "editors"),
        ("编印", colophon.issuer or book.organisation, "colophon.issuer"),
        ("日期", spoken_date(book.date), "date"),
        ("成品尺寸", f"{round(to_mm(grid.width))} mm × {round(to_mm(grid.height))} mm", ""),
        ("篇幅", f"{len(desk.members)}个案例，内文{desk.pages}页", ""),
        ("印数", colophon.printing, "colophon.printing"),
        ("用纸", paper, "colophon.stock"),
        ("承印", colophon.printer, "colophon.printer"),
        ("准印证号", colophon.permit, "colophon.permit"),
        ("权利", colophon.rights, "colophon.rights"),
    ]
    return [entry for entry in found if entry[1]]


def plan_preface(desk: Desk) -> list[Paint]:
    """Return the pages of the preface, if there is one."""
    preface = desk.collection.preface
    if preface is None or not preface.text.strip():
        return []
    setter, grid = desk.setter, desk.grid
    titles = setter.phrases(preface.title, "section_title", grid.body_width, "preface.title")
    first = head_rows(titles)
    blocks: list[Block] = []
    for number, text in enumerate(paragraphs(preface.text)):
        lines = setter.body(text, grid.body_width, "body", "preface.text")
        blocks.append(
            paragraph(lines, f"preface:{number}", lambda page: _sect(page, desk), "preface.text")
        )
    signed = [text for text in (preface.signature, preface.date) if text]
    room = SIGN_GAP + len(signed) if signed else 0
    pages = break_pages(blocks, first, grid.rows)
    if end_row(pages[-1], first) + room > grid.rows:
        pages = break_pages(blocks, first, grid.rows - room)

    def painter(number: int) -> Paint:
        def paint(page: PageBuilder) -> None:
            sect = _sect(page, desk)
            if number == 0:
                head = page.tree.add("H1", sect, source="preface.title")
                section_head(page, page.frame.body, titles, head)
                page.anchor("preface")
                page.bookmark(preface.title, "preface")
            for item in pages[number]:
                item.paint(page)
            if number == len(pages) - 1:
                _sign(page, desk, signed, end_row(pages[-1], first) + SIGN_GAP - 1, sect)

        return paint

    return [painter(number) for number in range(len(pages))]


def _sect(page: PageBuilder, desk: Desk) -> int:
    preface = desk.collection.preface
    return section_element(page.tree, "preface", preface.title if preface else "")


def _sign(page: PageBuilder, desk: Desk, texts: Sequence[str], row: int, sect: int) -> None:
    """Set signature and date at the right, two ems from the edge."""
    column, grid = page.frame.body, page.grid
    indent = 2 * desk.setter.size("body")
    for k, text in enumerate(texts):
        line = desk.setter.line(text, "lead", "preface.signature")
        element = page.tree.add("P", sect, source="preface.signature")
        x = column.right - indent - line.width_pt
        page.text(line, x, grid.baseline(row + k), element)
