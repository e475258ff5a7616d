"""The facts of a file, beside what is wrong with it: for the order ticket and for the record."""

from __future__ import annotations

from typing import Any

from casepress.preflight.document import Document, PageView
from casepress.units import to_mm


def read_facts(document: Document) -> dict[str, Any]:
    """Return what a printer or an archivist asks of a file first."""
    job = document.job
    claims = [job.pdfx, f"PDF/A-{job.pdfa.lower()}" if job.pdfa else "",
              f"PDF/UA-{job.pdfua}" if job.pdfua else ""]  # fmt: skip
    return {
        "job": "print" if job.press else "archive" if job.archive else "screen",
        "claims": [claim for claim in claims if claim],
        "pdf_version": document.pdf.pdf_version,
        "bytes": len(document.source.data),
        "encrypted": bool(document.pdf.is_encrypted),
        "tagged": job.tagged and job.marked,
        "title": job.xmp.get("dc:title"),
        "output_intents": [
            {"subtype": i.subtype, "condition": i.identifier, "space": i.space}
            for i in job.intents
        ],
        "fonts": sorted(
            (
                {"name": font.name, "type": font.subtype, "embedded": font.embedded,
                 "pages": [index + 1 for index in sorted(font.used)]}
                for font in document.fonts.known.values() if font.used
            ),
            key=lambda entry: str(entry["name"]),
        ),
        "pages": [_page(page) for page in document.pages],
    }  # fmt: skip


def _page(page: PageView) -> dict[str, Any]:
    trim, bleed = page.trim, page.bleed
    return {
        "page": page.index + 1,
        "trim_mm": [
            round(to_mm(trim.width * page.unit), 2),
            round(to_mm(trim.height * page.unit), 2),
        ],
        "bleed_mm": round(to_mm(trim.left - bleed.left), 2) if page.own_bleed else 0.0,
        "colour_spaces": sorted(page.painting.spaces),
        "transparency": page.painting.transparent,
    }
