"""Markdown: headings, lists and tables as blocks, the marks of emphasis taken off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from casepress.source.article.block import Article, Block, Hints, Kind, Picture, Removed, letters

_HEADING = re.compile(
    r"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$|^ {0,3}(#{1,6})(?=[^\s#])(.*?)#*$"
)
_UNDERLINE = re.compile(r"^ {0,3}(=+|-{2,})\s*$")
_RULE = re.compile(r"^ {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$")
_BULLET = re.compile(r"^\s*[-*+]\s+(?:\[[ xX]\]\s+)?(?=\S)")
_NUMBERED = re.compile(r"^\s*\d{1,3}[.)]\s+(?=\S)")
_QUOTE = re.compile(r"^ {0,3}(?:>\s?)+")
_FENCE = re.compile(r"^ {0,3}(```+|~~~+)")
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"^([^\s:：#][^:：]{0,20})\s*[:：]\s*(.+)$")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(\s*<?([^\s)>]+)>?(?:\s+[\"'][^)]*)?\)")
_LINK = re.compile(r"\[([^\]]+)\]\(\s*<?[^\s)>]*>?(?:\s+[\"'][^)]*)?\)")
_REFERENCE = re.compile(r"^ {0,3}\[[^\]^]+\]:\s*\S+")
_NOTE = re.compile(r"^ {0,3}\[\^([^\]]+)\]:\s*")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^>\s]+)>")
_TAG = re.compile(
    r"</?(?:br|p|div|span|font|center|strong|em|b|i|u|sup|sub|small|a|img)\b[^>]*>", re.I
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_EMPHASIS = re.compile(r"(?<!\\)(\*{1,3}|_{1,3}|~~|`+|==)(?=\S)(.+?)(?<=\S)(?<!\\)\1")
_BOLD = re.compile(r"^(\*\*|__)(?=\S)([^*_]+)\1[：:。]?$")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENTITIES = {"&nbsp;": " ", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&ldquo;": "“",
             "&rdquo;": "”", "&mdash;": "—", "&hellip;": "…", "&middot;": "·",
             "&amp;": "&"}  # fmt: skip
_HINTS = {
    "title": "title", "标题": "title", "date": "published", "日期": "published",
    "author": "author", "作者": "author", "source": "publication", "来源": "publication",
    "keywords": "keywords", "tags": "keywords", "关键词": "keywords", "url": "url",
}  # fmt: skip


@dataclass
class _Reading:
    """Blocks found so far and the paragraph being read."""

    blocks: list[Block] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    lines: list[tuple[int, str]] = field(default_factory=list)
    kind: Kind = Kind.TEXT


def extract(text: str) -> Article:
    """Return the article in Markdown *text*; lines are counted from 1, front matter becomes hints.

    Why own rules and no Markdown library: only block structure is wanted, and every block's
    line; what is not understood stays in the text instead of being dropped.
    """
    text = _COMMENT.sub(lambda match: "\n" * match.group().count("\n"), text)
    hints, start = _front_matter(text)
    reading = _Reading()
    fence = ""
    for number, line in enumerate(text.splitlines(), 1):
        if number <= start:
            continue
        opening = _FENCE.match(line)
        if opening and (not fence or line.strip().startswith(fence)):
            _close(reading)
            fence = "" if fence else opening.group(1)
        elif fence:
            _add(reading, number, line.strip(), Kind.TEXT, 0)
        else:
            _line(reading, number, line)
    _close(reading)
    blocks = tuple(_with_title(reading.blocks))
    return Article(
        blocks, removed=tuple(reading.removed), pictures=tuple(reading.pictures), hints=hints
    )


def _front_matter(text: str) -> tuple[Hints, int]:
    """Known keys of the front matter, and its number of lines; unknown keys are page furniture."""
    match = _FRONT.match(text)
    if not match or not _PAIR.search(match.group(1).split("\n")[0]):
        return Hints(), 0
    found: dict[str, str] = {}
    for line in match.group(1).splitlines():
        pair = _PAIR.match(line)
        key = _HINTS.get(pair.group(1).strip().lower()) if pair else None
        if pair and key:
            found.setdefault(key, pair.group(2).strip().strip("\"'"))
    return Hints(**found), match.group().count("\n")


def _line(reading: _Reading, number: int, line: str) -> None:
    """Take one line outside code."""
    line = _QUOTE.sub("", line)
    heading = _HEADING.match(line)
    if not line.strip() or (_RULE.match(line) and not reading.lines):
        _close(reading)
    elif heading:
        _close(reading)
        marks, words = heading.group(1) or heading.group(3), heading.group(2) or heading.group(4)
        _add(reading, number, words or "", Kind.HEADING, len(marks))
    elif reading.lines and _UNDERLINE.match(line) and reading.kind is Kind.TEXT:
        _underline(reading, line)
    elif _RULE.match(line) or (_TABLE_RULE.match(line) and "|" in line):
        _close(reading)
    elif _REFERENCE.match(line):
        _close(reading)
        reading.removed.append(Removed(line.strip(), number, "link"))
    elif "|" in line and line.strip().startswith("|"):
        _close(reading)
        _add(reading, number, _row(line), Kind.TEXT, 0)
    else:
        _text(reading, number, line)


def _text(reading: _Reading, number: int, line: str) -> None:
    """Return a line of running text, of a list, or of a note."""
    bullet = _BULLET.match(line)
    note = _NOTE.match(line)
    fresh = bullet or note or _NUMBERED.match(line) or line.startswith(("\u3000", "&emsp;"))
    if fresh:
        _close(reading)
    if bullet:
        line, reading.kind = line[bullet.end() :], Kind.ITEM
    elif note:
        line, reading.kind = line[note.end() :], Kind.NOTE
    reading.lines.append((number, line))
    if line.endswith(("  ", "\\")):
        reading.lines[-1] = (number, line.rstrip("\\"))
        _close(reading)


def _underline(reading: _Reading, line: str) -> None:
    """Return the line before was a heading underlined with = or -."""
    *before, (number, words) = reading.lines
    reading.lines = before
    _close(reading)
    _add(reading, number, words, Kind.HEADING, 1 if line.strip().startswith("=") else 2)


def _row(line: str) -> str:
    """Return a table row: two cells as 标签：值, more parted by bars."""
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    if len(cells) == 2 and len(cells[0]) <= 12 and all(cells):
        return f"{cells[0].rstrip('：:')}：{cells[1]}"
    return "｜".join(cell for cell in cells if cell)


def _close(reading: _Reading) -> None:
    """End the paragraph being read."""
    lines, kind = reading.lines, reading.kind
    reading.lines, reading.kind = [], Kind.TEXT
    if not lines:
        return
    text, joins = "", []
    before, pending = 0, ""
    for number, line in lines:
        part = line.strip()
        if text:
            joins.append((before + letters(_plain(pending)), number))
            if not _is_open(pending):
                before, pending = joins[-1][0], ""
            space = " " if text[-1].isascii() and part[:1].isascii() else ""
            text, pending = text + space, pending + space
        text, pending = text + part, pending + part
    bold = _BOLD.match(text)
    if bold and len(text) <= 60 and kind is Kind.TEXT:
        _add(reading, lines[0][0], text, Kind.HEADING, 9)
        return
    _add(reading, lines[0][0], text, kind, 0, tuple(joins))


def _is_open(text: str) -> bool:
    """Tell whether a link or tag may go on in the next line."""
    return (
        text.count("[") > text.count("]")
        or text.count("<") > text.count(">")
        or (text.count("(") > text.count(")"))
    )


def _add(
    reading: _Reading,
    number: int,
    text: str,
    kind: Kind,
    level: int,
    joins: tuple[tuple[int, int], ...] = (),
) -> None:
    for match in _PICTURE.finditer(text):
        reading.pictures.append(Picture(match.group(2), match.group(1), number))
    words = _plain(text)
    if words:
        reading.blocks.append(Block(words, number, kind, level, joins))


def _plain(text: str) -> str:
    """*text* without the marks of Markdown; link texts stay, their addresses go."""
    text = _PICTURE.sub("", text)
    text = _AUTOLINK.sub(r"\1", _LINK.sub(r"\1", text))
    text = _TAG.sub("", text)
    for _ in range(3):
        text = _EMPHASIS.sub(r"\2", text)
    for entity, character in _ENTITIES.items():
        text = text.replace(entity, character)
    return _ESCAPE.sub(r"\1", text).strip()


def _with_title(blocks: list[Block]) -> Iterator[Block]:
    """Return the blocks, a single heading of the first level marked as the title."""
    top = [block for block in blocks if block.kind is Kind.HEADING and block.level == 1]
    title = top[0] if len(top) == 1 else None
    for block in blocks:
        yield replace(block, kind=Kind.TITLE) if block is title else block
