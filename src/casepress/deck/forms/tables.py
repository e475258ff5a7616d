"""Reading tables: columns as wide as their words, rows as high as the slide allows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import floor

from casepress.deck.draft import Draft, cell
from casepress.deck.fit.fitter import LIMIT, Fitter
from casepress.deck.fit.paging import fewest_pages
from casepress.deck.model import Cell, TableFill
from casepress.deck.plan import Desk, continued
from casepress.deck.words.chinese import plain
from casepress.deck.words.labels import source_line
from casepress.frozen import replace
from casepress.units import POINTS_PER_INCH

WIDTH = 11.833
HEAD_IN = 0.55
_MOST_ROWS = 7
_TALLEST_IN = 1.2
_CELL_GAP_IN = 0.35
_HEADER_PT, _BODY_PT = 18.0, 20.0


def column_widths(
    desk: Desk, rows: Sequence[Sequence[str]], total: float = WIDTH, size: float = _BODY_PT
) -> tuple[float, ...]:
    """Share *total* inches among columns by their longest words; no column below an eighth."""
    wanted = []
    for column in zip(*rows, strict=True):
        widest = max(desk.fitter.width(text, size) for text in column) / POINTS_PER_INCH
        wanted.append(min(widest + _CELL_GAP_IN, total * 0.7))
    least = total / 8
    wanted = [max(w, least) for w in wanted]
    spare = total - sum(wanted)
    if spare >= 0:
        widths = [w + spare / len(wanted) for w in wanted]
    else:
        flexible = sum(w - least for w in wanted) or 1.0
        widths = [least + (w - least) * (total - least * len(wanted)) / flexible for w in wanted]
    rounded = [round(w, 3) for w in widths[:-1]]
    return (*rounded, round(total - sum(rounded), 3))


def table_pages(
    desk: Desk, base: Draft, count: int, most: int, make: Callable[[Sequence[int]], TableFill]
) -> list[Draft]:
    """Return a table on as few slides as its rows need, balanced.

    Args:
        desk: measures the tables.
        base: the slide without its table; gives the layout.
        count: number of rows below the head.
        most: rows a slide may have, however low they are.
        make: makes the table of some rows.
    """
    pages = fewest_pages(
        range(count), most, lambda page: desk.fitter.table(base.layout, make(page)).ratio <= LIMIT
    )
    drafts = [replace(base, fills=(make(page),), diagrams=()) for page in pages]
    return list(continued(desk, drafts, [len(page) for page in pages]))


def reading_table(
    desk: Desk,
    base: Draft,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    path: str,
    remark: str = "",
) -> list[Draft] | None:
    """Return a table for reading; None for fewer than two columns."""
    count = max((len(r) for r in rows), default=0)
    if not rows or count < 2:
        return None
    head = [plain(c) for c in columns[:count]] + [""] * (count - len(columns)) if columns else []
    body = [[plain(c) for c in r] + [""] * (count - len(r)) for r in rows]
    widths = column_widths(desk, [*([head] if head else []), *body])

    def make(page: Sequence[int]) -> TableFill:
        return _table(desk, head, [body[n] for n in page], widths, path, page[0])

    base = replace(base, layout="table", source=source_line(desk.case, remark))
    return table_pages(desk, base, len(body), _MOST_ROWS, make)


def _table(
    desk: Desk,
    head: Sequence[str],
    body: Sequence[Sequence[str]],
    widths: tuple[float, ...],
    path: str,
    start: int,
) -> TableFill:
    rows: list[tuple[Cell, ...]] = []
    if head:
        rows.append(tuple(cell(c) for c in head))
    for n, row in enumerate(body):
        rows.append(
            tuple(
                _cell(c, m, len(row), f"{path}.rows[{start + n}][{m}]") for m, c in enumerate(row)
            )
        )
    alt = "表格：" + "；".join("，".join(c for c in row if c) for row in body)
    table = TableFill(13, tuple(rows), widths, bool(head), "reading", f"{alt}。")
    return with_heights(desk, "table", table)


def _cell(text: str, column: int, count: int, source: str) -> Cell:
    """The first column names the row, a middle column of three carries the point."""
    if column == 0:
        return cell(text, bold=True, colour="hlink", source=source)
    if column == 1 and count >= 3:
        return cell(text, bold=True, colour="accent1", source=source)
    return cell(text, source=source)


def with_heights(
    desk: Desk, layout: str, table: TableFill, tallest: float = _TALLEST_IN
) -> TableFill:
    """Give the rows heights that fill the frame, none above *tallest*, none below its words."""
    return row_heights_to_fill(desk.fitter, layout, table, tallest)


def row_heights_to_fill(
    fitter: Fitter, layout: str, table: TableFill, tallest: float = _TALLEST_IN
) -> TableFill:
    """Return the table with such heights, by what *fitter* measures."""
    needed = fitter.row_heights(layout, table)
    frame = fitter.area(layout, table.idx).height / POINTS_PER_INCH
    first = 1 if table.header else 0
    head = max(HEAD_IN, needed[0]) if first else 0.0
    count = len(needed) - first
    each = min(tallest, (frame - head) / max(1, count))
    heights = [max(each, n) for n in needed[first:]]
    over = head + sum(heights) - frame
    if over > 1e-6:
        slack = [h - n for h, n in zip(heights, needed[first:], strict=True)]
        total = sum(slack) or 1.0
        share = min(1.0, over / total)
        heights = [h - s * share for h, s in zip(heights, slack, strict=True)]
    rounded = tuple(floor(h * 1e4) / 1e4 for h in ([head] if first else []) + heights)
    return replace(table, row_heights_in=rounded)
