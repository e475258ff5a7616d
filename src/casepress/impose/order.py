"""Which pages share a side of which sheet."""

from __future__ import annotations

from casepress.frozen import dataclass

Pair = tuple[int | None, int | None]
"""Left and right page by index from 0; ``None`` is blank."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a sheet."""

    pages: Pair
    depth: int = 0
    """How many sheets of the signature lie outside this one."""
    signature: int = 0
    """Index of the signature."""


def booklet(count: int, signature: int | None = None) -> list[Side]:
    """Return the sides of a stitched booklet: front, back, front, back.

    Sheets are turned over the short edge. Sheet s of a signature of n pages carries n−1−2s and 2s
    in front, 2s+1 and n−2−2s behind. What is missing to a multiple of 4 is left blank before the
    last page, so that the back cover stays outside; the last signature may be smaller.
    """
    pages = padded(count)
    size = signature or len(pages)
    sides = []
    for number, start in enumerate(range(0, len(pages), size)):
        part = pages[start : start + size]
        last = len(part) - 1
        for depth in range(len(part) // 4):
            front, inner = 2 * depth, 2 * depth + 1
            sides.append(Side((part[last - front], part[front]), depth, number))
            sides.append(Side((part[inner], part[last - inner]), depth, number))
    return sides


def pairs(count: int) -> list[Side]:
    """Return the sides of a handout: pages two by two as they are read."""
    return [Side((left, left + 1 if left + 1 < count else None)) for left in range(0, count, 2)]


def padded(count: int) -> list[int | None]:
    """Return page indices with blanks before the last page, a multiple of 4 in all."""
    blanks: list[int | None] = [None] * (-count % 4)
    if count == 1:
        return [0, *blanks]
    return [*range(count - 1), *blanks, count - 1]
