"""Part three: charts of the metrics, the figures of the results, what else came of it, honours."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.case.charting import plots
from casepress.case.model import KeyFigure, Pair, ResultItem, Results
from casepress.deck.draft import Draft, bullet_para, fill, para, row
from casepress.deck.drawings.charts import chart_slides, chart_title, index_slide, metric_point
from casepress.deck.drawings.pillars import term_pillars
from casepress.deck.forms.listing import bullet_pages
from casepress.deck.forms.numbers import bar_fill, number_list, number_slide
from casepress.deck.forms.pictures import BESIDE_TEXT, picture_slides
from casepress.deck.model import Fill, TextFill
from casepress.deck.plan import Desk, Variant, titled
from casepress.deck.slides.honours import few_honours, honour_slide
from casepress.deck.slides.other_results import other_results
from casepress.deck.words.chinese import bare, label_words, plain
from casepress.deck.words.digest import Bullet, bullets, given, stretches
from casepress.deck.words.figures import Fact, metric_fact, worded
from casepress.deck.words.labels import ordinal, source_line
from casepress.frozen import replace

_HERO_UNIT_PT, _ROW_UNIT_PT = 24.0, 22.0


def results_slides(desk: Desk) -> tuple[Draft, ...]:
    """Return every slide of the results."""
    results = desk.case.results
    if results is None:
        return ()
    drafts: list[Draft] = []
    if results.metrics:
        drafts += chart_slides(desk, _chart_base(desk, results))
        drafts += index_slide(desk)
    honours = honour_slide(desk, results)
    rest: list[tuple[int, ResultItem]] = []
    for n, item in enumerate(results.items):
        own = _item_slide(desk, results, item, n)
        drafts += own
        if not own and not _is_shown(results, item, bool(honours)):
            rest.append((n, item))
    drafts += other_results(desk, results, rest, only=not drafts, honours=not honours)
    drafts += honours or (() if rest else few_honours(desk, results))
    if not drafts and results.lead:
        drafts += _lead_slide(desk, results)
    pictured = any(d.layout in BESIDE_TEXT for d in drafts)
    if drafts and not pictured:
        points = bullets(results.lead, "results.lead", 3) or given(
            tuple(plain(i.title) for i in results.items[:3]), "results.items"
        )
        drafts += picture_slides(desk, "results", drafts[0], points)
    return tuple(drafts)


def _chart_base(desk: Desk, results: Results) -> Draft:
    metrics = results.metrics
    passages = [
        f"results.items[{n}]"
        for n, item in enumerate(results.items)
        if any(_holds(item, m.text or m.stated) for m in metrics)
    ]
    return titled(
        Draft(
            "charts",
            "charts3",
            "",
            label_words(results.slide.label) or "指标变化",
            source=source_line(desk.case),
            passages=("results.lead", *passages),
            points=tuple(metric_point(m) for m in metrics),
            ask=plain(results.slide.question) or "哪一个变化最能说明问题？起点和终点各是什么时候？",
            weight=4,
        ),
        chart_title(desk, "charts3", plots(metrics), results.slide.title),
    )


def _holds(item: ResultItem, words: str) -> bool:
    return bool(words) and words.strip("。，； ") in item.text


def _is_shown(results: Results, item: ResultItem, honours: bool) -> bool:
    """Whether the charts or the honours already show what an item is about."""
    if any(_holds(item, m.text or m.stated) for m in results.metrics):
        return True
    return honours and any(plain(h.title) in item.text for h in results.honours)


def _item_base(desk: Desk, results: Results, item: ResultItem, n: int) -> Draft:
    path = f"results.items[{n}]"
    options = [
        (item.slide.title, f"{path}.slide.title"),
        (bare(plain(item.title)), f"{path}.title"),
        *((words, f"{path}.text") for _, _, words in stretches(item.text, 40)[:3]),
    ]
    shown = [f"{plain(f.caption)}：{worded(f)}" for f in item.key_figures if f.caption]
    pairs = "、".join(plain(p.label) + plain(p.value) for p in item.pairs)
    return titled(
        Draft(
            f"result-{n + 1}",
            "hero_number",
            "",
            label_words(item.slide.label) or ordinal("成效", n),
            source=source_line(desk.case, item.slide.remark),
            passages=(path,),
            points=(bare(plain(item.title)), *shown, *([f"叠加效应：{pairs}"] if pairs else [])),
            ask=plain(item.slide.question) or "哪一个数字，最能让群众有感受？",
            weight=3,
        ),
        desk.title("hero_number", options, ordinal("成效", n)),
    )


def _item_slide(desk: Desk, results: Results, item: ResultItem, n: int) -> tuple[Draft, ...]:
    """The figures of one result that no chart shows; else its parallel terms."""
    path = f"results.items[{n}]"
    metrics = {_kind(metric_fact(m, "").figure) for m in results.metrics}
    facts = [
        Fact(f, f"{path}.key_figures[{k}]")
        for k, f in enumerate(item.key_figures)
        if f.caption and _kind(f) not in metrics
    ]
    base = _item_base(desk, results, item, n)
    bar = _bar(desk, item, path)
    variants: list[Variant] = []
    if len(facts) >= 4:
        variants.append(lambda: _hero(desk, base, facts, bar))
    if len(facts) >= 2:
        variants += [
            lambda: number_slide(desk, base, facts[:3], bar),
            lambda: number_slide(desk, base, facts[:2], bar),
            lambda: number_list(desk, base, facts, bar),
        ]
    elif len(item.pairs) >= 3:
        diagram = term_pillars(desk, item.pairs, f"{path}.pairs", heading=bar.text if bar else "")
        variants.append(
            lambda: (
                [replace(base, layout="figure_diagram", diagrams=(diagram,))] if diagram else None
            )
        )
        variants.append(lambda: _pair_list(desk, base, item.pairs, f"{path}.pairs", bar))
    return desk.choose(variants, path) if variants else ()


def _pair_list(
    desk: Desk, base: Draft, pairs: Sequence[Pair], path: str, bar: Bullet | None
) -> list[Draft] | None:
    """Return the terms as a list, where they are too long to stand side by side."""
    lines = [
        Bullet("：".join(plain(text) for text in (pair.label, pair.value) if text), f"{path}[{n}]")
        for n, pair in enumerate(pairs)
    ]
    return bullet_pages(desk, base, [*lines, *([bar] if bar else [])])


def _kind(figure: KeyFigure) -> tuple[str, bool]:
    """What two mentions of one figure share, 5624名 and 5624人; 96件 and 96% are two."""
    return figure.value.replace(",", ""), figure.unit.strip() in ("%", "％")


def _bar(desk: Desk, item: ResultItem, path: str) -> Bullet | None:
    """The conclusion below the figures: the author's, a point, or a dated clause of the text."""
    if item.conclusion:
        return Bullet(plain(item.conclusion), f"{path}.conclusion")
    points = given(item.points, f"{path}.points")
    if points:
        return points[0]
    figures = {f.value for f in item.key_figures}
    for _, _, words in stretches(item.text, 30):
        bar = Bullet(words, f"{path}.text", True)
        shown = fill(41, bullet_para(bar))
        one_line = len(desk.fitter.fill("hero_number", shown).lines) == 1
        if one_line and not any(value in words for value in figures):
            return bar
    return None


def _hero(desk: Desk, base: Draft, facts: Sequence[Fact], bar: Bullet | None) -> list[Draft] | None:
    """One figure in the panel, three beside it."""
    hero = next((f for f in facts if f.figure.hero), None) or next(
        (f for f in facts if f.figure.kind == "increase"), facts[0]
    )
    others = [f for f in facts if f is not hero][:3]
    if len(others) < 3:
        return None
    name = desk.fitter.display("hero_number", 31, hero.caption)
    figures = desk.fitter.figures("hero_number", 22, others, _ROW_UNIT_PT)
    large = desk.fitter.figure("hero_number", 21, hero, _HERO_UNIT_PT)
    if figures is None or large is None:
        return None
    fills: list[Fill] = [
        TextFill(21, (large,)),
        fill(31, para(name, 0, hero.source)),
        *figures,
        *row(32, [[para(_with_note(f.figure), 0, f.source)] for f in others]),
    ]
    return [replace(base, fills=(*fills, *bar_fill(desk, "hero_number", bar)))]


def _with_note(figure: KeyFigure) -> str:
    caption, note = plain(figure.caption), plain(figure.note)
    return f"{caption}：{note}" if note else caption


def _lead_slide(desk: Desk, results: Results) -> tuple[Draft, ...]:
    """Results that consist of a paragraph only."""
    found = bullets(results.lead, "results.lead", 4, 48)
    options = [
        (results.slide.title, "results.slide.title"),
        *((b.text, b.source) for b in found),
        (plain(desk.case.headings.results), ""),
    ]
    title = desk.title("content", options, "成效")
    base = titled(
        Draft(
            "results",
            "content",
            "",
            label_words(results.slide.label) or plain(desk.case.headings.results),
            source=source_line(desk.case),
            passages=("results.lead",),
            points=tuple(b.text for b in found),
            ask="这些变化，群众能感受到哪一个？",
        ),
        title,
    )
    rest = [b for b in found if b.text != title[0]] or list(found)
    return desk.choose((lambda: bullet_pages(desk, base, rest),), "results")
