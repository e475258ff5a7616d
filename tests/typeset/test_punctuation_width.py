"""Punctuation = half an em of body and half an em of blank (clreq 3.1.6, GB/T 15834 5.1)."""

from dataclasses import replace

import pytest
from tests.typeset.toy import FONTS, STYLE, paragraph, picture, pictures

from casepress.typeset import compose, set_line


def line(text: str) -> str:
    return picture(set_line(text, STYLE, FONTS))


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("他说：好", "他说：_好"),
        ("在“好”中", "在_“好”_中"),
        ("甲、乙，丙。丁", "甲、_乙，_丙。_丁"),
    ],
)
def test_a_mark_in_the_line_fills_one_em_clreq_3_1_6_1(text: str, drawn: str) -> None:
    assert line(text) == drawn


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("甲”，乙", "甲”，_乙"),
        ("甲。”乙", "甲。”_乙"),
        ("甲”、“乙", "甲”、_“乙"),
        ("甲：“乙", "甲：_“乙"),
        ("甲（《乙》）丙", "甲_（《乙》）_丙"),
        ("甲《乙》《丙》丁", "甲_《乙》_《丙》_丁"),
        ("甲！？乙", "甲！？_乙"),
        ("甲？？？乙", "甲？？？_乙"),
        ("甲。』」）乙", "甲。』」）_乙"),
    ],
)
def test_adjacent_marks_share_a_blank_clreq_3_1_6_2(text: str, drawn: str) -> None:
    assert line(text) == drawn


def test_opener_before_closer_has_no_blank_between() -> None:
    assert line("甲（）乙") == "甲_（）_乙"


def test_the_mark_at_the_line_end_is_half_width_gb_15834_5_1_10() -> None:
    lines = compose(paragraph("甲乙丙丁，戊己庚辛。"), 45.0, FONTS).lines
    assert [picture(x) for x in lines] == ["甲乙丙丁，", "戊己庚辛。"]
    assert [x.width_pt for x in lines] == [45.0, 45.0]


def test_an_opener_at_the_line_start_loses_its_blank_clreq_3_1_6_3() -> None:
    lines = compose(paragraph("甲乙丙丁“戊己”庚辛"), 40.0, FONTS).lines
    assert picture(lines[1]).startswith("“戊己”")
    assert lines[1].runs[0].glyphs[0].x_pt == -5.0


def test_an_opener_on_the_indent_stands_at_exactly_two_em() -> None:
    first = compose(paragraph("（一）甲乙丙丁戊己庚辛", indent=2), 80.0, FONTS).lines[0]
    assert first.start_pt == 20.0
    assert first.runs[0].glyphs[0].x_pt == 15.0


def test_the_last_line_ends_with_a_half_width_mark() -> None:
    assert compose(paragraph("甲乙。"), 40.0, FONTS).lines[-1].width_pt == 25.0


def test_kaiming_sets_pauses_and_brackets_in_half_an_em_clreq_3_1_6() -> None:
    text = "甲、乙，丙“丁”戊。己；庚"
    assert pictures(compose(paragraph(text, punctuation="kaiming"), 300.0, FONTS)) == [
        "甲、乙，丙“丁”戊。_己；庚"
    ]


def test_lineend_style_compresses_nothing_but_the_line_end_clreq_3_1_6() -> None:
    text = "甲”，“乙”。"
    assert pictures(compose(paragraph(text, punctuation="lineend"), 300.0, FONTS)) == [
        "甲”_，__“乙”_。"
    ]


def test_display_quotes_take_half_an_em_on_their_inner_side() -> None:
    drawn = picture(set_line("“融合式”党建模式", replace(STYLE, half_quotes=True), FONTS))
    assert drawn == "“融合式”党建模式"
    assert set_line("“融合式”党建模式", replace(STYLE, half_quotes=True), FONTS).width_pt == 80.0


def test_middle_dot_is_half_an_em_and_its_neighbours_lose_their_blank() -> None:
    assert line("列·宁") == "列·宁"
    assert line("《论语》·学而") == "《论语》·学而"


def test_dashes_and_ellipses_are_two_em_units_gb_15834_4_10_4_11() -> None:
    assert set_line("甲——乙", STYLE, FONTS).width_pt == 40.0
    assert set_line("甲……乙", STYLE, FONTS).width_pt == 40.0
    assert set_line("甲…………乙", STYLE, FONTS).width_pt == 60.0


def test_a_single_dash_connects_in_one_em_and_a_hyphen_in_half_gb_15834_4_13() -> None:
    assert set_line("甲—乙", STYLE, FONTS).width_pt == 30.0
    assert set_line("甲-乙", STYLE, FONTS).width_pt == 25.0


def test_hanging_is_off_unless_asked_for_and_then_hangs_one_mark_clreq_3_1_7() -> None:
    text = "甲乙丙丁，戊己庚辛，壬癸"
    off = compose(paragraph(text), 40.0, FONTS).lines
    assert max(x.width_pt for x in off) <= 40.0
    hung = compose(paragraph(text, hang=True), 40.0, FONTS).lines
    assert [x.text for x in hung] == ["甲乙丙丁，", "戊己庚辛，", "壬癸"]
    assert hung[0].width_pt == 45.0
