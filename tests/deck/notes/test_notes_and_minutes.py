"""Notes carry the whole article; minutes add up everywhere they are shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.deck.reading import by_key, notes_of, text_of

from casepress.case.model import Case
from casepress.case.verbatim import verbatim_texts
from casepress.deck.fit.fitter import Fitter
from casepress.deck.model import ChartFill, Deck
from casepress.deck.notes.minutes import share_minutes
from casepress.deck.notes.speaker import notes_height
from casepress.deck.words.chinese import paragraphs


@pytest.mark.parametrize("name", ["wuhou", "sample"])
def test_the_notes_hold_every_sentence(
    name: str, planned: Callable[[Case], Deck], request: pytest.FixtureRequest
):
    case: Case = request.getfixturevalue(name)
    notes = notes_of(planned(case))
    for piece in verbatim_texts(case):
        if not piece.path.startswith(("title", "headings", "source.published")):
            for line in paragraphs(piece.text):
                assert line in notes, piece.path


def test_each_passage_stands_in_full_only_once(deck: Deck, wuhou: Case):
    notes = notes_of(deck)
    for practice in wuhou.practices:
        for measure in practice.measures:
            assert notes.count(measure.text.strip()) == 1


def test_every_slide_has_the_four_blocks(deck: Deck):
    for slide in deck.slides:
        heads = [block.split("】")[0] + "】" for block in slide.notes]
        assert heads == ["【用时】", "【讲解要点】", "【原文】", "【互动】"]


def test_notes_fit_their_printed_page(deck: Deck, fitter: Fitter):
    assert all(notes_height(fitter, slide.notes) <= 1 for slide in deck.slides)


def test_a_speakers_own_words_open_the_notes_of_their_slide(
    planned: Callable[[Case], Deck], wuhou: Case
):
    case = wuhou.model_copy(
        update={
            "notes": {
                "background": "先放一张老照片。",
                "practices[1]": "这里停一停。",
                "某处": "不能丢。",
            }
        }
    )
    deck = planned(case)
    assert "1. 先放一张老照片。" in by_key(deck, "background").notes[1]
    assert "这里停一停。" in notes_of(deck)
    assert "不能丢。" in deck.slides[0].notes[1]


def test_minutes_of_slides_sum_to_the_parts_and_the_session(deck: Deck, wuhou: Case):
    assert wuhou.teaching is not None
    sums: dict[str, float] = {}
    for slide in deck.slides:
        sums[slide.section] = sums.get(slide.section, 0) + (slide.minutes or 0)
    planned = {p.name: p.minutes for p in wuhou.teaching.parts}
    assert {k: v for k, v in sums.items() if v} == planned
    assert sum(sums.values()) == wuhou.teaching.minutes
    for part in wuhou.teaching.parts[1:]:
        assert f"{part.minutes}分钟" in text_of(by_key(deck, "agenda"))
        assert f"本部分约{part.minutes}分钟" in text_of(by_key(deck, f"part-{part.id}"))
    (bar,) = [f for f in by_key(deck, "plan").fills if isinstance(f, ChartFill)]
    assert [s.values[0] for s in bar.series] == [p.minutes for p in wuhou.teaching.parts]


def test_discussion_keeps_the_authors_minutes_and_a_fifth_of_the_time(deck: Deck):
    talk = [s for s in deck.slides if s.key in ("worksheet", "discussion", "summary")]
    assert by_key(deck, "discussion").minutes == 10
    assert sum(s.minutes or 0 for s in talk) >= 0.2 * sum(s.minutes or 0 for s in deck.slides)
    assert "10" in text_of(by_key(deck, "discussion"))


def test_an_unplanned_discussion_gets_its_fifth(made: Callable[..., Deck]):
    practice = {"title": "把一件事办好", "lead": "先问人，再排班。"}
    questions = [{"question": f"第{n}个问题怎样回答？"} for n in range(4)]
    deck = made(
        title="一个案例",
        practices=[{**practice, "title": f"把第{n}件事办好"} for n in range(8)],
        teaching={"questions": questions},
    )
    talk = [s for s in deck.slides if s.key.startswith(("worksheet", "discussion", "summary"))]
    total = sum(s.minutes or 0 for s in deck.slides)
    assert sum(s.minutes or 0 for s in talk) >= 0.2 * total


def test_progress_runs_through_every_part(deck: Deck):
    parts = ["案例速览", "四个融合", "成效荣誉", "启示研讨"]
    for number, name in enumerate(parts, 1):
        own = [s for s in deck.slides if s.section == name]
        assert all(
            s.progress and (s.progress.total, s.progress.current) == (4, number) for s in own
        )
        shares = [s.progress.share for s in own if s.progress]
        assert shares == sorted(shares)
        assert shares[0] == 0 and shares[-1] == 1


@given(
    st.lists(st.tuples(st.floats(0.5, 9), st.booleans()), min_size=1, max_size=12),
    st.integers(1, 120),
)
def test_shared_minutes_always_add_up(slides: list[tuple[float, bool]], total: int):
    weights = [float(round(w)) or 1.0 for w, _ in slides]
    shares = share_minutes(weights, [f for _, f in slides], float(total))
    assert sum(shares) == pytest.approx(total)
    assert all(share > 0 for share in shares)
