"""Interlinear pinyin (ruby) and emphasis dots: small glyphs that ride above or below the text."""

from __future__ import annotations

from functools import lru_cache

from casepress.fonts.face import Face
from casepress.typeset.classes import HAN, is_han
from casepress.typeset.faces import Box, Placed, Proto, StyleGlyphs

RUBY_EM = 0.5
"""Ruby is set at half the size (clreq 3.3.2)."""
_RUBY_RISE_EM = 0.98
"""Ruby baseline above the base's baseline: clear of the em box (0.88) and of descenders."""
_RUBY_AIR_EM = 0.12
"""Least space between the pinyin of neighbouring characters."""
_DOT_DIAMETER_EM = 0.14
_DOT_DROP_EM = 0.27
"""Centre of an emphasis dot below the baseline (clreq 3.3.1: under the character)."""
_DOT_SIDE_EM = 0.65
"""Centre of an emphasis dot right of the axis of a column (clreq 3.3.1: on its right side)."""
_RUBY_SIDE_EM = 0.62
"""Baseline of turned pinyin right of the axis of a column: clear of the em box."""


def ruby_boxes(text: str, ruby: str, glyphs: StyleGlyphs) -> list[tuple[int, Box]]:
    """Return boxes of base characters with their annotation above, and their offsets in the text.

    One syllable per character gives one box each, which may be parted at line ends (clreq 3.3.2);
    any other annotation is set centred over the whole group as a single box.
    """
    syllables = ruby.split()
    if len(syllables) == len(text):
        pairs = list(zip(text, syllables, strict=True))
    else:
        pairs = [(text, ruby)]
    result: list[tuple[int, Box]] = []
    offset = 0
    for base, annotation in pairs:
        result.append((offset, _annotated(base, annotation, glyphs)))
        offset += len(base)
    return result


def _annotated(base: str, annotation: str, glyphs: StyleGlyphs) -> Box:
    boxes = [glyphs[char] for char in base]
    base_width = sum(box.width for box in boxes)
    small, small_width = _small(annotation, glyphs)
    width = max(base_width, small_width + _RUBY_AIR_EM * glyphs.size)
    x = (width - base_width) / 2
    placed: list[Placed] = []
    for box in boxes:
        placed.extend((p, g, t, dx + x) for p, g, t, dx in box.glyphs)
        x += box.width
    shift = (width - small_width) / 2
    placed.extend((p, g, t, dx + shift) for p, g, t, dx in small)
    return Box(width, HAN, HAN, tuple(placed), base, sum(box.letters for box in boxes))


def _small(text: str, glyphs: StyleGlyphs) -> tuple[list[Placed], float]:
    """Shape the annotation at its size; accents of pinyin that a face lacks come from the next."""
    size = glyphs.size * RUBY_EM
    x = 0.0
    placed: list[Placed] = []
    for char in text:
        face = glyphs.face_for(char, glyphs.latin_chain)
        if face is None:
            glyphs.missing.add(char)
            continue
        gid = face.glyph_id(char)
        proto = Proto(face, size, glyphs.style.ink, glyphs.size * _RUBY_RISE_EM, 0.0, True)
        placed.append((proto, gid, char, x))
        x += face.advance(gid) * size / 1000
    return placed, x


@lru_cache(maxsize=64)
def _dot(face: Face) -> tuple[int, float, float, float] | None:
    """Return glyph id, ink diameter and centre (x, y) in em of a face's dot."""
    gid = face.glyph_id("·") or face.glyph_id("•")
    if not gid:
        return None
    x_min, y_min, x_max, y_max = (value / 1000 for value in face.glyph_bounds(gid))
    return gid, max(x_max - x_min, 0.05), (x_min + x_max) / 2, (y_min + y_max) / 2


def emphasis_dot(char: str, x_pt: float, width_pt: float, glyphs: StyleGlyphs) -> Placed | None:
    """Return the dot under a character set at *x_pt*, or None: punctuation gets none."""
    if len(char) != 1 or not is_han(char):
        return None
    face = glyphs.chain[0]
    found = _dot(face)
    if found is None:
        return None
    gid, diameter, middle_x, middle_y = found
    size = glyphs.size * _DOT_DIAMETER_EM / diameter
    rise = -_DOT_DROP_EM * glyphs.size - middle_y * size
    proto = Proto(face, size, glyphs.style.ink, round(rise, 3), 0.0, True)
    return proto, gid, "•", x_pt + width_pt / 2 - middle_x * size


def side_dot(char: str, middle_pt: float, glyphs: StyleGlyphs) -> Placed | None:
    """Return the dot right of a character of a column whose middle is *middle_pt* below the top."""
    found = _dot(glyphs.chain[0]) if len(char) == 1 and is_han(char) else None
    if found is None:
        return None
    face = glyphs.chain[0]
    gid, diameter, middle_x, middle_y = found
    size = glyphs.size * _DOT_DIAMETER_EM / diameter
    shift = _DOT_SIDE_EM * glyphs.size - (middle_x - face.advance(gid) / 2000) * size
    proto = Proto(face, size, glyphs.style.ink, 0.0, 0.0, decoration=True, shift_pt=round(shift, 3))
    return proto, gid, "•", middle_pt - (face.ascent / 1000 - middle_y) * size


def side_ruby(box: Box, glyphs: StyleGlyphs) -> list[Placed]:
    """Return the annotation of a box as it runs down the right side of a column, turned."""
    shift = round(_RUBY_SIDE_EM * glyphs.size, 3)
    return [
        (proto._replace(turned=True, rise_pt=0.0, shift_pt=shift), gid, text, x)
        for proto, gid, text, x in box.glyphs
        if proto.decoration
    ]
