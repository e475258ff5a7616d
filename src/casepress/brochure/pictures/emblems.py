"""The mark of the unit and the QR code: on the cover, and at the end."""

from __future__ import annotations

from casepress.brochure.pictures.plates import pixel_size
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.publication.context import Book
from casepress.brochure.text.setting import Lines
from casepress.brochure.text.words import plain_title
from casepress.display import Segment
from casepress.qr import QUIET, Symbol, symbol
from casepress.units import Rect, mm

LOGO_HEIGHT, LOGO_WIDTH = 34.0, 140.0
LOGO_LEAD = 16.0
"""From the foot of the mark to the top of the kicker."""
CAPTION_PT, CAPTION_LEAD, CAPTION_DROP = 8.0, 12.0, 14.0


def paint_logo(page: PageBuilder, book: Book, x: float, kicker_y: float, parent: int = 0) -> None:
    """Put the mark above the kicker, as high as all marks or as broad as one may be."""
    logo = book.case.logo
    if logo is None:
        return
    path = book.base_dir / logo.path
    across, down = pixel_size(path, "logo")
    scale = min(LOGO_HEIGHT * book.grid.scale / down, LOGO_WIDTH * book.grid.scale / across)
    width, height = across * scale, down * scale
    rect = Rect(x, kicker_y - book.setter.size("kicker") - LOGO_LEAD - height, width, height)
    name = plain_title(book.case.organisation or book.case.source.contributor)
    alt = logo.alt or (f"{name}标志" if name else "标志")
    element = page.tree.figure(alt, rect, page.number - 1, parent, source="logo")
    page.picture(rect, str(path), (0.0, 0.0, 1.0, 1.0), element)


def qr_side(book: Book) -> float:
    """Return the side of the QR code with its quiet zone in points; 0 without one."""
    code = book.case.qr
    if code is None:
        return 0.0
    one = symbol(code.text)
    return mm(one.least_mm) * one.whole / one.side


def qr_lines(book: Book, ink: str) -> Lines:
    """Return the words below the QR code."""
    code = book.case.qr
    if code is None or not code.caption:
        return ()
    side = qr_side(book)
    return book.setter.phrases(
        code.caption, "imprint", side, "qr.caption", ink=ink, size=CAPTION_PT
    )


def qr_height(book: Book) -> float:
    """Return the height of code and words in points; 0 without a code."""
    lines = len(qr_lines(book, "ink"))
    return qr_side(book) + (CAPTION_DROP + (lines - 1) * CAPTION_LEAD if lines else 0.0)


def paint_qr(page: PageBuilder, book: Book, x: float, y: float, ink: str, parent: int) -> None:
    """Put the QR code on a light ground with its top left corner at (x, y), its words below.

    The modules are one path of solid black, which the press prints with the black plate alone.
    """
    code = book.case.qr
    if code is None:
        return
    side = qr_side(book)
    rect = Rect(x, y, side, side)
    alt = f"二维码：{code.caption}（{code.text}）" if code.caption else f"二维码：{code.text}"
    element = page.tree.figure(alt, rect, page.number - 1, parent, source="qr.text")
    page.box(rect, "paper", element=element)
    page.path(qr_path(symbol(code.text), rect), fill="ink", element=element)
    lines = qr_lines(book, ink)
    if lines:
        words = page.tree.add("P", parent, source="qr.caption")
        page.column(lines, x, y + side + CAPTION_DROP, CAPTION_LEAD, words)


def qr_path(code: Symbol, rect: Rect) -> tuple[Segment, ...]:
    """Return the dark modules of a code as one path, in a frame that includes the quiet zone."""
    module = rect.width / code.whole
    path: list[Segment] = []
    for row, start, count in code.runs:
        left, top = rect.x + (QUIET + start) * module, rect.y + (QUIET + row) * module
        right, foot = left + count * module, top + module
        path += [("M", (left, top)), ("L", (right, top)), ("L", (right, foot)),
                 ("L", (left, foot)), ("Z", ())]  # fmt: skip
    return tuple(path)
