"""Matrices and boxes of PDF user space: points, y upwards, six numbers a b c d e f."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Box(NamedTuple):
    """A rectangle by its edges, left ≤ right and bottom ≤ top."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Width in points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Height in points."""
        return self.top - self.bottom

    @property
    def centre(self) -> tuple[float, float]:
        """The point in the middle."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    def contains(self, other: Box, slack: float = 0.0) -> bool:
        """Tell whether *other* lies inside, give or take *slack* points."""
        return (
            other.left >= self.left - slack
            and other.bottom >= self.bottom - slack
            and other.right <= self.right + slack
            and other.top <= self.top + slack
        )

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies inside."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top

    def meet(self, other: Box) -> Box | None:
        """Return what both have in common; ``None`` if they do not even touch."""
        left, bottom = max(self.left, other.left), max(self.bottom, other.bottom)
        right, top = min(self.right, other.right), min(self.top, other.top)
        return Box(left, bottom, right, top) if left <= right and bottom <= top else None

    def overlaps(self, other: Box, slack: float = 0.0) -> bool:
        """Tell whether the two share more than *slack* points in both directions."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > slack
            and min(self.top, other.top) - max(self.bottom, other.bottom) > slack
        )

    def inset(self, by: float) -> Box:
        """Return the box with every edge moved inwards."""
        return Box(self.left + by, self.bottom + by, self.right - by, self.top - by)


EVERYWHERE = Box(-1e9, -1e9, 1e9, 1e9)


def multiply(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that applies *first* and *then* the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s,
            e * p + f * r + t, e * q + f * s + u)  # fmt: skip


def place(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return a point of the matrix's own space in the outer space."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def bounds(points: Iterable[tuple[float, float]]) -> Box:
    """Return the smallest box round some points (at least one)."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def corners(matrix: Matrix, box: Box) -> list[tuple[float, float]]:
    """Return the four corners of a box of the matrix's own space, in the outer space."""
    return [
        place(matrix, x, y)
        for x, y in (
            (box.left, box.bottom), (box.right, box.bottom),
            (box.right, box.top), (box.left, box.top),
        )
    ]  # fmt: skip


def upright(matrix: Matrix) -> bool:
    """Tell whether boxes stay boxes: a turn by whole quarters at most."""
    a, b, c, d, _, _ = matrix
    size = max(abs(a), abs(b), abs(c), abs(d)) * 1e-6
    return (abs(b) <= size and abs(c) <= size) or (abs(a) <= size and abs(d) <= size)


def scale(matrix: Matrix) -> float:
    """Return the mean enlargement, the square root of the area's."""
    a, b, c, d, _, _ = matrix
    return math.sqrt(abs(a * d - b * c))


def lengths(matrix: Matrix) -> tuple[float, float]:
    """Return how long the unit steps in x and y become."""
    a, b, c, d, _, _ = matrix
    return math.hypot(a, b), math.hypot(c, d)
