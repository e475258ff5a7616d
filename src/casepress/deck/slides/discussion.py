"""The discussion: questions beside the clock and the steps."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.case.model import Question
from casepress.deck.draft import Draft, fill, para, row
from casepress.deck.fit.fitter import LIMIT
from casepress.deck.fit.paging import paged
from casepress.deck.forms.listing import group_pages
from casepress.deck.model import Fill, TextFill, TextParagraph, TextRun
from casepress.deck.notes.minutes import minutes_words
from casepress.deck.plan import Desk, continued, titled
from casepress.deck.words.chinese import plain
from casepress.deck.words.labels import added_line
from casepress.frozen import replace

_MINUTES_UNIT_PT = 26.0
_DEFAULT_STEPS = ("分组，每组选一题", "独立思考", "组内讨论", "每组汇报一条结论")
_MOST_QUESTIONS = 4
_CLOSING = ("每组写下一条结论和一条依据", "先说结论，再说依据")


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
    return desk.choose((lambda: list(continued(desk, drafts)),), "teaching.questions")


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
        timed = _with_clock(desk, base, page)
        if desk.fitter.worst([timed])[0] <= LIMIT:
            return [timed]
    if len(page) == 2:
        rows = _as_rows(base, page)
        if desk.fitter.worst([rows])[0] <= LIMIT:
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
