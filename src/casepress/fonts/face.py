"""One font at one weight: which glyphs it has, how wide they are, how text is shaped with it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from casepress.fonts.sfnt import FontError, cap_height, em_box, open_font, read_info

__all__ = ["Face", "FontError", "ShapedGlyph"]


class ShapedGlyph(NamedTuple):
    """A glyph of shaped text. ``cluster`` is the index of its first character in the text.

    The advance and the offsets are in 1/1000 em.
    """

    gid: int
    cluster: int
    x_advance: float
    x_offset: float
    y_offset: float


class Face:
    """A font file (or one font of a collection) at one place on its variation axes.

    Making a face costs nothing: the file is opened, by memory mapping, at the first question about
    its glyphs. A face is immutable apart from that; compare faces by identity, and get them from a
    :class:`~casepress.fonts.FontLibrary`, which makes each only once. All measures are in 1/1000
    em, whatever the font's own units. Every method may raise :class:`FontError` at the first use.
    """

    __slots__ = (
        "_blob",
        "_em_box",
        "_face",
        "_font",
        "_scale",
        "family",
        "index",
        "path",
        "postscript_name",
        "variations",
        "weight",
    )

    def __init__(
        self,
        path: Path,
        *,
        family: str,
        weight: int,
        postscript_name: str,
        variations: Mapping[str, float] | None = None,
        index: int = 0,
    ) -> None:
        """Name a face without opening it.

        Args:
            path: the font file: glyf or CFF outlines, static or variable, single or collection.
            family: name of the family as shown to people.
            weight: 100 to 900.
            postscript_name: unique per instance, e.g. ``NotoSansSC-wght500``: PDF writers key
                fonts by it and would mix up two instances of one name.
            variations: position on the axes of a variable font, e.g. ``{"wght": 500}``.
            index: number of the font in a collection.
        """
        self.path = path
        self.family = family
        self.weight = weight
        self.postscript_name = postscript_name
        self.variations: Mapping[str, float] = MappingProxyType(dict(variations or {}))
        self.index = index
        self._blob: Any = None
        self._face: Any = None
        self._font: Any = None
        self._scale = 1.0
        self._em_box = (0.0, 0.0)

    @classmethod
    def open(cls, path: Path, *, weight: int | None = None, index: int = 0) -> Face:
        """Make a face from any font file, taking its names from the file.

        ``weight`` chooses the instance of a variable font (clamped to its axis); a static font
        keeps its own weight.

        Raises:
            FontError: the file is not a usable font.
        """
        info = read_info(path, index)
        if info.wght is None:
            return cls(
                path,
                family=info.family,
                weight=info.weight,
                postscript_name=info.postscript_name,
                index=index,
            )
        low, high = info.wght
        chosen = round(min(max(weight or info.weight, low), high))
        return cls(
            path,
            family=info.family,
            weight=chosen,
            postscript_name=instance_name(info.postscript_name, chosen),
            variations={"wght": chosen},
            index=index,
        )

    def __repr__(self) -> str:
        return f"Face({self.postscript_name})"

    # -- HarfBuzz objects ---------------------------------------------------------------------

    def _load(self) -> Any:
        """Open the file at the first use and return the ``uharfbuzz.Font``."""
        import uharfbuzz as hb

        self._blob, self._face = open_font(self.path, self.index)
        font = hb.Font(self._face)
        if self.variations:
            font.set_variations(dict(self.variations))
        self._scale = 1000 / float(self._face.upem)
        self._em_box = em_box(self._face)
        self._font = font
        return font

    def blob(self) -> Any:
        """Return the whole file as a ``uharfbuzz.Blob``."""
        if self._font is None:
            self._load()
        return self._blob

    def hb_face(self) -> Any:
        """Return the ``uharfbuzz.Face``, for subsetting; it is shared, do not change it."""
        if self._font is None:
            self._load()
        return self._face

    # -- glyphs -------------------------------------------------------------------------------

    def glyph_id(self, char: str) -> int:
        """Return the glyph of a character before shaping; 0 when the font has none."""
        font = self._font or self._load()
        return font.get_nominal_glyph(ord(char)) or 0

    def covers(self, char: str) -> bool:
        """Tell whether the font has a glyph for this character."""
        return self.glyph_id(char) != 0

    def advance(self, gid: int) -> float:
        """Return the unshaped advance width of a glyph in 1/1000 em."""
        font = self._font or self._load()
        return float(font.get_glyph_h_advance(gid)) * self._scale

    def glyph_bounds(self, gid: int) -> tuple[float, float, float, float]:
        """Return (xmin, ymin, xmax, ymax) of a glyph's ink in 1/1000 em, y upwards.

        Zero everywhere for a glyph without ink, such as a space.
        """
        font = self._font or self._load()
        box = font.get_glyph_extents(gid)
        if box is None:
            return (0.0, 0.0, 0.0, 0.0)
        left, top = box.x_bearing, box.y_bearing
        scale = self._scale
        return (
            left * scale,
            (top + box.height) * scale,
            (left + box.width) * scale,
            top * scale,
        )

    def shape(
        self, text: str, features: Mapping[str, bool] | None = None, language: str = "zh"
    ) -> list[ShapedGlyph]:
        """Shape a run of text, left to right, in one font.

        Text without letters is shaped as Han: with ``language="zh"`` the pair —— then becomes one
        joined glyph of 2 em and a single — fills its em, whatever stands around it in the line.
        Pass ``language="en"`` for the proportional dash of Latin text.
        Glyph 0 in the result marks a character the font lacks.
        """
        import uharfbuzz as hb

        font = self._font or self._load()
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        if buffer.script is None:
            buffer.script = "Hani"
        buffer.language = language
        buffer.direction = "ltr"
        hb.shape(font, buffer, dict(features) if features else None)
        scale = self._scale
        glyphs = []
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            x_offset, y_offset, x_advance, _ = place.position
            glyphs.append(
                ShapedGlyph(
                    info.codepoint,
                    info.cluster,
                    x_advance * scale,
                    x_offset * scale,
                    y_offset * scale,
                )
            )
        return glyphs

    # -- vertical metrics ---------------------------------------------------------------------

    @property
    def units_per_em(self) -> int:
        """Font units in one em."""
        return int(self.hb_face().upem)

    @property
    def ascent(self) -> float:
        """Top of the em box above the baseline, in 1/1000 em (880 in the bundled families)."""
        self.hb_face()
        return self._em_box[0]

    @property
    def descent(self) -> float:
        """Bottom of the em box, negative, in 1/1000 em (-120 in the bundled families)."""
        self.hb_face()
        return self._em_box[1]

    @property
    def cap_height(self) -> float:
        """Height of a capital H in 1/1000 em."""
        return cap_height(self.hb_face())


def instance_name(postscript_name: str, weight: int) -> str:
    """Return the PostScript name of a variable font's instance: ``NotoSansSC-wght500``."""
    return f"{postscript_name.rpartition('-')[0] or postscript_name}-wght{weight}"
