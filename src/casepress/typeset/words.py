"""Chinese words, so that no title is broken inside one, and the particles of phrases.

BudouX cuts Simplified Chinese often inside words; a title shows that at 45 pt. The words and how
common they are come from a frequency list (``data/words.txt``; origin and licence in its head) and
from a short list of newer ones. The first title opens them, in about
a millisecond; of the long list only the lines of the characters met are read.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

_DATA = Path(__file__).resolve().parent / "data"
LONGEST = 5
"""Characters of the longest word that is looked for."""
_NEWER = 32
"""Cost of a word of the short list: as if one of 900 words in a million characters."""
_SINGLE, _PARTICLE = 36, 18

CLINGS_BACK = frozenset("的了着过们等之性化度者率类型式厂站院校员师费额制法版端圈链群")
"""Particles and endings: no line of a title begins with one if it can be helped."""
JOINERS = frozenset("和及或")
"""Conjunctions within a phrase: a line neither begins nor ends there if it can be helped."""
LEANS_FORWARD = frozenset(
    "与在把被将由向对从以为于因按据是让使给比较最很更不未无非第各每该此其相哪这那某"
)
"""Prepositions and adverbs: no line of a title ends with one if it can be helped."""
AFTER_VERBS = frozenset("为于")
"""Prepositions that follow a verb as often as they lead a phrase (评为, 少于)."""
_PARTICLES = CLINGS_BACK | JOINERS | LEANS_FORWARD


def _lines(name: str) -> list[str]:
    return (_DATA / name).read_text(encoding="utf-8").split("\n")


@lru_cache(maxsize=1)
def _common() -> dict[str, str]:
    """Return the lines of the frequency list, unread, by the first character of their words."""
    return {line[:1]: line for line in _lines("words.txt")}


@lru_cache(maxsize=1)
def _newer() -> dict[str, dict[str, int]]:
    """Return the words of the short list by their first character."""
    words: dict[str, dict[str, int]] = {}
    for line in _lines("newer.txt"):
        for word in line.split() if line[:1] != "#" else ():
            words.setdefault(word[0], {})[word[1:]] = _NEWER
    return words


@lru_cache(maxsize=8192)
def words_from(first: str) -> dict[str, int]:
    """Return the words that begin with a character: what follows it → cost in half bits.

    The commoner a word, the cheaper.
    """
    entries = _common().get(first, "").split(" ")[1:] if first != "#" else []
    found = {entry[2:]: int(entry[:2]) for entry in entries}
    return {**_newer().get(first, {}), **found}


def segments(text: str) -> list[int]:
    """Cut text into words and single characters, the most probable way; return their lengths.

    Words are taken as independent of each other (a unigram model), so the cheapest sum wins.
    """
    count = len(text)
    best, length = [0] * (count + 1), [1] * count
    for start in range(count - 1, -1, -1):
        words = words_from(text[start])
        least = best[start + 1] + (_PARTICLE if text[start] in _PARTICLES else _SINGLE)
        for end in range(start + 2, min(start + LONGEST, count) + 1):
            cost = words.get(text[start + 1 : end])
            if cost is not None and cost + best[end] < least:
                least, length[start] = cost + best[end], end - start
        best[start] = least
    found = []
    start = 0
    while start < count:
        found.append(length[start])
        start += length[start]
    return found
