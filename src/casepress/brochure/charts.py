"""Before and after: the metrics as small multiples on one index scale, zero-based.

``slope`` draws a line from an open dot to a solid one, ``bar`` two bars. The start of every metric
is 100 and stands equally high in all of them, so that the slopes can be compared. What the text
states is printed; where it does not follow from the two values it gets an asterisk and a note.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casepress.brochure.builder import RULE, PageBuilder
from casepress.brochure.context import Book
from casepress.brochure.geometry import Column
from casepress.brochure.ornament import circle
from casepress.brochure.setting import Lines
from casepress.brochure.words import chinese, falls, number, percent
from casepress.brochure.zone import Part
from casepress.case.model import Metric
from casepress.units import Rect

PANEL_PAD = 14.0
ACROSS, COLUMN_GAP = 3, 24.0
ROWS, MORE_ROWS = 12, 10
AXIS_DROP = 173.0
"""From the top of the panel's first row to the axis of its first charts."""
LABEL_RISE, TIME_DROP = 131.0, 12.6
SCALE, HIGHEST = 62.0, 112.0
SPAN = 70.0
AXIS = 139.5
BAR, BAR_GAP = 30.0, 10.0


@dataclass(frozen=True, slots=True)
class Change:
    """A metric read as numbers: index of its end (start = 100), and what may be printed of it."""

    metric: Metric
    index: float | None
    stated: str
    computed: float | None
    differs: bool


def read_change(metric: Metric) -> Change:
    """Read a metric; ``index`` is None where its values are no numbers or start at zero."""
    start, end = number(metric.from_.value), number(metric.to.value)
    stated = percent(metric.stated) or ""
    if start is None or end is None or start <= 0 or end < 0:
        return Change(metric, None, stated, None, False)
    computed = (end - start) / start * 100
    differs = False
    if stated:
        digits = len(stated.rstrip("%").partition(".")[2])
        differs = abs(abs(computed) - float(stated[:-1])) > 0.6 * 10**-digits
        stated = ("−" if falls(metric.stated) else "+") + stated
    return Change(metric, end / start * 100, stated, computed, differs)


def chart_part(book: Book, metrics: Sequence[Metric], title: str) -> Part:
    """Return the panel with all metrics, three to a row."""
    changes = [read_change(metric) for metric in metrics]
    lines = -(-len(changes) // ACROSS)
    words = "\u3000".join(notes(changes))
    foot = book.setter.ragged(words, "footnote", book.grid.full_width)
    more = book.grid.rows_for((len(foot) - 1) * book.setter.leading("footnote"))
    rows = ROWS + (lines - 1) * MORE_ROWS + more

    def paint(page: PageBuilder, row: int, parent: int, opens: bool) -> None:
        _panel(page, book, changes, title, (row, rows), foot, parent)

    return Part(rows, paint, hung=True, ruled=False)


def _panel(
    page: PageBuilder,
    book: Book,
    changes: Sequence[Change],
    title: str,
    place: tuple[int, int],
    foot: Lines,
    parent: int,
) -> None:
    row, rows = place
    grid, full = page.grid, page.frame.full
    outside = full.widened(PANEL_PAD)
    rect = Rect(outside.x, grid.row(row) - 4, outside.width, rows * grid.leading + 8)
    page.box(rect, "panel")
    label = book.next_figure()
    _title(page, book, label, title, grid.baseline(row), parent)
    figure = page.tree.figure(
        _alt(title, changes), rect, page.number - 1, parent, source="results.metrics"
    )
    width = (full.width - (ACROSS - 1) * COLUMN_GAP) / ACROSS
    scale = _scale(changes)
    for k, change in enumerate(changes):
        x = full.x + (k % ACROSS) * (width + COLUMN_GAP)
        axis = grid.row(row) + AXIS_DROP + (k // ACROSS) * MORE_ROWS * grid.leading
        _chart(page, book, change, Column(x, width), axis, scale, figure)
    leading = book.setter.leading("footnote")
    element = page.tree.add("P", parent)
    last = grid.baseline(row + rows - 1)
    page.column(foot, full.x, last - (len(foot) - 1) * leading, leading, element)


def _title(page: PageBuilder, book: Book, label: str, title: str, y: float, parent: int) -> None:
    caption = page.tree.add("Caption", parent, source="results.chart_title")
    line = book.setter.line(label, "figure_label")
    x = page.frame.full.x
    page.text(line, x, y, caption)
    if title:
        words = book.setter.line(title, "chart_title", "results.chart_title")
        page.text(words, x + line.width_pt + 8, y, caption)


def _scale(changes: Sequence[Change]) -> float:
    """Points per index point, the same for all."""
    highest = max([change.index or 0.0 for change in changes] + [100.0])
    return min(SCALE / 100, HIGHEST / highest)


def _chart(
    page: PageBuilder,
    book: Book,
    change: Change,
    column: Column,
    axis: float,
    scale: float,
    figure: int,
) -> None:
    setter, metric = book.setter, change.metric
    x = column.x
    label = setter.line(metric.label, "chart_label", "results.metrics")
    page.text(label, x, axis - LABEL_RISE, figure)
    bars = book.theme.brochure.chart == "bar"
    page.rule(x, axis, x + min(AXIS, column.width), "grey", RULE, figure)
    index = change.index if change.index is not None else 100.0
    start, end = axis - 100 * scale, axis - index * scale
    if change.index is None:
        last = x + SPAN + 3.5
        _start_value(page, book, metric, x, axis - 8, figure)
    elif bars:
        last = _bars(page, book, metric, x, (start, end, axis), figure)
    else:
        last = _slope(page, book, metric, x, (start, end, axis), figure)
    _end_value(page, book, change, last, end, column, figure)
    when = x + BAR + BAR_GAP if bars else x + SPAN
    times = ((metric.from_.when or "原来", x), (metric.to.when or "现在", when))
    for text, at in times:
        line = setter.line(text, "label", "results.metrics")
        page.text(line, at, axis + TIME_DROP, figure)


def _slope(
    page: PageBuilder,
    book: Book,
    metric: Metric,
    x: float,
    heights: tuple[float, float, float],
    figure: int,
) -> float:
    start, end, axis = heights
    left, right = x + 3.5, x + 3.5 + SPAN
    for at, top in ((left, start), (right, end)):
        page.stem(at, top, axis, "rule", RULE, figure)
    page.path(
        (("M", (left, start)), ("L", (right, end))), stroke="brand", stroke_pt=1.75, element=figure
    )
    page.path(circle(left, start, 3.5), fill="panel", stroke="brand", stroke_pt=1.5, element=figure)
    page.path(circle(right, end, 4.5), fill="brand", element=figure)
    falling = end > start + 2
    _start_value(page, book, metric, left + 6.5, start - 8 if falling else start + 16, figure)
    return right + 10.5


def _bars(
    page: PageBuilder,
    book: Book,
    metric: Metric,
    x: float,
    heights: tuple[float, float, float],
    figure: int,
) -> float:
    start, end, axis = heights
    page.box(Rect(x, start, BAR, axis - start), "goldD", element=figure)
    page.box(Rect(x + BAR + BAR_GAP, end, BAR, axis - end), "brand", element=figure)
    _start_value(page, book, metric, x, start - 5, figure)
    return x + 2 * BAR + BAR_GAP + 8


def _start_value(
    page: PageBuilder, book: Book, metric: Metric, x: float, y: float, figure: int
) -> None:
    line = book.setter.line(metric.from_.value, "chart_start", "results.metrics")
    page.text(line, x, y, figure)


def _end_value(
    page: PageBuilder,
    book: Book,
    change: Change,
    x: float,
    y: float,
    column: Column,
    figure: int,
) -> None:
    """Paint the end value right of its mark, the stated growth under it."""
    setter, metric = book.setter, change.metric
    bars = book.theme.brochure.chart == "bar"
    y = y + 17 if bars else y + 8.5
    room = column.right + COLUMN_GAP - 6 - x
    unit = setter.line(metric.unit, "unit_small", "results.metrics") if metric.unit else None
    after = 2.6 + unit.width_pt if unit else 0.0
    line = setter.line(metric.to.value, "chart_numeral", "results.metrics")
    if line.width_pt + after > room:
        size = max(12.0, setter.size("chart_numeral") * (room - after) / line.width_pt)
        line = setter.line(metric.to.value, "chart_numeral", "results.metrics", size=size)
    page.text(line, x, y, figure)
    if unit:
        page.text(unit, x + line.width_pt + 2.6, y, figure)
    if change.stated:
        text = change.stated + ("*" if change.differs else "")
        page.text(setter.line(text, "growth", "results.metrics"), x, y + 17, figure)
    elif metric.stated:
        words = setter.line(metric.stated, "label", "results.metrics")
        if words.width_pt <= room:
            page.text(words, x, y + 15, figure)


def notes(changes: Sequence[Change]) -> list[str]:
    """Return what the reader must know: the scale, and where the text's figures do not follow."""
    drawn = [change for change in changes if change.index is not None]
    found = []
    if len(drawn) > 1:
        found.append(f"{chinese(len(drawn))}图纵轴均自零起，以起点为100按同一比例绘制。")
    elif drawn:
        found.append("纵轴自零起，以起点为100绘制。")
    for change in changes:
        if change.differs and change.computed is not None:
            metric = change.metric
            values = f"{metric.from_.value}{metric.unit}、{metric.to.value}{metric.unit}"
            found.append(
                f"* 编者注：原文作“{metric.stated}”；按{values}计算为{abs(change.computed):.1f}%。"
            )
    return list(dict.fromkeys(found))


def _alt(title: str, changes: Sequence[Change]) -> str:
    parts = []
    for change in changes:
        metric = change.metric
        text = (
            f"{metric.label}：{metric.from_.when or '原来'}{metric.from_.value}{metric.unit}，"
            f"{metric.to.when or '现在'}{metric.to.value}{metric.unit}"
        )
        parts.append(text + (f"，{metric.stated}" if metric.stated else ""))
    return f"{title or '前后对比'}。" + "；".join(parts) + "。"
