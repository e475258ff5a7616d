"""The handout: every slide three to a page, questions, worksheets; the whole file read again."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from tests.handout.conftest import CASES, LAYOUTS
from tests.handout.test_slides import squeezed, text_of, words_of

from casepress.deck.model import Deck, Slide
from casepress.diagnostics import Severity
from casepress.display import BoxItem, DisplayList, RuleItem, TextItem
from casepress.fonts import FontLibrary
from casepress.handout.matter import Question, asks
from casepress.handout.plan import plan_handout
from casepress.pdf.targets import TARGETS
from casepress.pdf.write import write_pdf
from casepress.preflight import inspect_pdf
from casepress.theme.load import load_theme
from casepress.theme.model import Theme
from casepress.units import mm

QUESTIONS = tuple(
    Question(f"第{n}个问题，我们该怎么回答？", "先说结论" if n % 2 else "") for n in range(1, 6)
)


@pytest.fixture(scope="module")
def display(deck: Deck, theme: Theme, fonts: FontLibrary) -> DisplayList:
    return plan_handout(deck, theme, fonts, QUESTIONS)


@pytest.fixture(scope="module")
def screen(display: DisplayList) -> bytes:
    out = io.BytesIO()
    write_pdf(display, TARGETS["screen"], out)
    return out.getvalue()


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("case", CASES)
def test_every_text_of_every_slide_is_on_the_handout(
    case: str, layout: str, deck_of: Callable[..., Deck], fonts: FontLibrary
):
    deck, theme = deck_of(case, layout), load_theme(layout)
    display = plan_handout(deck, theme, fonts)
    for number in range(1, len(deck.slides) + 1):
        shown = text_of(display.pages[(number - 1) // 3])
        for words in words_of(deck, theme.deck, number):
            assert squeezed(words) in shown, (number, words)


def test_the_file_gives_back_the_words_of_slides_questions_and_worksheet(screen: bytes, deck: Deck):
    document = pypdfium2.PdfDocument(screen)
    text = squeezed("".join(page.get_textpage().get_text_bounded() for page in document))
    document.close()
    for slide in deck.slides:
        assert squeezed(slide.title) in text
    for question in QUESTIONS:
        assert squeezed(question.question) in text and question.hint in text
    for ask in asks(deck):
        assert squeezed(ask) in text
    assert text.count("下一步、责任人") == 2, "once on the slide, once large enough to write"


def test_three_slides_stand_on_a_page_in_order(display: DisplayList, deck: Deck):
    rows = [page for page in display.pages if page.kind == "slides"]
    assert len(rows) == -(-len(deck.slides) // 3)
    places = [d for d in display.destinations if d.name.startswith("slide:")]
    assert [d.name for d in places] == [f"slide:{s.key}" for s in deck.slides]
    assert [d.page for d in places] == [n // 3 for n in range(len(deck.slides))]
    assert all(a.y_pt < b.y_pt for a, b in pairwise(places[:3]))


def test_there_are_lines_to_write_on_and_nothing_runs_into_them(display: DisplayList):
    for page in display.pages:
        lines = [i for i in page.items if isinstance(i, RuleItem) and i.ink == "rule"
                 and i.y1_pt == i.y2_pt and i.x2_pt - i.x1_pt > mm(40)]  # fmt: skip
        assert len(lines) >= (1 if page.kind == "worksheet" else 15), page.kind
        if page.kind != "slides":
            continue
        left = max(line.x1_pt for line in lines)
        beside = [i for i in page.items if isinstance(i, TextItem) and i.element is not None
                  and i.x_pt + i.line.width_pt > left - 1 and i.y_pt > mm(55)]  # fmt: skip
        assert not beside


def test_everything_stays_within_the_margins(display: DisplayList, theme: Theme):
    left, right = mm(theme.handout.left_mm), mm(210 - theme.handout.right_mm)
    for page in display.pages:
        assert (page.width_pt, page.height_pt) == pytest.approx((mm(210), mm(297)))
        for item in page.items:
            if isinstance(item, TextItem):
                assert item.x_pt >= left - 1 and item.x_pt + item.line.width_pt <= right + 1
                assert mm(8) < item.y_pt < mm(290)
            elif isinstance(item, BoxItem):
                assert item.rect.x >= left - 0.01 and item.rect.right <= right + 0.01


def test_a_question_too_long_for_its_place_stands_over_the_lines(
    deck: Deck, theme: Theme, fonts: FontLibrary
):
    long = "【互动】" + "这一页里，哪一条做法最适合本单位先走一步？" * 6
    first = replace(deck.slides[0], notes=(long,))
    shown = plan_handout(replace(deck, slides=(first, *deck.slides[1:3])), theme, fonts)
    words = [i for i in shown.pages[0].items if isinstance(i, TextItem)]
    assert squeezed(long.removeprefix("【互动】")) in squeezed("".join(i.line.text for i in words))
    (begin,) = (i for i in words if i.line.text.startswith("想一想：这一页"))
    assert begin.x_pt > mm(theme.handout.left_mm + theme.handout.slide_mm)


def test_a_question_all_slides_share_is_not_asked_on_each(deck: Deck):
    common = "【互动】哪一处最值得借鉴？"
    slides = tuple(replace(s, notes=(common,)) for s in deck.slides[:3])
    assert asks(replace(deck, slides=slides)) == ("", "", "")


def test_a_question_that_stands_on_the_slide_is_not_printed_twice(deck: Deck):
    shown = dict(zip((s.key for s in deck.slides), asks(deck), strict=True))
    assert shown["part-overview"] == "" and shown["background"] != ""


def test_a_long_section_name_leaves_the_head_room_for_the_case(theme: Theme, fonts: FontLibrary):
    long = "一个长得怎么也放不下的部分名称，" * 6
    deck = Deck((Slide("one", "content", "标题", long, (), ()),), "薄案例", footer="案例的简称")
    head = [i for i in plan_handout(deck, theme, fonts).pages[0].items
            if isinstance(i, TextItem) and i.y_pt < mm(14)]  # fmt: skip
    left, right = sorted(head, key=lambda i: i.x_pt)
    assert left.line.text == "案例的简称" and right.line.text.endswith("……")
    assert left.x_pt + left.line.width_pt < right.x_pt


def test_without_questions_and_worksheet_there_are_only_slides(theme: Theme, fonts: FontLibrary):
    deck = Deck((Slide("one", "content", "只有一页", "", (), ()),), "薄案例")
    display = plan_handout(deck, theme, fonts)
    assert [page.kind for page in display.pages] == ["slides"]
    assert [entry.title for entry in display.outline] == ["只有一页"]


def test_bookmarks_follow_the_sections(screen: bytes, deck: Deck):
    with pikepdf.open(io.BytesIO(screen)) as pdf, pdf.open_outline() as outline:
        names = [str(item.title) for item in outline.root]
        below = [str(child.title) for item in outline.root for child in item.children]
        labels = [page.label for page in pdf.pages]
    sections = list(dict.fromkeys(s.section for s in deck.slides))
    assert names == [*sections, "讨论题", "对照四道瓶颈，找出本单位能先走的一步"]
    assert below == [s.title for s in deck.slides]
    assert labels == [str(n) for n in range(1, len(labels) + 1)]


def test_it_is_tagged_from_one_title_down(display: DisplayList, deck: Deck):
    roles = [e.role for e in display.elements]
    assert roles.count("H1") == 1 and roles.index("H1") < roles.index("H2")
    assert roles.count("H2") == len(deck.slides) + 2
    used = {item.element for page in display.pages for item in page.items}
    lists = {e.id for e in display.elements if e.role == "L"}
    assert all(e.parent in lists for e in display.elements if e.role == "LI")
    assert all(e.alt and e.id in used for e in display.elements if e.role == "Figure")


@pytest.mark.parametrize("target", list(TARGETS))
def test_preflight_finds_no_fault_and_no_warning(target: str, display: DisplayList, tmp_path: Path):
    path = tmp_path / f"{target}.pdf"
    with path.open("wb") as file:
        write_pdf(display, TARGETS[target], file)
    report = inspect_pdf(path)
    assert [f for f in report.findings if f.severity is not Severity.ADVICE] == []


def test_the_same_deck_gives_the_same_bytes(deck: Deck, theme: Theme, screen: bytes):
    out = io.BytesIO()
    again = plan_handout(deck, theme, FontLibrary.bundled(), QUESTIONS)
    write_pdf(again, TARGETS["screen"], out)
    assert out.getvalue() == screen
