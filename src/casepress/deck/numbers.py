"""Two or three figures in the largest type, a conclusion below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casepress.deck.digest import Bullet
from casepress.deck.draft import Draft, bullet_para, fill, para, row
from casepress.deck.figures import Fact
from casepress.deck.model import Fill, TextFill
from casepress.deck.plan import Desk
from casepress.deck.words import plain

_UNIT_PT = 28.0


def number_slide(
    desk: Desk, base: Draft, facts: Sequence[Fact], bar: Bullet | None
) -> list[Draft] | None:
    """Return the slide of two or three figures; None for any other number of them."""
    if len(facts) not in (2, 3):
        return None
    layout = f"numbers{len(facts)}"
    figures = desk.fitter.figures(layout, 21, facts, _UNIT_PT)
    if figures is None:
        return None
    names = row(31, [[para(f.caption, 0, f.source, f.derived)] for f in facts])
    fills: list[Fill] = [*figures, *names]
    for n, one in enumerate(facts):
        if plain(one.figure.note):
            fills.append(fill(51 + n, para(plain(one.figure.note), 0, one.source)))
    return [replace(base, layout=layout, fills=(*fills, *bar_fill(desk, layout, bar)))]


def bar_fill(desk: Desk, layout: str, bar: Bullet | None) -> list[TextFill]:
    """Return the conclusion bar: one line; the author's words may take two, broken at a phrase."""
    if bar is None:
        return []
    words = fill(41, bullet_para(bar))
    if len(desk.fitter.fill(layout, words).lines) == 1:
        return [words]
    if bar.derived:
        return []
    return [fill(41, para(desk.fitter.display(layout, 41, bar.text), 0, bar.source))]
