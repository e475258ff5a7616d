"""The timetable: a bar of shares and a table, both sums of the minutes in the notes."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.deck.draft import Draft, cell
from casepress.deck.forms.tables import column_widths, table_pages, with_heights
from casepress.deck.model import ChartFill, Series, TableFill
from casepress.deck.notes.minutes import minutes_words
from casepress.deck.plan import Desk, titled
from casepress.deck.words.chinese import counted
from casepress.deck.words.labels import added_line
from casepress.deck.words.parts import APPENDIX, ORDER, Part
from casepress.frozen import replace

_PART_COLOURS = {
    "opening": "accent4",
    "overview": "accent3",
    "practices": "accent1",
    "results": "accent3",
    "lessons": "dk2",
}


def timetable(
    desk: Desk, parts: dict[str, Part], minutes: dict[str, float], pages: dict[str, tuple[int, int]]
) -> tuple[Draft, ...]:
    """The timetable: a bar of shares and a table, both sums of the notes' minutes.

    A table of many words stands without the bar, on as many slides as it takes.
    """
    listed = [parts[key] for key in ORDER if key in parts and key != APPENDIX and minutes.get(key)]
    if len(listed) < 3:
        return ()
    total = sum(minutes[p.id] for p in listed)
    teaching = desk.case.teaching
    options = [
        (teaching.plan_title if teaching else "", "teaching.plan_title"),
        (f"{minutes_words(total)}教学安排：{counted(len(listed))}个环节", ""),
    ]
    base = titled(
        Draft(
            "plan",
            "chart_table",
            "",
            "教学安排",
            source=added_line("教学安排"),
            added=True,
            points=tuple(f"{p.name}：{minutes_words(minutes[p.id])}" for p in listed),
            ask="时间不够时，哪一个环节可以压缩？",
            silent=True,
        ),
        desk.title("chart_table", options, "教学安排"),
    )

    def barred() -> list[Draft]:
        table = _timetable(desk, "chart_table", listed, minutes, pages)
        return [replace(base, fills=(_bar(listed, minutes), table))]

    def alone() -> list[Draft]:
        def make(rows: Sequence[int]) -> TableFill:
            return _timetable(desk, "table", [listed[n] for n in rows], minutes, pages)

        return table_pages(desk, replace(base, layout="table"), len(listed), len(listed), make)

    return desk.choose((barred, alone), "teaching.parts")


def _bar(listed: Sequence[Part], minutes: dict[str, float]) -> ChartFill:
    series = tuple(
        Series(p.name, (minutes[p.id],), (f"{minutes[p.id]:g}′",), _PART_COLOURS[p.id])
        for p in listed
    )
    alt = "用时条：" + "，".join(f"{p.name}{minutes_words(minutes[p.id])}" for p in listed)
    return ChartFill(14, "share", ("用时",), series, f"{alt}。", 0.0, 20.0, 18.0)


def _timetable(
    desk: Desk,
    layout: str,
    listed: Sequence[Part],
    minutes: dict[str, float],
    pages: dict[str, tuple[int, int]],
) -> TableFill:
    """Part, minutes, then method and criterion if the author gave them, else slide numbers."""
    columns = [
        ("环节", [p.name for p in listed]),
        ("用时", [minutes_words(minutes[p.id]) for p in listed]),
    ]
    if any(p.method for p in listed):
        columns.append(("方式", [p.method for p in listed]))
    if any(p.criterion for p in listed):
        columns.append(("检验标准", [p.criterion for p in listed]))
    if len(columns) == 2:
        columns.append(("幻灯片", [_range(pages[p.id]) for p in listed]))
        columns.append(("引导问题", [p.question for p in listed]))
    head = tuple(cell(name) for name, _ in columns)
    rows = list(zip(*(cells for _, cells in columns), strict=True))
    body = [
        tuple(
            cell(
                text, bold=m == 0, colour="hlink" if m == 0 else None, source=_source_of(listed[n])
            )
            for m, text in enumerate(line)
        )
        for n, line in enumerate(rows)
    ]
    widths = column_widths(desk, [[name for name, _ in columns], *rows])
    alt = "教学安排表：" + "；".join("，".join(t for t in line if t) for line in rows)
    table = TableFill(13, (head, *body), widths, True, "reading", f"{alt}。")
    return with_heights(desk, layout, table)


def _source_of(part: Part) -> str:
    return f"teaching.parts[{part.index}]" if part.index is not None else ""


def _range(pages: tuple[int, int]) -> str:
    return f"第{pages[0]}页" if pages[0] == pages[1] else f"第{pages[0]}—{pages[1]}页"
