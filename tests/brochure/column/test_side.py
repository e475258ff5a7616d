"""Groups beside the text: on the row of their heading where they can, never one on another."""

from __future__ import annotations

from casepress.brochure.column.side import Group, Item, arrange, fit, stacked


def nothing(*_: object) -> None: ...


def item(rows: int, kind: str = "figure", gap: int = 1) -> Item:
    return Item(kind, rows, gap, nothing)


def test_groups_start_on_the_row_of_their_heading():
    groups = [Group(10, (item(3),), "a"), Group(18, (item(4),), "b")]
    assert arrange(groups, 6, 37) == [10, 18]


def test_a_collision_pushes_down_with_a_row_between():
    groups = [Group(10, (item(9),), "a"), Group(12, (item(3),), "b")]
    assert arrange(groups, 6, 37) == [10, 20]


def test_what_would_leave_the_frame_moves_up():
    groups = [Group(10, (item(3),), "a"), Group(35, (item(6),), "b")]
    assert arrange(groups, 6, 37) == [10, 31]


def test_too_much_is_reported_never_overprinted():
    groups = [Group(0, (item(20),), "a"), Group(10, (item(12), item(12)), "b")]
    column, lost = fit(groups, 0, 37)
    assert lost == ["b"] and column.end <= 37


def test_a_row_parts_figures_from_notes():
    assert stacked([item(3), item(3), item(2, "note")]) == ([0, 3, 7], 9)
