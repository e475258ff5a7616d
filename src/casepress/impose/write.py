"""Making the imposed file."""

from __future__ import annotations

import io
import uuid
from pathlib import Path
from typing import Any

import pikepdf

from casepress.diagnostics import CasepressError, Diagnostic, ExitCode
from casepress.impose import order
from casepress.impose.layout import (
    Frame,
    Half,
    office_frame,
    office_half,
    press_frame,
    press_half,
)
from casepress.impose.marks import INK, mark_operators, numbers
from casepress.impose.model import Imposed, Options
from casepress.impose.source import SourcePage, check_press, open_pdf, read_pages
from casepress.units import mm, to_mm

_GONE = (
    "/Outlines", "/StructTreeRoot", "/MarkInfo", "/PageLabels", "/OpenAction", "/Names", "/Dests",
    "/AcroForm", "/AA", "/AF", "/PageMode", "/PageLayout", "/ViewerPreferences", "/Threads",
)  # fmt: skip
"""Entries of the catalogue that speak of pages there no longer are."""
_MALFORMED = (AttributeError, TypeError, ValueError, KeyError, RuntimeError, pikepdf.PdfError)
"""What objects of the wrong type or with missing entries make the code raise."""
_BROKEN_CLAIMS = ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")


def impose_pdf(path: Path, options: Options) -> Imposed:
    """Impose a PDF; the same file and options give the same bytes.

    Args:
        path: the print file, with bleed, for a booklet on a press; any PDF for an office printer.
        options: order, sheet, creep.

    Raises:
        CasepressError: the file cannot be imposed (CP1001 to CP1006, CP1011 to CP1015).
    """
    try:
        return _impose(path, options)
    except _MALFORMED as error:
        params = {"path": path, "reason": str(error)[:120]}
        raise CasepressError(Diagnostic("CP1005", params=params), ExitCode.UNREADABLE) from error


def _impose(path: Path, options: Options) -> Imposed:
    pdf = open_pdf(path)
    pages = read_pages(pdf)
    count = len(pages)
    press = options.booklet and not options.fit
    if press:
        check_press(path, pages)
        frame = press_frame(pages[0].trim, min(page.bleed for page in pages), options)
    else:
        frame = office_frame(pages[0].trim, options)
    sides = order.booklet(count, options.signature) if options.booklet else order.pairs(count)
    shift = options.creep * max(side.depth for side in sides) if press else 0.0
    if shift > to_mm(frame.bleed) + 0.01:
        raise _too_much_creep(options, shift, frame)
    group = pdf.pages[0].obj.get("/Group")
    sheets = [_side(pdf, pages, side, frame, options, group) for side in sides]
    del pdf.pages[:]
    pdf.pages.extend(sheets)
    _clean(pdf, options)
    return Imposed(
        _save(pdf), count, -count % 4 if options.booklet else 0, (len(sides) + 1) // 2,
        sides[-1].signature + 1, round(to_mm(frame.width), 2), round(to_mm(frame.height), 2),
    )  # fmt: skip


def _too_much_creep(options: Options, shift: float, frame: Frame) -> CasepressError:
    params = {"creep": options.creep, "sheets": round(shift / options.creep) + 1,
              "total": round(shift, 2), "bleed": round(to_mm(frame.bleed), 2)}  # fmt: skip
    return CasepressError(Diagnostic("CP1015", params=params))


def _side(
    pdf: Any, pages: list[SourcePage], side: order.Side, frame: Frame, options: Options, group: Any
) -> Any:
    """Make the page that is one side of a sheet."""
    forms = pikepdf.Dictionary()
    content = []
    for right, index in enumerate(side.pages):
        if index is None:
            continue
        name = f"P{index + 1}"
        forms[f"/{name}"] = pages[index].form
        half = _half(pages[index], bool(right), side, frame, options)
        content.append(_draw(half, name))
    resources = pikepdf.Dictionary(XObject=forms)
    if marks := mark_operators(frame) if frame.bleed else b"":
        resources.ColorSpace = pikepdf.Dictionary({f"/{INK}": _all_plates(pdf)})
        content.append(marks)
    page = pikepdf.Dictionary(
        Type=pikepdf.Name.Page,
        Resources=resources,
        Contents=pdf.make_stream(b"".join(content)),
        **{
            name: _array(box) for name, box in _boxes(frame, mm(options.creep * side.depth)).items()
        },
    )
    if group is not None:
        page.Group = group
    return pikepdf.Page(pdf.make_indirect(page))


def _half(page: SourcePage, right: bool, side: order.Side, frame: Frame, options: Options) -> Half:
    if frame.bleed:
        return press_half(frame, page.trim, right, mm(options.creep * side.depth))
    return office_half(frame, page.trim, right, options.booklet)


def _draw(half: Half, name: str) -> bytes:
    left, bottom, right, top = half.clip
    clip = f"{numbers(left, bottom, right - left, top - bottom)} re W n"
    scale = " ".join(f"{v:.6f}".rstrip("0").rstrip(".") for v in half.matrix[:4])
    matrix = f"{scale} {numbers(*half.matrix[4:])} cm"
    return f"q {clip}\n{matrix} /{name} Do Q\n".encode("ascii")


def _boxes(frame: Frame, shift: float) -> dict[str, tuple[float, float, float, float]]:
    """Return the boxes of a side; pages moved to the spine take their outer bleed with them."""
    sheet = (0.0, 0.0, frame.width, frame.height)
    boxes = {"MediaBox": sheet, "CropBox": sheet, "TrimBox": frame.trim}
    if frame.bleed:
        left, bottom, right, top = frame.bleed_box
        boxes["BleedBox"] = (left + shift, bottom, right - shift, top)
    return boxes


def _array(box: tuple[float, float, float, float]) -> Any:
    return pikepdf.Array([round(v, 4) for v in box])


def _all_plates(pdf: Any) -> Any:
    """Return the Separation space All; its tint goes to all four process inks alike."""
    tint = pdf.make_stream(
        b"{dup dup dup}", FunctionType=4, Domain=pikepdf.Array([0, 1]),
        Range=pikepdf.Array([0, 1] * 4),
    )  # fmt: skip
    return pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name.All, pikepdf.Name.DeviceCMYK, tint])


def _clean(pdf: Any, options: Options) -> None:
    """Drop what no longer holds: tags, bookmarks, claims that rest on them; make a new identity."""
    for key in _GONE:
        if key in pdf.Root:
            del pdf.Root[key]
    if "/Metadata" not in pdf.Root:
        return
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for key in _BROKEN_CLAIMS:
            if key in metadata:
                del metadata[key]
        before = metadata.get("xmpMM:InstanceID")
        if before:
            made = uuid.uuid5(uuid.NAMESPACE_URL, f"{before} {options}")
            metadata["xmpMM:InstanceID"] = f"uuid:{made}"


def _save(pdf: Any) -> bytes:
    pdf.remove_unreferenced_resources()
    version = pdf.pdf_version
    old = version < "1.5" or any(
        str(intent.get("/S", "")) == "/GTS_PDFX" for intent in pdf.Root.get("/OutputIntents", ())
    )
    mode = pikepdf.ObjectStreamMode
    out = io.BytesIO()
    pdf.save(
        out,
        force_version=version,
        deterministic_id=True,
        compress_streams=True,
        object_stream_mode=mode.disable if old else mode.generate,
    )
    return out.getvalue()
