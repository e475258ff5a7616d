"""The opener of the practices: the bundle comes down, and a strand leaves for each of them."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.brochure.drawing import tones
from casepress.brochure.drawing.ornament import Rank
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.publication.context import Book, Leaf, section_element
from casepress.brochure.publication.geometry import Frame, Grid
from casepress.brochure.text.setting import Lines
from casepress.brochure.text.words import chinese, practice_number, without_stop
from casepress.case.model import Practice
from casepress.frozen import dataclass
from casepress.units import Rect

STRAND, BUNDLE_LIMIT, RADIUS = 14.0, 72.0, 28.0
FIRST_ROW, SHORT_FIRST_ROW, MOST_PITCH = 8, 6, 168.0
TEXT_LEAD, NUMBER_GAP = 28.0, 34.5
NAME_DROP, OUTCOME_DROP, MEASURE_DROP = 35.0, 20.0, 26.0
NAME_LINE, LINE, LEAST_LINE = 20.0, 16.0, 0.8
STEPS, LAST_RISE = (1.0, 0.9, 0.8, 0.72), 4.0
MOST_NAMED = 4
MEASURE_COLUMN = 122.0
SURELY, SHORT_NAME, SHORT_TITLE = 6, 36, 8
"""Practices, and characters of their names and of the section's, that there is room for without
measuring."""
TITLE_ROW, TITLE_GAP = 2, 10.0
"""Row of the section's name, and the least distance from it to the first strand."""
LEAST_PITCH, FOLIO_ROOM = 30.0, 40.0


def plan_opener(book: Book) -> Leaf:
    """Return the opener's page."""
    return Leaf(
        "opener",
        lambda page: _paint(page, book),
        anchors=("practices",),
        reversed=True,
        ground="deep",
    )


def opener_holds(book: Book) -> bool:
    """Whether the names of all practices find room on one page; the contents have them anyway."""
    practices = book.case.practices
    titles = [without_stop(practice.title).rstrip("，,") for practice in practices]
    section = book.section("practices")
    short = len(section) <= SHORT_TITLE
    if short and len(titles) <= SURELY and max(map(len, titles)) <= SHORT_NAME:
        return True
    frame = book.grid.frame(1)
    rank = _rank(book.grid, frame, len(titles))
    if rank.pitch < LEAST_PITCH:
        return False
    x, right = _text_edges(book.grid, frame, rank)
    lines = book.setter.phrases(section, "opener_title", right - x)
    end = book.grid.baseline(TITLE_ROW) + (len(lines) - 1) * book.setter.leading("opener_title")
    if end + TITLE_GAP > rank.leaves_at(0) - rank.width / 2:
        return False
    room = right - x - NUMBER_GAP - FOLIO_ROOM
    space = _end(rank) - _first(rank, STEPS[-1])
    return all(
        (len(book.setter.phrases(title, "opener_name", room)) - 1) * NAME_LINE <= space
        for title in titles
    )


def _rank(grid: Grid, frame: Frame, count: int) -> Rank:
    """Strands at the outer margin that leave towards the spine."""
    inwards = -1.0 if frame.recto else 1.0
    width = min(STRAND, BUNDLE_LIMIT / count) * grid.scale
    first = grid.row(SHORT_FIRST_ROW if grid.short else FIRST_ROW)
    pitch = min(MOST_PITCH, (grid.bottom - grid.leading - first) / count)
    return Rank(count, frame.outer, inwards, width, first, pitch)


def _paint(page: PageBuilder, book: Book) -> None:
    grid, setter = page.grid, book.setter
    practices = book.case.practices
    rank = _rank(grid, page.frame, len(practices))
    spine = -grid.bleed if page.frame.recto else grid.width + grid.bleed
    radius = min(RADIUS, rank.pitch / 3)
    strands = rank.strands(-grid.bleed, spine, book.theme.brochure.corner, radius)
    edge = grid.inner if page.frame.recto else grid.width - grid.inner
    lines = rank.lines(tones.SAFE_PT, edge, book.theme.brochure.corner, radius)
    tones.strands(page, book, strands, lines, "strand")
    sect = section_element(page.tree, "practices", book.section("practices"))
    x, right = _text_edges(grid, page.frame, rank)
    head = page.tree.add("H1", sect, source="headings.practices")
    title = setter.phrases(
        book.section("practices"), "opener_title", right - x, "headings.practices"
    )
    page.column(title, x, grid.baseline(TITLE_ROW), setter.leading("opener_title"), head)
    page.anchor("practices")
    page.bookmark(book.section("practices"), "practices")
    toc = page.tree.add("TOC", sect)
    room = right - x - NUMBER_GAP
    folio = max(setter.width(str(book.numbers[f"practices[{k}]"]), "opener_page")
                for k in range(len(practices)))  # fmt: skip
    found = [
        _words(book, practice, k, room - folio - 14, room) for k, practice in enumerate(practices)
    ]
    steps = _steps(found, rank)
    for index, words in enumerate(found):
        item = page.tree.add("TOCI", toc)
        link = page.tree.add("Link", page.tree.add("Reference", item))
        _practice(page, book, index, words, rank, steps, link)


def _text_edges(grid: Grid, frame: Frame, rank: Rank) -> tuple[float, float]:
    """Left and right edge of the text between bundle and spine margin."""
    full = frame.full
    if frame.recto:
        return full.x, rank.inner_edge - TEXT_LEAD * grid.scale
    return rank.inner_edge + TEXT_LEAD * grid.scale, full.right


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of a practice: its name, its outcome, its measures in columns."""

    names: Lines
    outcome: Lines
    measures: Lines
    across: int

    def bottom(self, first: float, step: float, *, all_of_it: bool) -> float:
        """Return the last baseline if the name stands on *first*, distances shrunk by *step*."""
        y = first + (len(self.names) - 1) * NAME_LINE
        if self.outcome:
            y += OUTCOME_DROP * step + (len(self.outcome) - 1) * LINE
        if all_of_it and self.measures:
            rows = -(-len(self.measures) // self.across)
            y += MEASURE_DROP * step + (rows - 1) * LINE * max(step, LEAST_LINE)
        return y


def _words(book: Book, practice: Practice, index: int, room: float, width: float) -> Words:
    """Set the words of a practice; more than four measures, or long ones, only as a count."""
    setter, source = book.setter, f"practices[{index}]"
    names = setter.phrases(without_stop(practice.title).rstrip("，,"), "opener_name", room, source)
    outcome: Lines = ()
    if practice.outcome:
        text = without_stop(practice.outcome)
        outcome = setter.phrases(text, "opener_outcome", room, f"{source}.outcome")
    titles = [without_stop(m.title) for m in practice.measures if m.title.strip()]
    where = f"{source}.measures"
    lines = tuple(setter.line(title, "opener_small", where) for title in titles)
    each = min(MEASURE_COLUMN, (width + 8) / 3)
    fits = all(line.width_pt <= each - 6 for line in lines)
    across = 3 if fits else 2 if all(line.width_pt <= 1.5 * each - 6 for line in lines) else 1
    if len(titles) > MOST_NAMED or any(line.width_pt > width for line in lines):
        lines, across = (setter.line(f"{chinese(len(titles))}项措施", "opener_small"),), 1
    return Words(names, outcome, lines, across)


def _steps(found: Sequence[Words], rank: Rank) -> tuple[float, bool]:
    """Return how close the words of all practices stand, and whether their measures are named.

    As far apart as drawn, closer where the strands are, and without the measures where even that
    is too much for one of them: all practices are treated alike.
    """
    for all_of_it in (True, False):
        for step in STEPS:
            first, end = _first(rank, step), _end(rank)
            if all(words.bottom(first, step, all_of_it=all_of_it) <= end for words in found):
                return step, all_of_it
    return STEPS[-1], False


def _first(rank: Rank, step: float) -> float:
    """Return the baseline of the name, from the lower edge of its strand."""
    below = rank.pitch - rank.width
    return min((NAME_DROP - rank.width / 2) * step, below * 0.36)


def _end(rank: Rank) -> float:
    """Return the lowest baseline, from the lower edge of the strand above it."""
    return rank.pitch - 1.5 * rank.width - LAST_RISE


def _practice(
    page: PageBuilder,
    book: Book,
    index: int,
    words: Words,
    rank: Rank,
    steps: tuple[float, bool],
    link: int,
) -> None:
    setter, step = book.setter, steps[0]
    x, right = _text_edges(page.grid, page.frame, rank)
    source = f"practices[{index}]"
    y = rank.leaves_at(index) + rank.width / 2 + _first(rank, step)
    page.text(setter.line(practice_number(index), "opener_number", source), x, y, link)
    folio = setter.line(str(book.numbers[source]), "opener_page")
    x += NUMBER_GAP
    last = page.column(words.names, x, y, NAME_LINE, link) - NAME_LINE
    if words.outcome and words.bottom(_first(rank, step), step, all_of_it=False) <= _end(rank):
        last = page.column(words.outcome, x, last + OUTCOME_DROP * step, LINE, link) - LINE
    if steps[1] and words.measures:
        each = min(MEASURE_COLUMN, (right - x + 8) / 3) * 3 / words.across
        line = LINE * max(step, LEAST_LINE)
        for k, name in enumerate(words.measures):
            down = last + MEASURE_DROP * step + (k // words.across) * line
            page.text(name, x + (k % words.across) * each, down, link)
    page.text(folio, right - folio.width_pt, y, link)
    box = Rect(x - NUMBER_GAP, y - 14, right - x + NUMBER_GAP, max(18.0, last - y + 20))
    title = book.case.practices[index].title
    page.link(box, source, f"{practice_number(index)}{title}，第{book.numbers[source]}页", link)
