"""The work of setting one long text grows with it, not with its square: counted, not timed."""

from __future__ import annotations

from typing import Any

import pytest

from casepress.fonts import FontLibrary
from casepress.typeset import latin, titles
from casepress.typeset.context import shadow
from casepress.typeset.faces import style_glyphs
from casepress.typeset.model import Paragraph, ParagraphStyle, Run, TextStyle

FONTS = FontLibrary.bundled()
STYLE = TextStyle("serif", 400, 10.0, 18.0, "ink")
CLAUSE = "街道把3项清单对接起来，当月办结，"


class Counted(str):
    """A text that counts the characters taken out of it."""

    taken = 0

    def __getitem__(self, key: Any) -> str:
        found = str.__getitem__(self, key)
        Counted.taken += len(found)
        return found


def test_a_long_title_is_broken_within_what_its_lines_can_hold(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A quote of many lines: four times the text, four times the line starts looked at."""
    looked = 0
    real = titles._Balance._next_line

    def counting(self: Any, best: dict[int, float], lines: int, number: int) -> Any:
        nonlocal looked
        looked += len(best)
        return real(self, best, lines, number)

    monkeypatch.setattr(titles._Balance, "_next_line", counting)

    def work(times: int) -> int:
        nonlocal looked
        looked = 0
        text = Paragraph((Run(CLAUSE * times, STYLE),), ParagraphStyle(phrase_breaks=True))
        titles.compose_title(text, 300.0, FONTS)
        return looked

    short, long = work(20), work(80)
    assert 0 < long < 6 * short


def test_marks_around_latin_words_are_read_where_they_stand() -> None:
    """Each quoted word looks at its neighbours, not at all that precedes and follows."""

    def work(times: int) -> int:
        Counted.taken = 0
        shadow(Counted("the “open door” rule, " * times))
        return Counted.taken

    assert 0 < work(80) < 5 * work(20)


def test_a_long_word_is_shaped_glyph_by_glyph(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    glyphs = style_glyphs(STYLE, FONTS)
    real = glyphs.latin_chain[0].__class__.shape
    copied = 0

    class Slices(list[Any]):
        def __getitem__(self, key: Any) -> Any:
            nonlocal copied
            found = list.__getitem__(self, key)
            copied += len(found) if isinstance(key, slice) else 1
            return found

    monkeypatch.setattr(type(glyphs.latin_chain[0]), "shape", lambda *a: Slices(real(*a)))
    box = latin.shape_box("a1" * 400, glyphs, 0, 0)
    assert "".join(source for _, _, source, _ in box.glyphs) == "a1" * 400
    assert copied < 4 * 800
