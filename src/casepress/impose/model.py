"""What is asked of an imposition, and what came of it."""

from __future__ import annotations

from types import MappingProxyType
from typing import Literal

from casepress.frozen import dataclass

Sheet = Literal["auto", "A4", "A3", "SRA3"]
SHEETS: MappingProxyType[str, tuple[float, float]] = MappingProxyType(
    {"A4": (297.0, 210.0), "A3": (420.0, 297.0), "SRA3": (450.0, 320.0)}
)
"""Sheets that are for sale, lying on the long side, in millimetres (ISO 216, ISO 217)."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to impose.

    Attributes:
        booklet: fold and stitch; otherwise pairs of pages in reading order, two to a side.
        fit: for an office printer: pages are scaled to the sheet, without bleed and marks.
        sheet: a sheet of :data:`SHEETS`, or ``auto``.
        creep: thickness of the paper in millimetres; every sheet further inside moves its pages
            that much towards the spine.
        signature: pages of one folded signature, a multiple of 4; ``None``: all in one.
    """

    booklet: bool = True
    fit: bool = False
    sheet: Sheet = "auto"
    creep: float = 0.0
    signature: int | None = None

    def __post_init__(self) -> None:
        """Refuse what makes no sense.

        Raises:
            ValueError: a negative creep, a signature that is no multiple of 4.
        """
        if self.creep < 0:
            raise ValueError("creep must not be negative")
        if self.signature is not None and (self.signature < 4 or self.signature % 4):
            raise ValueError("a signature has a multiple of 4 pages")


@dataclass(frozen=True, slots=True)
class Imposed:
    """An imposed file and its numbers for the order ticket."""

    data: bytes
    pages: int
    """Pages of the source."""
    blanks: int
    """Blank pages added before the back cover."""
    sheets: int
    """Sheets of paper, printed on both sides."""
    signatures: int
    width_mm: float
    height_mm: float
