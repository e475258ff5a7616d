"""A case as one chapter of a book: an opener for its cover, no contents, no colophon of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from casepress.brochure.drawing import tones
from casepress.brochure.pages.colophon import Group, note_groups
from casepress.brochure.pages.contents import DISCUSSION
from casepress.brochure.pages.cover import (
    RULE_DROP,
    SUBTITLE_DROP,
    SUBTITLE_LEADING,
    bundle,
    cover_picture,
    kicker_y,
    spoken_date,
    strand_labels,
    title_lines,
    title_width,
    title_y,
)
from casepress.brochure.pages.furniture import HEAD_RULE
from casepress.brochure.plan import (
    abstract_leaves,
    inside_leaves,
    number_places,
    paint_leaves,
    with_spreads,
)
from casepress.brochure.publication.builder import PageBuilder, Publication
from casepress.brochure.publication.context import Book, Leaf
from casepress.brochure.text.setting import Setter
from casepress.case.model import Case
from casepress.case.picturing import COVER, figures_at
from casepress.fonts.library import FontLibrary
from casepress.frozen import dataclass
from casepress.theme.model import Theme
from casepress.units import Rect

OPENER = "opener"
"""Name of the place where a chapter begins."""
FACTS_DROP = 39.0


@dataclass(frozen=True, slots=True)
class Chapter:
    """What came of a case in a book: its pages are in the publication by now."""

    pages: int
    numbers: Mapping[str, int]
    """Page number of every section, by its key."""
    notes: tuple[Group, ...]
    """What is to be said of its text and pictures, for the end of the book."""
    notices: tuple[str, ...] = ()


def plan_chapter(
    publication: Publication,
    case: Case,
    theme: Theme,
    fonts: FontLibrary,
    *,
    base_dir: Path,
    first: int,
    kicker: str,
) -> Chapter:
    """Plan and paint a case from page *first* of a publication on.

    Names, headings and bookmarks go where the scope of the publication's tree says.

    Args:
        publication: receives pages, elements, places and bookmarks.
        case: what is said.
        theme: how it looks.
        fonts: the faces to set it with.
        base_dir: the folder that the paths of its pictures start from.
        first: the folio of its first page; odd folios are rectos.
        kicker: the words over the title of the opener, such as 案例 3.

    Raises:
        CasepressError: a picture is missing or unreadable.
        MissingGlyphError: a character that no font has.
    """
    setter = Setter(theme, fonts)
    book = Book(case, theme, publication.grid, setter, base_dir, chapter=True)
    opener = Leaf(
        OPENER, lambda page: _paint(page, book, kicker), anchors=(OPENER,), reversed=True,
        ground="coverBg",
    )  # fmt: skip
    leaves = [opener, *abstract_leaves(book), *inside_leaves(book)]
    leaves = with_spreads(leaves, before=first - 1)
    number_places(book, leaves, first)
    paint_leaves(publication, book, leaves, first)
    numbers = {key: book.numbers[key] for key, _ in section_headings(book)}
    notices = tuple(dict.fromkeys(setter.notices))
    return Chapter(len(leaves), numbers, tuple(note_groups(book)), notices)


def section_headings(book: Book) -> list[tuple[str, str]]:
    """Return key and heading of every section of a case, known before its pages are."""
    case = book.case
    found = book.sections()
    if case.summary and case.summary.text.strip():
        found.insert(0, ("summary", case.headings.summary))
    if case.teaching and case.teaching.questions:
        found.append(("discussion", DISCUSSION))
    return found


def _paint(page: PageBuilder, book: Book, kicker: str) -> None:
    """Paint the opener: the cover of the case, with its number, and without a foot of its own."""
    case, setter, grid, tree = book.case, book.setter, page.grid, page.tree
    x = page.frame.full.x
    strands = bundle(book)
    cover_picture(page, book)
    corner = book.theme.brochure.corner
    bands, drawn = strands.strands(grid.bleed, corner), strands.lines(x, grid.top, corner)
    tones.strands(page, book, bands, drawn, "strand")
    sect = tree.add("Sect", title=book.title)
    element = tree.add("P", sect)
    page.text(setter.line(kicker, "kicker"), x, kicker_y(grid), element)
    width, height = HEAD_RULE
    page.box(Rect(x, kicker_y(grid) + RULE_DROP - height / 2, width, height), "strand")
    lines, leading = title_lines(book)
    inner = tree.scope
    tree.scope = replace(inner, headings=inner.headings - 1)
    element = tree.add("H1", sect, source="title")
    tree.scope = inner
    y = page.column(lines, x, title_y(grid), leading, element) - leading
    if case.subtitle:
        subtitle = setter.phrases(case.subtitle, "cover_subtitle", title_width(book), "subtitle")
        element = tree.add("P", sect, source="subtitle")
        y = page.column(subtitle, x, y + SUBTITLE_DROP, SUBTITLE_LEADING, element)
        y -= SUBTITLE_LEADING
    if not figures_at(case, COVER):
        _facts(page, book, sect, y + FACTS_DROP, strands.zone_top)
    strand_labels(page, book, strands)
    page.anchor(OPENER)
    page.bookmark(case.title.replace("|", ""), OPENER, 0)


def _facts(page: PageBuilder, book: Book, sect: int, y: float, bottom: float) -> None:
    """Paint whose case it is, of when, and its keywords, as far as there is room for them."""
    case, setter, room = book.case, book.setter, title_width(book)
    who = case.organisation or case.source.contributor
    facts = "\u3000".join(word for word in (who, spoken_date(case.date)) if word)
    words = "关键词：" + "、".join(case.keywords) if case.keywords else ""
    leading = page.grid.leading
    for text, role, source in (
        (facts, "kicker", "organisation"),
        (words, "cover_foot", "keywords"),
    ):
        lines = setter.ragged(text, role, room, source) if text else ()
        if lines and y + leading * len(lines) <= bottom:
            element = page.tree.add("P", sect, source=source)
            y = page.column(lines, page.frame.full.x, y, leading, element)
