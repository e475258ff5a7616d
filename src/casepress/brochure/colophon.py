"""The back cover: where the text comes from, what the editors did to it, and the imprint."""

from __future__ import annotations

from casepress.brochure.builder import PageBuilder
from casepress.brochure.context import Book, Leaf, has_results, section_element
from casepress.brochure.cover import FOOT_Y, KICKER_Y, RULE_Y, bundle
from casepress.brochure.furniture import HEAD_RULE
from casepress.brochure.geometry import MOST_STITCHED
from casepress.brochure.ornament import ZONE_TOP
from casepress.brochure.words import plain_title, unclosed
from casepress.units import Rect, to_mm

HEADING = "编排说明"
FIRST_ROW, TEXT_X, MEASURE = 4, 63.0, 350.0
Group = tuple[str, list[tuple[str, str]]]
"""A label and its texts, each with its source."""


def plan_colophon(book: Book) -> Leaf:
    """Return the back cover."""
    return Leaf("colophon", lambda page: _paint(page, book), foot=False, ground="coverBg")


def _paint(page: PageBuilder, book: Book) -> None:
    grid, setter = page.grid, book.setter
    x = grid.inner
    strands = bundle(book)
    page.path(strands.bars(x, grid.width + grid.bleed), fill="strand")
    sect = section_element(page.tree, "colophon", HEADING)
    head = page.tree.add("H1", sect)
    groups = _groups(book)
    page.text(setter.line(HEADING if groups else book.title, "kicker"), x, KICKER_Y, head)
    width, height = HEAD_RULE
    page.box(Rect(x, RULE_Y - height / 2, width, height), "strand")
    row = FIRST_ROW
    size, limit = None, int((ZONE_TOP - grid.top) // grid.leading) - 1
    if _rows(book, groups) > limit - FIRST_ROW:
        size = 8.0
    for label, texts in groups:
        row = _group(page, book, label, texts, row, sect, size) + (1 if size is None else 0)
    foot = page.tree.add("P", sect)
    page.text(setter.line(_format(book), "cover_foot"), x, FOOT_Y, foot)
    page.anchor("colophon")
    page.bookmark(HEADING, "colophon")


def _rows(book: Book, groups: list[Group]) -> int:
    measure = MEASURE - TEXT_X
    return sum(
        1 + sum(len(book.setter.ragged(text, "imprint", measure)) for text, _ in texts)
        for _, texts in groups
    )


def _group(
    page: PageBuilder,
    book: Book,
    label: str,
    texts: list[tuple[str, str]],
    row: int,
    sect: int,
    size: float | None,
) -> int:
    setter, grid = book.setter, page.grid
    x = grid.inner
    element = page.tree.add("P", sect)
    page.text(setter.line(label, "imprint_head", size=size), x, grid.baseline(row), element)
    for text, source in texts:
        words = page.tree.add("P", sect, source=source)
        lines = setter.ragged(text, "imprint", MEASURE - TEXT_X, source, size=size)
        page.column(lines, x + TEXT_X, grid.baseline(row), grid.leading, words)
        row += len(lines)
    return row


def _groups(book: Book) -> list[Group]:
    return note_groups(book) + _imprint(book)


def note_groups(book: Book) -> list[Group]:
    """Return what there is to say of text and pictures, in order; nothing is invented."""
    case = book.case
    groups: list[Group] = []
    source = case.source
    given = [text for text in (source.publication, source.published) if text]
    if given or source.contributor:
        texts = [(f"《{plain_title(case.title)}》", "title")]
        texts += [("，".join(given), "source.publication")] if given else []
        texts += [(f"{source.contributor}供稿", "source.contributor")] if source.contributor else []
        texts += (
            [(f"责编：{'、'.join(source.editors)}", "source.editors")] if source.editors else []
        )
        texts += [(source.url, "source.url")] if source.url else []
        groups.append(("原文", texts))
        groups.append(("照录", [(text, "") for text in _fidelity(book)]))
    elif case.organisation:
        groups.append(("案例单位", [(case.organisation, "organisation")]))
    notes = [
        (f"{note.term}：{note.text}" if note.term else note.text, f"editorial[{k}]")
        for k, note in enumerate(case.editorial)
    ]
    if notes:
        groups.append(("编者注", notes))
    charts = _charts(book)
    if charts:
        groups.append(("图表", [(charts, "")]))
    pictures = _pictures(book)
    if pictures:
        groups.append(("图片", pictures))
    return groups


def _fidelity(book: Book) -> list[str]:
    kept = "；文末供稿行原缺后括号，照录" if unclosed(book.case.source.credit) else ""
    return ["正文文字照录原文，标点统一为全角；", f"小标题由正文首句提出{kept}。"]


def _charts(book: Book) -> str:
    """Which charts were drawn from the text, and what else is the editors' own."""
    case, made = book.case, []
    if book.figures:
        made.append("图1" if book.figures == 1 else f"图1至图{book.figures}")
    if has_results(case) and case.results and case.results.honours:
        made.append("荣誉年表")
    words = [f"{'、'.join(made)}据原文数据编制"] if made else []
    if case.teaching and case.teaching.questions:
        words.append("研讨题为编者所拟")
    return "；".join(words) + "。" if words else ""


def _pictures(book: Book) -> list[tuple[str, str]]:
    """Caption and credit of the cover's picture, which carries none."""
    return [
        (
            "封面：" + "\u3000".join(text for text in (figure.caption, figure.credit) if text),
            f"figures[{k}]",
        )
        for k, figure in enumerate(book.case.figures)
        if figure.at == "cover" and (figure.caption or figure.credit)
    ]


def _imprint(book: Book) -> list[Group]:
    colophon = book.case.colophon
    fields = (
        ("编印", colophon.issuer, "issuer"),
        ("印数", colophon.printing, "printing"),
        ("用纸", colophon.stock, "stock"),
        ("承印", colophon.printer, "printer"),
        ("准印证号", colophon.permit, "permit"),
        ("权利", colophon.rights, "rights"),
    )
    return [(label, [(text, f"colophon.{key}")]) for label, text, key in fields if text]


def _format(book: Book) -> str:
    width, height = round(to_mm(book.grid.width)), round(to_mm(book.grid.height))
    binding = "骑马订" if book.page_count <= MOST_STITCHED else "胶装"
    return f"{width} mm × {height} mm\u3000{book.page_count}页\u3000{binding}"
