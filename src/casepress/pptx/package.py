"""The zip: parts in a fixed order, no clock, fixed attributes."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO

_EPOCH = (1980, 1, 1, 0, 0, 0)
_LEVEL = 6
_STORED = (".png", ".jpg", ".jpeg", ".xlsx")
"""Already compressed: deflating them again costs time and gains nothing."""
_FIRST = "[Content_Types].xml"


def _order(name: str) -> tuple[int, list[object]]:
    """Content types first (OPC §10.2 reads it first), package relations, then natural order."""
    rank = 0 if name == _FIRST else 1 if name == "_rels/.rels" else 2
    return rank, [
        (1, int(piece), "") if piece.isdigit() else (0, 0, piece)
        for piece in re.split(r"(\d+)", name)
    ]


def pack(parts: Mapping[str, bytes | str]) -> bytes:
    """Zip *parts* (name without leading slash → content); the same parts give the same bytes."""
    sink = BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        for name in sorted(parts, key=_order):
            info = zipfile.ZipInfo(name, date_time=_EPOCH)
            info.create_system = 3
            info.external_attr = 0o100644 << 16
            stored = name.lower().endswith(_STORED)
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            content = parts[name]
            data = content.encode("utf-8") if isinstance(content, str) else content
            archive.writestr(info, data, compresslevel=None if stored else _LEVEL)
    return sink.getvalue()
