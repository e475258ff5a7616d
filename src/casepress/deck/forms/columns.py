"""Three measures side by side: name, figure or fact, explanation."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.deck.draft import Draft, bullet_para
from casepress.deck.fit.breaks import bad_breaks
from casepress.deck.fit.fitter import LIMIT, PASS
from casepress.deck.forms.evidence import Exhibit
from casepress.deck.model import Fill, TextFill, TextParagraph, TextRun
from casepress.deck.plan import Desk
from casepress.frozen import replace

_LAYOUT = "keywords3"
_UNIT_PT = 24.0
_FACT_SIZES = (60.0, 48.0, 40.0, 30.0)
"""Display sizes of the scale, largest first."""
_CAPTION_PT = 18.0
_TEXT_SIZES = (24.0, 22.0)
_POOR = 2
"""Faults from which on columns are given up: a tight frame is one, an awkward break two."""

Words = tuple[TextParagraph, ...]


def measure_columns(desk: Desk, base: Draft, exhibits: Sequence[Exhibit]) -> list[Draft] | None:
    """Three columns; None if a measure has no evidence, or a name or explanation no room.

    All explanations stand in one size, the largest that breaks all of them well.
    """
    if len(exhibits) != 3:
        return None
    fills: list[Fill] = []
    captions: list[TextParagraph | None] = []
    for n, one in enumerate(exhibits):
        kicker = (bullet_para(one.name),)
        if desk.fitter.fill(_LAYOUT, TextFill(51 + n, kicker)).ratio > PASS:
            return None
        keyword, caption = _keyword(desk, 21 + n, one)
        if keyword is None:
            return None
        captions.append(caption)
        fills += [TextFill(51 + n, kicker), TextFill(21 + n, keyword)]
    texts = _texts(desk, exhibits, captions)
    if texts is None:
        return None
    fills += [TextFill(31 + n, words) for n, words in enumerate(texts)]
    return [replace(base, layout=_LAYOUT, fills=tuple(fills))]


def _keyword(desk: Desk, idx: int, one: Exhibit) -> tuple[Words | None, TextParagraph | None]:
    """The figure with its caption, else the fact in the largest size that holds it."""
    if one.figure is not None:
        number = desk.fitter.figure(_LAYOUT, idx, one.figure, _UNIT_PT)
        if number is not None:
            run = TextRun(one.figure.caption, size_pt=_CAPTION_PT, colour="accent4")
            return (number,), TextParagraph((run,), 0, one.figure.source, one.figure.derived)
    if one.fact is not None:
        lines = one.fact.text.count("\v") + 1
        for size in _FACT_SIZES:
            run = TextRun(one.fact.text, size_pt=None if size == _FACT_SIZES[0] else size)
            words = (TextParagraph((run,), 0, one.fact.source, one.fact.derived),)
            if _lines(desk, idx, words) == lines:
                return words, None
    return None, None


def _lines(desk: Desk, idx: int, words: Words) -> int:
    """Number of lines in a placeholder, 0 if they are too high for it."""
    fitted = desk.fitter.fill(_LAYOUT, TextFill(idx, words))
    return len(fitted.lines) if fitted.ratio <= PASS else 0


def _texts(
    desk: Desk, exhibits: Sequence[Exhibit], captions: Sequence[TextParagraph | None]
) -> list[Words] | None:
    """The explanations in the best of the sizes; None if one of them fits in none."""
    best: tuple[int, list[Words]] | None = None
    for size in _TEXT_SIZES:
        texts: list[Words] = []
        faults = 0
        for n, (one, caption) in enumerate(zip(exhibits, captions, strict=True)):
            found = _text(desk, 31 + n, one, caption, size)
            if found is None:
                break
            texts.append(found[1])
            faults += found[0]
            if faults >= _POOR:
                break
        if faults < _POOR and len(texts) == len(exhibits) and (best is None or faults < best[0]):
            best = (faults, texts)
            if not faults:
                break
    return best[1] if best else None


def _text(
    desk: Desk, idx: int, one: Exhibit, caption: TextParagraph | None, size: float
) -> tuple[int, Words] | None:
    """Caption and explanation with their faults: all of the author's points or nothing.

    Of the stretches of the text the first with the fewest faults; none is tried after a good one.
    """
    area = desk.fitter.area(_LAYOUT, idx)
    head = (caption,) if caption else ()
    sized = (_sized(bullet_para(b), size) for b in one.given or one.derived)
    best: tuple[int, Words] | None = None
    for own in [tuple(sized)] if one.given else ((words,) for words in sized):
        words = tuple(desk.fitter.mended(_LAYOUT, idx, p) for p in (*head, *own))
        fitted = desk.fitter.text(area, words)
        if fitted.ratio > LIMIT:
            continue
        awkward = bad_breaks(desk.fitter.text(area, words[-1:]).lines)
        faults = 2 * awkward + (fitted.ratio > PASS)
        if best is None or faults < best[0]:
            best = faults, words
        if not faults:
            break
    return best


def _sized(paragraph: TextParagraph, size: float) -> TextParagraph:
    own = None if size == _TEXT_SIZES[0] else size
    return replace(paragraph, runs=tuple(replace(r, size_pt=own) for r in paragraph.runs))
