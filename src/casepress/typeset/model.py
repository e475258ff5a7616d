"""What goes into the composer and what comes out of it.

In: paragraphs of styled runs. Out: lines of positioned glyphs, in points, that a painter draws
without deciding anything. One engine serves body, captions, tables, covers and slide measuring.
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Literal, NamedTuple

from casepress.frozen import dataclass

if TYPE_CHECKING:
    from casepress.fonts.face import Face

Align = Literal["justify", "left", "right", "center"]
PunctuationStyle = Literal["full", "kaiming", "lineend"]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How characters look. Sizes in points; the ink is a name of the theme."""

    family: str
    weight: int
    size_pt: float
    leading_pt: float
    ink: str
    latin_family: str | None = None
    """Family for Latin, digits and curly quotes (Kai takes them from the serif); None: the same."""
    latin_weight: int | None = None
    gap_em: float = 0.25
    """Natural CJK–Latin gap: 0.25 in body, 0.125 in display sizes, 0 between figure and unit."""
    half_quotes: bool = False
    """Display sizes: “ ” ‘ ’ occupy half an em each, on their inner side."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style.

    ``source`` is the path in the case (``practices[0].measures[1].text``), kept for reports.
    """

    text: str
    style: TextStyle
    source: str = ""
    link: str | None = None
    emphasis_dots: bool = False
    ruby: str | None = None
    no_break: bool = False


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """How a paragraph is broken and justified. Ems are of the first run's size."""

    align: Align = "justify"
    indent_em: float = 0.0
    hanging_em: float = 0.0
    """Indent of all lines after the first (hanging lists)."""
    punctuation: PunctuationStyle = "full"
    hang_punctuation: bool = False
    phrase_breaks: bool = False
    """Titles and labels: break at phrases (BudouX, quotes, the author's ``|``), balanced."""
    max_lines: int | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs with one paragraph style; never contains a newline except as a forced break."""

    runs: tuple[Run, ...]
    style: ParagraphStyle = field(default_factory=ParagraphStyle)

    @property
    def text(self) -> str:
        """The characters of all runs."""
        return "".join(run.text for run in self.runs)


class Glyph(NamedTuple):
    """A glyph of a run at its place."""

    gid: int
    text: str
    x_pt: float


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Glyphs of one face, size and ink, a column for each of their properties.

    ``rise_pt`` lifts them (ruby), ``embolden_em`` strokes them (a fallback face that lacks the
    weight).
    """

    face: Face
    size_pt: float
    ink: str
    gids: tuple[int, ...]
    """Their ids in the face."""
    texts: tuple[str, ...]
    """The source text each stands for, "" for a continuation of the cluster before it."""
    xs_pt: tuple[float, ...]
    """Their origins, from the start of the line."""
    rise_pt: float = 0.0
    embolden_em: float = 0.0
    decoration: bool = False
    """Emphasis dots and ruby: not part of the running text."""
    turned: bool = False
    """Vertical lines only: rotated a quarter clockwise (Latin). The origin lies ``xs_pt`` below
    the top of the column and the baseline ``shift_pt`` right of its axis."""
    shift_pt: float = 0.0
    """Vertical lines only: how far right of the column's axis the glyphs are centred. Upright
    glyphs are centred by their advance, with the top of the em box ``xs_pt`` below the column's."""

    @property
    def glyphs(self) -> tuple[Glyph, ...]:
        """The glyphs one by one."""
        return tuple(map(Glyph, self.gids, self.texts, self.xs_pt))


@dataclass(frozen=True, slots=True)
class Line:
    """A set line. x = 0 is the left edge of the measure; glyph positions include the indent."""

    runs: tuple[GlyphRun, ...]
    text: str
    """The source characters of the line, spaces between Latin words included."""
    width_pt: float
    """Right edge of the last body set, from the left edge of the measure."""
    start_pt: float = 0.0
    """Left edge of the first body (indent, centring)."""
    extra_em: float = 0.0
    """Stretch per gap between Han, for reports (negative: squeezed)."""
    last: bool = False
    source: str = ""
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Composition:
    """The lines of a paragraph and what the composer could not do (message ids)."""

    lines: tuple[Line, ...]
    notices: tuple[str, ...] = ()
