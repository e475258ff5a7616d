"""Characters to lines: classes, normaliser, itemiser, line breaker, justification."""

from casepress.typeset.compose import alternatives, compose, measure_text, set_line
from casepress.typeset.errors import MissingGlyph, MissingGlyphError
from casepress.typeset.greedy import Ruler, greedy_lines
from casepress.typeset.inline import inline_runs, plain_text
from casepress.typeset.prepare import Prepared, prepare
from casepress.typeset.titles import compose_title
from casepress.typeset.vertical import set_vertical

__all__ = [
    "MissingGlyph",
    "MissingGlyphError",
    "Prepared",
    "Ruler",
    "alternatives",
    "compose",
    "compose_title",
    "greedy_lines",
    "inline_runs",
    "measure_text",
    "plain_text",
    "prepare",
    "set_line",
    "set_vertical",
]
