"""What an extractor hands on: the article as blocks in reading order, nothing interpreted yet."""

from __future__ import annotations

from enum import StrEnum

from casepress.frozen import dataclass


class Kind(StrEnum):
    """What the file format says a block is; plain text says nothing and has only TEXT."""

    TEXT = "text"
    TITLE = "title"
    HEADING = "heading"
    ITEM = "item"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or table row.

    ``line`` is where it begins, from 1, in the unit of the article (lines of a text file,
    paragraphs of a Word file). ``level`` is the heading's depth from 1; 9 stands for a paragraph
    that is only set bold. ``joins`` tells where further source lines begin in a block put
    together from several: (letters and digits before the line, its number).
    """

    text: str
    line: int
    kind: Kind = Kind.TEXT
    level: int = 0
    joins: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Removed:
    """Text that belongs to the page the article stood on, not to the article."""

    text: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture the article shows: where its file is, or the file itself where it is inside."""

    path: str
    alt: str
    line: int
    caption: str = ""
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Hints:
    """What the file says about the article outside its text (HTML head, Word properties)."""

    title: str = ""
    published: str = ""
    publication: str = ""
    author: str = ""
    url: str = ""
    keywords: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """An extracted article. ``unit`` names what ``Block.line`` counts: 行 or 段."""

    blocks: tuple[Block, ...]
    unit: str = "行"
    removed: tuple[Removed, ...] = ()
    pictures: tuple[Picture, ...] = ()
    hints: Hints = Hints()


def letters(text: str) -> int:
    """How many letters and digits *text* has: the count normalising never changes.

    Why: punctuation and spaces change width and number when a text is normalised, letters and
    digits do not, so they are the ruler between source lines and the normalised text.
    """
    return sum(1 for character in text if character.isalnum())
