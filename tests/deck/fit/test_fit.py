"""Fit is counted, not hoped for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.deck.reading import by_key, overfull, text_of

from casepress.case.model import Case, KeyFigure
from casepress.deck.draft import fill
from casepress.deck.fit.breaks import bad_breaks
from casepress.deck.fit.fitter import Fitter
from casepress.deck.model import Deck, TextParagraph, TextRun
from casepress.deck.words.figures import Fact
from casepress.diagnostics import CasepressError, ExitCode


def test_nothing_overflows(
    deck: Deck, fitter: Fitter, planned: Callable[[Case], Deck], sample: Case
):
    assert overfull(deck, fitter) == []
    assert overfull(planned(sample), fitter) == []


def test_a_frame_that_is_too_full_says_so(fitter: Fitter):
    assert fitter.fill("measures3", fill(21, "深" * 27)).ratio < 0.92
    assert fitter.fill("measures3", fill(21, "深" * 120)).ratio > 1


def test_a_word_wider_than_its_frame_does_not_fit(fitter: Fitter):
    assert fitter.fill("numbers3", fill(31, "https://example.org/a/very/long/address")).ratio > 1


def test_units_are_measured_at_their_own_size(deck: Deck, fitter: Fitter):
    for slide in deck.slides:
        for one in slide.fills:
            if slide.layout in ("glance4", "numbers3") and one.idx in range(21, 25):
                assert len(fitter.fill(slide.layout, one).lines) == 1  # type: ignore[arg-type]


def test_a_figure_keeps_its_unit_with_the_wide_digits_of_a_substitute_font(fitter: Fitter):
    fact = Fact(KeyFigure(value="1,236", unit="册"), "")
    for layout, idx in (("glance4", 21), ("measures2", 51), ("measures4", 51)):
        shown = fitter.figure(layout, idx, fact, 22)
        assert shown is not None and fitter.on_one_line(layout, idx, shown)
    whole = TextParagraph((TextRun("1,236"), TextRun(" 册", size_pt=22)))
    assert not fitter.on_one_line("glance4", 21, whole)


def test_the_figures_of_a_row_stand_in_one_size(fitter: Fitter):
    facts = [Fact(KeyFigure(value=v, unit="册"), "") for v in ("3", "1,236", "19")]
    fills = fitter.figures("glance4", 21, facts, 22) or []
    assert len({one.paragraphs[0].runs[0].size_pt for one in fills}) == 1
    assert fills[0].paragraphs[0].runs[0].size_pt is not None


def test_breaks_are_set_at_phrases_where_a_viewer_would_part_words(fitter: Fitter):
    text = "闻名中外的西部女鞋之都坐落其间"
    assert bad_breaks(fitter.lines([(text, 22)], 3.7 * 72))
    words = fitter.broken(text, 22, 3.7 * 72)
    assert words.replace("\v", "") == text
    assert not bad_breaks(words.split("\v"))


def test_breaks_go_where_they_read_better_at_no_cost_in_lines(fitter: Fitter):
    def lines(text: str) -> list[str]:
        one = TextParagraph((TextRun(text),))
        return fitter.mended("background", 42, one).runs[0].text.split("\v")

    listed = "京东集团、川大智胜、彩虹电器集团等入驻"
    assert lines(listed) == ["京东集团、川大智胜、", "彩虹电器集团等入驻"]
    viewers = "园区内企业共同参与治理，社区服务好"
    assert lines(viewers) == [viewers]


def test_no_line_of_a_slide_begins_with_an_opening_quote_the_author_did_not_put_there(deck: Deck):
    for slide in deck.slides:
        for paragraph in text_of(slide).split("\n"):
            assert "\v“" not in paragraph


def test_what_fits_nowhere_is_refused_with_its_path(made: Callable[..., Deck]):
    with pytest.raises(CasepressError) as caught:
        made(title="一个案例", practices=[{"title": "深" * 400}])
    assert caught.value.exit_code is ExitCode.DOES_NOT_FIT
    assert {d.params["path"] for d in caught.value.diagnostics} == {"practices[0].title"}
    assert {d.id for d in caught.value.diagnostics} == {"CP0801"}


def test_long_lists_continue_on_a_further_slide(made: Callable[..., Deck]):
    rows = [[f"第{n}类对象", "这一类对象的目标和做法" * 3] for n in range(12)]
    detail = {"kind": "table", "title": "十二类对象", "columns": ["对象", "做法"], "rows": rows}
    deck = made(title="一个案例", practices=[{"title": "把一件事办好", "detail": detail}])
    pages = [s.title for s in deck.slides if "十二类对象" in s.title]
    assert pages[0] == "十二类对象"
    assert all("（续" in title for title in pages[1:]) and len(pages) >= 2


def test_the_authors_words_left_to_the_notes_are_reported(made: Callable[..., Deck]):
    points = ["这是一条写得相当长的要点，长到一行放不下，两行也很勉强" * 2, "第二条要点也不短"]
    measure = {"title": "一项举措", "text": "推行改革。", "points": points, "fact": "推行|改革"}
    practice = {"title": "把一件事办好", "measures": [measure] * 3}
    deck = made(title="一个案例", practices=[practice])
    left = {d.params["path"] for d in deck.diagnostics if d.id == "CP0803"}
    shown = text_of(by_key(deck, "practice-1"))
    for n in range(3):
        for m, point in enumerate(points):
            assert point in shown or f"practices[0].measures[{n}].points[{m}]" in left


def test_the_same_case_gives_the_same_deck(
    planned: Callable[[Case], Deck], wuhou: Case, deck: Deck
):
    assert planned(wuhou) == deck
