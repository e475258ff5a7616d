"""Chinese numerals as headings count with them: 一、 （一） 一是."""

from __future__ import annotations

from typing import Final

DIGITS: Final = "〇一二三四五六七八九"


_UNITS: Final = ("", "十", "百", "千")


def chinese(number: int) -> str:
    """Write a number from 0 to 9999: 一, 十, 十二, 二十, 一百, 一百零一, 一百一十, 一千零二十.

    Beyond 9999, where nobody reads 一万零二百三十一 as the number of a heading, in figures.
    """
    if number > 9999:
        return str(number)
    if number < 20:
        return DIGITS[number] if number < 10 else "十" + _ones(number)
    words = ""
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            gap = "零" if words and number // 10 ** (place + 1) % 10 == 0 else ""
            words += gap + DIGITS[digit] + _UNITS[place]
    return words


def _ones(number: int) -> str:
    return DIGITS[number % 10] if number % 10 else ""


def value_of(numeral: str) -> int | None:
    """Read a numeral from 〇 to 九十九; ``None`` if it is none. 两 counts as 二."""
    tens, ten, ones = numeral.replace("两", "二").replace("零", "〇").rpartition("十")
    if len(tens) > 1 or len(ones) > 1 or not numeral:
        return None
    if any(char not in DIGITS for char in tens + ones):
        return None
    if not ten:
        return DIGITS.index(ones)
    return (DIGITS.index(tens) if tens else 1) * 10 + (DIGITS.index(ones) if ones else 0)


def section_number(index: int) -> str:
    """Return 一、 for the first section (index 0). GB/T 9704 7.3.3: this level takes 、."""
    return f"{chinese(index + 1)}、"


def practice_number(index: int) -> str:
    """Return （一） for the first practice; this level takes no mark after the bracket."""
    return f"（{chinese(index + 1)}）"


def item_marker(index: int) -> str:
    """Return 一是 for the first measure, result or lesson."""
    return f"{chinese(index + 1)}是"
