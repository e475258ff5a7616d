"""From a file's bytes to an extracted article: which format it is, and who reads it."""

from __future__ import annotations

import re
from pathlib import Path

from casepress.frozen import dataclass
from casepress.source.article import docx, html, markdown, txt
from casepress.source.article.block import Article
from casepress.source.article.decode import MAX_BYTES, decode, failure

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|div|article|p|meta)\b",
    re.I | re.S,
)
_MARKDOWN = re.compile(r"^ {0,3}#{1,6}\s+\S", re.M)


@dataclass(frozen=True, slots=True)
class Extracted:
    """An article, with how its file was read: format, encoding, invisible characters left out."""

    article: Article
    format: str
    encoding: str = ""
    dropped: int = 0


def read_article(path: Path) -> Extracted:
    """Read an article from a file.

    Raises:
        CasepressError: CP0101 missing, CP0103 not readable, CP0652 empty, CP0653 no text, CP0654 a
            kind of file that isn't read, CP0655 a damaged Word file, CP0656 too large, CP0657 a
            directory.
    """
    name = str(path)
    try:
        if path.is_dir():
            raise failure("CP0657", name)
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise failure("CP0656", name, size=f"{size / 1e6:.0f}", limit=f"{MAX_BYTES / 1e6:.0f}")
        data = path.read_bytes()
    except FileNotFoundError:
        raise failure("CP0101", name) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise failure("CP0103", name, reason=reason) from error
    return extract(data, name)


def extract(data: bytes, name: str) -> Extracted:
    """Extract the article in *data*; the format is told by the bytes, then by the *name*'s ending.

    Raises:
        CasepressError: as :func:`read_article`.
    """
    if len(data) > MAX_BYTES:
        raise failure("CP0656", name, size=f"{len(data) / 1e6:.0f}", limit=f"{MAX_BYTES / 1e6:.0f}")
    if data.startswith(b"PK\x03\x04"):
        return _checked(Extracted(docx.extract(data, name), "docx"), name)
    decoded = decode(data, name)
    format_ = _format(decoded.text, Path(name).suffix.lower())
    reader = {"html": html.extract, "markdown": markdown.extract, "txt": txt.extract}[format_]
    article = reader(decoded.text)
    return _checked(Extracted(article, format_, decoded.encoding, decoded.dropped), name)


def _checked(extracted: Extracted, name: str) -> Extracted:
    """Return what was extracted; a file without any text is refused."""
    if not extracted.article.blocks:
        raise failure("CP0652", name)
    return extracted


def _format(text: str, suffix: str) -> str:
    if suffix in (".html", ".htm", ".xhtml", ".shtml") or _HTML.match(text):
        return "html"
    if suffix in (".md", ".markdown", ".mkd"):
        return "markdown"
    if suffix in (".txt", ".text"):
        return "txt"
    return "markdown" if _MARKDOWN.search(text) else "txt"
