"""Which pages a case gets: kinds, order, whole signatures, nothing empty."""

from __future__ import annotations

from typing import Any

import pytest
from tests.brochure.sheets import collisions, kinds, outside, read, solid, texts

from casepress.case.model import Case
from casepress.theme.load import load_theme

REAL = [
    "cover", "abstract", "contents", "background", "diagram", "opener",
    "practice", "practice", "practice", "practice", "results", "results", "results",
    "lessons", "discussion", "colophon",
]  # fmt: skip


def altered(case: Case, **fields: Any) -> Case:
    return Case.model_validate(case.model_dump(by_alias=True) | fields)


def practice(case: Case, number: int, measures: int, **fields: Any) -> dict[str, Any]:
    """A practice of *case* with measures taken from all of its practices."""
    pool = [m.model_dump() for p in case.practices for m in p.measures]
    chosen = [pool[(number * 3 + k) % len(pool)] for k in range(measures)]
    base = case.practices[number % len(case.practices)].model_dump()
    return base | {"measures": chosen} | fields


def test_real_case_fills_sixteen_pages(book):
    assert kinds(book) == REAL


@pytest.mark.parametrize("style", ["zhujin", "moqing", "plain"])
def test_styles_share_their_geometry(plan, wuhou, style):
    assert kinds(plan(wuhou, load_theme(style))) == REAL


def test_without_its_own_page_the_section_is_named_over_the_first_practice(plan, wuhou):
    theme = load_theme("zhujin", (("brochure.pages.opener", "false"),))
    book = plan(wuhou, theme)
    assert "opener" not in kinds(book) and len(book.pages) == 16
    first = next(page for page in book.pages if page.kind == "practice")
    assert [t.line.text for t in texts(first)][:2] == ["二、主要做法", "（一）"]
    assert {area.destination for page in book.pages for area in page.links} <= {
        place.name for place in book.destinations
    }


def test_only_a_title_and_one_practice(plan):
    book = plan(Case.model_validate({"title": "把例会开短", "practices": [{"title": "站着开"}]}))
    assert kinds(book) == ["cover", "contents", "practice", "colophon"]
    words = solid("".join(text for _, text in read(book)))
    assert "一、主要做法" in words and "（一）" not in words


def test_thin_case_of_two_practice_pages_drops_its_contents(plan, wuhou):
    case = altered(
        wuhou, practices=[practice(wuhou, 0, 8)], summary=None, background=None,
        results=None, lessons=None, teaching=None,
    )  # fmt: skip
    assert kinds(plan(case)) == ["cover", "practice", "practice", "colophon"]


def test_missing_blocks_vanish(plan, wuhou):
    book = plan(altered(wuhou, summary=None, background=None, lessons=None))
    assert not {"abstract", "background", "diagram", "lessons"} & set(kinds(book))
    words = [text for source, text in read(book) if source.startswith("headings.")]
    assert words == ["一、主要做法", "二、主要成效"]


def test_no_teaching_gives_notes_instead_of_questions(plan, wuhou):
    found = kinds(plan(altered(wuhou, teaching=None)))
    assert "discussion" not in found
    assert found[-2:] == ["notes", "colophon"] and len(found) == 16


def test_no_problems_no_diagram(plan, wuhou):
    background = wuhou.background.model_dump() | {"problems": []}
    assert "diagram" not in kinds(plan(altered(wuhou, background=background)))


@pytest.mark.parametrize("count", range(1, 9))
def test_any_number_of_practices_and_measures(plan, wuhou, count):
    case = altered(wuhou, practices=[practice(wuhou, k, k + 1) for k in range(count)])
    book = plan(case)
    assert len(book.pages) % 4 == 0
    assert kinds(book).count("notes") <= 3
    assert ("opener" in kinds(book)) == (count > 1)
    assert not collisions(book) and not outside(book)


def test_six_measures_fall_into_three_and_three(plan, wuhou):
    book = plan(altered(wuhou, practices=[practice(wuhou, 0, 6)]))
    pages = [page for page in book.pages if page.kind == "practice"]
    heads = {e.id for e in book.elements if e.role == "H3"}
    counts = [len({i.element for i in page.items if i.element in heads}) for page in pages]
    assert counts == [3, 3]


LONG = "以基层党组织建设引领老旧小区综合改造与社区治理创新深度融合的实践探索和长效机制研究"


@pytest.mark.parametrize("style", ["zhujin", "moqing", "plain"])
def test_long_titles_and_texts_stay_in_their_frames(plan, wuhou, style):
    text = "。".join([wuhou.practices[0].measures[0].text.strip().rstrip("。")] * 12) + "。"
    long = practice(wuhou, 0, 1, lead=text, title=LONG[:24], outcome=LONG[:18])
    bare = {"title": "没有措施的做法", "lead": text}
    case = altered(
        wuhou, title=LONG, subtitle=LONG, practices=[long, bare],
        background=wuhou.background.model_dump() | {"text": f"{text}\n\n{text}"},
        summary=wuhou.summary.model_dump() | {"text": text + text},
    )  # fmt: skip
    book = plan(case, load_theme(style))
    assert not collisions(book) and not outside(book)
    assert solid(book.pages[0].items and text) in solid(
        "".join(words for source, words in read(book) if source == "practices[1].lead")
    )


def test_many_honours_run_over_pages(plan, wuhou):
    dated = [
        {"title": f"第{k}批示范单位", "holder": "武侯区", "when": f"{2010 + k}年"}
        for k in range(14)
    ]
    bare = [{"title": "全国先进基层党组织", "holder": "成都八益家具集团公司党委"}] * 40
    results = {"items": [wuhou.results.items[2].model_dump()], "honours": dated + bare}
    book = plan(altered(wuhou, results=results))
    assert not collisions(book) and not outside(book)
    listed = [source for source, _ in read(book) if source.startswith("results.honours")]
    assert len({source.partition("]")[0] for source in listed}) == 54


def test_metrics_without_results_stand_below_the_title(plan, wuhou):
    metrics = [m.model_dump(by_alias=True) for m in wuhou.results.metrics] * 2
    book = plan(altered(wuhou, results={"metrics": metrics}))
    assert kinds(book).count("results") == 1
    assert not collisions(book) and not outside(book)


def test_figures_that_would_need_a_page_stand_beside_the_text(plan, wuhou):
    book = plan(altered(wuhou, results=wuhou.results.model_dump() | {"metrics": []}))
    assert kinds(book).count("results") == 3
    aside = {e.id for e in book.elements if e.role == "Aside"}
    where = [
        e.parent in aside for e in book.elements if e.source == "results.items[0].key_figures[0]"
    ]
    assert where and all(where)


PLACES = [
    ("cover", "full"), ("background", "full"), ("background", "beside"), ("practices[0]", "beside"),
    ("practices[1]", "full"), ("practices[2]", "bleed"), ("practices[3]", "spread"),
    ("results", "full"), ("lessons", "full"), ("", "full"),
]  # fmt: skip


def test_every_picture_is_placed_once_with_its_words(plan, wuhou):
    figures = [
        {"path": "images/sample-van.png", "caption": f"图注{k}", "alt": f"说明{k}",
         "at": at, "placement": placement}
        for k, (at, placement) in enumerate(PLACES)
    ]  # fmt: skip
    book = plan(altered(wuhou, title="一网统管改革", subtitle="", figures=figures))
    assert not collisions(book) and not outside(book)
    alts = [e.alt for e in book.elements if e.role == "Figure" and (e.alt or "").startswith("说明")]
    assert {alt[:3] for alt in alts} == {f"说明{k}" for k in range(len(PLACES))}
    words = "".join(text for _, text in read(book))
    assert all(words.count(f"图注{k}") == 1 for k in range(len(PLACES)))


def test_crowded_side_columns_take_more_pages_and_lose_nothing(plan, wuhou):
    many = [{"value": str(100 + k), "unit": "个", "caption": f"第{k}项数据"} for k in range(16)]
    measures = [{"title": f"第{n}条", "text": "短文。" * 24, "key_figures": many} for n in range(4)]
    book = plan(altered(wuhou, practices=[{"title": "数据很多的做法", "measures": measures}]))
    words = [text for source, text in read(book) if ".key_figures[" in source]
    assert sum("项数据" in text for text in words) == 64 and not book.notices
    assert not collisions(book) and not outside(book)


def test_notes_pages_stand_before_the_back_cover(plan, sample):
    found = kinds(plan(sample))
    assert found[0] == "cover" and found[-1] == "colophon" and len(found) % 4 == 0
