"""The decks of all example cases, planned once in each look."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from casepress.case.load import load_case
from casepress.deck import plan_deck
from casepress.deck.model import Deck
from casepress.fonts import FontLibrary
from casepress.theme.load import load_theme
from casepress.theme.model import Theme

CASES = ("wuhou", "sample", "minimal")
LAYOUTS = ("zhujin", "moqing")


@pytest.fixture(scope="session")
def fonts() -> FontLibrary:
    return FontLibrary.bundled()


@pytest.fixture(scope="session")
def theme() -> Theme:
    return load_theme("zhujin")


@pytest.fixture(scope="session")
def deck_of(root: Path, fonts: FontLibrary) -> Callable[[str, str], Deck]:
    @cache
    def plan(case: str, layout: str = "zhujin") -> Deck:
        loaded = load_case(root / "content" / f"{case}.yaml").case
        return plan_deck(loaded, load_theme(layout), fonts, base_dir=root / "content")

    return plan


@pytest.fixture(scope="session")
def deck(deck_of: Callable[[str], Deck]) -> Deck:
    return deck_of("wuhou")
