"""What preflight reports: findings with a page and a place, and the facts they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from casepress.diagnostics import CasepressError, Diagnostic, ExitCode, Severity
from casepress.frozen import dataclass

SCHEMA_VERSION = 1
"""Version of the JSON report; keys are only ever added under one version."""


class UnreadableError(CasepressError):
    """The file cannot be inspected at all: no PDF, locked by a password, or beyond repair."""

    def __init__(self, id: str, **params: object) -> None:
        """Keep the id of the message that says why (CP10xx)."""
        super().__init__(Diagnostic(id, params=params), ExitCode.UNREADABLE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where on a page: millimetres from the trim's top-left corner, y downwards."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: a stable id, how bad, the page from 1, and where on it or in which object."""

    id: str
    severity: Severity
    page: int | None = None
    place: Place | None = None
    object_number: int | None = None
    """Number of the PDF object at fault, for those who look inside the file."""
    count: int = 1
    """How many of the kind stand on the page; place and params are those of the worst."""
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """Everything found in one file, worst first within each page, and the facts of the file."""

    path: str
    findings: tuple[Finding, ...]
    facts: Mapping[str, Any]

    def count(self, severity: Severity) -> int:
        """Return how many findings are that bad."""
        return sum(finding.severity is severity for finding in self.findings)

    def passes(self, *, strict: bool = False) -> bool:
        """Tell whether the file is fit: no error, and with *strict* no warning either."""
        if self.count(Severity.ERROR):
            return False
        return not (strict and self.count(Severity.WARNING))


@dataclass(slots=True)
class Worst:
    """Collects faults of a kind per key and keeps the worst of each, with their number."""

    found: dict[object, tuple[float, Finding, int]] = field(default_factory=dict)

    def add(self, key: object, badness: float, finding: Finding) -> None:
        """Take one more fault; the first of equals is kept."""
        known = self.found.get(key)
        if known is None:
            self.found[key] = (badness, finding, 1)
        elif badness > known[0]:
            self.found[key] = (badness, finding, known[2] + 1)
        else:
            self.found[key] = (known[0], known[1], known[2] + 1)

    def findings(self) -> Iterator[Finding]:
        """Give one finding per key, in the order they first came."""
        from dataclasses import replace

        for _, finding, count in self.found.values():
            yield replace(finding, count=count)
