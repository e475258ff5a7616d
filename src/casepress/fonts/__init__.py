"""Fonts: the bundled families, a user's own, shaping and fallback per character."""

from casepress.fonts.face import Face, FontError, ShapedGlyph
from casepress.fonts.library import Chain, FontEntry, FontLibrary, is_private_use
from casepress.fonts.locate import data_directory

__all__ = [
    "Chain",
    "Face",
    "FontEntry",
    "FontError",
    "FontLibrary",
    "ShapedGlyph",
    "data_directory",
    "is_private_use",
]
