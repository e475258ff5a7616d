"""What the line breaker works on: boxes in a row and prefix sums of everything between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate
from operator import add
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

    Boxes are numbered from 0; joint *k* stands between box *k* and box *k* + 1. Sums over joints
    are prefix sums, so that any line costs O(1) to measure.

    Attributes:
        boxes: the boxes; ``at`` is the index of each box's first character in the text.
        widths, lefts, rights, glyphs: the fields of the boxes, in columns.
        run_of: index of the run of every box.
        joints: the glue between the boxes, one less than boxes.
        spaced: some of it is space between words.
        left: x of each box's left edge if everything stood on one line at natural width.
        right: x of each box's right edge.
        columns: the widths of the joints and the six fields that are summed.
        end_extra: what a line ending after this box adds to its width (hyphen) or lets hang.
        hyphens: the glyph a line shows at its end when it is broken after this box.
        emergency: joints where a break goes against the rules.
        size: size of the paragraph's first run, which ems of the whole line refer to.
        letters: prefix count of characters that are not punctuation (runts).
    """

    left: list[float]
    right: list[float]
    letters: list[int]
    costs: list[float]
    columns: Sequence[tuple[float, ...]]
    gap: list[float]
    bracket: list[float]
    pause: list[float]
    stop: list[float]
    stretch: list[float]
    elastic: list[float]
    widths: tuple[float, ...]
    joints: list[Glue]
    emergency: frozenset[int] = frozenset()
    spaced = False

    def __init__(
        self, boxes: list[Box], at: Sequence[int], run_of: Sequence[int], size: float
    ) -> None:
        """Take the boxes, which are kept and not copied; the joints are to follow."""
        self.boxes, self.at, self.run_of, self.size = boxes, at, run_of, size
        self.widths, self.lefts, self.rights, self.glyphs, _, self._letters = zip(
            *boxes, strict=True
        )
        self.end_extra: dict[int, float] = {}
        self.hyphens: dict[int, Placed] = {}

    def __getattr__(self, name: str) -> Any:
        """Sum up columns when the first of them is asked for: a label on one line needs none.

        Nothing but the cost of a joint may be changed once its sums are made.
        """
        make = _COLUMNS.get(name)
        if make is None:
            raise AttributeError(name)
        make(self)
        return self.__dict__[name]

    @property
    def width(self) -> float:
        """What everything takes on one line at natural width."""
        return sum(self.widths) + sum([joint.width for joint in self.joints])

    def allow_all(self, cost: float) -> None:
        """Make every joint breakable at *cost*: the last resort when no legal break exists."""
        against = [k for k, c in enumerate(self.costs) if c == FORBIDDEN]
        self.emergency = self.emergency.union(against)
        for k in against:
            self.costs[k] = cost

    # -- columns ------------------------------------------------------------------------------

    def _read_joints(self) -> None:
        fields = [*zip(*self.joints, strict=True)] or [()] * len(Glue._fields)
        self.columns, self.costs = fields[:7], [*fields[7]]

    def _line_up(self) -> None:
        spans = map(add, self.widths, self.columns[0])
        self.left = [*accumulate(spans, initial=0.0)]
        self.right = [*map(add, self.left, self.widths)]

    def _sum_up(self) -> None:
        sums = [[*accumulate(column, initial=0.0)] for column in self.columns[1:]]
        self.gap, self.bracket, self.pause, self.stop, self.stretch, self.elastic = sums

    def _count_letters(self) -> None:
        self.letters = [*accumulate(self._letters, initial=0)]


_COLUMNS: dict[str, Callable[[Items], None]] = {
    **dict.fromkeys(("columns", "costs"), Items._read_joints),
    **dict.fromkeys(("left", "right"), Items._line_up),
    **dict.fromkeys(("gap", "bracket", "pause", "stop", "stretch", "elastic"), Items._sum_up),
    "letters": Items._count_letters,
}
