"""Inks: from a colour's name to the operators that lay it down, per target.

:class:`Pen` keeps the graphics state of the page being painted, so that an operator is written only
when something changes, and decides overprinting: a solid black text or rule overprints what lies
below (no white halo when the plates shift), everything else knocks out, white above all.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from casepress.display import Ink
from casepress.pdf.objects import number, numbers
from casepress.pdf.targets import Colour

OVERPRINT, KNOCKOUT = "Overprint", "Knockout"
"""Names of the graphics states that the press target adds to every page's resources."""
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
State = tuple[tuple[str, str], ...]
"""Parts of the graphics state, each with the operator that sets it."""


class Look(NamedTuple):
    """How text is set: the resource name of its font, and the graphics state."""

    font: str
    state: State


class InkSet:
    """The named inks of a document in one colour space."""

    def __init__(self, inks: Mapping[str, Ink], colour: Colour) -> None:
        self._inks = inks
        self.colour = colour
        self._written: dict[str, str] = {}
        self.highest_coverage = 0.0
        """Largest total area coverage so far, in percent: an ink, or black overprinted on one."""
        self.looks: dict[tuple[object, ...], Look] = {}
        """How runs of text are set, by what decides it; worked out once for all pages."""

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

    def fill(self, name: str, line_art: bool) -> State:
        """Return the state that fills with an ink; line art may overprint."""
        operator = "k" if self.colour == "cmyk" else "rg"
        return ("fill", f"{self.operands(name)} {operator}"), self._overprint(name, line_art)

    def stroke(self, name: str, width: float, line_art: bool) -> State:
        """Return the state that strokes with an ink, *width* points wide."""
        operator = "K" if self.colour == "cmyk" else "RG"
        ink = ("stroke", f"{self.operands(name)} {operator}")
        return ink, ("width", f"{number(width)} w"), self._overprint(name, line_art)

    def _overprint(self, name: str, line_art: bool) -> tuple[str, str]:
        over = line_art and self.is_solid_black(name)
        return "overprint", f"/{OVERPRINT if over else KNOCKOUT} gs"

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
        self.looks = inks.looks
        self.fonts: set[str] = set()
        self._state: dict[str, str] = {"cap": "0 J", "join": "0 j", "dash": "[] 0 d"}
        self._state |= {"mode": "0 Tr", "rise": "0 Ts", "overprint": f"/{KNOCKOUT} gs"}
        self._stack: list[dict[str, str]] = []

    def set(self, state: State) -> None:
        """Write those operators of a state that change something."""
        known = self._state
        for key, operator in state:
            if known.get(key) != operator:
                known[key] = operator
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
        self.set(self._inks.fill(ink, line_art))

    def stroke(self, ink: str, width: float, *, line_art: bool = True) -> None:
        """Set the ink and the width in points of strokes."""
        self.set(self._inks.stroke(ink, width, line_art))

    def line_style(self, cap: str, join: str, dash: tuple[float, ...]) -> None:
        """Set caps, joins and dashes."""
        self.set(_line_style(cap, join, dash))

    def look(self, font: str, size: float, ink: str, embolden: float, rise: float) -> Look:
        """Return how text is set, for :meth:`text` of any page.

        Args:
            font: its resource name.
            size: its size in points.
            ink: name of the ink.
            embolden: width in points of the stroke round the glyphs, 0 for none.
            rise: how far above its baseline it stands, in points.
        """
        state = [("font", f"{font} {number(size)} Tf")]
        if embolden:
            state += _line_style("butt", "round", ())
            state += self._inks.stroke(ink, embolden, line_art=True)
        state += self._inks.fill(ink, line_art=True)
        state += ("mode", f"{2 if embolden else 0} Tr"), ("rise", f"{number(rise)} Ts")
        return Look(font, tuple(state))

    def text(self, look: Look) -> None:
        """Set how the text that follows looks; like all text state it outlives ET."""
        self.fonts.add(look.font)
        self.set(look.state)


def _line_style(cap: str, join: str, dash: tuple[float, ...]) -> State:
    return (
        ("cap", f"{_CAPS[cap]} J"),
        ("join", f"{_JOINS[join]} j"),
        ("dash", f"[{numbers(*dash)}] 0 d"),
    )
