"""The collection of the repository, planned once for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from casepress.book import BookPlan, plan_book
from casepress.case.load_collection import LoadedCollection, load_collection
from casepress.display import DisplayList
from casepress.fonts.library import FontLibrary
from casepress.theme.load import load_theme


@pytest.fixture(scope="session")
def fonts() -> FontLibrary:
    return FontLibrary.bundled()


@pytest.fixture(scope="session")
def loaded(root: Path) -> LoadedCollection:
    return load_collection(root / "content" / "collection.yaml")


@pytest.fixture(scope="session")
def planned(loaded: LoadedCollection, fonts: FontLibrary) -> BookPlan:
    return plan_book(loaded.collection, loaded.members, load_theme("zhujin"), fonts)


@pytest.fixture(scope="session")
def whole(planned: BookPlan) -> DisplayList:
    return planned.whole
