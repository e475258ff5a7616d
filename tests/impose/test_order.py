"""Which pages share a side."""

from __future__ import annotations

import pytest

from casepress.impose.order import booklet, padded, pairs


def test_eight_pages_fold_into_two_sheets() -> None:
    sides = booklet(8)
    assert [side.pages for side in sides] == [(7, 0), (1, 6), (5, 2), (3, 4)]
    assert [side.depth for side in sides] == [0, 0, 1, 1]


@pytest.mark.parametrize(("count", "blanks"), [(5, 3), (6, 2), (7, 1), (9, 3), (15, 1)])
def test_blanks_stand_before_the_back_cover(count: int, blanks: int) -> None:
    pages = padded(count)
    assert len(pages) % 4 == 0
    assert pages[-1] == count - 1
    assert pages[-1 - blanks : -1] == [None] * blanks


def test_few_pages_make_one_sheet() -> None:
    assert padded(1) == [0, None, None, None]
    assert padded(2) == [0, None, None, 1]
    assert [side.pages for side in booklet(3)] == [(2, 0), (1, None)]


def test_folding_and_reading_gives_the_pages_in_order() -> None:
    for count in (4, 8, 16, 32, 64):
        for size in (None, 4, 8, 16):
            leaves: dict[int, list[int | None]] = {}
            sides = booklet(count, size)
            for front, back in zip(sides[::2], sides[1::2], strict=True):
                assert (front.depth, front.signature) == (back.depth, back.signature)
                block = leaves.setdefault(front.signature, [])
                at = len(block) // 2
                block[at:at] = [front.pages[1], back.pages[0], back.pages[1], front.pages[0]]
            read = [page for number in sorted(leaves) for page in leaves[number]]
            assert read == list(range(count)), (count, size)


def test_the_last_signature_may_be_smaller() -> None:
    sides = booklet(40, 16)
    assert [sum(s.signature == k for s in sides) for k in range(3)] == [8, 8, 4]
    assert [side.pages for side in sides if side.signature == 2] == [
        (39, 32), (33, 38), (37, 34), (35, 36)
    ]  # fmt: skip


def test_pairs_follow_the_reading() -> None:
    assert [side.pages for side in pairs(5)] == [(0, 1), (2, 3), (4, None)]
