"""What a measure shows beside its name: a figure, a fact in the text's own words, or nothing."""

from __future__ import annotations

from casepress.case.model import Measure
from casepress.deck.draft import bullet_para, para
from casepress.deck.fit.fitter import LIMIT, Fitter
from casepress.deck.model import TextParagraph
from casepress.deck.words.chinese import bare, broken, plain
from casepress.deck.words.digest import Bullet, choices, facts, given
from casepress.deck.words.figures import Fact, measure_facts
from casepress.frozen import dataclass

_FIGURE, _CAPTION, _FACT = 0, 1, 2
"""Outline levels of the evidence placeholders (SPEC §4)."""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A measure with everything a slide may show of it."""

    index: int
    name: Bullet
    figure: Fact | None
    facts: tuple[Bullet, ...]
    """Facts in the text's own words, the best first."""
    given: tuple[Bullet, ...]
    """The author's points."""
    derived: tuple[Bullet, ...]
    """Stretches of its text, best first."""

    @property
    def fact(self) -> Bullet | None:
        """The best of its facts, if there is one."""
        return self.facts[0] if self.facts else None

    @property
    def spoken(self) -> str:
        """One line for the notes."""
        words = "；".join(b.text for b in self.given) or (
            self.derived[0].text if self.derived else ""
        )
        return f"{self.name.text}：{words}" if words else self.name.text

    def explanations(self, most: int) -> list[list[TextParagraph]]:
        """What may stand below its name: all points, then fewer; else one stretch of the text.

        *most*: lines that don't fit; of as many points, or more, none need be tried.
        """
        if self.given:
            every = [bullet_para(b, 1) for b in self.given[:most]]
            return [every[:n] for n in range(len(every), 0, -1)]
        return [[bullet_para(b, 1)] for b in self.derived]


def exhibit(measure: Measure, path: str, index: int, read: bool = True) -> Exhibit:
    """Collect what a slide may show of a measure; *read*: counts may be read out of its text."""
    captioned = [f for f in measure_facts(measure, path, read) if f.caption]
    figure = next((f for f in captioned if f.figure.hero), captioned[0] if captioned else None)
    own = Bullet(broken(measure.fact), f"{path}.fact") if measure.fact else None
    if own and figure and (figure.derived or (not figure.figure.hero and not measure.key_figures)):
        figure = None
    name = bare(plain(measure.title)) or plain(measure.short)
    return Exhibit(
        index,
        Bullet(name, f"{path}.title"),
        figure,
        (own,) if own else () if figure is not None else facts(measure.text, f"{path}.text"),
        given(measure.points, f"{path}.points"),
        choices(measure.text, f"{path}.text"),
    )


def evidence(
    fitter: Fitter,
    layout: str,
    idx: int,
    one: Exhibit,
    unit_pt: float,
    most: float | None = None,
) -> tuple[TextParagraph, ...] | None:
    """Return the evidence of a measure for a placeholder, None if it has none that fits.

    *most*: largest size of its digits, so that all figures of a slide stand in one.
    """
    options: list[list[TextParagraph]] = []
    if one.figure is not None:
        number = fitter.figure(layout, idx, one.figure, unit_pt, most)
        caption = para(one.figure.caption, _CAPTION, one.figure.source, one.figure.derived)
        options += [[number, caption]] if number else []
    for fact in one.facts:
        words = fitter.display(layout, idx, fact.text, _FACT)
        options += [[para(words, _FACT, fact.source, fact.derived)]]
    return fitter.first(layout, idx, options)


def named(fitter: Fitter, layout: str, idx: int, one: Exhibit) -> tuple[TextParagraph, ...] | None:
    """Return name and explanation of a measure for a placeholder.

    As many of the author's points as there is room for; a derived explanation only if it fits
    well; else the name alone.
    """
    name = bullet_para(one.name)
    area, most = fitter.area(layout, idx), fitter.most_lines(layout, idx, [name])
    if one.given:
        for explanation in one.explanations(most):
            if fitter.text(area, [name, *explanation]).ratio <= LIMIT:
                return (name, *explanation)
    else:
        found = fitter.first(layout, idx, ([name, *e] for e in one.explanations(most)))
        if found is not None:
            return found
    return fitter.first(layout, idx, [[name]])
