"""Rules about quantities: one value for one thing, and no part larger than its whole."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from casepress.case.checks.mentions import MEASURES, NUMBER, Mention, mentions
from casepress.case.checks.walk import prose
from casepress.case.facts import number
from casepress.case.load import LoadedCase
from casepress.diagnostics import Diagnostic, Related, Severity

_WHOLE: Final = re.compile(
    rf"(?P<whole>{NUMBER})(?P<measure>{MEASURES})[^，。；（\d]{{0,10}}[，（]其中[:：]?"
    r"(?P<parts>[^。；）]+)"
)
_PART: Final = re.compile(rf"(?P<number>{NUMBER})(?P<measure>{MEASURES})(?!以上)")
_PEOPLE: Final = frozenset("人名位")
"""Groups of people overlap (女党员, 青年党员): their sum says nothing."""
_CLOSE: Final = Decimal(2)


class _Said(NamedTuple):
    path: str
    mention: Mention
    words: str


def values(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """Find one quantity with two values in different parts of the case.

    A part that counts the same thing several times speaks of several owners (甲村, 乙村) and is not
    compared; nor are values so far apart that they can't be meant to be one.
    """
    groups: dict[tuple[str, str, str], list[_Said]] = defaultdict(list)
    for path, text in prose(loaded.case):
        for mention in mentions(text):
            groups[mention.noun, mention.measure, mention.event].append(
                _Said(path, mention, text[mention.start : mention.end])
            )
    for (_, _, event), said in groups.items():
        single = _said_once(said)
        if event:
            yield from _summarised(loaded, single, said)
        else:
            yield from _disagreeing(loaded, single)


def _said_once(said: Sequence[_Said]) -> list[_Said]:
    """Return what is said in texts that name only one value."""
    by_path: dict[str, list[_Said]] = defaultdict(list)
    for one in said:
        by_path[one.path].append(one)
    return [
        group[0] for group in by_path.values() if len({one.mention.value for one in group}) == 1
    ]


def _disagreeing(loaded: LoadedCase, said: Sequence[_Said]) -> Iterator[Diagnostic]:
    """Compare a standing quantity with its first mention (or the change that explains it)."""
    explained = {one.mention.also for one in said}
    base = next((one for one in said if one.mention.also is not None), said[0] if said else None)
    for one in said:
        if base is None or one is base or one.mention.value in explained:
            continue
        if one.mention.value != base.mention.value and _meant_alike(one.mention, base.mention):
            yield _told(loaded, one, base)


def _summarised(
    loaded: LoadedCase, single: Sequence[_Said], every: Sequence[_Said]
) -> Iterator[Diagnostic]:
    """Compare what the summary says was done with what the text says: once, or in sum."""
    body = [one for one in every if not one.path.startswith("summary")]
    total = sum((one.mention.value for one in body), Decimal(0))
    for one in single:
        if body and one.path.startswith("summary"):
            known = {other.mention.value for other in body}
            if one.mention.value not in known | {total}:
                yield _told(loaded, one, body[0])


def _meant_alike(one: Mention, other: Mention) -> bool:
    """Tell whether two values are near, or one slip of a digit apart."""
    low, high = sorted((one.value, other.value))
    if low <= 0 or high <= low * _CLOSE:
        return low > 0
    first, second = str(one.value), str(other.value)
    shorter, longer = sorted((first, second), key=len)
    return len(shorter) > 2 and any(
        longer[:n] + longer[n + 1 :] == shorter for n in range(len(longer))
    )


def _told(loaded: LoadedCase, one: _Said, other: _Said) -> Diagnostic:
    place = loaded.locate(other.path, other.mention.start, other.mention.end)
    params = {
        "noun": one.mention.noun,
        "value": one.words,
        "other": other.words,
    }
    related = (Related(place, "other_value", {"value": params["other"]}),) if place else ()
    span = loaded.locate(one.path, one.mention.start, one.mention.end)
    return Diagnostic("CP0451", Severity.WARNING, span, params, related)


def parts(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """Find …120万元，其中……100万元、……50万元: parts that are more than the whole."""
    for path, text in prose(loaded.case):
        for match in _WHOLE.finditer(text):
            whole = number(match["whole"])
            found = [
                value
                for part in _PART.finditer(match["parts"])
                if part["measure"] == match["measure"]
                and (value := number(part["number"])) is not None
            ]
            if whole is None or not found:
                continue
            people = match["measure"] in _PEOPLE
            most = max(found) if people else sum(found, Decimal(0))
            if most > whole:
                unit = match["measure"]
                params: dict[str, object] = {
                    "whole": f"{match['whole']}{unit}",
                    "parts": f"{most:f}{unit}",
                }
                span = loaded.locate(path, match.start("whole"), match.end("measure"))
                yield Diagnostic("CP0452", Severity.WARNING, span, params)
