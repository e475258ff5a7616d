"""The page: baseline grid, columns by side of the spread, and where a row stands.

Row *k* (0 to ``rows - 1``) occupies ``frame_top + k·leading``; its baseline lies 13 pt below its
top at 18-pt leading, which sets a 10.5-pt em box in the middle of its row. The side column stands
at the outer edge: right of the body on odd pages, left of it on even ones.
"""

from __future__ import annotations

from casepress.frozen import dataclass
from casepress.theme.page import BASELINE_SHARE, PageTokens, page_geometry
from casepress.units import Rect, mm

MOST_STITCHED = 64
"""Pages a saddle stitch holds on coated text paper; thicker booklets gape and creep."""
REFERENCE = (mm(210), mm(285))
"""大16开: the page whose drawings the others are scaled from."""
REFERENCE_TOP = 81.0
SHORT_ROWS = 32


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the page: left edge and width in points."""

    x: float
    width: float

    @property
    def right(self) -> float:
        """Right edge in points."""
        return self.x + self.width

    def widened(self, by: float) -> Column:
        """Return the column grown by *by* points on each side."""
        return Column(self.x - by, self.width + 2 * by)


@dataclass(frozen=True, slots=True)
class Frame:
    """The columns of one page. ``recto``: an odd page, spine at the left."""

    recto: bool
    body: Column
    side: Column
    full: Column

    @property
    def outer(self) -> float:
        """The outer edge of the text area."""
        return self.full.right if self.recto else self.full.x


@dataclass(frozen=True, slots=True)
class Grid:
    """The measures of every page, in points from the top-left corner of the trim."""

    width: float
    height: float
    bleed: float
    inner: float
    body_width: float
    side_width: float
    gutter: float
    top: float
    rows: int
    leading: float

    @classmethod
    def of(cls, page: PageTokens, body_pt: float, label_pt: float) -> Grid:
        """Make the grid of a page; sizes are those text is set in (:meth:`Setter.size`)."""
        at = page_geometry(page, body_pt, label_pt)
        return cls(
            width=at.width,
            height=at.height,
            bleed=at.bleed,
            inner=at.inner,
            body_width=at.body_width,
            side_width=at.side_width,
            gutter=at.gutter,
            top=at.top,
            rows=at.rows,
            leading=at.leading,
        )

    @property
    def has_side(self) -> bool:
        """Whether there is a side column; without one its matter stands in the text."""
        return self.side_width > 0

    @property
    def short(self) -> bool:
        """Whether a page holds so few rows that what stands on one elsewhere takes several."""
        return self.rows < SHORT_ROWS

    @property
    def flows(self) -> bool:
        """Whether asides and data stand in the text, for want of a side column or of rows."""
        return self.short or not self.has_side

    @property
    def scale(self) -> float:
        """What drawings shrink by on a page smaller than 大16开, never grown."""
        return min(self.width / REFERENCE[0], self.height / REFERENCE[1], 1.0)

    @property
    def full_width(self) -> float:
        """Body, gutter and side column together."""
        return self.body_width + self.gutter + self.side_width

    @property
    def outer(self) -> float:
        """Width of the outer margin."""
        return self.width - self.inner - self.full_width

    @property
    def bottom(self) -> float:
        """Bottom of the text frame."""
        return self.row(self.rows)

    @property
    def page(self) -> Rect:
        """The trimmed page."""
        return Rect(0, 0, self.width, self.height)

    def row(self, k: float) -> float:
        """Top of row *k*; fractions are allowed (``k + 0.5``: the middle of the row)."""
        return self.top + k * self.leading

    def baseline(self, k: float) -> float:
        """Baseline of row *k*."""
        return self.row(k) + self.leading * BASELINE_SHARE

    def rows_for(self, height: float) -> int:
        """Whole rows that *height* points take."""
        return max(0, int(-(-(height - 0.01) // self.leading)))

    def frame(self, number: int) -> Frame:
        """Return the columns of page *number* (from 1: odd pages are rectos)."""
        if number % 2:
            body = Column(self.inner, self.body_width)
            side = Column(body.right + self.gutter, self.side_width)
            return Frame(True, body, side, Column(self.inner, self.full_width))
        side = Column(self.outer, self.side_width)
        body = Column(side.right + self.gutter, self.body_width)
        return Frame(False, body, side, Column(self.outer, self.full_width))
