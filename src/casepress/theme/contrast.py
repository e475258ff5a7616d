"""Contrast of text and ground (WCAG 2.2, 1.4.3), as luminance of sRGB colours."""

from __future__ import annotations

from casepress.theme.deck import Box, DeckTokens, LayoutToken, PlaceholderToken

LEAST = 4.5
LEAST_LARGE = 3.0
"""For text from 18 pt up, or from 14 pt up if bold."""


def luminance(rgb: str, factor: float = 1.0, offset: float = 0.0) -> float:
    """Relative luminance of six hexadecimal digits; *factor* and *offset* shade each channel."""
    channels = [min(1.0, int(rgb[n : n + 2], 16) / 255 * factor + offset) for n in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: float, other: float) -> float:
    """Contrast of two luminances, from 1 (equal) to 21 (black on white)."""
    dark, light = sorted((one, other))
    return (light + 0.05) / (dark + 0.05)


def least(size_pt: float, bold: bool) -> float:
    """Return the contrast that text of this size needs."""
    return LEAST_LARGE if size_pt >= 18 or (bold and size_pt >= 14) else LEAST


def slot_luminance(tokens: DeckTokens, colour: str) -> float:
    """Luminance of a theme slot or shade of the deck; ValueError if there is none."""
    slot, factor, offset = tokens.shade(colour)
    return luminance(tokens.colours[slot], factor, offset)


def ground_of(layout: LayoutToken, placeholder: PlaceholderToken) -> str:
    """Return the colour word of what a placeholder's text stands on: fill, panel or background."""
    if placeholder.fill:
        return placeholder.fill
    ground = layout.background
    for shape in layout.shapes:
        if shape.kind == "box" and _under(shape.box, placeholder.box):
            ground = shape.fill
    return ground


def _under(box: Box, text: Box) -> bool:
    x, y, width, height = box
    starts = x <= text[0] + 0.01 and y <= text[1] + 0.01
    return starts and x + width > text[0] + 0.5 and y + height >= text[1] + text[3] - 0.02
