"""Tags against the pages: all content is marked, and all marks are in the tree (ISO 14289-1)."""

from __future__ import annotations

from casepress.diagnostics import Severity
from casepress.preflight.document import Document, Findings, PageView, found
from casepress.preflight.model import Worst
from casepress.preflight.tree import walk


def check(document: Document) -> Findings:
    """Look for tags, and for content outside them."""
    job = document.job
    if not job.tagged:
        if job.accessible or not job.press:
            yield found("tag-missing", Severity.ERROR if job.accessible else Severity.WARNING)
        return
    promised = Severity.ERROR if job.accessible else Severity.WARNING
    if not job.marked:
        yield found("tag-not-marked", promised)
    if not str(document.root.get("/Lang", "")).strip():
        yield found("tag-language", promised)
    preferences = document.root.get("/ViewerPreferences")
    if preferences is None or not bool(preferences.get("/DisplayDocTitle", False)):
        yield found("tag-title-display", promised)
    known = _known_content(document)
    for page in document.pages:
        yield from _untagged(page, promised)
        yield from _orphans(page, known, promised)
        if "/Annots" in page.page.obj and str(page.page.obj.get("/Tabs", "")) != "/S":
            yield page.found("tag-tab-order", severity=promised)


def _untagged(page: PageView, severity: Severity) -> Findings:
    worst = Worst()
    for mark in page.marks:
        if mark.tagging == "none":
            worst.add("untagged", 0, page.found("tag-untagged", mark, severity, what=mark.kind))
    yield from worst.findings()


def _known_content(document: Document) -> dict[int, set[int]]:
    pages = {page.page.obj.objgen: page.index for page in document.pages}
    known: dict[int, set[int]] = {}
    for node in walk(document.job.tree, pages):
        for page, mcid in node.mcids:
            if page is not None:
                known.setdefault(page, set()).add(mcid)
    return known


def _orphans(page: PageView, known: dict[int, set[int]], severity: Severity) -> Findings:
    """Find marked content whose number no element of the tree holds: it is never read aloud."""
    worst = Worst()
    listed = known.get(page.index, set())
    for mark in page.marks:
        if mark.tagging == "tagged" and mark.mcid is not None and mark.mcid not in listed:
            worst.add("orphan", 0, page.found("tag-orphan", mark, severity, mcid=mark.mcid))
    yield from worst.findings()
