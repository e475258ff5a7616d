"""From problems to paths: the problems fuse into one block and part again as the practices.

Drawn only from what the author marked in the background. Strands never cross: on the way in the
nearest one turns first, on the way out the farthest.
"""

from __future__ import annotations

from collections.abc import Sequence

from casepress.brochure.builder import PageBuilder
from casepress.brochure.context import IDLE, Book, Leaf, section_element
from casepress.brochure.ornament import Corner, band, rectangle
from casepress.brochure.setting import Lines
from casepress.brochure.words import chinese, practice_number, without_stop
from casepress.case.model import Background, Practice
from casepress.display import Segment
from casepress.units import Rect

GAP = 19.5
STRAND, RADIUS, STEP = 12.0, 18.0, 21.0
IN_TOP, BLOCK_TOP, BLOCK_HEIGHT, OUT_BOTTOM = 255.0, 369.0, 90.0, 567.0
MOST = 6
TITLE_ROW, LABEL_ROW, NODE_ROW = 2, 5, 7
NUMBER_ROW, NAME_ROW, OUTCOME_ROW, NOTE_ROW = 28, 30, 33, 36
WORD_GAP = 21.0


def wanted(book: Book) -> bool:
    """Whether there is enough to draw: problems, a centre, and short names of the paths."""
    background = book.case.background
    if background is None or not background.problems or not background.path_name:
        return False
    counts = (len(background.problems), len(book.case.practices))
    return all(1 < count <= MOST for count in counts)


def plan_diagram(book: Book, background: Background) -> Leaf:
    """Return the page of the diagram."""
    return Leaf(
        "diagram",
        lambda page: _paint(page, book, background),
        book.section("background"),
        IDLE,
        ("diagram",),
    )


def columns(x: float, width: float, count: int) -> tuple[list[float], float]:
    """Left edges and width of *count* columns with the diagram's gap."""
    each = (width - (count - 1) * GAP) / count
    return [x + i * (each + GAP) for i in range(count)], each


def _paint(page: PageBuilder, book: Book, background: Background) -> None:
    grid, setter, full = page.grid, book.setter, page.frame.full
    sect = section_element(page.tree, "background", book.section("background"))
    title = background.path_title or f"从问题到路径：{background.path_name}"
    rect = Rect(full.x, grid.row(4), full.width, grid.row(35) - grid.row(4))
    alt = _alt(book, background, title)
    caption = page.tree.add("Caption", sect, source="background.path_title")
    label = setter.line(book.next_figure(), "figure_label")
    page.text(label, full.x, grid.baseline(0), caption)
    lines = setter.phrases(title, "diagram_title", full.width, "background.path_title")
    page.column(lines, full.x, grid.baseline(TITLE_ROW), grid.leading * 1.5, caption)
    figure = page.tree.figure(alt, rect, page.number - 1, sect, source="background.problems")
    _problems(page, book, background, figure)
    _block(page, book, background, figure)
    _paths(page, book, figure)
    if background.path_note:
        notes = setter.phrases(background.path_note, "footnote", full.width, "background.path_note")
        note = page.tree.add("P", sect, source="background.path_note")
        row = NOTE_ROW if len(notes) == 1 else NOTE_ROW - 0.5
        page.column(notes, full.x, grid.baseline(row), setter.leading("footnote"), note)
    page.anchor("diagram")


def _problems(page: PageBuilder, book: Book, background: Background, figure: int) -> None:
    grid, setter, full = page.grid, book.setter, page.frame.full
    problems = background.problems
    places, each = columns(full.x, full.width, len(problems))
    for i, (problem, x) in enumerate(zip(problems, places, strict=True)):
        label = setter.line(f"问题 {i + 1}", "label")
        page.text(label, x, grid.baseline(LABEL_ROW), figure)
        lines = _node(book, problem, each, f"background.problems[{i}]")
        leading = setter.leading("diagram_node")
        page.column(lines, x, grid.baseline(NODE_ROW), leading, figure)
    page.path(strands_in(full.x, places, book.theme.brochure.corner), fill="goldD", element=figure)


def _node(book: Book, text: str, width: float, source: str) -> Lines:
    """Return a node's words on two lines if the type allows, smaller on three if it must."""
    lines = book.setter.phrases(text, "diagram_node", width, source)
    if len(lines) > 2 or any(line.width_pt > width for line in lines):
        lines = book.setter.phrases(text, "diagram_node", width, source, size=13.0)
    return lines


def strands_in(x: float, places: list[float], corner: Corner) -> tuple[Segment, ...]:
    """Converging: from each column down, left, and down into the block; the nearest turns first."""
    segments: list[Segment] = []
    count = len(places)
    middle = (IN_TOP + BLOCK_TOP) / 2
    for j, place in enumerate(places):
        home, away = x + (j + 0.5) * STRAND, place + STRAND / 2
        if j == 0:
            segments += rectangle(x, IN_TOP, x + STRAND, BLOCK_TOP)
            continue
        y = middle + (j - count / 2) * min(STEP, 84.0 / count)
        points = ((away, IN_TOP), (away, y), (home, y), (home, BLOCK_TOP))
        segments += band(points, STRAND, RADIUS, corner)
        segments += rectangle(
            home - STRAND / 2 - 0.5, y + RADIUS, home - STRAND / 2 + 0.5, BLOCK_TOP
        )
    return tuple(segments)


def strands_out(x: float, places: list[float], corner: Corner) -> tuple[Segment, ...]:
    """Diverging: out of the block, right, and down to each column; the farthest turns first."""
    segments: list[Segment] = []
    count = len(places)
    top = BLOCK_TOP + BLOCK_HEIGHT
    for j, place in enumerate(places):
        home, away = x + (j + 0.5) * STRAND, place + STRAND / 2
        if j == 0:
            segments += rectangle(x, top - 1, x + STRAND, OUT_BOTTOM)
            continue
        y = top + STRAND + 1 + (count - 1 - j) * min(STEP, 84.0 / count)
        points = ((home, top - RADIUS), (home, y), (away, y), (away, OUT_BOTTOM))
        segments += band(points, STRAND, RADIUS, corner)
        if y - RADIUS > top:
            edge = home - STRAND / 2
            segments += rectangle(edge - 0.5, top - 1, edge + 0.5, y - RADIUS)
    return tuple(segments)


def _block(page: PageBuilder, book: Book, background: Background, figure: int) -> None:
    """Paint the block all strands run into, with what makes them one."""
    setter, full = book.setter, page.frame.full
    page.box(Rect(full.x, BLOCK_TOP, full.width, BLOCK_HEIGHT), "brand", element=figure)
    indent = max(len(background.problems), len(book.case.practices)) * STRAND + 18
    x = full.x + max(66.0, indent)
    words = background.path_words
    source = "background.path_name"
    y = BLOCK_TOP + (40.0 if words else 53.0)
    page.text(setter.line(background.path_name, "diagram_centre", source), x, y, figure)
    for k, word in enumerate(words):
        line = setter.line(word, "diagram_words", f"background.path_words[{k}]")
        if x + line.width_pt > full.right - 12:
            break
        page.text(line, x, BLOCK_TOP + 68.0, figure)
        x += line.width_pt + WORD_GAP


def _paths(page: PageBuilder, book: Book, figure: int) -> None:
    grid, setter, full = page.grid, book.setter, page.frame.full
    practices = book.case.practices
    places, each = columns(full.x, full.width, len(practices))
    outcomes = _outcomes(book, practices, each)
    page.path(strands_out(full.x, places, book.theme.brochure.corner), fill="brand", element=figure)
    for i, (practice, x) in enumerate(zip(practices, places, strict=True)):
        number = setter.line(practice_number(i), "figure_label")
        page.text(number, x, grid.baseline(NUMBER_ROW), figure)
        lines = _node(book, _name(practice), each, f"practices[{i}].label")
        leading = setter.leading("diagram_node")
        page.column(lines, x, grid.baseline(NAME_ROW), leading, figure)
        if outcomes[i]:
            row = OUTCOME_ROW + max(0, len(lines) - 2)
            leading = setter.leading("diagram_outcome")
            page.column(outcomes[i], x, grid.baseline(row), leading, figure)


def _outcomes(book: Book, practices: Sequence[Practice], width: float) -> list[Lines]:
    """Return the outcomes, all on one line each or all broken, so that they stand alike."""
    texts = [without_stop(practice.outcome) for practice in practices]
    for measure in (width, width * 0.72):
        found = [
            book.setter.phrases(text, "diagram_outcome", measure, f"practices[{i}].outcome")
            for i, text in enumerate(texts)
        ]
        if all(len(lines) <= 1 for lines in found):
            break
    return found


def _name(practice: Practice) -> str:
    return practice.label or without_stop(practice.title).rstrip("，")


def _alt(book: Book, background: Background, title: str) -> str:
    problems = "、".join(text.replace("|", "") for text in background.problems)
    paths = "、".join(_name(practice).replace("|", "") for practice in book.case.practices)
    count, out = chinese(len(background.problems)), chinese(len(book.case.practices))
    return (
        f"{title}。{count}个问题（{problems}）汇入{background.path_name}，"
        f"分出{out}条路径（{paths}）。"
    )
