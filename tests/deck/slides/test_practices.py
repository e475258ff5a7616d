"""How the ways to show practices are chosen, and how few of them are made for it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from tests.deck.reading import by_key, text_of

from casepress.case.model import Case
from casepress.deck import plan_deck
from casepress.deck.draft import Draft
from casepress.deck.model import Deck
from casepress.deck.slides import practices
from casepress.deck.slides.practices import in_rhythm
from casepress.fonts import FontLibrary
from casepress.theme.model import Theme

WAYS = [("rows",), ("columns",), ("rows", "columns"), ("columns", "rows"), ("rows", "tiles", "big")]


def test_a_list_is_never_chosen_where_another_way_fits() -> None:
    def drafts(layouts: tuple[str, ...]) -> list[tuple[Draft, ...]]:
        return [(Draft("k", layout, "t"),) for layout in layouts]

    for ways in product(WAYS, repeat=4):
        without = in_rhythm([drafts(layouts) for layouts in ways])
        assert in_rhythm([drafts((*layouts, "content")) for layouts in ways]) == without


def test_lists_are_made_only_where_nothing_else_fits(
    wuhou: Case, theme: Theme, fonts: FontLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    real = practices.group_pages

    def counting(desk: object, base: Draft, groups: object) -> object:
        made.append(base.key)
        return real(desk, base, groups)  # type: ignore[arg-type]

    monkeypatch.setattr(practices, "group_pages", counting)
    deck = plan_deck(wuhou, theme, fonts, base_dir=Path())
    shown = [s.key for s in deck.slides if s.layout == "content" and s.key.startswith("practice")]
    assert len(wuhou.practices) >= 3 and made == shown


@pytest.mark.parametrize("text", ["一句话。", "这一句话写得稍微长一些，看它怎么处理。", ""])
def test_a_single_measure_is_not_said_twice(made: Callable[..., Deck], text: str) -> None:
    measure = {"title": "一项措施", "text": text}
    deck = made(title="案例", practices=[{"title": "一项做法", "measures": [measure]}])
    said = text_of(by_key(deck, "practice-1")).split("\n")
    assert said.count("一项措施") == 1 and (not text or text[:3] in "".join(said))
