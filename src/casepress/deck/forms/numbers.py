"""Two or three figures in the largest type, a conclusion below."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.case.model import KeyFigure
from casepress.deck.draft import Draft, bullet_para, fill, para
from casepress.deck.fit.fitter import LIMIT
from casepress.deck.forms.listing import bullet_pages
from casepress.deck.model import Fill, TextFill, TextParagraph, TextRun
from casepress.deck.plan import Desk
from casepress.deck.words.chinese import plain
from casepress.deck.words.digest import Bullet
from casepress.deck.words.figures import Fact, worded
from casepress.frozen import replace

_UNIT_PT = 28.0
_NAME_SIZES = (None, 22.0, 20.0)


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
    fills: list[Fill] = [*figures]
    for n, one in enumerate(facts):
        below = _named(desk, layout, n, one)
        if below is None:
            return None
        fills += below
    return [replace(base, layout=layout, fills=(*fills, *bar_fill(desk, layout, bar)))]


def number_list(
    desk: Desk, base: Draft, facts: Sequence[Fact], bar: Bullet | None
) -> list[Draft] | None:
    """Return the figures as a list, for those whose words are too long to stand below them."""
    lines = [Bullet(captioned(fact.figure), fact.source) for fact in facts]
    return bullet_pages(desk, base, [*lines, *([bar] if bar else [])])


def captioned(figure: KeyFigure) -> str:
    """Return a figure with its caption and note, in words."""
    note = f"（{plain(figure.note)}）" if figure.note else ""
    caption = plain(figure.caption)
    return f"{caption}：{worded(figure)}{note}" if caption else f"{worded(figure)}{note}"


def _named(desk: Desk, layout: str, n: int, fact: Fact) -> list[TextFill] | None:
    """Name and note of a figure; a name too long for its line leads the note, None if it can't."""
    note = plain(fact.figure.note)
    noted = [fill(51 + n, para(note, 0, fact.source))] if note else []
    for size in _NAME_SIZES:
        run = TextRun(fact.caption, size_pt=size)
        name = TextFill(31 + n, (TextParagraph((run,), 0, fact.source, fact.derived),))
        if len(desk.fitter.fill(layout, name).lines) == 1:
            return [name, *noted]
    whole = "，".join(words for words in (fact.caption, note) if words)
    for size in (None, 18.0):
        run = TextRun(whole, size_pt=size)
        led = TextFill(51 + n, (TextParagraph((run,), 0, fact.source, fact.derived),))
        if desk.fitter.fill(layout, led).ratio <= LIMIT:
            return [led]
    return None


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
