from __future__ import annotations

import pytest

from casepress.case.charting import chart_of, common_scale, plots, refused
from casepress.case.model import Metric


def metric(first: str, last: str, unit: str = "个", label: str = "数量", chart: str = "auto"):
    return Metric.model_validate(
        {"label": label, "unit": unit, "from": {"value": first}, "to": {"value": last},
         "chart": chart}
    )  # fmt: skip


@pytest.mark.parametrize(
    ("first", "last", "unit", "label", "form"),
    [
        ("147", "232", "个", "基层党组织", "pair"),
        ("12", "3", "天", "到书时间", "pair"),
        ("12", "0", "件", "投诉", "pair"),
        ("71.2", "96.5", "%", "按时到站率", "share"),
        ("5", "8", "%", "利润增长率", "pair"),
        ("80", "120", "%", "完成率", "pair"),
        ("0", "36", "项", "专利", "columns"),
        ("-12", "8", "万元", "利润", "columns"),
        ("30", "-5", "万元", "结余", "columns"),
        ("2", "157", "家", "企业", "number"),
        ("无", "3", "个", "站点", "number"),
    ],
)
def test_the_values_choose_the_chart(first, last, unit, label, form):
    assert chart_of(metric(first, last, unit, label)) == form


def test_the_author_may_choose_another():
    assert chart_of(metric("147", "232", chart="columns")) == "columns"
    assert chart_of(metric("147", "232", chart="slope")) == "slope"
    assert chart_of(metric("71.2", "96.5", "%", chart="columns")) == "columns"
    assert chart_of(metric("147", "232", chart="number")) == "number"


@pytest.mark.parametrize(
    ("first", "last", "unit", "chart"),
    [("147", "232", "个", "share"), ("80", "120", "%", "share"), ("-1", "2", "元", "slope"),
     ("无", "2", "元", "columns")],
)  # fmt: skip
def test_what_the_values_do_not_allow_falls_back_to_the_rule(first, last, unit, chart):
    asked = metric(first, last, unit, chart=chart)
    assert refused(asked)
    assert chart_of(asked) == chart_of(metric(first, last, unit))


def test_the_order_is_the_authors():
    found = plots([metric("1", "2", label="乙"), metric("3", "1", label="甲")])
    assert [plot.metric.label for plot in found] == ["乙", "甲"]
    assert [plot.source for plot in found] == ["results.metrics[0]", "results.metrics[1]"]


def test_charts_share_a_scale_unless_one_dwarfs_the_others():
    assert common_scale(plots([metric("147", "232"), metric("4", "17")]))
    assert not common_scale(plots([metric("147", "232"), metric("4", "40")]))
    assert not common_scale(plots([metric("147", "232"), metric("-4", "4")]))
