"""Which face ambiguous marks take: “ ” ‘ ’ — … · are Chinese unless both sides are Latin.

Unicode gives these marks one code point for both scripts. Inside a Latin phrase they are set
proportionally, between Chinese characters they fill their em (typography of GB/T 15834).
"""

from __future__ import annotations

import re

from casepress.typeset.classes import is_latinish

_AMBIGUOUS = re.compile("[“”‘’—–…·]")
_HAS_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_PAIRS = {"“": "”", "‘": "’"}
LATIN_STAND_IN = "x"
"""Takes the place of a Latin-set mark in the text that is cut into stretches."""


def shadow(text: str) -> str:
    """Return *text* with every mark that belongs to a Latin phrase replaced by a Latin letter.

    Same length as the text; used only to decide how stretches are cut.
    """
    if _AMBIGUOUS.search(text) is None or _HAS_LATIN.search(text) is None:
        return text
    chars = list(text)
    for index in _latin_quotes(text):
        chars[index] = LATIN_STAND_IN
    for match in re.finditer("—+|–|…+|·|’", text):
        before, after = _side(text, match.start() - 1, -1), _side(text, match.end(), 1)
        tight = _letter(text, match.start() - 1) and _letter(text, match.end())
        mark = match[0][0]
        latin = (before and after) if mark in "—…" else tight
        if latin:
            chars[match.start() : match.end()] = LATIN_STAND_IN * len(match[0])
    return "".join(chars)


def _letter(text: str, index: int) -> bool:
    return 0 <= index < len(text) and (text[index].isdecimal() or is_latinish(text[index]))


def _side(text: str, index: int, step: int) -> bool:
    """Tell whether the next character in this direction, spaces skipped, is Latin."""
    char = _beyond(text, index, step)
    return bool(char) and _letter(char, 0)


def _latin_quotes(text: str) -> list[int]:
    """Find pairs of quotation marks with Latin on their inner and outer sides."""
    found: list[int] = []
    for open_at, close_at in _quote_pairs(text):
        inside = _side(text, open_at + 1, 1) and _side(text, close_at - 1, -1)
        if not inside:
            continue
        before, after = _beyond(text, open_at - 1, -1), _beyond(text, close_at + 1, 1)
        left = _outer(before) or (not before and _outer(after))
        right = _outer(after) or (not after and _outer(before))
        alone = not before and not after
        if (left and right) or alone:
            found += [open_at, close_at]
    return found


def _beyond(text: str, index: int, step: int) -> str:
    """Return the next character in this direction that is no space; empty at the text's end."""
    while 0 <= index < len(text) and text[index] == " ":
        index += step
    return text[index] if 0 <= index < len(text) else ""


def _outer(char: str) -> bool:
    return bool(char) and (is_latinish(char) or char in "“‘”’")


def _quote_pairs(text: str) -> list[tuple[int, int]]:
    """Match opening and closing curly quotes; apostrophes between letters are left out."""
    pairs: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for match in re.finditer("[“”‘’]", text):
        mark, index = match[0], match.start()
        if mark in _PAIRS:
            stack.append((_PAIRS[mark], index))
        elif mark == "’" and _letter(text, index - 1) and _letter(text, index + 1):
            continue
        elif stack and stack[-1][0] == mark:
            pairs.append((stack.pop()[1], index))
    return pairs
