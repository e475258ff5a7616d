"""From problems to paths: the problems fuse into one block and part again as the practices.

Drawn only from what the author marked in the background. Strands never cross: on the way in the
nearest one turns first, on the way out the farthest.
"""

from __future__ import annotations

from collections.abc import Sequence

from casepress.brochure.drawing import tones
from casepress.brochure.drawing.ornament import Corner, band, rectangle, stroke_along
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.publication.context import IDLE, Book, Leaf, section_element
from casepress.brochure.text.setting import Lines
from casepress.brochure.text.words import chinese, practice_number, without_stop
from casepress.case.model import Background, Practice
from casepress.display import Segment
from casepress.frozen import dataclass
from casepress.units import Rect

GAP, LEAST_COLUMN = 19.5, 80.0
STRAND, RADIUS, STEP = 12.0, 18.0, 21.0
LEAST_STRAND = 8.0
BLOCK, LEAST_BLOCK, INWARD = 90 / 312, 54.0, 114 / 222
"""The block's share of the drawing's height, its least height, and the share of what is left that
the strands into it take."""
FULL_HEIGHT = 312.0
MOST = 6
NODE_SIZES = (13.0, 11.5)
WORD_GAP, LEAST_WORD_GAP = 21.0, 9.0
LINE_INSET, LINE_PITCH, LINE_RADIUS = 6.0, 4.0, 14.0
"""Strands as lines: inset of the first, pitch where they run together, radius of turns."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the drawing stands on its page: the columns' words above and below, strands between.

    Baselines and edges in points; ``scale`` shrinks strands and turns where rows are few.
    """

    title: float
    label: float
    node: float
    in_top: float
    out_bottom: float
    number: float
    name: float
    outcome: float
    note: float

    @property
    def height(self) -> float:
        """Height of strands and block together."""
        return self.out_bottom - self.in_top

    @property
    def scale(self) -> float:
        """Size of the strands, 1 as drawn."""
        return min(1.0, self.height / FULL_HEIGHT)

    @property
    def block_top(self) -> float:
        """Top of the block."""
        return self.in_top + (self.height - self.block_height) * INWARD

    @property
    def block_height(self) -> float:
        """Height of the block."""
        return max(LEAST_BLOCK, self.height * BLOCK)

    @property
    def strand(self) -> float:
        """Width of a strand."""
        return max(LEAST_STRAND, STRAND * self.scale)

    @property
    def radius(self) -> float:
        """Radius of a turn."""
        return RADIUS * self.scale

    def step(self, count: int) -> float:
        """Distance of the rows in which *count* strands turn."""
        return min(STEP, 84.0 / count) * self.scale


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


def columns(x: float, width: float, count: int, gap: float = GAP) -> tuple[list[float], float]:
    """Left edges and width of *count* columns with a gap between them."""
    each = (width - (count - 1) * gap) / count
    return [x + i * (each + gap) for i in range(count)], each


@dataclass(frozen=True, slots=True)
class Texts:
    """The set words of the drawing, column by column."""

    problems: tuple[Lines, ...]
    names: tuple[Lines, ...]
    outcomes: tuple[Lines, ...]
    note: Lines


def _texts(book: Book, background: Background, gaps: tuple[float, float]) -> Texts:
    full = book.grid.full_width
    practices = book.case.practices
    above = columns(0, full, len(background.problems), gaps[0])[1]
    below = columns(0, full, len(practices), gaps[1])[1]
    note = background.path_note
    return Texts(
        tuple(
            _node(book, problem, above, f"background.problems[{i}]")
            for i, problem in enumerate(background.problems)
        ),
        tuple(
            _node(book, _name(practice), below, f"practices[{i}].label")
            for i, practice in enumerate(practices)
        ),
        tuple(_outcomes(book, practices, below)),
        _note(book, note) if note else (),
    )


def _note(book: Book, text: str) -> Lines:
    """Return the note by phrases, or in full lines where that would take many."""
    width, source = book.grid.full_width, "background.path_note"
    lines = book.setter.phrases(text, "footnote", width, source)
    return lines if len(lines) <= 2 else book.setter.ragged(text, "footnote", width, source)


def _stage(book: Book, texts: Texts) -> Stage:
    """Lay out the page: from the top on its rows, from the bottom up; closer on short pages."""
    grid, setter = book.grid, book.setter
    node, outcome = setter.leading("diagram_node"), setter.leading("diagram_outcome")
    nodes = max(2, *(len(lines) for lines in texts.problems))
    names = max(2, *(len(lines) for lines in texts.names))
    note = grid.baseline(grid.rows - 1) - max(0, len(texts.note) - 1) * grid.leading / 2
    if not grid.short:
        first = grid.baseline(7)
        name = grid.baseline(grid.rows - 7)
        return Stage(
            title=grid.baseline(2),
            label=grid.baseline(5),
            node=first,
            in_top=first + (nodes - 1) * node + 13,
            out_bottom=grid.row(grid.rows - 10),
            number=grid.baseline(grid.rows - 9),
            name=name,
            outcome=grid.baseline(grid.rows - 4 + max(0, names - 2)),
            note=note,
        )
    lines = max(len(lines) for lines in texts.outcomes)
    below = (note - 22 if texts.note else note) - max(0, lines - 1) * outcome
    name = below - 24 - (names - 1) * node if lines else note - (names - 1) * node
    first = grid.baseline(3) + 26
    return Stage(
        title=grid.baseline(1) + 4,
        label=grid.baseline(3),
        node=first,
        in_top=first + (nodes - 1) * node + 12,
        out_bottom=name - 52,
        number=name - 26,
        name=name,
        outcome=below,
        note=note,
    )


def _gap(book: Book, count: int) -> float:
    """Return the gap between columns, less where they would be narrow."""
    full = book.grid.full_width
    return GAP if (full - (count - 1) * GAP) / count >= LEAST_COLUMN else GAP * 0.6


def _paint(page: PageBuilder, book: Book, background: Background) -> None:
    grid, setter, full = page.grid, book.setter, page.frame.full
    gaps = _gap(book, len(background.problems)), _gap(book, len(book.case.practices))
    texts = _texts(book, background, gaps)
    stage = _stage(book, texts)
    sect = section_element(page.tree, "background", book.section("background"))
    title = background.path_title or f"从问题到路径：{background.path_name}"
    rect = Rect(full.x, grid.row(4), full.width, grid.row(grid.rows - 2) - grid.row(4))
    alt = _alt(book, background, title)
    caption = page.tree.add("Caption", sect, source="background.path_title")
    label = setter.line(book.next_figure(), "figure_label")
    page.text(label, full.x, grid.baseline(0), caption)
    lines = setter.phrases(title, "diagram_title", full.width, "background.path_title")
    page.column(lines, full.x, stage.title, grid.leading * 1.5, caption)
    figure = page.tree.figure(alt, rect, page.number - 1, sect, source="background.problems")
    _problems(page, book, texts, stage, gaps[0], figure)
    _block(page, book, background, stage, figure)
    _paths(page, book, texts, stage, gaps[1], figure)
    if texts.note:
        note = page.tree.add("P", sect, source="background.path_note")
        page.column(texts.note, full.x, stage.note, setter.leading("footnote"), note)
    page.anchor("diagram")


def _problems(
    page: PageBuilder, book: Book, texts: Texts, stage: Stage, gap: float, figure: int
) -> None:
    setter, full = book.setter, page.frame.full
    places, _ = columns(full.x, full.width, len(texts.problems), gap)
    for i, (lines, x) in enumerate(zip(texts.problems, places, strict=True)):
        label = setter.line(f"问题 {i + 1}", "label")
        page.text(label, x, stage.label, figure)
        page.column(lines, x, stage.node, setter.leading("diagram_node"), figure)
    corner = book.theme.brochure.corner
    drawn = lines_in(full.x, places, corner, stage)
    tones.strands(page, book, strands_in(full.x, places, corner, stage), drawn, "goldD", figure)


def _node(book: Book, text: str, width: float, source: str) -> Lines:
    """Return a node's words on two lines if the type allows, smaller on three if it must."""
    lines = book.setter.phrases(text, "diagram_node", width, source)
    for size in NODE_SIZES:
        if len(lines) <= 2 and all(line.width_pt <= width for line in lines):
            break
        lines = book.setter.phrases(text, "diagram_node", width, source, size=size)
    return lines


def strands_in(x: float, places: list[float], corner: Corner, stage: Stage) -> tuple[Segment, ...]:
    """Converging: from each column down, left, and down into the block; the nearest turns first."""
    segments: list[Segment] = []
    count, strand = len(places), stage.strand
    top, bottom = stage.in_top, stage.block_top
    middle = (top + bottom) / 2
    for j, place in enumerate(places):
        home, away = x + (j + 0.5) * strand, place + strand / 2
        if j == 0:
            segments += rectangle(x, top, x + strand, bottom)
            continue
        y = middle + (j - count / 2) * stage.step(count)
        points = ((away, top), (away, y), (home, y), (home, bottom))
        segments += band(points, strand, stage.radius, corner)
        segments += rectangle(
            home - strand / 2 - 0.5, y + stage.radius, home - strand / 2 + 0.5, bottom
        )
    return tuple(segments)


def lines_in(x: float, places: list[float], corner: Corner, stage: Stage) -> tuple[Segment, ...]:
    """Return the strands into the block as lines."""
    segments: list[Segment] = []
    count, radius = len(places), LINE_RADIUS * stage.scale
    top, bottom = stage.in_top, stage.block_top
    for j, place in enumerate(places):
        home, away = x + LINE_INSET + j * LINE_PITCH, place + LINE_INSET
        if j == 0:
            segments += (("M", (home, top)), ("L", (home, bottom)))
            continue
        y = (top + bottom) / 2 + (j - count / 2) * stage.step(count)
        segments += stroke_along(
            ((away, top), (away, y), (home, y), (home, bottom)), radius, corner
        )
    return tuple(segments)


def lines_out(x: float, places: list[float], corner: Corner, stage: Stage) -> tuple[Segment, ...]:
    """Return the strands out of the block as lines."""
    segments: list[Segment] = []
    count, radius = len(places), LINE_RADIUS * stage.scale
    top, bottom = stage.block_top + stage.block_height, stage.out_bottom
    for j, place in enumerate(places):
        home, away = x + LINE_INSET + j * LINE_PITCH, place + LINE_INSET
        if j == 0:
            segments += (("M", (home, top)), ("L", (home, bottom)))
            continue
        y = top + radius + 2 + (count - 1 - j) * stage.step(count)
        segments += stroke_along(
            ((home, top), (home, y), (away, y), (away, bottom)), radius, corner
        )
    return tuple(segments)


def strands_out(x: float, places: list[float], corner: Corner, stage: Stage) -> tuple[Segment, ...]:
    """Diverging: out of the block, right, and down to each column; the farthest turns first."""
    segments: list[Segment] = []
    count, strand, radius = len(places), stage.strand, stage.radius
    top = stage.block_top + stage.block_height
    for j, place in enumerate(places):
        home, away = x + (j + 0.5) * strand, place + strand / 2
        if j == 0:
            segments += rectangle(x, top - 1, x + strand, stage.out_bottom)
            continue
        y = top + strand + 1 + (count - 1 - j) * stage.step(count)
        points = ((home, top - radius), (home, y), (away, y), (away, stage.out_bottom))
        segments += band(points, strand, radius, corner)
        if y - radius > top:
            edge = home - strand / 2
            segments += rectangle(edge - 0.5, top - 1, edge + 0.5, y - radius)
    return tuple(segments)


def _block(
    page: PageBuilder, book: Book, background: Background, stage: Stage, figure: int
) -> None:
    """Paint the block all strands run into, with what makes them one."""
    setter, full = book.setter, page.frame.full
    top, height = stage.block_top, stage.block_height
    tones.block(page, book, Rect(full.x, top, full.width, height), figure)
    strands = max(len(background.problems), len(book.case.practices)) * stage.strand
    x = full.x + max(66.0 * book.grid.scale, strands + 18)
    words = background.path_words
    source = "background.path_name"
    y = top + height * (40 if words else 53) / 90
    page.text(setter.line(background.path_name, "diagram_centre", source), x, y, figure)
    lines, gap = _block_words(book, words, full.right - 12 - x)
    for line in lines:
        page.text(line, x, top + height * 68 / 90, figure)
        x += line.width_pt + gap


def _block_words(book: Book, words: Sequence[str], room: float) -> tuple[Lines, float]:
    """Return the words on one line with the gap between them, smaller where it must be."""
    for size in (None, 9.0, 8.0):
        lines = tuple(
            book.setter.line(word, "diagram_words", f"background.path_words[{k}]", size=size)
            for k, word in enumerate(words)
        )
        spare = room - sum(line.width_pt for line in lines)
        gap = spare / max(1, len(lines) - 1)
        if gap >= LEAST_WORD_GAP:
            return lines, min(WORD_GAP, gap)
    return lines, max(4.0, gap)


def _paths(
    page: PageBuilder, book: Book, texts: Texts, stage: Stage, gap: float, figure: int
) -> None:
    setter, full = book.setter, page.frame.full
    places, _ = columns(full.x, full.width, len(texts.names), gap)
    corner = book.theme.brochure.corner
    drawn = lines_out(full.x, places, corner, stage)
    tones.strands(page, book, strands_out(full.x, places, corner, stage), drawn, "brand", figure)
    for i, (x, lines, outcome) in enumerate(zip(places, texts.names, texts.outcomes, strict=True)):
        number = setter.line(practice_number(i), "figure_label")
        page.text(number, x, stage.number, figure)
        page.column(lines, x, stage.name, setter.leading("diagram_node"), figure)
        page.column(outcome, x, stage.outcome, setter.leading("diagram_outcome"), figure)


def _outcomes(book: Book, practices: Sequence[Practice], width: float) -> list[Lines]:
    """Return the outcomes, all on one line each or all broken, so that they stand alike."""
    texts = [without_stop(practice.outcome) for practice in practices]
    for measure in (width, width * 0.72) if width >= LEAST_COLUMN else (width,):
        found = [
            book.setter.phrases(text, "diagram_outcome", measure, f"practices[{i}].outcome")
            for i, text in enumerate(texts)
        ]
        if all(len(lines) <= 1 for lines in found):
            break
    return [lines if text else () for lines, text in zip(found, texts, strict=True)]


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
