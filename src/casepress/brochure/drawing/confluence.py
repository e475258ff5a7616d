"""Strands that run into one block and part again below it, as bands or as lines."""

from __future__ import annotations

from casepress.brochure.drawing.ornament import Corner, band, rectangle, stroke_along
from casepress.display import Segment
from casepress.frozen import dataclass

STRAND, RADIUS, STEP = 12.0, 18.0, 21.0
LEAST_STRAND = 8.0
BLOCK, LEAST_BLOCK, INWARD = 90 / 312, 54.0, 114 / 222
"""The block's share of the drawing's height, its least height, and the share of what is left that
the strands into it take."""
FULL_HEIGHT = 312.0
LINE_INSET, LINE_PITCH, LINE_RADIUS = 6.0, 4.0, 14.0
"""Strands as lines: inset of the first, pitch where they run together, radius of turns."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the drawing stands on its page: the columns' words above and below, strands between.

    Baselines and edges in points; ``scale`` shrinks strands and turns where rows are few.
    """

    title: float
    label: float
    node: float
    in_top: float
    out_bottom: float
    number: float
    name: float
    outcome: float
    note: float

    @property
    def height(self) -> float:
        """Height of strands and block together."""
        return self.out_bottom - self.in_top

    @property
    def scale(self) -> float:
        """Size of the strands, 1 as drawn."""
        return min(1.0, self.height / FULL_HEIGHT)

    @property
    def block_top(self) -> float:
        """Top of the block."""
        return self.in_top + (self.height - self.block_height) * INWARD

    @property
    def block_height(self) -> float:
        """Height of the block."""
        return max(LEAST_BLOCK, self.height * BLOCK)

    @property
    def strand(self) -> float:
        """Width of a strand."""
        return max(LEAST_STRAND, STRAND * self.scale)

    @property
    def radius(self) -> float:
        """Radius of a turn."""
        return RADIUS * self.scale

    def step(self, count: int) -> float:
        """Distance of the rows in which *count* strands turn."""
        return min(STEP, 84.0 / count) * self.scale


def strands_in(x: float, places: list[float], corner: Corner, stage: Stage) -> tuple[Segment, ...]:
    """Converging: from each column down, left, and down into the block; the nearest turns first."""
    segments: list[Segment] = []
    count, strand = len(places), stage.strand
    top, bottom = stage.in_top, stage.block_top
    middle = (top + bottom) / 2
    for j, place in enumerate(places):
        home, away = x + (j + 0.5) * strand, place + strand / 2
        if j == 0:
            segments += rectangle(x, top, x + strand, bottom)
            continue
        y = middle + (j - count / 2) * stage.step(count)
        points = ((away, top), (away, y), (home, y), (home, bottom))
        segments += band(points, strand, stage.radius, corner)
        segments += rectangle(
            home - strand / 2 - 0.5, y + stage.radius, home - strand / 2 + 0.5, bottom
        )
    return tuple(segments)


def lines_in(x: float, places: list[float], corner: Corner, stage: Stage) -> tuple[Segment, ...]:
    """Return the strands into the block as lines."""
    segments: list[Segment] = []
    count, radius = len(places), LINE_RADIUS * stage.scale
    top, bottom = stage.in_top, stage.block_top
    for j, place in enumerate(places):
        home, away = x + LINE_INSET + j * LINE_PITCH, place + LINE_INSET
        if j == 0:
            segments += (("M", (home, top)), ("L", (home, bottom)))
            continue
        y = (top + bottom) / 2 + (j - count / 2) * stage.step(count)
        segments += stroke_along(
            ((away, top), (away, y), (home, y), (home, bottom)), radius, corner
        )
    return tuple(segments)


def lines_out(x: float, places: list[float], corner: Corner, stage: Stage) -> tuple[Segment, ...]:
    """Return the strands out of the block as lines."""
    segments: list[Segment] = []
    count, radius = len(places), LINE_RADIUS * stage.scale
    top, bottom = stage.block_top + stage.block_height, stage.out_bottom
    for j, place in enumerate(places):
        home, away = x + LINE_INSET + j * LINE_PITCH, place + LINE_INSET
        if j == 0:
            segments += (("M", (home, top)), ("L", (home, bottom)))
            continue
        y = top + radius + 2 + (count - 1 - j) * stage.step(count)
        segments += stroke_along(
            ((home, top), (home, y), (away, y), (away, bottom)), radius, corner
        )
    return tuple(segments)


def strands_out(x: float, places: list[float], corner: Corner, stage: Stage) -> tuple[Segment, ...]:
    """Diverging: out of the block, right, and down to each column; the farthest turns first."""
    segments: list[Segment] = []
    count, strand, radius = len(places), stage.strand, stage.radius
    top = stage.block_top + stage.block_height
    for j, place in enumerate(places):
        home, away = x + (j + 0.5) * strand, place + strand / 2
        if j == 0:
            segments += rectangle(x, top - 1, x + strand, stage.out_bottom)
            continue
        y = top + strand + 1 + (count - 1 - j) * stage.step(count)
        points = ((home, top - radius), (home, y), (away, y), (away, stage.out_bottom))
        segments += band(points, strand, radius, corner)
        if y - radius > top:
            edge = home - strand / 2
            segments += rectangle(edge - 0.5, top - 1, edge + 0.5, y - radius)
    return tuple(segments)
