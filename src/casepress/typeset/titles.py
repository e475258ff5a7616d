"""Titles, headings and labels: few lines, balanced, broken between phrases, never justified."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import NamedTuple

from casepress.fonts.library import FontLibrary
from casepress.typeset.classes import CLOSE, DASH, OPEN, PAUSE, STOP, TIGHT_CLOSE, TIGHT_OPEN
from casepress.typeset.errors import NO_LEGAL_BREAK, TOO_MANY_LINES
from casepress.typeset.itemise import Source, hold_together, itemise, read_source, with_cuts
from casepress.typeset.items import Items, glue
from casepress.typeset.joints import SPACE, Joint
from casepress.typeset.justify import NATURAL
from casepress.typeset.lines import build_line
from casepress.typeset.model import Composition, Line, Paragraph
from casepress.typeset.phrases import author_breaks, phrase_starts, quoted
from casepress.typeset.words import CLINGS_BACK

_AFTER_PAUSE = 1.0
_BEFORE_QUOTE = 2.0
_AT_PHRASE = 4.0
_AFTER_QUOTE = 25.0
_IN_QUOTATION = 20.0
_IN_PHRASE = 70.0
_IN_TERM = 2_000.0
_IGNORED_SIGN = 90.0
_LONELY = 3_000.0
_CLINGING = 40.0
_EXTRA_LINE = 30.0
_LATE_LINE = 100.0
"""A line beyond the limit costs more than a phrase, but less than parting a word or a clause."""
_PHRASE_GAP_EM = 1.0
_UNEVEN = 0.4
_CLAUSE_ENDS = frozenset("，；：。！？")
_IGNORED_PAUSE = 45.0
_IGNORED_ITEM = 5.0
_ROUNDING = 1e-6


def compose_title(
    paragraph: Paragraph, measure_pt: float, fonts: FontLibrary, max_lines: int | None = None
) -> Composition:
    """Set a title in as few balanced lines as its phrases allow.

    Breaks, best first: the author's ``|`` or space between Chinese characters (used whenever the
    title needs more than one line), after a pause mark, before an opening quotation mark, between
    phrases (BudouX). Never inside a quoted term of up to six characters, never leaving one
    character on a line, as long as any other way fits. Ragged whatever the alignment says;
    ``center`` and ``right`` are kept. An author's space that is not broken at stays as a blank of
    one em. Indents are ignored.

    Args:
        paragraph: the title; a closing 。 is the caller's to drop.
        measure_pt: widest line in points.
        fonts: where faces come from.
        max_lines: a title that needs more lines, or could only keep to them by parting a word,
            says so with the notice ``CP0704``: choose another size or shorten it.

    Raises:
        MissingGlyphError: characters that no font has.
    """
    runs, signs = author_breaks(paragraph.runs)
    source = read_source(runs, fonts, paragraph.style.punctuation)
    if not source.text:
        return Composition(())
    items = itemise(source, 0, len(source.text))
    if not signs and items.width <= measure_pt + _ROUNDING:
        line = _line(source, items, 0, len(items.boxes) - 1, measure_pt, paragraph.style.align)
        return Composition((line,), source.prepared.notices)
    hold_together(source, items, 0, len(source.text))
    marked = _mark_signs(source, items, signs)
    limit = max_lines or paragraph.style.max_lines
    breaks = _break(source, items, marked, measure_pt, limit)
    notices: tuple[str, ...] = ()
    if breaks is None:
        items = with_cuts(source, items, measure_pt, explode=True)
        breaks = _break(source, items, _moved(items, source, signs), measure_pt, None)
        notices = (NO_LEGAL_BREAK,)
    if breaks is None:
        breaks = [(k, k) for k in range(len(items.boxes))]
    if limit is not None and len(breaks) > limit:
        notices = (*notices, TOO_MANY_LINES)
    align = paragraph.style.align
    lines = [_line(source, items, a, b, measure_pt, align) for a, b in breaks]
    return Composition(tuple(lines), (*source.prepared.notices, *notices))


def _line(source: Source, items: Items, a: int, b: int, measure: float, align: str) -> Line:
    left = 0.0
    if align in ("center", "right"):
        slack = measure - (items.right[b] - items.left[a])
        left = slack / 2 if align == "center" else slack
    return build_line(source, items, a, b, NATURAL, left, last=b == len(items.boxes) - 1)


def _joint_at(items: Items, source: Source, place: int) -> int:
    """Return the joint before the character that stood at *place* of the cleaned text."""
    index = bisect_left(source.prepared.offsets, place)
    return bisect_left(items.at, index) - 1


def _mark_signs(source: Source, items: Items, signs: dict[int, bool]) -> frozenset[int]:
    """Turn the author's spaces into visible blanks and return the joints of all signs."""
    marked: set[int] = set()
    for place, blank in signs.items():
        k = _joint_at(items, source, place)
        if not 0 <= k < len(items.joints):
            continue
        marked.add(k)
        if blank:
            size = source.glyphs[items.run_of[k]].size
            own = items.joints[k].width
            width = max(own, _PHRASE_GAP_EM * size) / size
            items.joints[k] = glue(Joint(width, SPACE, 0.0, 0.0, 0.0, 0.0), size)
            items.spaced = True
        elif items.joints[k].cost < 0:
            items.joints[k] = items.joints[k]._replace(cost=0.0)
    return frozenset(marked)


def _moved(items: Items, source: Source, signs: dict[int, bool]) -> frozenset[int]:
    return frozenset(_joint_at(items, source, place) for place in signs)


def _break_costs(source: Source, items: Items, marked: frozenset[int]) -> list[float | None]:
    """Return the cost of ending a line at every joint; None where the rules forbid it."""
    phrases = phrase_starts(source.text)
    short, long = quoted(source.text)
    costs: list[float | None] = []
    for k, joint in enumerate(items.joints):
        after, before = items.boxes[k].right, items.boxes[k + 1].left
        place = items.at[k + 1]
        cost: float | None
        if k in marked:
            cost = 0.0
        elif items.costs[k] < 0:
            cost = None
        elif place in short:
            cost = _IN_TERM
        elif after in (PAUSE, STOP):
            cost = _AFTER_PAUSE
        elif after in (CLOSE, TIGHT_CLOSE):
            cost = _AFTER_QUOTE if before not in (OPEN, TIGHT_OPEN) else _BEFORE_QUOTE
            if source.text[place : place + 1] in CLINGS_BACK:
                cost += _CLINGING
        elif before in (OPEN, TIGHT_OPEN) or after == DASH:
            cost = _BEFORE_QUOTE
        else:
            cost = _AT_PHRASE if joint.kind == SPACE else phrases.get(place, _IN_PHRASE)
        if cost is not None and k not in marked:
            cost += max(items.costs[k], 0.0) + (_IN_QUOTATION if place in long else 0.0)
        costs.append(cost)
    return costs


class _Way(NamedTuple):
    cost: float
    breaks: list[tuple[int, int]]


def _break(
    source: Source, items: Items, marked: frozenset[int], measure: float, limit: int | None
) -> list[tuple[int, int]] | None:
    """Return first and last boxes of the lines, or None if a stretch without break is too wide."""
    count = len(items.boxes)
    total = items.right[-1]
    if total <= measure + _ROUNDING:
        return [(0, count - 1)]
    costs = _break_costs(source, items, marked)
    balance = _Balance(items, costs, _ignored(items, marked), measure, source.glyphs[0].size)
    fewest = max(2, -int(-total // measure))
    best: _Way | None = None
    for lines in range(fewest, min(count, fewest + 4) + 1):
        late = lines - limit if limit is not None else 0
        penalty = _EXTRA_LINE * (lines - fewest) + _LATE_LINE * max(late, 0)
        if best is not None and best.cost <= penalty:
            break  # no way costs less than nothing
        way = balance.way(lines)
        if way is not None and (best is None or way.cost + penalty < best.cost):
            best = _Way(way.cost + penalty, way.breaks)
    return best.breaks if best else _first_fit(items, costs, measure)


class _Balance:
    """A title and its places to break, for setting it in one number of lines after another."""

    def __init__(
        self,
        items: Items,
        costs: list[float | None],
        ignored: list[float],
        measure: float,
        size: float,
    ) -> None:
        self._items, self._costs, self._size = items, costs, size
        self._widest = measure + _ROUNDING
        self._signs = list(accumulate(ignored, initial=0.0))
        self._ends = [b for b, cost in enumerate(costs) if cost is not None]
        self._begins = [len(items.boxes)]

    def _earliest(self, lines: int) -> int:
        """Return the first box from which this number of lines can hold all that is left."""
        left, right = self._items.left, self._items.right
        while len(self._begins) <= lines:
            after = self._begins[-1]
            low = bisect_left(left, right[after - 1] - self._widest, 0, after) if after else 0
            place = bisect_left(self._ends, low - 1)
            legal = self._ends[place] + 1 if place < len(self._ends) else after
            self._begins.append(0 if not low else min(legal, after))
        return self._begins[lines]

    def way(self, lines: int) -> _Way | None:
        """Return the cheapest way to set the title in exactly this number of lines."""
        count = len(self._items.boxes)
        if self._earliest(lines):
            return None
        best: dict[int, float] = {0: 0.0}
        came: list[dict[int, int]] = []
        for number in range(lines):
            best, places = self._next_line(best, lines, number)
            came.append(places)
        if count not in best:
            return None
        breaks: list[tuple[int, int]] = []
        after = count
        for places in reversed(came):
            breaks.append((places[after], after - 1))
            after = places[after]
        return _Way(best[count], breaks[::-1])

    def _next_line(
        self, best: dict[int, float], lines: int, number: int
    ) -> tuple[dict[int, float], dict[int, int]]:
        """Return, by the box after line *number*, what it costs to get there and where it begins.

        Ends that leave more than the lines to come can hold are not tried.
        """
        items, size, widest, signs = self._items, self._size, self._widest, self._signs
        left, right, letters = items.left, items.right, items.letters
        target = right[-1] / lines
        more = lines - number - 1
        last = len(items.boxes) - 1
        low = self._earliest(more) - 1
        ends = self._ends if more else [last]
        cheapest: dict[int, float] = {}
        came: dict[int, int] = {}
        for a, spent in best.items():
            for place in range(bisect_left(ends, max(a, low)), len(ends)):
                b = ends[place]
                width = right[b] - left[a]
                if width > widest:
                    break
                uneven = (width - target) / size
                end = self._costs[b] or 0.0 if more else 0.0
                cost = spent + end + _UNEVEN * uneven * uneven + (signs[b] - signs[a])
                if letters[b + 1] - letters[a] <= 1:
                    cost += _LONELY
                if b + 1 not in cheapest or cost < cheapest[b + 1]:
                    cheapest[b + 1], came[b + 1] = cost, a
        return cheapest, came


def _ignored(items: Items, marked: frozenset[int]) -> list[float]:
    """Return what a line costs for running over each joint: signs and marks."""
    return [
        _IGNORED_SIGN if k in marked
        else _IGNORED_PAUSE if items.boxes[k].text in _CLAUSE_ENDS
        else _IGNORED_ITEM if items.boxes[k].text == "、"
        else 0.0
        for k in range(len(items.joints))
    ]  # fmt: skip


def _first_fit(
    items: Items, costs: list[float | None], measure: float
) -> list[tuple[int, int]] | None:
    """Fill line after line: for texts far longer than a title. None if something never fits."""
    lines: list[tuple[int, int]] = []
    a, count = 0, len(items.boxes)
    while a < count:
        fitting = [
            b
            for b in range(a, min(count, a + 400))
            if items.right[b] - items.left[a] <= measure + _ROUNDING
            and (b == count - 1 or costs[b] is not None)
        ]
        if not fitting:
            return None
        lines.append((a, fitting[-1]))
        a = fitting[-1] + 1
    return lines
