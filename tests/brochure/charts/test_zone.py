"""Where the parts of a data zone stand below the text."""

from __future__ import annotations

from casepress.brochure.charts.zone import Part, place_parts


def nothing(*_: object) -> None: ...


def part(rows: int, **options) -> Part:
    return Part(rows, nothing, **options)


def test_short_text_leaves_the_zone_on_row_eleven():
    pages = place_parts([part(16), part(5)], 9, 37, preferred=11)
    assert [[p.row for p in page] for page in pages] == [[11, 27]]


def test_the_panel_hangs_at_the_foot():
    pages = place_parts([part(12, hung=True)], 23, 37, preferred=24)
    assert pages[0][0].row == 25
    pages = place_parts([part(12, hung=True)], 10, 37, preferred=11)
    assert pages[0][0].row == 12


def test_parts_that_do_not_fit_go_on():
    pages = place_parts([part(16), part(16)], 10, 37, preferred=11)
    assert [[p.row for p in page] for page in pages] == [[11], [0]]
    assert all(page[0].opens for page in pages)
