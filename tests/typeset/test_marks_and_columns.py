"""Emphasis dots, pinyin, inline marks and vertical setting (clreq 3.3, 3.1.8; GB/T 15834 5.2)."""

import pytest
from tests.typeset.toy import FONTS, SIZE, STYLE

from casepress.typeset import compose, inline_runs, plain_text, set_line, set_vertical
from casepress.typeset.model import Paragraph, Run


def test_dots_stand_centred_under_han_and_not_under_marks_clreq_3_3_1() -> None:
    runs = (Run("甲", STYLE), Run("乙，丙", STYLE, emphasis_dots=True))
    line = compose(Paragraph(runs), 100.0, FONTS).lines[0]
    (dots,) = [run for run in line.runs if run.decoration]
    assert dots.rise_pt < 0
    middles = [g.x_pt + 0.5 * dots.size_pt for g in dots.glyphs]
    assert middles == pytest.approx([15.0, 35.0], abs=0.01)
    assert line.text == "甲乙，丙"


def test_pinyin_rides_above_its_character_at_half_size_clreq_3_3_2() -> None:
    runs = (Run("武侯", STYLE, ruby="wu hou"), Run("区", STYLE))
    line = compose(Paragraph(runs), 100.0, FONTS).lines[0]
    small = next(run for run in line.runs if run.decoration)
    assert small.size_pt == SIZE / 2
    assert small.rise_pt > SIZE * 0.88
    assert "".join(g.text for g in small.glyphs) == "wuhou"
    assert line.text == "武侯区"


def test_wide_pinyin_widens_its_character_and_never_touches_the_next() -> None:
    line = set_line((Run("庄双", STYLE, ruby="zhuang shuang"),), None, FONTS)
    small = [g for run in line.runs if run.decoration for g in run.glyphs]
    assert small[6].x_pt - (small[5].x_pt + 2.5) >= 1.0
    base = [g.x_pt for run in line.runs if not run.decoration for g in run.glyphs]
    assert base[1] - base[0] > SIZE


def test_a_group_annotation_is_centred_over_the_whole_word_and_not_parted() -> None:
    runs = (Run("天地玄黄", STYLE), Run("案例", STYLE, ruby="case"), Run("宇宙", STYLE))
    for em in (5, 6, 7):
        lines = compose(Paragraph(runs), em * 10.0, FONTS).lines
        assert any("案例" in line.text for line in lines)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("这是[.要点.]。", [("这是", ""), ("要点", "dots"), ("。", "")]),
        ("{武侯|wǔ hóu}区", [("武侯", "wǔ hóu"), ("区", "")]),
        ("[=A 型=]机", [("A 型", "glued"), ("机", "")]),
        (r"\[.甲.]", [("[.甲.]", "")]),
        ("【详细】[1] {a|b} [.] [==] {甲|乙} a[.5] x|y", None),
    ],
)
def test_inline_marks_are_read_and_plain_text_is_not(
    text: str, parts: list[tuple[str, str]] | None
) -> None:
    found = [
        (r.text, "dots" if r.emphasis_dots else "glued" if r.no_break else r.ruby or "")
        for r in inline_runs(text, STYLE)
    ]
    assert found == (parts or [(text, "")])


def test_plain_text_keeps_the_words_without_the_marks() -> None:
    assert plain_text("这是[.要点.]，{武侯|wǔ hóu}[=A 型=]") == "这是要点，武侯A 型"


def test_a_column_stands_upright_with_half_em_marks() -> None:
    column = set_vertical("天，地", STYLE, FONTS)
    assert [g.x_pt for run in column.runs for g in run.glyphs] == [0.0, 10.0, 20.0]
    assert column.width_pt == 30.0
    assert not any(run.turned for run in column.runs)


def test_vertical_quotation_marks_take_their_own_forms_gb_15834_5_2() -> None:
    column = set_vertical("“天”", STYLE, FONTS)
    glyphs = [g for run in column.runs for g in run.glyphs]
    assert [chr(g.gid) for g in glyphs] == ["『", "天", "』"]
    assert column.text == "“天”"
    assert [g.x_pt for g in glyphs] == [-5.0, 5.0, 15.0]


def test_two_digits_stand_in_one_square_and_longer_latin_is_turned() -> None:
    column = set_vertical("第12月BLT", STYLE, FONTS)
    digits = [run for run in column.runs if run.glyphs[0].text in "12"]
    assert [run.shift_pt for run in digits] == pytest.approx([-2.45, 2.45], abs=0.06)
    turned = next(run for run in column.runs if run.turned)
    assert "".join(g.text for g in turned.glyphs) == "BLT"


def test_a_dash_in_a_column_is_two_em_high() -> None:
    assert set_vertical("甲——乙", STYLE, FONTS).width_pt == 40.0


def test_dots_stand_right_of_the_characters_of_a_column_clreq_3_3_1() -> None:
    column = set_vertical((Run("甲乙，丙", STYLE, emphasis_dots=True),), None, FONTS)
    dots = [run for run in column.runs if run.decoration]
    assert [len(run.glyphs) for run in dots] == [3]
    assert all(run.shift_pt > SIZE / 2 and not run.turned for run in dots)
    centres = [g.x_pt + (0.88 - 0.35) * run.size_pt for run in dots for g in run.glyphs]
    assert centres == pytest.approx([5.0, 15.0, 35.0], abs=0.01)


def test_pinyin_runs_down_the_right_side_of_a_column_turned_clreq_3_3_2() -> None:
    column = set_vertical((Run("武侯", STYLE, ruby="wu hou"), Run("区", STYLE)), None, FONTS)
    (small,) = [run for run in column.runs if run.decoration]
    assert small.turned
    assert small.shift_pt > SIZE / 2
    assert "".join(g.text for g in small.glyphs) == "wuhou"
    assert column.text == "武侯区"
    wide = set_vertical((Run("双", STYLE, ruby="shuangshuang"), Run("区", STYLE)), None, FONTS)
    tops = [g.x_pt for run in wide.runs if not run.decoration for g in run.glyphs]
    assert tops == pytest.approx([10.6, 31.2])
