"""Lengths. Points are the unit of the house; every other unit is converted where it enters.

Plain floats named ``*_pt`` (or documented as points) travel through the code, ``*_em`` are
multiples of the size in force, ``*_emu`` are integers for OOXML.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

POINTS_PER_INCH = 72.0
MM_PER_INCH = 25.4
EMU_PER_POINT = 12700
EMU_PER_INCH = 914400


def mm(value: float) -> float:
    """Millimetres in points."""
    return value * POINTS_PER_INCH / MM_PER_INCH


def to_mm(points: float) -> float:
    """Points in millimetres."""
    return points * MM_PER_INCH / POINTS_PER_INCH


def inch_emu(value: float) -> int:
    """Inches in English Metric Units, the integers OOXML wants."""
    return round(value * EMU_PER_INCH)


def pt_emu(points: float) -> int:
    """Points in English Metric Units."""
    return round(points * EMU_PER_POINT)


_WHOLE = 1.5 * 2**52
"""Added to a float and taken away again it leaves the nearest whole number, the even one of two."""


def thousandths(values: Iterable[float]) -> tuple[float, ...]:
    """Round each value as ``round(value, 3)`` does, in two fifths of the time.

    Only where a thousandfold value lies just between two whole numbers may multiplying have put it
    there, and ``round`` must decide.
    """
    return tuple([
        near / 1000.0
        if -0.5 < (exact := value * 1000.0) - (near := (exact + _WHOLE) - _WHOLE) < 0.5
        else round(value, 3)
        for value in values
    ])  # fmt: skip


class Rect(NamedTuple):
    """A rectangle in points, y downwards from the top of the trim."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Right edge in points."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Bottom edge in points."""
        return self.y + self.height
