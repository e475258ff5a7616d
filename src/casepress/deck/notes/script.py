"""The speaker's notes of a whole deck as one text, to read through or to print."""

from __future__ import annotations

from casepress.deck.model import Deck
from casepress.deck.notes.minutes import minutes_words

_RULE = "─" * 32
HEADING = "讲稿"


def script(deck: Deck) -> str:
    """Return the notes of every slide below its number, section and title; ends with a line end."""
    minutes = sum(slide.minutes or 0.0 for slide in deck.slides)
    count = f"共{len(deck.slides)}张" + (f"，约{minutes_words(minutes)}" if minutes else "")
    blocks = [f"{deck.title}\n{HEADING}：{count}"]
    for number, slide in enumerate(deck.slides, 1):
        section = f"｜{slide.section}" if slide.section else ""
        head = f"{_RULE}\n第{number}张{section}\n{slide.title}"
        blocks.append("\n\n".join((head, *slide.notes)))
    return "\n\n".join(blocks) + "\n"
