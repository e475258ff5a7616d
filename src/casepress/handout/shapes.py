"""Fixed shapes of layouts and the bar of parts, as boxes, rules and paths."""

from __future__ import annotations

from casepress.deck.model import Progress
from casepress.display import Segment
from casepress.handout.inks import Palette
from casepress.handout.sheet import View
from casepress.theme.deck import Box, DeckTokens, ProgressToken, ShapeToken
from casepress.units import POINTS_PER_INCH, Rect

ARC = 0.552285
"""Length of the handles of a quarter circle, in radii."""
_NEAR_IN = 0.002


def rect_of(box: Box) -> Rect:
    """Return a box in inches as a rectangle in points."""
    x, y, width, height = (v * POINTS_PER_INCH for v in box)
    return Rect(x, y, width, height)


class Grounds:
    """What has been painted so far, so that translucent shapes can be mixed with it."""

    def __init__(self, palette: Palette, width_in: float, height_in: float, slot: str) -> None:
        self._palette = palette
        self._laid: list[tuple[Box, str]] = [((0.0, 0.0, width_in, height_in), palette.ink(slot))]

    def ink(self, shape: ShapeToken) -> str:
        """Return the ink of a shape on what lies below its middle, and lay it down."""
        x, y, width, height = shape.box
        across, down = x + width * 0.6, y + height * 0.6
        below = next(
            ink
            for (left, top, wide, high), ink in reversed(self._laid)
            if left <= across <= left + wide and top <= down <= top + high
        )
        ink = self._palette.over(shape.fill, shape.opacity, below)
        if shape.kind != "line":
            self._laid.append((shape.box, ink))
        return ink


def draw_shape(view: View, tokens: DeckTokens, shape: ShapeToken, grounds: Grounds) -> None:
    """Draw an ornament; one that ends at the slide's right edge reaches it."""
    x, y, width, height = shape.box
    if abs(x + width - tokens.width_in) < _NEAR_IN:
        width = tokens.width_in - x
    rect = rect_of((x, y, width, height))
    ink = grounds.ink(shape)
    if shape.kind == "line":
        view.rule((rect.x, rect.y, rect.right, rect.bottom), ink, shape.line_pt)
    elif shape.kind == "box":
        view.box(rect, ink)
    elif shape.kind == "dot":
        view.path(ellipse(rect), fill=ink)
    else:
        view.path(_quarter(rect), fill=ink)


def ellipse(rect: Rect) -> tuple[Segment, ...]:
    """Return the outline of an ellipse in a rectangle."""
    x, y = rect.x + rect.width / 2, rect.y + rect.height / 2
    a, b = rect.width / 2, rect.height / 2
    h, k = a * ARC, b * ARC
    return (
        ("M", (x + a, y)),
        ("C", (x + a, y + k, x + h, y + b, x, y + b)),
        ("C", (x - h, y + b, x - a, y + k, x - a, y)),
        ("C", (x - a, y - k, x - h, y - b, x, y - b)),
        ("C", (x + h, y - b, x + a, y - k, x + a, y)),
        ("Z", ()),
    )


def _quarter(rect: Rect) -> tuple[Segment, ...]:
    """Return a quarter disc whose centre is the bottom right corner."""
    left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    return (
        ("M", (left, bottom)),
        ("C", (left, bottom - rect.height * ARC, right - rect.width * ARC, top, right, top)),
        ("L", (right, bottom)),
        ("Z", ()),
    )


def draw_progress(view: View, palette: Palette, place: ProgressToken, progress: Progress) -> None:
    """Draw one segment per part: done, current (filled to its share), still to come."""
    for part, (x, width) in enumerate(place.segments(progress.total), 1):
        segment = (x, place.y, width, place.height)
        if part != progress.current:
            word = "accent3" if part < progress.current else "hairline"
            view.box(rect_of(segment), palette.ink(word))
            continue
        share = 1.0 if place.whole else min(max(progress.share, 0.0), 1.0)
        if share < 1:
            view.box(rect_of(segment), palette.ink("hairline"))
        if share > 0:
            done = (x, place.y, width * share, place.height)
            view.box(rect_of(done), palette.ink("accent1"))
