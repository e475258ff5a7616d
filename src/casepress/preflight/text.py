"""The text matrix: where shown strings stand on the page."""

from __future__ import annotations

from typing import Any

from casepress.preflight.geometry import IDENTITY, Box, Matrix, bounds, corners, lengths, multiply
from casepress.preflight.state import State

_ASCENT, _DESCENT = 0.88, -0.12
"""The em box of a Han character; Latin letters stay inside it."""


class TextPen:
    """Follows BT, Td, Tm and their kin."""

    def __init__(self) -> None:
        self._matrix: Matrix = IDENTITY
        self._line: Matrix = IDENTITY

    def operator(self, name: str, operands: Any, state: State) -> None:
        """Run one operator of text state or text position."""
        v = [float(o) for o in operands]
        match name:
            case "BT":
                self._matrix = self._line = IDENTITY
            case "Tm":
                self._matrix = self._line = (v[0], v[1], v[2], v[3], v[4], v[5])
            case "Td" | "TD":
                if name == "TD":
                    state.leading = -v[1]
                self._next(v[0], v[1])
            case "T*":
                self._next(0.0, -state.leading)
            case "Tc":
                state.char_space = v[0]
            case "Tw":
                state.word_space = v[0]
            case "Tz":
                state.stretch = v[0] / 100
            case "TL":
                state.leading = v[0]
            case "Ts":
                state.rise = v[0]
            case "Tr":
                state.render = int(v[0])

    def _next(self, x: float, y: float) -> None:
        self._line = multiply((1.0, 0.0, 0.0, 1.0, x, y), self._line)
        self._matrix = self._line

    def show(self, state: State, pieces: Any) -> tuple[list[int], Box, float]:
        """Show strings and adjustments; return the codes, their bounds and the size on the page."""
        import pikepdf

        font = state.font
        assert font is not None
        size, along = state.size, 0.0
        codes: list[int] = []
        for piece in pieces:
            if isinstance(piece, pikepdf.String):
                shown = font.codes(bytes(piece))
                codes += shown
                along += self._length(state, shown)
            else:
                along -= float(piece) / 1000 * size * (1.0 if font.vertical else state.stretch)
        whole = multiply(self._matrix, state.matrix)
        if font.vertical:
            box = Box(-size / 2, -along, size / 2, 0.0)
            step = (0.0, -along)
        else:
            low, high = sorted((state.rise + _DESCENT * size, state.rise + _ASCENT * size))
            box = Box(min(0.0, along), low, max(0.0, along), high)
            step = (along, 0.0)
        self._matrix = multiply((1.0, 0.0, 0.0, 1.0, *step), self._matrix)
        return codes, bounds(corners(whole, box)), abs(size) * lengths(whole)[1]

    @staticmethod
    def _length(state: State, codes: list[int]) -> float:
        font = state.font
        assert font is not None
        if font.vertical:
            return len(codes) * (state.size + state.char_space)
        total = sum(map(font.advance, codes)) * state.size + len(codes) * state.char_space
        if not font.wide and state.word_space:
            total += codes.count(32) * state.word_space
        return total * state.stretch
