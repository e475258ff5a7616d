"""Widths of display words, as the fit counts them: Han an em each, Latin as its face has it."""

from __future__ import annotations

from casepress.deck.fit.breaks import Widths
from casepress.fonts.face import Face
from casepress.typeset.classes import LATIN_OR_SPACE, is_latinish
from casepress.typeset.greedy import AUTOSPACE_EM


class Advances(dict[str, tuple[float, bool, bool]]):
    """Advance of a character in ems; whether it is Latin, and a letter or digit."""

    def __init__(self, face: Face) -> None:
        """Measure Latin in *face*."""
        super().__init__()
        self._face = face

    def __missing__(self, char: str) -> tuple[float, bool, bool]:
        latin = char == " " or is_latinish(char)
        advance = self._face.advance(self._face.glyph_id(char)) / 1000 if latin else 1.0
        self[char] = known = advance, latin, char.isalnum()
        return known

    def widths(self, text: str) -> Widths:
        """Return the widths of all stretches of a text."""
        if LATIN_OR_SPACE.search(text) is None:
            count = len(text) + 1
            return Widths(tuple(map(float, range(count))), (0.0,) * count)
        end, sums, gaps = 0.0, [0.0], list[float]()
        after_letter = after_latin = False
        for char in text:
            advance, latin, letter = self[char]
            gap = AUTOSPACE_EM if after_letter and letter and latin is not after_latin else 0.0
            end = end + advance + gap
            gaps.append(gap)
            sums.append(end)
            after_letter, after_latin = letter, latin
        return Widths(tuple(sums), (*gaps, 0.0))
