"""The handout: the slides of a deck three to a page, then questions and worksheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casepress.deck.model import Deck
from casepress.display import DisplayList, Ink, Metadata, OutlineEntry
from casepress.fonts.library import FontLibrary
from casepress.handout.closing import (
    DISCUSSION,
    DISCUSSION_ANCHOR,
    plan_questions,
    plan_worksheets,
    worksheet_anchor,
)
from casepress.handout.leaf import Book
from casepress.handout.matter import Question, asks, sections, worksheets
from casepress.handout.place import ANCHOR
from casepress.handout.rows import plan_rows
from casepress.handout.setting import Setter
from casepress.handout.slide import Artist
from casepress.theme.model import InkToken, Theme
from casepress.units import mm

KIND = "讲义"


def plan_handout(
    deck: Deck,
    theme: Theme,
    fonts: FontLibrary,
    questions: Sequence[Question] = (),
    *,
    sources: Mapping[str, str] | None = None,
) -> DisplayList:
    """Plan the handout of a deck.

    Args:
        deck: the slides, planned for *theme*.
        theme: how it looks: slides in the deck's tokens, the sheet in those of the handout.
        fonts: the faces to set it with.
        questions: to be discussed, each with room to write.
        sources: places in the case by the path of a picture, for what is said about pictures.

    Returns:
        The display list: A4 pages with every slide as real text, tables and described figures;
        bookmarks by section; page labels.

    Raises:
        MissingGlyphError: a character that no font has.
    """
    book = Book(deck, theme, Setter(theme, fonts), Artist.of(deck, theme.deck, fonts, sources))
    plan_rows(book, asks(deck))
    plan_questions(book, questions)
    sheets = worksheets(deck)
    plan_worksheets(book, sheets)
    _bookmarks(book, bool(questions), [sheet.slide.title for sheet in sheets])
    return DisplayList(
        pages=tuple(book.pages),
        elements=book.tree.finish(),
        destinations=tuple(book.destinations),
        outline=tuple(book.outline),
        inks={**{k: _ink(v) for k, v in theme.ink.items()}, **book.artist.palette.inks},
        metadata=Metadata(
            f"{deck.title}（{KIND}）", deck.author, deck.subject, deck.keywords, date=deck.date
        ),
        bleed_pt=mm(theme.page.bleed_mm),
    )


def _bookmarks(book: Book, discussed: bool, worksheets: Sequence[str]) -> None:
    """Bookmark sections with their slides below them, then the last pages."""
    slides = book.deck.slides
    starts = {index: name for name, index in sections(book.deck)}
    level = 1
    for index, slide in enumerate(slides):
        place = ANCHOR + slide.key
        if index in starts:
            book.outline.append(OutlineEntry(starts[index], place))
            level = 2
        book.outline.append(OutlineEntry(slide.title, place, level))
    if discussed:
        book.outline.append(OutlineEntry(DISCUSSION, DISCUSSION_ANCHOR))
    for n, title in enumerate(worksheets):
        book.outline.append(OutlineEntry(title, worksheet_anchor(n)))


def _ink(token: InkToken) -> Ink:
    red, green, blue = (int(token.rgb[k : k + 2], 16) for k in (0, 2, 4))
    return Ink((red, green, blue), token.cmyk)
