"""Preflight: reads a finished PDF, ours or not, and says what a press or an archive would refuse.

Nothing here knows how the file was made. A document is opened (:mod:`.source`), its pages are
interpreted into painted marks (:mod:`.interpreter`), what it claims is read (:mod:`.job`), and
the checks compare the three. The words of every finding are in :mod:`.words`.
"""

from __future__ import annotations

from casepress.preflight.inspect import inspect_pdf
from casepress.preflight.model import Finding, Place, Report, UnreadableError

__all__ = ["Finding", "Place", "Report", "UnreadableError", "inspect_pdf"]
