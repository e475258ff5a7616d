"""The bleed is really reached, and nothing to be read stands where the knife may fall."""

from __future__ import annotations

from casepress.diagnostics import Severity
from casepress.preflight.checks.boxes import margins
from casepress.preflight.document import Document, Findings, PageView
from casepress.preflight.marks import Mark
from casepress.preflight.model import Worst
from casepress.units import mm, to_mm

_TOUCH = 0.6
"""A ground ending this near the trim (points) was meant to reach it."""
_SLACK = 0.35
_SAFE_MM = 3.0
_CUT_MM = 0.5
_SIDES = ("left", "bottom", "right", "top")
_THIN = 2.0
"""Grounds and pictures thinner than this (points) are rules; they may end at the trim."""


def check(document: Document) -> Findings:
    """Look at press jobs only: a page on a screen has no knife."""
    if not document.job.press:
        return
    for page in document.pages:
        if page.own_trim is None:
            continue
        worst = Worst()
        for mark in page.printed:
            _reaches(page, mark, worst)
            if mark.kind == "text":
                _safe(page, mark, worst)
        yield from worst.findings()


def _reaches(page: PageView, mark: Mark, worst: Worst) -> None:
    if mark.kind not in ("fill", "image", "shading") or mark.white:
        return
    if min(mark.box.width, mark.box.height) < _THIN or not mark.box.overlaps(page.trim, 0):
        return
    room = margins(page.trim, page.bleed)
    reach = margins(page.trim, mark.box)
    for side, beyond, wanted in zip(_SIDES, reach, room, strict=True):
        if -_TOUCH <= beyond < wanted - _SLACK:
            badness = wanted - beyond
            worst.add(
                ("bleed-short", side), badness,
                page.found("bleed-short", mark, side=side, mm=round(to_mm(max(beyond, 0.0)), 2),
                           wanted=round(to_mm(wanted), 2)),
            )  # fmt: skip


def _safe(page: PageView, mark: Mark, worst: Worst) -> None:
    """Text keeps 3 mm from the trim; what crosses it is cut."""
    reach = max(margins(page.trim, mark.box))
    if reach > -mm(_SAFE_MM) + 0.5 and mark.box.overlaps(page.trim, 0):
        severity = Severity.WARNING if reach > -mm(_CUT_MM) else Severity.ADVICE
        worst.add(
            "text-near-trim", reach,
            page.found("text-near-trim", mark, severity, mm=round(to_mm(-reach), 2)),
        )  # fmt: skip
