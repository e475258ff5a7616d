"""The real case and the sample, planned once for all tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from casepress.brochure import plan_brochure
from casepress.case.load import load_case
from casepress.case.model import Case
from casepress.display import DisplayList
from casepress.fonts.library import FontLibrary
from casepress.theme.load import load_theme
from casepress.theme.model import Theme

Planner = Callable[..., DisplayList]


@pytest.fixture(scope="session")
def content(root: Path) -> Path:
    return root / "content"


@pytest.fixture(scope="session")
def wuhou(content: Path) -> Case:
    return load_case(content / "wuhou.yaml").case


@pytest.fixture(scope="session")
def sample(content: Path) -> Case:
    return load_case(content / "sample.yaml").case


@pytest.fixture(scope="session")
def zhujin() -> Theme:
    return load_theme("zhujin")


@pytest.fixture(scope="session")
def plan(content: Path, zhujin: Theme) -> Planner:
    """Plan a case, with the default theme unless another is given."""
    fonts = FontLibrary.bundled()

    def planned(case: Case, theme: Theme = zhujin) -> DisplayList:
        return plan_brochure(case, theme, fonts, base_dir=content)

    return planned


@pytest.fixture(scope="session")
def book(plan: Planner, wuhou: Case) -> DisplayList:
    return plan(wuhou)
