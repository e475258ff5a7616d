from __future__ import annotations

from tests.brochure.conftest import Planner

from casepress.case.model import Case
from casepress.display import TextItem


def test_the_questions_page_asks_in_full_where_the_case_does(plan: Planner) -> None:
    case = Case.model_validate(
        {
            "title": "虚构示例",
            "practices": [{"title": "甲", "lead": "乙。"}],
            "teaching": {
                "questions": [
                    {"question": "先问短的？", "full": "完整的问法，多几个字，也不换行？"},
                    {"question": "只有短的？"},
                ]
            },
        }
    )
    (page,) = (page for page in plan(case).pages if page.kind == "discussion")
    shown = "".join(item.line.text for item in page.items if isinstance(item, TextItem))
    assert "完整的问法，多几个字，也不换行？" in shown and "先问短的？" not in shown
    assert "只有短的？" in shown
