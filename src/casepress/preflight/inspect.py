"""One file through all the checks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf

from casepress.diagnostics import Severity
from casepress.preflight.checks import CHECKS
from casepress.preflight.document import Document, Findings, found, read_pages
from casepress.preflight.facts import read_facts
from casepress.preflight.interpreter import Fonts
from casepress.preflight.job import Purpose, read_job
from casepress.preflight.model import Finding, Report, UnreadableError
from casepress.preflight.source import open_source

MALFORMED = (
    AttributeError, TypeError, ValueError, KeyError, IndexError, OverflowError, ArithmeticError,
    RuntimeError, pikepdf.PdfError,
)  # fmt: skip
"""What objects of the wrong type or with missing entries make the reading code raise."""
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.ADVICE: 2}


def inspect_pdf(path: Path, purpose: Purpose = "auto") -> Report:
    """Inspect a PDF and return everything found.

    Args:
        path: the file.
        purpose: what to judge it by. ``auto`` takes the file at its word: a PDF/X claim or
            intent makes it a press job, a PDF/A claim an archive, anything else a screen file.

    Raises:
        UnreadableError: the file cannot be opened.
    """
    source = open_source(path)
    fonts = Fonts()
    try:
        job = read_job(source.pdf, purpose)
        document = Document(source, job, read_pages(source, fonts), fonts)
        facts = read_facts(document)
    except MALFORMED as error:
        raise UnreadableError("CP1005", path=path, reason=str(error)[:120]) from error
    findings = [finding for check in CHECKS for finding in _run(check, document)]
    return Report(str(path), tuple(sorted(findings, key=_key)), facts)


def _run(check: Callable[[Document], Findings], document: Document) -> Findings:
    """Run a check; one that trips over malformed objects says so instead of passing in silence."""
    try:
        yield from check(document)
    except MALFORMED as error:
        subject = check.__module__.rpartition(".")[2]
        yield found("file-malformed", check=subject, detail=str(error)[:120])


def _key(finding: Finding) -> tuple[Any, ...]:
    return finding.page or 0, _ORDER[finding.severity], finding.id, finding.object_number or 0
