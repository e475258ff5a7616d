"""Columns of two-cell characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casepress.cli.columns import cells, pad, table, wrap


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("案例", 4), ("（一）", 6), ("é", 1), ("e\u0301", 1), ("\u200b", 0), ("…", 1)],
)
def test_a_han_character_is_two_cells_wide(text: str, width: int):
    assert cells(text) == width


def test_pad_fills_to_the_cell():
    assert pad("案", 4) + "|" == "案  |"
    assert pad("too long", 3) == "too long"


def test_wrap_never_breaks_a_word_nor_starts_a_line_with_a_closing_mark():
    assert wrap("用 casepress 做课件，很快。", 11) == ["用", "casepress", "做课件，很", "快。"]
    assert wrap("一二三四。", 8) == ["一二三四。"]


@given(st.text(alphabet="案例，。a b（）", max_size=60), st.integers(8, 30))
def test_wrap_loses_nothing_but_spaces(text: str, width: int):
    assert "".join(wrap(text, width)).replace(" ", "") == text.replace(" ", "")


def test_table_aligns_columns():
    assert table([("案例", "a"), ("x", "乙")]) == ["案例  a", "x     乙"]
