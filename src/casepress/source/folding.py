"""Where the characters of a YAML text stand in the file, and which of its spaces are line breaks.

YAML folds a line break into a space. Between Chinese characters that space was never written: it
is taken out again (Han joins Han), here and nowhere else.
"""

from __future__ import annotations

import re
from typing import Final

from casepress.source.characters import SHARED, is_cjk

_ESCAPES: Final = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f",
    "r": "\r", "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0",
    "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_CODE_LENGTHS: Final = {"x": 2, "u": 4, "U": 8}
_BLANKS: Final = frozenset(" \t\r\n")
_HEADER: Final = re.compile(r"[|>][^\n\r]*(?:\r\n?|\n)?")


def unfolded(text: str, source: str, start: int, end: int, style: str) -> str:
    """Return a folded text without the spaces that folding put next to Chinese characters."""
    offsets = offsets_of(text, source, start, end, style)
    if offsets is None:
        return text
    kept = []
    for index, char in enumerate(text):
        if char == " " and source[offsets[index]] in "\r\n" and _joins(text, index):
            continue
        kept.append(char)
    return "".join(kept)


def _joins(text: str, index: int) -> bool:
    """Tell whether the lines on both sides of a folded break join without a space."""
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    if is_cjk(before) or is_cjk(after):
        return True
    return bool(before and after and (SHARED.match(before) or SHARED.match(after)))


def offsets_of(text: str, source: str, start: int, end: int, style: str) -> list[int] | None:
    """Return the offset in the file of every character of a scalar; ``None`` if they don't match.

    Args:
        text: the value as YAML reads it, with or without the spaces of folded lines.
        source: the whole file.
        start: offset where the scalar's writing begins, its quote or block indicator included.
        end: offset where it ends.
        style: ``""``, ``'``, ``"``, ``|`` or ``>``.
    """
    extents = extents_of(text, source, start, end, style)
    return None if extents is None else [first for first, _ in extents]


def extents_of(
    text: str, source: str, start: int, end: int, style: str
) -> list[tuple[int, int]] | None:
    """Return where every character of a scalar is written in the file, from and up to.

    An escape or a doubled quote is one character written with several. Arguments and ``None`` as
    for :func:`offsets_of`.
    """
    place = content_start(source, start, style)
    extents: list[tuple[int, int]] = []
    for char in text:
        found = _find(char, source, place, end, style)
        if found is None:
            return None
        extents.append(found)
        place = found[1]
    return extents


def content_start(source: str, start: int, style: str) -> int:
    """Return where the characters of a scalar begin: behind its quote or its block header."""
    if style in ("|", ">"):
        match = _HEADER.match(source, start)
        return match.end() if match else start
    return start + 1 if style in ("'", '"') else start


def _find(char: str, source: str, place: int, end: int, style: str) -> tuple[int, int] | None:
    """Return where a character of the value stands, and where to look for the next."""
    while place < end:
        here = source[place]
        if style == '"' and here == "\\":
            value, length = _escape(source, place)
            if value == char:
                return place, place + length
            if value is None:  # an escaped line break
                place += length
                continue
            return None
        if here == char:
            doubled = style == "'" and char == "'"
            return place, place + (2 if doubled else 1)
        if here in _BLANKS:
            if here in "\r\n" and char in " \n":
                return place, _after_break(source, place, end, char)
            place += 1
            continue
        return None
    return (max(end - 1, 0), end) if char == "\n" else None


def _after_break(source: str, place: int, end: int, char: str) -> int:
    """Return where to go on after a line break that became *char*."""
    place += 2 if source[place : place + 2] == "\r\n" else 1
    if char == " ":
        while place < end and source[place] in _BLANKS:
            place += 1
    return place


def _escape(source: str, place: int) -> tuple[str | None, int]:
    """Return value and length of an escape; ``None`` as value for an escaped line break."""
    letter = source[place + 1 : place + 2]
    if letter in ("\n", "\r"):
        return None, 3 if source[place + 1 : place + 3] == "\r\n" else 2
    digits = _CODE_LENGTHS.get(letter)
    if digits is None:
        return _ESCAPES.get(letter, letter), 2
    try:
        return chr(int(source[place + 2 : place + 2 + digits], 16)), 2 + digits
    except ValueError:
        return letter, 2
