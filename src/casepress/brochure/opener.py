"""The opener of the practices: the bundle comes down, and a strand leaves for each of them."""

from __future__ import annotations

from casepress.brochure.builder import PageBuilder
from casepress.brochure.context import Book, Leaf, section_element
from casepress.brochure.ornament import Rank
from casepress.brochure.words import chinese, practice_number, without_stop
from casepress.case.model import Practice
from casepress.units import Rect

STRAND, BUNDLE_LIMIT, RADIUS = 14.0, 72.0, 28.0
FIRST, HEIGHT, MOST_PITCH = 225.0, 504.0, 168.0
TEXT_LEAD, NUMBER_GAP = 28.0, 34.5
NAME_DROP, OUTCOME_DROP, MEASURE_DROP, LINE = 35.0, 20.0, 26.0, 16.0
MEASURE_COLUMN = 122.0


def plan_opener(book: Book) -> Leaf:
    """Return the opener's page."""
    return Leaf(
        "opener",
        lambda page: _paint(page, book),
        anchors=("practices",),
        reversed=True,
        ground="deep",
    )


def _rank(page: PageBuilder, count: int) -> Rank:
    """Strands at the outer margin that leave towards the spine."""
    inwards = -1.0 if page.frame.recto else 1.0
    width = min(STRAND, BUNDLE_LIMIT / count)
    pitch = min(MOST_PITCH, HEIGHT / count)
    return Rank(count, page.frame.outer, inwards, width, FIRST, pitch)


def _paint(page: PageBuilder, book: Book) -> None:
    grid, setter = page.grid, book.setter
    practices = book.case.practices
    rank = _rank(page, len(practices))
    spine = -grid.bleed if page.frame.recto else grid.width + grid.bleed
    radius = min(RADIUS, rank.pitch / 3)
    strands = rank.strands(-grid.bleed, spine, book.theme.brochure.corner, radius)
    page.path(strands, fill="strand")
    sect = section_element(page.tree, "practices", book.section("practices"))
    x, right = _text_edges(page, rank)
    head = page.tree.add("H1", sect, source="headings.practices")
    title = setter.phrases(
        book.section("practices"), "opener_title", right - x, "headings.practices"
    )
    page.column(title, x, grid.baseline(2), 54.0, head)
    page.anchor("practices")
    page.bookmark(book.section("practices"), "practices")
    toc = page.tree.add("TOC", sect)
    for index, practice in enumerate(practices):
        item = page.tree.add("TOCI", toc)
        link = page.tree.add("Link", page.tree.add("Reference", item))
        _practice(page, book, practice, index, rank, link)


def _text_edges(page: PageBuilder, rank: Rank) -> tuple[float, float]:
    """Left and right edge of the text between bundle and spine margin."""
    full = page.frame.full
    if page.frame.recto:
        return full.x, rank.inner_edge - TEXT_LEAD
    return rank.inner_edge + TEXT_LEAD, full.right


def _practice(
    page: PageBuilder, book: Book, practice: Practice, index: int, rank: Rank, link: int
) -> None:
    setter = book.setter
    x, right = _text_edges(page, rank)
    source = f"practices[{index}]"
    top = rank.leaves_at(index) + rank.width / 2
    below = rank.pitch - rank.width
    y = top + min(NAME_DROP - rank.width / 2, below * 0.36)
    page.text(setter.line(practice_number(index), "opener_number", source), x, y, link)
    folio = setter.line(str(book.numbers[source]), "opener_page")
    x += NUMBER_GAP
    room = right - folio.width_pt - 14 - x
    names = setter.phrases(without_stop(practice.title).rstrip("，,"), "opener_name", room, source)
    last = page.column(names, x, y, 20.0, link) - 20.0
    end = top + below - rank.width / 2
    if practice.outcome and last + OUTCOME_DROP < end - 6:
        outcome = setter.phrases(
            without_stop(practice.outcome), "opener_outcome", room, f"{source}.outcome"
        )
        last = page.column(outcome, x, last + OUTCOME_DROP, LINE, link) - LINE
    _measures(page, book, practice, index, x, last + MEASURE_DROP, end, right, link)
    page.text(folio, right - folio.width_pt, y, link)
    box = Rect(x - NUMBER_GAP, y - 14, right - x + NUMBER_GAP, max(18.0, last - y + 20))
    contents = f"{practice_number(index)}{practice.title}，第{book.numbers[source]}页"
    page.link(box, source, contents, link)


def _measures(
    page: PageBuilder,
    book: Book,
    practice: Practice,
    index: int,
    x: float,
    y: float,
    end: float,
    right: float,
    link: int,
) -> None:
    """Paint the measures in columns, three to a line; more than four only as a count."""
    names = [without_stop(m.title) for m in practice.measures if m.title.strip()]
    if not names or y > end - 6:
        return
    each = min(MEASURE_COLUMN, (right - x + 8) / 3)
    source = f"practices[{index}].measures"
    lines = [book.setter.line(name, "opener_small", source) for name in names]
    fits = all(line.width_pt <= each - 6 for line in lines)
    across = 3 if fits else 2 if all(line.width_pt <= 1.5 * each - 6 for line in lines) else 1
    rows = -(-len(lines) // across)
    if len(names) > 4 or y + (rows - 1) * LINE > end - 4:
        count = f"{chinese(len(names))}项措施"
        page.text(book.setter.line(count, "opener_small"), x, y, link)
        return
    width = each * 3 / across
    for k, line in enumerate(lines):
        page.text(line, x + (k % across) * width, y + (k // across) * LINE, link)
