"""What a session takes beside brochure and deck: handout, notes, slides as PDF."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from tests.build.conftest import picture

from casepress.build.archive.extract import extract
from casepress.build.model import WHOLE, BuildOptions, Product, Target
from casepress.build.rebuild import rebuild
from casepress.build.run import build
from casepress.diagnostics import ExitCode

EVERY = tuple(Target)


@pytest.fixture
def case(case_with: Callable[..., Path]) -> Path:
    path = case_with("图/站会.png")
    picture(path.parent / "图" / "站会.png")
    return path


def made(case: Path, folder: Path, *products: Product, **options: object) -> list[str]:
    chosen = BuildOptions(products, output=folder, **options)  # type: ignore[arg-type]
    report = build(case, chosen)
    assert report.exit_code is ExitCode.OK, report.diagnostics
    names = sorted(path.name for path in folder.iterdir() if path.is_file())
    assert names == sorted(path.name for path in chosen.paths(case))
    return names


def test_a_handout_has_every_edition_and_its_papers(case: Path, tmp_path: Path):
    assert made(case, tmp_path / "out", Product.HANDOUT, targets=EVERY) == [
        "短会-handout-archive.pdf",
        "短会-handout-print.pdf",
        "短会-handout-印刷说明.json",
        "短会-handout-印刷说明.txt",
        "短会-handout-归档清单.json",
        "短会-handout.pdf",
    ]
    ticket = json.loads((tmp_path / "out" / "短会-handout-印刷说明.json").read_text("utf-8"))
    assert ticket["成品尺寸"]["开本"] == "A4"
    assert ticket["装订"].startswith("散页") and "封面" not in str(ticket["页数"])
    listed = json.loads((tmp_path / "out" / "短会-handout-归档清单.json").read_text("utf-8"))
    assert listed["文件"]["文件名"] == "短会-handout-archive.pdf"


def test_the_archive_of_a_handout_makes_itself_again(case: Path, tmp_path: Path):
    made(case, tmp_path / "out", Product.HANDOUT, targets=(Target.ARCHIVE,))
    pdf = tmp_path / "out" / "短会-handout-archive.pdf"
    extracted = extract(pdf, tmp_path / "in")
    assert extracted.record is not None and extracted.record.product == "handout"
    again = rebuild(pdf)
    assert again.same and again.report is not None
    assert [output.product for output in again.report.outputs] == [Product.HANDOUT]


def test_brochure_and_handout_of_one_case_do_not_touch_each_other(case: Path, tmp_path: Path):
    names = made(case, tmp_path / "out", *WHOLE, targets=EVERY)
    assert len(names) == len(set(names)) == 13
    assert "短会-印刷说明.txt" in names and "短会-handout-印刷说明.txt" in names


def test_notes_and_slides_are_single_files_whatever_the_targets(case: Path, tmp_path: Path):
    both = (Product.NOTES, Product.SLIDES)
    assert made(case, tmp_path / "out", *both, targets=EVERY) == [
        "短会-notes.txt",
        "短会-slides.pdf",
    ]
    data = (tmp_path / "out" / "短会-notes.txt").read_bytes()
    assert data.decode("utf-8").startswith("把例会开短\n讲稿：") and b"\r" not in data
    with pikepdf.open(tmp_path / "out" / "短会-slides.pdf") as pdf:
        box = [float(v) for v in pdf.pages[0].mediabox]
    assert box == pytest.approx([0, 0, 960, 540], abs=0.01)


def test_notes_are_those_under_the_slides_of_the_deck(case: Path, tmp_path: Path):
    from pptx import Presentation

    made(case, tmp_path / "out", Product.DECK, Product.NOTES)
    text = (tmp_path / "out" / "短会-notes.txt").read_text("utf-8")
    deck = Presentation(str(tmp_path / "out" / "短会-deck.pptx"))
    assert len(deck.slides) > 1
    for slide in deck.slides:
        lines = slide.notes_slide.notes_text_frame.text.split("\n")
        assert "\n".join(lines) in text.replace("\n\n", "\n")


def test_twice_the_same_bytes(case: Path, tmp_path: Path):
    products = (Product.HANDOUT, Product.NOTES, Product.SLIDES)
    one = made(case, tmp_path / "one", *products, targets=EVERY)
    assert made(case, tmp_path / "two", *products, targets=EVERY) == one
    for name in one:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_a_coarse_picture_on_the_press_is_named_at_its_place(
    case_with: Callable[..., Path], tmp_path: Path
):
    path = case_with("小.png")
    picture(path.parent / "小.png", (200, 120))
    options = BuildOptions((Product.HANDOUT,), (Target.PRINT,), output=tmp_path / "out")
    report = build(path, options)
    found = {d.id: d for d in report.diagnostics}
    assert {"CP0613", "CP0614"} & set(found)
    (one,) = (d for d in report.diagnostics if d.id in ("CP0613", "CP0614"))
    assert one.params["path"] == "小.png" and one.span is not None


# -- the same through the command line --------------------------------------------------------


def test_all_makes_brochure_deck_and_handout(casepress, case: Path, tmp_path: Path):
    ran = casepress("build", case, "--all", "-o", tmp_path, "-j", "1")
    assert ran.code == 0, ran.err
    lines = [line.split()[0] for line in ran.out.splitlines()]
    assert [Path(line).name for line in lines] == [
        "短会-brochure.pdf",
        "短会-deck.pptx",
        "短会-handout.pdf",
    ]


def test_all_and_only_exclude_each_other(casepress, case: Path, tmp_path: Path):
    ran = casepress("build", case, "--all", "--only", "deck", "-o", tmp_path)
    assert ran.code == ExitCode.USAGE and "--only" in ran.err


def test_json_counts_pages_of_handouts_and_slides_of_notes(casepress, case: Path, tmp_path: Path):
    ran = casepress("build", case, "--only", "handout,notes", "-o", tmp_path, "-j", "1", "--json")
    handout, notes = json.loads(ran.out)["outputs"]
    assert (handout["product"], notes["product"]) == ("handout", "notes")
    assert handout["pages"] >= 1 and notes["slides"] >= 3
