"""A slide being planned, and short ways to write its fills."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field

from casepress.deck.model import Cell, Diagram, Emblem, Fill, TextFill, TextParagraph, TextRun
from casepress.deck.words.digest import Bullet
from casepress.deck.words.figures import Fact, figure_runs
from casepress.frozen import dataclass, replace


@dataclass(frozen=True, slots=True)
class Draft:
    """A slide before time, progress, unique title and notes are known."""

    key: str
    layout: str
    title: str
    label: str = ""
    """What the slide is about within its part: ``案例全貌``; practices: ``做法一　深化改革``."""
    fills: tuple[Fill, ...] = ()
    diagrams: tuple[Diagram, ...] = ()
    source: str = ""
    added: bool = False
    """The slide holds the editor's own material: its label ends with 编写者设计."""
    title_source: str = ""
    title_lines: str = ""
    """The title with line breaks, where it has to be broken."""
    passages: tuple[str, ...] = ()
    """Paths of the passages whose full text belongs here."""
    points: tuple[str, ...] = ()
    """What to say, for the notes."""
    ask: str = ""
    """The question for the notes."""
    weight: float = 3.0
    """Minutes it would take by itself; the part's minutes are shared in this proportion."""
    fixed: bool = False
    """*weight* is the author's number of minutes and stays."""
    silent: bool = False
    """Takes no time in class (plan, sources)."""
    bare_title: bool = False
    """A topic instead of an assertion (dividers); may not repeat but need not be a sentence."""
    emblems: tuple[Emblem, ...] = ()
    notices: tuple[str, ...] = field(default=())


def para(text: str, level: int = 0, source: str = "", derived: bool = False) -> TextParagraph:
    """Return a paragraph of one run that looks as its placeholder says."""
    return TextParagraph((TextRun(text),), level, source, derived)


def bullet_para(bullet: Bullet, level: int = 0) -> TextParagraph:
    """Return a bullet as a paragraph that remembers where it comes from."""
    return para(bullet.text, level, bullet.source, bullet.derived)


def figure_para(fact: Fact, unit_pt: float) -> TextParagraph:
    """Return a figure as a paragraph: number, and unit at *unit_pt*."""
    return TextParagraph(figure_runs(fact.figure, unit_pt), 0, fact.source, fact.derived)


def in_size(figure: TextParagraph, size_pt: float | None) -> TextParagraph:
    """Return a figure with its digits in a size; the unit keeps its own."""
    runs = tuple([run if run.size_pt else replace(run, size_pt=size_pt) for run in figure.runs])
    return replace(figure, runs=runs)


def fill(idx: int, *paragraphs: TextParagraph | str) -> TextFill:
    """Return a fill of paragraphs or plain words."""
    return TextFill(idx, tuple(para(p) if isinstance(p, str) else p for p in paragraphs))


def row(first: int, contents: Iterable[Sequence[TextParagraph | str] | str]) -> list[TextFill]:
    """Fill placeholders with consecutive indices, one per entry."""
    return [
        fill(first + n, *([content] if isinstance(content, str) else content))
        for n, content in enumerate(contents)
    ]


def cell(
    text: str,
    *,
    bold: bool = False,
    colour: str | None = None,
    size_pt: float | None = None,
    right: bool = False,
    link: str | None = None,
    source: str = "",
) -> Cell:
    """Return a table cell of one paragraph."""
    paragraph = TextParagraph((TextRun(text, link=link),), 0, source)
    return Cell((paragraph,), bold, colour, "right" if right else "left", size_pt)


def words_of(paragraphs: Iterable[TextParagraph]) -> str:
    """Return the characters of paragraphs, breaks left out."""
    return "".join(run.text for p in paragraphs for run in p.runs).replace("\v", "")
