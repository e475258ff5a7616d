"""Layouts on the command line: which there are, and what stands in for fonts nobody gave."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

NAMES = ["gongwen", "moqing", "plain", "zhujin"]


def test_all_four_layouts_are_listed_with_what_they_are_for(casepress):
    found = json.loads(casepress("layouts", "list", "--json").out)["layouts"]
    assert [entry["name"] for entry in found] == NAMES
    assert all(entry["title"] and entry["description"] for entry in found)


@pytest.mark.parametrize("name", ["plain", "gongwen"])
def test_a_copied_layout_is_the_layout(casepress, tmp_path: Path, name: str):
    from casepress.theme.load import load_theme

    path = tmp_path / "ours.yaml"
    assert casepress("layouts", "copy", name, path).code == 0
    assert load_theme(path) == load_theme(name)


def test_a_build_says_which_face_stands_in(casepress, root: Path, tmp_path: Path):
    case = root / "content" / "minimal.yaml"
    ran = casepress("build", case, "--only", "brochure", "--layout", "gongwen", "-o", tmp_path)
    assert ran.code == 0 and ran.err.count("CP0511]") == 2
    assert "没有“仿宋”的字体文件，用 Noto Serif SC 代替" in ran.err
    font = root / "fonts" / "NotoSerifSC-Bold.ttf"
    given = ("--set", f"fonts.fangsong={font}", "--set", f"fonts.xiaobiaosong={font}")
    again = casepress(
        "build", case, "--only", "brochure", "--layout", "gongwen", *given, "-o", tmp_path
    )
    assert again.code == 0 and "CP0511" not in again.err


def test_doctor_says_which_face_stands_in(casepress):
    found = json.loads(casepress("doctor", "--json").out)
    assert found["stand_ins"] == {"gongwen": {"仿宋": "Noto Serif SC", "小标宋": "Noto Serif SC"}}
    assert "没有仿宋，用 Noto Serif SC 代替" in casepress("doctor").out


def test_a_layout_of_one_s_own_is_copied_too(casepress, tmp_path: Path):
    mine, copy = tmp_path / "mine.yaml", tmp_path / "copy.yaml"
    mine.write_text("extends: zhujin  # 我们的\n", encoding="utf-8")
    assert casepress("layouts", "copy", mine, copy).code == 0
    assert copy.read_bytes() == mine.read_bytes()


@pytest.mark.parametrize("value", ["nan", "inf", "-inf", "1e400"])
def test_a_measure_is_a_finite_number(casepress, root: Path, tmp_path: Path, value: str):
    ran = casepress(
        "build", root / "content/minimal.yaml", "--for", "print", "-o", tmp_path,
        "--set", f"page.bleed_mm={value}",
    )  # fmt: skip
    assert ran.code not in (0, 70) and "CP0308" in ran.err and not list(tmp_path.glob("*.pdf"))
