"""Plain text: a paragraph per line, or paragraphs wrapped by hand and set apart by blank lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from casepress.source.article.block import Article, Block, letters
from casepress.source.article.numbering import marker_at

_STOP = tuple("。！？；：…”’）】》!?;:)")
_INDENT = re.compile(r"^(?:\u3000+|\t| {2,})")
_NARROWEST = 40
_FULL_LINE = 0.82

Line = tuple[int, str]


def extract(text: str) -> Article:
    """Return the article in *text*, one block per paragraph, lines counted from 1.

    Why: text files saved from mail or old editors break every line at the same width; those
    lines are joined again (Han to Han without a space), or each would be set as a paragraph.
    """
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1)]
    measure = _wrap_measure([line for _, line in lines])
    blocks: list[Block] = []
    for run in _runs(lines):
        blocks.extend(_join(group) for group in _paragraphs(run, measure))
    return Article(tuple(block for block in blocks if block.text))


def cells(text: str) -> int:
    """Width of *text* in terminal cells: Han and full-width marks take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def _wrap_measure(lines: Sequence[str]) -> int:
    """Return the width the file was wrapped at, in cells; 0 if a paragraph is a line."""
    widths = sorted(cells(line.rstrip()) for line in lines if line.strip())
    if len(widths) < 6 or not _NARROWEST <= widths[-1] <= 132:
        return 0
    full = [width for width in widths if width >= _FULL_LINE * widths[-1]]
    unfinished = [
        line
        for line in lines
        if cells(line.rstrip()) >= _FULL_LINE * widths[-1] and not line.rstrip().endswith(_STOP)
    ]
    return widths[-1] if len(full) >= 3 and len(unfinished) * 2 >= len(full) else 0


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Consecutive lines without a blank one between them."""
    run: list[Line] = []
    for number, line in lines:
        if line.strip():
            run.append((number, line))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _paragraphs(run: list[Line], measure: int) -> Iterator[list[Line]]:
    """Split a run into paragraphs; every line is one unless the file was wrapped at *measure*."""
    group: list[Line] = []
    for number, line in run:
        if group and not (measure and _continues(group[-1][1], line, measure)):
            yield group
            group = []
        group.append((number, line))
    if group:
        yield group


def _continues(before: str, line: str, measure: int) -> bool:
    """Whether *line* goes on with the paragraph of the full line *before* it."""
    if _INDENT.match(line) or marker_at(line.strip(), 0):
        return False
    return cells(before.rstrip()) >= _FULL_LINE * measure


def _join(group: Sequence[Line]) -> Block:
    """One block of the lines of a paragraph."""
    text, before = "", 0
    joins: list[tuple[int, int]] = []
    for number, line in group:
        part = line.strip()
        if text:
            joins.append((before, number))
            latin = text[-1].isascii() and part[:1].isascii()
            text += " " if latin else ""
        text += part
        before += letters(part)
    return Block(text, group[0][0], joins=tuple(joins))
