"""From a file to text: encodings named, sizes limited, invisible dangers refused."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import field
from pathlib import Path
from typing import Final

from casepress.diagnostics import CasepressError, Diagnostic, ExitCode, Severity, Span
from casepress.frozen import dataclass
from casepress.source.characters import BIDI, CONTROLS, REFUSED, SURROGATES, has_han

MAX_BYTES: Final = 4_000_000
"""A case of a million characters; a larger file is something else."""
_MOST_CHARACTERS: Final = 20
_COMMON_MARKS: Final = frozenset("，。、；：！？（）“”《》\u3000")
_SAMPLE: Final = 4000
_LINE_BREAK: Final = re.compile(r"\r\n?|\n")
_BOMS: Final = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_FORMATS: Final = (
    (b"PK\x03\x04", "Word（docx）"),
    (b"\xd0\xcf\x11\xe0", "Word（doc）"),
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"<!DOCTYPE html", "HTML"),
    (b"<!doctype html", "HTML"),
    (b"<html", "HTML"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
)


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text with its name and bytes; turns character offsets into lines and columns from 1."""

    name: str
    text: str
    data: bytes = b""
    warnings: tuple[Diagnostic, ...] = ()
    starts: tuple[int, ...] = field(default=(), compare=False)
    """Offset of the first character of every line."""

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column of a character."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """Return the place of the characters from *start* up to *end*."""
        return Span(self.name, *self.position(start), *self.position(max(start, end)))

    def line(self, number: int) -> str:
        """Return the text of a line without its line break; empty beyond the end."""
        if not 1 <= number <= len(self.starts):
            return ""
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : end].rstrip("\r\n")

    def lines(self) -> Iterator[tuple[int, str]]:
        """Yield numbers and texts of all lines."""
        for number in range(1, len(self.starts) + 1):
            yield number, self.line(number)

    def line_span(self, number: int, start: int, end: int) -> Span:
        """Return a place within a line by character indices from 0."""
        return Span(self.name, number, start + 1, number, end + 1)


def read_source(path: Path) -> SourceText:
    """Read a text file.

    Raises:
        CasepressError: missing, not a file, too large, not UTF-8 (GB18030 and UTF-16 are named), or
            with characters that no text may hold; every such place is reported.
    """
    name = str(path)
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        size = len(data) if len(data) <= MAX_BYTES else path.stat().st_size
    except FileNotFoundError:
        raise _unreadable("CP0101", name) from None
    except IsADirectoryError:
        raise _unreadable("CP0102", name) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _unreadable("CP0103", name, reason=reason) from error
    if size > MAX_BYTES:
        megabytes = f"{size / 1_000_000:.1f}"
        raise _unreadable("CP0104", name, size=megabytes, limit=MAX_BYTES // 1_000_000)
    return source_from_bytes(data, name)


def source_from_bytes(data: bytes, name: str) -> SourceText:
    """Decode and examine bytes, as from standard input; *name* stands for them in messages."""
    for head, kind in _FORMATS:
        if data.startswith(head):
            raise _unreadable("CP0113", name, format=kind)
    return source_from_text(_decoded(data, name), name, data)


def source_from_text(text: str, name: str, data: bytes = b"") -> SourceText:
    """Examine a text: control characters and bidi overrides are refused, losses reported."""
    source = SourceText(name, text, data, starts=_line_starts(text))
    if REFUSED.search(text):
        problems = [_invisible(source, m.start(), "CP0108") for m in CONTROLS.finditer(text)]
        problems += [_invisible(source, m.start(), "CP0109") for m in BIDI.finditer(text)]
        problems += [_invisible(source, m.start(), "CP0110") for m in SURROGATES.finditer(text)]
        problems.sort(key=lambda d: (d.span.line, d.span.column) if d.span else (0, 0))
        raise CasepressError(problems[:_MOST_CHARACTERS], ExitCode.UNREADABLE)
    lost = text.find("\ufffd")
    if lost < 0:
        return source
    warning = Diagnostic("CP0112", Severity.WARNING, source.span(lost, lost + 1))
    return SourceText(name, text, data, (warning,), source.starts)


def _decoded(data: bytes, name: str) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            raise _unreadable("CP0105", name, encoding=encoding)
    if data[:_SAMPLE].count(0) * 3 > len(data[:_SAMPLE]):
        raise _unreadable("CP0105", name, encoding="UTF-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"{data[error.start]:02X}"
    if any(_reads_well(data, encoding) for encoding in ("utf-16-le", "utf-16-be")):
        raise _unreadable("CP0105", name, encoding="UTF-16")
    if _reads_well(data, "gb18030"):
        raise _unreadable("CP0106", name)
    if _reads_well(data, "big5"):
        raise _unreadable("CP0105", name, encoding="Big5")
    raise _unreadable("CP0107", name, line=line, byte=byte)


def _reads_well(data: bytes, encoding: str) -> bool:
    """Tell whether bytes read well in an encoding: they decode, and to common Chinese words."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return False
    foreign = [char for char in text if char > "\x7f" or char < "\t"]
    common = sum("\u4e00" <= char <= "\u9fff" or char in _COMMON_MARKS for char in foreign)
    return has_han(text) and common >= 0.8 * len(foreign)


def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *(match.end() for match in _LINE_BREAK.finditer(text)))


def _code(char: str) -> str:
    return f"U+{ord(char):04X}"


def _invisible(source: SourceText, index: int, message: str) -> Diagnostic:
    char = source.text[index]
    params = {"code": _code(char), "name": unicodedata.name(char, "control character")}
    return Diagnostic(message, Severity.ERROR, source.span(index, index + 1), params)


def _unreadable(message: str, name: str, **params: object) -> CasepressError:
    line = params.get("line")
    number = line if isinstance(line, int) else 1
    place = Span(name, number, 1, number, 1)
    diagnostic = Diagnostic(message, Severity.ERROR, place, {"path": name, **params})
    return CasepressError(diagnostic, ExitCode.UNREADABLE)
