"""One document with all the odd animals: what validators and readers most often choke on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageCms
from tests.pdf.helpers import Sheet, alpha_png, exif, face, photo, run_of, set_line

from casepress.display import DisplayList, PictureItem, TextItem
from casepress.fonts import Face
from casepress.typeset.model import Glyph, Line
from casepress.units import Rect

CFF = Path(__file__).parent / "data" / "casepress-test-cff.otf"


def menagerie(folder: Path) -> DisplayList:
    sheet = Sheet()
    document = sheet.element("Document", None)
    sheet.text(60, 60, "怪兽园", sheet.element("H1", document), size=20)
    _text(sheet, document)
    _blocks(sheet, document)
    sheet.turn()
    _pictures(sheet, document, folder)
    return sheet.display()


def _text(sheet: Sheet, document: int) -> None:
    serif = face()
    one = serif.glyph_id("一")
    twins = run_of(serif, 10, "ink", (Glyph(one, "一", 0), Glyph(one, "⼀", 10)))
    dot = serif.glyph_id("·")
    dots = run_of(serif, 6, "ink", (Glyph(dot, "·", 2),), rise_pt=-4, decoration=True)
    emphasis = set_line("重点")
    cff = Face.open(CFF)
    lines = [
        Line((twins,), "一⼀", 20),
        replace(emphasis, runs=(*emphasis.runs, dots)),
        set_line("加粗的补字", embolden_em=0.03),
        set_line("拉得很开的一行", extra_em=0.4),
        set_line("他说：“好（的），对。”", squeeze="：），。"),
        set_line("Words with gaps for spaces", drop_spaces=True),
        Line((run_of(cff, 12, "brand", (Glyph(cff.glyph_id("A"), "A", 0),)),), "A", 8),
        set_line("𠮷野家😊"),
    ]
    for row, line in enumerate(lines):
        sheet.text(60, 100 + 20 * row, line, sheet.element("P", document))
    column = sheet.element("P", document)
    sheet.paint(TextItem(520, 100, set_line("直排的标题", size=16), column, vertical=True))


def _blocks(sheet: Sheet, document: int) -> None:
    aside = sheet.element("Aside", document)
    sheet.text(60, 300, "旁注", sheet.element("P", aside))
    quote = sheet.element("BlockQuote", document)
    sheet.text(60, 320, "引文", sheet.element("P", quote))
    sheet.text(60, 340, "注释", sheet.element("Note", document))
    sheet.element("P", document)
    linked = sheet.element("P", document, title="联系", actual_text="联系我们")
    sheet.text(60, 360, "联系我们", linked)
    sheet.link(Rect(60, 350, 42, 14), uri="mailto:someone@example.org", element=linked)
    bullets = sheet.element("L", document)
    item = sheet.element("LI", bullets)
    sheet.text(60, 380, "•", sheet.element("Lbl", item))
    sheet.text(75, 380, "圆点项", sheet.element("LBody", item))
    long = sheet.element("P", document)
    sheet.text(60, 780, "跨页的段落，前半在此，", long)
    sheet.turn()
    sheet.text(60, 60, "后半在此。", long)


def _pictures(sheet: Sheet, document: int, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    grey = Image.linear_gradient("L").resize((60, 40))
    saved = {
        "grey.png": grey,
        "bits.png": grey.convert("1"),
        "palette.png": grey.convert("P"),
        "ghost.png": Image.merge("LA", (grey, grey)),
        "deep.png": Image.new("I;16", (60, 40), 0x8000),
        "inks.jpg": Image.new("CMYK", (60, 40), (0, 200, 200, 0)),
        "page.tif": grey.convert("RGB"),
    }
    paths = [alpha_png(folder / "alpha.png"), photo(folder / "turned.jpg", exif=exif(8))]
    wide = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    wide = wide.replace(b"s\0R\0G\0B", b"w\0i\0d\0e")
    paths.append(photo(folder / "wide.jpg", icc_profile=wide))
    for name, image in saved.items():
        image.save(folder / name)
        paths.append(str(folder / name))
    for number, path in enumerate(paths):
        frame = Rect(60 + 130 * (number % 4), 60 + 100 * (number // 4), 120, 80)
        page = len(sheet.pages) - 1
        figure = sheet.element("Figure", document, alt=Path(path).stem, bbox=frame, page=page)
        sheet.paint(PictureItem(frame, path, element=figure))
