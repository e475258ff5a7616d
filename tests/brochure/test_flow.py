"""Columns broken over pages: nothing lost, no page blank, work that grows with the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casepress.brochure import flow
from casepress.brochure.flow import Block, break_pages


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
