"""Fonts as a page uses them: codes, advances, and whether a code leads to a glyph and to a text."""

from __future__ import annotations

import re
from dataclasses import field
from typing import Any

from casepress.frozen import dataclass

_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
_RANGE = re.compile(rb"<\s*([0-9A-Fa-f]+)\s*>\s*<\s*([0-9A-Fa-f]+)\s*>\s*(?:<|\[)")
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_EM = 1000.0


@dataclass(slots=True, eq=False)
class FontFacts:
    """A font resource, read once per document."""

    name: str
    subtype: str
    number: int | None
    embedded: bool
    vertical: bool
    wide: bool
    """Codes have two bytes (a composite font)."""
    mixed: bool
    """A composite font whose codes have one byte below 0x80 and else two (GBK and its kin)."""
    default_width: float
    widths: dict[int, float]
    texts: frozenset[int] | None
    """Codes the ToUnicode map knows; ``None``: there is no such map."""
    readable: bool
    """The text can be told from the encoding alone."""
    holes: frozenset[int] | None
    """Codes that lead to .notdef; ``None``: only code 0 does."""
    used: dict[int, set[int]] = field(default_factory=dict)
    """Page index → codes shown on it."""
    unexplained: dict[int, set[int]] = field(default_factory=dict)
    """Page index → codes shown without an ActualText around them."""

    def codes(self, data: bytes) -> list[int]:
        """Split a shown string into character codes."""
        if not self.wide:
            return list(data)
        if self.mixed:
            return _mixed(data)
        return [data[i] << 8 | data[i + 1] for i in range(0, len(data) - 1, 2)]

    def advance(self, code: int) -> float:
        """Return the advance of a code in em."""
        return self.widths.get(code, self.default_width) / _EM

    def is_hole(self, code: int) -> bool:
        """Tell whether a code shows .notdef instead of a character."""
        return code in self.holes if self.holes is not None else self.wide and code == 0


def _mixed(data: bytes) -> list[int]:
    codes, i = [], 0
    while i < len(data):
        if data[i] < 0x81 or i + 1 == len(data):
            codes.append(data[i])
            i += 1
        else:
            codes.append(data[i] << 8 | data[i + 1])
            i += 2
    return codes


def read_font(font: Any) -> FontFacts:
    """Read a font dictionary; a broken one gives a font that is not embedded."""
    subtype = _name(font.get("/Subtype"))
    composite = subtype == "Type0"
    body = _descendant(font) if composite else font
    descriptor = body.get("/FontDescriptor")
    embedded = subtype == "Type3" or (
        descriptor is not None and any(key in descriptor for key in _FILES)
    )
    encoding = font.get("/Encoding")
    cmap = _name(encoding)
    widths = _composite_widths(body) if composite else _simple_widths(body)
    return FontFacts(
        name=_name(font.get("/BaseFont")) or _name(font.get("/Name")) or "?",
        subtype=subtype,
        number=font.objgen[0] or None,
        embedded=embedded,
        vertical=composite and cmap.endswith("V"),
        wide=composite,
        mixed=composite and cmap.startswith(("GB", "B5", "ETen", "KSC", "90")),
        default_width=_number(body.get("/DW"), _EM) if composite else _missing_width(descriptor),
        widths=widths,
        texts=_mapped(font.get("/ToUnicode")),
        readable=_readable(font, cmap, composite, descriptor),
        holes=_holes(font, body, composite),
    )


def _descendant(font: Any) -> Any:
    import pikepdf

    kids = font.get("/DescendantFonts")
    return kids[0] if kids is not None and len(kids) else pikepdf.Dictionary()


def _name(obj: Any) -> str:
    import pikepdf

    return str(obj)[1:] if isinstance(obj, pikepdf.Name) else ""


def _number(obj: Any, otherwise: float) -> float:
    try:
        return float(obj)
    except (TypeError, ValueError):
        return otherwise


def _missing_width(descriptor: Any) -> float:
    return _number(descriptor.get("/MissingWidth"), 0.0) if descriptor is not None else 500.0


def _simple_widths(font: Any) -> dict[int, float]:
    first = int(_number(font.get("/FirstChar"), 0))
    widths = font.get("/Widths")
    factor = 1.0
    if _name(font.get("/Subtype")) == "Type3" and "/FontMatrix" in font:
        factor = float(font.FontMatrix[0]) * _EM
    if widths is None:
        return {}
    return {first + i: _number(w, 0.0) * factor for i, w in enumerate(widths)}


def _composite_widths(font: Any) -> dict[int, float]:
    import pikepdf

    found: dict[int, float] = {}
    items = list(font.get("/W") or ())
    i = 0
    while i + 1 < len(items):
        first = int(_number(items[i], 0))
        if isinstance(items[i + 1], pikepdf.Array):
            for k, width in enumerate(items[i + 1]):
                found[first + k] = _number(width, _EM)
            i += 2
        elif i + 2 < len(items):
            last = min(int(_number(items[i + 1], 0)), first + 65535)
            found.update(dict.fromkeys(range(first, last + 1), _number(items[i + 2], _EM)))
            i += 3
        else:
            break
    return found


def _mapped(stream: Any) -> frozenset[int] | None:
    """Return the codes a ToUnicode CMap gives a text to (ISO 32000-1, 9.10.3)."""
    import pikepdf

    if not isinstance(stream, pikepdf.Stream):
        return None
    try:
        data = stream.read_bytes()
    except pikepdf.PdfError:
        return frozenset()
    codes: set[int] = set()
    for kind, body in _BLOCK.findall(data):
        if kind == b"bfchar":
            pairs = _HEX.findall(body)
            codes.update(int(code, 16) for code in pairs[::2] if code.strip())
        else:
            for low, high in _RANGE.findall(body):
                first = int(low, 16)
                codes.update(range(first, min(int(high, 16), first + 65535) + 1))
    return frozenset(codes)


def _readable(font: Any, cmap: str, composite: bool, descriptor: Any) -> bool:
    """Tell whether readers know the text without a ToUnicode map (ISO 19005-3, 6.2.11.7.2)."""
    import pikepdf

    if composite:
        return bool(cmap) and not cmap.startswith("Identity")
    if cmap in ("WinAnsiEncoding", "MacRomanEncoding", "StandardEncoding"):
        return True
    symbolic = descriptor is not None and bool(int(_number(descriptor.get("/Flags"), 0)) & 4)
    encoding = font.get("/Encoding")
    if isinstance(encoding, pikepdf.Dictionary):
        names = [str(n) for n in encoding.get("/Differences", ()) if isinstance(n, pikepdf.Name)]
        return not any(re.fullmatch(r"/(g|glyph|cid|index|G)\d+", name) for name in names)
    return not symbolic


def _holes(font: Any, body: Any, composite: bool) -> frozenset[int] | None:
    import pikepdf

    if composite:
        table = body.get("/CIDToGIDMap")
        if isinstance(table, pikepdf.Stream):
            data = table.read_bytes()
            return frozenset(
                i // 2 for i in range(0, len(data) - 1, 2) if data[i] == data[i + 1] == 0
            )
        return None
    encoding = font.get("/Encoding")
    holes, code = set(), 0
    if isinstance(encoding, pikepdf.Dictionary):
        for item in encoding.get("/Differences", ()):
            if isinstance(item, pikepdf.Name):
                if str(item) == "/.notdef":
                    holes.add(code)
                code += 1
            else:
                code = int(item)
    return frozenset(holes)
