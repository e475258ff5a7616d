"""A text is measured once in a size and a width, however often its fit is asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from casepress.case.model import Case
from casepress.deck import plan_deck
from casepress.deck.draft import para
from casepress.deck.fit.fitter import Fitter
from casepress.fonts import FontLibrary
from casepress.theme.model import Theme
from casepress.typeset import Ruler


def test_nothing_is_measured_twice(
    wuhou: Case, theme: Theme, fonts: FontLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured: Counter[object] = Counter()
    real = Ruler.lines

    def counting(self: Ruler, runs: Sequence[tuple[str, float]], width: float) -> object:
        measured[tuple(runs), width] += 1
        return real(self, runs, width)

    monkeypatch.setattr(Ruler, "lines", counting)
    plan_deck(wuhou, theme, fonts, base_dir=Path())
    assert measured and set(measured.values()) == {1}


def test_better_breaks_are_sought_once_and_only_where_there_are_breaks(
    theme: Theme, fonts: FontLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    sought: list[str] = []
    real = Fitter.broken

    def counting(self: Fitter, text: str, size_pt: float, width: float, spare: int = 1) -> str:
        sought.append(text)
        return real(self, text, size_pt, width, spare)

    monkeypatch.setattr(Fitter, "broken", counting)
    fitter = Fitter(theme.deck, fonts)
    short = para("集中到新市民中心")
    assert fitter.mended("content", 1, short) is short and not sought
    long = para("居民在家门口就能办事，" * 3 + "数字化管理平台统一调度物资")
    once = fitter.mended("content", 1, long)
    before = len(sought)
    assert fitter.mended("content", 1, long) == once and len(sought) == before
