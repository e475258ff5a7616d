"""The panel of the metrics: every value as written, nothing on anything else, axes from zero."""

from __future__ import annotations

import pytest
from tests.brochure.sheets import collisions, texts
from tests.metrics import HARD, case_with

from casepress.brochure.charts.cells import make_cell
from casepress.display import BoxItem, DisplayList, PathItem
from casepress.theme.load import load_theme

LAYOUTS = ("zhujin", "moqing")


def words(book: DisplayList) -> str:
    return "".join(item.line.text for page in book.pages for item in texts(page))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("count", (1, 2, 3, 4, 5, 7, 12))
def test_any_number_of_metrics_comes_out_whole(plan, layout: str, count: int):
    for rows in (HARD[:count], HARD[::-1][:count]):
        book = plan(case_with(rows), load_theme(layout))
        shown = words(book)
        for label, unit, first, last, _ in rows:
            assert label in shown and first[0] in shown and last[0] in shown
            assert first[1] in shown and last[1] in shown and unit in shown
        assert collisions(book) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_chart_stays_on_its_panel(plan, layout: str):
    book = plan(case_with(), load_theme(layout))
    shown = 0
    for page in book.pages:
        own = [i for i in texts(page) if i.line.source.startswith("results.metrics")]
        shown += len(own)
        panels = [i.rect for i in page.items if isinstance(i, BoxItem) and i.ink == "panel"]
        for item in own:
            assert any(
                panel.y <= item.y_pt <= panel.y + panel.height
                and panel.x <= item.x_pt
                and item.x_pt + item.line.width_pt <= panel.x + panel.width
                for panel in panels
            )
    assert shown


def test_columns_stand_on_zero_in_proportion(plan):
    rows = (("甲", "个", ("40", ""), ("100", ""), ""), ("乙", "个", ("50", ""), ("25", ""), ""))
    book = plan(case_with(rows, "columns"))
    bars = [
        i.rect
        for page in book.pages
        for i in page.items
        if isinstance(i, BoxItem) and i.ink in ("goldD", "brand") and 43 < i.rect.width < 90
    ]
    assert len(bars) == 4
    assert len({round(bar.y + bar.height, 3) for bar in bars}) == 1
    assert bars[1].height / bars[0].height == pytest.approx(2.5)
    assert bars[3].height / bars[2].height == pytest.approx(0.5)
    assert bars[0].height == pytest.approx(bars[2].height)


def test_a_share_fills_its_column_exactly(plan):
    rows = (("到站率", "%", ("71.2", ""), ("96.5", ""), ""),)
    book = plan(case_with(rows))
    inks = [(i.ink, i.rect.height) for p in book.pages for i in p.items if isinstance(i, BoxItem)]
    assert ("goldD", pytest.approx(71.2)) in inks
    assert ("brand", pytest.approx(96.5)) in inks
    assert [h for ink, h in inks if ink == "paper"] == [pytest.approx(100)] * 2


def test_the_author_chooses_slope_or_columns_in_either_layout(plan):
    rows = (("甲", "个", ("40", ""), ("100", ""), ""),)
    for layout in LAYOUTS:
        theme = load_theme(layout)
        for chart, drawn in (("slope", True), ("columns", False)):
            book = plan(case_with(rows, chart), theme)
            paths = [i for p in book.pages for i in p.items if isinstance(i, PathItem)]
            assert any(i.stroke == "brand" and i.stroke_pt == 1.75 for i in paths) is drawn


def test_the_description_names_every_value_in_order(plan):
    book = plan(case_with())
    alts = [e.alt for e in book.elements if e.source == "results.metrics" and e.alt]
    joined = "".join(alt for alt in alts if alt)
    places = [joined.index(label) for label, *_ in HARD]
    assert places == sorted(places)
    assert "1,234,567.8万元" in joined and "-120万元" in joined


@pytest.mark.parametrize("layout", LAYOUTS)
def test_neighbours_are_set_in_one_size(plan, layout: str):
    lasts = (("14", "个"), ("15.25", "亿元"), ("13", "人"))
    rows = tuple(
        (f"指标{n}", unit, ("10", ""), (last, ""), "") for n, (last, unit) in enumerate(lasts)
    )
    book = plan(case_with(rows), load_theme(layout))
    values = [i for p in book.pages for i in texts(p) if i.line.source.endswith(".to.value")]
    assert len(values) == 3
    assert len({run.size_pt for i in values for run in i.line.runs}) == 1


def test_a_panel_without_a_title_says_what_it_shows(plan):
    assert "图1指标变化" in words(plan(case_with(HARD[:1])))


def test_a_long_panel_measures_each_metric_a_few_times(plan, monkeypatch: pytest.MonkeyPatch):
    made = []

    def counted(*arguments: object) -> object:
        made.append(arguments)
        return make_cell(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("casepress.brochure.charts.panel.make_cell", counted)
    effort = []
    for count in (60, 240):
        made.clear()
        rows = [(f"第{n}项", "个", (f"{n}", "去年"), (f"{2 * n}", ""), "") for n in range(1, count)]
        book = plan(case_with(rows))
        assert f"第{count - 1}项" in words(book)
        effort.append(len(made) / count)
    assert effort[1] < 1.5 * effort[0]
