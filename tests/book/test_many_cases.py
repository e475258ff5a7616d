"""A book of twenty made-up cases; benchmarks/books.py measures a hundred."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from casepress.book import BookPlan, plan_book
from casepress.book.covers import spine_mm
from casepress.book.sheet import plan_cover_sheet
from casepress.case.load_collection import MembersFailed, load_collection
from casepress.display import RuleItem, TextItem
from casepress.fonts.library import FontLibrary
from casepress.theme.load import load_theme
from casepress.units import mm

COUNT = 20


def made_up(root: Path, folder: Path, count: int) -> Path:
    spec = importlib.util.spec_from_file_location("made_up", root / "benchmarks" / "made_up.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    path: Path = module.write(folder, count)
    return path


@pytest.fixture(scope="module")
def planned(root: Path, tmp_path_factory: pytest.TempPathFactory, fonts: FontLibrary) -> BookPlan:
    loaded = load_collection(made_up(root, tmp_path_factory.mktemp("many"), COUNT))
    told: list[tuple[int, int]] = []
    plan = plan_book(
        loaded.collection, loaded.members, load_theme("zhujin"), fonts,
        progress=lambda done, total: told.append((done, total)),
    )  # fmt: skip
    assert told == [(n, COUNT) for n in range(1, COUNT + 1)]
    return plan


def test_all_places_and_folios_hold(planned: BookPlan) -> None:
    whole = planned.whole
    names = [place.name for place in whole.destinations]
    assert len(names) == len(set(names))
    labels = [page.label for page in whole.pages]
    body = labels.index("1")
    assert labels[body:-2] == [str(n) for n in range(1, len(labels) - body - 1)]
    places = {place.name: labels[place.page] for place in whole.destinations}
    for page in whole.pages:
        for link in page.links:
            match = re.search(r"第(\w+)页$", link.contents)
            assert match and places[link.destination or ""] == match[1]


def test_the_index_names_pages_the_words_stand_on(planned: BookPlan) -> None:
    whole = planned.whole
    labels = {page.label: page for page in whole.pages}
    index = next(page for page in whole.pages if page.kind.startswith("index"))
    entries: dict[int, list[str]] = {}
    for item in index.items:
        if isinstance(item, TextItem) and item.element is not None:
            element = whole.elements[item.element]
            body = element.id if element.role == "LBody" else element.parent or 0
            entries.setdefault(body, []).append(item.line.text)
    listed = [texts for id, texts in entries.items() if whole.elements[id].role == "LBody"]
    assert len(listed) > 5
    for name, *pages in listed:
        for page in pages:
            first = labels[page.rstrip(",").split("–")[0]]
            words = "".join(i.line.text for i in first.items if isinstance(i, TextItem))
            assert name.replace(" ", "") in words.replace(" ", "")


def test_the_last_page_of_the_contents_is_no_mere_remainder(planned: BookPlan) -> None:
    contents = [page for page in planned.whole.pages if page.kind == "contents"]
    leaders = [sum(isinstance(item, RuleItem) for item in page.items) for page in contents]
    assert len(contents) == 1 or leaders[-1] >= 4


def test_spine_follows_from_pages_and_paper_and_carries_the_title(planned: BookPlan) -> None:
    desk = planned.desk
    assert desk.pages == len(planned.interior.pages)
    assert spine_mm(desk, desk.pages) == (round(desk.pages / 2 * 0.1 + 2 * 0.28, 1), False)
    sheet = plan_cover_sheet(planned, 12.0)
    (page,) = sheet.display.pages
    assert sheet.titled
    assert page.width_pt == pytest.approx(2 * desk.grid.width + mm(12))
    assert page.folds_pt == pytest.approx((desk.grid.width, desk.grid.width + mm(12)))
    upright = [item for item in page.items if isinstance(item, TextItem) and item.vertical]
    middle = desk.grid.width + mm(6)
    assert upright[0].line.text == desk.title
    assert all(item.x_pt == pytest.approx(middle) for item in upright)
    narrow = plan_cover_sheet(planned, 4.0)
    assert not narrow.titled
    assert not any(isinstance(i, TextItem) and i.vertical for i in narrow.display.pages[0].items)


def test_every_case_that_cannot_be_planned_is_named(
    root: Path, tmp_path: Path, fonts: FontLibrary
) -> None:
    path = made_up(root, tmp_path, 3)
    for number in (1, 3):
        case = tmp_path / f"case-{number:04}.yaml"
        before, background, after = case.read_text(encoding="utf-8").partition("background:")
        after = after.replace("（虚构）", "（\U0003134a）", 1)
        case.write_text(before + background + after, encoding="utf-8")
    loaded = load_collection(path)
    with pytest.raises(MembersFailed) as caught:
        plan_book(loaded.collection, loaded.members, load_theme("zhujin"), fonts)
    assert [index for index, _ in caught.value.failures] == [0, 2]
