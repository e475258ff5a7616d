"""Pictures as they print: pixels, and ink sampled from the decoded data."""

from __future__ import annotations

import io
from typing import Any

from casepress.frozen import dataclass
from casepress.preflight.spaces import Plates, Space

_SAMPLE = 640
"""Longest side of the sample; taken by nearest neighbour, so the values are real ones."""
_SPECKLE = 0.0005
"""Share of pixels beyond the limit that is noise of compression, not ink on a sheet."""
_MAX_PIXELS = 200_000_000


@dataclass(frozen=True, slots=True)
class InkSample:
    """A small CMYK picture of a big one."""

    image: Any

    def coverage(self) -> float:
        """Return the total ink in percent that all but a speckle of the picture stays under."""
        from PIL import ImageChops

        cyan, magenta, yellow, black = self.image.split()
        # Averages of two keep within eight bits; doubling the histogram's bins undoes them.
        mean = ImageChops.add(ImageChops.add(cyan, magenta, 2), ImageChops.add(yellow, black, 2), 2)
        histogram = mean.histogram()
        allowed = int(sum(histogram) * _SPECKLE)
        level = 255
        while level > 0 and allowed >= histogram[level]:
            allowed -= histogram[level]
            level -= 1
        return level * 4 / 2.55

    def at(self, u: float, v: float) -> Plates:
        """Return the inks at a point of the unit square, v upwards."""
        width, height = self.image.size
        x = min(max(int(u * width), 0), width - 1)
        y = min(max(int((1 - v) * height), 0), height - 1)
        c, m, y_, k = self.image.getpixel((x, y))
        return c / 255, m / 255, y_ / 255, k / 255, 0.0


def pixel_size(image: Any) -> tuple[int, int]:
    """Return width and height in pixels of an image XObject or an inline image."""
    if hasattr(image, "width") and not hasattr(image, "get"):
        return int(image.width), int(image.height)
    return int(image.get("/Width", 0)), int(image.get("/Height", 0))


def sample(image: Any, space: Space) -> InkSample | None:
    """Decode a CMYK picture and reduce it; ``None`` for other spaces and undecodable data."""
    if not space.is_cmyk or not hasattr(image, "get"):
        return None
    width, height = pixel_size(image)
    if not 0 < width * height <= _MAX_PIXELS or int(image.get("/BitsPerComponent", 8)) != 8:
        return None
    decoded = _decode(image, width, height)
    if decoded is None or decoded.mode != "CMYK":
        return None
    if list(map(float, image.get("/Decode", ()))) == [1.0, 0.0] * 4:
        from PIL import ImageChops

        decoded = ImageChops.invert(decoded)
    if max(decoded.size) > _SAMPLE:
        factor = _SAMPLE / max(decoded.size)
        size = (max(1, int(width * factor)), max(1, int(height * factor)))
        from PIL import Image

        decoded = decoded.resize(size, Image.Resampling.NEAREST)
    return InkSample(decoded)


def _decode(image: Any, width: int, height: int) -> Any:
    """Return the picture's samples as they stand in the file, before its Decode array."""
    import pikepdf
    from PIL import Image, ImageChops, UnidentifiedImageError

    try:
        filters = image.get("/Filter")
        last = filters[-1] if isinstance(filters, pikepdf.Array) and len(filters) else filters
        if last is not None and str(last) == "/DCTDecode":
            raw = image.read_raw_bytes()
            if isinstance(filters, pikepdf.Array) and len(filters) > 1:
                raw = image.read_bytes(pikepdf.StreamDecodeLevel.generalized)
            picture: Any = Image.open(io.BytesIO(raw))
            picture.load()
            # Pillow takes every CMYK JPEG for an inverted one; PDF takes samples as they are.
            return ImageChops.invert(picture) if picture.mode == "CMYK" else picture
        return Image.frombytes("CMYK", (width, height), image.read_bytes())
    except (pikepdf.PdfError, UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return None
