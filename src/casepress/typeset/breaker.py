"""Where the lines end: optimum fit over the whole paragraph (Knuth and Plass, 1981).

Dynamic programming over break points. A node is a line start reached at the least total cost;
nodes whose line has become too long are dropped, so the work is linear in the text. Costs are those
of docs/composition.md: badness of a line grows with the square of what it is squeezed or stretched
relative to its limits, soft prohibitions add to it, and the sum of (1 + badness + penalty)² is
minimised.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from operator import add, mul
from typing import NamedTuple

from casepress.typeset.items import Items
from casepress.typeset.justify import stretch_shares

Shape = Callable[[int], tuple[float, float]]
"""Line number (from 0) → left edge and width of that line, in points."""

TARGET_STRETCH_EM = 0.05
CAP_STRETCH_EM = 0.15
_ADJACENT_EM = 0.04
_COST_ADJACENT = 30.0
_COST_LADDER = 120.0
_COST_RUNT = (0.0, 10_000.0, 800.0)
_COST_SHORT_LAST = 100.0
_SHORT_LAST_EM = 4.0
_W_GAP, _W_BRACKET, _W_PAUSE, _W_STRETCH, _W_EVEN = 20.0, 90.0, 150.0, 15.0, 100.0
_EMERGENCY_FACTOR = 4.0
_W_RAGGED = 2.0
_COST_LOOSE = 2_000.0
_W_SHORT = 2_000.0
_COST_TOO_WIDE = 1e7


class Tolerance(NamedTuple):
    """How far a line may go.

    ``squeeze`` multiplies the normal shrink of marks (2: to nothing, and only then 。！？ are
    squeezed too); ``loose`` accepts lines that stay short, ``too_wide`` a box beyond the measure.
    """

    stretch_em: float
    squeeze: float = 1.0
    loose: bool = False
    too_wide: bool = False


class Node(NamedTuple):
    """A line start: first box, cost so far, stretch of the line before it, how it was reached."""

    start: int
    cost: float
    even: float
    line: int
    previous: Node | None


class Frame(NamedTuple):
    """What the lines are set into, in points. ``shape`` overrides the two widths."""

    first: float
    rest: float
    size: float
    shape: Shape | None = None


Judge = Callable[[int, int, float], "tuple[float, float] | None"]
"""(first box, last box, slack in points) → (badness, stretch per joint in em); None: too long,
infinite badness: too loose."""


def judge_justified(items: Items, size: float, tolerance: Tolerance) -> Judge:
    """Return the badness of justified lines within a tolerance (typography §6, §9)."""
    gap, bracket, pause, stop = items.gap, items.bracket, items.pause, items.stop
    stretch, elastic = items.stretch, items.elastic
    squeeze, limit, loose = tolerance.squeeze, tolerance.stretch_em * size, tolerance.loose
    urgent = squeeze > 1.0
    even_weight = _W_EVEN / (TARGET_STRETCH_EM * size) ** 2

    def judge(a: int, b: int, slack: float) -> tuple[float, float] | None:
        if slack >= 0.0:
            spring, joints = stretch[b] - stretch[a], elastic[b] - elastic[a]
            if spring:
                part, even = stretch_shares(slack, spring, joints, size)
                bad = _W_STRETCH * part * part
            else:
                even, bad = slack / joints if joints else (slack and _INFINITE), 0.0
            if even <= limit:
                return bad + even_weight * even * even, even / size
            if loose:
                short = slack - spring - limit * joints
                return _COST_LOOSE + _W_SHORT * short / size, CAP_STRETCH_EM
            return _TOO_LOOSE
        need, bad = -slack, 0.0
        for weight, capacity in (
            (_W_GAP, gap[b] - gap[a]),
            (_W_BRACKET, (bracket[b] - bracket[a]) * squeeze),
            (_W_PAUSE, (pause[b] - pause[a]) * squeeze),
        ):
            if capacity > 0.0:
                if need <= capacity:
                    part = need / capacity
                    return (bad + weight * part * part) * (_EMERGENCY_FACTOR if urgent else 1), 0.0
                bad += weight
                need -= capacity
        if need < 1e-6:
            return bad, 0.0
        if urgent and need <= (capacity := (stop[b] - stop[a]) * 2.0):
            return (bad + _W_PAUSE * (1.0 + need / capacity)) * _EMERGENCY_FACTOR, 0.0
        if tolerance.too_wide and a == b:
            return _COST_TOO_WIDE, 0.0
        return None

    return judge


_INFINITE = float("inf")
_ROUNDING = 1e-6
_TOO_LOOSE = (_INFINITE, 0.0)


def judge_ragged(items: Items, frame: Frame, tolerance: Tolerance) -> Judge:
    """Return the badness of unjustified lines: set solid, the fuller the better."""
    limit = frame.rest if tolerance.loose else 0.4 * frame.rest
    scale = _W_RAGGED / frame.size**2

    def judge(a: int, b: int, slack: float) -> tuple[float, float] | None:
        if slack < -1e-6:
            return (_COST_TOO_WIDE, 0.0) if tolerance.too_wide and a == b else None
        if slack > limit:
            return _TOO_LOOSE
        return min(scale * slack * slack, _COST_LOOSE), 0.0

    return judge


def reach_justified(items: Items, size: float, tolerance: Tolerance) -> list[float] | None:
    """Return how far each box's right edge moves if all joints before it grow to their limit.

    A line that stays short of its measure even so is too loose. ``None``: no line is.
    """
    if tolerance.loose:
        return None
    even = map(mul, items.elastic, repeat(tolerance.stretch_em * size))
    return [*map(add, items.right, map(add, items.stretch, even))]


def best_breaks(
    items: Items,
    frame: Frame,
    judge: Judge,
    reach: Sequence[float] | None = None,
    *,
    by_line: bool = False,
    keep: int = 2,
) -> dict[int, Node]:
    """Return the cheapest way to set the items, as the node after the last line.

    Breaks whose line is too loose by *reach* (:func:`reach_justified`) are not judged; they are
    most of all breaks.

    The result maps the number of lines to its node; without *by_line* it holds the optimum only.
    Empty if no set of lines satisfies the judge. With *by_line* (or a ``shape``) ways with up to
    *keep* lines more or fewer than the best are kept apart.
    """
    near = keep if by_line or frame.shape is not None else None
    nodes = _line_starts(items, frame, judge, None if frame.shape is not None else reach, near)
    found: dict[int, Node] = {}
    for node in _last_lines(items, frame, judge, nodes, near):
        if node.line not in found or node.cost < found[node.line].cost:
            found[node.line] = node
    return found if near is not None else _only_best(found)


def _line_starts(
    items: Items, frame: Frame, judge: Judge, reach: Sequence[float] | None, near: int | None
) -> list[Node]:
    """Return the nodes at which the last line may begin, in order.

    ``needs``: how far a box must reach to end a node's line. Nodes below ``low`` begin lines that
    are too long already.
    """
    left, right, widths, costs = items.left, items.right, items.widths, items.costs
    (first, rest, _, shape), extra, hyphens = frame, items.end_extra, items.hyphens
    spare = max(0.0, 0.0, *extra.values()) + _ROUNDING
    nodes, low, b, final = [Node(0, 0.0, 0.0, 0, None)], 0, -1, len(widths) - 1
    needs = [reach[0] - widths[0] + first - spare if reach else 0.0]
    while low < len(nodes):
        b = bisect_left(reach, needs[low], b + 1) if reach else b + 1
        if b >= final:
            break
        if costs[b] < 0.0:
            continue
        edge, far = right[b] + extra.get(b, 0.0), reach[b] if reach else 0.0
        judged, verdict = -1, None
        best: dict[tuple[int, int], Node] = {}
        for index in range(low, len(nodes)):
            if needs[index] > far:
                break
            a, cost, before, line, _ = node = nodes[index]
            if a != judged or shape is not None:
                width = shape(line)[1] if shape is not None else rest if a else first
                judged, verdict = a, judge(a, b, width - edge + left[a])
            if verdict is None:
                low += index == low
                continue
            bad, even = verdict
            if bad == _INFINITE:
                if shape is None:
                    break
                continue
            if a and (even - before > _ADJACENT_EM or before - even > _ADJACENT_EM):
                bad += _COST_ADJACENT
            if b in hyphens and a - 1 in hyphens:
                bad += _COST_LADDER
            demerits = 1.0 + bad + costs[b]
            cost += demerits * demerits
            key = (line if near is not None else 0, int(even * 25.0 + 0.5))
            if key not in best or cost < best[key][1]:
                best[key] = Node(b + 1, cost, even, line + 1, node)
        nodes.extend(best.values() if near is None or not best else _near(best, near))
        need = reach[b + 1] - widths[b + 1] + rest - spare if reach else 0.0
        needs.extend([need] * (len(nodes) - len(needs)))
    return nodes[low:]


def _last_lines(
    items: Items, frame: Frame, judge: Judge, nodes: list[Node], near: int | None
) -> Iterable[Node]:
    """Return the cheapest ends of a last line that begins at one of the nodes."""
    first, rest, size, shape = frame
    final = len(items.widths) - 1
    best: dict[tuple[int, int], Node] = {}
    for node in nodes:
        a, cost, even, line, _ = node
        width = shape(line)[1] if shape is not None else rest if a else first
        slack = width - items.right[final] + items.left[a]
        bad, before = 0.0, even
        if slack < 0.0:
            verdict = judge(a, final, slack)
            if verdict is None or verdict[0] == _INFINITE:
                continue
            bad, even = verdict
        if a and (even - before > _ADJACENT_EM or before - even > _ADJACENT_EM):
            bad += _COST_ADJACENT
        if final in items.hyphens and a - 1 in items.hyphens:
            bad += _COST_LADDER
        if a:
            bad += _runt_cost(items, a, size)
        demerits = 1.0 + bad
        cost += demerits * demerits
        key = (line if near is not None else 0, int(even * 25.0 + 0.5))
        if key not in best or cost < best[key].cost:
            best[key] = Node(final + 1, cost, even, line + 1, node)
    return best.values()


def _near(best: dict[tuple[int, int], Node], keep: int) -> list[Node]:
    """Drop ways whose number of lines is far from that of the cheapest."""
    line = min(best.values(), key=_cost).line
    return [node for node in best.values() if abs(node.line - line) <= keep]


def _only_best(found: dict[int, Node]) -> dict[int, Node]:
    if not found:
        return {}
    node = min(found.values(), key=_cost)
    return {node.line: node}


def _cost(node: Node) -> float:
    return node.cost


def _runt_cost(items: Items, start: int, size: float) -> float:
    """Cost of a last line too short to be seen as one (clreq 3.4.4, 孤字)."""
    letters = items.letters[-1] - items.letters[start]
    if letters <= 2:
        return _COST_RUNT[max(letters, 1)]
    width = items.right[-1] - items.left[start]
    return _COST_SHORT_LAST if width < _SHORT_LAST_EM * size else 0.0


def lines_of(node: Node) -> list[tuple[int, int]]:
    """Return first and last box of every line that leads to *node*."""
    lines: list[tuple[int, int]] = []
    while node.previous is not None:
        lines.append((node.previous.start, node.start - 1))
        node = node.previous
    return lines[::-1]
