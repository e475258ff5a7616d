"""A planned deck becomes a file.

The template comes from the theme's tokens; python-pptx opens it and keeps the package (parts,
relationships, images, document properties); slides, charts and notes are written as XML.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from casepress.deck.model import ChartFill, Deck, PictureFill, Slide
from casepress.pptx.chart import chart_xml
from casepress.pptx.markup import attr, clean, guid
from casepress.pptx.notes_page import notes_xml
from casepress.pptx.package import pack, write_out
from casepress.pptx.slide import Relations, slide_xml
from casepress.pptx.template import template_bytes
from casepress.pptx.workbook import workbook_bytes
from casepress.theme.deck import DeckTokens
from casepress.theme.model import Theme

_SECTION_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_NS_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_CORE_LIMIT = 255
"""Characters a core property may have before applications refuse it."""


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


class _Assembly:
    """The package while slides are being added to it."""

    def __init__(self, tokens: DeckTokens, template: bytes) -> None:
        from pptx import Presentation

        self.tokens = tokens
        self.presentation: Any = Presentation(BytesIO(template))
        self.root: Any = self.presentation.part
        self.package: Any = self.root.package
        self.layouts = {
            token.key: layout.part
            for token, layout in zip(
                tokens.layouts, self.presentation.slide_layouts, strict=True
            )
        }
        self.slides: dict[str, Any] = {}
        self.charts = 0
        self.images: dict[str, Any] = {}

    def part(self, name: str, content_type: str, blob: bytes = b"") -> Any:
        """A new part of the package."""
        from pptx.opc.package import Part
        from pptx.opc.packuri import PackURI

        return Part(PackURI(name), content_type, self.package, blob)

    def add_slides(self, slides: Iterable[Slide]) -> None:
        """Empty parts for all slides first, so that any slide can link to any other."""
        from pptx.opc.constants import CONTENT_TYPE as CT
        from pptx.opc.constants import RELATIONSHIP_TYPE as RT

        ids = self.presentation.element.get_or_add_sldIdLst()
        for number, slide in enumerate(slides, 1):
            if slide.key in self.slides:
                raise ValueError(f"two slides have the key {slide.key!r}")
            part = self.part(f"/ppt/slides/slide{number}.xml", CT.PML_SLIDE)
            part.relate_to(self.layouts[slide.layout], RT.SLIDE_LAYOUT)
            ids.add_sldId(self.root.relate_to(part, RT.SLIDE))
            self.slides[slide.key] = part

    def relations(self, part: Any) -> Relations:
        """The relations of one slide part."""
        from pptx.opc.constants import RELATIONSHIP_TYPE as RT

        def link(key: str) -> str:
            return str(part.relate_to(self.slides[key], RT.SLIDE))

        def chart(one: ChartFill) -> str:
            return str(part.relate_to(self.chart_part(one), RT.CHART))

        def picture(one: PictureFill) -> str:
            image = self.images.get(one.path)
            if image is None:
                image = self.images[one.path] = self.package.get_or_add_image_part(one.path)
            return str(part.relate_to(image, RT.IMAGE))

        return Relations(link, chart, picture)

    def chart_part(self, one: ChartFill) -> Any:
        """A chart part and its workbook."""
        from pptx.opc.constants import CONTENT_TYPE as CT
        from pptx.opc.constants import RELATIONSHIP_TYPE as RT

        self.charts += 1
        number = self.charts
        book = self.part(
            f"/ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx",
            CT.SML_SHEET,
            workbook_bytes(one.categories, one.series),
        )
        part = self.part(f"/ppt/charts/chart{number}.xml", CT.DML_CHART)
        part.blob = chart_xml(self.tokens, one, part.relate_to(book, RT.PACKAGE)).encode()
        return part

    def add_notes(self, part: Any, notes: tuple[str, ...], number: int) -> None:
        """The notes slide of a slide part, related both ways and to the notes master."""
        from pptx.opc.constants import CONTENT_TYPE as CT
        from pptx.opc.constants import RELATIONSHIP_TYPE as RT

        page = self.part(
            f"/ppt/notesSlides/notesSlide{number}.xml",
            CT.PML_NOTES_SLIDE,
            notes_xml(self.tokens, notes, number).encode(),
        )
        page.relate_to(self.root.part_related_by(RT.NOTES_MASTER), RT.NOTES_MASTER)
        page.relate_to(part, RT.SLIDE)
        part.relate_to(page, RT.NOTES_SLIDE)

    def parts(self) -> dict[str, bytes]:
        """Every file of the package, with relationships and content types."""
        files: dict[str, bytes] = {"_rels/.rels": self.package._rels.xml}
        overrides: dict[str, str] = {}
        defaults = {
            "rels": "application/vnd.openxmlformats-package.relationships+xml",
            "xml": "application/xml",
        }
        for part in self.package.iter_parts():
            name = str(part.partname)
            files[name[1:]] = part.blob
            if len(part.rels):
                files[str(part.partname.rels_uri)[1:]] = part.rels.xml
            if part.partname.ext in ("xml", "rels"):
                overrides[name] = part.content_type
            else:
                defaults[part.partname.ext.lower()] = part.content_type
        files["[Content_Types].xml"] = _content_types(defaults, overrides).encode()
        return files


def _content_types(defaults: dict[str, str], overrides: dict[str, str]) -> str:
    from casepress.pptx.markup import DECLARATION

    entries = "".join(
        f'<Default Extension="{ext}" ContentType="{kind}"/>' for ext, kind in sorted(defaults.items())
    )
    entries += "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>'
        for name, kind in sorted(overrides.items())
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'{DECLARATION}<Types xmlns="{namespace}">{entries}</Types>'


def _sections(deck: Deck) -> list[tuple[str, list[int]]]:
    """Consecutive slides of the same section name, by position."""
    sections: list[tuple[str, list[int]]] = []
    for position, slide in enumerate(deck.slides):
        if not sections or sections[-1][0] != slide.section:
            sections.append((slide.section, []))
        sections[-1][1].append(position)
    return sections


def _add_sections(assembly: _Assembly, deck: Deck) -> tuple[str, ...]:
    """The section list: every slide exactly once, in order (p14 extension of the presentation)."""
    from lxml import etree

    sections = _sections(deck)
    if not any(name for name, _ in sections):
        return ()
    element = assembly.presentation.element
    ids = [one.id for one in element.sldIdLst]
    body = ""
    for n, (name, positions) in enumerate(sections):
        listed = "".join(f'<p14:sldId id="{ids[p]}"/>' for p in positions)
        body += (
            f'<p14:section name="{attr(name or "—")}" id="{guid(f"section/{n}/{name}")}">'
            f"<p14:sldIdLst>{listed}</p14:sldIdLst></p14:section>"
        )
    namespace = "http://schemas.openxmlformats.org/presentationml/2006/main"
    element.append(
        etree.fromstring(
            f'<p:extLst xmlns:p="{namespace}"><p:ext uri="{_SECTION_URI}">'
            f'<p14:sectionLst xmlns:p14="{_NS_P14}">{body}</p14:sectionLst></p:ext></p:extLst>'
        )
    )
    return tuple(name for name, _ in sections)


def moment(date: str) -> datetime | None:
    """The one date of the file: SOURCE_DATE_EPOCH if set, else the case's date at midnight UTC.

    Accepts ``2017``, ``2017-07`` and ``2017-07-11``; anything else gives none, never today.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).replace(tzinfo=None)
    match = re.match(r"^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", date)
    if match is None:
        return None
    try:
        return datetime(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None


def _core(words: str) -> str:
    return " ".join(clean(words).split())[:_CORE_LIMIT]


def _add_properties(assembly: _Assembly, deck: Deck) -> None:
    properties = assembly.presentation.core_properties
    properties.title = _core(deck.title)
    properties.author = properties.last_modified_by = _core(deck.author)
    properties.subject = _core(deck.subject)
    keywords: list[str] = []
    for word in deck.keywords:
        if len(_core("；".join([*keywords, word]))) == len("；".join([*keywords, word])):
            keywords.append(word)
    properties.keywords = _core("；".join(keywords))
    properties.language = "zh-CN"
    properties.revision = 1
    when = moment(deck.date)
    if when is not None:
        properties.created = properties.modified = when


def write_deck(deck: Deck, theme: Theme, out: Path | BinaryIO) -> DeckReport:
    """Write *deck* in the look of *theme* to *out* (a path is replaced in one step).

    The same deck and theme give the same bytes on any day and in any time zone. Raises ValueError
    when a slide fills a placeholder its layout does not have, KeyError for an unknown layout or
    link target: both are the planner's mistakes, not the author's.
    """
    data, report = deck_bytes(deck, theme.deck, theme.title or theme.name)
    write_out(data, out)
    return report


def deck_bytes(deck: Deck, tokens: DeckTokens, name: str = "案例课件") -> tuple[bytes, DeckReport]:
    """The file of *deck* as bytes, and what is in it; *name* is the theme's name in Office."""
    assembly = _Assembly(tokens, template_bytes(tokens, name))
    assembly.add_slides(deck.slides)
    for number, slide in enumerate(deck.slides, 1):
        part = assembly.slides[slide.key]
        relations = assembly.relations(part)
        part.blob = slide_xml(tokens, slide, number, deck.footer, relations).encode()
        if slide.notes:
            assembly.add_notes(part, slide.notes, number)
    sections = _add_sections(assembly, deck)
    _add_properties(assembly, deck)
    data = pack(assembly.parts())
    return data, _report(deck, tokens, assembly, sections, len(data))


def _report(
    deck: Deck, tokens: DeckTokens, assembly: _Assembly, sections: tuple[str, ...], size: int
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
        fonts=tuple(sorted(fonts)),
        size=size,
    )
