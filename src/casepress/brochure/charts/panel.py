"""Before and after: the metrics as small multiples in a panel, every axis from zero.

Which chart a metric gets is the case's rule (:mod:`casepress.case.charting`). Metrics of like
growth share one index scale on which every start is 100, so that slopes can be compared; where one
would dwarf the others each has its own. What the text states is printed; where it does not follow
from the two values it gets an asterisk and a note.
"""

from __future__ import annotations

from collections.abc import Sequence

from casepress.brochure.charts.cells import HIGHEST, make_cell, paint_cell, scale_of
from casepress.brochure.charts.zone import TITLE_GAP, WIDEST_LABEL, Part
from casepress.brochure.drawing import tones
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.publication.context import Book
from casepress.brochure.publication.geometry import Column
from casepress.brochure.text.setting import Lines
from casepress.brochure.text.words import chinese
from casepress.case.charting import DRAWN, Plot, common_scale, plots
from casepress.case.facts import percent_words
from casepress.case.model import Metric
from casepress.frozen import dataclass
from casepress.units import Rect

PANEL_PAD = 14.0
COLUMN_GAP = 24.0
ACROSS = {1: 1, 2: 2, 4: 2}
"""Charts in a row by their number; three where nothing is said."""
MOST_ACROSS = 3
HEAD, CELL, FOOT = 42.0, 131.0, 43.0
"""Heights: title to the label of the first charts, label to axis, axis to the foot of the panel."""
MORE = 180.0
"""From one row of charts to the next."""
SCALE = 62.0
"""Height of a start on the common scale."""
EXTRA_LINE = 12.0
LEAST_ALIKE = 18.0
"""Size down to which all values of a panel are set alike."""
CONTINUED = "（续）"
UNTITLED = "指标变化"
"""Title of a panel without one: a number of a figure alone says nothing."""


def chart_part(book: Book, metrics: Sequence[Metric], title: str) -> Part:
    """Return the panel with all metrics; it goes on to the next page between rows of charts."""
    found = plots(metrics)
    common = _common(found)
    return _part(book, _rows(book, found), title, common, first=True)


def _rows(book: Book, found: Sequence[Plot]) -> list[list[Plot]]:
    """Share the metrics out in rows, as many in each as keep words and values in their cells."""
    across = ACROSS.get(len(found), MOST_ACROSS)
    while across > 1 and not all(
        make_cell(book, plot, Column(0.0, _width(book, across))).fits for plot in found
    ):
        across -= 1
    return [list(found[n : n + across]) for n in range(0, len(found), across)]


def _width(book: Book, across: int) -> float:
    return (book.grid.full_width - (across - 1) * COLUMN_GAP) / across


def _common(found: Sequence[Plot]) -> float | None:
    """Points per index point, the same for all; ``None``: each metric has its own scale."""
    if not common_scale(found):
        return None
    drawn = [plot for plot in found if plot.form in DRAWN]
    growths = [float(plot.growth) for plot in drawn if plot.growth is not None]
    return min(SCALE / 100, HIGHEST / max([100.0, *growths]))


@dataclass(frozen=True, slots=True)
class _Measures:
    """What must be known of all charts of a panel before any of them is drawn."""

    foot: Lines
    head: float
    """Height from the title to the label of the first charts."""
    above: float
    below: float
    """Further height above and below the drawing, for words of more lines than a cell holds."""
    largest: float
    rows: int

    @property
    def pitch(self) -> float:
        """From the axis of one row of charts to that of the next."""
        return MORE + self.above + self.below


def _measure(
    book: Book, rows: Sequence[Sequence[Plot]], title: Lines, common: float | None
) -> _Measures:
    """Set the notes and all words of the charts."""
    found = [plot for row in rows for plot in row]
    words = "\u3000".join(notes(found, common is not None))
    foot = book.setter.ragged(words, "footnote", book.grid.full_width) if words else ()
    width = _width(book, max(len(row) for row in rows))
    largest = _alike(book, found, width)
    above, below = _extra(book, found, width, largest)
    head = HEAD + max(0, len(title) - 1) * book.setter.leading("chart_title")
    more = max(0, len(foot) - 1) * book.setter.leading("footnote")
    pitch = MORE + above + below
    height = head + above + CELL + (len(rows) - 1) * pitch + below + FOOT + more
    return _Measures(foot, head, above, below, largest, book.grid.rows_for(height))


def _part(
    book: Book, rows: Sequence[Sequence[Plot]], title: str, common: float | None, *, first: bool
) -> Part:
    """Return the panel of these rows of charts.

    One that is longer than a page even without long labels and notes is split before it is drawn:
    it isn't measured, or every page of a long panel would measure all that follows it.
    """
    least = _least_rows(book, len(rows))
    titles = _title(book, title, first)
    measures = None if least > book.grid.rows else _measure(book, rows, titles, common)
    count = measures.rows if measures else least

    def paint(page: PageBuilder, row: int, parent: int, opens: bool) -> None:
        found = [plot for row in rows for plot in row]
        known = measures or _measure(book, rows, titles, common)
        across = max(len(row) for row in rows)
        width = _width(book, across)
        caption = page.tree.add("Caption", parent, source="results.chart_title")
        rect = _panel(page, book, row, count)
        _paint_title(page, book, titles, first, page.grid.baseline(row), caption)
        figure = page.tree.figure(
            _alt(title, found), rect, page.number - 1, parent, source="results.metrics"
        )
        top = page.grid.row(row) + known.head + known.above + CELL
        for k, plot in enumerate(found):
            x = page.frame.full.x + (k % across) * (width + COLUMN_GAP)
            cell = make_cell(book, plot, Column(x, width), known.largest)
            axis = top + (k // across) * known.pitch
            paint_cell(page, cell, axis, scale_of(plot, common), figure)
        _foot(page, book, known.foot, row + count - 1, parent)

    def split(room: int) -> tuple[Part, Part] | None:
        most = len(rows) - 1
        while most > 1 and _least_rows(book, most) > room:
            most -= 1
        for count in range(most, 0, -1):
            head = _part(book, rows[:count], title, common, first=first)
            if head.rows <= room:
                return head, _part(book, rows[count:], title, common, first=False)
        return None

    return Part(count, paint, hung=True, ruled=False, split=split)


def _least_rows(book: Book, rows: int) -> int:
    """Rows of the page that so many rows of charts take with short labels and no notes."""
    return book.grid.rows_for(HEAD + CELL + (rows - 1) * MORE + FOOT)


def _extra(book: Book, found: Sequence[Plot], width: float, largest: float) -> tuple[float, float]:
    """Further height for words above the drawing, and for times below it."""
    cells = [make_cell(book, plot, Column(0.0, width), largest) for plot in found]
    labels = max(len(cell.labels) for cell in cells)
    times = max([len(lines) for cell in cells if cell.form != "number" for lines in cell.times],
                default=0)  # fmt: skip
    rise = max(cell.rise for cell in cells)
    return rise + max(0, labels - 2) * EXTRA_LINE, max(0, times - 2) * EXTRA_LINE


def _alike(book: Book, found: Sequence[Plot], width: float) -> float:
    """Size of the values now: that of the longest, for neighbours of two sizes look weighted.

    One that must be smaller than 18 pt is left to be so alone.
    """
    sizes = (make_cell(book, plot, Column(0.0, width)).value_pt for plot in found)
    return max(min(sizes), LEAST_ALIKE * book.setter.scale.display)


def _panel(page: PageBuilder, book: Book, row: int, rows: int) -> Rect:
    """Paint the tinted ground and return where it is."""
    grid = page.grid
    outside = page.frame.full.widened(PANEL_PAD)
    rect = Rect(outside.x, grid.row(row) - 4, outside.width, rows * grid.leading + 8)
    tones.panel(page, book, rect)
    return rect


def _title(book: Book, title: str, first: bool) -> Lines:
    """Set the title beside the widest number a figure may have."""
    label = WIDEST_LABEL if first else WIDEST_LABEL + CONTINUED
    room = book.grid.full_width - book.setter.width(label, "figure_label") - TITLE_GAP
    words = title or (UNTITLED if first else "")
    return book.setter.phrases(words, "chart_title", room, "results.chart_title")


def _paint_title(
    page: PageBuilder, book: Book, title: Lines, first: bool, y: float, caption: int
) -> None:
    label = book.next_figure() if first else f"图 {book.figures}{CONTINUED}"
    line = book.setter.line(label, "figure_label")
    x = page.frame.full.x
    page.text(line, x, y, caption)
    page.column(
        title, x + line.width_pt + TITLE_GAP, y, book.setter.leading("chart_title"), caption
    )


def _foot(page: PageBuilder, book: Book, foot: Lines, row: int, parent: int) -> None:
    if not foot:
        return
    leading = book.setter.leading("footnote")
    last = page.grid.baseline(row)
    element = page.tree.add("P", parent)
    page.column(foot, page.frame.full.x, last - (len(foot) - 1) * leading, leading, element)


def notes(found: Sequence[Plot], common: bool = True) -> list[str]:
    """Return what the reader must know: the scale, and where the text's figures do not follow."""
    drawn = [plot for plot in found if plot.form in DRAWN]
    words = []
    if len(drawn) > 1 and common:
        words.append(f"{chinese(len(drawn))}图纵轴均自零起，以起点为100按同一比例绘制。")
    elif len(drawn) > 1:
        words.append("各图纵轴均自零起，各按自身比例绘制，图与图的高低不可相比。")
    elif drawn:
        words.append("纵轴自零起，以起点为100绘制。" if common else "纵轴自零起。")
    if any(plot.form == "share" for plot in found):
        words.append("百分比图以满格为100%。")
    for plot in found:
        metric, change = plot.metric, plot.change
        if change.agrees is False and change.computed is not None:
            values = f"{metric.from_.value}{metric.unit}、{metric.to.value}{metric.unit}"
            words.append(
                f"* 编者注：原文作“{metric.stated}”；按{values}计算为"
                f"{percent_words(abs(change.computed))}%。"
            )
    return list(dict.fromkeys(words))


def _alt(title: str, found: Sequence[Plot]) -> str:
    parts = []
    for plot in found:
        metric = plot.metric
        text = (
            f"{metric.label}：{metric.from_.when or '原来'}{metric.from_.value}{metric.unit}，"
            f"{metric.to.when or '现在'}{metric.to.value}{metric.unit}"
        )
        parts.append(text + (f"，{metric.stated}" if metric.stated else ""))
    return f"{title or '前后对比'}。" + "；".join(parts) + "。"
