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


def points(number: int) -> dict[str, Any]:
    every = [f"第{n}条要点要写明办法和时限" for n in range(number)]
    measure = {"title": "限时", "text": "每人三分钟。", "points": every}
    return {"practices": [{"title": "开好例会", "measures": [measure]}]}


def problems(number: int) -> dict[str, Any]:
    every = [f"第{n}个问题拖得久" for n in range(number)]
    return {"practices": ONE, "background": {"text": "起因。", "problems": every}}


@pytest.mark.parametrize("shape", [points, problems])
def test_a_long_speech_is_not_repeated_on_every_slide_that_continues(
    shape: Any, theme: Theme, fonts: FontLibrary
) -> None:
    """The first slide's notes say it all; those after it what they show. Nothing is lost."""

    def notes(number: int) -> list[str]:
        case = Case.model_validate({"title": "例会改革", **shape(number)})
        deck = plan_deck(case, theme, fonts, base_dir=Path())
        return ["".join(slide.notes) for slide in deck.slides]

    short, long = notes(300), notes(1200)
    assert sum(map(len, long)) < 5 * sum(map(len, short))
    for n, slides in ((0, 1), (299, 2)):
        assert sum(f"第{n}条要点" in one or f"第{n}个问题" in one for one in short) == slides


def test_points_that_can_not_fit_are_not_tried(
    theme: Theme, fonts: FontLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two measures, one with very many points: as many paragraphs measured as with a hundred."""
    measured = 0
    real = Fitter.text

    def counting(self: Fitter, area: Any, paragraphs: Any) -> Any:
        nonlocal measured
        measured += len(paragraphs)
        return real(self, area, paragraphs)

    monkeypatch.setattr(Fitter, "text", counting)

    def work(number: int) -> int:
        nonlocal measured
        measured = 0
        measures = [*points(number)["practices"][0]["measures"],
                    {"title": "站着开", "text": "一刻钟开完。"}]  # fmt: skip
        raw = {"title": "例会改革", "practices": [{"title": "开好例会", "measures": measures}]}
        plan_deck(Case.model_validate(raw), theme, fonts, base_dir=Path())
        return measured

    assert work(400) < 5 * work(100)


def test_the_columns_of_a_worksheet_are_measured_once(
    theme: Theme, fonts: FontLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured = 0
    real = Fitter.width

    def counting(self: Fitter, *of: Any) -> Any:
        nonlocal measured
        measured += 1
        return real(self, *of)

    monkeypatch.setattr(Fitter, "width", counting)

    def work(number: int) -> int:
        nonlocal measured
        measured = 0
        rows = [[f"第{n}项做法", "本单位现状"] for n in range(number)]
        raw = {"title": "例会改革", "practices": ONE, "teaching": {"worksheet_rows": rows}}
        plan_deck(Case.model_validate(raw), theme, fonts, base_dir=Path())
        return measured

    assert work(120) < 5 * work(30)
