"""Web pages: the article out of the page, block by block."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from urllib.parse import unquote

from casepress.source.article import txt
from casepress.source.article.block import Article, Block, Hints, Kind, Picture, Removed
from casepress.source.article.html_main import Region, clutter, find_region
from casepress.source.article.rows import row_blocks

_BLOCKS_WORDS = (
    "address article aside blockquote body center dd details div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section "
    "summary table tbody td tfoot th thead tr ul caption"
)
_BLOCKS = frozenset(_BLOCKS_WORDS.split())
_SPACE = re.compile(r"[ \t\n\r\f]+")
_BOX = re.compile(
    r"<(/?)(?:address|article|aside|blockquote|center|dd|div|dl|dt|fieldset|font|form|li|main|ol|p"
    r"|section|span|strong|b|table|tbody|td|tr|ul)\b[^>]*>",
    re.IGNORECASE,
)
_NESTS = re.compile(
    r"<(/?)(?:article|aside|blockquote|center|div|fieldset|font|form|main|ol|section|span|table|ul)\b",
    re.IGNORECASE,
)
_HIDDEN = re.compile(
    r"<!--.*?-->|<(script|style|head|noscript)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"</?[a-zA-Z!][^>]*>")
_DEEPEST = 200
_XML = re.compile(r"^\s*<\?xml[^>]*\?>")
_SITE = re.compile(r"\s*(?:--+|—+|_+|\||｜|\s-\s|›|»).*$")
_LAZY = ("src", "data-src", "data-original", "_src")


@dataclass
class _Walk:
    """The paragraph being collected and what is done."""

    skip: frozenset[Any]
    blocks: list[Block] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    words: str = ""
    line: int = 0
    strong: int = 0
    prefix: str = ""


def extract(text: str) -> Article:
    """Return the article in the HTML page *text*; lines are those of the page's source.

    The page around it (navigation, share bars, other articles) is told by tags, by the names of
    classes and by how much of a box is links; it is returned as removed, not dropped.
    """
    import lxml.html

    if _is_too_deep(text):
        return _flat(text)
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    data = _XML.sub("", text).encode("utf-8", errors="replace")
    root = lxml.html.document_fromstring(data, parser=parser, ensure_head_body=True)
    hints = _hints(root)
    body = root.find("body")
    if body is None:
        return Article((), hints=hints)
    hidden, furniture = clutter(body)
    region = find_region(body, hidden | furniture)
    walk = _Walk(hidden | furniture | region.outside)
    _element(walk, region.top)
    _close(walk, Kind.TEXT, 0)
    removed = tuple(_removed(body, region, hidden, furniture))
    blocks = tuple(_titled(walk.blocks, region, hints))
    return Article(blocks, removed=removed, pictures=tuple(walk.pictures), hints=hints)


def _is_too_deep(text: str) -> bool:
    """Tell whether more boxes stand open at once than the parser follows.

    Why: libxml2 drops everything below its limit without a word. Boxes whose end tag may be left
    out (p, li, td) do not count: they don't nest.
    """
    depth = deepest = 0
    for match in _NESTS.finditer(text):
        depth = max(0, depth + (-1 if match.group(1) else 1))
        deepest = max(deepest, depth)
    return deepest > _DEEPEST


def _flat(text: str) -> Article:
    """Return the page as plain paragraphs: every tag of a box ends one."""
    plain = _TAG.sub("", _BOX.sub("\n", _HIDDEN.sub("", text)))
    return txt.extract(unescape(plain))


def _element(walk: _Walk, element: Any) -> None:
    """Collect an element and everything in it, in reading order."""
    tag = element.tag
    if element in walk.skip or not isinstance(tag, str):
        return
    if tag == "br":
        _close(walk, Kind.TEXT, 0)
        return
    if tag == "img":
        _picture(walk, element)
        return
    if tag == "tr":
        _close(walk, Kind.TEXT, 0)
        _row(walk, element)
        return
    block = tag in _BLOCKS
    if block:
        _close(walk, Kind.TEXT, 0)
    strong = tag in ("b", "strong")
    if tag == "li":
        walk.prefix = _ordinal(element)
    _say(walk, element.text, element.sourceline, strong)
    for child in element:
        _element(walk, child)
        _say(walk, child.tail, child.sourceline, strong)
    if block:
        level = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal() else 0
        kind = Kind.HEADING if level else Kind.ITEM if tag == "li" else Kind.TEXT
        _close(walk, kind, level)


def _say(walk: _Walk, text: str | None, line: int | None, strong: bool) -> None:
    """Add text to the paragraph; runs of white space count as one space."""
    if not text:
        return
    words = _SPACE.sub(" ", text)
    if not walk.words.strip():
        walk.line = (line or 1) + (len(text) - len(text.lstrip())) * 0 + _leading_lines(text)
    if walk.words.endswith(" "):
        words = words.lstrip(" ")
    walk.words += words
    walk.strong += len(words.strip()) if strong else 0


def _leading_lines(text: str) -> int:
    """How many lines pass before the first word."""
    return text[: len(text) - len(text.lstrip())].count("\n")


def _close(walk: _Walk, kind: Kind, level: int) -> None:
    """End the paragraph; one that is all bold and short is a heading."""
    words = walk.words.strip(" \u3000\xa0")
    if words:
        if kind is Kind.TEXT and len(words) <= 40 and walk.strong >= len(words.replace(" ", "")):
            kind, level = Kind.HEADING, 9
        walk.blocks.append(Block(walk.prefix + words, walk.line, kind, level))
    if words or kind is not Kind.TEXT:
        walk.prefix = ""
    walk.words, walk.strong = "", 0


def _ordinal(element: Any) -> str:
    """Return the number a browser shows before an item of a numbered list."""
    parent = element.getparent()
    if parent is None or parent.tag != "ol":
        return ""
    start = parent.get("start", "1")
    first = int(start) if start.isdecimal() else 1
    items = [child for child in parent if child.tag == "li"]
    return f"{first + items.index(element)}. "


def _row(walk: _Walk, row: Any) -> None:
    """Take a table row; where tables only lay out the page, cell by cell."""
    cells = [cell for cell in row if cell.tag in ("td", "th") and cell not in walk.skip]
    if len(cells) == 1 or any(cell.find(".//table") is not None for cell in cells):
        for cell in cells:
            _children(walk, cell)
        return
    found: list[list[Block]] = []
    for cell in cells:
        inner = _Walk(walk.skip)
        _children(inner, cell)
        walk.pictures.extend(inner.pictures)
        found.append(inner.blocks)
    walk.blocks.extend(row_blocks(found))


def _children(walk: _Walk, element: Any) -> None:
    _say(walk, element.text, element.sourceline, False)
    for child in element:
        _element(walk, child)
        _say(walk, child.tail, child.sourceline, False)
    _close(walk, Kind.TEXT, 0)


def _picture(walk: _Walk, element: Any) -> None:
    given = [element.get(name) for name in _LAZY if element.get(name)]
    path = next((one for one in given if not one.startswith("data:")), (*given, "")[0])
    data = _inside(path) if path.startswith("data:") else b""
    if path and (data or not path.startswith("data:")):
        alt = (element.get("alt") or element.get("title") or "").strip()
        name = path.partition(";")[0] if data else path
        walk.pictures.append(Picture(name, alt, element.sourceline or 1, data=data))


def _inside(address: str) -> bytes:
    """Return the picture that is its own address (RFC 2397); nothing where it is no such thing."""
    head, _, body = address.partition(",")
    if not head.startswith("data:image/") or not head.endswith(";base64"):
        return b""
    try:
        return base64.b64decode(unquote(body))
    except ValueError:
        return b""


def _titled(blocks: list[Block], region: Region, hints: Hints) -> Iterator[Block]:
    """Return the blocks, the page's heading marked as the title."""
    line = region.title.sourceline if region.title is not None else None
    done = False
    for block in blocks:
        same = hints.title and _bare(block.text) == _bare(hints.title)
        by_tag = line is not None and block.kind is Kind.HEADING and block.line >= line
        if not done and (same or by_tag):
            done = True
            yield Block(block.text, block.line, Kind.TITLE)
        else:
            yield block


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _removed(
    body: Any, region: Region, hidden: frozenset[Any], furniture: frozenset[Any]
) -> Iterator[Removed]:
    """Return the page around the article, one entry per box."""
    path = {region.top, *region.top.iterancestors()}
    yield from _around(body, path, region, hidden, furniture)


def _around(
    box: Any, path: set[Any], region: Region, hidden: frozenset[Any], furniture: frozenset[Any]
) -> Iterator[Removed]:
    """Go down a box; what neither leads to the article nor is part of it has been cut."""
    if box in hidden or not isinstance(box.tag, str):
        return
    cut = box in furniture or box in region.outside
    inside = not cut and (box is region.top or region.top in box.iterancestors())
    if cut or (box not in path and not inside):
        words = _SPACE.sub(" ", box.text_content()).strip()
        if words:
            yield Removed(words, box.sourceline or 1, "page")
        return
    for child in box:
        yield from _around(child, path, region, hidden, furniture)
        tail = _SPACE.sub(" ", child.tail or "").strip()
        if tail and not inside:
            yield Removed(tail, child.sourceline or 1, "page")


def _hints(root: Any) -> Hints:
    """Return what the head of the page says."""
    meta: dict[str, str] = {}
    for element in root.iter("meta"):
        key = (element.get("property") or element.get("name") or "").lower()
        content = (element.get("content") or "").strip()
        if key and content:
            meta.setdefault(key, content)
    page = _SPACE.sub(" ", root.findtext(".//title") or "").strip()
    link = root.find(".//link[@rel='canonical']")
    canonical = link.get("href", "") if link is not None else ""
    return Hints(
        title=_first(meta, "articletitle", "og:title") or _SITE.sub("", page),
        published=_first(meta, "pubdate", "publishdate", "article:published_time", "publish_time"),
        publication=_first(meta, "contentsource", "source", "og:site_name", "sitename"),
        author=_first(meta, "author", "article:author"),
        url=_first(meta, "og:url") or canonical,
    )


def _first(meta: dict[str, str], *keys: str) -> str:
    return next((meta[key] for key in keys if key in meta), "")
