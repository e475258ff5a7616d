"""Setting the handout's own words in the roles of the theme."""

from __future__ import annotations

from casepress.fonts.library import FontLibrary
from casepress.theme.model import Theme
from casepress.typeset import compose, compose_title, inline_runs, set_line
from casepress.typeset.model import Line, Paragraph, ParagraphStyle, TextStyle

Lines = tuple[Line, ...]
_RAGGED = ParagraphStyle(align="left")
_PHRASES = ParagraphStyle(align="left", phrase_breaks=True)
_ELLIPSIS = "……"


class Setter:
    """Sets texts with the roles of one theme."""

    def __init__(self, theme: Theme, fonts: FontLibrary) -> None:
        self._theme = theme
        self._fonts = fonts

    def style(self, role: str) -> TextStyle:
        """Return the text style of a role."""
        token = self._theme.type[role]
        return TextStyle(
            family=token.family,
            weight=token.weight,
            size_pt=token.size,
            leading_pt=token.leading,
            ink=token.ink,
            latin_family=token.latin_family,
            latin_weight=token.latin_weight,
            gap_em=token.gap,
            half_quotes=token.half_quotes,
        )

    def leading(self, role: str) -> float:
        """Return the leading of a role in points."""
        return self._theme.type[role].leading

    def line(self, text: str, role: str) -> Line:
        """Set a text on one line, however long."""
        return set_line(inline_runs(text, self.style(role)), None, self._fonts)

    def lines(self, text: str, role: str, width_pt: float, source: str = "") -> Lines:
        """Set running text in lines as full as they get, ragged right."""
        runs = inline_runs(text, self.style(role), source)
        return compose(Paragraph(runs, _RAGGED), width_pt, self._fonts).lines

    def title(self, text: str, role: str, width_pt: float) -> Lines:
        """Set a title in few balanced lines, broken between phrases."""
        runs = inline_runs(text, self.style(role))
        return compose_title(Paragraph(runs, _PHRASES), width_pt, self._fonts).lines

    def shortened(self, text: str, role: str, width_pt: float) -> Line:
        """Set a running head on one line; one that is too long ends in an ellipsis."""
        line = self.line(text, role)
        while line.width_pt > width_pt and len(text) > 2:
            text = text[: max(2, len(text) - 2)]
            line = self.line(text.rstrip("“（《，、：\u3000") + _ELLIPSIS, role)
        return line
