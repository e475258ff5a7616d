"""Trim sizes: what follows from them, and which pages are refused."""

from __future__ import annotations

import pytest

from casepress.diagnostics import CasepressError, ExitCode
from casepress.theme.load import load_theme
from casepress.theme.page import PageGeometry, page_geometry, type_scale
from casepress.units import mm, to_mm

SIZES = {"da16": (210, 285), "a4": (210, 297), "a5": (148, 210), "zheng16": (185, 260),
         "square": (210, 210)}  # fmt: skip


def geometry(**tokens: str) -> tuple[PageGeometry, float]:
    theme = load_theme("zhujin", {f"page.{key}": value for key, value in tokens.items()})
    body = type_scale(theme.page).of(theme.type["body"].size)
    return page_geometry(theme.page, body, theme.type["label"].size), body


def test_the_default_is_the_drawn_page() -> None:
    at, body = geometry()
    assert (body, at.leading, at.rows, at.top, at.inner) == (10.5, 18, 37, 81, 65)
    assert (at.body_width, at.gutter, at.side_width) == (325.5, 21, 120)


@pytest.mark.parametrize("name", SIZES)
def test_every_size_follows_from_its_trim(name: str) -> None:
    at, body = geometry(trim=name)
    assert (at.width, at.height) == pytest.approx([mm(v) for v in SIZES[name]])
    assert at.body_width == at.measure_em * body and 25 <= at.measure_em <= 34
    assert all(15 <= to_mm(margin) <= 26 for margin in (at.inner, at.outer, at.foot))
    assert at.inner >= at.outer and at.rows >= 26


def test_a_small_page_has_smaller_type_and_no_side_column() -> None:
    at, body = geometry(trim="a5")
    assert (body, at.leading, at.side_width, at.gutter) == (10, 17, 0, 0)


def test_sizes_go_by_key_or_title() -> None:
    assert geometry(trim="正16开") == geometry(trim="zheng16")
    assert geometry(trim="A5") == geometry(trim="a5")


def test_given_measures_go_before_the_rules() -> None:
    at, _ = geometry(trim="a4", measure_em="28", side_em="0", rows="30")
    assert (at.measure_em, at.side_width, at.rows) == (28, 0, 30)
    own = {"page.sizes.a5.rows": "25", "page.trim": "a5"}
    assert page_geometry(load_theme("zhujin", own).page, 10, 8).rows == 25


def test_any_other_size_can_be_given() -> None:
    at, _ = geometry(width_mm="190", height_mm="260")
    assert (round(to_mm(at.width)), round(to_mm(at.height))) == (190, 260)


@pytest.mark.parametrize(
    ("tokens", "blamed"),
    [
        ({"inner_pt": "10"}, ["inner margin"]),
        ({"inner_pt": "110"}, ["outer margin"]),
        ({"rows": "50", "frame_top_pt": "20"}, ["foot margin", "head margin"]),
        ({"measure_em": "12", "rows": "12"}, ["measure", "rows"]),
        ({"width_mm": "90"}, ["width"]),
        ({"leading_pt": "9", "rows": "37"}, ["leading"]),
    ],
)
def test_unusable_pages_are_refused_with_their_numbers(
    tokens: dict[str, str], blamed: list[str]
) -> None:
    with pytest.raises(CasepressError) as caught:
        geometry(**tokens)
    found = caught.value.diagnostics
    assert {d.id for d in found} == {"CP0516"} and caught.value.exit_code is ExitCode.USAGE
    assert sorted(str(d.params["en"]) for d in found) == blamed
    assert all(d.span and d.span.file.startswith("--set page.") for d in found)


def test_an_unknown_size_names_the_known_ones() -> None:
    with pytest.raises(CasepressError) as caught:
        geometry(trim="a6")
    (found,) = caught.value.diagnostics
    assert found.id == "CP0515" and "正16开" in found.params["known"]  # type: ignore[operator]
