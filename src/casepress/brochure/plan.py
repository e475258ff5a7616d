"""The brochure: which pages in which order, then painted from front to back.

Page counts are multiples of the signature. One page too many is won back by letting results share
a page, by dropping the contents of a very thin case or the diagram, in this order, never by
dropping a word of the case; what then remains is filled with ruled pages for notes.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from casepress.brochure.column.side import LEFT_OUT
from casepress.brochure.pages.abstract import plan_abstract
from casepress.brochure.pages.background import plan_background
from casepress.brochure.pages.brief import brief_run, plan_brief
from casepress.brochure.pages.colophon import overlong, plan_colophon
from casepress.brochure.pages.contents import plan_contents
from casepress.brochure.pages.cover import plan_cover
from casepress.brochure.pages.diagram import plan_diagram, wanted
from casepress.brochure.pages.discussion import notes_leaf, plan_discussion
from casepress.brochure.pages.furniture import foot, furnish
from casepress.brochure.pages.lessons import plan_lessons
from casepress.brochure.pages.opener import opener_holds, plan_opener
from casepress.brochure.pages.practice import plan_practice
from casepress.brochure.pages.remarks import plan_remarks
from casepress.brochure.pages.results import plan_results
from casepress.brochure.pictures.gallery import plates_at
from casepress.brochure.pictures.pages import opener_leaves, plate_leaves
from casepress.brochure.publication.builder import PageBuilder, Publication
from casepress.brochure.publication.context import (
    Book,
    Leaf,
    has_background,
    has_lessons,
    has_results,
    section_element,
)
from casepress.brochure.publication.geometry import Grid
from casepress.brochure.text.setting import Setter
from casepress.brochure.text.words import plain_title
from casepress.case.model import Case
from casepress.display import DisplayList, Ink, Metadata
from casepress.fonts.library import FontLibrary
from casepress.frozen import dataclass
from casepress.theme.model import Theme
from casepress.typeset.inline import plain_text

FEW_ENTRIES = 2


@dataclass(frozen=True, slots=True)
class Choice:
    """What a plan leaves out or merges to come out at a whole signature."""

    merged: bool = False
    diagram: bool = True
    contents: bool = True
    spreads: bool = True


FULL = Choice()
SAVINGS = (
    Choice(contents=False),
    Choice(spreads=False),
    Choice(merged=True),
    Choice(diagram=False),
    Choice(merged=True, diagram=False),
)


def plan_brochure(case: Case, theme: Theme, fonts: FontLibrary, *, base_dir: Path) -> DisplayList:
    """Plan and paint the brochure of a case.

    Args:
        case: what is said.
        theme: how it looks; geometry is the theme's page, in points.
        fonts: the faces to set it with.
        base_dir: the folder that the paths of pictures start from.

    Returns:
        The display list: pages in trim coordinates, the structure tree in reading order, links,
        bookmarks. The number of pages is a multiple of the theme's signature.

    Raises:
        CasepressError: a picture is missing or unreadable.
        MissingGlyphError: a character that no font has.
    """
    setter = Setter(theme, fonts)
    grid = Grid.of(theme.page, setter.size("body"), setter.size("label"))
    book = Book(case, theme, grid, setter, base_dir)
    leaves = _choose(book)
    publication = Publication(grid)
    number_places(book, leaves)
    paint_leaves(publication, book, leaves)
    notices = dict.fromkeys(setter.notices)
    return DisplayList(
        pages=tuple(publication.pages),
        elements=publication.tree.finish(),
        destinations=tuple(publication.destinations),
        outline=tuple(publication.outline),
        inks=inks_of(theme),
        metadata=_metadata(case),
        bleed_pt=grid.bleed,
        notices=tuple(notices),
    )


def paint_leaves(
    publication: Publication, book: Book, leaves: Sequence[Leaf], first: int = 1
) -> None:
    """Paint leaves from front to back; the first one is page *first*."""
    for number, leaf in enumerate(leaves, first):
        page = PageBuilder(publication, number, leaf.kind)
        furnish(page, book, leaf)
        leaf.paint(page)
        foot(page, book, leaf)
        page.finish()


# -- which pages ---------------------------------------------------------------------------


def _choose(book: Book) -> list[Leaf]:
    """Return all of it, or the first saving that comes out at a whole signature; then notes."""
    if book.theme.brochure.form == "flow":
        return _document(book)
    signature = max(1, book.theme.page.signature)
    leaves = _leaves(book, FULL)
    over = len(leaves) % signature
    if over == 1 and signature > 1:
        for choice in SAVINGS:
            fewer = _leaves(book, choice)
            if len(fewer) % signature == 0 and (choice.contents or _thin(leaves)):
                if not choice.diagram:
                    book.setter.notices.append(f"{LEFT_OUT}@background.path_name")
                return fewer
    missing = -len(leaves) % signature
    return [*leaves[:-1], *(notes_leaf(book) for _ in range(missing)), leaves[-1]]


def _thin(leaves: Sequence[Leaf]) -> bool:
    return sum(1 for leaf in leaves if leaf.anchors) <= FEW_ENTRIES + 1


def _leaves(book: Book, choice: Choice) -> list[Leaf]:
    """All pages in order, without the notes."""
    front = [plan_cover(book), *abstract_leaves(book)]
    inside = inside_leaves(book, choice)
    if choice.contents and book.theme.brochure.pages.contents:
        front += plan_contents(book, _anchors([*front, *inside]))
    leaves = with_spreads([*front, *inside], choice.spreads)
    moved = overlong(book)
    return [*leaves, *plan_remarks(book, moved), plan_colophon(book, moved)]


def _document(book: Book, *, whole: bool = True) -> list[Leaf]:
    """Return the pages of the form without page types; few layouts ask for its modules."""
    from casepress.brochure.document.plan import plan_document

    return plan_document(book, whole=whole)


def abstract_leaves(book: Book) -> list[Leaf]:
    """Return the pages of the abstract, if there is one; in a document it stands in the text."""
    if book.theme.brochure.form == "flow":
        return []
    summary = book.case.summary
    return plan_abstract(book, summary) if summary and summary.text.strip() else []


def inside_leaves(book: Book, choice: Choice = FULL) -> list[Leaf]:
    """Return what stands between contents and colophon."""
    if book.theme.brochure.form == "flow":
        return _document(book, whole=False)
    case = book.case
    inside: list[Leaf] = []
    if has_background(case) and case.background:
        inside += _opening(book, "background", "background")
        inside += plan_background(book, case.background)
        if choice.diagram and book.theme.brochure.pages.diagram and wanted(book):
            inside.append(plan_diagram(book, case.background))
    opens = len(case.practices) > 1 and book.theme.brochure.pages.opener and opener_holds(book)
    book.listed = opens
    inside += _opening(book, "practices", "practices", several=opens)
    if opens:
        inside.append(plan_opener(book))
    inside += _plates_of_practices(book)
    inside += _practices(book)
    if has_results(case) and case.results:
        inside += _opening(book, "results", "results")
        inside += plan_results(book, case.results, merged=choice.merged)
    if has_lessons(case) and case.lessons:
        inside += _opening(book, "lessons", "lessons")
        inside += plan_lessons(book, case.lessons)
    inside += _loose_plates(book, inside[-1])
    if case.teaching and case.teaching.questions:
        inside += plan_discussion(book, case.teaching.questions)
    return inside


def _practices(book: Book) -> list[Leaf]:
    """Return the pages of the practices; brief ones in a row share theirs."""
    leaves: list[Leaf] = []
    index = 0
    while index < len(book.case.practices):
        count = brief_run(book, index)
        if count:
            leaves += plan_brief(book, index, count)
        else:
            title = book.case.practices[index].title
            leaves += _opening(book, f"practices[{index}]", "practices", title)
            leaves += plan_practice(book, index)
        index += count or 1
    return leaves


def with_spreads(leaves: Sequence[Leaf], wanted: bool = True, *, before: int = 0) -> list[Leaf]:
    """Pictures over two pages where they fall on facing ones; elsewhere they keep to one.

    *before* pages precede the first leaf.
    """
    found: list[Leaf] = []
    for leaf in leaves:
        if wanted and leaf.pair and (before + len(found)) % 2 == 1:
            found += leaf.pair
        else:
            found.append(leaf)
    return found


def _opening(
    book: Book, place: str, section: str, words: str = "", *, several: bool = False
) -> list[Leaf]:
    """Return the pages of the pictures that open a section, with its name or other *words*.

    *several*: the page that lists the practices follows, which carries the name itself.
    """

    def parent(page: PageBuilder) -> int:
        return section_element(page.tree, section, book.section(section))

    title = "" if several else plain_title(words).removesuffix("。") or book.section(section)
    return opener_leaves(book, place, title, parent)


def _plates_of_practices(book: Book) -> list[Leaf]:
    """Return the pages of pictures that belong to all practices."""

    def parent(page: PageBuilder) -> int:
        return section_element(page.tree, "practices", book.section("practices"))

    like = Leaf("picture", lambda page: None, section=book.section("practices"))
    return plate_leaves(book, plates_at(book, "practices"), like, parent)


def _loose_plates(book: Book, like: Leaf) -> list[Leaf]:
    """Pictures that name no place stand on pages of their own at the end of the text."""
    plates = plates_at(book, "")
    leaf = Leaf("picture", lambda page: None)
    return plate_leaves(book, plates, leaf, lambda page: 0) if plates and like else []


def _anchors(leaves: Sequence[Leaf]) -> set[str]:
    """Return the places that will have a page number."""
    found = {anchor for leaf in leaves for one in (leaf, *leaf.pair) for anchor in one.anchors}
    return found | {"practices"} if "practices[0]" in found else found


def number_places(book: Book, leaves: Sequence[Leaf], first: int = 1) -> None:
    """Page numbers of all places, before anything is painted."""
    book.page_count = len(leaves)
    book.numbers.clear()
    for number, leaf in enumerate(leaves, first):
        for anchor in leaf.anchors:
            book.numbers.setdefault(anchor, number)
    if "practices" not in book.numbers and "practices[0]" in book.numbers:
        book.numbers["practices"] = book.numbers["practices[0]"]


# -- what the file says of itself ------------------------------------------------------------


def inks_of(theme: Theme) -> dict[str, Ink]:
    """Return the inks of a theme by name."""
    return {name: _ink(token.rgb, token.cmyk) for name, token in theme.ink.items()}


def _ink(rgb: str, cmyk: tuple[float, float, float, float]) -> Ink:
    red, green, blue = (int(rgb[k : k + 2], 16) for k in (0, 2, 4))
    return Ink((red, green, blue), cmyk)


def _metadata(case: Case) -> Metadata:
    source = "，".join(text for text in (case.source.publication, case.source.published) if text)
    return Metadata(
        title=plain_text(plain_title(case.title)),
        author=case.source.contributor or case.organisation,
        subject=case.subtitle or case.kind,
        keywords=case.keywords,
        date=case.date,
        rights=case.colophon.rights,
        source=case.source.url or source,
    )
