"""Diagrams of slides: boxes, arrows between them, one figure with one alternative text."""

from __future__ import annotations

from collections.abc import Iterable

from casepress.deck.model import Connector, Diagram, Node
from casepress.deck.show.routes import Route, route_between
from casepress.display import Segment
from casepress.handout.inks import Palette
from casepress.handout.place import figure, place_lines
from casepress.handout.shapes import ARC, rect_of
from casepress.handout.sheet import View
from casepress.handout.words import Compositor, anchored
from casepress.theme.deck import LevelToken
from casepress.units import POINTS_PER_INCH, Rect

_LINE_PT = 1.5
_INSET_PT = 0.1 * POINTS_PER_INCH
_CORNER = 0.09
"""Radius of a rounded box, in its shorter side."""
_HEAD_PT = 3 * _LINE_PT
"""Length and width of an arrowhead: medium, three times the line."""
_ARROW_HEAD, _ARROW_SHAFT = 0.5, 0.5
"""Of the block arrow's height: length of its head, thickness of its shaft."""


def draw_diagram(
    view: View, words: Compositor, palette: Palette, diagram: Diagram, section: int
) -> None:
    """Draw a diagram: arrows behind, boxes in reading order."""
    boxes = {node.key: node.box for node in diagram.nodes}
    element = figure(view, _bounds(rect_of(box) for box in boxes.values()), diagram.alt, section)
    for connector in diagram.connectors:
        route = route_between(boxes[connector.start], boxes[connector.end])
        _arrow(view, palette, connector, route, element)
    for node in diagram.nodes:
        _node(view, words, palette, node, element)


def _bounds(rects: Iterable[Rect]) -> Rect:
    every = list(rects)
    left, top = min(r.x for r in every), min(r.y for r in every)
    right, bottom = max(r.right for r in every), max(r.bottom for r in every)
    return Rect(left, top, right - left, bottom - top)


def _node(view: View, words: Compositor, palette: Palette, node: Node, element: int) -> None:
    """Draw a box with its words in its middle; a label without a box stands on its bottom."""
    rect = rect_of(node.box)
    fill = palette.ink(node.fill) if node.fill else None
    line = palette.ink(node.line) if node.line else None
    if fill or line:
        view.path(
            _outline(node, rect), fill=fill, stroke=line, stroke_pt=_LINE_PT if line else 0.0,
            element=element,
        )  # fmt: skip
    label = node.fill is None and node.line is None
    inset = 0.0 if label else _INSET_PT
    align = node.align
    levels = (
        LevelToken(size=node.size_pt, bold=node.bold, colour=node.colour, align=align),
        LevelToken(
            size=node.sub_size_pt, colour=node.colour, align=align, before_pt=node.size_pt * 0.2
        ),
    )
    if node.paragraphs:
        text = words.text(node.paragraphs, levels, rect.width - 2 * inset)
        y = rect.y + anchored(text, rect.height, "bottom" if label else "middle")
        place_lines(view, palette, text.lines, rect.x + inset, y, element)


def _outline(node: Node, rect: Rect) -> tuple[Segment, ...]:
    if node.shape == "round":
        return _rounded(rect, min(rect.width, rect.height) * _CORNER)
    if node.shape == "arrow":
        return _block_arrow(rect)
    return (
        ("M", (rect.x, rect.y)),
        ("L", (rect.right, rect.y)),
        ("L", (rect.right, rect.bottom)),
        ("L", (rect.x, rect.bottom)),
        ("Z", ()),
    )


def _rounded(rect: Rect, r: float) -> tuple[Segment, ...]:
    left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    k = r * (1 - ARC)
    return (
        ("M", (left + r, top)),
        ("L", (right - r, top)),
        ("C", (right - k, top, right, top + k, right, top + r)),
        ("L", (right, bottom - r)),
        ("C", (right, bottom - k, right - k, bottom, right - r, bottom)),
        ("L", (left + r, bottom)),
        ("C", (left + k, bottom, left, bottom - k, left, bottom - r)),
        ("L", (left, top + r)),
        ("C", (left, top + k, left + k, top, left + r, top)),
        ("Z", ()),
    )


def _block_arrow(rect: Rect) -> tuple[Segment, ...]:
    """Return a block arrow that points to the right."""
    neck = rect.right - min(rect.width, rect.height) * _ARROW_HEAD
    middle = rect.y + rect.height / 2
    half = rect.height * _ARROW_SHAFT / 2
    points = (
        (rect.x, middle - half), (neck, middle - half), (neck, rect.y), (rect.right, middle),
        (neck, rect.bottom), (neck, middle + half), (rect.x, middle + half),
    )  # fmt: skip
    return (("M", points[0]), *(("L", point) for point in points[1:]), ("Z", ()))


def _arrow(view: View, palette: Palette, connector: Connector, route: Route, element: int) -> None:
    """Draw a connector with its head; a bent one turns halfway."""
    ink = palette.ink(connector.colour)
    x0, y0, x1, y1 = (v * POINTS_PER_INCH for v in route.ends)
    points = [(x0, y0), (x1, y1)]
    if not route.straight:
        middle = (x0 + x1) / 2
        points = [(x0, y0), (middle, y0), (middle, y1), (x1, y1)]
    (bx, by), (tx, ty) = points[-2:]
    length = max(((tx - bx) ** 2 + (ty - by) ** 2) ** 0.5, 0.01)
    ux, uy = (tx - bx) / length, (ty - by) / length
    neck = (tx - ux * _HEAD_PT, ty - uy * _HEAD_PT)
    trail: list[Segment] = [("M", points[0]), *(("L", p) for p in points[1:-1]), ("L", neck)]
    view.path(trail, stroke=ink, stroke_pt=_LINE_PT, element=element)
    half = _HEAD_PT / 2
    head: tuple[Segment, ...] = (
        ("M", (tx, ty)),
        ("L", (neck[0] - uy * half, neck[1] + ux * half)),
        ("L", (neck[0] + uy * half, neck[1] - ux * half)),
        ("Z", ()),
    )
    view.path(head, fill=ink, element=element)
