"""What is said below the panel of metrics about numbers and scales."""

from __future__ import annotations

import pytest

from casepress.brochure.charts.panel import notes
from casepress.case.charting import plots
from casepress.case.model import Metric


def metric(start: str, end: str, stated: str) -> Metric:
    return Metric.model_validate(
        {
            "label": "党员",
            "unit": "人",
            "from": {"value": start},
            "to": {"value": end},
            "stated": stated,
        }
    )


@pytest.mark.parametrize(
    ("start", "end", "stated", "differs"),
    [
        ("147", "232", "增长了58%", False), ("3093", "5624", "增加了82%", False),
        ("23", "38", "增幅达60%", True), ("12", "3", "缩短75%", False),
        ("410", "1,236", "增长201%", False), ("100", "150", "", False),
    ],
)  # fmt: skip
def test_a_statement_that_does_not_follow_gets_a_note(start, end, stated, differs):
    assert bool(notes(plots([metric(start, end, stated)]))[1:]) is differs


def test_own_scales_are_said_to_be():
    found = plots([metric("1", "9", ""), metric("1", "2", "")])
    assert "各按自身比例" in notes(found, common=False)[0]
