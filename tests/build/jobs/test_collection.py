"""A collection through the whole pipeline: book, cover, archive, deck."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from casepress.build.elsewhere.parcel import pack
from casepress.build.model import BuildOptions, BuildReport, Job, Product, Target
from casepress.build.rebuild import rebuild
from casepress.build.run import build, check_all
from casepress.build.workers.heard import heard, tell
from casepress.diagnostics import ExitCode


@pytest.fixture(scope="module")
def made(root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[BuildReport, Path]:
    out = tmp_path_factory.mktemp("book")
    options = BuildOptions(targets=tuple(Target), output=out)
    return build(root / "content" / "collection.yaml", options), out


def ids(report: BuildReport) -> list[str]:
    return [one.id for one in report.diagnostics]


def test_every_edition_and_the_deck_are_made(made: tuple[BuildReport, Path]) -> None:
    report, out = made
    assert report.exit_code is ExitCode.OK
    names = {path.name for path in out.iterdir() if path.is_file()}
    assert names == {
        "collection-brochure.pdf", "collection-print.pdf", "collection-cover.pdf",
        "collection-archive.pdf", "collection-deck.pptx", "collection-印刷说明.txt",
        "collection-印刷说明.json", "collection-归档清单.json",
    }  # fmt: skip


def test_interior_and_cover_are_separate_for_the_press(made: tuple[BuildReport, Path]) -> None:
    _, out = made
    with (
        pikepdf.open(out / "collection-brochure.pdf") as screen,
        pikepdf.open(out / "collection-print.pdf") as interior,
        pikepdf.open(out / "collection-cover.pdf") as cover,
    ):
        assert len(interior.pages) == len(screen.pages) - 4
        assert len(cover.pages) == 1
        trim = [float(v) for v in cover.pages[0].TrimBox]
        page = [float(v) for v in interior.pages[0].TrimBox]
        pages = len(interior.pages)
    ticket = json.loads((out / "collection-印刷说明.json").read_text(encoding="utf-8"))
    spine = pages / 2 * 0.1 + 2 * 0.28
    assert ticket["书脊"] == pytest.approx(spine, abs=0.05)
    across = (trim[2] - trim[0]) / 72 * 25.4
    assert across == pytest.approx(2 * (page[2] - page[0]) / 72 * 25.4 + ticket["书脊"], abs=0.01)


def test_page_labels_and_nested_bookmarks(made: tuple[BuildReport, Path]) -> None:
    _, out = made
    document = pypdfium2.PdfDocument(out / "collection-brochure.pdf")
    try:
        labels = [document.get_page_label(k) for k in range(len(document))]
        titles = [(mark.level, mark.get_title()) for mark in document.get_toc()]
    finally:
        document.close()
    assert labels[0] == "封面" and labels[2] == "i" and "1" in labels
    assert (0, "第二编\u3000虚构示例") in titles
    assert (1, "把例会开短") in titles and (2, "一、背景与起因") in titles


def test_an_archive_makes_itself_again_from_what_it_carries(made: tuple[BuildReport, Path]) -> None:
    _, out = made
    with pikepdf.open(out / "collection-archive.pdf") as pdf:
        names = set(pdf.attachments)
    assert {"collection.yaml", "wuhou.yaml", "sample.yaml", "minimal.yaml"} <= names
    assert "images/sample-van.png" in names
    assert rebuild(out / "collection-archive.pdf").same


def test_the_same_collection_gives_the_same_bytes_from_elsewhere(
    made: tuple[BuildReport, Path], root: Path, tmp_path: Path
) -> None:
    _, out = made
    copied = tmp_path / "elsewhere"
    shutil.copytree(root / "content", copied)
    build(copied / "collection.yaml", BuildOptions(output=tmp_path / "out"))
    for name in ("collection-brochure.pdf", "collection-deck.pptx"):
        assert (tmp_path / "out" / name).read_bytes() == (out / name).read_bytes()


def test_errors_of_all_files_come_at_once_each_in_its_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("titel: 甲\npractices: []\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("title: 乙\npractices: 无\n", encoding="utf-8")
    book = tmp_path / "book.yaml"
    text = "title: 汇编\ncases: [a.yaml, b.yaml, c.yaml, a.yaml, ../d.yaml]\n"
    book.write_text(text, encoding="utf-8")
    report = build(book, BuildOptions(output=tmp_path / "out"))
    assert report.exit_code is ExitCode.UNREADABLE
    files = {Path(d.span.file).name for d in report.diagnostics if d.span}
    assert files == {"a.yaml", "b.yaml", "book.yaml"}
    assert {"CP0302", "CP0306", "CP0333", "CP0334", "CP0336"} <= set(ids(report))
    missing = next(d for d in report.diagnostics if d.id == "CP0333")
    assert missing.span and (missing.span.line, missing.span.column) == (2, 25)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: 空\nparts: []\n", "CP0331"),
        ("title: 甲\ncases: [a.yaml]\nparts: [{title: 编, cases: [a.yaml]}]\n", "CP0332"),
        ("title: 甲\ncases: [book.yaml]\n", "CP0335"),
        ("title: 甲\ncases: [a.yaml]\nindex: {readings: {长寿区: chang2}}\n", "CP0337"),
        ("title: 甲\ncases: [a.yaml]\ncolophon: {thickness_mm: 薄}\n", "CP0308"),
        ("title: 甲\ncases: [a.yaml]\nprefase: 前言\n", "CP0302"),
    ],
)
def test_what_is_wrong_with_a_collection_has_a_place(
    tmp_path: Path, root: Path, text: str, expected: str
) -> None:
    shutil.copy(root / "content" / "minimal.yaml", tmp_path / "a.yaml")
    book = tmp_path / "book.yaml"
    book.write_text(text, encoding="utf-8")
    report = build(book, BuildOptions(output=tmp_path / "out"))
    (found,) = [d for d in report.diagnostics if d.id == expected]
    assert found.span is not None and Path(found.span.file) == book


def test_without_paper_there_is_no_spine_and_no_cover(tmp_path: Path, root: Path) -> None:
    shutil.copy(root / "content" / "minimal.yaml", tmp_path / "a.yaml")
    book = tmp_path / "book.yaml"
    book.write_text("标题: 一本书\n案例: [a.yaml]\n", encoding="utf-8")
    options = BuildOptions((Product.BROCHURE,), (Target.PRINT,), output=tmp_path / "out")
    report = build(book, options)
    assert report.exit_code is ExitCode.OK and "CP0621" in ids(report)
    assert not (tmp_path / "out" / "book-cover.pdf").exists()


def test_a_check_looks_through_every_case_and_writes_nothing(root: Path, tmp_path: Path) -> None:
    report = check_all((root / "content" / "collection.yaml",), BuildOptions(output=tmp_path))
    assert report.exit_code is ExitCode.OK
    assert not list(tmp_path.iterdir())


def test_an_unchanged_collection_is_skipped_until_one_of_its_cases_changes(
    root: Path, tmp_path: Path, casepress: Callable[..., object]
) -> None:
    shutil.copy(root / "content" / "minimal.yaml", tmp_path / "a.yaml")
    book = tmp_path / "book.yaml"
    book.write_text("title: 一本书\ncases: [a.yaml]\n", encoding="utf-8")
    run = ("build", book, "--only", "brochure", "-j", "1", "-o", tmp_path / "out")
    casepress(*run)
    made = tmp_path / "out" / "book-brochure.pdf"
    first = made.stat().st_mtime_ns
    casepress(*run)
    assert made.stat().st_mtime_ns == first
    case = tmp_path / "a.yaml"
    case.write_text(case.read_text(encoding="utf-8").replace("开短", "开好"), encoding="utf-8")
    casepress(*run)
    assert made.stat().st_mtime_ns != first


def test_a_parcel_carries_every_case_and_its_pictures(root: Path, tmp_path: Path) -> None:
    options = BuildOptions((Product.BROCHURE,), output=tmp_path)
    parcel = pack(Job(root / "content" / "collection.yaml", options))
    names = {Path(name).name for name, data in parcel.files if data}
    assert {"collection.yaml", "wuhou.yaml", "sample.yaml", "minimal.yaml"} <= names
    assert {"sample-van.png", "sample-shelf.png"} <= names


def test_every_product_has_a_place_on_the_board() -> None:
    for done, product in enumerate(Product, 1):
        tell(product.value, done, 9)
    assert heard() == (1, 9)
    for product in Product:
        tell(product.value, 0, 0)
    assert heard() == (0, 0)


def test_characters_no_font_has_are_told_of_in_every_case_at_once(
    root: Path, tmp_path: Path
) -> None:
    text = (root / "content" / "minimal.yaml").read_text(encoding="utf-8")
    for name in ("a", "b"):
        strange = text + "organisation: 某\U0003134a局\n"
        (tmp_path / f"{name}.yaml").write_text(strange, encoding="utf-8")
    book = tmp_path / "book.yaml"
    book.write_text("title: 一本书\ncases: [a.yaml, b.yaml]\n", encoding="utf-8")
    report = build(book, BuildOptions(output=tmp_path / "out"))
    assert report.exit_code is ExitCode.MISSING_RESOURCE
    places = {Path(d.span.file).name for d in report.diagnostics if d.id == "CP0605" and d.span}
    assert places == {"a.yaml", "b.yaml"} and not report.outputs
