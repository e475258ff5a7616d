"""Three measures side by side: name, figure or fact, explanation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casepress.deck.draft import Draft, bullet_para, figure_para
from casepress.deck.evidence import Exhibit
from casepress.deck.fit import LIMIT, PASS
from casepress.deck.model import Fill, TextFill, TextParagraph, TextRun
from casepress.deck.plan import Desk

_LAYOUT = "keywords3"
_UNIT_PT = 24.0
_FACT_SIZES = (60.0, 48.0, 40.0, 30.0)
"""Display sizes of the scale, largest first."""
_CAPTION_PT, _TEXT_PT = 18.0, 22.0


def measure_columns(desk: Desk, base: Draft, exhibits: Sequence[Exhibit]) -> list[Draft] | None:
    """Three columns; None if a measure has no evidence, or a name or explanation no room."""
    if len(exhibits) != 3:
        return None
    fills: list[Fill] = []
    for n, one in enumerate(exhibits):
        kicker = (bullet_para(one.name),)
        if desk.fitter.fill(_LAYOUT, TextFill(51 + n, kicker)).ratio > PASS:
            return None
        keyword, caption = _keyword(desk, 21 + n, one)
        if keyword is None:
            return None
        text = _text(desk, 31 + n, one, caption)
        if text is None:
            return None
        fills += [TextFill(51 + n, kicker), TextFill(21 + n, keyword), TextFill(31 + n, text)]
    return [replace(base, layout=_LAYOUT, fills=tuple(fills))]


def _keyword(
    desk: Desk, idx: int, one: Exhibit
) -> tuple[tuple[TextParagraph, ...] | None, TextParagraph | None]:
    """The figure with its caption, else the fact in the largest size that holds it."""
    if one.figure is not None:
        number = (figure_para(one.figure, _UNIT_PT),)
        if desk.fitter.fill(_LAYOUT, TextFill(idx, number)).ratio <= PASS:
            run = TextRun(one.figure.caption, size_pt=_CAPTION_PT, colour="accent4")
            return number, TextParagraph((run,), 0, one.figure.source, one.figure.derived)
    if one.fact is not None:
        lines = one.fact.text.count("\v") + 1
        for size in _FACT_SIZES:
            run = TextRun(one.fact.text, size_pt=None if size == _FACT_SIZES[0] else size)
            words = (TextParagraph((run,), 0, one.fact.source, one.fact.derived),)
            fitted = desk.fitter.fill(_LAYOUT, TextFill(idx, words))
            if fitted.ratio <= PASS and len(fitted.lines) == lines:
                return words, None
    return None, None


def _text(
    desk: Desk, idx: int, one: Exhibit, caption: TextParagraph | None
) -> tuple[TextParagraph, ...] | None:
    """Caption and explanation; all of the author's points or nothing."""
    area = desk.fitter.area(_LAYOUT, idx)
    head = [caption] if caption else []
    bodies = [[_sized(bullet_para(b)) for b in one.given]] if one.given else [
        [_sized(bullet_para(b))] for b in one.derived
    ]  # fmt: skip
    if one.given:
        words = (*head, *bodies[0])
        return words if desk.fitter.text(area, words).ratio <= LIMIT else None
    return desk.fitter.first(_LAYOUT, idx, [(*head, *body) for body in bodies])


def _sized(paragraph: TextParagraph) -> TextParagraph:
    return replace(paragraph, runs=tuple(replace(r, size_pt=_TEXT_PT) for r in paragraph.runs))
