"""A set line as text operators: glyphs exactly where the composer put them, text as written.

Positions are absolute in the line; here they become adjustments between glyphs (TJ, thousandths of
an em), each computed against where the pen really is, so that rounding never adds up. Readers guess
spaces and breaks from the gaps they see, so wherever the gap would mislead them, or a glyph alone
does not say which character it stands for, the stretch is wrapped in ActualText (ISO 32000-1,
14.9.4) with the source characters.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

from casepress.display import TextItem
from casepress.pdf.composite import CompositeFont, FontSet
from casepress.pdf.inks import Pen
from casepress.pdf.objects import number, numbers, text_string
from casepress.typeset.model import GlyphRun, Line

MAX_GAP_EM = 0.095
"""Wider gaps between Han make readers see a space. Measured: poppler from 0.1 em (with -raw from
0.15), pdfium from 0.2."""
MAX_LATIN_GAP_EM = 0.07
"""The same beside letters, digits and quotes: pdfium from a quarter of a narrow letter's width."""
MAX_GAP_BETWEEN_RUNS_EM = 0.04
"""The same between two operators."""
MAX_OVERLAP_EM = 0.18
"""Deeper overlaps of advance boxes make poppler start a new line. Measured: from 0.2 em."""


_HAN = "\u2e80"
_LAST_BASIC = "\uffff"


class Placed(NamedTuple):
    """A glyph on the page: x is its origin from the start of the line, in points.

    ``right`` is where a reader's pen stands after it.
    """

    gid: int
    text: str
    x: float
    run: GlyphRun
    font: CompositeFont
    right: float


class TextSetter:
    """Writes lines of glyphs to the content of a page."""

    def __init__(
        self, code: list[str], pen: Pen, fonts: FontSet, doc: object, *, readable: bool = True
    ) -> None:
        """Write to *code*; *doc* is the reportlab document that fonts register with.

        ``readable``: add the ActualText readers need; a printing plate needs none.
        """
        self._code = code
        self._pen = pen
        self._fonts = fonts
        self._doc = doc
        self._readable = readable
        self._at = 0.0

    def line(self, item: TextItem, x: float, y: float) -> None:
        """Set a line with its origin at (x, y) in page space; decoration runs are left out."""
        glyphs, whole = self._place(item.line)
        if not glyphs:
            return
        self._code.append("BT")
        if item.vertical:
            self._column(glyphs, x, y)
        else:
            self._row(glyphs, whole, x, y)
        self._code.append("ET")

    # -- what is set -------------------------------------------------------------------------

    def _place(self, line: Line) -> tuple[list[Placed], str | None]:
        """Return the glyphs of the running text, and the text to wrap all of them in, if any."""
        glyphs: list[Placed] = []
        for run in line.runs:
            if run.decoration:
                continue
            font, size = self._fonts[run.face], run.size_pt
            widths = font.widths
            glyphs += [
                Placed(gid, text, x, run, font, x + widths[gid] * size / 1000)
                for gid, text, x in run.glyphs
            ]
        if "".join([glyph.text for glyph in glyphs]) == line.text:
            return glyphs, None
        spaced = _with_spaces(glyphs, line.text)
        return (glyphs, line.text) if spaced is None else (spaced, None)

    # -- horizontal --------------------------------------------------------------------------

    def _row(self, glyphs: list[Placed], whole: str | None, x: float, y: float) -> None:
        unclear = _unclear(glyphs)
        if whole is not None or not self._readable:
            unclear = [self._readable] * len(glyphs)
        self._code.append(f"1 0 0 1 {number(x + glyphs[0].x)} {number(y)} Tm")
        self._at = glyphs[0].x
        if True not in unclear:
            self._runs(glyphs)
            return
        for wrap, pairs in groupby(zip(glyphs, unclear, strict=True), key=itemgetter(1)):
            stretch = [glyph for glyph, _ in pairs]
            if wrap:
                self._open_span("".join(g.text for g in stretch) if whole is None else whole)
            self._runs(stretch)
            if wrap:
                self._code.append("EMC")

    def _runs(self, stretch: list[Placed]) -> None:
        """Show the runs of a stretch one after another."""
        if stretch[0].run is stretch[-1].run:
            self._show(stretch)
            return
        for _, run in groupby(stretch, key=lambda glyph: id(glyph.run)):
            self._show(list(run))

    def _open_span(self, text: str) -> None:
        self._code.append(f"/Span <</ActualText {text_string(text)}>> BDC")

    def _show(self, glyphs: list[Placed]) -> None:
        """Show glyphs of one run with one TJ."""
        run, widths, code = glyphs[0].run, glyphs[0].font.widths, glyphs[0].font.codes
        self._style(glyphs[0])
        unit, at = run.size_pt / 1000, self._at
        parts: list[str] = []
        codes = ""
        for gid, _, x, _, _, _ in glyphs:
            shift = round((at - x) / unit)
            if shift:
                if codes:
                    parts.append(f"<{codes}>")
                parts.append(str(shift))
                codes = ""
                at -= shift * unit
            codes += f"{code[gid]:04X}"
            at += widths[gid] * unit
        self._at = at
        parts.append(f"<{codes}>")
        if len(parts) == 1:
            self._code.append(f"{parts[0]} Tj")
        else:
            self._code.append(f"[{''.join(parts)}] TJ")

    def _style(self, glyph: Placed) -> None:
        run, pen = glyph.run, self._pen
        pen.font(glyph.font.getSubsetInternalName(0, self._doc), run.size_pt)
        if run.embolden_em:
            pen.line_style("butt", "round", ())
            pen.stroke(run.ink, run.embolden_em * run.size_pt)
        pen.fill(run.ink, line_art=True)
        pen.text_mode(2 if run.embolden_em else 0)
        pen.rise(run.rise_pt)

    # -- vertical ----------------------------------------------------------------------------

    def _column(self, glyphs: list[Placed], x: float, y: float) -> None:
        """Set a column downwards from y, its axis at x; one ActualText holds it together."""
        text = "".join(glyph.text for glyph in glyphs)
        for glyph in glyphs:
            glyph.font.record(glyph.gid, glyph.text)
        whole = self._readable and max(text) <= _LAST_BASIC
        if whole:
            self._open_span(text)
        for glyph in glyphs:
            self._style(glyph)
            matrix = _turned(glyph, x, y) if glyph.run.turned else _upright(glyph, x, y)
            self._code.append(f"{matrix} Tm <{glyph.font.codes[glyph.gid]:04X}> Tj")
        if whole:
            self._code.append("EMC")


def _upright(glyph: Placed, x: float, y: float) -> str:
    """Centre a glyph on the column's axis, the top of its em box ``glyph.x`` below y."""
    size = glyph.run.size_pt / 1000
    left = x + glyph.run.shift_pt - glyph.font.widths[glyph.gid] * size / 2
    return f"1 0 0 1 {numbers(left, y - glyph.x - glyph.font.source.ascent * size)}"


def _turned(glyph: Placed, x: float, y: float) -> str:
    """Turn a glyph a quarter clockwise, its origin ``glyph.x`` below y."""
    return f"0 -1 1 0 {numbers(x + glyph.run.shift_pt, y - glyph.x)}"


def _with_spaces(glyphs: list[Placed], text: str) -> list[Placed] | None:
    """Add the word spaces the composer set as mere gaps; ``None``: the texts differ otherwise."""
    result: list[Placed] = []
    at = 0
    for glyph in glyphs:
        while glyph.text and at < len(text) and text[at] == " " and glyph.text[0] != " ":
            if not result:
                return None
            result.append(_space_after(result[-1]))
            at += 1
        if not text.startswith(glyph.text, at):
            return None
        at += len(glyph.text)
        result.append(glyph)
    tail = text[at:]
    if tail.strip(" ") or not result:
        return None
    for _ in tail:
        result.append(_space_after(result[-1]))
    return result if all(glyph.gid for glyph in result) else None


def _space_after(glyph: Placed) -> Placed:
    gid, font, run = glyph.font.space(), glyph.font, glyph.run
    right = glyph.right + font.widths[gid] * run.size_pt / 1000
    return Placed(gid, " ", glyph.right, run, font, right)


def _unclear(glyphs: list[Placed]) -> list[bool]:
    """Tell which glyphs a reader would misread if they were not wrapped in ActualText.

    A stretch never ends inside a Latin word or number: pdfium puts a space between two narrow
    letters shown by two operators. Pdfium also loses characters beyond the basic plane inside
    ActualText (outside it reads them well), so a mere gap beside one is left as it is: better a
    space too many than a character too few.
    """
    unclear = [not glyph.font.record(glyph.gid, glyph.text) for glyph in glyphs]
    if True in unclear:
        for i in range(len(glyphs) - 1, 0, -1):
            if not glyphs[i].text:
                unclear[i - 1] = True
    for i, (left, right) in enumerate(pairwise(glyphs)):
        run, other = left.run, right.run
        size = run.size_pt if run is other else min(run.size_pt, other.size_pt)
        gap = (right.x - left.right) / size
        if -MAX_OVERLAP_EM <= gap <= MAX_GAP_BETWEEN_RUNS_EM:  # the strictest limit of all
            continue
        spaced = left.text.endswith(" ") or right.text.startswith(" ")
        limit = MAX_GAP_EM if min(left.text, right.text) >= _HAN else MAX_LATIN_GAP_EM
        if run is not other:
            limit = MAX_GAP_BETWEEN_RUNS_EM
        rare = max(left.text, right.text) > _LAST_BASIC
        if not rare and (gap < -MAX_OVERLAP_EM or (gap > limit and not spaced)):
            unclear[i] = unclear[i + 1] = True
    if True in unclear:
        _keep_words_whole(glyphs, unclear)
        _let_mixed_stretches_run_on(glyphs, unclear)
    return unclear


def _keep_words_whole(glyphs: list[Placed], unclear: list[bool]) -> None:
    joined = [_in_word(left) and _in_word(right) for left, right in pairwise(glyphs)]
    for i, tied in enumerate(joined):
        unclear[i + 1] |= tied and unclear[i]
    for i in range(len(joined) - 1, -1, -1):
        unclear[i] |= joined[i] and unclear[i + 1]


def _let_mixed_stretches_run_on(glyphs: list[Placed], unclear: list[bool]) -> None:
    """Extend a stretch of several runs to the end of the line.

    Of the operators inside one ActualText pdfium sees only the first, and takes the rest of the
    stretch for a gap before the text that follows.
    """
    for i in range(1, len(glyphs)):
        mixed = unclear[i] and unclear[i - 1] and glyphs[i].run is not glyphs[i - 1].run
        if mixed:
            for k in range(i, len(glyphs)):
                if glyphs[k].text > _LAST_BASIC:
                    break
                unclear[k] = True


def _in_word(glyph: Placed) -> bool:
    return " " < glyph.text < "\u0250"
