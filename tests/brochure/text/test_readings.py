"""Small readings of Chinese text, and the words the brochure adds."""

from __future__ import annotations

import pytest

from casepress.brochure.text.words import (
    chinese,
    enumeration,
    keyword,
    number,
    percent,
    plain_title,
    unclosed,
    unit_words,
    without_heading,
)


def test_chinese_and_latin_numerals_are_written_and_read():
    assert [chinese(n) for n in (1, 10, 12, 20, 34)] == ["一", "十", "十二", "二十", "三十四"]
    assert [number(t) for t in ("六", "十二", "二十", "1,200", "95.5")] == [
        6,
        12,
        20,
        1200,
        95.5,
    ]
    assert number("约三成") is None


def test_enumeration_keeps_every_word():
    text = "前文。主要做法是：一是甲，乙；二是丙是丁；三是戊。后文一是己。"
    before, items, after = enumeration(text)
    assert before + "".join(m + t for m, t in items) + after == text
    assert [m for m, _ in items] == ["一是", "二是", "三是"] and after == "后文一是己。"


def test_no_enumeration_in_plain_text():
    assert enumeration("这一是小事，不是大事。") is None


def test_lesson_keyword():
    assert keyword("必须坚持“大党建”的工作理念") == ("必须坚持", "“大党建”", "的工作理念")
    assert keyword("必须跟着“产业走”") == ("必须跟着", "“产业走”", "")
    assert keyword("先问人，再排班") is None and keyword("“大党建”") is None


def test_heading_is_not_repeated():
    assert without_heading("深化改革。针对问题", "深化改革") == "针对问题"
    assert without_heading("深化改革是根本", "深化改革") == "深化改革是根本"


@pytest.mark.parametrize(
    ("unit", "after", "words"),
    [
        ("次", "余", "余次"),
        ("万人次", "余", "万余人次"),
        ("%", "以上", "%以上"),
        ("", "多", "多"),
    ],
)
def test_approximations_in_the_order_of_speech(unit, after, words):
    assert unit_words(unit, after) == words


def test_small_readings():
    assert unclosed("（某部供稿") == "）" and unclosed("（甲）") == ""
    assert percent("增长了58%") == "58%" and percent("由5%到8%") is None

    assert plain_title("DevOps in Practice 流水线") == "DevOps in Practice\u3000流水线"
    assert plain_title("探索|“融合” 点燃 园区") == "探索“融合”点燃\u3000园区"
