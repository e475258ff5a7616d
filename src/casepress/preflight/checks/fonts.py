"""Fonts: embedded, mapped to text, no missing glyphs (ISO 19005-3, 6.2.11; ISO 15930-7)."""

from __future__ import annotations

from casepress.diagnostics import Severity
from casepress.preflight.document import Document, Findings, PageView
from casepress.preflight.glyphs import FontFacts
from casepress.preflight.model import Finding


def check(document: Document) -> Findings:
    """Look at every font on the first page it is used wrongly on."""
    for font in document.fonts.known.values():
        if not font.used:
            continue
        first = document.pages[min(font.used)]
        if not font.embedded:
            yield _at(document, first, font, "font-not-embedded", _severity(document))
        if font.subtype == "Type3" and document.job.press:
            yield _at(document, first, font, "font-type3")
        yield from _holes(document, font)
        yield from _texts(document, font)


def _severity(document: Document) -> Severity:
    job = document.job
    strict = job.press or job.archive or bool(job.pdfua)
    return Severity.ERROR if strict else Severity.WARNING


def _at(
    document: Document,
    page: PageView,
    font: FontFacts,
    id: str,
    severity: Severity | None = None,
    **more: object,
) -> Finding:
    mark = next((m for m in page.marks if m.font is font), None)
    pages = ", ".join(str(index + 1) for index in sorted(font.used))
    return page.found(id, mark, severity, font.number, font=_plain(font.name), pages=pages, **more)


def _holes(document: Document, font: FontFacts) -> Findings:
    """Every page that shows .notdef, the box for a missing character."""
    for index, codes in sorted(font.used.items()):
        holes = {code for code in codes if font.is_hole(code)}
        if holes:
            page = document.pages[index]
            marks = [m for m in page.marks if m.font is font and holes & set(m.codes)]
            count = sum(code in holes for mark in marks for code in mark.codes)
            yield page.found(
                "font-notdef", marks[0] if marks else None, object=font.number,
                font=_plain(font.name), times=count,
            )  # fmt: skip


def _texts(document: Document, font: FontFacts) -> Findings:
    """Characters must be told from codes: by ToUnicode or by a known encoding."""
    job = document.job
    promised = job.accessible or job.pdfa.endswith("U")
    severity = Severity.ERROR if promised else Severity.WARNING
    if job.press and not promised:
        severity = Severity.ADVICE
    for index, codes in sorted(font.unexplained.items()):
        page = document.pages[index]
        if font.texts is None:
            if not font.readable:
                yield _at(document, page, font, "font-no-unicode", severity)
                return
        elif missing := {c for c in codes if c not in font.texts and not font.is_hole(c)}:
            if font.readable:
                continue
            mark = next((m for m in page.marks if m.font is font and missing & set(m.codes)), None)
            yield page.found(
                "font-unmapped", mark, severity, font.number,
                font=_plain(font.name), times=len(missing),
            )  # fmt: skip


def _plain(name: str) -> str:
    """Return a font's name without the tag of a subset."""
    return name[7:] if name[6:7] == "+" else name
