"""The drawing of all practices: what stood in the way, what is done, what comes of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from casepress.case.model import Practice
from casepress.deck.draft import para
from casepress.deck.model import Connector, Diagram, Node, TextParagraph
from casepress.deck.plan import Desk
from casepress.deck.words.chinese import bare, broken, plain
from casepress.frozen import dataclass, replace
from casepress.units import POINTS_PER_INCH

Page = Sequence[tuple[int, Practice]]
Column = tuple[float, float]
"""x and width in inches."""

_TOP, _BOTTOM = 2.45, 6.45
_LEFT, _WIDTH = 0.75, 11.833
_OBSTACLE, _GOAL, _YIELD = 2.95, 2.483, 3.3
_LINK = 0.6
"""Room between two columns for the arrows."""
_HEIGHTS = {1: 1.9, 2: 1.9, 3: 1.24, 4: 0.94, 5: 0.72, 6: 0.6}
_SIZES = ((28.0, 22.0), (24.0, 20.0), (20.0, 18.0), (18.0, 18.0))
_GOAL_SIZES = (32.0, 28.0, 24.0, 20.0)
_SUB_ROWS = 4
"""Rows up to which the measures stand below each practice."""
_VERB = re.compile("^(突破|破解|打破|解决|化解|消除|克服|破除|攻克)")
_INSET = 0.2


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which columns a drawing has, and where."""

    obstacles: Column | None
    actions: Column
    yields: Column | None
    goal: Column | None

    @property
    def kinds(self) -> tuple[tuple[str, Column | None], ...]:
        """What a row may have, from left to right."""
        return ("obstacle", self.obstacles), ("action", self.actions), ("yield", self.yields)


def practice_names(practice: Practice) -> str:
    """The measures of a practice in a row, by their short names if they have them."""
    return "、".join(plain(m.short) or bare(plain(m.title)) for m in practice.measures)


def practices_diagram(desk: Desk, page: Page, sub: bool) -> Diagram:
    """Draw the practices of a page in the largest type that fits every box.

    *sub*: with their measures below each, where there is room.
    """
    goal = _goal(desk)
    plan = _columns(page, bool(goal))
    nodes: list[Node] = []
    for sizes in _SIZES:
        nodes = _boxes(desk, page, plan, sizes, sub and len(page) <= _SUB_ROWS)
        if all(_calm(desk, node, len(page)) for node in nodes):
            break
    drawn = [*_headings(page, plan), *nodes]
    if plan.goal:
        drawn.append(_goal_node(desk, goal, plan.goal))
    connectors: list[Connector] = []
    for n, _ in page:
        chain = [f"{kind}{n}" for kind, column in plan.kinds if column]
        chain += ["goal"] if plan.goal else []
        connectors += [Connector(start, end) for start, end in pairwise(chain)]
    return Diagram("总体思路", tuple(drawn), tuple(connectors), _alt(page, goal))


def _boxes(
    desk: Desk, page: Page, plan: _Plan, sizes: tuple[float, float], sub: bool
) -> list[Node]:
    """The boxes of all rows: obstacle, action, yield."""
    height = _HEIGHTS[len(page)]
    gap = (_BOTTOM - _TOP - height * len(page)) / max(1, len(page) - 1)
    nodes: list[Node] = []
    for row, (n, practice) in enumerate(page):
        y = _TOP + row * (height + gap)
        if plan.obstacles:
            box = (plan.obstacles[0], y, plan.obstacles[1], height)
            nodes.append(_white(desk, f"obstacle{n}", box, _obstacle(practice, n), sizes[0]))
        box = (plan.actions[0], y, plan.actions[1], height)
        nodes.append(_action(desk, practice, n, box, sizes, sub))
        if plan.yields:
            box = (plan.yields[0], y, plan.yields[1], height)
            words = para(bare(plain(practice.outcome)), 0, f"practices[{n}].outcome")
            nodes.append(_white(desk, f"yield{n}", box, words, sizes[0]))
    return nodes


def _calm(desk: Desk, node: Node, rows: int) -> bool:
    """Whether a box keeps air, and its first paragraph one line where boxes are low."""
    fitted = desk.fitter.node(node)
    head = desk.fitter.node(replace(node, paragraphs=node.paragraphs[:1]))
    lines = 1 if node.key.startswith("action") else 2
    return fitted.ratio <= _full(rows) and len(head.lines) <= lines


def _columns(page: Page, goal: bool) -> _Plan:
    """Give every column its place; the actions take what the others leave."""
    overcome = all(p.obstacle or _VERB.match(plain(p.outcome)) for _, p in page)
    yields = not overcome and all(p.outcome for _, p in page)
    x, right = _LEFT, _LEFT + _WIDTH
    obstacle_column = (x, _OBSTACLE) if overcome else None
    x += _OBSTACLE + _LINK if overcome else 0.0
    goal_column = (right - _GOAL, _GOAL) if goal else None
    right -= _GOAL + _LINK if goal else 0.0
    yield_column = (right - _YIELD, _YIELD) if yields else None
    right -= _YIELD + _LINK if yields else 0.0
    return _Plan(obstacle_column, (x, right - x), yield_column, goal_column)


def _headings(page: Page, plan: _Plan) -> list[Node]:
    """What each column answers: 突破什么, 怎样融合, 达成什么."""
    verbs = {m[1] for _, p in page if (m := _VERB.match(plain(p.outcome)))}
    obstacle = f"{verbs.pop()}什么" if len(verbs) == 1 else "解决什么"
    fused = all(re.search("相融合$", plain(p.title)) for _, p in page)
    words = [
        (plan.obstacles, obstacle),
        (plan.actions, "怎样融合" if fused else "怎样做"),
        (plan.yields, "做到什么"),
        (plan.goal, "达成什么"),
    ]
    return [
        Node(f"heading{n}", (column[0], 1.95, column[1], 0.44), (para(text),), None,
             colour="accent3", align="left")
        for n, (column, text) in enumerate(words)
        if column is not None
    ]  # fmt: skip


def _obstacle(practice: Practice, n: int) -> TextParagraph:
    """What an outcome overcomes: 突破园区发展制度束缚 → 园区发展制度束缚."""
    if practice.obstacle:
        return para(plain(practice.obstacle), 0, f"practices[{n}].obstacle")
    words = bare(plain(practice.outcome))
    rest = _VERB.sub("", words)
    return para(rest if len(rest) >= 2 else words, 0, f"practices[{n}].outcome")


def _white(
    desk: Desk, key: str, box: tuple[float, float, float, float], words: TextParagraph, size: float
) -> Node:
    """A white box; its words break at a phrase if they need two lines."""
    width = (box[2] - _INSET) * POINTS_PER_INCH
    lines = desk.fitter.broken(words.runs[0].text, size, width)
    return Node(key, box, (para(lines, 0, words.source),), "lt1", "accent3", size_pt=size)


def _full(rows: int) -> float:
    """How full a box may be; tall boxes keep air."""
    return 0.75 if rows <= 3 else 0.92


def _action(
    desk: Desk,
    practice: Practice,
    n: int,
    box: tuple[float, float, float, float],
    sizes: tuple[float, float],
    sub: bool,
) -> Node:
    """The box of a practice: its title, and below it the names of its measures if they fit."""
    path = f"practices[{n}]"
    title = para(bare(plain(practice.title)), 0, f"{path}.title")
    if practice.action:
        title = para(plain(practice.action), 0, f"{path}.action")
    size, sub_size = sizes
    node = Node(
        f"action{n}", box, (title,), "accent1", colour="lt1", size_pt=size, sub_size_pt=sub_size
    )
    if desk.fitter.node(node).ratio > 1 and practice.label:
        short = para(broken(practice.label), 0, f"{path}.label")
        node = Node(
            node.key, box, (short,), "accent1", colour="lt1", size_pt=size, sub_size_pt=sub_size
        )
    names = practice_names(practice)
    if not sub or not names:
        return node
    width = (box[2] - _INSET) * POINTS_PER_INCH
    lines = desk.fitter.broken(names, sub_size, width)
    below = para(lines, 1, f"{path}.measures")
    fuller = Node(
        node.key, box, (*node.paragraphs, below), "accent1", colour="lt1", size_pt=size,
        sub_size_pt=sub_size,
    )  # fmt: skip
    return fuller if desk.fitter.node(fuller).ratio <= 1 else node


def _goal(desk: Desk) -> list[TextParagraph]:
    """What all practices lead to: the author's words, the path, else the closing sentence."""
    case = desk.case
    if case.overview and case.overview.goal:
        words = [para(broken(case.overview.goal), 0, "overview.goal")]
        note = plain(case.overview.goal_note)
        width = (_GOAL - _INSET) * POINTS_PER_INCH
        below = para(desk.fitter.broken(note, 18, width), 1, "overview.goal_note")
        return [*words, below] if note else words
    if case.background and case.background.path_words:
        listed = "\v".join(plain(w) for w in case.background.path_words[:3])
        words = [para(listed, 0, "background.path_words")]
        name = plain(case.background.path_name)
        return [*words, para(name, 1, "background.path_name")] if name else words
    if case.teaching and case.teaching.statement:
        parts = [p for p in re.split("[，、；]", plain(case.teaching.statement).rstrip("。")) if p]
        return [para("\v".join(parts[:4]), 0, "teaching.statement")]
    return []


def _goal_node(desk: Desk, goal: Sequence[TextParagraph], column: Column) -> Node:
    """The tall box at the end, in the largest type that keeps its lines."""
    box = (column[0], _TOP, column[1], _BOTTOM - _TOP)
    lines = goal[0].runs[0].text.count("\v") + 1
    node = Node("goal", box, tuple(goal), "dk2", colour="lt1")
    for size in _GOAL_SIZES:
        node = replace(node, size_pt=size)
        head = desk.fitter.node(replace(node, paragraphs=node.paragraphs[:1]))
        if len(head.lines) == lines and desk.fitter.node(node).ratio <= _full(1):
            break
    return node


def _alt(page: Page, goal: Sequence[TextParagraph]) -> str:
    steps = "；".join(
        f"{plain(p.title)}{'，' + plain(p.outcome) if p.outcome else ''}" for _, p in page
    )
    aim = "".join(run.text for p in goal[:1] for run in p.runs).replace("\v", "、")
    return f"示意图：{steps}{'，共同达成' + aim if aim else ''}。"
