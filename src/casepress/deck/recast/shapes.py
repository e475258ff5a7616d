"""Tables, pictures and diagrams of a planned deck in the frames of another template."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casepress.deck.fit.fitter import LIMIT, Fitter
from casepress.deck.fit.paging import paged
from casepress.deck.model import Cell, Diagram, Node, PictureFill, Slide, TableFill, TextParagraph
from casepress.deck.recast.words import joined
from casepress.frozen import replace
from casepress.theme.deck import Box, DeckTokens, PlaceholderToken
from casepress.units import POINTS_PER_INCH

_CONTENT: Box = (0.75, 1.95, 11.833, 4.5)
"""Where our diagrams are drawn."""
_NODE_STEPS = (1.0, 0.9, 0.8, 0.7)
_NODE_LEAST, _CELL_LEAST, _CELL_MOST = 16.0, 16.0, 28.0
_CELL_STEPS = (1.0, 0.9, 0.8)
_BODY_PT, _HEAD_PT = 20.0, 18.0
_TALLEST_IN = 1.0
_INSETS_IN, _DIGIT_EM, _DIGITS_LEAST = 0.2, 0.75, 11.0
"""A count drawn as numbers is a picture: each stays on one line, in whatever size that takes."""
_NUMBER = re.compile("[0-9A-Za-z.,%]+")


def recast_diagram(diagram: Diagram, frame: Box, fitter: Fitter, scale: float) -> Diagram | None:
    """Draw a diagram in *frame* (inches); None if its words fit no size that can be read."""
    fx, fy = frame[2] / _CONTENT[2], frame[3] / _CONTENT[3]

    def moved(box: Box) -> Box:
        x, y, w, h = box
        left, top = frame[0] + (x - _CONTENT[0]) * fx, frame[1] + (y - _CONTENT[1]) * fy
        return round(left, 4), round(top, 4), round(w * fx, 4), round(h * fy, 4)

    lines = {n.key: len(fitter.node(n).lines) for n in diagram.nodes if n.paragraphs}
    for strict in (True, False):
        for step in _NODE_STEPS:
            for unbroken in (False, True) if strict else (True,):
                nodes = tuple(
                    _node(n, moved(n.box), step * scale, _NODE_LEAST * scale, unbroken)
                    for n in diagram.nodes
                )
                if all(_holds(n, fitter, lines[n.key] if strict else None)
                       for n in nodes if n.paragraphs):  # fmt: skip
                    return replace(diagram, nodes=nodes)
    return None


def _holds(node: Node, fitter: Fitter, lines: int | None) -> bool:
    """Tell whether a box holds its words: no number cut in two, no more *lines* than planned."""
    if all(r.text.isdigit() for p in node.paragraphs for r in p.runs):
        return True
    fitted = fitter.node(node)
    whole = {w for p in node.paragraphs for r in p.runs for w in _NUMBER.findall(r.text)}
    cut = any(not any(word in line for line in fitted.lines) for word in whole)
    return fitted.ratio <= LIMIT and not cut and (lines is None or len(fitted.lines) <= lines)


def _node(node: Node, box: Box, factor: float, least: float, unbroken: bool) -> Node:
    paragraphs = node.paragraphs
    if unbroken:
        paragraphs = tuple(_unbroken(p) for p in paragraphs)
    words = "".join(r.text for p in paragraphs for r in p.runs)
    if words.isascii() and words.isdigit():
        return _counter(replace(node, box=box, paragraphs=paragraphs), node.size_pt * factor)
    return replace(
        node,
        box=box,
        paragraphs=paragraphs,
        size_pt=round(max(node.size_pt * factor, least), 1),
        sub_size_pt=round(max(node.sub_size_pt * factor, least), 1),
    )


def _counter(node: Node, size_pt: float) -> Node:
    """Draw a number of a row on one line; a box too narrow for two digits goes without its frame.

    A frame takes an inset from its words, bare words none.
    """

    def largest(width: float) -> float:
        return width * POINTS_PER_INCH / (2 * _DIGIT_EM)

    if largest(node.box[2] - _INSETS_IN) < _DIGITS_LEAST:
        size = min(size_pt, largest(node.box[2]))
        return replace(node, fill=None, line=None, size_pt=round(size, 1))
    return replace(node, size_pt=round(min(size_pt, largest(node.box[2] - _INSETS_IN)), 1))


def _unbroken(paragraph: TextParagraph) -> TextParagraph:
    runs = tuple(replace(r, text=joined(r.text), size_pt=None) for r in paragraph.runs)
    return replace(paragraph, runs=runs)


def recast_tables(
    table: TableFill, layout: str, frame: PlaceholderToken, fitter: Fitter, scale: float
) -> list[TableFill]:
    """Set a table in a frame, on as many slides as its rows need; none if a row fits no slide."""
    width = frame.box[2]
    factor = width / sum(table.widths_in)
    widths = [round(w * factor, 3) for w in table.widths_in[:-1]]
    widths.append(round(width - sum(widths), 3))
    head = table.rows[:1] if table.header else ()
    body = table.rows[len(head) :]
    for count in range(1, len(body) + 1):
        for step in _CELL_STEPS:
            made = []
            for page in paged(body, -(-len(body) // count)):
                rows = tuple(_row(r, step * scale, scale, head=False) for r in page)
                heads = tuple(_row(r, step * scale, scale, head=True) for r in head)
                one = replace(
                    table, idx=frame.idx, rows=(*heads, *rows), widths_in=tuple(widths),
                    row_heights_in=(),
                )  # fmt: skip
                made.append(_high(one, layout, frame.box[3], fitter))
            if all(one is not None for one in made):
                return [one for one in made if one is not None]
    return []


def _row(cells: Sequence[Cell], factor: float, scale: float, *, head: bool) -> tuple[Cell, ...]:
    """Give every cell its size; colours are left to the template's table style."""
    out = []
    for cell in cells:
        size = cell.size_pt or (_HEAD_PT if head else _BODY_PT)
        pt = min(max(size * factor, _CELL_LEAST * scale), _CELL_MOST * scale)
        paragraphs = tuple(
            replace(
                p,
                runs=tuple(
                    replace(r, text=joined(r.text), colour=None, size_pt=None) for r in p.runs
                ),
            )
            for p in cell.paragraphs
        )
        out.append(replace(cell, paragraphs=paragraphs, colour=None, size_pt=round(pt, 1)))
    return tuple(out)


def _high(table: TableFill, layout: str, height: float, fitter: Fitter) -> TableFill | None:
    """Give rows their heights: what their words need, and an equal share of the rest."""
    table = fitter.mended_table(layout, table)
    needed = fitter.row_heights(layout, table)
    if sum(needed) > height:
        return None
    first = 1 if table.header else 0
    spare = height - sum(needed)
    share = spare / max(1, len(needed) - first)
    heights = [
        h if n < first else max(h, min(h + share, _TALLEST_IN)) for n, h in enumerate(needed)
    ]
    return replace(table, row_heights_in=tuple(round(h, 4) for h in heights))


def recast_picture(
    picture: PictureFill, slide: Slide, frame: PlaceholderToken, planned: DeckTokens
) -> PictureFill:
    """Crop a picture to another frame, around the middle of what was shown."""
    shown = next(p for p in planned.placeholders(slide.layout) if p.idx == picture.idx)
    left, top, right, bottom = picture.crop
    wide, high = 1 - left - right, 1 - top - bottom
    own = (shown.box[2] / wide) / (shown.box[3] / high)
    target = frame.box[2] / frame.box[3]
    middle_x, middle_y = left + wide / 2, top + high / 2
    if own > target:
        part = target / own
        start = min(max(middle_x - part / 2, 0.0), 1 - part)
        crop = (round(start, 5), 0.0, round(1 - part - start, 5), 0.0)
    else:
        part = own / target
        start = min(max(middle_y - part / 2, 0.0), 1 - part)
        crop = (0.0, round(start, 5), 0.0, round(1 - part - start, 5))
    return replace(picture, idx=frame.idx, crop=crop)
