"""Small display lists made by hand: real faces, glyphs placed by their advances."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
from PIL import Image

from casepress.display import (
    BoxItem,
    Destination,
    DisplayList,
    Element,
    Ink,
    Item,
    LinkArea,
    Metadata,
    OutlineEntry,
    Page,
    PathItem,
    PictureItem,
    RuleItem,
    TextItem,
)
from casepress.fonts import Face, FontLibrary
from casepress.pdf.targets import SCREEN, Target
from casepress.pdf.write import write_pdf
from casepress.typeset.model import Glyph, GlyphRun, Line
from casepress.units import Rect

WIDTH, HEIGHT = 595.276, 807.874
INKS = {
    "ink": Ink((35, 31, 29), (0, 0, 0, 100)),
    "brand": Ink((190, 53, 38), (18, 90, 90, 6)),
    "paper": Ink((255, 255, 255), (0, 0, 0, 0)),
    "panel": Ink((249, 245, 236), (2, 3, 8, 0)),
}
METADATA = Metadata(
    title="武侯案例：党建引领",
    author="武侯区委组织部",
    subject="一个案例",
    keywords=("党建", "社区治理"),
    date="2018-07-11",
    rights="© 武侯区",
    source="《案例选》",
)


@cache
def library() -> FontLibrary:
    return FontLibrary.bundled()


def run_of(
    run_face: Face, size: float, ink: str, glyphs: Sequence[Glyph], **looks: Any
) -> GlyphRun:
    """Return glyphs as a run."""
    gids, texts = tuple(g.gid for g in glyphs), tuple(g.text for g in glyphs)
    return GlyphRun(run_face, size, ink, gids, texts, tuple(g.x_pt for g in glyphs), **looks)


def face(family: str = "serif", weight: int = 400) -> Face:
    return library().face(family, weight)


def set_line(
    text: str,
    family: str = "serif",
    weight: int = 400,
    size: float = 10.5,
    ink: str = "ink",
    *,
    extra_em: float = 0.0,
    drop_spaces: bool = False,
    embolden_em: float = 0.0,
    at: float = 0.0,
    squeeze: str = "",
) -> Line:
    """Set text by advances, fallback faces per character; marks in *squeeze* lose half an em."""
    runs: list[GlyphRun] = []
    x = at
    for run_face, characters in groupby(text, key=lambda char: _face_for(char, family, weight)):
        glyphs = []
        for char in characters:
            gid = run_face.glyph_id(char)
            if not (drop_spaces and char == " "):
                glyphs.append(Glyph(gid, char, x))
            x += (run_face.advance(gid) / 1000 + extra_em) * size
            if char in squeeze:
                x -= 0.5 * size
        runs.append(run_of(run_face, size, ink, glyphs, embolden_em=embolden_em))
    return Line(tuple(runs), text, x, start_pt=at, extra_em=extra_em)


def _face_for(char: str, family: str, weight: int) -> Face:
    return next(f for f in library().chain(family, weight) if f.covers(char))


@dataclass
class Sheet:
    """Collects pages and elements; ``element`` returns ids in reading order."""

    pages: list[list[Item]] = field(default_factory=lambda: [[]])
    links: dict[int, list[LinkArea]] = field(default_factory=dict)
    elements: list[Element] = field(default_factory=list)
    destinations: list[Destination] = field(default_factory=list)
    outline: list[OutlineEntry] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)

    def element(self, role: Any, parent: int | None = 0, **keys: Any) -> int:
        id = len(self.elements)
        if not self.elements and role != "Document":
            self.element("Document", None)
            id = 1
        self.elements.append(Element(id, role, parent if id else None, **keys))
        return id

    def text(self, x: float, y: float, line: Line | str, element: int | None, **keys: Any) -> None:
        if isinstance(line, str):
            line = set_line(line, **keys)
        self.pages[-1].append(TextItem(x, y, line, element))

    def paint(self, item: Item) -> None:
        self.pages[-1].append(item)

    def link(self, rect: Rect, **keys: Any) -> None:
        self.links.setdefault(len(self.pages) - 1, []).append(LinkArea(rect, **keys))

    def turn(self) -> None:
        self.pages.append([])

    def display(self, **keys: Any) -> DisplayList:
        if not self.elements:
            self.element("Document", None)
        pages = tuple(
            Page(
                WIDTH,
                HEIGHT,
                tuple(items),
                tuple(self.links.get(i, ())),
                label=self.labels[i] if i < len(self.labels) else "",
            )
            for i, items in enumerate(self.pages)
        )
        made = DisplayList(
            pages,
            tuple(self.elements),
            tuple(self.destinations),
            tuple(self.outline),
            INKS,
            METADATA,
            bleed_pt=8.504,
        )
        return replace(made, **keys)


def written(display: DisplayList, target: Target = SCREEN, **keys: Any) -> bytes:
    out = io.BytesIO()
    write_pdf(display, target, out, **keys)
    return out.getvalue()


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def pdfium_text(data: bytes, page: int = 0) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        return document[page].get_textpage().get_text_range()
    finally:
        document.close()


def one_line(line: Line, **keys: Any) -> DisplayList:
    sheet = Sheet()
    sheet.text(60, 100, line, sheet.element("P"), **keys)
    return sheet.display()


# -- pictures --------------------------------------------------------------------------------


def photo(path: Path, size: tuple[int, int] = (120, 80), **keys: Any) -> str:
    """Write a picture whose four corners differ: red, green / blue, white."""
    width, height = size
    image = Image.new("RGB", size, "white")
    image.paste((200, 30, 30), (0, 0, width // 2, height // 2))
    image.paste((30, 160, 60), (width // 2, 0, width, height // 2))
    image.paste((30, 60, 200), (0, height // 2, width // 2, height))
    image.save(path, **keys)
    return str(path)


def exif(orientation: int) -> bytes:
    tags = Image.Exif()
    tags[0x0112] = orientation
    return tags.tobytes()


def alpha_png(path: Path) -> str:
    image = Image.new("RGBA", (64, 64), (190, 53, 38, 255))
    image.putalpha(Image.linear_gradient("L").resize((64, 64)))
    image.save(path)
    return str(path)


# -- a document with everything in it ---------------------------------------------------------

PROSE = (
    "武侯区坚持党建引领，把社区治理融入日常，推动“融合式”党建走深走实。",
    "三年来，全区新增志愿者5800余人，办结事项12.6万件，群众满意度98%。",
    "他说：“这里的变化，大家都看得见。”一位姓𠮷的居民笑了😊。",
)


def stress(folder: Path, pages: int = 3) -> DisplayList:
    """Headings, prose over two pages, lists, a table, figures, contents, links, fallbacks."""
    sheet = Sheet()
    document = sheet.element("Document", None)
    _contents(sheet, document)
    alpha, rotated = (
        alpha_png(folder / "alpha.png"),
        photo(folder / "rotated.jpg", exif=exif(6), quality=92),
    )
    for number in range(1, pages):
        sheet.turn()
        _chapter(sheet, document, number, alpha, rotated)
    sheet.labels = ["封面", *(str(n) for n in range(1, pages))]
    return sheet.display()


def _contents(sheet: Sheet, document: int) -> None:
    sheet.paint(BoxItem(Rect(0, 0, WIDTH, 180), "brand", bleeds=True))
    title = sheet.element("H1", document)
    sheet.text(65, 120, "党建引领社区治理", title, weight=900, size=40, ink="paper")
    contents = sheet.element("TOC", document)
    entry = sheet.element("TOCI", contents)
    reference = sheet.element("Reference", entry)
    link = sheet.element("Link", reference)
    sheet.text(65, 220, "一、做法　2", link)
    sheet.link(Rect(65, 208, 120, 16), destination="chapter-1", element=link, contents="第2页")
    sheet.destinations.append(Destination("chapter-1", 1, 80))
    sheet.outline.append(OutlineEntry("做法", "chapter-1"))
    sheet.outline.append(OutlineEntry("一是", "chapter-1", 2))


def _chapter(sheet: Sheet, document: int, number: int, alpha: str, rotated: str) -> None:
    section = sheet.element("Sect", document)
    heading = sheet.element("H2", section)
    sheet.text(65, 94, f"第{number}章　做法与成效", heading, weight=700, size=23)
    sheet.paint(RuleItem(65, 104, 390, 104, 0.5, "brand"))
    prose = sheet.element("P", section)
    for row in range(18):
        sheet.text(65, 130 + 18 * row, PROSE[row % 3], prose)
    tail = sheet.element("P", section)
    sheet.text(65, 454, "详见", tail)
    link = sheet.element("Link", tail)
    sheet.text(86, 454, "官方网站", link, ink="brand")
    sheet.text(128, 454, "的说明。", tail)
    sheet.link(Rect(86, 442, 42, 16), uri="https://example.org/案例?a=1", element=link)
    english = sheet.element("Span", tail, language="en")
    sheet.text(180, 454, set_line("See the notes on AVATAR.", "serif", 400), english)
    _list(sheet, section)
    _table(sheet, section)
    _figures(sheet, section, alpha, rotated)
    for weight in (100, 400, 500, 900):
        caption = sheet.element("P", section)
        sheet.text(411, 130 + weight / 10, f"黑体{weight}", caption, family="sans", weight=weight)
    sheet.text(500, 778, f"{number}", None, size=9)


def _list(sheet: Sheet, section: int) -> None:
    items = sheet.element("L", section)
    for row in range(2):
        item = sheet.element("LI", items)
        y = 480 + 18 * row
        sheet.text(65, y, "一二"[row] + "是", sheet.element("Lbl", item), weight=700)
        sheet.text(90, y, "建强组织，凝聚人心。", sheet.element("LBody", item), family="kai")


def _table(sheet: Sheet, section: int) -> None:
    table = sheet.element("Table", section)
    for part, rows in (("THead", [("年份", "件数")]), ("TBody", [("2016", "8"), ("2017", "12")])):
        group = sheet.element(part, table)
        for row, cells in enumerate(rows):
            line = sheet.element("TR", group)
            y = 530 + (0 if part == "THead" else 18 * (row + 1))
            for column, cell in enumerate(cells):
                head = part == "THead"
                role = "TH" if head else "TD"
                keys = {"scope": "Column"} if head else {}
                sheet.text(65 + 60 * column, y, cell, sheet.element(role, line, **keys))
            sheet.paint(RuleItem(65, y + 5, 185, y + 5, 0.25, "ink"))


def _figures(sheet: Sheet, section: int, alpha: str, rotated: str) -> None:
    page = len(sheet.pages) - 1
    box = Rect(250, 520, 120, 90)
    figure = sheet.element("Figure", section, alt="红色渐变方块", bbox=box, page=page)
    sheet.paint(BoxItem(box, "panel"))
    sheet.paint(PictureItem(Rect(265, 520, 90, 90), alpha, element=figure))
    caption = sheet.element("Caption", figure)
    sheet.text(250, 625, "图1　渐变", caption, size=8)
    frame = Rect(411, 520, 80, 120)
    second = sheet.element("Figure", section, alt="竖拍的照片", bbox=frame, page=page)
    sheet.paint(PictureItem(frame, rotated, element=second))
    crop = sheet.element(
        "Figure", section, alt="照片的一角", bbox=Rect(411, 660, 60, 60), page=page
    )
    sheet.paint(PictureItem(Rect(411, 660, 60, 60), rotated, (0.0, 0.0, 0.5, 0.5), element=crop))
    chart = sheet.element(
        "Figure", section, alt="曲线从8升到12", bbox=Rect(250, 650, 120, 70), page=page
    )
    curve = (("M", (250.0, 720.0)), ("C", (290.0, 720.0, 330.0, 650.0, 370.0, 650.0)))
    sheet.paint(PathItem(curve, stroke="brand", stroke_pt=2, cap="round", element=chart))
    sheet.text(372, 654, "12", chart, weight=600, size=12, ink="brand")


def page_lines(display: DisplayList, page: int = 0) -> Sequence[str]:
    return [item.line.text for item in display.pages[page].items if isinstance(item, TextItem)]
