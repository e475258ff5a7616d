"""Making pages: the structure tree in reading order, and a page that collects its items.

The planners build on these two. They are mutable while pages are filled and end as a frozen
:class:`~casepress.display.DisplayList`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from casepress.display import (
    BoxItem,
    Element,
    HeadScope,
    Item,
    LinkArea,
    Page,
    PictureItem,
    Role,
    RuleItem,
    TextItem,
)
from casepress.typeset.model import Line
from casepress.units import Rect


class Tree:
    """The structure tree under construction, in reading order."""

    def __init__(self) -> None:
        self._elements: list[Element] = [Element(0, "Document", None)]

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
        """Append an element after its elder siblings; return its id.

        Args:
            role: what it is.
            parent: the id of its parent, 0 for the document.
            source: path in the case its text comes from.
            title: a name for readers of the structure.
            alt: the description of a figure.
            bbox: the place of a figure on its page, in points from the top left corner.
            page: the index of that page, from 0.
            scope: what the head cell of a table stands for.
            actual_text: the words a drawn sign stands for.
        """
        number = len(self._elements)
        self._elements.append(
            Element(
                number, role, parent, alt=alt, actual_text=actual_text, bbox=bbox, page=page,
                scope=scope, title=title, source=source,
            )
        )  # fmt: skip
        return number

    def finish(self) -> tuple[Element, ...]:
        """Return the elements in reading order."""
        return tuple(self._elements)


class Surface:
    """A page under construction: what is put on it is painted in the order of the calls."""

    __slots__ = ("items", "links")
    RULE_PT: ClassVar = 0.5
    """Weight of a rule unless told otherwise."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.links: list[LinkArea] = []

    def text(self, line: Line, x: float, y: float, element: int | None) -> None:
        """Set a line with its origin on the baseline at (x, y)."""
        self.items.append(TextItem(x, y, line, element))

    def column(
        self, lines: Iterable[Line], x: float, y: float, leading: float, element: int | None
    ) -> float:
        """Set lines below each other from baseline *y*; return the baseline after the last."""
        for line in lines:
            self.text(line, x, y, element)
            y += leading
        return y

    def place(self, item: Item) -> None:
        """Paint an item as it is."""
        self.items.append(item)

    def rule(
        self,
        x1: float,
        y: float,
        x2: float,
        ink: str,
        width: float = RULE_PT,
        element: int | None = None,
    ) -> None:
        """Paint a horizontal rule centred on *y*."""
        self.items.append(RuleItem(x1, y, x2, y, width, ink, element=element))

    def stem(
        self,
        x: float,
        y1: float,
        y2: float,
        ink: str,
        width: float = RULE_PT,
        element: int | None = None,
    ) -> None:
        """Paint a vertical rule centred on *x*."""
        self.items.append(RuleItem(x, y1, x, y2, width, ink, element=element))

    def box(
        self, rect: Rect, ink: str, *, bleeds: bool = False, element: int | None = None
    ) -> None:
        """Paint a filled rectangle."""
        self.items.append(BoxItem(rect, ink, bleeds, element))

    def picture(
        self, rect: Rect, path: str, crop: tuple[float, float, float, float], element: int | None
    ) -> None:
        """Place a picture in *rect*; *crop* is the part shown, in fractions of its sides."""
        self.items.append(PictureItem(rect, path, crop, element))

    def page(self, width_pt: float, height_pt: float, label: str, kind: str) -> Page:
        """Return the finished page."""
        return Page(width_pt, height_pt, tuple(self.items), tuple(self.links), label, kind)
