"""Opening a font file: mapped into memory, checked, its names and axes read.

Everything a user can do wrong with a font file ends here in a :class:`FontError` that says which
file and why, instead of a blank page later.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

from casepress.frozen import dataclass

_SFNT = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_COLLECTION = b"ttcf"
_NOT_SFNT = {
    b"wOFF": "a web font (WOFF); unpack it to TTF or OTF first",
    b"wOF2": "a web font (WOFF2); unpack it to TTF or OTF first",
    b"%!PS": "a Type 1 font (PostScript); convert it to OTF first",
    b"%!Fo": "a Type 1 font (PostScript); convert it to OTF first",
    b"\x80\x01": "a Type 1 font (PFB); convert it to OTF first",
    b"PK\x03\x04": "a ZIP archive; unpack it first",
    b"version https": "a Git LFS pointer, not the font itself; run git lfs pull",
}
_OUTLINES = ("glyf", "CFF ", "CFF2")
_NEEDED = ("cmap", "head", "hhea", "hmtx", "maxp")
_RESTRICTED = 0x0002
"""OS/2 fsType, bits 0-3: restricted licence embedding, "must not be embedded"."""


class FontError(ValueError):
    """A font cannot be used. ``path`` is the file (``None``: no file involved), ``cause`` why."""

    def __init__(self, path: Path | None, cause: str) -> None:
        """Keep both parts, so that a caller may word its own message around them."""
        super().__init__(f"{path}: {cause}" if path is not None else cause)
        self.path = path
        self.cause = cause


@dataclass(frozen=True, slots=True)
class FontInfo:
    """What a font says of itself. ``wght`` is the range of its weight axis, if it has one."""

    family: str
    postscript_name: str
    weight: int
    licence: str
    wght: tuple[float, float] | None


def _read_start(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(16)
    except OSError as error:
        raise FontError(path, f"cannot be read: {error.strerror or error}") from error


def _check_signature(path: Path, start: bytes) -> None:
    if start[:4] in _SFNT or start[:4] == _COLLECTION:
        return
    for signature, cause in _NOT_SFNT.items():
        if start.startswith(signature):
            raise FontError(path, f"is {cause}")
    cause = "is empty" if not start else "is not a TrueType or OpenType font, or is encrypted"
    raise FontError(path, cause)


def collection_size(path: Path) -> int:
    """Return how many fonts the file holds: 1, or the length of a TTC/OTC collection."""
    start = _read_start(path)
    _check_signature(path, start)
    return int(struct.unpack(">I", start[8:12])[0]) if start[:4] == _COLLECTION else 1


def open_font(path: Path, index: int = 0) -> tuple[Any, Any]:
    """Map a font file into memory and return its ``uharfbuzz.Blob`` and ``uharfbuzz.Face``.

    ``index`` chooses the font of a collection.

    Raises:
        FontError: unreadable, not a font, damaged, no outlines, or embedding is forbidden.
    """
    if not 0 <= index < collection_size(path):
        raise FontError(path, f"has no font number {index}")
    import uharfbuzz as hb  # 20 ms: only when a font is really needed

    try:
        blob = hb.Blob.from_file_path(path)
    except hb.HarfBuzzError as error:
        raise FontError(path, f"cannot be read: {error}") from error
    face = hb.Face(blob, index)
    tables = set(face.table_tags)
    if missing := [tag for tag in _NEEDED if tag not in tables]:
        raise FontError(path, f"is damaged or encrypted: no table {', '.join(missing)}")
    if not tables.intersection(_OUTLINES):
        raise FontError(path, "has no outlines (a bitmap or colour-only font)")
    if not face.glyph_count or not len(face.unicodes):
        raise FontError(path, "is damaged or encrypted: it maps no characters")
    if _os2(face, 8, ">H", 0) & 0x000F == _RESTRICTED:
        raise FontError(path, "forbids embedding (OS/2 fsType: restricted licence)")
    return blob, face


def read_info(path: Path, index: int = 0) -> FontInfo:
    """Read family, PostScript name, weight, licence and weight axis of a font file.

    Raises:
        FontError: see :func:`open_font`.
    """
    _, face = open_font(path, index)
    family = _name(face, 16, 1) or path.stem
    axis = next((axis for axis in face.axis_infos if axis.tag == "wght"), None)
    return FontInfo(
        family=family,
        postscript_name=_name(face, 6) or family.replace(" ", ""),
        weight=_os2(face, 4, ">H", 400) or 400,
        licence=_name(face, 13, 0) or "not stated in the font",
        wght=(axis.min_value, axis.max_value) if axis else None,
    )


def cap_height(face: Any) -> float:
    """Return the height of H in 1/1000 em: OS/2 sCapHeight, or 700 where the font has none."""
    if _os2(face, 0, ">H", 0) >= 2 and (value := _os2(face, 88, ">h", 0)) > 0:
        return value * 1000 / float(face.upem)
    return 700.0


def em_box(face: Any) -> tuple[float, float]:
    """Return ascent and (negative) descent of the em box in 1/1000 em.

    CJK fonts place it with sTypoAscender/sTypoDescender, whose distance is then one em. Any other
    distance is a Latin design's line box, which would move lines when a character falls back to
    that font: such fonts get the 880/-120 of the bundled families.
    """
    upem = float(face.upem)
    ascent, descent = _os2(face, 68, ">h", 0), _os2(face, 70, ">h", 0)
    if ascent - descent == face.upem:
        return ascent * 1000 / upem, descent * 1000 / upem
    return 880.0, -120.0


def _name(face: Any, *identifiers: int) -> str:
    """First non-empty name of these ids, in English or whatever language comes first."""
    for identifier in identifiers:
        if text := face.get_name(identifier, "en") or face.get_name(identifier):
            return str(text)
    return ""


def _os2(face: Any, offset: int, form: str, default: int) -> int:
    """Read one number of the OS/2 table, or *default* where the table is absent or shorter."""
    table = face.reference_table("OS/2").data if "OS/2" in face.table_tags else b""
    if len(table) < offset + struct.calcsize(form):
        return default
    return int(struct.unpack_from(form, table, offset)[0])
