"""Where words stand on a slide, and how they sit there."""

from __future__ import annotations

from functools import lru_cache

from casepress.frozen import dataclass
from casepress.theme.deck import LevelToken, PlaceholderToken
from casepress.units import POINTS_PER_INCH

_TITLE_LEVEL = LevelToken(size=30, bold=True)


@dataclass(frozen=True, slots=True)
class FrameFit:
    """How a text sits in its frame."""

    ratio: float
    """Height of the text over height of the frame; also above 1 if a word is wider than it."""
    lines: tuple[str, ...]
    runt: bool = False
    """A last line of one or two characters, or a line that begins with an opening quote."""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """What a text has: width and height in points, and the looks of its levels."""

    width: float
    height: float
    levels: tuple[LevelToken, ...]


@lru_cache(maxsize=256)
def level_of(size: float, bold: bool = False) -> LevelToken:
    """Return a level of words outside placeholders; a table asks for the same one cell by cell."""
    return LevelToken(size=size, bold=bold)


def area_of(token: PlaceholderToken) -> Area:
    """Return the text area of a placeholder, insets taken off."""
    left, top, right, bottom = token.inset
    return Area(
        (token.box[2] - left - right) * POINTS_PER_INCH,
        (token.box[3] - top - bottom) * POINTS_PER_INCH,
        token.levels or (_TITLE_LEVEL,),
    )
