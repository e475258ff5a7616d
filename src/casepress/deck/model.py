"""The deck before it is a file: semantic slides that fill placeholders of named layouts.

The planner decides everything (which layout, which words, what fits); the pptx box only writes.
Colours are theme slots; sizes appear only where a run differs from its placeholder (unit beside a
figure). Every text knows its place in the case.
"""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from casepress.diagnostics import Diagnostic
from casepress.frozen import dataclass
from casepress.qr import Symbol

CELL_MARGIN_IN = {"reading": (0.0, 0.16), "writing": (0.14, 0.14)}
"""Left and right margins of table cells; a table for reading stands flush with its headings."""


@dataclass(frozen=True, slots=True)
class TextRun:
    """Characters of one look. ``None`` means: as the placeholder says."""

    text: str
    bold: bool | None = None
    colour: str | None = None
    size_pt: float | None = None
    link: str | None = None
    """Key of the slide a click leads to."""


@dataclass(frozen=True, slots=True)
class TextParagraph:
    """A paragraph at an outline level (0 first). A vertical tab in a run is a line break."""

    runs: tuple[TextRun, ...]
    level: int = 0
    source: str = ""
    derived: bool = False
    """True when the words were cut from the text by the digest rather than given by the author."""


@dataclass(frozen=True, slots=True)
class TextFill:
    """Text for the placeholder ``idx``."""

    idx: int
    paragraphs: tuple[TextParagraph, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """A series of a chart; values are the source's decimal words (``"23"``) and their floats."""

    name: str
    values: tuple[float, ...]
    labels: tuple[str, ...] = ()
    colour: str = "accent1"
    point_colours: tuple[str, ...] = ()
    highlight: bool = False


@dataclass(frozen=True, slots=True)
class ChartFill:
    """A native chart in the chart placeholder ``idx``."""

    idx: int
    kind: Literal["column", "bar", "slope", "share", "whole"]
    """``share``: one bar of segments; ``whole``: columns of 100, filled as far as the first series
    goes, the second being the rest."""
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    axis_min: float = 0.0
    label_pt: float = 24.0
    axis_pt: float = 18.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell."""

    paragraphs: tuple[TextParagraph, ...]
    bold: bool = False
    colour: str | None = None
    align: Literal["left", "center", "right"] = "left"
    size_pt: float | None = None

    def margins_in(self, style: str) -> tuple[float, float]:
        """Return left and right margin: the style's, mirrored where the words stand at the right.

        So both edges of a table for reading are flush with what stands above and below it.
        """
        left, right = CELL_MARGIN_IN[style]
        return (right, left) if self.align == "right" else (left, right)


@dataclass(frozen=True, slots=True)
class TableFill:
    """A native table in the table placeholder ``idx``; widths in inches sum to the frame's."""

    idx: int
    rows: tuple[tuple[Cell, ...], ...]
    widths_in: tuple[float, ...]
    header: bool
    style: Literal["reading", "writing"]
    alt: str
    row_heights_in: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class PictureFill:
    """A picture cropped to the picture placeholder ``idx``; crop in fractions of each side."""

    idx: int
    path: str
    alt: str
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Node:
    """A box of a diagram, in inches on the slide."""

    key: str
    box: tuple[float, float, float, float]
    paragraphs: tuple[TextParagraph, ...]
    fill: str | None
    line: str | None = None
    colour: str = "dk1"
    size_pt: float = 20.0
    bold: bool = True
    shape: Literal["box", "round", "arrow"] = "box"
    align: Literal["left", "center"] = "center"
    sub_size_pt: float = 18.0


@dataclass(frozen=True, slots=True)
class Connector:
    """A glued connector from one node to another."""

    start: str
    end: str
    colour: str = "accent3"


@dataclass(frozen=True, slots=True)
class Diagram:
    """Native shapes in one group, with glued connectors and one alternative text."""

    name: str
    nodes: tuple[Node, ...]
    connectors: tuple[Connector, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Emblem:
    """A mark (picture file) or a QR code that stands free on a slide; its box in inches."""

    name: str
    box: tuple[float, float, float, float]
    alt: str
    path: str = ""
    code: Symbol | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """Where in the session a slide stands: part ``current`` of ``total``, ``share`` of it done."""

    total: int
    current: int
    share: float


Fill = TextFill | ChartFill | TableFill | PictureFill


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide: unique key, layout key, fills, notes. Section names group slides."""

    key: str
    layout: str
    title: str
    section: str
    fills: tuple[Fill, ...]
    notes: tuple[str, ...]
    diagrams: tuple[Diagram, ...] = ()
    progress: Progress | None = None
    minutes: float | None = None
    source: str = ""
    emblems: tuple[Emblem, ...] = ()


@dataclass(frozen=True, slots=True)
class Deck:
    """All slides in order, with what the file says of itself."""

    slides: tuple[Slide, ...]
    title: str
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    date: str = ""
    """ISO date; the only date in the file unless SOURCE_DATE_EPOCH is set."""
    footer: str = ""
    notices: tuple[str, ...] = field(default=())
    diagnostics: tuple[Diagnostic, ...] = ()
    """What the planner has to tell the editor: tight frames, words left to the notes, minutes."""
