"""The graphics state of a content stream (ISO 32000-1, 8.4), as far as a check needs it."""

from __future__ import annotations

import copy
from typing import Any

from casepress.frozen import dataclass
from casepress.preflight.geometry import EVERYWHERE, IDENTITY, Box, Matrix
from casepress.preflight.glyphs import FontFacts
from casepress.preflight.spaces import BLACK, Colour


@dataclass(slots=True)
class State:
    """Everything q saves and Q restores."""

    matrix: Matrix = IDENTITY
    clip: Box = EVERYWHERE
    fill: Colour = BLACK
    stroke: Colour = BLACK
    width: float = 1.0
    fill_overprint: bool = False
    stroke_overprint: bool = False
    mode: int = 0
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    font: FontFacts | None = None
    size: float = 0.0
    char_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    render: int = 0

    def copy(self) -> State:
        """Return a copy to save; every value in it is immutable."""
        return copy.copy(self)

    def clip_to(self, box: Box | None) -> None:
        """Narrow the clip; ``None``: nothing is left of it."""
        met = self.clip.meet(box) if box is not None else None
        self.clip = met if met is not None else Box(0.0, 0.0, -1.0, -1.0)

    def apply(self, parameters: Any) -> tuple[bool, str]:
        """Take over an ExtGState dictionary; tell if it brings a soft mask, and the blend mode."""
        both = parameters.get("/OP")
        if both is not None:
            self.stroke_overprint = bool(both)
        fill = parameters.get("/op", both)
        if fill is not None:
            self.fill_overprint = bool(fill)
        self.mode = int(parameters.get("/OPM", self.mode))
        self.fill_alpha = float(parameters.get("/ca", self.fill_alpha))
        self.stroke_alpha = float(parameters.get("/CA", self.stroke_alpha))
        self.width = float(parameters.get("/LW", self.width))
        mask = parameters.get("/SMask")
        blend = parameters.get("/BM", "/Normal")
        name = str(blend) if not _is_array(blend) else str(blend[0])
        return mask is not None and not _is_name(mask), name[1:]


def _is_array(obj: Any) -> bool:
    import pikepdf

    return isinstance(obj, pikepdf.Array)


def _is_name(obj: Any) -> bool:
    import pikepdf

    return isinstance(obj, pikepdf.Name)
