"""What is shown follows the file: pages, the line every paragraph comes from, problems."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from tests.serve.conftest import CASE, OPTIONS, settled

from casepress.serve.desk import Desk
from casepress.serve.model import Proof
from casepress.serve.prover import Prover


def line_of(words: str) -> int:
    return next(n for n, line in enumerate(CASE.splitlines(), 1) if words in line)


def test_products_come_one_by_one_and_problems_last(desk: Desk) -> None:
    settled(desk)
    assert list(desk.proof.products) == ["brochure", "deck"]
    assert desk.proof.source == CASE
    assert not desk.proof.stale


def test_every_paragraph_knows_its_line(desk: Desk) -> None:
    settled(desk)
    lines = {
        region.line for sheet in desk.proof.products["brochure"].sheets for region in sheet.regions
    }
    for words in ("第一段", "第二段", "合并窗口", "一窗受理", "群众只进"):
        assert line_of(words) in lines, words
    for product in desk.proof.products.values():
        for sheet in product.sheets:
            for region in sheet.regions:
                assert 0 <= region.left < region.left + region.width <= 1.001
                assert 0 <= region.top < region.top + region.height <= 1.001


def test_a_save_gives_a_new_proof(desk: Desk, case: Path) -> None:
    settled(desk)
    before = desk.proof
    case.write_text(CASE.replace("合并窗口", "合并柜台"), encoding="utf-8")
    settled(desk, before.version)
    assert "合并柜台" in desk.proof.source
    assert keys(desk.proof)["brochure"] != keys(before)["brochure"]
    assert keys(desk.proof)["deck"] != keys(before)["deck"]


def test_a_broken_case_keeps_the_last_good_pages_and_says_what_is_wrong(
    desk: Desk, case: Path
) -> None:
    settled(desk)
    good = desk.proof
    case.write_text(CASE.replace("background:", "backgruond:"), encoding="utf-8")
    settled(desk, good.version)
    assert desk.proof.stale
    assert keys(desk.proof) == keys(good)
    (problem,) = desk.proof.problems
    assert (problem["severity"], problem["place"]["line"]) == ("error", 2)
    case.write_text(CASE, encoding="utf-8")
    settled(desk, desk.proof.version)
    assert not desk.proof.stale
    assert not [p for p in desk.proof.problems if p["severity"] == "error"]


def test_saving_by_renaming_is_seen(desk: Desk, case: Path) -> None:
    settled(desk)
    version = desk.proof.version
    new = case.with_name("new")
    new.write_text(CASE + "subtitle: 另一行\n", encoding="utf-8")
    new.replace(case)
    settled(desk, version)
    assert "另一行" in desk.proof.source


def keys(proof: Proof) -> dict[str, str]:
    return {one.name: one.key for one in proof.products.values()}


def test_a_collection_is_shown_as_its_book_and_follows_its_cases(case: Path) -> None:
    path = case.with_name("collection.yaml")
    path.write_text("title: 虚构示例汇编\ncases: [case.yaml]\n", encoding="utf-8")
    desk = Desk(Prover(path, OPTIONS))
    desk.start()
    try:
        settled(desk)
        assert len(desk.proof.products["brochure"].sheets) > 8
        assert not [p for p in desk.proof.problems if p["severity"] == "error"]
        before = desk.proof
        case.write_text(CASE.replace("合并窗口", "合并柜台"), encoding="utf-8")
        settled(desk, before.version)
        assert keys(desk.proof)["brochure"] != keys(before)["brochure"]
    finally:
        desk.stop()


FIGURE = """\
figures:
  - path: ../outside.png
    caption: 虚构示例的图
    alt: 一块白色
    at: practices[0]
"""


@pytest.mark.parametrize("bound", [False, True])
def test_a_picture_from_outside_the_folder_is_told_and_never_drawn(
    tmp_path: Path, bound: bool
) -> None:
    Image.new("RGB", (600, 400), "white").save(tmp_path / "outside.png")
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "case.yaml").write_text(CASE + FIGURE, encoding="utf-8")
    (folder / "collection.yaml").write_text(
        "title: 虚构示例汇编\ncases: [case.yaml]\n", encoding="utf-8"
    )
    shown = folder / ("collection.yaml" if bound else "case.yaml")
    *_, (proof, files) = Prover(shown, OPTIONS).proofs(Proof("case"))
    assert proof.stale
    assert not proof.products
    assert [p["id"] for p in proof.problems if p["severity"] == "error"] == ["CP0611"]
    assert folder / "case.yaml" in files
