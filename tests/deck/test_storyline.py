"""Which slides a case yields (SPEC §5)."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from tests.deck.reading import by_key, keys, layouts, notes_of, text_of

from casepress.case.model import Case
from casepress.deck.model import Deck, TableFill

TEXT = "在全国率先推行审批制度改革，将14个部门的事项集中办理，新增公交线路5条。"


def measures(count: int, **fields: Any) -> list[dict[str, Any]]:
    names = [
        "甲项工作",
        "乙项工作",
        "丙项工作",
        "丁项工作",
        "戊项工作",
        "己项工作",
        "庚项工作",
        "辛项工作",
    ]
    return [{"title": names[n], "text": TEXT, "fact": "集中|办理", **fields} for n in range(count)]


def practices(count: int, **fields: Any) -> list[dict[str, Any]]:
    return [
        {"title": f"把第{n}件事办好", "measures": measures(3), **fields}
        for n in range(1, count + 1)
    ]


def test_the_real_case_has_the_slides_of_the_look(deck: Deck):
    assert keys(deck) == [
        "cover", "goals", "agenda",
        "part-overview", "glance", "background",
        "part-practices", "fusion",
        "practice-1", "practice-1-detail", "practice-2", "practice-2-detail",
        "practice-3", "practice-3-detail", "practice-4", "practice-4-detail",
        "part-results", "charts", "index", "result-2", "honours",
        "part-lessons", "lessons", "worksheet", "discussion", "summary",
        "plan", "sources",
    ]  # fmt: skip


def test_neighbouring_practices_do_not_look_alike(deck: Deck):
    pages = [s.layout for s in deck.slides if s.key in {f"practice-{n}" for n in range(1, 5)}]
    assert len(pages) == 4
    assert all(a != b for a, b in pairwise(pages))


def test_a_thin_case_is_cover_practice_sources(made: Callable[..., Deck]):
    deck = made(title="把例会开短", practices=[{"title": "例会改为站会"}])
    assert keys(deck) == ["cover", "practice-1", "sources"]
    assert all(slide.progress is None for slide in deck.slides)


@pytest.mark.parametrize("count", range(1, 9))
def test_every_practice_has_its_slide(made: Callable[..., Deck], count: int):
    deck = made(title="一个案例", practices=practices(count))
    assert [k for k in keys(deck) if k.startswith("practice")] == [
        f"practice-{n}" for n in range(1, count + 1)
    ]
    assert keys(deck).count("fusion") == (count >= 2)


def test_more_than_six_practices_are_drawn_on_two_slides_before_their_own(
    made: Callable[..., Deck],
):
    found = keys(made(title="一个案例", practices=practices(7)))
    assert found.index("fusion-2") == found.index("practice-5") - 1


LAYOUTS = {
    2: ["measures2"],
    3: ["measures3"],
    4: ["measures4"],
    5: ["measures6"],
    6: ["measures6"],
    7: ["measures4", "measures3"],
    8: ["measures4", "measures4"],
}


@pytest.mark.parametrize("count", sorted(LAYOUTS))
def test_measures_take_the_layout_of_their_number(made: Callable[..., Deck], count: int):
    deck = made(
        title="一个案例", practices=[{"title": "把一件事办好", "measures": measures(count)}]
    )
    assert layouts(deck, "practice-1") == LAYOUTS[count]


def test_one_measure_or_none_is_a_list(made: Callable[..., Deck]):
    for count in (0, 1):
        fields = {"title": "把一件事办好", "lead": TEXT, "measures": measures(count)}
        assert layouts(made(title="一个案例", practices=[fields]), "practice-1") == ["content"]


def test_six_practices_have_three_second_pages_at_most(made: Callable[..., Deck]):
    detail = {"kind": "table", "title": "两类对象", "columns": ["甲", "乙"], "rows": [["一", "二"]]}
    deck = made(title="一个案例", practices=practices(6, detail=detail))
    assert sum(key.endswith("-detail") for key in keys(deck)) == 3


@pytest.mark.parametrize(
    ("count", "expected"),
    [(1, ["chart_notes"]), (2, ["charts2"]), (3, ["charts3"]), (5, ["charts3", "charts2"])],
)
def test_charts_follow_the_number_of_metrics(
    made: Callable[..., Deck], count: int, expected: list[str]
):
    one = {"unit": "个", "from": {"value": "10"}, "to": {"value": "20"}, "stated": "增长了100%"}
    metrics = [{"label": name, **one} for name in ("甲", "乙", "丙", "丁", "戊")[:count]]
    deck = made(title="一个案例", practices=practices(1), results={"metrics": metrics})
    assert layouts(deck, "charts") == expected
    assert ("index" in keys(deck)) == (2 <= count <= 4)


def test_a_case_without_results_names_no_part_of_them(made: Callable[..., Deck]):
    deck = made(
        title="一个案例",
        summary={"text": TEXT},
        practices=practices(2),
        lessons={"items": [{"title": "先问人，再排班", "text": TEXT}]},
    )
    assert not [k for k in keys(deck) if k.startswith(("part-results", "charts", "honours"))]
    assert "主要成效" not in text_of(by_key(deck, "agenda"))


def test_honours_with_four_dates_stand_on_a_line_else_in_a_table(
    made: Callable[..., Deck], deck: Deck
):
    assert by_key(deck, "honours").layout == "honours_timeline"
    listed = [{"title": f"第{n}项荣誉", "holder": "某单位"} for n in range(3)]
    other = made(title="一个案例", practices=practices(1), results={"honours": listed})
    assert by_key(other, "honours").layout == "honours_list"


def test_one_honour_has_no_slide_of_its_own(planned: Callable[[Case], Deck], sample: Case):
    assert "honours" not in keys(planned(sample))


@pytest.mark.parametrize(
    ("count", "expected"),
    [(2, ["measures2"]), (3, ["discussion"]), (4, ["discussion"]), (6, ["discussion"] * 2)],
)
def test_questions_take_the_layout_of_their_number(
    made: Callable[..., Deck], count: int, expected: list[str]
):
    questions = [{"question": f"第{n}个问题怎样回答？"} for n in range(count)]
    deck = made(title="一个案例", practices=practices(2), teaching={"questions": questions})
    assert layouts(deck, "discussion") == expected


def test_contrast_draws_as_many_boxes_as_the_text_counts(deck: Deck):
    (diagram,) = by_key(deck, "practice-1-detail").diagrams
    boxes = [n for n in diagram.nodes if n.key.startswith("from")]
    assert len(boxes) == 14
    assert [n.key for n in diagram.nodes if n.shape == "arrow"] == ["arrow"]
    assert "14" in diagram.alt and "新市民中心" in diagram.alt


def test_titles_and_keys_are_unique(deck: Deck):
    assert len({s.title for s in deck.slides}) == len(deck.slides) == len(set(keys(deck)))


def test_a_title_never_begins_with_an_opening_quote(made: Callable[..., Deck]):
    deck = made(title="一个案例", practices=[{"title": "“一站式”服务", "measures": measures(2)}])
    assert by_key(deck, "practice-1").title == "做法一：“一站式”服务"


def test_added_material_says_so(deck: Deck):
    for key in ("goals", "agenda", "worksheet", "discussion", "plan"):
        slide = by_key(deck, key)
        assert "编写者设计" in text_of(slide) + slide.source
    assert "编写者" in by_key(deck, "index").source


def test_every_light_slide_has_a_source_line(deck: Deck):
    dark = ("cover", "divider")
    assert all(s.source for s in deck.slides if s.layout not in dark)


def test_the_agenda_links_to_every_part(deck: Deck):
    (table,) = [f for f in by_key(deck, "agenda").fills if isinstance(f, TableFill)]
    targets = [row[1].paragraphs[0].runs[0].link for row in table.rows]
    assert targets == ["part-overview", "part-practices", "part-results", "part-lessons"]


def test_a_wrong_percentage_is_shown_muted_and_never_corrected(deck: Deck):
    slide = by_key(deck, "charts")
    runs = {
        p.runs[0].text: p.runs[0].colour for f in slide.fills for p in getattr(f, "paragraphs", ())
    }
    assert runs["60%"] == "deep"
    assert runs["58%"] is None and runs["82%"] is None
    assert "验算约65%" in text_of(slide).replace("\n", "")


def test_a_picture_of_a_practice_gets_a_slide_with_its_alt_text(
    planned: Callable[[Case], Deck], sample: Case
):
    deck = planned(sample)
    assert [s.layout for s in deck.slides].count("picture_text") == 2
    assert "照片" in notes_of(deck) or "示意图" in notes_of(deck)
