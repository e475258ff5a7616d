"""Good files made by our own writer, and the means to spoil them."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
from PIL import Image
from tests.pdf.helpers import HEIGHT, WIDTH, Sheet, stress, written

from casepress.display import BoxItem, PictureItem, RuleItem
from casepress.pdf.targets import ARCHIVE, PRINT, SCREEN, Attachment
from casepress.preflight import Finding, Report, inspect_pdf
from casepress.preflight.job import Purpose
from casepress.units import Rect

MARGIN = 28.35 + 8.504
"""From the sheet's corner to the trim's, in points."""
Spoil = Callable[[pikepdf.Pdf], None]


def press(folder: Path) -> bytes:
    """Four pages: text on a bleeding ground, reversed text, a picture, rules."""
    picture = folder / "photo.jpg"
    Image.radial_gradient("L").resize((640, 480)).convert("RGB").save(picture, quality=90)
    sheet = Sheet()
    document = sheet.element("Document", None)
    for number in range(4):
        if number:
            sheet.turn()
        sheet.paint(BoxItem(Rect(0, 0, WIDTH, HEIGHT), "panel", bleeds=True))
        sheet.text(65, 94, f"第{number + 1}页", sheet.element("H2", document), weight=700, size=23)
        for row in range(4):
            body = sheet.element("P", document)
            sheet.text(65, 130 + 18 * row, "武侯区坚持党建引领，把社区治理融入日常。", body)
        sheet.paint(RuleItem(65, 240, 390, 240, 0.5, "ink"))
    sheet.paint(BoxItem(Rect(0, 500, WIDTH, 100), "brand", bleeds=True))
    sheet.text(65, 560, "反白", sheet.element("P", document), ink="paper", size=16)
    figure = sheet.element("Figure", document, alt="渐变", bbox=Rect(65, 300, 144, 108), page=3)
    sheet.paint(PictureItem(Rect(65, 300, 144, 108), str(picture), element=figure))
    return written(sheet.display(), PRINT)


def archive(folder: Path) -> bytes:
    """Three tagged pages with everything, and the source inside: PDF/A-3a and PDF/UA-1."""
    source = Attachment("case.yaml", "title: 案例".encode(), "text/yaml", "源文件")
    return written(stress(folder, 3), ARCHIVE, attachments=(source,))


def screen(folder: Path) -> bytes:
    return written(stress(folder, 3), SCREEN)


def spoilt(data: bytes, spoil: Spoil, **save: Any) -> bytes:
    """Return the file after *spoil* has worked on it."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        spoil(pdf)
        out = io.BytesIO()
        pdf.save(out, **save)
    return out.getvalue()


def paint(pdf: pikepdf.Pdf, page: int, content: str, below: bool = False) -> None:
    """Add operators to a page; the origin is the lower left corner of the trim."""
    whole = f"q 1 0 0 1 {MARGIN} {MARGIN} cm {content} Q".encode()
    pdf.pages[page - 1].contents_add(pdf.make_stream(whole), prepend=below)


def inspected(folder: Path, data: bytes, purpose: Purpose = "auto") -> Report:
    path = folder / "file.pdf"
    path.write_bytes(data)
    return inspect_pdf(path, purpose)


def the(report: Report, id: str) -> Finding:
    """Return the only finding with an id; tell what there is instead."""
    found = [finding for finding in report.findings if finding.id == id]
    assert len(found) == 1, [(f.id, f.page) for f in report.findings]
    return found[0]


def font(pdf: pikepdf.Pdf, page: int) -> tuple[str, Any]:
    """Return a font resource of a page: its name and dictionary."""
    name, found = sorted(pdf.pages[page - 1].Resources.Font.items())[0]
    return name, found
