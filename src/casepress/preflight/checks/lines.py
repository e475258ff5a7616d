"""Rules and strokes too thin to print (a print shop's order sheet: 0.25 pt, reversed 0.5 pt)."""

from __future__ import annotations

from casepress.preflight.checks.press import worst_of_marks
from casepress.preflight.document import Document, Findings, PageView
from casepress.preflight.ground import Ground
from casepress.preflight.marks import Mark
from casepress.preflight.model import Worst

HAIRLINE, REVERSED = 0.25, 0.5
_SLACK = 0.005
_DARK = 0.6
_SHORTEST = 3.0
"""Thin filled boxes shorter than this are details of a drawing, not rules."""


def check(document: Document) -> Findings:
    """Measure every stroke, and every filled box thin enough to be a rule."""
    return worst_of_marks(document, _mark)


def _mark(page: PageView, mark: Mark, ground: Ground, worst: Worst) -> None:
    if mark.kind == "stroke":
        _stroke(page, mark, ground, worst)
    elif mark.kind == "fill" and mark.solid and not mark.white:
        _box(page, mark, worst)


def _stroke(page: PageView, mark: Mark, ground: Ground, worst: Worst) -> None:
    width = mark.size * page.unit
    if mark.white:
        if width < REVERSED - _SLACK and sum(ground.under(mark)) > _DARK:
            worst.add("reversed", -width, page.found("line-reversed", mark, pt=round(width, 3)))
    elif width < HAIRLINE - _SLACK:
        worst.add("hairline", -width, page.found("line-hairline", mark, pt=round(width, 3)))


def _box(page: PageView, mark: Mark, worst: Worst) -> None:
    """Bounds tell the width only where the clip has not narrowed the box."""
    thin = mark.size * page.unit
    if thin < HAIRLINE - _SLACK and max(mark.box.width, mark.box.height) >= _SHORTEST:
        worst.add("hairline", -thin, page.found("line-hairline", mark, pt=round(thin, 3)))
