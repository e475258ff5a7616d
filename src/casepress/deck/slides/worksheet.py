"""The worksheet: what the case did, and blank columns for one's own unit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from casepress.deck.draft import Draft, cell
from casepress.deck.forms.tables import WIDTH, column_widths, table_pages, with_heights
from casepress.deck.model import TableFill
from casepress.deck.plan import Desk, titled
from casepress.deck.words.chinese import bare, counted, plain

_BLANK_IN = 2.75
_ROW_IN = 2.0
_MOST_ROWS = 5
_LISTED = 30
"""Characters up to which all measures of a practice are named."""
_DEFAULT_COLUMNS = ("本案例的做法", "具体举措", "我单位现状", "下一步、责任人")


def worksheet(desk: Desk) -> tuple[Draft, ...]:
    """A table to be written into: what the case did, two blank columns for one's own unit."""
    teaching = desk.case.teaching
    if teaching is None:
        return ()
    columns, rows, source = _worksheet_rows(desk)
    count = counted(len(desk.case.practices))
    options = [
        (teaching.worksheet_title, "teaching.worksheet_title"),
        (f"对照{count}条做法，找出本单位能先走的一步", ""),
    ]
    base = titled(
        Draft(
            "worksheet",
            "table",
            "",
            "研讨工作表",
            source="研讨工作表：编写者设计，不属于原文；空白栏由学员填写。",
            added=True,
            points=(
                "先独立填写，再在组内交换，每人说一条",
                *(_joined(*row) for row in rows),
            ),
            ask="哪一行最难填？难在哪里？",
            weight=6,
        ),
        desk.title("table", options, "研讨工作表"),
    )
    blanks = max(1, len(columns) - 2)
    columns = [*columns, *[""] * (2 + blanks - len(columns))]
    words = column_widths(desk, [columns[:2], *rows], WIDTH - _BLANK_IN * blanks)
    last = round(WIDTH - sum(words) - _BLANK_IN * (blanks - 1), 3)
    widths = (*words, *((_BLANK_IN,) * (blanks - 1)), last)
    make = partial(_writing_table, desk, columns, widths, rows, source)
    return desk.choose((lambda: table_pages(desk, base, len(rows), _MOST_ROWS, make),), source)


def _joined(first: str, second: str) -> str:
    mark = "" if first.endswith(("？", "：")) or not second else "："
    return f"{first}{mark}{second}"


def _worksheet_rows(desk: Desk) -> tuple[list[str], list[tuple[str, str]], str]:
    """The author's rows, else the practices with their measures."""
    teaching = desk.case.teaching
    assert teaching is not None
    if teaching.worksheet_rows:
        columns = [plain(c) for c in teaching.worksheet_columns] or list(_DEFAULT_COLUMNS)
        rows = [
            (plain(r[0]) if r else "", plain(r[1]) if len(r) > 1 else "")
            for r in teaching.worksheet_rows
        ]
        return columns, rows, "teaching.worksheet_rows"
    rows = []
    for practice in desk.case.practices:
        name = plain(practice.action) or bare(plain(practice.title))
        measures = [plain(m.short) or bare(plain(m.title)) for m in practice.measures]
        listed = "、".join(measures)
        rows.append((name, listed if len(listed) <= _LISTED else "、".join(measures[:2]) + "等"))
    return list(_DEFAULT_COLUMNS), rows, "practices"


def _writing_table(
    desk: Desk,
    columns: Sequence[str],
    widths: tuple[float, ...],
    rows: Sequence[tuple[str, str]],
    source: str,
    page: Sequence[int],
) -> TableFill:
    """The table of some rows: two columns of words, the others blank and wide enough to write."""
    body = [
        (
            cell(rows[n][0], bold=True, colour="hlink", source=f"{source}[{n}]"),
            cell(rows[n][1], source=f"{source}[{n}]"),
            *(cell("") for _ in columns[2:]),
        )
        for n in page
    ]
    listed = "；".join(_joined(*rows[n]) for n in page)
    alt = f"研讨工作表：{'、'.join(c for c in columns if c)}；{listed}。后几栏空白，供填写。"
    head = tuple(cell(c) for c in columns)
    table = TableFill(13, (head, *body), widths, True, "writing", alt)
    return with_heights(desk, "table", table, _ROW_IN)
