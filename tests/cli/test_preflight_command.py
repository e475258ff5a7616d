"""casepress preflight and casepress impose at the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Ran
from tests.pdf.helpers import one_line, set_line, written

from casepress.pdf.targets import PRINT, SCREEN


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "a-print.pdf"
    path.write_bytes(written(one_line(set_line("正文")), PRINT))
    return path


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    path = tmp_path / "a.pdf"
    path.write_bytes(written(one_line(set_line("正文")), SCREEN))
    return path


def test_a_good_file_is_clean(casepress: Callable[..., Ran], good: Path) -> None:
    ran = casepress("preflight", good)
    assert ran.code == 0
    assert "PDF/X-4" in ran.out
    assert "错误 0" in ran.out
    assert ran.err == ""


def test_a_screen_file_is_no_print_file(casepress: Callable[..., Ran], plain: Path) -> None:
    assert casepress("preflight", plain).code == 0
    ran = casepress("preflight", plain, "--for", "print")
    assert ran.code == 1
    assert "错误[colour-rgb]" in ran.out
    assert "错误[box-no-trim]" in ran.out


def test_strict_fails_on_warnings(casepress: Callable[..., Ran], plain: Path) -> None:
    import pikepdf

    with pikepdf.open(plain, allow_overwriting_input=True) as pdf:
        del pdf.pages[0].Contents
        pdf.save()
    assert casepress("preflight", plain).code == 0
    assert casepress("preflight", plain, "--strict").code == 1


def test_json_is_one_object(casepress: Callable[..., Ran], good: Path) -> None:
    ran = casepress("preflight", good, "--format", "json")
    found = json.loads(ran.out)
    assert found["schema_version"] == 1
    assert found["ok"]
    assert found["facts"]["job"] == "print"


@pytest.mark.parametrize(("data", "code"), [(b"", 3), (b"no pdf", 3)])
def test_what_cannot_be_read_ends_with_3(
    casepress: Callable[..., Ran], tmp_path: Path, data: bytes, code: int
) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(data)
    ran = casepress("preflight", path)
    assert ran.code == code
    assert "x.pdf" in ran.err
    assert ran.out == ""
    assert casepress("preflight", tmp_path / "none.pdf").code == 3


def test_unknown_purposes_and_formats_are_usage(casepress: Callable[..., Ran], good: Path) -> None:
    assert casepress("preflight", good, "--for", "web").code == 2
    assert casepress("preflight", good, "--format", "xml").code == 2


def test_presentations_are_inspected_too(casepress: Callable[..., Ran], tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(b"PK no zip")
    ran = casepress("preflight", path)
    assert ran.code == 3
    assert "zip-unreadable" in ran.out
    from pptx import Presentation

    deck = Presentation()
    for _ in range(2):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = "同名"
    deck.save(str(path))
    ran = casepress("preflight", path, "--format", "json")
    found = json.loads(ran.out)
    assert "slide-title-twice" in {finding["id"] for finding in found["findings"]}
    assert casepress("preflight", path, "--strict").code == 1
    assert casepress("preflight", tmp_path / "none.pptx").code == 3


def test_impose_writes_beside_the_source(casepress: Callable[..., Ran], good: Path) -> None:
    ran = casepress("impose", good)
    assert ran.code == 0
    assert ran.out.startswith(str(good.with_name("a-print-booklet.pdf")))
    assert "1 张纸" in ran.out
    assert "补了 3 个白页" in ran.err
    ran = casepress("impose", good, "--two-up", "-o", good.with_name("o.pdf"), "--lang", "en")
    assert "1 sheets" in ran.out
    assert good.with_name("o.pdf").exists()


def test_impose_refuses_in_words(casepress: Callable[..., Ran], plain: Path) -> None:
    ran = casepress("impose", plain)
    assert ran.code == 4
    assert "CP1012" in ran.err
    assert not plain.with_name("a-booklet.pdf").exists()


def test_impose_never_overwrites_its_source(casepress: Callable[..., Ran], good: Path) -> None:
    before = good.read_bytes()
    ran = casepress("impose", good, "-o", good)
    assert ran.code == 4
    assert good.read_bytes() == before


@pytest.mark.parametrize(
    "options",
    [("--booklet", "--two-up"), ("--sheet", "B5"), ("--signature", "6"), ("--creep", "-1")],
)
def test_impose_takes_no_nonsense(
    casepress: Callable[..., Ran], good: Path, options: tuple[str, str]
) -> None:
    assert casepress("impose", good, *options).code == 2
