"""Honours set close: what belongs together stands nearer than what follows."""

from __future__ import annotations

import pytest
from tests.brochure.sheets import texts

from casepress.case.model import Case


@pytest.mark.parametrize("count", (4, 8))
def test_a_holder_stands_nearer_to_its_honour_than_to_the_next(plan, count: int):
    honours = [{"title": f"荣誉{n}", "holder": f"获得者{n}", "when": f"{2010 + n}年"}
               for n in range(count)]  # fmt: skip
    results = {"items": [{"title": "成效", "text": "成效的正文。"}], "honours": honours}
    case = Case.model_validate(
        {"title": "荣誉多的案例", "practices": [{"title": "做法"}], "results": results}
    )
    at = {i.line.text: i.y_pt for page in plan(case).pages for i in texts(page)}
    for n in range(count - 1):
        own = at[f"获得者{n}"] - at[f"荣誉{n}"]
        following = at[f"荣誉{n + 1}"] - at[f"获得者{n}"]
        assert own * 1.3 < following
