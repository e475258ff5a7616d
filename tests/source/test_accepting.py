# ruff: noqa: E501
from __future__ import annotations

import pytest

from casepress.case.load import load_case_bytes
from casepress.source.accepting import wishes

HEAD = "title: 题\npractices:\n  - title: 甲\n"


def lines(text: str) -> list[tuple[str, list[int] | None]]:
    loaded = load_case_bytes((HEAD + text).encode(), "a.yaml")
    found, malformed = wishes(loaded.text, loaded.places)
    assert malformed == ()
    return [(w.id, None if w.lines is None else list(w.lines)) for w in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("    lead: 乙  # casepress: ignore CP0408\n", [("CP0408", [4])]),
        ("    # casepress: ignore CP0408\n\n    # 说明\n    lead: 乙\n", [("CP0408", [7])]),
        ("    lead: 乙 # CASEPRESS：Ignore cp0408、CP0406 原文如此\n",
         [("CP0408", [4]), ("CP0406", [4])]),
        ("    lead: |  # casepress: ignore CP0408\n      乙\n\n      丙\n", [("CP0408", [4, 5, 6, 7])]),
        ("    # casepress: ignore CP0408\n    lead:\n      乙\n      丙\n", [("CP0408", [5, 6, 7])]),
        ("# casepress: ignore-file CP0408, CP0413\n", [("CP0408", None), ("CP0413", None)]),
        ("    lead: |\n      # casepress: ignore CP0408\n      乙\n", []),
        ("    lead: '乙 # casepress: ignore CP0408'\n", []),
        ("    lead: 乙  # 与 casepress 无关\n", []),
    ],
)  # fmt: skip
def test_what_a_comment_speaks_for(text: str, expected: list[object]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    "comment", ["ignore", "ignore: ", "ingore CP0408", "ignore 原文如此", "", "ignore-line CP0408"]
)
def test_words_that_mean_nothing_are_found(comment: str) -> None:
    loaded = load_case_bytes(f"{HEAD}    lead: 乙 # casepress: {comment}\n".encode(), "a.yaml")
    found, malformed = wishes(loaded.text, loaded.places)
    assert found == () and len(malformed) == 1 and malformed[0].span.column == 13
