"""From problems to paths: the problems fuse into one block and part again as the practices.

Drawn only from what the author marked in the background. Strands never cross: on the way in the
nearest one turns first, on the way out the farthest.
"""

from __future__ import annotations

from collections.abc import Sequence

from casepress.brochure.column.side import LEFT_OUT
from casepress.brochure.drawing import tones
from casepress.brochure.drawing.confluence import (
    Stage,
    lines_in,
    lines_out,
    strands_in,
    strands_out,
)
from casepress.brochure.publication.builder import PageBuilder
from casepress.brochure.publication.context import IDLE, Book, Leaf, section_element
from casepress.brochure.text.setting import Lines
from casepress.brochure.text.words import chinese, practice_number, without_stop
from casepress.case.model import Background, Practice
from casepress.frozen import dataclass
from casepress.typeset.model import Line
from casepress.units import Rect

GAP, LEAST_COLUMN = 19.5, 80.0
MOST = 6
NODE_SIZES = (13.0, 11.5)
WORD_GAP, LEAST_WORD_GAP, CLOSEST_WORDS = 21.0, 9.0, 4.0
BLOCK_HEIGHT, BLOCK_PAD, WORDS_DROP = 90.0, 12.0, 68.0
CENTRE_STEPS = (1.0, 0.8, 2 / 3, 0.55)
LEAST_HEIGHT = 150.0
"""Least height of strands and block."""
NOTE_LINE = 9.0


def wanted(book: Book) -> bool:
    """Whether there is enough to draw: problems, a centre, and short names of the paths.

    What would be drawn but for words too long for the page is reported.
    """
    background = book.case.background
    if background is None or not background.problems or not background.path_name:
        return False
    counts = (len(background.problems), len(book.case.practices))
    if not all(1 < count <= MOST for count in counts):
        return False
    texts = _texts(book, background, _gaps(book, background))
    stage = _stage(book, texts)
    holds = stage.height >= LEAST_HEIGHT and _block_words(book, background, stage) is not None
    if not holds:
        book.setter.notices.append(f"{LEFT_OUT}@background.path_name")
    return holds


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

    title: Lines
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
    title = book.setter.phrases(_title(background), "diagram_title", full, "background.path_title")
    return Texts(
        title,
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


def _title(background: Background) -> str:
    return background.path_title or f"从问题到路径：{background.path_name}"


def _gaps(book: Book, background: Background) -> tuple[float, float]:
    """Return the gaps between the columns above and below."""
    return _gap(book, len(background.problems)), _gap(book, len(book.case.practices))


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
    lines = max(len(lines) for lines in texts.outcomes)
    note = grid.baseline(grid.rows - 1) - max(0, len(texts.note) - 1) * grid.leading / 2
    if not grid.short:
        down = grid.rows_for(max(0, len(texts.title) - 2) * grid.leading * 1.5)
        up = grid.rows_for(max(0, lines - 2) * outcome + max(0, len(texts.note) - 2) * NOTE_LINE)
        first = grid.baseline(7 + down)
        names_up = up + grid.rows_for((names - 2) * node)
        name = grid.baseline(grid.rows - 7 - names_up)
        return Stage(
            title=grid.baseline(2),
            label=grid.baseline(5 + down),
            node=first,
            in_top=first + (nodes - 1) * node + 13,
            out_bottom=grid.row(grid.rows - 10 - names_up),
            number=grid.baseline(grid.rows - 9 - names_up),
            name=name,
            outcome=grid.baseline(grid.rows - 4 - up),
            note=note,
        )
    below = (note - 22 if texts.note else note) - max(0, lines - 1) * outcome
    name = below - 24 - (names - 1) * node if lines else note - (names - 1) * node
    label = grid.baseline(3) + max(0, len(texts.title) - 1) * grid.leading * 1.5
    first = label + 26
    return Stage(
        title=grid.baseline(1) + 4,
        label=label,
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
    gaps = _gaps(book, background)
    texts = _texts(book, background, gaps)
    stage = _stage(book, texts)
    sect = section_element(page.tree, "background", book.section("background"))
    rect = Rect(full.x, grid.row(4), full.width, grid.row(grid.rows - 2) - grid.row(4))
    alt = _alt(book, background, _title(background))
    caption = page.tree.add("Caption", sect, source="background.path_title")
    label = setter.line(book.next_figure(), "figure_label")
    page.text(label, full.x, grid.baseline(0), caption)
    page.column(texts.title, full.x, stage.title, grid.leading * 1.5, caption)
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


def _block(
    page: PageBuilder, book: Book, background: Background, stage: Stage, figure: int
) -> None:
    """Paint the block all strands run into, with what makes them one."""
    full, top, height = page.frame.full, stage.block_top, stage.block_height
    tones.block(page, book, Rect(full.x, top, full.width, height), figure)
    for line, x, down in _block_words(book, background, stage) or ():
        page.text(line, full.x + x, top + height * down / BLOCK_HEIGHT, figure)


def _block_words(
    book: Book, background: Background, stage: Stage
) -> tuple[tuple[Line, float, float], ...] | None:
    """Set the words of the block, each with its place in a block 90 pt high; None: too long.

    The name of the path is smaller where it must be, then on two lines.
    """
    setter, words = book.setter, background.path_words
    strands = max(len(background.problems), len(book.case.practices)) * stage.strand
    start = max(66.0 * book.grid.scale, strands + 18)
    room = book.grid.full_width - BLOCK_PAD - start
    own = setter.size("diagram_centre")
    for step in CENTRE_STEPS:
        name = setter.phrases(
            background.path_name, "diagram_centre", room, "background.path_name", size=own * step
        )
        if len(name) == 1:
            break
    row = _row_of_words(book, words, room)
    if len(name) > 2 or row is None:
        return None
    first, pitch = (40.0 if words else 53.0), own * step * 1.25
    first -= (len(name) - 1) * pitch / (1 if words else 2)
    found = [(line, start, first + k * pitch) for k, line in enumerate(name)]
    lines, gap = row
    for line in lines:
        found.append((line, start, WORDS_DROP))
        start += line.width_pt + gap
    return tuple(found)


def _row_of_words(book: Book, words: Sequence[str], room: float) -> tuple[Lines, float] | None:
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
    return (lines, gap) if gap >= CLOSEST_WORDS or not words else None


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
