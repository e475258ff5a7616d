"""The publication under construction: its structure tree, its pages, places and bookmarks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from casepress.brochure.publication.geometry import Frame, Grid
from casepress.display import (
    Destination,
    HeadScope,
    LinkArea,
    OutlineEntry,
    Page,
    PathItem,
    Role,
    Segment,
)
from casepress.frozen import dataclass
from casepress.surface import Surface, Tree
from casepress.typeset.inline import plain_text
from casepress.units import Rect

HAIRLINE = 0.35
RULE = Surface.RULE_PT
OPENING_RULE = 0.75


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a part of a larger publication stands in it, so that nothing of two parts collides."""

    prefix: str = ""
    """Goes before names of places, keys of shared elements and sources."""
    root: int = 0
    """The element that stands for the document."""
    headings: int = 0
    """Levels by which headings go down."""
    bookmarks: int = 0
    """Levels by which bookmarks go down."""


_HEADINGS: tuple[Role, ...] = ("H1", "H2", "H3", "H4", "H5", "H6")


class BrochureTree(Tree):
    """The structure tree of a brochure: some elements are shared by pages, parts have a scope."""

    def __init__(self, front: int = 0) -> None:
        """Start with the document; *front* pages come before page 1."""
        super().__init__()
        self.front = front
        self.scope = Scope()
        self._keys: dict[str, int] = {}

    def add(
        self,
        role: Role,
        parent: int = 0,
        *,
        source: str = "",
        title: str | None = None,
        alt: str | None = None,
        bbox: Rect | None = None,
        page: int | None = None,
        scope: HeadScope | None = None,
        actual_text: str | None = None,
    ) -> int:
        """Append an element within the scope of the part (see :meth:`casepress.surface.Tree.add`).

        Headings go down by the levels of the scope; the title loses its marks of emphasis.
        """
        part = self.scope
        if part.headings and role in _HEADINGS:
            role = _HEADINGS[min(_HEADINGS.index(role) + part.headings, len(_HEADINGS) - 1)]
        return super().add(
            role, parent or part.root,
            source=part.prefix + source if source else "",
            title=plain_text(title) if title else title,
            alt=alt, bbox=bbox, page=page, scope=scope, actual_text=actual_text,
        )  # fmt: skip

    def cell(self, row: int, *, head: bool, source: str = "") -> int:
        """Append a cell to a row of a table; heads stand for their columns."""
        if head:
            return self.add("TH", row, source=source, scope="Column")
        return self.add("TD", row, source=source)

    def shared(
        self,
        key: str,
        role: Role,
        parent: int = 0,
        *,
        source: str = "",
        title: str | None = None,
    ) -> int:
        """Return the element known by *key*, made at the first call (paragraphs over pages)."""
        key = self.scope.prefix + key
        if key not in self._keys:
            self._keys[key] = self.add(role, parent, source=source, title=title)
        return self._keys[key]

    def figure(self, alt: str, bbox: Rect, page: int, parent: int = 0, *, source: str = "") -> int:
        """Append a figure with its description and place; *page* counts from 0 at page 1."""
        index = page + self.front
        return self.add("Figure", parent, source=source, alt=alt, bbox=bbox, page=index)


@dataclass(slots=True)
class Publication:
    """The document under construction: pages, tree, places and bookmarks."""

    grid: Grid
    tree: BrochureTree = field(default_factory=BrochureTree)
    pages: list[Page] = field(default_factory=list)
    destinations: list[Destination] = field(default_factory=list)
    outline: list[OutlineEntry] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    """Names of the destinations."""


class PageBuilder(Surface):
    """One page of a publication."""

    def __init__(self, book: Publication, number: int, kind: str) -> None:
        super().__init__()
        self.book = book
        self.grid = book.grid
        self.tree = book.tree
        self.number = number
        self.kind = kind
        self.frame: Frame = book.grid.frame(number)

    # -- marks -----------------------------------------------------------------------------

    def ground(self, ink: str) -> None:
        """Paint a ground over the whole page, to the bleed."""
        self.box(self.grid.page, ink, bleeds=True)

    def path(
        self,
        segments: Sequence[Segment],
        *,
        fill: str | None = None,
        stroke: str | None = None,
        stroke_pt: float = 0.0,
        element: int | None = None,
    ) -> None:
        """Paint an outline."""
        self.place(PathItem(tuple(segments), fill, stroke, stroke_pt, element=element))

    # -- places ----------------------------------------------------------------------------

    def link(self, rect: Rect, destination: str, contents: str, element: int) -> None:
        """Add an active area that jumps to a named place."""
        name = self.tree.scope.prefix + destination
        self.links.append(LinkArea(rect, destination=name, contents=contents, element=element))

    def anchor(self, name: str, y: float = 0.0) -> None:
        """Name a place on this page, once."""
        name = self.tree.scope.prefix + name
        if name not in self.book.names:
            self.book.names.add(name)
            index = self.number - 1 + self.tree.front
            self.book.destinations.append(Destination(name, index, max(0.0, y)))

    def bookmark(self, title: str, name: str, level: int = 1) -> None:
        """Add a bookmark to a named place."""
        scope = self.tree.scope
        entry = OutlineEntry(plain_text(title), scope.prefix + name, level + scope.bookmarks)
        self.book.outline.append(entry)

    def finish(self) -> None:
        """Hand the page to the book."""
        grid = self.grid
        self.book.pages.append(self.page(grid.width, grid.height, str(self.number), self.kind))
