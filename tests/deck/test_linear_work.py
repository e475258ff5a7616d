"""The work of planning a deck grows with its text, not with its square: counted, not timed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from casepress.case.model import Case
from casepress.deck import plan_deck
from casepress.deck.fit.fitter import Fitter
from casepress.deck.fit.paging import fewest_pages, paged
from casepress.fonts import FontLibrary
from casepress.theme.model import Theme

SENTENCE = "街道把需求清单、资源清单、项目清单对接起来，当月办结，居民在家门口就能办事。"
ONE = [{"title": "开好例会", "measures": [{"title": "限时", "text": "每人三分钟。"}]}]


def lessons(number: int) -> dict[str, Any]:
    items = [{"title": f"第{n}条启示要写明", "text": SENTENCE} for n in range(number)]
    return {"practices": ONE, "lessons": {"items": items}}


def measures(number: int) -> dict[str, Any]:
    every = [{"title": f"第{n}项举措要写明", "text": SENTENCE} for n in range(number)]
    return {"practices": [{"title": "开好例会", "measures": every}]}


def honours(number: int) -> dict[str, Any]:
    every = [{"title": f"第{n}项先进称号", "when": f"{1990 + n % 30}年"} for n in range(number)]
    return {"practices": ONE, "results": {"honours": every}}


@pytest.mark.parametrize("shape", [lessons, measures, honours])
def test_texts_measured_and_notes_written_are_linear(
    shape: Any, theme: Theme, fonts: FontLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Four times the items: four times the measuring, and four times the words to say."""
    calls: Iterator[int] = count()
    real = Fitter.text

    def counting(self: Fitter, area: Any, paragraphs: Any) -> Any:
        for _ in paragraphs:
            next(calls)
        return real(self, area, paragraphs)

    monkeypatch.setattr(Fitter, "text", counting)

    def work(number: int) -> tuple[int, int]:
        before = next(calls)
        case = Case.model_validate({"title": "例会改革", **shape(number)})
        deck = plan_deck(case, theme, fonts, base_dir=Path())
        return next(calls) - before, sum(len(block) for s in deck.slides for block in s.notes)

    short, long = work(30), work(120)
    assert long[0] < 5 * short[0]
    assert long[1] < 5 * short[1]


def test_the_notes_of_continuation_slides_say_what_each_shows(
    theme: Theme, fonts: FontLibrary
) -> None:
    case = Case.model_validate({"title": "例会改革", **measures(30)})
    deck = plan_deck(case, theme, fonts, base_dir=Path())
    slides = [s for s in deck.slides if s.key.startswith("practice-1")]
    assert len(slides) > 3
    for n in range(30):
        named = f"第{n}项举措要写明"
        told = [k for k, s in enumerate(slides) if f"{named}：" in s.notes[1]]
        shown = [k for k, s in enumerate(slides)
                 if any(named == run.text for f in s.fills for p in getattr(f, "paragraphs", ())
                        for run in p.runs)]  # fmt: skip
        assert told == shown and len(told) == 1


def test_pages_are_the_largest_that_fit_and_each_size_is_tried_once() -> None:
    """A page that is too full gives its size up at once."""
    asked: list[int] = []

    def fits(page: Any) -> bool:
        asked.append(len(page))
        return sum(page) <= 10

    assert fewest_pages([2] * 12, 12, fits) == paged([2] * 12, 4)
    assert asked == [12, 6, 4, 4, 4]
    assert fewest_pages([11, 1, 1], 3, fits) == paged([11, 1, 1], 1)
    assert fewest_pages([1], 7, fits) == ([1],)
