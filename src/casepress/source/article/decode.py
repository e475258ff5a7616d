"""Bytes of an article to text: any encoding Chinese articles are kept in, told by the bytes."""

from __future__ import annotations

import re

from casepress.diagnostics import CasepressError, Diagnostic, ExitCode
from casepress.frozen import dataclass
from casepress.source.characters import BIDI, CONTROLS, SURROGATES

MAX_BYTES = 20_000_000
"""Far more than any article; Word files with pictures included."""

_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32-le", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32-be", "UTF-32"),
    (b"\xef\xbb\xbf", "utf-8", "UTF-8"),
    (b"\xff\xfe", "utf-16-le", "UTF-16"),
    (b"\xfe\xff", "utf-16-be", "UTF-16"),
)
_CONTAINERS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "CP0654", "Word 97（.doc）或 WPS 文字（.wps）"),
    (b"%PDF-", "CP0654", "PDF"),
    (b"{\\rtf", "CP0654", "RTF"),
    (b"\x89PNG", "CP0654", "PNG"),
    (b"\xff\xd8\xff", "CP0654", "JPEG"),
    (b"GIF8", "CP0654", "GIF"),
    (b"7z\xbc\xaf", "CP0654", "7z"),
    (b"Rar!", "CP0654", "RAR"),
)
_HAN = re.compile("[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]")
_ORDINARY = re.compile("[\n -~，。、：；（）“”《》]")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the name of its encoding, and how many invisible characters were left out."""

    text: str
    encoding: str
    dropped: int = 0


def decode(data: bytes, name: str) -> Decoded:
    """Return the text in *data*: by its byte order mark, else UTF-8, UTF-16, GB18030 or Big5.

    Control characters and bidi overrides are left out and counted: no text needs them, and a
    case may not hold them.

    Raises:
        CasepressError: empty (CP0652), another kind of file (CP0654), or no text (CP0653).
    """
    if not data.strip():
        raise failure("CP0652", name)
    for head, message, kind in _CONTAINERS:
        if data.startswith(head):
            raise failure(message, name, format=kind)
    text, encoding = _text(data, name)
    clean = text.replace("\r\n", "\n").replace("\r", "\n")
    clean = re.sub("[\x0b\x0c\x85\u2028\u2029]", "\n", clean)
    kept = SURROGATES.sub("", BIDI.sub("", CONTROLS.sub("", clean))).replace("\ufeff", "")
    if not kept.strip():
        raise failure("CP0652", name)
    return Decoded(kept, encoding, len(clean) - len(kept))


def _text(data: bytes, name: str) -> tuple[str, str]:
    for bom, codec, label in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(codec, errors="replace"), label
    wide = _wide(data)
    if wide:
        return data.decode(wide, errors="replace"), "UTF-16"
    if data.count(0) > 2:
        raise failure("CP0653", name)
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        pass
    for codec, label in _candidates(data):
        try:
            text = data.decode(codec)
        except (UnicodeDecodeError, LookupError):
            continue
        if _reads_well(text):
            return text, label
    if _is_damaged_utf8(data):
        return data.decode("utf-8", errors="replace"), "UTF-8"
    raise failure("CP0653", name)


def _candidates(data: bytes) -> list[tuple[str, str]]:
    """GB18030 before Big5, unless the page says it is Big5."""
    both = [("gb18030", "GB18030"), ("big5hkscs", "Big5")]
    said = _CHARSET.search(data[:2000])
    return both[::-1] if said and said.group(1).lower().startswith(b"big5") else both


def _wide(data: bytes) -> str:
    """Return the byte order of UTF-16 without a mark, or an empty string if it is none.

    Why: swapped bytes of Han are Han again; only line breaks, ASCII and Chinese marks tell.
    """
    head = data[:4000]
    if 0 not in head or len(data) % 2:
        return ""
    read = {codec: head.decode(codec, errors="replace") for codec in ("utf-16-le", "utf-16-be")}
    codec = max(read, key=lambda c: len(_ORDINARY.findall(read[c])))
    text = read[codec]
    return codec if "\0" not in text and (_reads_well(text) or text.isascii()) else ""


def _reads_well(text: str) -> bool:
    """Whether most characters beyond ASCII are Chinese."""
    foreign = [c for c in text if c > "\x7f"]
    return bool(foreign) and len(_HAN.findall(text)) >= 0.75 * len(foreign)


def _is_damaged_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", errors="replace")
    return text.count("\ufffd") * 50 <= len(text)


def failure(message: str, name: str, **params: object) -> CasepressError:
    """Return an article that can't be read: exit code 3, and the message's parameters."""
    return CasepressError(Diagnostic(message, params={"path": name, **params}), ExitCode.UNREADABLE)
