"""The display list: what stands where on which page, decided, and free of any file format.

Planning (brochure, handout) ends here and painting (pdf, preview) starts here. Everything is in
points from the top-left corner of the *trim*, y downwards; text y is the baseline. Colours are ink
*names* of the theme. Every item names the structure element it belongs to (``None``: artifact), so
that tags, reading order and extraction need no second pass over the layout.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from casepress.frozen import dataclass
from casepress.typeset.model import Line
from casepress.units import Rect

Role = Literal[
    "Document", "Part", "Sect", "H1", "H2", "H3", "H4", "H5", "H6", "P", "L", "LI", "Lbl", "LBody",
    "BlockQuote",
    "Table", "THead", "TBody", "TR", "TH", "TD", "Figure", "Caption", "TOC", "TOCI", "Reference",
    "Link", "Note", "Span", "Aside",
]  # fmt: skip
HeadScope = Literal["Row", "Column", "Both"]
"""What a head cell of a table stands for."""
Segment = tuple[str, tuple[float, ...]]
"""A path segment: ("M", (x, y)), ("L", (x, y)), ("C", (x1, y1, x2, y2, x3, y3)) or ("Z", ())."""


@dataclass(frozen=True, slots=True)
class TextItem:
    """A set line of glyphs with its origin on the baseline."""

    x_pt: float
    y_pt: float
    line: Line
    element: int | None = None
    vertical: bool = False


@dataclass(frozen=True, slots=True)
class RuleItem:
    """A straight rule."""

    x1_pt: float
    y1_pt: float
    x2_pt: float
    y2_pt: float
    width_pt: float
    ink: str
    dash: tuple[float, ...] = ()
    element: int | None = None


@dataclass(frozen=True, slots=True)
class BoxItem:
    """A filled rectangle; one that reaches the trim edge is to reach the bleed (``bleeds``)."""

    rect: Rect
    ink: str
    bleeds: bool = False
    element: int | None = None


@dataclass(frozen=True, slots=True)
class PathItem:
    """Any outline: filled, stroked or both. Coordinates may lie in the bleed."""

    segments: tuple[Segment, ...]
    fill: str | None = None
    stroke: str | None = None
    stroke_pt: float = 0.0
    cap: Literal["butt", "round", "square"] = "butt"
    join: Literal["miter", "round", "bevel"] = "miter"
    dash: tuple[float, ...] = ()
    even_odd: bool = False
    element: int | None = None


@dataclass(frozen=True, slots=True)
class PictureItem:
    """A picture cropped to its frame. ``crop`` is the part shown, in fractions of the picture."""

    rect: Rect
    path: str
    crop: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
    element: int | None = None


Item = TextItem | RuleItem | BoxItem | PathItem | PictureItem


@dataclass(frozen=True, slots=True)
class LinkArea:
    """An active area: to a named destination of this document or to a URI."""

    rect: Rect
    destination: str | None = None
    uri: str | None = None
    contents: str = ""
    element: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page in trim coordinates, painted in the order of its items."""

    width_pt: float
    height_pt: float
    items: tuple[Item, ...]
    links: tuple[LinkArea, ...] = ()
    label: str = ""
    kind: str = ""
    """Name of the page type (cover, contents, practice…), for reports and tests."""
    folds_pt: tuple[float, ...] = ()
    """Where the sheet is folded (both edges of a spine), for the press to mark."""


@dataclass(frozen=True, slots=True)
class Element:
    """A node of the structure tree; children follow in reading order by ``parent``."""

    id: int
    role: Role
    parent: int | None
    alt: str | None = None
    language: str | None = None
    actual_text: str | None = None
    bbox: Rect | None = None
    page: int | None = None
    """Page index of a figure with a bbox."""
    scope: HeadScope | None = None
    title: str | None = None
    source: str = ""
    """Path in the case the text comes from, such as ``practices[0].lead``."""


@dataclass(frozen=True, slots=True)
class Destination:
    """A named place that links and bookmarks point to."""

    name: str
    page: int
    y_pt: float = 0.0


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A bookmark: title, the destination it jumps to, and its level from 1."""

    title: str
    destination: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Ink:
    """A named colour, given for both worlds: RGB for screens, CMYK percentages for the press."""

    rgb: tuple[int, int, int]
    cmyk: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says of itself."""

    title: str
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    language: str = "zh-CN"
    date: str = ""
    """ISO date of the case; the only date that enters the file unless SOURCE_DATE_EPOCH is set."""
    rights: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class DisplayList:
    """A whole publication, ready to paint."""

    pages: tuple[Page, ...]
    elements: tuple[Element, ...]
    destinations: tuple[Destination, ...]
    outline: tuple[OutlineEntry, ...]
    inks: Mapping[str, Ink]
    metadata: Metadata
    bleed_pt: float = 0.0
    notices: tuple[str, ...] = field(default=())
