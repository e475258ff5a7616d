"""Character classes of Chinese composition and what may stand at the edge of a line.

The classes and their widths follow clreq §3.1 and GB/T 15834-2011; see docs/composition.md. A class
is a small integer because the composer indexes tables with it for every character of a text.
"""

from __future__ import annotations

import re
from typing import Final

HAN: Final = 0
MEASURE: Final = 1
"""Measure words (个, 条, 万…): softly glued to the number before them."""
DATE: Final = 2
"""年, 月, 日: measure words that a number may also follow."""
APPROX: Final = 3
"""约, 近, 达: softly glued to the number after them."""
ORDINAL: Final = 4
"""第: glued to the number after it."""
OPEN: Final = 5
CLOSE: Final = 6
PAUSE: Final = 7
STOP: Final = 8
MIDDOT: Final = 9
DASH: Final = 10
ELLIPSIS: Final = 11
CONNECTOR: Final = 12
SLASH: Final = 13
"""Slash and plus between Han: at neither edge of a line (GB/T 15834 5.1.9)."""
SUFFIX: Final = 14
"""％, ℃ set as Chinese characters: never parted from what precedes."""
PREFIX: Final = 15
"""￥, №: never parted from what follows."""
TIGHT_OPEN: Final = 16
"""Opening mark without a blank of its own: display quotes, half-width brackets."""
TIGHT_CLOSE: Final = 17
"""Closing mark without a blank of its own: display quotes, ‼, half-width marks."""
LATIN: Final = 18
NUMBER: Final = 19
PERCENT: Final = 20
"""A number that ends in % or °: no gap after it (clreq 3.2.2)."""
ENUMERATOR: Final = 21
"""①: stays with what follows."""
BLANK: Final = 22
"""U+3000 in a label: one em, never at the start of a line."""
LABEL: Final = 23
"""1. and (1): a number that labels what follows and stays with it."""
CLASS_COUNT: Final = 24

_MEASURES = (
    "个条万亿人家所项次名号元角分米里吨斤克升度岁户位件套台辆座栋层间亩倍千百十余多时秒届期批"
    "种类级周天页册处支份场篇张只头匹艘架部门口间幢眼株棵公平立毫厘"
)
_CJK_CLASS: dict[str, int] = {
    **dict.fromkeys("“‘（〔［｛〈《「『【〖｟", OPEN),
    **dict.fromkeys("”’）〕］｝〉》」』】〗｠", CLOSE),
    **dict.fromkeys("，、；：", PAUSE),
    **dict.fromkeys("。．！？｡", STOP),
    **dict.fromkeys("‼⁇⁈⁉", TIGHT_CLOSE),
    **dict.fromkeys("·‧・•", MIDDOT),
    **dict.fromkeys("—⸺―", DASH),
    **dict.fromkeys("…⋯", ELLIPSIS),
    **dict.fromkeys("–-～〜−‐", CONNECTOR),
    **dict.fromkeys("/／+＋", SLASH),
    **dict.fromkeys("％℃℉", SUFFIX),
    **dict.fromkeys("￥№≈＄￡＃", PREFIX),
    **dict.fromkeys(_MEASURES, MEASURE),
    **dict.fromkeys("年月日", DATE),
    **dict.fromkeys("约近达", APPROX),
    "第": ORDINAL,
    "\u3000": BLANK,
    **{chr(code): ENUMERATOR for code in range(0x2460, 0x249C)},
    **{chr(code): ENUMERATOR for code in (*range(0x24EB, 0x24F5), *range(0x2776, 0x2794))},
    **dict.fromkeys(",.:;!?)]}", TIGHT_CLOSE),
    **dict.fromkeys("([{", TIGHT_OPEN),
}
QUOTES = frozenset("“”‘’")
_UNITS = """
km m cm mm nm kg g mg t L mL ml km² m² hm² m³ kW MW kWh MB GB TB KB kB Hz kHz MHz GHz Mbps Gbps
s ms min h V A W Ω Pa kPa MPa dB pt px in
"""
LETTER_UNITS = frozenset(_UNITS.split())
"""Units that a space may part from their number in the source but no line break may."""

_LATINISH = (
    "!-~\u00a1-\u00b6\u00b8-\u02af\u0300-\u036f\u0370-\u052f\u1e00-\u1fff"
    "\u2032\u2033\u2030\u2070-\u209f\u20a0-\u20cf\u2122\u2126\u212a\u212b\u2212"
)
TOKEN = re.compile(
    f"(?P<latin>[{_LATINISH}]+)|(?P<space>[ \u00a0]+)|(?P<dash>[—⸺―]+)|(?P<ellipsis>[…⋯]+)"
    f"|(?P<cjk>[^{_LATINISH} \u00a0—⸺―…⋯]+)"
)
"""Cuts text into stretches that are set alike; every character belongs to exactly one."""
_LATIN_CHAR = re.compile(f"[{_LATINISH}]")
LATIN_OR_SPACE = re.compile(f"[{_LATINISH} \u00a0]")
"""What a text lacks in which every character stands for itself."""
LATIN_OR_SPACES = re.compile(f"([{_LATINISH} \u00a0][{_LATINISH} \u00a0]*)")
"""Parts a text where it is split: stretches of Latin and spaces stand at odd places.

Written so that the engine can skip to the first of them: ``[…]+`` takes five times as long.
"""


def cjk_class(char: str) -> int:
    """Return the class of a character that is set as Chinese; unknown ones behave like Han."""
    return _CJK_CLASS.get(char, HAN)


def is_han(char: str) -> bool:
    """Tell whether a character is a Han character (々 and 〇 included)."""
    code = ord(char)
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or 0x20000 <= code <= 0x3FFFF
        or 0xF900 <= code <= 0xFAFF
        or code in (0x3005, 0x3007)
    )


def is_latinish(char: str) -> bool:
    """Tell whether a character is set in the Latin face: letters, digits, ASCII marks, units."""
    return _LATIN_CHAR.match(char) is not None


def is_mark(char: str) -> bool:
    """Tell whether a character is punctuation: it counts neither for runts nor gets a dot."""
    return char in _MARK_CHARACTERS or char.isspace()


def is_cjk(char: str) -> bool:
    """Tell whether a space beside this character is a typing habit rather than a word space."""
    return not is_latinish(char) and not char.isspace()


MARK_CLASSES = frozenset(
    (OPEN, CLOSE, PAUSE, STOP, MIDDOT, DASH, ELLIPSIS, CONNECTOR, SLASH, TIGHT_OPEN, TIGHT_CLOSE)
)
_MARK_CHARACTERS = frozenset(char for char, kind in _CJK_CLASS.items() if kind in MARK_CLASSES)
