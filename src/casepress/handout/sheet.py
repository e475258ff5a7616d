"""Where slides are drawn: a page that collects items, and a view that places a slide on it.

A :class:`View` is a slide-sized drawing board: what is put
on it in the slide's own points lands scaled in a frame of the page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from casepress.display import (
    LinkArea,
    Page,
    PathItem,
    RuleItem,
    Segment,
)
from casepress.frozen import dataclass
from casepress.surface import Surface, Tree
from casepress.typeset.model import GlyphRun, Line
from casepress.units import Rect

FINEST_PT = 0.25
"""Thinner lines break up in print (GB/T 9851: 0.1 mm)."""


class Sheet(Surface):
    """A page under construction."""

    def __init__(self, tree: Tree, index: int, width_pt: float, height_pt: float) -> None:
        """Begin the page of a size; *index* counts from 0."""
        super().__init__()
        self.tree = tree
        self.index = index
        self.width_pt = width_pt
        self.height_pt = height_pt

    def text(self, line: Line, x: float, y: float, element: int | None) -> None:
        """Set a line with its origin on the baseline at (x, y); an empty one leaves no mark."""
        if line.runs:
            super().text(line, round(x, 3), round(y, 3), element)

    def finish(self, label: str, kind: str) -> Page:
        """Return the finished page."""
        return self.page(self.width_pt, self.height_pt, label, kind)


@dataclass(frozen=True, slots=True)
class View:
    """A frame of a sheet that shows a slide: everything is given in the slide's points."""

    sheet: Sheet
    x_pt: float
    y_pt: float
    scale: float

    @property
    def tree(self) -> Tree:
        """The structure tree of the document."""
        return self.sheet.tree

    def rect(self, rect: Rect) -> Rect:
        """Return a rectangle of the slide as it lies on the page."""
        x, y, width, height = (v * self.scale for v in rect)
        return Rect(
            round(self.x_pt + x, 3), round(self.y_pt + y, 3), round(width, 3), round(height, 3)
        )

    def _place(self, *points: float) -> tuple[float, ...]:
        """Return x, y, x, y … of the slide as places of the page."""
        origin = (self.x_pt, self.y_pt)
        return tuple(round(origin[n % 2] + v * self.scale, 3) for n, v in enumerate(points))

    def _weight(self, width: float) -> float:
        """Return the weight of a line, never finer than a press can hold."""
        return max(round(width * self.scale, 4), FINEST_PT)

    def text(self, line: Line, x: float, y: float, element: int | None) -> None:
        """Set a line with its origin on the baseline at (x, y)."""
        if line.runs:
            at = self._place(x, y)
            self.sheet.text(scaled_line(line, self.scale), at[0], at[1], element)

    def box(self, rect: Rect, ink: str, element: int | None = None) -> None:
        """Fill a rectangle."""
        self.sheet.box(self.rect(rect), ink, element=element)

    def rule(
        self,
        ends: tuple[float, float, float, float],
        ink: str,
        width: float,
        element: int | None = None,
    ) -> None:
        """Draw a straight line between two places."""
        x1, y1, x2, y2 = self._place(*ends)
        self.sheet.place(RuleItem(x1, y1, x2, y2, self._weight(width), ink, element=element))

    def path(
        self,
        segments: Iterable[Segment],
        *,
        fill: str | None = None,
        stroke: str | None = None,
        stroke_pt: float = 0.0,
        round_ends: bool = False,
        element: int | None = None,
    ) -> None:
        """Draw an outline."""
        placed = tuple((kind, self._place(*points)) for kind, points in segments)
        weight = self._weight(stroke_pt) if stroke else 0.0
        ends: Literal["round", "butt"] = "round" if round_ends else "butt"
        corners: Literal["round", "miter"] = "round" if round_ends else "miter"
        self.sheet.place(PathItem(placed, fill, stroke, weight, ends, corners, element=element))

    def picture(
        self, rect: Rect, path: str, crop: tuple[float, float, float, float], element: int | None
    ) -> None:
        """Place a picture; *crop* is the part shown, in fractions of its sides."""
        self.sheet.picture(self.rect(rect), path, crop, element)

    def link(self, rect: Rect, destination: str, contents: str, element: int) -> None:
        """Make an area lead to a named place."""
        self.sheet.links.append(
            LinkArea(self.rect(rect), destination, contents=contents, element=element)
        )


def scaled_line(line: Line, scale: float) -> Line:
    """Return a set line at another size: nothing is composed anew, so it breaks where it did."""
    if scale == 1.0:
        return line
    return replace(
        line,
        runs=tuple(_scaled_run(run, scale) for run in line.runs),
        width_pt=round(line.width_pt * scale, 3),
        start_pt=round(line.start_pt * scale, 3),
    )


def _scaled_run(run: GlyphRun, scale: float) -> GlyphRun:
    return replace(
        run,
        size_pt=round(run.size_pt * scale, 4),
        xs_pt=tuple([round(x * scale, 3) for x in run.xs_pt]),
        rise_pt=round(run.rise_pt * scale, 4),
        shift_pt=round(run.shift_pt * scale, 4),
    )
