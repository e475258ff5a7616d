"""Inks: from a colour's name to the operators that lay it down, per target.

:class:`Pen` keeps the graphics state of the page being painted, so that an operator is written only
when something changes, and decides overprinting: a solid black text or rule overprints what lies
below (no white halo when the plates shift), everything else knocks out, white above all.
"""

from __future__ import annotations

from collections.abc import Mapping

from casepress.display import Ink
from casepress.pdf.objects import number, numbers
from casepress.pdf.targets import Colour

OVERPRINT, KNOCKOUT = "Overprint", "Knockout"
"""Names of the graphics states that the press target adds to every page's resources."""
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}


class InkSet:
    """The named inks of a document in one colour space."""

    def __init__(self, inks: Mapping[str, Ink], colour: Colour) -> None:
        self._inks = inks
        self.colour = colour
        self._written: dict[str, str] = {}
        self.highest_coverage = 0.0
        """Largest total area coverage so far, in percent: an ink, or black overprinted on one."""

    def operands(self, name: str) -> str:
        """Return the colour as operands of rg/RG or k/K.

        Raises:
            ValueError: the display list names an ink it does not define.
        """
        ink = self._inks.get(name)
        if ink is None:
            raise ValueError(f"the display list has no ink named {name!r}")
        if self.colour == "rgb":
            if name not in self._written:
                self._written[name] = numbers(*(channel / 255 for channel in ink.rgb))
            return self._written[name]
        self.highest_coverage = max(self.highest_coverage, sum(ink.cmyk))
        return numbers(*(percent / 100 for percent in ink.cmyk))

    def note_overprint(self, ground: str) -> None:
        """Count solid black over an ink towards the highest coverage."""
        self.highest_coverage = max(self.highest_coverage, sum(self._inks[ground].cmyk[:3]) + 100.0)

    def is_solid_black(self, name: str) -> bool:
        """Tell whether an ink is the black plate alone, solid: the only ink that overprints."""
        return self.colour == "cmyk" and tuple(self._inks[name].cmyk) == (0, 0, 0, 100)


class Pen:
    """The graphics state of one page: writes the operators that change it, and only those."""

    def __init__(self, code: list[str], inks: InkSet) -> None:
        """Write to *code* in the colour space of *inks*."""
        self._code = code
        self._inks = inks
        self.fonts: set[str] = set()
        self._state: dict[str, str] = {"cap": "0 J", "join": "0 j", "dash": "[] 0 d"}
        self._state |= {"mode": "0 Tr", "rise": "0 Ts", "overprint": f"/{KNOCKOUT} gs"}
        self._stack: list[dict[str, str]] = []

    def _set(self, key: str, operator: str) -> None:
        if self._state.get(key) != operator:
            self._state[key] = operator
            self._code.append(operator)

    def save(self) -> None:
        """Push the graphics state."""
        self._stack.append(dict(self._state))
        self._code.append("q")

    def restore(self) -> None:
        """Pop the graphics state."""
        self._state = self._stack.pop()
        self._code.append("Q")

    def fill(self, ink: str, *, line_art: bool = False) -> None:
        """Set the ink of fills; ``line_art`` (text, rules) may overprint."""
        self._set("fill", f"{self._inks.operands(ink)} {'k' if self._cmyk else 'rg'}")
        self._overprint(line_art and self._inks.is_solid_black(ink))

    def stroke(self, ink: str, width: float, *, line_art: bool = True) -> None:
        """Set the ink and the width in points of strokes."""
        self._set("stroke", f"{self._inks.operands(ink)} {'K' if self._cmyk else 'RG'}")
        self._set("width", f"{number(width)} w")
        self._overprint(line_art and self._inks.is_solid_black(ink))

    def line_style(self, cap: str, join: str, dash: tuple[float, ...]) -> None:
        """Set caps, joins and dashes."""
        self._set("cap", f"{_CAPS[cap]} J")
        self._set("join", f"{_JOINS[join]} j")
        self._set("dash", f"[{numbers(*dash)}] 0 d")

    def text_mode(self, mode: int) -> None:
        """Set the text rendering mode: 0 fills, 2 fills and strokes."""
        self._set("mode", f"{mode} Tr")

    def rise(self, points: float) -> None:
        """Lift the text that follows above its baseline."""
        self._set("rise", f"{number(points)} Ts")

    def font(self, resource: str, size: float) -> None:
        """Choose a font; like all text state it outlives ET."""
        self.fonts.add(resource)
        self._set("font", f"{resource} {number(size)} Tf")

    @property
    def _cmyk(self) -> bool:
        return self._inks.colour == "cmyk"

    def _overprint(self, on: bool) -> None:
        self._set("overprint", f"/{OVERPRINT if on else KNOCKOUT} gs")
