"""reportlab's Canvas, made to write nothing of its own."""

from __future__ import annotations

from typing import Any, BinaryIO

from casepress.pdf.objects import stream
from casepress.pdf.targets import Target


def new_canvas(out: BinaryIO, target: Target) -> Any:
    """Return a Canvas for a target that writes to *out*.

    Each page of a plain Canvas opens in unembedded Helvetica, which no conforming file may name.
    Its content, ASCII all through, is compressed as soon as the page is done.
    """
    from casepress.pdf.reportlab_canvas import Canvas

    class QuietCanvas(Canvas):  # type: ignore[misc]
        def _make_preamble(self) -> None:
            self._preamble = ""

        def showPage(self) -> None:
            super().showPage()
            page = self._doc.Pages[-1]
            page.Contents = stream(page.stream.encode("ascii"), {})

    major, minor = target.version.split(".")
    return QuietCanvas(
        out,
        invariant=1,
        pdfVersion=(int(major), int(minor)),
        enforceColorSpace="sep_cmyk" if target.colour == "cmyk" else "rgb",
    )
