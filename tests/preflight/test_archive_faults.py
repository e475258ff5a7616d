"""Faults planted in a good archive file: tags, colour, attachments, metadata, damage."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from tests.preflight.files import font, inspected, spoilt, the

from casepress.diagnostics import Severity
from casepress.preflight import UnreadableError, inspect_pdf
from casepress.preflight.xmp import parse_xmp


def elements(pdf: pikepdf.Pdf, role: str) -> list[Any]:
    """Return the structure elements of a role in reading order."""
    found: list[Any] = []

    def walk(element: Any) -> None:
        if str(element.get("/S", "")) == f"/{role}":
            found.append(element)
        kids = element.get("/K", ())
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, Dictionary) and "/S" in kid:
                walk(kid)

    walk(pdf.Root.StructTreeRoot)
    return found


# -- tags ------------------------------------------------------------------------------------


def test_a_figure_without_alt(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del elements(pdf, "Figure")[4]["/Alt"]

    found = the(inspected(tmp_path, spoilt(archive, spoil)), "tag-figure-alt")
    assert (found.page, found.severity) == (3, Severity.ERROR)
    assert found.place is not None


def test_a_heading_that_skips_a_level(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        elements(pdf, "H2")[1].S = Name.H4

    found = the(inspected(tmp_path, spoilt(archive, spoil)), "tag-heading-skip")
    assert (found.page, found.params["before"], found.params["now"]) == (3, "H2", "H4")


def test_a_table_without_headers(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        for cell in elements(pdf, "TH")[:2]:
            cell.S = Name.TD

    assert the(inspected(tmp_path, spoilt(archive, spoil)), "tag-table-header").page == 2


def test_an_unknown_role(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        elements(pdf, "Caption")[1].S = Name("/Legend")

    found = the(inspected(tmp_path, spoilt(archive, spoil)), "tag-role")
    assert (found.page, found.params["role"]) == (3, "Legend")


def test_content_outside_the_tags(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        stream = pdf.make_stream(b"q 0 0 0 rg 90 90 50 50 re f Q")
        pdf.pages[1].contents_add(stream)

    found = the(inspected(tmp_path, spoilt(archive, spoil)), "tag-untagged")
    assert (found.page, found.params["what"]) == (2, "fill")


def test_marked_content_the_tree_does_not_hold(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[2].contents_add(
            pdf.make_stream(b"/P <</MCID 999>> BDC q 0 0 0 rg 90 90 50 50 re f Q EMC")
        )

    found = the(inspected(tmp_path, spoilt(archive, spoil)), "tag-orphan")
    assert (found.page, found.params["mcid"]) == (3, 999)


def test_no_tags_at_all(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del pdf.Root["/StructTreeRoot"]

    assert (
        the(inspected(tmp_path, spoilt(archive, spoil)), "tag-missing").severity is Severity.ERROR
    )


def test_tags_not_declared(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del pdf.Root["/MarkInfo"]

    assert the(inspected(tmp_path, spoilt(archive, spoil)), "tag-not-marked").page is None


def test_no_language_and_no_title_shown(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del pdf.Root["/Lang"]
        del pdf.Root["/ViewerPreferences"]

    report = inspected(tmp_path, spoilt(archive, spoil))
    assert the(report, "tag-language").severity is Severity.ERROR
    assert the(report, "tag-title-display").severity is Severity.ERROR


# -- links -----------------------------------------------------------------------------------


def test_a_link_that_is_not_to_be_printed(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].Annots[0].F = 0

    found = the(inspected(tmp_path, spoilt(archive, spoil)), "link-print-flag")
    assert (found.page, found.params["flags"]) == (2, 0)
    assert found.object_number


def test_a_link_to_nowhere(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Annots[0].Dest = pikepdf.String("gone")

    found = the(inspected(tmp_path, spoilt(archive, spoil)), "link-dead")
    assert (found.page, found.params["target"]) == (1, "gone")


def test_a_link_to_a_local_file(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].Annots[0].A.URI = pikepdf.String("file:///home/me/case.docx")

    assert the(inspected(tmp_path, spoilt(archive, spoil)), "link-local").page == 2


def test_a_link_outside_the_tags(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[2].Annots[0]["/StructParent"]
        del pdf.pages[2].Annots[0]["/Contents"]

    report = inspected(tmp_path, spoilt(archive, spoil))
    assert the(report, "tag-link").page == 3
    assert the(report, "link-contents").page == 3


def test_an_address_without_a_scheme(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].Annots[0].A.URI = pikepdf.String("www.example.org")

    assert the(inspected(tmp_path, spoilt(archive, spoil)), "link-address").page == 2


def test_a_tab_order_of_its_own(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].obj.Tabs = Name.R

    assert the(inspected(tmp_path, spoilt(archive, spoil)), "tag-tab-order").page == 2


# -- colour, fonts, pictures -----------------------------------------------------------------


def test_cmyk_under_an_rgb_intent(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        stream = pdf.make_stream(b"/Artifact BMC q 0 1 1 0 k 90 90 50 50 re f Q EMC")
        pdf.pages[1].contents_add(stream)

    found = the(inspected(tmp_path, spoilt(archive, spoil)), "colour-cmyk-rgb-intent")
    assert (found.page, found.params["intent"]) == (2, "RGB")


def test_a_group_blended_in_cmyk(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[2].Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)

    assert the(inspected(tmp_path, spoilt(archive, spoil)), "group-cmyk").page == 3


def test_rgb_under_a_cmyk_intent(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        profile = pdf.Root.OutputIntents[0].DestOutputProfile
        data = profile.read_bytes()
        profile.write(data[:16] + b"CMYK" + data[20:])
        profile.N = 4

    report = inspected(tmp_path, spoilt(archive, spoil))
    assert {f.page for f in report.findings if f.id == "colour-rgb-cmyk-intent"} == {1, 2, 3}


def test_device_colour_without_an_intent(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del pdf.Root["/OutputIntents"]

    report = inspected(tmp_path, spoilt(archive, spoil))
    assert {f.page for f in report.findings if f.id == "colour-no-intent"} == {1, 2, 3}


def test_a_font_without_unicode(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del font(pdf, 1)[1]["/ToUnicode"]

    found = the(inspected(tmp_path, spoilt(archive, spoil)), "font-no-unicode")
    assert (found.page, found.severity) == (1, Severity.ERROR)


def test_an_incomplete_unicode_map(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].contents_add(
            pdf.make_stream(
                f"/Artifact BMC BT {font(pdf, 2)[0]} 9 Tf 99 99 Td <FFF0> Tj ET EMC".encode()
            )
        )

    assert the(inspected(tmp_path, spoilt(archive, spoil)), "font-unmapped").page == 2


def test_an_interpolated_picture(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[2].Resources.XObject = Dictionary(pdf.pages[2].Resources.XObject)
        name, image = sorted(pdf.pages[2].Resources.XObject.items())[0]
        smooth = pdf.copy_foreign(image) if not image.is_owned_by(pdf) else pdf.make_stream(
            image.read_raw_bytes(), Dictionary(image.stream_dict))  # fmt: skip
        smooth.Interpolate = True
        pdf.pages[2].Resources.XObject[name] = smooth

    assert the(inspected(tmp_path, spoilt(archive, spoil)), "image-interpolate").page == 3


# -- attachments and metadata ----------------------------------------------------------------


def specification(pdf: pikepdf.Pdf) -> Any:
    return pdf.Root.AF[0]


def test_an_attachment_of_unknown_relation(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del specification(pdf)["/AFRelationship"]

    found = the(inspected(tmp_path, spoilt(archive, spoil)), "attachment-relationship")
    assert (found.page, found.params["name"]) == (None, "case.yaml")
    assert found.object_number


def test_an_attachment_nobody_is_associated_with(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del pdf.Root["/AF"]

    assert the(inspected(tmp_path, spoilt(archive, spoil)), "attachment-unlisted").page is None


def test_an_attachment_that_was_changed(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        specification(pdf).EF.UF.write(b"something else")

    assert the(inspected(tmp_path, spoilt(archive, spoil)), "attachment-checksum").page is None


def test_an_attachment_without_content(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del specification(pdf)["/EF"]

    assert the(inspected(tmp_path, spoilt(archive, spoil)), "attachment-broken").page is None


def test_a_large_attachment(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        specification(pdf).EF.UF.write(bytes(11_000_000))
        del specification(pdf).EF.UF["/Params"]

    found = the(inspected(tmp_path, spoilt(archive, spoil)), "attachment-large")
    assert (found.severity, found.params["mb"]) == (Severity.ADVICE, 11.0)


def test_an_attachment_in_a_standard_that_takes_none(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        packet = pdf.Root.Metadata.read_bytes()
        pdf.Root.Metadata.write(packet.replace(b"<pdfaid:part>3<", b"<pdfaid:part>2<"))

    found = the(inspected(tmp_path, spoilt(archive, spoil)), "attachment-forbidden")
    assert found.params["claim"] == "PDF/A-2A"


def test_metadata_that_disagrees(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo.Title = "另一个标题"

    found = the(inspected(tmp_path, spoilt(archive, spoil)), "meta-disagree")
    assert (found.page, found.params["key"], found.severity) == (None, "Title", Severity.ERROR)


def test_dates_that_disagree(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo.CreationDate = "D:20200101000000+08'00'"

    assert the(inspected(tmp_path, spoilt(archive, spoil)), "meta-disagree").params["key"] == (
        "CreationDate"
    )


def test_no_metadata(screen: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del pdf.Root["/Metadata"]
        del pdf.docinfo["/Title"]

    report = inspected(tmp_path, spoilt(screen, spoil))
    assert the(report, "meta-no-xmp").severity is Severity.WARNING
    assert the(report, "meta-title").severity is Severity.WARNING


def test_metadata_that_is_no_xml(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Metadata.write(b"<x:xmpmeta")

    data = spoilt(archive, spoil, fix_metadata_version=False)
    assert the(inspected(tmp_path, data), "meta-broken-xmp").page is None


def test_an_entity_bomb_is_not_parsed() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    assert not parse_xmp(bomb).readable


# -- damage ----------------------------------------------------------------------------------


def test_a_broken_cross_reference_table(press: bytes, tmp_path: Path) -> None:
    at = press.rindex(b"startxref")
    report = inspected(tmp_path, press[:at] + b"startxref\n12\n%%EOF\n")
    assert the(report, "file-damaged").severity is Severity.ERROR
    assert len(report.facts["pages"]) == 4


def test_content_that_cannot_be_read(screen: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].contents_add(pdf.make_stream(b"/Artifact BMC /Nothing Do EMC"))

    assert the(inspected(tmp_path, spoilt(screen, spoil)), "page-broken").page == 2


def test_state_left_open(screen: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[2].contents_add(pdf.make_stream(b"q q"))

    assert the(inspected(tmp_path, spoilt(screen, spoil)), "page-unclosed").page == 3


def test_a_form_that_contains_itself_ends(screen: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(b"/Me Do", Type=Name.XObject, Subtype=Name.Form,
                               BBox=Array([0, 0, 9, 9]))  # fmt: skip
        form.Resources = Dictionary(XObject=Dictionary(Me=form))
        pdf.pages[0].Resources.XObject = Dictionary(Me=form)
        pdf.pages[0].contents_add(pdf.make_stream(b"/Artifact BMC /Me Do EMC"))

    assert inspected(tmp_path, spoilt(screen, spoil)).passes()


def test_a_check_that_trips_over_nonsense_says_so(archive: bytes, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.Root.StructTreeRoot.K = Array([7])

    report = inspected(tmp_path, spoilt(archive, spoil))
    found = [f for f in report.findings if f.id == "file-malformed"]
    assert {f.params["check"] for f in found} == {"tags", "structure"}
    assert not report.passes()


@pytest.mark.parametrize(
    ("name", "data", "id"),
    [
        ("empty.pdf", b"", "CP1002"),
        ("text.pdf", b"hello", "CP1003"),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj\n<<", "CP1005"),
    ],
)
def test_what_cannot_be_read(name: str, data: bytes, id: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableError) as caught:
        inspect_pdf(path)
    assert caught.value.diagnostics[0].id == id
    assert caught.value.exit_code == 3


def test_a_locked_file_cannot_be_read(press: bytes, tmp_path: Path) -> None:
    locked = spoilt(press, lambda pdf: None, encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(UnreadableError) as caught:
        inspected(tmp_path, locked)
    assert caught.value.diagnostics[0].id == "CP1004"
