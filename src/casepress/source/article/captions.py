"""The words under a picture: they go with the picture, not into the text."""

from __future__ import annotations

import re
from dataclasses import replace

from casepress.source.article.block import Article, Block, Kind, Picture, Removed

_CAPTION = re.compile(r"^[▲△↑]|^图\s*\d|^图[为：:]|(?:摄|供图|图片由.{1,16}提供)[）)]?$")
_NUMBER = re.compile(r"^(?:图\s*(\d+)[\s、：:．.—-]*|[▲△↑]\s*)(?=\S)")
_LONGEST = 60
_REACH = 2


def with_captions(article: Article) -> Article:
    """Return the article with every caption moved to the picture above it.

    Only a short line that says it is one (图1, 图为, 某某摄) and stands within two lines below a
    picture; in the YAML it is written beside the picture's path.
    """
    pictures = list(article.pictures)
    kept: list[Block] = []
    moved: list[Removed] = []
    for block in article.blocks:
        at = _picture_above(pictures, block)
        if at is None:
            kept.append(block)
            continue
        pictures[at] = replace(pictures[at], caption=block.text.strip())
        moved.append(Removed(block.text, block.line, "caption"))
    if not moved:
        return article
    removed = tuple(sorted((*article.removed, *moved), key=lambda piece: piece.line))
    return replace(article, blocks=tuple(kept), removed=removed, pictures=tuple(pictures))


def _picture_above(pictures: list[Picture], block: Block) -> int | None:
    words = block.text.strip()
    if block.kind is not Kind.TEXT or len(words) > _LONGEST or "。" in words[:-1]:
        return None
    if not _CAPTION.search(words):
        return None
    near = [
        index
        for index, picture in enumerate(pictures)
        if not picture.caption and 0 <= block.line - picture.line <= _REACH
    ]
    return near[-1] if near else None


def numbered(caption: str, text: str) -> tuple[str, str]:
    """Part a caption from the number or triangle before it: the brochure numbers its own figures.

    A number that the article's *text* speaks of (见图1) stays where it is.
    """
    match = _NUMBER.match(caption)
    if match is None or (match[1] and re.search(rf"图\s*{match[1]}(?!\d)", text)):
        return "", caption
    return match.group().strip(), caption[match.end() :]
