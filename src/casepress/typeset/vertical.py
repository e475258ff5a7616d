"""Vertical setting (直排) of a title or spine: one column of upright characters."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.fonts.library import FontLibrary
from casepress.typeset.classes import MIDDOT, OPEN, TIGHT_OPEN
from casepress.typeset.compose import as_runs
from casepress.typeset.faces import Box, Placed, StyleGlyphs
from casepress.typeset.itemise import itemise, read_source
from casepress.typeset.joints import SPACE
from casepress.typeset.lines import group
from casepress.typeset.model import Line, Run, TextStyle
from casepress.typeset.ruby import side_dot, side_ruby

_TURNED_SHIFT_EM = -0.37
"""Baseline of turned Latin left of the axis: half its capital height."""
_VERTICAL_QUOTES = {"“": "『", "”": "』", "‘": "「", "’": "」"}
"""GB/T 15834 5.2: in vertical text quotation marks take these forms."""
_UPRIGHT_DIGITS = 2


def set_vertical(content: str | Sequence[Run], style: TextStyle | None, fonts: FontLibrary) -> Line:
    """Set text as one vertical column.

    In the result ``GlyphRun.xs_pt`` counts downwards from the top of the column, to the top of an
    upright glyph's em box or to the origin of a ``turned`` one; ``GlyphRun.shift_pt`` is the offset
    from the column's axis (see the model). ``width_pt`` is the height of the column.

    Up to two digits stand side by side in one square (纵中横); longer Latin is turned. Marks use
    the font's vertical forms and occupy half an em as in horizontal text; quotation marks take the
    forms of GB/T 15834 5.2 while the text keeps “ ”. Emphasis dots and pinyin stand on the right
    side (clreq 3.3.1, 3.3.2), the pinyin turned.
    """
    source = read_source(as_runs(content, style), fonts, keep_blanks=True)
    if not source.text:
        return Line((), "", 0.0, last=True)
    items = itemise(source, 0, len(source.text))
    placed: list[Placed] = []
    texts: list[str] = []
    y = 0.0
    for k, box in enumerate(items.boxes):
        glyphs = source.glyphs[items.run_of[k]]
        height, own = _column_box(box, glyphs)
        own += side_ruby(box, glyphs)
        if source.runs[items.run_of[k]].emphasis_dots:
            dot = side_dot(box.text, height / 2, glyphs)
            own += [dot] if dot else []
        placed.extend((p, gid, text, y + dy) for p, gid, text, dy in own)
        texts.append(box.text)
        y += height
        if k < len(items.joints):
            y += items.joints[k].width
            if items.joints[k].kind == SPACE:
                texts.append(" ")
                proto, gid = glyphs.space()
                placed.append((proto._replace(turned=True), gid, " ", y))
    return Line(group(placed), "".join(texts), round(y, 3), last=True, source=source.runs[0].source)


def _column_box(box: Box, glyphs: StyleGlyphs) -> tuple[float, list[Placed]]:
    """Return a box's height and its glyphs in column coordinates."""
    size = glyphs.size
    if box.text.isascii():
        if box.text.isdecimal() and len(box.text) <= _UPRIGHT_DIGITS:
            return size, _side_by_side(box, size)
        shift = _TURNED_SHIFT_EM * size
        turned = [(p._replace(turned=True, shift_pt=shift), g, t, x) for p, g, t, x in box.glyphs]
        return box.width, turned
    height = box.width
    placed: list[Placed] = []
    shown = _VERTICAL_QUOTES.get(box.text, box.text)
    face = glyphs.face_for(shown[0], glyphs.chain)
    if face is None:
        return height, placed
    top = -size / 2 if box.left in (OPEN, TIGHT_OPEN) else 0.0
    if box.left == MIDDOT:
        top = (height - size) / 2
    if any(proto.decoration for proto, *_ in box.glyphs):
        top = (height - size * sum(1 for p, *_ in box.glyphs if not p.decoration)) / 2
    shaped = face.shape(shown, {"vert": True})
    starts = [g.cluster for g in shaped[1:]] + [len(shown)]
    for g, end in zip(shaped, starts, strict=True):
        proto = glyphs.proto(face, glyphs.chain)
        placed.append((proto, g.gid, box.text[g.cluster : end], top))
        top += size
    return height, placed


def _side_by_side(box: Box, size: float) -> list[Placed]:
    """Place one or two digits in one square, centred on the axis."""
    scale = min(1.0, size * 0.98 / box.width)
    placed: list[Placed] = []
    for proto, gid, text, x in box.glyphs:
        middle = x + proto.face.advance(gid) * proto.size_pt / 2000
        shift = round((middle - box.width / 2) * scale, 3)
        own = proto._replace(shift_pt=shift, size_pt=proto.size_pt * scale)
        placed.append((own, gid, text, 0.0))
    return placed
