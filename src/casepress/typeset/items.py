"""What the line breaker works on: boxes in a row and prefix sums of everything between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate
from operator import add, itemgetter
from typing import Any, NamedTuple

from casepress.typeset.faces import Box, Placed
from casepress.typeset.joints import (
    BRACKET,
    FORBIDDEN,
    GAP,
    PAUSE_BLANK,
    SPACE,
    STOP_BLANK,
    Joint,
    joint_table,
)
from casepress.typeset.model import PunctuationStyle


class Glue(NamedTuple):
    """A joint at its size, in points, one column per step of the squeeze (typography §6)."""

    width: float
    gap_shrink: float
    bracket_shrink: float
    pause_shrink: float
    stop_shrink: float
    stretch: float
    elastic: float
    cost: float
    kind: int


def glue(joint: Joint, size_pt: float) -> Glue:
    """Return a joint in points."""
    shrink, kind = joint.shrink * size_pt, joint.kind
    return Glue(
        joint.width * size_pt,
        shrink if kind in (GAP, SPACE) else 0.0,
        shrink if kind == BRACKET else 0.0,
        shrink if kind == PAUSE_BLANK else 0.0,
        shrink if kind == STOP_BLANK else 0.0,
        joint.stretch * size_pt,
        joint.elastic,
        joint.cost,
        kind,
    )


class GlueRow(dict[int, Glue]):
    """The glue after boxes of one class, by the class of the next box; made when asked for.

    A text meets a few dozen of the six hundred pairs there are.
    """

    __slots__ = ("_joints", "_size")

    def __init__(self, joints: Sequence[Joint], size_pt: float) -> None:
        """Take a row of :func:`joint_table` and the size that measures it."""
        self._joints, self._size = joints, size_pt

    def __missing__(self, kind: int) -> Glue:
        made = self[kind] = glue(self._joints[kind], self._size)
        return made


GlueTable = tuple[GlueRow, ...]


@lru_cache(maxsize=128)
def glue_table(style: PunctuationStyle, gap_em: float, size_pt: float) -> GlueTable:
    """Return :func:`joint_table` in points."""
    return tuple(GlueRow(row, size_pt) for row in joint_table(style, gap_em))


class Items:
    """A stretch of text between forced breaks, ready to be broken.

    Boxes are numbered from 0; joint *k* stands between box *k* and box *k* + 1. Every list named
    below holds prefix sums over joints, so that any line costs O(1) to measure.

    Attributes:
        boxes: the boxes; ``at`` is the index of each box's first character in the text.
        widths: the widths of the boxes.
        run_of: index of the run of every box.
        joints: the glue between the boxes, one less than boxes.
        left: x of each box's left edge if everything stood on one line at natural width.
        right: x of each box's right edge.
        end_extra: what a line ending after this box adds to its width (hyphen) or lets hang.
        hyphens: the glyph a line shows at its end when it is broken after this box.
        emergency: joints where a break goes against the rules.
        size: size of the paragraph's first run, which ems of the whole line refer to.
        letters: prefix count of characters that are not punctuation (runts).
    """

    widths: list[float]
    left: list[float]
    right: list[float]
    letters: list[int]
    costs: list[float]
    gap: list[float]
    bracket: list[float]
    pause: list[float]
    stop: list[float]
    stretch: list[float]
    elastic: list[float]

    def __init__(
        self,
        boxes: list[Box],
        at: list[int],
        run_of: Sequence[int],
        joints: list[Glue],
        size: float,
    ) -> None:
        """Take the boxes and joints; the lists are kept, not copied."""
        self.boxes, self.at, self.run_of, self.joints = boxes, at, run_of, joints
        self.size = size
        self.end_extra: dict[int, float] = {}
        self.hyphens: dict[int, Placed] = {}
        self.emergency: frozenset[int] = frozenset()

    def __getattr__(self, name: str) -> Any:
        """Sum up a column when it is first asked for: a label on one line needs none.

        Nothing but the cost of a joint may be changed once its sums are made.
        """
        make = _COLUMNS.get(name)
        if make is None:
            raise AttributeError(name)
        made = make(self)
        setattr(self, name, made)
        return made

    def allow_all(self, cost: float) -> None:
        """Make every joint breakable at *cost*: the last resort when no legal break exists."""
        against = [k for k, c in enumerate(self.costs) if c == FORBIDDEN]
        self.emergency = self.emergency.union(against)
        for k in against:
            self.costs[k] = cost


def _sums(column: int) -> Callable[[Items], list[float]]:
    """Return what sums up a column of the joints."""
    pick = itemgetter(column)
    return lambda items: [*accumulate(map(pick, items.joints), initial=0.0)]


def _left(items: Items) -> list[float]:
    spans = map(add, items.widths, map(itemgetter(0), items.joints))
    return [*accumulate(spans, initial=0.0)]


_COLUMNS: dict[str, Callable[[Items], list[Any]]] = {
    "widths": lambda items: [*map(itemgetter(0), items.boxes)],
    "left": _left,
    "right": lambda items: [*map(add, items.left, items.widths)],
    "letters": lambda items: [*accumulate(map(itemgetter(5), items.boxes), initial=0)],
    "costs": lambda items: [*map(itemgetter(7), items.joints)],
    "gap": _sums(1),
    "bracket": _sums(2),
    "pause": _sums(3),
    "stop": _sums(4),
    "stretch": _sums(5),
    "elastic": _sums(6),
}
