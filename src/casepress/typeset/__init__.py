"""Characters to lines: classes, normaliser, itemiser, line breaker, justification."""

from casepress.typeset.compose import alternatives, compose, measure_text, set_line
from casepress.typeset.errors import MissingGlyph, MissingGlyphError
from casepress.typeset.prepare import Prepared, prepare

__all__ = [
    "MissingGlyph",
    "MissingGlyphError",
    "Prepared",
    "alternatives",
    "compose",
    "measure_text",
    "prepare",
    "set_line",
]
