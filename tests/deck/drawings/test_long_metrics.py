"""Metrics whose name, unit or statement is longer than its frame still make a slide."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.deck.reading import overfull, text_of

from casepress.deck.fit.fitter import Fitter
from casepress.deck.model import ChartFill, Deck, Slide

NAME = "群众对社区居家养老服务设施建设和管理工作的满意度（虚构，第三方电话调查）"


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize(
    ("changed", "drawn"),
    [
        ({"label": NAME}, True),
        ({"unit": "件次（含线上线下和委托办理的）"}, None),
        ({"label": NAME * 3, "unit": "件次（含线上线下和委托办理的）" * 3}, False),
        ({"stated": "由最多时的每月三十余件下降到每月不足十件，并且连续十二个月没有反弹"}, None),
    ],
)
def test_a_metric_of_many_words_is_drawn_or_told(
    made: Callable[..., Deck],
    fitter: Fitter,
    changed: dict[str, str],
    drawn: bool | None,
    count: int,
) -> None:
    metric = {"label": "投诉", "unit": "件", "from": {"value": "320"}, "to": {"value": "96"}}
    rows = [metric | changed] + [metric | {"label": f"指标{n}"} for n in range(1, count)]
    deck = made(title="案例", practices=[{"title": "做法"}], results={"metrics": rows})
    slides = [s for s in deck.slides if "320" in text_of(s) or _charts(s)]
    said = "".join(s.title + text_of(s) for s in slides)
    assert slides and not overfull(deck, fitter)
    if "label" in changed:
        assert changed["label"] in said
    if drawn is not None and count == 1:
        assert any(_charts(s) for s in slides) is drawn


def _charts(slide: Slide) -> bool:
    return any(isinstance(one, ChartFill) for one in slide.fills)
