"""An organisation's template at the command line: export, preflight, build."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.conftest import Ran

ROOT = Path(__file__).parents[2]
LIBREOFFICE = ROOT / "tests" / "pptx" / "templates" / "libreoffice.potx"
MINIMAL = ROOT / "content" / "minimal.yaml"


def test_our_master_is_exported_without_slides_and_used_again(
    casepress: Callable[..., Ran], tmp_path: Path
) -> None:
    from pptx import Presentation

    master = tmp_path / "master.pptx"
    assert casepress("layouts", "copy", "zhujin", "--pptx", master).code == 0
    assert len(Presentation(str(master)).slides) == 0
    assert casepress("layouts", "copy", "zhujin", "--pptx", master).code == 2
    ran = casepress("preflight", master)
    assert ran.code == 0
    assert "原样" in ran.out and "改成列表" not in ran.out
    ran = casepress(
        "build", MINIMAL, "--only", "deck", "--template", master, "-o", tmp_path / "out"
    )
    assert ran.code == 0
    assert "CP0526" not in ran.err


def test_preflight_prints_the_mapping_of_a_foreign_template(
    casepress: Callable[..., Ran],
) -> None:
    found = json.loads(casepress("preflight", LIBREOFFICE, "--format", "json").out)
    by_key = {one["key"]: one for one in found["template"]["layouts"]}
    assert by_key["content"]["name"] == "Title, Content"
    assert by_key["measures3"]["how"] == "degraded"
    assert found["template"]["missing"] == []
    assert "改成列表" in casepress("preflight", LIBREOFFICE).out


def test_a_build_says_which_layouts_the_template_lacks(
    casepress: Callable[..., Ran], tmp_path: Path
) -> None:
    case = ROOT / "content" / "sample.yaml"
    ran = casepress("build", case, "--only", "deck", "--template", LIBREOFFICE, "-o", tmp_path)
    assert ran.code == 0
    assert "CP0526" in ran.err and "小结" in ran.err


def test_a_file_that_is_no_template_is_refused(
    casepress: Callable[..., Ran], tmp_path: Path
) -> None:
    ran = casepress("build", MINIMAL, "--only", "deck", "--template", MINIMAL, "-o", tmp_path)
    assert ran.code == 3
    assert "CP0520" in ran.err
    assert not list(tmp_path.glob("*.pptx"))


def test_a_schema_of_another_making_is_left_whatever_it_holds(casepress, tmp_path: Path):
    schema = tmp_path / "case.schema.json"
    schema.write_bytes("别人的".encode("gb18030"))
    assert casepress("new", tmp_path / "案例.yaml").code == 0
    assert schema.read_bytes() == "别人的".encode("gb18030")
