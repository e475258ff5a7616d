"""A printer's own ICC profile: accepted only if it can be the output intent of a PDF/X-4 file."""

from __future__ import annotations

import io
from pathlib import Path

from casepress.diagnostics import CasepressError, Diagnostic, ExitCode
from casepress.pdf.targets import Profile

_HEADER = 128
_TAG = 12
MAX_BYTES = 20_000_000
_CLASSES = {b"mntr": "display", b"scnr": "input", b"prtr": "output", b"link": "device link"}


def press_profile(path: Path) -> Profile:
    """Return the profile in *path* as an output intent.

    PDF/X-4 (ISO 15930-7, 6.2.3) wants an output profile (class ``prtr``); ours are four inks, and
    pictures are converted through it, so it needs the way from Lab to CMYK (tag B2A0) and back.

    Raises:
        CasepressError: CP0921 the file can't be read, CP0922 it is no ICC profile or damaged,
            CP0923 it is a profile of something else than a CMYK press.
    """
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        raise _fault("CP0921", path, reason=error.strerror or str(error)) from error
    if not _is_profile(data):
        raise _fault("CP0922", path)
    kind, space = data[12:16], data[16:20].decode("latin-1").strip()
    if kind != b"prtr" or space != "CMYK":
        found = f"{_CLASSES.get(kind, kind.decode('latin-1').strip())}, {space}"
        raise _fault("CP0923", path, found=found)
    if not {b"A2B0", b"B2A0"} <= _tags(data):
        raise _fault("CP0922", path)
    name = _description(data)
    if name is None:
        raise _fault("CP0922", path)
    return Profile(path, name or path.stem, name or path.stem, registry="")


def _is_profile(data: bytes) -> bool:
    """Check the signature and the size that the header gives (ICC.1:2010, 7.2)."""
    if len(data) < _HEADER + 4 or data[36:40] != b"acsp":
        return False
    return int.from_bytes(data[:4], "big") == len(data) and data[8] in (2, 4)


def _tags(data: bytes) -> set[bytes]:
    """Return the signatures of the tags whose data lie within the file."""
    count = int.from_bytes(data[_HEADER : _HEADER + 4], "big")
    found = set()
    for index in range(min(count, 1000)):
        entry = data[_HEADER + 4 + index * _TAG :][:_TAG]
        offset, size = int.from_bytes(entry[4:8], "big"), int.from_bytes(entry[8:12], "big")
        if len(entry) == _TAG and offset + size <= len(data):
            found.add(entry[:4])
    return found


def _description(data: bytes) -> str | None:
    """Return the profile's own name; ``None`` if Little CMS can't open it."""
    from PIL import ImageCms

    try:
        profile = ImageCms.getOpenProfile(io.BytesIO(data))
        return (ImageCms.getProfileDescription(profile) or "").strip()
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None


def _fault(id: str, path: Path, **params: object) -> CasepressError:
    diagnostic = Diagnostic(id, params={"path": path.name, **params})
    return CasepressError(diagnostic, ExitCode.MISSING_RESOURCE)
