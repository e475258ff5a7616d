"""Pages as pictures, drawn when they are asked for."""

from __future__ import annotations

import io
from collections import OrderedDict
from threading import Lock
from typing import Any

import PIL.Image  # noqa: F401  -- read now: two threads draw, and builds read it late

from casepress.serve.model import ShownProduct

WIDEST_PX = 4000
_OPEN, _KEPT = 2, 400


class Drawer:
    """Draws pages and keeps the newest pictures; pdfium draws one page at a time."""

    def __init__(self) -> None:
        """Begin with nothing open."""
        self._lock = Lock()
        self._documents: OrderedDict[str, Any] = OrderedDict()
        self._pictures: OrderedDict[tuple[str, int, int], bytes] = OrderedDict()

    def png(self, product: ShownProduct, number: int, width_px: int) -> bytes:
        """Draw page *number* (from 1), *width_px* wide, at most ``WIDEST_PX``.

        Raises:
            IndexError: there is no such page.
        """
        width = max(1, min(width_px, WIDEST_PX))
        key = (product.key, number, width)
        with self._lock:
            if key not in self._pictures:
                self._pictures[key] = self._drawn(product, number, width)
                if len(self._pictures) > _KEPT:
                    self._pictures.popitem(last=False)
            self._pictures.move_to_end(key)
            return self._pictures[key]

    def close(self) -> None:
        """Close every file."""
        with self._lock:
            while self._documents:
                self._documents.popitem()[1].close()

    def _drawn(self, product: ShownProduct, number: int, width: int) -> bytes:
        document = self._document(product)
        if not 1 <= number <= len(document):
            raise IndexError(number)
        page = document[number - 1]
        picture = page.render(scale=width / page.get_width()).to_pil()
        page.close()
        data = io.BytesIO()
        picture.save(data, "PNG", compress_level=1)
        return data.getvalue()

    def _document(self, product: ShownProduct) -> Any:
        if product.key not in self._documents:
            import pypdfium2

            self._documents[product.key] = pypdfium2.PdfDocument(product.pdf)
            if len(self._documents) > _OPEN:
                self._documents.popitem(last=False)[1].close()
        self._documents.move_to_end(product.key)
        return self._documents[product.key]
