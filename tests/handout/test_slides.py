"""Slides as display items: every word, in the order it is read, where the template puts it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from tests.handout.conftest import CASES, LAYOUTS

from casepress.deck.fit.fitter import Fitter
from casepress.deck.model import (
    ChartFill,
    Connector,
    Deck,
    Diagram,
    Node,
    Series,
    Slide,
    TableFill,
    TextFill,
    TextParagraph,
    TextRun,
)
from casepress.deck.show.filling import fills_of
from casepress.display import (
    BoxItem,
    DisplayList,
    Item,
    Page,
    PathItem,
    PictureItem,
    RuleItem,
    TextItem,
)
from casepress.fonts import FontLibrary
from casepress.handout.inks import plates_of
from casepress.handout.pages import slide_pages
from casepress.handout.sheet import Sheet
from casepress.handout.slide import Artist
from casepress.handout.words import Compositor
from casepress.surface import Tree
from casepress.theme.deck import DeckTokens
from casepress.theme.load import load_theme
from casepress.theme.model import Theme
from casepress.units import Rect


def words_of(deck: Deck, tokens: DeckTokens, number: int) -> Iterator[str]:
    """Every text a slide shows."""
    slide = deck.slides[number - 1]
    yield str(number) if tokens.layout(slide.layout).furniture else ""
    for one in fills_of(tokens, slide, deck.footer).values():
        if isinstance(one, TextFill):
            yield from (run.text for p in one.paragraphs for run in p.runs)
        elif isinstance(one, TableFill):
            cells = (cell for row in one.rows for cell in row)
            yield from (run.text for cell in cells for p in cell.paragraphs for run in p.runs)
        elif isinstance(one, ChartFill):
            if one.kind != "share":
                yield from one.categories
            yield from (label for s in one.series for label in s.labels[-1:])
    for diagram in slide.diagrams:
        yield from (run.text for n in diagram.nodes for p in n.paragraphs for run in p.runs)


def squeezed(text: str) -> str:
    return "".join(text.split())


def text_of(page: Page) -> str:
    return squeezed("".join(i.line.text for i in page.items if isinstance(i, TextItem)))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("case", CASES)
def test_every_text_of_every_slide_is_drawn(
    case: str, layout: str, deck_of: Callable[..., Deck], fonts: FontLibrary
):
    deck, tokens = deck_of(case, layout), load_theme(layout).deck
    display = slide_pages(deck, tokens, fonts)
    assert len(display.pages) == len(deck.slides)
    for number, page in enumerate(display.pages, 1):
        shown = text_of(page)
        for words in words_of(deck, tokens, number):
            assert squeezed(words) in shown, (number, words)


def test_lines_break_where_the_fit_counted_them(deck: Deck, theme: Theme, fonts: FontLibrary):
    fitter, tokens = Fitter(theme.deck, fonts), theme.deck
    artist = Artist.of(deck, tokens, fonts)
    compared = 0
    for slide in deck.slides:
        frames = {p.idx: p for p in tokens.placeholders(slide.layout)}
        for one in slide.fills:
            if isinstance(one, TextFill) and frames[one.idx].wrap:
                counted = fitter.fill(slide.layout, one).lines
                area = fitter.area(slide.layout, one.idx)
                drawn = artist.words.text(one.paragraphs, area.levels, area.width).lines
                assert len([d for d in drawn if not d.bullet]) == len(counted), slide.key
                compared += 1
    assert compared > 100


def test_nothing_leaves_its_slide_and_no_text_its_frame(
    deck: Deck, theme: Theme, fonts: FontLibrary
):
    for page in slide_pages(deck, theme.deck, fonts).pages:
        for item in page.items:
            if isinstance(item, TextItem):
                assert item.x_pt >= 0 and item.x_pt + item.line.width_pt <= page.width_pt
                assert 0 < item.y_pt < page.height_pt
            elif isinstance(item, BoxItem | PictureItem):
                assert item.rect.x >= -0.01 and item.rect.right <= page.width_pt + 0.01


def test_a_slide_in_a_frame_is_the_same_slide_smaller(deck: Deck, theme: Theme, fonts: FontLibrary):
    artist = Artist.of(deck, theme.deck, fonts)
    width, height = artist.size_pt
    large, small = Sheet(Tree(), 0, 960, 540), Sheet(Tree(), 0, 595, 842)
    artist.draw(large, 5, Rect(0, 0, width, height))
    artist.draw(small, 5, Rect(100, 200, width / 4, height / 4))
    assert [type(i) for i in large.items] == [type(i) for i in small.items]
    for one, other in zip(large.items, small.items, strict=True):
        x, y = _place(one)
        assert _place(other) == pytest.approx((100 + x / 4, 200 + y / 4), abs=0.01)
        if isinstance(one, TextItem) and isinstance(other, TextItem):
            assert other.line.text == one.line.text
            assert other.line.width_pt == pytest.approx(one.line.width_pt / 4, abs=0.01)


def _place(item: Item) -> tuple[float, float]:
    match item:
        case TextItem():
            return item.x_pt, item.y_pt
        case RuleItem():
            return item.x1_pt, item.y1_pt
        case PathItem():
            x, y = item.segments[0][1]
            return x, y
        case _:
            return item.rect.x, item.rect.y


def test_a_slide_is_a_section_with_a_heading_first_and_its_figures_described(
    deck: Deck, theme: Theme, fonts: FontLibrary
):
    display = slide_pages(deck, theme.deck, fonts)
    sections = [e for e in display.elements if e.role == "Sect"]
    headings = [e for e in display.elements if e.role == "H1"]
    assert [e.title for e in sections] == [s.title for s in deck.slides]
    assert [e.parent for e in headings] == [e.id for e in sections]
    figures = [e for e in display.elements if e.role == "Figure"]
    wanted = sum(len(s.diagrams) for s in deck.slides) + sum(
        isinstance(f, ChartFill) for s in deck.slides for f in s.fills
    )
    assert len(figures) == wanted
    assert all(f.alt and f.bbox and f.page is not None for f in figures)
    table = next(e for e in display.elements if e.role == "Table")
    rows = [e.id for e in display.elements if e.role == "TR" and e.parent == table.id]
    assert rows and all(e.parent != table.id for e in display.elements if e.role == "TD")


def test_agenda_entries_lead_to_their_slides(deck: Deck, theme: Theme, fonts: FontLibrary):
    display = slide_pages(deck, theme.deck, fonts)
    agenda = next(p for p in display.pages if p.kind == "agenda")
    places = {d.name: d.page for d in display.destinations}
    targets = [places[link.destination or ""] for link in agenda.links]
    assert [display.pages[n].kind for n in targets] == ["divider"] * 4
    roles = {e.id: e.role for e in display.elements}
    assert all(roles[link.element or 0] == "Link" for link in agenda.links)
    alone = slide_pages(deck, theme.deck, fonts, [3])
    assert len(alone.pages) == 1 and not alone.pages[0].links


def test_the_same_deck_gives_the_same_drawing(deck: Deck, theme: Theme, fonts: FontLibrary):
    one = slide_pages(deck, theme.deck, fonts)
    other = slide_pages(deck, theme.deck, FontLibrary.bundled())
    assert len(one.pages) == len(other.pages)
    for a, b in zip(one.pages, other.pages, strict=True):
        assert [_place(i) for i in a.items] == [_place(i) for i in b.items]
    assert one.elements == other.elements and dict(one.inks) == dict(other.inks)


# -- what is not text ------------------------------------------------------------------------


def drawn(theme: Theme, fonts: FontLibrary, layout: str, **fields: object) -> DisplayList:
    slide = Slide("one", layout, "标题", "", (), ())
    deck = Deck((replace(slide, **fields),), "试")  # type: ignore[arg-type]
    return slide_pages(deck, theme.deck, fonts)


def bars(display: DisplayList) -> list[BoxItem]:
    figure = next(e.id for e in display.elements if e.role == "Figure")
    return [i for i in display.pages[0].items if isinstance(i, BoxItem) and i.element == figure]


def test_columns_are_as_high_as_their_values(theme: Theme, fonts: FontLibrary):
    series = Series("党员", (3093.0, 5624.0), ("3093", "5624"), "before", ("before", "accent1"))
    chart = ChartFill(13, "column", ("2010年", "目前"), (series,), "柱形图")
    low, high = bars(drawn(theme, fonts, "chart_notes", fills=(chart,)))
    assert high.rect.height / low.rect.height == pytest.approx(5624 / 3093, abs=1e-3)
    assert low.rect.bottom == pytest.approx(high.rect.bottom)
    assert low.rect.width == pytest.approx(high.rect.width)
    assert (low.ink, high.ink) == ("slide.before", "slide.accent1")


def test_a_column_of_nothing_leaves_no_hairline(theme: Theme, fonts: FontLibrary):
    series = Series("投诉", (12.0, 0.0), ("12", "0"), "before", ("before", "accent1"))
    chart = ChartFill(13, "column", ("原来", "现在"), (series,), "柱形图")
    display = drawn(theme, fonts, "chart_notes", fills=(chart,))
    assert len(bars(display)) == 1
    assert "0" in [i.line.text for i in display.pages[0].items if isinstance(i, TextItem)]


def test_shares_fill_their_frame_in_proportion(theme: Theme, fonts: FontLibrary):
    series = tuple(Series(f"第{n}部分", (float(n),), (f"{n}′",), f"accent{n}") for n in (1, 3, 4))
    chart = ChartFill(14, "share", ("用时",), series, "用时", label_pt=20)
    display = drawn(theme, fonts, "chart_table", fills=(chart,))
    one, three, four = bars(display)
    assert four.rect.width == pytest.approx(4 * one.rect.width, abs=0.01)
    assert one.rect.right == pytest.approx(three.rect.x, abs=0.01)
    assert four.rect.right - one.rect.x == pytest.approx(11.833 * 72, abs=0.01)


def test_bars_begin_at_one_axis_and_are_named_at_its_left(theme: Theme, fonts: FontLibrary):
    series = Series("指数", (182.0, 158.0), ("182", "158"), "before", ("accent1", "before"))
    chart = ChartFill(13, "bar", ("党员", "基层党组织"), (series,), "条形图")
    display = drawn(theme, fonts, "chart_notes", fills=(chart,))
    first, second = bars(display)
    assert first.rect.x == pytest.approx(second.rect.x)
    assert first.rect.width / second.rect.width == pytest.approx(182 / 158, abs=1e-3)
    names = [i for i in display.pages[0].items if isinstance(i, TextItem) and "党" in i.line.text]
    assert all(i.x_pt + i.line.width_pt < first.rect.x for i in names)


def test_slopes_start_at_one_point_and_end_in_the_order_of_their_values(
    theme: Theme, fonts: FontLibrary
):
    series = (
        Series("党员", (100.0, 182.0), ("100", "182"), "accent1", highlight=True),
        Series("党组织", (100.0, 158.0), ("100", "158"), "accent3"),
    )
    chart = ChartFill(13, "slope", ("起点", "目前"), series, "折线图", axis_min=98)
    display = drawn(theme, fonts, "chart_notes", fills=(chart,))
    lines = [i for i in display.pages[0].items if isinstance(i, PathItem) and i.stroke]
    assert lines[0].segments[0] == lines[1].segments[0]
    assert lines[0].segments[1][1][1] < lines[1].segments[1][1][1]
    assert lines[0].stroke_pt > lines[1].stroke_pt


def test_arrows_of_a_diagram_end_at_the_box_they_lead_to(theme: Theme, fonts: FontLibrary):
    words = (TextParagraph((TextRun("制度束缚"),)),)
    nodes = (
        Node("a", (1.0, 2.0, 2.0, 1.0), words, "lt1", "accent3"),
        Node("b", (5.0, 4.0, 2.0, 0.5), words, "accent1", colour="lt1", shape="round"),
        Node("c", (9.0, 2.0, 2.0, 1.0), words, "dk2", colour="lt1", shape="arrow"),
    )
    diagram = Diagram("图", nodes, (Connector("a", "b"), Connector("a", "c")), "示意")
    display = drawn(theme, fonts, "figure_diagram", diagrams=(diagram,))
    paths = [i for i in display.pages[0].items if isinstance(i, PathItem) and i.element]
    trails = [p for p in paths if p.stroke and not p.fill]
    heads = [p for p in paths if p.fill == "slide.accent3" and not p.stroke]
    assert len(trails) == len(heads) == 2
    bent, straight = trails
    assert len(bent.segments) == 4 and len(straight.segments) == 2
    assert heads[0].segments[0][1] == pytest.approx((5.0 * 72, 4.25 * 72))
    assert heads[1].segments[0][1] == pytest.approx((9.0 * 72, 2.5 * 72))
    ends = [point for _, points in bent.segments for point in [points]]
    assert all(a[0] == pytest.approx(b[0]) or a[1] == pytest.approx(b[1])
               for a, b in pairwise(ends))  # fmt: skip


def test_a_picture_shows_what_its_crop_leaves(deck_of: Callable[..., Deck], fonts: FontLibrary):
    display = slide_pages(deck_of("sample"), load_theme("zhujin").deck, fonts)
    pictures = [i for p in display.pages for i in p.items if isinstance(i, PictureItem)]
    assert pictures
    for item in pictures:
        left, top, right, bottom = item.crop
        assert 0 <= left < right <= 1 and 0 <= top < bottom <= 1
        assert display.elements[item.element or 0].alt


def test_translucent_discs_are_mixed_with_what_lies_below(
    deck: Deck, theme: Theme, fonts: FontLibrary
):
    cover = slide_pages(deck, theme.deck, fonts, [1])
    discs = [i.fill for i in cover.pages[0].items if isinstance(i, PathItem)]
    reds = [cover.inks[name or ""].rgb[0] for name in discs[:3]]
    ground = cover.inks["slide.dk2"].rgb[0]
    assert ground < reds[0] < reds[1] < reds[2]
    assert reds[2] == cover.inks["slide.accent1"].rgb[0]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_inks_take_three_plates_and_the_text_only_black(
    layout: str, deck_of: Callable[..., Deck], fonts: FontLibrary
):
    display = slide_pages(deck_of("wuhou", layout), load_theme(layout).deck, fonts)
    assert display.inks["slide.dk1"].cmyk == (0, 0, 0, 100)
    for ink in display.inks.values():
        assert sum(ink.cmyk) <= 300
        assert min(ink.cmyk[:3]) == 0
    assert plates_of((255, 255, 255)) == (0, 0, 0, 0)


def test_a_blank_before_a_unit_stays_a_blank(theme: Theme, fonts: FontLibrary):
    artist = Artist.of(Deck((), "试"), theme.deck, fonts)
    level = theme.deck.layout("numbers2").role("figure")[0].levels[0]
    words: Compositor = artist.words
    (close,) = words.text([TextParagraph((TextRun("95%"), TextRun("以上", size_pt=28)))],
                          (level,), 400).lines  # fmt: skip
    (apart,) = words.text([TextParagraph((TextRun("95%"), TextRun(" 以上", size_pt=28)))],
                          (level,), 400).lines  # fmt: skip
    assert apart.line.text == "95% 以上"
    assert apart.line.width_pt - close.line.width_pt > 2
