"""The text as a first try with reportlab has it: platypus, TTFont, CJK wrapping.

Usage: naive_reportlab.py FOLDER FONTS

No tags, no side column, no charts, lines broken greedily: what fifty lines give.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate

BODY = ParagraphStyle("body", fontName="Serif", fontSize=10.5, leading=18, firstLineIndent=21,
                      wordWrap="CJK", alignment=TA_JUSTIFY)  # fmt: skip
HEAD = ParagraphStyle("head", fontName="Bold", fontSize=30, leading=36, wordWrap="CJK")
SUB = ParagraphStyle("sub", fontName="Bold", fontSize=13, leading=27, wordWrap="CJK")


def story(case: dict[str, Any]) -> Iterator[Flowable]:
    """Yield headings and paragraphs."""
    yield Paragraph(case["title"].replace("|", ""), HEAD)
    for key in ("summary", "background"):
        yield PageBreak()
        yield Paragraph(case["headings"][key], HEAD)
        yield from (Paragraph(one, BODY) for one in case[key]["text"].splitlines() if one)
    for part in (*case["practices"], case["results"], case["lessons"]):
        yield PageBreak()
        yield Paragraph(part.get("title") or "", HEAD)
        yield Paragraph(part["lead"], BODY)
        for item in part.get("measures") or part.get("items"):
            yield Paragraph(item["title"], SUB)
            yield Paragraph(item["text"], BODY)


if __name__ == "__main__":
    folder, fonts = Path(sys.argv[1]), Path(sys.argv[2])
    case = json.loads((folder / "case.json").read_text(encoding="utf-8"))
    pdfmetrics.registerFont(TTFont("Serif", str(fonts / "NotoSerifSC-Regular.ttf")))
    pdfmetrics.registerFont(TTFont("Bold", str(fonts / "NotoSerifSC-Bold.ttf")))
    document = SimpleDocTemplate(
        str(folder / "naive.pdf"), pagesize=(210 * mm, 285 * mm), leftMargin=65, rightMargin=205
    )
    document.build(list(story(case)))
