"""Pictures for the press: RGB to the inks of a printing condition, through its ICC profile.

Perceptual intent with black-point compensation keeps the shadows of a photo within the profile's
ink limit. Text and lines never come this way: their black would turn into four inks.
"""

from __future__ import annotations

import io
from dataclasses import replace
from functools import lru_cache
from typing import Any

from casepress.pdf import pictures
from casepress.pdf.objects import deflated
from casepress.pdf.pictures import Raster
from casepress.pdf.targets import SRGB, Profile
from casepress.picture import PHOTO_FORMATS

_JPEG_QUALITY = 92
INK_LIMIT = 300.0
"""Total ink in percent that coated paper takes, sheet-fed."""


def to_press(image: Any, raster: Raster, size: tuple[int, int] | None, profile: Profile) -> Raster:
    """Return the picture in the colours of *profile*, its highest total ink measured.

    ``image`` is Pillow's original, ``raster`` the picture as a screen would get it, ``size`` the
    pixels wanted (``None``: all of them). Grey stays on the black plate. A photo stays a JPEG
    unless the compression itself would break the ink limit.
    """
    if raster.space in ("DeviceGray", "ICCBased") and raster.colors == 1:
        return replace(raster, space="DeviceGray", profile=b"", coverage=100.0)
    picture = pictures.plain(image) if size is None else pictures.resized(image, size)
    inks = _convert(picture, image.info.get("icc_profile") or b"", profile)
    made = replace(
        raster,
        width=inks.width,
        height=inks.height,
        data=deflated(inks.tobytes()),
        filter="FlateDecode",
        space="DeviceCMYK",
        bits=8,
        colors=4,
        palette=b"",
        profile=b"",
        predictor=False,
        coverage=_coverage(inks),
        key=f"{raster.key}-press",
    )
    return _as_jpeg(inks, made) if image.format in PHOTO_FORMATS else made


def _as_jpeg(inks: Any, lossless: Raster) -> Raster:
    from PIL import Image

    buffer = io.BytesIO()
    inks.save(buffer, "JPEG", quality=_JPEG_QUALITY, subsampling=0)
    coverage = _coverage(Image.open(buffer))
    if coverage > INK_LIMIT >= lossless.coverage:
        return lossless
    return replace(
        lossless,
        data=buffer.getvalue(),
        filter="DCTDecode",
        inverted=True,
        coverage=coverage,
    )


def _convert(image: Any, own_profile: bytes, profile: Profile) -> Any:
    """Return *image* in CMYK; numbers that are CMYK already are kept."""
    from PIL import ImageCms

    if image.mode == "CMYK":
        return image
    source = own_profile if image.mode in ("RGB", "RGBA") else b""
    return ImageCms.applyTransform(image.convert("RGB"), _transform(source, profile))


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
