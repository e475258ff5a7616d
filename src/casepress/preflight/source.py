"""Opening a file nobody vouches for: encryption, damage, and what is no PDF at all."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from casepress.frozen import dataclass
from casepress.preflight.model import UnreadableError


@dataclass(frozen=True, slots=True)
class Source:
    """An opened document and what opening it told."""

    path: str
    data: bytes
    pdf: Any
    damage: tuple[str, ...]
    """What the reader had to repair, in its own words."""


def open_source(path: Path) -> Source:
    """Open a PDF for inspection.

    Raises:
        UnreadableError: CP1001 to CP1006: missing, empty, no PDF, locked by a password,
            damaged beyond repair, without pages.
    """
    import pikepdf

    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableError("CP1001", path=path, reason=error.strerror or "") from error
    if not data:
        raise UnreadableError("CP1002", path=path)
    if b"%PDF-" not in data[:1024]:
        raise UnreadableError("CP1003", path=path)
    try:
        pdf = pikepdf.open(io.BytesIO(data), suppress_warnings=True)
        damage = pdf.get_warnings()
        pages = len(pdf.pages)
        damage += pdf.get_warnings()
    except pikepdf.PasswordError as error:
        raise UnreadableError("CP1004", path=path) from error
    except Exception as error:  # whatever a hostile file makes the reader raise
        raise UnreadableError("CP1005", path=path, reason=_plain(error)) from error
    if not pages:
        raise UnreadableError("CP1006", path=path)
    return Source(str(path), data, pdf, tuple(dict.fromkeys(map(_plain, damage))))


def _plain(message: object) -> str:
    """Return a reader's message without the name it gives to a stream in memory."""
    text = str(message)
    for prefix in ("<_io.BytesIO", "object at", "WARNING:"):
        if prefix in text:
            text = text.partition(">")[2] or text
    return text.strip(" :()")[:200]
