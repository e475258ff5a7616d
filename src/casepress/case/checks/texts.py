"""Rules about single texts: pairs, approximations, sequences, dates."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from casepress.case.numbering import chinese, value_of

_OPENING: Final = {
    "（": "）", "(": ")", "“": "”", "‘": "’", "《": "》", "〈": "〉",
    "「": "」", "『": "』", "【": "】", "〔": "〕", "[": "]",
}  # fmt: skip
_CLOSING: Final = {close: opening for opening, close in _OPENING.items()}
_FAMILY: Final = {"(": "（", ")": "）"}
_NUMBER: Final = r"(?:\d[\d,.]*|[一二两三四五六七八九十百千]+)"
_DOUBLED: Final = re.compile(
    rf"(?P<first>将近|接近|近|大约|大概|约|不足|不到|超过|逾){_NUMBER}[百千万亿]*"
    rf"(?P<second>余|多|[个名人户家项次种条万亿]{{0,3}}(?:以上|左右))"
)
_RUN_IN: Final = re.compile(
    r"(?:^|(?<=[：；。，、\n]))(?P<number>[一二三四五六七八九十]{1,3})是(?![否非])"
)
_BRACKETED: Final = re.compile(r"（(?P<number>[一二三四五六七八九十]{1,3})）")
_ORDINAL: Final = re.compile(
    r"(?:^|(?<=[：；。\n]))第(?P<number>[一二三四五六七八九十]{1,3})(?=[，、：])"
)
_DIGITS: Final = re.compile(r"（(?P<number>[1-9]\d?)）")
_CIRCLED: Final = re.compile(r"(?P<number>[①-⑳])")
_SHAPES: Final = (
    (_RUN_IN, "{}是"),
    (_BRACKETED, "（{}）"),
    (_ORDINAL, "第{}"),
    (_DIGITS, "（{}）"),
    (_CIRCLED, "{}"),
)
_DATE: Final = re.compile(
    r"(?:(?P<year>[12]\d{3})[年\-/.])?(?P<month>\d{1,2})(?:月(?:(?P<day>\d{1,2})[日号])?|[\-/](?P<iso>\d{1,2})(?!\d))"
)


class Finding(NamedTuple):
    """Something found in a text: message, the characters it is about, parameters."""

    id: str
    start: int
    end: int
    params: dict[str, object]


def pairs(text: str) -> Iterator[Finding]:
    """Find brackets and quotes without their partner."""
    waiting: list[tuple[str, int]] = []
    open_now: Counter[str] = Counter()
    for index, char in enumerate(text):
        if char in _OPENING:
            waiting.append((char, index))
            open_now[_FAMILY.get(char, char)] += 1
        elif char in _CLOSING and not _is_apostrophe(text, index):
            wanted = _FAMILY.get(_CLOSING[char], _CLOSING[char])
            if not open_now[wanted]:
                yield _lonely(char, _CLOSING[char], index)
                continue
            place = next(n for n in range(len(waiting) - 1, -1, -1)
                         if _FAMILY.get(waiting[n][0], waiting[n][0]) == wanted)  # fmt: skip
            for lost, at in waiting[place + 1 :]:
                yield _lonely(lost, _OPENING[lost], at)
            open_now.subtract(_FAMILY.get(char, char) for char, _ in waiting[place:])
            del waiting[place:]
    for lost, at in waiting:
        yield _lonely(lost, _OPENING[lost], at)


def _lonely(char: str, partner: str, index: int) -> Finding:
    return Finding("CP0406", index, index + 1, {"char": char, "partner": partner})


def _is_apostrophe(text: str, index: int) -> bool:
    before = text[index - 1 : index]
    return text[index] == "’" and before.isascii() and before.isalnum()


def approximations(text: str) -> Iterator[Finding]:
    """Find 近…余, 约…以上 and the like: one says less, the other more."""
    for match in _DOUBLED.finditer(text):
        second = re.sub(r"^.*(?=以上|左右)", "", match["second"])
        params = {"words": match.group(), "first": match["first"], "second": second}
        yield Finding("CP0408", match.start(), match.end(), params)


def sequences(text: str) -> Iterator[Finding]:
    """Find 一是…三是…, （一）…（三）…, 第一，…, （1）…, ①… that skip or repeat a number."""
    for pattern, shape in _SHAPES:
        found = [(m, _ordinal(m["number"])) for m in pattern.finditer(text)]
        if not found or (pattern in (_DIGITS, _CIRCLED) and found[0][1] != 1):
            continue  # （3） alone refers to something
        for (before, last), (match, value) in pairwise(found):
            if last is None or value is None or value in (last + 1, 1):
                continue
            params: dict[str, object] = {
                "before": shape.format(before["number"]),
                "found": shape.format(match["number"]),
                "expected": shape.format(_written(min(last + 1, 99), match["number"])),
            }
            yield Finding("CP0413", match.start(), match.end(), params)


def _ordinal(number: str) -> int | None:
    """Read a number of a sequence: 三, 3 or ③."""
    if number.isdecimal():
        return int(number)
    circled = ord(number[0]) - ord("①") + 1
    return circled if 1 <= circled <= 20 else value_of(number)


def _written(value: int, like: str) -> str:
    """Write a number the way another is written."""
    if like.isdecimal():
        return str(value)
    return chr(ord("①") + min(value, 20) - 1) if "①" <= like <= "⑳" else chinese(value)


def run_in_numbers(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield value, start and end of every 一是, 二是 … of a text."""
    for match in _RUN_IN.finditer(text):
        value = value_of(match["number"])
        if value is not None:
            yield value, match.start(), match.end()


def dates(text: str) -> Iterator[Finding]:
    """Find dates that no calendar has."""
    for match in _DATE.finditer(text):
        iso = match["iso"]
        if iso and not match["year"]:
            continue  # 3-5 is no date
        month, day = int(match["month"]), int(match["day"] or iso or 1)
        if iso is None and text[match.start() - 1 : match.start()].isdecimal():
            continue
        year = int(match["year"]) if match["year"] else 2000
        if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
            yield Finding("CP0414", match.start(), match.end(), {"date": match.group()})


Rule = Callable[[str], Iterator[Finding]]
RULES: Final[tuple[Rule, ...]] = (
    pairs,
    approximations,
    sequences,
    dates,
)
