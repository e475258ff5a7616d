"""Judging set pages: is everything in its frame, is a page empty, are the words all there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tests.brochure.sheets import ink, texts

from casepress.brochure.charts.cells import OVERHANG
from casepress.brochure.publication.geometry import Grid
from casepress.display import BoxItem, DisplayList, Page, PictureItem

POSTERS = ("cover", "colophon", "opener", "notes")
"""Pages drawn as a whole; their words are said elsewhere too."""
NAVIGATION = (*POSTERS, "contents", "diagram")
DRAWN = ("background.path_", "background.question")
"""What gives way where a page has no room for it."""
LEAST_CONTINUED, LEAST_FIRST = 0.3, 0.35
"""Share of the frame that a further page of a section fills, and the page before it."""


def beyond_frame(book: DisplayList, grid: Grid) -> list[tuple[int, str]]:
    """Texts that leave the text frame or the foot below it; values of charts may hang over."""
    found = []
    drawings = {element.id for element in book.elements if element.role == "Figure"}
    for number, page in enumerate(book.pages, 1):
        full = grid.frame(number).full
        posters = page.kind in POSTERS
        left, right = (grid.outer, grid.width - grid.outer) if posters else (full.x, full.right)
        for item in texts(page):
            box = ink(item)
            over = OVERHANG if item.element in drawings else 0
            inside = left - 1 <= box.left and box.right <= right + over + 1
            if not inside or not grid.top < item.y_pt <= grid.baseline(grid.rows + 1) + 0.1:
                found.append((number, item.line.text))
    return found


def fill(page: Page, grid: Grid) -> float:
    """Share of the frame's height down to the lowest text or picture, furniture aside."""
    lowest = grid.top
    for item in texts(page):
        if item.element is not None and item.y_pt <= grid.bottom:
            lowest = max(lowest, item.y_pt)
    for item in page.items:
        if isinstance(item, PictureItem) or (isinstance(item, BoxItem) and not item.bleeds):
            lowest = max(lowest, min(item.rect.bottom, grid.bottom))
    return (lowest - grid.top) / (grid.bottom - grid.top)


def near_empty(book: DisplayList, grid: Grid) -> list[tuple[int, str, float]]:
    """Pages that leave a reader wondering: a section goes on, but the page holds next to nothing.

    A section that is short ends its page where it ends; so does the last page of one that is not,
    below its first third.
    """
    begins = {place.page for place in book.destinations}
    found = []
    for index, page in enumerate(book.pages):
        after = book.pages[index + 1] if index + 1 < len(book.pages) else None
        if page.kind in (*POSTERS, "picture"):
            continue
        continued = after is not None and after.kind == page.kind and index + 1 not in begins
        least = LEAST_FIRST if continued else LEAST_CONTINUED if index not in begins else 0.0
        share = fill(page, grid)
        if share < least:
            found.append((index + 1, page.kind, round(share, 2)))
    return found


def running_words(book: DisplayList) -> dict[str, str]:
    """The characters of every field that running pages set, sorted, by the place in the case.

    Their order is tested elsewhere; here only that none is lost or doubled.
    """
    sources = {element.id: element.source for element in book.elements}
    found: dict[str, list[str]] = defaultdict(list)
    for element, text in _words(book):
        source = sources[element]
        if source and not (source.startswith(DRAWN) or source.endswith("chart_title")):
            found[source].append(text)
    return {
        source: "".join(sorted("".join("".join(parts).split()))) for source, parts in found.items()
    }


def _words(book: DisplayList) -> Iterator[tuple[int, str]]:
    for page in book.pages:
        if page.kind in NAVIGATION:
            continue
        for item in texts(page):
            if item.element is not None:
                yield item.element, item.line.text
