"""Numbers after recasting: titles of slides that go on, and pages that notes and tables name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from casepress.deck.model import Slide, TableFill
from casepress.frozen import replace

_CONTINUED = re.compile(r"（续\d*）$")
_PAGES = re.compile(r"(全文见第)([\d、]+)(页备注)")
_RANGE = re.compile(r"^第(\d+)(?:—(\d+))?页$")


class Continuations:
    """Titles of slides in a row on one matter: （续）, （续2）, （续3）, whoever split them."""

    def __init__(self) -> None:
        """Begin before the first slide."""
        self._count = 0

    def title(self, title: str, *, again: bool) -> str:
        """Return the title of the next slide.

        Args:
            title: as planned, perhaps a continuation already.
            again: the slide goes on where the one before it had no more room.
        """
        matter = _CONTINUED.sub("", title)
        goes_on = again or title != matter
        self._count = self._count + 1 if goes_on else 0
        if not goes_on:
            return title
        return f"{matter}（续{self._count if self._count > 1 else ''}）"


def renumbered(made: Sequence[Sequence[Slide]]) -> tuple[Slide, ...]:
    """Put slides together; where notes and the timetable name pages, name the new ones."""
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    total = 0
    for old, slides in enumerate(made, 1):
        first[old], total = total + 1, total + len(slides)
        last[old] = total
    return tuple(_with_pages(slide, first, last) for slides in made for slide in slides)


def moved(slides: Sequence[Slide], by: int) -> tuple[Slide, ...]:
    """Return slides that come *by* slides later than planned; so do the pages they name."""
    places = {number: number + by for number in range(1, len(slides) + 1)}
    return tuple(_with_pages(slide, places, places) for slide in slides)


def _with_pages(slide: Slide, first: Mapping[int, int], last: Mapping[int, int]) -> Slide:
    def pages(match: re.Match[str]) -> str:
        new = "、".join(str(first[int(n)]) for n in match[2].split("、"))
        return f"{match[1]}{new}{match[3]}"

    def cell_text(text: str) -> str:
        match = _RANGE.match(text)
        if match is None:
            return text
        start, end = first[int(match[1])], last[int(match[2] or match[1])]
        return f"第{start}页" if start == end else f"第{start}—{end}页"

    fills = [
        _mapped_table(one, cell_text) if isinstance(one, TableFill) else one for one in slide.fills
    ]
    notes = tuple(_PAGES.sub(pages, block) for block in slide.notes)
    return replace(slide, fills=tuple(fills), notes=notes)


def _mapped_table(table: TableFill, change: object) -> TableFill:
    assert callable(change)
    rows = tuple(
        tuple(
            replace(
                cell,
                paragraphs=tuple(
                    replace(p, runs=tuple(replace(r, text=change(r.text)) for r in p.runs))
                    for p in cell.paragraphs
                ),
            )
            for cell in row
        )
        for row in table.rows
    )
    return replace(table, rows=rows)
