"""Boxes, ticket and sheets of a print file follow its trim size."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest

from casepress.build.model import BuildOptions, Product, Target
from casepress.build.run import build
from casepress.diagnostics import ExitCode
from casepress.impose import Options, impose_pdf

SIZES = [
    ("a4", "A4", 210, 297, "A3"),
    ("a5", "A5", 148, 210, "A4"),
    ("zheng16", "正16开", 185, 260, "A3"),
    ("square", "方形", 210, 210, "A3"),
]
OFFICE = {"A4": (297, 210), "A3": (420, 297)}


@pytest.mark.parametrize(("size", "name", "width", "height", "sheet"), SIZES)
def test_a_print_file_has_its_size_everywhere(
    root: Path, tmp_path: Path, size: str, name: str, width: int, height: int, sheet: str
) -> None:
    options = BuildOptions(
        output=tmp_path,
        products=(Product.BROCHURE,),
        targets=(Target.PRINT,),
        overrides=(("page.trim", size),),
    )
    assert build(root / "content" / "minimal.yaml", options).exit_code is ExitCode.OK
    file = tmp_path / "minimal-print.pdf"
    with pikepdf.open(file) as pdf:
        for page in pdf.pages:
            left, bottom, right, top = (float(edge) / 72 * 25.4 for edge in page.TrimBox)
            assert (right - left, top - bottom) == pytest.approx((width, height), abs=0.02)
            bleed = [float(edge) / 72 * 25.4 for edge in page.BleedBox]
            assert (left - bleed[0], bleed[3] - top) == pytest.approx((3, 3), abs=0.02)
    ticket = json.loads((tmp_path / "minimal-印刷说明.json").read_text(encoding="utf-8"))
    assert ticket["成品尺寸"] == {"宽_mm": width, "高_mm": height, "开本": name}
    press = impose_pdf(file, Options())
    assert (press.width_mm, press.height_mm) == pytest.approx(
        (2 * width + 26, height + 26), abs=0.1
    )
    office = impose_pdf(file, Options(fit=True))
    assert (office.width_mm, office.height_mm) == pytest.approx(OFFICE[sheet], abs=0.1)
