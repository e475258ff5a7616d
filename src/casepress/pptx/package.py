"""The zip: parts in a fixed order, no clock, fixed attributes."""

from __future__ import annotations

import hashlib
import re
import struct
import zlib
from collections import OrderedDict
from collections.abc import Mapping
from functools import lru_cache

import deflate

_TIME, _DATE = 0, 0x0021
"""Midnight of 1 January 1980, the first moment a zip can name."""
_VERSION, _MADE_BY, _MODE = 20, b"\x14\x03", 0o100644 << 16
"""Zip 2.0, made on Unix, an ordinary file (APPNOTE 4.4.2, 4.4.15)."""
_UTF8_NAME = 0x800
_STORE, _DEFLATE = 0, 8
_LEVEL = 6
_STORED = (".png", ".jpg", ".jpeg", ".xlsx")
"""Already compressed: deflating them again costs time and gains nothing."""
_FIRST = "[Content_Types].xml"
_KEPT_PARTS, _KEPT_BYTES = 512, 16_384
"""How many deflated parts are remembered, and how long they may be: 8 MB at the very most."""
_kept: OrderedDict[bytes, tuple[bytes, int]] = OrderedDict()


@lru_cache(maxsize=2048)
def _order(name: str) -> tuple[int, list[object]]:
    """Content types first (OPC §10.2 reads it first), package relations, then natural order."""
    rank = 0 if name == _FIRST else 1 if name == "_rels/.rels" else 2
    return rank, [
        (1, int(piece), "") if piece.isdigit() else (0, 0, piece)
        for piece in re.split(r"(\d+)", name)
    ]


def pack(parts: Mapping[str, bytes | str]) -> bytes:
    """Zip *parts* (name without leading slash → content); the same parts give the same bytes.

    The headers are written here because zipfile can't take what is deflated already, and of the
    250 parts of a deck half stand in the next deck too, or in the workbook of the next chart.
    """
    body, directory, place = list[bytes](), list[bytes](), 0
    for name in sorted(parts, key=_order):
        content = parts[name]
        data = content.encode("utf-8") if isinstance(content, str) else content
        if name.lower().endswith(_STORED):
            method, packed, crc = _STORE, data, zlib.crc32(data)
        else:
            method, (packed, crc) = _DEFLATE, _deflated(data)
        path, flags = name.encode("utf-8"), 0 if name.isascii() else _UTF8_NAME
        sizes = (crc, len(packed), len(data), len(path), 0)
        common = struct.pack("<5H3I2H", _VERSION, flags, method, _TIME, _DATE, *sizes)
        where = struct.pack("<3H2I", 0, 0, 0, _MODE, place)
        directory += (b"PK\x01\x02", _MADE_BY, common, where, path)
        body += (b"PK\x03\x04", common, path, packed)
        place += 4 + len(common) + len(path) + len(packed)
    ends = (0, 0, len(parts), len(parts), sum(map(len, directory)), place, 0)
    return b"".join((*body, *directory, b"PK\x05\x06", struct.pack("<4H2IH", *ends)))


def _deflated(data: bytes) -> tuple[bytes, int]:
    """Deflate a part and take its CRC-32; one that was met before is known by its checksum."""
    key = hashlib.sha256(data).digest()
    known = _kept.get(key)
    if known is not None:
        _kept.move_to_end(key)
        return known
    packed = bytes(deflate.deflate_compress(data, _LEVEL))
    made = packed, zlib.crc32(data)
    if len(packed) <= _KEPT_BYTES:
        _kept[key] = made
        if len(_kept) > _KEPT_PARTS:
            _kept.popitem(last=False)
    return made
