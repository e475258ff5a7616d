"""The diagram of all practices: what each breaks through, how, and to what end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casepress.case.model import Practice, SlideWords
from casepress.deck.draft import Draft, para
from casepress.deck.labels import source_line
from casepress.deck.model import Connector, Diagram, Node, TextParagraph
from casepress.deck.plan import CONTINUATION, Desk, paged, titled
from casepress.units import POINTS_PER_INCH
from casepress.deck.words import label_words, bare, broken, chinese, plain

_TOP, _BOTTOM = 2.45, 6.45
_LEFT, _MIDDLE, _RIGHT = (0.75, 2.95), (4.3, 5.2), (10.1, 2.483)
"""x and width of the three columns, in inches."""
_HEIGHTS = {2: 1.9, 3: 1.24, 4: 0.94, 5: 0.72, 6: 0.6}
_SUB_ROWS = 4
"""Rows up to which the measures stand below each practice."""
_MOST = 6
_VERB = re.compile("^(突破|破解|打破|解决|化解|消除|克服|破除|攻克)")


def fusion(desk: Desk) -> tuple[Draft, ...]:
    """The overview of two to six practices; of seven and more on two slides."""
    practices = desk.case.practices
    if len(practices) < 2:
        return ()
    most = _MOST if len(practices) <= _MOST else 4
    drafts: list[Draft] = []
    for n, page in enumerate(paged(list(enumerate(practices)), most)):
        drafts.append(_slide(desk, page, n))
    return tuple(drafts)


def _slide(desk: Desk, page: Sequence[tuple[int, Practice]], number: int) -> Draft:
    case = desk.case
    title = _title(desk)
    slide = case.overview.slide if case.overview else SlideWords()
    suffix = CONTINUATION if number else ""
    base = Draft(
        "fusion" if not number else f"fusion-{number + 1}",
        "figure_diagram",
        "",
        label_words(slide.label) or "总体思路",
        source=source_line(case, slide.remark or "图示由编写者根据原文小标题整理"),
        passages=tuple(f"practices[{n}]" for n, _ in page),
        points=tuple(
            f"{plain(p.title)}{'，' + plain(p.outcome) if p.outcome else ''}：{_titles(p)}".rstrip("：")
            for _, p in page
        ),
        ask=plain(slide.question) or "这几条做法，哪一条是本单位现在最缺的？",
        weight=4 if not number else 2,
    )
    words, lines, path = title
    for shape in ("full", "plain"):
        diagram = _diagram(desk, page, sub=shape == "full")
        draft = titled(base, (words + suffix, lines + suffix, path))
        draft = _with(draft, diagram)
        if desk.fitter.worst([draft])[0] <= 1:
            return draft
    return desk.choose((lambda: [draft],), "practices")[0]


def _with(draft: Draft, diagram: Diagram) -> Draft:
    from dataclasses import replace

    return replace(draft, diagrams=(diagram,))


def _title(desk: Desk) -> tuple[str, str, str]:
    """A title for the diagram, from the outcomes of the practices."""
    practices = desk.case.practices
    count = chinese(len(practices)) if len(practices) != 2 else "两"
    outcomes = [plain(p.outcome) for p in practices if p.outcome]
    titles = "、".join(plain(p.title) for p in practices)
    short = "、".join(plain(p.label) for p in practices if p.label)
    options = [
        (f"{count}条做法：{titles}", "practices"),
        (f"{count}条做法：{short}" if short.count("、") + 1 == len(practices) else "", "practices"),
    ]
    if len(outcomes) == len(practices):
        options.insert(0, (f"{count}条做法：{'，'.join(outcomes)}", "practices"))
    options = [(words, path) for words, path in options if len(words) <= 30]
    own = desk.case.overview.slide.title if desk.case.overview else ""
    options.insert(0, (own, "overview.slide.title"))
    options.append((f"{count}条做法各解决一个问题" if len(outcomes) == len(practices) else f"{count}条做法总览", ""))
    return desk.title("figure_diagram", options, "总体思路")


def _titles(practice: Practice) -> str:
    return "、".join(plain(m.short) or bare(plain(m.title)) for m in practice.measures)


def _condition(outcome: str) -> str:
    """What an outcome overcomes: 突破园区发展制度束缚 → 园区发展制度束缚."""
    words = plain(outcome)
    rest = _VERB.sub("", words)
    return rest if 2 <= len(rest) else words


def _headings(page: Sequence[tuple[int, Practice]], goal: bool) -> tuple[str, str, str]:
    verbs = {m[1] for _, p in page if (m := _VERB.match(plain(p.outcome)))}
    shared = all(_VERB.match(plain(p.outcome)) for _, p in page) and len(verbs) == 1
    left = f"{verbs.pop()}什么" if shared else "解决什么"
    fused = all(re.search("相融合$", plain(p.title)) for _, p in page)
    return left, "怎样融合" if fused else "怎样做", "达成什么" if goal else ""


def _goal(desk: Desk) -> list[TextParagraph]:
    """What all practices lead to: the words of the path, else the sentence of the summary slide."""
    background, teaching, overview = desk.case.background, desk.case.teaching, desk.case.overview
    if overview and overview.goal:
        goal = [para(broken(overview.goal), 0, "overview.goal")]
        width = (_RIGHT[1] - 0.2) * POINTS_PER_INCH
        words = desk.fitter.broken(plain(overview.goal_note), 18, width)
        note = para(words, 1, "overview.goal_note")
        return [*goal, note] if overview.goal_note else goal
    if background and background.path_words:
        words = "\v".join(plain(w) for w in background.path_words[:3])
        name = plain(background.path_name)
        first = [para(words, 0, "background.path_words")]
        return [*first, para(name, 1, "background.path_name")] if name else first
    if teaching and teaching.statement:
        parts = re.split("[，、；]", plain(teaching.statement).rstrip("。"))
        return [para("\v".join(parts[:4]), 0, "teaching.statement")]
    return []


def _diagram(desk: Desk, page: Sequence[tuple[int, Practice]], sub: bool) -> Diagram:
    """Draw conditions, actions and goal; columns without content are left out."""
    goal = _goal(desk)
    conditions = all(p.outcome or p.obstacle for _, p in page)
    left, middle, right = _headings(page, bool(goal))
    height = _HEIGHTS[max(2, len(page))]
    gap = (_BOTTOM - _TOP - height * len(page)) / max(1, len(page) - 1)
    sub = sub and len(page) <= _SUB_ROWS
    x, width = _MIDDLE if conditions else (_LEFT[0], _MIDDLE[0] + _MIDDLE[1] - _LEFT[0])
    if not goal:
        width = _RIGHT[0] + _RIGHT[1] - x
    nodes: list[Node] = []
    connectors: list[Connector] = []
    if conditions:
        nodes.append(_heading("problems", _LEFT, left))
    nodes.append(_heading("actions", (x, width), middle))
    if goal:
        nodes.append(_heading("aim", _RIGHT, right))
    for row, (n, practice) in enumerate(page):
        y = _TOP + row * (height + gap)
        path = f"practices[{n}]"
        if conditions:
            box = (_LEFT[0], y, _LEFT[1], height)
            given = plain(practice.obstacle)
            words = given or desk.fitter.broken(
                _condition(practice.outcome), 20, (_LEFT[1] - 0.2) * POINTS_PER_INCH
            )
            origin = f"{path}.obstacle" if given else f"{path}.outcome"
            nodes.append(Node(f"problem{n}", box, (para(words, 0, origin),), "lt1", "accent3"))
            connectors.append(Connector(f"problem{n}", f"action{n}"))
        nodes.append(_action(desk, practice, n, (x, y, width, height), sub))
        if goal:
            connectors.append(Connector(f"action{n}", "goal"))
    if goal:
        longest = max(len(part) for part in goal[0].runs[0].text.split("\v"))
        size = 32.0 if longest <= 5 else 24.0
        nodes.append(
            Node("goal", (_RIGHT[0], _TOP, _RIGHT[1], _BOTTOM - _TOP), tuple(goal), "dk2",
                 colour="lt1", size_pt=size)
        )  # fmt: skip
    return Diagram("总体思路", tuple(nodes), tuple(connectors), _alt(page, goal))


def _heading(key: str, column: tuple[float, float], words: str) -> Node:
    x, width = column
    box = (x, 1.95, width, 0.44)
    return Node(key, box, (para(words),), None, colour="accent3", align="left")


def _action(
    desk: Desk, practice: Practice, n: int, box: tuple[float, float, float, float], sub: bool
) -> Node:
    """The box of a practice: its title, and below it the names of its measures if they fit."""
    path = f"practices[{n}]"
    title = para(bare(plain(practice.title)), 0, f"{path}.title")
    if practice.action:
        title = para(plain(practice.action), 0, f"{path}.action")
    node = Node(f"action{n}", box, (title,), "accent1", colour="lt1")
    if desk.fitter.node(node).ratio > 1 and practice.label:
        node = Node(f"action{n}", box, (para(broken(practice.label), 0, f"practices[{n}].label"),), "accent1", colour="lt1")
    names = _titles(practice)
    if sub and names:
        fuller = Node(
            node.key, box, (*node.paragraphs, para(names, 1, f"practices[{n}].measures")), "accent1", colour="lt1"
        )
        if desk.fitter.node(fuller).ratio <= 1:
            return fuller
    return node


def _alt(page: Sequence[tuple[int, Practice]], goal: Sequence[TextParagraph]) -> str:
    steps = "；".join(
        f"{plain(p.title)}{'，' + plain(p.outcome) if p.outcome else ''}" for _, p in page
    )
    aim = "".join(run.text for p in goal[:1] for run in p.runs).replace("\v", "、")
    return f"示意图：{steps}{'，共同达成' + aim if aim else ''}。"
