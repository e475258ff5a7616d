"""The acceptance gate on a long real text, from line positions alone (typography §13, issue 3).

``corpus.txt`` holds the body paragraphs of the real article with full-width punctuation.
"""

from __future__ import annotations

import statistics
from functools import cache
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from casepress.fonts.library import FontLibrary
from casepress.typeset import breaker, compose
from casepress.typeset.classes import is_han, is_latinish
from casepress.typeset.model import Composition, Line, Paragraph, ParagraphStyle, Run, TextStyle

CORPUS = (Path(__file__).parent / "corpus.txt").read_text(encoding="utf-8").splitlines()
MEASURES = (31, 24, 18, 12)
SIZE = 10.5
STYLE = TextStyle("serif", 400, SIZE, 18.0, "ink")
MARKS = "”’）》，、；：。！？"
OPENERS = "“‘（《"
MEASURE_WORDS = set("个条万亿人家所项次名年月日号元岁户位件套台")
FONTS = FontLibrary.bundled()


class Pen(NamedTuple):
    """A glyph and its origin in em."""

    text: str
    x: float
    width: float


@cache
def composed(em: int) -> tuple[Composition, ...]:
    style = ParagraphStyle(indent_em=2)
    return tuple(compose(Paragraph((Run(t, STYLE),), style), em * SIZE, FONTS) for t in CORPUS)


@cache
def pens(line: Line) -> tuple[Pen, ...]:
    return tuple(
        Pen(g.text, g.x_pt / SIZE, run.face.advance(g.gid) / 1000)
        for run in line.runs
        for g in run.glyphs
        if g.text != " "
    )


def lines(em: int) -> list[Line]:
    return [line for composition in composed(em) for line in composition.lines]


def full_lines(em: int) -> list[Line]:
    return [line for line in lines(em) if not line.last]


def breaks(em: int) -> list[tuple[str, str]]:
    return [(a.text, b.text) for c in composed(em) for a, b in pairwise(c.lines)]


@pytest.mark.parametrize("em", MEASURES)
def test_no_character_is_lost(em: int) -> None:
    for text, composition in zip(CORPUS, composed(em), strict=True):
        assert "".join(x.text for x in composition.lines) == text.replace(" ", "")
        assert composition.notices == ()


@pytest.mark.parametrize("em", MEASURES)
def test_no_line_begins_or_ends_with_a_forbidden_mark(em: int) -> None:
    for before, after in breaks(em):
        assert after[0] not in MARKS + "·～-/%"
        assert before[-1] not in OPENERS + "/"


@pytest.mark.parametrize("em", MEASURES)
def test_no_number_word_or_dash_is_broken(em: int) -> None:
    for before, after in breaks(em):
        assert not (is_latinish(before[-1]) and before[-1].isalnum() and after[0].isascii())


@pytest.mark.parametrize("em", MEASURES)
def test_numbers_stay_with_their_measure_words(em: int) -> None:
    parted = sum(a[-1].isdigit() and b[0] in MEASURE_WORDS for a, b in breaks(em))
    assert parted <= sum(map(len, CORPUS)) // 1000
    if em >= 24:
        assert parted == 0


@pytest.mark.parametrize("em", MEASURES)
def test_every_full_line_is_flush_and_every_line_end_mark_half_width(em: int) -> None:
    for line in full_lines(em):
        last = pens(line)[-1]
        edge = last.x + (0.5 if last.text in MARKS else last.width)
        if last.text == "-":
            edge = last.x + 0.25 + last.width / 2  # centred in its half em
        assert edge == pytest.approx(em, abs=0.002)
        assert line.width_pt == pytest.approx(em * SIZE, abs=0.002)


@pytest.mark.parametrize("em", MEASURES)
def test_openers_at_a_line_start_are_trimmed_on_the_indent_too(em: int) -> None:
    for line in lines(em):
        first = pens(line)[0]
        left = line.start_pt / SIZE
        assert first.x == pytest.approx(left - (0.5 if first.text in OPENERS else 0), abs=0.002)


def han_gaps(line: Line) -> list[float]:
    return [b.x - a.x - 1 for a, b in pairwise(pens(line)) if is_han(a.text) and is_han(b.text)]


@pytest.mark.parametrize(("em", "loosest"), [(31, 0.05), (24, 0.06), (18, 0.15), (12, 0.15)])
def test_stretch_is_even_and_within_its_limit(em: int, loosest: float) -> None:
    for line in full_lines(em):
        gaps = han_gaps(line)
        if gaps:
            assert max(gaps) <= loosest
            assert max(gaps) - min(gaps) <= 0.001


@pytest.mark.parametrize("em", MEASURES)
def test_adjacent_marks_take_one_and_a_half_em(em: int) -> None:
    for line in lines(em):
        extra = max(line.extra_em, 0.0)
        for a, b in pairwise(pens(line)):
            if a.text in MARKS and b.text in MARKS:
                assert b.x - a.x - extra == pytest.approx(0.5, abs=0.002)
            if a.text in MARKS and b.text in OPENERS:
                assert 0.0 <= b.x - a.x - extra <= 0.502


@pytest.mark.parametrize("em", MEASURES)
def test_marks_in_the_line_are_of_even_width(em: int) -> None:
    widths = [
        b.x - a.x - max(line.extra_em, 0.0)
        for line in lines(em)
        for a, b in pairwise(pens(line))
        if a.text in MARKS and is_han(b.text)
    ]
    assert statistics.pstdev(widths) <= 0.06
    assert min(widths) >= 0.74


@pytest.mark.parametrize("em", MEASURES)
def test_the_gap_between_han_and_latin(em: int) -> None:
    gaps = []
    for line in lines(em):
        for a, b in pairwise(pens(line)):
            left, right = (
                a.text.isascii() and a.text.isalnum(),
                b.text.isascii() and b.text.isalnum(),
            )
            if (is_han(a.text) and right) or (left and is_han(b.text)):
                gaps.append(b.x - a.x - a.width)
    assert 0.20 <= statistics.mean(gaps) <= 0.30
    assert min(gaps) >= 0.12
    assert max(gaps) <= 0.38


@pytest.mark.parametrize("em", MEASURES)
def test_no_paragraph_ends_in_one_or_two_characters(em: int) -> None:
    for composition in composed(em):
        if len(composition.lines) > 1:
            assert sum(c not in MARKS + OPENERS for c in composition.lines[-1].text) >= 3


def test_the_optimum_squeezes_few_lines_at_the_body_measure() -> None:
    squeezed = [x for x in full_lines(31) if x.extra_em < -0.01]
    assert len(lines(31)) == 166
    assert len(squeezed) <= 6


def test_work_is_linear_in_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times the text is judged at four times as many candidate lines, not sixteen."""
    composer = import_module("casepress.typeset.compose")  # the package names its function so
    judged = 0
    real = composer.judge_justified

    def counting(*args: object) -> breaker.Judge:
        judge = real(*args)  # type: ignore[arg-type]

        def count(first: int, last: int, slack: float) -> tuple[float, float] | None:
            nonlocal judged
            judged += 1
            return judge(first, last, slack)

        return count

    monkeypatch.setattr(composer, "judge_justified", counting)

    def work(characters: int) -> int:
        nonlocal judged
        judged = 0
        compose(Paragraph((Run(("".join(CORPUS) * 6)[:characters], STYLE),)), 31 * SIZE, FONTS)
        return judged

    short, long = work(6_000), work(24_000)
    assert short > 6_000
    assert long < 4.5 * short
