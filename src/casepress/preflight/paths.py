"""The path being built: its bounds, and whether it is made of rectangles."""

from __future__ import annotations

from casepress.preflight.geometry import Box, Matrix, bounds, place, upright

_STRAIGHT = 0.01


class Path:
    """Collects the points of a path on the page, subpath by subpath."""

    def __init__(self) -> None:
        self._done: list[tuple[list[tuple[float, float]], bool]] = []
        self._points: list[tuple[float, float]] = []
        self._curved = False

    def move(self, matrix: Matrix, x: float, y: float) -> None:
        """Begin a subpath."""
        self._finish()
        self._points = [place(matrix, x, y)]

    def line(self, matrix: Matrix, x: float, y: float) -> None:
        """Add a straight line."""
        self._points.append(place(matrix, x, y))

    def curve(self, matrix: Matrix, numbers: list[float]) -> None:
        """Add a Bézier curve; its control points bound it."""
        self._curved = True
        pairs = zip(numbers[::2], numbers[1::2], strict=False)
        self._points += [place(matrix, x, y) for x, y in pairs]

    def rectangle(self, matrix: Matrix, x: float, y: float, width: float, height: float) -> None:
        """Add a rectangle as a subpath of its own."""
        self._finish()
        around = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
        self._done.append(([place(matrix, *point) for point in around], upright(matrix)))

    def close(self) -> None:
        """Close the subpath; nothing changes in its bounds."""

    def _finish(self) -> None:
        if self._points:
            self._done.append((self._points, not self._curved and _rectangular(self._points)))
        self._points, self._curved = [], False

    def boxes(self) -> list[tuple[Box, bool]]:
        """Return (bounds, is it a rectangle): one per rectangle, or one for the whole path."""
        self._finish()
        if not self._done:
            return []
        if all(rectangle for _, rectangle in self._done):
            return [(bounds(points), True) for points, _ in self._done]
        return [(bounds(point for points, _ in self._done for point in points), False)]

    def strokes(self) -> list[Box]:
        """Return the bounds of each subpath: what a stroke draws, piece by piece."""
        self._finish()
        return [bounds(points) for points, _ in self._done]

    def outline(self) -> Box | None:
        """Return the bounds of the whole path."""
        found = self.boxes()
        if not found:
            return None
        return bounds((x, y) for box, _ in found for x, y in ((box[0], box[1]), (box[2], box[3])))


def _rectangular(points: list[tuple[float, float]]) -> bool:
    if len(points) == 5 and _near(points[0], points[4]):
        points = points[:4]
    if len(points) != 4:
        return False
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = points
    level = _same(ay, by) and _same(bx, cx) and _same(cy, dy) and _same(dx, ax)
    return level or (_same(ax, bx) and _same(by, cy) and _same(cx, dx) and _same(dy, ay))


def _same(one: float, other: float) -> bool:
    return abs(one - other) < _STRAIGHT


def _near(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return _same(one[0], other[0]) and _same(one[1], other[1])
