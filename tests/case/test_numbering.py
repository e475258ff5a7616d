from __future__ import annotations

import pytest

from casepress.case.numbering import (
    chinese,
    item_marker,
    practice_number,
    section_number,
    value_of,
)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "〇"),
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (35, "三十五"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (119, "一百一十九"),
        (230, "二百三十"),
        (1000, "一千"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (1100, "一千一百"),
        (2034, "二千零三十四"),
        (9999, "九千九百九十九"),
    ],
)
def test_numbers_are_written_in_chinese(number: int, words: str) -> None:
    assert chinese(number) == words


def test_every_numeral_is_read_back() -> None:
    assert [value_of(chinese(n)) for n in range(100)] == list(range(100))


def test_what_is_no_numeral() -> None:
    assert [value_of(w) for w in ("", "百", "一二", "十十", "a")] == [None] * 5


def test_beyond_what_headings_count_to_figures_stand() -> None:
    assert chinese(10000) == "10000"


def test_each_level_has_its_form_of_number() -> None:
    assert (section_number(0), practice_number(3), item_marker(2)) == ("一、", "（四）", "三是")
