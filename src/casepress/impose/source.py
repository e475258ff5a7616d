"""The file to impose: opened, and refused where imposing would spoil the job."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from casepress.diagnostics import CasepressError, Diagnostic, ExitCode
from casepress.frozen import dataclass
from casepress.units import to_mm

Box = tuple[float, float, float, float]
_SIZE_SLACK = 0.75
_LEAST_BLEED = 1.0


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page as a form XObject, and its boxes as it is seen: after any rotation."""

    form: Any
    trim: Box
    bleed: float
    """The narrowest bleed round the trim, in points."""


def open_pdf(path: Path) -> Any:
    """Open the file to impose.

    Raises:
        CasepressError: CP1001 to CP1006 (missing, empty, no PDF, password, damaged, no pages) or
            CP1011 (encrypted).
    """
    import pikepdf

    try:
        data = path.read_bytes()
    except OSError as error:
        raise _refused("CP1001", path, reason=error.strerror or "") from error
    if not data:
        raise _refused("CP1002", path)
    if b"%PDF-" not in data[:1024]:
        raise _refused("CP1003", path)
    try:
        pdf = pikepdf.open(io.BytesIO(data), suppress_warnings=True)
        empty = not len(pdf.pages)
    except pikepdf.PasswordError as error:
        raise _refused("CP1004", path) from error
    except Exception as error:  # whatever a hostile file makes the reader raise
        raise _refused("CP1005", path, reason=type(error).__name__) from error
    if empty:
        raise _refused("CP1006", path)
    if pdf.is_encrypted:
        raise _refused("CP1011", path)
    return pdf


def read_pages(pdf: Any) -> list[SourcePage]:
    """Turn every page into a form XObject; the pages themselves stay as they are."""
    return [_page(pdf, page) for page in pdf.pages]


def _page(pdf: Any, page: Any) -> SourcePage:
    import pikepdf

    form = pdf.make_indirect(page.as_form_xobject(handle_transformations=True))
    trim = _edges(page.trimbox)
    bleed = _edges(page.bleedbox) if "/BleedBox" in page.obj else trim
    form.BBox = pikepdf.Array([round(v, 4) for v in bleed])
    for key in ("/Group", "/StructParents", "/StructParent"):
        if key in form:
            del form[key]  # the sheet has the group; form and page would blend twice
    matrix = [float(v) for v in form.get("/Matrix", (1, 0, 0, 1, 0, 0))]
    seen, around = _seen(matrix, trim), _seen(matrix, bleed)
    margins = (seen[0] - around[0], seen[1] - around[1], around[2] - seen[2], around[3] - seen[3])
    return SourcePage(form, seen, max(0.0, min(margins)))


def check_press(path: Path, pages: list[SourcePage]) -> None:
    """Refuse pages without bleed and pages of different sizes.

    Raises:
        CasepressError: CP1012 or CP1013, naming the page.
    """
    first = pages[0].trim
    for number, page in enumerate(pages, start=1):
        if page.bleed < _LEAST_BLEED:
            raise _refused("CP1012", path, page=number)
        if any(
            abs(a - b) > _SIZE_SLACK for a, b in zip(_size(page.trim), _size(first), strict=True)
        ):
            raise _refused("CP1013", path, page=number, size=_words(page.trim), first=_words(first))


def _refused(id: str, path: Path, **params: object) -> CasepressError:
    code = ExitCode.INVALID if id > "CP1010" else ExitCode.UNREADABLE
    return CasepressError(Diagnostic(id, params={"path": path, **params}), code)


def _edges(box: Any) -> Box:
    x1, y1, x2, y2 = (float(v) for v in box)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _seen(matrix: list[float], box: Box) -> Box:
    a, b, c, d, e, f = matrix
    points = [(a * x + c * y + e, b * x + d * y + f) for x in box[::2] for y in box[1::2]]
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _size(box: Box) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


def _words(box: Box) -> str:
    width, height = _size(box)
    return f"{to_mm(width):.1f} × {to_mm(height):.1f} mm"
