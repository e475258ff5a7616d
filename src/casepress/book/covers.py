"""The covers: front, back and, for perfect binding, both with the spine on one sheet.

The strands run from the back over the spine to the front, where they fuse and leave at the top:
one drawing, whichever way the covers are painted.
"""

from __future__ import annotations

from dataclasses import replace

from casepress.book.desk import Desk, part_number
from casepress.brochure.drawing import tones
from casepress.brochure.pages.cover import (
    RULE_DROP,
    SUBTITLE_DROP,
    SUBTITLE_LEADING,
    foot_y,
    kicker_y,
    spoken_date,
    title_y,
)
from casepress.brochure.pages.furniture import HEAD_RULE
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.text.words import plain_title
from casepress.display import TextItem
from casepress.typeset import set_vertical
from casepress.typeset.model import Line, TextStyle
from casepress.units import Rect, mm, to_mm

LABEL_X, MEASURE = 63.0, 350.0
MOST_PARTS = 10
LEAST_SPINE_MM = 5.0
"""Below it a spine carries no text (GB/T 11668)."""
SPINE_SIZES = (30.0, 26.0, 22.0, 18.0, 16.0, 14.0, 12.0, 10.5, 9.0, 8.0, 7.0)
SPINE_FOOT_SIZES = (12.0, 10.5, 9.0, 8.0, 7.0)
SPINE_FOOT, SPINE_GAP = 22.7, 9.0
"""From the name at the foot to the trim, and up to the strands."""
SPINE_SAFE_MM = 1.0
"""Distance of the text from both folds, at least; glue and fold wander."""
MM_PER_100_GSM = 0.135
"""The trade's rule of thumb for a sheet of 100 g/m²."""


def paint_front(page: PageBuilder, desk: Desk) -> None:
    """Paint the front cover."""
    book, setter, grid = desk.collection, desk.setter, page.grid
    desk.ground(page, "coverBg")
    x = grid.outer
    strands = desk.bundle()
    corner = desk.theme.brochure.corner
    bands, drawn = strands.strands(grid.bleed, corner), strands.lines(x, grid.top, corner)
    tones.strands(page, desk, bands, drawn, "strand")
    sect = page.tree.add("Sect", title="封面")
    element = page.tree.add("P", sect, source="kind")
    page.text(setter.line(book.kind, "kicker", "kind"), x, kicker_y(grid), element)
    _rule(page, x)
    room = strands.zone_top - title_y(grid) - (2.5 * SUBTITLE_DROP if book.subtitle else 0)
    largest = setter.size("cover_title")
    lines, leading = desk.display_title(book.title, "cover_title", largest, "title", room)
    element = page.tree.add("P", sect, source="title")
    y = page.column(lines, x, title_y(grid), leading, element) - leading
    if book.subtitle:
        element = page.tree.add("P", sect, source="subtitle")
        subtitle = setter.phrases(book.subtitle, "cover_subtitle", desk.title_width, "subtitle")
        page.column(subtitle, x, y + SUBTITLE_DROP, SUBTITLE_LEADING, element)
    y = foot_y(grid)
    who = book.organisation or "、".join(book.editors)
    if who:
        element = page.tree.add("P", sect, source="organisation")
        page.text(setter.line(who, "cover_foot", "organisation"), x, y, element)
    if book.date:
        line = setter.line(spoken_date(book.date), "cover_foot", "date")
        element = page.tree.add("P", sect, source="date")
        page.text(line, strands.right - line.width_pt, y, element)
    page.anchor("cover")
    page.bookmark("封面", "cover")


def _rule(page: PageBuilder, x: float) -> None:
    width, height = HEAD_RULE
    page.box(Rect(x, kicker_y(page.grid) + RULE_DROP - height / 2, width, height), "strand")


def paint_inside(page: PageBuilder, desk: Desk) -> None:
    """Paint the inside of a cover: an endpaper in the tint of the layout, or its strands."""
    if desk.theme.brochure.bleeds:
        page.ground("panel")
        return
    if tones.without_strands(desk):
        return
    full = page.frame.full
    strands = desk.bundle()
    for k in range(strands.n):
        page.rule(full.x, strands.centre(k), full.right, "rule")


def paint_back(page: PageBuilder, desk: Desk) -> None:
    """Paint the back cover: title again, the parts or the number of cases, who made it."""
    setter, grid = desk.setter, page.grid
    desk.ground(page, "coverBg")
    x = grid.inner
    strands = desk.bundle()
    bands = strands.bars(x, grid.width + grid.bleed)
    tones.strands(page, desk, bands, strands.rules(x, page.frame.full.right), "strand")
    sect = page.tree.add("Sect", title="封底")
    element = page.tree.add("P", sect)
    page.text(setter.line(desk.title, "kicker", "title"), x, kicker_y(grid), element)
    _rule(page, x)
    row, measure = 4, min(MEASURE, grid.full_width) - LABEL_X
    for label, texts in _back_groups(desk):
        element = page.tree.add("P", sect)
        page.text(setter.line(label, "imprint_head"), x, grid.baseline(row), element)
        for text, source in texts:
            element = page.tree.add("P", sect, source=source)
            lines = setter.ragged(text, "imprint", measure, source)
            page.column(lines, x + LABEL_X, grid.baseline(row), grid.leading, element)
            row += len(lines)
        row += 1
    page.anchor("back-cover")
    page.bookmark("封底", "back-cover")


def _back_groups(desk: Desk) -> list[tuple[str, list[tuple[str, str]]]]:
    book, colophon = desk.collection, desk.collection.colophon
    titles = [
        (f"{part_number(k)}\u3000{plain_title(part.title)}", f"parts[{k}].title")
        for k, part in enumerate(book.parts[:MOST_PARTS])
    ]
    groups = [("内容", titles)] if titles else []
    groups.append(("案例", [(f"{len(desk.members)}个", "")]))
    given = (
        ("编印", colophon.issuer or book.organisation, "colophon.issuer"),
        ("准印证号", colophon.permit, "colophon.permit"),
        ("权利", colophon.rights, "colophon.rights"),
    )
    return groups + [(label, [(text, source)]) for label, text, source in given if text]


# -- the sheet -------------------------------------------------------------------------------


def spine_mm(desk: Desk, pages: int) -> tuple[float, bool] | None:
    """Return the width of the spine, and whether it is an estimate from the weight of the paper.

    Pages / 2 sheets of text paper and the cover twice. ``None``: the paper is not known.
    """
    colophon = desk.collection.colophon
    thickness = colophon.thickness_mm
    guessed = thickness is None
    if thickness is None:
        if colophon.gsm is None:
            return None
        thickness = colophon.gsm / 100 * MM_PER_100_GSM
    return round(pages / 2 * thickness + 2 * colophon.cover_thickness_mm, 1), guessed


def paint_spine(page: PageBuilder, desk: Desk, width_pt: float) -> bool:
    """Paint the spine at the page's origin: title from the top, issuer at the foot.

    Returns whether there was room for text.
    """
    grid = page.grid
    if desk.theme.brochure.bleeds:  # under the covers' edges too, so that no seam shows
        under = Rect(-grid.bleed, 0, width_pt + 2 * grid.bleed, grid.height)
        page.box(under, "coverBg", bleeds=True)
    if not (tones.as_lines(desk) or tones.without_strands(desk)):
        page.path(desk.bundle().bars(0, width_pt), fill="strand")
    if to_mm(width_pt) < LEAST_SPINE_MM:
        return False
    colophon = desk.collection.colophon
    title = colophon.spine_title or desk.title
    room = desk.bundle().centre(0) - grid.row(1) - 36
    style = desk.setter.style("cover_title")
    for size in SPINE_SIZES:
        if size > width_pt - 2 * mm(SPINE_SAFE_MM):
            continue
        line = _column(desk, title, style, size)
        if line.width_pt <= room or size == SPINE_SIZES[-1]:
            sect = page.tree.add("P", page.tree.add("Sect", title="书脊"), source="title")
            page.place(TextItem(width_pt / 2, grid.row(1), line, sect, vertical=True))
            break
    _spine_foot(page, desk, width_pt)
    return True


def _spine_foot(page: PageBuilder, desk: Desk, width_pt: float) -> None:
    """Paint who made the book below the strands, if there is room for the whole name."""
    issuer = desk.collection.colophon.issuer or desk.collection.organisation
    strands, bottom = desk.bundle(), page.grid.height - SPINE_FOOT
    top = strands.centre(strands.n - 1) + strands.width / 2 + SPINE_GAP
    for size in SPINE_FOOT_SIZES if issuer else ():
        line = _column(desk, issuer, desk.setter.style("cover_foot"), size)
        if size <= width_pt - 2 * mm(SPINE_SAFE_MM) and line.width_pt <= bottom - top:
            place = bottom - line.width_pt
            page.place(TextItem(width_pt / 2, place, line, None, vertical=True))
            return


def _column(desk: Desk, text: str, style: TextStyle, size: float) -> Line:
    return set_vertical(text, replace(style, size_pt=size), desk.setter.fonts)
