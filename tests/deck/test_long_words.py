"""Words too long for the form drawn for them: another form, or the notes, and never a refusal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.deck.reading import overfull, text_of

from casepress.deck.fit.fitter import Fitter
from casepress.deck.model import Deck

Made = Callable[..., Deck]
LONG = "本句话是为了试验而写的虚构示例，没有别的意思，读者不必当真。"
PRACTICES = [{"title": f"第{n}项做法", "measures": [{"title": "一项措施", "text": LONG}]}
             for n in range(4)]  # fmt: skip


def said(deck: Deck) -> str:
    return "\n".join(text_of(slide) for slide in deck.slides).replace("\v", "")


@pytest.mark.parametrize("detail", [
    {"kind": "terms", "heading": LONG, "terms": [{"label": "某某联动", "value": LONG}] * 5,
     "bases": ["五联工作法"]},
    {"kind": "contrast", "before": {"label": LONG, "value": "14个"}, "conclusion": LONG,
     "after": {"label": "集中办理", "value": LONG}, "terms": [{"label": "审批", "value": LONG}]},
])  # fmt: skip
def test_the_second_page_of_a_practice_becomes_a_list(
    made: Made, fitter: Fitter, detail: dict[str, Any]
) -> None:
    first, *others = PRACTICES
    deck = made(title="案例", practices=[first | {"detail": detail | {"title": "要点"}}, *others])
    shown = said(deck)
    terms = [pair for pair in (*detail["terms"], detail.get("before"), detail.get("after")) if pair]
    for pair in terms:
        assert pair["label"] in shown and pair["value"] in shown
    assert not overfull(deck, fitter)


@pytest.mark.parametrize("count", [2, 4, 9])
def test_the_overview_of_practices_becomes_a_table(made: Made, fitter: Fitter, count: int) -> None:
    practices = [PRACTICES[0] | {"title": f"做法{n}", "obstacle": f"{n}{LONG}", "action": LONG}
                 for n in range(count)]  # fmt: skip
    deck = made(title="案例", practices=practices)
    shown = said(deck)
    assert all(f"{n}{LONG}".rstrip("。") in shown for n in range(count))
    keys = [slide.key for slide in deck.slides]
    assert len(keys) == len(set(keys))
    assert not overfull(deck, fitter)


@pytest.mark.parametrize("words", ["讲授", LONG, LONG * 2])
def test_a_timetable_of_many_words_stands_without_its_bar(
    made: Made, fitter: Fitter, words: str
) -> None:
    names = {"overview": "速览", "practices": "做法", "results": "成效", "lessons": "启示"}
    parts = [{"id": part, "name": name, "minutes": 10, "method": words, "criterion": words}
             for part, name in names.items()]  # fmt: skip
    results = {"lead": LONG, "items": [{"title": "成效一", "text": LONG}]}
    lessons = {"items": [{"title": "启示一", "text": LONG}]}
    deck = made(title="案例", background={"text": LONG}, practices=PRACTICES, results=results,
                lessons=lessons, teaching={"minutes": 45, "parts": parts})  # fmt: skip
    plans = [slide for slide in deck.slides if slide.key.startswith("plan")]
    assert plans[0].layout == ("chart_table" if words == "讲授" else "table")
    assert not overfull(deck, fitter)


def test_clauses_of_a_title_without_room_are_said_in_the_notes(made: Made) -> None:
    title = "，".join("启示的题目很长很长很长很长很长" for _ in range(6))
    deck = made(title="案例", practices=PRACTICES,
                lessons={"items": [{"title": title, "text": LONG}]})  # fmt: skip
    slide = next(slide for slide in deck.slides if slide.key == "lessons")
    assert title.startswith(slide.title) and len(slide.title) < len(title)
    assert title in str(slide.notes)
    assert [d.id for d in deck.diagnostics if d.params.get("text") == title] == ["CP0803"]


def test_a_title_is_not_cut_inside_a_quotation(made: Made) -> None:
    title = f"必须坚持“{'很长很长很长很长很长很长很长，' * 3}到底”，不动摇" + "，再接再厉" * 12
    lessons = {"items": [{"title": title, "text": LONG}]}
    deck = made(title="案例", practices=PRACTICES, lessons=lessons)
    slide = next(slide for slide in deck.slides if slide.key == "lessons")
    assert slide.title.count("“") == slide.title.count("”") == 1
    assert title.startswith(slide.title) and len(slide.title) < len(title)


def test_an_authors_title_without_room_is_said_in_the_notes(made: Made) -> None:
    first, *others = PRACTICES
    deck = made(title="案例", practices=[first | {"slide": {"title": LONG * 3}}, *others])
    assert any((LONG * 3).rstrip("。") in str(slide.notes) for slide in deck.slides)


@pytest.mark.parametrize("words", [LONG * 2, LONG * 4])
@pytest.mark.parametrize("field", ["conclusion", "caption"])
def test_figures_of_a_result_with_long_words_become_a_list(
    made: Made, fitter: Fitter, field: str, words: str
) -> None:
    figures = [{"value": str(n), "unit": "%", "caption": f"比率{n}"} for n in (95, 96, 97)]
    item: dict[str, Any] = {"title": "办事快了", "text": "正文。", "key_figures": figures}
    if field == "caption":
        figures[0]["caption"] = words
    else:
        item["conclusion"] = words
    deck = made(title="案例", practices=PRACTICES, results={"items": [item]})
    shown = said(deck)
    assert words.rstrip("。") in shown
    assert "比率97" in shown
    assert not overfull(deck, fitter)


def test_terms_of_a_result_with_long_words_become_a_list(made: Made, fitter: Fitter) -> None:
    pairs = [{"label": f"方面{n}", "value": LONG} for n in range(4)]
    item = {"title": "办事快了", "text": "正文。", "pairs": pairs}
    deck = made(title="案例", practices=PRACTICES, results={"items": [item]})
    assert said(deck).count(LONG.rstrip("。")) >= 4
    assert not overfull(deck, fitter)


@pytest.mark.parametrize("question", ["怎么做", LONG, LONG * 2])
def test_the_guiding_question_of_a_part_is_smaller_where_it_is_long(
    made: Made, fitter: Fitter, question: str
) -> None:
    parts = [{"id": part, "name": part[:4], "minutes": 10, "question": question}
             for part in ("overview", "practices", "results", "lessons")]  # fmt: skip
    deck = made(title="案例", background={"text": LONG}, practices=PRACTICES,
                results={"lead": LONG}, lessons={"items": [{"title": "启示一", "text": LONG}]},
                teaching={"minutes": 45, "parts": parts})  # fmt: skip
    asked = [slide for slide in deck.slides if slide.layout == "divider"]
    assert asked and all(question in text_of(slide) for slide in asked)
    assert not overfull(deck, fitter)
