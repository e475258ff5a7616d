"""Marks of a sheet: where to cut, where to fold, and crosses to register the plates by."""

from __future__ import annotations

from casepress.impose.layout import Frame
from casepress.units import mm

INK = "Marks"
"""Resource name of the colour space that prints on every plate."""
_LINE_PT = 0.25
_LENGTH_MM, _OFFSET_MM, _LEAST_MM = 6.0, 2.0, 2.0
_CIRCLE = 0.5523


def mark_operators(frame: Frame) -> bytes:
    """Return the drawing of crop marks, dashed fold ticks and registration crosses.

    They keep 2 mm away from the bleed; a sheet without the room for them gets none.
    """
    room = frame.margin - mm(_OFFSET_MM)
    if room < mm(_LEAST_MM):
        return b""
    length = min(mm(_LENGTH_MM), room)
    left, bottom, right, top = frame.trim
    near = frame.bleed + mm(_OFFSET_MM)
    far = near + length
    lines = []
    for x in (left, right):
        lines += [_line(x, bottom - far, x, bottom - near), _line(x, top + near, x, top + far)]
    for y in (bottom, top):
        lines += [_line(left - far, y, left - near, y), _line(right + near, y, right + far, y)]
    folds = [_line(frame.spine, bottom - far, frame.spine, bottom - near),
             _line(frame.spine, top + near, frame.spine, top + far)]  # fmt: skip
    middle, radius = near + length / 2, min(mm(2.0), length / 2.6)
    height = (bottom + top) / 2
    crosses = [
        _cross(left - middle, height, radius), _cross(right + middle, height, radius),
        *(_cross(x, y, radius)
          for x in ((left + frame.spine) / 2, (right + frame.spine) / 2)
          for y in (bottom - middle, top + middle)),
    ]  # fmt: skip
    head = f"q\n/{INK} CS 1 SCN {_LINE_PT} w 0 J\n"
    return (head + "\n".join([*lines, *crosses, "[2 1.5] 0 d", *folds, "Q\n"])).encode("ascii")


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f"{numbers(x1, y1)} m {numbers(x2, y2)} l S"


def _cross(x: float, y: float, radius: float) -> str:
    arm, k = radius * 1.3, radius * _CIRCLE
    return "\n".join(
        (
            _line(x - arm, y, x + arm, y),
            _line(x, y - arm, x, y + arm),
            f"{numbers(x + radius, y)} m",
            f"{numbers(x + radius, y + k, x + k, y + radius, x, y + radius)} c",
            f"{numbers(x - k, y + radius, x - radius, y + k, x - radius, y)} c",
            f"{numbers(x - radius, y - k, x - k, y - radius, x, y - radius)} c",
            f"{numbers(x + k, y - radius, x + radius, y - k, x + radius, y)} c S",
        )
    )


def numbers(*values: float) -> str:
    """Write numbers as PDF does, to a thousandth of a point, without needless zeros."""
    return " ".join(f"{v:.3f}".rstrip("0").rstrip(".") for v in values)
