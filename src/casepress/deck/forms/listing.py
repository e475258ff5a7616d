"""Lists: the layout every section can fall back to, over as many slides as the items need."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.deck.draft import Draft, bullet_para, fill
from casepress.deck.fit.fitter import PASS
from casepress.deck.fit.paging import fewest_pages
from casepress.deck.model import TextParagraph
from casepress.deck.plan import Desk, continued
from casepress.deck.words.digest import Bullet
from casepress.frozen import replace

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
    most = desk.fitter.most_lines("content", 1, [p for group in groups for p in group])
    pages = fewest_pages(groups, most, lambda page: _fits(desk, _words(desk, page)))
    drafts = [_page(desk, base, page) for page in pages]
    return list(continued(desk, drafts, [len(page) for page in pages]))


def _fits(desk: Desk, words: Sequence[TextParagraph]) -> bool:
    return desk.fitter.fill("content", fill(1, *words)).ratio <= PASS


def _page(desk: Desk, base: Draft, groups: Sequence[Group]) -> Draft:
    words = _words(desk, groups)
    return replace(base, layout="content", fills=(fill(1, *words),), diagrams=())


def _words(desk: Desk, groups: Sequence[Group]) -> list[TextParagraph]:
    """One list; few words are set larger, so that they do not cling to the top of the slide."""
    paragraphs = [paragraph for group in groups for paragraph in group]
    for sizes in _LARGE:
        larger = [_sized(p, sizes[min(p.level, 1)]) for p in paragraphs]
        if desk.fitter.fill("content", fill(1, *larger)).ratio <= _AIRY:
            return larger
    return paragraphs


def _sized(paragraph: TextParagraph, size_pt: float) -> TextParagraph:
    return replace(paragraph, runs=tuple(replace(r, size_pt=size_pt) for r in paragraph.runs))
