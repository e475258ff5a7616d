"""A document as the checks see it: pages with boxes and marks, claims, and places in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from functools import cached_property
from typing import Any

from casepress.diagnostics import Severity
from casepress.frozen import dataclass
from casepress.preflight.geometry import Box
from casepress.preflight.ground import Decoded, Ground
from casepress.preflight.interpreter import Fonts, Interpreter, Painting
from casepress.preflight.job import Job
from casepress.preflight.marks import Mark
from casepress.preflight.model import Finding, Place
from casepress.preflight.source import Source
from casepress.preflight.words import WORDS
from casepress.units import to_mm

Findings = Iterator[Finding]


class PageView:
    """One page: its boxes and what it paints."""

    def __init__(self, index: int, page: Any, painting: Painting) -> None:
        self.index = index
        self.page = page
        self.painting = painting
        self.media = _box(page.obj, "/MediaBox", page.mediabox) or Box(0, 0, 612, 792)
        self.crop = _box(page.obj, "/CropBox", page.cropbox) or self.media
        self.own_trim = _box(page.obj, "/TrimBox", page.obj.get("/TrimBox"))
        self.own_bleed = _box(page.obj, "/BleedBox", page.obj.get("/BleedBox"))
        self.own_art = _box(page.obj, "/ArtBox", page.obj.get("/ArtBox"))
        self.trim = self.own_trim or self.own_art or self.crop
        self.bleed = self.own_bleed or self.crop
        self.rotation = int(page.obj.get("/Rotate", 0)) % 360
        self.unit = float(page.obj.get("/UserUnit", 1))

    @property
    def marks(self) -> list[Mark]:
        """Everything painted, in painting order."""
        return self.painting.marks

    @cached_property
    def printed(self) -> list[Mark]:
        """The marks that reach into the bleed; printer's marks in the slug are left out."""
        return [mark for mark in self.marks if mark.box.overlaps(self.bleed, -1e-6)]

    def place(self, box: Box) -> Place:
        """Return a box as millimetres from the trim's top-left corner."""
        unit = self.unit
        values = (box.left - self.trim.left, self.trim.top - box.top, box.width, box.height)
        x, y, width, height = (round(to_mm(v * unit), 2) + 0.0 for v in values)
        return Place(x, y, width, height)

    def found(
        self,
        id: str,
        where: Mark | Box | None = None,
        severity: Severity | None = None,
        object: int | None = None,
        **params: object,
    ) -> Finding:
        """Make a finding on this page; its severity is the table's unless given."""
        box = where.box if isinstance(where, Mark) else where
        return Finding(
            id,
            severity or WORDS[id].severity,
            self.index + 1,
            self.place(box) if box is not None else None,
            object_number=object,
            params=params,
        )


@dataclass(slots=True)
class Document:
    """Everything the checks look at."""

    source: Source
    job: Job
    pages: list[PageView]
    fonts: Fonts
    _decoded: Decoded = field(default_factory=dict)
    _grounds: dict[int, Ground] = field(default_factory=dict)

    def ground(self, page: PageView) -> Ground:
        """Return what the page's marks make on the sheet; worked out once."""
        if page.index not in self._grounds:
            self._grounds[page.index] = Ground(page.printed, self._decoded)
        return self._grounds[page.index]

    @property
    def pdf(self) -> Any:
        """The opened file."""
        return self.source.pdf

    @property
    def root(self) -> Any:
        """The catalogue."""
        return self.source.pdf.Root


def found(
    id: str, severity: Severity | None = None, object: int | None = None, **params: object
) -> Finding:
    """Make a finding on the file as a whole."""
    return Finding(id, severity or WORDS[id].severity, object_number=object, params=params)


def read_pages(source: Source, fonts: Fonts) -> list[PageView]:
    """Interpret every page."""
    return [
        PageView(index, page, Interpreter(index, fonts).page(page))
        for index, page in enumerate(source.pdf.pages)
    ]


def _box(page: Any, name: str, value: Any) -> Box | None:
    """Read a box; corners may come in any order (ISO 32000-1, 7.9.5)."""
    if value is None or (name in ("/TrimBox", "/BleedBox", "/ArtBox") and name not in page):
        return None
    try:
        x1, y1, x2, y2 = (float(v) for v in value)
    except (TypeError, ValueError):
        return None
    return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
