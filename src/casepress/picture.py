"""What a picture file is: read once, whole, and refused with its own reason if it is no good.

Pages, slides and the press all ask here, so that a bad file is called the same everywhere:

====== ==========================================================================================
CP0601 there is no such file
CP0602 it is damaged, cut off or not readable
CP0603 it is no picture, or of a kind that is not taken
CP0604 it is too large: bytes, pixels, or a decompression bomb
CP0606 it is a vector drawing
CP0611 it lies outside the folder of the case (:func:`inside`)
====== ==========================================================================================
"""

from __future__ import annotations

import io
import re
import warnings
from functools import lru_cache
from pathlib import Path
from typing import Any

from casepress.diagnostics import CasepressError, Diagnostic, ExitCode, Severity, Span
from casepress.frozen import dataclass

MAX_PIXELS = 120_000_000
"""Larger pictures are refused: nothing printed needs them, and a decompression bomb looks so."""
MAX_BYTES = 200_000_000
FORMATS = ("JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP")
"""Kinds of file that are taken; nothing that runs another program (EPS) or holds pages. Pillow
imports its rarer decoders only when it comes to the last two."""
PHOTO_FORMATS = ("JPEG", "MPO")
"""JPEG, and the JPEG with further pictures behind it that phones write."""
_ORIENTATION = 0x0112
_EXIF, _ICC, _PHOTOSHOP, _COMMENT, _SCAN, _END = 0xE1, 0xE2, 0xED, 0xFE, 0xDA, 0xD9
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)
"""A marker among coded data: neither a stuffed byte nor a restart nor padding."""
_DROPPED_SEGMENTS = (_EXIF, _ICC, _PHOTOSHOP, _COMMENT)
_GLANCE = 256
_HEAD_BYTES = 4096
"""Where an SVG says what it is, at the latest: after comments and a document type."""
_VECTORS = {
    b"%PDF": "PDF", b"%!PS": "EPS", b"\xc5\xd0\xd3\xc6": "EPS",
    b"\xd7\xcd\xc6\x9a": "WMF", b"\x01\x00\x00\x00": "EMF",
}  # fmt: skip
"""How files of vector drawings begin."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The facts of a picture: pixels across and down as it is seen, and how it is stored."""

    width: int
    height: int
    format: str
    mode: str
    """Pillow's name of the pixel format: L, RGB, RGBA, CMYK, I;16…"""
    orientation: int = 1
    """EXIF orientation, 1 to 8; 1 is upright."""
    has_profile: bool = False

    @property
    def size(self) -> tuple[int, int]:
        """Pixels across and down as the picture is seen."""
        return self.width, self.height


def examine(path: Path) -> Picture:
    """Return the facts of a picture that can be used; its pixels have been read once.

    The answer is kept as long as the file does not change.

    Raises:
        CasepressError: CP0601 to CP0606, see above; without a place, which the caller knows.
    """
    try:
        state = path.stat()
    except OSError as error:
        raise unreadable(path, error) from None
    return _examine(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=256)
def _examine(path: Path, changed: int, size: int) -> Picture:
    image = read(path, glance=True)[1]
    turn = orientation(image)
    width, height = image.info["casepress-size"]
    if turn >= 5:
        width, height = height, width
    profile = bool(image.info.get("icc_profile"))
    return Picture(width, height, image.format, image.mode, turn, profile)


def read(path: Path, *, glance: bool = False) -> tuple[bytes, Any]:
    """Return the bytes of a picture file and Pillow's image, its pixels loaded.

    With *glance* a JPEG is decoded at a fraction of its size, which still reads the whole file.

    Raises:
        CasepressError: CP0601 to CP0604, CP0606.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise fault("CP0604", path, limit=f"{MAX_BYTES // 1_000_000} MB")
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    return data, decoded(data, path, glance=glance)


def decoded(data: bytes, path: Path, *, glance: bool = False) -> Any:
    """Return Pillow's image of a picture's bytes, its pixels loaded; *path* is what it is called.

    Raises:
        CasepressError: CP0602 to CP0604, CP0606.
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data), formats=FORMATS)
            if image.width * image.height > MAX_PIXELS:
                raise _too_many_pixels(path)
            image.info["casepress-size"] = image.size
            if glance and image.format in PHOTO_FORMATS:
                image.draft(None, (_GLANCE, _GLANCE))
            image.load()
    except CasepressError:
        raise
    except Image.DecompressionBombError:
        raise _too_many_pixels(path) from None
    except UnidentifiedImageError:
        kind = _vector_kind(data)
        raise (fault("CP0606", path, kind=kind) if kind else fault("CP0603", path)) from None
    except Exception as error:  # decoders raise whatever a damaged file leads them to
        raise fault("CP0602", path, reason=str(error) or type(error).__name__) from error
    return image


def _vector_kind(data: bytes) -> str:
    """Return the name of the kind of vector drawing a file is, "" if it is none."""
    head = data[:_HEAD_BYTES]
    if re.search(rb"<svg[\s>]", head):
        return "SVG"
    return next((kind for mark, kind in _VECTORS.items() if head.startswith(mark)), "")


def orientation(image: Any) -> int:
    """Return the EXIF orientation of Pillow's image, 1 where it has none or a senseless one."""
    turn = image.getexif().get(_ORIENTATION, 1)
    return turn if turn in range(1, 9) else 1


def without_metadata(jpeg: bytes, *, keep_profile: bool = False) -> bytes:
    """Drop EXIF, XMP, thumbnails and comments from a JPEG: a photo's place is nobody's business.

    So is whatever follows the picture: phones append a second one, or a film. The JFIF and Adobe
    segments stay, which say how its colours are coded; with *keep_profile* the ICC profile stays
    too. Pixels are not touched.
    """
    kept, at = [jpeg[:2]], 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF and jpeg[at + 1] != _SCAN:
        if jpeg[at + 1] == 0xFF:
            at += 1
            continue
        end = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        profile = keep_profile and jpeg[at + 4 : at + 16] == b"ICC_PROFILE\0"
        if jpeg[at + 1] not in _DROPPED_SEGMENTS or profile:
            kept.append(jpeg[at:end])
        at = end
    return b"".join((*kept, jpeg[at : _end_of_picture(jpeg, at)]))


def _end_of_picture(jpeg: bytes, at: int) -> int:
    """Return where the picture whose first scan begins at *at* ends (ITU-T T.81, B.1.1.2)."""
    while match := _MARKER.search(jpeg, at):
        if jpeg[match.start() + 1] == _END:
            return match.end()
        at = match.end() + int.from_bytes(jpeg[match.end() : match.end() + 2], "big")
    return len(jpeg)


def effective_ppi(
    size: tuple[int, int],
    shown_pt: tuple[float, float],
    crop: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0),
) -> float:
    """Return the pixels per inch at which a picture is shown, in the coarser direction.

    Args:
        size: pixels across and down, as seen.
        shown_pt: width and height of the frame in points.
        crop: the part shown: left, top, right, bottom in fractions of the picture.
    """
    return min(
        size[0] * (crop[2] - crop[0]) / (shown_pt[0] / 72),
        size[1] * (crop[3] - crop[1]) / (shown_pt[1] / 72),
    )


def inside(path: Path, folder: Path) -> bool:
    """Tell whether *path* lies in *folder* when symbolic links are followed."""
    return path.resolve().is_relative_to(folder.resolve())


def unreadable(path: Path, error: OSError) -> CasepressError:
    """Say that a file is missing (CP0601) or cannot be read (CP0602)."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return fault("CP0601", path)
    return fault("CP0602", path, reason=error.strerror or str(error))


def fault(
    id: str, path: Path, source: str = "", span: Span | None = None, **params: object
) -> CasepressError:
    """Make the failure of a picture. ``source`` is the place in the case, as ``figures[0]``."""
    known: dict[str, object] = {"path": path.name, "source": source}
    diagnostic = Diagnostic(id, Severity.ERROR, span, {**known, **params})
    return CasepressError(diagnostic, ExitCode.MISSING_RESOURCE)


def _too_many_pixels(path: Path) -> CasepressError:
    return fault("CP0604", path, limit=f"{MAX_PIXELS // 1_000_000} MP")
