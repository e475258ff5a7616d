"""Pictures of pages and slides, one by one or on a contact sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from casepress.diagnostics import ExitCode


@pytest.fixture
def case(root: Path) -> Path:
    return root / "content" / "minimal.yaml"


def test_by_default_the_pages_of_the_brochure_are_drawn(casepress, case: Path, tmp_path: Path):
    ran = casepress("preview", case, "--dpi", "24", "-o", tmp_path)
    names = sorted(path.name for path in (tmp_path / "minimal-preview").iterdir())
    assert ran.code == 0 and names[0] == "01.png" and len(names) % 4 == 0


def test_slides_have_their_own_shape_and_names(casepress, case: Path, tmp_path: Path):
    ran = casepress("preview", case, "--only", "deck", "--dpi", "24", "-o", tmp_path)
    lines = ran.out.splitlines()
    assert [Path(line).name for line in lines] == ["slide-01.png", "slide-02.png", "slide-03.png"]
    with Image.open(lines[0]) as picture:
        assert picture.size == (320, 180)


def test_one_page_of_the_handout(casepress, case: Path, tmp_path: Path):
    ran = casepress(
        "preview", case, "--only", "handout", "--page", "1", "--dpi", "24", "-o", tmp_path
    )
    assert [Path(line).name for line in ran.out.splitlines()] == ["handout-01.png"]


def test_a_contact_sheet_shows_all_pages_on_one_picture(casepress, case: Path, tmp_path: Path):
    ran = casepress(
        "preview", case, "--only", "brochure,deck", "--sheet", "--dpi", "32", "-o", tmp_path
    )
    book, slides = ran.out.splitlines()
    assert Path(book).name == "sheet.png" and Path(slides).name == "slide-sheet.png"
    with Image.open(slides) as picture:
        width, height = picture.size
        assert 3 * 100 < width < 4 * 100 and 56 < height < 90
        assert len(picture.getcolors(1 << 24) or ()) > 20


def test_a_sheet_of_one_page_is_refused(casepress, case: Path, tmp_path: Path):
    ran = casepress("preview", case, "--sheet", "--page", "1", "-o", tmp_path)
    assert ran.code == ExitCode.USAGE and not list(tmp_path.iterdir())
