"""The finishing pass: one trip through pikepdf that turns painted pages into the promised file."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Sequence
from typing import Any, Final

import pikepdf
from pikepdf import Dictionary, Name, Pdf, String

from casepress.display import DisplayList
from casepress.pdf import metadata as meta
from casepress.pdf.archive import attach, rgb_intent
from casepress.pdf.navigation import Places, write_links, write_outline, write_page_labels
from casepress.pdf.paint import Frame, Painted
from casepress.pdf.press import conform_press
from casepress.pdf.structure import StructureTree
from casepress.pdf.targets import Attachment, Target

_DEFLATE: Final = 4
"""How hard qpdf's zlib tries on what this pass adds; fonts and pages are compressed before."""


def finish(
    display: DisplayList, target: Target, painted: Painted, attachments: Sequence[Attachment]
) -> bytes:
    """Return the finished file: the same bytes for the same input, whenever and wherever."""
    frames = [Frame(page, display.bleed_pt, target) for page in display.pages]
    with pikepdf.open(io.BytesIO(painted.data)) as pdf:
        _clean(pdf)
        _keep_fonts(pdf, painted)
        identity = meta.identify(display.metadata, target, _fingerprint(painted, attachments))
        if target.tagged:
            _accessible(pdf, display, painted, frames)
        _CONFORM[target.name](pdf, display, target, frames)
        if attachments:
            attach(pdf, attachments, identity.when)
        _describe(pdf, display, target, identity)
        return _save(pdf, target)


def _clean(pdf: Pdf) -> None:
    """Drop what reportlab writes unasked."""
    for key in ("/Outlines", "/PageMode"):
        if key in pdf.Root:
            del pdf.Root[key]
    for page in pdf.pages:
        for key in ("/Trans", "/Rotate"):
            if key in page.obj:
                del page.obj[key]


def _keep_fonts(pdf: Pdf, painted: Painted) -> None:
    """Leave each page the fonts it shows; reportlab gives all of them to every page."""
    for page, shown in zip(pdf.pages, painted.shown_fonts, strict=True):
        resources = page.obj.Resources
        if shown:
            resources.Font = Dictionary({key: resources.Font[key] for key in shown})
        elif "/Font" in resources:
            del resources.Font


def _fingerprint(painted: Painted, attachments: Sequence[Attachment]) -> bytes:
    digest = hashlib.sha256(painted.data)
    for attachment in attachments:
        digest.update(attachment.name.encode())
        digest.update(attachment.data)
    return digest.digest()


def _accessible(pdf: Pdf, display: DisplayList, painted: Painted, frames: Sequence[Frame]) -> None:
    """Structure, navigation and the promises of ISO 14289-1 on the catalogue."""
    places = Places(pdf, display, frames)
    tree = StructureTree(pdf, display, painted.marked, frames)
    write_links(pdf, display, frames, places, tree)
    tree.write()
    places.write()
    write_outline(pdf, display, places)
    write_page_labels(pdf, display)
    pdf.Root.Lang = String(display.metadata.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def _conform_screen(
    pdf: Pdf, display: DisplayList, target: Target, frames: Sequence[Frame]
) -> None:
    """Nothing beyond the tags."""


def _conform_archive(
    pdf: Pdf, display: DisplayList, target: Target, frames: Sequence[Frame]
) -> None:
    assert target.profile is not None
    rgb_intent(pdf, target.profile)


Conform = Callable[[Pdf, DisplayList, Target, Sequence[Frame]], None]
_CONFORM: dict[str, Conform] = {
    "screen": _conform_screen,
    "archive": _conform_archive,
    "print": conform_press,
}


def _describe(pdf: Pdf, display: DisplayList, target: Target, identity: meta.Identity) -> None:
    info: dict[str, Any] = {
        key: String(value)
        for key, value in meta.information(display.metadata, target, identity).items()
    }
    if target.pdfx is not None:
        info["/Trapped"] = Name("/False")
    pdf.trailer.Info = pdf.make_indirect(Dictionary(info))
    stream = pdf.make_stream(meta.xmp(display.metadata, target, identity))
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = stream


def _save(pdf: Pdf, target: Target) -> bytes:
    pikepdf.settings.set_flate_compression_level(_DEFLATE)
    mode = pikepdf.ObjectStreamMode
    out = io.BytesIO()
    pdf.save(
        out,
        force_version=target.version,
        deterministic_id=True,
        compress_streams=True,
        fix_metadata_version=False,  # our XMP states none, and looking for it means parsing it
        object_stream_mode=mode.generate if target.object_streams else mode.disable,
    )
    return out.getvalue()
