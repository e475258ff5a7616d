"""Pictures for the press: RGB to the inks of a printing condition, through its ICC profile.

Perceptual intent with black-point compensation keeps the shadows of a photo within the profile's
ink limit. Text and lines never come this way: their black would turn into four inks.
"""

from __future__ import annotations

import io
import zlib
from dataclasses import replace
from functools import lru_cache
from typing import Any

from casepress.pdf.pictures import Raster
from casepress.pdf.targets import SRGB, Profile

_JPEG_QUALITY = 92


def to_press(image: Any, raster: Raster, size: tuple[int, int] | None, profile: Profile) -> Raster:
    """Return the picture in the colours of *profile*, its highest total ink measured.

    ``image`` is Pillow's original, ``size`` the pixels wanted (``None``: all of them). A picture
    that came as JPEG stays one unless compression would break the ink limit of the profile.
    """
    from PIL import Image

    photo = raster.filter == "DCTDecode"
    picture = image if size is None else image.resize(size, Image.Resampling.LANCZOS)
    converted = _convert(picture, image.info.get("icc_profile"), profile)
    if photo:
        buffer = io.BytesIO()
        converted.save(buffer, "JPEG", quality=_JPEG_QUALITY, subsampling=0)
        data, packing = buffer.getvalue(), "DCTDecode"
        coverage = _coverage(Image.open(io.BytesIO(data)))
    else:
        data, packing = _flate(converted), "FlateDecode"
        coverage = _coverage(converted)
    return replace(
        raster,
        width=converted.width,
        height=converted.height,
        data=data,
        filter=packing,
        space="DeviceCMYK",
        bits=8,
        colors=4,
        palette=b"",
        profile=b"",
        inverted=packing == "DCTDecode",
        predictor=False,
        coverage=coverage,
        key=f"{raster.key}-cmyk",
    )


def _convert(image: Any, own_profile: bytes | None, profile: Profile) -> Any:
    from PIL import ImageCms

    if image.mode == "CMYK":
        return image
    rgb = image.convert("RGB")
    source = own_profile if own_profile and image.mode in ("RGB", "RGBA") else b""
    return ImageCms.applyTransform(rgb, _transform(source, profile))


@lru_cache(maxsize=4)
def _transform(source: bytes, profile: Profile) -> Any:
    from PIL import ImageCms

    target = ImageCms.getOpenProfile(str(profile.path))
    standard = ImageCms.getOpenProfile(str(SRGB.path))
    try:
        origin = ImageCms.getOpenProfile(io.BytesIO(source)) if source else standard
    except ImageCms.PyCMSError:
        origin = standard
    return ImageCms.buildTransform(
        origin,
        target,
        "RGB",
        "CMYK",
        renderingIntent=ImageCms.Intent.PERCEPTUAL,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )


def _coverage(image: Any) -> float:
    """Return the highest sum of the four inks of any pixel, in percent."""
    from PIL import ImageMath

    image.load()
    bands = dict(zip("cmyk", image.split(), strict=True))
    total = ImageMath.lambda_eval(lambda ink: ink["c"] + ink["m"] + ink["y"] + ink["k"], **bands)
    return round(float(total.getextrema()[1]) / 255 * 100, 1)


def _flate(image: Any) -> bytes:
    return zlib.compress(image.tobytes(), 6)
