"""Pictures at the size they are printed or shown."""

from __future__ import annotations

from typing import Any

from casepress.diagnostics import Severity
from casepress.preflight.document import Document, Findings, PageView
from casepress.preflight.geometry import lengths
from casepress.preflight.marks import Mark
from casepress.preflight.model import Finding, Worst
from casepress.preflight.pictures import pixel_size

COARSE, FINE, SCREEN = 150.0, 300.0, 72.0
_SLACK = 1.5
_SMALLEST = 6.0
"""Pictures shorter than this on the page (points) are ornaments; their resolution is no matter."""
_DISTORTED = 1.05


def check(document: Document) -> Findings:
    """Check resolution, proportion and smoothing."""
    for page in document.pages:
        worst = Worst()
        for mark in page.printed:
            if mark.kind == "image":
                _resolution(document, page, mark, worst)
                _smoothing(document, page, mark, worst)
        yield from worst.findings()


def _resolution(document: Document, page: PageView, mark: Mark, worst: Worst) -> None:
    width, height = pixel_size(mark.image)
    across, up = lengths(mark.matrix)
    if not (width and height and min(across, up) >= _SMALLEST):
        return
    across, up = across * page.unit, up * page.unit
    horizontal, vertical = width * 72 / across, height * 72 / up
    ppi = min(horizontal, vertical)
    key = _number(mark) or id(mark)
    finding = _judge(document, page, mark, ppi)
    if finding is not None:
        worst.add(("resolution", key), -ppi, finding)
    ratio = max(horizontal, vertical) / ppi
    if ratio > _DISTORTED and min(width, height) > 16:
        worst.add(
            ("distorted", key), ratio,
            page.found("image-distorted", mark, object=_number(mark),
                       percent=round(100 * (ratio - 1))),
        )  # fmt: skip


def _judge(document: Document, page: PageView, mark: Mark, ppi: float) -> Finding | None:
    more: dict[str, Any] = {"ppi": round(ppi), "pixels": "{} × {}".format(*pixel_size(mark.image))}
    number = _number(mark)
    if document.job.press:
        if ppi < COARSE - _SLACK:
            return page.found("image-coarse", mark, object=number, wanted=300, **more)
        if ppi < FINE - _SLACK:
            return page.found("image-low", mark, object=number, wanted=300, **more)
    elif ppi < SCREEN - _SLACK:
        return page.found("image-low", mark, Severity.ADVICE, number, wanted=96, **more)
    return None


def _smoothing(document: Document, page: PageView, mark: Mark, worst: Worst) -> None:
    """Interpolate is forbidden in archives (ISO 19005-3, 6.2.8)."""
    if document.job.pdfa and hasattr(mark.image, "get") and bool(
        mark.image.get("/Interpolate", False)
    ):  # fmt: skip
        finding = page.found("image-interpolate", mark, object=_number(mark))
        worst.add(("interpolate", _number(mark)), 0, finding)


def _number(mark: Mark) -> int | None:
    return (int(mark.image.objgen[0]) or None) if hasattr(mark.image, "objgen") else None
