"""Words of a slide as a viewer sets them: its lines, its line heights, its anchors.

Lines break where :func:`casepress.typeset.greedy_lines` says viewers break them, which is what the
deck's fit counted; each line is then set by our own composer. Line heights are those of 微软雅黑,
the theme's face, whose box is 1.32 em (1.06 above the baseline): with a line spacing below 100 %
viewers take the difference away above the line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from casepress.deck.model import TextParagraph
from casepress.fonts.library import FontLibrary
from casepress.frozen import dataclass
from casepress.handout.inks import Palette
from casepress.theme.deck import Anchor, LevelToken
from casepress.typeset import greedy_lines, set_line
from casepress.typeset.model import Line, Run, TextStyle
from casepress.units import POINTS_PER_INCH

FAMILY = "sans"
ASCENT_EM, DESCENT_EM = 1.06, 0.26
_EM = ASCENT_EM + DESCENT_EM
_NO_WRAP = 1e6
BLANK_EM = 0.26
"""Width of a blank in the faces that viewers use."""
_LINK = "hlink"


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line of a frame: its place from the frame's top left, and what it belongs to."""

    line: Line
    x_pt: float
    baseline_pt: float
    size_pt: float
    paragraph: int
    link: str | None = None
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class SetText:
    """All lines of a text and the height they take."""

    lines: tuple[SetLine, ...]
    height_pt: float


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    style: TextStyle
    link: str | None


class Compositor:
    """Sets slide texts with the fonts of the house."""

    def __init__(self, fonts: FontLibrary, palette: Palette) -> None:
        self._fonts = fonts
        self._palette = palette

    def text(
        self,
        paragraphs: Sequence[TextParagraph],
        levels: Sequence[LevelToken],
        width_pt: float,
        *,
        wrap: bool = True,
    ) -> SetText:
        """Set paragraphs in the looks of their levels, from the top of a frame down."""
        lines: list[SetLine] = []
        y = 0.0
        for number, paragraph in enumerate(paragraphs):
            level = levels[min(paragraph.level, len(levels) - 1)]
            y += level.before_pt if number else 0.0
            hang = level.hang_in * POINTS_PER_INCH
            measure = width_pt - hang
            first = True
            for pieces in self._lines(paragraph, level, measure if wrap else _NO_WRAP):
                size = max((p.style.size_pt for p in pieces), default=level.size)
                height = size * _EM * level.line_percent / 100
                baseline = y + height - size * DESCENT_EM
                if first and level.bullet:
                    mark = self.line(level.bullet, level)
                    lines.append(SetLine(mark, 0.0, baseline, size, number, bullet=True))
                line = self._set(pieces)
                x = hang + _shift(level, measure, line)
                links = {piece.link for piece in pieces}
                link = links.pop() if len(links) == 1 else None
                lines.append(SetLine(line, x, baseline, size, number, link))
                y, first = y + height, False
        return SetText(tuple(lines), y)

    def line(self, words: str, level: LevelToken) -> Line:
        """Set words on one line in the look of a level."""
        return set_line(words, self._style(level.size, level.bold, level.colour), self._fonts)

    def _style(self, size: float, bold: bool, colour: str) -> TextStyle:
        return TextStyle(FAMILY, 700 if bold else 400, size, size, self._palette.ink(colour))

    def _lines(
        self, paragraph: TextParagraph, level: LevelToken, measure: float
    ) -> Iterable[list[_Piece]]:
        """Break a paragraph as the fit did, and give each line with the looks of its runs."""
        runs = [(run.text, run.size_pt or level.size) for run in paragraph.runs]
        measured = [Run(text, _bold(size)) for text, size in runs]
        broken = greedy_lines(measured, measure, _bold(18.0), self._fonts)
        pieces = [
            self._piece(run.text, n, paragraph, level) for n, run in enumerate(paragraph.runs)
        ]
        whole = "".join(text for text, _ in runs)
        at = 0
        for words in broken:
            while at < len(whole) and not whole.startswith(words, at):
                at += 1
            yield _cut(pieces, at, at + len(words))
            at += len(words)

    def _piece(self, text: str, n: int, paragraph: TextParagraph, level: LevelToken) -> _Piece:
        run = paragraph.runs[n]
        bold = level.bold if run.bold is None else run.bold
        colour = _LINK if run.link else run.colour or level.colour
        return _Piece(text, self._style(run.size_pt or level.size, bold, colour), run.link)

    def _set(self, pieces: Sequence[_Piece]) -> Line:
        """Set the pieces of a line; a blank between two looks (figure and unit) stays a blank."""
        line = Line((), "", 0.0)
        group: list[Run] = []
        for piece in pieces:
            if piece.text[:1] == " " and group:
                line = _joined(line, set_line(group, None, self._fonts))
                group, blank = [], piece.style.size_pt * BLANK_EM
                line = replace(line, text=line.text + " ", width_pt=line.width_pt + blank)
            group.append(Run(piece.text, piece.style))
        return _joined(line, set_line(group, None, self._fonts)) if group else line


def _joined(first: Line, second: Line) -> Line:
    """Return two set lines as one, the second after the first."""
    if not first.text:
        return second
    x = first.width_pt
    moved = tuple(
        replace(run, xs_pt=tuple([round(own + x, 3) for own in run.xs_pt])) for run in second.runs
    )
    return replace(
        first,
        runs=first.runs + moved,
        text=first.text + second.text,
        width_pt=round(x + second.width_pt, 3),
    )


def anchored(text: SetText, height_pt: float, anchor: Anchor) -> float:
    """Return how far below the top of its frame a text begins."""
    spare = height_pt - text.height_pt
    return {"top": 0.0, "middle": spare / 2, "bottom": spare}[anchor]


@lru_cache(maxsize=64)
def _bold(size_pt: float) -> TextStyle:
    return TextStyle(FAMILY, 700, size_pt, size_pt, "ink")


def _shift(level: LevelToken, measure: float, line: Line) -> float:
    """Return where a line begins."""
    if level.align == "left":
        return 0.0
    spare = measure - line.width_pt
    return spare / 2 if level.align == "center" else spare


def _cut(pieces: Sequence[_Piece], start: int, end: int) -> list[_Piece]:
    """Return the characters *start* … *end* of all pieces together, each in its own look."""
    found: list[_Piece] = []
    place = 0
    for piece in pieces:
        low, high = max(start - place, 0), min(end - place, len(piece.text))
        if low < high:
            found.append(replace(piece, text=piece.text[low:high]))
        place += len(piece.text)
    return found
