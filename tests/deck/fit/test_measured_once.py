"""A text is measured once in a size and a width, however often its fit is asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from casepress.case.model import Case
from casepress.deck import plan_deck
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
