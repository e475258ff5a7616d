"""One entry of the table of words."""

from __future__ import annotations

from casepress.diagnostics import Severity
from casepress.frozen import dataclass

Both = tuple[str, str]
"""A text in Chinese and in English; ``{name}`` stands for a parameter of the finding."""
ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE


@dataclass(frozen=True, slots=True)
class Words:
    """How bad a finding is unless the check says otherwise, what it is, why, and what to do."""

    severity: Severity
    title: Both
    cause: Both
    remedy: Both
