"""Section pages: number, name, guiding question and minutes of a part."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.deck.draft import Draft, fill
from casepress.deck.fit.fitter import LIMIT
from casepress.deck.model import TextFill, TextParagraph, TextRun
from casepress.deck.notes.minutes import minutes_words
from casepress.deck.plan import Desk
from casepress.deck.words.parts import NUMBERED, Part

WEIGHT = 1.0
_QUESTION_SIZES = (None, 24.0, 20.0)


def divider(desk: Desk, part: Part, minutes: float, parts: dict[str, Part]) -> Draft:
    """The section page of *part*; the row of names marks where the session stands."""
    names = [parts[key] for key in NUMBERED if key in parts]
    time = minutes_words(minutes)
    shown = [fill(13, f"{part.number:02d}"), *_names(names, part)]
    if part.question:
        shown.append(_question(desk, part.question))
    if minutes:
        shown.append(fill(15, f"本部分约{time}"))
    return Draft(
        part.divider_key,
        "divider",
        part.name,
        fills=tuple(shown),
        points=(
            f"第{part.number}部分：{part.name}，约{time}",
            f"带着一个问题听：{part.question}" if part.question else "",
        ),
        ask=part.question or f"说到“{part.name}”，你先想到什么？",
        weight=WEIGHT,
        fixed=True,
        bare_title=True,
    )


def _question(desk: Desk, words: str) -> TextFill:
    """Return the guiding question in the largest size in which it fits."""
    for size in _QUESTION_SIZES:
        shown = TextFill(14, (TextParagraph((TextRun(words, size_pt=size),)),))
        if desk.fitter.fill("divider", shown).ratio <= LIMIT:
            break
    return shown


def _names(names: Sequence[Part], current: Part) -> list[TextFill]:
    """The names below the bar of parts, the current one bold in the highlight colour."""
    fills = []
    for n, part in enumerate(names):
        here = part.id == current.id
        run = TextRun(part.name, bold=here or None, colour="accent1" if here else None)
        fills.append(TextFill(71 + n, (TextParagraph((run,)),)))
    return fills
