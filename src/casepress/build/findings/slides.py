"""What an editor should know of the slides: words no author chose, sections split in two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from casepress.diagnostics import Diagnostic, Severity, Span

if TYPE_CHECKING:
    from casepress.case.load import LoadedCase
    from casepress.deck.model import Deck

DERIVED: Final = "CP0811"
"""Bullets were cut from the text because the author gave none."""
CONTINUED: Final = "CP0806"
"""A section took more slides than one."""
LEFT_OUT: Final = "CP0808"
"""A slide is left out for want of its picture."""
_CONTINUATION: Final = re.compile(r"（续\d*）$")
_RUNNING: Final = (".text", ".lead")
_SHOWN: Final = 3


def slide_findings(deck: Deck, loaded: LoadedCase) -> tuple[Diagnostic, ...]:
    """Return advice about derived bullets, slide by slide, and about sections that were split."""
    return (*_derived(deck, loaded), *_continued(deck, loaded))


def without_echo(found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Leave out what a check has said already: a picture that can't be read is an error there."""
    return tuple(one for one in found if one.id != LEFT_OUT)


def _derived(deck: Deck, loaded: LoadedCase) -> Iterator[Diagnostic]:
    from casepress.deck.words.digest import derived_bullets

    titles = {slide.key: slide.title for slide in deck.slides}
    by_slide: dict[str, list[tuple[str, str]]] = {}
    for bullet in derived_bullets(deck):
        if not bullet.source.endswith(_RUNNING):
            continue  # a title that stands on a slide as it is
        by_slide.setdefault(bullet.slide, []).append((bullet.text, bullet.source))
    for key, bullets in by_slide.items():
        text, source = bullets[0]
        words = "；".join(words for words, _ in bullets[:_SHOWN])
        params: dict[str, object] = {
            "slide": titles[key],
            "count": len(bullets),
            "words": f"{words}……" if len(bullets) > _SHOWN else words,
            "source": source,
        }
        yield Diagnostic(DERIVED, Severity.ADVICE, _place(loaded, source, text), params)


def _place(loaded: LoadedCase, source: str, words: str) -> Span | None:
    """Return where the words stand in the text they were cut from."""
    scalar = loaded.places.scalars.get(source)
    text = scalar.text.strip() if scalar else ""
    start = text.find(words)
    if start < 0:
        return loaded.locate(source)
    return loaded.locate(source, start, start + len(words))


def _continued(deck: Deck, loaded: LoadedCase) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each row of slides that continue each other."""
    first, count = "", 0
    for number, slide in enumerate(deck.slides):
        if not _CONTINUATION.search(slide.title):
            first, count = slide.title, 1
            continue
        count += 1
        after = deck.slides[number + 1 : number + 2]
        if after and _CONTINUATION.search(after[0].title):
            continue
        source = next((p for p in _sources(deck, number) if p), "")
        span = loaded.locate(source) if source else None
        params: dict[str, object] = {"title": first, "count": count, "source": source}
        yield Diagnostic(CONTINUED, Severity.ADVICE, span, params)


def _sources(deck: Deck, number: int) -> Iterator[str]:
    """Yield where the words of a slide come from."""
    from casepress.deck.model import TableFill, TextFill

    for fill in deck.slides[number].fills:
        if isinstance(fill, TextFill) and fill.idx:
            yield from (paragraph.source for paragraph in fill.paragraphs)
        elif isinstance(fill, TableFill):
            yield from (p.source for row in fill.rows for cell in row for p in cell.paragraphs)
