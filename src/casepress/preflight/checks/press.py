"""What the checks of a press job share: a look at every printed mark and what lies below it."""

from __future__ import annotations

from collections.abc import Callable

from casepress.preflight.document import Document, Findings, PageView
from casepress.preflight.ground import Ground
from casepress.preflight.marks import Mark
from casepress.preflight.model import Worst
from casepress.preflight.spaces import PROCESS, Plates

Look = Callable[[PageView, Mark, Ground, Worst], None]


def worst_of_marks(document: Document, look: Look) -> Findings:
    """Look at every mark a press job prints; give the worst fault of each kind on each page."""
    if not document.job.press:
        return
    for page in document.pages:
        ground, worst = document.ground(page), Worst()
        for mark in page.printed:
            look(page, mark, ground, worst)
        yield from worst.findings()


def inks(plates: Plates) -> str:
    """Write inks as a printer does: C20 M100 Y0 K0."""
    if sum(plates) < 1e-4:
        return "0"
    text = " ".join(f"{n[0] if n != 'Black' else 'K'}{100 * v:.0f}"
                    for n, v in zip(PROCESS, plates, strict=False))  # fmt: skip
    return f"{text} +{100 * plates[4]:.0f}" if plates[4] else text
