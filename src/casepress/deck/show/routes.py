"""Where the arrows of a diagram run: from which side of a box to which side of the next."""

from __future__ import annotations

from typing import Literal

from casepress.frozen import dataclass
from casepress.theme.deck import Box

Side = Literal["top", "left", "bottom", "right"]
NEAR_IN = 0.02
"""Less than this is no difference to the eye."""


@dataclass(frozen=True, slots=True)
class Route:
    """An arrow: the sides it leaves and enters, and its ends (x, y, x, y) in inches.

    One that is not straight runs across to the middle, then up or down, then across.
    """

    leaves: Side
    enters: Side
    ends: tuple[float, float, float, float]
    straight: bool


def route_between(start: Box, end: Box) -> Route:
    """Return how an arrow runs between two boxes: sideways if they stand side by side."""
    sx, sy = start[0] + start[2] / 2, start[1] + start[3] / 2
    ex, ey = end[0] + end[2] / 2, end[1] + end[3] / 2
    forward = end[0] >= start[0] + start[2] - NEAR_IN
    if forward or start[0] >= end[0] + end[2] - NEAR_IN:
        x0 = start[0] + (start[2] if forward else 0.0)
        x1 = end[0] + (0.0 if forward else end[2])
        y0, y1 = _levels(start, end, sy, ey)
        sides: tuple[Side, Side] = ("right", "left") if forward else ("left", "right")
        return Route(*sides, (x0, y0, x1, y1), abs(y1 - y0) < NEAR_IN)
    if ey >= sy:
        return Route("bottom", "top", (sx, start[1] + start[3], ex, end[1]), True)
    return Route("top", "bottom", (sx, start[1], ex, end[1] + end[3]), True)


def _levels(start: Box, end: Box, sy: float, ey: float) -> tuple[float, float]:
    """Heights of both ends; the taller box yields to the smaller one if it spans its middle."""
    if start[3] <= end[3] and end[1] <= sy <= end[1] + end[3]:
        return sy, sy
    if end[3] < start[3] and start[1] <= ey <= start[1] + start[3]:
        return ey, ey
    return sy, ey
