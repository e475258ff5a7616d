"""Claims against facts: what XMP says the file is, and whether the file keeps it."""

from __future__ import annotations

from casepress.diagnostics import Severity
from casepress.preflight.document import Document, Findings, found

_COMPONENTS = {"GRAY": 1, "RGB": 3, "Lab": 3, "CMYK": 4}
_NEWEST_X4 = "1.6"


def check(document: Document) -> Findings:
    """Check output intents, encryption, version and the Trapped key."""
    yield from _intents(document)
    yield from _encryption(document)
    if document.job.pdfx:
        yield from _pdfx(document)
    elif document.job.intent("GTS_PDFX") is not None:
        yield found("claim-unbacked")


def _intents(document: Document) -> Findings:
    job = document.job
    for intent in job.intents:
        wanted = _COMPONENTS.get(intent.space)
        if intent.declared is not None and (wanted is None or wanted != intent.declared):
            yield found(
                "intent-profile", object=intent.number, declared=intent.declared,
                space=intent.space or "?",
            )  # fmt: skip
    if job.pdfx:
        intent_x = job.intent("GTS_PDFX")
        if intent_x is None:
            yield found("intent-missing", claim=job.pdfx, subtype="GTS_PDFX")
        elif intent_x.declared is None and not job.pdfx.endswith("p"):
            yield found("intent-no-profile", claim=job.pdfx, name=intent_x.identifier)
        elif intent_x.space and intent_x.space != "CMYK":
            yield found("intent-not-cmyk", object=intent_x.number, space=intent_x.space)
    elif job.press and not job.intents:
        yield found("intent-none")


def _encryption(document: Document) -> Findings:
    if not document.pdf.is_encrypted:
        return
    job = document.job
    claims = [f"PDF/A-{job.pdfa.lower()}" if job.pdfa else "", job.pdfx]
    claim = next((c for c in claims if c), "")
    strict = bool(claim) or job.press or job.archive
    yield found("claim-encrypted", Severity.ERROR if strict else Severity.WARNING, claim=claim)


def _pdfx(document: Document) -> Findings:
    job = document.job
    info = document.pdf.docinfo
    named = str(info.get("/GTS_PDFXVersion", "")) if info is not None else ""
    if named and not named.startswith(job.pdfx):
        yield found("claim-differs", info=named, xmp=job.pdfx)
    trapped = str(info.get("/Trapped", "")) if info is not None else ""
    xmp = job.xmp.get("pdf:Trapped")
    if trapped.lstrip("/") not in ("True", "False") and xmp not in ("True", "False"):
        yield found("claim-trapped")
    elif trapped and xmp and trapped.lstrip("/") != xmp:
        yield found("meta-disagree", Severity.ERROR, key="Trapped", info=trapped, xmp=xmp)
    version = document.pdf.pdf_version
    if job.pdfx.startswith("PDF/X-4") and version > _NEWEST_X4:
        yield found("claim-version", claim=job.pdfx, version=version, newest=_NEWEST_X4)
