"""Dates as articles write them."""

from __future__ import annotations

import re
from typing import NamedTuple

_DIGITS = "〇零○一二三四五六七八九"
_ARABIC = re.compile(
    r"(?<!\d)((?:19|20)\d{2})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])(?:\s*(\d{1,2})\s*日?)?"
    r"(?:[T\s]*\d{1,2}:\d{2}(?::\d{2})?)?(?!\d)"
)
_HAN = re.compile(
    rf"([{_DIGITS}]{{4}})年([一二三四五六七八九十]{{1,2}})月(?:([一二三四五六七八九十]{{1,3}})日)?"
)


class DateFound(NamedTuple):
    """A date in a text: where it is, and its parts; ``day`` is 0 where none is given."""

    start: int
    end: int
    year: int
    month: int
    day: int


def find_date(text: str) -> DateFound | None:
    """Return the first date with at least year and month in *text*."""
    match = _ARABIC.search(text)
    if match:
        year, month, day = (int(part or 0) for part in match.groups())
        return _checked(match, year, month, day)
    match = _HAN.search(text)
    if match:
        year = int("".join(str(max(0, _digit(c))) for c in match.group(1)))
        return _checked(match, year, _number(match.group(2)), _number(match.group(3) or ""))
    return None


def iso_date(text: str) -> str:
    """Return the first date in *text* as 2017-07-11, 2017-07 without a day, or an empty string."""
    found = find_date(text)
    if not found:
        return ""
    head = f"{found.year:04d}-{found.month:02d}"
    return f"{head}-{found.day:02d}" if found.day else head


def _checked(match: re.Match[str], year: int, month: int, day: int) -> DateFound | None:
    if not 1 <= month <= 12 or day > 31:
        return None
    return DateFound(match.start(), match.end(), year, month, day)


def _digit(character: str) -> int:
    index = _DIGITS.index(character)
    return 0 if index < 3 else index - 2


def _number(words: str) -> int:
    tens, ten, units = words.rpartition("十")
    ones = _digit(units) if units else 0
    return ((_digit(tens) if tens else 1) * 10 if ten else 0) + ones
