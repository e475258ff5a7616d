"""The few reportlab objects the writer makes by hand, and how numbers and strings are written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Final

import deflate

_LEVEL: Final = 1
"""How hard libdeflate tries, of 12: at 4 it takes two fifths longer for files 1.7 % smaller."""


@lru_cache(maxsize=4096)
def number(value: float) -> str:
    """Write a number with at most three decimals and no exponent (0.001 pt is 0.35 µm).

    Remembered: of eight thousand numbers on sixteen pages seven hundred differ.
    """
    if isinstance(value, int):
        return str(value)
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def numbers(*values: float) -> str:
    """Write numbers with spaces between."""
    return " ".join(map(number, values))


def text_string(text: str) -> str:
    """Write a text string operand as UTF-16 with a byte order mark, in hexadecimal."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def name(value: str) -> Any:
    """Make a name; reportlab escapes what needs escaping."""
    from reportlab.pdfbase.pdfdoc import PDFName

    return PDFName(value)


def array(items: Iterable[Any]) -> Any:
    """Make an array."""
    from reportlab.pdfbase.pdfdoc import PDFArray

    return PDFArray(items)


def dictionary(keys: Mapping[str, Any]) -> Any:
    """Make a dictionary that is always an object of its own (fonts must be)."""
    from reportlab.pdfbase.pdfdoc import PDFDictionary

    made = PDFDictionary(dict(keys))
    made.__RefOnly__ = 1
    return made


def deflated(data: bytes) -> bytes:
    """Compress as FlateDecode reads it, by libdeflate.

    It takes half of zlib's time, and its bytes don't depend on which zlib Python was built with.
    """
    return bytes(deflate.zlib_compress(data, _LEVEL))


def stream(content: bytes, keys: Mapping[str, Any]) -> Any:
    """Make a stream, compressed here unless *keys* name the filter it has gone through already."""
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFStream

    entries = dict(keys)
    if "Filter" not in entries:
        content, entries["Filter"] = deflated(content), name("FlateDecode")
    return PDFStream(PDFDictionary(entries), content)
