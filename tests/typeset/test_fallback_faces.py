"""Characters the face lacks: the next face, a stroke for weight, or an error that names them."""

import pytest
from tests.typeset.toy import STYLE, ToyFace, library

from casepress.fonts.library import FontLibrary
from casepress.typeset import MissingGlyphError, compose, set_line
from casepress.typeset.model import Paragraph, Run, TextStyle

BOLD = TextStyle("toy", 700, 10.0, 18.0, "ink")


def test_each_character_takes_the_first_face_that_has_it() -> None:
    first, second = ToyFace("A", lacks="𠮷"), ToyFace("B")
    line = set_line("甲𠮷乙", STYLE, library(first, second))
    assert [run.face.postscript_name for run in line.runs] == ["A", "B", "A"]
    assert line.text == "甲𠮷乙"


def test_a_lighter_fallback_is_emboldened_to_match() -> None:
    fonts = library(ToyFace("Bold", 700, lacks="䶮"), ToyFace("Regular", 400))
    line = set_line("甲䶮", BOLD, fonts)
    assert [run.embolden_em for run in line.runs] == [0.0, 0.02]


def test_every_character_without_a_glyph_is_named_with_its_place() -> None:
    fonts = library(ToyFace(lacks="䶮㛃"))
    runs = (Run("甲䶮", STYLE, "title"), Run("乙 㛃", STYLE, "practices[0].lead"))
    with pytest.raises(MissingGlyphError) as caught:
        compose(Paragraph(runs), 100.0, fonts)
    assert [(m.char, m.source, m.offset) for m in caught.value.missing] == [
        ("䶮", "title", 1),
        ("㛃", "practices[0].lead", 2),
    ]
    assert caught.value.missing[0].code_point == "U+4DAE"


@pytest.mark.parametrize("char", ["\ue000", "\U000f0001"])
def test_private_use_characters_are_never_set(char: str) -> None:
    with pytest.raises(MissingGlyphError):
        set_line(f"甲{char}", STYLE, library(ToyFace()))


@pytest.mark.parametrize("text", ["𠮷䶮㛃㭎", "〇々", "☑🚩😀", "℃№①", "ǎ ē ü", "½ × ÷ ≈ ±"])
def test_the_bundled_fonts_set_rare_characters_symbols_and_emoji(text: str) -> None:
    fonts = FontLibrary.bundled()
    for family, weight in (("serif", 400), ("serif", 900), ("sans", 700), ("kai", 400)):
        line = set_line(text, TextStyle(family, weight, 10.5, 18.0, "ink"), fonts)
        assert line.text.replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("family", ["serif", "sans", "kai"])
def test_real_dashes_join_and_fill_two_em(family: str) -> None:
    line = set_line("甲——乙", TextStyle(family, 400, 10.0, 18.0, "ink"), FontLibrary.bundled())
    glyphs = [g for run in line.runs for g in run.glyphs]
    assert [g.text for g in glyphs] == ["甲", "——", "乙"]
    assert glyphs[2].x_pt == 30.0


def test_kai_takes_quotes_and_digits_from_the_family_named_for_latin() -> None:
    style = TextStyle("kai", 400, 10.0, 18.0, "ink", latin_family="serif")
    line = set_line("“楷体”12", style, FontLibrary.bundled())
    assert [run.face.postscript_name for run in line.runs] == [
        "NotoSerifSC-Regular", "LXGWWenKai-Regular", "NotoSerifSC-Regular",
    ]  # fmt: skip
