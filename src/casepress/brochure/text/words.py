"""Words of the brochure that are not the article's, and small readings of Chinese text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casepress.case.model import Practice
from casepress.case.numbering import chinese as chinese

DIGITS = "〇一二三四五六七八九"
MARKER = re.compile(r"([一二三四五六七八九十]{1,3})是")
OPENING, CLOSING = "（“‘《〈「『【〔", "）”’》〉」』】〕"


def number(text: str) -> float | None:
    """Return the value of a numeral as texts write it (5624, 1,200, 六, 十二), or None."""
    cleaned = text.strip().replace(",", "").replace("，", "")
    if re.fullmatch(r"-?\d+(\.\d+)?", cleaned):
        return float(cleaned)
    if re.fullmatch(rf"[{DIGITS}十两]+", cleaned):
        tens, mark, ones = cleaned.replace("两", "二").rpartition("十")
        head = DIGITS.index(tens) if len(tens) == 1 else 1 if mark and not tens else 0
        if len(ones) <= 1 and len(tens) <= 1:
            return float((head * 10 if mark else 0) + (DIGITS.index(ones) if ones else 0))
    return None


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text field: its non-empty lines."""
    return [part.strip() for part in text.splitlines() if part.strip()]


def practice_number(index: int) -> str:
    """（一）, （二）… for a practice counted from 0."""
    return f"（{chinese(index + 1)}）"


def marker(index: int) -> str:
    """一是, 二是… for an item counted from 0."""
    return f"{chinese(index + 1)}是"


def without_heading(text: str, heading: str) -> str:
    """Return the text without its first sentence where that is the heading set above it."""
    stem = heading.rstrip("。").strip()
    if stem and text.startswith(stem) and text[len(stem) : len(stem) + 1] in "。：":
        return text[len(stem) + 1 :].lstrip()
    return text


def without_stop(title: str) -> str:
    """Return a sentence as a heading, without its full stop."""
    return title.strip().removesuffix("。")


def plain_title(title: str) -> str:
    """Return the title on one line: marked breaks vanish, a space becomes a full-width one.

    Beside a quotation mark or bracket it vanishes too: the mark brings its own blank.
    """
    joined = re.sub(rf"[ \u3000]+(?=[{OPENING}])|(?<=[{CLOSING}])[ \u3000]+", "", title.strip())
    latin = re.sub(r"(?<=[!-~]) +(?=[!-~])", "\u00a0", joined.replace("|", ""))
    return re.sub(r"[ \u3000]+", "\u3000", latin).replace("\u00a0", " ")


def phrases_of(title: str) -> list[str]:
    """Return the parts of a title between the breaks its author marked with a space or ``|``.

    A space between two Latin words parts words, not phrases.
    """
    joined = re.sub(r"(?<=[!-{}~]) +(?=[!-{}~])", "\u00a0", title.strip())
    parts = re.split(r"(?:\||[^\S\u00a0])+", joined)
    return [part.replace("\u00a0", " ") for part in parts if part]


def unclosed(text: str) -> str:
    """Return the closing brackets a text lacks, "" if it is whole (a sign-off may forget one)."""
    missing: list[str] = []
    for char in text:
        if char in OPENING:
            missing.append(CLOSING[OPENING.index(char)])
        elif missing and char == missing[-1]:
            missing.pop()
    return "".join(reversed(missing))


def enumeration(text: str) -> tuple[str, list[tuple[str, str]], str] | None:
    """Split a paragraph at its run-in 一是……二是……: before, items (marker, text), after.

    The items keep their wording and their ； ; the last one ends with its sentence. None if there
    are fewer than two, or if they do not count from 一 upwards.
    """
    places = list(_markers(text))
    if len(places) < 2:
        return None
    bounds = [*(start for start, _ in places[1:]), len(text)]
    items = []
    tail = ""
    for (start, length), end in zip(places, bounds, strict=True):
        body = text[start + length : end]
        if end == len(text):
            stop = body.find("。") + 1 or len(body)
            body, tail = body[:stop], body[stop:]
        items.append((text[start : start + length], body))
    return text[: places[0][0]], items, tail


def _markers(text: str) -> Iterator[tuple[int, int]]:
    """Return the starts and lengths of 一是, 二是… in counting order, each after a mark."""
    expected = 1
    for match in MARKER.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if match.group(1) == chinese(expected) and before in ("", *"：；。，,;:"):
            yield match.start(), match.end() - match.start()
            expected += 1


def sentence_start(text: str) -> int:
    """Where the last sentence of *text* begins: 主要做法是： stands on a line of its own."""
    body = text.rstrip()
    return max(body.rfind(mark, 0, len(body) - 1) for mark in "。！？") + 1


def keyword(title: str) -> tuple[str, str, str] | None:
    """Stem, quoted keyword and tail of a lesson's title; None without a short quoted word.

    Nothing may stand before the keyword, or nothing after it, but not both.
    """
    match = re.search(r"“[^“”]{1,8}”", title)
    if not match or match.group() == title.strip():
        return None
    return title[: match.start()], match.group(), title[match.end() :]


def unit_words(unit: str, after: str) -> str:
    """Return unit and approximation in the order of speech: 余次, 万余人次, but %以上."""
    if after not in ("余", "多", "来", "几"):
        return unit + after
    scale = re.match(r"[十百千万亿]*", unit)
    at = scale.end() if scale else 0
    return unit[:at] + after + unit[at:]


def percent(text: str) -> str | None:
    """Return the percentage a text states: 增长了58% gives 58%; 0 to one number, else None."""
    found = re.findall(r"\d+(?:\.\d+)?\s*%", text)
    return found[0].replace(" ", "") if len(found) == 1 else None


def both_clauses(practice: Practice) -> str:
    """Return title and outcome of a practice as one heading: 合并窗口，群众少跑一趟."""
    title = without_stop(practice.title).rstrip("，,")
    return f"{title}，{without_stop(practice.outcome)}" if practice.outcome else title
