"""Where a name stands in a Chinese index: by the sound of its characters, one after the other.

The order is that of GB/T 13418: digits, then Latin letters, then Han by pinyin; of equal syllables
the tone decides, then the character itself, so that homographs and homophones never mix and equal
input always gives equal order. Marks and blanks do not count. A Latin word stands in the group of
its letter, before the Han names of that letter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

Key = tuple[tuple[int, str, int, str], ...]
_DIGIT, _LATIN, _HAN, _OTHER = range(4)
_SYLLABLE = re.compile(r"([a-zêü]+)([1-5]?)")
DIGITS, OTHERS = "0–9", "其他"


def is_han(char: str) -> bool:
    """Tell whether a character is Han."""
    return "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or char >= "\U00020000"


def sort_key(name: str, readings: Mapping[str, str] | None = None) -> Key:
    """Return what to sort a name by.

    Args:
        name: the name as printed.
        readings: pinyin of words whose sound can't be told from the dictionary, a syllable for each
            character with blanks between (``chang2 shou4 qu1``); the longest word found wins.
    """
    text = unicodedata.normalize("NFKC", name)
    sounds = _sounds(text, tuple(sorted((readings or {}).items())))
    parts: list[tuple[int, str, int, str]] = []
    for char, sound in zip(text, sounds, strict=True):
        if char.isdecimal():
            parts.append((_DIGIT, char, 0, char))
        elif sound:
            letters, tone = _parted(sound)
            parts.append((_HAN, letters, tone, char))
        elif char.isalpha() and char.lower() < "\u0250":
            plain = unicodedata.normalize("NFD", char.lower())[0]
            parts.append((_LATIN, plain, 0, char))
        elif is_han(char) or char.isalpha():
            parts.append((_OTHER, char, 0, char))
    return tuple(parts)


def group_of(key: Key) -> str:
    """Return the heading a name stands under: a letter, the digits, or the rest."""
    if not key:
        return OTHERS
    kind, sound, _, _ = key[0]
    if kind == _DIGIT:
        return DIGITS
    return OTHERS if kind == _OTHER else sound[0].upper()


def order(key: Key) -> tuple[int, str, Key]:
    """Return what sorts names of all groups: digits, A to Z (Latin words first), the rest."""
    group = group_of(key)
    rank = 0 if group == DIGITS else 2 if group == OTHERS else 1
    return rank, group, key


def _parted(sound: str) -> tuple[str, int]:
    """Split a syllable into letters and tone; ü sorts as u followed by everything else."""
    match = _SYLLABLE.fullmatch(sound)
    letters, tone = (match[1], match[2]) if match else (sound, "")
    return letters.replace("ü", "u~").replace("v", "u~").replace("ê", "e~"), int(tone or 5)


@lru_cache(maxsize=4096)
def _sounds(text: str, readings: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """Return the syllable of every character, "" where it has none."""
    from pypinyin import Style, lazy_pinyin

    sounds = [""] * len(text)
    for start, end in _stretches(text):
        read = lazy_pinyin(
            text[start:end], style=Style.TONE3, neutral_tone_with_five=True, errors="ignore",
        )  # fmt: skip
        if len(read) == end - start:
            sounds[start:end] = read
        else:  # a character the dictionary does not know: one by one
            for k in range(start, end):
                one = lazy_pinyin(text[k], style=Style.TONE3, errors="ignore")
                sounds[k] = one[0] if one else ""
    for word, reading in sorted(readings, key=lambda pair: (len(pair[0]), pair)):
        syllables = iter(reading.lower().split())
        given = [next(syllables, "") if is_han(char) else "" for char in word]
        for match in re.finditer(re.escape(word), text):
            sounds[match.start() : match.end()] = given
    return tuple(sounds)


def _stretches(text: str) -> list[tuple[int, int]]:
    """Return the stretches of Han, each read as a whole."""
    found: list[tuple[int, int]] = []
    for k, char in enumerate(text):
        if not is_han(char):
            continue
        if found and found[-1][1] == k:
            found[-1] = (found[-1][0], k + 1)
        else:
            found.append((k, k + 1))
    return found
