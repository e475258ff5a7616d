"""What composition has to report: characters no font has, and message ids of notices."""

from __future__ import annotations

from typing import Final

from casepress.frozen import dataclass

NO_LEGAL_BREAK: Final = "CP0701"
"""A line had to be broken where the rules forbid it, or in the middle of a word."""
LOOSE_LINE: Final = "CP0702"
"""A line could not be justified within the limits; it was left short."""
SHORT_LAST_LINE: Final = "CP0703"
"""The last line has only one or two characters."""
TOO_MANY_LINES: Final = "CP0704"
"""A title takes more lines than it may."""
DROPPED_CHARACTER: Final = "CP0705"
"""Control or invisible characters were left out."""
UNIFIED_CHARACTER: Final = "CP0706"
"""Kangxi radicals or compatibility forms were set as the ordinary characters."""
TOO_WIDE: Final = "CP0707"
"""A single character is wider than the measure."""


@dataclass(frozen=True, slots=True)
class MissingGlyph:
    """A character that no font of its chain can set; ``offset`` counts in the run's own text."""

    char: str
    source: str
    offset: int

    @property
    def code_point(self) -> str:
        """The character's number as it is written: ``U+E000``."""
        return f"U+{ord(self.char):04X}"


class MissingGlyphError(Exception):
    """Characters without a glyph: nothing is set as an empty box. Lists every one of them."""

    def __init__(self, missing: tuple[MissingGlyph, ...]) -> None:
        """Keep the characters in reading order."""
        self.missing = missing
        super().__init__(", ".join(f"{m.code_point} in {m.source or 'text'}" for m in missing))
