"""Pictures as image XObjects: a JPEG's own bytes wherever possible, everything else as PNG data.

Nothing is decoded that need not be: a baseline RGB or grey JPEG is passed through, and a PNG's
compressed scanlines are already what PDF wants (Flate with PNG predictors). Rotation by EXIF
becomes part of the matrix, a crop becomes a clip, transparency a soft mask.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

from casepress import picture
from casepress.diagnostics import CasepressError
from casepress.frozen import dataclass

_JPEG_QUALITY = 90
_REDUCE_FROM = 1.5


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture ready for a PDF: the stream's bytes and what its dictionary must say."""

    width: int
    height: int
    data: bytes
    filter: str
    space: str
    """DeviceGray, DeviceRGB, DeviceCMYK, ICCBased or Indexed."""
    bits: int = 8
    colors: int = 3
    """Components per pixel in the data, for the predictor."""
    palette: bytes = b""
    profile: bytes = b""
    mask: Raster | None = None
    predictor: bool = True
    """Whether Flate data carry PNG predictors."""
    inverted: bool = False
    """CMYK as Adobe's JPEGs have it: 255 is no ink."""
    orientation: int = 1
    """EXIF orientation, 1 to 8."""
    key: str = ""
    coverage: float = 0.0
    """Highest total ink in percent, of a picture converted for the press."""

    @property
    def upright(self) -> tuple[int, int]:
        """Pixels across and down as the picture is seen."""
        if self.orientation >= 5:
            return self.height, self.width
        return self.width, self.height


def load(path: str, source: str = "") -> tuple[Raster, Any]:
    """Read a picture file; return it as stored, and Pillow's image for conversions.

    ``source`` is the place in the case that names the picture, for the message.

    Raises:
        CasepressError: CP0601 to CP0606, see :mod:`casepress.picture`.
    """
    try:
        data, image = picture.read(Path(path))
    except CasepressError as error:
        (found,) = error.diagnostics
        known = {**found.params, "source": source}
        raise CasepressError(replace(found, params=known), error.exit_code) from error
    raster = replace(
        _stored(data, image),
        orientation=picture.orientation(image),
        key=hashlib.sha256(data).hexdigest()[:16],
    )
    return raster, image


def _stored(data: bytes, image: Any) -> Raster:
    """Keep the file's own compressed data if a PDF reader understands it, else re-encode."""
    profile = _foreign_profile(image)
    if image.format in picture.PHOTO_FORMATS and image.mode in ("RGB", "L"):
        return Raster(
            image.width,
            image.height,
            picture.without_metadata(data),
            "DCTDecode",
            _space(image.mode, profile),
            colors=3 if image.mode == "RGB" else 1,
            profile=profile,
        )
    return encode(image)


def plain(image: Any) -> Any:
    """Return the picture in a mode of eight bits: 1, L, P, RGB, LA or RGBA, or CMYK as it is."""
    if image.mode.startswith("I") or image.mode == "F":
        return _to_eight_bits(image)
    if image.mode in ("1", "L", "P", "RGB", "LA", "RGBA", "CMYK"):
        return image
    return image.convert("RGBA" if image.mode in ("PA", "RGBa", "La") else "RGB")


def encode(image: Any) -> Raster:
    """Encode Pillow's image losslessly in grey or RGB, transparency as a soft mask.

    Sixteen-bit channels are reduced to eight, CMYK is converted to RGB through its own profile.
    """
    image = _to_srgb(image) if image.mode == "CMYK" else plain(image)
    profile = _foreign_profile(image)
    mask = None
    if image.mode in ("RGBA", "LA") or "transparency" in image.info:
        rgba = image.convert("RGBA")
        alpha = rgba.getchannel("A")
        if alpha.getextrema() != (255, 255):
            mask = _flate(alpha)
        image = rgba.convert("L" if image.mode == "LA" else "RGB")
    raster = _flate(image)
    if profile and raster.space in ("DeviceRGB", "DeviceGray"):
        raster = replace(raster, space="ICCBased", profile=profile)
    return replace(raster, mask=mask)


def reduce(image: Any, raster: Raster, width: int, height: int) -> Raster:
    """Return a coarser copy of a picture, *width* by *height* stored pixels; photos stay JPEG."""
    small = resized(image, (width, height))
    photo = image.format in picture.PHOTO_FORMATS and small.mode in ("RGB", "L")
    made = jpeg(small) if photo else encode(small)
    return replace(made, orientation=raster.orientation, key=f"{raster.key}-{width}x{height}")


def resized(image: Any, size: tuple[int, int]) -> Any:
    """Return a smaller copy with the picture's information (profile) kept."""
    from PIL import Image

    source = plain(image)
    if source.mode in ("1", "P"):
        source = source.convert("RGBA" if "transparency" in source.info else "RGB")
    small = source.resize(size, Image.Resampling.LANCZOS)
    small.info = {k: v for k, v in image.info.items() if k == "icc_profile"}
    return small


def jpeg(image: Any) -> Raster:
    """Compress an RGB or grey image as JPEG, its colour profile kept unless it is sRGB."""
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=_JPEG_QUALITY, subsampling=0, optimize=True)
    profile = _foreign_profile(image)
    return Raster(
        image.width,
        image.height,
        picture.without_metadata(buffer.getvalue()),
        "DCTDecode",
        _space(image.mode, profile),
        colors=3 if image.mode == "RGB" else 1,
        profile=profile,
    )


def wanted_size(
    raster: Raster,
    shown_pt: tuple[float, float],
    crop: tuple[float, float, float, float],
    ppi: float | None,
) -> tuple[int, int] | None:
    """Return the stored pixels worth keeping at *ppi*, ``None``: the picture is not too fine."""
    resolution = effective_ppi(raster, shown_pt, crop)
    if ppi is None or resolution <= ppi * _REDUCE_FROM:
        return None
    scale = ppi / resolution
    return max(1, round(raster.width * scale)), max(1, round(raster.height * scale))


def effective_ppi(
    raster: Raster, shown_pt: tuple[float, float], crop: tuple[float, float, float, float]
) -> float:
    """Return the resolution at which the picture is shown, the coarser direction."""
    return picture.effective_ppi(raster.upright, shown_pt, crop)


# -- colour ----------------------------------------------------------------------------------


def _space(mode: str, profile: bytes) -> str:
    if profile:
        return "ICCBased"
    return "DeviceRGB" if mode == "RGB" else "DeviceGray"


def _foreign_profile(image: Any) -> bytes:
    """Return the picture's ICC profile if it fits its channels and is not sRGB anyway."""
    data: bytes = image.info.get("icc_profile") or b""
    if len(data) < 132 or data[36:40] != b"acsp":
        return b""
    space = data[16:20]
    if space != (b"GRAY" if image.mode == "L" else b"RGB "):
        return b""
    if data[12:16] not in (b"mntr", b"scnr", b"spac") or data[8] > 4:
        return b""
    return b"" if b"sRGB" in data or b"s\0R\0G\0B" in data else data


def _to_srgb(image: Any) -> Any:
    from PIL import Image, ImageCms

    data = image.info.get("icc_profile")
    if data:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(data))
            target = ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(image, source, target, outputMode="RGB")
        except ImageCms.PyCMSError:
            pass
    converted: Image.Image = image.convert("RGB")
    converted.info.pop("icc_profile", None)
    return converted


def _to_eight_bits(image: Any) -> Any:
    """Scale sixteen-bit grey to eight (Pillow's own conversion would clip)."""
    if image.mode == "F":
        return image.convert("L")
    return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")


# -- PNG data --------------------------------------------------------------------------------


def _flate(image: Any) -> Raster:
    """Let Pillow write a PNG and take its scanlines: Flate with a predictor chosen per row."""
    buffer = io.BytesIO()
    image.save(buffer, "PNG", icc_profile=None)
    png = buffer.getvalue()
    data, palette, at = b"", b"", 8
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        kind, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        if kind == b"IDAT":
            data += body
        elif kind == b"PLTE":
            palette = body
        at += 12 + length
    bits, colour_type = png[24], png[25]
    space = {0: "DeviceGray", 2: "DeviceRGB", 3: "Indexed"}[colour_type]
    return Raster(
        image.width,
        image.height,
        data,
        "FlateDecode",
        space,
        bits=bits,
        colors=3 if colour_type == 2 else 1,
        palette=palette,
    )
