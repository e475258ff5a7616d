"""The archive target: PDF/A-3a with its sources inside."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.pdf.helpers import one_line, opened, set_line, stress, written

from casepress.pdf.targets import ARCHIVE, PRINT, SRGB, Attachment

SOURCE = Attachment("武侯.yaml", "标题: 案例\n".encode(), "text/yaml", "案例的源文件")
PICTURE = Attachment(
    "figures/a.png", b"\x89PNG", "image/png", relationship="Data",
    modified=datetime(2020, 1, 2, tzinfo=UTC),
)  # fmt: skip


def test_sources_come_back_byte_for_byte() -> None:
    pdf = opened(written(one_line(set_line("正文")), ARCHIVE, attachments=[SOURCE, PICTURE]))
    assert {name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items()} == {
        "武侯.yaml": SOURCE.data,
        "figures/a.png": PICTURE.data,
    }


def test_attachments_are_described_and_associated() -> None:
    pdf = opened(written(one_line(set_line("正文")), ARCHIVE, attachments=[SOURCE, PICTURE]))
    picture, source = pdf.Root.AF
    assert source.AFRelationship == "/Source"
    assert picture.AFRelationship == "/Data"
    assert str(source.UF) == str(source.F) == "武侯.yaml"
    assert str(source.Desc) == "案例的源文件"
    file = source.EF.F
    assert file.Subtype == "/text/yaml"
    assert int(file.Params.Size) == len(SOURCE.data)
    digest = hashlib.md5(SOURCE.data, usedforsecurity=False).digest()
    assert bytes(file.Params.CheckSum) == digest
    assert str(file.Params.ModDate) == "D:20180711000000Z"
    assert str(picture.EF.F.Params.ModDate) == "D:20200102000000Z"


def test_two_attachments_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="two attachments"):
        written(one_line(set_line("正文")), ARCHIVE, attachments=[SOURCE, SOURCE])


def test_a_press_file_takes_no_attachments() -> None:
    with pytest.raises(ValueError, match="no attachments"):
        written(one_line(set_line("正文")), PRINT, attachments=[SOURCE])


def test_the_claims_and_the_intent(tmp_path: Path) -> None:
    pdf = opened(written(stress(tmp_path, 2), ARCHIVE))
    (intent,) = pdf.Root.OutputIntents
    assert intent.S == "/GTS_PDFA1"
    assert intent.DestOutputProfile.read_bytes() == SRGB.path.read_bytes()
    assert int(intent.DestOutputProfile.N) == 3
    xmp = pdf.Root.Metadata.read_bytes().decode("utf-8")
    claims = ("pdfaid:part>3<", "pdfaid:conformance>A<", "pdfuaid:part>1<", "prefix>pdfuaid<")
    for claim in claims:
        assert claim in xmp
    assert "/Filter" not in pdf.Root.Metadata
    assert "/Subject" in pdf.docinfo


def test_screen_and_archive_paint_the_same_pages(tmp_path: Path) -> None:
    display = stress(tmp_path, 2)
    with opened(written(display)) as screen, opened(written(display, ARCHIVE)) as archive:
        for one, other in zip(screen.pages, archive.pages, strict=True):
            assert one.Contents.read_bytes() == other.Contents.read_bytes()
