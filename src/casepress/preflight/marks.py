"""What a page paints: one record per painted thing, in painting order."""

from __future__ import annotations

from typing import Any, Literal

from casepress.frozen import dataclass
from casepress.preflight.geometry import IDENTITY, Box, Matrix
from casepress.preflight.glyphs import FontFacts
from casepress.preflight.spaces import Colour

Kind = Literal["text", "fill", "stroke", "image", "shading"]
Tagging = Literal["tagged", "artifact", "none"]


@dataclass(slots=True, eq=False)
class Mark:
    """Something painted: where, with what, and how it meets what lies below."""

    kind: Kind
    box: Box
    """What is seen of it: its bounds within the clip, in default user space."""
    colour: Colour
    overprint: bool = False
    """The overprint flag of the graphics state that applies."""
    mode: int = 0
    """Overprint mode (OPM)."""
    alpha: float = 1.0
    solid: bool = False
    """The mark fills its box: a rectangle, an upright picture."""
    tagging: Tagging = "none"
    size: float = 0.0
    """Type size or line width on the page, in points."""
    codes: tuple[int, ...] = ()
    font: FontFacts | None = None
    image: Any = None
    matrix: Matrix = IDENTITY
    mcid: int | None = None

    @property
    def white(self) -> bool:
        """Tell whether the mark lays no ink at all: paper shows through."""
        if self.colour.plates is not None:
            return sum(self.colour.plates) < 1e-4
        return self.colour.space.is_rgb and bool(self.colour.values) and min(
            self.colour.values
        ) > 0.999  # fmt: skip

    @property
    def overprints(self) -> bool:
        """Tell whether the plates the mark leaves empty keep what lies below (ISO 32000-1, 8.6.7).

        For DeviceCMYK that takes overprint mode 1; mode 0 paints its zeros.
        """
        space = self.colour.space
        if not self.overprint:
            return False
        if space.family in ("Separation", "DeviceN"):
            return True
        return space.family == "DeviceCMYK" and self.mode == 1 and self.kind != "image"
