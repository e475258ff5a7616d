from __future__ import annotations

from itertools import count, pairwise
from typing import Any

import pytest
from deck_sample import fusion, para

from casepress.deck.model import Connector, Diagram, Node, Progress
from casepress.pptx.diagram import diagram_group, progress_group
from casepress.pptx.markup import ROOT_NS
from casepress.theme.deck import DeckTokens, ProgressToken

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def parse(xml: str) -> Any:
    from lxml import etree

    return etree.fromstring(f"<root {ROOT_NS}>{xml}</root>")[0]


def draw(tokens: DeckTokens, diagram: Diagram) -> Any:
    ids = count(2)
    return parse(diagram_group(tokens, diagram, lambda: next(ids)))


def test_a_diagram_is_one_group_with_one_description(tokens: DeckTokens) -> None:
    group = draw(tokens, fusion())
    heads = list(group.iter(f"{P}cNvPr"))
    assert [h.get("descr") for h in heads if h.get("descr")] == [fusion().alt]
    assert len({h.get("id") for h in heads}) == len(heads)


def test_every_connector_is_glued_to_shapes_of_the_group(tokens: DeckTokens) -> None:
    group = draw(tokens, fusion())
    shapes = {s.find(f"{P}nvSpPr/{P}cNvPr").get("id"): s for s in group.iter(f"{P}sp")}
    connectors = list(group.iter(f"{P}cxnSp"))
    assert len(connectors) == 8
    for connector in connectors:
        for end in ("stCxn", "endCxn"):
            glue = connector.find(f".//{A}{end}")
            shape = shapes[glue.get("id")]
            sites = list(shape.iter(f"{A}cxn"))
            assert int(glue.get("idx")) < (len(sites) or 4)


def test_arrows_into_a_tall_box_stay_straight_on_sites_of_their_own(tokens: DeckTokens) -> None:
    group = draw(tokens, fusion())
    for connector in group.iter(f"{P}cxnSp"):
        assert connector.find(f".//{A}prstGeom").get("prst") == "straightConnector1"
        assert connector.find(f".//{A}ext").get("cy") == "0"
    tall = [s for s in group.iter(f"{P}sp") if s.find(f".//{A}custGeom") is not None]
    assert len(tall) == 1 and len(list(tall[0].iter(f"{A}cxn"))) == 8


def test_connectors_run_down_and_bend_when_they_must(tokens: DeckTokens) -> None:
    def node(key: str, x: float, y: float) -> Node:
        return Node(key, (x, y, 1, 1), (para(key),), "lt1")

    diagram = Diagram(
        "图",
        (node("a", 1, 1), node("b", 1, 4), node("c", 4, 4)),
        (Connector("a", "b"), Connector("a", "c"), Connector("c", "a")),
        "说明",
    )
    shapes = [
        (c.find(f".//{A}prstGeom").get("prst"), c.find(f".//{A}xfrm").attrib)
        for c in draw(tokens, diagram).iter(f"{P}cxnSp")
    ]
    assert shapes[0][0] == "straightConnector1"
    assert shapes[1] == ("bentConnector3", {})
    assert shapes[2] == ("bentConnector3", {"flipH": "1", "flipV": "1"})


def test_the_group_spans_its_nodes(tokens: DeckTokens) -> None:
    group = draw(tokens, fusion())
    off = group.find(f"{P}grpSpPr/{A}xfrm/{A}off")
    child = group.find(f"{P}grpSpPr/{A}xfrm/{A}chOff")
    assert (off.get("x"), off.get("y")) == (child.get("x"), child.get("y")) == ("685800", "1783080")


def widths(tokens: DeckTokens, place: ProgressToken, progress: Progress) -> list[tuple[str, int]]:
    ids = count(2)
    group = parse(progress_group(tokens, place, progress, lambda: next(ids)))
    return [
        (s.find(f".//{A}schemeClr").get("val"), int(s.find(f".//{A}ext[@cx]").get("cx")))
        for s in group.iter(f"{P}sp")
    ]


def test_progress_shows_done_current_and_coming_parts(tokens: DeckTokens) -> None:
    assert tokens.progress is not None
    assert widths(tokens, tokens.progress, Progress(4, 2, 0.5)) == [
        ("accent3", 493776),
        ("accent5", 493776),
        ("accent1", 246888),
        ("accent5", 493776),
        ("accent5", 493776),
    ]


def test_a_section_page_shows_its_part_whole(tokens: DeckTokens) -> None:
    place = tokens.layout("divider").progress
    assert place is not None and place.whole
    assert [c for c, _ in widths(tokens, place, Progress(3, 1, 0.0))] == [
        "accent1",
        "accent5",
        "accent5",
    ]


def test_the_bar_of_many_parts_shrinks_to_its_room() -> None:
    place = ProgressToken(x=12.0, y=0.5, width=0.5, height=0.07, pitch=0.6, span=3.0)
    assert place.segments(4)[1] == pytest.approx((10.3, 0.5))
    many = place.segments(12)
    assert many[0][0] == pytest.approx(9.0)
    assert sum(many[-1]) == pytest.approx(12.0)
    assert all(left + width < after for (left, width), (after, _) in pairwise(many))
