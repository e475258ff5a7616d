"""Composite fonts: what is embedded is what was set, whatever the outlines."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pikepdf
import pytest
import uharfbuzz
from tests.pdf.helpers import Sheet, face, one_line, opened, pdfium_text, run_of, set_line, written

from casepress.fonts import Face
from casepress.pdf.composite import CompositeFont
from casepress.typeset.model import Glyph, Line

CFF = Path(__file__).parent / "data" / "casepress-test-cff.otf"


def with_face(font: Face, text: str) -> Line:
    glyphs, x = [], 0.0
    for char in text:
        gid = font.glyph_id(char)
        glyphs.append(Glyph(gid, char, x))
        x += font.advance(gid) / 100
    return Line((run_of(font, 10, "ink", glyphs),), text, x)


def only_font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    (font,) = pdf.pages[0].Resources.Font.values()
    return font


def test_cff_outlines_are_embedded_bare() -> None:
    data = written(one_line(with_face(Face.open(CFF), "AB 中")))
    assert pdfium_text(data).strip() == "AB 中"
    pdf = opened(data)
    font = only_font(pdf)
    descendant = font.DescendantFonts[0]
    assert descendant.Subtype == "/CIDFontType0"
    assert "/CIDToGIDMap" not in descendant
    assert descendant.FontDescriptor.FontFile3.Subtype == "/CIDFontType0C"
    assert str(font.BaseFont).endswith("-Identity-H")
    program = descendant.FontDescriptor.FontFile3.read_bytes()
    assert program[:2] == b"\x01\x00"


def test_truetype_subset_is_a_font_again() -> None:
    pdf = opened(written(one_line(set_line("案例一"))))
    descendant = only_font(pdf).DescendantFonts[0]
    program = descendant.FontDescriptor.FontFile2.read_bytes()
    assert int(descendant.FontDescriptor.FontFile2.Length1) == len(program)
    words = memoryview(program + b"\0" * (-len(program) % 4)).cast("B")
    total = sum(int.from_bytes(words[i : i + 4], "big") for i in range(0, len(words), 4))
    assert total & 0xFFFFFFFF == 0xB1B0AFBA
    subset = uharfbuzz.Face(program)
    assert set(subset.table_tags) >= {"glyf", "loca", "head", "hhea", "hmtx", "maxp"}
    font = uharfbuzz.Font(subset)
    assert subset.glyph_count == 4, "three characters and .notdef, no empty places"
    assert [font.get_glyph_h_advance(gid) for gid in (1, 2, 3)] == [1000] * 3


def test_codes_lead_through_the_map_to_their_own_outlines() -> None:
    pdf = opened(written(one_line(set_line("案例一，甲"))))
    composite = only_font(pdf)
    descendant = composite.DescendantFonts[0]
    places = struct.unpack(">6H", descendant.CIDToGIDMap.read_bytes())
    subset = uharfbuzz.Font(uharfbuzz.Face(descendant.FontDescriptor.FontFile2.read_bytes()))
    source = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(face().path))))
    for code, char in enumerate("案例一，甲", 1):
        assert f"<{code:04X}> <{ord(char):04X}>".encode() in composite.ToUnicode.read_bytes()
        extents = source.get_glyph_extents(face().glyph_id(char))
        assert subset.get_glyph_extents(places[code]) == extents


def test_instances_of_one_variable_font_stay_apart() -> None:
    sheet = Sheet()
    paragraph = sheet.element("P")
    for row, weight in enumerate((100, 500, 900)):
        sheet.text(60, 60 + 20 * row, "权Weight", paragraph, family="sans", weight=weight)
    pdf = opened(written(sheet.display()))
    fonts = list(pdf.pages[0].Resources.Font.values())
    programs = {f.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes() for f in fonts}
    assert len(fonts) == len(programs) == 3
    inks = []
    for program in sorted(programs, key=len):
        font = uharfbuzz.Font(uharfbuzz.Face(program))
        inks.append(max(font.get_glyph_extents(gid).width for gid in (1, 2, 3)))
    assert len(set(inks)) == 3


def test_widths_say_what_the_glyphs_measure() -> None:
    pdf = opened(written(one_line(set_line("AWi案"))))
    widths = {}
    items = list(only_font(pdf).DescendantFonts[0].W)
    for first, run in zip(items[::2], items[1::2], strict=True):
        widths |= {int(first) + i: float(width) for i, width in enumerate(run)}
    serif = face()
    for code, char in enumerate("AWi", 1):
        assert widths[code] == pytest.approx(serif.advance(serif.glyph_id(char)), abs=0.01)
    assert 4 not in widths, "案 has the default width"


def test_the_first_text_of_a_glyph_wins() -> None:
    font = CompositeFont(face(), "F1")
    assert font.record(100, "一")
    assert font.record(100, "一")
    assert not font.record(100, "⼀")
    assert not font.record(101, "")


def test_subset_names_depend_on_content_only() -> None:
    names = []
    for text in ("案例", "例案", "案卷"):
        with opened(written(one_line(set_line(text)))) as pdf:
            names.append(str(only_font(pdf).BaseFont))
    assert names[0] == names[1] != names[2]


def test_one_font_object_serves_the_whole_document() -> None:
    sheet = Sheet()
    for _ in range(3):
        sheet.text(60, 60, "同一字体", sheet.element("P"))
        sheet.turn()
    data = written(sheet.display())
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fonts = [obj for obj in pdf.objects if isinstance(obj, pikepdf.Dictionary)
                 and obj.get("/Type") == "/Font" and obj.get("/Subtype") == "/Type0"]  # fmt: skip
        assert len(fonts) == 1
