"""The back cover: where the text comes from, what the editors did to it, and the imprint."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from casepress.brochure.drawing import tones
from casepress.brochure.pages.cover import RULE_DROP, bundle, foot_y, kicker_y
from casepress.brochure.pages.furniture import HEAD_RULE
from casepress.brochure.pictures.emblems import paint_logo, paint_qr, qr_side
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.publication.context import Book, Leaf, has_results, section_element
from casepress.brochure.publication.geometry import MOST_STITCHED
from casepress.brochure.text.words import plain_title, unclosed
from casepress.case.picturing import COVER, figures_at
from casepress.frozen import dataclass
from casepress.units import Rect, to_mm

HEADING = "编排说明"
REMARKS = "remarks"
"""Name of the place where the pages begin that take what the back cover has no room for."""
FIRST_ROW, TEXT_X, MEASURE = 4, 63.0, 350.0
SMALL = 8.0
QR_GAP = 18.0
LEAST_LINE, SURELY = 20, 30
"""Characters that a line holds at least, and lines that there is room for on any page."""
CHARTS_LINES = 3
"""Lines kept free for what is known of the charts only when they are painted."""
Group = tuple[str, list[tuple[str, str]]]
"""A label and its texts, each with its source."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How close the words stand: size (None: the role's own), leading, blank between groups."""

    size: float | None
    leading: float
    blank: float


CLOSEST = Scale(SMALL, 12.0, 7.0)


def plan_colophon(book: Book, moved: Sequence[Group] = ()) -> Leaf:
    """Return the back cover.

    Args:
        book: the case.
        moved: what stands on the pages before it.
    """
    return Leaf("colophon", lambda page: _paint(page, book, moved), foot=False, ground="coverBg")


def overlong(book: Book) -> list[Group]:
    """Return what there is no room for on the back cover, even in its closest setting."""
    groups = _groups(book)
    if sum(1 + len(text) // LEAST_LINE for _, texts in groups for text, _ in texts) <= SURELY:
        return []
    size, blanks = CLOSEST.size, CLOSEST.blank * len(groups)
    counts = [
        sum(len(book.setter.clauses(text, "imprint", _measure(book), size=size))
            for text, _ in texts)
        for _, texts in groups
    ]  # fmt: skip
    room = foot_y(book.grid) - 2 * book.grid.leading - book.grid.baseline(FIRST_ROW) - blanks
    most = int(room / CLOSEST.leading) - CHARTS_LINES
    return beyond(groups, counts, most)


def _paint(page: PageBuilder, book: Book, moved: Sequence[Group]) -> None:
    grid, setter = page.grid, book.setter
    x = grid.inner
    strands = bundle(book)
    groups = referring(_groups(book), moved, lambda _: f"见第{book.numbers[REMARKS]}页")
    scale, above = _scale(book, groups, strands.zone_top)
    if above:
        bands = strands.bars(x, grid.width + grid.bleed)
        tones.strands(page, book, bands, strands.rules(x, page.frame.full.right), "strand")
    sect = section_element(page.tree, "colophon", HEADING)
    head = page.tree.add("H1", sect)
    page.text(setter.line(HEADING if groups else book.title, "kicker"), x, kicker_y(grid), head)
    paint_logo(page, book, x, kicker_y(grid), sect)
    width, height = HEAD_RULE
    page.box(Rect(x, kicker_y(grid) + RULE_DROP - height / 2, width, height), "strand")
    y = grid.baseline(FIRST_ROW)
    for label, texts in groups:
        y = _group(page, book, label, texts, y, sect, scale)
    paint_qr(page, book, page.frame.full.right - qr_side(book), grid.row(0), "coverFg", sect)
    foot = page.tree.add("P", sect)
    page.text(setter.line(_format(book), "cover_foot"), x, foot_y(grid), foot)
    page.anchor("colophon")
    page.bookmark(HEADING, "colophon")


def _measure(book: Book) -> float:
    """Width of the texts, which leave the QR code its corner."""
    code = qr_side(book)
    room = book.grid.full_width - (code + QR_GAP if code else 0.0)
    return min(MEASURE, room) - TEXT_X


def _scale(book: Book, groups: list[Group], zone_top: float) -> tuple[Scale, bool]:
    """Return the widest setting that stands above the bars, and whether it does.

    More words than any setting holds there take the room of the bars.
    """
    leading = book.grid.leading
    for scale in (Scale(None, leading, leading), Scale(SMALL, leading, 0), CLOSEST):
        if _end(book, groups, scale) <= zone_top - leading:
            return scale, True
    return CLOSEST, False


def _end(book: Book, groups: list[Group], scale: Scale) -> float:
    """Return the baseline after the last group."""
    y = book.grid.baseline(FIRST_ROW)
    for _, texts in groups:
        lines = sum(
            len(book.setter.clauses(text, "imprint", _measure(book), size=scale.size))
            for text, _ in texts
        )
        y += lines * scale.leading + scale.blank
    return y - scale.blank


def _group(
    page: PageBuilder,
    book: Book,
    label: str,
    texts: list[tuple[str, str]],
    y: float,
    sect: int,
    scale: Scale,
) -> float:
    setter, x = book.setter, page.grid.inner
    element = page.tree.add("P", sect)
    page.text(setter.line(label, "imprint_head", size=scale.size), x, y, element)
    for text, source in texts:
        words = page.tree.add("P", sect, source=source)
        lines = setter.clauses(text, "imprint", _measure(book), source, size=scale.size)
        y = page.column(lines, x + TEXT_X, y, scale.leading, words)
    return y + scale.blank


def _groups(book: Book) -> list[Group]:
    return note_groups(book) + imprint_groups(book)


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


def beyond(groups: Sequence[Group], counts: Sequence[int], most: int) -> list[Group]:
    """Return the groups that must stand elsewhere, the longest being the first to go.

    Args:
        groups: what there is to say.
        counts: lines of each group; one line stays, which says where the group went.
        most: lines that there is room for.
    """
    over = sum(counts) - most
    gone: set[int] = set()
    for index in sorted(range(len(groups)), key=lambda k: -counts[k]):
        if over <= 0 or counts[index] < 2:
            break
        gone.add(index)
        over -= counts[index] - 1
    return [groups[k] for k in sorted(gone)]


def referring(
    groups: Sequence[Group], moved: Sequence[Group], refer: Callable[[str], str]
) -> list[Group]:
    """Return the groups with words, by their label, in place of those that were *moved*."""
    labels = {label for label, _ in moved}
    return [(label, [(refer(label), "")] if label in labels else texts) for label, texts in groups]


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
        for k, figure in figures_at(book.case, COVER)
        if figure.caption or figure.credit
    ]


def imprint_groups(book: Book) -> list[Group]:
    """Return what the case says of its printing, in order."""
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
