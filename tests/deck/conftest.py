"""The real case and its deck, planned once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from casepress.case.load import load_case
from casepress.case.model import Case
from casepress.deck import plan_deck
from casepress.deck.fit.fitter import Fitter
from casepress.deck.model import Deck
from casepress.fonts import FontLibrary
from casepress.theme.load import load_theme
from casepress.theme.model import Theme


@pytest.fixture(scope="session")
def theme() -> Theme:
    return load_theme("zhujin")


@pytest.fixture(scope="session")
def fonts() -> FontLibrary:
    return FontLibrary.bundled()


@pytest.fixture(scope="session")
def fitter(theme: Theme, fonts: FontLibrary) -> Fitter:
    return Fitter(theme.deck, fonts)


@pytest.fixture(scope="session")
def wuhou(root: Path) -> Case:
    return load_case(root / "content" / "wuhou.yaml").case


@pytest.fixture(scope="session")
def sample(root: Path) -> Case:
    return load_case(root / "content" / "sample.yaml").case


@pytest.fixture(scope="session")
def planned(root: Path, theme: Theme, fonts: FontLibrary) -> Callable[[Case], Deck]:
    def plan(case: Case) -> Deck:
        return plan_deck(case, theme, fonts, base_dir=root / "content")

    return plan


@pytest.fixture(scope="session")
def deck(wuhou: Case, planned: Callable[[Case], Deck]) -> Deck:
    return planned(wuhou)


@pytest.fixture(scope="session")
def made(planned: Callable[[Case], Deck]) -> Callable[..., Deck]:
    """Plan the deck of a case given as plain data."""

    def make(**fields: Any) -> Deck:
        return planned(Case.model_validate(fields))

    return make
