"""The cover: kicker, title by phrases, and strands that fuse; the back cover goes on with it."""

from __future__ import annotations

import re

from casepress.brochure.drawing import tones
from casepress.brochure.drawing.ornament import Bundle
from casepress.brochure.pages.furniture import HEAD_RULE
from casepress.brochure.pictures.emblems import paint_logo
from casepress.brochure.pictures.plates import crop_to, pixel_size
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.publication.context import Book, Leaf
from casepress.brochure.publication.geometry import Grid
from casepress.brochure.text.setting import Lines
from casepress.brochure.text.words import phrases_of
from casepress.case.picturing import COVER, figures_at
from casepress.units import Rect

RULE_DROP, TITLE_DROP = 15.5, 104.0
"""From the baseline of the kicker to the rule below it and to the first line of the title."""
KICKER_LEADING = 16.0
FOOT_DATE, FOOT_MARGIN = 96.0, 24.0
"""Width kept for the date beside the words at the foot; from their last line to the trim."""
FOOT_GAP = 18.0
FOOT_SIZES: tuple[tuple[float | None, float], ...] = ((None, 16.0), (8.0, 11.0), (6.5, 8.5))
"""Sizes of the foot, its own first, and their leadings."""
TITLE_LEAD = 19.7
"""Least room between title and bundle."""
STEPS = tuple(step / 15 for step in (15, 14, 13, 12, 11, 10))
CLOSER_STEPS = tuple(step / 15 for step in (10, 9, 8, 7, 6))
"""Sizes of the title as shares of the largest: 45 to 30 pt, below that only where it must."""
LEADING, CLOSE = 1.5, 1.4
MOST_LINES = 5
LABEL_DROP = 3.8
LABEL_LIMIT, LABEL_SMALL_BELOW, LABEL_LEAST = 12, 14.0, 9.0
SMALL_LABEL = 8.0
SUBTITLE_DROP, SUBTITLE_LEADING = 42.0, 24.0
PICTURE_LEAST, PICTURE_LEAD = 108.0, 27.0
BUNDLE_LINES = 26.0
"""Width kept for the strands of the cover where they are lines."""
CLOSEST = 1.3
"""Leading of a title that makes room for a picture."""
NO_ROOM = "CP0822"
"""Notice: the cover has no room for its picture."""
__all__ = [
    "bundle", "cover_picture", "plan_cover", "spoken_date", "strand_labels", "title_lines",
]  # fmt: skip


def bundle(book: Book) -> Bundle:
    """Return the strands of cover and back cover: one for each practice."""
    grid = book.grid
    right = grid.inner + grid.full_width
    return Bundle(len(book.case.practices), right, grid.bottom, grid.scale)


def kicker_y(grid: Grid) -> float:
    """Return the baseline of the kicker, the first row's."""
    return grid.baseline(0)


def foot_y(grid: Grid) -> float:
    """Return the baseline of the words at the foot, one row below the frame."""
    return grid.baseline(grid.rows)


def title_y(grid: Grid) -> float:
    """Return the baseline of the title's first line."""
    return kicker_y(grid) + TITLE_DROP * grid.scale


def plan_cover(book: Book) -> Leaf:
    """Return the cover page."""
    return Leaf("cover", lambda page: _paint(page, book), foot=False, ground="coverBg")


def title_width(book: Book) -> float:
    """Return the title's measure: up to the bundle, in whole points."""
    return float(round(bundle(book).left - book.grid.outer - TITLE_LEAD))


def title_lines(book: Book) -> tuple[Lines, float]:
    """Return the title in the largest size that keeps it to five lines, and its leading.

    Phrases the author marked stay whole where two thirds of the largest size allow it; others are
    broken further. Titles too long for five lines take more, set closer. All of it stands above
    the strands. Where a picture stands on the cover the title gives way to it, set closer and
    smaller.
    """
    lines, leading = _title_without_picture(book)
    room = _picture_room(book, lines, leading)
    if _cover_figure(book) is None or room >= PICTURE_LEAST:
        return lines, leading
    parts, largest = phrases_of(book.case.title), book.setter.size("cover_title")
    for step in STEPS:
        size = largest * step
        smaller = _title_at(book, parts, size)
        fits = all(line.width_pt <= title_width(book) + 0.5 for line in smaller)
        if fits and _picture_room(book, smaller, size * CLOSEST) >= PICTURE_LEAST:
            return smaller, size * CLOSEST
    return lines, leading


def _title_without_picture(book: Book) -> tuple[Lines, float]:
    """Return the title as large as the cover without a picture takes it."""
    parts = phrases_of(book.case.title)
    largest, width = book.setter.size("cover_title"), title_width(book)
    whole = width / max(book.setter.width(part, "cover_title", size=1.0) for part in parts)
    if 1 < len(parts) <= MOST_LINES and whole >= largest * STEPS[-1]:
        size = min(largest, int(whole * 2) / 2)
        lines = _title_at(book, parts, size)
        if _stands(book, lines, size * LEADING):
            return lines, size * LEADING
    for whole_terms in (True, False):
        for step in STEPS:
            size = largest * step
            lines = _title_at(book, parts, size)
            fits = all(line.width_pt <= width + 0.5 for line in lines)
            fits = fits and (not whole_terms or not _parted(lines))
            if len(lines) <= MOST_LINES and fits and _stands(book, lines, size * LEADING):
                return lines, size * LEADING
    for step in CLOSER_STEPS:
        size = largest * step
        lines = _title_at(book, ["".join(parts)], size)
        if _stands(book, lines, size * CLOSE):
            break
    return lines, size * CLOSE


def _parted(lines: Lines) -> bool:
    """Whether a quoted name is parted: a smaller title that keeps it whole reads better."""
    return any(line.text.count("“") != line.text.count("”") for line in lines)


def _stands(book: Book, lines: Lines, leading: float) -> bool:
    """Whether title and subtitle end above the strands."""
    end = title_y(book.grid) + (len(lines) - 1) * leading
    subtitle = _subtitle(book)
    if subtitle:
        end += SUBTITLE_DROP + (len(subtitle) - 1) * SUBTITLE_LEADING
    return end + TITLE_LEAD <= bundle(book).zone_top


def _subtitle(book: Book) -> Lines:
    text = book.case.subtitle
    return (
        book.setter.phrases(text, "cover_subtitle", title_width(book), "subtitle") if text else ()
    )


def _title_at(book: Book, parts: list[str], size: float) -> Lines:
    lines: Lines = ()
    for part in parts:
        lines += book.setter.phrases(part, "cover_title", title_width(book), "title", size=size)
    return lines


def spoken_date(date: str) -> str:
    """Return a date as covers write it: 2017-07-11 gives 2017年7月; other wordings stay."""
    match = re.fullmatch(r"(\d{4})-(\d{1,2})(-\d{1,2})?", date.strip())
    return f"{match.group(1)}年{int(match.group(2))}月" if match else date


def _paint(page: PageBuilder, book: Book) -> None:
    case, grid = book.case, page.grid
    x = grid.outer
    strands = bundle(book)
    cover_picture(page, book)
    corner = book.theme.brochure.corner
    bands, drawn = strands.strands(grid.bleed, corner), strands.lines(x, grid.top, corner)
    tones.strands(page, book, bands, drawn, "strand")
    sect = page.tree.add("Sect", title="封面")
    kicker = case.kind or "\u3000".join(part for part in ("案例", case.organisation) if part)
    element = page.tree.add("P", sect, source="kind")
    lines = _kicker(book, kicker)
    top = kicker_y(grid) - KICKER_LEADING * (len(lines) - 1)
    page.column(lines, x, top, KICKER_LEADING, element)
    paint_logo(page, book, x, kicker_y(grid), sect)
    width, height = HEAD_RULE
    page.box(Rect(x, kicker_y(grid) + RULE_DROP - height / 2, width, height), "strand")
    lines, leading = title_lines(book)
    element = page.tree.add("P", sect, source="title")
    y = page.column(lines, x, title_y(grid), leading, element)
    if case.subtitle:
        element = page.tree.add("P", sect, source="subtitle")
        page.column(_subtitle(book), x, y - leading + SUBTITLE_DROP, SUBTITLE_LEADING, element)
    strand_labels(page, book, strands)
    _foot(page, book, sect)
    page.anchor("cover")


def _kicker(book: Book, words: str) -> Lines:
    """Return the kicker on one line; a long name of a unit on lines of its own, upwards."""
    line = book.setter.line(words, "kicker", "kind")
    if line.width_pt <= title_width(book):
        return (line,)
    first, blank, rest = words.partition("\u3000")
    head = (book.setter.line(first, "kicker", "kind"),) if blank else ()
    return head + book.setter.ragged(rest or first, "kicker", title_width(book), "kind")


def strand_labels(page: PageBuilder, book: Book, strands: Bundle) -> None:
    """Paint the short name of each practice inside its strand, if they all fit."""
    names = [practice.label.replace("|", "") for practice in book.case.practices]
    if not all(names) or any(len(name) > LABEL_LIMIT for name in names):
        return
    if strands.width < LABEL_LEAST and not tones.as_lines(book):
        return
    if tones.without_strands(book):
        return
    size = SMALL_LABEL if strands.width < LABEL_SMALL_BELOW else None
    drop = LABEL_DROP if size is None else LABEL_DROP - 0.9
    if tones.as_lines(book):
        drop = -tones.LABEL_RISE
    for i, name in enumerate(names):
        line = book.setter.line(name, "strand_label", f"practices[{i}].label", size=size)
        page.text(line, page.grid.outer, strands.centre(i) + drop, None)


def _foot(page: PageBuilder, book: Book, sect: int) -> None:
    """Paint who contributed the case and, at the right or below, when."""
    case, x, y = book.case, page.grid.outer, foot_y(page.grid)
    words = f"{case.source.contributor}\u3000供稿" if case.source.contributor else case.organisation
    left, dates, leading, beside = _foot_lines(book, words, spoken_date(case.date))
    if left:
        element = page.tree.add("P", sect, source="source.contributor")
        below = page.column(left, x, y, leading, element)
        y = y if beside else below
    for k, line in enumerate(dates):
        element = page.tree.shared("cover:date", "P", sect, source="date")
        at = bundle(book).right - line.width_pt if beside else x
        page.text(line, at, y + k * leading, element)


def _foot_lines(book: Book, words: str, date: str) -> tuple[Lines, Lines, float, bool]:
    """Set the foot: its words, its date, their leading, and whether the date stands beside them.

    A long date goes below the words; what is too long for the margin of the page is set smaller.
    """
    setter, source, room = book.setter, "source.contributor", bundle(book).right - book.grid.outer
    most = book.grid.height - FOOT_MARGIN - foot_y(book.grid)
    when = setter.line(date, "cover_foot", "date") if date else None
    beside = when is None or not words or when.width_pt <= max(FOOT_DATE, room / 3)
    if when is not None and when.width_pt > room:
        beside = False
    for size, leading in FOOT_SIZES:
        measure = room - (max(FOOT_DATE, when.width_pt + FOOT_GAP) if when and beside else 0.0)
        left = setter.ragged(words, "cover_foot", measure, source, size=size) if words else ()
        dates = setter.ragged(date, "cover_foot", room, "date", size=size) if date else ()
        count = max(len(left), len(dates)) if beside else len(left) + len(dates)
        if (count - 1) * leading <= most:
            break
    return left, dates, leading, beside


def _cover_figure(book: Book) -> int | None:
    """Return the index of the picture on the cover."""
    return next((index for index, _ in figures_at(book.case, COVER)), None)


def _picture_room(book: Book, lines: Lines, leading: float) -> float:
    """Height between title and strands, in points."""
    top = title_y(book.grid) + (len(lines) - 1) * leading + PICTURE_LEAD
    subtitle = _subtitle(book)
    if subtitle:
        top += SUBTITLE_DROP - 6 + (len(subtitle) - 1) * SUBTITLE_LEADING
    return bundle(book).zone_top - book.grid.gutter - top


def cover_picture(page: PageBuilder, book: Book) -> None:
    """Fill the space between title and strands, from bleed to bundle, with the cover picture."""
    index = _cover_figure(book)
    if index is None:
        return
    figure = book.case.figures[index]
    lines, leading = title_lines(book)
    room = _picture_room(book, lines, leading)
    if room < PICTURE_LEAST:
        book.setter.notices.append(NO_ROOM)
        return
    strands = bundle(book)
    left = tones.reach(book, -page.grid.bleed, page.grid.outer)
    edge = strands.left if not tones.as_lines(book) else strands.right - BUNDLE_LINES
    bottom = strands.zone_top - book.grid.gutter
    rect = Rect(left, bottom - room, edge - book.grid.gutter - left, room)
    size = pixel_size(book.base_dir / figure.path)
    element = page.tree.figure(
        figure.alt or figure.caption, rect, page.number - 1, source=f"figures[{index}]"
    )
    crop = crop_to(size, rect.width, rect.height, figure.focus)
    page.picture(rect, str(book.base_dir / figure.path), crop, element)
