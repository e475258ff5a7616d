"""Preflight of what does not fit: text higher than its frame, tables that grow past theirs.

Lines are counted the way viewers break them, at normal weight and with the least line height a
viewer uses, so that what is reported overflows in every viewer; text that shrinks itself or whose
shape grows with it is left to the checks of those.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from casepress.diagnostics import Severity
from casepress.fonts.library import FontLibrary
from casepress.pptx.archive import Archive
from casepress.pptx.inheritance import (
    body_property,
    box_of,
    chain_of,
    inset_of,
    level_of,
    level_styles,
    name_of,
    slide_size,
    styles_of,
)
from casepress.pptx.markup import NS_A, NS_P
from casepress.theme.deck import LevelToken
from casepress.typeset import greedy_lines
from casepress.typeset.model import Run, TextStyle
from casepress.units import POINTS_PER_INCH

Found = Iterator[tuple[str, Severity, str, str]]
_A, _P = f"{{{NS_A}}}", f"{{{NS_P}}}"
_EMU = 914400
_LINE_HEIGHT = 1.15
_TOLERANCE = 1.03
_CELL_MARGINS = (("marL", 91440), ("marR", 91440), ("marT", 45720), ("marB", 45720))
_FAMILY = "sans"


def inspect_fit(archive: Archive, slides: Sequence[str]) -> Found:
    """Look at the texts and tables of every slide in order."""
    fonts = FontLibrary.bundled()
    high = slide_size(archive)[1]
    for part in slides:
        layout = next(iter(archive.related(part, "slideLayout")), "")
        master = next(iter(archive.related(layout, "slideMaster")), "") if layout else ""
        if layout not in archive.content or master not in archive.content:
            continue
        above = (archive.tree(layout), archive.tree(master))
        tree = archive.tree(part).find(f"{_P}cSld/{_P}spTree")
        for shape, scale in _shapes(tree, (1.0, 1.0)):
            name = name_of(shape)
            if shape.tag == f"{_P}sp":
                ratio = _text_ratio(archive, shape, above, scale, fonts)
                if ratio > _TOLERANCE:
                    yield "slide-overflow", Severity.WARNING, part, f"{name} {ratio:.0%}"
            elif (table := shape.find(f".//{_A}tbl")) is not None:
                styles = styles_of(archive, [], above[1], "other")
                needed, stated = _table_heights(table, styles, fonts)
                top = (box_of([shape]) or (0.0, 0.0, 0.0, 0.0))[1]
                if needed > stated * _TOLERANCE or top + needed > high * _TOLERANCE:
                    ratio = needed / stated if stated else 1.0
                    yield "slide-table-grows", Severity.WARNING, part, f"{name} {ratio:.0%}"


def _shapes(tree: Any, scale: tuple[float, float]) -> Iterator[tuple[Any, tuple[float, float]]]:
    """Yield shapes, also those in groups, with the scale their groups give them."""
    for shape in tree if tree is not None else ():
        if shape.tag in (f"{_P}sp", f"{_P}graphicFrame"):
            yield shape, scale
        elif shape.tag == f"{_P}grpSp":
            yield from _shapes(shape, _group_scale(shape, scale))


def _group_scale(group: Any, scale: tuple[float, float]) -> tuple[float, float]:
    outer = group.find(f"{_P}grpSpPr/{_A}xfrm/{_A}ext")
    inner = group.find(f"{_P}grpSpPr/{_A}xfrm/{_A}chExt")
    if outer is None or inner is None:
        return scale
    wide, high = (
        int(outer.get(k)) / int(inner.get(k)) if int(inner.get(k)) else 1.0 for k in ("cx", "cy")
    )
    return scale[0] * wide, scale[1] * high


def _text_ratio(
    archive: Archive,
    shape: Any,
    above: tuple[Any, Any],
    scale: tuple[float, float],
    fonts: FontLibrary,
) -> float:
    """Return height of the text over height of the frame; 0 where nothing can be claimed."""
    body = shape.find(f"{_P}txBody")
    if body is None or not "".join(body.itertext()).strip():
        return 0.0
    chain, family = chain_of(shape, *above)
    box = box_of(chain)
    upright = (body_property(chain, "vert") or "horz") == "horz"
    if box is None or not upright or _adapts(chain) or body_property(chain, "wrap") == "none":
        return 0.0
    left, top, right, bottom = inset_of(chain)
    columns = int(body_property(chain, "numCol") or 1)
    width = (box[2] * scale[0] - left - right) / columns * POINTS_PER_INCH
    height = (box[3] * scale[1] - top - bottom) * columns * POINTS_PER_INCH
    if width <= 0 or height <= 0:
        return 0.0
    return _height_pt(body, styles_of(archive, chain, above[1], family), width, fonts) / height


def _adapts(chain: list[Any]) -> bool:
    """Tell whether the shape grows with its text, or already shrinks it."""
    for shape in chain:
        body = shape.find(f"{_P}txBody/{_A}bodyPr")
        if body is None:
            continue
        if body.find(f"{_A}noAutofit") is not None:
            return False
        shrunk = body.find(f"{_A}normAutofit")
        if shrunk is not None:
            return shrunk.get("fontScale") is not None
        if body.find(f"{_A}spAutoFit") is not None:
            return True
    return False


def _height_pt(body: Any, styles: list[Any], width: float, fonts: FontLibrary) -> float:
    """Add up the lines of the paragraphs of a text, in points."""
    height = 0.0
    for number, paragraph in enumerate(body.findall(f"{_A}p")):
        own = paragraph.find(f"{_A}pPr")
        outline = int(own.get("lvl", "0")) + 1 if own is not None else 1
        level = level_of(([own] if own is not None else []) + level_styles(styles, outline))
        runs = _runs(paragraph, level)
        size = max((run.style.size_pt for run in runs), default=level.size)
        count = 1
        if runs:
            room = width - level.hang_in * POINTS_PER_INCH
            count = len(greedy_lines(runs, room, _style(level.size), fonts, bold=False))
        height += count * size * _LINE_HEIGHT * level.line_percent / 100
        height += level.before_pt if number else 0.0
    return height


def _runs(paragraph: Any, level: LevelToken) -> list[Run]:
    """Return the runs of a paragraph in their own sizes; a line break is a vertical tab."""
    found: list[Run] = []
    for run in paragraph:
        given = run.find(f"{_A}rPr")
        size = given.get("sz") if given is not None else None
        style = _style(int(size) / 100 if size else level.size)
        if run.tag == f"{_A}br":
            found.append(Run("\v", style))
        elif run.tag in (f"{_A}r", f"{_A}fld"):
            found.append(Run(run.findtext(f"{_A}t") or "", style))
    return [run for run in found if run.text]


@lru_cache(maxsize=64)
def _style(size_pt: float) -> TextStyle:
    return TextStyle(_FAMILY, 400, size_pt, size_pt, "ink")


def _table_heights(table: Any, styles: list[Any], fonts: FontLibrary) -> tuple[float, float]:
    """Return the height in inches the rows need, and the height they are given."""
    widths = [int(e.get("w", "0")) / _EMU for e in table.iter(f"{_A}gridCol")]
    needed = stated = 0.0
    for row in table.findall(f"{_A}tr"):
        given = int(row.get("h", "0")) / _EMU
        highest = given
        for column, cell in enumerate(row.findall(f"{_A}tc")):
            body = cell.find(f"{_A}txBody")
            spans = int(cell.get("gridSpan", "1"))
            skipped = cell.get("hMerge") or cell.get("vMerge") or cell.get("rowSpan")
            if body is None or skipped or not "".join(body.itertext()).strip():
                continue
            left, right, top, bottom = _margins(cell)
            width = (sum(widths[column : column + spans]) - left - right) * POINTS_PER_INCH
            if width > 0:
                high = _height_pt(body, styles, width, fonts) / POINTS_PER_INCH
                highest = max(highest, high + top + bottom)
        needed, stated = needed + highest, stated + given
    return needed, stated


def _margins(cell: Any) -> tuple[float, ...]:
    """Return what a cell's text keeps clear: left, right, top, bottom, in inches."""
    given = cell.find(f"{_A}tcPr")
    return tuple(
        int((given.get(name) if given is not None else None) or default) / _EMU
        for name, default in _CELL_MARGINS
    )
