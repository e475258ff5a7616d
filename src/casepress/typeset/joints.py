"""What stands between two neighbours: the natural glue, its limits, and whether a line may break.

Boxes have fixed bodies (half an em for marks); every blank belongs to the *joint* between two boxes
and a line break discards its joint. Half-width line-end marks and trimmed line-start openers (GB/T
15834 5.1.10, clreq 3.1.6.3) need no further rule.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from casepress.typeset.classes import (
    APPROX,
    BLANK,
    CLASS_COUNT,
    CLOSE,
    CONNECTOR,
    DASH,
    DATE,
    ELLIPSIS,
    ENUMERATOR,
    LABEL,
    LATIN,
    MEASURE,
    MIDDOT,
    NUMBER,
    OPEN,
    ORDINAL,
    PAUSE,
    PERCENT,
    PREFIX,
    SLASH,
    STOP,
    SUFFIX,
    TIGHT_CLOSE,
    TIGHT_OPEN,
)
from casepress.typeset.model import PunctuationStyle

PLAIN: Final = 0
GAP: Final = 1
SPACE: Final = 2
BRACKET: Final = 3
PAUSE_BLANK: Final = 4
STOP_BLANK: Final = 5

FORBIDDEN: Final = -1.0
"""Break cost of a joint where no line may end; breaks are otherwise ≥ 0."""

COST_MEASURE = 100.0
COST_DATE = 40.0
COST_STRICT_START = 40.0
COST_QUOTED = 10.0
COST_NAME = 20.0
COST_URL = 20.0
COST_HYPHEN = 50.0


SPRING_EM = 0.125
"""What a gap or word space may grow (0.25 to 0.375 em); they grow before and with the others."""
SPRING_RATIO = 1.5
"""A gap grows this many times as much as the other joints of its line, up to ``SPRING_EM``."""


class Joint(NamedTuple):
    """Glue between two boxes; lengths in em.

    ``stretch`` is what a gap or word space may grow; ``elastic`` 1.0 marks a joint that takes part
    in the even stretch.
    """

    width: float
    kind: int
    shrink: float
    stretch: float
    elastic: float
    cost: float


_NO_START = frozenset(
    (CLOSE, PAUSE, STOP, MIDDOT, CONNECTOR, SLASH, SUFFIX, TIGHT_CLOSE, BLANK, PERCENT)
)
_NO_END = frozenset((OPEN, TIGHT_OPEN, SLASH, PREFIX, ENUMERATOR, LABEL))
_CLOSING = frozenset((CLOSE, PAUSE, STOP))
_ALNUM = frozenset((LATIN, NUMBER))
_NO_GAP = frozenset(
    (
        OPEN,
        CLOSE,
        PAUSE,
        STOP,
        MIDDOT,
        DASH,
        ELLIPSIS,
        CONNECTOR,
        SLASH,
        SUFFIX,
        PREFIX,
        TIGHT_OPEN,
        TIGHT_CLOSE,
        PERCENT,
        BLANK,
        LATIN,
        NUMBER,
    )
)


def _break_cost(left: int, right: int) -> float:
    """Hard prohibitions as FORBIDDEN, soft ones as costs (clreq 3.1.4, 3.1.5)."""
    if right in _NO_START or left in _NO_END:
        return FORBIDDEN
    if left == right and left in (DASH, ELLIPSIS):
        return FORBIDDEN
    if left in (LATIN, NUMBER, PERCENT) and right in _ALNUM:
        return FORBIDDEN
    if left == ORDINAL and right == NUMBER:
        return FORBIDDEN
    if right in (DASH, ELLIPSIS):
        return COST_STRICT_START
    if left == MIDDOT:
        return COST_NAME
    if left == NUMBER and right in (MEASURE, DATE):
        return COST_MEASURE
    if right == NUMBER and left in (APPROX, CONNECTOR):
        return COST_MEASURE
    if left == DATE and right == NUMBER:
        return COST_DATE
    return 0.0


def _blank(left: int, right: int, style: PunctuationStyle) -> tuple[float, int]:
    """Return the blank between two boxes and its kind (clreq 3.1.6.1 and 3.1.6.2)."""
    opens, closes = right == OPEN, left in _CLOSING
    if MIDDOT in (left, right):
        return 0.0, PLAIN
    pair = (closes or left == OPEN or left in (TIGHT_OPEN, TIGHT_CLOSE)) and (
        opens or right in _CLOSING or right in (TIGHT_OPEN, TIGHT_CLOSE)
    )
    if style == "lineend":
        blank = 0.5 * (opens + closes)
        return (blank, PLAIN) if blank else (0.0, PLAIN)
    if style == "kaiming":
        return (0.5, STOP_BLANK) if left == STOP and not pair else (0.0, PLAIN)
    if pair and not opens:
        return 0.0, PLAIN
    if left == OPEN and opens:
        return 0.0, PLAIN
    if left == TIGHT_OPEN and opens:
        return 0.0, PLAIN
    if closes:
        return 0.5, {STOP: STOP_BLANK, PAUSE: PAUSE_BLANK}.get(left, BRACKET)
    return (0.5, BRACKET) if opens else (0.0, PLAIN)


def _joint(left: int, right: int, style: PunctuationStyle, gap_em: float) -> Joint:
    cost = _break_cost(left, right)
    if left in (LATIN, NUMBER, PERCENT) and right in _ALNUM:
        return Joint(0.0, PLAIN, 0.0, 0.0, 0.0, cost)
    if (left in (*_ALNUM, LABEL) and right not in _NO_GAP) or (
        right in _ALNUM and left not in _NO_GAP
    ):
        shrink = max(0.0, gap_em - 0.125)
        return Joint(gap_em, GAP, shrink, SPRING_EM if gap_em >= 0.2 else 0.0, 0.0, cost)
    width, kind = _blank(left, right, style)
    rigid = CONNECTOR in (left, right) or SLASH in (left, right) or right == SUFFIX
    rigid = rigid or left == PREFIX or BLANK in (left, right)
    return Joint(width, kind, 0.25 if kind > SPACE else 0.0, 0.0, 0.0 if rigid else 1.0, cost)


@lru_cache(maxsize=64)
def joint_table(style: PunctuationStyle, gap_em: float) -> tuple[tuple[Joint, ...], ...]:
    """Return the joints of all pairs of classes: ``table[class before][class after]``.

    Args:
        style: house style of punctuation widths: ``full`` 全角式, ``kaiming`` 开明式, ``lineend``
            行末半角式 (clreq 3.1.6).
        gap_em: natural gap between Han and Latin or digits (clreq 3.2.2: at most 0.25 em).
    """
    return tuple(
        tuple(_joint(left, right, style, gap_em) for right in range(CLASS_COUNT))
        for left in range(CLASS_COUNT)
    )


def word_space(width_em: float, cost: float) -> Joint:
    """Return the joint of a space between Latin words: from 0.25 em (clreq 3.2.4)."""
    return Joint(width_em, SPACE, max(0.0, width_em - 0.25), SPRING_EM, 0.0, cost)
