"""The heading of an item and what follows it: on its own line, run-in, or the first clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casepress.frozen import dataclass
from casepress.source.article.body import Body, Cut
from casepress.source.article.divide import Piece
from casepress.source.article.numbering import WORDS
from casepress.source.article.sentence import find_outside, sentence_end

_LONGEST_TITLE = 50
_LONGEST_CLAUSE = 22
_LONGEST_LABEL = 24
_END = "。！？；：，、;:,.．!?"
_ADVERBIAL = re.compile(
    r"针对|为了?|围绕|按照|根据|通过|在|以|由|从|对|面对|结合|依托|立足|聚焦|随着|经过|据|每|近年来|目前|当"
)
_OUTCOME = re.compile(
    r"(?:有效|有力|全面|切实|着力|不断|持续|进一步|成功|更好|推动|促进|实现)?"
    r"(?:突破|激活|破解|提升|推动|推进|促进|实现|增强|打造|形成|让|使|构建|解决|打通|释放|激发|凝聚"
    r"|助力|赋能|擦亮|书写|夯实|厚植|走出|闯出|探索出|开创|点燃|汇聚|提高|改善|确保|带动|赢得|绘就|补齐|消除|化解)"
)


@dataclass(frozen=True, slots=True)
class Headed:
    """An item taken apart: its heading, the rest by paragraphs, and the marks between them.

    ``sound`` is false where no words of the item make a heading and its first sentence had to.
    """

    title: Cut
    text: tuple[Cut, ...]
    marks: tuple[Cut, ...]
    sound: bool


def headed(body: Body, piece: Piece) -> Headed:
    """Take the heading off *piece*.

    In this order: a line of its own; a first sentence of up to 50 characters that more text
    follows; words before a colon; a first clause that is no adverbial (针对…, 为…); else the
    whole first sentence. The stop between heading and text is dropped, as a sentence that
    becomes a heading loses it in print.
    """
    text, start, end = body.text, piece.start, piece.end
    line = text.find("\n", start, end)
    if line >= 0 and (piece.headed or _is_line(text[start:line])):
        label = find_outside(text, "：", start, line)
        if not piece.headed and text[line - 1] in "；。" and 2 <= label - start <= _LONGEST_LABEL:
            return _split(body, start, label + 1, end, True)
        return _split(body, start, line, end, True)
    stop = sentence_end(text, start, end)
    colon = find_outside(text, "：", start, stop)
    comma = find_outside(text, "，；。", start, stop)
    if 2 <= colon - start <= _LONGEST_LABEL and (comma < 0 or colon < comma) and colon + 1 < end:
        return _split(body, start, colon + 1, end, True)
    if stop - start <= _LONGEST_TITLE and (body.trim(stop, end).start < end or piece.headed):
        return _split(body, start, stop, end, True)
    clause = find_outside(text, "，；", start, stop)
    least = 2 if piece.number and piece.number.style in WORDS else 4
    alone = _is_short_pair(start, clause, stop) and stop >= end
    adverbial = _ADVERBIAL.match(text, start, clause)
    if least <= clause - start <= _LONGEST_CLAUSE and not adverbial and not alone:
        return _split(body, start, clause + 1, end, True)
    return _split(body, start, stop, end, stop - start <= _LONGEST_LABEL)


def _is_short_pair(start: int, comma: int, stop: int) -> bool:
    """Tell whether a sentence is two short clauses that belong together (先修管线，再铺路面)."""
    return comma > 0 and stop - start <= _LONGEST_LABEL and stop - comma <= comma - start + 3


def _is_line(line: str) -> bool:
    """Whether a first line reads as a heading: short, and a single sentence at most."""
    return len(line) <= _LONGEST_TITLE and not any(mark in line[:-1] for mark in "。；！？")


def _split(body: Body, start: int, stop: int, end: int, sound: bool) -> Headed:
    """Heading from *start* to *stop* without its closing mark, text from *stop* to *end*."""
    title = body.trim(start, stop)
    last = title.end
    while last > title.start + 1 and body.text[last - 1] in _END:
        last -= 1
    marks = (Cut(last, title.end),) if last < title.end else ()
    return Headed(Cut(title.start, last), body.paragraphs(stop, end), marks, sound)


def are_items(parts: Sequence[Headed]) -> bool:
    """Whether the items have headings of their own, at least every second one.

    Why: 一是…；二是…；三是… within one sentence is an enumeration; torn apart, its halves would
    become headings nobody wrote.
    """
    return len(parts) > 1 and 2 * sum(part.sound for part in parts) >= len(parts)


def halves(body: Body, titles: Sequence[Cut]) -> list[tuple[Cut, Cut, Cut] | None]:
    """For every title of a practice (title, comma, outcome), or None where it is one phrase.

    A title is halved at its only comma if its second half begins with what was achieved
    (突破…, 破解…, 让…), and if most of the titles beside it are of the same build: 抓班子，强队伍
    stays whole.
    """
    found = [_halve(body, title) for title in titles]
    common = 2 * sum(half is not None for half in found) >= len(found)
    return found if common else [None] * len(found)


def _halve(body: Body, title: Cut) -> tuple[Cut, Cut, Cut] | None:
    comma = find_outside(body.text, "，", title.start, title.end)
    if comma < 0 or find_outside(body.text, "，；：", comma + 1, title.end) >= 0:
        return None
    if not _OUTCOME.match(body.text, comma + 1) or comma - title.start < 4:
        return None
    return Cut(title.start, comma), Cut(comma, comma + 1), body.trim(comma + 1, title.end)
