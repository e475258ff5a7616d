"""Type on a press: small letters need one plate, and black ones the black plate."""

from __future__ import annotations

from casepress.preflight.checks.press import inks, worst_of_marks
from casepress.preflight.document import Document, Findings, PageView
from casepress.preflight.ground import Ground
from casepress.preflight.marks import Mark
from casepress.preflight.model import Worst
from casepress.preflight.spaces import Plates

_BODY_PT = 14.0
_SMALL_PT = 8.0
_REVERSED_PT = 6.0
_HEAVY = 0.2
_GROUND_PLATES = 2


def check(document: Document) -> Findings:
    """Look at the inks of text by its size."""
    return worst_of_marks(document, _text)


def _text(page: PageView, mark: Mark, ground: Ground, worst: Worst) -> None:
    own = mark.colour.plates
    if mark.kind != "text" or own is None:
        return
    size = mark.size * page.unit
    if mark.white:
        below = ground.under(mark)
        plates = sum(v > _HEAVY for v in below)
        if size < _REVERSED_PT and plates >= _GROUND_PLATES:
            worst.add(
                "text-reversed", -size,
                page.found("text-reversed", mark, pt=round(size, 1), ground=inks(below)),
            )  # fmt: skip
    elif size < _BODY_PT and _rich_black(own):
        finding = page.found("text-rich-black", mark, pt=round(size, 1), inks=inks(own))
        worst.add("text-rich-black", sum(own), finding)
    elif size < _SMALL_PT and sum(v > _HEAVY for v in own) > _GROUND_PLATES:
        finding = page.found("text-many-inks", mark, pt=round(size, 1), inks=inks(own))
        worst.add("text-many-inks", -size, finding)


def _rich_black(plates: Plates) -> bool:
    """Tell whether a colour means black but takes more than the black plate."""
    cyan, magenta, yellow, black, spot = plates
    colours = cyan + magenta + yellow
    if spot:
        return False
    return (black >= 0.8 and colours > 0.15) or (
        min(cyan, magenta, yellow) >= 0.5 and colours + black > 1.8
    )
