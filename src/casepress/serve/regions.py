"""Where each paragraph stands on a page, and which line of the YAML it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from casepress.case.load import LoadedCase
from casepress.display import DisplayList, Page, TextItem
from casepress.serve.model import Region, Sheet

_ASCENT, _DESCENT = 0.9, 0.22
_BEGINNING = 10
"""Characters of a set line that are looked for in the YAML to find the line within a long text."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A set line's box in points and its line in the YAML."""

    left: float
    top: float
    right: float
    bottom: float
    line: int
    element: int


def sheets(display: DisplayList, loaded: LoadedCase | None) -> tuple[Sheet, ...]:
    """Return every page of a display list with its regions, in reading order of the page.

    There are no regions without a case to find the words in.
    """
    finder = _Finder(loaded) if loaded else None
    sources = _sources(display)
    return tuple(
        Sheet(
            page.width_pt, page.height_pt, page.label or str(number),
            tuple(_fractions(page, _joined(_spots(page, sources, finder)))) if finder else (),
        )
        for number, page in enumerate(display.pages, 1)
    )  # fmt: skip


def _sources(display: DisplayList) -> Mapping[int, str]:
    """Give every element the path in the case of itself or the nearest above it."""
    elements = {element.id: element for element in display.elements}
    found: dict[int, str] = {}
    for element in display.elements:
        at: int | None = element.id
        while at is not None and not elements[at].source:
            at = elements[at].parent
        found[element.id] = elements[at].source if at is not None else ""
    return found


class _Finder:
    """Finds lines of the YAML for words of a value."""

    def __init__(self, loaded: LoadedCase) -> None:
        self._loaded = loaded
        self._lines = ["".join(line.split()) for line in loaded.text.text.splitlines()]

    def line(self, path: str, words: str) -> int:
        """Return the line a value's words stand on; 0 if the value has no place."""
        span = self._loaded.locate(path) if path else None
        if span is None:
            return 0
        wanted = "".join(words.split())[:_BEGINNING]
        for number in range(span.line, min(span.end_line, len(self._lines)) + 1):
            if wanted and wanted in self._lines[number - 1]:
                return number
        return span.line


def _spots(page: Page, sources: Mapping[int, str], finder: _Finder) -> Iterator[_Spot]:
    for item in page.items:
        if not isinstance(item, TextItem) or item.vertical or item.element is None:
            continue
        path = item.line.source or sources.get(item.element, "")
        line = finder.line(path, item.line.text)
        if not line or not item.line.runs:
            continue
        size = max(run.size_pt for run in item.line.runs)
        yield _Spot(
            item.x_pt + item.line.start_pt, item.y_pt - _ASCENT * size,
            item.x_pt + item.line.width_pt, item.y_pt + _DESCENT * size, line, item.element,
        )  # fmt: skip


def _joined(spots: Iterator[_Spot]) -> list[_Spot]:
    """Put the lines of one paragraph together."""
    joined: list[_Spot] = []
    for spot in spots:
        last = joined[-1] if joined else None
        if last and (last.line, last.element) == (spot.line, spot.element):
            joined[-1] = _Spot(
                min(last.left, spot.left), min(last.top, spot.top),
                max(last.right, spot.right), max(last.bottom, spot.bottom),
                spot.line, spot.element,
            )  # fmt: skip
        else:
            joined.append(spot)
    return joined


def _fractions(page: Page, spots: Sequence[_Spot]) -> Iterator[Region]:
    for spot in spots:
        left, right = (round(x / page.width_pt, 4) for x in (spot.left, spot.right))
        top, bottom = (round(y / page.height_pt, 4) for y in (spot.top, spot.bottom))
        yield Region(left, top, round(right - left, 4), round(bottom - top, 4), spot.line)
