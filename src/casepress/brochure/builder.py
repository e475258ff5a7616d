"""Making pages: the structure tree in reading order, and a page that collects its items.

These two are the only mutable things of the brochure; they live while the pages are painted and
end as a frozen :class:`~casepress.display.DisplayList`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field, replace

from casepress.brochure.geometry import Frame, Grid
from casepress.display import (
    BoxItem,
    Destination,
    Element,
    Item,
    LinkArea,
    OutlineEntry,
    Page,
    PathItem,
    PictureItem,
    Role,
    RuleItem,
    Segment,
    TextItem,
)
from casepress.frozen import dataclass
from casepress.typeset.inline import plain_text
from casepress.typeset.model import Line
from casepress.units import Rect

HAIRLINE = 0.35
RULE = 0.5
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


class Tree:
    """The structure tree under construction: elements in reading order, some shared by pages."""

    def __init__(self, front: int = 0) -> None:
        """Start with the document; *front* pages come before page 1."""
        self.front = front
        self.scope = Scope()
        self._elements: list[Element] = [Element(0, "Document", None)]
        self._keys: dict[str, int] = {}

    def add(
        self,
        role: Role,
        parent: int = 0,
        *,
        source: str = "",
        title: str | None = None,
        actual_text: str | None = None,
    ) -> int:
        """Append an element after its elder siblings; return its id."""
        scope = self.scope
        if scope.headings and role in _HEADINGS:
            role = _HEADINGS[min(_HEADINGS.index(role) + scope.headings, len(_HEADINGS) - 1)]
        element = Element(
            len(self._elements),
            role,
            parent or scope.root,
            source=scope.prefix + source if source else "",
            title=plain_text(title) if title else title,
            actual_text=actual_text,
        )
        self._elements.append(element)
        return element.id

    def cell(self, row: int, *, head: bool, source: str = "") -> int:
        """Append a cell to a row of a table; heads stand for their columns."""
        number = self.add("TH" if head else "TD", row, source=source)
        if head:
            self._elements[number] = replace(self._elements[number], scope="Column")
        return number

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
        number = self.add("Figure", parent, source=source)
        page += self.front
        self._elements[number] = replace(self._elements[number], alt=alt, bbox=bbox, page=page)
        return number

    def finish(self) -> tuple[Element, ...]:
        """Return the elements in reading order."""
        return tuple(self._elements)


@dataclass(slots=True)
class Publication:
    """The document under construction: pages, tree, places and bookmarks."""

    grid: Grid
    tree: Tree = field(default_factory=Tree)
    pages: list[Page] = field(default_factory=list)
    destinations: list[Destination] = field(default_factory=list)
    outline: list[OutlineEntry] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    """Names of the destinations."""


class PageBuilder:
    """One page: what is put on it is painted in the order of the calls."""

    def __init__(self, book: Publication, number: int, kind: str) -> None:
        self.book = book
        self.grid = book.grid
        self.tree = book.tree
        self.number = number
        self.kind = kind
        self.frame: Frame = book.grid.frame(number)
        self._items: list[Item] = []
        self._links: list[LinkArea] = []

    # -- marks -----------------------------------------------------------------------------

    def text(self, line: Line, x: float, y: float, element: int | None) -> None:
        """Paint a set line at *x* with its baseline at *y*."""
        self._items.append(TextItem(x, y, line, element))

    def place(self, item: Item) -> None:
        """Paint an item as it is."""
        self._items.append(item)

    def column(
        self, lines: Iterable[Line], x: float, y: float, leading: float, element: int | None
    ) -> float:
        """Lines below each other from baseline *y*; return the baseline after the last."""
        for line in lines:
            self.text(line, x, y, element)
            y += leading
        return y

    def rule(
        self,
        x1: float,
        y: float,
        x2: float,
        ink: str,
        width: float = RULE,
        element: int | None = None,
    ) -> None:
        """Paint a horizontal rule centred on *y*."""
        self._items.append(RuleItem(x1, y, x2, y, width, ink, element=element))

    def stem(
        self,
        x: float,
        y1: float,
        y2: float,
        ink: str,
        width: float = RULE,
        element: int | None = None,
    ) -> None:
        """Paint a vertical rule centred on *x*."""
        self._items.append(RuleItem(x, y1, x, y2, width, ink, element=element))

    def box(
        self, rect: Rect, ink: str, *, bleeds: bool = False, element: int | None = None
    ) -> None:
        """Paint a filled rectangle."""
        self._items.append(BoxItem(rect, ink, bleeds, element))

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
        self._items.append(PathItem(tuple(segments), fill, stroke, stroke_pt, element=element))

    def picture(
        self, rect: Rect, path: str, crop: tuple[float, float, float, float], element: int | None
    ) -> None:
        """Place a picture cropped to *rect*."""
        self._items.append(PictureItem(rect, path, crop, element))

    # -- places ----------------------------------------------------------------------------

    def link(self, rect: Rect, destination: str, contents: str, element: int) -> None:
        """Add an active area that jumps to a named place."""
        name = self.tree.scope.prefix + destination
        self._links.append(LinkArea(rect, destination=name, contents=contents, element=element))

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
        self.book.pages.append(
            Page(
                self.grid.width,
                self.grid.height,
                tuple(self._items),
                tuple(self._links),
                label=str(self.number),
                kind=self.kind,
            )
        )
