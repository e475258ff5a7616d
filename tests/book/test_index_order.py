from __future__ import annotations

import random

import pytest

from casepress.book.pinyin import group_of, order, sort_key
from casepress.book.terms import Finder, runs
from casepress.display import Page, TextItem
from casepress.typeset.model import Line

READINGS = {"长寿区": "chang2 shou4 qu1"}


def in_order(names: list[str]) -> list[str]:
    return sorted(names, key=lambda name: (order(sort_key(name, READINGS)), name))


def test_digits_then_letters_with_latin_words_before_han() -> None:
    names = ["安全", "12345热线", "RFID", "“融合式”党建", "人才", "App推广", "5G应用"]
    assert in_order(names) == [
        "12345热线", "5G应用", "App推广", "安全", "RFID", "人才", "“融合式”党建",
    ]  # fmt: skip


def test_syllable_by_syllable_then_tone_then_character() -> None:
    assert in_order(["李鹏程", "李白", "里程", "黎明", "立项"]) == [
        "黎明",
        "李白",
        "李鹏程",
        "里程",
        "立项",
    ]


def test_words_decide_the_sound_of_a_character_and_the_editor_over_them() -> None:
    assert group_of(sort_key("重庆市")) == "C" and group_of(sort_key("重点项目")) == "Z"
    assert sort_key("重庆市长寿区")[3][1] == "zhang"  # the dictionary reads 市长
    assert sort_key("重庆市长寿区", READINGS)[3][1] == "chang"


def test_homographs_keep_apart_and_the_order_never_depends_on_the_input() -> None:
    names = ["张庄村", "张家庄", "章庄村", "张庄", "融合", "融和", "绒合", "示例", "示例2"]
    expected = in_order(names)
    for seed in range(5):
        random.Random(seed).shuffle(names)
        assert in_order(names) == expected
    assert len({order(sort_key(name)) for name in names}) == len(names)


@pytest.mark.parametrize("name", ["", "——", "…", "α射线", "〇一", "㛃村"])
def test_any_name_has_a_place(name: str) -> None:
    assert group_of(sort_key(name))


def page(*texts: str) -> Page:
    items = tuple(TextItem(0, 0, Line((), text, 0.0), k + 1) for k, text in enumerate(texts))
    return Page(100, 100, items)


def test_names_are_found_across_line_breaks_but_not_across_texts() -> None:
    lines = tuple(TextItem(0, 0, Line((), text, 0.0), 7) for text in ("流动图", "书馆开"))
    found = Finder(["流动图书馆", "党建"]).found([Page(100, 100, lines), page("党", "建")])
    assert found == [{"流动图书馆"}, set()]


def test_running_heads_are_no_occurrence() -> None:
    head = TextItem(0, 0, Line((), "党建", 0.0), None)
    assert Finder(["党建"]).found([Page(100, 100, (head,))]) == [set()]


def test_pages_fall_into_runs() -> None:
    assert runs([9, 3, 5, 4, 3]) == [(3, 5), (9, 9)]
