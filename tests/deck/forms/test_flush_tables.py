"""Tables for reading stand flush with the title above them, left and right."""

from __future__ import annotations

from itertools import pairwise

import pytest
from tests.deck.reading import by_key

from casepress.deck.draft import cell
from casepress.deck.model import Deck, TableFill


def test_both_edges_of_a_reading_table_are_flush():
    assert cell("事项").margins_in("reading")[0] == 0
    assert cell("12分钟", right=True).margins_in("reading")[1] == 0
    assert sum(cell("事项").margins_in("reading")) == sum(
        cell("12分钟", right=True).margins_in("reading")
    )


@pytest.mark.parametrize("key", ["agenda", "sources"])
def test_columns_of_reading_tables_keep_apart(deck: Deck, key: str):
    (table,) = [one for one in by_key(deck, key).fills if isinstance(one, TableFill)]
    for row in table.rows:
        for one, following in pairwise(row):
            gap = one.margins_in(table.style)[1] + following.margins_in(table.style)[0]
            assert gap >= 0.16
