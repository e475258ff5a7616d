"""Lists: the layout every section can fall back to, over as many slides as the items need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casepress.deck.digest import Bullet
from casepress.deck.draft import Draft, bullet_para, fill
from casepress.deck.fit import PASS
from casepress.deck.model import TextParagraph
from casepress.deck.plan import Desk, continued, paged

_LARGE = ((36.0, 28.0), (32.0, 26.0), (28.0, 24.0))
"""Sizes of both levels for lists that would leave most of their slide empty."""
_AIRY = 0.78

Group = Sequence[TextParagraph]
"""An item with what belongs to it; never parted."""


def bullet_pages(desk: Desk, base: Draft, items: Sequence[Bullet]) -> list[Draft] | None:
    """Set bullets as a list, without what the title says already; None if nothing is left."""
    fresh = [b for b in items if b.text and b.text not in base.title] or list(items)
    return group_pages(desk, base, [[_one_line(bullet_para(b))] for b in fresh if b.text])


def _one_line(paragraph: TextParagraph) -> TextParagraph:
    runs = tuple(replace(run, text=run.text.replace("\v", "")) for run in paragraph.runs)
    return replace(paragraph, runs=runs)


def group_pages(desk: Desk, base: Draft, groups: Sequence[Group]) -> list[Draft] | None:
    """Set groups as a list, split between groups over balanced slides where one is not enough."""
    if not groups:
        return None
    for pages in range(1, len(groups) + 1):
        most = -(-len(groups) // pages)
        drafts = [_page(desk, base, page) for page in paged(groups, most)]
        if desk.fitter.worst(drafts)[0] <= PASS or most == 1:
            return list(continued(desk, drafts))
    return None


def _page(desk: Desk, base: Draft, groups: Sequence[Group]) -> Draft:
    """One list; few words are set larger, so that they do not cling to the top of the slide."""
    paragraphs = [paragraph for group in groups for paragraph in group]
    for sizes in _LARGE:
        larger = [_sized(p, sizes[min(p.level, 1)]) for p in paragraphs]
        if desk.fitter.fill("content", fill(1, *larger)).ratio <= _AIRY:
            paragraphs = larger
            break
    return replace(base, layout="content", fills=(fill(1, *paragraphs),), diagrams=())


def _sized(paragraph: TextParagraph, size_pt: float) -> TextParagraph:
    return replace(paragraph, runs=tuple(replace(r, size_pt=size_pt) for r in paragraph.runs))
