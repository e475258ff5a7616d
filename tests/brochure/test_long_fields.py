"""Fields longer, and lists of more items, than a page is drawn for: nothing leaves its place."""

from __future__ import annotations

from typing import Any

import pytest
from tests.brochure.conftest import Planner
from tests.brochure.sheets import collisions, kinds, outside, read, solid, sourced

from casepress.case.model import Case
from casepress.display import DisplayList

SENTENCE = "本句话是为了试验而写的虚构示例，没有别的意思。"
LONG = SENTENCE * 4
LATIN = "Harbin Institute of Technology and its partners"


def case(**more: Any) -> Case:
    whole = {"title": "虚构示例", "practices": [{"title": "甲", "lead": "乙。"}], **more}
    return Case.model_validate(whole)


def sound(book: DisplayList) -> bool:
    return not outside(book) and not collisions(book)


@pytest.mark.parametrize("count", [2, 12, 20, 44, 120])
def test_any_number_of_practices_is_listed_on_as_many_pages_as_it_takes(
    plan: Planner, count: int
) -> None:
    practices = [{"title": f"第{n}项做法", "lead": "一句话。", "measures": [{"title": "一项措施",
                  "text": "正文。"}]} for n in range(1, count + 1)]  # fmt: skip
    book = plan(case(practices=practices))
    assert ("opener" in kinds(book)) is (count <= 12)
    for n in range(count):
        assert sourced(book, f"practices[{n}].title").count(f"第{n + 1}项做法") == 1
    assert "主要做法" in sourced(book, "headings.practices")
    assert sound(book)


@pytest.mark.parametrize("value", ["由20分钟缩短到5分钟以内的水平", LONG, LATIN, "x" * 60])
@pytest.mark.parametrize("field", ["value", "unit", "before", "caption"])
def test_a_figure_wider_than_its_column_is_set_as_words(
    plan: Planner, field: str, value: str
) -> None:
    figure = {"value": "3", "unit": "个", "caption": "说明"} | {field: value}
    measure = {"title": "一项措施", "text": SENTENCE * 12, "key_figures": [figure]}
    book = plan(case(practices=[{"title": "甲", "measures": [measure]}]))
    assert sound(book)
    said = "".join(
        sourced(book, e.source)
        for e in book.elements
        if e.source.startswith("practices[0].measures[0].key_figures[0]")
    )
    assert solid(value) in solid(said)


@pytest.mark.parametrize("count", [1, 2, 3, 5])
@pytest.mark.parametrize("value", ["由20分钟缩短到5分钟以内的水平", SENTENCE, LATIN, "x" * 40])
def test_a_figure_of_the_strip_wider_than_its_column_is_set_as_words(
    plan: Planner, value: str, count: int
) -> None:
    figures = [{"value": str(n), "unit": "个", "caption": f"说明{n}"} for n in range(1, count + 1)]
    figures[0]["value"] = value
    book = plan(case(summary={"text": SENTENCE, "key_figures": figures}))
    said = "".join(sourced(book, e.source) for e in book.elements
                   if e.source.startswith("summary.key_figures"))  # fmt: skip
    assert solid(value) in solid(said) and all(f"说明{n}" in said for n in range(1, count + 1))
    assert sound(book)


@pytest.mark.parametrize("field", ["when", "title", "holder", "conferrer"])
@pytest.mark.parametrize("words", ["2016年10月至2017年3月", LONG, LATIN])
def test_an_honour_takes_the_lines_it_needs(plan: Planner, field: str, words: str) -> None:
    honours = [{"when": "2016", "title": f"荣誉{n}", "holder": "某单位"} for n in range(4)]
    honours[1] |= {field: words}
    book = plan(case(results={"lead": SENTENCE, "honours": honours}))
    said = "".join(text for source, text in read(book) if source.startswith("results.honours[1]"))
    assert solid(words) in solid(said)
    assert sound(book)


@pytest.mark.parametrize("count", [1, 2, 5])
def test_a_lessons_title_of_many_lines_keeps_clear_of_its_text(plan: Planner, count: int) -> None:
    items = [{"title": LONG, "text": SENTENCE * 3} for _ in range(count)]
    book = plan(case(lessons={"items": items}))
    for n in range(count):
        assert solid(sourced(book, f"lessons.items[{n}].title")).endswith(solid(LONG[:-1]))
    assert sound(book)


def test_a_long_line_of_the_contributor_stands_on_several(plan: Planner) -> None:
    credit = f"（{LONG}）"
    book = plan(case(lessons={"items": [{"title": "必须坚持“甲”", "text": SENTENCE}]},
                     source={"credit": credit}))  # fmt: skip
    assert sourced(book, "source.credit") == solid(credit)
    assert sound(book)


@pytest.mark.parametrize("count", [1, 4, 12])
@pytest.mark.parametrize("charted", [True, False])
def test_the_notes_of_results_all_find_a_place(plan: Planner, count: int, charted: bool) -> None:
    notes = [{"term": f"注{n}", "text": SENTENCE * 4} for n in range(count)]
    items = [{"title": f"成效{k}", "text": SENTENCE, "sidenotes": notes} for k in range(3)]
    metric = {"label": "投诉", "unit": "件", "from": {"value": "320"}, "to": {"value": "96"}}
    book = plan(case(results={"items": items, "metrics": [metric] if charted else []}))
    for k in range(3):
        for n in range(count):
            where = f"results.items[{k}].sidenotes[{n}]"
            assert sourced(book, where) == solid(f"注{n}" + SENTENCE * 4)
    assert sound(book) and not book.notices


@pytest.mark.parametrize("count", [1, 8, 40])
def test_the_notes_of_measures_and_background_all_find_a_place(plan: Planner, count: int) -> None:
    notes = [{"term": f"注{n}", "text": SENTENCE * 4} for n in range(count)]
    measures = [{"title": f"措施{k}", "text": SENTENCE, "sidenotes": notes} for k in range(2)]
    book = plan(case(background={"text": SENTENCE, "sidenotes": notes},
                     practices=[{"title": "甲", "measures": measures}]))  # fmt: skip
    places = ["background", "practices[0].measures[0]", "practices[0].measures[1]"]
    for place in places:
        for n in range(count):
            assert sourced(book, f"{place}.sidenotes[{n}]") == solid(f"注{n}" + SENTENCE * 4)
    assert sound(book) and not book.notices
