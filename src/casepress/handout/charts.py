"""Native charts of slides as paths: columns, bars, a bar of shares, slope lines.

Drawn the way viewers lay them out: labels outside the ends, no gridlines, the value axis hidden,
a gap of 70 % between categories.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from casepress.deck.model import ChartFill, Series
from casepress.display import Segment
from casepress.frozen import dataclass
from casepress.handout.inks import Palette
from casepress.handout.place import figure
from casepress.handout.shapes import ellipse, rect_of
from casepress.handout.sheet import View
from casepress.handout.words import Compositor
from casepress.theme.deck import DeckTokens, LevelToken, PlaceholderToken
from casepress.theme.shade import contrast_colour
from casepress.typeset.model import Line
from casepress.units import Rect

_GAP = 0.7
_AXIS_PT = 1.0
_LABEL_EM = 1.32
_CAP_EM = 0.36
"""Half the height of figures: how far below its middle a label's baseline lies."""
_HIGHLIGHT_PT, _LINE_PT = 4.5, 2.75
_HIGHLIGHT_DOT_PT, _DOT_PT = 9.0, 7.0
_PLOT = (0.05, 0.06, 0.65, 0.8)
"""Plot area of a slope chart in fractions of its frame, as the chart part fixes it."""
_ALONE_PLOT = (0.18, 0.16, 0.64, 0.66)
"""The same with one line, which carries its values above both ends."""
_LEAST_LABELLED = 25
"""Percent from which a share holds its own label."""
_HEADROOM = 1.1
_LABEL_PITCH = 1.3
"""Least distance of two labels at the ends of lines, in ems."""


@dataclass(frozen=True, slots=True)
class _Easel:
    """What drawing a chart takes."""

    view: View
    words: Compositor
    tokens: DeckTokens
    palette: Palette
    chart: ChartFill
    rect: Rect
    element: int

    def label(self, words: str, size: float, colour: str, bold: bool = True) -> Line:
        """Set a label."""
        return self.words.line(words, LevelToken(size=size, bold=bold, colour=colour))

    def category(self, index: int) -> Line:
        """Set the name of a category."""
        return self.label(self.chart.categories[index], self.chart.axis_pt, "dk1", bold=False)

    def centred(self, line: Line, x: float, baseline: float) -> None:
        """Place a label centred on *x*."""
        self.view.text(line, x - line.width_pt / 2, baseline, self.element)

    def box(self, rect: Rect, colour: str) -> None:
        """Fill a bar; one of nothing leaves no trace, not even a hairline."""
        if min(rect.width, rect.height) > 0.0:
            self.view.box(rect, self.palette.ink(colour), self.element)

    def axis(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draw the category axis."""
        self.view.rule((x1, y1, x2, y2), self.palette.ink("accent4"), _AXIS_PT, self.element)


def draw_chart(
    view: View,
    words: Compositor,
    tokens: DeckTokens,
    palette: Palette,
    token: PlaceholderToken,
    chart: ChartFill,
    section: int,
) -> None:
    """Draw a chart in its placeholder, as one figure with the chart's alternative text."""
    rect = rect_of(token.box)
    element = figure(view, rect, chart.alt, section)
    easel = _Easel(view, words, tokens, palette, chart, rect, element)
    draw = {
        "column": _columns, "bar": _bars, "slope": _slopes, "share": _shares, "whole": _wholes
    }[chart.kind]  # fmt: skip
    draw(easel)


def label_of(one: Series, index: int) -> str:
    """Return the words of a value: the source's own, else the number as people write it."""
    if index < len(one.labels):
        return one.labels[index]
    return f"{one.values[index]:.6f}".rstrip("0").rstrip(".")


def _colour(one: Series, index: int) -> str:
    return one.point_colours[index] if index < len(one.point_colours) else one.colour


def _slots(count: int, series: int, start: float, length: float) -> list[list[tuple[float, float]]]:
    """Return start and width of every bar, by category and series."""
    each = length / max(count, 1)
    width = each / (series + _GAP)
    first = start + width * _GAP / 2
    return [[(first + c * each + s * width, width) for s in range(series)] for c in range(count)]


def _span(chart: ChartFill, values: Sequence[float]) -> float:
    """Return the length of the value axis, at least a little."""
    return max(max(values, default=0.0) - chart.axis_min, 1e-9)


def _columns(easel: _Easel) -> None:
    chart, rect = easel.chart, easel.rect
    foot = rect.bottom - chart.axis_pt * _LABEL_EM - 5.0
    top = rect.y + chart.label_pt * _LABEL_EM
    below = chart.label_pt * _LABEL_EM if chart.axis_min < 0 else 0.0
    values = [v for s in chart.series for v in s.values]
    unit = (foot - below - top) / _span(chart, [*values, min(0.0, chart.axis_min)])
    zero = foot - below + min(0.0, chart.axis_min) * unit
    floor = max(0.0, chart.axis_min)
    slots = _slots(len(chart.categories), len(chart.series), rect.x, rect.width)
    for c, row in enumerate(slots):
        for one, (x, width) in zip(chart.series, row, strict=True):
            height = (one.values[c] - floor) * unit
            easel.box(Rect(x, zero - max(height, 0.0), width, abs(height)), _colour(one, c))
            label = easel.label(label_of(one, c), chart.label_pt, "dk1")
            drop = -0.34 if height >= 0 else 1.0
            easel.centred(label, x + width / 2, zero - height + chart.label_pt * drop)
        middle = (row[0][0] + row[-1][0] + row[-1][1]) / 2
        easel.centred(easel.category(c), middle, foot + 5.0 + chart.axis_pt)
    easel.axis(rect.x, zero, rect.right, zero)


def _wholes(easel: _Easel) -> None:
    """Columns of a hundred percent: the part below, the rest on top, the part's value in it."""
    chart, rect = easel.chart, easel.rect
    part, rest = chart.series
    base, top = rect.bottom - chart.axis_pt * _LABEL_EM - 5.0, rect.y
    for c, row in enumerate(_slots(len(chart.categories), 1, rect.x, rect.width)):
        (x, width), value = row[0], part.values[c]
        height = value / 100 * (base - top)
        easel.box(Rect(x, top, width, base - top - height), _colour(rest, c))
        easel.box(Rect(x, base - height, width, height), _colour(part, c))
        inside = value >= _LEAST_LABELLED
        ground = _colour(part if inside else rest, c)
        ink = contrast_colour(easel.tokens, ground)
        baseline = base - height + chart.label_pt * (1.05 if inside else -0.34)
        easel.centred(easel.label(label_of(part, c), chart.label_pt, ink), x + width / 2, baseline)
        easel.centred(easel.category(c), x + width / 2, base + 5.0 + chart.axis_pt)
    easel.axis(rect.x, base, rect.right, base)


def _bars(easel: _Easel) -> None:
    chart, rect = easel.chart, easel.rect
    names = [easel.category(c) for c in range(len(chart.categories))]
    base = rect.x + max(line.width_pt for line in names) + 8.0
    labels = [
        [easel.label(label_of(s, c), chart.label_pt, "dk1") for s in chart.series]
        for c in range(len(names))
    ]
    room = max(line.width_pt for row in labels for line in row) + 8.0
    span = _span(chart, [v for s in chart.series for v in s.values])
    slots = _slots(len(names), len(chart.series), rect.y, rect.height)
    for c, row in enumerate(slots):
        for s, (y, height) in enumerate(row):
            one = chart.series[s]
            value = max(one.values[c] - chart.axis_min, 0.0)
            width = value / span * (rect.right - room - base)
            easel.box(Rect(base, y, width, height), _colour(one, c))
            baseline = y + height / 2 + chart.label_pt * _CAP_EM
            easel.view.text(labels[c][s], base + width + 6.0, baseline, easel.element)
        middle = (row[0][0] + row[-1][0] + row[-1][1]) / 2
        x = base - 8.0 - names[c].width_pt
        easel.view.text(names[c], x, middle + chart.axis_pt * _CAP_EM, easel.element)
    easel.axis(base, rect.y, base, rect.bottom)


def _shares(easel: _Easel) -> None:
    """Draw one bar as wide as the frame, a segment per series."""
    chart, rect = easel.chart, easel.rect
    whole = sum(s.values[0] for s in chart.series if s.values) or 1.0
    x = rect.x
    for one in chart.series:
        width = one.values[0] / whole * rect.width
        easel.box(Rect(x, rect.y, width, rect.height), one.colour)
        ink = contrast_colour(easel.tokens, one.colour)
        baseline = rect.y + rect.height / 2 + chart.label_pt * _CAP_EM
        easel.centred(easel.label(label_of(one, 0), chart.label_pt, ink), x + width / 2, baseline)
        x += width


def _slopes(easel: _Easel) -> None:
    """Draw lines from a common start; value and name stand at each line's end."""
    chart, rect = easel.chart, easel.rect
    left, top, width, height = _PLOT if len(chart.series) > 1 else _ALONE_PLOT
    plot = Rect(
        rect.x + left * rect.width, rect.y + top * rect.height, width * rect.width,
        height * rect.height,
    )  # fmt: skip
    span = _span(chart, [v for s in chart.series for v in s.values]) * _HEADROOM
    last = len(chart.categories) - 1
    step = plot.width / max(last, 1)
    lines = [
        [
            (plot.x + n * step, plot.bottom - (v - chart.axis_min) / span * plot.height)
            for n, v in enumerate(one.values)
        ]
        for one in chart.series
    ]
    pitch = min(chart.label_pt, chart.axis_pt) * _LABEL_PITCH
    for one, places, y in zip(
        chart.series, lines, apart([places[-1][1] for places in lines], pitch), strict=True
    ):
        _slope(easel, one, places, y)
    easel.axis(plot.x, plot.bottom, plot.right, plot.bottom)
    for n in range(last + 1):
        baseline = plot.bottom + 5.0 + chart.axis_pt
        easel.centred(easel.category(n), plot.x + n * step, baseline)


def apart(heights: Sequence[float], pitch: float) -> list[float]:
    """Return where labels stand that belong at *heights*: no two closer than *pitch*."""
    order = sorted(range(len(heights)), key=lambda n: heights[n])
    placed = list(heights)
    for _ in order:
        for upper, lower in pairwise(order):
            lacking = pitch - (placed[lower] - placed[upper])
            if lacking > 0:
                placed[upper] -= lacking / 2
                placed[lower] += lacking / 2
    return placed


def _slope(
    easel: _Easel, one: Series, places: Sequence[tuple[float, float]], label_y: float
) -> None:
    chart, ink = easel.chart, easel.palette.ink(one.colour)
    trail: list[Segment] = [("M", places[0]), *(("L", place) for place in places[1:])]
    weight = _HIGHLIGHT_PT if one.highlight else _LINE_PT
    easel.view.path(trail, stroke=ink, stroke_pt=weight, round_ends=True, element=easel.element)
    dot = _HIGHLIGHT_DOT_PT if one.highlight else _DOT_PT
    for x, y in places:
        disc = ellipse(Rect(x - dot / 2, y - dot / 2, dot, dot))
        easel.view.path(disc, fill=ink, element=easel.element)
    size = chart.label_pt if one.highlight else min(chart.label_pt, chart.axis_pt)
    if len(chart.series) == 1:
        for n, (x, y) in enumerate(places):
            easel.centred(easel.label(label_of(one, n), size, one.colour), x, y - dot)
        return
    words = f"{label_of(one, len(one.values) - 1)} {one.name}"
    label = easel.label(words, size, one.colour)
    easel.view.text(label, places[-1][0] + dot, label_y + size * _CAP_EM, easel.element)
