"""Passages that stand in the text twice, as happens when text is pasted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from casepress.case.checks.walk import prose
from casepress.case.load import LoadedCase
from casepress.diagnostics import Diagnostic, Related, Severity

SHORTEST: Final = 30
"""Characters. Shorter repetitions are formulas (以改革破痼疾，以创新促转型), not mistakes."""
_SHOWN: Final = 20


class _Passage(NamedTuple):
    path: str
    text: str
    start: int


def repeats(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """Find long passages that the text says twice, word for word.

    The summary repeats the text by nature: it is only compared with itself.
    """
    seen: dict[tuple[bool, str], _Passage] = {}
    for path, text in prose(loaded.case):
        summary = path.startswith("summary")
        place = 0
        while place + SHORTEST <= len(text):
            piece = text[place : place + SHORTEST]
            first = seen.get((summary, piece))
            if first is None or (first.path == path and first.start + SHORTEST > place):
                seen.setdefault((summary, piece), _Passage(path, text, place))
                place += 1
                continue
            length = _length(first, text, place)
            yield _told(loaded, first, path, text, place, length)
            place += length


def _length(first: _Passage, text: str, place: int) -> int:
    """Return how long two passages go on alike; one text's do not run into each other."""
    length = SHORTEST
    limit = min(len(first.text) - first.start, len(text) - place)
    if first.text is text:
        limit = min(limit, place - first.start)
    while length < limit and first.text[first.start + length] == text[place + length]:
        length += 1
    return length


def _told(
    loaded: LoadedCase, first: _Passage, path: str, text: str, place: int, length: int
) -> Diagnostic:
    words = text[place : place + length]
    shown = words if length <= _SHOWN else f"{words[: _SHOWN - 1]}…"
    there = loaded.locate(first.path, first.start, first.start + length)
    related = (Related(there, "first_said"),) if there else ()
    params: dict[str, object] = {"words": shown, "count": length}
    span = loaded.locate(path, place, place + length)
    return Diagnostic("CP0453", Severity.WARNING, span, params, related)
