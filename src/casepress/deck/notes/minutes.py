"""Minutes: how the time of a part is shared among its slides, so that everything adds up."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from casepress.case.model import Case
from casepress.deck.draft import Draft
from casepress.deck.words.parts import APPENDIX, Part
from casepress.frozen import replace

DISCUSSION_SHARE = 0.2
"""Least share of the session that discussion, worksheet and summary take (SPEC §9)."""
DISCUSSION_KEYS = ("discussion", "worksheet", "summary")


def share_minutes(weights: Sequence[float], fixed: Sequence[bool], total: float) -> list[float]:
    """Share *total* minutes in proportion to weights; fixed ones keep theirs while they can.

    Whole minutes, at least one each, by largest remainders; half or quarter minutes only where
    there are more slides than minutes. The result always sums to *total*.
    """
    count = len(weights)
    kept = sum(w for w, f in zip(weights, fixed, strict=True) if f)
    free = [n for n in range(count) if not fixed[n]]
    if kept + 0.25 * len(free) > total or not free:
        fixed, free, kept = [False] * count, list(range(count)), 0.0
    result = [0.0 if n in set(free) else weights[n] for n in range(count)]
    rest = total - kept
    unit = next((u for u in (1.0, 0.5, 0.25) if rest >= u * len(free)), None)
    if unit is None:
        for n in free:
            result[n] = rest / len(free)
        return result
    units = int(rest / unit)
    spare = units - len(free)
    mass = sum(weights[n] for n in free) or 1.0
    exact = {n: max(0.0, weights[n] / mass * units - 1) for n in free}
    scale = spare / (sum(exact.values()) or 1.0)
    floors = {n: int(exact[n] * scale + 1e-9) for n in free}
    left = spare - sum(floors.values())
    by_remainder = sorted(free, key=lambda n: (floors[n] - exact[n] * scale, n))
    for n in by_remainder[:left]:
        floors[n] += 1
    for n in free:
        result[n] = (1 + floors[n]) * unit
    result[free[-1]] += rest - units * unit
    return result


def timed(
    case: Case, parts: dict[str, Part], slides: Sequence[tuple[str, Draft]]
) -> list[tuple[str, Draft]]:
    """Return the slides with final minutes as their weights."""
    slides = _room_for_discussion(parts, list(slides))
    totals = {key: float(part.minutes) for key, part in parts.items() if part.minutes}
    if case.teaching and case.teaching.minutes and not totals:
        every = [n for n, (_, draft) in enumerate(slides) if not draft.silent]
        return _set(slides, every, float(case.teaching.minutes))
    for key in parts:
        own = [n for n, (part, d) in enumerate(slides) if part == key and not d.silent]
        if own and key in totals:
            slides = _set(slides, own, totals[key])
    return [(part, replace(d, weight=0.0) if d.silent else d) for part, d in slides]


def _set(
    slides: list[tuple[str, Draft]], places: list[int], total: float
) -> list[tuple[str, Draft]]:
    """Share *total* among the slides at *places*."""
    drafts = [slides[n][1] for n in places]
    shares = share_minutes([d.weight for d in drafts], [d.fixed for d in drafts], total)
    out = list(slides)
    for n, minutes in zip(places, shares, strict=True):
        out[n] = (out[n][0], replace(out[n][1], weight=minutes))
    return out


def _room_for_discussion(
    parts: dict[str, Part], slides: list[tuple[str, Draft]]
) -> list[tuple[str, Draft]]:
    """Lengthen an unplanned discussion until it and the summary take their share."""
    if any(part.minutes for key, part in parts.items() if key != APPENDIX):
        return slides
    talk = [n for n, (_, d) in enumerate(slides) if d.key.startswith(DISCUSSION_KEYS)]
    place = next((n for n in talk if slides[n][1].key.startswith("discussion")), None)
    if place is None or slides[place][1].fixed:
        return slides
    total = sum(d.weight for _, d in slides if not d.silent)
    own = sum(slides[n][1].weight for n in talk)
    more = max(0, ceil((DISCUSSION_SHARE * total - own) / (1 - DISCUSSION_SHARE)))
    part, draft = slides[place]
    slides[place] = (part, replace(draft, weight=draft.weight + more))
    return slides


def minutes_words(minutes: float) -> str:
    """Write a number of minutes: 12分钟, 半分钟, 1.5分钟."""
    if minutes == 0.5:
        return "半分钟"
    return f"{minutes:.2f}".rstrip("0").rstrip(".") + "分钟"
