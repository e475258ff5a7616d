"""Contact sheets: all pages of a document small on one picture, numbered."""

from __future__ import annotations

from typing import Any

from casepress.frozen import dataclass

_GROUND, _NUMBER = (226, 226, 224), (96, 96, 94)
_GAP = 0.06
"""Gap between pages, as a share of a page's width."""
_LABEL = 0.055
"""Height of a page number, the same."""
_BASE_DPI = 96
_BASE_WIDTH = 300
"""Width of a page in pixels at 96 dpi."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How pages stand on a contact sheet."""

    columns: int
    spreads: bool = False
    """Facing pages touch; the first page, a cover, stands on the right."""


BOOK = Arrangement(6, spreads=True)
SLIDES = Arrangement(4)
LEAVES = Arrangement(5)


def contact_sheet(document: Any, arrangement: Arrangement, dpi: int) -> Any:
    """Draw all pages of a pdfium document on one Pillow picture."""
    from PIL import Image, ImageDraw

    width = round(_BASE_WIDTH * dpi / _BASE_DPI)
    thumbs = [_thumb(page, width) for page in document]
    high = max(thumb.height for thumb in thumbs)
    gap, label = round(width * _GAP), round(width * _LABEL)
    places = [_place(n, arrangement) for n in range(len(thumbs))]
    columns = 1 + max(column for _, column in places)
    lefts = [gap]
    for column in range(1, columns):
        touching = arrangement.spreads and column % 2 == 1
        lefts.append(lefts[-1] + width + (1 if touching else gap))
    rows = 1 + max(row for row, _ in places)
    pitch = high + label + gap
    sheet = Image.new("RGB", (lefts[-1] + width + gap, gap + rows * pitch), _GROUND)
    pen, font = ImageDraw.Draw(sheet), _font(label)
    for n, (thumb, (row, column)) in enumerate(zip(thumbs, places, strict=True), 1):
        x, y = lefts[column], gap + row * pitch
        sheet.paste(thumb, (x, y))
        middle = (x + width / 2, y + high + label * 0.6)
        pen.text(middle, str(n), fill=_NUMBER, font=font, anchor="mm")
    return sheet


def _place(index: int, arrangement: Arrangement) -> tuple[int, int]:
    """Return row and column of a page."""
    return divmod(index + arrangement.spreads, arrangement.columns)


def _thumb(page: Any, width: int) -> Any:
    """Draw a page at twice the size and halve it: finer than drawing it small."""
    from PIL import Image

    scale = width / page.get_width()
    large = page.render(scale=2 * scale).to_pil().convert("RGB")
    height = round(page.get_height() * scale)
    return large.resize((width, height), Image.Resampling.LANCZOS)


def _font(size: int) -> Any:
    """Return the house's serif for the numbers."""
    from PIL import ImageFont

    from casepress.fonts import FontLibrary

    return ImageFont.truetype(str(FontLibrary.bundled().face("serif", 600).path), max(size, 9))
