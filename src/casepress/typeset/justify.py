"""Gives every blank of a line its final width: squeeze in order, then stretch, evenly per step."""

from __future__ import annotations

from typing import NamedTuple

from casepress.typeset.items import Items
from casepress.typeset.joints import SPACE


class Fit(NamedTuple):
    """How the joints of a line differ from natural: shares of each shrink, of the spring stretch,
    and the even addition per joint in points. ``space`` is what each word space gets beyond that in
    a loose line, ``short`` what the line still lacks, in points."""

    gap: float = 0.0
    bracket: float = 0.0
    pause: float = 0.0
    stop: float = 0.0
    spring: float = 0.0
    even: float = 0.0
    space: float = 0.0
    short: float = 0.0


NATURAL = Fit()


def fit_line(items: Items, a: int, b: int, slack: float, cap: float) -> Fit:
    """Distribute *slack* points over the joints of the line of boxes ``a … b``.

    Squeezes gaps, then brackets, then pauses, then stops (a share above 1.0 is an emergency);
    stretches word spaces and gaps to their limit, then all joints evenly but never above *cap*.
    """
    if slack < 0.0:
        return _squeezed(items, a, b, -slack)
    spring = items.stretch[b] - items.stretch[a]
    if slack <= spring:
        return Fit(spring=slack / spring) if spring else NATURAL
    joints = items.elastic[b] - items.elastic[a]
    rest = slack - spring
    even = rest / joints if joints else cap + rest
    if even <= cap + 1e-9:
        return Fit(spring=1.0, even=even)
    rest -= cap * joints
    spaces = sum(1 for k in range(a, b) if items.joints[k].kind == SPACE)
    wide = min(rest / spaces, _WIDE_SPACE * cap) if spaces else 0.0
    return Fit(spring=1.0, even=cap, space=wide, short=rest - wide * spaces)


_WIDE_SPACE = 4.0
"""Word spaces of a loose line may take this many times the cap of other joints (0.6 em)."""


def _squeezed(items: Items, a: int, b: int, need: float) -> Fit:
    gap = items.gap[b] - items.gap[a]
    bracket = items.bracket[b] - items.bracket[a]
    pause = items.pause[b] - items.pause[a]
    stop = items.stop[b] - items.stop[a]
    urgent = need > gap + bracket + pause + 1e-6
    factor = 2.0 if urgent else 1.0
    shares: list[float] = []
    for capacity in (gap, bracket * factor, pause * factor, stop * factor if urgent else 0.0):
        taken = min(need, capacity)
        shares.append(taken / capacity if capacity else 0.0)
        need -= taken
    return Fit(shares[0], shares[1] * factor, shares[2] * factor, shares[3] * factor, short=-need)
