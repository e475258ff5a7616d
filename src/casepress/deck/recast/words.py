"""The words of a slide as a list: what its frames said side by side, said below one another.

Frames that repeat in a row belong together column by column (figure, name, note); each column
becomes one item: its head, and what explains it one level lower. No word is changed or left out,
only signs between the parts are added.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from casepress.deck.draft import para
from casepress.deck.model import Fill, TextFill, TextParagraph
from casepress.theme.deck import DeckTokens

Group = tuple[TextParagraph, ...]
Column = Mapping[str, Fill]
"""Fills of one column by role."""
APART = ("title", "label", "source", "footer", "number")
_LATIN = re.compile("[A-Za-z0-9%.,]")
_UNIT_GAP = re.compile("(?<=[0-9%]) (?=[\u4e00-\u9fff])")
_BROKEN_NOTES = ("note", "comparison")
"""Roles whose lines are notes of their own."""


def columns(tokens: DeckTokens, layout: str, fills: Sequence[Fill]) -> list[Column]:
    """Group the fills of a slide by column, in reading order; title, label and source stay out."""
    by_idx = {one.idx: one for one in fills}
    apart = {"footer", "slide_number", "title"}
    body = [
        p
        for p in tokens.placeholders(layout)
        if p.type not in apart and not (p.role in APART and p.idx in (0, 40, 60))
    ]
    rows = [list(group) for _, group in groupby(body, key=lambda p: p.role)]
    found: list[Column] = []
    for _, block in groupby(rows, key=len):
        for column in zip(*block, strict=True):
            own = {p.role: by_idx[p.idx] for p in column if p.idx in by_idx}
            if own:
                found.append(own)
    return found


def joined(text: str, sign: str = "") -> str:
    """Undo display breaks: *sign* between Han, a space between Latin words."""
    pieces = text.split("\v")
    out = pieces[0]
    for piece in pieces[1:]:
        latin = bool(out and piece and _LATIN.match(out[-1]) and _LATIN.match(piece[0]))
        out += (" " if latin else sign) + piece
    return out


def lines_of(one: Fill | None, sign: str = "") -> list[TextParagraph]:
    """Give the paragraphs of a fill as single runs without a look of their own.

    A number and its unit, set apart by a thin space at display size, close up.
    """
    if not isinstance(one, TextFill):
        return []
    plain = [
        para(_UNIT_GAP.sub("", joined("".join(r.text for r in p.runs), sign)).strip(), 0, p.source,
             p.derived)
        for p in one.paragraphs
    ]  # fmt: skip
    return [p for p in plain if p.runs[0].text]


def words(paragraph: TextParagraph) -> str:
    """Give the characters of a paragraph of one run."""
    return paragraph.runs[0].text


def at_level(paragraph: TextParagraph, level: int) -> TextParagraph:
    """Give the paragraph at another outline level."""
    return TextParagraph(paragraph.runs, level, paragraph.source, paragraph.derived)


def _pair(head: TextParagraph, tail: TextParagraph, sign: str = "：") -> TextParagraph:
    between = "" if words(head).endswith(("？", "：", "。")) else sign
    source = head.source or tail.source
    return para(f"{words(head)}{between}{words(tail)}", 0, source, head.derived or tail.derived)


def group_of(column: Column) -> Group:
    """Set one column as an item of a list; empty if it holds no words."""
    lines = {
        role: found
        for role, one in column.items()
        if (found := lines_of(one, "；" if role in _BROKEN_NOTES else ""))
    }
    if not lines:
        return ()
    for roles, setter in _SETTERS:
        if set(lines) <= set(roles) and roles[0] in lines and len(lines) > 1:
            return tuple(setter([lines.get(role, []) for role in roles]))
    every = [line for found in lines.values() for line in found]
    return (every[0], *(at_level(p, 1) for p in every[1:]))


Setter = Callable[[list[list[TextParagraph]]], Iterator[TextParagraph]]


def _numbered(parts: list[list[TextParagraph]]) -> Iterator[TextParagraph]:
    """``1`` + question → ``1. question``; the hint below."""
    number, question = parts
    if not question:
        yield from number
        return
    yield _pair(number[0], question[0], ". " if words(number[0]).isdigit() else " ")
    yield from (at_level(p, 1) for p in question[1:])


def _evidence(parts: list[list[TextParagraph]]) -> Iterator[TextParagraph]:
    """Measure first, its explanation and its evidence below: ``事项：14 个``."""
    evidence, measure = parts[0], parts[1] or parts[2]
    if not measure:
        yield from evidence
        return
    if len(evidence) == 1 and words(evidence[0]).isdigit():
        yield from _numbered([evidence, measure])
        return
    yield measure[0]
    if parts[2] and len(measure) == 2 and len(evidence) == 1:
        yield at_level(_pair(measure[1], evidence[0]), 1)
        return
    yield from (at_level(p, 1) for p in measure[1:])
    if len(evidence) > 1:
        yield at_level(_pair(evidence[1], evidence[0]), 1)
        yield from (at_level(p, 1) for p in evidence[2:])
    else:
        yield from (at_level(p, 1) for p in evidence)


def _figure(parts: list[list[TextParagraph]]) -> Iterator[TextParagraph]:
    """``党员：5624 名``, what it is compared with below."""
    figure, name, *notes = parts
    yield _pair(name[0], figure[0]) if name else figure[0]
    yield from (at_level(p, 1) for p in (*figure[1:], *name[1:]))
    yield from (at_level(p, 1) for note in notes for p in note)


def _headed(parts: list[list[TextParagraph]]) -> Iterator[TextParagraph]:
    """``谁在做：…``; further lines below."""
    head, text, *below = parts
    yield _pair(head[0], text[0]) if text else head[0]
    yield from (at_level(p, 1) for p in text[1:])
    yield from (at_level(p, 1) for more in below for p in more)


def _below(parts: list[list[TextParagraph]]) -> Iterator[TextParagraph]:
    """A head with its lines below."""
    head, *rest = parts
    yield head[0]
    yield from (at_level(p, 1) for lines in (head[1:], *rest) for p in lines)


def _read(parts: list[list[TextParagraph]]) -> Iterator[TextParagraph]:
    """A chart's heading, then how to read it."""
    heading, kicker, notes = parts
    yield from heading
    yield from kicker
    yield from (at_level(p, 1) for p in notes)


def _captioned(parts: list[list[TextParagraph]]) -> Iterator[TextParagraph]:
    """The points beside a picture, then its caption."""
    caption, points = parts
    yield from points
    yield from (at_level(p, 1 if points else 0) for p in caption)


def _steps(parts: list[list[TextParagraph]]) -> Iterator[TextParagraph]:
    """``讨论 10 分钟：分组；独立思考``."""
    minutes, steps = parts
    head = words(minutes[0])
    head = f"{head}分钟" if head.isdigit() else head
    text = "；".join(words(p) for p in steps)
    yield para(f"{head}：{text}" if text else head, 0, steps[0].source if steps else "")


def _change(parts: list[list[TextParagraph]]) -> Iterator[TextParagraph]:
    """A chart's heading; its change and the words of the article below."""
    heading, change, note = parts
    yield heading[0]
    if change and note:
        text = f"{words(change[0])}（{'；'.join(words(p) for p in note)}）"
        yield para(text, 1, change[0].source or note[0].source)
    else:
        yield from (at_level(p, 1) for p in (*change, *note))


_SETTERS: tuple[tuple[tuple[str, ...], Setter], ...] = (
    (("evidence", "measure", "name"), _evidence),
    (("figure", "name", "comparison", "note"), _figure),
    (("hero", "hero_name"), _figure),
    (("kicker", "keyword", "text"), _headed),
    (("kicker", "answer"), _headed),
    (("kicker", "problem"), _headed),
    (("kicker", "line"), _headed),
    (("kicker", "notes"), _below),
    (("heading", "kicker", "notes"), _read),
    (("heading", "change", "note"), _change),
    (("name", "facts"), _below),
    (("date", "event"), _headed),
    (("level", "honour"), _headed),
    (("number", "question"), _numbered),
    (("minutes", "steps"), _steps),
    (("caption", "points"), _captioned),
)
