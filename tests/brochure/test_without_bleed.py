"""A layout for desktop printers: nothing near the trim, no grounds, charts in one ink."""

from __future__ import annotations

import pytest

from casepress.brochure.drawing.tones import hatching
from casepress.case.load import load_case
from casepress.display import BoxItem, DisplayList, Page, PathItem, PictureItem, RuleItem
from casepress.theme.load import load_theme
from casepress.units import Rect, mm

SAFE = mm(5)


def extent(item: object) -> Rect | None:
    """Where an item's ink stands; texts are left out, they stand inside the frame."""
    if isinstance(item, BoxItem | PictureItem):
        return item.rect
    if isinstance(item, RuleItem):
        x, y = sorted((item.x1_pt, item.x2_pt)), sorted((item.y1_pt, item.y2_pt))
        return Rect(x[0], y[0], x[1] - x[0], y[1] - y[0])
    if isinstance(item, PathItem):
        numbers = [n for _, points in item.segments for n in points]
        xs, ys = numbers[::2], numbers[1::2]
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return None


def near_the_trim(page: Page) -> list[Rect]:
    found = [box for item in page.items if (box := extent(item)) is not None]
    return [
        box for box in found
        if box.x < SAFE or box.y < SAFE
        or box.right > page.width_pt - SAFE or box.bottom > page.height_pt - SAFE
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["wuhou", "sample", "minimal"])
def test_nothing_stands_within_five_millimetres_of_the_trim(plan, content, name):
    case = load_case(content / f"{name}.yaml").case
    pages = plan(case, load_theme("plain")).pages
    assert [near_the_trim(page) for page in pages] == [[] for _ in pages]
    assert any(near_the_trim(page) for page in plan(case, load_theme("zhujin")).pages)


def test_no_tint_is_painted(plan, wuhou):
    shown: DisplayList = plan(wuhou, load_theme("plain"))
    inks = {
        ink
        for page in shown.pages
        for item in page.items
        for ink in (item.ink if isinstance(item, BoxItem) else getattr(item, "fill", None),)
        if ink
    }
    solid = {ink for ink in inks if shown.inks[ink].cmyk != (0, 0, 0, 0)}
    assert solid == {"brand", "goldD", "strand"}
    assert shown.inks["goldD"] == shown.inks["ink"] and shown.inks["strand"] == shown.inks["brand"]


def test_a_value_before_is_hatched_and_the_one_after_solid(plan, wuhou):
    pages = plan(wuhou, load_theme("plain")).pages
    (chart,) = [page for page in pages if page.kind == "results"][:1]
    hatched = [
        item for item in chart.items
        if isinstance(item, PathItem) and item.fill is None and item.stroke == "ink"
    ]  # fmt: skip
    solid = [i for i in chart.items if isinstance(i, BoxItem) and i.ink == "brand"]
    assert len(hatched) == 2 * 3 and len(solid) >= 3


def test_hatching_stays_inside_its_bar_and_covers_it():
    rect = Rect(10, 20, 30, 50)
    points = [point for _, point in hatching(rect)]
    assert all(10 - 1e-6 <= x <= 40 + 1e-6 and 20 - 1e-6 <= y <= 70 + 1e-6 for x, y in points)
    assert max(y for _, y in points) == pytest.approx(70)
    assert max(x for x, _ in points) == pytest.approx(40)


@pytest.mark.parametrize("placement", ["bleed", "spread", "opener", "full"])
def test_a_picture_that_would_run_off_the_page_stands_in_the_frame(plan, sample, placement):
    figures = [f.model_copy(update={"placement": placement}) for f in sample.figures]
    pages = plan(sample.model_copy(update={"figures": tuple(figures)}), load_theme("plain")).pages
    pictures = [item for page in pages for item in page.items if isinstance(item, PictureItem)]
    assert len(pictures) == len(figures)
    assert [near_the_trim(page) for page in pages] == [[] for _ in pages]
