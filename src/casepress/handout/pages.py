"""Slides at their own size, one to a page: for the preview and for reading on a screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casepress.deck.model import Deck
from casepress.display import Destination, DisplayList, Metadata, OutlineEntry, Page
from casepress.fonts.library import FontLibrary
from casepress.handout.place import ANCHOR
from casepress.handout.sheet import Sheet
from casepress.handout.slide import Artist
from casepress.surface import Tree
from casepress.theme.deck import DeckTokens
from casepress.units import Rect


def slide_pages(
    deck: Deck,
    tokens: DeckTokens,
    fonts: FontLibrary,
    numbers: Sequence[int] | None = None,
    *,
    sources: Mapping[str, str] | None = None,
) -> DisplayList:
    """Draw slides as pages of slide size (13.333 × 7.5 in is 960 × 540 pt).

    Args:
        deck: what is shown.
        tokens: the geometry and colours the deck was planned for.
        fonts: the faces that stand in for the viewer's.
        numbers: which slides, from 1; all of them by default. Links to slides that are not drawn
            lead nowhere and are left out.
        sources: places in the case by the path of a picture, for what is said about pictures.

    Raises:
        MissingGlyphError: a character that no font has.
    """
    artist = Artist.of(deck, tokens, fonts, sources)
    width, height = artist.size_pt
    wanted = list(numbers) if numbers is not None else list(range(1, len(deck.slides) + 1))
    tree = Tree()
    pages: list[Page] = []
    places: list[Destination] = []
    outline: list[OutlineEntry] = []
    drawn = {ANCHOR + deck.slides[number - 1].key for number in wanted}
    for index, number in enumerate(wanted):
        slide = deck.slides[number - 1]
        sheet = Sheet(tree, index, width, height)
        artist.draw(sheet, number, Rect(0.0, 0.0, width, height), heading="H1")
        sheet.links = [link for link in sheet.links if link.destination in drawn]
        pages.append(sheet.finish(str(number), slide.layout))
        places.append(Destination(ANCHOR + slide.key, index))
        outline.append(OutlineEntry(slide.title, ANCHOR + slide.key))
    return DisplayList(
        tuple(pages), tree.finish(), tuple(places), tuple(outline), artist.palette.inks,
        Metadata(deck.title, deck.author, deck.subject, deck.keywords, date=deck.date),
    )  # fmt: skip
