"""The package while it is being filled.

An organisation's template is opened by python-pptx, which keeps its parts, relationships and
images; our own by :mod:`casepress.pptx.house`, which does the same with less.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from casepress.deck.model import ChartFill, PictureFill, Slide
from casepress.pptx import house, kinds
from casepress.pptx.chart import chart_xml
from casepress.pptx.markup import DECLARATION, NS_A, NS_P, NS_R, ROOT_NS
from casepress.pptx.notes_page import notes_xml
from casepress.pptx.pictures import slide_picture
from casepress.pptx.slide import Relations
from casepress.pptx.template_notes import list_notes_master, notes_master_xml
from casepress.pptx.workbook import workbook_bytes
from casepress.theme.deck import DeckTokens

FIRST_SLIDE_ID = 256
"""Lowest id a slide may have (ISO/IEC 29500-1, 19.7.13)."""


class Assembly:
    """The package while slides are being added to it."""

    def __init__(
        self, tokens: DeckTokens, presentation: Any, indices: Mapping[str, int] | None = None
    ) -> None:
        """Fill *presentation*; *indices* say which layouts have which key (else: in order)."""
        self.tokens = tokens
        self.presentation = presentation
        self.root: Any = self.presentation.part
        self.package: Any = self.root.package
        every = [one.part for m in self.presentation.slide_masters for one in m.slide_layouts]
        places = indices or {token.key: n for n, token in enumerate(tokens.layouts)}
        self.layouts = {key: every[n] for key, n in places.items()}
        if indices is not None:
            self._complete()
        self.slides: dict[str, Any] = {}
        self.charts = 0
        self.images: dict[str, Any] = {}

    def _complete(self) -> None:
        """Add what LibreOffice leaves out: table styles (those built in need the list), view."""
        styles = f'<a:tblStyleLst xmlns:a="{NS_A}" def="{self.tokens.table_style}"/>'
        view = f"<p:viewPr {ROOT_NS}/>"
        wanted = (
            (kinds.TABLE_STYLES, "/ppt/tableStyles.xml", kinds.TABLE_STYLES_XML, styles),
            (
                kinds.VIEW_PROPS,
                "/ppt/viewProps.xml",
                kinds.VIEW_PROPS_XML,
                view,
            ),
        )
        for relation, name, content_type, xml in wanted:
            if not any(one.reltype == relation for one in self.root.rels.values()):
                part = self.part(name, content_type, f"{DECLARATION}{xml}".encode())
                self.root.relate_to(part, relation)

    def part(self, name: str, content_type: str, blob: bytes = b"") -> Any:
        """Add a new part of the package."""
        if isinstance(self.presentation, house.HousePresentation):
            return house.Part(name, content_type, blob)
        from pptx.opc.package import Part
        from pptx.opc.packuri import PackURI

        return Part(PackURI(name), content_type, self.package, blob)

    def add_slides(self, slides: Iterable[Slide]) -> None:
        """Empty parts for all slides first, so that any slide can link to any other."""
        ids = slide_ids(self.presentation.element)
        for number, slide in enumerate(slides, 1):
            if slide.key in self.slides:
                raise ValueError(f"two slides have the key {slide.key!r}")
            part = self.part(f"/ppt/slides/slide{number}.xml", kinds.SLIDE_XML)
            part.relate_to(self.layouts[slide.layout], kinds.SLIDE_LAYOUT)
            rid = self.root.relate_to(part, kinds.SLIDE)
            listed = {"id": str(FIRST_SLIDE_ID + number - 1), f"{{{NS_R}}}id": rid}
            ids.append(ids.makeelement(f"{{{NS_P}}}sldId", listed))
            self.slides[slide.key] = part

    def relations(self, part: Any) -> Relations:
        """Give the relations of one slide part."""

        def link(key: str) -> str:
            return str(part.relate_to(self.slides[key], kinds.SLIDE))

        def chart(one: ChartFill) -> str:
            return str(part.relate_to(self.chart_part(one), kinds.CHART))

        def picture(one: PictureFill) -> str:
            image = self.images.get(one.path)
            if image is None:
                file = slide_picture(one.path)
                image = self.images[one.path] = self.package.get_or_add_image_part(file)
            return str(part.relate_to(image, kinds.IMAGE))

        return Relations(link, chart, picture)

    def chart_part(self, one: ChartFill) -> Any:
        """Add a chart part and its workbook."""
        self.charts += 1
        number = self.charts
        book = self.part(
            f"/ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx",
            kinds.WORKBOOK,
            workbook_bytes(self.tokens, one.categories, one.series),
        )
        part = self.part(f"/ppt/charts/chart{number}.xml", kinds.CHART_XML)
        part.blob = chart_xml(self.tokens, one, part.relate_to(book, kinds.PACKAGE)).encode()
        return part

    def add_notes(self, part: Any, notes: tuple[str, ...], number: int) -> None:
        """Add the notes slide of a slide part, related both ways and to the notes master."""
        page = self.part(
            f"/ppt/notesSlides/notesSlide{number}.xml",
            kinds.NOTES_SLIDE_XML,
            notes_xml(notes, number).encode(),
        )
        page.relate_to(self._notes_master(), kinds.NOTES_MASTER)
        page.relate_to(part, kinds.SLIDE)
        part.relate_to(page, kinds.NOTES_SLIDE)

    def _notes_master(self) -> Any:
        """Give the notes master; a template without one gets ours, in its own theme."""
        try:
            return self.root.part_related_by(kinds.NOTES_MASTER)
        except KeyError:
            pass
        theme = self.presentation.slide_masters[0].part.part_related_by(kinds.THEME)
        names = {str(part.partname) for part in self.package.iter_parts()}
        number = next(n for n in range(1, 1000) if f"/ppt/theme/theme{n}.xml" not in names)
        copied = self.part(f"/ppt/theme/theme{number}.xml", kinds.THEME_XML, theme.blob)
        master = self.part(
            "/ppt/notesMasters/notesMaster1.xml",
            kinds.NOTES_MASTER_XML,
            notes_master_xml().encode(),
        )
        master.relate_to(copied, kinds.THEME)
        list_notes_master(
            self.presentation.element, self.root.relate_to(master, kinds.NOTES_MASTER)
        )
        return master

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
                ext = part.partname.ext.lower()
                if defaults.setdefault(ext, part.content_type) != part.content_type:
                    overrides[name] = part.content_type
        files["[Content_Types].xml"] = _content_types(defaults, overrides).encode()
        return files


def slide_ids(presentation: Any) -> Any:
    """Return the list of slides in a presentation's root element, made if it has none."""
    known = presentation.find(f"{{{NS_P}}}sldIdLst")
    return presentation.get_or_add_sldIdLst() if known is None else known


def _content_types(defaults: dict[str, str], overrides: dict[str, str]) -> str:
    entries = "".join(
        f'<Default Extension="{ext}" ContentType="{kind}"/>'
        for ext, kind in sorted(defaults.items())
    )
    entries += "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>'
        for name, kind in sorted(overrides.items())
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'{DECLARATION}<Types xmlns="{namespace}">{entries}</Types>'
