"""What a handout holds beside its slides."""

from __future__ import annotations

from collections import Counter

from casepress.deck.model import Deck, Slide, TableFill, TextFill
from casepress.frozen import dataclass

ASK = "【互动】"
"""Heading of the question in a slide's notes."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question for discussion, with the place in the case it comes from."""

    question: str
    hint: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A table of a slide that is meant to be written into."""

    slide: Slide
    table: TableFill


def asks(deck: Deck) -> tuple[str, ...]:
    """Return the question to the room of each slide.

    "" for one that other slides ask too, and for one that already stands on the slide.
    """
    every = [_ask(slide) for slide in deck.slides]
    common = Counter(every)
    return tuple(
        "" if common[ask] > 1 or ask in _shown(slide) else ask
        for ask, slide in zip(every, deck.slides, strict=True)
    )


def _ask(slide: Slide) -> str:
    found = (block.removeprefix(ASK).strip() for block in slide.notes if block.startswith(ASK))
    return next(found, "")


def _shown(slide: Slide) -> str:
    """Return the words in the placeholders of a slide."""
    fills = (fill for fill in slide.fills if isinstance(fill, TextFill))
    runs = (run for fill in fills for p in fill.paragraphs for run in p.runs)
    return "".join(run.text for run in runs).replace("\v", "")


def worksheets(deck: Deck) -> tuple[Worksheet, ...]:
    """Return the tables for writing, in order."""
    return tuple(
        Worksheet(slide, fill)
        for slide in deck.slides
        for fill in slide.fills
        if isinstance(fill, TableFill) and fill.style == "writing"
    )


def sections(deck: Deck) -> tuple[tuple[str, int], ...]:
    """Return each section's name with the index of its first slide."""
    found: list[tuple[str, int]] = []
    for index, slide in enumerate(deck.slides):
        if slide.section and (index == 0 or deck.slides[index - 1].section != slide.section):
            found.append((slide.section, index))
    return tuple(found)
