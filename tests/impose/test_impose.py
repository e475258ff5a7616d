"""Imposed files: order, offsets, clips, boxes, bytes, and what is refused."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from tests.pdf.helpers import HEIGHT, WIDTH, Sheet, written

from casepress.diagnostics import CasepressError
from casepress.display import BoxItem
from casepress.impose import Options, impose_pdf
from casepress.pdf.targets import PRINT, SCREEN, Target
from casepress.units import Rect, mm

SPREAD_LEFT = mm(13)
"""Left edge of the spread on a sheet made to measure: bleed and slug."""
TEXT_X = 65.0


def source(folder: Path, pages: int, target: Target = PRINT) -> Path:
    """Write pages that say their number, on a ground that bleeds."""
    sheet = Sheet()
    document = sheet.element("Document", None)
    for number in range(1, pages + 1):
        if number > 1:
            sheet.turn()
        sheet.paint(BoxItem(Rect(0, 0, WIDTH, HEIGHT), "panel", bleeds=True))
        sheet.text(TEXT_X, 94, f"P{number:02}", sheet.element("P", document), size=20)
    path = folder / f"{target.name}-{pages}.pdf"
    path.write_bytes(written(sheet.display(), target))
    return path


def texts(data: bytes) -> list[list[tuple[str, float]]]:
    """Return page numbers and their left edges for every side."""
    document = pypdfium2.PdfDocument(data)
    try:
        sides = []
        for page in document:
            text = page.get_textpage()
            whole = text.get_text_range()
            found = [(m[0], text.get_charbox(m.start())[0]) for m in re.finditer(r"P\d\d", whole)]
            sides.append(sorted(found, key=lambda pair: pair[1]))
        return sides
    finally:
        document.close()


def names(data: bytes) -> list[list[str]]:
    return [[name for name, _ in side] for side in texts(data)]


def refused(path: Path, options: Options | None = None) -> CasepressError:
    with pytest.raises(CasepressError) as caught:
        impose_pdf(path, options or Options())
    return caught.value


def test_a_booklet_of_eight_pages(tmp_path: Path) -> None:
    imposed = impose_pdf(source(tmp_path, 8), Options())
    assert names(imposed.data) == [["P08", "P01"], ["P02", "P07"], ["P06", "P03"], ["P04", "P05"]]
    assert (imposed.sheets, imposed.blanks, imposed.signatures) == (2, 0, 1)


def test_pages_stand_beside_the_spine(tmp_path: Path) -> None:
    imposed = impose_pdf(source(tmp_path, 4), Options())
    (_, left), (_, right) = texts(imposed.data)[0]
    assert right - left == pytest.approx(WIDTH, abs=0.02)
    assert left == pytest.approx(SPREAD_LEFT + TEXT_X, abs=2)


def test_creep_moves_inner_pages_to_the_spine(tmp_path: Path) -> None:
    path = source(tmp_path, 12)
    flat = texts(impose_pdf(path, Options()).data)
    moved = texts(impose_pdf(path, Options(creep=0.1)).data)
    for side, (before, after) in enumerate(zip(flat, moved, strict=True)):
        shift = mm(0.1) * (side // 2)
        assert after[0][1] - before[0][1] == pytest.approx(shift, abs=0.01)
        assert after[1][1] - before[1][1] == pytest.approx(-shift, abs=0.01)


def test_creep_begins_anew_with_every_signature(tmp_path: Path) -> None:
    path = source(tmp_path, 16)
    flat = texts(impose_pdf(path, Options(signature=8)).data)
    moved = texts(impose_pdf(path, Options(signature=8, creep=0.2)).data)
    shifts = [round(a[0][1] - b[0][1], 2) for a, b in zip(moved, flat, strict=True)]
    assert shifts == pytest.approx([0, 0, 0.57, 0.57, 0, 0, 0.57, 0.57], abs=0.011)


def test_pages_are_clipped_at_the_spine_and_bleed_outwards(tmp_path: Path) -> None:
    imposed = impose_pdf(source(tmp_path, 4), Options())
    with pikepdf.open(io.BytesIO(imposed.data)) as pdf:
        page = pdf.pages[0]
        content = page.Contents.read_bytes().decode()
        clips = [[float(v) for v in c.split()] for c in re.findall(r"q ([\d. ]+) re W n", content)]
        spine = SPREAD_LEFT + WIDTH
        left, right = clips
        assert left[0] == pytest.approx(SPREAD_LEFT - mm(3), abs=0.02)
        assert left[0] + left[2] == pytest.approx(spine, abs=0.3)
        assert right[0] == pytest.approx(spine, abs=0.02)
        assert right[0] + right[2] == pytest.approx(spine + WIDTH + mm(3), abs=0.02)


def test_boxes_say_where_to_cut(tmp_path: Path) -> None:
    imposed = impose_pdf(source(tmp_path, 8), Options(creep=0.3))
    with pikepdf.open(io.BytesIO(imposed.data)) as pdf:
        for side, page in enumerate(pdf.pages):
            trim = [float(v) for v in page.TrimBox]
            bleed = [float(v) for v in page.BleedBox]
            assert trim[2] - trim[0] == pytest.approx(2 * WIDTH, abs=0.01)
            assert trim[3] - trim[1] == pytest.approx(HEIGHT, abs=0.01)
            spent = mm(0.3) * (side // 2)
            assert trim[0] - bleed[0] == pytest.approx(mm(3) - spent, abs=0.01)
            assert trim[1] - bleed[1] == pytest.approx(mm(3), abs=0.01)
            assert page.CropBox == page.MediaBox
    assert (imposed.width_mm, imposed.height_mm) == pytest.approx((446, 311), abs=0.05)


def test_a_sheet_that_is_for_sale(tmp_path: Path) -> None:
    imposed = impose_pdf(source(tmp_path, 4), Options(sheet="SRA3"))
    assert (imposed.width_mm, imposed.height_mm) == (450, 320)
    (_, left), _ = texts(imposed.data)[0]
    assert left == pytest.approx((mm(450) - 2 * WIDTH) / 2 + TEXT_X, abs=2)


def test_blanks_before_the_back_cover(tmp_path: Path) -> None:
    imposed = impose_pdf(source(tmp_path, 6), Options())
    assert names(imposed.data) == [["P06", "P01"], ["P02"], ["P03"], ["P04", "P05"]]
    assert imposed.blanks == 2


def test_marks_fold_and_cut_outside_the_bleed(tmp_path: Path) -> None:
    imposed = impose_pdf(source(tmp_path, 4), Options())
    with pikepdf.open(io.BytesIO(imposed.data)) as pdf:
        page = pdf.pages[1]
        assert page.Resources.ColorSpace.Marks[1] == "/All"
        marks = page.Contents.read_bytes().decode().partition("/Marks CS")[2]
        assert "[2 1.5] 0 d" in marks
        left, bottom, right, top = (float(v) for v in page.BleedBox)
        lines = re.findall(r"^([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S", marks, re.M)
        assert len(lines) == 8 + 2 + 6 * 2
        for x1, y1, x2, y2 in lines:
            for x, y in ((float(x1), float(y1)), (float(x2), float(y2))):
                assert not (left < x < right and bottom < y < top)
        spine = f"{(float(page.TrimBox[0]) + float(page.TrimBox[2])) / 2:.3f}"
        assert len([line for line in lines if line[0] == line[2] == spine]) == 2


def test_it_is_still_a_press_file(tmp_path: Path) -> None:
    imposed = impose_pdf(source(tmp_path, 8), Options(creep=0.1))
    with pikepdf.open(io.BytesIO(imposed.data)) as pdf:
        assert pdf.Root.OutputIntents[0].S == "/GTS_PDFX"
        assert pdf.pages[0].Group.CS == "/DeviceCMYK"
        assert b"PDF/X-4" in pdf.Root.Metadata.read_bytes()
        assert pdf.pdf_version == "1.6"
        for form in pdf.pages[0].Resources.XObject.values():
            assert "/Group" not in form
            assert float(form.BBox[0]) == pytest.approx(28.35, abs=0.01)


@pytest.mark.parametrize("creep", [0.0, 0.1])
def test_preflight_passes_the_sheets(tmp_path: Path, creep: float) -> None:
    from casepress.preflight import inspect_pdf

    path = tmp_path / "sheets.pdf"
    path.write_bytes(impose_pdf(source(tmp_path, 8), Options(creep=creep)).data)
    assert [f.id for f in inspect_pdf(path).findings] == []


def test_the_file_hardly_grows(tmp_path: Path) -> None:
    path = source(tmp_path, 16)
    assert len(impose_pdf(path, Options()).data) < path.stat().st_size + 12_000


def test_the_same_bytes_every_time(tmp_path: Path) -> None:
    path = source(tmp_path, 8)
    other = tmp_path / "elsewhere.pdf"
    shutil.copy(path, other)
    options = Options(creep=0.1, sheet="SRA3")
    assert impose_pdf(path, options).data == impose_pdf(other, options).data
    assert impose_pdf(path, options).data != impose_pdf(path, Options()).data


def test_two_up_follows_the_reading(tmp_path: Path) -> None:
    imposed = impose_pdf(source(tmp_path, 5, SCREEN), Options(booklet=False))
    assert names(imposed.data) == [["P01", "P02"], ["P03", "P04"], ["P05"]]
    assert (imposed.width_mm, imposed.height_mm) == (420, 297)
    assert imposed.sheets == 2


def test_an_office_booklet_closes_at_the_fold(tmp_path: Path) -> None:
    imposed = impose_pdf(source(tmp_path, 8, SCREEN), Options(fit=True, sheet="A4"))
    assert names(imposed.data)[0] == ["P08", "P01"]
    (_, left), (_, right) = texts(imposed.data)[0]
    scale = min((mm(148.5) - mm(5)) / WIDTH, mm(200) / HEIGHT)
    assert right - left == pytest.approx(WIDTH * scale, abs=0.05)
    with pikepdf.open(io.BytesIO(imposed.data)) as pdf:
        assert b"/Marks" not in pdf.pages[0].Contents.read_bytes()
        assert "/StructTreeRoot" not in pdf.Root
        assert b"pdfuaid:part" not in pdf.Root.Metadata.read_bytes()


def test_a_rotated_page_stands_upright(tmp_path: Path) -> None:
    path = source(tmp_path, 2, SCREEN)
    with pikepdf.open(path) as pdf:
        pdf.pages[0].Rotate = 90
        pdf.pages[1].Rotate = 90
        pdf.save(tmp_path / "turned.pdf")
    imposed = impose_pdf(tmp_path / "turned.pdf", Options(booklet=False))
    document = pypdfium2.PdfDocument(imposed.data)
    box = document[0].get_textpage().get_charbox(0)
    document.close()
    room = mm(210 - 10)
    scale = min(room / HEIGHT, 1.0)
    height = WIDTH * scale
    top = (mm(297) + height) / 2
    # turned by a quarter clockwise, what stood 65 pt from the left stands 65 pt below the top
    assert box[3] == pytest.approx(top - TEXT_X * scale, abs=3)
    assert mm(5) < box[0] < mm(205)


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "sheets.pdf"
    path.write_bytes(impose_pdf(source(tmp_path, 8), Options(creep=0.1)).data)
    subprocess.run(["qpdf", "--check", str(path)], check=True, capture_output=True)


# -- refused ---------------------------------------------------------------------------------


def test_a_file_without_bleed(tmp_path: Path) -> None:
    error = refused(source(tmp_path, 4, SCREEN))
    assert error.diagnostics[0].id == "CP1012"
    assert error.diagnostics[0].params["page"] == 1


def test_pages_of_different_sizes(tmp_path: Path) -> None:
    path = source(tmp_path, 4)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        left, bottom, right, top = (float(v) for v in pdf.pages[2].TrimBox)
        pdf.pages[2].TrimBox = pikepdf.Array([left, bottom + 20, right, top])
        pdf.save()
    found = refused(path).diagnostics[0]
    assert (found.id, found.params["page"]) == ("CP1013", 3)


def test_an_encrypted_file(tmp_path: Path) -> None:
    path = source(tmp_path, 4)
    with pikepdf.open(path) as pdf:
        pdf.save(tmp_path / "owner.pdf", encryption=pikepdf.Encryption(owner="o", user=""))
        pdf.save(tmp_path / "user.pdf", encryption=pikepdf.Encryption(owner="o", user="u"))
    assert refused(tmp_path / "owner.pdf").diagnostics[0].id == "CP1011"
    assert refused(tmp_path / "user.pdf").diagnostics[0].id == "CP1004"


@pytest.mark.parametrize(
    ("data", "id"), [(b"", "CP1002"), (b"hello", "CP1003"), (b"%PDF-1.7\n1 0 obj", "CP1005")]
)
def test_what_is_no_pdf(tmp_path: Path, data: bytes, id: str) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(data)
    error = refused(path)
    assert (error.diagnostics[0].id, error.exit_code) == (id, 3)


def test_a_missing_file(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.pdf").diagnostics[0].id == "CP1001"


def test_a_sheet_that_is_too_small(tmp_path: Path) -> None:
    found = refused(source(tmp_path, 4), Options(sheet="A3")).diagnostics[0]
    assert found.id == "CP1014"
    assert found.params["needed"] == "426.0 × 291.0 mm"


def test_more_creep_than_bleed(tmp_path: Path) -> None:
    found = refused(source(tmp_path, 16), Options(creep=1.5)).diagnostics[0]
    assert (found.id, found.params["sheets"]) == ("CP1015", 4)
    impose_pdf(source(tmp_path, 16), Options(creep=1.5, signature=8))


def test_options_that_make_no_sense() -> None:
    with pytest.raises(ValueError, match="creep"):
        Options(creep=-1)
    with pytest.raises(ValueError, match="multiple of 4"):
        Options(signature=6)
