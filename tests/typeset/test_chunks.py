"""Phrases are parted where the package whose model is used parts them."""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path

import budoux
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casepress.typeset.chunks import chunk_ends

PARSER = budoux.load_default_simplified_chinese_parser()
CORPUS = (Path(__file__).parent / "corpus.txt").read_text(encoding="utf-8").splitlines()


def theirs(text: str) -> list[int]:
    return list(accumulate(len(phrase) for phrase in PARSER.parse(text)))


@pytest.mark.parametrize(
    "text", ["", "今", "今天", "今天是", "今天是晴天", "今天是晴天，我们去公园"]
)
def test_a_short_text_is_parted_as_by_the_package(text: str) -> None:
    assert chunk_ends(text) == theirs(text)


def test_a_sentence_has_more_than_one_phrase() -> None:
    assert len(chunk_ends("今天是晴天，我们去公园散步")) > 2


def test_lines_of_the_corpus_are_parted_as_by_the_package() -> None:
    assert [chunk_ends(line) for line in CORPUS] == [theirs(line) for line in CORPUS]


@given(st.text(alphabet=sorted(set("".join(CORPUS[:200]))), max_size=60))
def test_any_text_is_parted_as_by_the_package(text: str) -> None:
    assert chunk_ends(text) == theirs(text)
