"""Glyph outlines as path operators.

Emphasis dots and ruby are not part of the running text. Set as text they would be extracted in the
middle of it by readers that ignore artifacts, so they are drawn as shapes.
"""

from __future__ import annotations

from typing import Any

from casepress.fonts import Face
from casepress.pdf.objects import numbers


class Outlines:
    """The outlines of glyphs, each read from its font once."""

    def __init__(self) -> None:
        self._fonts: dict[Face, Any] = {}
        self._paths: dict[tuple[Face, int], list[tuple[str, tuple[float, ...]]]] = {}

    def path(self, face: Face, gid: int, x: float, y: float, size: float) -> str:
        """Return the operators of a glyph's outline, origin at (x, y) in page space, unpainted."""
        segments = self._paths.get((face, gid))
        if segments is None:
            segments = self._paths[face, gid] = _trace(self._font(face), gid)
        scale = size / face.units_per_em
        return "\n".join(
            " ".join(
                (numbers(*(v * scale + (y if i % 2 else x) for i, v in enumerate(points))), op)
            ).lstrip()
            for op, points in segments
        )

    def _font(self, face: Face) -> Any:
        import uharfbuzz as hb

        font = self._fonts.get(face)
        if font is None:
            font = self._fonts[face] = hb.Font(face.hb_face())
            if face.variations:
                font.set_variations(dict(face.variations))
        return font


class _Tracer:
    """A pen in the sense of fontTools, which is what HarfBuzz draws with."""

    def __init__(self) -> None:
        self.segments: list[tuple[str, tuple[float, ...]]] = []
        self._at = (0.0, 0.0)

    def _add(self, operator: str, *points: tuple[float, float]) -> None:
        self._at = points[-1]
        self.segments.append((operator, tuple(v for point in points for v in point)))

    def moveTo(self, point: tuple[float, float]) -> None:
        self._add("m", point)

    def lineTo(self, point: tuple[float, float]) -> None:
        self._add("l", point)

    def curveTo(self, *points: tuple[float, float]) -> None:
        self._add("c", *points)

    def qCurveTo(self, control: tuple[float, float], end: tuple[float, float]) -> None:
        """Raise the quadratic to the cubic PDF has."""
        (x0, y0), (xc, yc), (x1, y1) = self._at, control, end
        first = (x0 + 2 / 3 * (xc - x0), y0 + 2 / 3 * (yc - y0))
        second = (x1 + 2 / 3 * (xc - x1), y1 + 2 / 3 * (yc - y1))
        self._add("c", first, second, end)

    def closePath(self) -> None:
        self.segments.append(("h", ()))

    def endPath(self) -> None:
        pass


def _trace(font: Any, gid: int) -> list[tuple[str, tuple[float, ...]]]:
    tracer = _Tracer()
    font.draw_glyph_with_pen(gid, tracer)
    return tracer.segments
