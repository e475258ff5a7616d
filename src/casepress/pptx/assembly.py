"""The package while it is being filled: python-pptx keeps parts, relationships and images."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any

from casepress.deck.model import ChartFill, PictureFill, Slide
from casepress.pptx.chart import chart_xml
from casepress.pptx.markup import DECLARATION, NS_A, ROOT_NS
from casepress.pptx.notes_page import notes_xml
from casepress.pptx.pictures import slide_picture
from casepress.pptx.slide import Relations
from casepress.pptx.template_notes import list_notes_master, notes_master_xml
from casepress.pptx.workbook import workbook_bytes
from casepress.theme.deck import DeckTokens


class Assembly:
    """The package while slides are being added to it."""

    def __init__(
        self, tokens: DeckTokens, template: bytes, indices: Mapping[str, int] | None = None
    ) -> None:
        """Open *template*; *indices* say which of its layouts has which key (else: in order)."""
        from pptx import Presentation

        self.tokens = tokens
        self.presentation: Any = Presentation(BytesIO(template))
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
        from pptx.opc.constants import CONTENT_TYPE as CT
        from pptx.opc.constants import RELATIONSHIP_TYPE as RT

        styles = f'<a:tblStyleLst xmlns:a="{NS_A}" def="{self.tokens.table_style}"/>'
        wanted = (
            (RT.TABLE_STYLES, "/ppt/tableStyles.xml", CT.PML_TABLE_STYLES, styles),
            (RT.VIEW_PROPS, "/ppt/viewProps.xml", CT.PML_VIEW_PROPS, f"<p:viewPr {ROOT_NS}/>"),
        )
        for relation, name, content_type, xml in wanted:
            if not any(one.reltype == relation for one in self.root.rels.values()):
                part = self.part(name, content_type, f"{DECLARATION}{xml}".encode())
                self.root.relate_to(part, relation)

    def part(self, name: str, content_type: str, blob: bytes = b"") -> Any:
        """Add a new part of the package."""
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
        """Give the relations of one slide part."""
        from pptx.opc.constants import RELATIONSHIP_TYPE as RT

        def link(key: str) -> str:
            return str(part.relate_to(self.slides[key], RT.SLIDE))

        def chart(one: ChartFill) -> str:
            return str(part.relate_to(self.chart_part(one), RT.CHART))

        def picture(one: PictureFill) -> str:
            image = self.images.get(one.path)
            if image is None:
                file = slide_picture(one.path)
                image = self.images[one.path] = self.package.get_or_add_image_part(file)
            return str(part.relate_to(image, RT.IMAGE))

        return Relations(link, chart, picture)

    def chart_part(self, one: ChartFill) -> Any:
        """Add a chart part and its workbook."""
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
        """Add the notes slide of a slide part, related both ways and to the notes master."""
        from pptx.opc.constants import CONTENT_TYPE as CT
        from pptx.opc.constants import RELATIONSHIP_TYPE as RT

        page = self.part(
            f"/ppt/notesSlides/notesSlide{number}.xml",
            CT.PML_NOTES_SLIDE,
            notes_xml(self.tokens, notes, number).encode(),
        )
        page.relate_to(self._notes_master(), RT.NOTES_MASTER)
        page.relate_to(part, RT.SLIDE)
        part.relate_to(page, RT.NOTES_SLIDE)

    def _notes_master(self) -> Any:
        """Give the notes master; a template without one gets ours, in its own theme."""
        from pptx.opc.constants import CONTENT_TYPE as CT
        from pptx.opc.constants import RELATIONSHIP_TYPE as RT

        try:
            return self.root.part_related_by(RT.NOTES_MASTER)
        except KeyError:
            pass
        theme = self.presentation.slide_masters[0].part.part_related_by(RT.THEME)
        names = {str(part.partname) for part in self.package.iter_parts()}
        number = next(n for n in range(1, 1000) if f"/ppt/theme/theme{n}.xml" not in names)
        copied = self.part(f"/ppt/theme/theme{number}.xml", CT.OFC_THEME, theme.blob)
        master = self.part(
            "/ppt/notesMasters/notesMaster1.xml", CT.PML_NOTES_MASTER, notes_master_xml().encode()
        )
        master.relate_to(copied, RT.THEME)
        list_notes_master(self.presentation.element, self.root.relate_to(master, RT.NOTES_MASTER))
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
