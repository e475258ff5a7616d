"""Glyphs of characters, remembered: what every box of a style looks like.

Han is not shaped: one glyph, one em. Marks are placed by their ink in a half-em body, so that any
face with any side bearings sets alike. Latin stretches are shaped (kerning, ligatures).
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple
from weakref import WeakKeyDictionary

from casepress.fonts.face import Face
from casepress.fonts.library import FontLibrary, is_private_use
from casepress.typeset.classes import (
    BLANK,
    CLOSE,
    CONNECTOR,
    MARK_CLASSES,
    MIDDOT,
    OPEN,
    PAUSE,
    QUOTES,
    SLASH,
    STOP,
    TIGHT_CLOSE,
    TIGHT_OPEN,
    cjk_class,
)
from casepress.typeset.model import TextStyle

EMBOLDEN_EM = 0.02
"""Stroke that gives a Regular fallback character the weight of its bold neighbours."""


class Proto(NamedTuple):
    """What the glyphs of one :class:`GlyphRun` have in common."""

    face: Face
    size_pt: float
    ink: str
    rise_pt: float
    embolden_em: float
    decoration: bool = False
    turned: bool = False
    shift_pt: float = 0.0


Placed = tuple[Proto, int, str, float]
"""A glyph in a box: proto, glyph id, text it stands for, x from the box's left edge in points."""


class Box(NamedTuple):
    """Something no line can part: width in points, class to its left and right, glyphs.

    ``letters`` is how many of its characters are not punctuation.
    """

    width: float
    left: int
    right: int
    glyphs: tuple[Placed, ...]
    text: str
    letters: int


class StyleGlyphs(dict[str, Box]):
    """Boxes of single characters set as Chinese in one style, made at the first use.

    ``missing`` collects the characters no face of the chain has; they get an empty box.
    """

    def __init__(self, style: TextStyle, fonts: FontLibrary) -> None:
        super().__init__()
        self.style = style
        self.size = style.size_pt
        self.missing: set[str] = set()
        self.chain = tuple(fonts.chain(style.family, style.weight))
        family, weight = style.latin_family, style.latin_weight
        if family is None and weight is None:
            self.latin_chain = self.chain
        else:
            self.latin_chain = tuple(fonts.chain(family or style.family, weight or style.weight))
        self.words: dict[str, tuple[Box, ...]] = {}
        self.space_em = max(0.25, min(0.33, self._space_advance()))
        self._protos: dict[tuple[Face, int], Proto] = {}

    def __missing__(self, char: str) -> Box:
        box = self._make(char)
        self[char] = box
        return box

    # -- faces --------------------------------------------------------------------------------

    def face_for(self, char: str, chain: tuple[Face, ...]) -> Face | None:
        """Return the first face of the chain that has the character (private use: none has)."""
        if is_private_use(char):
            return None
        return next((face for face in chain if face.covers(char)), None)

    def proto(self, face: Face, chain: tuple[Face, ...]) -> Proto:
        """Return what glyphs of this face share; a lighter fallback face is emboldened."""
        latin = chain is self.latin_chain and chain is not self.chain
        wanted = (self.style.latin_weight if latin else None) or self.style.weight
        key = (face, wanted)
        if key not in self._protos:
            light = face is not chain[0] and face.weight + 150 < wanted
            bold = EMBOLDEN_EM if light else 0.0
            self._protos[key] = Proto(face, self.size, self.style.ink, 0.0, bold)
        return self._protos[key]

    def _space_advance(self) -> float:
        face = self.latin_chain[0]
        return face.advance(face.glyph_id(" ")) / 1000

    def space(self) -> tuple[Proto, int]:
        """Return proto and glyph id of the space between Latin words."""
        face = self.latin_chain[0]
        return self.proto(face, self.latin_chain), face.glyph_id(" ")

    # -- boxes --------------------------------------------------------------------------------

    def _make(self, char: str) -> Box:
        kind = cjk_class(char)
        chain = self.latin_chain if char in QUOTES else self.chain
        face = self.face_for(char, chain)
        if face is None and char == "⋯":
            return self["…"]._replace(text=char)
        if face is None:
            if char != "\u3000":
                self.missing.add(char)
            return Box(self.size, kind, kind, (), char, 1)
        proto = self.proto(face, chain)
        gid, em = face.glyph_id(char), self.size
        letters = 0 if kind in MARK_CLASSES or kind == BLANK else 1
        if kind in (OPEN, CLOSE, PAUSE, STOP):
            tight = self.style.half_quotes and char in QUOTES
            if tight:
                kind = TIGHT_OPEN if kind == OPEN else TIGHT_CLOSE
            shift = half_body_shift(face, gid) * em
            return Box(em / 2, kind, kind, ((proto, gid, char, shift),), char, 0)
        centred = kind in (MIDDOT, CONNECTOR, SLASH) and char not in "～〜+＋"
        if centred and (shift_em := centred_shift(face, gid)) is not None:
            return Box(em / 2, kind, kind, ((proto, gid, char, shift_em * em),), char, 0)
        if char in "—―":
            gid = face.shape(char)[0].gid
        width = em if kind == BLANK else face.advance(gid) * em / 1000
        if width > em * 1.05 and face is not chain[0]:
            # Emoji are wider than the em they stand in.
            proto, width = proto._replace(size_pt=round(em * em / width, 3)), em
        return Box(width, kind, kind, ((proto, gid, char, 0.0),), char, letters)


def half_body_shift(face: Face, gid: int) -> float:
    """Return where a mark's origin goes, in em from the left of its half-em body.

    −0.5 for an opener drawn in the right half of its em, 0 for a mark in the left half, and centred
    for proportional quotes (Kai) and for faces that centre their marks (traditional forms).
    """
    x_min, _, x_max, _ = face.glyph_bounds(gid)
    if face.advance(gid) > 900 or x_max > 600:
        middle = (x_min + x_max) / 2000
        if middle < 0.4:
            return 0.0
        return -0.5 if middle > 0.6 else 0.25 - middle
    return (0.5 - face.advance(gid) / 1000) / 2


def centred_shift(face: Face, gid: int) -> float | None:
    """Return the shift that centres a glyph's ink in half an em; None when it is wider."""
    x_min, _, x_max, _ = face.glyph_bounds(gid)
    if x_max - x_min > 500:
        return None
    return 0.25 - (x_min + x_max) / 2000


_CACHES: WeakKeyDictionary[FontLibrary, dict[TextStyle, StyleGlyphs]] = WeakKeyDictionary()


def style_glyphs(style: TextStyle, fonts: FontLibrary) -> StyleGlyphs:
    """Return the remembered boxes of a style; they live as long as the library."""
    styles = _CACHES.get(fonts)
    if styles is None:
        styles = _CACHES[fonts] = {}
    glyphs = styles.get(style)
    if glyphs is None:
        glyphs = styles[style] = StyleGlyphs(style, fonts)
    return glyphs


@lru_cache(maxsize=256)
def dash_glyphs(face: Face) -> tuple[tuple[int, str, float], ...]:
    """Return the glyphs of —— over exactly two em, joined: (glyph id, text, x in em).

    The 2-em ligature if the face has one (Noto: `locl` for Chinese), else its ⸺ if that is two em
    wide (WenKai), else dashes laid over each other so that their ink leaves no hole.
    """
    shaped = face.shape("——")
    if len(shaped) == 1 and 1900 < shaped[0].x_advance < 2100:
        return ((shaped[0].gid, "——", 1 - shaped[0].x_advance / 2000),)
    long_dash = face.glyph_id("⸺")
    if long_dash and 1900 < face.advance(long_dash) < 2100:
        return ((long_dash, "——", 1 - face.advance(long_dash) / 2000),)
    gid = shaped[0].gid
    x_min, _, x_max, _ = (value / 1000 for value in face.glyph_bounds(gid))
    ink = max(x_max - x_min, 0.05)
    count = max(2, -int(-1.9 // ink))
    step = (1.9 - ink) / (count - 1)
    places = [0.05 - x_min + index * step for index in range(count)]
    texts = ["—", "—"] + [""] * (count - 2)
    return tuple((gid, text, x) for text, x in zip(texts, places, strict=True))
