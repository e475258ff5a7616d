"""What opens and closes a session, of cases that are not the usual three of each."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.deck.reading import by_key, overfull, text_of

from casepress.deck.fit.fitter import Fitter
from casepress.deck.model import Deck

Made = Callable[..., Deck]
THIN = {"title": "案例", "practices": [{"title": "做法一"}]}


@pytest.mark.parametrize(("count", "layout"), [(1, "content"), (2, "measures2"), (3, "keywords3"),
                                               (4, "measures4")])  # fmt: skip
def test_goals_take_the_layout_for_their_number(made: Made, count: int, layout: str):
    goals = [{"keyword": f"看{n}", "text": f"第{n}个目标是什么"} for n in range(count)]
    slide = by_key(made(**THIN, teaching={"objectives": goals}), "goals")
    assert slide.layout == layout
    assert all(goal["keyword"] in text_of(slide) for goal in goals)


def test_a_series_too_long_for_its_line_leaves_the_cover_whole(made: Made, fitter: Fitter):
    series = "全国基层干部学习培训教材攻坚克难案例丛书基层治理类第三辑上册（虚构）" * 2
    deck = made(**THIN, series=series)
    assert "培训课件" in text_of(by_key(deck, "cover")) and not overfull(deck, fitter)


@pytest.mark.parametrize("count", [5, 9, 40])
def test_goals_that_one_slide_does_not_hold_go_on(made: Made, count: int):
    goals = [{"keyword": f"看{n}", "text": f"能说出第{n}个做法的要点和它的成效，并举一例说明"}
             for n in range(count)]  # fmt: skip
    deck = made(**THIN, teaching={"objectives": goals})
    said = "\n".join(text_of(s) for s in deck.slides if s.key.startswith("goals")).split("\n")
    assert [line for line in said if line in {g["text"] for g in goals}] == [
        g["text"] for g in goals
    ]
    assert [line for line in said if line in {g["keyword"] for g in goals}] == [
        g["keyword"] for g in goals
    ]


def test_the_summary_says_nothing_twice(made: Made):
    lessons = [f"必须坚持“{word}”" for word in ("跟着走", "围着转", "亮在明处", "落到家门")]
    items = [{"title": title, "text": "启示的正文。"} for title in lessons]
    slide = by_key(made(**THIN, lessons={"items": items}), "summary")
    assert slide.title == "必须坚持“跟着走”"
    said = text_of(slide).split("\n")
    assert {"围着转", "亮在明处", "落到家门"} <= set(said) and "跟着走" not in said


def test_a_percentage_is_no_repetition_of_a_count(made: Made):
    figures = [{"value": value, "unit": "%", "caption": f"比率{value}"}
               for value in ("98", "96", "100", "67")]  # fmt: skip
    metric = {"label": "投诉", "unit": "件", "from": {"value": "320"}, "to": {"value": "96"}}
    item = {"title": "办事快了", "text": "办事的正文。", "key_figures": figures}
    slide = by_key(made(**THIN, results={"items": [item], "metrics": [metric]}), "result-1")
    assert slide.layout == "hero_number" and "比率96" in text_of(slide)


LONG = "把党建优势转化为发展优势和治理优势，办好群众身边的每一件小事"


@pytest.mark.parametrize("statement", ["党建强、发展强", LONG * 2, ""])
@pytest.mark.parametrize(("count", "text"), [(1, "先看变化"), (2, "先看变化"), (3, LONG),
                                             (4, "先看变化"), (20, LONG)])  # fmt: skip
def test_takeaways_of_any_number_and_length_are_all_shown(
    made: Made, fitter: Fitter, count: int, text: str, statement: str
):
    takeaways = [{"kicker": f"第{n}件", "text": f"{text}{n}"} for n in range(count)]
    deck = made(**THIN, teaching={"takeaways": takeaways, "statement": statement})
    slides = [s for s in deck.slides if s.key.startswith("summary")]
    said = "\n".join(text_of(s) for s in slides).replace("\v", "")
    for one in takeaways:
        assert one["kicker"] in said and one["text"] in said
    assert statement in "".join((slides[0].title, said))
    assert not overfull(deck, fitter)


def test_three_short_takeaways_stand_in_columns(made: Made):
    takeaways = [{"kicker": f"第{n}件", "text": "先看变化"} for n in range(3)]
    deck = made(**THIN, teaching={"takeaways": takeaways, "statement": "党建强、发展强"})
    assert by_key(deck, "summary").layout == "summary"
