"""Preflight of one slide and of one chart."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from casepress.diagnostics import Severity
from casepress.pptx.markup import NS_A, NS_C, NS_P

Found = Iterator[tuple[str, Severity, str, str]]
_A, _P, _C = f"{{{NS_A}}}", f"{{{NS_P}}}", f"{{{NS_C}}}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_TITLES = ("title", "ctrTitle")
_SHAPES = ("sp", "pic", "graphicFrame", "grpSp", "cxnSp")
_BIDI = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MAX_AXIS_ID = 0x7FFFFFFF
_ERROR, _WARNING, _ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE


def _text(element: Any) -> str:
    return "".join(t.text or "" for t in element.iter(f"{_A}t"))


def slide_title(root: Any) -> str:
    """Read the words of the title placeholder; empty if there is none."""
    for shape in root.iter(f"{_P}sp"):
        ph = shape.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")
        if ph is not None and ph.get("type") in _TITLES:
            return _text(shape)
    return ""


def _slot(ph: Any) -> tuple[str, str]:
    """Kind and index of a placeholder as a layout matches them; titles are one kind."""
    kind = ph.get("type", "obj")
    return ("title", "0") if kind in _TITLES else (kind, ph.get("idx", "0"))


def inspect_slide(part: str, root: Any, layout: Any) -> Found:
    """Shape ids, placeholders against the layout, title, alternative text, language, look."""
    ids = [e.get("id", "") for e in root.iter(f"{_P}cNvPr")]
    for one, times in Counter(ids).items():
        if times > 1 or not one.isdigit():
            yield "slide-shape-id", _ERROR, part, one
    slots = {_slot(ph) for ph in layout.iter(f"{_P}ph")}
    indices = {idx for _, idx in slots}
    for ph in root.iter(f"{_P}ph"):
        kind, idx = _slot(ph)
        if (kind, idx) not in slots and idx not in indices:
            yield "slide-placeholder", _ERROR, part, f"{kind} {idx}"
    if not slide_title(root).strip():
        yield "slide-title", _WARNING, part, ""
    tree = root.find(f"{_P}cSld/{_P}spTree")
    yield from _shapes(part, tree if tree is not None else ())
    yield from _words(part, root)


def _shapes(part: str, tree: Any) -> Found:
    """Alternative text or the decorative flag on what is not text; geometry left to the layout."""
    for shape in tree:
        kind = str(shape.tag).removeprefix(_P)
        if kind not in _SHAPES:
            continue
        head = shape.find(f".//{_P}cNvPr")
        name = head.get("name", "") if head is not None else ""
        decorative = head is not None and any(e.get("val") == "1" for e in head.iter(_DECORATIVE))
        needs = kind in ("pic", "graphicFrame", "grpSp")
        if needs and head is not None and not decorative and not head.get("descr", "").strip():
            yield "slide-alt", _WARNING, part, name
        ph = shape.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")
        if kind == "sp" and ph is not None:
            if shape.find(f"{_P}spPr/{_A}xfrm") is not None:
                yield "slide-own-geometry", _ADVICE, part, name
            if not _text(shape).strip() and shape.find(f".//{_A}fld") is None:
                yield "slide-empty-placeholder", _WARNING, part, name


def _words(part: str, root: Any) -> Found:
    """Language on every run, theme fonts and colours only, no direction marks."""
    missing = sum(
        1
        for run in root.iter(f"{_A}r", f"{_A}br", f"{_A}fld")
        if (p := run.find(f"{_A}rPr")) is None or not p.get("lang")
    )
    if missing:
        yield "slide-lang", _WARNING, part, str(missing)
    literal = sum(1 for _ in root.iter(f"{_A}srgbClr"))
    if literal:
        yield "slide-literal-colour", _ADVICE, part, str(literal)
    for font in root.iter(f"{_A}latin", f"{_A}ea"):
        face = font.get("typeface", "")
        if face and not face.startswith("+"):
            yield "slide-literal-font", _ADVICE, part, face
            break
    if any(_BIDI.search(t.text or "") for t in root.iter(f"{_A}t")):
        yield "slide-direction-mark", _WARNING, part, ""


def inspect_chart(part: str, root: Any, books: list[bytes]) -> Found:
    """Axis ids within the signed range, a readable workbook, no formula in it."""
    for axis in root.iter(f"{_C}axId", f"{_C}crossAx"):
        value = axis.get("val", "")
        if not value.isdigit() or int(value) > _MAX_AXIS_ID:
            yield "chart-axis-id", _ERROR, part, value
    if not books:
        yield "chart-workbook", _WARNING, part, "missing"
    for book in books:
        try:
            with zipfile.ZipFile(BytesIO(book)) as archive:
                for name in archive.namelist():
                    if name.startswith("xl/worksheets/sheet") and re.search(
                        rb"<(?:\w+:)?f[ >/]", archive.read(name)
                    ):
                        yield "chart-formula", _WARNING, part, name
        except (zipfile.BadZipFile, OSError, RuntimeError) as error:
            yield "chart-workbook", _ERROR, part, str(error)
