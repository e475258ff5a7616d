"""Latin, digits and spaces among Han (clreq 3.2)."""

from dataclasses import replace

import pytest
from tests.typeset.toy import FONTS, PROPORTIONAL, STYLE, paragraph, picture, pictures

from casepress.typeset import compose, measure_text, set_line
from casepress.typeset.model import Paragraph, Run


def line(text: str) -> str:
    return picture(set_line(text, STYLE, FONTS))


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("新城e空间", "新城+e+空间"),
        ("将14个", "将+14+个"),
        ("占42%以上", "占+42%以上"),
        ("采取BLT（建设", "采取+BLT_（建设"),
        ("“157”发展", "“157”_发展"),
        ("到A，B到", "到+A，_B+到"),
        ("甲·B", "甲·B"),
    ],
)
def test_gap_beside_latin_and_digits_but_not_beside_marks_clreq_3_2_2(
    text: str, drawn: str
) -> None:
    assert line(text) == drawn


@pytest.mark.parametrize("space", [" ", "  ", "\t", "\u00a0", "\u3000", "\u2009"])
def test_a_typed_space_is_replaced_by_the_gap(space: str) -> None:
    composed = compose(paragraph(f"采取{space}BLT{space}模式"), 200.0, FONTS)
    assert picture(composed.lines[0]) == "采取+BLT+模式"
    assert composed.lines[0].text == "采取BLT模式"


def test_spaces_between_latin_words_stay_as_glyphs_and_in_the_text() -> None:
    set_one = set_line("the  case method", STYLE, FONTS)
    assert set_one.text == "the case method"
    assert [g.text for run in set_one.runs for g in run.glyphs].count(" ") == 2


def test_there_is_no_gap_at_a_line_edge() -> None:
    set_lines = compose(paragraph("天地玄黄BLT模式"), 40.0, FONTS).lines
    assert set_lines[0].width_pt == 40.0
    assert set_lines[1].runs[0].glyphs[0].x_pt == 0.0


def test_the_gap_of_a_style_is_respected_and_the_smaller_wins_between_runs() -> None:
    none = replace(STYLE, gap_em=0.0)
    assert measure_text("甲A", none, FONTS) == 15.0
    assert measure_text((Run("14", none), Run("个", STYLE)), None, FONTS) == 20.0


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("see the “quick” fox", "“”"),
        ("“quick fox”", "“”"),
        ("it’s done", "’"),
        ("称为“BLT”模式", ""),
        ("“BLT”模式", ""),
        ("“融合”", ""),
        ("采用 the “quick” fox 的说法", "“”"),
    ],
)
def test_quotes_are_latin_only_inside_a_latin_phrase(text: str, latin: str) -> None:
    glyphs = [g for run in set_line(text, STYLE, FONTS).runs for g in run.glyphs]
    assert "".join(g.text for g in glyphs if g.gid >= PROPORTIONAL) == latin


def test_a_dash_between_latin_words_is_proportional_and_between_han_fills_two_em() -> None:
    assert [g.gid for g in set_line("so—what", STYLE, FONTS).runs[0].glyphs][2] == ord("—")
    assert 0x200000 in [g.gid for g in set_line("甲——乙", STYLE, FONTS).runs[0].glyphs]


def test_words_hyphenate_only_at_real_points_and_the_hyphen_is_no_text() -> None:
    text = "天地玄黄宇宙internationalisation洪荒日月盈昃"
    set_lines = compose(paragraph(text), 120.0, FONTS).lines
    assert "".join(x.text for x in set_lines) == text
    broken = next(x for x in set_lines[:-1] if x.text[-1].isascii())
    last = broken.runs[-1].glyphs[-1]
    assert (last.gid, last.text) == (ord("-"), "")
    assert broken.text.endswith(("in", "inter", "interna", "internation"))


def test_a_word_is_not_hyphenated_when_the_line_is_good_without() -> None:
    set_lines = compose(paragraph("天地玄黄 nation 宇宙洪荒日月"), 100.0, FONTS).lines
    assert any("nation" in x.text for x in set_lines)


def test_two_lines_running_do_not_end_in_a_hyphen_if_it_can_be_helped() -> None:
    text = "天地玄黄understanding天地玄黄representation天地玄黄宇宙"
    shown = pictures(compose(paragraph(text), 110.0, FONTS))
    assert [line.endswith("‐") for line in shown] == [False, True, False]


def test_addresses_break_after_their_own_marks_without_a_hyphen() -> None:
    text = "见https://www.example.com/path/to/page.html?first=1&second=2"
    set_lines = compose(paragraph(text), 100.0, FONTS).lines
    assert "".join(x.text for x in set_lines) == text
    for x in set_lines[:-1]:
        assert x.text[-1] in "见/.?&-_="
        assert all(g.text for run in x.runs for g in run.glyphs)


def test_an_all_latin_paragraph_is_set_with_word_spaces() -> None:
    text = "A case is a story with a question that the reader has to answer at the end"
    set_lines = compose(paragraph(text), 150.0, FONTS).lines
    assert " ".join(x.text for x in set_lines) == text
    assert all(abs(x.width_pt - 150.0) < 0.01 or x.notices for x in set_lines[:-1])


def test_runs_of_two_styles_share_one_line() -> None:
    bold = replace(STYLE, weight=700)
    runs = (Run("一是", bold), Run("深化改革。", STYLE))
    found = compose(Paragraph(runs), 200.0, FONTS).lines[0]
    assert found.text == "一是深化改革。"
    assert found.width_pt == 65.0


def test_a_label_keeps_an_ideographic_space_as_one_em() -> None:
    found = set_line("案例\u3000成都", STYLE, FONTS)
    assert found.width_pt == 50.0
    assert found.text == "案例\u3000成都"


def test_a_word_is_hyphenated_where_the_author_allows_and_nowhere_else() -> None:
    text = "天地玄黄宇宙case\u00adpressing洪荒日月"
    found = compose(paragraph(text), 100.0, FONTS)
    assert found.lines[0].text == "天地玄黄宇宙case"
    assert pictures(found)[0].endswith("case‐")
    assert "\u00ad" not in "".join(line.text for line in found.lines)
    narrow = compose(paragraph("天地玄黄宇case\u00adpressing洪荒日月"), 100.0, FONTS)
    assert all("press‐" not in shown for shown in pictures(narrow))


def test_a_soft_hyphen_between_chinese_characters_is_dropped() -> None:
    found = compose(paragraph("天\u00ad地"), 100.0, FONTS)
    assert (found.lines[0].text, found.notices) == ("天地", ())
