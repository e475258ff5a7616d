"""The strip of figures below the abstract: the author's, else where the metrics stand now."""

from __future__ import annotations

import pytest
from tests.brochure.sheets import texts
from tests.metrics import HARD

from casepress.case.model import Case


def strip_of(plan, metrics: int, own: int = 0) -> list[str]:
    rows = [
        {
            "label": label,
            "unit": unit,
            "from": {"value": first[0], "when": first[1]},
            "to": {"value": last[0]},
        }
        for label, unit, first, last, _ in HARD[:metrics]
    ]
    figures = [{"value": str(70 + n), "unit": "项", "caption": f"数字{n}"} for n in range(own)]
    case = Case.model_validate(
        {
            "title": "摘要页",
            "summary": {"text": "摘要只有一句话。", "key_figures": figures},
            "practices": [{"title": "做法"}],
            "results": {"items": [{"title": "成效", "text": "正文。"}], "metrics": rows},
        }
    )
    page = next(page for page in plan(case).pages if page.kind == "abstract")
    return [item.line.text for item in texts(page)]


def test_metrics_fill_the_strip_of_a_summary_without_figures(plan):
    words = strip_of(plan, metrics=5)
    assert {"232", "基层党组织", "2010年为147个"} <= set(words)
    assert HARD[4][3][0] not in words


@pytest.mark.parametrize(("metrics", "own"), [(2, 0), (5, 1), (5, 2), (5, 3), (0, 7), (0, 10)])
def test_few_metrics_make_no_strip_and_the_authors_figures_all_stand_in_it(plan, metrics, own):
    words = strip_of(plan, metrics, own)
    assert "232" not in words
    assert [word for word in words if word.startswith("7")] == [str(70 + n) for n in range(own)]
