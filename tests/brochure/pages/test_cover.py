"""The words of the cover."""

from __future__ import annotations

from tests.brochure.sheets import texts

from casepress.brochure.pages.cover import spoken_date
from casepress.case.model import Case


def test_the_date_is_written_as_far_as_it_is_known():
    assert spoken_date("2017-07-11") == "2017年7月" and spoken_date("2017年") == "2017年"


def test_a_name_in_quotes_stays_whole_where_a_smaller_title_allows_it(plan):
    title = "从“Smart Village 2.0”到大山共治：吉安村与面坊的OPC小微治理探索实践"
    case = Case.model_validate({"title": title, "practices": [{"title": "做法"}] * 2})
    lines = [i.line.text for i in texts(plan(case).pages[0]) if i.line.source == "title"]
    assert "从“Smart Village 2.0”" in lines and len(lines) <= 5
