"""Problems led to the path the case took, as native shapes."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.case.model import Background
from casepress.deck.draft import Draft, para
from casepress.deck.model import Connector, Diagram, Node
from casepress.deck.plan import Desk
from casepress.deck.words.chinese import plain
from casepress.deck.words.digest import Bullet
from casepress.deck.words.labels import source_line
from casepress.frozen import replace

_FEWEST, _MOST = 2, 6
_PROBLEM, _PATH = (0.75, 4.6), (6.6, 5.983)
"""x and width of both columns, in inches."""
_TOP, _HEIGHT, _HEADING = 2.4, 4.05, 0.44


def problem_paths(
    desk: Desk, base: Draft, own: Background, problems: Sequence[Bullet]
) -> list[Draft] | None:
    """Return the slide of two to six problems; None for others, or if the path has no name."""
    if not _FEWEST <= len(problems) <= _MOST or not own.path_name:
        return None
    nodes = [_heading("from", _PROBLEM, "面对什么"), _heading("to", _PATH, "走什么路")]
    nodes += _problems(problems)
    nodes.append(_path(own))
    connectors = tuple(Connector(f"problem{n}", "path") for n in range(len(problems)))
    diagram = Diagram("问题与路径", tuple(nodes), connectors, _alt(own, problems))
    source = source_line(desk.case, own.slide.remark or "图示由编写者根据原文整理")
    return [replace(base, layout="figure_diagram", diagrams=(diagram,), source=source)]


def _heading(key: str, column: tuple[float, float], words: str) -> Node:
    box = (column[0], _TOP - _HEADING - 0.01, column[1], _HEADING)
    return Node(key, box, (para(words),), None, colour="accent3", align="left")


def _problems(problems: Sequence[Bullet]) -> list[Node]:
    """White boxes of equal height, the author's line breaks kept where there is room."""
    count = len(problems)
    gap = 0.22 if count < 5 else 0.14
    height = (_HEIGHT - gap * (count - 1)) / count
    size = 26.0 if count <= 3 else 22.0
    nodes = []
    for n, problem in enumerate(problems):
        box = (_PROBLEM[0], _TOP + n * (height + gap), _PROBLEM[1], height)
        words = problem.text if height > 1.0 else problem.text.replace("\v", "")
        paragraphs = (para(words, 0, problem.source),)
        nodes.append(Node(f"problem{n}", box, paragraphs, "lt1", "accent3", size_pt=size))
    return nodes


def _path(own: Background) -> Node:
    """The tall box of the path: its name, its phrases below."""
    words = "\v".join(plain(w) for w in own.path_words)
    paragraphs = [para(plain(own.path_name), 0, "background.path_name")]
    if words:
        paragraphs.append(para(words, 1, "background.path_words"))
    box = (_PATH[0], _TOP, _PATH[1], _HEIGHT)
    return Node(
        "path", box, tuple(paragraphs), "dk2", colour="lt1", size_pt=36, sub_size_pt=26
    )  # fmt: skip


def _alt(own: Background, problems: Sequence[Bullet]) -> str:
    listed = "、".join(p.text.replace("\v", "") for p in problems)
    way = f"（{'，'.join(map(plain, own.path_words))}）" if own.path_words else ""
    return f"{plain(own.path_title) or '问题与路径'}：{listed}，都指向{plain(own.path_name)}{way}。"
