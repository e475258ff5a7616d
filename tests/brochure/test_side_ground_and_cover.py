"""The tint of the side column stands where notes stand; a cover picture is never dropped unsaid."""

from __future__ import annotations

import pytest

from casepress.case.load import load_case
from casepress.case.model import Lesson, Lessons
from casepress.display import BoxItem, PictureItem, TextItem
from casepress.theme.load import load_theme


def tinted(page) -> bool:
    return any(isinstance(i, BoxItem) and i.ink == "panel" and i.bleeds for i in page.items)


def test_a_page_without_side_notes_has_no_tint_beside_it(plan, content):
    case = load_case(content / "minimal.yaml").case
    pages = plan(case, load_theme("moqing")).pages
    assert [page.kind for page in pages if tinted(page)] == []


def test_pages_with_side_notes_keep_their_tint(plan, wuhou):
    pages = plan(wuhou, load_theme("moqing")).pages
    assert [tinted(page) for page in pages if page.kind == "practice"] == [True] * 4


@pytest.fixture
def pictured(content):
    case = load_case(content / "sample.yaml").case
    figure = case.figures[0].model_copy(update={"at": "cover"})
    return case.model_copy(update={"figures": (figure,), "subtitle": ""})


@pytest.mark.parametrize("layout", ["zhujin", "moqing", "plain"])
def test_a_long_title_gives_way_to_the_cover_picture(plan, pictured, layout):
    case = pictured.model_copy(
        update={"title": "探索“融合式”|党建模式|点燃园区|转型发展|“红色引擎”"}
    )
    shown = plan(case, load_theme(layout))
    (picture,) = [item for item in shown.pages[0].items if isinstance(item, PictureItem)]
    assert picture.rect.height >= 108 and "CP0822" not in shown.notices


def test_a_cover_picture_without_room_is_reported(plan, pictured):
    case = pictured.model_copy(update={"title": "把这一件很小很小的事情做好做长|" * 8})
    shown = plan(case)
    assert "CP0822" in shown.notices
    assert not any(isinstance(item, PictureItem) for item in shown.pages[0].items)


def test_a_long_name_of_a_unit_stays_on_the_cover(plan, content):
    name = "某某特大型国有控股能源化工装备制造股份有限公司西北区域新能源与储能事业发展中心"
    case = load_case(content / "minimal.yaml").case
    long = case.model_copy(update={"organisation": name, "kind": ""})
    page = plan(long, load_theme("zhujin")).pages[0]
    lines = [item for item in page.items if isinstance(item, TextItem)]
    assert all(item.x_pt + item.line.width_pt <= page.width_pt for item in lines)


def test_lessons_without_a_word_make_no_page(plan, content):
    case = load_case(content / "minimal.yaml").case
    empty = Lessons(items=(Lesson(title="", text=""),))
    pages = plan(case.model_copy(update={"lessons": empty}), load_theme("zhujin")).pages
    assert "lessons" not in [page.kind for page in pages]
