"""One metric in its cell: label above, a slope, two columns, two shares or a figure, times below.

Every drawing stands on its axis and grows upwards; marks begin at the left edge of the cell, the
value now stands right of the last one. A cell is as wide as its place in the panel: marks widen
with it, type does not.
"""

from __future__ import annotations

import math

from casepress.brochure.drawing import tones
from casepress.brochure.drawing.ornament import circle
from casepress.brochure.publication.builder import RULE, PageBuilder
from casepress.brochure.publication.context import Book
from casepress.brochure.publication.geometry import Column
from casepress.brochure.text.setting import Lines
from casepress.brochure.text.words import percent
from casepress.case.charting import Form, Plot
from casepress.display import Segment
from casepress.frozen import dataclass
from casepress.typeset.model import Line
from casepress.units import Rect

HIGHEST = 112.0
"""Height of a plot."""
LABEL_RISE, TIME_DROP, TIME_LEAD = 131.0, 12.6, 10.0
OVERHANG = 12.0
"""How far values may reach into the gap right of their cell."""
SPAN_SHARE, LEAST_SPAN, MOST_SPAN = 70 / 139.5, 44.0, 260.0
BAR_SHARE, LEAST_BAR, MOST_BAR = 30 / 139.5, 24.0, 72.0
AXIS_BEYOND = 69.5
"""How far the axis runs on right of the last mark's centre."""
START_DOT, END_DOT, SLOPE = 3.5, 4.5, 1.75
VALUE_SIZES = (24.0, 20.0, 18.0, 15.0, 12.0)
VALUE_LEADING, START_LEADING = 1.3, 14.0
MOST_HANGING, FIGURE_HANGING = 104.0, 52.0
"""What there is room for below the value: in a drawing, and in a cell of figures."""
UNIT_GAP, UNIT_DROP, GROWTH_DROP, WORDS_DROP = 2.6, 12.0, 17.0, 15.0
MOST_LABEL_LINES, MOST_TIME_LINES, MOST_WORD_LINES = 2, 2, 3
BELOW_ZERO, ABOVE_START = 14.0, 12.0
"""Room for a value: under a column below zero, and above a start that is the highest."""
TIME_GAP, WIDEST_TIME = 4.0, 0.45
"""Between both times; share of a cell up to which the bars stand apart for the first."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Points per unit of a metric, and how high above the foot of the plot its zero lies."""

    points: float
    zero: float = 0.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A metric, where it stands, and everything about it that is text."""

    book: Book
    plot: Plot
    column: Column
    form: Form
    labels: Lines
    times: tuple[Lines, Lines]
    second: float
    """Left edge of the second mark (columns) or its centre (slopes), from the cell's edge."""
    start: Lines
    start_unit: Line | None
    """The value before, and its unit where it stands beside it and not in its lines."""
    value: Lines
    value_pt: float
    unit: Lines
    inline: bool
    """Whether the unit stands beside the value instead of below it."""
    below: Lines
    """What the text states of the change."""

    @property
    def bar(self) -> float:
        """Width of a column."""
        return _bar(self.column.width)

    @property
    def last(self) -> float:
        """Where the value now begins, from the cell's edge."""
        return _last(self.form, self.second, self.column.width)

    @property
    def fits(self) -> bool:
        """Whether everything stays in the cell and its lines in their room."""
        beside = _width(self.unit) + UNIT_GAP if self.inline else 0.0
        used = max(_width(self.value) + beside, _width(self.unit))
        words = max(_width(self.below), _width(self.labels))
        return (
            max(self.last + used, words) <= self.column.width + OVERHANG + 0.5
            and max(len(self.value), len(self.unit), len(self.start)) <= 1
            and len(self.labels) <= MOST_LABEL_LINES
            and max(map(len, self.times)) <= MOST_TIME_LINES
            and len(self.below) <= MOST_WORD_LINES
        )

    @property
    def hanging(self) -> float:
        """Height of what stands below the first baseline of the value."""
        unit = 0.0 if self.inline else len(self.unit) * UNIT_DROP
        more = (len(self.value) - 1) * self.value_leading
        stated = GROWTH_DROP + (len(self.below) - 1) * UNIT_DROP if self.below else 0.0
        return more + unit + stated

    @property
    def value_leading(self) -> float:
        """Leading of a value of several lines."""
        return self.value_pt * VALUE_LEADING

    @property
    def rise(self) -> float:
        """How much higher than drawn the label stands, above a figure of many lines."""
        if self.form != "number":
            return max(0.0, self.hanging - MOST_HANGING)
        leading = self.book.setter.leading("label")
        more = (len(self.start) - 1) * START_LEADING
        more += sum(max(0, len(lines) - 1) for lines in self.times) * leading
        return max(0.0, more + self.hanging - FIGURE_HANGING)


def make_cell(book: Book, plot: Plot, column: Column, largest_pt: float = math.inf) -> Cell:
    """Measure a metric for a cell; ``pair`` becomes what the layout draws.

    Args:
        book: the publication.
        plot: the metric and its form.
        column: where it stands.
        largest_pt: of the value now, so that neighbours are set alike.
    """
    setter, metric = book.setter, plot.metric
    form: Form = plot.form
    if form == "pair":
        form = "columns" if book.theme.brochure.chart == "bar" else "slope"
    source = plot.source
    second = _second(book, plot, column.width, form)
    labels = setter.phrases(metric.label, "chart_label", column.width, f"{source}.label")
    times = _times(book, plot, column, form, second)
    room = column.width + OVERHANG - _last(form, second, column.width)
    unit = _unit(book, plot, room)
    beside = _width(unit) + UNIT_GAP if unit else 0.0
    value, size, inline = _value(book, plot, beside, room, largest_pt)
    inline = inline and len(unit) == 1
    below, start = _stated(book, plot, room), _start(book, plot, form, column.width)
    return Cell(
        book, plot, column, form, labels, times, second, *start, value, size, unit, inline, below
    )


def _width(lines: Lines) -> float:
    return max((line.width_pt for line in lines), default=0.0)


def _unit(book: Book, plot: Plot, room: float) -> Lines:
    """Return the unit, in lines where it is a long one."""
    text, source = plot.metric.unit, f"{plot.source}.unit"
    return book.setter.phrases(text, "unit_small", room, source) if text.strip() else ()


def _start(book: Book, plot: Plot, form: Form, width: float) -> tuple[Lines, Line | None]:
    """Return the value before and, in a cell of figures, its unit; in lines if they are long."""
    setter, metric = book.setter, plot.metric
    source = f"{plot.source}.from.value"
    line = setter.line(metric.from_.value, "chart_start", source)
    if form != "number":
        return (line,), None
    unit = (
        setter.line(metric.unit, "unit_small", f"{plot.source}.unit")
        if metric.unit.strip()
        else None
    )
    if line.width_pt + (UNIT_GAP + unit.width_pt if unit else 0.0) <= width:
        return (line,), unit
    words = f"{metric.from_.value}{metric.unit}"
    return setter.phrases(words, "chart_start", width, source), None


def _bar(width: float) -> float:
    return min(max(width * BAR_SHARE, LEAST_BAR), MOST_BAR)


def _last(form: Form, second: float, width: float) -> float:
    if form == "number":
        return 0.0
    return second + (START_DOT + END_DOT + 6 if form == "slope" else _bar(width) + 8)


def _second(book: Book, plot: Plot, width: float, form: Form) -> float:
    if form == "slope":
        return min(max(width * SPAN_SHARE, LEAST_SPAN), MOST_SPAN)
    start = book.setter.width(plot.metric.from_.value, "chart_start")
    when = book.setter.width(plot.metric.from_.when, "label") + TIME_GAP
    apart = max(_bar(width) * 4 / 3, start + 6)
    return max(apart, when) if when <= width * WIDEST_TIME else apart


def _times(
    book: Book, plot: Plot, column: Column, form: Form, second: float
) -> tuple[Lines, Lines]:
    """Both times as lines; in a cell of figures they stand elsewhere."""
    metric = plot.metric
    texts = (metric.from_.when or "原来", metric.to.when or "现在")
    rooms = (second - TIME_GAP, column.width + OVERHANG - second)
    if form == "number":
        rooms = (column.width, column.width)
    first, last = (
        book.setter.phrases(text, "label", room, f"{plot.source}.{key}.when")
        for text, room, key in zip(texts, rooms, ("from", "to"), strict=True)
    )
    return first, last


def _value(
    book: Book, plot: Plot, unit: float, room: float, largest: float
) -> tuple[Lines, float, bool]:
    """The value now in the largest size of the scale; its unit beside it down to 15 pt.

    What even the smallest size doesn't hold goes on over several lines.
    """
    setter, text, source = book.setter, plot.metric.to.value, f"{plot.source}.to.value"
    own = setter.size("chart_numeral")
    steps = [size * own / VALUE_SIZES[0] for size in VALUE_SIZES]
    for beside in (True, False):
        for size in steps[: 4 if beside else 5]:
            if size > largest:
                continue
            line = setter.line(text, "chart_numeral", source, size=size)
            if line.width_pt + (unit if beside else 0.0) <= room:
                return (line,), size, beside
    return setter.phrases(text, "chart_numeral", room, source, size=size), size, False


def _stated(book: Book, plot: Plot, room: float) -> Lines:
    """What the text states: a percentage with its sign, else its words over up to three lines."""
    metric, change = plot.metric, plot.change
    stated = percent(metric.stated)
    source = f"{plot.source}.stated"
    if stated and change.stated is not None:
        sign = "−" if change.stated < 0 else "+"
        mark = "*" if change.agrees is False and plot.values else ""
        return (book.setter.line(f"{sign}{stated}{mark}", "growth", source),)
    return book.setter.phrases(metric.stated, "label", room, source) if metric.stated else ()


def scale_of(plot: Plot, common: float | None) -> Scale:
    """Return the scale of a metric: *common* points per index point, or as high as the plot."""
    if plot.form == "number" or plot.values is None:
        return Scale(0.0)
    if plot.form == "share":
        return Scale(1.0)
    first, last = (float(value) for value in plot.values)
    if common is not None:
        return Scale(common * 100 / first)
    low, high = min(first, last, 0.0), max(first, last, 0.0)
    room = HIGHEST - (BELOW_ZERO if low < 0 else 0.0) - (ABOVE_START if first > last else 0.0)
    points = room / ((high - low) or 1.0)
    return Scale(points, -low * points + (BELOW_ZERO if low < 0 else 0.0))


def paint_cell(page: PageBuilder, cell: Cell, axis: float, scale: Scale, figure: int) -> None:
    """Draw a metric above *axis*; the zero of columns below zero lies above it."""
    x, leading = cell.column.x, cell.book.setter.leading("chart_label")
    y = axis - LABEL_RISE - cell.rise - (len(cell.labels) - 1) * leading
    page.column(cell.labels, x, y, leading, figure)
    if cell.form == "number":
        _number(page, cell, axis, figure)
        return
    zero = axis - scale.zero
    first, last = (float(v) for v in cell.plot.values or (0, 0))
    tops = (zero - first * scale.points, zero - last * scale.points)
    right = cell.second + (START_DOT if cell.form == "slope" else cell.bar)
    page.rule(x, zero, x + min(cell.column.width, right + AXIS_BEYOND), "grey", RULE, figure)
    if cell.form == "slope":
        _slope(page, cell, tops, zero, figure)
    elif cell.form == "share":
        _shares(page, cell, tops, zero, figure)
    else:
        _columns(page, cell, tops, zero, figure)
    drop = 8.5 if cell.form == "slope" else 17.0
    _end(page, cell, min(tops[1] + drop, axis - 4 - cell.hanging), figure)
    for lines, at in zip(cell.times, (0.0, cell.second), strict=True):
        page.column(lines, x + at, axis + TIME_DROP, TIME_LEAD, figure)


def _slope(
    page: PageBuilder, cell: Cell, tops: tuple[float, float], axis: float, figure: int
) -> None:
    x, (start, end) = cell.column.x, tops
    left, right = x + START_DOT, x + START_DOT + cell.second
    for at, top in ((left, start), (right, end)):
        page.stem(at, top, axis, "rule", RULE, figure)
    line = (("M", (left, start)), ("L", (right, end)))
    page.path(line, stroke="brand", stroke_pt=SLOPE, element=figure)
    dot = circle(left, start, START_DOT)
    page.path(dot, fill="panel", stroke="brand", stroke_pt=1.5, element=figure)
    page.path(circle(right, end, END_DOT), fill="brand", element=figure)
    falls = end > start + 2
    y = start - 8 if falls else min(start + 16, axis - 3.5)
    page.text(cell.start[0], left + 6.5, y, figure)


def _columns(
    page: PageBuilder, cell: Cell, tops: tuple[float, float], zero: float, figure: int
) -> None:
    """Two columns on the zero line; what is too small for a column is a line on it."""
    x, bar = cell.column.x, cell.bar
    for at, top, before in ((x, tops[0], True), (x + cell.second, tops[1], False)):
        high, low = min(top, zero), max(top, zero)
        rect = Rect(at, high, bar, max(low - high, 0.75))
        tones.bar(page, cell.book, rect, figure, before=before)
    below = tops[0] > zero
    page.text(cell.start[0], x, tops[0] + 12 if below else tops[0] - 5, figure)


def _shares(
    page: PageBuilder, cell: Cell, tops: tuple[float, float], axis: float, figure: int
) -> None:
    """Two columns of a hundred points, one for each percent, filled from below."""
    x, bar = cell.column.x, cell.bar
    for at, top, before in ((x, tops[0], True), (x + cell.second, tops[1], False)):
        page.box(Rect(at, axis - 100, bar, 100), "paper", element=figure)
        tones.bar(page, cell.book, Rect(at, top, bar, axis - top), figure, before=before)
        edge = box_path(at + 0.25, axis - 99.75, bar - 0.5, 99.75)
        page.path(edge, stroke="grey", stroke_pt=RULE, element=figure)
    page.text(cell.start[0], x, axis - 105, figure)


def box_path(x: float, y: float, width: float, height: float) -> tuple[Segment, ...]:
    """Return the outline of a rectangle."""
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    return (("M", corners[0]), *(("L", corner) for corner in corners[1:]), ("Z", ()))


def _number(page: PageBuilder, cell: Cell, axis: float, figure: int) -> None:
    """The value now large, the one before above it, each with its time."""
    x, leading = cell.column.x, cell.book.setter.leading("label")
    y = axis - 100 - cell.rise
    page.column(cell.times[0], x, y, leading, figure)
    y += (len(cell.times[0]) - 1) * leading + 15
    page.column(cell.start, x, y, START_LEADING, figure)
    if cell.start_unit:
        page.text(cell.start_unit, x + _width(cell.start) + UNIT_GAP, y, figure)
    y += (len(cell.start) - 1) * START_LEADING
    page.rule(x, y + 8, x + cell.column.width, "grey", RULE, figure)
    y += 20
    page.column(cell.times[1], x, y, leading, figure)
    y += (len(cell.times[1]) - 1) * leading + 2 + cell.value_pt
    _end(page, cell, y, figure)


def _end(page: PageBuilder, cell: Cell, y: float, figure: int) -> None:
    """The value now, its unit, and below them what the text states."""
    x = cell.column.x + cell.last
    y = page.column(cell.value, x, y, cell.value_leading, figure) - cell.value_leading
    if cell.inline:
        page.column(cell.unit, x + _width(cell.value) + UNIT_GAP, y, UNIT_DROP, figure)
    else:
        y = page.column(cell.unit, x, y + UNIT_DROP, UNIT_DROP, figure) - UNIT_DROP
    leading = cell.book.setter.leading("label")
    drop = GROWTH_DROP if len(cell.below) == 1 else WORDS_DROP
    page.column(cell.below, x, y + drop, leading, figure)
