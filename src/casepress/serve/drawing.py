"""Pages as pictures, drawn when they are asked for."""

from __future__ import annotations

import io
from functools import lru_cache
from threading import Lock
from typing import Any

_LOCK = Lock()
"""pdfium draws one page at a time."""
WIDEST_PX = 4000


@lru_cache(maxsize=4)
def _document(pdf: bytes) -> Any:
    import pypdfium2

    return pypdfium2.PdfDocument(pdf)


@lru_cache(maxsize=400)
def png(pdf: bytes, number: int, width_px: int) -> bytes:
    """Draw page *number* (from 1) of a PDF, *width_px* wide.

    Raises:
        IndexError: there is no such page.
    """
    with _LOCK:
        document = _document(pdf)
        if not 1 <= number <= len(document):
            raise IndexError(number)
        page = document[number - 1]
        picture = page.render(scale=min(width_px, WIDEST_PX) / page.get_width()).to_pil()
    data = io.BytesIO()
    picture.save(data, "PNG", compress_level=1)
    return data.getvalue()
