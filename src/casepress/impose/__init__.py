"""Imposition: finished pages onto sheets, in the order in which they will be folded.

Pages become form XObjects, so nothing is drawn twice and the file hardly grows. :mod:`.order` says
which pages share a sheet, :mod:`.layout` where they stand on it, :mod:`.write` makes the file.
"""

from __future__ import annotations

from casepress.impose.model import Imposed, Options
from casepress.impose.write import impose_pdf

__all__ = ["Imposed", "Options", "impose_pdf"]
