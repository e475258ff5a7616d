"""What a test reads off a deck."""

from __future__ import annotations

from collections.abc import Iterator

from casepress.deck.fit.fitter import Fitter
from casepress.deck.model import Deck, Slide, TableFill, TextFill, TextParagraph


def words(paragraph: TextParagraph) -> str:
    return "".join(run.text for run in paragraph.runs).replace("\v", "")


def paragraphs(slide: Slide) -> Iterator[TextParagraph]:
    """Every paragraph of a slide: placeholders, tables, diagrams."""
    for one in slide.fills:
        if isinstance(one, TextFill):
            yield from one.paragraphs
        elif isinstance(one, TableFill):
            for row in one.rows:
                for cell in row:
                    yield from cell.paragraphs
    for diagram in slide.diagrams:
        for node in diagram.nodes:
            yield from node.paragraphs


def text_of(slide: Slide) -> str:
    return "\n".join(words(p) for p in paragraphs(slide))


def notes_of(deck: Deck) -> str:
    return "\n".join(block for slide in deck.slides for block in slide.notes)


def by_key(deck: Deck, key: str) -> Slide:
    return next(s for s in deck.slides if s.key == key)


def keys(deck: Deck) -> list[str]:
    return [s.key for s in deck.slides]


def layouts(deck: Deck, prefix: str = "") -> list[str]:
    return [s.layout for s in deck.slides if s.key.startswith(prefix)]


def overfull(deck: Deck, fitter: Fitter) -> list[tuple[str, object, float]]:
    """Frames of a finished deck that hold more than fits."""
    found: list[tuple[str, object, float]] = []
    for slide in deck.slides:
        for one in slide.fills:
            if isinstance(one, TextFill):
                found.append((slide.key, one.idx, fitter.fill(slide.layout, one).ratio))
            elif isinstance(one, TableFill):
                found.append((slide.key, one.idx, fitter.table(slide.layout, one).ratio))
        for diagram in slide.diagrams:
            found += [
                (slide.key, n.key, fitter.node(n).ratio) for n in diagram.nodes if n.paragraphs
            ]
    return [frame for frame in found if frame[2] > 1 + 1e-9]
