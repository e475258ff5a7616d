"""A planned deck becomes a file.

The template comes from the theme's tokens, or is an organisation's, which python-pptx opens; either
keeps the package (parts, relationships, images, document properties). Slides, charts and notes are
written as XML.
"""

from __future__ import annotations

from io import BytesIO
from typing import BinaryIO

from casepress.deck.model import Deck
from casepress.frozen import dataclass
from casepress.pptx.assembly import Assembly
from casepress.pptx.document import add_properties, add_sections
from casepress.pptx.house import HousePresentation
from casepress.pptx.organisation_tokens import Organisation
from casepress.pptx.package import pack
from casepress.pptx.slide import slide_xml
from casepress.pptx.template import known_parts
from casepress.theme.deck import DeckTokens
from casepress.theme.model import Theme


@dataclass(frozen=True, slots=True)
class DeckReport:
    """What was written."""

    slides: int
    charts: int
    tables: int
    pictures: int
    diagrams: int
    notes: int
    sections: tuple[str, ...]
    fonts: tuple[str, ...]
    """Typefaces the file names; none is embedded."""
    size: int
    """Bytes of the file."""


def write_deck(
    deck: Deck, theme: Theme, out: BinaryIO, template: Organisation | None = None
) -> DeckReport:
    """Write *deck* in the look of *theme* to *out*.

    With *template*, in the organisation's own package instead: its masters, layouts and theme.

    The same deck and theme give the same bytes on any day and in any time zone. Raises ValueError
    when a slide fills a placeholder its layout does not have, KeyError for an unknown layout or
    link target: both are the planner's mistakes, not the author's.
    """
    tokens = template.tokens if template else theme.deck
    data, report = deck_bytes(deck, tokens, theme.title or theme.name, template)
    out.write(data)
    return report


def deck_bytes(
    deck: Deck,
    tokens: DeckTokens,
    name: str = "案例课件",
    template: Organisation | None = None,
) -> tuple[bytes, DeckReport]:
    """Give the file of *deck* as bytes, and what is in it; *name* is the theme's name in Office."""
    if template is None:
        assembly = Assembly(tokens, HousePresentation(known_parts(tokens, name)))
    else:
        from pptx import Presentation

        assembly = Assembly(tokens, Presentation(BytesIO(template.data)), template.indices)
    assembly.add_slides(deck.slides)
    for number, slide in enumerate(deck.slides, 1):
        part = assembly.slides[slide.key]
        relations = assembly.relations(part)
        part.blob = slide_xml(tokens, slide, number, deck.footer, relations).encode()
        if slide.notes:
            assembly.add_notes(part, slide.notes, number)
    sections = add_sections(assembly, deck)
    add_properties(assembly, deck)
    data = pack(assembly.parts())
    return data, _report(deck, tokens, assembly, sections, len(data))


def _report(
    deck: Deck, tokens: DeckTokens, assembly: Assembly, sections: tuple[str, ...], size: int
) -> DeckReport:
    kinds = [type(one).__name__ for slide in deck.slides for one in slide.fills]
    fonts = {
        tokens.latin_major,
        tokens.latin_minor,
        tokens.east_asian_major,
        tokens.east_asian_minor,
    }
    return DeckReport(
        slides=len(deck.slides),
        charts=assembly.charts,
        tables=kinds.count("TableFill"),
        pictures=kinds.count("PictureFill"),
        diagrams=sum(len(slide.diagrams) for slide in deck.slides),
        notes=sum(bool(slide.notes) for slide in deck.slides),
        sections=sections,
        fonts=tuple(sorted(fonts - {""})),
        size=size,
    )
