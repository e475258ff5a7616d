"""Titles of many fields are broken between words: ``titles.txt`` marks where a line may end."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import accumulate
from pathlib import Path

import pytest
from tests.typeset.toy import FONTS, STYLE

from casepress.typeset import compose_title
from casepress.typeset.model import Paragraph, Run
from casepress.typeset.words import CLINGS_BACK, segments, words_from

DISPLAY = replace(STYLE, half_quotes=True)
TITLES = (Path(__file__).parent / "titles.txt").read_text(encoding="utf-8").split()
MEASURES = (5, 6, 7, 8, 9, 10, 12, 14)


@cache
def line_ends(em: int) -> list[tuple[str, int, bool]]:
    """Return title, place of every line end, and whether the title may be parted there."""
    found = []
    for marked in TITLES:
        parts = marked.split("/")
        allowed = set(accumulate(map(len, parts)))
        text = "".join(parts)
        lines = compose_title(Paragraph((Run(text, DISPLAY),)), em * 10, FONTS).lines
        assert "".join(line.text for line in lines) == text
        places = list(accumulate(len(line.text) for line in lines))[:-1]
        found += [(text, place, place in allowed) for place in places]
    return found


def test_there_are_forty_titles_of_other_fields() -> None:
    assert len(TITLES) == 40


@pytest.mark.parametrize("em", MEASURES)
def test_words_stay_whole(em: int) -> None:
    parted = [f"{text[:at]}|{text[at:]}" for text, at, allowed in line_ends(em) if not allowed]
    assert len(parted) <= (2 if em < 7 else 1), parted
    if em >= 8:
        assert parted == []


@pytest.mark.parametrize("em", MEASURES)
def test_no_line_begins_with_a_particle(em: int) -> None:
    lonely = [text for text, at, _ in line_ends(em) if text[at] in "的了着之"]
    assert len(lonely) <= (4 if em == 5 else 0), lonely


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("研究生命起源", ["研究", "生命", "起源"]),
        ("提高人民生活水平", ["提高", "人民", "生活", "水平"]),
        ("图书馆总分馆制", ["图书馆", "总分馆", "制"]),
        ("#|“”", ["#", "|", "“", "”"]),
        ("", []),
    ],
)
def test_text_is_cut_the_most_probable_way(text: str, expected: list[str]) -> None:
    ends = list(accumulate(segments(text)))
    assert [text[a:b] for a, b in zip([0, *ends], ends, strict=False)] == expected


def test_every_entry_of_the_list_is_a_word_with_a_cost() -> None:
    assert words_from("中")["国"] < words_from("园")["区"]
    for first in "一党国医学厂村" + "".join(sorted(CLINGS_BACK)):
        assert all(
            1 <= len(rest) <= 4 and 10 < cost < 60 for rest, cost in words_from(first).items()
        )
