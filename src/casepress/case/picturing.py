"""Where the pictures of a case belong: one rule for pages and slides.

A picture names a place of the case (``at``); it stands with the nearest part of the case that has
pages of its own. What names no place, or one the case does not have, stands at the end of the text:
no picture is ever left out.
"""

from __future__ import annotations

import re
from typing import Final

from casepress.case.model import Case, Figure

COVER, END = "cover", ""
_PRACTICE: Final = re.compile(r"practices\[(\d+)\]")
_RESULT: Final = re.compile(r"results\.items\[(\d+)\]")
_BEFORE_PRACTICES: Final = ("opener", "overview")
_OF_RESULTS: Final = ("honours", "index")
_OF_BACKGROUND: Final = ("summary", "glance")


def homes(case: Case) -> tuple[str, ...]:
    """Return the place of each picture, in order.

    One of cover, background, practices, practices[i], results, results.items[i], lessons, or "" for
    the end of the text. The first picture for the cover stands on it, further ones at the end.
    """
    found: list[str] = []
    for figure in case.figures:
        place = _home(case, figure)
        found.append(END if place == COVER and COVER in found else place)
    return tuple(found)


def _home(case: Case, figure: Figure) -> str:
    at = figure.at.strip()
    practice, result = _PRACTICE.match(at), _RESULT.match(at)
    if practice:
        return practice.group() if int(practice[1]) < len(case.practices) else END
    if result:
        known = case.results is not None and int(result[1]) < len(case.results.items)
        return result.group() if known else END
    part = at.partition(".")[0].partition("[")[0]
    if part in (COVER, "practices") or part in _BEFORE_PRACTICES:
        return COVER if part == COVER else "practices"
    if part == "results" or part in _OF_RESULTS:
        return "results" if case.results is not None else END
    if part == "background" or part in _OF_BACKGROUND:
        return "background" if case.background is not None else END
    return "lessons" if part == "lessons" and case.lessons is not None else END


def figures_at(case: Case, place: str) -> tuple[tuple[int, Figure], ...]:
    """Return the pictures that stand at a place, with their indices."""
    pairs = zip(case.figures, homes(case), strict=True)
    return tuple((n, figure) for n, (figure, home) in enumerate(pairs) if home == place)


def picture_files(case: Case) -> tuple[tuple[str, str], ...]:
    """Return every picture file a case names, with the path of what names it: figures, logo."""
    found = [(figure.path, f"figures[{n}]") for n, figure in enumerate(case.figures)]
    return (*found, *([(case.logo.path, "logo")] if case.logo else []))
