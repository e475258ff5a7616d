"""The book: front matter in roman, parts and cases, sources and indexes, between covers.

Cases are planned one after another, each with a setter of its own that is forgotten after it, so
that time and memory grow with the number of pages only. What stands before them is painted when
their pages are known; how many pages it takes follows from the words alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from casepress.book.contents import plan_contents
from casepress.book.covers import paint_back, paint_front, paint_inside
from casepress.book.desk import (
    Desk,
    Paint,
    case_prefix,
    opener_place,
    part_number,
    part_place,
    roman,
)
from casepress.book.front import paint_imprint, paint_title_page, plan_preface
from casepress.book.index import indexes, plan_index
from casepress.book.parts import paint_left, paint_part
from casepress.book.sources import HEADING as SOURCES
from casepress.book.sources import PLACE as SOURCES_PLACE
from casepress.book.sources import plan_sources
from casepress.book.terms import Finder
from casepress.brochure.chapter import Chapter, plan_chapter
from casepress.brochure.pages.colophon import Group
from casepress.brochure.pages.contents import NOTES
from casepress.brochure.pages.furniture import paint_foot, section_head
from casepress.brochure.plan import inks_of
from casepress.brochure.publication.builder import HAIRLINE, PageBuilder, Publication, Scope
from casepress.brochure.publication.context import section_element
from casepress.brochure.publication.geometry import Grid
from casepress.brochure.text.setting import Setter
from casepress.brochure.text.words import plain_title
from casepress.case.collection import Collection
from casepress.case.load_collection import Member, MembersFailed
from casepress.display import DisplayList, Metadata
from casepress.fonts.library import FontLibrary
from casepress.frozen import dataclass
from casepress.theme.model import Theme
from casepress.typeset.inline import plain_text

COVERS = 2
"""Pages of the cover before the first leaf: front and its inside; as many follow the last."""
NOTES_ROW = 5
Progress = Callable[[int, int], None]
"""Told how many cases are planned, of how many."""


@dataclass(frozen=True, slots=True)
class BookPlan:
    """A planned book. ``whole`` has its covers, for screen and archive."""

    whole: DisplayList
    desk: Desk

    @property
    def interior(self) -> DisplayList:
        """Return what lies between the covers, for the press."""
        return replace(
            self.whole, pages=self.whole.pages[COVERS:-COVERS], destinations=(), outline=()
        )


def plan_book(
    collection: Collection,
    members: Sequence[Member],
    theme: Theme,
    fonts: FontLibrary,
    *,
    progress: Progress | None = None,
) -> BookPlan:
    """Plan and paint the book of a collection.

    Args:
        collection: title, preface, parts, imprint.
        members: its cases in order.
        theme: how it looks.
        fonts: the faces to set it with.
        progress: told after every case.

    Raises:
        MembersFailed: with the errors of every case that can't be planned.
        MissingGlyphError: a character of the collection's own words that no font has.
    """
    setter = Setter(theme, fonts)
    grid = Grid.of(theme.page, setter.size("body"), setter.size("label"))
    publication = Publication(grid)
    desk = Desk(collection, members, theme, grid, setter, publication)
    return _Bindery(desk, fonts, progress).bound()


@dataclass(frozen=True, slots=True)
class _Held:
    """The title page of a part to come: its page and its element."""

    part: int
    number: int
    sect: int


class _Bindery:
    """The steps of making a book, in the order of the structure tree."""

    def __init__(self, desk: Desk, fonts: FontLibrary, progress: Progress | None) -> None:
        self.desk = desk
        self.fonts = fonts
        self.progress = progress
        self.tree = desk.publication.tree
        self.notes: list[tuple[Group, ...]] = []
        self.notices: dict[str, None] = {}

    def bound(self) -> BookPlan:
        """Make the book."""
        desk, tree = self.desk, self.tree
        publication = desk.publication
        cover = tree.add("Part", title="封面")
        front = tree.add("Part", title="前置部分")
        leaves = self._front_leaves()
        tree.front = COVERS + len(leaves)
        self._body()
        self._back()
        body, outline = publication.pages, publication.outline
        desk.pages = len(leaves) + len(body)
        publication.pages, publication.outline = [], []
        self._covers(cover, first=True)
        self._front(front, leaves)
        pages = [*publication.pages, *body]
        publication.pages, publication.outline = [], [*publication.outline, *outline]
        self._covers(tree.add("Part", title="封底"), first=False)
        pages += publication.pages
        self.notices |= dict.fromkeys(desk.setter.notices)
        whole = DisplayList(
            pages=tuple(pages),
            elements=tree.finish(),
            destinations=tuple(publication.destinations),
            outline=tuple(publication.outline),
            inks=inks_of(desk.theme),
            metadata=_metadata(desk),
            bleed_pt=desk.grid.bleed,
            notices=tuple(self.notices),
        )
        return BookPlan(whole, desk)

    # -- covers and front matter -------------------------------------------------------------

    def _covers(self, root: int, *, first: bool) -> None:
        """Paint a cover and its inside, which is left blank."""
        tree = self.tree
        before = tree.front
        cover = paint_front if first else paint_back
        tree.scope = Scope(root=root)
        number = len(self.desk.publication.pages)
        inside = (
            "封二" if first else "封三",
            "endpaper",
            lambda page: paint_inside(page, self.desk),
        )
        outside = ("封面" if first else "封底", "cover", lambda page: cover(page, self.desk))
        if first:
            tree.front = 0
        else:
            number = self.desk.pages - (before - COVERS)
        for label, kind, paint in (outside, inside) if first else (inside, outside):
            number += 1
            self._page(number, kind, paint, label=label)
        tree.front, tree.scope = before, Scope()

    def _front_leaves(self) -> list[tuple[str, str, Paint]]:
        """Return kind, running foot and painter of every page before page 1."""
        desk = self.desk
        leaves: list[tuple[str, str, Paint]] = [
            ("title", "", lambda page: paint_title_page(page, desk)),
            ("imprint", "", lambda page: paint_imprint(page, desk)),
        ]
        preface = desk.collection.preface
        running = preface.title if preface else ""
        leaves += [("preface", running, paint) for paint in plan_preface(desk)]
        leaves += [("contents", "目录", paint) for paint in plan_contents(desk, self._back_list())]
        if len(leaves) % 2:
            facing = partial(_paint_facing, desk=desk)
            leaves.append(("blank", "", facing))
        return leaves

    def _front(self, root: int, leaves: Sequence[tuple[str, str, Paint]]) -> None:
        tree = self.tree
        before, tree.front = tree.front, COVERS
        tree.scope = Scope(root=root)
        for number, (kind, running, paint) in enumerate(leaves, 1):
            folio = roman(number)
            self._page(number, kind, paint, label=folio, folio=folio if running else "",
                       running=running)  # fmt: skip
        tree.front, tree.scope = before, Scope()

    # -- parts and cases ---------------------------------------------------------------------

    def _body(self) -> None:
        """Plan every case, after the title page of its part."""
        desk, tree = self.desk, self.tree
        deep = 1 if desk.collection.parts else 0
        part, part_root = None, 0
        failures: list[tuple[int, Exception]] = []
        waiting: list[_Held] = []
        for index, member in enumerate(desk.members):
            if member.part is not None and member.part != part:
                part = member.part
                part_root = tree.add("Part", title=plain_title(desk.collection.parts[part].title))
                waiting.append(self._hold_part(part, part_root))
            try:
                chapter = self._case(index, part_root, deep)
            except Exception as error:
                failures.append((index, error))
                continue
            self.notes.append(chapter.notes)
            self.notices |= dict.fromkeys(chapter.notices)
            prefix = case_prefix(index)
            desk.numbers |= {prefix + key: str(n) for key, n in chapter.numbers.items()}
            if self.progress:
                self.progress(index + 1, len(desk.members))
        if failures:
            raise MembersFailed(failures)
        for held in waiting:
            self._paint_part(held)

    def _next(self) -> int:
        return len(self.desk.publication.pages) + 1

    def _hold_part(self, part: int, root: int) -> _Held:
        """Keep a right-hand page for the title page of a part, which lists pages yet unknown."""
        desk = self.desk
        if self._next() % 2 == 0:
            self._page(self._next(), "blank", lambda page: paint_left(page, desk, part))
        number = self._next()
        title = plain_title(desk.collection.parts[part].title)
        sect = self.tree.add("Sect", root, title=title)
        page = PageBuilder(desk.publication, number, "part")
        page.anchor(part_place(part))
        page.bookmark(f"{part_number(part)}\u3000{title}", part_place(part))
        page.finish()
        desk.numbers[part_place(part)] = str(number)
        return _Held(part, number, sect)

    def _paint_part(self, held: _Held) -> None:
        """Paint the title page of a part in its place."""
        pages = self.desk.publication.pages
        page = PageBuilder(self.desk.publication, held.number, "part")
        paint_part(page, self.desk, held.part, held.sect)
        page.finish()
        pages[held.number - 1] = pages.pop()

    def _case(self, index: int, parent: int, deep: int) -> Chapter:
        desk, tree, member = self.desk, self.tree, self.desk.members[index]
        first = self._next()
        root = tree.add("Part", parent, title=desk.case_title(index))
        kicker = f"案例 {index + 1}"
        if member.part is not None:
            title = plain_title(desk.collection.parts[member.part].title)
            kicker += f"\u3000{part_number(member.part)}\u3000{title}"
        tree.scope = Scope(case_prefix(index), root, deep + 1, deep + 1)
        try:
            chapter = plan_chapter(
                desk.publication, member.case, desk.theme, self.fonts,
                base_dir=member.path.parent, first=first, kicker=kicker,
            )  # fmt: skip
        finally:
            tree.scope = Scope()
        desk.numbers[opener_place(index)] = str(first)
        return chapter

    # -- back matter -------------------------------------------------------------------------

    def _names(self) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
        """Return organisations and keywords with the cases that give them."""
        organisations: dict[str, list[int]] = defaultdict(list)
        keywords: dict[str, list[int]] = defaultdict(list)
        options = self.desk.collection.index
        for index, member in enumerate(self.desk.members):
            case = member.case
            if options.organisations:
                for name in dict.fromkeys((case.organisation, case.source.contributor)):
                    if name:
                        organisations[name].append(index)
            if options.keywords:
                for name in dict.fromkeys(case.keywords):
                    keywords[name].append(index)
        return organisations, keywords

    def _back_list(self) -> list[tuple[str, str]]:
        """Return place and heading of everything after the cases."""
        return [(SOURCES_PLACE, SOURCES), *((i.place, i.heading) for i in indexes(*self._names()))]

    def _back(self) -> None:
        """Paint sources and indexes, and fill the last signature with pages for notes."""
        desk, tree = self.desk, self.tree
        tree.scope = Scope(root=tree.add("Part", title="附录"))
        organisations, keywords = self._names()
        where = self._where(organisations, keywords)
        self._section(SOURCES_PLACE, SOURCES, plan_sources(desk, self.notes))
        for index in indexes(organisations, keywords):
            self._section(index.place, index.heading, plan_index(desk, index, where))
        signature = max(2, desk.theme.page.signature)
        while (tree.front - COVERS + len(desk.publication.pages)) % signature:
            self._page(self._next(), "notes", lambda page: _paint_notes(page, desk), running=NOTES)
        tree.scope = Scope()

    def _where(
        self, organisations: dict[str, list[int]], keywords: dict[str, list[int]]
    ) -> dict[str, set[int]]:
        """Return the pages of every name.

        Organisations are listed with every page of the book that names them, keywords with those of
        the cases that carry them: elsewhere a word may mean something else.
        """
        desk = self.desk
        starts = [int(desk.numbers[opener_place(k)]) for k in range(len(desk.members))]
        found = Finder([*organisations, *keywords]).found(desk.publication.pages)
        where: dict[str, set[int]] = defaultdict(set)
        case = -1
        for number, names in enumerate(found, 1):
            while case + 1 < len(starts) and starts[case + 1] <= number:
                case += 1
            for name in names:
                if name in organisations or case in keywords[name]:
                    where[name].add(number)
        for names_of in (organisations, keywords):
            for name, cases in names_of.items():
                where[name] |= {starts[k] for k in cases}
        return where

    def _section(self, place: str, heading: str, paints: Sequence[Paint]) -> None:
        self.desk.numbers[place] = str(self._next())
        for paint in paints:
            self._page(self._next(), place, paint, running=heading)

    # -- pages -------------------------------------------------------------------------------

    def _page(
        self,
        number: int,
        kind: str,
        paint: Paint,
        *,
        label: str = "",
        folio: str = "",
        running: str = "",
    ) -> None:
        """Paint a page; its foot names the section on rectos, the book on versos."""
        desk = self.desk
        page = PageBuilder(desk.publication, number, kind)
        paint(page)
        if running:
            words = running if page.frame.recto else desk.title
            paint_foot(page, desk.setter, folio or str(number), words)
        page.finish()
        if label:
            pages = desk.publication.pages
            pages[-1] = replace(pages[-1], label=label)


def _paint_facing(page: PageBuilder, desk: Desk) -> None:
    """Paint the page that faces page 1: the left half of the first part's title, or an endpaper."""
    if desk.collection.parts:
        paint_left(page, desk, 0)
    else:
        paint_inside(page, desk)


def _paint_notes(page: PageBuilder, desk: Desk) -> None:
    """Rule a page for notes, as brochures have them."""
    grid, full = page.grid, page.frame.full
    sect = section_element(page.tree, "notes", NOTES)
    head = page.tree.shared("notes:head", "H1", sect)
    section_head(page, page.frame.body, (desk.setter.line(NOTES, "section_title"),), head)
    for row in range(NOTES_ROW, grid.rows, 2):
        page.rule(full.x, grid.baseline(row), full.right, "rule", HAIRLINE)


def _metadata(desk: Desk) -> Metadata:
    book = desk.collection
    keywords = book.keywords
    return Metadata(
        title=plain_text(desk.title),
        author=book.organisation or "，".join(book.editors),
        subject=book.subtitle or book.kind,
        keywords=keywords,
        date=book.date,
        rights=book.colophon.rights,
    )
