"""How solid, tinted and empty surfaces are painted: in tones, or in lines for one ink.

A layout chooses by tokens: ``bleeds`` (grounds), ``blocks`` (solid or outlined), ``chart_fill``
(tint or hatch), ``strands`` (bands or lines). Page types say what a surface means, never how it
looks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from casepress.brochure.drawing.ornament import circle, rectangle
from casepress.brochure.publication.builder import OPENING_RULE, RULE, PageBuilder
from casepress.display import Segment
from casepress.theme.model import Theme
from casepress.units import Rect

HATCH_PITCH, HATCH_PT = 4.0, 0.5
OUTLINE_PT = 1.0
LINE_PT = 1.25
SAFE_PT = 28.35
"""10 mm: as near to the trim as a layout that does not bleed prints anything; desktop printers
leave 3 to 5 mm white."""
LABEL_RISE = 6.0
"""From a strand drawn as a line up to the baseline of its label."""


class Themed(Protocol):
    """A brochure or a book in the making: what has a look."""

    @property
    def theme(self) -> Theme:
        """The layout's tokens."""


def panel(page: PageBuilder, book: Themed, rect: Rect) -> None:
    """Paint what sets a chart apart: a tint, or a rule above and below it."""
    if book.theme.brochure.bleeds:
        page.box(rect, "panel")
        return
    full = page.frame.full
    page.rule(full.x, rect.y, full.right, "ink", OPENING_RULE)
    page.rule(full.x, rect.bottom, full.right, "ink", RULE)


def block(page: PageBuilder, book: Themed, rect: Rect, element: int | None = None) -> None:
    """Paint the block of a diagram or tag that carries words."""
    if book.theme.brochure.blocks == "solid":
        page.box(rect, "brand", element=element)
        return
    inset = OUTLINE_PT / 2
    outline = rectangle(rect.x + inset, rect.y + inset, rect.right - inset, rect.bottom - inset)
    page.path(outline, fill="paper", stroke="brand", stroke_pt=OUTLINE_PT, element=element)


def station(
    page: PageBuilder, book: Themed, x: float, y: float, radius: float, element: int
) -> None:
    """Paint the disc of a year that carries its number."""
    if book.theme.brochure.blocks == "solid":
        page.path(circle(x, y, radius), fill="brand", element=element)
        return
    ring = circle(x, y, radius - OUTLINE_PT / 2)
    page.path(ring, fill="paper", stroke="brand", stroke_pt=OUTLINE_PT, element=element)


def before_bar(page: PageBuilder, book: Themed, rect: Rect, element: int) -> None:
    """Paint the bar of a value before: a tint, or an outline with hatching."""
    if book.theme.brochure.chart_fill == "tint":
        page.box(rect, "goldD", element=element)
        return
    if rect.height < 2 * RULE:
        page.box(rect, "ink", element=element)
        return
    page.path(hatching(rect), stroke="ink", stroke_pt=HATCH_PT, element=element)
    inset = RULE / 2
    outline = rectangle(rect.x + inset, rect.y, rect.right - inset, rect.bottom)
    page.path(outline, stroke="ink", stroke_pt=RULE, element=element)


def bar(page: PageBuilder, book: Themed, rect: Rect, element: int, *, before: bool) -> None:
    """Paint a bar of a chart: what was before, or what is now."""
    if before:
        before_bar(page, book, rect, element)
    else:
        page.box(rect, "brand", element=element)


def hatching(rect: Rect, pitch: float = HATCH_PITCH) -> tuple[Segment, ...]:
    """Return lines at 45° across a rectangle, rising to the right, cut at its edges."""
    segments: list[Segment] = []
    step = pitch * 2**0.5
    along = step
    while along < rect.width + rect.height:
        start = min(along, rect.height)
        end = min(along, rect.width)
        segments.append(("M", (rect.x + along - start, rect.y + start)))
        segments.append(("L", (rect.x + end, rect.y + along - end)))
        along += step
    return tuple(segments)


def empty_dots(
    page: PageBuilder,
    book: Themed,
    centres: Sequence[tuple[float, float]],
    radius: float,
    element: int,
) -> None:
    """Paint what is missing of a hundred dots: tinted discs, or rings."""
    if not centres:
        return
    if book.theme.brochure.chart_fill == "tint":
        discs = [segment for x, y in centres for segment in circle(x, y, radius)]
        page.path(discs, fill="rule", element=element)
        return
    rings = [segment for x, y in centres for segment in circle(x, y, radius - RULE / 2)]
    page.path(rings, stroke="ink", stroke_pt=RULE, element=element)


def strands(
    page: PageBuilder,
    book: Themed,
    bands: Sequence[Segment],
    lines: Sequence[Segment],
    ink: str,
    element: int | None = None,
) -> None:
    """Paint strands as filled bands, as lines, or not at all, as the layout has them."""
    if as_lines(book):
        page.path(lines, stroke=ink, stroke_pt=LINE_PT, element=element)
    elif not without_strands(book):
        page.path(bands, fill=ink, element=element)


def as_lines(book: Themed) -> bool:
    """Whether strands are drawn as lines."""
    return book.theme.brochure.strands == "line"


def without_strands(book: Themed) -> bool:
    """Whether no strands are drawn."""
    return book.theme.brochure.strands == "none"


def reach(book: Themed, bled: float, kept: float) -> float:
    """Return how far something runs towards the trim: *bled*, or *kept* if nothing may bleed."""
    return bled if book.theme.brochure.bleeds else kept
