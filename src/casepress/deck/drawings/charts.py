"""Metrics as native charts: before and after in columns, growth from a common start as slopes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from casepress.case.charting import DRAWN, Plot, common_scale, plots
from casepress.case.facts import change, percent_words
from casepress.case.model import KeyFigure, Metric
from casepress.deck.draft import Draft, bullet_para, fill, para
from casepress.deck.drawings.chart_fills import (
    AXIS_PT,
    LABEL_SIZES,
    change_fills,
    change_runs,
    chart_fill,
    heading_fill,
    holds,
    label_size,
    points_agree,
    value_para,
    verdict,
)
from casepress.deck.fit.fitter import LIMIT
from casepress.deck.fit.paging import paged
from casepress.deck.forms.numbers import number_slide
from casepress.deck.model import ChartFill, Fill, Series, TextParagraph, TextRun
from casepress.deck.plan import Desk, Title, Variant, continued, sharing, titled
from casepress.deck.words.chinese import label_words, plain, plain_title
from casepress.deck.words.digest import Bullet, given
from casepress.deck.words.figures import Fact, metric_fact
from casepress.deck.words.labels import source_line
from casepress.frozen import replace

_SLOPE_PLOT_PT = 0.8 * 4.05 * 72
"""Height of the slope's plot area in points (the writer's layout of the chart frame)."""
_MOST = 3
_TITLE_LIMIT = 44
Page = Sequence[Plot]


def chart_slides(desk: Desk, base: Draft) -> tuple[Draft, ...]:
    """Before and after of every metric in the order of the case, up to three a slide.

    Metrics that are not drawn stand as large figures between the charts.
    """
    results = desk.case.results
    if results is None:
        return ()
    pages: list[Page] = []
    for drawn, run in groupby(plots(results.metrics), _is_drawn):
        group = list(run)
        pages += _pages(desk, group) if drawn else paged(group, _MOST)
    drafts = [
        _charts(desk, base, page) if _is_drawn(page[0]) else _numbers(desk, base, page)
        for page in pages
    ]
    if not drafts:
        return ()
    shares = [len(page) for page in pages]
    if len(drafts) < 2 or results.slide.title:
        return continued(desk, drafts, shares)
    return tuple(
        titled(
            replace(draft, key=f"{base.key}-{n}" if n > 1 else base.key),
            chart_title(desk, draft.layout, page),
        )
        for n, (draft, page) in enumerate(zip(sharing(drafts, shares), pages, strict=True), 1)
    )


def chart_title(desk: Desk, layout: str, page: Page, own: str = "") -> Title:
    """Return the title over some metrics: the author's, else what the text states of them."""
    stated = [plot for plot in page if plot.metric.stated]
    short = [f"{plain_title(p.metric.label)}{plain(p.metric.stated)}" for p in stated]
    joined = "，".join(short)
    names = "、".join(plain_title(plot.metric.label) for plot in page)
    options = [
        (own, "results.slide.title"),
        (joined if len(joined) <= _TITLE_LIMIT else "", "results.metrics"),
        *((plain(p.metric.text) or words, f"{p.source}.text")
          for p, words in zip(stated[:1], short[:1], strict=True)),
        (f"{names}的变化", "results.metrics"),
        ("前后对比", ""),
    ]  # fmt: skip
    return desk.title(layout, options, "成效")


def _is_drawn(plot: Plot) -> bool:
    return plot.form != "number"


def _pages(desk: Desk, group: Page) -> list[Page]:
    """Share metrics out over slides: as many on each as keep headings and values in their frames.

    Balanced where every slide takes it, else from the front, two or one where three are too many.
    """
    for most in (_MOST, 2):
        pages = paged(group, most)
        if all(_fit_together(desk, page) for page in pages):
            return list(pages)
    found: list[Page] = []
    rest = list(group)
    while rest:
        count = next(
            (n for n in range(min(_MOST, len(rest)), 1, -1) if _fit_together(desk, rest[:n])), 1
        )
        found.append(rest[:count])
        rest = rest[count:]
    return found


def _fit_together(desk: Desk, page: Page) -> bool:
    layout = f"charts{len(page)}"
    return len(page) == 1 or all(holds(desk, layout, n, plot) for n, plot in enumerate(page))


def _charts(desk: Desk, base: Draft, page: Page) -> Draft:
    if len(page) == 1:
        return _single(desk, base, page[0])
    layout = f"charts{len(page)}"
    sizes = [label_size(desk, layout, 13 + n, plot) for n, plot in enumerate(page)]
    size = min(size for size in sizes if size is not None)
    changes = change_fills(desk, layout, page)
    fills: list[Fill] = []
    for n, plot in enumerate(page):
        heading = heading_fill(desk, layout, 21 + n, plot)
        fills += [
            *([heading] if heading else []),
            chart_fill(13 + n, plot, size),
            changes[n],
            fill(31 + n, para(verdict(plot), 0, f"{plot.source}.stated")),
        ]
    return replace(base, layout=layout, fills=tuple(fills), source=_source(desk, base, page))


def _single(desk: Desk, base: Draft, plot: Plot) -> Draft:
    """One metric: a large chart, and beside it how to read it; in words if no frame holds them.

    A name longer than a line stands beside the chart as well, unless the title says it.
    """
    heading = heading_fill(desk, "chart_notes", 21, plot)
    name = plain_title(plot.metric.label)
    named = TextParagraph((TextRun(name, bold=True),), 0, f"{plot.source}.label")
    size = label_size(desk, "chart_notes", 13, plot) or LABEL_SIZES[-1]
    runs = tuple(r if r.size_pt else replace(r, size_pt=44, bold=True) for r in change_runs(plot))
    lines = [
        *([] if heading or name in base.title else [named]),
        TextParagraph(runs, 0, f"{plot.source}.stated"),
        *(para(line, 0, f"{plot.source}.stated") for line in verdict(plot).split("\v")),
        value_para(plot),
    ]
    notes = fill(42, *lines)
    if desk.fitter.fill("chart_notes", notes).ratio > LIMIT:
        return _told(desk, base, [plot])
    heads = (heading,) if heading else ()
    fills = (*heads, chart_fill(13, plot, size), fill(41, "怎样读图"), notes)
    return replace(base, layout="chart_notes", fills=fills, source=_source(desk, base, [plot]))


def _numbers(desk: Desk, base: Draft, page: Page) -> Draft:
    """Metrics as large figures: two or three side by side, one as before and now."""
    if len(page) == 1:
        metric, source = page[0].metric, page[0].source
        label = plain_title(metric.label)
        facts = [
            Fact(
                KeyFigure(value=point.value, unit=metric.unit, caption=f"{when}{label}"),
                f"{source}.{key}",
            )
            for key, point, when in (
                ("from", metric.from_, f"{metric.from_.when or '原来'}的"),
                ("to", metric.to, f"{metric.to.when or '现在'}的"),
            )
        ]
    else:
        facts = [metric_fact(plot.metric, plot.source) for plot in page]
    made = number_slide(desk, base, facts, None)
    if made is None:
        return _told(desk, base, page)
    return replace(made[0], source=_source(desk, base, page))


def _told(desk: Desk, base: Draft, page: Page) -> Draft:
    """Metrics in words."""
    rows = [bullet_para(Bullet(metric_point(plot.metric), plot.source)) for plot in page]
    return replace(
        base, layout="content", fills=(fill(1, *rows),), source=_source(desk, base, page)
    )


def _source(desk: Desk, base: Draft, page: Page) -> str:
    """The editor's remark, else which dates the text leaves open."""
    results = desk.case.results
    own = results.slide.remark if results else ""
    if own:
        return source_line(desk.case, own)
    metrics = [plot.metric for plot in page]
    vague = [m for m in metrics if m.from_.when in ("", "原来", "原有", "过去", "以前")]
    now = any(m.to.when in ("目前", "现在", "") for m in metrics)
    remarks = []
    when = plain(desk.case.date)
    if now and when:
        remarks.append("目前，指原文刊发时")
    if vague:
        names = "、".join(plain_title(m.label) for m in vague)
        remarks.append(f"{names}起点的年份原文未注明")
    if any(plot.change.stated is None and not points_agree(plot) for plot in page):
        remarks.append("变化由编写者按两值计算")
    return source_line(desk.case, "；".join(remarks))


def metric_point(metric: Metric) -> str:
    """What to say of a metric: values, the words of the text, and whether they agree."""
    found = change(metric)
    words = (
        f"{plain_title(metric.label)}："
        f"{metric.from_.when or '原来'}{metric.from_.value}{metric.unit}，"
        f"{metric.to.when or '现在'}{metric.to.value}{metric.unit}"
    )
    if found.computed is None:
        return words
    computed = f"{percent_words(abs(found.computed))}%"
    if found.stated is None:
        return f"{words}，按两值计算变化{computed}"
    verdict = "与原文相符" if found.agrees else "与原文不一致，照录原文，不作改动"
    return f"{words}；原文“{plain(metric.stated)}”，验算{computed}，{verdict}"


def index_slide(desk: Desk) -> tuple[Draft, ...]:
    """The metrics from a common start of 100; computed, and said to be."""
    results = desk.case.results
    found = [p for p in plots(results.metrics if results else ()) if p.form in DRAWN]
    metrics = [p.metric for p in found if _growth(p)] if common_scale(found) else []
    if results is None or not 2 <= len(metrics) <= 4:
        return ()
    ranked = sorted(metrics, key=lambda m: -_index(m))
    own = results.index_slide
    best = plain_title(ranked[0].label)
    options = [
        (own.title, "results.index_slide.title"),
        (f"放到同一起点看：{best}增得最快，{plain_title(ranked[-1].label)}增得最慢", ""),
        (f"放到同一起点看，{best}增得最快", ""),
        ("放到同一起点看增长", ""),
    ]
    base = titled(
        Draft(
            "index",
            "chart_notes",
            "",
            label_words(own.label) or "同一起点",
            source=source_line(desk.case, own.remark or "指数由编写者按原文数据计算，起点＝100"),
            added=True,
            passages=_metric_passages(desk),
            points=tuple(f"{plain_title(m.label)}：起点100，现在{_index(m):.0f}" for m in ranked),
            ask=plain(own.question) or "同步上升就是因果关系吗？还需要什么证据？",
            weight=3,
        ),
        desk.title("chart_notes", options, "增长指数"),
    )
    chart = _slopes(ranked) if _apart(ranked) else _bars(ranked)
    notes = given(results.index_notes, "results.index_notes") or _reading(ranked)
    fills: list[Fill] = [fill(21, "增长指数（起点＝100）"), chart, fill(41, "怎样读图")]
    variants: list[Variant] = [
        lambda n=n: [replace(base, fills=(*fills, fill(42, *(bullet_para(b) for b in notes[:n]))))]  # type: ignore[misc]
        for n in range(len(notes), 0, -1)
    ]
    return desk.choose(variants, "results.index_notes")


def _growth(plot: Plot) -> bool:
    return plot.growth is not None and plot.growth > 100


def _index(metric: Metric) -> float:
    found = change(metric)
    if found.first is None or found.last is None:
        return 100.0
    return float(found.last) / float(found.first) * 100


def _metric_passages(desk: Desk) -> tuple[str, ...]:
    results = desk.case.results
    if results is None:
        return ()
    return tuple(
        f"results.items[{n}]"
        for n, item in enumerate(results.items)
        if any(m.text and m.text.rstrip("。，；") in item.text for m in results.metrics)
    )


def _apart(ranked: Sequence[Metric]) -> bool:
    """Whether the labels at the line ends stand clear of each other."""
    ends = [_index(m) for m in ranked]
    span = (max(ends) - 98) * 1.1
    gaps = [(a - b) / span * _SLOPE_PLOT_PT for a, b in pairwise(ends)]
    return all(gap >= AXIS_PT * 0.85 for gap in gaps)


_COLOURS = ("accent1", "accent3", "accent4", "dk2")


def _slopes(ranked: Sequence[Metric]) -> ChartFill:
    series = tuple(
        Series(plain_title(m.label), (100.0, round(_index(m), 2)), ("100", f"{_index(m):.0f}"),
               _COLOURS[n], highlight=n == 0)
        for n, m in enumerate(ranked)
    )  # fmt: skip
    now = ranked[0].to.when or "现在"
    return ChartFill(
        13, "slope", ("起点", now), series, _index_alt("折线图", ranked), 98.0, 24.0, 18.0
    )


def _bars(ranked: Sequence[Metric]) -> ChartFill:
    names = tuple(plain_title(m.label) for m in ranked)
    values = tuple(round(_index(m), 2) for m in ranked)
    labels = tuple(f"{v:.0f}" for v in values)
    colours = ("accent1", *("before",) * (len(ranked) - 1))
    series = Series("增长指数", values, labels, "before", colours)
    return ChartFill(13, "bar", names, (series,), _index_alt("条形图", ranked), 0.0, 24.0, 18.0)


def _index_alt(kind: str, ranked: Sequence[Metric]) -> str:
    listed = "，".join(f"{plain_title(m.label)}{_index(m):.0f}" for m in ranked)
    return f"{kind}：以起点为100，{listed}。"


def _reading(ranked: Sequence[Metric]) -> tuple[Bullet, ...]:
    """Reading hints the values themselves give."""
    notes = [
        f"{plain_title(m.label)}的起点为{m.from_.when}" if m.from_.when[:1].isdigit()
        else f"{plain_title(m.label)}的起点，原文没有注明年份"
        for m in ranked[:2]
    ]  # fmt: skip
    return tuple(
        Bullet(n, "results.metrics")
        for n in (*dict.fromkeys(notes), "同步上升，不等于存在因果关系")
    )
