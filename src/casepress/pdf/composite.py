"""A composite font: any OpenType face as a PDF Type0 font with a code for every glyph that is set.

reportlab's own TTFont cuts a face into 256-glyph pieces, knows glyf outlines only and cannot show a
glyph that no character maps to. This object speaks the same protocol to the Canvas but embeds one
subset with two-byte codes, which are its CIDs (ISO 32000-1, 9.7). Outlines may be glyf, CFF or an
instance of a variable font. ToUnicode is made from the text that was *set*, never from the font's
own character map, which would turn 一 into the Kangxi radical U+2F00.

Codes count up as glyphs are first set, and CIDToGIDMap leads from them into a subset that holds
those glyphs and no empty places: a Chinese face has 30,000 glyphs, and their metrics and offsets
alone would be 240 KB to sum up and compress for a document that shows six hundred. A bare CFF
program has no such map (9.7.4.2), so there a code stays the glyph's id in the source.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from operator import ne
from typing import Any

from casepress.fonts import Face
from casepress.frozen import dataclass
from casepress.pdf.objects import array as pdf_array
from casepress.pdf.objects import dictionary, name, number, stream
from casepress.pdf.subset import Subset, subset_of

_STEM_V = 80
_SYMBOLIC = 4


@dataclass(frozen=True, slots=True)
class FontUse:
    """What one face contributed to the file, for reports and tests."""

    name: str
    glyphs: int
    size: int
    """Bytes of the font program before compression."""


class _Widths(dict[int, float]):
    """The widths a reader will use, in 1/1000 em, of the glyphs asked about: those that are set."""

    __slots__ = ("_face",)

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, gid: int) -> float:
        width = self[gid] = round(self._face.advance(gid), 2)
        return width


@lru_cache(maxsize=64)
def _widths_of(face: Face) -> _Widths:
    """Return the widths of a face, which stay the same from one document to the next."""
    return _Widths(face)


class _Codes(dict[int, str]):
    """The code of every glyph that is set, in hexadecimal; given out when it is asked for."""

    __slots__ = ("_fixed",)

    def __init__(self, fixed: bool) -> None:
        """Count up from 1, or, where codes are *fixed*, take the glyph's own id."""
        super().__init__()
        self._fixed = fixed

    def __missing__(self, gid: int) -> str:
        code = self[gid] = f"{gid if self._fixed else len(self) + 1:04X}"
        return code

    def ordered(self) -> list[tuple[int, str]]:
        """Return every glyph with its code, in the order of the codes."""
        return sorted(self.items()) if self._fixed else list(self.items())


class CompositeFont:
    """One face in one document: notes the glyphs that are set, embeds them when reportlab saves."""

    _dynamicFont = 1
    _multiByte = 1
    shapable = False
    encName = "Identity-H"
    encoding = None

    def __init__(self, face: Face, resource: str) -> None:
        """Take *face* under the resource name *resource* (``F1``), unique in the document."""
        self.source = face
        self.resource = resource
        self.fontName = f"{resource}-{face.postscript_name}"
        self.use_report: FontUse | None = None
        self.widths = _widths_of(face)
        self.codes = _Codes(fixed="glyf" not in face.hb_face().table_tags)
        self._texts: dict[int, str] = {}

    # -- what the line setter asks -----------------------------------------------------------

    def record(self, gid: int, text: str) -> bool:
        """Note that *gid* was set for *text*; tell whether ToUnicode will give that text back.

        Two characters on one glyph: the first one met wins and the caller wraps the other in
        ActualText.

        Raises:
            ValueError: glyph 0; showing .notdef is forbidden (ISO 19005-3, 6.2.11.8).
        """
        if gid == 0:
            raise ValueError(f"{self.source.postscript_name} has no glyph for {text!r}")
        self.codes[gid]
        if not text:
            return False
        return self._texts.setdefault(gid, text) == text

    def untold(self, gids: Sequence[int], texts: Sequence[str]) -> list[bool]:
        """Note glyphs as :meth:`record` does, all at once.

        Returns:
            Which of them don't give back their text; ``[]`` if all do, as nearly always.
        """
        if "" in texts:
            return [not self.record(gid, text) for gid, text in zip(gids, texts, strict=True)]
        known, before = self._texts, len(self._texts)
        told = [*map(known.setdefault, gids, texts)]
        for gid in [*islice(reversed(known), len(known) - before)][::-1]:
            self.record(gid, known[gid])
        return [] if told == [*texts] else [*map(ne, told, texts)]

    def space(self) -> int:
        """Return the glyph of the word space, 0 if there is none."""
        return self.source.glyph_id(" ")

    # -- what reportlab asks -----------------------------------------------------------------

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:
        """Register with the document at first use and return the resource name."""
        if self.fontName not in doc.fontMapping:
            doc.fontMapping[self.fontName] = "/" + self.resource
            doc.delayedFonts.append(self)
        return "/" + self.resource

    def addObjects(self, doc: Any) -> None:
        """Subset the face and hand reportlab the font objects; called once, when it saves."""
        gids, codes = sorted(self.codes), self.codes.ordered()
        subset = subset_of(self.source, gids, self._texts)
        base = f"{_tag(self.source, gids)}+{self.source.postscript_name}"
        bare_cff = "CFF " in subset.tables
        program = subset.tables["CFF "] if bare_cff else subset.truetype()
        self.use_report = FontUse(self.source.postscript_name, len(gids), len(program))
        keys: dict[str, Any] = {"Length1": number(len(program))}
        if bare_cff:
            keys = {"Subtype": name("CIDFontType0C")}
        file = doc.Reference(stream(program, keys), f"{self.resource}.file")
        descriptor = self._descriptor(base, subset.tables["head"], bare_cff, file)
        cid_font = self._cid_font(base, codes, bare_cff, doc.Reference(descriptor))
        if not bare_cff:
            glyphs = stream(_glyph_map(subset, codes), {})
            cid_font.dict["CIDToGIDMap"] = doc.Reference(glyphs, f"{self.resource}.map")
        to_unicode = stream(self._to_unicode(codes), {})
        type0 = dictionary(
            {
                "Type": name("Font"),
                "Subtype": name("Type0"),
                "BaseFont": name(f"{base}-Identity-H" if bare_cff else base),
                "Encoding": name("Identity-H"),
                "DescendantFonts": pdf_array([doc.Reference(cid_font)]),
                "ToUnicode": doc.Reference(to_unicode),
            }
        )
        doc.idToObject["BasicFonts"].dict[self.resource] = doc.Reference(type0, self.resource)

    # -- the dictionaries --------------------------------------------------------------------

    def _descriptor(self, base: str, head: bytes, bare_cff: bool, file: Any) -> Any:
        scale = 1000 / self.source.units_per_em
        box = [round(v * scale) for v in struct.unpack_from(">4h", head, 36)]
        return dictionary(
            {
                "Type": name("FontDescriptor"),
                "FontName": name(base),
                "Flags": number(_SYMBOLIC),
                "FontBBox": pdf_array([number(v) for v in box]),
                "ItalicAngle": number(_italic_angle(self.source)),
                "Ascent": number(round(self.source.ascent)),
                "Descent": number(round(self.source.descent)),
                "CapHeight": number(round(self.source.cap_height)),
                "StemV": number(_STEM_V),
                "FontFile3" if bare_cff else "FontFile2": file,
            }
        )

    def _cid_font(
        self, base: str, codes: list[tuple[int, str]], bare_cff: bool, descriptor: Any
    ) -> Any:
        return dictionary(
            {
                "Type": name("Font"),
                "Subtype": name("CIDFontType0" if bare_cff else "CIDFontType2"),
                "BaseFont": name(base),
                "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
                "FontDescriptor": descriptor,
                "DW": number(1000),
                "W": _width_array([(int(code, 16), self.widths[gid]) for gid, code in codes]),
            }
        )

    def _to_unicode(self, codes: list[tuple[int, str]]) -> bytes:
        texts = self._texts
        entries = [f"<{code}> <{_utf16(texts.get(gid, _FILLER))}>" for gid, code in codes]
        blocks = [entries[i : i + 100] for i in range(0, len(entries), 100)]
        body = "\n".join(
            f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
        )
        return _CMAP.replace("%BODY%", body).encode("ascii")


_FILLER = "\u200b"
"""Text of a glyph that never stands for any by itself (it is always inside an ActualText)."""

_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
%BODY%
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class FontSet:
    """The composite fonts of one document, numbered in the order they are first used."""

    def __init__(self) -> None:
        self._fonts: dict[Face, CompositeFont] = {}

    def __getitem__(self, face: Face) -> CompositeFont:
        font = self._fonts.get(face)
        if font is None:
            font = self._fonts[face] = CompositeFont(face, f"F{len(self._fonts) + 1}")
        return font

    def uses(self) -> tuple[FontUse, ...]:
        """Return what was embedded, once the document is saved."""
        return tuple(font.use_report for font in self._fonts.values() if font.use_report)


def _tag(face: Face, gids: list[int]) -> str:
    """Six letters that differ between subsets (ISO 32000-1, 9.6.4), from the content alone."""
    place = sorted(face.variations.items())
    digest = hashlib.sha256(repr((face.postscript_name, place, gids)).encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _italic_angle(face: Face) -> float:
    source = face.hb_face()
    if "post" not in source.table_tags:
        return 0.0
    return float(struct.unpack_from(">i", source.reference_table("post").data, 4)[0]) / 65536


def _glyph_map(subset: Subset, codes: list[tuple[int, str]]) -> bytes:
    """Return CIDToGIDMap: for every code the glyph's place in the subset (9.7.4.3)."""
    return struct.pack(f">{len(codes) + 1}H", 0, *(subset.places[gid] for gid, _ in codes))


def _width_array(widths: list[tuple[int, float]]) -> str:
    """Format the W array of (code, width): runs of consecutive codes, the default 1000 left out."""
    parts: list[str] = []
    previous = -2
    for code, width in widths:
        if width == 1000:
            continue
        if code != previous + 1:
            parts.append(f"{'] ' if parts else ''}{code} [")
        parts.append(f"{width:g} ")
        previous = code
    return "[" + "".join(parts) + ("]" if parts else "") + "]"


def _utf16(text: str) -> str:
    if len(text) == 1 and text <= "\uffff":
        return f"{ord(text):04X}"
    return text.encode("utf-16-be").hex().upper()
