"""The data zone of a result: shares as a hundred dots, increases as two bars, years as a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casepress.brochure.charts.pairs import pair_parts
from casepress.brochure.charts.zone import Part, Titled, title_rows, zone_title
from casepress.brochure.column.side import numeral, paint_numeral, spoken_figure
from casepress.brochure.drawing import tones
from casepress.brochure.drawing.ornament import circle
from casepress.brochure.publication.builder import RULE, PageBuilder
from casepress.brochure.publication.context import Book
from casepress.brochure.publication.geometry import Column
from casepress.brochure.text.setting import Lines, Numeral
from casepress.brochure.text.words import number, unit_words
from casepress.case.model import KeyFigure, ResultItem
from casepress.display import Segment
from casepress.frozen import dataclass
from casepress.units import Rect

ACROSS, COLUMN_GAP = 3, 24.0
FIGURE_ROWS, YEARS_ROWS = 15, 4
DOT, PITCH, SHORT_PITCH = 4.4, 12.6, 9.2
AXIS_ROW = 12
LEAST_COLUMN = 84.0
BAR, BAR_GAP, BAR_SCALE, BAR_HIGHEST, BAR_AXIS = 44.0, 14.0, 70.5, 123.4, 129.0
TIME_DROP = 14.5
STATION, STATION_PITCH, STATION_MOST = 9.0, 42.0, 10
NOTE_X, LEAST_STATION_PITCH = 327.0, 20.0
LABEL_LINES = 2
"""Lines of words between a numeral and the drawing below it."""


def drawable(figure: KeyFigure) -> bool:
    """Whether a figure can be drawn as what it says it is."""
    value = number(figure.value)
    if value is None:
        return False
    if figure.kind == "share":
        return 0 <= value <= 100
    if figure.kind == "increase":
        return value > 0
    return figure.kind == "years" and 1 < value <= STATION_MOST


def zone_parts(book: Book, item: ResultItem, source: str) -> list[Part]:
    """Return the parts of a result's zone in order: charts, years, pairs; () without a zone."""
    figures = [
        (figure, f"{source}.key_figures[{k}]")
        for k, figure in enumerate(item.key_figures)
        if drawable(figure)
    ]
    charts = [pair for pair in figures if pair[0].kind != "years"]
    years = [pair for pair in figures if pair[0].kind == "years"]
    parts: list[Part] = []
    titled: Titled = (item.chart_title, f"{source}.chart_title")
    if not item.chart_title:
        titled = (item.title, f"{source}.title")
    across = _across(book, len(charts))
    for start in range(0, len(charts), across):
        parts.append(
            _charts(book, charts[start : start + across], across, titled if not parts else None)
        )
    for figure, where in years:
        parts.append(_years(book, figure, where, titled if not parts else None))
    return parts + pair_parts(book, item.pairs, source, None if parts else titled)


# -- shares and increases ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands above a drawing: the figure as a numeral, what of it is words, its caption."""

    number: Numeral | None
    words: Lines
    labels: Lines


def _head(book: Book, figure: KeyFigure, source: str, width: float) -> _Head:
    """Set a figure large; of one wider than its column what follows the numeral goes below it.

    A numeral that no column holds even so stands as words.
    """
    setter = book.setter
    labels = setter.phrases(figure.caption, "chart_label", width, f"{source}.caption")
    for kept in (("unit", "after"), ("unit",), ()):
        rest = {name: getattr(figure, name) for name in ("unit", "after") if name not in kept}
        short = figure.model_copy(update=dict.fromkeys(rest, "")) if rest else figure
        number_line = numeral(setter, short, "hero_numeral", "unit_hero", source)
        if number_line.width <= width:
            words = unit_words(rest.get("unit", ""), rest.get("after", ""))
            lines = setter.phrases(words, "chart_title", width, f"{source}.unit")
            return _Head(number_line, lines, labels)
    whole = setter.phrases(spoken_figure(figure), "chart_title", width, f"{source}.value")
    return _Head(None, whole, labels)


def _charts(
    book: Book,
    figures: Sequence[tuple[KeyFigure, str]],
    across: int,
    titled: Titled | None,
) -> Part:
    gap = _gap(across)
    width = (book.grid.full_width - (across - 1) * gap) / across
    heads = [_head(book, figure, source, width) for figure, source in figures]
    lead = title_rows(book, titled)
    more = max(_more_rows(book, head) for head in heads) - _saved_rows(book, width)

    def paint(page: PageBuilder, row: int, parent: int, opens: bool) -> None:
        zone_title(page, book, titled, row + 1, parent)
        full = page.frame.full
        for k, ((figure, source), head) in enumerate(zip(figures, heads, strict=True)):
            column = Column(full.x + k * (width + gap), width)
            at = row + lead, AXIS_ROW + more
            _chart(page, book, figure, source, column, at, head, k == 0, parent)

    return Part(FIGURE_ROWS + more + lead, paint)


def _more_rows(book: Book, head: _Head) -> int:
    """Return the rows by which long words push a drawing down."""
    setter = book.setter
    free = 0 if head.number else 1
    over = max(0, len(head.words) - free) * setter.leading("chart_title")
    over += max(0, len(head.labels) - LABEL_LINES) * setter.leading("chart_label")
    return book.grid.rows_for(over) if over else 0


def _gap(across: int) -> float:
    return COLUMN_GAP if across <= ACROSS else 18.0


def _across(book: Book, count: int) -> int:
    """Return how many charts stand in a row: three, or all of four, as columns allow."""
    most = 4 if count == 4 else ACROSS
    full = book.grid.full_width
    while most > 2 and (full - (most - 1) * _gap(most)) / most < LEAST_COLUMN:
        most -= 1 if count != 4 else 2
    return most


def _pitch(book: Book, width: float) -> float:
    """Return the pitch of the dots in a column, smaller on a page of few rows."""
    return min(SHORT_PITCH if book.grid.short else PITCH, (width - 4) / 10)


def _saved_rows(book: Book, width: float) -> int:
    """Return the rows that smaller dots save."""
    return int(10 * (PITCH - _pitch(book, width)) // book.grid.leading)


def _chart(
    page: PageBuilder,
    book: Book,
    figure: KeyFigure,
    source: str,
    column: Column,
    place: tuple[int, int],
    head: _Head,
    first: bool,
    parent: int,
) -> None:
    grid, setter = page.grid, book.setter
    row, axis_row = place
    value = number(figure.value) or 0.0
    axis = grid.row(row + axis_row) + 15.0
    pitch = _pitch(book, column.width)
    rect = Rect(column.x, grid.row(row + 2), column.width, axis + 18 - grid.row(row + 2))
    words = f"{figure.before}{figure.value}{unit_words(figure.unit, figure.after)}"
    element = page.tree.figure(
        f"{figure.caption}：{words}", rect, page.number - 1, parent, source=source
    )
    words_row = row + (4 if head.number else 3)
    if head.number:
        paint_numeral(page, head.number, column.x, grid.baseline(row + 3), element)
    pitch_of = setter.leading("chart_title")
    below = page.column(head.words, column.x, grid.baseline(words_row), pitch_of, element)
    below = max(below, grid.baseline(row + 4))
    page.column(head.labels, column.x, below, setter.leading("chart_label"), element)
    note = axis + TIME_DROP
    if figure.kind == "share":
        _dots(page, book, column.x, axis, value, pitch, element)
        text = "每点为1%" if first else ""
    else:
        _increase(page, book, figure, column, axis, pitch / PITCH, element)
        text = ""
    if text:
        page.text(setter.line(text, "label"), column.x, note, element)


def _dots(
    page: PageBuilder,
    book: Book,
    x: float,
    bottom: float,
    value: float,
    pitch: float,
    element: int,
) -> None:
    """Ten rows of ten, filled from the bottom row, left to right."""
    full: list[Segment] = []
    empty: list[tuple[float, float]] = []
    radius = DOT * pitch / PITCH
    for k in range(100):
        cx = x + radius + (k % 10) * pitch
        cy = bottom - radius - (k // 10) * pitch
        if k < int(value):
            full += circle(cx, cy, radius)
        else:
            empty.append((cx, cy))
    tones.empty_dots(page, book, empty, radius, element)
    if full:
        page.path(full, fill="brand", element=element)


def _increase(
    page: PageBuilder,
    book: Book,
    figure: KeyFigure,
    column: Column,
    axis: float,
    shrink: float,
    element: int,
) -> None:
    """Two bars, 100 and what it became; never dots, for it is no share of a whole.

    *shrink* is what dots beside them shrink by, so that all charts stay equally high.
    """
    x, value = column.x, number(figure.value) or 0.0
    scale = shrink * min(BAR_SCALE / 100, BAR_HIGHEST / (100 + value))
    bar = BAR * min(1.0, column.width / BAR_AXIS)
    second = x + bar + max(BAR_GAP, book.setter.width("原来 = 100", "label") + 5 - bar)
    tones.before_bar(page, book, Rect(x, axis - 100 * scale, bar, 100 * scale), element)
    height = (100 + value) * scale
    page.box(Rect(second, axis - height, bar, height), "brand", element=element)
    page.rule(x, axis, x + min(BAR_AXIS, column.width), "ink", RULE, element)
    y = axis + TIME_DROP
    page.text(book.setter.line("原来 = 100", "label"), x, y, element)
    now = book.setter.line(f"{100 + value:g}{figure.after}", "label")
    if second + now.width_pt > column.right + COLUMN_GAP / 2:
        now = book.setter.line(f"{100 + value:g}", "label")
    page.text(now, second, y, element)


# -- years ---------------------------------------------------------------------------------


def _years(book: Book, figure: KeyFigure, source: str, titled: Titled | None) -> Part:
    lead = title_rows(book, titled) + 1 if titled else 0

    def paint(page: PageBuilder, row: int, parent: int, opens: bool) -> None:
        zone_title(page, book, titled, row + 1, parent)
        _line_of_years(page, book, figure, source, row + lead, parent)

    return Part(YEARS_ROWS + lead, paint)


def _line_of_years(
    page: PageBuilder, book: Book, figure: KeyFigure, source: str, row: int, parent: int
) -> None:
    grid, setter, full = page.grid, book.setter, page.frame.full
    count = int(number(figure.value) or 0)
    words = f"{figure.before}{figure.value}{unit_words(figure.unit, figure.after)}"
    note, quoted = split_quote(figure.note)
    rect = Rect(full.x, grid.row(row + 1), full.width, grid.row(row + 3.4) - grid.row(row + 1))
    alt = f"{figure.caption}：{words}{figure.note}"
    element = page.tree.figure(alt, rect, page.number - 1, parent, source=source)
    y = grid.baseline(row + 1) + 3
    page.text(setter.line(figure.caption, "chart_label", f"{source}.caption"), full.x, y, element)
    centre = grid.row(row + 3) - 1
    label = setter.line(words + note, "label", f"{source}.note")
    word = setter.line(quoted, "pair_value", f"{source}.note", ink="brand") if quoted else None
    wide = max(label.width_pt, word.width_pt if word else 0.0)
    least = 3 * STATION + (count - 1) * LEAST_STATION_PITCH
    beside = max(least, min(NOTE_X, full.width - wide))
    pitch = min(STATION_PITCH, (beside - 3 * STATION) / max(1, count - 1))
    left = full.x + STATION
    page.rule(left, centre, left + (count - 1) * pitch, "brand", 1.0, element)
    for k in range(count):
        x = left + k * pitch
        tones.station(page, book, x, centre, STATION, element)
        digit = setter.line(str(k + 1), "station")
        page.text(digit, x - digit.width_pt / 2, centre + 3.2, element)
    at = full.x + beside
    page.text(label, at, y if word else centre + 3, element)
    if word:
        page.text(word, at, centre + 8.5, element)


def split_quote(text: str) -> tuple[str, str]:
    """Return a note and the quoted word in it: 达到“很满意”水平 gives 达到…, “很满意”."""
    match = re.search(r"“[^“”]+”", text)
    if not match:
        return text, ""
    return text[: match.start()].strip(), match.group()
