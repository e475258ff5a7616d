"""Practices of a few lines share a page; longer ones keep pages of their own."""

from __future__ import annotations

from tests.brochure.conftest import Planner

from casepress.case.model import Case
from casepress.display import DisplayList, TextItem

LONG = "把十四个窗口合成四个，群众只进一扇门，材料在里面流转，不用自己跑。" * 20


def case(*practices: dict[str, object]) -> Case:
    return Case.model_validate({"title": "虚构示例", "practices": list(practices)})


def pages_of(display: DisplayList) -> list[str]:
    return [
        "".join(item.line.text for item in page.items if isinstance(item, TextItem))
        for page in display.pages
        if page.kind == "practice"
    ]


def test_brief_practices_in_a_row_share_a_page(plan: Planner) -> None:
    display = plan(case(*({"title": f"做法{n}号", "lead": f"只有一句话{n}。"} for n in "甲乙丙")))
    (page,) = pages_of(display)
    assert [page.index(f"只有一句话{n}。") for n in "甲乙丙"] == sorted(
        page.index(f"只有一句话{n}。") for n in "甲乙丙"
    )
    places = {one.name: one.page for one in display.destinations}
    assert len({places[f"practices[{n}]"] for n in range(3)}) == 1


def test_a_long_one_between_them_keeps_its_own(plan: Planner) -> None:
    brief = {"title": "简短", "lead": "一句话。"}
    display = plan(case(brief, {"title": "长的", "lead": LONG}, brief))
    assert ["长的" in page for page in pages_of(display)] == [False, True, False]


def test_more_than_fit_go_on_overleaf_and_none_is_lost(plan: Planner) -> None:
    count = 12
    display = plan(case(*({"title": f"第{n}条", "lead": f"内容{n}完。"} for n in range(count))))
    pages = pages_of(display)
    assert 1 < len(pages) < count
    assert all(any(f"内容{n}完。" in page for page in pages) for n in range(count))
