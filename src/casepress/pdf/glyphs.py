"""What the lines of a document share: codes and texts of its glyphs, and the looks of its runs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from operator import ne

from casepress.fonts import Face
from casepress.pdf.composite import CompositeFont, FontSet
from casepress.pdf.inks import Look


class FaceGlyphs:
    """The glyphs of one face in a document: what they were set for, and their codes."""

    __slots__ = ("_record", "_texts", "codes", "font")

    def __init__(self, font: CompositeFont) -> None:
        """Note glyphs with *font*."""
        self.font = font
        self.codes = _Codes(font)
        self._record = font.record
        self._texts: dict[int, str] = {}

    def untold(self, gids: Sequence[int], texts: Sequence[str]) -> list[bool]:
        """Note glyphs as set; tell which of them don't give back their text, ``[]`` for none.

        A glyph stands for the first text it is set for (see :meth:`CompositeFont.record`), so the
        font need hear of each only once.
        """
        known, record = self._texts, self._record
        if "" in texts:
            untold = [not record(gid, text) for gid, text in zip(gids, texts, strict=True)]
            pairs = zip(gids, texts, untold, strict=True)
            known.update((gid, text) for gid, text, lost in pairs if not lost)
            return untold
        before = len(known)
        untold = [*map(ne, map(known.setdefault, gids, texts), texts)]
        new = [*islice(reversed(known.items()), len(known) - before)]
        for gid, text in reversed(new):
            record(gid, text)
        return untold if True in untold else []


class _Codes(dict[int, str]):
    """The codes of glyphs in hexadecimal, each written once."""

    __slots__ = ("_font",)

    def __init__(self, font: CompositeFont) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, gid: int) -> str:
        code = self[gid] = f"{self._font.codes[gid]:04X}"
        return code


class Glyphs:
    """The glyphs of the faces of a document, and the looks of its runs."""

    def __init__(self, fonts: FontSet) -> None:
        """Set lines in the composite fonts of *fonts*."""
        self._fonts = fonts
        self._faces: dict[Face, FaceGlyphs] = {}
        self.looks: dict[tuple[object, ...], Look] = {}
        """How a run is set, by what decides it."""

    def __getitem__(self, face: Face) -> FaceGlyphs:
        glyphs = self._faces.get(face)
        if glyphs is None:
            glyphs = self._faces[face] = FaceGlyphs(self._fonts[face])
        return glyphs
