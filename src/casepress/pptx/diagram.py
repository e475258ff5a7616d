"""Diagrams and the bar of parts: groups of native shapes.

Connectors are glued, so a box that is moved takes its arrows along. A box that receives arrows
away from the middle of its side gets connection sites of its own at those heights; the arrows can
then be straight *and* glued.
"""

from __future__ import annotations

from collections.abc import Callable

from casepress.deck.model import Connector, Diagram, Node, Progress
from casepress.deck.show.routes import NEAR_IN, route_between
from casepress.pptx.markup import emu, fill, nonvisual, outline, xfrm
from casepress.pptx.text import Look, paragraphs
from casepress.theme.deck import Box, DeckTokens, ProgressToken
from casepress.units import inch_emu

NextId = Callable[[], int]
_PRESET = {"box": "rect", "round": "roundRect", "arrow": "rightArrow"}
_SIDES = {"top": 0, "left": 1, "bottom": 2, "right": 3}
"""Standard connection sites of a rectangle."""


def _middle(box: Box) -> tuple[float, float]:
    return box[0] + box[2] / 2, box[1] + box[3] / 2


def _group(shape_id: int, name: str, box: Box, alt: str, decorative: bool, inner: str) -> str:
    x, y, w, h = emu(box)
    return (
        f"<p:grpSp><p:nvGrpSpPr>{nonvisual(shape_id, name, alt, decorative)}"
        f"<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>"
        f'<a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/><a:chOff x="{x}" y="{y}"/>'
        f'<a:chExt cx="{w}" cy="{h}"/></a:xfrm></p:grpSpPr>{inner}</p:grpSp>'
    )


def _bounds(boxes: list[Box]) -> Box:
    left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
    right, bottom = max(b[0] + b[2] for b in boxes), max(b[1] + b[3] for b in boxes)
    return left, top, right - left, bottom - top


class _Sites:
    """Connection sites of the nodes: the four standard ones, and extra ones at given heights."""

    def __init__(self, diagram: Diagram) -> None:
        self.nodes = {node.key: node for node in diagram.nodes}
        self.extra: dict[str, list[tuple[float, float]]] = {}

    def join(self, connector: Connector) -> tuple[tuple[str, int], tuple[str, int], Box, str]:
        """Both ends (node, site), the line's box with signed extent, and its preset shape."""
        start, end = self.nodes[connector.start], self.nodes[connector.end]
        route = route_between(start.box, end.box)
        x0, y0, x1, y1 = route.ends
        first, second = _SIDES[route.leaves], _SIDES[route.enters]
        if route.leaves in ("left", "right"):
            first = self._site(start, first, x0, y0, _middle(start.box)[1])
            second = self._site(end, second, x1, y1, _middle(end.box)[1])
        shape = "straightConnector1" if route.straight else "bentConnector3"
        return (start.key, first), (end.key, second), (x0, y0, x1 - x0, y1 - y0), shape

    def _site(self, node: Node, standard: int, x: float, y: float, middle: float) -> int:
        if abs(y - middle) < NEAR_IN or node.shape != "box":
            return standard
        sites = self.extra.setdefault(node.key, [])
        point = (x - node.box[0], y - node.box[1])
        if point not in sites:
            sites.append(point)
        return 4 + sites.index(point)


def _geometry(node: Node, extra: list[tuple[float, float]]) -> str:
    """Write a preset shape, or a rectangle with further connection sites."""
    if not extra:
        guides = "<a:avLst/>"
        if node.shape == "round":
            guides = '<a:avLst><a:gd name="adj" fmla="val 9000"/></a:avLst>'
        return f'<a:prstGeom prst="{_PRESET[node.shape]}">{guides}</a:prstGeom>'
    w, h = inch_emu(node.box[2]), inch_emu(node.box[3])
    sites = [(w // 2, 0), (0, h // 2), (w // 2, h), (w, h // 2)]
    sites += [(inch_emu(x), inch_emu(y)) for x, y in extra]
    angles = ["16200000", "10800000", "5400000", "0"]
    angles += ["10800000" if x < w / 2 else "0" for x, _ in sites[4:]]
    listed = "".join(
        f'<a:cxn ang="{angle}"><a:pos x="{x}" y="{y}"/></a:cxn>'
        for (x, y), angle in zip(sites, angles, strict=True)
    )
    corners = "".join(
        f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>' for x, y in ((w, 0), (w, h), (0, h))
    )
    return (
        f"<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst>{listed}</a:cxnLst>"
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{w}" h="{h}">'
        f'<a:moveTo><a:pt x="0" y="0"/></a:moveTo>{corners}<a:close/></a:path></a:pathLst>'
        f"</a:custGeom>"
    )


def _node(tokens: DeckTokens, node: Node, shape_id: int, extra: list[tuple[float, float]]) -> str:
    align = "ctr" if node.align == "center" else "l"
    look = Look(node.size_pt, node.bold, node.colour, align)
    sub = Look(node.sub_size_pt, False, node.colour, align, before_pt=node.size_pt * 0.2)
    label = node.fill is None and node.line is None
    words = "".join(run.text for p in node.paragraphs[:1] for run in p.runs)
    inset = 0 if label else inch_emu(0.1)
    anchor = "b" if label else "ctr"
    box = ' txBox="1"' if label else ""
    return (
        f"<p:sp><p:nvSpPr>{nonvisual(shape_id, words or node.key)}<p:cNvSpPr{box}/><p:nvPr/>"
        f"</p:nvSpPr><p:spPr>{xfrm(node.box)}{_geometry(node, extra)}{fill(tokens, node.fill)}"
        f"{outline(tokens, node.line, 1.5)}</p:spPr><p:txBody>"
        f'<a:bodyPr wrap="square" lIns="{inset}" tIns="0" rIns="{inset}" bIns="0" rtlCol="0"'
        f' anchor="{anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
        f"{paragraphs(tokens, node.paragraphs, look, sub_look=sub)}</p:txBody></p:sp>"
    )


def _connector(
    tokens: DeckTokens,
    connector: Connector,
    shape_id: int,
    ids: dict[str, int],
    ends: tuple[tuple[str, int], tuple[str, int], Box, str],
) -> str:
    (start, start_site), (end, end_site), (x, y, w, h), shape = ends
    flip = (' flipH="1"' if w < 0 else "") + (' flipV="1"' if h < 0 else "")
    box = (min(x, x + w), min(y, y + h), abs(w), abs(h))
    arrow = '<a:tailEnd type="triangle" w="med" len="med"/>'
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{nonvisual(shape_id, f'连线 {shape_id}')}<p:cNvCxnSpPr>"
        f'<a:stCxn id="{ids[start]}" idx="{start_site}"/><a:endCxn id="{ids[end]}"'
        f' idx="{end_site}"/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr>{xfrm(box, flip=flip)}'
        f'<a:prstGeom prst="{shape}"><a:avLst/></a:prstGeom>'
        f"{outline(tokens, connector.colour, 1.5, arrow)}</p:spPr></p:cxnSp>"
    )


def diagram_group(tokens: DeckTokens, diagram: Diagram, next_id: NextId) -> str:
    """One group with one alternative text: connectors behind, nodes in reading order."""
    group_id = next_id()
    ids = {node.key: next_id() for node in diagram.nodes}
    sites = _Sites(diagram)
    joins = [(connector, sites.join(connector)) for connector in diagram.connectors]
    inner = "".join(_connector(tokens, one, next_id(), ids, ends) for one, ends in joins)
    inner += "".join(
        _node(tokens, node, ids[node.key], sites.extra.get(node.key, [])) for node in diagram.nodes
    )
    bounds = _bounds([node.box for node in diagram.nodes])
    return _group(group_id, diagram.name, bounds, diagram.alt, False, inner)


def progress_group(
    tokens: DeckTokens, place: ProgressToken, progress: Progress, next_id: NextId
) -> str:
    """One segment per part: done, current (filled to its share), still to come; decorative."""
    group_id = next_id()
    segments = place.segments(progress.total)
    bars: list[tuple[str, float, float]] = []
    for part, (x, width) in enumerate(segments, 1):
        if part == progress.current:
            share = 1.0 if place.whole else min(max(progress.share, 0.0), 1.0)
            if share < 1:
                bars.append(("hairline", x, width))
            if share > 0:
                bars.append(("accent1", x, width * share))
        else:
            bars.append(("accent3" if part < progress.current else "hairline", x, width))
    inner = ""
    for name, x, w in bars:
        inner += (
            f"<p:sp><p:nvSpPr>{nonvisual(next_id(), '进度', decorative=True)}<p:cNvSpPr/><p:nvPr/>"
            f"</p:nvSpPr><p:spPr>{xfrm((x, place.y, w, place.height))}"
            f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill(tokens, name)}'
            f"<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
        )
    left, right = segments[0][0], segments[-1][0] + segments[-1][1]
    box = (left, place.y, right - left, place.height)
    return _group(group_id, "进度条", box, "", True, inner)
