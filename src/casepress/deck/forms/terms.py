"""Terms and what is said of each: a table of two columns over as many slides as it takes."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.deck.draft import Draft, cell
from casepress.deck.forms.tables import WIDTH, column_widths, table_pages, with_heights
from casepress.deck.model import TableFill
from casepress.deck.plan import Desk

Term = tuple[str, str, str, str]
"""A term, what is said of it, and the path of each in the case."""
_MOST_ROWS = 6
_TALLEST_IN = 0.78
_NARROWEST_IN, _BROADEST_IN = 1.6, 3.0


def term_pages(
    desk: Desk, base: Draft, name: str, heads: tuple[str, str], rows: Sequence[Term]
) -> list[Draft]:
    """Return the table on as few slides as its rows need.

    Args:
        desk: measures the table.
        base: the slide without its table; its layout is ``table``.
        name: what the table is, for readers who don't see it.
        heads: the words over the columns.
        rows: the terms, in order.
    """
    widths = column_widths(desk, [heads, *((term, words) for term, words, _, _ in rows)])
    first = min(max(widths[0], _NARROWEST_IN), _BROADEST_IN)
    widths = (round(first, 3), round(WIDTH - first, 3))

    def make(page: Sequence[int]) -> TableFill:
        listed = [rows[n] for n in page]
        body = [
            (cell(term, bold=True, colour="hlink", source=of_term), cell(words, source=of_words))
            for term, words, of_term, of_words in listed
        ]
        head = (cell(heads[0]), cell(heads[1]))
        alt = f"{name}：" + "；".join(f"{term}，{words}" for term, words, _, _ in listed)
        table = TableFill(13, (head, *body), widths, True, "reading", f"{alt}。")
        return with_heights(desk, "table", table, _TALLEST_IN)

    return table_pages(desk, base, len(rows), _MOST_ROWS, make)
