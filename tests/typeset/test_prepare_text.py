"""The set-time normaliser changes no wording and keeps every place (typography §8)."""

import pytest

from casepress.typeset import prepare


@pytest.mark.parametrize(
    ("source", "settled"),
    [
        ("⽤⼈", "用人"),
        ("⻓⻅", "长见"),
        ("豈更", "豈更"),
        ("ＡＢ１２", "AB12"),
        ("发展 “三个一流”", "发展“三个一流”"),
        ("a  b", "a b"),
        ("a\u00a0b", "a b"),
        ("中\u3000国", "中国"),
        ("中\u200b国\ufeff", "中国"),
        ("☑\ufe0f好", "☑好"),
        ("a\tb", "a b"),
        ("e\u0301te", "éte"),
        ("甲\r\n乙\u2028丙", "甲\n乙\n丙"),
        ("a “b” c", "a “b” c"),
    ],
)
def test_characters_are_made_settable(source: str, settled: str) -> None:
    assert prepare(source).text == settled


@pytest.mark.parametrize("text", ["发展,改革", '说"好"', "甲...乙", "（一)", "３；"])
def test_punctuation_is_left_to_the_import(text: str) -> None:
    assert prepare(text).text == text.replace("３", "3")


def test_offsets_point_into_the_source() -> None:
    source = "甲 ⽤ A  b\u200b乙"
    found = prepare(source)
    assert found.text == "甲用A b乙"
    assert [source[i] for i in found.offsets] == ["甲", "⽤", "A", " ", "b", "乙"]


def test_plain_text_passes_untouched() -> None:
    assert prepare("中国，案例").text == "中国，案例"
    assert list(prepare("中国").offsets) == [0, 1]


def test_what_was_unified_or_dropped_is_noticed_by_id() -> None:
    assert prepare("⽤").notices == ("CP0706",)
    assert prepare("甲\u202e乙").notices == ("CP0705",)
    assert prepare("甲\u200b乙").notices == ()


def test_glue_characters_leave_a_prohibition_to_break() -> None:
    assert prepare("12\u00a0个").glued == {2}
    assert prepare("甲\u2060乙").glued == {1}
