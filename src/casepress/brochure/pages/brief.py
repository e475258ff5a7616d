"""Practices of a few lines share pages: none of them stands alone on an empty one."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.brochure.column.flow import Placed, break_pages, end_row
from casepress.brochure.pages.practice import (
    paint_title,
    practice_blocks,
    practice_section,
    practice_title,
)
from casepress.brochure.pictures.gallery import beside_items, plates_at
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.publication.context import Book, Leaf, Paint
from casepress.brochure.text.setting import Lines
from casepress.frozen import dataclass

_MOST_ROWS = 10
"""Rows of text up to which a practice is brief."""
_BETWEEN = 3


@dataclass(frozen=True, slots=True)
class _Entry:
    """A brief practice at its place on a page."""

    index: int
    top: int
    titles: Lines
    placed: Sequence[Placed]
    end: int


def brief_run(book: Book, first: int) -> int:
    """Return how many practices from *first* on are brief; a single one counts as none."""
    practices = book.case.practices
    count = 0
    while first + count < len(practices) and _is_brief(book, first + count):
        count += 1
    return count if count > 1 else 0


def _is_brief(book: Book, index: int) -> bool:
    practice, source = book.case.practices[index], f"practices[{index}]"
    if practice.measures or plates_at(book, source) or beside_items(book, source):
        return False
    entry = _entry(book, index, 0)
    return entry is not None and entry.end - 2 - 2 * len(entry.titles) <= _MOST_ROWS


def _entry(book: Book, index: int, top: int) -> _Entry | None:
    """Set a practice from row *top* on; ``None`` if it does not end on the page."""
    practice = book.case.practices[index]
    titles = practice_title(book, practice, f"practices[{index}]")
    first = top + 2 + 2 * len(titles)
    blocks = practice_blocks(book, practice, index)
    if first >= book.grid.rows - 2:
        return None
    pages = break_pages(blocks, first, book.grid.rows) if blocks else [[]]
    if len(pages) > 1:
        return None
    return _Entry(index, top, titles, pages[0], end_row(pages[0], first))


def plan_brief(book: Book, first: int, count: int) -> list[Leaf]:
    """Return the pages of *count* brief practices from *first* on."""
    pages: list[list[_Entry]] = []
    for index in range(first, first + count):
        last = pages[-1][-1] if pages else None
        below = _entry(book, index, last.end + _BETWEEN) if last else None
        if below is not None:
            pages[-1].append(below)
            continue
        alone = _entry(book, index, 0)
        assert alone is not None, "a brief practice fits a page of its own"
        pages.append([alone])
    return [
        Leaf(
            "practice",
            _painter(book, entries),
            section=book.section("practices"),
            tabs=entries[0].index,
            anchors=tuple(f"practices[{entry.index}]" for entry in entries),
        )
        for entries in pages
    ]


def _painter(book: Book, entries: Sequence[_Entry]) -> Paint:
    def paint(page: PageBuilder) -> None:
        for entry in entries:
            parent = practice_section(page, book, entry.index)
            paint_title(page, book, entry.index, entry.titles, parent, entry.top)
            for item in entry.placed:
                item.paint(page)

    return paint
