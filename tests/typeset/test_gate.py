"""The acceptance gate on the real case, in the roles of both looks (typography §13, issue 3).

Every text of ``content/wuhou.yaml`` is set in the type of every role that sets text of its kind:
running text justified at 31, 24, 18 and 12 em, captions, side-notes, table cells, contents lines
and slide text ragged at the widths the brochure and the deck give them.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from tests.conftest import ROOT

from casepress.case.load import load_case
from casepress.fonts.library import FontLibrary
from casepress.theme.load import load_theme
from casepress.typeset import compose, inline_runs
from casepress.typeset.classes import is_han, is_mark
from casepress.typeset.model import Composition, Line, Paragraph, ParagraphStyle, TextStyle

FONTS = FontLibrary.bundled()
THEME = load_theme("zhujin")
NO_START = frozenset("”’）》〉】，、；：。！？·～-/%‰℃")
NO_END = frozenset("“‘（《〈【/")
COUNTED = frozenset("个条万亿人家所项次名年月日号元岁户位件套台座平公")
HALF = frozenset("”’）》，、；：。！？")


def style_of(role: str) -> TextStyle:
    token = THEME.type[role]
    return TextStyle(
        token.family, token.weight, token.size, token.leading, token.ink,
        token.latin_family, token.latin_weight, token.gap, token.half_quotes,
    )  # fmt: skip


def walk(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from (part.strip() for part in value.splitlines() if part.strip())
    elif isinstance(value, list | tuple):
        for item in value:
            yield from walk(item)
    elif hasattr(type(value), "model_fields"):
        for name in type(value).model_fields:
            yield from walk(getattr(value, name))


@cache
def texts() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the running text of the case and its short texts, without the author's bars."""
    case = load_case(ROOT / "content" / "wuhou.yaml").case
    found = list(dict.fromkeys(text.replace("|", "") for text in walk(case)))
    found = [text for text in found if any(map(is_han, text))]
    return (
        tuple(text for text in found if len(text) >= 60),
        tuple(text for text in found if 8 <= len(text) < 60),
    )


@cache
def composed(role: str, em: float, align: str) -> tuple[Composition, ...]:
    style = style_of(role)
    running, short = texts()
    look = ParagraphStyle(
        "justify" if align == "justify" else "left", 2 if align == "justify" else 0
    )
    return tuple(
        compose(Paragraph(inline_runs(text, style), look), em * style.size_pt, FONTS)
        for text in (running if align == "justify" else running + short)
    )


JUSTIFIED = [(role, em) for role in ("body", "lead", "label") for em in (31, 24, 18, 12)]
RAGGED = [
    ("caption", 15.0),
    ("label", 15.0),
    ("footnote", 16.0),
    ("toc_entry", 22.0),
    ("chart_label", 9.0),
    ("honour_name", 18.0),
    ("question", 24.0),
    ("side_quote", 10.0),
]
CELLS = [("caption", em, "left") for em in (31.0, 24.0, 18.0, 12.0, 8.0)] + [
    ("label", em, "left") for em in (31.0, 24.0, 18.0, 12.0)
]
"""Tables set their cells ragged in the small roles; columns come in any width."""
SLIDES = [(20.0, 30.0), (16.0, 12.0), (14.0, 18.0)]
ALL = (
    [(role, em, "justify") for role, em in JUSTIFIED]
    + [(role, em, "left") for role, em in RAGGED]
    + CELLS
)


def line_pairs(compositions: tuple[Composition, ...]) -> Iterator[tuple[str, str]]:
    for composition in compositions:
        for before, after in pairwise(composition.lines):
            yield before.text, after.text


@pytest.mark.parametrize(("role", "em", "align"), ALL)
def test_no_hard_rule_is_broken(role: str, em: float, align: str) -> None:
    for before, after in line_pairs(composed(role, em, align)):
        edge = before[-1] + after[0]
        assert after[0] not in NO_START, (before, after)
        assert before[-1] not in NO_END, (before, after)
        assert edge not in ("——", "……"), (before, after)
        assert not re.fullmatch(r"[0-9.,:][0-9.,:%‰A-Za-z]", edge), (before, after)
        assert not re.fullmatch(r"[¥$±+№][0-9]", edge), (before, after)


@pytest.mark.parametrize(("role", "em", "align"), ALL)
def test_nothing_is_lost_and_nothing_leaves_the_frame(role: str, em: float, align: str) -> None:
    running, short = texts()
    sources = running if align == "justify" else running + short
    limit = em * style_of(role).size_pt + 0.01
    for text, composition in zip(sources, composed(role, em, align), strict=True):
        assert "".join(x.text for x in composition.lines).replace(" ", "") == re.sub(
            r"\s", "", text
        )
        assert all(line.width_pt <= limit for line in composition.lines)
        assert not {"CP0701", "CP0702", "CP0707"} & set(composition.notices), text


@pytest.mark.parametrize(("role", "em"), JUSTIFIED)
def test_numbers_stay_with_their_measure_words(role: str, em: float) -> None:
    pairs = line_pairs(composed(role, em, "justify"))
    parted = [(a[-6:], b[:4]) for a, b in pairs if a[-1].isdigit() and b[0] in COUNTED]
    assert len(parted) <= sum(map(len, texts()[0])) / 1000, parted


@pytest.mark.parametrize(("role", "em"), JUSTIFIED)
def test_lines_are_flush_and_evenly_set(role: str, em: float) -> None:
    size = style_of(role).size_pt
    full = [x for c in composed(role, em, "justify") for x in c.lines if not x.last]
    assert all(line.width_pt == pytest.approx(em * size, abs=0.002) for line in full)
    assert max(line.extra_em for line in full) <= (0.06 if em >= 24 else 0.15)


UNREACHABLE = {27: "武侯新城以紧扣四川省委“三大发展战略”、成都市委"}
"""At 27 em the next word, “157”, lacks more room than all marks of its line could give up."""


@pytest.mark.parametrize("em", range(24, 46))
def test_every_wide_measure_is_evenly_set(em: int) -> None:
    for composition in composed("body", em, "justify"):
        for line in composition.lines:
            if line.text != UNREACHABLE.get(em):
                assert line.extra_em <= 0.06, (em, line.text)
        assert not composition.notices


@pytest.mark.parametrize(("role", "em"), JUSTIFIED)
def test_no_paragraph_ends_in_one_or_two_characters(role: str, em: float) -> None:
    for composition in composed(role, em, "justify"):
        if len(composition.lines) > 1:
            assert sum(not is_mark(c) for c in composition.lines[-1].text) >= 3


@pytest.mark.parametrize(("role", "em"), JUSTIFIED)
def test_marks_in_the_line_are_of_even_width(role: str, em: float) -> None:
    widths = mark_widths(x for c in composed(role, em, "justify") for x in c.lines)
    assert statistics.pstdev(widths) <= 0.06
    assert min(widths) >= 0.74


def mark_widths(lines: Iterator[Line]) -> list[float]:
    """Return width of every closing mark between Han, the line's own stretch taken off."""
    found = []
    for line in lines:
        extra = max(line.extra_em, 0.0)
        glyphs = [
            (g.text, g.x_pt / run.size_pt, run.face, g.gid) for run in line.runs for g in run.glyphs
        ]
        for (a, x, face, gid), (b, after, *_) in pairwise(glyphs):
            if a in HALF and b and is_han(b):
                left = x + left_of_body(face.glyph_bounds(gid), face.advance(gid))
                found.append(after - left - extra)
    return found


@pytest.mark.parametrize(("role", "em"), JUSTIFIED[:8])
def test_the_gap_to_latin_is_a_quarter_em_on_average(role: str, em: float) -> None:
    gaps = latin_gaps(x for c in composed(role, em, "justify") for x in c.lines)
    assert 0.20 <= statistics.mean(gaps) <= 0.30
    assert min(gaps) >= 0.124
    assert max(gaps) <= 0.376


def latin_gaps(lines: Iterator[Line]) -> list[float]:
    """Return every gap between a Han character and a letter or digit, in em."""
    found = []
    for line in lines:
        glyphs = [
            (g.text, g.x_pt / run.size_pt, run.face.advance(g.gid) / 1000)
            for run in line.runs
            for g in run.glyphs
            if g.text != " "
        ]
        for (a, x, width), (b, after, _) in pairwise(glyphs):
            if (is_han(a) and _letter(b)) or (_letter(a) and b and is_han(b)):
                found.append(after - x - width)
    return found


def _letter(text: str) -> bool:
    return text.isascii() and text.isalnum()


def left_of_body(bounds: tuple[float, float, float, float], advance: float) -> float:
    """Return where the half-em body of a mark begins, from its origin, in em."""
    return 0.0 if advance > 900 else (advance / 1000 - 0.5) / 2


@pytest.mark.parametrize(("size", "em"), SLIDES)
def test_slide_text_breaks_no_rule(size: float, em: float) -> None:
    style = TextStyle("sans", 400, size, size * 1.5, "ink", gap_em=0.25)
    for text in texts()[1]:
        found = compose(
            Paragraph(inline_runs(text, style), ParagraphStyle("left")), em * size, FONTS
        )
        for before, after in line_pairs((found,)):
            assert after[0] not in NO_START
            assert before[-1] not in NO_END
            assert not (before[-1].isdigit() and after[0] in "0123456789%.,")
