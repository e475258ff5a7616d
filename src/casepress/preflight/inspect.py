"""One file through all the checks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from casepress.diagnostics import Severity
from casepress.preflight.checks import CHECKS
from casepress.preflight.document import Document, read_pages
from casepress.preflight.facts import read_facts
from casepress.preflight.interpreter import Fonts
from casepress.preflight.job import Purpose, read_job
from casepress.preflight.model import Finding, Report
from casepress.preflight.source import open_source

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
    document = Document(source, read_job(source.pdf, purpose), read_pages(source, fonts), fonts)
    findings = [finding for check in CHECKS for finding in check(document)]
    return Report(str(path), tuple(sorted(findings, key=_key)), read_facts(document))


def _key(finding: Finding) -> tuple[Any, ...]:
    return finding.page or 0, _ORDER[finding.severity], finding.id, finding.object_number or 0
