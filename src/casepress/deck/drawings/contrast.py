"""Before and after as native shapes: many small boxes, an arrow, one large box, terms below."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.case.model import Detail, Pair
from casepress.deck.draft import para
from casepress.deck.model import Diagram, Node, TextParagraph, TextRun
from casepress.deck.plan import Desk
from casepress.deck.words.chinese import broken, plain

_X, _WIDTH = 0.75, 11.833
_TOP, _BOTTOM = 1.95, 6.45
_GRID_WIDTH, _TARGET = 4.85, (7.4, 5.183)
_HEADING = 0.44
_MOST_BOXES = 30
_GAP = 0.1


def contrast_diagram(desk: Desk, detail: Detail, path: str) -> Diagram | None:
    """Draw a before and after; None without both sides.

    A number up to 30 before is drawn as that many boxes (a count of the text, not invented); any
    other word stands in one box.
    """
    before, after = detail.before, detail.after
    if before is None or after is None:
        return None
    low = 4.37 if detail.terms else _BOTTOM
    y = _TOP + _HEADING + 0.1
    nodes = [
        _heading(
            "before", (_X, _TOP, 6.2, _HEADING), plain(before.label), "accent3",
            f"{path}.before.label",
        ),
        _heading(
            "after", (_TARGET[0], _TOP, _TARGET[1], _HEADING), plain(after.label), "accent1",
            f"{path}.after.label",
        ),
        *_before(before, (_X, y, _GRID_WIDTH, low - y), f"{path}.before"),
        Node(
            "arrow", (5.85, (y + low) / 2 - 0.38, 1.3, 0.76), (), "accent1", shape="arrow"
        ),
        _target(detail, after, (_TARGET[0], y, _TARGET[1], low - y), path),
    ]  # fmt: skip
    if detail.terms:
        nodes += _terms(desk, detail, path, low)
    alt = (
        f"前后对照：{plain(before.label)}（{plain(before.value)}）；"
        f"{plain(after.label)}（{plain(after.value)}）"
    )
    if detail.terms:
        alt += f"；{plain(detail.heading)}：" + "、".join(map(_joined, detail.terms))
    return Diagram("前后对照", tuple(nodes), (), f"{alt}。")


def _joined(term: Pair) -> str:
    return plain(term.label) + plain(term.value)


def _heading(
    key: str, box: tuple[float, float, float, float], words: str, colour: str, source: str
) -> Node:
    paragraph = para(words, 0, source)
    return Node(key, box, (paragraph,), None, colour=colour, size_pt=20, align="left")


def _before(before: Pair, box: tuple[float, float, float, float], path: str) -> list[Node]:
    """As many boxes as the count says, in rows of at most seven (ten for large counts)."""
    value = plain(before.value)
    x, y, width, height = box
    if not value.isdecimal() or not 2 <= int(value) <= _MOST_BOXES:
        words = (para(broken(before.value), 0, f"{path}.value"),)
        return [Node("from", box, words, "accent5", colour="deep", size_pt=32)]
    count = int(value)
    columns = count if count <= 5 else -(-count // 2) if count <= 14 else 8 if count <= 24 else 10
    rows = -(-count // columns)
    w = (width - _GAP * (columns - 1)) / columns
    h = (height - _GAP * (rows - 1)) / rows
    nodes = []
    for n in range(count):
        column, line = n % columns, n // columns
        place = (x + column * (w + _GAP), y + line * (h + _GAP), w, h)
        words = (para(str(n + 1)),)
        nodes.append(Node(f"from{n + 1}", place, words, "accent5", colour="deep", size_pt=20))
    return nodes


def _target(detail: Detail, after: Pair, box: tuple[float, float, float, float], path: str) -> Node:
    words = [para(broken(after.value), 0, f"{path}.after.value")]
    if detail.conclusion:
        words.append(para(plain(detail.conclusion), 1, f"{path}.conclusion"))
    return Node("to", box, tuple(words), "dk2", colour="lt1", size_pt=36, sub_size_pt=20)


def _terms(desk: Desk, detail: Detail, path: str, low: float) -> list[Node]:
    """The row of terms: label plain, the word that differs bold in the highlight colour."""
    terms = detail.terms
    gap = 0.3
    width = (_WIDTH - gap * (len(terms) - 1)) / len(terms)
    top = low + 0.28
    nodes = []
    if detail.heading:
        box = (_X, top, _WIDTH, _HEADING)
        nodes.append(_heading("kinds", box, plain(detail.heading), "accent3", f"{path}.heading"))
        top += _HEADING + 0.1
    for n, term in enumerate(terms):
        box = (_X + n * (width + gap), top, width, _BOTTOM - top)
        nodes.append(_term(desk, term, box, n, f"{path}.terms[{n}]"))
    return nodes


def _term(
    desk: Desk, term: Pair, box: tuple[float, float, float, float], n: int, path: str
) -> Node:
    """One line if label and word fit beside each other, else the word below its label."""
    label, value = plain(term.label), plain(term.value)
    runs = [TextRun(label, bold=False, colour="dk1"), TextRun(value)] if label else [TextRun(value)]
    one = Node(f"term{n}", box, (TextParagraph(tuple(runs), 0, path),), "lt1", "accent3",
               colour="accent1", size_pt=26)  # fmt: skip
    fitted = desk.fitter.node(one)
    if len(fitted.lines) == 1:
        return one
    two: Sequence[TextParagraph] = [
        TextParagraph((TextRun(label, bold=False, colour="dk1", size_pt=20),), 0, path),
        TextParagraph((TextRun(value),), 0, path),
    ]
    return Node(one.key, box, tuple(two), "lt1", "accent3", colour="accent1", size_pt=24)
