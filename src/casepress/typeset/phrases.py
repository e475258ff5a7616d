"""Where a title may end a line: phrases (BudouX), quotation marks, the author's own signs."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from casepress.typeset.chunks import chunk_ends
from casepress.typeset.classes import PAUSE, STOP, is_cjk, is_mark
from casepress.typeset.items import Items
from casepress.typeset.model import Run
from casepress.typeset.words import AFTER_VERBS, CLINGS_BACK, JOINERS, LEANS_FORWARD, segments

_SIGN = re.compile(r"[ \u3000]*[|｜][ \u3000|｜]*|[ \u3000]+|\n+")
_TERM_UNIT = r"(?:[A-Za-z0-9][A-Za-z0-9.+/&-]*\x20?|[^“”‘’「」『』《》〈〉])"
"""What counts as one character of a quoted term: a Latin word, or one of any other script."""
_SHORT_QUOTE = re.compile(f"[“‘「『《〈]({_TERM_UNIT}{{1,6}})[”’」』》〉]")
_BEFORE_PREPOSITION = 2.0
_SURE, _LIKELY, _DOUBTFUL, _CLINGING = 4.0, 8.0, 16.0, 40.0
_NO_MARK, _PARTED_WORD, _PARTED_TERM = 4.0, 16.0, 70.0
_OFFICE = re.compile("[省市州区县旗镇乡](?:委|政府|人大|政协|纪委)")
"""What belongs to the name of the place before it."""
_COUNT = re.compile("[一二两三四五六七八九十几][个项条家张份种类座所名位]$")
_COUNTED = 5.0
_LEANING = LEANS_FORWARD | JOINERS
_LONG_QUOTE = re.compile("[“‘「『《〈（]([^“”‘’「」『』《》〈〉（）]{7,})[”’」』》〉）]")


@lru_cache(maxsize=512)
def phrase_starts(text: str) -> dict[int, float]:
    """Return the indices where a phrase begins, with the cost of breaking there.

    A break never falls inside a word of :mod:`casepress.typeset.words`. Between two such words it
    is cheapest; where only BudouX sees a phrase it costs more; before a particle (的) or after a
    preposition (与) more again.
    """
    inside, edges = known_words(text)
    chunks = set(chunk_ends(text))
    starts: dict[int, float] = {}
    for place in range(1, len(text)):
        if place in inside:
            continue
        votes = (place in chunks) + edges.get(place, 0)
        if not votes:
            continue
        cost = {1: _DOUBTFUL, 2: _LIKELY}.get(votes, _SURE)
        if text[place] in CLINGS_BACK:
            cost += _CLINGING
        elif text[place] in AFTER_VERBS:
            cost += _DOUBTFUL
        elif text[place] in LEANS_FORWARD and place + 1 not in inside:
            cost = _BEFORE_PREPOSITION
        elif text[place] in JOINERS:
            cost += _DOUBTFUL
        if text[place - 1] in _LEANING and (place - 1) not in inside:
            cost += _CLINGING
        if _leaves_one(text, place, inside) or _OFFICE.match(text, place):
            cost += _CLINGING
        if _COUNT.search(text, max(0, place - 4), place):
            cost += _COUNTED
        starts[place] = cost
    return starts


def _leaves_one(text: str, place: int, inside: set[int]) -> bool:
    """Tell whether a break parts one character from its clause: 践|承诺、 or 单位|多、."""
    before = text[place - 1] not in CLINGS_BACK and place - 1 not in inside
    before = before and _is_edge(text, place - 2) and not _is_edge(text, place)
    return before or (place + 1 not in inside and _is_edge(text, place + 1))


def _is_edge(text: str, index: int) -> bool:
    return not 0 <= index < len(text) or is_mark(text[index])


@lru_cache(maxsize=512)
def known_words(text: str) -> tuple[set[int], dict[int, int]]:
    """Cut text into words.

    Returns the indices inside known words, and for every edge how many known words meet there.
    """
    inside: set[int] = set()
    edges: dict[int, int] = {}
    start = 0
    for length in segments(text):
        end = start + length
        if length > 1:
            inside.update(range(start + 1, end))
            edges[start] = edges.get(start, 0) + 1
            edges[end] = edges.get(end, 0) + 1
        start = end
    return inside, edges


def favour_phrases(text: str, items: Items) -> None:
    """Make ragged lines end after marks rather than between words, and rarely inside a word.

    Where nothing has to be filled a better place costs only white space. *text* is the text of the
    items; joints where breaks are forbidden stay so.
    """
    inside, _ = known_words(text)
    term, _ = quoted(text)
    start = items.at[0]
    for k, cost in enumerate(items.costs):
        place = items.at[k + 1] - start
        if cost < 0 or items.boxes[k].right in (PAUSE, STOP):
            continue
        parted = place in inside or _leaves_one(text, place, inside)
        parted = parted or text[place] in CLINGS_BACK
        parted = parted or (text[place - 1] in _LEANING and place - 1 not in inside)
        extra = _PARTED_TERM if place in term else _PARTED_WORD if parted else _NO_MARK
        items.costs[k] = cost + extra
        items.joints[k] = items.joints[k]._replace(cost=cost + extra)


def quoted(text: str) -> tuple[frozenset[int], frozenset[int]]:
    """Return indices inside short quoted terms (≤ 6 characters) and inside longer quotations.

    A Latin word counts as one character: “Smart Village 2.0” is a name, not a sentence.

    An index *i* is inside when a break before character *i* would part the quotation; its marks
    count as parts.
    """
    term = {i for m in _SHORT_QUOTE.finditer(text) for i in range(m.start() + 1, m.end())}
    long = {i for m in _LONG_QUOTE.finditer(text) for i in range(m.start() + 1, m.end())}
    return frozenset(term), frozenset(long)


def author_breaks(runs: tuple[Run, ...]) -> tuple[tuple[Run, ...], dict[int, bool]]:
    """Take the author's break signs out of the runs.

    ``|`` and a newline are signs anywhere; a space is one only between two Chinese characters
    (beside Latin it is a typing habit). Returns the cleaned runs and, by index in their joined
    text, whether a blank stays visible when the line is not broken there (it does for a space).
    """
    whole = "".join([run.text for run in runs])
    places: dict[int, bool] = {}
    if _SIGN.search(whole) is None:
        return runs, places
    drop: set[int] = set()
    for match in _SIGN.finditer(whole):
        before, after = whole[: match.start()][-1:], whole[match.end() :][:1]
        if match[0].isspace() and "\n" not in match[0]:
            if not (before and after and is_cjk(before) and is_cjk(after)):
                continue
            blank = True
        else:
            blank = False
        drop.update(range(match.start(), match.end()))
        if before and after:
            places[match.start() - len([i for i in drop if i < match.start()])] = blank
    return _without(runs, drop), places


def _without(runs: tuple[Run, ...], drop: set[int]) -> tuple[Run, ...]:
    if not drop:
        return runs
    result: list[Run] = []
    start = 0
    for run in runs:
        kept = "".join(c for i, c in enumerate(run.text, start) if i not in drop)
        start += len(run.text)
        result.append(replace(run, text=kept))
    return tuple(result)
