"""A page of the handout: its margins, head and foot, ruled lines."""

from __future__ import annotations

from dataclasses import field

from casepress.deck.model import Deck
from casepress.display import Destination, OutlineEntry, Page
from casepress.frozen import dataclass
from casepress.handout.setting import Setter
from casepress.handout.sheet import Sheet
from casepress.handout.slide import Artist
from casepress.surface import Tree
from casepress.theme.model import Theme
from casepress.units import Rect, mm

_HEAD_MM, _TOP_MM = 12.0, 21.0
_FOOT_MM, _BOTTOM_MM = 10.0, 18.0
HAIR_PT = 0.4
_BAR = (42.0, 3.0)
"""Width and height of the bar in the head: the mark over the brochure's sections."""
_GAP_PT = 12.0
_HEADING_SHARE = 0.6
"""Most of the head that the section may take; the case has the rest."""


@dataclass(slots=True)
class Book:
    """The handout under construction."""

    deck: Deck
    theme: Theme
    setter: Setter
    artist: Artist
    tree: Tree = field(default_factory=Tree)
    pages: list[Page] = field(default_factory=list)
    destinations: list[Destination] = field(default_factory=list)
    outline: list[OutlineEntry] = field(default_factory=list)

    @property
    def frame(self) -> Rect:
        """The part of the page that is filled, in points."""
        tokens = self.theme.handout
        left, top = mm(tokens.left_mm), mm(_TOP_MM)
        width = mm(tokens.width_mm - tokens.right_mm) - left
        return Rect(left, top, width, mm(tokens.height_mm - _BOTTOM_MM) - top)

    def leaf(self, heading: str, kind: str) -> Leaf:
        """Begin a page; *heading* stands at the right of its head."""
        tokens = self.theme.handout
        sheet = Sheet(self.tree, len(self.pages), mm(tokens.width_mm), mm(tokens.height_mm))
        leaf = Leaf(self, sheet, kind)
        leaf.furnish(heading)
        return leaf

    def anchor(self, name: str, page: int, y: float) -> None:
        """Name a place."""
        self.destinations.append(Destination(name, page, round(max(0.0, y), 3)))


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page in hand."""

    book: Book
    sheet: Sheet
    kind: str

    def furnish(self, heading: str) -> None:
        """Head and foot: the case, the section, the page number; no content of their own."""
        book, sheet, frame = self.book, self.sheet, self.book.frame
        setter = book.setter
        y = mm(_HEAD_MM)
        most = frame.width * _HEADING_SHARE
        right = setter.shortened(heading, "running_foot", most) if heading else None
        room = frame.width - (right.width_pt + _GAP_PT if right else 0.0)
        left = setter.shortened(book.deck.footer or book.deck.title, "running_foot", room)
        sheet.text(left, frame.x, y, None)
        if right:
            sheet.text(right, frame.right - right.width_pt, y, None)
        line = y + mm(2.5)
        width, height = _BAR
        sheet.rule(frame.x, line, frame.right, "rule", HAIR_PT)
        sheet.box(Rect(frame.x, line - height / 2, width, height), "brand")
        folio = setter.line(str(sheet.index + 1), "folio")
        foot = sheet.height_pt - mm(_FOOT_MM)
        sheet.text(folio, frame.right - folio.width_pt, foot, None)

    def ruled(self, x: float, right: float, top: float, bottom: float) -> None:
        """Rule lines to write on, the first one pitch below *top*."""
        pitch = mm(self.book.theme.handout.line_mm)
        y = top + pitch
        while y <= bottom + 0.01:
            self.sheet.rule(x, round(y, 3), right, "rule", HAIR_PT)
            y += pitch

    def finish(self) -> None:
        """Hand the page to the book."""
        label = str(self.sheet.index + 1)
        self.book.pages.append(self.sheet.finish(label, self.kind))
