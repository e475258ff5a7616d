"""Image XObjects in the document being painted: each picture once per size and colour space."""

from __future__ import annotations

from typing import Any

from casepress.display import PictureItem
from casepress.frozen import dataclass
from casepress.pdf import pictures
from casepress.pdf.objects import array, name, stream
from casepress.pdf.pictures import Raster
from casepress.pdf.targets import Target


@dataclass(frozen=True, slots=True)
class PictureUse:
    """A picture as placed: its resolution in the file and on paper."""

    path: str
    page: int
    """Index of the page, from 0."""
    ppi: float
    """Effective resolution of the original at the size shown."""
    coverage: float = 0.0
    """Highest total ink in percent (press only)."""


class Images:
    """Loads, adapts and registers the pictures of one document."""

    def __init__(self, doc: Any, target: Target) -> None:
        """Register with *doc*, reportlab's document."""
        self._doc = doc
        self._target = target
        self._stored: dict[str, Raster] = {}
        self._made: dict[tuple[str, tuple[int, int] | None], Raster] = {}
        self._names: dict[str, str] = {}
        self.uses: list[PictureUse] = []

    def place(self, item: PictureItem, page: int, source: str) -> tuple[str, Raster]:
        """Return the XObject's name for ``addForm`` resources, and the raster it shows.

        Pixels are let go at once: only compressed data are kept till the end.
        """
        image = None
        if item.path not in self._stored:
            self._stored[item.path], image = pictures.load(item.path, source)
        raster = self._stored[item.path]
        shown = (item.rect.width, item.rect.height)
        ppi = pictures.effective_ppi(raster, shown, item.crop)
        size = pictures.wanted_size(raster, shown, item.crop, self._target.picture_ppi)
        key = (item.path, size)
        if key not in self._made:
            if image is None:
                image = pictures.load(item.path, source)[1]
            self._made[key] = self._variant(raster, image, size)
        made = self._made[key]
        self.uses.append(PictureUse(item.path, page, round(ppi, 1), made.coverage))
        if made.key not in self._names:
            self._names[made.key] = self._register(made)
        return self._names[made.key], made

    def _variant(self, raster: Raster, image: Any, size: tuple[int, int] | None) -> Raster:
        made = raster if size is None else pictures.reduce(image, raster, *size)
        if self._target.colour == "cmyk" and self._target.profile is not None:
            from casepress.pdf.press_pictures import to_press

            made = to_press(image, made, size, self._target.profile)
        return made

    def _register(self, raster: Raster) -> str:
        label = f"Im{len(self._names) + 1}"
        keys = self._keys(raster)
        if raster.mask is not None:
            mask = stream(raster.mask.data, self._keys(raster.mask))
            keys["SMask"] = self._doc.Reference(mask, f"{label}.mask")
        self._doc.addForm(label, stream(raster.data, keys))
        return label

    def _keys(self, raster: Raster) -> dict[str, Any]:
        keys: dict[str, Any] = {
            "Type": name("XObject"),
            "Subtype": name("Image"),
            "Width": raster.width,
            "Height": raster.height,
            "BitsPerComponent": raster.bits,
            "ColorSpace": self._space(raster),
            "Filter": name(raster.filter),
            "Interpolate": "false",
        }
        if raster.inverted:
            keys["Decode"] = "[1 0 1 0 1 0 1 0]"
        if raster.filter == "FlateDecode" and raster.predictor:
            keys["DecodeParms"] = (
                f"<< /Predictor 15 /Colors {raster.colors} "
                f"/BitsPerComponent {raster.bits} /Columns {raster.width} >>"
            )
        return keys

    def _space(self, raster: Raster) -> Any:
        if raster.space == "Indexed":
            top = len(raster.palette) // 3 - 1
            return f"[/Indexed /DeviceRGB {top} <{raster.palette.hex()}>]"
        if raster.space == "ICCBased":
            profile = stream(raster.profile, {"N": raster.colors})
            label = f"icc.{raster.key}"
            return array([name("ICCBased"), self._doc.Reference(profile, label)])
        return name(raster.space)
