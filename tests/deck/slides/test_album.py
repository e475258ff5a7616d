"""Pictures, mark and code on slides: every picture once, the code readable."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.deck.reading import overfull

from casepress.case.load import load_case
from casepress.case.model import Case
from casepress.deck.fit.fitter import Fitter
from casepress.deck.model import Deck, PictureFill
from casepress.theme.model import Theme


@pytest.fixture(scope="module")
def album(root: Path, planned: Callable[[Case], Deck]) -> Deck:
    return planned(load_case(root / "content" / "album.yaml").case)


def test_every_picture_is_on_one_slide(album: Deck, fitter: Fitter):
    paths = [f.path for s in album.slides for f in s.fills if isinstance(f, PictureFill)]
    assert len(paths) == len(set(paths)) == 12
    assert overfull(album, fitter) == []


def test_upright_pictures_stand_in_upright_frames(album: Deck, fitter: Fitter):
    layouts = {
        Path(f.path).stem: s.layout
        for s in album.slides for f in s.fills if isinstance(f, PictureFill)
    }  # fmt: skip
    assert layouts["album-tower"] == layouts["album-visit"] == "picture_tall"
    assert layouts["album-meeting"] == "picture_text"


def test_the_mark_is_on_the_cover_and_the_code_on_the_last_slide(album: Deck):
    (mark,) = album.slides[0].emblems
    assert mark.path.endswith("album-emblem.png") and mark.alt
    last = album.slides[-1]
    (code,) = last.emblems
    assert last.layout == "closing" and code.code is not None
    assert "https://example.org/wutongli" in code.alt


def test_without_mark_and_code_nothing_is_reserved(made: Callable[..., Deck]):
    deck = made(title="一个案例", practices=[{"title": "做法一"}])
    assert not any(s.emblems for s in deck.slides)
    assert deck.slides[-1].layout != "closing"


def test_the_file_is_clean_and_its_code_can_be_read(album: Deck, theme: Theme, tmp_path: Path):
    import zxingcpp
    from openxml_audit import validate_pptx
    from PIL import Image, ImageDraw
    from pptx import Presentation

    from casepress.pptx.write import write_deck

    path = tmp_path / "album.pptx"
    with path.open("wb") as file:
        write_deck(album, theme, file)
    assert validate_pptx(path).errors == []
    slide = Presentation(str(path)).slides[-1]
    (group,) = [shape for shape in slide.shapes if shape.name == "二维码"]
    outline = next(s for s in group.shapes if s.name == "码")._element
    space = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    side = int(outline.find(f".//{space}path").get("w"))
    image = Image.new("L", (side * 8, side * 8), 255)
    pen = ImageDraw.Draw(image)
    points = [(int(p.get("x")), int(p.get("y"))) for p in outline.iter(f"{space}pt")]
    for n in range(0, len(points), 4):
        (x1, y1), (x2, y2) = points[n], points[n + 2]
        pen.rectangle((x1 * 8, y1 * 8, x2 * 8 - 1, y2 * 8 - 1), fill=0)
    (found,) = zxingcpp.read_barcodes(image)
    assert found.text == "https://example.org/wutongli"
