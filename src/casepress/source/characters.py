"""Which characters are Chinese, and the forms that mean one and the same character."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

_HAN: Final = (
    (0x3005, 0x3005), (0x3007, 0x3007), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF), (0x2E80, 0x2FDF),
)  # fmt: skip
_MARKS: Final = (
    (0x3001, 0x3004), (0x3006, 0x3006), (0x3008, 0x303F), (0xFF01, 0xFF0F), (0xFF1A, 0xFF20),
    (0xFF3B, 0xFF40), (0xFF5B, 0xFF65),
)  # fmt: skip
_SHARED: Final = "\u2018\u2019\u201c\u201d\u2014\u2026"
"""Marks that Chinese and Latin text have in common; what they are depends on their neighbours."""

SHARED: Final = re.compile(f"[{_SHARED}]")

_CONTROLS: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"
_BIDI: Final = "\u202a-\u202e\u2066-\u2069"
_SURROGATES: Final = "\ud800-\udfff"
CONTROLS: Final = re.compile(f"[{_CONTROLS}]")
"""Characters that no text may hold; NEL, LS and PS are here because YAML counts them as lines."""
BIDI: Final = re.compile(f"[{_BIDI}]")
"""Overrides that make text look different from what it is (Unicode TR 36)."""
SURROGATES: Final = re.compile(f"[{_SURROGATES}]")
REFUSED: Final = re.compile(f"[{_CONTROLS}{_BIDI}{_SURROGATES}]")
"""All of these at once: a text without any is looked through only once."""
INVISIBLE: Final = frozenset("\u00ad\u200b\u200c\u2060\ufeff")

_SUPPLEMENT: Final = dict(
    zip(
        "⺠⺙⺖⺉⺝⺜⺋⺎⺞⺓⺔⺕⺗⺇⺆⺀⺁⺄⺈⺊⺌⺍⺘⺡⺢⺣⺧⺨⺩⺪⺫⺬⺭⺮⺰⺱⺳⺶⺷⺸⺹⺼⺽⺾⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻲⻳",
        "民攵忄刂月日卩兀歺幺彑彐心几冂冫厂乙刀卜小小手水水火牛犬王疋网示示竹纟网网羊羊羊老肉臼艹虎衣覀西见角讠贝车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食食饣马骨鬼鱼鸟卤麦黄黾齐齿龙龟龟",
        strict=True,
    )
)
"""CJK radicals supplement: Unicode maps only two of these to the character they look like."""


def is_cjk(char: str) -> bool:
    """Tell whether a character is Han or a full-width Chinese mark (not the shared quotes)."""
    code = ord(char[0]) if char else 0
    return any(low <= code <= high for low, high in (*_HAN, *_MARKS))


def has_han(text: str) -> bool:
    """Tell whether a text holds any Han character."""
    return _han().search(text) is not None


@cache
def _han() -> re.Pattern[str]:
    """Compile the class of Han when it is asked for: over all planes that takes 4 ms."""
    return re.compile("[" + "".join(f"{chr(low)}-{chr(high)}" for low, high in _HAN) + "]")


def unified(char: str) -> str:
    """Return the ordinary character for a radical, compatibility form or full-width letter.

    NFKC is asked for single characters of those blocks only: applied to whole texts it would turn
    full-width commas into ASCII ones.
    """
    code = ord(char)
    if char in _SUPPLEMENT:
        return _SUPPLEMENT[char]
    if (
        0x2E80 <= code <= 0x2FDF
        or 0xF900 <= code <= 0xFAFF
        or 0x2F800 <= code <= 0x2FA1F
        or 0xFF10 <= code <= 0xFF19
        or 0xFF21 <= code <= 0xFF3A
        or 0xFF41 <= code <= 0xFF5A
    ):
        folded = unicodedata.normalize("NFKC", char)
        return folded if len(folded) == 1 else char
    return char
