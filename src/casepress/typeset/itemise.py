"""From styled runs to boxes and joints: the paragraph as the line breaker sees it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

from casepress.fonts.library import FontLibrary
from casepress.frozen import dataclass
from casepress.typeset.classes import (
    CONNECTOR,
    DASH,
    ELLIPSIS,
    LABEL,
    LATIN,
    LETTER_UNITS,
    NUMBER,
    PERCENT,
    TIGHT_CLOSE,
    TIGHT_OPEN,
    TOKEN,
)
from casepress.typeset.context import shadow
from casepress.typeset.errors import MissingGlyph, MissingGlyphError
from casepress.typeset.faces import Box, Placed, StyleGlyphs, dash_glyphs, style_glyphs
from casepress.typeset.items import Glue, GlueTable, Items, glue, glue_table
from casepress.typeset.joints import (
    COST_HYPHEN,
    COST_QUOTED,
    COST_URL,
    FORBIDDEN,
    PLAIN,
    Joint,
    word_space,
)
from casepress.typeset.latin import break_offsets, cut_box, latin_boxes
from casepress.typeset.model import PunctuationStyle, Run
from casepress.typeset.prepare import Prepared, prepare
from casepress.typeset.ruby import ruby_boxes

_QUOTED = re.compile("[“‘「『《〈]([^“”‘’「」『』《》〈〉\n]{1,4})[”’」』》〉]")
_ENUMERATOR = re.compile("（[一二三四五六七八九十百0-9]{1,3}）")
EXPLODED_COST = 50_000.0
AGAINST_RULES_COST = 100_000.0


@dataclass(frozen=True, slots=True)
class Source:
    """A paragraph made settable: its text, and which run every character belongs to.

    ``bounds`` are the indices in the text where each run ends; ``cut_text`` is the text as it is
    cut into stretches, see :func:`casepress.typeset.context.shadow`.
    """

    prepared: Prepared
    runs: tuple[Run, ...]
    glyphs: tuple[StyleGlyphs, ...]
    bounds: tuple[int, ...]
    punctuation: PunctuationStyle
    cut_text: str
    dotted: bool
    """Some of its runs have emphasis dots."""

    @property
    def text(self) -> str:
        """The characters to set."""
        return self.prepared.text

    def run_at(self, index: int) -> int:
        """Return the run of a character."""
        return min(bisect_right(self.bounds, index), len(self.runs) - 1)


def read_source(
    runs: Sequence[Run],
    fonts: FontLibrary,
    punctuation: PunctuationStyle = "full",
    *,
    keep_blanks: bool = False,
) -> Source:
    """Normalise the text of the runs as one text and find the glyph tables of their styles."""
    texts = [run.text for run in runs]
    prepared = prepare("".join(texts), keep_blanks=keep_blanks)
    ends = accumulate(map(len, texts))
    if isinstance(prepared.offsets, range):
        bounds = tuple(ends)
    else:
        bounds = tuple([bisect_left(prepared.offsets, end) for end in ends])
    glyphs = tuple([style_glyphs(run.style, fonts) for run in runs])
    dotted = True in [run.emphasis_dots for run in runs]
    return Source(prepared, tuple(runs), glyphs, bounds, punctuation, shadow(prepared.text), dotted)


def itemise(source: Source, start: int, end: int) -> Items:
    """Cut the characters ``start:end`` of a source into boxes and joints.

    See :func:`hold_together` for what is to be broken.

    Raises:
        MissingGlyphError: a character has no glyph in any font.
    """
    boxes: list[Box] = []
    at: list[int] = []
    run_of: list[int] = []
    spaces: list[int] = []
    low = start
    if len(source.runs) == 1:
        _run_boxes(source, 0, start, end, boxes, at, spaces)
        run_of, low = [0] * len(boxes), end
    while low < end:
        index = source.run_at(low)
        high = min(end, source.bounds[index]) if index < len(source.runs) - 1 else end
        _run_boxes(source, index, low, max(high, low + 1), boxes, at, spaces)
        run_of.extend([index] * (len(boxes) - len(run_of)))
        low = max(high, low + 1)
    check_missing(source, start, end)
    items = Items(boxes, at, run_of, source.runs[0].style.size_pt)
    items.joints = _joints(source, items)
    _set_spaces(source, items, spaces)
    return items


def _run_boxes(
    source: Source,
    index: int,
    low: int,
    high: int,
    boxes: list[Box],
    at: list[int],
    spaces: list[int],
) -> None:
    """Append the boxes of one run's characters ``low:high``."""
    text, glyphs, run = source.text, source.glyphs[index], source.runs[index]
    if run.ruby is not None:
        for offset, box in ruby_boxes(text[low:high], run.ruby, glyphs):
            boxes.append(box)
            at.append(low + offset)
        return
    counted = quotes = 0
    for token in TOKEN.finditer(source.cut_text, low, high):
        kind, (begin, stop) = token.lastgroup, token.span()
        if kind == "cjk":
            boxes.extend(map(glyphs.__getitem__, text[begin:stop]))
            at.extend(range(begin, stop))
        elif kind == "latin":
            opens = True
            if '"' in text[begin:stop]:
                quotes, counted = quotes + text.count('"', counted, begin), begin
                opens = quotes % 2 == 0
            for box in latin_boxes(text[begin:stop], glyphs, opens):
                boxes.append(box)
                at.append(begin)
                begin += len(box.text)
        elif kind == "space":
            spaces.append(len(boxes) - 1)
        else:
            for box in _double_boxes(text[begin:stop], glyphs, kind == "dash"):
                boxes.append(box)
                at.append(begin)
                begin += len(box.text)


def _double_boxes(text: str, glyphs: StyleGlyphs, dash: bool) -> list[Box]:
    """Set —— and …… as units of two em (GB/T 15834 4.10, 4.11); a single — connects (一字线)."""
    boxes: list[Box] = []
    position = 0
    while position < len(text):
        char = text[position]
        pair = text[position : position + 2]
        if dash and (pair in ("——", "――") or char == "⸺"):
            source = pair if char != "⸺" else char
            boxes.append(_long_dash(source, glyphs))
        elif not dash and len(pair) == 2:
            boxes.append(_ellipsis(pair, glyphs))
            source = pair
        else:
            source = char
            single = glyphs[char]
            connects = dash and len(text) == 1
            boxes.append(single._replace(left=CONNECTOR, right=CONNECTOR) if connects else single)
        position += len(source)
    return boxes


def _long_dash(text: str, glyphs: StyleGlyphs) -> Box:
    face = glyphs.face_for("—", glyphs.chain)
    if face is None:
        glyphs.missing.add("—")
        return Box(2 * glyphs.size, DASH, DASH, (), text, 0)
    proto = glyphs.proto(face, glyphs.chain)
    placed: list[Placed] = []
    rest = text
    for gid, covers, x in dash_glyphs(face):
        own, rest = rest[: len(covers)], rest[len(covers) :]
        placed.append((proto, gid, own, x * glyphs.size))
    return Box(2 * glyphs.size, DASH, DASH, tuple(placed), text, 0)


def _ellipsis(pair: str, glyphs: StyleGlyphs) -> Box:
    first, second = glyphs[pair[0]], glyphs[pair[1]]
    shifted = tuple((p, g, t, x + glyphs.size) for p, g, t, x in second.glyphs)
    return Box(2 * glyphs.size, ELLIPSIS, ELLIPSIS, first.glyphs + shifted, pair, 0)


def check_missing(source: Source, start: int = 0, end: int | None = None) -> None:
    """Raise :class:`MissingGlyphError` if characters of the source have no glyph."""
    if not [glyphs for glyphs in source.glyphs if glyphs.missing]:
        return
    missing: list[MissingGlyph] = []
    begins = [0, *accumulate(len(run.text) for run in source.runs)]
    for place in range(start, len(source.text) if end is None else end):
        index = source.run_at(place)
        char = source.text[place]
        if char in source.glyphs[index].missing:
            offset = source.prepared.offsets[place] - begins[index]
            missing.append(MissingGlyph(char, source.runs[index].source, offset))
    if missing:
        raise MissingGlyphError(tuple(missing))


# -- joints -----------------------------------------------------------------------------------


def _joints(source: Source, items: Items) -> list[Glue]:
    style = source.runs[0].style
    table = glue_table(source.punctuation, style.gap_em, style.size_pt)
    joints = [table[a][b] for a, b in zip(items.rights, items.lefts[1:], strict=False)]
    styles = [run.style for run in source.runs[1:]]
    if styles and any((s.size_pt, s.gap_em) != (style.size_pt, style.gap_em) for s in styles):
        for k, (a, b) in enumerate(pairwise(items.run_of)):
            if a or b:
                joints[k] = _mixed_table(source, a, b)[items.rights[k]][items.lefts[k + 1]]
    return joints


def _mixed_table(source: Source, a: int, b: int) -> GlueTable:
    """Between two sizes the smaller one measures the blank, the smaller gap is taken."""
    first, second = source.runs[a].style, source.runs[b].style
    size, gap = min(first.size_pt, second.size_pt), min(first.gap_em, second.gap_em)
    return glue_table(source.punctuation, gap, size)


def _set_spaces(source: Source, items: Items, spaces: list[int]) -> None:
    """Make joints the spaces between Latin words."""
    boxes, joints = items.boxes, items.joints
    for k in spaces:
        if 0 <= k < len(joints):
            glyphs = source.glyphs[items.run_of[k + 1]]
            glued = items.at[k + 1] in source.prepared.glued or _unit_follows(boxes, k)
            bad = joints[k].cost == FORBIDDEN and boxes[k].right not in _WORD_END
            bad = bad or boxes[k + 1].left not in _WORD_START
            cost = FORBIDDEN if glued or bad else 0.0
            joints[k] = glue(word_space(glyphs.space_em, cost), glyphs.size)
            items.spaced = True


def hold_together(source: Source, items: Items, start: int, end: int) -> None:
    """Forbid or discourage the breaks in ``start:end`` that two neighbours alone don't tell of.

    At no-break glue, in marked runs, after enumerators and in short quoted terms. Only what is to
    be broken needs it.
    """
    text, at, joints = source.text, items.at, items.joints
    for place in source.prepared.glued:
        k = bisect_left(at, place) - 1
        if start < place < end and 0 <= k < len(joints):
            joints[k] = joints[k]._replace(cost=FORBIDDEN)
    if True in [run.no_break for run in source.runs]:
        for k, (a, b) in enumerate(pairwise(items.run_of)):
            if a == b and source.runs[a].no_break:
                joints[k] = joints[k]._replace(cost=FORBIDDEN)
    for match in _ENUMERATOR.finditer(text, start, end):
        for k in _inner(at, match.start(), match.end() + 1, len(joints)):
            joints[k] = joints[k]._replace(cost=FORBIDDEN)
    for match in _QUOTED.finditer(text, start, end):
        for k in _inner(at, match.start(1), match.end(1), len(joints)):
            if joints[k].cost >= 0:
                joints[k] = joints[k]._replace(cost=joints[k].cost + COST_QUOTED)


_WORD_END = frozenset((LATIN, NUMBER, PERCENT, TIGHT_CLOSE, LABEL))
_WORD_START = frozenset((LATIN, NUMBER, TIGHT_OPEN))


def _unit_follows(boxes: list[Box], k: int) -> bool:
    if not boxes[k].text[-1:].isdecimal():
        return False
    unit = boxes[k + 1].text.rstrip(",.;:)")
    return all(part in LETTER_UNITS for part in unit.split("/"))


def _inner(at: Sequence[int], begin: int, end: int, count: int) -> range:
    """Return the joints between the boxes of the characters ``begin:end``."""
    first, last = bisect_left(at, begin), bisect_left(at, end) - 1
    return range(first, min(last, count))


# -- breaks inside boxes ----------------------------------------------------------------------


def with_cuts(source: Source, items: Items, measure_pt: float, explode: bool) -> Items:
    """Return items whose Latin boxes are cut at hyphenation points and in addresses.

    With *explode* boxes wider than the measure are cut between any two characters and every joint
    becomes breakable: such breaks are recorded as ``emergency``.
    """
    boxes: list[Box] = []
    at: list[int] = []
    run_of: list[int] = []
    joints: list[Glue] = []
    hyphens: dict[int, Placed] = {}
    extra: dict[int, float] = {}
    against: list[int] = []
    soft = source.prepared.hyphens
    for k, box in enumerate(items.boxes):
        run = items.run_of[k]
        glyphs = source.glyphs[run]
        offset = items.at[k]
        own = [p - offset for p in soft if offset < p < offset + len(box.text)] if soft else []
        points = _cut_points(box, measure_pt, explode, own) if len(box.text) > 1 else {}
        pieces = cut_box(box, sorted(points)) if points else [box]
        for number, piece in enumerate(pieces):
            if number:
                cost, visible = points[offset - items.at[k]]
                if visible:
                    hyphen = hyphen_glyph(glyphs)
                    hyphens[len(boxes) - 1], extra[len(boxes) - 1] = hyphen[0], hyphen[1]
                if cost == EXPLODED_COST:
                    against.append(len(boxes) - 1)
                joints.append(glue(Joint(0.0, PLAIN, 0.0, 0.0, 0.0, cost), glyphs.size))
            boxes.append(piece)
            at.append(offset)
            run_of.append(run)
            offset += len(piece.text)
        if k in items.end_extra:
            extra[len(boxes) - 1] = items.end_extra[k]
        if k < len(items.joints):
            joints.append(items.joints[k])
    cut = Items(boxes, at, run_of, items.size)
    cut.joints, cut.spaced = joints, items.spaced
    cut.hyphens, cut.end_extra = hyphens, extra
    cut.emergency = frozenset(against)
    if explode:
        cut.allow_all(AGAINST_RULES_COST)
    return cut


def _cut_points(
    box: Box, measure_pt: float, explode: bool, soft: list[int]
) -> dict[int, tuple[float, bool]]:
    """Return offset → (cost of a break there, needs a hyphen).

    A word in which the author put soft hyphens is hyphenated at those only.
    """
    points: dict[int, tuple[float, bool]] = {}
    if explode and box.width > measure_pt:
        points = dict.fromkeys(range(1, len(box.text)), (EXPLODED_COST, False))
    if box.right >= LATIN or box.left >= LATIN:
        for offset, visible in break_offsets(box.text, hyphenate=not soft):
            points[offset] = (COST_HYPHEN if visible else COST_URL, visible)
    points.update(dict.fromkeys(soft, (COST_HYPHEN, True)))
    return points


def hyphen_glyph(glyphs: StyleGlyphs) -> tuple[Placed, float]:
    """Return the hyphen of a broken word, which is no part of the text, and its width."""
    face = glyphs.latin_chain[0]
    gid = face.glyph_id("-")
    width = face.advance(gid) * glyphs.size / 1000
    return (glyphs.proto(face, glyphs.latin_chain), gid, "", 0.0), width
