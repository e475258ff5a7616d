"""Width of text in a terminal: full-width characters take two cells."""

from __future__ import annotations

import unicodedata
from typing import Final

TAB: Final = "    "
ELLIPSIS: Final = "…"


_UNPRINTABLE: Final = frozenset(("Cc", "Cs", "Zl", "Zp", "Cn"))
_OVERRIDES: Final = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))


def cells(char: str) -> int:
    """Return how many cells a character takes; marks of ambiguous width take one."""
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def width(text: str) -> int:
    """Return how many cells a text takes."""
    return sum(map(cells, text))


def visible(text: str) -> str:
    """Return a line as it can be printed: tabs as spaces, control characters as pictures."""
    shown = []
    for char in text:
        if char == "\t":
            shown.append(TAB)
        elif char < " ":
            shown.append(chr(0x2400 + ord(char)))
        elif unicodedata.category(char) in _UNPRINTABLE or _is_override(char):
            shown.append("\ufffd")
        else:
            shown.append(char)
    return "".join(shown)


def _is_override(char: str) -> bool:
    return unicodedata.bidirectional(char) in _OVERRIDES


def window(text: str, start: int, end: int, room: int) -> tuple[str, int, int]:
    """Cut a long line to *room* cells around the characters from *start* to *end*.

    Returns the line to print, the cells before the marked characters, and the cells they take
    (at least one). Cut ends show an ellipsis.
    """
    start = min(start, len(text))
    end = max(min(end, len(text)), start)
    before, marked, after = visible(text[:start]), visible(text[start:end]), visible(text[end:])
    left, right = width(before), width(after)
    middle = width(marked)
    if left + middle + right <= room:
        return before + marked + after, left, max(middle, 1)
    if middle > room // 2:
        marked, cut = _head(marked, room // 2), True
        after = ELLIPSIS if cut else after
    spare = room - width(marked) - 2
    keep_right = min(width(after), max(spare // 3, spare - left))
    keep_left = spare - keep_right
    if left > keep_left:
        before = ELLIPSIS + _tail(before, keep_left)
    if width(after) > keep_right:
        after = _head(after, keep_right) + ELLIPSIS
    return before + marked + after, width(before), max(width(marked), 1)


def _head(text: str, room: int) -> str:
    used = 0
    for index, char in enumerate(text):
        used += cells(char)
        if used > room:
            return text[:index]
    return text


def _tail(text: str, room: int) -> str:
    used = 0
    for index in range(len(text) - 1, -1, -1):
        used += cells(text[index])
        if used > room:
            return text[index + 1 :]
    return text
