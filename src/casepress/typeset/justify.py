"""Gives every blank of a line its final width: squeeze in order, then stretch, evenly per step."""

from __future__ import annotations

from typing import NamedTuple

from casepress.typeset.items import Items
from casepress.typeset.joints import SPACE, SPRING_EM, SPRING_RATIO


class Fit(NamedTuple):
    """How the joints of a line differ from natural.

    Shares of each shrink and of the gaps' spring, and the even addition per joint in points.
    ``space`` is what each word space gets beyond that in a loose line, ``short`` what the line
    still lacks, in points.
    """

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
    size = items.size
    part, even = stretch_shares(
        slack, items.stretch[b] - items.stretch[a], items.elastic[b] - items.elastic[a], size
    )
    if even <= cap + 1e-9:
        return Fit(spring=part, even=even)
    joints = items.elastic[b] - items.elastic[a]
    rest = slack - (items.stretch[b] - items.stretch[a]) - cap * joints
    spaces = sum(1 for k in range(a, b) if items.joints[k].kind == SPACE)
    wide = min(rest / spaces, _WIDE_SPACE * cap) if spaces else 0.0
    return Fit(spring=1.0, even=cap, space=wide, short=rest - wide * spaces)


def stretch_shares(slack: float, spring: float, joints: float, size: float) -> tuple[float, float]:
    """Share positive slack between gaps and all other joints, in points.

    Gaps grow ``SPRING_RATIO`` times as fast until they reach their limit. Returns the share of the
    gaps' total ``spring`` and the addition per other joint, infinite if there is none to take it.
    """
    gaps = spring / (SPRING_EM * size)
    pull = joints + SPRING_RATIO * gaps
    even = slack / pull if pull else _INFINITE
    if gaps and even * SPRING_RATIO <= SPRING_EM * size:
        return slack and even * SPRING_RATIO / (SPRING_EM * size), even if joints else 0.0
    rest = slack - spring
    if rest <= 1e-9:
        return 1.0, 0.0
    return 1.0, rest / joints if joints else _INFINITE


_INFINITE = float("inf")
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
