"""A set line as text operators: glyphs exactly where the composer put them, text as written.

Positions are absolute in the line; here they become adjustments between glyphs (TJ, thousandths of
an em), each computed against where the pen really is, so that rounding never adds up. Readers guess
spaces and breaks from the gaps they see, so wherever the gap would mislead them, or a glyph alone
does not say which character it stands for, the stretch is wrapped in ActualText (ISO 32000-1,
14.9.4) with the source characters.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from casepress.display import TextItem
from casepress.pdf.composite import FontSet
from casepress.pdf.inks import Pen
from casepress.pdf.objects import number, numbers, text_string
from casepress.typeset.model import GlyphRun

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
_ANY = float("inf")


class Row(NamedTuple):
    """The glyphs of a line side by side, a list for each of their properties.

    ``xs`` are the origins from the start of the line, in points; ``rights`` is where a reader's
    pen stands after each glyph.
    """

    gids: list[int]
    texts: list[str]
    xs: list[float]
    rights: list[float]
    runs: list[GlyphRun]

    def add(self, gid: int, text: str, x: float, right: float, run: GlyphRun) -> None:
        """Add a glyph at the end."""
        self.gids.append(gid)
        self.texts.append(text)
        self.xs.append(x)
        self.rights.append(right)
        self.runs.append(run)


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
        runs = [run for run in item.line.runs if run.gids and not run.decoration]
        if not runs:
            return
        self._code.append("BT")
        if item.vertical or not self._plain(runs, item.line.text, x, y):
            row, whole = self._place(runs, item.line.text)
            if item.vertical:
                self._column(row, x, y)
            else:
                self._row(row, whole, x, y)
        self._code.append("ET")

    def _plain(self, runs: list[GlyphRun], text: str, x: float, y: float) -> bool:
        """Set a line of one run that any reader understands, as most are; else leave it alone."""
        run = runs[0]
        gids, texts, xs = run.gids, run.texts, run.xs_pt
        if len(runs) > 1 or "".join(texts) != text or self._fonts[run.face].untold(gids, texts):
            return False
        self._at = xs[0]
        shown = self._shown(run, gids, xs, -MAX_OVERLAP_EM, MAX_GAP_BETWEEN_RUNS_EM)
        if shown is None:
            return False
        self._code.append(f"1 0 0 1 {number(x + xs[0])} {number(y)} Tm")
        self._style(run)
        self._code.append(shown)
        return True

    # -- what is set -------------------------------------------------------------------------

    def _place(self, runs: list[GlyphRun], text: str) -> tuple[Row, str | None]:
        """Return the glyphs of the running text, and the text to wrap all of them in, if any."""
        row = Row([], [], [], [], [])
        for run in runs:
            size, widths = run.size_pt, self._fonts[run.face].widths
            row.gids.extend(run.gids)
            row.texts.extend(run.texts)
            row.xs.extend(run.xs_pt)
            placed = zip(run.gids, run.xs_pt, strict=True)
            row.rights.extend([x + widths[gid] * size / 1000 for gid, x in placed])
            row.runs.extend([run] * len(run.gids))
        if "".join(row.texts) == text:
            return row, None
        spaced = self._with_spaces(row, text)
        return (row, text) if spaced is None else (spaced, None)

    def _with_spaces(self, row: Row, text: str) -> Row | None:
        """Add the word spaces the composer set as mere gaps; ``None``: texts differ otherwise."""
        result = Row([], [], [], [], [])
        at = 0
        for glyph in zip(*row, strict=True):
            own: str = glyph[1]
            while own and at < len(text) and text[at] == " " and own[0] != " ":
                if not result.gids:
                    return None
                result.add(*self._space_after(result))
                at += 1
            if not text.startswith(own, at):
                return None
            at += len(own)
            result.add(*glyph)
        tail = text[at:]
        if tail.strip(" ") or not result.gids:
            return None
        for _ in tail:
            result.add(*self._space_after(result))
        return result if all(result.gids) else None

    def _space_after(self, row: Row) -> tuple[int, str, float, float, GlyphRun]:
        """Return a word space where the last glyph ends, as :meth:`Row.add` takes it."""
        x, run = row.rights[-1], row.runs[-1]
        font = self._fonts[run.face]
        gid = font.space()
        return gid, " ", x, x + font.widths[gid] * run.size_pt / 1000, run

    # -- horizontal --------------------------------------------------------------------------

    def _row(self, row: Row, whole: str | None, x: float, y: float) -> None:
        unclear = self._unclear(row)
        count, begin = len(row.gids), 0
        if whole is not None or not self._readable:
            unclear = [self._readable] * count
        self._at = row.xs[0]
        self._code.append(f"1 0 0 1 {number(x + self._at)} {number(y)} Tm")
        while begin < count:
            wrap, end = unclear[begin], count
            if (not wrap) in unclear:
                end = next((i for i in range(begin, count) if unclear[i] != wrap), count)
            if wrap:
                self._open_span("".join(row.texts[begin:end]) if whole is None else whole)
            self._runs(row, begin, end)
            if wrap:
                self._code.append("EMC")
            begin = end

    def _runs(self, row: Row, begin: int, end: int) -> None:
        """Show the runs of a stretch one after another."""
        while begin < end:
            stop = _end_of_run(row.runs, begin, end)
            self._show(row.runs[begin], row.gids[begin:stop], row.xs[begin:stop])
            begin = stop

    def _open_span(self, text: str) -> None:
        self._code.append(f"/Span <</ActualText {text_string(text)}>> BDC")

    def _show(self, run: GlyphRun, gids: list[int], xs: list[float]) -> None:
        """Show glyphs of one run with one operator."""
        self._style(run)
        self._code.append(self._shown(run, gids, xs, -_ANY, _ANY) or "")

    def _shown(
        self, run: GlyphRun, gids: Sequence[int], xs: Sequence[float], least: float, most: float
    ) -> str | None:
        """Return the operator that shows glyphs of one run, from where the pen stands.

        ``None`` if a gap between two glyphs is not within *least* and *most*, in em.
        """
        font = self._fonts[run.face]
        codes, widths = font.codes, font.widths
        size, unit, at, right = run.size_pt, run.size_pt / 1000, self._at, xs[0]
        parts: list[str] = []
        for gid, x in zip(gids, xs, strict=True):
            if not least <= (x - right) / size <= most:
                return None
            shift = round((at - x) / unit)
            if shift:
                parts.append(f">{shift}<")
                at -= shift * unit
            parts.append(codes[gid])
            width = widths[gid]
            right = x + width * size / 1000
            at += width * unit
        self._at = at
        shown = "".join(parts)
        if len(parts) == len(gids):
            return f"<{shown}> Tj"
        return f"[{shown[1:]}>] TJ" if shown[0] == ">" else f"[<{shown}>] TJ"

    def _style(self, run: GlyphRun) -> None:
        looks = self._pen.looks
        key = (run.face, run.size_pt, run.ink, run.embolden_em, run.rise_pt)
        look = looks.get(key)
        if look is None:
            font = self._fonts[run.face].getSubsetInternalName(0, self._doc)
            embolden = run.embolden_em * run.size_pt
            look = looks[key] = self._pen.look(font, run.size_pt, run.ink, embolden, run.rise_pt)
        self._pen.text(look)

    # -- vertical ----------------------------------------------------------------------------

    def _column(self, row: Row, x: float, y: float) -> None:
        """Set a column downwards from y, its axis at x; one ActualText holds it together."""
        text = "".join(row.texts)
        self._untold(row)
        whole = self._readable and max(text) <= _LAST_BASIC
        if whole:
            self._open_span(text)
        for run, gid, down in zip(row.runs, row.gids, row.xs, strict=True):
            self._style(run)
            place = _turned if run.turned else self._upright
            matrix = place(run, gid, x, y - down)
            self._code.append(f"{matrix} Tm <{self._fonts[run.face].codes[gid]}> Tj")
        if whole:
            self._code.append("EMC")

    def _upright(self, run: GlyphRun, gid: int, x: float, top: float) -> str:
        """Centre a glyph on the column's axis, the top of its em box at *top*."""
        size, font = run.size_pt / 1000, self._fonts[run.face]
        left = x + run.shift_pt - font.widths[gid] * size / 2
        return f"1 0 0 1 {numbers(left, top - font.source.ascent * size)}"

    # -- what a reader would misread ---------------------------------------------------------

    def _unclear(self, row: Row) -> list[bool]:
        """Tell which glyphs a reader would misread if they were not wrapped in ActualText.

        A stretch never ends inside a Latin word or number: pdfium puts a space between two narrow
        letters shown by two operators. Pdfium also loses characters beyond the basic plane inside
        ActualText (outside it reads them well), so a mere gap beside one is left as it is: better a
        space too many than a character too few.
        """
        texts, runs = row.texts, row.runs
        unclear = self._untold(row)
        for i, gap in _gaps(row):
            left, right = texts[i], texts[i + 1]
            spaced = left.endswith(" ") or right.startswith(" ")
            limit = MAX_GAP_EM if min(left, right) >= _HAN else MAX_LATIN_GAP_EM
            if runs[i] is not runs[i + 1]:
                limit = MAX_GAP_BETWEEN_RUNS_EM
            rare = max(left, right) > _LAST_BASIC
            if not rare and (gap < -MAX_OVERLAP_EM or (gap > limit and not spaced)):
                unclear[i] = unclear[i + 1] = True
        if True in unclear:
            _keep_words_whole(texts, unclear)
            _let_mixed_stretches_run_on(row, unclear)
        return unclear

    def _untold(self, row: Row) -> list[bool]:
        """Tell which glyphs don't give back their text, continued ones with what they continue."""
        gids, texts, _, _, runs = row
        untold: list[bool] = []
        while len(untold) < len(gids):
            begin, end = len(untold), _end_of_run(runs, len(untold), len(gids))
            own = self._fonts[runs[begin].face].untold(gids[begin:end], texts[begin:end])
            untold += own or [False] * (end - begin)
        if True in untold:
            for i in range(len(untold) - 1, 0, -1):
                if not texts[i]:
                    untold[i - 1] = True
        return untold


def _end_of_run(runs: list[GlyphRun], begin: int, end: int) -> int:
    """Return where the run of glyph *begin* ends, at most *end*."""
    run = runs[begin]
    if runs[end - 1] is run:
        return end
    return next(i for i in range(begin, end) if runs[i] is not run)


def _turned(run: GlyphRun, gid: int, x: float, top: float) -> str:
    """Turn a glyph a quarter clockwise, its origin at *top*."""
    return f"0 -1 1 0 {numbers(x + run.shift_pt, top)}"


def _gaps(row: Row) -> list[tuple[int, float]]:
    """Return the gaps that may mislead a reader, in em, each with the glyph before it."""
    xs, rights, runs = row.xs[1:], row.rights, row.runs
    low, high = -MAX_OVERLAP_EM, MAX_GAP_BETWEEN_RUNS_EM  # the strictest limits of all
    if runs[0] is runs[-1]:
        size = runs[0].size_pt
        gaps = [(x - right) / size for x, right in zip(xs, rights, strict=False)]
    else:
        sizes = [min(run.size_pt, other.size_pt) for run, other in pairwise(runs)]
        gaps = [(x - r) / size for x, r, size in zip(xs, rights, sizes, strict=False)]
    return [(i, gap) for i, gap in enumerate(gaps) if not low <= gap <= high]


def _keep_words_whole(texts: list[str], unclear: list[bool]) -> None:
    in_word = [" " < text < "\u0250" for text in texts]
    joined = [left and right for left, right in pairwise(in_word)]
    for i, tied in enumerate(joined):
        unclear[i + 1] |= tied and unclear[i]
    for i in range(len(joined) - 1, -1, -1):
        unclear[i] |= joined[i] and unclear[i + 1]


def _let_mixed_stretches_run_on(row: Row, unclear: list[bool]) -> None:
    """Extend a stretch of several runs to the end of the line.

    Of the operators inside one ActualText pdfium sees only the first, and takes the rest of the
    stretch for a gap before the text that follows.
    """
    runs, texts = row.runs, row.texts
    if runs[0] is runs[-1]:
        return
    for i in range(1, len(runs)):
        mixed = unclear[i] and unclear[i - 1] and runs[i] is not runs[i - 1]
        if mixed:
            for k in range(i, len(runs)):
                if texts[k] > _LAST_BASIC:
                    break
                unclear[k] = True
