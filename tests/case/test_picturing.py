from __future__ import annotations

import pytest

from casepress.case.model import Case, Figure
from casepress.case.picturing import figures_at, homes


def case(*places: str) -> Case:
    return Case.model_validate(
        {
            "title": "图",
            "background": {"text": "背景。"},
            "practices": [{"title": "一"}, {"title": "二"}],
            "figures": [{"path": "a.png", "at": at} for at in places],
        }
    )


@pytest.mark.parametrize(
    ("at", "home"),
    [("cover", "cover"), ("background", "background"), ("summary", "background"),
     ("practices[1]", "practices[1]"), ("practices[1].measures[0]", "practices[1]"),
     ("practices[7]", ""), ("overview", "practices"), ("results", ""), ("lessons", ""), ("", ""),
     ("某处", "")],
)  # fmt: skip
def test_a_picture_stands_with_the_nearest_part_that_exists(at: str, home: str) -> None:
    assert homes(case(at)) == (home,)


def test_only_the_first_picture_of_the_cover_stands_on_it() -> None:
    assert homes(case("cover", "cover", "background")) == ("cover", "", "background")
    assert [n for n, _ in figures_at(case("cover", "cover"), "")] == [1]


@pytest.mark.parametrize(
    ("words", "point"),
    [("左上", (0.2, 0.2)), ("右", (0.8, 0.5)), ("中", (0.5, 0.5)), ("右下", (0.8, 0.8)),
     (("0.3", "0.4"), (0.3, 0.4))],
)  # fmt: skip
def test_a_focal_point_may_be_given_in_words(words: object, point: tuple[float, float]) -> None:
    assert Figure.model_validate({"path": "a.png", "focus": words}).focus == point


def test_other_words_are_no_focal_point() -> None:
    with pytest.raises(ValueError, match="focus"):
        Figure.model_validate({"path": "a.png", "focus": "哪里"})
