"""The typographic gate sees faults of the body and nothing else: a toy PDF with one of each."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from tests.conftest import ROOT

HAN = "党建引领园区发展成效进一步凸显组织优势转化为治理效能服务群众"
MEASURE = 26


@pytest.fixture(scope="module")
def gate():
    sys.path.insert(0, str(ROOT / "tools"))
    import typo_gate

    yield typo_gate
    sys.path.remove(str(ROOT / "tools"))
    sys.modules.pop("typo_gate")


@pytest.fixture(scope="module", autouse=True)
def font():
    pdfmetrics.registerFont(TTFont("kai", ROOT / "fonts" / "LXGWWenKai-Regular.ttf"))


def sheet(path: Path, extra) -> Path:
    canvas = Canvas(str(path), (500, 700))
    for row in range(12):
        spaced(canvas, HAN[:MEASURE], 80, 600 - 18 * row)
    spaced(canvas, HAN[:10], 80, 600 - 18 * 12)
    extra(canvas)
    canvas.save()
    return path


def spaced(canvas: Canvas, words: str, x: float, y: float, size: float = 10, loose: float = 0):
    canvas.setFont("kai", size)
    for char in words:
        canvas.drawString(x, y, char)
        x += size * (1 if char.isascii() is False else 0.5) + loose


def test_a_tag_of_body_size_before_a_larger_heading_is_no_body_line(gate, tmp_path: Path):
    def heading(canvas: Canvas) -> None:
        spaced(canvas, "一", 84, 340 - 4)
        spaced(canvas, HAN[:8], 105, 340 - 4, 13)

    found = gate.examine(sheet(tmp_path / "tag.pdf", heading))
    assert found.lines >= 12 and found.faults == []


def test_a_loose_line_is_still_a_fault(gate, tmp_path: Path):
    def loose(canvas: Canvas) -> None:
        for row in range(2):
            spaced(canvas, HAN[: MEASURE - 2], 80, 600 - 18 * (13 + row), loose=20 / 23)

    found = gate.examine(sheet(tmp_path / "loose.pdf", loose))
    assert any(fault.startswith("loose by") for fault in found.faults)
