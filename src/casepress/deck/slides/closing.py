"""The end: one sentence to take home, and where everything comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from casepress.case.facts import change, percent_words
from casepress.deck.draft import Draft, bullet_para, fill, para, row
from casepress.deck.fit.fitter import LIMIT, PASS
from casepress.deck.forms.listing import group_pages
from casepress.deck.forms.terms import term_pages
from casepress.deck.model import TextFill, TextParagraph, TextRun
from casepress.deck.plan import Desk, titled
from casepress.deck.words.chinese import (
    bare,
    broken,
    clauses,
    counted,
    label_words,
    opens_with_quote,
    plain,
    plain_title,
    quoted_terms,
)
from casepress.deck.words.digest import Bullet
from casepress.deck.words.labels import ADDED, added_line, ordinal, published
from casepress.frozen import replace

_STATEMENT_SIZES = (54.0, 48.0, 36.0)
_SHORT, _WORD = 15, 6
Takeaway = tuple[str, Bullet]
"""A short head and what is taken home."""


def summary(desk: Desk, titles: frozenset[str]) -> tuple[Draft, ...]:
    """The last word: a sentence of the article above what is taken home; () without it.

    Three short takeaways stand in columns below the sentence in the largest type; the author's of
    any other number or length are a list under it.
    """
    own = _own(desk)
    for bullet in _statements(desk):
        if not bullet.text or bullet.text in titles or opens_with_quote(bullet.text):
            continue
        takeaways = own or _takeaways(desk, bullet)
        columns = _columns(desk, bullet, takeaways) if len(takeaways) == 3 else None
        if columns and (not own or desk.fitter.worst([columns])[0] <= LIMIT):
            return (columns,)
        if own:
            return _list(desk, bullet, own)
    return _list(desk, Bullet("", ""), own) if own else ()


def _base(desk: Desk, bullet: Bullet, takeaways: Sequence[Takeaway]) -> Draft:
    """Return the slide without what it shows."""
    words, teaching = bullet.text, desk.case.teaching
    what = "三条小结" if len(takeaways) == 3 else "小结要点"
    what = what if teaching and teaching.takeaways else "小结的编排"
    spoken = tuple(f"{k}：{b.text.replace(chr(11), chr(0x3000))}" for k, b in takeaways)
    return Draft(
        "summary",
        "summary",
        words,
        "小结",
        source=f"标题摘自原文；{added_line(what)}" if words else added_line(what),
        title_source=bullet.source,
        points=(words, *spoken) if words else spoken,
        ask="离开课堂后，你要做的第一件事是什么？",
        weight=3,
    )


def _columns(desk: Desk, bullet: Bullet, takeaways: Sequence[Takeaway]) -> Draft | None:
    """Return the sentence in display type above three columns; None if it is too long for that."""
    size = _size(desk, bullet.text)
    if size is None:
        return None
    lines = desk.fitter.broken(bullet.text, size, desk.fitter.area("summary", 0).width)
    run = TextRun(lines, size_pt=None if size == _STATEMENT_SIZES[0] else size)
    fills = (
        fill(60, "小结"),
        TextFill(0, (TextParagraph((run,), 0, bullet.source, bullet.derived),)),
        *row(51, [[para(kicker)] for kicker, _ in takeaways]),
        *row(21, [[_line(desk, b, 21 + n)] for n, (_, b) in enumerate(takeaways)]),
    )
    return replace(_base(desk, bullet, takeaways), fills=fills)


def _list(desk: Desk, bullet: Bullet, takeaways: Sequence[Takeaway]) -> tuple[Draft, ...]:
    """Return the takeaways as a list under the sentence, which leads it if it makes no title."""
    lines = desk.fitter.display("content", 0, bullet.text)
    leads = bool(bullet.text) and desk.fitter.title("content", lines).ratio > LIMIT
    head = Bullet("", "") if leads else bullet
    title = desk.title("content", [(head.text, head.source)], "小结")
    lead = [[bullet_para(bullet)]] if leads else []
    base = titled(replace(_base(desk, bullet, takeaways), layout="content"), title)

    def listed() -> list[Draft] | None:
        apart = group_pages(desk, base, lead + [_item(one) for one in takeaways])
        if apart is None or len(apart) == 1:
            return apart
        close = group_pages(desk, base, lead + [[_joined(one)] for one in takeaways])
        return close if close and len(close) < len(apart) else apart

    return desk.choose((listed,), "teaching.takeaways")


def _item(takeaway: Takeaway) -> list[TextParagraph]:
    """Return a takeaway with its words below its head."""
    kicker, words = takeaway
    below = bullet_para(replace(words, text=words.text.replace("\v", "")), 1)
    return [bullet_para(Bullet(kicker, _head_of(words))), below] if kicker else [below]


def _joined(takeaway: Takeaway) -> TextParagraph:
    """Return a takeaway in one paragraph."""
    kicker, words = takeaway
    text = words.text.replace("\v", "")
    return bullet_para(replace(words, text=f"{kicker}：{text}" if kicker else text))


def _head_of(words: Bullet) -> str:
    return words.source.removesuffix("text") + "kicker"


def _own(desk: Desk) -> list[Takeaway]:
    """Return the author's takeaways."""
    teaching = desk.case.teaching
    return [
        (plain(t.kicker), Bullet(broken(t.text), f"teaching.takeaways[{n}].text"))
        for n, t in enumerate(teaching.takeaways if teaching else ())
    ]


def _line(desk: Desk, bullet: Bullet, idx: int) -> TextParagraph:
    words = desk.fitter.display("summary", idx, bullet.text)
    return para(words, 0, bullet.source, bullet.derived)


def _size(desk: Desk, words: str) -> float | None:
    """The largest size of the display scale in which the statement fits; 54 pt on one line."""
    area = desk.fitter.area("summary", 0)
    for size in _STATEMENT_SIZES:
        lines = desk.fitter.broken(words, size, area.width)
        fitted = desk.fitter.text(area, [TextParagraph((TextRun(lines, size_pt=size),))])
        if fitted.ratio <= PASS:
            return size
    return None


def _statements(desk: Desk) -> Iterator[Bullet]:
    """The author's statement, else short clauses of lessons, summary and background."""
    case = desk.case
    if case.teaching and case.teaching.statement:
        yield Bullet(bare(plain(case.teaching.statement)), "teaching.statement")
    texts: list[tuple[str, str]] = []
    if case.lessons:
        texts += [(i.title, f"lessons.items[{n}].title") for n, i in enumerate(case.lessons.items)]
    if case.background and case.background.question:
        texts.append((case.background.question, "background.question"))
    for n, practice in enumerate(case.practices):
        texts.append((practice.outcome, f"practices[{n}].outcome"))
    if case.results:
        texts.append((case.results.lead, "results.lead"))
    if case.summary:
        texts.append((case.summary.text, "summary.text"))
    for text, source in texts:
        whole = bare(plain(text))
        if 4 <= len(whole) <= _SHORT:
            yield Bullet(whole, source, True)
        for clause in reversed(clauses(text)):
            words = bare(plain(text[clause.start : clause.end]))
            if 6 <= len(words) <= _SHORT:
                yield Bullet(words, source, True)
    for text, source in texts[:1]:
        yield Bullet(bare(plain(text)), source, True)


def _takeaways(desk: Desk, statement: Bullet) -> list[Takeaway]:
    """Three lines without the author's: titles of lessons and practices that are short enough.

    The statement above them is not said again; of lessons that all turn on a quoted word, the word
    is enough.
    """
    case = desk.case
    found: list[Takeaway] = []
    if case.lessons:
        titles = [bare(plain(lesson.title)) for lesson in case.lessons.items]
        terms = [quoted_terms(words) for words in titles]
        if all(len(own) == 1 and len(own[0]) <= _WORD for own in terms):
            titles = [own[0] for own in terms]
        for n, words in enumerate(titles):
            found.append((ordinal("启示", n), Bullet(words, f"lessons.items[{n}].title", True)))
    for n, practice in enumerate(case.practices):
        words = bare(plain(practice.action)) or bare(plain(practice.title))
        found.append((ordinal("做法", n), Bullet(words, f"practices[{n}].title", True)))
    fitting = [
        one
        for one in found
        if one[1].text and one[1].source != statement.source and _fits_line(desk, one[1].text)
    ]
    lessons = [one for one in fitting if one[0].startswith("启示")]
    practices = [one for one in fitting if one[0].startswith("做法")]
    if len(case.practices) < 2 and not lessons:
        return []
    for group in (lessons, practices):
        if len(group) == 3:
            return group
    return (
        practices[:1] + lessons[:2]
        if len(lessons) >= 2
        else practices[: 3 - len(lessons)] + lessons
    )[:3]


def _fits_line(desk: Desk, words: str) -> bool:
    lines = desk.fitter.display("summary", 21, words)
    return desk.fitter.fill("summary", fill(21, lines)).ratio <= PASS and not opens_with_quote(
        words
    )


def sources(desk: Desk) -> tuple[Draft, ...]:
    """Where the text comes from, what in it does not agree, what the editor added."""
    rows = list(_source_rows(desk))
    remarks = sum(1 for _, _, source in rows if source.startswith(("editorial", "results.metrics")))
    slide = desk.case.source.slide
    options = [
        (slide.title, "source.slide.title"),
        (f"引用有据：资料来源与{counted(remarks)}处口径说明" if remarks else "", ""),
        ("引用有据：资料来源", ""),
    ]
    base = titled(
        Draft(
            "sources",
            "table",
            "",
            label_words(slide.label) or "资料来源",
            source=_additions(desk),
            passages=("source",),
            points=tuple(f"{term}：{text}" for term, text, _ in rows),
            ask="还有哪些数据需要向原单位核实？"
            if remarks
            else "还想了解什么？可以向案例单位了解。",
            silent=True,
        ),
        desk.title("table", options, "资料来源"),
    )
    return desk.choose((lambda: _source_pages(desk, base, rows),), "source")


def _source_pages(desk: Desk, base: Draft, rows: Sequence[tuple[str, str, str]]) -> list[Draft]:
    terms = [(term, words, source, source) for term, words, source in rows]
    return term_pages(desk, base, "资料来源", ("事项", "说明"), terms)


def _source_rows(desk: Desk) -> Iterator[tuple[str, str, str]]:
    """Rows of the source table: term, words, path."""
    case = desk.case
    yield "原文", f"《{plain_title(case.title)}》", "title"
    where = [published(case)]
    if case.source.contributor:
        where.append(f"{case.source.contributor}供稿")
    if case.source.editors:
        where.append(f"责编：{'、'.join(case.source.editors)}")
    where = [w for w in where if w]
    if case.source.publication or case.source.contributor:
        yield "刊发与供稿" if len(where) > 1 else "刊发", "；".join(where), "source"
    elif where:
        yield "时间", "；".join(where), "date"
    if case.organisation and not case.source.contributor:
        yield "案例单位", plain_title(case.organisation), "organisation"
    for n, note in enumerate(case.editorial):
        yield plain(note.term) or "口径", plain(note.text).rstrip("。"), f"editorial[{n}]"
    yield from _disagreements(desk)
    credits = list(dict.fromkeys(plain(f.credit) for f in case.figures if f.credit))
    if credits:
        yield "图片", "；".join(credits), "figures"
    if case.teaching:
        for n, book in enumerate(case.teaching.reading):
            yield "延伸阅读", plain(book), f"teaching.reading[{n}]"
    if not (case.source.publication or case.organisation or case.editorial):
        yield "摘录方式", "幻灯片文字摘自案例原文，原文全文见各页备注", ""


def _disagreements(desk: Desk) -> Iterator[tuple[str, str, str]]:
    """Stated percentages that do not follow from their values and that no editor's note names."""
    case = desk.case
    noted = "".join(plain(n.term) + plain(n.text) for n in case.editorial)
    for n, metric in enumerate(case.results.metrics if case.results else ()):
        found = change(metric)
        if found.agrees is not False or found.computed is None:
            continue
        if plain(metric.label) not in noted:
            words = (
                f"{plain(metric.label)}由{metric.from_.value}{metric.unit}到{metric.to.value}{metric.unit}，"
                f"原文作“{plain(metric.stated)}”，按算术为{percent_words(abs(found.computed))}%"
            )
            yield "数据口径", words, f"results.metrics[{n}]"


def _additions(desk: Desk) -> str:
    """What on the slides is not the article's."""
    case = desk.case
    added = []
    teaching = case.teaching
    if teaching:
        added += ["学习目标"] if teaching.objectives else []
        added += ["研讨工作表"]
        added += ["讨论题"] if teaching.questions else []
        added += ["教学安排"] if teaching.parts else []
    if len(case.practices) > 1:
        added.append("图示")
    if not added:
        return "标题以外的编排、备注中的讲解要点和互动题由编写者设计。"
    return f"{'、'.join(added)}由{ADDED[:3]}设计，不属于原文。"
