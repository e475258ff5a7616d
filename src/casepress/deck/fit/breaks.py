"""Line breaks for the few short lines of a slide: at phrases, balanced, in as few lines as needed.

A viewer breaks wherever the line is full, inside 坐落 or a quoted term. Where that shows, the
planner sets the breaks itself. No line begins with an opening quotation mark: with full-width marks
it would look indented.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from math import inf

from casepress.frozen import dataclass
from casepress.typeset.classes import DATE, MEASURE, cjk_class, is_han, is_latinish, is_mark
from casepress.typeset.joints import joint_table
from casepress.typeset.phrases import phrase_starts, quoted
from casepress.typeset.words import words_from

_OPENING = "“‘「『《〈（【"
_PAUSES = "，。；：！？、"
_AFTER_PAUSE, _BEFORE_QUOTE, _IN_TERM, _IN_WORD = 0.0, 60.0, 400.0, 120.0
_EXTRA_LINE = 60.0
_ENUMERATION = 4.0
_IN_ITEM = 20.0
"""A line that ends inside an item of the enumeration it has begun: A、B、C of a longer | name."""
_UNEVEN, _RUNT, _IGNORED_PAUSE, _STRANDED = 0.2, 200.0, 20.0, 40.0
_CLAUSE_ENDS, _NUMERALS = "，；：。！？", "一二三四五六七八九十百千两几"
_CLAUSE_END = re.compile(f"[{_CLAUSE_ENDS}]")
_ALSO_A_WORD = 20.0
"""Both sides together are a word as well, such as 小数|据: the cut may be mistaken."""
_MOST_LINES = 6


def bad_breaks(lines: Sequence[str]) -> bool:
    """Tell whether a viewer's lines show a runt, an opening quote in front, or a parted word.

    One or two characters before or after a comma within a line are as bad: they belong elsewhere.
    """
    if len(lines) < 2:
        return False
    if is_runt(lines[-1]) or any(line[:1] in _OPENING for line in lines[1:]):
        return True
    if any(_stranded(line) for line in lines):
        return True
    text = "".join(lines)
    costs = _costs(text)
    place = 0
    for line in lines[:-1]:
        place += len(line)
        if costs.get(place, _IN_WORD) >= _IN_WORD:
            return True
    return False


def is_runt(line: str) -> bool:
    """Tell whether a last line is too short to stand: two characters, or one short number."""
    return few_letters(line) or (line.isascii() and len(line) <= 4)


def _stranded(line: str) -> int:
    """Count the commas of a line with one or two characters of another clause beside them."""
    found = 0
    for end in _CLAUSE_END.finditer(line, 0, len(line) - 1):
        found += few_letters(line[: end.start()]) or few_letters(line[end.end() :])
    return found


def few_letters(line: str) -> bool:
    """Tell whether a line has no more than two characters that are not punctuation."""
    count = 0
    for char in line:
        count += not is_mark(char)
        if count > 2:
            return False
    return True


@lru_cache(maxsize=512)
def _costs(text: str) -> dict[int, float]:
    """Return what it costs to begin a line at each place where a line may begin, in order."""
    phrases = phrase_starts(text)
    terms, _ = quoted(text)
    table = joint_table("full", 0.25)
    costs: dict[int, float] = {}
    for place in range(1, len(text)):
        before, after = text[place - 1], text[place]
        if table[_class(before)][_class(after)].cost < 0 or (before in "—…" and after == before):
            continue
        if _is_word(before) and _is_word(after):
            continue
        if place in terms:
            cost = _IN_TERM
        elif before in _PAUSES:
            cost = _ENUMERATION if before == "、" else _AFTER_PAUSE
        else:
            cost = phrases.get(place, _IN_WORD)
        counted = before in _NUMERALS and _class(after) in (MEASURE, DATE)
        if (
            counted
            or (before.isdigit() and is_han(after))
            or (before in "近约达第" and after.isdigit())
        ):
            cost = max(cost, _IN_TERM)
        if after in _OPENING:
            cost += _BEFORE_QUOTE
        if after in words_from(before):
            cost += _ALSO_A_WORD
        costs[place] = cost
    return costs


def _class(char: str) -> int:
    return cjk_class(char)


def _is_word(char: str) -> bool:
    return is_latinish(char) and not char.isspace()


@dataclass(frozen=True, slots=True)
class Widths:
    """Widths of all stretches of a text, in ems: prefix sums, and the gap before each character."""

    sums: tuple[float, ...]
    gaps: tuple[float, ...]

    def of(self, start: int, end: int) -> float:
        """Width of the characters *start* … *end* on a line of their own."""
        return self.sums[end] - self.sums[start] - self.gaps[start]


def balanced_lines(
    text: str, widths: Widths, measure_em: float, spare: int = 1
) -> tuple[str, ...] | None:
    """Break a text into the fewest lines its phrases allow; None if it cannot be done.

    Args:
        text: one paragraph without breaks.
        widths: of the text.
        measure_em: width of the frame in ems.
        spare: lines it may take beyond the fewest possible.
    """
    total = widths.of(0, len(text))
    if total <= measure_em:
        return (text,)
    costs = _costs(text)
    fewest = max(2, -int(-total // measure_em))
    best: tuple[str, ...] | None = None
    limit = inf
    for count in range(fewest, min(fewest + spare, _MOST_LINES) + 1):
        found = _ways(text, costs, widths, measure_em, count, limit)
        if found is not None:
            limit, best = found
        limit -= _EXTRA_LINE
        if limit <= 0:
            break
    return best


def break_cost(lines: Sequence[str]) -> float:
    """Return how bad the breaks between some lines are, their lengths left aside."""
    costs = _costs("".join(lines))
    places = list(accumulate(len(line) for line in lines))[:-1]
    faults = (_line_faults(line, n == len(lines) - 1) for n, line in enumerate(lines))
    return sum(costs.get(place, _IN_TERM) for place in places) + sum(faults)


_Way = tuple[float, tuple[int, ...]]
"""Cost, and the places where lines begin."""


def _ways(
    text: str, costs: dict[int, float], widths: Widths, measure: float, count: int, limit: float
) -> tuple[float, tuple[str, ...]] | None:
    """Return the cheapest way to set the text in exactly *count* lines, if below *limit*."""
    sums, gaps, whole = widths.sums, widths.gaps, len(text)
    target = widths.of(0, whole) / count
    places = list(costs)
    best: dict[int, _Way] = {0: (0.0, (0,))}
    for number in range(count):
        more = count - number - 1
        reached: dict[int, _Way] = {}
        # No line ends before *low*: those to come could not hold what is left then.
        room = more * (measure + max(gaps)) + 1e-6
        low = bisect_left(sums, sums[whole] - room) - 1
        for start, (spent, starts) in best.items():
            ends = places[bisect_right(places, max(start, low)) :] if more else [whole]
            for end in ends:
                wide = sums[end] - sums[start] - gaps[start]
                if wide > measure:
                    break
                cost = spent + _UNEVEN * (wide - target) ** 2 + costs.get(end, 0.0)
                least = reached[end][0] if end in reached else limit
                if cost >= least:
                    continue
                cost += _line_faults(text[start:end], not more)
                if cost < least:
                    reached[end] = (cost, (*starts, end))
        best = reached
    if whole not in best:
        return None
    cost, starts = best[whole]
    pieces = (text[a:b].strip(" ") for a, b in pairwise(starts))
    return cost, tuple(pieces)


@lru_cache(maxsize=4096)
def _line_faults(line: str, last: bool) -> float:
    """Return what is wrong with a line in itself: commas within, strays beside them, a runt."""
    cost = _IGNORED_PAUSE * sum(c in _CLAUSE_ENDS for c in line[:-1]) + _STRANDED * _stranded(line)
    if not last and "、" in line[:-1] and line[-1] not in _PAUSES:
        cost += _IN_ITEM
    return cost + (_RUNT if last and is_runt(line) else 0.0)
