"""Part one: the case at a glance, and where it started from."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.case.model import Background
from casepress.deck.draft import Draft, bullet_para, fill, para, row
from casepress.deck.drawings.problem_paths import problem_paths
from casepress.deck.fit.fitter import LIMIT
from casepress.deck.forms.listing import bullet_pages
from casepress.deck.forms.numbers import number_slide
from casepress.deck.forms.pictures import BESIDE_TEXT, picture_draft, picture_slides, placed
from casepress.deck.model import TextParagraph
from casepress.deck.plan import Desk, titled
from casepress.deck.words.chinese import bare, broken, label_words, plain, plain_title
from casepress.deck.words.digest import Bullet, bullets, choices, given
from casepress.deck.words.figures import Fact, case_facts, worded
from casepress.deck.words.labels import ordinal, source_line
from casepress.frozen import replace

_UNIT_PT = 22.0


def glance(desk: Desk) -> tuple[Draft, ...]:
    """The overview: four figures and three answers; fewer figures take larger type."""
    case = desk.case
    summary = case.summary
    facts = case_facts(case)
    if summary is None and len(facts) < 3:
        return ()
    answers = _answers(desk)
    slide = summary.slide if summary else None
    options = [
        (slide.title if slide else "", "summary.slide.title"),
        *((b.text, b.source) for b in _best(desk)),
        ("一页看全案例", ""),
    ]
    base = titled(
        Draft(
            "glance",
            "glance4",
            "",
            (label_words(slide.label) if slide else "") or "案例全貌",
            source=source_line(case),
            passages=("summary.text",),
            points=(
                *(f"{f.caption}：{worded(f.figure)}" + _note(f) for f in facts[:4] if f.caption),
                *(f"{kicker.text}：{text.text}" for kicker, text in answers),
            ),
            ask="这几个数字里，哪一个最让你意外？为什么？"
            if facts
            else "用一句话说说这个案例做了什么。",
            weight=4,
        ),
        desk.title("glance4", options, "案例全貌"),
    )
    named = [f for f in facts if f.caption and _has_room(desk, f)]
    if summary is None and len(named) < 2:
        return ()
    rest = [b for b in _best(desk) if b.text not in base.title and base.title not in b.text]
    bar = answers[-1][1] if answers else rest[0] if rest else None
    return desk.choose(
        (
            lambda: _four(desk, base, named, answers),
            lambda: number_slide(desk, base, named[:3], bar)
            if len(named) >= 3 else None,
            lambda: number_slide(desk, base, named[:2], bar)
            if len(named) == 2 else None,
            lambda: bullet_pages(desk, base, _summary_bullets(desk, 5, 60)),
        ),
        "summary",
    )  # fmt: skip


def _has_room(desk: Desk, fact: Fact) -> bool:
    """Whether a figure's name keeps to its line below the figure."""
    return len(desk.fitter.fill("glance4", fill(31, fact.caption)).lines) == 1


def _note(fact: Fact) -> str:
    note = plain(fact.figure.note)
    return f"（{note}）" if note else ""


def _best(desk: Desk) -> tuple[Bullet, ...]:
    """The most telling stretches of the summary, for a title or a conclusion."""
    summary = desk.case.summary
    return choices(summary.text, "summary.text", 34)[:6] if summary else ()


def _summary_bullets(desk: Desk, count: int, longest: int) -> tuple[Bullet, ...]:
    summary = desk.case.summary
    return bullets(summary.text, "summary.text", count, longest) if summary else ()


def _answers(desk: Desk) -> tuple[tuple[Bullet, Bullet], ...]:
    """Who, how, with what result: the author's, else names and titles of the case itself."""
    case = desk.case
    if case.summary and len(case.summary.answers) == 3:
        return tuple(
            (Bullet(plain(a.kicker), f"summary.answers[{n}].kicker"),
             Bullet(bare(plain(a.text)), f"summary.answers[{n}].text"))
            for n, a in enumerate(case.summary.answers)
        )  # fmt: skip
    found: list[tuple[str, str, str]] = []
    if case.organisation:
        found.append(("谁在做", plain_title(case.organisation), "organisation"))
    titles = "；".join(plain(p.title) for p in case.practices)
    if len(titles) <= 30:
        found.append(("怎么做", titles, "practices"))
    if case.results and case.results.items:
        found.append(("做成了什么", bare(case.results.items[0].title), "results.items[0].title"))
    if len(found) < 3:
        return ()
    return tuple((Bullet(k, p), Bullet(t, p, True)) for k, t, p in found)


def _four(
    desk: Desk, base: Draft, facts: Sequence[Fact], answers: Sequence[tuple[Bullet, Bullet]]
) -> list[Draft] | None:
    if len(facts) < 4 or len(answers) != 3:
        return None
    shown = facts[:4]
    figures = desk.fitter.figures("glance4", 21, shown, _UNIT_PT)
    if figures is None:
        return None
    fills = [
        *figures,
        *row(31, [[para(f.caption, 0, f.source, f.derived)] for f in shown]),
        *row(51, [[p] for p in _comparisons(desk, facts)]),
        *row(25, [[bullet_para(kicker)] for kicker, _ in answers]),
        *row(35, [[bullet_para(text)] for _, text in answers]),
    ]
    return [replace(base, fills=tuple(f for f in fills if f.paragraphs[0].runs[0].text))]


def _comparisons(desk: Desk, facts: Sequence[Fact]) -> list[TextParagraph]:
    """What stands below the four figures: their notes.

    Where there is no note, the summary's fifth figure if it is of the same kind (两个百分数).
    """
    spare = [f for f in facts[4:] if f.source.startswith("summary.")]
    lines: list[TextParagraph] = []
    for n, fact in enumerate(facts[:4]):
        note = plain(fact.figure.note)
        words, source = note, fact.source
        if not note and spare and spare[0].figure.unit == fact.figure.unit:
            other = spare.pop(0)
            words, source = f"{other.caption}{worded(other.figure)}", other.source
        line = para(words, 0, source)
        fits = desk.fitter.fill("glance4", fill(51 + n, line)).ratio <= LIMIT
        lines.append(line if fits or note else para("", 0, source))
    return lines


def background(desk: Desk) -> tuple[Draft, ...]:
    """Background: facts beside the problems; pictures of the place on a slide of their own."""
    own = desk.case.background
    if own is None:
        return ()
    facts = given(own.facts, "background.facts") or bullets(
        own.text, "background.text", 3 if own.problems else 5, 40
    )
    problems = [Bullet(broken(p), f"background.problems[{n}]") for n, p in enumerate(own.problems)]
    options = [
        (own.slide.title, "background.slide.title"),
        (own.question, "background.question"),
        *((b.text, b.source) for b in choices(own.text, "background.text", 46)[:4]),
        (plain(desk.case.headings.background), ""),
    ]
    base = titled(
        Draft(
            "background",
            "background",
            "",
            label_words(own.slide.label) or plain(desk.case.headings.background),
            source=source_line(desk.case),
            passages=("background.text",),
            points=(
                *(f.text for f in facts),
                *(["面对的问题：" + "；".join(plain(p) for p in own.problems)] if problems else []),
                *([f"核心设问：{plain(own.question)}"] if own.question else []),
            ),
            ask="这些问题，本单位有哪一个？"
            if problems
            else "本单位的起点与案例有什么相同、有什么不同？",
            weight=4,
        ),
        desk.title("background", options, "背景"),
    )
    first = desk.choose(
        (
            lambda: _tiles(desk, base, own, facts, problems),
            lambda: problem_paths(desk, base, own, problems),
            lambda: _with_picture(desk, base, [*facts, *_on_a_line(problems)]),
            lambda: bullet_pages(desk, base, [*facts, *_on_a_line(problems)]),
        ),
        "background",
    )
    if any(d.layout in BESIDE_TEXT for d in first):
        return first
    return (*first, *picture_slides(desk, "background", base, facts))


def _tiles(
    desk: Desk, base: Draft, own: Background, facts: Sequence[Bullet], problems: Sequence[Bullet]
) -> list[Draft] | None:
    name = plain_title(own.place) or plain_title(desk.case.organisation)
    if len(problems) != 4 or not name or not facts:
        return None
    shown = desk.fitter.most("background", 42, [bullet_para(b) for b in facts])
    if shown is None:
        return None
    fills = [
        fill(41, para(name, 0, "background.place")),
        fill(42, *shown),
        *row(51, [ordinal("问题", n) for n in range(4)]),
        *row(21, [[_broken(desk, b)] for b in problems]),
    ]
    return [replace(base, fills=tuple(fills))]


def _broken(desk: Desk, bullet: Bullet) -> TextParagraph:
    return para(desk.fitter.display("background", 21, bullet.text), 0, bullet.source)


def _on_a_line(problems: Sequence[Bullet]) -> list[Bullet]:
    """Problems among other points: the line breaks for their boxes make no sense there."""
    return [replace(problem, text=problem.text.replace("\v", "")) for problem in problems]


def _with_picture(desk: Desk, base: Draft, points: Sequence[Bullet]) -> list[Draft] | None:
    figures = placed(desk, "background")
    if not figures:
        return None
    return picture_draft(desk, base, figures, points)
