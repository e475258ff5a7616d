"""Ink on the sheet: total coverage, overprinting, registration colour.

300 % is what print shops allow on coated paper; uncoated takes less.
"""

from __future__ import annotations

from casepress.preflight.checks.press import inks, worst_of_marks
from casepress.preflight.document import Document, Findings, PageView
from casepress.preflight.ground import Ground
from casepress.preflight.marks import Mark
from casepress.preflight.model import Worst
from casepress.preflight.spaces import Plates

LIMIT = 300.0
_SLACK = 0.6
_SOLID = 0.995


def check(document: Document) -> Findings:
    """Lay every mark of a press job on the ones below it."""
    return worst_of_marks(document, _mark)


def _mark(page: PageView, mark: Mark, ground: Ground, worst: Worst) -> None:
    plates = ground.plates.get(id(mark))
    _registration(page, mark, worst)
    if plates is not None:
        _total(page, mark, plates, worst)
        _overprint(page, mark, ground, worst)
    elif mark.kind == "image":
        _picture(page, mark, ground, worst)


def _total(page: PageView, mark: Mark, plates: Plates, worst: Worst) -> None:
    total = 100 * sum(plates)
    if total > LIMIT + _SLACK and "All" not in mark.colour.space.names:
        finding = page.found("ink-total", mark, percent=round(total), inks=inks(plates))
        worst.add("ink-total", total, finding)


def _picture(page: PageView, mark: Mark, ground: Ground, worst: Worst) -> None:
    picture = ground.samples.get(id(mark))
    total = picture.coverage() if picture is not None else 0.0
    if total > LIMIT + 2:
        finding = page.found(
            "ink-total-image", mark, object=mark.image.objgen[0] or None, percent=round(total)
        )
        worst.add("ink-total-image", total, finding)


def _overprint(page: PageView, mark: Mark, ground: Ground, worst: Worst) -> None:
    space = mark.colour.space
    own = mark.colour.plates
    assert own is not None
    if mark.white:
        if mark.overprints:
            worst.add("overprint-white", mark.box.width, page.found("overprint-white", mark))
        return
    black_only = own[3] >= _SOLID and sum(own) - own[3] < 1e-3
    if black_only and mark.kind == "text" and not mark.overprints and mark.alpha == 1:
        below = ground.under(mark)
        finding = page.found("overprint-black-off", mark, ground=inks(below))
        worst.add("overprint-black-off", sum(below), finding)
    elif mark.overprints and not black_only and space.is_cmyk:
        below = ground.under(mark)
        mixed = any(under > 0.02 and top < 1e-4 for top, under in zip(own[:4], below, strict=False))
        if mixed and mark.kind != "fill":
            finding = page.found("overprint-colour", mark, inks=inks(own), ground=inks(below))
            worst.add("overprint-colour", sum(below), finding)


def _registration(page: PageView, mark: Mark, worst: Worst) -> None:
    """Registration colour belongs to the marks in the slug and nowhere else."""
    if "All" in mark.colour.space.names and not mark.white and mark.box.overlaps(page.trim, -1e-6):
        finding = page.found("colour-registration", mark)
        worst.add("colour-registration", mark.box.width, finding)
