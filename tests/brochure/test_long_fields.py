"""Fields longer, and lists of more items, than a page is drawn for: nothing leaves its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.brochure.conftest import Planner
from tests.brochure.sheets import collisions, kinds, outside, read, solid, sourced, texts

from casepress.brochure import plan_brochure
from casepress.build.freshness.look import look
from casepress.case.model import Case
from casepress.display import DisplayList, PictureItem

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


METRIC = {"label": "党员", "unit": "名", "from": {"value": "3093", "when": "2010年"},
          "to": {"value": "5624", "when": "目前"}}  # fmt: skip
OTHER = {"label": "区域税收", "unit": "亿元", "from": {"value": "23"}, "to": {"value": "38"}}


@pytest.mark.parametrize("words", ["名（含流动党员，按年末口径）", LONG, LATIN])
@pytest.mark.parametrize(
    "field", ["label", "unit", "from.value", "from.when", "to.value", "to.when"]
)
@pytest.mark.parametrize("count", [1, 2, 4])
def test_a_metric_takes_the_lines_its_words_need(
    plan: Planner, count: int, field: str, words: str
) -> None:
    side, _, key = field.rpartition(".")
    metric = METRIC | ({side: METRIC[side] | {key: words}} if side else {key: words})  # type: ignore[operator]
    book = plan(case(results={"lead": SENTENCE, "metrics": [metric, *[OTHER] * (count - 1)]}))
    said = "".join(text for source, text in read(book) if source.startswith("results.metrics"))
    assert solid(words) in solid(said)
    assert sound(book)


@pytest.mark.parametrize("words", ["以上（按事项数量计算）", LONG, LATIN])
@pytest.mark.parametrize("field", ["before", "unit", "after", "caption"])
@pytest.mark.parametrize("kind", ["share", "increase"])
def test_a_drawn_figure_keeps_its_numeral_as_long_as_its_column_holds_it(
    plan: Planner, kind: str, field: str, words: str
) -> None:
    figure = {"value": "95", "unit": "%", "kind": kind, "caption": "集中率"} | {field: words}
    figures = [figure, {"value": "75", "unit": "%", "kind": "share", "caption": "办结率"}] * 2
    items = [{"title": "成效", "text": SENTENCE, "key_figures": figures}]
    book = plan(case(results={"items": items}))
    said = "".join(text for source, text in read(book) if "key_figures[0]" in source)
    assert solid(words) in solid(said)
    alone = [item for page in book.pages for item in texts(page) if item.line.text == "95"]
    assert bool(alone) is (field != "before")
    assert sound(book)


@pytest.mark.parametrize("words", ["减去不必要的负担", SENTENCE, LONG, LATIN])
@pytest.mark.parametrize("field", ["label", "value"])
@pytest.mark.parametrize("count", [1, 3, 4, 9])
def test_pairs_take_the_lines_they_need(plan: Planner, count: int, field: str, words: str) -> None:
    pairs = [{"label": f"方面{n}", "value": f"“成绩{n}”"} for n in range(count)]
    pairs[-1] |= {field: words}
    items = [{"title": "成效", "text": SENTENCE, "pairs": pairs}]
    book = plan(case(results={"items": items}))
    for n, pair in enumerate(pairs):
        said = sourced(book, f"results.items[0].pairs[{n}]")
        assert said == solid(pair["label"] + pair["value"])
    assert sound(book)


@pytest.mark.parametrize("title", [SENTENCE * 2, LONG, LATIN * 3])
def test_the_title_of_a_chart_takes_the_lines_it_needs(plan: Planner, title: str) -> None:
    figures = [{"value": "95", "unit": "%", "kind": "share", "caption": "集中率"}] * 2
    item = {"title": "成效", "text": SENTENCE, "key_figures": figures, "chart_title": title}
    results = {
        "items": [{"title": "甲", "text": SENTENCE}, item],
        "metrics": [METRIC, OTHER],
        "chart_title": title,
    }
    book = plan(case(results=results))
    for place in ("results.chart_title", "results.items[1].chart_title"):
        assert solid(title) in sourced(book, place)
    assert sound(book)


@pytest.mark.parametrize("date", ["", "2017-07-11", "二〇一七年七月发布、次年三月修订", LONG])
@pytest.mark.parametrize("contributor", ["", "某市某区委组织部", LONG])
@pytest.mark.parametrize("form", ["zhujin", "gongwen"])
def test_contributor_and_date_share_the_foot_or_stand_below_each_other(
    content: Path, form: str, contributor: str, date: str
) -> None:
    theme, fonts = look(form, ())
    whole = case(date=date, source={"contributor": contributor})
    book = plan_brochure(whole, theme, fonts, base_dir=content)
    said = "".join(text for _, text in read(book))
    assert solid(contributor) in solid(said)
    assert ("2017年7月" if date == "2017-07-11" else solid(date)) in solid(said)
    assert sound(book)


@pytest.mark.parametrize("name", ["主要做法", "推动园区转型发展的主要做法", SENTENCE, LONG])
def test_a_long_name_of_the_practices_keeps_clear_of_them(plan: Planner, name: str) -> None:
    practices = [{"title": f"第{n}项做法", "lead": SENTENCE} for n in range(1, 5)]
    book = plan(case(practices=practices, headings={"practices": name}))
    assert ("opener" in kinds(book)) is (len(name) < 20)
    assert solid(name) in sourced(book, "headings.practices")
    assert sound(book)


def test_the_words_about_the_question_stand_below_it_where_notes_are_beside_it(
    plan: Planner,
) -> None:
    note = {"term": "注", "text": SENTENCE * 4}
    background = {"text": SENTENCE, "question": "如何破题", "question_note": "课题",
                  "sidenotes": [note, note]}  # fmt: skip
    book = plan(case(background=background))
    assert "课题" in sourced(book, "background.question_note")
    assert sound(book)


DRAWN = {"text": SENTENCE, "problems": ["动力不足", "资源有限"], "path_name": "融合",
         "path_words": ["统领", "创新"]}  # fmt: skip


@pytest.mark.parametrize("words", ["园区高质量发展的融合式党建新路径", SENTENCE, LONG, LATIN])
@pytest.mark.parametrize(
    "field", ["path_name", "path_title", "path_note", "path_words", "problems"]
)
def test_the_diagram_makes_room_for_long_words_or_is_reported(
    plan: Planner, field: str, words: str
) -> None:
    practices = [{"title": f"第{n}项做法", "label": words, "lead": SENTENCE} for n in range(2)]
    value = [words, "资源有限"] if field in ("path_words", "problems") else words
    book = plan(case(background=DRAWN | {field: value}, practices=practices))
    drawn = "diagram" in kinds(book)
    assert drawn is not any("background.path_name" in notice for notice in book.notices)
    if drawn:
        page = book.pages[kinds(book).index("diagram")]
        said = "".join(item.line.text for item in texts(page))
        assert solid(words) in solid(said)
    assert drawn or words == LONG
    assert sound(book)


@pytest.mark.parametrize("sentences", [1, 20, 34])
def test_what_is_left_out_to_fill_a_sheet_or_for_want_of_room_is_reported(
    plan: Planner, sentences: int
) -> None:
    background = DRAWN | {"text": SENTENCE * sentences, "question": "如何破题"}
    practices = [{"title": f"第{n}项做法", "label": "融合", "lead": SENTENCE} for n in range(2)]
    drawn = set()
    for lessons in (1, 4, 7, 10):
        items = [{"title": "必须坚持", "text": SENTENCE * 40} for _ in range(lessons)]
        book = plan(case(background=background, practices=practices, lessons={"items": items}))
        asked = any(e.source == "background.question" for e in book.elements)
        assert asked is (sentences < 34)
        assert asked is not ("CP0821@background.question" in book.notices)
        drawn.add("diagram" in kinds(book))
        assert ("diagram" in kinds(book)) is not ("CP0821@background.path_name" in book.notices)
    assert drawn == {True, False}


def test_the_question_stands_between_the_text_and_a_picture(plan: Planner, sample: Case) -> None:
    book = plan(sample)
    page = book.pages[kinds(book).index("background")]
    asked = next(item for item in texts(page) if item.line.text.startswith("如何让车"))
    picture = next(item for item in page.items if isinstance(item, PictureItem))
    said = [item.y_pt for item in texts(page) if item.line.text.startswith("走，成为")]
    assert said[0] < asked.y_pt < picture.rect.y
    assert sound(book)
