"""Editors' notes that the back cover has no room for stand before it, whole."""

from __future__ import annotations

import pytest
from tests.brochure.conftest import Planner
from tests.brochure.sheets import collisions, kinds, outside, solid, sourced, texts

from casepress.case.model import Case


def noted(count: int, **more: object) -> Case:
    notes = [{"term": f"第{n}处", "text": f"第{n}处原文有出入，照录不改。"} for n in range(count)]
    whole = {"title": "虚构示例", "organisation": "示例单位（虚构）", "editorial": notes,
             "practices": [{"title": "甲", "lead": "乙。"}], **more}  # fmt: skip
    return Case.model_validate(whole)


@pytest.mark.parametrize("count", [1, 20, 40, 60, 200])
def test_no_note_is_lost_or_leaves_its_page(plan: Planner, count: int) -> None:
    case = noted(count)
    book = plan(case)
    for n, note in enumerate(case.editorial):
        assert sourced(book, f"editorial[{n}]") == solid(f"{note.term}：{note.text}")
    assert not outside(book)
    assert not collisions(book)


def test_the_back_cover_says_on_which_page_they_stand(plan: Planner) -> None:
    book = plan(noted(60))
    number = kinds(book).index("remarks") + 1
    last = "".join(item.line.text for item in texts(book.pages[-1]))
    assert f"见第{number}页" in last and "第59处" not in last


def test_few_notes_stay_on_the_back_cover(plan: Planner) -> None:
    book = plan(noted(8))
    assert "remarks" not in kinds(book)
    assert "第7处原文有出入" in "".join(item.line.text for item in texts(book.pages[-1]))


def test_each_of_several_long_groups_has_its_heading(plan: Planner) -> None:
    rights = "本册文字和图片的权利归示例单位所有（虚构），未经许可不得转载。" * 60
    book = plan(noted(60, colophon={"rights": rights}))
    assert sourced(book, "colophon.rights") == solid(rights)
    heads = [
        item.line.text for page in book.pages if page.kind == "remarks" for item in texts(page)
    ]
    assert "编者注" in heads and "权利" in heads
    assert not outside(book)
