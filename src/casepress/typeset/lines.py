"""From a line's boxes and its fit to positioned glyphs."""

from __future__ import annotations

from casepress.typeset.faces import Placed, Proto, StyleGlyphs
from casepress.typeset.itemise import Source
from casepress.typeset.items import Items
from casepress.typeset.joints import SPACE
from casepress.typeset.justify import NATURAL, Fit
from casepress.typeset.model import Glyph, GlyphRun, Line
from casepress.typeset.ruby import emphasis_dot


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
    placed, text, x = _place(source, items, a, b, fit, x_pt)
    end = x
    if not last and b in items.hyphens:
        proto, gid, _, _ = items.hyphens[b]
        placed.append((proto, gid, "", x))
        end += items.end_extra[b]
    first = source.runs[items.run_of[a]]
    return Line(
        runs=group(placed),
        text=text,
        width_pt=round(end, 3),
        start_pt=round(x_pt, 3),
        extra_em=_extra(items, a, b, fit, first.style.size_pt),
        last=last,
        source=first.source,
        notices=notices,
    )


def _place(
    source: Source, items: Items, a: int, b: int, fit: Fit, x: float
) -> tuple[list[Placed], str, float]:
    """Return the glyphs at their places, the text they stand for, and where the line ends."""
    placed: list[Placed] = []
    texts: list[str] = []
    boxes, joints = items.boxes, items.joints
    gap, bracket, pause, stop, spring, even, space, _ = fit
    dotted = any(run.emphasis_dots for run in source.runs)
    squeezed = gap + bracket + pause + stop > 0.0
    for k in range(a, b + 1):
        width, _, _, glyphs, text, _ = boxes[k]
        for proto, gid, char, dx in glyphs:
            placed.append((proto, gid, char, x + dx))
        if dotted and source.runs[items.run_of[k]].emphasis_dots:
            placed.extend(_dots(glyphs, x, source.glyphs[items.run_of[k]]))
        texts.append(text)
        x += width
        if k == b:
            break
        g = joints[k]
        if g.kind == SPACE:
            proto, gid = source.glyphs[items.run_of[k]].space()
            placed.append((proto, gid, " ", x))
            texts.append(" ")
            x += space
        if squeezed:
            x += g.width - g.gap_shrink * gap - g.bracket_shrink * bracket
            x -= g.pause_shrink * pause + g.stop_shrink * stop
        else:
            x += g.width + g.stretch * spring + g.elastic * even
    return placed, "".join(texts), x


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


def group(placed: list[Placed]) -> tuple[GlyphRun, ...]:
    """Join neighbouring glyphs of one look into runs; decorations come after the text."""
    runs: list[GlyphRun] = []
    ordered = [p for p in placed if not p[0].decoration]
    if len(ordered) != len(placed):
        ordered += sorted(
            (p for p in placed if p[0].decoration), key=lambda p: (p[0].rise_pt, p[3])
        )
    if not ordered:
        return ()
    first = current = ordered[0][0]
    start = 0
    for place, (proto, _, _, _) in enumerate(ordered):
        if proto is not current:
            if proto != first:
                runs.append(_run(first, ordered[start:place]))
                first, start = proto, place
            current = proto
    runs.append(_run(first, ordered[start:]))
    return tuple(runs)


def _run(proto: Proto, placed: list[Placed]) -> GlyphRun:
    """Return glyphs of one look as a run."""
    return GlyphRun(
        proto.face,
        proto.size_pt,
        proto.ink,
        tuple([Glyph(gid, text, round(x, 3)) for _, gid, text, x in placed]),
        rise_pt=proto.rise_pt,
        embolden_em=proto.embolden_em,
        decoration=proto.decoration,
        turned=proto.turned,
        shift_pt=proto.shift_pt,
    )
