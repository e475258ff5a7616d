"""Printer's marks: crop and registration marks and a colour bar, all outside the bleed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from casepress.pdf.objects import numbers
from casepress.units import mm

_LINE_PT = 0.25
_CROP_MM = 6.0
_OFFSET_MM = 2.0
"""Distance of the marks from the bleed, so that none shows after a sloppy cut."""
_CIRCLE = 0.5523
_FOLD_DASH = (2.0, 1.5)


def paint_marks(
    canvas: Any,
    page_size: tuple[float, float],
    margin: float,
    bleed: float,
    folds: Sequence[float] = (),
) -> None:
    """Draw the marks around a page whose trim is inset by *margin*; they print on all plates.

    *folds* are the x of folds, from the left edge of the trim: dashed, at head and foot.
    """
    from reportlab.lib.colors import CMYKColorSep

    width, height = page_size
    canvas.saveState()
    registration = CMYKColorSep(1, 1, 1, 1, spotName="All", density=1)
    canvas.setStrokeColor(registration)
    canvas.setLineWidth(_LINE_PT)
    inner = margin - bleed - mm(_OFFSET_MM)
    outer = max(inner - mm(_CROP_MM), 0.0)
    canvas.lines(_crop_lines(width, height, margin, inner, outer))
    if folds:
        canvas.setDash(_FOLD_DASH)
        for fold in folds:
            x = margin + fold
            canvas.lines([(x, outer, x, inner), (x, height - outer, x, height - inner)])
        canvas.setDash()
    radius = min(mm(2.0), (inner - outer) / 2.6)
    middle = (inner + outer) / 2
    across = width / 4 if folds else width / 2
    for x, y in (
        (across, middle), (across, height - middle),
        (middle, height / 2), (width - middle, height / 2),
    ):  # fmt: skip
        _registration(canvas, x, y, radius)
    canvas.restoreState()
    _colour_bar(canvas, margin, middle)


def _crop_lines(
    width: float, height: float, margin: float, inner: float, outer: float
) -> list[tuple[float, float, float, float]]:
    lines = []
    for x in (margin, width - margin):
        lines += [(x, outer, x, inner), (x, height - outer, x, height - inner)]
    for y in (margin, height - margin):
        lines += [(outer, y, inner, y), (width - outer, y, width - inner, y)]
    return lines


def _registration(canvas: Any, x: float, y: float, radius: float) -> None:
    """Draw a circle with a cross that reaches beyond it."""
    arm = radius * 1.3
    canvas.lines([(x - arm, y, x + arm, y), (x, y - arm, x, y + arm)])
    k = radius * _CIRCLE
    canvas._code.append(
        f"{numbers(x + radius, y)} m "
        f"{numbers(x + radius, y + k, x + k, y + radius, x, y + radius)} c "
        f"{numbers(x - k, y + radius, x - radius, y + k, x - radius, y)} c "
        f"{numbers(x - radius, y - k, x - k, y - radius, x, y - radius)} c "
        f"{numbers(x + k, y - radius, x + radius, y - k, x + radius, y)} c S"
    )


def _colour_bar(canvas: Any, margin: float, y: float) -> None:
    """Draw solid patches of the four inks and tints of black beside the bottom crop mark."""
    side = mm(4.0)
    patches = [(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1), (0, 0, 0, 0.5)]
    canvas._code.append("q")
    for i, patch in enumerate(patches):
        x = margin + mm(8.0) + i * side
        canvas._code.append(f"{numbers(*patch)} k {numbers(x, y - side / 2, side, side)} re f")
    canvas._code.append("Q")
