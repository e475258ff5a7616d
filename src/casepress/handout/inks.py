"""Inks of slides: each colour word of the deck's theme as RGB and as plates for the press.

A deck's theme knows RGB only. On paper its colours come from three plates at most: what cyan,
magenta and yellow have in common is black (grey component replacement), so a colour keeps its hue
when a press drifts and no text takes four plates. The text colour ``dk1`` is solid black.
"""

from __future__ import annotations

from casepress.display import Ink
from casepress.theme.deck import DeckTokens
from casepress.theme.shade import Rgb, rgb_of

PREFIX = "slide."
_TEXT = "dk1"
_LIGHT, _LIGHTENED = 20.0, 30.0
"""A third plate of up to 30 % is held at 20 %: small type then hangs on two plates only."""
_LEAST = 2.0
"""A tint of less than this percentage doesn't print; it is left out."""


class Palette:
    """The inks that slides have asked for so far, by name."""

    def __init__(self, tokens: DeckTokens) -> None:
        self._tokens = tokens
        self.inks: dict[str, Ink] = {}

    def ink(self, word: str) -> str:
        """Return the name of the ink for a slot or shade."""
        name = PREFIX + word
        if name not in self.inks:
            rgb = rgb_of(self._tokens, word)
            plates = (0.0, 0.0, 0.0, 100.0) if word == _TEXT else plates_of(rgb)
            self.inks[name] = Ink(rgb, plates)
        return name

    def over(self, word: str, opacity: float, ground: str) -> str:
        """Return the ink of a translucent colour on an ink: mixed, for paper knows no glass."""
        if opacity >= 1.0:
            return self.ink(word)
        below = self.inks[ground].rgb
        above = rgb_of(self._tokens, word)
        red, green, blue = (
            round(a * opacity + b * (1 - opacity)) for a, b in zip(above, below, strict=True)
        )
        name = f"{PREFIX}{red:02X}{green:02X}{blue:02X}"
        self.inks.setdefault(name, Ink((red, green, blue), plates_of((red, green, blue))))
        return name


def plates_of(rgb: Rgb) -> tuple[float, float, float, float]:
    """Return cyan, magenta, yellow and black in whole percent, at most 300 together."""
    light = max(rgb) / 255
    if light == 0:
        return (0.0, 0.0, 0.0, 100.0)
    colours = (100.0 * (1 - channel / 255 / light) for channel in rgb)
    plates = [float(round(v)) if v >= _LEAST else 0.0 for v in (*colours, 100.0 * (1 - light))]
    heavy = sorted((v, n) for n, v in enumerate(plates) if v > _LIGHT)
    if len(heavy) > 2 and heavy[0][0] <= _LIGHTENED:
        plates[heavy[0][1]] = _LIGHT
    cyan, magenta, yellow, black = plates
    return (cyan, magenta, yellow, black)
