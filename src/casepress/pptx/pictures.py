"""Pictures for slides: upright, in a form every viewer shows, and no finer than a slide needs.

PowerPoint and WPS ignore EXIF's rotation and show CMYK and sixteen-bit files wrongly or not at all,
and a photo's EXIF tells where it was taken. A picture that has none of this keeps its own pixels.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from casepress import picture

LONGEST = 2880
"""Pixels of the longer side: half as many again as a full HD projector shows."""
_PLAIN_MODES = ("RGB", "RGBA", "L", "LA", "P", "1")
_TELLING = {"exif", "xmp", "XML:com.adobe.xmp", "Raw profile type exif", "Raw profile type APP1"}
"""What a PNG may say of where it was taken."""
_JPEG_QUALITY = 88


def slide_picture(path: str) -> io.BytesIO:
    """Return a picture file ready for a package.

    Raises:
        CasepressError: the file can't be used, see :mod:`casepress.picture`.
    """
    data, image = picture.read(Path(path))
    if max(image.size) <= LONGEST and picture.orientation(image) == 1:
        if image.format == "JPEG" and image.mode in ("RGB", "L"):
            return io.BytesIO(picture.without_metadata(data, keep_profile=True))
        if image.format == "PNG" and image.mode in _PLAIN_MODES and not _TELLING & set(image.info):
            return io.BytesIO(data)
    return _encoded(_converted(image), image.format in picture.PHOTO_FORMATS)


def _converted(image: Any) -> Any:
    """Turn a picture upright, to eight bits of grey or RGB, and no larger than LONGEST."""
    from PIL import Image, ImageOps

    profile = image.info.get("icc_profile")
    upright = ImageOps.exif_transpose(image)
    if upright.mode == "CMYK":
        upright, profile = _to_rgb(upright, profile), None
    elif upright.mode.startswith("I") or upright.mode == "F":
        upright = upright.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    elif upright.mode not in ("RGB", "RGBA", "L", "LA"):
        upright = upright.convert("RGBA" if "transparency" in upright.info else "RGB")
    if max(upright.size) > LONGEST:
        upright.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    upright.info = {"icc_profile": profile} if profile else {}
    return upright


def _to_rgb(image: Any, profile: bytes | None) -> Any:
    from PIL import ImageCms

    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(image, source, target, outputMode="RGB")
        except ImageCms.PyCMSError:
            pass
    return image.convert("RGB")


def _encoded(image: Any, photo: bool) -> io.BytesIO:
    """Write a photo as JPEG, anything else as PNG; no metadata but the colour profile."""
    buffer = io.BytesIO()
    profile = image.info.get("icc_profile")
    if photo:
        image.save(
            buffer, "JPEG", quality=_JPEG_QUALITY, subsampling=0, icc_profile=profile, exif=b""
        )
    else:
        image.save(buffer, "PNG", icc_profile=profile)
    buffer.seek(0)
    return buffer
