from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casepress.diagnostics import CasepressError, ExitCode
from casepress.source.reader import MAX_BYTES, read_source, source_from_bytes, source_from_text

TEXT = "title: 园区\n案例摘要: 正文，有标点。\n"


def ids(error: CasepressError) -> list[str]:
    return [diagnostic.id for diagnostic in error.diagnostics]


def refused(data: bytes) -> CasepressError:
    with pytest.raises(CasepressError) as caught:
        source_from_bytes(data, "案例.yaml")
    assert caught.value.exit_code is ExitCode.UNREADABLE
    return caught.value


def test_utf8_with_and_without_bom_read_alike() -> None:
    plain = source_from_bytes(TEXT.encode(), "a")
    assert source_from_bytes(TEXT.encode("utf-8-sig"), "a").text == plain.text == TEXT


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf16_is_named(encoding: str) -> None:
    error = refused(TEXT.encode(encoding))
    assert ids(error) == ["CP0105"]
    assert str(error.diagnostics[0].params["encoding"]).startswith("UTF-")


def test_gb18030_is_named() -> None:
    assert ids(refused(TEXT.encode("gb18030"))) == ["CP0106"]


def test_bytes_of_no_encoding_say_line_and_byte() -> None:
    error = refused(b"title: x\nb: \xff\xff\xfe\xfd\x80\n")
    assert ids(error) == ["CP0107"]
    assert error.diagnostics[0].params["line"] == 2
    assert error.diagnostics[0].params["byte"] == "FF"


@pytest.mark.parametrize(
    ("head", "kind"), [(b"PK\x03\x04", "docx"), (b"%PDF-1.7", "PDF"), (b"\xd0\xcf\x11\xe0", "doc")]
)
def test_office_files_are_named(head: bytes, kind: str) -> None:
    error = refused(head + b"rest")
    assert ids(error) == ["CP0113"]
    assert kind in str(error.diagnostics[0].params["format"])


def test_missing_directory_and_large_files(tmp_path: Path) -> None:
    large = tmp_path / "大.yaml"
    large.write_bytes(b"a" * (MAX_BYTES + 1))
    for path, expected in (
        (tmp_path / "无.yaml", "CP0101"),
        (tmp_path, "CP0102"),
        (large, "CP0104"),
    ):
        with pytest.raises(CasepressError) as caught:
            read_source(path)
        assert ids(caught.value) == [expected]
        assert caught.value.exit_code is ExitCode.UNREADABLE


@pytest.mark.parametrize(
    ("char", "expected"),
    [("\x07", "CP0108"), ("\u2028", "CP0108"), ("\x85", "CP0108"), ("\u202e", "CP0109"),
     ("\ud800", "CP0110")],
)  # fmt: skip
def test_characters_no_text_may_hold_have_their_place(char: str, expected: str) -> None:
    with pytest.raises(CasepressError) as caught:
        source_from_text(f"title: 一\nb: 甲{char}乙\n", "a")
    (one,) = caught.value.diagnostics
    assert one.id == expected
    assert one.span is not None
    assert (one.span.line, one.span.column) == (2, 5)


def test_every_control_character_is_reported_in_order() -> None:
    with pytest.raises(CasepressError) as caught:
        source_from_text("a\x01b\nc\x02d\u202e", "a")
    places = [(d.span.line, d.span.column) for d in caught.value.diagnostics if d.span]
    assert places == [(1, 2), (2, 2), (2, 4)]


def test_a_lost_character_is_a_warning() -> None:
    (warning,) = source_from_text("title: 生\ufffd字", "a").warnings
    assert warning.id == "CP0112"
    assert warning.span is not None and warning.span.column == 9


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_and_columns_count_from_one_in_characters(ending: str) -> None:
    source = source_from_text(f"甲乙{ending}丙丁戊", "a")
    assert source.position(source.text.index("戊")) == (2, 3)
    assert source.line(1) == "甲乙" and source.line(2) == "丙丁戊" and source.line(9) == ""


@given(st.binary(max_size=200))
def test_any_bytes_read_or_are_refused(data: bytes) -> None:
    try:
        source = source_from_bytes(data, "a")
    except CasepressError as error:
        assert error.diagnostics
    else:
        assert source.data == data
