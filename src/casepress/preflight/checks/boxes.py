"""Page boxes (ISO 32000-1, 14.11.2; ISO 15930-7), page sizes and the number of pages."""

from __future__ import annotations

from casepress.diagnostics import Severity
from casepress.preflight.document import Document, Findings, PageView, found
from casepress.preflight.geometry import Box
from casepress.units import mm, to_mm

_SLACK = 0.02
_ENOUGH_MM = 2.5
"""3 mm is the rule; creep takes up to half a millimetre of it."""
_SIZE_SLACK = 0.75
_SIGNATURE = 4


def check(document: Document) -> Findings:
    """Boxes lie inside each other, the trim is said, the bleed is there, the sizes agree."""
    for page in document.pages:
        yield from _nesting(page)
        if document.job.press:
            yield from _press(page)
    yield from _sizes(document)
    count = len(document.pages)
    if document.job.press and count % _SIGNATURE:
        yield found("page-count", count=count, missing=-count % _SIGNATURE)


def _nesting(page: PageView) -> Findings:
    named: dict[str, Box | None] = {
        "TrimBox": page.own_trim, "BleedBox": page.own_bleed, "ArtBox": page.own_art,
        "CropBox": page.crop,
    }  # fmt: skip
    for name, box in named.items():
        if box is not None and not page.media.contains(box, _SLACK):
            yield page.found("box-outside", box, inner=name, outer="MediaBox")
    for name in ("TrimBox", "ArtBox"):
        inner = named[name]
        if inner is not None and page.own_bleed and not page.own_bleed.contains(inner, _SLACK):
            yield page.found("box-outside", inner, inner=name, outer="BleedBox")
    if page.own_trim is not None and min(page.own_trim.width, page.own_trim.height) <= 0:
        yield page.found("box-outside", inner="TrimBox", outer="MediaBox")


def _press(page: PageView) -> Findings:
    if page.own_trim is None and page.own_art is None:
        yield page.found("box-no-trim")
        return
    if page.own_trim is not None and page.own_art is not None:
        yield page.found("box-trim-and-art")
    margin = margins(page.trim, page.bleed) if page.own_bleed else (0.0,)
    narrowest = min(margin)
    if narrowest < mm(0.5):
        yield page.found("bleed-missing")
    elif narrowest < mm(_ENOUGH_MM):
        yield page.found("bleed-narrow", mm=round(to_mm(narrowest), 2))
    if page.rotation:
        yield page.found("page-rotated", degrees=page.rotation)
    if page.unit != 1:
        yield page.found("page-unit", unit=page.unit)


def margins(inner: Box, outer: Box) -> tuple[float, float, float, float]:
    """Return how far the outer box reaches beyond the inner one: left, bottom, right, top."""
    return (inner.left - outer.left, inner.bottom - outer.bottom,
            outer.right - inner.right, outer.top - inner.top)  # fmt: skip


def _sizes(document: Document) -> Findings:
    first = document.pages[0].trim
    for page in document.pages[1:]:
        trim = page.trim
        if abs(trim.width - first.width) > _SIZE_SLACK or abs(
            trim.height - first.height
        ) > _SIZE_SLACK:  # fmt: skip
            yield page.found(
                "box-trim-differs",
                severity=Severity.WARNING if document.job.press else Severity.ADVICE,
                size=_size(trim), first=_size(first),
            )  # fmt: skip


def _size(box: Box) -> str:
    return f"{to_mm(box.width):.1f} × {to_mm(box.height):.1f} mm"
