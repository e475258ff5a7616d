"""Gradients: the heaviest colour of a shading, from its function's end points."""

from __future__ import annotations

from typing import Any

from casepress.preflight.spaces import Colour, Space, colour


def heaviest(shading: Any, space: Space) -> Colour:
    """Return the end colour with the most ink; only the space where functions cannot be read."""
    ends = [tuple(values) for values in _ends(shading.get("/Function"))]
    known = [made for made in (colour(space, values) for values in ends) if made.plates]
    return max(known, key=lambda made: sum(made.plates or ()), default=colour(space, ()))


def _ends(function: Any, depth: int = 0) -> list[list[float]]:
    """Return the colours at the ends of an exponential or stitching function (7.10.3, 7.10.4)."""
    import pikepdf

    if function is None or isinstance(function, pikepdf.Array) or depth > 3:
        return []
    kind = int(function.get("/FunctionType", -1))
    if kind == 2:
        start, end = function.get("/C0", [0.0]), function.get("/C1", [1.0])
        return [[float(v) for v in start], [float(v) for v in end]]
    if kind == 3:
        return [end for part in function.Functions for end in _ends(part, depth + 1)]
    return []
