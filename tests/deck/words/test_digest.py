"""The digest takes words from the text and never makes any."""

from __future__ import annotations

import re
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from tests.deck.reading import paragraphs, words

from casepress.case.model import Case
from casepress.deck.model import Deck
from casepress.deck.words.chinese import clauses
from casepress.deck.words.digest import bullets, choices, derived_bullets, facts

TEXT = (
    "针对办事效率低下等问题，在全国率先推行改革，将14个部门的事项集中办理；"
    "实行“特别管理、封闭运行”，促进资源共享、优势互补。新增公交线路5条。"
)


def squeezed(text: str) -> str:
    return re.sub(r"[\s\v、，。；：]", "", text)


def test_clauses_end_outside_quotes_and_brackets_only():
    text = "采取BLT（建设，租赁）模式，称为“特别管理，封闭运行”。"
    found = [text[c.start : c.end] for c in clauses(text)]
    assert found == ["采取BLT（建设，租赁）模式", "称为“特别管理，封闭运行”"]


def test_figures_come_before_scene_setting():
    first = choices(TEXT, "x")[0]
    assert "14" in first.text or "5" in first.text
    assert not first.text.startswith("针对")


def test_a_clause_that_sets_the_scene_is_not_said_alone():
    text = "镇党委由此出发，用两年时间，把平台改成村民看得懂的一张纸。围绕“安居”，园区盖起宿舍。"
    said = [bullet.text for bullet in choices(text, "summary.text", 34)]
    assert not {"镇党委由此出发", "用两年时间", "围绕“安居”"} & set(said)
    assert "把平台改成村民看得懂的一张纸" in said and "园区盖起宿舍" in said


def test_bullets_keep_the_order_of_the_text_and_do_not_overlap():
    found = [b.text for b in bullets(TEXT, "x", 3)]
    places = [TEXT.index(t) for t in found]
    assert places == sorted(places)
    assert all(a + len(t) <= b for a, t, b in zip(places, found, places[1:], strict=False))


def test_a_fact_is_a_quoted_term_or_two_parallel_phrases():
    assert facts("探索实践“五联工作法”，扩大覆盖。", "x")[0].text == "五联工作法"
    assert facts("在人才引进上实现资源共享、优势互补。", "x")[0].text == "资源共享\v优势互补"
    assert facts("看完的书直接由下一站的读者接着看，不必还回镇上。", "x")[0].text == "不必还回镇上"


def test_a_date_alone_is_no_bullet():
    assert all(b.text != "2014年、2015年" for b in choices("2014年、2015年，武侯区先后获奖。", "x"))


@given(st.text(alphabet="审批改革集中办理推行14年，。；、“”（）的", max_size=60))
def test_every_bullet_is_a_stretch_of_its_text(text: str):
    for bullet in (*choices(text, "x"), *bullets(text, "x", 4)):
        assert bullet.derived
        assert bullet.text in text


def test_derived_bullets_are_listed_with_their_place(planned: Callable[[Case], Deck], wuhou: Case):
    bare = wuhou.model_dump(by_alias=True)
    for practice in bare["practices"]:
        for measure in practice["measures"]:
            measure.update(points=(), fact="", key_figures=())
    case = Case.model_validate(bare)
    deck = planned(case)
    listed = derived_bullets(deck)
    assert {b.source for b in listed} >= {"practices[0].measures[0].text"}
    everything = squeezed(case.model_dump_json())
    for bullet in listed:
        assert squeezed(bullet.text) in everything, bullet


def test_the_authors_points_are_taken_as_they_are(deck: Deck, wuhou: Case):
    shown = {words(p) for slide in deck.slides for p in paragraphs(slide)}
    for practice in wuhou.practices:
        for measure in practice.measures:
            assert set(measure.points) <= shown


def test_a_remark_before_the_text_hides_no_overlap():
    found = bullets("（虚构）借一本书，还一句话。", "summary.text", 4)
    assert [bullet.text for bullet in found] == ["借一本书，还一句话"]
