"""What a slide puts into the placeholders of its layout: the same for every way to show it."""

from __future__ import annotations

from collections.abc import Iterable

from casepress.deck.model import Fill, Slide, TableFill, TextFill, TextParagraph, TextRun
from casepress.theme.deck import DeckTokens

_TALLEST_IN = 1.25
"""A short table does not stretch its rows to fill the frame."""
_HEAD_IN = 0.6


def fills_of(tokens: DeckTokens, slide: Slide, footer: str) -> dict[int, Fill]:
    """Collect fills by placeholder; title, source and footer come from the slide if no fill does.

    A fill for a placeholder the layout does not have is the planner's mistake.
    """
    known: tuple[frozenset[int], dict[str, int]] | None
    known = tokens.kept.get(("fills", slide.layout))
    if known is None:
        every = tokens.placeholders(slide.layout)
        first = {token.role: token.idx for token in reversed(every)}
        known = tokens.kept["fills", slide.layout] = frozenset(t.idx for t in every), first
    places, roles = known
    fills: dict[int, Fill] = {}
    for role, words in (("title", slide.title), ("source", slide.source), ("footer", footer)):
        if words and role in roles:
            idx = roles[role]
            fills[idx] = TextFill(idx, (TextParagraph((TextRun(words),)),))
    for one in slide.fills:
        if one.idx not in places:
            raise ValueError(f"slide {slide.key!r}: {slide.layout!r} has no placeholder {one.idx}")
        fills[one.idx] = one
    return fills


def is_empty(words: Iterable[TextParagraph]) -> bool:
    """Tell whether there is nothing to show; such a placeholder is left out."""
    for paragraph in words:
        for run in paragraph.runs:
            if run.text.strip():
                return False
    return True


def row_heights_in(table: TableFill, frame_h: float) -> tuple[float, ...]:
    """Row heights in inches: as given, else the frame shared, the header lower than the rest."""
    if table.row_heights_in:
        return table.row_heights_in
    rows = len(table.rows)
    if not table.header or rows < 2:
        return (frame_h / max(rows, 1),) * rows
    head = min(_HEAD_IN, frame_h / rows)
    return (head, *(min((frame_h - head) / (rows - 1), _TALLEST_IN),) * (rows - 1))
