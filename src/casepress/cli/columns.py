"""Text for a terminal, where a Chinese character is two cells wide."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_NOT_FIRST = frozenset("，。、；：？！）》」』”’…,.;:?!)]")


def cells(text: str) -> int:
    """Return how many terminal cells a text takes (UAX #11: wide and full-width count two)."""
    return sum(_cell(char) for char in text)


def _cell(char: str) -> int:
    if char < "\u0300":
        return 1
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def pad(text: str, width: int) -> str:
    """Fill a text with spaces up to *width* cells."""
    return text + " " * max(0, width - cells(text))


def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines of at most *width* cells.

    Breaks at spaces and between Han characters, never inside a Latin word and never before a
    closing mark (which may then stand in the margin: one cell pair is allowed to hang).
    """
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        line = ""
        for piece in _pieces(paragraph):
            if line and cells(line + piece.rstrip()) > width and piece[0] not in _NOT_FIRST:
                lines.append(line.rstrip())
                line = piece.lstrip()
            else:
                line += piece
        lines.append(line.rstrip())
    return lines


def _pieces(text: str) -> list[str]:
    """Cut a text where a line may end: after a space, and around every wide character."""
    pieces: list[str] = []
    word = ""
    for char in text:
        if _cell(char) == 2:
            pieces += [word, char] if word else [char]
            word = ""
        else:
            word += char
            if char == " ":
                pieces.append(word)
                word = ""
    return [*pieces, word] if word else pieces


def table(rows: Sequence[tuple[str, ...]], gap: int = 2, indent: str = "") -> list[str]:
    """Set rows in columns; the last column is not padded."""
    widths = [max(cells(cell) for cell in column) for column in zip(*rows, strict=True)]
    joint = " " * gap
    return [
        (indent + joint.join(pad(cell, width) for cell, width in zip(row, widths, strict=True)))
        .rstrip()
        for row in rows
    ]  # fmt: skip
