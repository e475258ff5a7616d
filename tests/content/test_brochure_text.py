"""The text a reader copies from the brochure of the real case is the text of the source."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from casepress.brochure import plan_brochure
from casepress.case.load import LoadedCase, load_case
from casepress.case.verbatim import verbatim_texts
from casepress.fonts import FontLibrary
from casepress.pdf.targets import SCREEN
from casepress.pdf.write import write_pdf
from casepress.theme.load import load_theme

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def loaded() -> LoadedCase:
    return load_case(ROOT / "content" / "wuhou.yaml")


@pytest.fixture(scope="module")
def pages(loaded: LoadedCase, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    file = tmp_path_factory.mktemp("brochure") / "wuhou.pdf"
    theme = load_theme("zhujin")
    display = plan_brochure(loaded.case, theme, FontLibrary.bundled(), base_dir=ROOT / "content")
    with file.open("wb") as out:
        write_pdf(display, SCREEN, out)
    with pypdfium2.PdfDocument(file) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def solid(text: str) -> str:
    """Words without blanks and breaks."""
    return re.sub(r"[\s|\ufffe]+", "", text)


def test_every_text_of_the_source_can_be_copied_whole(loaded: LoadedCase, pages: list[str]) -> None:
    book = solid("".join(pages))
    missing = [
        path
        for path, text in verbatim_texts(loaded.case)
        if solid(text).strip("（）。：") not in book
    ]
    assert not missing


def test_long_paragraphs_stand_once(loaded: LoadedCase, pages: list[str]) -> None:
    book = solid("".join(pages))
    long = [solid(text) for _, text in verbatim_texts(loaded.case) if len(solid(text)) > 60]
    assert len(long) >= 18
    assert [book.count(text) for text in long] == [1] * len(long)


def test_no_radical_stands_for_a_character(pages: list[str]) -> None:
    assert not re.search(r"[\u2e80-\u2fdf\uf900-\ufaff]", "".join(pages))
