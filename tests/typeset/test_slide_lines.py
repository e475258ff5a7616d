"""Line counts as presentation viewers make them (deck notes §3)."""

from dataclasses import replace

import pytest
from tests.typeset.toy import FONTS, STYLE, ToyFace, library

from casepress.typeset import Ruler, greedy_lines
from casepress.typeset.model import Run


def lines(text: str, em: float, **options: object) -> tuple[str, ...]:
    return greedy_lines(text, (em + 0.1) * 10, STYLE, FONTS, **options)  # type: ignore[arg-type]


def test_first_fit_with_full_width_punctuation() -> None:
    assert lines("天地，玄黄。宇宙洪荒", 5) == ("天地，玄黄。", "宇宙洪荒")
    assert lines("天地，玄黄。宇宙洪荒", 5, hang=False) == ("天地，玄", "黄。宇宙洪", "荒")


def test_kinsoku_pushes_out() -> None:
    assert lines("天地玄黄”宇宙", 4) == ("天地玄", "黄”宇宙")
    assert lines("天地玄“宇宙”", 4) == ("天地玄", "“宇宙”")


def test_autospace_counts_a_quarter_em_where_latin_meets_chinese_marks_included() -> None:
    assert lines("达95以上", 4.4) == ("达95以", "上")
    assert lines("达95以上", 4.5) == ("达95以上",)
    assert len(lines("采取BLT（", 4.9)) == 2
    assert len(lines("采取BLT（甲", 6.0)) == 1


def test_a_line_that_only_just_fits_counts_as_full() -> None:
    assert len(greedy_lines("天地玄黄宇", 50.0, STYLE, FONTS)) == 2


def test_words_and_numbers_stay_whole_and_one_too_wide_is_cut() -> None:
    assert lines("天地玄 data 黄", 4) == ("天地玄", "data 黄")
    assert "".join(lines("abcdefghij", 2)) == "abcdefghij"
    assert len(lines("abcdefghij", 2)) == 3


def test_words_break_after_a_hyphen_or_slash_before_a_letter() -> None:
    assert lines("the state-of-the-art", 8) == ("the state-of-", "the-art")
    assert lines("2014-2015", 3)[0] != "2014-"


def test_a_mark_hangs_after_chinese_but_not_after_latin() -> None:
    assert lines("天地玄黄。", 4) == ("天地玄黄。",)
    assert len(lines("天地玄AB。", 4.25)) == 2


def test_addresses_break_after_a_slash_or_question_mark() -> None:
    assert lines("http://ab/cd?ef", 4.5) == ("http://", "ab/cd?ef")
    assert lines("abcdefg?hijklm", 4) == ("abcdefg?", "hijklm")


def test_line_breaks_and_indents() -> None:
    assert lines("天地\v玄黄\n宇宙", 10) == ("天地", "玄黄", "宇宙")
    assert lines("天地玄黄宇", 5, first_indent_pt=10.0) == ("天地玄黄", "宇")


def test_runs_of_different_sizes_are_measured_each_in_its_own() -> None:
    small = replace(STYLE, size_pt=5.0)
    assert len(greedy_lines((Run("天地", STYLE), Run("玄黄", small)), 30.5, STYLE, FONTS)) == 1


def test_empty_text_is_one_empty_line() -> None:
    assert lines("", 5) == ("",)


@pytest.mark.parametrize("size", [9.0, 10.0, 27.0])
@pytest.mark.parametrize("em", [2.6, 4.4, 7.3])
def test_a_ruler_breaks_a_text_alike_in_every_size(size: float, em: float) -> None:
    text = "天地，玄 data 黄。“宇宙”95以上state-of-the-art\v采取BLT（甲、乙。\n洪荒"
    runs = [(text, size), ("日月盈昃", size / 2)]
    ruler = Ruler(STYLE, FONTS)
    for content in (runs[:1], runs):
        styled = [Run(words, replace(STYLE, size_pt=pt)) for words, pt in content]
        assert ruler.lines(content, em * size) == greedy_lines(styled, em * size, STYLE, FONTS)


def test_a_ruler_shapes_a_word_once_for_all_sizes_and_measures() -> None:
    shaped: list[str] = []

    class Counting(ToyFace):
        def shape(self, text: str, *more: object, **named: object) -> object:  # type: ignore[override]
            shaped.append(text)
            return super().shape(text, *more, **named)  # type: ignore[arg-type]

    ruler = Ruler(STYLE, library(Counting()))
    for size in (9.0, 10.0, 27.0):
        for em in (3, 8):
            ruler.lines([("采取BLT模式95以上", size)], em * size)
    assert shaped == ["BLT", "95"]
