"""Writing a display list as a PDF: paint, finish."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import BinaryIO

from casepress.display import DisplayList
from casepress.frozen import dataclass
from casepress.pdf.composite import FontUse
from casepress.pdf.finish import finish
from casepress.pdf.images import PictureUse
from casepress.pdf.paint import paint
from casepress.pdf.targets import Attachment, Target


@dataclass(frozen=True, slots=True)
class PdfReport:
    """What was written, for the ticket, the check and the user."""

    target: str
    pages: int
    size: int
    """Bytes of the file."""
    sha256: str
    fonts: tuple[FontUse, ...]
    pictures: tuple[PictureUse, ...]
    coverage: float = 0.0
    """Highest total ink by construction, in percent: palette and pictures (press only)."""


def write_pdf(
    display: DisplayList,
    target: Target,
    out: BinaryIO,
    *,
    attachments: Sequence[Attachment] = (),
) -> PdfReport:
    """Write *display* for *target* to a binary stream, at once when all of it is made.

    The bytes depend on the arguments and SOURCE_DATE_EPOCH alone.

    Args:
        display: the pages to paint.
        target: one of :data:`casepress.pdf.targets.TARGETS`, perhaps with another profile.
        out: where to write.
        attachments: files to carry along (PDF/A-3; meant for the archive target).

    Raises:
        CasepressError: a picture cannot be used.
        ValueError: the display list contradicts itself, or the target takes no attachments.
    """
    if attachments and target.pdfx is not None:
        raise ValueError("PDF/X-4 takes no attachments")
    painted = paint(display, target)
    data = finish(display, target, painted, attachments)
    out.write(data)
    return PdfReport(
        target.name,
        len(display.pages),
        len(data),
        hashlib.sha256(data).hexdigest(),
        painted.fonts,
        painted.pictures,
        max((painted.coverage, *(use.coverage for use in painted.pictures))),
    )
