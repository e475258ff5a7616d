"""A toy font and string pictures: composition one can check by reading.

Every Chinese character of the toy face is one em wide, every Latin letter, digit and ASCII mark
half an em, so that all positions fall on a half-em grid. A picture shows a line as it stands in its
frame: ``_`` is a blank of half an em, ``+`` one of a quarter em (the gap between Han and Latin),
``~`` a stretched or squeezed blank, and marks without ``_`` beside them stand half an em wide.
"""

from __future__ import annotations

from typing import Any, cast

from casepress.fonts.face import ShapedGlyph
from casepress.fonts.library import FontLibrary
from casepress.typeset.classes import QUOTES, is_latinish
from casepress.typeset.model import (
    Align,
    Composition,
    Line,
    Paragraph,
    ParagraphStyle,
    PunctuationStyle,
    Run,
    TextStyle,
)

SIZE = 10.0
PROPORTIONAL = 0x100000
"""Added to the id of a mark set in its Latin form."""
OPENERS = "“‘（〔［｛〈《「『【〖"
HALF_BODY = OPENERS + "”’）〕］｝〉》」』】〗，、；：。．！？"


class ToyFace:
    """The part of :class:`casepress.fonts.face.Face` that composition uses."""

    def __init__(self, name: str = "Toy", weight: int = 400, lacks: str = "") -> None:
        self.postscript_name, self.weight, self.lacks = name, weight, lacks

    def glyph_id(self, char: str) -> int:
        return 0 if char in self.lacks else ord(char)

    def covers(self, char: str) -> bool:
        return self.glyph_id(char) != 0

    ascent = 880.0

    def advance(self, gid: int) -> float:
        if gid >= 0x200000:
            return 2000.0
        if gid >= PROPORTIONAL:
            return 500.0
        return 500.0 if chr(gid) == " " or is_latinish(chr(gid)) else 1000.0

    def glyph_bounds(self, gid: int) -> tuple[float, float, float, float]:
        char = chr(gid)
        if char in OPENERS:
            return (600.0, 0.0, 900.0, 800.0)
        if char in HALF_BODY:
            return (100.0, 0.0, 400.0, 800.0)
        width = self.advance(gid)
        if char in "·—-–/":
            return (width / 2 - 100, 300.0, width / 2 + 100, 400.0)
        return (50.0, 0.0, width - 50, 800.0)

    def shape(self, text: str, features: Any = None, language: str = "zh") -> list[ShapedGlyph]:
        if text == "——" and language == "zh":
            return [ShapedGlyph(0x200000, 0, 2000.0, 0.0, 0.0)]
        if features and features.get("pwid"):
            return [
                ShapedGlyph(ord(c) + PROPORTIONAL * (c in QUOTES), i, 500.0, 0.0, 0.0)
                for i, c in enumerate(text)
            ]
        return [
            ShapedGlyph(self.glyph_id(c), i, self.advance(self.glyph_id(c)), 0.0, 0.0)
            for i, c in enumerate(text)
        ]


class ToyFonts:
    """A font library with one chain."""

    def __init__(self, *faces: ToyFace) -> None:
        self.faces = faces or (ToyFace(),)

    def chain(self, family: str, weight: int = 400) -> tuple[ToyFace, ...]:
        return self.faces


def library(*faces: ToyFace) -> FontLibrary:
    return cast(FontLibrary, ToyFonts(*faces))


FONTS = library()
STYLE = TextStyle("toy", 400, SIZE, 18.0, "ink")


def paragraph(
    text: str,
    *,
    align: Align = "justify",
    indent: float = 0.0,
    hanging: float = 0.0,
    punctuation: PunctuationStyle = "full",
    hang: bool = False,
    style: TextStyle = STYLE,
) -> Paragraph:
    return Paragraph(
        (Run(text, style, "text"),),
        ParagraphStyle(align, indent, hanging, punctuation, hang),
    )


def body_edges(line: Line) -> list[tuple[str, float, float]]:
    """Return text, left and right edge in em of every body of a line, spaces left out."""
    found = []
    for run in line.runs:
        if run.decoration:
            continue
        for gid, text, x in run.glyphs:
            em = x / SIZE
            if text in HALF_BODY and text:
                found.append((text, em + (0.5 if text in OPENERS else 0.0), 0.5))
            elif text == "·":
                found.append((text, em + 0.25, 0.5))
            elif text != " ":
                found.append((text or "‐", em, cast(ToyFace, run.face).advance(gid) / 1000))
    return [(text, round(x, 3), round(x + w, 3)) for text, x, w in found]


def picture(line: Line) -> str:
    """Draw a line; see the module's first words."""
    drawn, pen = "", 0.0
    for text, left, right in body_edges(line):
        blank = round(left - pen, 3)
        if blank >= 0.5 and blank % 0.5 < 0.002:
            drawn += "_" * round(blank / 0.5)
        elif abs(blank - 0.25) < 0.002:
            drawn += "+"
        elif abs(blank) > 0.002:
            drawn += "~"
        drawn += text
        pen = right
    return drawn


def pictures(composition: Composition) -> list[str]:
    return [picture(line) for line in composition.lines]
