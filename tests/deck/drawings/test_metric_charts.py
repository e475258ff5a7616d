"""Metrics on slides: the same rule, order and values as in the brochure, in native charts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.deck.reading import overfull, text_of
from tests.metrics import HARD, case_with

from casepress.case.charting import chart_of
from casepress.case.model import Case
from casepress.deck.fit.fitter import Fitter
from casepress.deck.model import ChartFill, Deck
from casepress.theme.model import Theme


def charts(deck: Deck) -> list[ChartFill]:
    return [f for s in deck.slides for f in s.fills if isinstance(f, ChartFill) and f.idx < 20
            and s.key.startswith("charts")]  # fmt: skip


@pytest.mark.parametrize("count", (1, 2, 3, 5, 8, 12))
def test_any_number_of_metrics_fits_and_keeps_its_order(
    planned: Callable[[Case], Deck], fitter: Fitter, count: int
):
    case = case_with(HARD[:count])
    deck = planned(case)
    assert overfull(deck, fitter) == []
    assert case.results is not None
    drawn = [m.label for m in case.results.metrics if chart_of(m) != "number"]
    assert [chart.series[0].name for chart in charts(deck)] == drawn
    for metric in case.results.metrics:
        slides = [s for s in deck.slides if s.key.startswith("charts")]
        shown = "".join(text_of(s) for s in slides)
        labels = "".join("".join(c.series[0].labels) for c in charts(deck))
        assert metric.from_.value in shown + labels and metric.to.value in shown + labels


def test_charts_take_the_form_the_rule_gives(planned: Callable[[Case], Deck]):
    deck = planned(case_with())
    kinds = {chart.series[0].name: chart.kind for chart in charts(deck)}
    assert kinds["按时到站率"] == kinds["绿化覆盖率"] == "whole"
    assert kinds["基层党组织"] == kinds["经营利润"] == "column"
    assert "入驻企业" not in kinds
    assert {c.kind for c in charts(planned(case_with(HARD[:1], "slope")))} == {"slope"}


def test_axes_begin_at_zero_unless_a_value_lies_below(planned: Callable[[Case], Deck]):
    for chart in charts(planned(case_with())):
        values = chart.series[0].values
        assert chart.axis_min == 0 if min(values) >= 0 else chart.axis_min < min(values)


def test_shares_are_drawn_of_a_hundred(planned: Callable[[Case], Deck]):
    (chart,) = charts(planned(case_with(HARD[1:2])))
    part, rest = chart.series
    assert part.values == (71.2, 96.5) and part.labels == ("71.2", "96.5")
    assert [sum(pair) for pair in zip(part.values, rest.values, strict=True)] == [100, 100]


def test_a_change_that_has_no_percentage_is_told_as_a_difference(planned: Callable[[Case], Deck]):
    said = "".join(text_of(s) for s in planned(case_with()).slides if s.key.startswith("charts"))
    assert "+25.3" in said and "个百分点" in said and "+206" in said and "+36" in said
    assert "增长九倍" in said and "900%" not in said


def test_every_page_of_charts_has_a_title_of_its_own(planned: Callable[[Case], Deck]):
    titles = [s.title for s in planned(case_with()).slides if s.key.startswith("charts")]
    assert len(titles) > 3 and len(set(titles)) == len(titles)
    assert not any("（续" in title for title in titles)


def test_the_file_is_clean(planned: Callable[[Case], Deck], theme: Theme, tmp_path: Path):
    from openxml_audit import validate_pptx

    from casepress.pptx.write import write_deck

    rows = (*HARD[:4], HARD[6])
    for chart in ("auto", "slope"):
        path = tmp_path / f"{chart}.pptx"
        with path.open("wb") as file:
            write_deck(planned(case_with(rows, chart)), theme, file)
        assert validate_pptx(path).errors == []
