"""The real validator on real files; runs where tools/verapdf.py has fetched veraPDF."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from tests.pdf.helpers import stress, written
from tests.pdf.menagerie import menagerie
from tests.pdf.test_archive import PICTURE, SOURCE

from casepress.display import DisplayList
from casepress.pdf.targets import ARCHIVE, SCREEN


def _tool() -> ModuleType:
    path = Path(__file__).parents[2] / "tools" / "verapdf.py"
    spec = importlib.util.spec_from_file_location("verapdf_tool", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


verapdf = _tool()
pytestmark = pytest.mark.skipif(
    not list(verapdf.CACHE.glob("*.jar")) or shutil.which("java") is None,
    reason="veraPDF is not in .ci/cache",
)


@pytest.mark.parametrize("make", [stress, menagerie], ids=["stress", "menagerie"])
def test_rgb_targets_conform(
    make: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert callable(make)
    display = make(tmp_path)
    screen, archive = tmp_path / "screen.pdf", tmp_path / "archive.pdf"
    screen.write_bytes(written(display, SCREEN))
    archive.write_bytes(written(display, ARCHIVE, attachments=[SOURCE, PICTURE]))
    code = verapdf.main([f"{screen}=ua1", f"{archive}=3a,ua1"])
    assert code == 0, capsys.readouterr().out


def without_alt(display: DisplayList) -> DisplayList:
    elements = tuple(replace(element, alt=None) for element in display.elements)
    return replace(display, elements=elements)


def test_a_planted_fault_is_found(tmp_path: Path) -> None:
    file = tmp_path / "faulty.pdf"
    file.write_bytes(written(without_alt(stress(tmp_path, 2))))
    assert verapdf.main([f"{file}=ua1"]) == 1
    assert verapdf.main(["--expect-failure", f"{file}=ua1"]) == 0
