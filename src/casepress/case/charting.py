"""Which chart a metric gets: one rule for pages and slides, so that the two products agree.

======== ===========================================================================================
pair     before and after as the layout draws them: slopes or columns (brochure), columns (deck)
columns  before and after as two columns
slope    before and after as a line
share    two columns of a hundred percent each, filled as far as the share goes
number   the value now large, the one before beside it: nothing is drawn
======== ===========================================================================================

Axes begin at zero and values are never rounded. The author's ``chart`` wins wherever the values
allow it (:func:`refused` says where they do not); ``auto`` is decided by :func:`chart_of`:

1. values that are no numbers: ``number``;
2. a percentage of a whole (unit %, both values from 0 to 100, not called a growth): ``share``;
3. a value of zero or below at the start, or a negative one now: ``columns`` on a zero line;
4. a value more than fifty times the other, beside which a column could not be seen: ``number``;
5. everything else: ``pair``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, Literal

from casepress.case.facts import Change, change
from casepress.case.model import Metric
from casepress.frozen import dataclass

Form = Literal["pair", "columns", "slope", "share", "number"]
DRAWN: Final[tuple[Form, ...]] = ("pair", "columns", "slope")
"""Forms on a scale of the metric's own unit."""
_WHOLE: Final = 100
_MOST_TIMES: Final = 50
"""Beyond this a column is less than a fiftieth of the other: a line, not a column."""
_COMMON_TIMES: Final = 6
"""Beyond this growth a common scale makes the other charts too flat to read."""
_NO_SHARE: Final = re.compile("增长|增速|增幅|涨幅|降幅|提高|下降|同比|环比|回报|收益率|利率|倍")


@dataclass(frozen=True, slots=True)
class Plot:
    """A metric as it is drawn: its place in the case, its form, its numbers and their change."""

    metric: Metric
    index: int
    form: Form
    change: Change

    @property
    def source(self) -> str:
        """Its path in the case."""
        return f"results.metrics[{self.index}]"

    @property
    def values(self) -> tuple[Decimal, Decimal] | None:
        """Both values as numbers; ``None`` if one of them is none."""
        first, last = self.change.first, self.change.last
        return None if first is None or last is None else (first, last)

    @property
    def growth(self) -> Decimal | None:
        """The value now with the start as 100, unrounded; ``None`` where that has no meaning."""
        if self.values is None or self.values[0] <= 0 or self.values[1] < 0:
            return None
        return self.values[1] / self.values[0] * _WHOLE


def chart_of(metric: Metric) -> Form:
    """Return the chart of a metric: the author's if the values allow it, else by the rule."""
    if metric.chart != "auto" and not refused(metric):
        return metric.chart
    found = change(metric)
    if found.first is None or found.last is None:
        return "number"
    if _is_share(metric, found) and not _NO_SHARE.search(metric.label):
        return "share"
    if found.first <= 0 or found.last < 0:
        return "columns"
    low, high = sorted((found.first, found.last))
    return "number" if low and high / low > _MOST_TIMES else "pair"


def refused(metric: Metric) -> bool:
    """Whether the author's chart cannot be drawn of these values, so that the rule decides."""
    found = change(metric)
    if metric.chart in ("auto", "number"):
        return False
    if found.first is None or found.last is None:
        return True
    if metric.chart == "share":
        return not _is_share(metric, found)
    return metric.chart == "slope" and (found.first < 0 or found.last < 0)


def _is_share(metric: Metric, found: Change) -> bool:
    percent = metric.unit.strip() in ("%", "％")
    values = (found.first, found.last)
    return percent and all(value is not None and 0 <= value <= _WHOLE for value in values)


def plots(metrics: Sequence[Metric]) -> tuple[Plot, ...]:
    """Return the metrics as they are drawn, in the order of the case."""
    return tuple(Plot(m, n, chart_of(m), change(m)) for n, m in enumerate(metrics))


def common_scale(found: Sequence[Plot]) -> bool:
    """Whether metrics of one start can share a scale: none grows beyond six times its start."""
    grown = [plot.growth for plot in found if plot.form in DRAWN]
    known = [growth for growth in grown if growth is not None]
    return len(known) == len(grown) and max(known, default=Decimal(0)) <= _COMMON_TIMES * _WHOLE
