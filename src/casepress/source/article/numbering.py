"""The numbers Chinese articles put before their headings and items, and what they mean."""

from __future__ import annotations

import re
from enum import IntEnum

from casepress.frozen import dataclass

_HAN = "一二三四五六七八九十"
_CN = f"[{_HAN}]{{1,3}}"


class Style(IntEnum):
    """Ways of numbering, outermost first (GB/T 9704 7.3.3 for 一、（一）1.（1）)."""

    PART = 0
    HAN = 1
    HAN_PAREN = 2
    DECIMAL = 3
    ARABIC = 4
    ARABIC_PAREN = 5
    CIRCLED = 6
    IS = 7
    ORDINAL = 8
    MUST = 9
    ONE_OF = 10
    FIRSTLY = 11


INLINE = (
    Style.PART, Style.HAN, Style.HAN_PAREN, Style.ARABIC, Style.ARABIC_PAREN, Style.CIRCLED,
    Style.IS, Style.ORDINAL, Style.MUST, Style.ONE_OF, Style.FIRSTLY,
)  # fmt: skip
"""Styles that may open an item in the middle of a paragraph."""

WORDS = frozenset({Style.IS, Style.ORDINAL, Style.MUST, Style.ONE_OF, Style.FIRSTLY})
"""Styles that are words of the sentence, not numbers of a heading."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A number found in a text: its way of numbering, its value, and where it ends."""

    style: Style
    ordinal: int
    start: int
    end: int


_PATTERNS: tuple[tuple[Style, re.Pattern[str]], ...] = (
    (Style.PART, re.compile(rf"第({_CN}|\d{{1,2}})(?:部分|章|节|篇|板块)[、：:．.\s]*")),
    (Style.IS, re.compile(rf"({_CN})是(?!否)")),
    (Style.MUST, re.compile(rf"({_CN})要")),
    (Style.HAN, re.compile(rf"({_CN})\s*[、．.]\s*")),
    (Style.HAN_PAREN, re.compile(rf"[（(]\s*({_CN})\s*[）)][、．.\s]*")),
    (Style.DECIMAL, re.compile(r"\d{1,2}\.(\d{1,2})(?![\d.])[、．\s]*(?![万亿倍个千百%％]|\d)")),
    (Style.ARABIC_PAREN, re.compile(r"[（(]?\s*(\d{1,2})[）)][、．.\s]*")),
    (Style.ARABIC, re.compile(r"(\d{1,2})\s*(?:[、．]|\.(?!\d))\s*")),
    (Style.CIRCLED, re.compile(r"([\u2460-\u2473])[、．.\s]*")),
    (Style.ORDINAL, re.compile(rf"第({_CN})(?:[，,、：:]|是)")),
    (Style.ONE_OF, re.compile(rf"其({_CN})[，,、：:是]")),
    (Style.FIRSTLY, re.compile(r"(首先|其次|再次|最后)[，,、：:]?(?:是)?")),
)
_FIRSTLY = {"首先": 1, "其次": 2, "再次": 3, "最后": 4}


def number(words: str) -> int:
    """Return the value of a numeral up to 99, a circled digit or 首先, 其次, …; 0 if none."""
    if words in _FIRSTLY:
        return _FIRSTLY[words]
    if words.isdecimal():
        return int(words)
    if len(words) == 1 and "\u2460" <= words <= "\u2473":
        return ord(words) - 0x245F
    tens, ten, units = words.rpartition("十")
    if not ten:
        return _HAN.index(words) + 1 if len(words) == 1 and words in _HAN else 0
    if any(part and (len(part) > 1 or part not in _HAN) for part in (tens, units)):
        return 0
    return (_HAN.index(tens) + 1 if tens else 1) * 10 + (_HAN.index(units) + 1 if units else 0)


def marker_at(text: str, position: int, end: int | None = None) -> Marker | None:
    """Return the number that begins at *position* of text[:end], or None.

    Why: the caller knows whether a number may stand there (start of a line, after a stop);
    this only knows what one looks like. A number with nothing after it is no marker.
    """
    end = len(text) if end is None else end
    for style, pattern in _PATTERNS:
        match = pattern.match(text, position, end)
        if match and match.end() < end:
            ordinal = number(match.group(1))
            if ordinal:
                return Marker(style, ordinal, position, match.end())
    return None
