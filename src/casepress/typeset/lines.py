"""From a line's boxes and its fit to positioned glyphs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, groupby
from operator import add, itemgetter

from casepress.typeset.faces import Placed, Proto, StyleGlyphs
from casepress.typeset.itemise import Source
from casepress.typeset.items import Items
from casepress.typeset.joints import SPACE
from casepress.typeset.justify import NATURAL, Fit
from casepress.typeset.model import GlyphRun, Line
from casepress.typeset.ruby import emphasis_dot
from casepress.units import thousandths

_PROTO, _SHIFT = itemgetter(0), itemgetter(3)
_WIDTH, _KIND = itemgetter(0), itemgetter(8)


def build_line(
    source: Source,
    items: Items,
    a: int,
    b: int,
    fit: Fit,
    x_pt: float,
    *,
    last: bool,
    notices: tuple[str, ...] = (),
) -> Line:
    """Place the boxes ``a … b`` from *x_pt* on; positions are rounded to 1/1000 pt."""
    if source.dotted or (items.spaced and SPACE in map(_KIND, items.joints[a:b])):
        glyphs, places, text, end = _place_all(source, items, a, b, fit, x_pt)
    else:
        starts, end = _starts(items, a, b, fit, x_pt)
        glyphs, places = _placed(items.glyphs[a : b + 1], starts)
        text = source.text[items.at[a] : items.at[b] + len(items.boxes[b].text)]
    if not last and b in items.hyphens:
        glyphs.append(items.hyphens[b])
        places.append(end)
        end += items.end_extra[b]
    first = source.runs[items.run_of[a]]
    extra = 0.0 if fit is NATURAL else _extra(items, a, b, fit, first.style.size_pt)
    runs, start, end = _runs(glyphs, places), round(x_pt, 3), round(end, 3)
    return Line(runs, text, end, start, extra, last, first.source, notices)


def _placed(
    boxes: Sequence[tuple[Placed, ...]], starts: list[float]
) -> tuple[list[Placed], list[float]]:
    """Return the glyphs of boxes that begin at *starts*, and the places of the glyphs."""
    glyphs = [*chain.from_iterable(boxes)]
    if [*map(len, boxes)].count(1) < len(boxes):
        starts = [x for x, own in zip(starts, boxes, strict=True) for _ in own]
    return glyphs, [*map(add, starts, map(_SHIFT, glyphs))]


def _starts(items: Items, a: int, b: int, fit: Fit, x: float) -> tuple[list[float], float]:
    """Return where boxes begin that stand side by side from *x* on, and where the last one ends."""
    steps = [0.0] * (2 * (b - a) + 1)
    steps[::2] = items.widths[a : b + 1]
    steps[1::2] = _blanks(items, a, b, fit)
    edges = [*accumulate(steps, initial=x)]
    return edges[:-1:2], edges[-1]


def _blanks(items: Items, a: int, b: int, fit: Fit) -> list[float]:
    """Return the widths of the joints in a line, word spaces without what a loose line adds."""
    if fit is NATURAL:
        return [*map(_WIDTH, items.joints[a:b])]
    gap, bracket, pause, stop, spring, even, _, _ = fit
    blanks: Sequence[float]
    blanks, *give, stretch, elastic = [column[a:b] for column in items.columns]
    if gap + bracket + pause + stop > 0.0:
        own = zip(blanks, *give, strict=True)
        return [w - g * gap - k * bracket - (p * pause + s * stop) for w, g, k, p, s in own]
    if spring:
        blanks = [w + s * spring for w, s in zip(blanks, stretch, strict=True)]
    return [w + e * even for w, e in zip(blanks, elastic, strict=True)]


def _place_all(
    source: Source, items: Items, a: int, b: int, fit: Fit, x: float
) -> tuple[list[Placed], list[float], str, float]:
    """Place boxes one by one, with the spaces between them and the dots under them.

    Returns the glyphs, their places, the text they stand for, and where the line ends.
    """
    glyphs: list[Placed] = []
    places: list[float] = []
    texts: list[str] = []
    blanks = _blanks(items, a, b, fit)
    for k in range(a, b + 1):
        box, run = items.boxes[k], items.run_of[k]
        glyphs += box.glyphs
        places += [x + glyph[3] for glyph in box.glyphs]
        if source.runs[run].emphasis_dots:
            dots = _dots(box.glyphs, x, source.glyphs[run])
            glyphs += dots
            places += [dot[3] for dot in dots]
        texts.append(box.text)
        x += box.width
        if k == b:
            break
        if items.joints[k].kind == SPACE:
            proto, gid = source.glyphs[run].space()
            glyphs.append((proto, gid, " ", 0.0))
            places.append(x)
            texts.append(" ")
            x += fit.space
        x += blanks[k - a]
    return glyphs, places, "".join(texts), x


def _dots(box: tuple[Placed, ...], x: float, glyphs: StyleGlyphs) -> list[Placed]:
    """Return the emphasis dots under the characters of a box at *x*."""
    found = (
        emphasis_dot(char, x + dx, proto.size_pt, glyphs)
        for proto, _, char, dx in box
        if not proto.decoration
    )
    return [dot for dot in found if dot is not None]


def _extra(items: Items, a: int, b: int, fit: Fit, size: float) -> float:
    """Stretch per joint in em; for a squeezed line what each joint gave up on average."""
    if fit is NATURAL or fit.even or b == a:
        return round(fit.even / size, 4)
    taken = (
        (items.gap[b] - items.gap[a]) * fit.gap
        + (items.bracket[b] - items.bracket[a]) * fit.bracket
        + (items.pause[b] - items.pause[a]) * fit.pause
        + (items.stop[b] - items.stop[a]) * fit.stop
    )
    return round(-taken / (b - a) / size, 4) if taken else 0.0


def _runs(glyphs: list[Placed], places: list[float]) -> tuple[GlyphRun, ...]:
    """Return glyphs at their places as runs; most lines are one."""
    if not glyphs:
        return ()
    protos, gids, texts, _ = zip(*glyphs, strict=True)
    first: Proto = protos[0]
    if first.decoration or protos.count(first) < len(protos):
        return group([*zip(protos, gids, texts, places, strict=True)])
    return (_run(first, gids, texts, places),)


def group(placed: list[Placed]) -> tuple[GlyphRun, ...]:
    """Join neighbouring glyphs of one look into runs; decorations come after the text."""
    runs: list[GlyphRun] = []
    ordered = [p for p in placed if not p[0].decoration]
    if len(ordered) != len(placed):
        ordered += sorted(
            (p for p in placed if p[0].decoration), key=lambda p: (p[0].rise_pt, p[3])
        )
    for proto, same in groupby(ordered, key=_PROTO):
        _, gids, texts, places = zip(*same, strict=True)
        runs.append(_run(proto, gids, texts, places))
    return tuple(runs)


def _run(
    proto: Proto, gids: tuple[int, ...], texts: tuple[str, ...], places: Iterable[float]
) -> GlyphRun:
    """Return glyphs of one look as a run."""
    face, size, ink, rise, bold, decoration, turned, shift = proto
    xs = thousandths(places)
    return GlyphRun(face, size, ink, gids, texts, xs, rise, bold, decoration, turned, shift)
