"""Measures as rows with evidence, as tiles, and as large numbers."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.case.numbering import chinese
from casepress.deck.draft import Draft, bullet_para, para, row
from casepress.deck.fit.paging import paged
from casepress.deck.forms.evidence import Exhibit, evidence, named
from casepress.deck.model import Fill, TextFill, TextParagraph, TextRun
from casepress.deck.plan import Desk, continued
from casepress.deck.words.figures import Fact
from casepress.frozen import replace

_UNIT_PT = {"measures2": 28.0, "measures3": 24.0, "measures4": 18.0}
_TILE_UNIT_PT = 24.0
_NUMBER_UNIT_PT = 28.0
_MOST = 4
_FACT = 2
_FEWEST_TILES, _MOST_TILES = 4, 6


def measure_rows(desk: Desk, base: Draft, exhibits: Sequence[Exhibit]) -> list[Draft] | None:
    """Two to four rows a slide, more on balanced slides; None without evidence for half of them.

    A row without evidence shows its number in the text (一是, 二是).
    """
    drafts: list[Draft] = []
    pages = paged(exhibits, _MOST)
    for page in pages:
        layout = f"measures{max(2, len(page))}"
        fills: list[Fill] = []
        bare_rows = 0
        unit_pt = _UNIT_PT[layout]
        sizes = [
            desk.fitter.figure_size(layout, 51 + n, one.figure, unit_pt)
            for n, one in enumerate(page)
            if one.figure is not None
        ]
        most = min((size for size in sizes if size is not None), default=None)
        for n, one in enumerate(page):
            shown = evidence(desk.fitter, layout, 51 + n, one, unit_pt, most)
            if shown is None:
                bare_rows += 1
                shown = (para(f"{chinese(one.index + 1)}是", _FACT, one.name.source),)
            words = named(desk.fitter, layout, 21 + n, one)
            if words is None:
                return None
            fills += [TextFill(51 + n, shown), TextFill(21 + n, words)]
        if bare_rows * 2 > len(page) or len(page) < 2:
            return None
        drafts.append(replace(base, layout=layout, fills=tuple(fills)))
    return list(continued(desk, drafts, [len(page) for page in pages]))


def measure_tiles(desk: Desk, base: Draft, exhibits: Sequence[Exhibit]) -> list[Draft] | None:
    """Five or six tiles: the figure or fact above, name and caption below."""
    fills: list[Fill] = []
    shown_sizes = [
        desk.fitter.figure_size("measures6", 51 + n, one.figure, _TILE_UNIT_PT)
        for n, one in enumerate(exhibits[:6])
        if one.figure is not None
    ]
    most = min((size for size in shown_sizes if size is not None), default=None)
    for n, one in enumerate(exhibits[:6]):
        top: list[list[TextParagraph]] = []
        caption = ""
        if one.figure is not None:
            number = desk.fitter.figure("measures6", 51 + n, one.figure, _TILE_UNIT_PT, most)
            top += [[number]] if number else []
            caption = one.figure.caption
        if one.fact is not None:
            words = one.fact.text.replace("\v", "")
            top.append([para(words, 1, one.fact.source, one.fact.derived)])
        shown = desk.fitter.first("measures6", 51 + n, top)
        if shown is None:
            return None
        name = bullet_para(one.name)
        options = [[name]]
        if caption and shown[0].level == 0:
            small = TextRun(caption, bold=False, colour="accent4", size_pt=18)
            assert one.figure is not None
            options.insert(
                0, [name, TextParagraph((small,), 0, one.figure.source, one.figure.derived)]
            )
        below = desk.fitter.first("measures6", 21 + n, options)
        if below is None:
            return None
        fills += [TextFill(51 + n, shown), TextFill(21 + n, below)]
    return [replace(base, layout="measures6", fills=tuple(fills))]


def figure_tiles(desk: Desk, base: Draft, facts: Sequence[Fact]) -> list[Draft] | None:
    """Four to six figures as tiles, each above its caption."""
    if not _FEWEST_TILES <= len(facts) <= _MOST_TILES:
        return None
    figures = desk.fitter.figures("measures6", 51, facts, _TILE_UNIT_PT)
    if figures is None:
        return None
    names = row(21, [[para(f.caption, 0, f.source, f.derived)] for f in facts])
    return [replace(base, layout="measures6", fills=(*figures, *names))]


def measure_numbers(desk: Desk, base: Draft, exhibits: Sequence[Exhibit]) -> list[Draft] | None:
    """Two or three measures that all have a figure, and no points of the author to show."""
    if not all(e.figure and not e.figure.derived for e in exhibits):
        return None
    if any(e.given for e in exhibits):
        return None
    layout = f"numbers{len(exhibits)}"
    facts = [e.figure for e in exhibits if e.figure is not None]
    figures = desk.fitter.figures(layout, 21, facts, _NUMBER_UNIT_PT)
    if figures is None:
        return None
    fills: list[Fill] = [
        *figures,
        *row(31, [[para(f.caption, 0, f.source)] for f in facts]),
        *row(51, [[bullet_para(e.name)] for e in exhibits]),
    ]
    bar = desk.fitter.first(
        layout, 41, ([bullet_para(b)] for e in reversed(exhibits) for b in e.derived[:3])
    )
    if bar is not None and len(desk.fitter.fill(layout, TextFill(41, bar)).lines) == 1:
        fills.append(TextFill(41, bar))
    return [replace(base, layout=layout, fills=tuple(fills))]
