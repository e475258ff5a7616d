"""The cover: kicker, title by phrases, and strands that fuse; the back cover goes on with it."""

from __future__ import annotations

import re

from casepress.brochure.builder import PageBuilder
from casepress.brochure.context import Book, Leaf
from casepress.brochure.furniture import HEAD_RULE
from casepress.brochure.ornament import ZONE_TOP, Bundle
from casepress.brochure.pictures import crop_to, pixel_size
from casepress.brochure.setting import Lines
from casepress.brochure.words import phrases_of
from casepress.units import Rect

KICKER_Y, RULE_Y, TITLE_Y, FOOT_Y = 94.0, 109.5, 198.0, 760.0
TITLE_WIDTH = 368.0
SIZES = (45.0, 42.0, 39.0, 36.0, 33.0, 30.0)
LEADING = 1.5
MOST_LINES = 5
LABEL_X, LABEL_DROP = 63.776, 3.8
LABEL_LIMIT, LABEL_SMALL_BELOW, LABEL_LEAST = 12, 14.0, 9.0
SMALL_LABEL = 8.0
SUBTITLE_DROP = 42.0
PICTURE_LEAST = 108.0
__all__ = [
    "bundle", "cover_picture", "plan_cover", "spoken_date", "strand_labels", "title_lines",
]  # fmt: skip


def bundle(book: Book) -> Bundle:
    """Return the strands of cover and back cover: one for each practice."""
    return Bundle(len(book.case.practices), book.grid.inner + book.grid.full_width)


def plan_cover(book: Book) -> Leaf:
    """Return the cover page."""
    return Leaf("cover", lambda page: _paint(page, book), foot=False, ground="coverBg")


def title_lines(book: Book) -> tuple[Lines, float]:
    """Return the title in the largest size that keeps it to five lines, and its leading.

    Phrases the author marked stay whole where 30 pt allow it; others are broken further. Titles
    too long for five lines at 30 pt take more lines, set closer.
    """
    parts = phrases_of(book.case.title)
    whole = TITLE_WIDTH / max(book.setter.width(part, "cover_title", size=1.0) for part in parts)
    if 1 < len(parts) <= MOST_LINES and whole >= SIZES[-1]:
        size = min(SIZES[0], int(whole * 2) / 2)
        return _title_at(book, parts, size), size * LEADING
    for size in SIZES:
        lines = _title_at(book, parts, size)
        if len(lines) <= MOST_LINES and all(line.width_pt <= TITLE_WIDTH + 0.5 for line in lines):
            return lines, size * LEADING
    return _title_at(book, ["".join(parts)], SIZES[-1]), SIZES[-1] * 1.4


def _title_at(book: Book, parts: list[str], size: float) -> Lines:
    lines: Lines = ()
    for part in parts:
        lines += book.setter.phrases(part, "cover_title", TITLE_WIDTH, "title", size=size)
    return lines


def spoken_date(date: str) -> str:
    """Return a date as covers write it: 2017-07-11 gives 2017年7月; other wordings stay."""
    match = re.fullmatch(r"(\d{4})-(\d{1,2})(-\d{1,2})?", date.strip())
    return f"{match.group(1)}年{int(match.group(2))}月" if match else date


def _paint(page: PageBuilder, book: Book) -> None:
    case, setter, grid = book.case, book.setter, page.grid
    x = LABEL_X
    strands = bundle(book)
    cover_picture(page, book)
    page.path(strands.strands(grid.bleed, book.theme.brochure.corner), fill="strand")
    sect = page.tree.add("Sect", title="封面")
    kicker = case.kind or "\u3000".join(part for part in ("案例", case.organisation) if part)
    element = page.tree.add("P", sect, source="kind")
    page.text(setter.line(kicker, "kicker", "kind"), x, KICKER_Y, element)
    width, height = HEAD_RULE
    page.box(Rect(x, RULE_Y - height / 2, width, height), "strand")
    lines, leading = title_lines(book)
    element = page.tree.add("P", sect, source="title")
    y = page.column(lines, x, TITLE_Y, leading, element)
    if case.subtitle:
        subtitle = setter.phrases(case.subtitle, "cover_subtitle", TITLE_WIDTH, "subtitle")
        element = page.tree.add("P", sect, source="subtitle")
        page.column(subtitle, x, y - leading + SUBTITLE_DROP, 24.0, element)
    strand_labels(page, book, strands)
    _foot(page, book, sect)
    page.anchor("cover")


def strand_labels(page: PageBuilder, book: Book, strands: Bundle) -> None:
    """Paint the short name of each practice inside its strand, if they all fit."""
    names = [practice.label.replace("|", "") for practice in book.case.practices]
    if not all(names) or any(len(name) > LABEL_LIMIT for name in names):
        return
    if strands.width < LABEL_LEAST:
        return
    size = SMALL_LABEL if strands.width < LABEL_SMALL_BELOW else None
    drop = LABEL_DROP if size is None else LABEL_DROP - 0.9
    for i, name in enumerate(names):
        line = book.setter.line(name, "strand_label", f"practices[{i}].label", size=size)
        page.text(line, LABEL_X, strands.centre(i) + drop, None)


def _foot(page: PageBuilder, book: Book, sect: int) -> None:
    case, setter = book.case, book.setter
    left = f"{case.source.contributor}\u3000供稿" if case.source.contributor else case.organisation
    if left:
        element = page.tree.add("P", sect, source="source.contributor")
        page.text(setter.line(left, "cover_foot", "source.contributor"), LABEL_X, FOOT_Y, element)
    if case.date:
        line = setter.line(spoken_date(case.date), "cover_foot", "date")
        element = page.tree.add("P", sect, source="date")
        page.text(line, bundle(book).right - line.width_pt, FOOT_Y, element)


def cover_picture(page: PageBuilder, book: Book) -> None:
    """Fill the space between title and strands, from bleed to bundle, with the cover picture."""
    found = [(i, f) for i, f in enumerate(book.case.figures) if f.at == "cover"]
    if not found:
        return
    index, figure = found[0]
    lines, leading = title_lines(book)
    top = TITLE_Y + (len(lines) - 1) * leading + (63 if book.case.subtitle else 27)
    right = bundle(book).left - book.grid.gutter
    bottom = ZONE_TOP - book.grid.gutter
    if bottom - top < PICTURE_LEAST:
        return
    rect = Rect(-page.grid.bleed, top, right + page.grid.bleed, bottom - top)
    size = pixel_size(book.base_dir / figure.path)
    element = page.tree.figure(
        figure.alt or figure.caption, rect, page.number - 1, source=f"figures[{index}]"
    )
    crop = crop_to(size, rect.width, rect.height, figure.focus)
    page.picture(rect, str(book.base_dir / figure.path), crop, element)
