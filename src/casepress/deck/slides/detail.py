"""The second page of a practice: one of figures, terms, a table, a before and after, a picture."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.case.model import Detail, Pair, Practice
from casepress.deck.draft import Draft
from casepress.deck.drawings.contrast import contrast_diagram
from casepress.deck.drawings.pillars import pillars_diagram
from casepress.deck.fit.fitter import LIMIT
from casepress.deck.forms.evidence import Exhibit
from casepress.deck.forms.listing import bullet_pages
from casepress.deck.forms.numbers import captioned, number_list, number_slide
from casepress.deck.forms.pictures import headline, picture_draft, placed
from casepress.deck.forms.rows import figure_tiles
from casepress.deck.forms.tables import reading_table
from casepress.deck.model import Diagram
from casepress.deck.plan import DOES_NOT_FIT, Desk, titled
from casepress.deck.words.chinese import bare, plain
from casepress.deck.words.digest import Bullet, stretches
from casepress.deck.words.figures import Fact, distinct, measure_facts, without, worded
from casepress.deck.words.labels import source_line
from casepress.diagnostics import Severity
from casepress.frozen import replace

_LINE = 32
"""Characters of terms that stand together on a line of a list."""
_DRAWN = "图示由编写者根据原文整理"


def detail_slide(
    desk: Desk,
    base: Draft,
    practice: Practice,
    path: str,
    exhibits: Sequence[Exhibit],
    shown: Sequence[Fact],
) -> tuple[Draft, ...]:
    """Return the second page: the author's, a picture, or more figures; none if there are none."""
    base = replace(
        base,
        key=f"{base.key}-detail",
        fills=(),
        fixed=False,
        weight=3.0,
        points=(),
        source=source_line(desk.case),
    )
    if practice.detail is not None:
        drafts = _given(desk, base, practice.detail, f"{path}.detail")
        if drafts:
            return drafts
    figures = placed(desk, path)
    if figures and len(exhibits) > 1:
        points = [b for e in exhibits for b in (e.given or e.derived[:1])]
        title = desk.title("picture_text", ((headline(figures[0]), ""), (base.title, "")), "图")
        own = titled(replace(base, points=(plain(figures[0].alt),)), title)
        drafts = desk.choose((lambda: picture_draft(desk, own, figures, points),), path)
        if drafts:
            return drafts
    return _more_figures(desk, base, practice, path, shown)


def _given(desk: Desk, base: Draft, detail: Detail, path: str) -> tuple[Draft, ...]:
    """The author's detail page."""
    title = desk.title("table", ((detail.title, f"{path}.title"), (base.title, "")), "要点")
    base = titled(replace(base, points=_spoken(detail)), title)
    ask = {
        "contrast": "从“原来”到“现在”，改变的关键一步是什么？",
        "table": "这张表里，哪一行最接近本单位？",
        "terms": "这几项里，本单位哪一项最弱？",
    }.get(detail.kind, "这组数字，本单位对应的数字是多少？")
    base = replace(base, ask=ask)
    makers = {
        "figures": lambda: _figures(desk, base, detail, path),
        "terms": lambda: _drawn(desk, base, pillars_diagram(desk, detail, path)),
        "table": lambda: reading_table(
            desk, base, detail.columns, detail.rows, path, _TABLE_REMARK
        ),
        "contrast": lambda: _drawn(desk, base, contrast_diagram(desk, detail, path)),
    }
    maker = makers.get(detail.kind)
    drafts = desk.choose((maker, lambda: _listed(desk, base, detail, path)), path) if maker else ()
    if not drafts:
        desk.say(DOES_NOT_FIT, Severity.WARNING, path=path, layout=detail.kind, percent=0)
    return drafts


_TABLE_REMARK = "表中对应关系由编写者按原文归类"


def _drawn(desk: Desk, base: Draft, diagram: Diagram | None) -> list[Draft] | None:
    if diagram is None:
        return None
    source = source_line(desk.case, _DRAWN)
    return [replace(base, layout="figure_diagram", diagrams=(diagram,), source=source)]


def _listed(desk: Desk, base: Draft, detail: Detail, path: str) -> list[Draft] | None:
    """Return as a list what is too long for its drawing; None for what isn't drawn."""
    if detail.kind not in ("terms", "contrast"):
        return None
    terms = [
        Bullet(plain(term.label) + plain(term.value), f"{path}.terms[{n}].value")
        for n, term in enumerate(detail.terms)
    ]
    joined = "、".join(term.text for term in terms)
    if len(joined) <= _LINE:
        terms = [Bullet(joined, f"{path}.terms")]
    first = _end(detail.before, f"{path}.before")
    last = _end(detail.after, f"{path}.after")
    lines = [*first, Bullet(plain(detail.heading), f"{path}.heading"), *terms, *last]
    lines += [Bullet(plain(text), f"{path}.bases[{n}]") for n, text in enumerate(detail.bases)]
    lines.append(Bullet(plain(detail.conclusion), f"{path}.conclusion"))
    return bullet_pages(desk, base, [line for line in lines if line.text])


def _end(pair: Pair | None, source: str) -> list[Bullet]:
    """Return one side of a contrast; a number that its words say already isn't said again."""
    if pair is None:
        return []
    label, value = plain(pair.label), plain(pair.value)
    words = label if value in label else f"{label}：{value}"
    return [Bullet(words, f"{source}.label")]


def _figures(desk: Desk, base: Draft, detail: Detail, path: str) -> list[Draft] | None:
    facts = [Fact(f, f"{path}.figures[{n}]") for n, f in enumerate(detail.figures)]
    bar = Bullet(plain(detail.conclusion), f"{path}.conclusion") if detail.conclusion else None
    shown = number_slide(desk, base, facts, bar)
    if shown is not None and desk.fitter.worst(shown)[0] <= LIMIT:
        return shown
    return number_list(desk, base, facts, bar)


def _spoken(detail: Detail) -> tuple[str, ...]:
    """What the page says, for the notes."""
    points: list[str] = []
    terms = "、".join(f"{plain(t.label)}{plain(t.value)}" for t in detail.terms)
    if detail.before and detail.after:
        sub = f"（{plain(detail.conclusion)}）" if detail.conclusion else ""
        points.append(
            f"{plain(detail.before.label)}；{plain(detail.after.label)}，{plain(detail.after.value)}{sub}"
        )
    heading = plain(detail.heading)
    if heading or terms:
        points.append(f"{heading}：{terms}" if heading and terms else heading or terms)
    points += [captioned(f) for f in detail.figures]
    points += [
        "：".join(map(plain, row[:2])) + "".join(f"，{plain(c)}" for c in row[2:])
        for row in detail.rows
    ]
    if detail.bases:
        points.append("支撑：" + "、".join(map(plain, detail.bases)))
    if detail.conclusion and not detail.before:
        points.append(plain(detail.conclusion))
    return tuple(points)


def _more_figures(
    desk: Desk, base: Draft, practice: Practice, path: str, shown: Sequence[Fact]
) -> tuple[Draft, ...]:
    """Two or three further figures of the practice, the author's own only."""
    facts: list[Fact] = []
    for n, measure in enumerate(practice.measures):
        if measure.key_figures:
            facts += measure_facts(measure, f"{path}.measures[{n}]")
    rest = [f for f in without(distinct(facts), shown) if f.caption]
    if len(rest) < 2:
        return ()
    tiles, rest = rest[:6], rest[:3]
    titles = [(words, source) for words, source in _figure_titles(practice, path, rest)]
    titles.append(("、".join(f"{f.caption}{worded(f.figure)}" for f in rest), path))
    title = desk.title("numbers3", titles, bare(plain(practice.title)))
    own = titled(
        replace(
            base,
            points=tuple(f"{f.caption}：{worded(f.figure)}" for f in rest),
            ask="这组数字，本单位对应的数字是多少？",
        ),
        title,
    )
    outcome = Bullet(bare(plain(practice.outcome)), f"{path}.outcome") if practice.outcome else None
    ways = desk.fitting(
        (
            lambda: figure_tiles(desk, own, tiles),
            lambda: number_slide(desk, own, rest, outcome),
            lambda: number_slide(desk, own, rest[:2], outcome),
        )
    )
    return ways[0] if ways else ()


def _figure_titles(practice: Practice, path: str, facts: Sequence[Fact]) -> list[tuple[str, str]]:
    """Stretches of the text that name at least two of the figures."""
    found = []
    for n, measure in enumerate(practice.measures):
        for _, _, words in stretches(measure.text, 44):
            if sum(worded(f.figure) in words for f in facts) >= 2:
                found.append((words, f"{path}.measures[{n}].text"))
    return found[:2]
