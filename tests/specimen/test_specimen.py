"""The specimen is made of the program's own lines, stays on its pages and never changes."""

from __future__ import annotations

import io
import subprocess
import sys
from functools import cache
from pathlib import Path

import pypdfium2

from casepress.display import DisplayList, TextItem
from casepress.fonts.library import FontLibrary
from casepress.pdf.targets import SCREEN
from casepress.pdf.write import write_pdf
from casepress.specimen import plan_specimen
from casepress.specimen.sheet import LEFT, RIGHT, SIZE

ROOT = Path(__file__).parent.parent.parent
CORPUS = (ROOT / "tests" / "typeset" / "corpus.txt").read_text(encoding="utf-8").split("\n")


@cache
def plan() -> DisplayList:
    return plan_specimen([text for text in CORPUS if text], FontLibrary.bundled())


def test_no_line_leaves_its_page() -> None:
    for page in plan().pages:
        for item in page.items:
            if isinstance(item, TextItem) and not item.vertical:
                assert item.x_pt >= LEFT - 0.01
                assert item.x_pt + item.line.width_pt <= RIGHT + 0.5 * SIZE
                assert 60 < item.y_pt < page.height_pt - 40


def test_no_sample_breaks_a_rule() -> None:
    assert [
        (item.line.text, item.line.notices)
        for page in plan().pages
        for item in page.items
        if isinstance(item, TextItem) and item.line.notices
    ] == []


def test_every_sample_that_is_not_from_the_article_says_so() -> None:
    from casepress.specimen import mixed, running

    for text in [text for _, _, text in mixed.MIXED] + [mixed.MARKED, mixed.RARE]:
        assert text.startswith("自拟")
    assert running.QUOTE.startswith("自拟")


def test_the_bytes_are_the_same_every_time() -> None:
    first, second = io.BytesIO(), io.BytesIO()
    write_pdf(plan(), SCREEN, first)
    again = plan_specimen([text for text in CORPUS if text], FontLibrary.bundled())
    write_pdf(again, SCREEN, second)
    assert first.getvalue() == second.getvalue()


def words(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    return [page.get_textpage().get_text_bounded() for page in document]


def test_the_file_in_docs_shows_what_the_program_sets_now(tmp_path: Path) -> None:
    """After a change of the case or of the composer: make specimen."""
    out = tmp_path / "specimen.pdf"
    tool = ROOT / "tools" / "specimen.py"
    subprocess.run([sys.executable, tool, ROOT / "content" / "wuhou.yaml", out], check=True)
    assert words(out) == words(ROOT / "docs" / "specimen.pdf")
