"""Metrics as native charts: what each form becomes, and whether it keeps its words in its frame."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, Literal

from casepress.case.charting import Plot
from casepress.case.facts import percent_words
from casepress.deck.draft import fill, para
from casepress.deck.fit.wide_digits import widest
from casepress.deck.model import ChartFill, Series, TextFill, TextParagraph, TextRun
from casepress.deck.plan import Desk
from casepress.deck.words.chinese import plain, plain_title
from casepress.frozen import replace
from casepress.typeset.greedy import AUTOSPACE_EM

LABEL_SIZES = (24.0, 20.0, 18.0)
AXIS_PT = 18.0
_HEADING_SIZES = (None, 18.0)
_SLOT_SHARE = 0.94
"""Share of a column's slot its label may take."""
_KINDS: Final[dict[str, Literal["whole", "slope"]]] = {"share": "whole", "slope": "slope"}
_NAMES = {"column": "柱形图", "slope": "折线图", "whole": "占比图"}
REST = "其余"
_BELOW = 0.25
"""Room for the value under a column below zero, as a share of the whole height."""
_LONGEST_UNIT = 5
_LEAST_FIGURE_PT = 28.0
"""Below this a change is told in words, which do not shrink the figures beside them."""
_MUTED = "deep"
"""Colour of what the editor computed, or of what does not follow from the values."""
_MANYFOLD = 1000
"""Percentage from which a change is given as a multiple."""


def heading_fill(desk: Desk, layout: str, idx: int, plot: Plot) -> TextFill | None:
    """Return label and unit on one line, the unit left to the labels where both are too long.

    None if not even the label alone keeps to one line.
    """
    label, unit = plain_title(plot.metric.label), plot.metric.unit
    for words in (f"{label}（{unit}）" if unit else label, label):
        for size in _HEADING_SIZES:
            run = TextRun(words, size_pt=size)
            shown = TextFill(idx, (TextParagraph((run,), 0, f"{plot.source}.label"),))
            fitted = desk.fitter.fill(layout, shown)
            if len(fitted.lines) == 1 and fitted.ratio <= 1:
                return shown
    return None


def label_size(desk: Desk, layout: str, idx: int, plot: Plot) -> float | None:
    """Return the largest size in which both values stand above their columns; None: none."""
    slot = desk.fitter.area(layout, idx).width / 2 * _SLOT_SHARE
    words = (plot.metric.from_.value, plot.metric.to.value)
    for size in LABEL_SIZES:
        if all(widest([(text, size)], AUTOSPACE_EM) <= slot for text in words):
            return size
    return None


def holds(desk: Desk, layout: str, n: int, plot: Plot) -> bool:
    """Whether heading and labels of a metric keep to the *n*-th frames of a layout."""
    heading = heading_fill(desk, layout, 21 + n, plot)
    whole = heading is not None and plot.metric.unit in heading.paragraphs[0].runs[0].text
    return whole and label_size(desk, layout, 13 + n, plot) is not None


def chart_fill(idx: int, plot: Plot, label_pt: float) -> ChartFill:
    """Return a metric as a chart: two columns, two shares of a whole, or a line."""
    metric = plot.metric
    first, last = (float(value) for value in plot.values or (0, 0))
    kind: Literal["column", "slope", "whole"] = _KINDS.get(plot.form, "column")
    when = (metric.from_.when or "原来", metric.to.when or "现在")
    labels = (metric.from_.value, metric.to.value)
    colours = ("before", "accent1")
    series = [Series(metric.label, (first, last), labels, "before", colours)]
    if kind == "slope":
        series = [Series(metric.label, (first, last), labels, "accent1", (), True)]
    elif kind == "whole":
        series.append(Series(REST, (100 - first, 100 - last), ("", ""), "hairline"))
    alt = (
        f"{_NAMES[kind]}：{plain_title(metric.label)}，{when[0]}{labels[0]}{metric.unit}，"
        f"{when[1]}{labels[1]}{metric.unit}。"
    )
    lowest = min(first, last, 0.0)
    if lowest < 0:
        lowest -= _BELOW * (max(first, last, 0.0) - lowest)
    return ChartFill(idx, kind, when, tuple(series), alt, lowest, label_pt, AXIS_PT)


def change_runs(plot: Plot) -> tuple[TextRun, ...]:
    """What the text states of the change; else what the values give, in the muted colour.

    A percentage, the words of the text (增长两倍), or a difference where a percentage would have
    no meaning: of shares (百分点), from zero, over zero.
    """
    found, metric = plot.change, plot.metric
    if found.stated is not None and "%" in metric.stated.replace("％", "%"):
        words = f"{percent_words(abs(found.stated), 4)}%"
        return (TextRun(words, colour=_MUTED if found.agrees is False else None),)
    if found.stated is not None:
        return (TextRun(plain(metric.stated), colour=_MUTED if not found.agrees else None),)
    if plot.values is None:
        return (TextRun("—", colour=_MUTED),)
    difference = plot.values[1] - plot.values[0]
    sign = "+" if difference > 0 else ""
    if plot.form == "share" or plot.growth is None:
        colour = None if points_agree(plot) else _MUTED
        return (TextRun(f"{sign}{percent_words(difference, 4)}", colour=colour),)
    return (TextRun(about(found.computed or Decimal(0), sign), colour=_MUTED),)


def about(percent: Decimal, sign: str = "") -> str:
    """Return a computed percentage, rounded: +65%, 6.5%; beyond tenfold the multiple: 157倍."""
    if percent >= _MANYFOLD:
        return f"{percent_words(percent / 100 + 1, 0)}倍"
    return f"{sign}{percent_words(percent, 0 if abs(percent) >= 10 else 1)}%"


def points_agree(plot: Plot) -> bool:
    """Whether the text states the change of a share in points, as its values give them."""
    if plot.values is None or "百分点" not in plot.metric.stated:
        return False
    points = percent_words(abs(plot.values[1] - plot.values[0]), 4)
    return f"{points}个百分点" in plot.metric.stated.replace(" ", "")


def verdict(plot: Plot) -> str:
    """What the text says and what the two values give, in two short lines; never corrected."""
    found, metric = plot.change, plot.metric
    verb = re.match("[一-鿿]{2}", plain(metric.stated))
    said = f"原文：{verb[0]}" if verb else "原文表述"
    if plot.values is None:
        return "原文没有\v给出数字"
    if found.stated is None and plot.form == "share":
        return f"个百分点\v{'与原文相符' if points_agree(plot) else '编写者计算'}"
    if found.stated is None and plot.growth is None and 0 < len(metric.unit) <= _LONGEST_UNIT:
        return f"{metric.unit}\v编写者计算"
    if found.stated is None:
        return "编写者按\v两值计算"
    if found.agrees:
        return f"{said}\v验算相符"
    if found.computed is None:
        return f"{said}\v起点为零"
    return f"{said}\v验算约{about(abs(found.computed))}"


def value_para(plot: Plot) -> TextParagraph:
    """Both values in a sentence: 2010年147个，目前232个."""
    metric = plot.metric
    return para(
        f"{metric.from_.when or '原来'}{metric.from_.value}{metric.unit}，\v"
        f"{metric.to.when or '现在'}{metric.to.value}{metric.unit}",
        0,
        plot.source,
    )


def change_fill(desk: Desk, layout: str, idx: int, plot: Plot) -> TextFill:
    """Return the change in the largest size that keeps it on one line, units small."""
    words = TextParagraph(change_runs(plot), 0, f"{plot.source}.stated")
    for size in (None, 44.0, 36.0, 28.0, 24.0, 20.0, 18.0):
        shown = TextParagraph(
            tuple(r if r.size_pt else TextRun(r.text, r.bold, r.colour, size) for r in words.runs),
            0,
            words.source,
        )
        if desk.fitter.on_one_line(layout, idx, shown):
            return TextFill(idx, (shown,))
    return fill(idx, shown)


def change_fills(desk: Desk, layout: str, page: Sequence[Plot]) -> list[TextFill]:
    """Return the changes of a page's metrics, figures all in one size."""
    found = [change_fill(desk, layout, 51 + n, plot) for n, plot in enumerate(page)]
    sizes = [one.paragraphs[0].runs[0].size_pt for one in found]
    low = min((size for size in sizes if size is not None), default=None)
    if low is None or low < _LEAST_FIGURE_PT:
        return found
    shrunk = []
    for one in found:
        (words,) = one.paragraphs
        runs = tuple(replace(run, size_pt=low) for run in words.runs)
        shrunk.append(replace(one, paragraphs=(replace(words, runs=runs),)))
    return shrunk
