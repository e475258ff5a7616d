from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import deck_sample
import pytest
from pptx import Presentation

from casepress.pptx.archive import Archive
from casepress.pptx.inspect import inspect
from casepress.pptx.template import template_bytes, template_parts
from casepress.theme.deck import DeckTokens
from casepress.theme.reading import reading_order


def test_the_template_opens_with_all_layouts_and_no_slides(tokens: DeckTokens) -> None:
    presentation = Presentation(BytesIO(template_bytes(tokens)))
    assert [layout.name for layout in presentation.slide_layouts] == [
        layout.name for layout in tokens.layouts
    ]
    assert len(presentation.slides) == 0
    assert presentation.slide_width == 12192000 and presentation.slide_height == 6858000


def test_layouts_carry_their_stable_key(tokens: DeckTokens) -> None:
    parts = template_parts(tokens)
    for n, layout in enumerate(tokens.layouts, 1):
        assert f'matchingName="{layout.key}"' in parts[f"ppt/slideLayouts/slideLayout{n}.xml"]


def test_two_runs_give_the_same_bytes() -> None:
    assert template_bytes(deck_sample.tokens()) == template_bytes(deck_sample.tokens())


def test_a_batch_makes_the_template_once(tokens: DeckTokens) -> None:
    assert template_bytes(tokens) is template_bytes(tokens)


@pytest.mark.parametrize("theme", ["zhujin", "moqing", "plain", "gongwen"])
def test_validators_find_nothing(theme: str, tmp_path: Path) -> None:
    from openxml_audit import validate_pptx

    data = template_bytes(deck_sample.tokens(theme))
    (tmp_path / "t.pptx").write_bytes(data)
    result = validate_pptx(tmp_path / "t.pptx")
    assert not result.errors
    assert inspect(data) == []


def test_only_the_theme_parts_hold_a_literal_colour_or_typeface(tokens: DeckTokens) -> None:
    for name, content in template_parts(tokens).items():
        if name.startswith("ppt/theme/"):
            continue
        assert "srgbClr" not in content, name
        faces = re.findall(r'<a:(?:latin|ea|cs) typeface="([^"]*)"', content)
        assert all(face.startswith("+") for face in faces), name


def test_chinese_line_breaking_is_switched_on_everywhere(tokens: DeckTokens) -> None:
    parts = template_parts(tokens)
    presentation = parts["ppt/presentation.xml"]
    assert presentation.index("<p:kinsoku") < presentation.index("<p:defaultTextStyle")
    styles = re.findall(r"<a:lvl\dpPr[^>]*>", "".join(parts.values()))
    assert len(styles) > 100
    assert all('eaLnBrk="1"' in s and 'latinLnBrk="0"' in s for s in styles)


def test_the_theme_names_latin_east_asian_and_hans_faces(tokens: DeckTokens) -> None:
    theme = template_parts(tokens)["ppt/theme/theme1.xml"]
    assert theme.count('<a:latin typeface="Microsoft YaHei"/>') == 2
    assert theme.count('<a:ea typeface="微软雅黑"/>') == 2
    assert theme.count('<a:font script="Hans" typeface="微软雅黑"/>') == 2


def test_ornaments_are_decorative(tokens: DeckTokens) -> None:
    parts = template_parts(tokens)
    for n, layout in enumerate(tokens.layouts, 1):
        xml = parts[f"ppt/slideLayouts/slideLayout{n}.xml"]
        assert xml.count("adec:decorative ") == len(layout.shapes)


def test_words_reach_the_xml_escaped() -> None:
    tokens = deck_sample.tokens()
    parts = template_parts(tokens, 'A&B <"主题">')
    assert 'name="A&amp;B &lt;&quot;主题&quot;&gt;"' in parts["ppt/theme/theme1.xml"]


def test_reading_order_goes_label_title_columns_source(tokens: DeckTokens) -> None:
    order = [(p.role, p.idx) for p in reading_order(tokens, "glance4")]
    assert order[:2] == [("label", 60), ("title", 0)]
    assert order[2:8] == [
        ("figure", 21),
        ("name", 31),
        ("comparison", 51),
        ("figure", 22),
        ("name", 32),
        ("comparison", 52),
    ]
    assert [role for role, _ in order[-3:]] == ["source", "footer", "number"]
    for layout in tokens.layouts:
        ordered = sorted(p.idx for p in reading_order(tokens, layout.key))
        assert ordered == sorted(p.idx for p in tokens.placeholders(layout.key))


def test_dark_layouts_hide_the_master_and_keep_their_own_ground(tokens: DeckTokens) -> None:
    cover = template_parts(tokens)["ppt/slideLayouts/slideLayout1.xml"]
    assert 'showMasterSp="0"' in cover and '<a:schemeClr val="tx2"/>' in cover


def test_the_archive_lists_the_handout_and_notes_masters(tokens: DeckTokens) -> None:
    archive = Archive.open(template_bytes(tokens))
    main = "ppt/presentation.xml"
    assert archive.related(main, "notesMaster") and archive.related(main, "handoutMaster")
