"""Annotations: links that lead nowhere, flags, and what a press does not take."""

from __future__ import annotations

from typing import Any

from casepress.diagnostics import Severity
from casepress.preflight.document import Document, Findings, PageView
from casepress.preflight.geometry import Box
from casepress.preflight.model import Worst

_PRINT, _HIDDEN = 4, 2 | 1 | 32
_SILENT = ("/Popup", "/PrinterMark", "/TrapNet")


def check(document: Document) -> Findings:
    """Look at every annotation of every page."""
    names = _destinations(document)
    pages = {page.page.obj.objgen for page in document.pages}
    for page in document.pages:
        yield from _once(_page(document, page, names, pages))


def _once(findings: Findings) -> Findings:
    """Give one finding of a kind per page where they differ in place only."""
    worst = Worst()
    for finding in findings:
        worst.add((finding.id, finding.severity, tuple(finding.params.items())), 0, finding)
    yield from worst.findings()


def _page(
    document: Document, page: PageView, names: set[str], pages: set[tuple[int, int]]
) -> Findings:
    for annotation in page.page.obj.get("/Annots", ()):
        if not hasattr(annotation, "get") or str(annotation.get("/Subtype")) in _SILENT:
            continue
        yield from _annotation(document, page, annotation)
        if str(annotation.get("/Subtype")) == "/Link":
            yield from _link(page, annotation, names, pages)


def _annotation(document: Document, page: PageView, annotation: Any) -> Findings:
    job = document.job
    box, number = _box(annotation), annotation.objgen[0] or None
    kind = str(annotation.get("/Subtype", "/?"))[1:]
    if job.press and (box is None or box.overlaps(page.bleed, 0)):
        yield page.found("link-in-bleed", box, object=number, kind=kind)
    flags = int(annotation.get("/F", 0))
    if job.pdfa and (not flags & _PRINT or flags & _HIDDEN):
        yield page.found("link-print-flag", box, object=number, kind=kind, flags=flags)
    if job.tagged:
        promised = Severity.ERROR if job.accessible else Severity.WARNING
        if "/StructParent" not in annotation and not flags & _HIDDEN:
            yield page.found("tag-link", box, promised, number, kind=kind)
        if job.pdfua and not str(annotation.get("/Contents", "")).strip() and kind == "Link":
            yield page.found("link-contents", box, object=number)
    action = annotation.get("/A")
    name = str(action.get("/S", "")) if hasattr(action, "get") else ""
    if name in ("/JavaScript", "/Launch"):
        severity = Severity.ERROR if job.press or job.archive else Severity.WARNING
        yield page.found("file-script", box, severity, number, what=name)


def _link(
    page: PageView, annotation: Any, names: set[str], pages: set[tuple[int, int]]
) -> Findings:
    box, number = _box(annotation), annotation.objgen[0] or None
    action = annotation.get("/A")
    target = annotation.get("/Dest")
    if hasattr(action, "get"):
        kind = str(action.get("/S", ""))
        if kind == "/GoTo":
            target = action.get("/D")
        elif kind == "/URI":
            uri = str(action.get("/URI", ""))
            if uri.startswith(("file:", "/")) or uri[1:3] == ":\\":
                yield page.found("link-local", box, object=number, uri=uri[:120])
            elif ":" not in uri or not uri.isascii():
                yield page.found("link-address", box, object=number, uri=uri[:120])
    elif target is None:
        yield page.found("link-dead", box, object=number, target="—")
    if target is not None and not _leads(target, names, pages):
        yield page.found("link-dead", box, object=number, target=_words(target))


def _leads(target: Any, names: set[str], pages: set[tuple[int, int]]) -> bool:
    import pikepdf

    if isinstance(target, pikepdf.Array):
        first = target[0] if len(target) else None
        return isinstance(first, int) or (
            isinstance(first, pikepdf.Dictionary) and first.objgen in pages
        )
    return _words(target) in names


def _words(target: Any) -> str:
    text = str(target)
    return text[1:] if text.startswith("/") else text[:80]


def _destinations(document: Document) -> set[str]:
    """Return every named destination, old style and new."""
    import pikepdf

    found: set[str] = set()
    old = document.root.get("/Dests")
    if old is not None:
        found.update(str(name)[1:] for name in old)
    names = document.root.get("/Names")
    tree = names.get("/Dests") if names is not None else None
    if tree is not None:
        try:
            found.update(str(name) for name in pikepdf.NameTree(tree))
        except (pikepdf.PdfError, ValueError, TypeError):
            return found
    return found


def _box(annotation: Any) -> Box | None:
    try:
        x1, y1, x2, y2 = (float(v) for v in annotation.Rect)
    except (AttributeError, TypeError, ValueError):
        return None
    return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
