"""The opening of a session: cover, learning goals, agenda."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casepress.case.model import Case, Figure
from casepress.case.numbering import chinese
from casepress.case.picturing import COVER
from casepress.deck.draft import Draft, bullet_para, cell, fill, para, row
from casepress.deck.fit.fitter import LIMIT
from casepress.deck.forms.pictures import picture_fill, placed, readable
from casepress.deck.forms.terms import term_pages
from casepress.deck.model import TableFill, TextFill, TextParagraph, TextRun
from casepress.deck.notes.minutes import minutes_words
from casepress.deck.plan import LEFT_TO_NOTES, Desk, Variant, titled
from casepress.deck.slides.emblems import cover_emblems
from casepress.deck.words.chinese import counted, label_words, plain, plain_title
from casepress.deck.words.digest import Bullet
from casepress.deck.words.labels import added_line, ordinal, published
from casepress.deck.words.parts import NUMBERED, Part
from casepress.diagnostics import Severity
from casepress.frozen import replace

_SENTENCE, _FACT = 1, 2
"""Levels of a row: the sentence beside, and the words in the place of a figure."""
_SMALLER = (20.0, 18.0)
_TITLE_SIZES = (36.0, 32.0, 28.0)
_SHORT_SUBTITLE = 24
_MOST_LISTED = 8
_QUESTION_SIZES = (22, 20, 18, None)
_AGENDA_WIDTHS = (0.9, 2.6, 6.7, 1.633)


def cover(desk: Desk) -> Draft:
    """The cover: title broken at the author's phrases, subtitle, contributor, publication."""
    figure = next((f for f in placed(desk, COVER) if readable(desk, f)), None)
    variants: list[Variant] = []
    if figure is not None:
        shown = figure
        variants.append(lambda: [_cover(desk, "cover_picture", shown)])
    variants.append(lambda: [_cover(desk, "cover", None)])
    return desk.choose(variants, "title")[0]


def _cover(desk: Desk, layout: str, figure: Figure | None) -> Draft:
    case = desk.case
    fills = _one_line(desk, layout, 60, _kinds(case))
    fills += _one_line(desk, layout, 1, _subtitles(case))
    who = plain_title(case.source.contributor or case.organisation)
    head, path = (
        ("案例供稿", "source.contributor")
        if case.source.contributor
        else ("案例单位", "organisation")
    )
    if who:
        fills += _one_line(desk, layout, 13, [(f"{head}：{who}", path), (who, path)])
    where = published(case)
    if where:
        head = "原文刊发" if case.source.publication else "时间"
        fills += _one_line(desk, layout, 14, [(f"{head}：{where}", "source"), (where, "source")])
    title = plain_title(case.title)
    picture = [picture_fill(desk, layout, 15, figure)] if figure else []
    fills += _long_title(desk, layout)
    return Draft(
        "cover",
        layout,
        title,
        fills=(*fills, *picture),
        title_source="title",
        title_lines=cover_lines(desk, layout),
        passages=("title",),
        points=_welcome(desk),
        ask="看到标题，你最想知道什么？请用一个问题说出来。",
        weight=1,
        emblems=cover_emblems(desk),
    )


def _kinds(case: Case) -> list[tuple[str, str]]:
    """The series, or else the kind of case, and that this is a deck; only the latter if need be."""
    path = "series" if label_words(case.series) else "kind"
    kind = label_words(case.series) or label_words(case.kind)
    if "课件" in kind:
        return [(kind, path), ("培训课件", "")]
    both = f"{kind}｜培训课件"
    return [(both, path), (kind, path), ("培训课件", "")] if kind else [("培训课件", "")]


def _long_title(desk: Desk, layout: str) -> list[TextFill]:
    """Return a title too long for its frame in the largest smaller size that fits; else nothing.

    Why: official titles of forty characters are common, and the brochure needs all of it.
    """
    if desk.fitter.title(layout, cover_lines(desk, layout)).ratio <= LIMIT:
        return []
    area = desk.fitter.area(layout, 0)
    words = plain_title(desk.case.title)
    for size in (s for s in _TITLE_SIZES if s < area.levels[0].size):
        run = TextRun(desk.fitter.broken(words, size, area.width), size_pt=size)
        shown = TextFill(0, (TextParagraph((run,), 0, "title"),))
        if desk.fitter.fill(layout, shown).ratio <= LIMIT:
            return [shown]
    return []


def _subtitles(case: Case) -> list[tuple[str, str]]:
    """The subtitle, else what stands before its dash or first clause end, else the unit."""
    whole = plain_title(case.subtitle)
    first = re.split("——|[：，。；]", whole)[0].strip()
    options = [(whole, "subtitle"), (first, "subtitle")]
    if not whole or len(first) > _SHORT_SUBTITLE:
        options.append((plain_title(case.organisation), "organisation"))
    return [(words, path) for words, path in options if words]


def _one_line(
    desk: Desk, layout: str, idx: int, options: Sequence[tuple[str, str]]
) -> list[TextFill]:
    """Return the first words that fit on one line, a little smaller if need be."""
    own = desk.fitter.area(layout, idx).levels[0].size
    for number, (words, path) in enumerate(options):
        for size in (None, *(s for s in _SMALLER if s < own)):
            runs = (TextRun(words, size_pt=size),)
            shown = TextFill(idx, (TextParagraph(runs, 0, path),))
            fitted = desk.fitter.fill(layout, shown)
            if len(fitted.lines) == 1 and fitted.ratio <= LIMIT:
                if number and path == options[0][1]:
                    desk.say(LEFT_TO_NOTES, Severity.ADVICE, path=path, text=options[0][0])
                return [shown]
    if options:
        words, path = options[0]
        desk.say(LEFT_TO_NOTES, Severity.ADVICE, path=path, text=words)
    return []


def cover_lines(desk: Desk, layout: str) -> str:
    """Break the title where its author did: at spaces if those lines fit, else at ``|`` as well.

    Where neither helps, the title is broken at phrases.
    """
    title = desk.case.title.strip()
    area = desk.fitter.area(layout, 0)
    size = area.levels[0].size
    for signs in ("[ \u3000]+", "[ \u3000|｜]+", "[|｜]"):
        phrases = [plain_title(p) for p in re.split(signs, title) if plain_title(p)]
        whole = all(len(desk.fitter.lines([(p, size)], area.width)) == 1 for p in phrases)
        lines = "\v".join(phrases)
        if whole and desk.fitter.title(layout, lines).ratio <= LIMIT:
            return lines
    return desk.fitter.display(layout, 0, plain_title(title))


def _welcome(desk: Desk) -> tuple[str, ...]:
    case = desk.case
    lines = [f"今天学习的案例是《{plain_title(case.title)}》"]
    where = published(case)
    if where:
        lines.append(f"案例原文见{where}")
    lines.append(
        "幻灯片上的文字摘自原文，原文全文分页录在备注里；备注中的讲解要点和互动题由编写者设计"
    )
    return tuple(lines)


def goals(desk: Desk) -> tuple[Draft, ...]:
    """The learning goals: three columns if there are three, else rows, a list, or tables."""
    teaching = desk.case.teaching
    if teaching is None or not teaching.objectives:
        return ()
    objectives = teaching.objectives
    pairs = [
        (Bullet(plain(o.keyword), f"teaching.objectives[{n}].keyword"),
         Bullet(plain(o.text), f"teaching.objectives[{n}].text"))
        for n, o in enumerate(objectives)
    ]  # fmt: skip
    kickers = [ordinal("目标", n) for n in range(len(pairs))]
    listed = "、".join(k.text for k, _ in pairs if k.text)
    title = desk.title(
        "keywords3",
        (
            (teaching.title, "teaching.title"),
            (f"学习目标：{listed}" if listed else "学习目标", "teaching.objectives"),
            ("学习目标", "teaching.objectives"),
        ),
        "学习目标",
    )
    base = titled(
        Draft(
            "goals",
            "keywords3",
            "",
            "学习目标",
            source=added_line("学习目标"),
            points=tuple(f"{k.text}：{t.text}" if k.text else t.text for k, t in pairs),
            ask="三个目标里，哪一个最接近你手头的工作？"
            if len(pairs) == 3
            else "哪一个目标最接近你手头的工作？",
            weight=2,
        ),
        title,
    )
    return desk.choose(
        (
            lambda: _columns(desk, base, kickers, pairs),
            lambda: _rows(desk, base, pairs),
            lambda: _list(base, pairs),
            lambda: _table(desk, base, pairs),
        ),
        "teaching.objectives",
    )


def _columns(
    desk: Desk, base: Draft, kickers: Sequence[str], pairs: Sequence[tuple[Bullet, Bullet]]
) -> list[Draft] | None:
    if len(pairs) != 3 or not all(k.text for k, _ in pairs):
        return None
    fills = [
        *row(51, kickers),
        *row(21, [[bullet_para(k)] for k, _ in pairs]),
        *row(31, [[bullet_para(t)] for _, t in pairs]),
    ]
    return [replace(base, fills=tuple(fills))]


def _rows(desk: Desk, base: Draft, pairs: Sequence[tuple[Bullet, Bullet]]) -> list[Draft] | None:
    """Two or four goals as rows, the keyword large beside its sentence."""
    if len(pairs) not in (2, 4) or not all(k.text for k, _ in pairs):
        return None
    layout = f"measures{len(pairs)}"
    words = [desk.fitter.display(layout, 51, k.text, _FACT) for k, _ in pairs]
    fills = [
        *row(51, [[para(w, _FACT, k.source)] for w, (k, _) in zip(words, pairs, strict=True)]),
        *row(21, [[bullet_para(t, _SENTENCE)] for _, t in pairs]),
    ]
    return [replace(base, layout=layout, fills=tuple(fills))]


def _table(desk: Desk, base: Draft, pairs: Sequence[tuple[Bullet, Bullet]]) -> list[Draft]:
    """More goals than one slide holds go on over tables."""
    terms = [
        (k.text or ordinal("目标", n), t.text, k.source if k.text else "", t.source)
        for n, (k, t) in enumerate(pairs)
    ]
    return term_pages(desk, replace(base, layout="table"), "学习目标", ("目标", "要求"), terms)


def _list(base: Draft, pairs: Sequence[tuple[Bullet, Bullet]]) -> list[Draft] | None:
    if len(pairs) > _MOST_LISTED:
        return None
    paragraphs = []
    for keyword, text in pairs:
        if keyword.text and keyword.text != text.text:
            paragraphs += [bullet_para(keyword), bullet_para(text, 1)]
        else:
            paragraphs.append(bullet_para(text))
    return [replace(base, layout="content", fills=(fill(1, *paragraphs),))]


def agenda(
    desk: Desk, parts: dict[str, Part], minutes: dict[str, float], targets: dict[str, str]
) -> Draft | None:
    """The agenda of three and more parts, each linked to its first slide."""
    listed = [parts[key] for key in NUMBERED if key in parts]
    if len(listed) < 3:
        return None
    teaching = desk.case.teaching
    own = plain_title(teaching.agenda_title) if teaching else ""
    count = counted(len(listed))
    title = desk.title(
        "agenda",
        (
            (own, "teaching.agenda_title"),
            (f"{count}个部分：" + "、".join(p.name for p in listed), ""),
            (f"本课分{count}个部分", ""),
        ),
        "目录",
    )  # fmt: skip
    return titled(
        Draft(
            "agenda",
            "agenda",
            "",
            "目录",
            (_agenda_table(desk, listed, minutes, targets),),
            source=added_line("引导问题和用时"),
            points=tuple(
                f"第{chinese(p.number)}部分“{p.name}”，{minutes_words(minutes[p.id])}：{p.question}"
                for p in listed
            ),
            ask="只能听一个部分，你会选哪一个？为什么？",
            weight=1,
        ),
        title,
    )


def _agenda_table(
    desk: Desk, listed: Sequence[Part], minutes: dict[str, float], targets: dict[str, str]
) -> TableFill:
    """Return number, name, question and minutes of the parts.

    Long questions are smaller; those too long for that are left to the pages of their parts.
    """
    alt = "目录：" + "；".join(
        f"{p.number} {p.name}，{p.question}{minutes_words(minutes[p.id])}" for p in listed
    )
    for size in _QUESTION_SIZES:
        rows = tuple(
            (
                cell(str(part.number), bold=True, colour="accent1", size_pt=40),
                cell(part.name, bold=True, colour="hlink", size_pt=28, link=targets[part.id]),
                cell(part.question if size else "", size_pt=size),
                cell(minutes_words(minutes[part.id]), size_pt=20, colour="accent4", right=True),
            )
            for part in listed
        )
        table = TableFill(13, rows, _AGENDA_WIDTHS, False, "reading", f"{alt}。")
        if desk.fitter.table("agenda", table).ratio <= LIMIT:
            break
    return table
