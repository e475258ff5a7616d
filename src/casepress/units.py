"""Lengths. Points are the unit of the house; every other unit is converted where it enters.

Plain floats named ``*_pt`` (or documented as points) travel through the code, ``*_em`` are
multiples of the size in force, ``*_emu`` are integers for OOXML.
"""

from __future__ import annotations

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
