"""The automatic numbers of a Word file: what Word shows but does not store in the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from casepress.frozen import dataclass

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HAN = "零一二三四五六七八九"
_FORMAL = {"chineseCounting", "chineseCountingThousand", "ideographTraditional",
           "taiwaneseCounting", "taiwaneseCountingThousand", "japaneseCounting",
           "chineseLegalSimplified", "ideographDigital"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: its format, pattern (（%1）) and first number."""

    format: str
    pattern: str
    start: int


@dataclass
class Numbering:
    """The lists of a document, counting as paragraphs go by."""

    levels: Mapping[str, Mapping[int, _Level]]
    counters: dict[str, dict[int, int]] = field(default_factory=dict)

    def number(self, list_id: str, depth: int) -> str:
        """Return the number of a list's next paragraph as Word shows it; empty for bullets."""
        levels = self.levels.get(list_id)
        if not levels or depth not in levels:
            return ""
        counts = self.counters.setdefault(list_id, {})
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [key for key in counts if key > depth]:
            del counts[deeper]
        level = levels[depth]
        if level.format in ("bullet", "none"):
            return ""
        text = level.pattern
        for index in range(depth + 1):
            there = levels.get(index)
            if there and f"%{index + 1}" in text:
                count = counts.get(index, there.start)
                text = text.replace(f"%{index + 1}", numeral(count, there.format))
        return text


def numeral(count: int, format_: str) -> str:
    """*count* in one of Word's number formats; unknown formats fall back to Arabic."""
    if format_ in _FORMAL:
        return _han(count)
    if format_ == "decimalEnclosedCircle" and 1 <= count <= 20:
        return chr(0x245F + count)
    if format_ in ("lowerLetter", "upperLetter") and 1 <= count <= 26:
        return chr((96 if format_ == "lowerLetter" else 64) + count)
    return str(count)


def _han(count: int) -> str:
    if not 0 < count < 100:
        return str(count)
    tens, ones = divmod(count, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else _HAN[tens] + "十")
    return head + (_HAN[ones] if ones or not tens else "")


def read_numbering(root: Any) -> Numbering:
    """Return the lists of numbering.xml (*root* is its element, or None where there is none)."""
    if root is None:
        return Numbering({})
    abstract: dict[str, dict[int, _Level]] = {}
    for element in root.iter(f"{W}abstractNum"):
        abstract[element.get(f"{W}abstractNumId", "")] = _levels(element)
    found: dict[str, Mapping[int, _Level]] = {}
    for element in root.iter(f"{W}num"):
        target = element.find(f"{W}abstractNumId")
        levels = dict(abstract.get(target.get(f"{W}val", "") if target is not None else "", {}))
        for override in element.iter(f"{W}lvlOverride"):
            levels.update(_override(override, levels))
        found[element.get(f"{W}numId", "")] = levels
    return Numbering(found)


def _levels(element: Any) -> dict[int, _Level]:
    return {
        int(level.get(f"{W}ilvl", "0")): _Level(
            _value(level, "numFmt", "decimal"),
            _value(level, "lvlText", ""),
            int(_value(level, "start", "1") or 1),
        )
        for level in element.iter(f"{W}lvl")
    }


def _override(override: Any, levels: Mapping[int, _Level]) -> dict[int, _Level]:
    depth = int(override.get(f"{W}ilvl", "0"))
    start = _value(override, "startOverride", "")
    replaced = _levels(override)
    if replaced:
        return replaced
    if start and depth in levels:
        old = levels[depth]
        return {depth: _Level(old.format, old.pattern, int(start))}
    return {}


def _value(element: Any, name: str, default: str) -> str:
    child = element.find(f"{W}{name}")
    return default if child is None else str(child.get(f"{W}val", default))
