"""The strands: n bands that come from n sides and fuse into one. The brochure's only ornament.

Every bundle is one filled path, so that fused strands show no seam. Two corners: ``arc`` rounds
the turns; ``chamfer`` cuts them at 45°, and lets the gap between two strands taper to a point
where they meet, which leaves no notch.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from casepress.display import Segment
from casepress.frozen import dataclass

Corner = Literal["arc", "chamfer"]
Point = tuple[float, float]
KAPPA = 0.5522847498
"""Handle length of a Bézier quarter circle, as a share of its radius."""

ZONE_RISE = 183.0
"""From the foot of the text frame up to the zone of the cover's bars."""
ZONE_HEIGHT = 146.0
BUNDLE = 80.0
GAPS = 66.0
RADIUS = 70.0
LINE_PITCH, LINE_RADIUS = 4.0, 56.0
"""Strands as lines: their pitch where they run together, and the innermost turn."""


def polygon(*points: Point) -> tuple[Segment, ...]:
    """Return a closed straight-edged outline."""
    first, *rest = points
    return (("M", first), *(("L", point) for point in rest), ("Z", ()))


def rectangle(x1: float, y1: float, x2: float, y2: float) -> tuple[Segment, ...]:
    """Return a rectangle by two corners."""
    return polygon((x1, y1), (x2, y1), (x2, y2), (x1, y2))


def circle(x: float, y: float, r: float) -> tuple[Segment, ...]:
    """Return a circle of four Bézier quarters."""
    k = KAPPA * r
    return (
        ("M", (x + r, y)),
        ("C", (x + r, y + k, x + k, y + r, x, y + r)),
        ("C", (x - k, y + r, x - r, y + k, x - r, y)),
        ("C", (x - r, y - k, x - k, y - r, x, y - r)),
        ("C", (x + k, y - r, x + r, y - k, x + r, y)),
        ("Z", ()),
    )


def _turn(start: Point, corner: Point, end: Point, style: Corner) -> tuple[Segment, ...]:
    """From *start* round *corner* to *end*, both equally far from it: a quarter arc or a chord."""
    if style == "chamfer":
        return (("L", end),)
    return (
        (
            "C",
            (
                start[0] + (corner[0] - start[0]) * KAPPA,
                start[1] + (corner[1] - start[1]) * KAPPA,
                end[0] + (corner[0] - end[0]) * KAPPA,
                end[1] + (corner[1] - end[1]) * KAPPA,
                end[0],
                end[1],
            ),
        ),
    )


def trace(points: tuple[Point, ...], radii: tuple[float, ...], style: Corner) -> list[Segment]:
    """Return a right-angled line through *points*, each inner corner turned with its radius."""
    segments: list[Segment] = []
    for (before, corner, after), radius in zip(
        zip(points, points[1:], points[2:], strict=False), radii, strict=True
    ):
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        segments.append(("L", start))
        if radius > 0:
            segments.extend(_turn(start, corner, end, style))
    segments.append(("L", points[-1]))
    return segments


def _towards(corner: Point, other: Point, distance: float) -> Point:
    dx, dy = other[0] - corner[0], other[1] - corner[1]
    length = abs(dx) + abs(dy)
    share = distance / length if length else 0.0
    return corner[0] + dx * share, corner[1] + dy * share


def band(
    points: tuple[Point, ...],
    width: float,
    radius: float,
    style: Corner,
) -> tuple[Segment, ...]:
    """Return the outline of a band of *width* along a right-angled centre line, butt ends.

    *radius* is that of the centre line. The two edges are traced apart, so an arc keeps the width
    all the way round and a chamfer is mitred.
    """
    half = width / 2
    left = _offset(points, half)
    right = _offset(points, -half)
    bends = [_bend(*three) for three in zip(points, points[1:], points[2:], strict=False)]
    if style == "arc":
        inner_left = tuple(radius + half * bend for bend in bends)
        inner_right = tuple(radius - half * bend for bend in bends)
    else:
        shift = half * (2 - 2**0.5)
        inner_left = tuple(radius + shift * bend for bend in bends)
        inner_right = tuple(radius - shift * bend for bend in bends)
    there = trace(left, inner_left, style)
    back = trace(tuple(reversed(right)), tuple(reversed(inner_right)), style)
    return (("M", left[0]), *there, ("L", right[-1]), *back, ("Z", ()))


def stroke_along(points: tuple[Point, ...], radius: float, style: Corner) -> tuple[Segment, ...]:
    """Return an open right-angled line through *points*, to be stroked."""
    return (("M", points[0]), *trace(points, (radius,) * (len(points) - 2), style))


def _bend(before: Point, corner: Point, after: Point) -> float:
    """+1 where the left edge is the outer one of the turn, -1 where it is the inner one."""
    ax, ay = corner[0] - before[0], corner[1] - before[1]
    bx, by = after[0] - corner[0], after[1] - corner[1]
    return 1.0 if ax * by - ay * bx > 0 else -1.0


def _offset(points: tuple[Point, ...], by: float) -> tuple[Point, ...]:
    """Return the line moved sideways by *by* (left of its direction, y downwards)."""
    normals = []
    for (x1, y1), (x2, y2) in pairwise(points):
        length = abs(x2 - x1) + abs(y2 - y1) or 1.0
        normals.append(((y2 - y1) / length * by, -(x2 - x1) / length * by))
    moved = [(points[0][0] + normals[0][0], points[0][1] + normals[0][1])]
    for point, before, after in zip(points[1:], normals, normals[1:], strict=False):
        moved.append((point[0] + before[0] + after[0], point[1] + before[1] + after[1]))
    moved.append((points[-1][0] + normals[-1][0], points[-1][1] + normals[-1][1]))
    return tuple(moved)


@dataclass(frozen=True, slots=True)
class Bundle:
    """The strands of the cover: *n* bars from the spine that turn up and fuse at *right*.

    ``bottom`` is the foot of the text frame, ``scale`` shrinks the drawing on a small page.
    """

    n: int
    right: float
    bottom: float = 747.0
    scale: float = 1.0

    @property
    def zone_top(self) -> float:
        """Top of the zone in which the bars lie."""
        return self.bottom - ZONE_RISE * self.scale

    @property
    def radius(self) -> float:
        """Radius of the innermost turn."""
        return RADIUS * self.scale

    @property
    def whole(self) -> float:
        """Width of the fused bundle."""
        return BUNDLE * self.scale

    @property
    def width(self) -> float:
        """Width of a strand; the whole bundle stays 80 pt wide at full size."""
        return self.whole / self.n

    @property
    def gap(self) -> float:
        """Gap between two bars before they fuse."""
        return GAPS * self.scale / (self.n - 1) if self.n > 1 else 0.0

    @property
    def left(self) -> float:
        """Left edge of the fused bundle."""
        return self.right - self.whole

    def centre(self, i: int) -> float:
        """Centre y of bar *i* (0: the top one)."""
        top = self.zone_top
        if self.n == 1:
            top += (ZONE_HEIGHT - BUNDLE) * self.scale / 2
        return top + i * (self.width + self.gap) + self.width / 2

    def bars(self, x1: float, x2: float) -> tuple[Segment, ...]:
        """Straight bars, for the back cover."""
        half = self.width / 2
        return tuple(
            segment
            for i in range(self.n)
            for segment in rectangle(x1, self.centre(i) - half, x2, self.centre(i) + half)
        )

    def strands(self, bleed: float, style: Corner) -> tuple[Segment, ...]:
        """Bars from the left bleed, turning up into the bundle, to the top bleed."""
        if style == "chamfer":
            return self._chamfered(bleed)
        segments: list[Segment] = []
        for i in range(self.n):
            x = self.left + (i + 0.5) * self.width
            points = ((-bleed, self.centre(i)), (x, self.centre(i)), (x, -bleed))
            segments += band(points, self.width, self.radius + i * self.width, "arc")
        # The fused part once more as a whole: abutting edges would show as seams.
        fused = self.centre(0) - self.radius
        segments += rectangle(self.left, -bleed, self.right, fused)
        for i in range(1, self.n):
            edge = self.left + i * self.width
            meets = self.centre(i - 1) - self.radius - (i - 1) * self.width
            segments += rectangle(edge - 0.5, -bleed, edge + 0.5, meets)
        return tuple(segments)

    def lines(self, left: float, top: float, style: Corner) -> tuple[Segment, ...]:
        """Return the strands as lines from *left* that turn up, close ranks and end at *top*."""
        segments: list[Segment] = []
        last = self.n - 1
        for i in range(self.n):
            x = self.right - (last - i) * LINE_PITCH
            points = ((left, self.centre(i)), (x, self.centre(i)), (x, top))
            segments += stroke_along(points, LINE_RADIUS * self.scale + i * LINE_PITCH, style)
        return tuple(segments)

    def rules(self, x1: float, x2: float) -> tuple[Segment, ...]:
        """Return straight lines, for the back cover."""
        ends = [((x1, self.centre(i)), (x2, self.centre(i))) for i in range(self.n)]
        return tuple(s for start, end in ends for s in (("M", start), ("L", end)))

    def _chamfered(self, bleed: float) -> tuple[Segment, ...]:
        """One outline: the outer edges at 45°, the gaps tapering to points on the strand edges."""
        half, chord = self.width / 2, self.radius - self.width / 2
        points: list[Point] = [(-bleed, self.centre(0) - half)]
        points += [
            (self.left - chord, self.centre(0) - half),
            (self.left, self.centre(0) - half - chord),
            (self.left, -bleed),
            (self.right, -bleed),
        ]
        reach = chord + self.width * (self.n + 1 - 2**0.5)
        bottom = self.centre(self.n - 1) + half
        points += [(self.right, bottom - reach), (self.right - reach, bottom), (-bleed, bottom)]
        for i in range(self.n - 1, 0, -1):
            edge = self.left + i * self.width
            low, high = self.centre(i) - half, self.centre(i - 1) + half
            turn = edge - (chord + i * self.width)
            tip = (edge, low - (edge - turn))
            points += [(-bleed, low), (turn, low), tip, (turn + self.width * (2**0.5 - 1), high)]
            points.append((-bleed, high))
        return polygon(*points)


@dataclass(frozen=True, slots=True)
class Rank:
    """The bundle of the opener: *n* strands come down and leave sideways, the nearest first."""

    n: int
    x: float
    """Edge of the bundle at the outer margin."""
    inwards: float
    """+1: the strands leave to the right (even pages), -1: to the left."""
    width: float
    first: float
    pitch: float

    def leaves_at(self, i: int) -> float:
        """Centre y at which strand *i* turns away."""
        return self.first + i * self.pitch

    @property
    def inner_edge(self) -> float:
        """The edge of the bundle that faces the text."""
        return self.x + self.inwards * self.n * self.width

    def strands(
        self, top: float, spine: float, style: Corner, radius: float
    ) -> tuple[Segment, ...]:
        """From *top* down and away to *spine*; the innermost strand leaves first."""
        segments: list[Segment] = []
        low, high = sorted((self.x, self.inner_edge))
        segments += rectangle(low, top, high, self.leaves_at(0) - radius)
        for i in range(self.n):
            x = self.inner_edge - self.inwards * (i + 0.5) * self.width
            y = self.leaves_at(i)
            segments += band(((x, top), (x, y), (spine, y)), self.width, radius, style)
            if i:
                edge = self.inner_edge - self.inwards * i * self.width
                meets = self.leaves_at(i - 1) - radius
                segments += rectangle(edge - 0.5, top, edge + 0.5, meets)
        return tuple(segments)

    def lines(self, top: float, spine: float, style: Corner, radius: float) -> tuple[Segment, ...]:
        """Return the strands as lines, close together down the outer margin."""
        segments: list[Segment] = []
        for i in range(self.n):
            x = self.x + self.inwards * (self.n - 1 - i) * LINE_PITCH
            y = self.leaves_at(i)
            segments += stroke_along(((x, top), (x, y), (spine, y)), radius, style)
        return tuple(segments)
