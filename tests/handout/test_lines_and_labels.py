"""What stands close on a handout stays readable: labels of lines, rules between rows."""

from __future__ import annotations

from itertools import pairwise

import pytest

from casepress.deck.model import Deck
from casepress.display import BoxItem, RuleItem
from casepress.fonts import FontLibrary
from casepress.handout.charts import apart
from casepress.handout.plan import plan_handout
from casepress.theme.model import Theme


@pytest.mark.parametrize(
    "heights", [(10.0, 60.0, 75.0), (60.0, 50.0), (30.0, 30.0, 30.0), (5.0,), (0.0, 50.0, 100.0)]
)
def test_labels_keep_their_order_and_distance(heights: tuple[float, ...]):
    placed = apart(heights, 20.0)
    ordered = sorted(zip(heights, placed, strict=True))
    assert all(lower[1] - upper[1] > 18.0 for upper, lower in pairwise(ordered))
    if all(b - a >= 20 for a, b in pairwise(sorted(heights))):
        assert placed == list(heights)


def test_no_ground_covers_a_rule_of_the_worksheet(deck: Deck, theme: Theme, fonts: FontLibrary):
    page = next(p for p in plan_handout(deck, theme, fonts).pages if p.kind == "worksheet")
    for n, rule in enumerate(page.items):
        if not isinstance(rule, RuleItem):
            continue
        later = [item.rect for item in page.items[n + 1 :] if isinstance(item, BoxItem)]
        middle = (rule.x1_pt + rule.x2_pt) / 2, (rule.y1_pt + rule.y2_pt) / 2
        assert not any(
            rect.x < middle[0] < rect.right and rect.y - 0.5 < middle[1] < rect.bottom + 0.5
            for rect in later
        )
