"""What a layout must satisfy beyond types: names that exist, text that can be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from casepress.diagnostics import CasepressError, Diagnostic
from casepress.theme.contrast import least, luminance, ratio
from casepress.theme.load import load_theme


def told(directory: Path, text: str) -> tuple[Diagnostic, ...]:
    path = directory / "本单位.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CasepressError) as caught:
        load_theme(path)
    return caught.value.diagnostics


def test_contrast_is_that_of_wcag():
    assert ratio(luminance("000000"), luminance("FFFFFF")) == pytest.approx(21)
    assert ratio(luminance("777777"), luminance("FFFFFF")) == pytest.approx(4.48, abs=0.01)
    assert [least(10.5, False), least(18, False), least(14, True), least(13, True)] == [
        4.5, 3.0, 3.0, 4.5,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ('extends: zhujin\nink: {grey: {rgb: "AAAAAA"}}\n', (2, 19), ("grey", "paper")),
        ('extends: zhujin\nink:\n  coverSub: {rgb: "D08060"}\n', (3, 19), ("coverSub", "coverBg")),
        (
            'extends: moqing\nink: {strandText: {rgb: "FFFFFF"}}\n',
            (2, 25),
            ("strandText", "strand"),
        ),
        ('extends: zhujin\ndeck:\n  colours: {accent4: "BBBBBB"}\n', (3, 22), ("accent4", "lt2")),
    ],
)
def test_pale_text_is_refused_at_the_place_of_its_colour(
    tmp_path: Path, text: str, place: tuple[int, int], words: tuple[str, str]
):
    found = [d for d in told(tmp_path, text) if (d.params["text"], d.params["ground"]) == words]
    (one,) = found
    assert one.id == "CP0509" and one.span is not None
    assert (one.span.line, one.span.column) == place
    assert float(str(one.params["have"])) < float(str(one.params["need"]))


def test_each_pair_of_colours_is_told_once(tmp_path: Path):
    faults = told(tmp_path, 'extends: zhujin\nink: {ink: {rgb: "CCCCCC"}}\n')
    pairs = [(d.params["text"], d.params["ground"]) for d in faults]
    assert pairs == sorted(set(pairs), key=pairs.index) and ("ink", "paper") in pairs


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("extends: zhujin\ntype: {body: {ink: gray}}\n", "grey"),
        ("extends: zhujin\ntype: {body: {family: serf}}\n", "serif"),
        ("extends: zhujin\nstand_ins: {fs: {title: 仿宋, family: seriff}}\n", "serif"),
        ("extends: zhujin\ndeck: {layouts: {cover: {background: acent1}}}\n", "accent1"),
    ],
)
def test_a_name_nobody_defines_is_told_with_the_nearest(tmp_path: Path, text: str, suggestion: str):
    (one, *_) = told(tmp_path, text)
    assert one.id == "CP0508" and one.params["suggestion"] == suggestion
    assert one.span is not None and one.span.file.endswith(".yaml")


def test_a_layout_without_an_ink_that_pages_need_is_refused(tmp_path: Path):
    shown = load_theme("plain").model_dump(mode="json")
    del shown["ink"]["goldD"]
    import yaml

    (one,) = told(tmp_path, yaml.safe_dump(shown, allow_unicode=True))
    assert (one.id, one.params["token"]) == ("CP0507", "ink.goldD")


def test_a_layout_takes_a_shape_of_the_one_below_away(tmp_path: Path):
    path = tmp_path / "a.yaml"
    path.write_text("extends: zhujin\ndeck: {master_shapes: {书脊: ~}}\n", encoding="utf-8")
    names = [shape.name for shape in load_theme(path).deck.master_shapes]
    assert names == ["页脚细线"]


def test_a_font_may_be_named_from_outside_under_any_key(tmp_path: Path):
    font = tmp_path / "fs.ttf"
    assert load_theme("zhujin", {"fonts.fangsong": str(font)}).fonts == {"fangsong": str(font)}
