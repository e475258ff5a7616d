"""The print target's own: page boxes, overprint states, output intent (ISO 15930-7, PDF/X-4)."""

from __future__ import annotations

from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Pdf

from casepress.display import DisplayList
from casepress.pdf.archive import output_intent
from casepress.pdf.inks import KNOCKOUT, OVERPRINT
from casepress.pdf.paint import Frame
from casepress.pdf.targets import Target


def conform_press(pdf: Pdf, display: DisplayList, target: Target, frames: Sequence[Frame]) -> None:
    """Give every page its boxes and graphics states, and the file its output intent."""
    assert target.profile is not None
    output_intent(pdf, target.profile, "GTS_PDFX", 4)
    states = pdf.make_indirect(
        Dictionary(
            {
                f"/{OVERPRINT}": Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1),
                f"/{KNOCKOUT}": Dictionary(Type=Name.ExtGState, OP=False, op=False, OPM=0),
            }
        )
    )
    for page, frame in zip(pdf.pages, frames, strict=True):
        _boxes(page.obj, frame)
        page.obj.Resources.ExtGState = states
        page.obj.Group = Dictionary(
            Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK, I=True
        )


def _boxes(page: Dictionary, frame: Frame) -> None:
    """Write media, bleed and trim box; no art box, which X-4 forbids beside the trim box."""
    width, height = frame.page_size
    outer, inner = frame.margin, frame.margin - frame.bleed
    page.MediaBox = page.CropBox = _box(0, 0, width, height)
    page.BleedBox = _box(inner, inner, width - inner, height - inner)
    page.TrimBox = _box(outer, outer, width - outer, height - outer)


def _box(*edges: float) -> Array:
    return Array([round(edge, 4) for edge in edges])
