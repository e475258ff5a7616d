"""The real article: what import makes of it is what the editors made of it by hand."""

from __future__ import annotations

from collections import Counter

import pytest

from casepress.case.load import load_case


@pytest.fixture(scope="module")
def by_hand(root):
    return load_case(root / "content" / "wuhou.yaml").case


def verbatim(case):
    """Every field that holds the article's own words, by path."""
    fields = {
        "title": case.title.replace("|", ""),
        "date": case.date,
        "source": case.source.model_dump(exclude={"slide"}),
        "headings": case.headings,
        "summary.text": case.summary.text,
        "background.text": case.background.text,
        "results.lead": case.results.lead,
        "lessons.lead": case.lessons.lead,
    }
    for i, practice in enumerate(case.practices):
        fields[f"practices[{i}]"] = (practice.title, practice.outcome, practice.lead)
        for j, measure in enumerate(practice.measures):
            fields[f"practices[{i}].measures[{j}]"] = (measure.title, measure.text)
    for part in ("results", "lessons"):
        for i, item in enumerate(getattr(case, part).items):
            fields[f"{part}.items[{i}]"] = (item.title, item.text)
    return fields


def test_every_verbatim_field_equals_the_case_written_by_hand(wuhou, by_hand):
    assert verbatim(wuhou.case) == verbatim(by_hand)
    assert len(verbatim(wuhou.case)) == 8 + 4 + 12 + 3 + 3


def test_metrics_equal_those_written_by_hand(wuhou, by_hand):
    assert wuhou.case.results.metrics == by_hand.results.metrics


def test_honours_are_those_written_by_hand_but_for_the_meeting_and_the_levels(wuhou, by_hand):
    def bare(honours):
        return Counter((h.title, h.when) for h in honours)

    found, expected = bare(wuhou.case.results.honours), bare(by_hand.results.honours)
    assert expected - found == Counter({("全国推进行政许可标准化现场会", "2016年7月"): 1})
    assert found - expected == Counter()
    holders = {h.holder for h in wuhou.case.results.honours}
    assert {h.holder for h in by_hand.results.honours if h.level == "组织"} <= holders


def test_figures_of_the_results_are_among_those_written_by_hand(wuhou, by_hand):
    def bare(items):
        return {(f.value, f.unit, f.after, f.kind) for item in items for f in item.key_figures}

    found = bare(wuhou.case.results.items)
    assert found == {f for f in bare(by_hand.results.items) if f[0] != "六"}


def test_nothing_is_left_over(wuhou):
    assert wuhou.unplaced == []
    assert wuhou.ids == set()


def test_what_follows_the_editors_line_is_cut_as_page_furniture(wuhou):
    assert wuhou.report.removed[0].text == "推荐阅读"
    assert [r.line for r in wuhou.report.removed] == [49, 51, 52, 54, 55, 56, 57, 58, 59, 60, 62]
    assert "避免埋钉子" not in wuhou.yaml


def test_the_missing_bracket_of_the_sign_off_is_kept(wuhou):
    assert wuhou.case.source.credit == "（成都市武侯区委组织部供稿"


def test_fields_carry_the_line_and_the_number_they_stand_for(wuhou):
    lines = wuhou.yaml.splitlines()
    assert "  - title: 把党的建设与深化改革相融合  # 原文第17行 · （一）" in lines
    assert "      - title: 深化投融资体制改革  # 原文第17行 · 二是…。" in lines
    assert "  text: |  # 原文第9行" in lines


def test_the_normaliser_s_work_is_counted(wuhou):
    assert dict(wuhou.report.changes) == {"bracket": 17, "space": 3, "width": 196}


def test_the_same_article_gives_the_same_bytes(wuhou, imports, root):
    path = root / "tests" / "source" / "article" / "wuhou-article.txt"
    assert imports(path.read_bytes(), path.name).yaml == wuhou.yaml
