"""The mark and the QR code: where they stand, and that a phone can read the code."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from casepress.brochure import plan_brochure
from casepress.case.model import Case
from casepress.diagnostics import CasepressError
from casepress.display import BoxItem, DisplayList, PathItem, PictureItem
from casepress.fonts.library import FontLibrary
from casepress.pdf.targets import TARGETS
from casepress.pdf.write import write_pdf
from casepress.qr import QUIET, symbol
from casepress.theme.load import load_theme
from casepress.units import to_mm

ADDRESS = "https://example.org/案例?id=7"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("mark")
    mark = Image.new("RGBA", (400, 100), (0, 0, 0, 0))
    mark.paste((255, 255, 255, 255), (20, 20, 380, 80))
    mark.save(path / "mark.png")
    return path


def planned(folder: Path, text: str = ADDRESS, layout: str = "zhujin") -> DisplayList:
    case = Case.model_validate(
        {
            "title": "码", "organisation": "某单位", "practices": [{"title": "做法"}],
            "logo": {"path": "mark.png"}, "qr": {"text": text, "caption": "扫码看原文"},
        }
    )  # fmt: skip
    theme = load_theme(layout)
    fonts = FontLibrary.bundled().with_user_fonts(theme.fonts)
    fonts = fonts.with_stand_ins({key: t.family for key, t in theme.standing_in().items()})
    return plan_brochure(case, theme, fonts, base_dir=folder)


def code_of(book: DisplayList) -> tuple[BoxItem, PathItem]:
    (element,) = [e for e in book.elements if e.source == "qr.text"]
    own = [i for i in book.pages[-1].items if i.element == element.id]
    (ground,) = [i for i in own if isinstance(i, BoxItem)]
    (modules,) = [i for i in own if isinstance(i, PathItem)]
    assert element.role == "Figure" and ADDRESS in (element.alt or "")
    return ground, modules


def test_the_code_is_black_on_light_with_a_quiet_zone_and_large_enough(folder: Path):
    book = planned(folder)
    ground, modules = code_of(book)
    assert modules.fill == "ink" and book.inks["ink"].cmyk == (0, 0, 0, 100)
    assert ground.ink == "paper"
    xs = [points[0] for kind, points in modules.segments if kind in "ML"]
    ys = [points[1] for kind, points in modules.segments if kind in "ML"]
    module = ground.rect.width / (symbol(ADDRESS).side + 2 * QUIET)
    assert min(xs) - ground.rect.x == pytest.approx(QUIET * module)
    assert ground.rect.y + ground.rect.height - max(ys) == pytest.approx(QUIET * module)
    assert to_mm(max(xs) - min(xs)) >= 15


@pytest.mark.parametrize("layout", ["zhujin", "moqing", "gongwen"])
def test_the_printed_code_says_what_the_case_says(folder: Path, layout: str, tmp_path: Path):
    import pypdfium2
    import zxingcpp

    book = planned(folder, layout=layout)
    path = tmp_path / "book.pdf"
    with path.open("wb") as file:
        write_pdf(book, TARGETS["screen"], file)
    with pypdfium2.PdfDocument(path) as document:
        number = next(n for n in range(len(document) - 1, -1, -1)
                      if any(i.element is not None and book.elements[i.element].source == "qr.text"
                             for i in book.pages[n].items))  # fmt: skip
        image = document[number].render(scale=3).to_pil()
    (found,) = zxingcpp.read_barcodes(image)
    assert found.text == ADDRESS
    assert found.format == zxingcpp.BarcodeFormat.QRCode


def test_the_mark_stands_on_both_covers_in_its_proportion(folder: Path):
    book = planned(folder)
    for page in (book.pages[0], book.pages[-1]):
        (mark,) = [i for i in page.items if isinstance(i, PictureItem)]
        assert mark.rect.width / mark.rect.height == pytest.approx(4)
        assert mark.rect.y > 14
        assert book.elements[mark.element or 0].alt == "某单位标志"


def test_a_text_too_long_for_a_code_is_refused(folder: Path):
    with pytest.raises(CasepressError) as caught:
        planned(folder, "长" * 1000)
    assert caught.value.diagnostics[0].id == "CP0432"
