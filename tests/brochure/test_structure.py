"""Grid, tags, links, bookmarks: what a designer's ruler and a screen reader find."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from tests.brochure.sheets import texts

from casepress.brochure.publication.geometry import Grid
from casepress.display import PathItem, TextItem
from casepress.theme.load import load_theme


@pytest.fixture(scope="module")
def grid(zhujin):
    return Grid.of(zhujin.page, zhujin.type["body"].size, zhujin.type["label"].size)


def running(book):
    """(page number, item) of every line of running text: body and lead."""
    wanted = {
        e.id
        for e in book.elements
        if e.role in ("P", "LBody")
        and e.source.endswith((".text", ".lead"))
        and "sidenotes" not in e.source
    }
    for number, page in enumerate(book.pages, 1):
        for item in texts(page):
            if item.element in wanted:
                yield number, item


@pytest.mark.parametrize("style", ["zhujin", "moqing", "plain"])
def test_running_text_stands_on_the_grid(plan, wuhou, style, grid):
    book = plan(wuhou, load_theme(style))
    lines = list(running(book))
    assert len(lines) > 150
    for number, item in lines:
        row = (item.y_pt - grid.baseline(0)) / grid.leading
        assert abs(row - round(row)) < 1e-6 and 0 <= round(row) < grid.rows, (
            number,
            item.line.text,
        )


def test_running_text_fills_its_measure(book, grid):
    for number, item in running(book):
        body = grid.frame(number).body
        assert item.x_pt + item.line.start_pt >= body.x - 0.01
        assert item.x_pt + item.line.width_pt <= body.right + 0.01
        if not item.line.last:
            assert item.x_pt + item.line.width_pt == pytest.approx(body.right, abs=0.05)


def test_side_column_numerals_stand_on_body_rows(book, grid):
    labels = {e.id for e in book.elements if e.source.startswith("practices[0].measures[0].key")}
    found = [i for page in book.pages for i in texts(page) if i.element in labels]
    first = found[0]
    row = (first.y_pt - grid.baseline(0)) / grid.leading
    assert first.line.text == "14" and abs(row - round(row)) < 1e-6


def test_columns_mirror_between_recto_and_verso(grid):
    recto, verso = grid.frame(7), grid.frame(8)
    assert (recto.body.x, round(recto.side.x, 3)) == (65.0, 411.5)
    assert round(verso.side.x, 3) == round(grid.width - recto.side.right, 3)
    assert round(verso.body.right, 3) == round(grid.width - recto.body.x, 3)
    assert recto.full.right == pytest.approx(531.5) and recto.body.width == 325.5


def test_headings_never_skip_a_level(book):
    levels = [int(e.role[1]) for e in book.elements if e.role in ("H1", "H2", "H3")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_sections_practices_measures_are_h1_h2_h3(book):
    by_source = {e.source: e.role for e in book.elements if e.role in ("H1", "H2", "H3")}
    assert by_source["headings.background"] == "H1"
    assert by_source["practices[2].title"] == "H2"
    assert by_source["practices[2].measures[1].title"] == "H3"
    assert by_source["results.items[0].title"] == by_source["lessons.items[0].title"] == "H2"


def test_every_figure_has_words_and_a_place(book):
    figures = [e for e in book.elements if e.role == "Figure"]
    assert len(figures) == 6
    for figure in figures:
        assert figure.alt and figure.bbox and figure.page is not None
        assert figure.bbox.width > 40 and figure.bbox.height > 20
    assert "基层党组织：2010年147个，目前232个，增长了58%" in (figures[1].alt or "")


def test_lists_are_lists(book):
    roles = {e.id: e.role for e in book.elements}
    for element in book.elements:
        if element.role in ("Lbl", "LBody"):
            assert roles[element.parent] == "LI"
        if element.role == "LI":
            assert roles[element.parent] == "L"
        if element.role == "TOCI":
            assert roles[element.parent] == "TOC"


def test_containers_are_not_empty(book):
    used = {i.element for page in book.pages for i in page.items} | {
        e.parent for e in book.elements
    }
    assert [e for e in book.elements if e.id not in used] == []


def test_furniture_belongs_to_no_element(book):
    for number, page in enumerate(book.pages, 1):
        folios = [i for i in texts(page) if i.line.text == str(number) and i.y_pt > 770]
        assert all(item.element is None for item in folios)
        assert bool(folios) == (page.kind not in ("cover", "colophon"))


def test_links_lead_to_the_pages_they_name(book):
    places = {place.name: place.page + 1 for place in book.destinations}
    links = [link for page in book.pages for link in page.links]
    assert len(links) == 10 + 4
    for link in links:
        assert link.contents.endswith(f"第{places[link.destination]}页")
    assert all(book.elements[link.element].role == "Link" for link in links)


def test_contents_name_the_right_pages(book):
    contents = next(page for page in book.pages if page.kind == "contents")
    numbers = [item.line.text for item in texts(contents) if item.line.text.isdigit()]
    assert numbers == ["2", "4", "6", "7", "8", "9", "10", "11", "14", "15", "3"]
    kinds = [page.kind for page in book.pages]
    assert kinds.index("lessons") + 1 == 14 and kinds.index("results") + 1 == 11


def test_bookmarks_cover_sections_and_practices(book):
    names = {place.name for place in book.destinations}
    assert all(entry.destination in names for entry in book.outline)
    assert [entry.level for entry in book.outline] == [1, 1, 1, 2, 2, 2, 2, 1, 1, 1, 1]
    assert book.outline[3].title == "（一）把党的建设与深化改革相融合，突破园区发展制度束缚"


def test_pages_are_labelled_with_their_numbers(book):
    assert [page.label for page in book.pages] == [str(k) for k in range(1, 17)]


def test_inks_and_metadata_come_from_theme_and_case(book, wuhou):
    used = {i.ink for page in book.pages for i in page.items if hasattr(i, "ink")}
    used |= {run.ink for page in book.pages for i in texts(page) for run in i.line.runs}
    for page in book.pages:
        for item in page.items:
            if isinstance(item, PathItem):
                used |= {ink for ink in (item.fill, item.stroke) if ink}
    assert used <= set(book.inks)
    assert book.metadata.title == "探索“融合式”党建模式\u3000点燃园区转型发展“红色引擎”"
    assert book.metadata.keywords == wuhou.keywords
    assert math.isclose(book.bleed_pt, 8.504, abs_tol=0.001)


def test_the_same_case_gives_the_same_pages(plan, wuhou):
    assert plan(wuhou) == plan(wuhou)


def test_small_text_is_never_light_gold(book):
    for page in book.pages:
        for item in page.items:
            if isinstance(item, TextItem):
                assert all(run.ink != "goldD" for run in item.line.runs)


def test_no_text_below_its_least_size(book):
    sizes = {run.size_pt for page in book.pages for item in texts(page) for run in item.line.runs}
    assert min(sizes) >= 7.5
