"""What a session adds: the worksheet, the discussion, the timetable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casepress.case.model import Question
from casepress.deck.draft import Draft, cell, fill, para, row
from casepress.deck.labels import added_line
from casepress.deck.listing import group_pages
from casepress.deck.minutes import minutes_words
from casepress.deck.model import (
    Cell,
    ChartFill,
    Fill,
    Series,
    TableFill,
    TextFill,
    TextParagraph,
    TextRun,
)
from casepress.deck.parts import APPENDIX, ORDER, Part
from casepress.deck.plan import Desk, continued, paged, titled
from casepress.deck.tables import WIDTH, column_widths, with_heights
from casepress.deck.words import bare, counted, plain

_BLANK_IN = 2.75
_ROW_IN = 1.5
_DEFAULT_COLUMNS = ("本案例的做法", "具体举措", "我单位现状", "下一步、责任人")
_MINUTES_UNIT_PT = 26.0
_DEFAULT_STEPS = ("分组，每组选一题", "独立思考", "组内讨论", "每组汇报一条结论")
_MOST_QUESTIONS = 4
_CLOSING = ("每组写下一条结论和一条依据", "先说结论，再说依据")
_MOST_ROWS = 5


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
    drafts = []
    for page in paged(rows, _MOST_ROWS):
        drafts.append(replace(base, fills=(_writing_table(desk, columns, page, source),)))
    return desk.choose((lambda: list(continued(drafts)) if len(drafts) > 1 else drafts,), source)


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
        rows.append(
            (
                name,
                "、".join(measures)
                if len("、".join(measures)) <= 30
                else "、".join(measures[:2]) + "等",
            )
        )
    return list(_DEFAULT_COLUMNS), rows, "practices"


def _writing_table(
    desk: Desk, columns: Sequence[str], rows: Sequence[tuple[str, str]], source: str
) -> TableFill:
    blanks = max(1, len(columns) - 2)
    given = WIDTH - _BLANK_IN * blanks
    widths = column_widths(desk, [columns[:2], *rows], given)
    every = (*widths, *((_BLANK_IN,) * blanks))
    every = (*every[:-1], round(WIDTH - sum(every[:-1]), 3))
    head: list[Cell] = [cell(c) for c in columns]
    body = [
        (
            cell(first, bold=True, colour="hlink", source=f"{source}[{n}]"),
            cell(second, source=f"{source}[{n}]"),
            *(cell("") for _ in range(blanks)),
        )
        for n, (first, second) in enumerate(rows)
    ]
    alt = f"研讨工作表：{'、'.join(columns)}；" + "；".join(
        f"{a}（{b}）" if b else a for a, b in rows
    )
    table = TableFill(
        13, (tuple(head), *body), every, True, "writing", f"{alt}。后几栏空白，供填写。"
    )
    return with_heights(desk, "table", table, _ROW_IN)


def discussion(desk: Desk) -> tuple[Draft, ...]:
    """The questions: three or four beside the clock and the steps, two as rows."""
    teaching = desk.case.teaching
    if teaching is None or not teaching.questions:
        return ()
    minutes = teaching.discussion_minutes
    base = titled(
        Draft(
            "discussion",
            "discussion",
            "",
            "分组讨论",
            source=added_line("讨论题"),
            added=True,
            points=tuple(
                _asked(q) for q in teaching.questions
            ),
            ask="讨论结束时，请每组用一句话说出结论和依据。",
            weight=float(minutes or 10),
            fixed=minutes is not None,
        ),
        desk.title(
            "discussion",
            (
                (teaching.discussion_title, "teaching.discussion_title"),
                ("分组讨论：哪一条做法能在本单位先走一步？", ""),
            ),
            "分组讨论",
        ),
    )  # fmt: skip
    pages = paged(list(enumerate(teaching.questions)), _MOST_QUESTIONS)
    shared = replace(base, weight=base.weight / len(pages), fixed=base.fixed and len(pages) == 1)
    drafts = [d for page in pages for d in _questions(desk, shared, page)]
    return desk.choose(
        (lambda: list(continued(drafts)) if len(drafts) > 1 else drafts,), "teaching.questions"
    )


def _asked(question: Question) -> str:
    words = plain(question.full) or plain(question.question)
    return f"{words}（提示：{plain(question.hint)}）" if question.hint else words


def discussion_minutes(desk: Desk, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Write the minutes the discussion finally has beside its steps."""
    out = []
    for draft in drafts:
        fills: tuple[Fill, ...] = draft.fills
        if draft.layout == "discussion":
            shown = minutes_words(draft.weight)
            number = shown.removesuffix("分钟")
            run = TextRun(" 分钟", size_pt=_MINUTES_UNIT_PT)
            words = TextFill(41, (TextParagraph((TextRun(number), run)),))
            fills = tuple(words if f.idx == 41 else f for f in fills)
        out.append(replace(draft, fills=fills))
    return tuple(out)


def _questions(desk: Desk, base: Draft, page: Sequence[tuple[int, Question]]) -> list[Draft]:
    if len(page) in (_MOST_QUESTIONS - 1, _MOST_QUESTIONS):
        return [_with_clock(desk, base, page)]
    if len(page) == 2:
        rows = _as_rows(base, page)
        if desk.fitter.worst([rows])[0] <= 1:
            return [rows]
    groups = [[para(plain(q.question), 0, f"teaching.questions[{n}].question"),
               *([para(plain(q.hint), 1, f"teaching.questions[{n}].hint")] if q.hint else [])]
              for n, q in page]  # fmt: skip
    return list(group_pages(desk, base, groups) or [])


def _question(n: int, question: Question) -> list[TextParagraph]:
    path = f"teaching.questions[{n}]"
    words = [para(plain(question.question), 0, f"{path}.question")]
    if question.hint:
        words.append(para(plain(question.hint), 1, f"{path}.hint"))
    return words


def _with_clock(desk: Desk, base: Draft, page: Sequence[tuple[int, Question]]) -> Draft:
    teaching = desk.case.teaching
    given = teaching.discussion_steps if teaching else ()
    steps = [para(plain(s), 0, f"teaching.discussion_steps[{n}]") for n, s in enumerate(given)]
    numbers = [str(n + 1) for n, _ in page]
    questions = [_question(n, q) for n, q in page]
    if len(page) < _MOST_QUESTIONS:
        numbers.append("→")
        questions.append([para(_CLOSING[0]), para(_CLOSING[1], 1)])
    fills = [
        *row(51, numbers),
        *row(21, questions),
        fill(41, "10"),
        fill(42, *(steps or _DEFAULT_STEPS)),
    ]
    return replace(base, fills=tuple(fills))


def _as_rows(base: Draft, page: Sequence[tuple[int, Question]]) -> Draft:
    """Two questions with room: the number where measures have their figure."""
    layout = f"measures{len(page)}"
    fills = [
        *row(51, [[para(str(n + 1))] for n, _ in page]),
        *row(21, [_question(n, q) for n, q in page]),
    ]
    return replace(base, layout=layout, fills=tuple(fills))


def timetable(
    desk: Desk, parts: dict[str, Part], minutes: dict[str, float], pages: dict[str, tuple[int, int]]
) -> Draft | None:
    """The timetable: a bar of shares and a table, both sums of the notes' minutes."""
    listed = [parts[key] for key in ORDER if key in parts and key != APPENDIX and minutes.get(key)]
    if len(listed) < 3:
        return None
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
    table = _timetable(desk, listed, minutes, pages)
    return desk.choose(
        (lambda: [replace(base, fills=(_bar(listed, minutes), table))],), "teaching.parts"
    )[0]


_PART_COLOURS = {
    "opening": "accent4",
    "overview": "accent3",
    "practices": "accent1",
    "results": "accent3",
    "lessons": "dk2",
}


def _bar(listed: Sequence[Part], minutes: dict[str, float]) -> ChartFill:
    series = tuple(
        Series(p.name, (minutes[p.id],), (f"{minutes[p.id]:g}′",), _PART_COLOURS[p.id])
        for p in listed
    )
    alt = "用时条：" + "，".join(f"{p.name}{minutes_words(minutes[p.id])}" for p in listed)
    return ChartFill(14, "share", ("用时",), series, f"{alt}。", 0.0, 20.0, 18.0)


def _timetable(
    desk: Desk, listed: Sequence[Part], minutes: dict[str, float], pages: dict[str, tuple[int, int]]
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
    return with_heights(desk, "chart_table", table)


def _source_of(part: Part) -> str:
    return f"teaching.parts[{part.index}]" if part.index is not None else ""


def _range(pages: tuple[int, int]) -> str:
    return f"第{pages[0]}页" if pages[0] == pages[1] else f"第{pages[0]}—{pages[1]}页"
