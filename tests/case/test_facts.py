from __future__ import annotations

from decimal import Decimal

import pytest

from casepress.case.facts import change, index, number, percent_words, stated_percent
from casepress.case.model import Metric, Point


def metric(first: str, last: str, stated: str = "") -> Metric:
    return Metric(
        label="x", **{"from": Point(value=first, when="")}, to=Point(value=last, when=""),
        stated=stated,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value"),
    [("5624", 5624), ("1,236", 1236), ("1，236", 1236), ("96.5", Decimal("96.5")), ("六", 6),
     ("十二", 12), ("两", 2), ("15万", 150000), ("１２", 12), ("3亿", 300000000), ("−2", -2)],
)  # fmt: skip
def test_numbers_are_read_as_texts_write_them(text: str, value: Decimal) -> None:
    assert number(text) == value


@pytest.mark.parametrize("text", ["", "若干", "12人", "3-5", "万"])
def test_what_is_no_number(text: str) -> None:
    assert number(text) is None


@pytest.mark.parametrize(
    ("words", "percent"),
    [("增长了58%", 58), ("下降3.2%", Decimal("-3.2")), ("翻了一番", 100), ("增长了两倍", 200),
     ("由12%提高到15%", None), ("明显增加", None)],
)  # fmt: skip
def test_the_stated_percentage(words: str, percent: Decimal | None) -> None:
    assert stated_percent(words) == percent


@pytest.mark.parametrize(
    ("first", "last", "stated", "agrees"),
    [
        ("147", "232", "增长了58%", True),
        ("3093", "5624", "增加了82%", True),
        ("23", "38", "增幅达60%", False),
        ("23", "38", "增长65.2%", True),
        ("23", "38", "增长65%以上", True),
        ("23", "38", "增长近66%", True),
        ("12", "3", "缩短75%", True),
        ("12", "3", "增长75%", False),
        ("若干", "3", "增长75%", None),
        ("0", "3", "增长75%", None),
        ("1", "2", "", None),
    ],
)
def test_whether_a_stated_change_follows(
    first: str, last: str, stated: str, agrees: bool | None
) -> None:
    assert change(metric(first, last, stated)).agrees is agrees


def test_index_and_words() -> None:
    assert index(metric("23", "38")) == 165
    computed = change(metric("23", "38")).computed
    assert computed is not None
    assert percent_words(computed) == "65.2"
    assert percent_words(Decimal("58.0")) == "58"
