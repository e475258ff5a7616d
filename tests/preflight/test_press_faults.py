"""Faults planted in a good press file: each is found by id, on its page."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image
from tests.preflight.files import font, inspected, paint, spoilt, the

from casepress.diagnostics import Severity

OVER, KNOCK = "/Overprint gs", "/Knockout gs"


def image(
    pdf: pikepdf.Pdf, page: int, size: tuple[int, int], at: str, data: bytes | None = None
) -> None:
    """Place a CMYK picture."""
    stream = pdf.make_stream(
        data or Image.new("CMYK", size, (40, 30, 20, 10)).tobytes(),
        Type=Name.XObject, Subtype=Name.Image, Width=size[0], Height=size[1],
        ColorSpace=Name.DeviceCMYK, BitsPerComponent=8,
    )  # fmt: skip
    target = pdf.pages[page - 1]
    if "/XObject" not in target.Resources:
        target.Resources.XObject = Dictionary()
    target.Resources.XObject["/Planted"] = stream
    paint(pdf, page, f"{at} cm /Planted Do")


# -- boxes and bleed -------------------------------------------------------------------------


def test_a_trim_beyond_the_bleed(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].TrimBox = Array([10, 36, 630, 844])

    found = the(inspected(tmp_path, spoilt(press, spoil)), "box-outside")
    assert (found.page, found.params["inner"]) == (2, "TrimBox")
    assert found.severity is Severity.ERROR


def test_no_trim_box(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[2].obj["/TrimBox"]

    assert the(inspected(tmp_path, spoilt(press, spoil)), "box-no-trim").page == 3


def test_trim_and_art_box_together(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[2].ArtBox = pdf.pages[2].TrimBox

    assert the(inspected(tmp_path, spoilt(press, spoil)), "box-trim-and-art").page == 3


def test_a_page_without_bleed_is_named(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[3].BleedBox = pdf.pages[3].TrimBox

    assert the(inspected(tmp_path, spoilt(press, spoil)), "bleed-missing").page == 4


def test_a_narrow_bleed(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        left, bottom, right, top = (float(v) for v in pdf.pages[1].TrimBox)
        pdf.pages[1].BleedBox = Array([left - 4, bottom - 4, right + 4, top + 4])

    found = the(inspected(tmp_path, spoilt(press, spoil)), "bleed-narrow")
    assert (found.page, found.params["mm"]) == (2, pytest.approx(1.41))


def test_a_ground_that_stops_at_the_trim(press: bytes, tmp_path: Path) -> None:
    data = spoilt(press, lambda pdf: paint(pdf, 3, "0 .8 .8 0 k 0 300 200 60 re f"))
    found = the(inspected(tmp_path, data), "bleed-short")
    assert (found.page, found.params["side"]) == (3, "left")
    assert found.place is not None
    assert found.place.x == pytest.approx(0, abs=0.02)


def test_a_picture_that_stops_at_the_trim(press: bytes, tmp_path: Path) -> None:
    data = spoilt(press, lambda pdf: image(pdf, 2, (900, 900), "200 0 0 200 395.276 100"))
    found = the(inspected(tmp_path, data), "bleed-short")
    assert (found.page, found.params["side"]) == (2, "right")


def test_text_at_the_knife(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        name, face = font(pdf, 2)
        code = int(face.DescendantFonts[0].W[0])
        paint(pdf, 2, f"BT {OVER} 0 0 0 1 k {name} 10 Tf 300 1.5 Td <{code:04x}> Tj ET")

    found = the(inspected(tmp_path, spoilt(press, spoil)), "text-near-trim")
    assert (found.page, found.severity) == (2, Severity.WARNING)


def test_pages_of_different_sizes(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        left, bottom, right, top = (float(v) for v in pdf.pages[2].TrimBox)
        pdf.pages[2].TrimBox = Array([left, bottom + 30, right, top])

    assert the(inspected(tmp_path, spoilt(press, spoil)), "box-trim-differs").page == 3


def test_a_rotated_page(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].Rotate = 90

    found = the(inspected(tmp_path, spoilt(press, spoil)), "page-rotated")
    assert (found.page, found.params["degrees"]) == (2, 90)


def test_a_page_count_that_does_not_fold(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[1]

    found = the(inspected(tmp_path, spoilt(press, spoil)), "page-count")
    assert (found.page, found.severity, found.params["missing"]) == (None, Severity.ADVICE, 1)


def test_an_empty_page(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[2].Contents = pdf.make_stream(b"")

    assert the(inspected(tmp_path, spoilt(press, spoil)), "page-empty").page == 3


# -- colour and ink --------------------------------------------------------------------------


def test_rgb_in_a_press_job(press: bytes, tmp_path: Path) -> None:
    data = spoilt(press, lambda pdf: paint(pdf, 4, "1 0 0 rg 90 90 50 50 re f"))
    found = the(inspected(tmp_path, data), "colour-rgb")
    assert (found.page, found.severity, found.params["space"]) == (4, Severity.ERROR, "DeviceRGB")


def test_rgb_inside_a_form_inside_a_form(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        box = Array([0, 0, 500, 500])
        inner = pdf.make_stream(
            b"0 0 1 rg 10 10 20 20 re f", Type=Name.XObject, Subtype=Name.Form, BBox=box,
            Matrix=Array([2, 0, 0, 2, 0, 0]),
        )  # fmt: skip
        outer = pdf.make_stream(
            b"q 1 0 0 1 5 5 cm /In Do Q", Type=Name.XObject, Subtype=Name.Form, BBox=box,
            Resources=Dictionary(XObject=Dictionary(In=inner)),
        )  # fmt: skip
        pdf.pages[1].Resources.XObject = Dictionary(Out=outer)
        paint(pdf, 2, "1 0 0 1 100 100 cm /Out Do")

    found = the(inspected(tmp_path, spoilt(press, spoil)), "colour-rgb")
    assert found.page == 2
    assert found.place is not None
    assert found.place.x == pytest.approx(125 * 25.4 / 72, abs=0.02)
    assert found.place.width == pytest.approx(40 * 25.4 / 72, abs=0.02)


def test_rgb_in_a_gradient(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        ramp = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 0, 0], C1=[0, 0, 1], N=1)
        shading = Dictionary(
            ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 99, 0], Function=ramp
        )
        pattern = pdf.make_indirect(Dictionary(PatternType=2, Shading=shading))
        pdf.pages[2].Resources.Pattern = Dictionary(Ramp=pattern)
        paint(pdf, 3, "/Pattern cs /Ramp scn 90 90 50 50 re f")

    assert the(inspected(tmp_path, spoilt(press, spoil)), "colour-rgb").page == 3


def test_too_much_ink_in_a_gradient(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        ramp = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0] * 4, C1=[1, 1, 1, 0.4], N=1)
        shading = Dictionary(
            ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[90, 0, 140, 0], Function=ramp
        )
        pdf.pages[1].Resources.Shading = Dictionary(Ramp=shading)
        paint(pdf, 2, "90 90 50 50 re W n /Ramp sh")

    found = the(inspected(tmp_path, spoilt(press, spoil)), "ink-total")
    assert (found.page, found.params["percent"]) == (2, 340)


def test_too_much_ink(press: bytes, tmp_path: Path) -> None:
    data = spoilt(press, lambda pdf: paint(pdf, 2, "0.9 .8 .7 .9 k 90 90 50 50 re f"))
    found = the(inspected(tmp_path, data), "ink-total")
    assert (found.page, found.params["percent"]) == (2, 330)


def test_too_much_ink_by_overprinting_black(press: bytes, tmp_path: Path) -> None:
    content = f"{KNOCK} .8 .8 .8 0 k 90 90 50 50 re f {OVER} 0 0 0 1 k 95 95 20 20 re f"
    found = the(inspected(tmp_path, spoilt(press, lambda pdf: paint(pdf, 3, content))), "ink-total")
    assert (found.page, found.params["percent"]) == (3, 340)


def test_too_much_ink_in_a_picture(press: bytes, tmp_path: Path) -> None:
    dark = Image.new("CMYK", (600, 600), (230, 200, 200, 220)).tobytes()
    data = spoilt(press, lambda pdf: image(pdf, 3, (600, 600), "100 0 0 100 90 90", dark))
    found = the(inspected(tmp_path, data), "ink-total-image")
    assert found.page == 3
    assert found.params["percent"] == pytest.approx(333, abs=3)
    assert found.object_number


def test_registration_colour_on_the_page(press: bytes, tmp_path: Path) -> None:
    data = spoilt(press, lambda pdf: paint(pdf, 2, "/All cs 1 scn 90 90 50 50 re f"))
    assert the(inspected(tmp_path, data), "colour-registration").page == 2


def test_a_spot_ink(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        space = Array(list(pdf.pages[1].Resources.ColorSpace["/All"]))
        space[1] = Name("/PANTONE 186 C")
        pdf.pages[1].Resources.ColorSpace = Dictionary(All=space)

    found = the(inspected(tmp_path, spoilt(press, spoil)), "colour-spot")
    assert (found.params["names"], found.params["page"]) == ("PANTONE 186 C", 2)


def test_white_that_overprints(press: bytes, tmp_path: Path) -> None:
    content = f"{KNOCK} 0 .9 .9 0 k 90 90 99 99 re f {OVER} 0 0 0 0 k 95 95 20 20 re f"
    found = the(
        inspected(tmp_path, spoilt(press, lambda pdf: paint(pdf, 4, content))), "overprint-white"
    )
    assert (found.page, found.severity) == (4, Severity.ERROR)


def test_black_text_that_knocks_out(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        for state in pdf.pages[0].Resources.ExtGState.values():
            state.op = state.OP = False

    report = inspected(tmp_path, spoilt(press, spoil))
    found = [f for f in report.findings if f.id == "overprint-black-off"]
    assert [f.page for f in found] == [1, 2, 3, 4]
    assert all(f.severity is Severity.ADVICE and f.count >= 4 for f in found)


def test_a_colour_that_overprints(press: bytes, tmp_path: Path) -> None:
    content = f"{KNOCK} .9 0 0 0 k 90 90 99 99 re f {OVER} 0 0 1 0 K 3 w 95 95 m 180 95 l S"
    data = spoilt(press, lambda pdf: paint(pdf, 2, content))
    assert the(inspected(tmp_path, data), "overprint-colour").page == 2


def test_transparency_blended_in_rgb(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[2].Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)

    assert the(inspected(tmp_path, spoilt(press, spoil)), "group-rgb").page == 3


def test_transparency_without_a_blending_space(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[2].obj["/Group"]
        states = Dictionary(pdf.pages[2].Resources.ExtGState)
        states["/Half"] = Dictionary(ca=0.5)
        pdf.pages[2].Resources.ExtGState = states
        paint(pdf, 3, "/Half gs 0 .5 .5 0 k 90 90 50 50 re f")

    assert the(inspected(tmp_path, spoilt(press, spoil)), "group-missing").page == 3


# -- pictures, lines, type -------------------------------------------------------------------


def test_a_coarse_picture(press: bytes, tmp_path: Path) -> None:
    data = spoilt(press, lambda pdf: image(pdf, 2, (200, 200), "144 0 0 144 90 90"))
    found = the(inspected(tmp_path, data), "image-coarse")
    assert (found.page, found.severity, found.params["ppi"]) == (2, Severity.ERROR, 100)


def test_a_soft_picture(press: bytes, tmp_path: Path) -> None:
    data = spoilt(press, lambda pdf: image(pdf, 3, (400, 400), "144 0 0 144 90 90"))
    found = the(inspected(tmp_path, data), "image-low")
    assert (found.page, found.severity, found.params["ppi"]) == (3, Severity.WARNING, 200)


def test_a_stretched_picture(press: bytes, tmp_path: Path) -> None:
    data = spoilt(press, lambda pdf: image(pdf, 3, (900, 900), "144 0 0 100 90 90"))
    found = the(inspected(tmp_path, data), "image-distorted")
    assert (found.page, found.params["percent"]) == (3, 44)


def test_a_hairline(press: bytes, tmp_path: Path) -> None:
    data = spoilt(press, lambda pdf: paint(pdf, 2, "0 0 0 1 K .1 w 90 90 m 200 90 l S"))
    found = the(inspected(tmp_path, data), "line-hairline")
    assert (found.page, found.params["pt"]) == (2, 0.1)


def test_a_hairline_made_thin_by_scaling(press: bytes, tmp_path: Path) -> None:
    data = spoilt(
        press, lambda pdf: paint(pdf, 3, ".2 0 0 .2 0 0 cm 0 0 0 1 K 1 w 500 500 m 999 500 l S")
    )
    found = the(inspected(tmp_path, data), "line-hairline")
    assert (found.page, found.params["pt"]) == (3, 0.2)


def test_a_thin_white_line_on_a_dark_ground(press: bytes, tmp_path: Path) -> None:
    content = f"{KNOCK} .1 .9 .9 0 k 90 90 99 99 re f 0 0 0 0 K .3 w 95 95 m 180 95 l S"
    data = spoilt(press, lambda pdf: paint(pdf, 2, content))
    assert the(inspected(tmp_path, data), "line-reversed").page == 2


def text(pdf: pikepdf.Pdf, page: int, colour: str, size: float) -> None:
    name, face = font(pdf, page)
    code = int(face.DescendantFonts[0].W[0])
    paint(pdf, page, f"BT {KNOCK} {colour} k {name} {size} Tf 120 120 Td <{code:04x}> Tj ET")


def test_small_text_in_rich_black(press: bytes, tmp_path: Path) -> None:
    data = spoilt(press, lambda pdf: text(pdf, 2, ".6 .5 .5 1", 9))
    found = the(inspected(tmp_path, data), "text-rich-black")
    assert (found.page, found.params["pt"]) == (2, 9)


def test_small_text_in_many_inks(press: bytes, tmp_path: Path) -> None:
    data = spoilt(press, lambda pdf: text(pdf, 4, ".3 .5 .4 .2", 7))
    assert the(inspected(tmp_path, data), "text-many-inks").page == 4


def test_tiny_reversed_text(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        paint(pdf, 3, f"{KNOCK} .1 .9 .9 0 k 90 90 99 99 re f")
        text(pdf, 3, "0 0 0 0", 5)

    found = the(inspected(tmp_path, spoilt(press, spoil)), "text-reversed")
    assert (found.page, found.params["pt"]) == (3, 5)


# -- fonts -----------------------------------------------------------------------------------


def test_a_font_that_is_not_embedded(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        bare = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica,
                          Encoding=Name.WinAnsiEncoding)  # fmt: skip
        pdf.pages[1].Resources.Font = Dictionary(pdf.pages[1].Resources.Font)
        pdf.pages[1].Resources.Font["/Bare"] = bare
        paint(pdf, 2, f"BT {OVER} 0 0 0 1 k /Bare 10 Tf 120 120 Td (abc) Tj ET")

    found = the(inspected(tmp_path, spoilt(press, spoil)), "font-not-embedded")
    assert (found.page, found.severity) == (2, Severity.ERROR)
    assert found.params["font"] == "Helvetica"


def test_a_missing_glyph(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        name, _ = font(pdf, 3)
        paint(pdf, 3, f"BT {OVER} 0 0 0 1 k {name} 10 Tf 120 120 Td <00000000> Tj ET")

    found = the(inspected(tmp_path, spoilt(press, spoil)), "font-notdef")
    assert (found.page, found.params["times"]) == (3, 2)


# -- claims ----------------------------------------------------------------------------------


def test_a_claim_without_an_intent(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del pdf.Root["/OutputIntents"]

    found = the(inspected(tmp_path, spoilt(press, spoil)), "intent-missing")
    assert (found.page, found.params["claim"]) == (None, "PDF/X-4")


def test_a_profile_of_another_kind(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OutputIntents[0].DestOutputProfile.N = 3

    found = the(inspected(tmp_path, spoilt(press, spoil)), "intent-profile")
    assert (found.page, found.params["space"]) == (None, "CMYK")
    assert found.object_number


def test_an_intent_without_a_claim(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        packet = pdf.Root.Metadata.read_bytes().replace(b"GTS_PDFXVersion", b"GTS_Other")
        pdf.Root.Metadata.write(packet)

    assert the(inspected(tmp_path, spoilt(press, spoil)), "claim-unbacked").page is None


def test_an_encrypted_press_file(press: bytes, tmp_path: Path) -> None:
    data = spoilt(press, lambda pdf: None, encryption=pikepdf.Encryption(owner="x", user=""))
    report = inspected(tmp_path, data)
    assert the(report, "claim-encrypted").severity is Severity.ERROR
    assert report.facts["encrypted"]


def test_trapped_is_not_stated(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del pdf.docinfo["/Trapped"]
        packet = pdf.Root.Metadata.read_bytes().replace(b"pdf:Trapped", b"pdf:Other")
        pdf.Root.Metadata.write(packet)

    assert the(inspected(tmp_path, spoilt(press, spoil)), "claim-trapped").page is None


def test_a_newer_version_than_the_claim(press: bytes, tmp_path: Path) -> None:
    found = the(
        inspected(tmp_path, spoilt(press, lambda pdf: None, force_version="1.7")), "claim-version"
    )
    assert found.params["version"] == "1.7"


def test_a_link_inside_the_bleed(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([99, 99, 150, 120]),
                          A=Dictionary(S=Name.URI, URI="https://example.org"))  # fmt: skip
        pdf.pages[1].Annots = Array([pdf.make_indirect(link)])

    found = the(inspected(tmp_path, spoilt(press, spoil)), "link-in-bleed")
    assert (found.page, found.severity) == (2, Severity.ERROR)


def test_layers_and_scripts(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OCProperties = Dictionary()
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")

    report = inspected(tmp_path, spoilt(press, spoil))
    assert the(report, "file-layers").severity is Severity.ADVICE
    assert the(report, "file-script").severity is Severity.ERROR


def test_an_intent_that_names_its_profile_only(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.OutputIntents[0]["/DestOutputProfile"]

    found = the(inspected(tmp_path, spoilt(press, spoil)), "intent-no-profile")
    assert (found.page, found.params["name"]) == (None, "CGATS TR 006")


def test_two_versions_claimed(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/GTS_PDFXVersion"] = "PDF/X-3:2002"

    found = the(inspected(tmp_path, spoilt(press, spoil)), "claim-differs")
    assert (found.page, found.params["info"]) == (None, "PDF/X-3:2002")


def test_a_file_without_a_date_of_change_is_told(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del pdf.docinfo["/ModDate"]
        packet = pdf.Root.Metadata.read_bytes().replace(b"xmp:ModifyDate", b"xmp:Other")
        pdf.Root.Metadata.write(packet)

    found = the(inspected(tmp_path, spoilt(press, spoil)), "meta-date")
    assert (found.page, found.params["key"]) == (None, "ModDate")


def test_a_page_in_units_of_its_own(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[3].obj.UserUnit = 2

    assert the(inspected(tmp_path, spoilt(press, spoil)), "page-unit").page == 4


def test_a_type_3_font(press: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        glyph = pdf.make_stream(b"500 0 0 0 500 500 d1 0 0 500 500 re f")
        drawn = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 500, 500], FirstChar=65,
            LastChar=65, Widths=[500], FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
            CharProcs=Dictionary(A=glyph), Name=Name.Drawn,
            Encoding=Dictionary(Differences=Array([65, Name.A])),
        )  # fmt: skip
        pdf.pages[2].Resources.Font = Dictionary(pdf.pages[2].Resources.Font)
        pdf.pages[2].Resources.Font["/Drawn"] = pdf.make_indirect(drawn)
        paint(pdf, 3, f"BT {OVER} 0 0 0 1 k /Drawn 10 Tf 120 120 Td (AA) Tj ET")

    found = the(inspected(tmp_path, spoilt(press, spoil)), "font-type3")
    assert (found.page, found.params["font"]) == (3, "Drawn")
