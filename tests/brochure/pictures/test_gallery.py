"""Pictures on pages: every one is placed, none too coarse, none twice, the focus in its frame."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from tests.brochure.sheets import collisions, kinds

from casepress.brochure import plan_brochure
from casepress.case.load import load_case
from casepress.case.model import Case
from casepress.case.picturing import homes
from casepress.display import DisplayList, PictureItem
from casepress.fonts.library import FontLibrary
from casepress.picture import effective_ppi
from casepress.theme.load import load_theme

SHAPES = {
    "broad": (2400, 1600), "tall": (1600, 2400), "page": (2200, 3000), "wide": (3600, 1200),
    "square": (1500, 1500), "small": (640, 427),
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pictures")
    for name, size in SHAPES.items():
        Image.new("L", size, 200).save(path / f"{name}.png")
    return path


def planned(folder: Path, *figures: tuple[str, str, str]) -> DisplayList:
    """Plan a case with pictures given as shape, place and placement."""
    case = Case.model_validate(
        {
            "title": "图",
            "background": {"text": "背景的一段话。" * 12},
            "practices": [
                {"title": "做法一", "measures": [{"title": "一件事", "text": "一件事。" * 30}]},
                {"title": "做法二", "measures": [{"title": "两件事", "text": "两件事。" * 30}]},
            ],
            "lessons": {"lead": "启示。", "items": [{"title": "一条", "text": "一条启示。"}]},
            "figures": [
                {"path": f"{name}.png", "at": at, "placement": placement, "caption": f"图{n}",
                 "alt": f"第{n}张"}
                for n, (name, at, placement) in enumerate(figures)
            ],
        }
    )  # fmt: skip
    return plan_brochure(case, load_theme("zhujin"), FontLibrary.bundled(), base_dir=folder)


def placed(book: DisplayList) -> list[tuple[int, PictureItem, str]]:
    return [
        (number, item, book.elements[item.element or 0].source)
        for number, page in enumerate(book.pages, 1)
        for item in page.items
        if isinstance(item, PictureItem)
    ]


PLACES = ("cover", "background", "practices", "practices[0]", "practices[1]", "lessons", "",
          "practices[0].measures[0]", "results", "teaching", "practices[9]")  # fmt: skip


@pytest.mark.parametrize("placement", ["auto", "full", "beside", "bleed", "spread", "opener"])
def test_no_picture_is_left_out_wherever_it_belongs(folder: Path, placement: str):
    book = planned(folder, *(("broad", at, placement) for at in PLACES))
    sources = {source for _, _, source in placed(book)}
    assert sources == {f"figures[{n}]" for n in range(len(PLACES))}
    assert collisions(book) == []


def test_two_upright_pictures_stand_side_by_side_at_one_height(folder: Path):
    book = planned(folder, *(("tall", "practices[0]", "auto"),) * 2)
    (first, one, _), (second, two, _) = placed(book)
    assert first == second
    assert one.rect.y == two.rect.y and one.rect.height == pytest.approx(two.rect.height)
    assert one.rect.x + one.rect.width < two.rect.x


def test_a_rich_case_gives_a_sharp_upright_picture_a_page(folder: Path):
    rich = [("page", "background", "auto"), *(("broad", "practices[0]", "auto"),) * 5]
    number, item, _ = placed(planned(folder, *rich))[0]
    assert item.rect.x < 0 and item.rect.y < 0
    assert kinds(planned(folder, *rich))[number - 1] == "picture"
    _, lone, _ = placed(planned(folder, ("page", "background", "auto")))[0]
    assert lone.rect.width < 150, "alone in an empty side column"


def test_a_coarse_picture_is_set_no_larger_than_the_press_takes(folder: Path):
    for at in ("background", "practices[1]", "lessons", ""):
        found = placed(planned(folder, ("small", at, "auto")))
        assert found, at
        for _, item, _ in found:
            shown = (item.rect.width, item.rect.height)
            assert effective_ppi(SHAPES["small"], shown, item.crop) >= 149.5


def test_a_picture_shrinks_to_stand_with_its_text_rather_than_alone(folder: Path):
    one = planned(folder, ("square", "practices[0]", "auto"))
    ((number, item, _),) = placed(one)
    assert kinds(one)[number - 1] == "practice"
    assert item.rect.width / item.rect.height == pytest.approx(1, abs=0.25)


def test_an_opener_comes_before_its_section(folder: Path):
    book = planned(folder, ("broad", "lessons", "opener"))
    number, item, _ = placed(book)[0]
    assert kinds(book)[number - 1 : number + 1] == ["picture", "lessons"]
    assert item.rect.x < 0


def test_pictures_of_a_place_keep_to_few_pages(folder: Path):
    book = planned(folder, *(("broad", "practices[0]", "auto"),) * 6)
    assert kinds(book).count("picture") <= 1


def test_the_album_shows_all_twelve_pictures(content: Path):
    case = load_case(content / "album.yaml").case
    assert len(case.figures) == 12 and homes(case)[0] == "cover"
    book = plan_brochure(case, load_theme("moqing"), FontLibrary.bundled(), base_dir=content)
    shown = {source for _, _, source in placed(book)}
    assert shown == {"logo", *(f"figures[{n}]" for n in range(12))}
    for _, item, _ in placed(book):
        element = book.elements[item.element or 0]
        assert element.role == "Figure" and element.alt
    assert collisions(book) == []
