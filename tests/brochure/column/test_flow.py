"""Columns broken over pages: nothing lost, no page blank, work that grows with the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casepress.brochure.column import flow
from casepress.brochure.column.flow import Block, break_pages


def nothing(*_: object) -> None:
    return None


PARAGRAPH = st.builds(lambda rows: Block(rows, nothing, splits=True), st.integers(1, 12))
SPACE = st.builds(lambda rows: Block(rows, nothing, space=True), st.integers(1, 3))
HEAD = st.builds(
    lambda rows, hang: Block(rows, nothing, keep=True, hang=hang),
    st.integers(1, 3), st.integers(0, 2),
)  # fmt: skip
SOLID = st.builds(
    lambda rows, joined: Block(rows, nothing, joined=joined), st.integers(1, 40), st.booleans()
)
BLOCKS = st.lists(st.one_of(PARAGRAPH, PARAGRAPH, SPACE, HEAD, SOLID), min_size=1, max_size=25)


@settings(max_examples=60, deadline=None)
@given(BLOCKS, st.integers(0, 19), st.sampled_from([0, 2]))
def test_every_row_but_space_is_placed_once_in_order(blocks: list[Block], first: int, top: int):
    pages = break_pages(blocks, first, 20, next_row=top)
    placed = [
        (id(one.block), line)
        for page in pages
        for one in page
        for line in range(one.start, one.start + one.count)
        if not one.block.space
    ]
    assert placed == [
        (id(block), line) for block in blocks if not block.space for line in range(block.rows)
    ]


def test_the_search_grows_with_the_rows_and_no_faster(monkeypatch: pytest.MonkeyPatch):
    """Counted in choices weighed, not in time."""
    weighed = [0]
    fill = flow._fill

    def counted(*args, **options) -> float:
        weighed[0] += 1
        return fill(*args, **options)

    monkeypatch.setattr(flow, "_fill", counted)

    def work(paragraphs: int) -> int:
        weighed[0] = 0
        break_pages([Block(7, nothing, splits=True) for _ in range(paragraphs)], 4, 30)
        return weighed[0]

    once = work(200)
    assert work(400) < 2.6 * once
    assert work(800) < 2.6 * 2 * once


def text(rows: int) -> Block:
    return Block(rows, nothing, splits=True)


def head() -> Block:
    return Block(2, nothing, keep=True, hang=1)


def shape(pages):
    return [[(p.row, p.start, p.count) for p in page] for page in pages]


def test_what_fits_stays_on_one_page():
    assert shape(break_pages([text(5), text(6)], 4, 37)) == [[(4, 0, 5), (9, 0, 6)]]


def test_a_heading_takes_two_lines_along():
    pages = break_pages([text(28), head(), text(6)], 4, 37)
    assert shape(pages)[1] == [(-1, 0, 2), (1, 0, 6)]


@pytest.mark.parametrize("rows", range(34, 80))
def test_no_widow_and_no_orphan(rows):
    pages = break_pages([text(rows)], 4, 37)
    assert sum(p.count for page in pages for p in page) == rows
    assert all(p.count >= 2 for page in pages for p in page)
    assert all(p.row >= 0 and p.end <= 37 for page in pages for p in page)


def test_breaks_between_measures_before_breaking_one():
    blocks = [text(3)] + [block for _ in range(6) for block in (head(), text(6))]
    pages = break_pages(blocks, 6, 37)
    assert len(pages) == 2
    assert all(p.count == p.block.rows for page in pages for p in page)


def test_a_block_higher_than_the_page_is_not_lost():
    pages = break_pages([Block(90, nothing)], 0, 37)
    assert sum(p.count for page in pages for p in page) == 90


def test_nothing_gives_one_empty_page():
    assert break_pages([], 4, 37) == [[]]
