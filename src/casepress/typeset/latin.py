"""Latin words, numbers and addresses: cut into boxes, shaped, hyphenated only when needed."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Any

from casepress.fonts.face import Face
from casepress.typeset.classes import (
    CONNECTOR,
    LABEL,
    LATIN,
    NUMBER,
    PERCENT,
    SLASH,
    TIGHT_CLOSE,
    TIGHT_OPEN,
)
from casepress.typeset.faces import Box, Placed, StyleGlyphs

_LEADING = re.compile(r"(?:[,;:!?)\]}%]|\.(?![0-9A-Za-z]))+")
_TRAILING = re.compile(r"[(\[{]+$")
_LABEL = re.compile(r"\(?[0-9]{1,3}[.)]|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.?")
_ADDRESS = re.compile(r"://|^www\.|[^@\s]@[^@\s]+\.|^(?=.*[A-Za-z])(?=.*[/\\_=?&]).{13,}$")
_ADDRESS_BREAK = re.compile(r"(?<=[/.?&_=#:-])(?![/.?&_=#:-])")
_HARD_HYPHEN = re.compile(r"(?<=[A-Za-z]-)(?=[A-Za-z]{2})|(?<=[A-Za-z]{2}/)(?=[A-Za-z]{2})")
_WORD = re.compile(r"[A-Za-zÀ-ɏ]{5,}")
_PERCENT_END = frozenset("%‰°′″")
_CLOSE_END = frozenset(",.;:!?)]}\"'’”")
_NUMBER_SIGNS = frozenset("+-−±$¥€£#~")
_CACHE_LIMIT = 20_000


def latin_boxes(text: str, glyphs: StyleGlyphs, quote_open: bool) -> tuple[Box, ...]:
    """Cut a stretch of Latin characters without spaces into boxes.

    Leading closing marks and trailing opening brackets (half-width marks typed among Chinese) get
    boxes of their own, so that the rules for line edges see them. ``quote_open`` tells whether a
    lone ASCII quotation mark opens.
    """
    key = f"{text}\0" if quote_open else text
    cached = glyphs.words.get(key)
    if cached is None:
        if len(glyphs.words) > _CACHE_LIMIT:
            glyphs.words.clear()
        cached = glyphs.words[key] = tuple(_cut(text, glyphs, quote_open))
    return cached


def _cut(text: str, glyphs: StyleGlyphs, quote_open: bool) -> list[Box]:
    if text in ("/", "+", "-", "−"):
        return [_operator(text, glyphs)]
    if text == '"':
        kind = TIGHT_OPEN if quote_open else TIGHT_CLOSE
        return [shape_box(text, glyphs, kind, kind)]
    boxes = []
    lead = _LEADING.match(text)
    if lead:
        boxes += [shape_box(char, glyphs, TIGHT_CLOSE, TIGHT_CLOSE) for char in lead[0]]
        text = text[lead.end() :]
    trail = _TRAILING.search(text)
    core = text[: trail.start()] if trail else text
    if core:
        boxes.append(shape_box(core, glyphs, left_class(core), right_class(core)))
    if trail:
        boxes += [shape_box(char, glyphs, TIGHT_OPEN, TIGHT_OPEN) for char in trail[0]]
    return boxes


def _operator(char: str, glyphs: StyleGlyphs) -> Box:
    """Set a sign alone between Chinese characters: a hyphen connects, / and + hold fast."""
    box = glyphs[char]
    if box.left in (SLASH, CONNECTOR):
        return box
    return shape_box(char, glyphs, SLASH, SLASH)


def left_class(core: str) -> int:
    """Return the class a Latin stretch shows to what precedes it."""
    first = core[0]
    if first.isdecimal() or (first in _NUMBER_SIGNS and core[1:2].isdecimal()):
        return NUMBER
    if first in "([{“‘":
        return TIGHT_OPEN
    if first in _PERCENT_END or first in "’”":
        return TIGHT_CLOSE
    return LATIN


def right_class(core: str) -> int:
    """Return the class a Latin stretch shows to what follows it."""
    last = core[-1]
    if last.isdecimal():
        return NUMBER
    if _LABEL.fullmatch(core):
        return LABEL
    if last in _PERCENT_END:
        return PERCENT
    return TIGHT_CLOSE if last in _CLOSE_END else LATIN


def shape_box(text: str, glyphs: StyleGlyphs, left: int, right: int) -> Box:
    """Shape Latin text in one style; each character in the first face that has it."""
    placed: list[Placed] = []
    x = 0.0
    chain, scale = glyphs.latin_chain, glyphs.size / 1000
    for face, part in _split(text, glyphs):
        if face is None:
            glyphs.missing.update(part)
            continue
        features = {"pwid": True} if any(c in "“”‘’" for c in part) else None
        proto = glyphs.proto(face, chain)
        shaped = face.shape(part, features, "en")
        starts = [g.cluster for g in shaped] + [len(part)]
        for index, g in enumerate(shaped):
            later = (starts[k] for k in range(index + 1, len(starts)))
            end = next((start for start in later if start > g.cluster), len(part))
            first = index == 0 or starts[index - 1] != g.cluster
            source = part[g.cluster : end] if first else ""
            placed.append((proto, g.gid, source, x + g.x_offset * scale))
            x += g.x_advance * scale
    return Box(x, left, right, tuple(placed), text, letter_count(text))


def letter_count(text: str) -> int:
    """Count the characters that are not punctuation."""
    return sum(1 for char in text if char.isalnum())


def _split(text: str, glyphs: StyleGlyphs) -> list[tuple[Face | None, str]]:
    """Split text by the face that sets each character; combining marks stay with their base."""
    begins: list[tuple[Face | None, int]] = []
    for place, char in enumerate(text):
        combining = "\u0300" <= char <= "\u036f" and begins
        face = begins[-1][0] if combining else glyphs.face_for(char, glyphs.latin_chain)
        if not begins or begins[-1][0] is not face:
            begins.append((face, place))
    ends = [place for _, place in begins[1:]] + [len(text)]
    return [(face, text[low:high]) for (face, low), high in zip(begins, ends, strict=True)]


def break_offsets(text: str, hyphenate: bool) -> list[tuple[int, bool]]:
    """Return where a Latin box may be cut: (offset, needs a visible hyphen).

    Addresses break after / . ? & - _ = and never with a hyphen; compound words after their own
    hyphen; plain words at the points of the English patterns, if *hyphenate*. Numbers never.
    """
    if _ADDRESS.search(text):
        points = [m.start() for m in _ADDRESS_BREAK.finditer(text)]
        keep = [p for p in points if 2 <= p <= len(text) - 2 and not _in_number(text, p)]
        return [(p, False) for p in keep]
    found = {m.start(): False for m in _HARD_HYPHEN.finditer(text)}
    if hyphenate and not any(c.isdecimal() for c in text):
        for word in _WORD.finditer(text):
            if not word[0].isupper():
                found.update(
                    {word.start() + p: True for p in _hyphenator().positions(word[0]) if p >= 2}
                )
    return sorted(found.items())


def _in_number(text: str, point: int) -> bool:
    return text[point - 2 : point - 1].isdecimal() and text[point : point + 1].isdecimal()


@lru_cache(maxsize=1)
def _hyphenator() -> Any:
    import pyphen

    return pyphen.Pyphen(lang="en_US", left=2, right=3)


def cut_box(box: Box, offsets: list[int]) -> list[Box]:
    """Cut a shaped box at character offsets, keeping its kerning; a ligature is never cut."""
    pieces: list[Box] = []
    start = 0
    marks: list[tuple[int, int]] = []
    for index, (_, _, source, _) in enumerate(box.glyphs):
        marks.append((start, index))
        start += len(source)
    first_glyph = dict(reversed(marks))
    points = [p for p in offsets if p in first_glyph and 0 < p < len(box.text)]
    edges = [0, *points, len(box.text)]
    for begin, end in pairwise(edges):
        low = first_glyph.get(begin, 0)
        high = first_glyph.get(end, len(box.glyphs)) if end < len(box.text) else len(box.glyphs)
        part = box.glyphs[low:high]
        left_x = part[0][3] if part and begin else 0.0
        right_x = box.glyphs[high][3] if high < len(box.glyphs) else box.width
        moved = tuple((p, g, t, x - left_x) for p, g, t, x in part)
        pieces.append(
            Box(
                right_x - left_x,
                box.left if begin == 0 else LATIN,
                box.right if end == len(box.text) else LATIN,
                moved,
                box.text[begin:end],
                letter_count(box.text[begin:end]),
            )
        )
    return pieces
