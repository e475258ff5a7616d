"""Readings of Chinese text that slides need: numerals, break signs, sentences and clauses."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from casepress.case.numbering import chinese

_OPENING = dict(zip("“‘（《〈「『【〔", "”’）》〉」』】〕", strict=True))
CLAUSE_ENDS = "，。！？；"
_TRAILING = "，。！？；：、 \u3000"
_SIGN = re.compile(r"[ \u3000]*[|｜][ \u3000]*")
_BETWEEN_PHRASES = re.compile(r"(?<=[^\x00-\x7f])[ \u3000]+(?=[^\x00-\x7f])")
_REMARK = re.compile("^（(?:[^（）]{1,8}|[^（）]{1,30}。)）(?=.)")
_LEADING_QUOTES = "“‘「『"


def counted(number: int) -> str:
    """Write a number before a measure word: 两条, 四个, 十二项."""
    return "两" if number == 2 else chinese(number)


def plain(text: str) -> str:
    """Return the text on one line: the author's ``|`` signs vanish."""
    if "|" in text or "｜" in text:
        text = _SIGN.sub("", text)
    return text.strip()


def label_words(text: str) -> str:
    """Return a small heading on one line; its ``｜`` is a separator there and stays."""
    return text.replace("|", "").strip()


def plain_title(title: str) -> str:
    """Return a title on one line: a ``|`` vanishes, a space between phrases becomes full-width."""
    return _BETWEEN_PHRASES.sub("\u3000", plain(title))


def broken(text: str) -> str:
    """Return the text with the author's ``|`` as line breaks (vertical tabs)."""
    return _SIGN.sub("\v", text.strip())


def bare(text: str) -> str:
    """Drop what only makes sense in running text: marks at the end, a short bracket in front."""
    words = text.strip().rstrip(_TRAILING).lstrip("，。；：、")
    return _REMARK.sub("", words) or words


def opens_with_quote(text: str) -> bool:
    """Tell whether a line would begin with an opening quotation mark (it looks indented)."""
    return text[:1] in _LEADING_QUOTES and bool(text)


class Clause(NamedTuple):
    """A stretch of text between two clause ends: where it starts and ends, marks excluded."""

    start: int
    end: int
    stop: str
    """The mark that closes it, empty at the end of the text."""


@lru_cache(maxsize=1024)
def clauses(text: str, ends: str = CLAUSE_ENDS) -> tuple[Clause, ...]:
    """Cut text at clause ends that stand outside quotation marks and brackets."""
    found: list[Clause] = []
    start = 0
    waiting: list[str] = []
    for index, char in enumerate(text):
        if char in _OPENING:
            waiting.append(_OPENING[char])
        elif waiting and char in waiting:
            del waiting[waiting.index(char) :]
        elif char == "\n" or (char in ends and not waiting):
            if text[start:index].strip():
                found.append(Clause(start, index, char))
            start = index + 1
            waiting = [] if char == "\n" else waiting
    if text[start:].strip():
        found.append(Clause(start, len(text), ""))
    return tuple(found)


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text with their closing marks, blank ones left out."""
    return tuple((text[one.start : one.end] + one.stop).strip() for one in clauses(text, "。！？"))


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text field: its lines that are not empty."""
    return tuple(part.strip() for part in text.splitlines() if part.strip())


def without_heading(text: str, heading: str) -> str:
    """Return the text without its first sentence where that is the heading above it."""
    stem = heading.strip().rstrip("。")
    if stem and text.startswith(stem) and text[len(stem) : len(stem) + 1] in ("。", "："):
        return text[len(stem) + 1 :].lstrip()
    return text


_QUOTED = re.compile("“([^“”]{2,8})”")


def quoted_terms(text: str) -> tuple[str, ...]:
    """Return short quoted terms in the order they appear, each once, without their marks."""
    return tuple(dict.fromkeys(match[1] for match in _QUOTED.finditer(text)))
