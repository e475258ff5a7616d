from __future__ import annotations

from pathlib import Path

import pytest

from casepress.diagnostics import CasepressError, ExitCode
from casepress.theme.load import Overrides, list_layouts, load_theme


def told(name: str | Path, overrides: Overrides = ()) -> list[tuple[str, int, int]]:
    with pytest.raises(CasepressError) as caught:
        load_theme(name, overrides)
    return [
        (d.id, d.span.line if d.span else 0, d.span.column if d.span else 0)
        for d in caught.value.diagnostics
    ]


def written(directory: Path, text: str, name: str = "本单位.yaml") -> Path:
    path = directory / name
    path.write_text(text, encoding="utf-8")
    return path


def test_only_complete_layouts_are_listed() -> None:
    assert [entry.name for entry in list_layouts()] == ["gongwen", "moqing", "plain", "zhujin"]
    assert all(entry.title and entry.description for entry in list_layouts())


@pytest.mark.parametrize("entry", list_layouts(), ids=lambda entry: entry.name)
def test_every_listed_layout_loads(entry: object) -> None:
    name = entry.name  # type: ignore[attr-defined]
    theme = load_theme(name)
    assert theme.name == name and theme.deck.layouts and theme.type["body"].size >= 10.5


def test_mappings_are_merged_key_by_key() -> None:
    base, top = load_theme("zhujin"), load_theme("moqing")
    assert base.type["body"].family == "serif" and top.type["body"].family == "sans"
    assert base.type["body"].size == top.type["body"].size
    assert top.deck.layout("cover").placeholders == base.deck.layout("cover").placeholders


def test_lists_are_replaced(tmp_path: Path) -> None:
    path = written(tmp_path, "extends: zhujin\nink: {brand: {cmyk: [1, 2, 3, 4]}}\n")
    theme = load_theme(path)
    assert theme.ink["brand"].cmyk == (1, 2, 3, 4)
    assert theme.ink["brand"].rgb == load_theme("zhujin").ink["brand"].rgb


def test_a_layout_file_may_extend_its_neighbour(tmp_path: Path) -> None:
    written(tmp_path, "extends: moqing\npage: {bleed_mm: 5}\n", "底稿.yaml")
    path = written(tmp_path, "extends: [zhujin, 底稿.yaml]\nname: ours\n")
    theme = load_theme(path)
    assert (theme.name, theme.page.bleed_mm, theme.brochure.corner) == ("ours", 5, "chamfer")


def test_user_fonts_are_found_beside_the_layout(tmp_path: Path) -> None:
    path = written(tmp_path, "extends: zhujin\nfonts: {ours: fonts/a.ttf}\n")
    assert Path(load_theme(path).fonts["ours"]) == tmp_path / "fonts" / "a.ttf"


def test_one_token_can_be_set() -> None:
    theme = load_theme(
        "zhujin",
        (("brochure.corner", "chamfer"), ("ink.brand.cmyk", "[1, 2, 3, 4]"),
         ("type.body.size", "11"),
         ("ink.brand.cmyk.0", "9")),
    )  # fmt: skip
    assert theme.brochure.corner == "chamfer"
    assert theme.ink["brand"].cmyk == (9, 2, 3, 4)
    assert theme.type["body"].size == 11


def test_tokens_inside_a_slide_layout_can_be_set() -> None:
    key = "deck.layouts.cover.placeholders.title.levels.1.size"
    cover = load_theme("zhujin", {key: "44"}).deck.layout("cover")
    assert cover.role("title")[0].levels[0].size == 44


@pytest.mark.parametrize(
    ("token", "suggestion"),
    [
        ("page.bled_mm", "page.bleed_mm"),
        ("type.bdy.size", "type.body.size"),
        ("typ.body.size", "type.body.size"),
        ("deck.layouts.covr.background", "deck.layouts.cover.background"),
    ],
)
def test_an_unknown_token_is_told_with_the_nearest(token: str, suggestion: str) -> None:
    with pytest.raises(CasepressError) as caught:
        load_theme("zhujin", {token: "1"})
    (one,) = caught.value.diagnostics
    assert one.id == "CP0505" and one.params["suggestion"] == suggestion
    assert caught.value.exit_code is ExitCode.USAGE


def test_wrong_values_set_from_outside() -> None:
    assert [t[0] for t in told("zhujin", {"page.bleed_mm": "宽"})] == ["CP0308"]
    assert [t[0] for t in told("zhujin", {"brochure.corner": "#"})] == ["CP0506"]
    assert [t[0] for t in told("zhujin", {"brochure.corner": "["})] == ["CP0506"]


@pytest.mark.parametrize(
    ("name", "expected", "code"),
    [("zhujing", "CP0501", ExitCode.MISSING_RESOURCE), ("base", "CP0504", ExitCode.USAGE),
     ("没有.yaml", "CP0101", ExitCode.UNREADABLE)],
)  # fmt: skip
def test_layouts_that_are_none(name: str, expected: str, code: ExitCode) -> None:
    with pytest.raises(CasepressError) as caught:
        load_theme(name)
    assert [d.id for d in caught.value.diagnostics] == [expected]
    assert caught.value.exit_code is code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("extends: zhujin\ntyp: {}\n", [("CP0302", 2, 1)]),
        ("extends: zhujin\ntype: {body: {sise: 11}}\n", [("CP0302", 2, 15)]),
        ("extends: zhujin\nbrochure: {corner: round}\n", [("CP0310", 2, 20)]),
        ("extends: zhujin\nink: {brand: {rgb: BE}}\n", [("CP0315", 2, 20)]),
        ("extends: zhujin\nink: {brand: {cmyk: [1, 2]}}\n", [("CP0314", 2, 21)]),
        ("extends: zhujin\npage: {rows: 三十}\npage: {}\n", [("CP0308", 2, 14), ("CP0304", 3, 1)]),
        ("extends: zhujin\ndeck: {layouts: {cover: {background: [1]}}}\n", [("CP0307", 2, 38)]),
        ("extends: zhujin\ndeck: {layouts: {cover: {backgrund: dk1}}}\n", [("CP0302", 2, 26)]),
        ("extends: 没有\n", [("CP0502", 1, 10)]),
        ("extends: {a: b}\n", [("CP0307", 1, 10)]),
        ("extends: 本单位.yaml\n", [("CP0503", 1, 10)]),
        ("只是文字\n", [("CP0300", 1, 1)]),
    ],
)
def test_faults_have_their_place(
    tmp_path: Path, text: str, expected: list[tuple[str, int, int]]
) -> None:
    assert told(written(tmp_path, text)) == expected
