"""Parallel terms as native shapes: a lintel, three to six pillars, the base they stand on."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.case.model import Detail, Pair
from casepress.deck.draft import para
from casepress.deck.model import Diagram, Node, TextParagraph, TextRun
from casepress.deck.plan import Desk
from casepress.deck.words.chinese import plain

_X, _WIDTH = 0.75, 11.833
_TOP, _BOTTOM = 1.95, 6.45
_LINTEL, _BASE, _GAP = 0.8, 1.0, 0.16
_PILLAR_GAP = 0.25
_FEWEST, _MOST = 2, 6


def pillars_diagram(desk: Desk, detail: Detail, path: str) -> Diagram | None:
    """Draw the terms of a detail page; None for fewer than two or more than six."""
    bases = [plain(b) for b in detail.bases if plain(b)]
    return term_pillars(desk, detail.terms, path, heading=plain(detail.heading), bases=bases[:3])


def term_pillars(
    desk: Desk, terms: Sequence[Pair], path: str, *, heading: str = "", bases: Sequence[str] = ()
) -> Diagram | None:
    """Draw terms as pillars between an optional heading above and optional bases below."""
    if not _FEWEST <= len(terms) <= _MOST:
        return None
    top, bottom = _TOP, _BOTTOM
    nodes: list[Node] = []
    if heading:
        box = (_X, _TOP, _WIDTH, _LINTEL)
        words = (para(heading, 0, f"{path}.heading"),)
        nodes.append(Node("lintel", box, words, "dk2", colour="lt1", size_pt=24))
        top += _LINTEL + _GAP
    if bases:
        bottom -= _BASE + _GAP
    nodes += _pillars(desk, terms, path, top, bottom)
    width = (_WIDTH - _GAP * (len(bases) - 1)) / max(1, len(bases))
    for n, base in enumerate(bases):
        box = (_X + n * (width + _GAP), _BOTTOM - _BASE, width, _BASE)
        words = (para(base, 0, f"{path}.bases[{n}]"),)
        nodes.append(Node(f"base{n}", box, words, "accent5", colour="dk2", size_pt=24))
    alt = "、".join(plain(t.label) + plain(t.value) for t in terms)
    alt = f"并列图：{heading + '，' if heading else ''}{alt}"
    if bases:
        alt += f"；支撑：{'、'.join(bases)}"
    return Diagram("并列词", tuple(nodes), (), f"{alt}。")


def _pillars(desk: Desk, terms: Sequence[Pair], path: str, top: float, bottom: float) -> list[Node]:
    """The pillars, all in the largest size of the scale that fits every one of them."""
    width = (_WIDTH - _PILLAR_GAP * (len(terms) - 1)) / len(terms)
    nodes: list[Node] = []
    for size, label_size in ((40.0, 26.0), (36.0, 24.0), (30.0, 22.0), (24.0, 20.0)):
        nodes = []
        for n, term in enumerate(terms):
            box = (_X + n * (width + _PILLAR_GAP), top, width, bottom - top)
            source = f"{path}.terms[{n}]"
            words = []
            if plain(term.label):
                run = TextRun(plain(term.label), bold=False, colour="dk1", size_pt=label_size)
                words.append(TextParagraph((run,), 0, source))
            words.append(para(plain(term.value), 0, source))
            nodes.append(
                Node(
                    f"term{n}", box, tuple(words), "lt1", "accent1", colour="accent1", size_pt=size
                )
            )
        if all(_unbroken(desk, node) for node in nodes):
            break
    return nodes


def _unbroken(desk: Desk, node: Node) -> bool:
    fitted = desk.fitter.node(node)
    return len(fitted.lines) == len(node.paragraphs) and fitted.ratio <= 1
