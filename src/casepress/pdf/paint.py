"""The painter: display items to page content, deciding nothing.

The display list counts downwards from the trim's top-left corner; PDF counts upwards from the
page's bottom-left. With a bleed and a slug the trim lies inside the page.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from casepress.display import (
    BoxItem,
    DisplayList,
    Item,
    Page,
    PathItem,
    PictureItem,
    RuleItem,
    Segment,
    TextItem,
)
from casepress.frozen import dataclass
from casepress.pdf.canvas import new_canvas
from casepress.pdf.composite import FontSet, FontUse
from casepress.pdf.images import Images, PictureUse
from casepress.pdf.inks import InkSet, Pen
from casepress.pdf.marks import paint_marks
from casepress.pdf.objects import number, numbers
from casepress.pdf.outlines import Outlines
from casepress.pdf.pictures import Raster
from casepress.pdf.tags import Marked, NoTags, Recorder
from casepress.pdf.targets import Target
from casepress.pdf.text import TextSetter
from casepress.typeset.model import Glyph, GlyphRun
from casepress.units import Rect

_SEGMENTS = {"M": "m", "L": "l", "Z": "h"}
_TOUCH_PT = 0.05
"""A box this near the trim edge reaches it."""
_SAMPLE_PT = 2.0
"""Where the ground under an overprinting rule is looked up: every so many points."""
_ORIENTATIONS = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}
"""EXIF orientation as a matrix of the unit square (ISO 32000 images stand in it)."""


class Frame:
    """Where the trim lies on the page of a target, and the way from its coordinates to PDF's."""

    def __init__(self, page: Page, bleed: float, target: Target) -> None:
        """Measure a page; without a slug the page is the trim itself."""
        self.bleed = bleed if target.slug_pt is not None else 0.0
        self.margin = self.bleed + (target.slug_pt or 0.0)
        self.width = page.width_pt
        self.height = page.height_pt
        self.top = self.margin + self.height
        """The page's y of the trim's top edge."""
        self.page_size = (page.width_pt + 2 * self.margin, page.height_pt + 2 * self.margin)

    def x(self, x: float) -> float:
        """Return the page's x of a place in trim coordinates."""
        return x + self.margin

    def y(self, y: float) -> float:
        """Return the page's y, upwards, of a place in trim coordinates."""
        return self.top - y

    def box(self, rect: Rect) -> tuple[float, float, float, float]:
        """Return a rectangle as (left, bottom, right, top) of the page."""
        return self.x(rect.x), self.y(rect.bottom), self.x(rect.right), self.y(rect.y)

    def bled(self, rect: Rect) -> Rect:
        """Stretch a rectangle that reaches the trim on a side to the bleed on that side."""
        left = -self.bleed if rect.x <= _TOUCH_PT else rect.x
        top = -self.bleed if rect.y <= _TOUCH_PT else rect.y
        right = self.width + self.bleed if rect.right >= self.width - _TOUCH_PT else rect.right
        bottom = self.height + self.bleed if rect.bottom >= self.height - _TOUCH_PT else rect.bottom
        return Rect(left, top, right - left, bottom - top)


@dataclass(frozen=True, slots=True)
class Painted:
    """A painted document: reportlab's bytes and what the finishing pass must know."""

    data: bytes
    marked: tuple[Marked, ...]
    fonts: tuple[FontUse, ...]
    shown_fonts: tuple[tuple[str, ...], ...]
    """Of every page the resource names of its fonts (``/F1``)."""
    pictures: tuple[PictureUse, ...]
    coverage: float
    """Highest total ink of the palette, overprints on boxes included, in percent; 0 on screens."""


def paint(display: DisplayList, target: Target) -> Painted:
    """Paint every page of a display list for a target.

    Raises:
        CasepressError: a picture cannot be used.
        ValueError: the display list contradicts itself (unknown ink or element, glyph 0).
    """
    buffer = io.BytesIO()
    canvas = new_canvas(buffer, target)
    painter = _Painter(canvas, display, target)
    for index, page in enumerate(display.pages):
        painter.page(index, page)
    canvas.save()
    return Painted(
        buffer.getvalue(),
        tuple(painter.tags.sequences),
        painter.fonts.uses(),
        tuple(painter.shown_fonts),
        tuple(painter.images.uses),
        painter.inks.highest_coverage,
    )


class _Painter:
    """Holds what lasts for the document, and the page in hand."""

    def __init__(self, canvas: Any, display: DisplayList, target: Target) -> None:
        self._canvas = canvas
        self._display = display
        self._target = target
        self.inks = InkSet(display.inks, target.colour)
        self._sources = {element.id: element.source for element in display.elements}
        self._outlines = Outlines()
        self.fonts = FontSet()
        self.shown_fonts: list[tuple[str, ...]] = []
        self.images = Images(canvas._doc, target)
        self.tags = (Recorder if target.tagged else NoTags)(display.elements)

    def page(self, index: int, page: Page) -> None:
        """Paint one page and finish it."""
        self._index = index
        self._frame = Frame(page, self._display.bleed_pt, self._target)
        self._canvas.setPageSize(self._frame.page_size)
        self._code: list[str] = self._canvas._code
        self._pen = Pen(self._code, self.inks)
        self._text = TextSetter(
            self._code, self._pen, self.fonts, self._canvas._doc, readable=self._target.tagged
        )
        self._grounds: list[BoxItem] = []
        self.tags.start_page(index, self._code)
        marks = self._target.slug_pt is not None
        if marks:
            self._clip_to_bleed()
        self._items(page.items)
        self.tags.close()
        self.shown_fonts.append(tuple(sorted(self._pen.fonts)))
        if marks:
            self._pen.restore()
            frame = self._frame
            paint_marks(self._canvas, frame.page_size, frame.margin, frame.bleed, page.folds_pt)
        self._canvas.showPage()

    def _clip_to_bleed(self) -> None:
        bleed = self._frame.bleed
        whole = Rect(-bleed, -bleed, self._frame.width + 2 * bleed, self._frame.height + 2 * bleed)
        self._pen.save()
        self._code.append(f"{self._rect(whole)} W n")

    def _items(self, items: Iterable[Item]) -> None:
        for item in items:
            self.tags.mark(item.element)
            match item:
                case TextItem():
                    self._set_text(item)
                case RuleItem():
                    self._rule(item)
                case BoxItem():
                    rect = self._frame.bled(item.rect) if item.bleeds else item.rect
                    self._pen.fill(item.ink)
                    self._code.append(f"{self._rect(rect)} f")
                    self._grounds.append(item)
                case PathItem():
                    self._path(item)
                case PictureItem():
                    self._picture(item)

    def _note_overprint(self, ink: str, x: float, y: float, reach: float = 0.0) -> None:
        """Measure the ink where solid black lies on the topmost box within *reach* of a place."""
        if not self.inks.is_solid_black(ink):
            return
        for box in reversed(self._grounds):
            rect = box.rect
            if rect.x - reach <= x <= rect.right + reach and (
                rect.y - reach <= y <= rect.bottom + reach
            ):
                self.inks.note_overprint(box.ink)
                return

    # -- items -------------------------------------------------------------------------------

    def _set_text(self, item: TextItem) -> None:
        x, y = self._frame.x(item.x_pt), self._frame.y(item.y_pt)
        self._text.line(item, x, y)
        for run in item.line.runs:
            self._note_overprint(run.ink, item.x_pt + run.xs_pt[0], item.y_pt)
        decorations = [run for run in item.line.runs if run.decoration]
        if not decorations:
            return
        self.tags.mark(None)
        for run in decorations:
            self._pen.fill(run.ink, line_art=True)
            for glyph in run.glyphs:
                if item.vertical:
                    self._side_mark(run, glyph, x, y)
                else:
                    self._mark(run, glyph, x + glyph.x_pt, y + run.rise_pt)

    def _mark(self, run: GlyphRun, glyph: Glyph, x: float, y: float) -> None:
        """Draw a glyph of a decoration with its origin at (x, y) in page space."""
        path = self._outlines.path(run.face, glyph.gid, x, y, run.size_pt)
        if path:
            self._code.append(f"{path}\nf")

    def _side_mark(self, run: GlyphRun, glyph: Glyph, axis: float, top: float) -> None:
        """Draw a decoration of a column; its places count as those of the column's text do."""
        if run.turned:
            self._pen.save()
            self._code.append(f"0 -1 1 0 {numbers(axis + run.shift_pt, top - glyph.x_pt)} cm")
            self._mark(run, glyph, 0.0, 0.0)
            self._pen.restore()
            return
        size = run.size_pt / 1000
        left = axis + run.shift_pt - run.face.advance(glyph.gid) * size / 2
        self._mark(run, glyph, left, top - glyph.x_pt - run.face.ascent * size)

    def _rule(self, item: RuleItem) -> None:
        frame = self._frame
        along, down = item.x2_pt - item.x1_pt, item.y2_pt - item.y1_pt
        steps = max(1, round(max(abs(along), abs(down)) / _SAMPLE_PT))
        for k in range(steps + 1 if self.inks.is_solid_black(item.ink) else 0):
            x, y = item.x1_pt + along * k / steps, item.y1_pt + down * k / steps
            self._note_overprint(item.ink, x, y, item.width_pt / 2)
        self._pen.line_style("butt", "miter", item.dash)
        self._pen.stroke(item.ink, item.width_pt)
        start = numbers(frame.x(item.x1_pt), frame.y(item.y1_pt))
        end = numbers(frame.x(item.x2_pt), frame.y(item.y2_pt))
        self._code.append(f"{start} m {end} l S")

    def _path(self, item: PathItem) -> None:
        if item.fill is None and item.stroke is None:
            return
        if item.stroke is not None:
            self._pen.line_style(item.cap, item.join, item.dash)
            self._pen.stroke(item.stroke, item.stroke_pt, line_art=item.fill is None)
        if item.fill is not None:
            self._pen.fill(item.fill)
        fill = item.fill is not None
        operator = ("B" if item.stroke is not None else "f") if fill else "S"
        if item.even_odd and fill:
            operator += "*"
        self._code.extend(self._segment(segment) for segment in item.segments)
        self._code.append(operator)

    def _segment(self, segment: Segment) -> str:
        kind, points = segment
        left, top = self._frame.margin, self._frame.top
        if kind == "C":
            a, b, c, d, e, f = points
            first = f"{number(a + left)} {number(top - b)} {number(c + left)} {number(top - d)}"
            return f"{first} {number(e + left)} {number(top - f)} c"
        if not points:
            return _SEGMENTS[kind]
        x, y = points
        return f"{number(x + left)} {number(top - y)} {_SEGMENTS[kind]}"

    def _picture(self, item: PictureItem) -> None:
        source = self._sources.get(item.element, "") if item.element is not None else ""
        label, raster = self.images.place(item, self._index, source)
        left, top, right, bottom = item.crop
        width = item.rect.width / (right - left)
        height = item.rect.height / (bottom - top)
        x = self._frame.x(item.rect.x - left * width)
        y = self._frame.y(item.rect.y - top * height + height)
        self._pen.save()
        if item.crop != (0.0, 0.0, 1.0, 1.0):
            self._code.append(f"{self._rect(item.rect)} W n")
        self._code.append(f"{numbers(*_matrix(raster, x, y, width, height))} cm")
        self._code.append(f"/{self._canvas._doc.getXObjectName(label)} Do")
        self._canvas._formsinuse.append(label)
        self._pen.restore()

    def _rect(self, rect: Rect) -> str:
        left, bottom, right, top = self._frame.box(rect)
        return f"{numbers(left, bottom, right - left, top - bottom)} re"


def _matrix(
    raster: Raster, x: float, y: float, width: float, height: float
) -> tuple[float, float, float, float, float, float]:
    """Return the matrix that stands the stored picture upright in a box of the page."""
    a, b, c, d, e, f = _ORIENTATIONS[raster.orientation]
    return (a * width, b * height, c * width, d * height, x + e * width, y + f * height)
