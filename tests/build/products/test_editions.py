"""Screen, press and archive from one plan, and the papers beside them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from tests.build.conftest import picture

from casepress.build.model import BuildOptions, Product, Target
from casepress.build.products.editions import pdf_target
from casepress.build.products.ticket import binding
from casepress.build.run import build
from casepress.diagnostics import CasepressError, ExitCode
from casepress.pdf.targets import SRGB, TR006

ALL = (Target.SCREEN, Target.PRINT, Target.ARCHIVE)


@pytest.fixture
def out(case_with: Callable[..., Path], tmp_path: Path) -> Path:
    case = case_with("图/站会.png")
    picture(case.parent / "图" / "站会.png")
    report = build(case, BuildOptions((Product.BROCHURE,), ALL, output=tmp_path / "out"))
    assert report.exit_code is ExitCode.OK, report.diagnostics
    return tmp_path / "out"


def text_of(path: Path) -> list[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_bounded().split() for page in document]
    document.close()
    return ["".join(words) for words in pages]


def test_three_editions_and_their_papers(out: Path):
    assert sorted(path.name for path in out.iterdir()) == [
        "短会-archive.pdf",
        "短会-brochure.pdf",
        "短会-print.pdf",
        "短会-印刷说明.json",
        "短会-印刷说明.txt",
        "短会-归档清单.json",
    ]


def test_every_edition_has_the_same_words_on_the_same_pages(out: Path):
    screen, archive, press = (
        text_of(out / f"短会-{name}.pdf") for name in ("brochure", "archive", "print")
    )
    assert screen == archive == press
    assert len(screen) % 4 == 0


def test_the_archive_list_says_what_an_archivist_asks(out: Path):
    listed = json.loads((out / "短会-归档清单.json").read_text(encoding="utf-8"))
    data = (out / "短会-archive.pdf").read_bytes()
    assert listed["题名"] == "把例会开短"
    assert listed["责任者"] == "某某单位办公室"
    assert listed["日期"] == "2026-05-04"
    assert listed["密级"] == listed["保管期限"] == ""
    assert listed["文件"]["sha256"] == hashlib.sha256(data).hexdigest()
    assert listed["文件"]["字节数"] == len(data)
    assert listed["文件"]["格式"] == ["PDF/A-3a（ISO 19005-3）", "PDF/UA-1（ISO 14289-1）"]
    with pikepdf.open(out / "短会-archive.pdf") as pdf:
        inside = {name: pdf.attachments[name].get_file().read_bytes() for name in pdf.attachments}
    assert {f["文件名"]: f["sha256"] for f in listed["附件"]} == {
        name: hashlib.sha256(content).hexdigest() for name, content in inside.items()
    }


def test_what_the_archivist_fills_in_survives_a_new_build(out: Path, tmp_path: Path):
    path = out / "短会-归档清单.json"
    listed = json.loads(path.read_text(encoding="utf-8"))
    listed |= {"密级": "内部", "保管期限": "30年", "题名": "改过的题名"}
    path.write_text(json.dumps(listed, ensure_ascii=False), encoding="utf-8")
    options = BuildOptions((Product.BROCHURE,), (Target.ARCHIVE,), output=out)
    build(tmp_path / "case" / "短会.yaml", options)
    again = json.loads(path.read_text(encoding="utf-8"))
    assert (again["密级"], again["保管期限"], again["题名"]) == ("内部", "30年", "把例会开短")


def test_attachments_have_their_relationships(out: Path):
    with pikepdf.open(out / "短会-archive.pdf") as pdf:
        found = {str(file.UF): str(file.AFRelationship) for file in pdf.Root.AF}
    assert found == {
        "短会.yaml": "/Source",
        "图/站会.png": "/Data",
        "casepress-layout.yaml": "/Supplement",
        "casepress-build.json": "/Supplement",
    }


def test_the_ticket_tells_the_facts_of_the_file(out: Path):
    ticket = json.loads((out / "短会-印刷说明.json").read_text(encoding="utf-8"))
    words = (out / "短会-印刷说明.txt").read_text(encoding="utf-8")
    data = (out / "短会-print.pdf").read_bytes()
    with pikepdf.open(out / "短会-print.pdf") as pdf:
        trim = [float(edge) / 72 * 25.4 for edge in pdf.pages[0].TrimBox]
        bleed = [float(edge) / 72 * 25.4 for edge in pdf.pages[0].BleedBox]
        pages = len(pdf.pages)
    assert ticket["成品尺寸"]["宽_mm"] == pytest.approx(trim[2] - trim[0], abs=0.1)
    assert ticket["成品尺寸"]["高_mm"] == pytest.approx(trim[3] - trim[1], abs=0.1)
    assert ticket["出血"]["每边_mm"] == pytest.approx(trim[0] - bleed[0], abs=0.1) == 3
    assert ticket["页数"] == pages
    assert ticket["装订"].startswith("骑马订")
    assert ticket["sha256"] == hashlib.sha256(data).hexdigest() and ticket["sha256"] in words
    assert 0 < ticket["最高墨量"]["百分数"] <= 300
    assert ticket["图片精度"]["最低_dpi"] >= 300
    assert ticket["用纸"] == "" and "未定" in words
    assert "大16开" in words and "CGATS TR 006" in words


def test_stock_and_run_are_the_cases_own_words(case_with: Callable[..., Path], tmp_path: Path):
    case = case_with()
    with case.open("a", encoding="utf-8") as file:
        file.write("colophon:\n  stock: 内文157克哑粉\n  printing: 500册\n")
    build(case, BuildOptions((Product.BROCHURE,), (Target.PRINT,), output=tmp_path))
    words = (tmp_path / "短会-印刷说明.txt").read_text(encoding="utf-8")
    assert "内文157克哑粉" in words and "500册" in words


@pytest.mark.parametrize(
    ("pages", "begins"), [(4, "骑马订"), (64, "骑马订"), (18, "待商定"), (68, "无线胶装")]
)
def test_binding_follows_the_page_count(pages: int, begins: str):
    assert binding(pages).startswith(begins)


def test_the_printers_own_profile_becomes_the_output_intent(
    case_with: Callable[..., Path], tmp_path: Path
):
    own = tmp_path / "印刷厂.icc"
    own.write_bytes(TR006.path.read_bytes())
    report = build(
        case_with(), BuildOptions((Product.BROCHURE,), (Target.PRINT,), output=tmp_path, icc=own)
    )
    assert report.exit_code is ExitCode.OK
    with pikepdf.open(tmp_path / "短会-print.pdf") as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert intent.DestOutputProfile.read_bytes() == own.read_bytes()
        assert intent.DestOutputProfile.N == 4
        assert "/RegistryName" not in intent
        assert str(intent.OutputConditionIdentifier) != TR006.identifier


def test_a_wrong_profile_stops_only_the_print_edition(
    case_with: Callable[..., Path], tmp_path: Path
):
    options = BuildOptions(
        (Product.BROCHURE,), (Target.SCREEN, Target.PRINT), output=tmp_path, icc=SRGB.path
    )
    report = build(case_with(), options)
    assert [d.id for d in report.diagnostics] == ["CP0923"]
    assert [output.target for output in report.outputs] == [Target.SCREEN]
    with pytest.raises(CasepressError, match="CP0923"):
        pdf_target(Target.PRINT, SRGB.path)


def test_the_command_line_refuses_a_profile_nothing_uses(casepress, case_with, tmp_path: Path):
    ran = casepress("build", case_with(), "-o", tmp_path, "--icc", TR006.path)
    assert ran.code == ExitCode.USAGE
    assert "--for print" in ran.err


@pytest.mark.parametrize("text", ["yesterday", "-5", "1e9", "１７０"])
def test_a_senseless_date_is_a_usage_error(
    text: str, casepress, case_with, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", text)
    ran = casepress("build", case_with(), "-o", tmp_path, "-j", "1")
    assert ran.code == ExitCode.USAGE
    assert "SOURCE_DATE_EPOCH" in ran.err


def test_ink_that_paper_cannot_take_is_a_warning(case_with: Callable[..., Path], tmp_path: Path):
    options = BuildOptions(
        (Product.BROCHURE,), (Target.PRINT,), output=tmp_path,
        overrides=(("ink.coverBg.cmyk", "[90, 90, 90, 60]"),),
    )  # fmt: skip
    report = build(case_with(), options)
    assert [d.id for d in report.diagnostics] == ["CP0617"]
    assert float(str(report.diagnostics[0].params["ink"])) >= 330
    assert len(report.outputs) == 1


def test_check_tells_of_the_press_before_anything_is_written(
    case_with: Callable[..., Path], tmp_path: Path
):
    from casepress.build.run import check_all

    case = case_with("coarse.png")
    picture(case.parent / "coarse.png", (600, 400))
    text = case.read_text(encoding="utf-8")
    case.write_text(text.replace("    alt:", "    placement: full\n    alt:"), encoding="utf-8")
    options = BuildOptions(targets=(Target.PRINT,), output=tmp_path / "out")
    assert "CP0613" in [d.id for d in check_all((case,), options).diagnostics]
    assert not (tmp_path / "out").exists()
