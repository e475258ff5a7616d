"""The file as such: damage, broken pages, empty pages, scripts, layers."""

from __future__ import annotations

from casepress.diagnostics import Severity
from casepress.preflight.document import Document, Findings, found

_SPECK_PT = 0.5


def check(document: Document) -> Findings:
    """Report what had to be repaired to read the file, and pages broken or empty."""
    if document.source.damage:
        yield found("file-damaged", detail=document.source.damage[0])
    yield from _pages(document)
    yield from _scripts(document)
    if document.job.press and "/OCProperties" in document.root:
        yield found("file-layers")


def _pages(document: Document) -> Findings:
    for page in document.pages:
        if page.painting.errors:
            yield page.found("page-broken", detail=page.painting.errors[0])
        elif page.painting.unclosed:
            yield page.found("page-unclosed")
        seen = [
            mark for mark in page.marks
            if mark.box.overlaps(page.trim, -_SPECK_PT) and not (mark.white and mark.kind != "text")
        ]  # fmt: skip
        if not seen and not page.painting.errors:
            yield page.found("page-empty")


def _scripts(document: Document) -> Findings:
    import pikepdf

    root = document.root
    strict = document.job.press or document.job.archive
    severity = Severity.ERROR if strict else Severity.WARNING
    names = root.get("/Names")
    if names is not None and "/JavaScript" in names:
        yield found("file-script", severity, names.objgen[0] or None, what="/Names /JavaScript")
    action = root.get("/OpenAction")
    if isinstance(action, pikepdf.Dictionary):
        kind = str(action.get("/S", ""))
        if kind in ("/JavaScript", "/Launch"):
            yield found(
                "file-script", severity, action.objgen[0] or None, what=f"/OpenAction {kind}"
            )
    if "/AA" in root:
        yield found("file-script", severity, what="/AA")
