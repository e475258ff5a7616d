from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casepress.source.folding import offsets_of
from casepress.source.nodes import Mapping, Scalar, compose
from casepress.source.reader import source_from_text


def scalar(text: str) -> tuple[Scalar, str]:
    source = source_from_text(text, "a")
    root = compose(source)
    assert isinstance(root, Mapping)
    value = root.entries[0][1]
    assert isinstance(value, Scalar)
    return value, source.text


@pytest.mark.parametrize(
    "written", ["16:04", "2017-07-11", "on", "yes", "007", "1_000", "1:30", "true", "~", "null"]
)
def test_scalars_stay_what_was_written(written: str) -> None:
    assert scalar(f"a: {written}\n")[0].text == written


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("a: >-\n  园区转型\n  发展\n", "园区转型发展"),
        ("a: >-\n  建成，\n  “双创”载体\n", "建成，“双创”载体"),
        ("a: >-\n  载体\n  12个\n", "载体12个"),
        ("a: >-\n  one\n  two\n", "one two"),
        ("a: >-\n  一\n\n  二\n", "一\n二"),
        ("a: 园区\n  转型\n", "园区转型"),
        ('a: "园区\n  转型"\n', "园区转型"),
        ("a: '园区\n  it''s'\n", "园区it's"),
        ("a: >-\n  甲 乙\n  丙\n", "甲 乙丙"),
        ("a: |-\n  甲\n  乙\n", "甲\n乙"),
    ],
)
def test_folded_lines_join_han_without_a_space(written: str, text: str) -> None:
    assert scalar(written)[0].text == text


@pytest.mark.parametrize(
    "written",
    [
        "a: 园区转型\n",
        "a: >-\n  园区转型，\n  发展。\n\n  第二段\n",
        "a: |  # 注释\n  甲\n    乙\n  丙\n",
        "a: 'it''s 园区'\n",
        'a: "甲\\u4e59\\n丙\\\n   丁"\n',
        "a: one two\n  three\r\n",
    ],
)
def test_every_character_is_found_in_the_file(written: str) -> None:
    value, source = scalar(written)
    offsets = offsets_of(value.text, source, value.start, value.end, value.style)
    assert offsets is not None and offsets == sorted(offsets)
    for char, offset in zip(value.text, offsets, strict=True):
        assert source[offset] in (char, "\\", "\n", "\r") or char == "\n"


def test_places_count_characters_beyond_the_basic_plane_once() -> None:
    value, _ = scalar("𠀀: 甲\n")
    assert (value.span.line, value.span.column) == (1, 4)


_words = st.text(alphabet="甲乙丙丁ab，。“”", min_size=1, max_size=8)


@given(st.lists(_words, min_size=1, max_size=5), st.sampled_from([">-", "|-"]))
def test_block_texts_lose_and_gain_nothing(lines: list[str], style: str) -> None:
    written = f"a: {style}\n" + "".join(f"  {line}\n" for line in lines)
    value, source = scalar(written)
    assert "".join(value.text.split()) == "".join(lines)
    assert offsets_of(value.text, source, value.start, value.end, style[0]) is not None
