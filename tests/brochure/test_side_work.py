"""A side column with far more items than it holds is filled without trying them one by one."""

from __future__ import annotations

import pytest

from casepress.brochure.column import side
from casepress.brochure.column.side import Column, Group, Item, fit


def item(rows: int, kind: str = "note") -> Item:
    return Item(kind, rows, 1, lambda page, x, row, parent: None)


def slowly(groups: list[Group], first: int, rows: int) -> tuple[Column, list[str]]:
    """Take the last item away until the rest fits."""
    kept, lost = list(groups), []
    while True:
        for top in (first, 0):
            places = side.arrange(kept, top, rows)
            if places is not None:
                return Column(tuple(zip(kept, places, strict=True))), lost
        group = kept.pop()
        lost.append(group.key)
        if len(group.items) > 1:
            kept.append(Group(group.row, group.items[:-1], group.key))


@pytest.mark.parametrize("sizes", [(3,), (30,), (2, 30), (30, 2), (12, 12, 12), (1, 1, 40), ()])
@pytest.mark.parametrize("first", [0, 5, 20])
def test_the_same_items_stay_as_when_taken_away_one_by_one(
    sizes: tuple[int, ...], first: int
) -> None:
    groups = [
        Group(
            4 * n, tuple(item(1 + k % 3, "note" if k % 5 else "quote") for k in range(size)), str(n)
        )
        for n, size in enumerate(sizes)
    ]
    assert fit(groups, first, 24) == slowly(groups, first, 24)


def test_four_times_the_items_take_hardly_more_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    tries = 0
    real = side.arrange

    def counting(groups: list[Group], first: int, rows: int) -> list[int] | None:
        nonlocal tries
        tries += 1
        return real(groups, first, rows)

    monkeypatch.setattr(side, "arrange", counting)
    _, lost = fit([Group(0, (item(1),) * 400, "a")], 0, 24)
    assert len(lost) == 376
    assert tries < 30
