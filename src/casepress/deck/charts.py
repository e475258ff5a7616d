"""Metrics as native charts: before and after in columns, growth from a common start as slopes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from casepress.case.facts import Change, change, percent_words
from casepress.case.model import Metric
from casepress.deck.digest import Bullet, given
from casepress.deck.draft import Draft, bullet_para, fill, para
from casepress.deck.labels import source_line
from casepress.deck.model import ChartFill, Fill, Series, TextFill, TextParagraph, TextRun
from casepress.deck.plan import Desk, Variant, continued, paged, titled
from casepress.deck.words import label_words, plain, plain_title

_COLUMN_PT, _AXIS_PT = 24.0, 18.0
_SLOPE_PLOT_PT = 0.8 * 4.05 * 72
"""Height of the slope's plot area in points (the writer's layout of the chart frame)."""
_MOST = 3
_CHANGE_SIZES = (None, 44.0, 36.0, 28.0)
_MANYFOLD = 1000
"""Percentage from which a change is given as a multiple."""


def metric_values(metric: Metric) -> tuple[float, float] | None:
    """Both values as numbers; None if the text gives no decimals."""
    found = change(metric)
    if found.first is None or found.last is None:
        return None
    return float(found.first), float(found.last)


def chart_slides(desk: Desk, base: Draft) -> tuple[Draft, ...]:
    """Before and after of every metric, up to three charts a slide."""
    results = desk.case.results
    metrics = [(n, m) for n, m in enumerate(results.metrics if results else ()) if metric_values(m)]
    if not metrics:
        return ()
    drafts = [_charts(desk, base, page) for page in paged(metrics, _MOST)]
    return continued(desk, drafts)


def _charts(desk: Desk, base: Draft, page: Sequence[tuple[int, Metric]]) -> Draft:
    if len(page) == 1:
        return _single(desk, base, *page[0])
    layout = f"charts{len(page)}"
    fills: list[Fill] = []
    for n, (index, metric) in enumerate(page):
        path = f"results.metrics[{index}]"
        found = change(metric)
        fills += [
            fill(21 + n, para(_heading(metric), 0, f"{path}.label")),
            _columns(13 + n, metric),
            TextFill(51 + n, (_change(desk, layout, 51 + n, found, path),)),
            fill(31 + n, para(_verdict(metric, found), 0, f"{path}.stated")),
        ]
    return replace(base, layout=layout, fills=tuple(fills), source=_source(desk, base, page))


def _single(desk: Desk, base: Draft, index: int, metric: Metric) -> Draft:
    """One metric: a large chart, and beside it how to read it."""
    path = f"results.metrics[{index}]"
    found = change(metric)
    lines = [
        TextParagraph((replace(_percent(found), size_pt=44, bold=True),), 0, f"{path}.stated"),
        *(para(line, 0, f"{path}.stated") for line in _verdict(metric, found).split("\v")),
    ]
    origin = f"{metric.from_.when or '原来'}{metric.from_.value}{metric.unit}"
    lines.append(
        para(f"{origin}，{metric.to.when or '现在'}{metric.to.value}{metric.unit}", 0, path)
    )
    fills = (
        fill(21, para(_heading(metric), 0, f"{path}.label")),
        _columns(13, metric),
        fill(41, "怎样读图"),
        fill(42, *lines),
    )
    return replace(
        base, layout="chart_notes", fills=fills, source=_source(desk, base, [(index, metric)])
    )


def _heading(metric: Metric) -> str:
    label = plain_title(metric.label)
    return f"{label}（{metric.unit}）" if metric.unit else label


def _percent(found: Change) -> TextRun:
    """The stated percentage; in the muted colour where the two values give another one."""
    if found.stated is not None:
        words = f"{percent_words(abs(found.stated))}%"
        return TextRun(words, colour=None if found.agrees else "deep")
    if found.computed is None:
        return TextRun("—", colour="deep")
    sign = "+" if 0 <= found.computed < _MANYFOLD else ""
    return TextRun(f"{sign}{_about(found.computed)}", colour="deep")


def _change(desk: Desk, layout: str, idx: int, found: Change, path: str) -> TextParagraph:
    """The percentage in the largest size that keeps it on one line."""
    words = TextParagraph((_percent(found),), 0, f"{path}.stated")
    for size in _CHANGE_SIZES:
        words = replace(words, runs=(replace(words.runs[0], size_pt=size),))
        if desk.fitter.on_one_line(layout, idx, words):
            break
    return words


def _verdict(metric: Metric, found: Change) -> str:
    """What the text says and what the two values give; never corrected."""
    if found.stated is None:
        return "编写者按\v两值计算" if found.computed is not None else "起点为零\v不计增幅"
    verb = re.match("[一-鿿]{2}", plain(metric.stated))
    said = f"原文：{verb[0]}" if verb else "原文表述"
    if found.agrees:
        return f"{said}\v验算相符"
    if found.computed is None:
        return f"{said}\v起点为零"
    return f"{said}\v验算约{_about(abs(found.computed))}"


def _about(percent: Decimal) -> str:
    """A computed percentage, rounded: 65%, 6.5%; beyond tenfold the multiple: 157倍."""
    if percent >= _MANYFOLD:
        return f"{percent_words(percent / 100 + 1, 0)}倍"
    return f"{percent_words(percent, 0 if abs(percent) >= 10 else 1)}%"


def _columns(idx: int, metric: Metric) -> ChartFill:
    first, last = metric_values(metric) or (0.0, 0.0)
    when = (metric.from_.when or "原来", metric.to.when or "现在")
    labels = (metric.from_.value, metric.to.value)
    series = Series(metric.label, (first, last), labels, "before", ("before", "accent1"))
    alt = (
        f"柱形图：{plain_title(metric.label)}，{when[0]}{labels[0]}{metric.unit}，"
        f"{when[1]}{labels[1]}{metric.unit}。"
    )
    return ChartFill(idx, "column", when, (series,), alt, 0.0, _COLUMN_PT, _AXIS_PT)


def _source(desk: Desk, base: Draft, page: Sequence[tuple[int, Metric]]) -> str:
    """The editor's remark, else which dates the text leaves open."""
    results = desk.case.results
    own = results.slide.remark if results else ""
    if own:
        return source_line(desk.case, own)
    vague = [m for _, m in page if m.from_.when in ("", "原来", "原有", "过去", "以前")]
    now = any(m.to.when in ("目前", "现在", "") for _, m in page)
    remarks = []
    when = plain(desk.case.date)
    if now and when:
        remarks.append("目前，指原文刊发时")
    if vague:
        names = "、".join(plain_title(m.label) for m in vague)
        remarks.append(f"{names}起点的年份原文未注明")
    if any(change(m).stated is None for _, m in page):
        remarks.append("百分数由编写者计算")
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
    metrics = [m for m in (results.metrics if results else ()) if _growth(m)]
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


def _growth(metric: Metric) -> bool:
    values = metric_values(metric)
    return values is not None and values[0] > 0 and values[1] > values[0]


def _index(metric: Metric) -> float:
    first, last = metric_values(metric) or (1.0, 1.0)
    return last / first * 100


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
    return all(gap >= _AXIS_PT * 0.85 for gap in gaps)


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
