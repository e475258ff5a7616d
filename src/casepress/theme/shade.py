"""Colour words as colours: Office's shades of the theme slots, and which text reads on them."""

from __future__ import annotations

import colorsys

from casepress.theme.deck import DeckTokens

Rgb = tuple[int, int, int]


def rgb_of(tokens: DeckTokens, colour: str) -> Rgb:
    """Give the colour a slot or shade stands for, as Office shows it."""
    slot, factor, offset = tokens.shade(colour)
    value = tokens.colours[slot]
    if (factor, offset) != (1.0, 0.0):
        value = shaded(value, factor, offset)
    red, green, blue = (int(value[n : n + 2], 16) for n in (0, 2, 4))
    return red, green, blue


def shaded(rgb: str, factor: float, offset: float) -> str:
    """Apply ``lumMod`` and ``lumOff`` (fractions) in HLS, as DrawingML defines them (20.1.2.3)."""
    red, green, blue = (int(rgb[n : n + 2], 16) / 255 for n in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = min(max(light * factor + offset, 0.0), 1.0)
    return "".join(f"{round(v * 255):02X}" for v in colorsys.hls_to_rgb(hue, light, saturation))


def contrast_colour(tokens: DeckTokens, ground: str) -> str:
    """``lt1`` or ``dk1``, whichever reads better on *ground* (WCAG 2 relative luminance)."""
    ink = luminance(tokens, ground)
    light, dark = luminance(tokens, "lt1"), luminance(tokens, "dk1")
    return "lt1" if (light + 0.05) / (ink + 0.05) > (ink + 0.05) / (dark + 0.05) else "dk1"


def luminance(tokens: DeckTokens, colour: str) -> float:
    """Relative luminance (WCAG 2) of a slot or shade; shades are approximated per channel."""
    slot, factor, offset = tokens.shade(colour)
    rgb = tokens.colours[slot]
    channels = [int(rgb[n : n + 2], 16) / 255 * factor + offset for n in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
