"""Where a line may end (禁则, clreq 3.1.4 and 3.1.5, GB/T 15834 5.1)."""

import pytest
from tests.typeset.toy import FONTS, STYLE, paragraph

from casepress.typeset import classes, compose
from casepress.typeset.joints import joint_table
from casepress.typeset.model import Paragraph, ParagraphStyle, Run


def lines(text: str, em: float, **style: object) -> list[str]:
    return [x.text for x in compose(paragraph(text, **style), em * 10, FONTS).lines]  # type: ignore[arg-type]


@pytest.mark.parametrize("mark", "”’）〕］｝〉》」』】〗，、；：。．！？·～％℃/")
def test_closing_marks_never_start_a_line_basic(mark: str) -> None:
    text = f"甲乙丙丁戊己庚{mark}辛壬癸子丑寅卯"
    for half_em in range(6, 31):
        for line in compose(paragraph(text), half_em * 5.0, FONTS).lines:
            assert not line.text.startswith(mark)


@pytest.mark.parametrize("mark", "“‘（〔［｛〈《「『【〖/￥№")
def test_opening_marks_never_end_a_line_basic_and_gb(mark: str) -> None:
    text = f"甲乙丙丁戊己庚{mark}辛壬癸子丑寅卯"
    for half_em in range(6, 31):
        for line in compose(paragraph(text), half_em * 5.0, FONTS).lines:
            assert not line.text.endswith(mark)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("甲乙丙丁——戊己庚辛", "——"),
        ("甲乙丙丁……戊己庚辛", "……"),
        ("增长了1,234.5元甲乙", "1,234.5"),
        ("时间为16:04甲乙丙丁", "16:04"),
        ("总数的42%甲乙丙丁", "42%"),
        ("约为30℃甲乙丙丁戊", "30℃"),
        ("长度300km甲乙丙丁", "300km"),
        ("金额¥500甲乙丙丁戊", "¥500"),
        ("金额￥500甲乙丙丁", "￥500"),
        ("这是第14个甲乙丙丁", "第14"),
        ("甲乙（一）丙丁戊己", "（一）丙"),
        ("甲乙①丙丁戊己庚辛", "①丙"),
        ("达300 km甲乙丙丁戊", "300 km"),
    ],
)
def test_units_are_never_parted_clreq_3_1_5(text: str, unit: str) -> None:
    for half_em in range(9, 31):
        composition = compose(paragraph(text), half_em * 5.0, FONTS)
        if "CP0701" not in composition.notices:
            assert sum(unit in line.text for line in composition.lines) == 1, half_em


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (classes.NUMBER, classes.MEASURE),
        (classes.NUMBER, classes.DATE),
        (classes.APPROX, classes.NUMBER),
        (classes.DATE, classes.NUMBER),
        (classes.HAN, classes.DASH),
        (classes.HAN, classes.ELLIPSIS),
    ],
)
def test_soft_prohibitions_cost_but_do_not_forbid(before: int, after: int) -> None:
    assert joint_table("full", 0.25)[before][after].cost > 0


def test_a_number_stays_with_its_measure_word_when_it_can() -> None:
    assert not any(
        line.endswith("14") for line in lines("甲乙丙丁戊己庚辛共有14个部门参加了这次活动安排", 8)
    )


def test_no_break_inside_a_run_marked_nobr() -> None:
    runs = (Run("甲乙丙丁", STYLE), Run("戊己庚", STYLE, no_break=True), Run("辛壬癸", STYLE))
    for em in range(4, 10):
        set_lines = compose(Paragraph(runs, ParagraphStyle()), em * 10.0, FONTS).lines
        assert any("戊己庚" in line.text for line in set_lines)


@pytest.mark.parametrize("glue", ["\u00a0", "\u2060"])
def test_no_break_space_and_word_joiner_glue_han(glue: str) -> None:
    for em in range(3, 9):
        set_lines = compose(paragraph(f"甲乙丙{glue}丁戊己庚辛"), em * 10.0, FONTS).lines
        assert any("丙丁" in line.text for line in set_lines)


def test_half_width_marks_among_han_obey_the_same_rules() -> None:
    for half_em in range(8, 30):
        for line in lines("甲乙丙丁(戊己庚),辛壬癸子丑", half_em / 2):
            assert line[0] not in "),"
            assert line[-1] != "("


def test_a_newline_is_a_forced_break_and_only_the_first_line_is_indented() -> None:
    set_lines = compose(paragraph("甲乙\n丙丁", indent=2), 100.0, FONTS).lines
    assert [(x.text, x.start_pt) for x in set_lines] == [("甲乙", 20.0), ("丙丁", 0.0)]


def test_a_forbidden_break_is_taken_only_when_there_is_no_other_and_is_reported() -> None:
    composition = compose(paragraph("。。。。。。。。"), 20.0, FONTS)
    assert "CP0701" in composition.notices
    assert max(x.width_pt for x in composition.lines) <= 20.0
    assert "CP0701" not in compose(paragraph("甲乙丙，丁戊己"), 40.0, FONTS).notices


def test_a_word_wider_than_the_measure_is_cut_and_stays_inside_the_frame() -> None:
    composition = compose(paragraph("X" * 30), 50.0, FONTS)
    assert "CP0701" in composition.notices
    assert max(x.width_pt for x in composition.lines) <= 50.0
    assert "".join(x.text for x in composition.lines) == "X" * 30
