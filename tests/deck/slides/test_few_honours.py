from __future__ import annotations

from pathlib import Path

import pytest
from tests.deck.reading import paragraphs, words

from casepress.case.model import Case
from casepress.deck import plan_deck
from casepress.fonts import FontLibrary
from casepress.theme.load import load_theme

HONOURS = [
    {"title": "县级示范岗", "holder": "示例窗口", "when": "2024年"},
    {"title": "市级先进集体", "conferrer": "示例市"},
]


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("items", [[], [{"title": "办得快了", "text": "当天办完，不用再跑。"}]])
def test_one_or_two_honours_are_always_on_a_slide(count: int, items: list[dict[str, str]]) -> None:
    case = Case.model_validate(
        {
            "title": "示例",
            "practices": [{"title": "合并窗口", "lead": "一窗受理。"}],
            "results": {"honours": HONOURS[:count], "items": items},
        }
    )
    deck = plan_deck(case, load_theme("zhujin"), FontLibrary.bundled(), base_dir=Path())
    shown = "".join(words(one) for slide in deck.slides for one in paragraphs(slide))
    assert all(honour["title"] in shown for honour in HONOURS[:count])
