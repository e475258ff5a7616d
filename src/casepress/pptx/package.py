"""The zip: parts in a fixed order, no clock, fixed attributes, written atomically."""

from __future__ import annotations

import os
import re
import tempfile
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

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


def write_out(data: bytes, out: Path | BinaryIO) -> None:
    """Write *data*; a path is replaced in one step, so a failed build leaves the last good file."""
    if not isinstance(out, Path):
        out.write(data)
        return
    handle, name = tempfile.mkstemp(prefix=f".{out.name}.", dir=out.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as sink:
            sink.write(data)
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)
        temporary.replace(out)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
