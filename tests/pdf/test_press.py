"""The print target: boxes, plates, overprint and marks of PDF/X-4."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image
from tests.pdf.helpers import (
    HEIGHT,
    INKS,
    WIDTH,
    Sheet,
    one_line,
    opened,
    photo,
    set_line,
    stress,
    written,
)

from casepress.display import BoxItem, Ink, PictureItem, RuleItem
from casepress.pdf.paint import Frame
from casepress.pdf.targets import PRINT, SCREEN, TR006, Profile
from casepress.pdf.write import write_pdf
from casepress.units import Rect, mm

RGB_OPERATORS = {"rg", "RG", "g", "G"}


def box(page: Any, name: str) -> list[float]:
    return [float(v) for v in page[name]]


def operations(data: bytes, page: int = 0) -> list[tuple[str, list[Any]]]:
    with opened(data) as pdf:
        return [
            (str(op.operator), [str(o) if isinstance(o, pikepdf.Name) else o for o in op.operands])
            for op in pikepdf.parse_content_stream(pdf.pages[page])
        ]


def test_boxes_nest_and_bleed_three_millimetres(tmp_path: Path) -> None:
    pdf = opened(written(stress(tmp_path, 2), PRINT))
    for page in pdf.pages:
        media, bleed, trim = (box(page, name) for name in ("/MediaBox", "/BleedBox", "/TrimBox"))
        assert box(page, "/CropBox") == media
        assert "/ArtBox" not in page
        assert trim[2] - trim[0] == pytest.approx(WIDTH, abs=0.01)
        assert trim[3] - trim[1] == pytest.approx(HEIGHT, abs=0.01)
        assert trim[0] - bleed[0] == pytest.approx(mm(3), abs=0.01)
        assert bleed[0] - media[0] == pytest.approx(mm(10), abs=0.05)


def test_no_rgb_anywhere(tmp_path: Path) -> None:
    data = written(stress(tmp_path, 3), PRINT)
    with opened(data) as pdf:
        for page in pdf.pages:
            used = {str(op.operator) for op in pikepdf.parse_content_stream(page)}
            assert not used & RGB_OPERATORS
            for image in page.Resources.get("/XObject", {}).values():
                assert image.ColorSpace in ("/DeviceCMYK", "/DeviceGray")
            assert page.Group.CS == "/DeviceCMYK"


def test_what_reaches_the_trim_reaches_the_bleed() -> None:
    sheet = Sheet()
    sheet.element("Document", None)
    frame = Frame(sheet.display().pages[0], 8.504, PRINT)
    assert frame.bled(Rect(0, 0, WIDTH, 100)) == pytest.approx(
        (-8.504, -8.504, WIDTH + 17.008, 108.504)
    )
    assert frame.bled(Rect(10, 10, 50, 50)) == Rect(10, 10, 50, 50)
    sheet.paint(BoxItem(Rect(0, 0, WIDTH, 100), "brand", bleeds=True))
    rectangles = [ops for op, ops in operations(written(sheet.display(), PRINT)) if op == "re"]
    clip, painted = rectangles[:2]
    assert [float(v) for v in painted[:1]] == [float(clip[0])]
    assert float(painted[2]) == float(clip[2])


def test_black_overprints_and_white_never_does() -> None:
    sheet = Sheet()
    paragraph = sheet.element("P")
    sheet.paint(BoxItem(Rect(50, 50, 200, 100), "brand"))
    sheet.text(60, 80, "黑字", paragraph)
    sheet.text(60, 110, "白字", paragraph, ink="paper")
    sheet.paint(RuleItem(50, 120, 200, 120, 0.5, "ink"))
    sheet.paint(BoxItem(Rect(50, 130, 20, 20), "ink"))
    state, seen = "/Knockout", []
    for op, operands in operations(written(sheet.display(), PRINT)):
        if op == "gs":
            state = operands[0]
        if op in ("Tj", "TJ", "S", "f"):
            seen.append((op, state))
    wanted = ["/Knockout", "/Overprint", "/Knockout", "/Overprint", "/Knockout"]
    assert [state for _, state in seen][:5] == wanted
    with opened(written(sheet.display(), PRINT)) as pdf:
        states = pdf.pages[0].Resources.ExtGState
        assert states.Overprint.op
        assert states.Overprint.OPM == 1
        assert not states.Knockout.op


def test_black_text_prints_on_the_black_plate_alone() -> None:
    fills = [ops for op, ops in operations(written(one_line(set_line("正文")), PRINT)) if op == "k"]
    assert [float(v) for v in fills[0]] == [0, 0, 0, 1]


def test_marks_stand_outside_the_bleed_on_all_plates() -> None:
    data = written(one_line(set_line("正文")), PRINT)
    with opened(data) as pdf:
        page = pdf.pages[0]
        spaces = page.Resources.ColorSpace
        (separation,) = [space for space in spaces.values() if space[0] == "/Separation"]
        assert separation[1] == "/All"
        bleed = box(page, "/BleedBox")
    depth, outside = 0, False
    for op, operands in operations(data):
        depth += (op == "q") - (op == "Q")
        outside = outside or (op == "Q" and depth == 0)
        if outside and op in ("m", "l"):
            x, y = (float(v) for v in operands)
            inside = bleed[0] < x < bleed[2] and bleed[1] < y < bleed[3]
            assert not inside


def test_the_intent_is_the_profile_asked_for(tmp_path: Path) -> None:
    with opened(written(one_line(set_line("正文")), PRINT)) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert intent.S == "/GTS_PDFX"
        assert str(intent.OutputConditionIdentifier) == "CGATS TR 006"
        assert int(intent.DestOutputProfile.N) == 4
        assert pdf.docinfo.Trapped == "/False"
        assert str(pdf.docinfo.GTS_PDFXVersion) == "PDF/X-4"
        assert b"<pdfxid:GTS_PDFXVersion>PDF/X-4<" in pdf.Root.Metadata.read_bytes()
        assert pdf.pdf_version == "1.6"
    own = tmp_path / "printer.icc"
    own.write_bytes(TR006.path.read_bytes())
    target = PRINT.with_profile(Profile(own, "Custom", "the printer's press"))
    with opened(written(one_line(set_line("正文")), target)) as pdf:
        assert str(pdf.Root.OutputIntents[0].OutputConditionIdentifier) == "Custom"


def test_no_links_tags_or_bookmarks_for_the_press(tmp_path: Path) -> None:
    with opened(written(stress(tmp_path, 2), PRINT)) as pdf:
        for key in ("/StructTreeRoot", "/Outlines", "/Names", "/PageLabels", "/MarkInfo", "/AF"):
            assert key not in pdf.Root
        assert all("/Annots" not in page for page in pdf.pages)
        assert b"BDC /" not in pdf.pages[1].Contents.read_bytes()


def test_photos_stay_under_the_ink_limit(tmp_path: Path) -> None:
    path = tmp_path / "dark.jpg"
    Image.effect_noise((300, 200), 120).convert("RGB").point(lambda v: v // 3).save(path)
    sheet = Sheet()
    figure = sheet.element("Figure", alt="暗部")
    sheet.paint(PictureItem(Rect(60, 60, 72, 48), str(path), element=figure))
    report = write_pdf(sheet.display(), PRINT, io.BytesIO())
    assert 150 < report.pictures[0].coverage <= 300
    assert report.pictures[0].ppi == pytest.approx(300, abs=1)
    assert report.coverage == report.pictures[0].coverage


def test_a_heavy_palette_colour_is_reported() -> None:
    display = one_line(set_line("正文", ink="heavy"))
    display = replace(display, inks={**INKS, "heavy": Ink((0, 0, 0), (90, 80, 70, 100))})
    assert write_pdf(display, PRINT, io.BytesIO()).coverage == 340


def test_black_overprinted_on_a_box_counts_together() -> None:
    sheet = Sheet()
    sheet.paint(BoxItem(Rect(50, 50, 200, 100), "brand"))
    sheet.text(60, 200, "外", sheet.element("P"))
    assert write_pdf(sheet.display(), PRINT, io.BytesIO()).coverage == 204
    sheet.text(60, 80, "上", sheet.element("P"))
    assert write_pdf(sheet.display(), PRINT, io.BytesIO()).coverage == 298


def test_the_plates_carry_no_text_for_readers() -> None:
    line = set_line("共5800人", extra_em=0.3)
    for target, spans in ((SCREEN, 1), (PRINT, 0)):
        with opened(written(one_line(line), target)) as pdf:
            assert pdf.pages[0].Contents.read_bytes().count(b"ActualText") == spans


@pytest.mark.skipif(shutil.which("gs") is None, reason="Ghostscript is not installed")
def test_ghostscript_separates_as_intended(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.element("Document", None)
    sheet.paint(BoxItem(Rect(50, 50, 200, 100), "brand"))
    sheet.paint(RuleItem(60, 100, 240, 100, 20, "ink"))
    path = photo(tmp_path / "a.jpg", quality=95)
    sheet.paint(PictureItem(Rect(300, 50, 120, 80), path))
    file = tmp_path / "press.pdf"
    file.write_bytes(written(sheet.display(), PRINT))
    command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-r72"]
    subprocess.run(
        [*command, f"-sOutputFile={tmp_path}/sep.tif", str(file)], check=True, capture_output=True
    )
    margin = PRINT.slug_pt + 8.504

    def inks(x: float, y: float) -> list[int]:
        place = (int(x + margin), int(y + margin))
        plates = ("Cyan", "Magenta", "Yellow", "Black")
        return [
            round((255 - Image.open(tmp_path / f"sep({plate}).tif").getpixel(place)) / 2.55)
            for plate in plates
        ]

    assert inks(150, 70) == pytest.approx([18, 90, 90, 6], abs=1)
    assert inks(150, 100) == pytest.approx([18, 90, 90, 100], abs=1)
    red = inks(330, 65)
    assert red[1] > 80
    assert red[0] < 20
