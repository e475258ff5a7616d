from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from deck_sample import column, slope

from casepress.deck.model import ChartFill, Series
from casepress.pptx.chart import chart_xml
from casepress.pptx.label import number_format, plain_number
from casepress.pptx.workbook import column_name, workbook_bytes
from casepress.theme.deck import DeckTokens
from casepress.theme.shade import contrast_colour

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def parse(tokens: DeckTokens, chart: ChartFill) -> Any:
    from lxml import etree

    return etree.fromstring(chart_xml(tokens, chart, "rId1").encode())


def test_columns_have_no_clutter_and_start_at_zero(tokens: DeckTokens) -> None:
    root = parse(tokens, column(13, 147, 232, "党组织"))
    assert not list(root.iter(f"{C}majorGridlines", f"{C}legend", f"{C}title"))
    assert root.find(f".//{C}autoTitleDeleted").get("val") == "1"
    assert root.find(f".//{C}valAx/{C}scaling/{C}min").get("val") == "0"
    assert root.find(f".//{C}valAx/{C}delete").get("val") == "1"
    assert root.find(f".//{C}gapWidth").get("val") == "70"
    assert root.find(f"{C}lang").get("val") == "zh-CN"


def test_axis_ids_are_positive_signed_integers(tokens: DeckTokens) -> None:
    for chart in (column(13, 1, 2, "甲"), slope()):
        for axis in parse(tokens, chart).iter(f"{C}axId"):
            assert 0 < int(axis.get("val")) <= 0x7FFFFFFF


def test_charts_use_theme_colours_and_fonts_only(tokens: DeckTokens) -> None:
    for chart in (column(13, 1, 2, "甲"), slope()):
        xml = chart_xml(tokens, chart, "rId1")
        assert "srgbClr" not in xml
        assert set(re.findall(r'typeface="([^"]*)"', xml)) == {"+mn-lt", "+mn-ea"}


def test_before_is_lighter_and_after_is_the_highlight(tokens: DeckTokens) -> None:
    xml = chart_xml(tokens, column(13, 147, 232, "党组织"), "rId1")
    assert '<a:schemeClr val="accent3"><a:lumMod val="85000"/><a:lumOff val="15000"/>' in xml
    assert '<c:idx val="1"/>' in xml and '<a:schemeClr val="accent1"/>' in xml


def test_slope_runs_edge_to_edge_with_names_at_the_ends(tokens: DeckTokens) -> None:
    root = parse(tokens, slope())
    assert root.find(f".//{C}valAx/{C}crossBetween").get("val") == "midCat"
    assert root.find(f".//{C}valAx/{C}scaling/{C}min").get("val") == "95"
    codes = [e.get("formatCode") for e in root.iter(f"{C}numFmt")]
    assert '0" 党员"' in codes and '0" 区域税收"' in codes
    assert not list(root.iter(f"{C}legend"))


def test_a_share_bar_fills_its_frame(tokens: DeckTokens) -> None:
    chart = ChartFill(
        14,
        "share",
        ("用时",),
        (Series("甲", (5,), ("5'",), "accent4"), Series("乙", (12,), ("12'",), "accent5")),
        alt="用时条",
    )
    root = parse(tokens, chart)
    assert root.find(f".//{C}grouping").get("val") == "stacked"
    assert root.find(f".//{C}valAx/{C}scaling/{C}max").get("val") == "17"
    assert [root.find(f".//{C}{k}").get("val") for k in "wh"] == ["1", "1"]


@pytest.mark.parametrize(
    ("label", "value", "code"),
    [
        ("232", 232, "0"),
        ("38 亿元", 38, '0" 亿元"'),
        ("近5", 5, '"近"0'),
        ("1,234.5", 1234.5, "#,##0.0"),
        ("182", 181.83, "0"),
        ('5"', 5, r"0\""),
        ("六年", 6, None),
        ("23", 32, None),
    ],
)
def test_labels_are_number_formats_where_they_can_be(
    label: str, value: float, code: str | None
) -> None:
    assert number_format(label, value) == code


def test_a_label_without_a_number_is_shown_as_words(tokens: DeckTokens) -> None:
    chart = ChartFill(
        13, "bar", ("甲", "乙"), (Series("数", (6, 3), ("六年", "3 年"), "accent1"),), alt="条"
    )
    xml = chart_xml(tokens, chart, "rId1")
    assert "<a:t>六年</a:t>" in xml and 'formatCode="0&quot; 年&quot;"' in xml


def test_formulas_links_and_commands_stay_text(tokens: DeckTokens) -> None:
    """Spreadsheet injection: a cell must hold what the author wrote, never run it."""
    names = ("=1+1", "http://example.org", "@SUM(A1)", "+1", "-2", "{=1}", "=cmd|' /C calc'!A0")
    series = (Series("=SUM(1,1)", tuple(float(n) for n in range(len(names)))),)
    book = workbook_bytes(tokens, names, series)
    with zipfile.ZipFile(BytesIO(book)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        strings = archive.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet and "hyperlink" not in sheet
    for name in names:
        assert f">{name}<" in strings


def test_a_formula_as_category_stays_text_in_the_chart(tokens: DeckTokens) -> None:
    chart = ChartFill(13, "column", ("=1+1", "乙"), (Series("=A1", (1, 2)),), alt="柱")
    root = parse(tokens, chart)
    assert [v.text for v in root.iter(f"{C}v")][:3] == ["=A1", "=1+1", "乙"]


def test_workbooks_are_deterministic(tokens: DeckTokens) -> None:
    series = (Series("甲", (1.0, 2.5)),)
    names = ("一", "二")
    assert workbook_bytes(tokens, names, series) == workbook_bytes(tokens, names, series)


def test_a_workbook_is_valid_and_holds_words_once(tokens: DeckTokens, tmp_path: Path) -> None:
    from openxml_audit import OpenXmlValidator

    book = tmp_path / "book.xlsx"
    series = (Series("甲", (1.0, 0.1 + 0.2)), Series("一", (3e20, -2.5)))
    book.write_bytes(workbook_bytes(tokens, ("一", " & <二>"), series))
    assert OpenXmlValidator().validate(str(book)).is_valid
    with zipfile.ZipFile(book) as archive:
        strings = archive.read("xl/sharedStrings.xml").decode()
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert 'uniqueCount="3"' in strings and "> &amp; &lt;二&gt;<" in strings
    numbers = re.findall(r'<c r="[BC][23]"><v>(.*?)</v>', sheet)
    assert numbers == ["1", "3E+20", "0.3", "-2.5"]


def test_small_helpers() -> None:
    assert [column_name(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert plain_number(23.0) == "23" and plain_number(0.65) == "0.65"


def test_share_labels_contrast_with_their_segment(tokens: DeckTokens) -> None:
    assert contrast_colour(tokens, "dk2") == "lt1"
    assert contrast_colour(tokens, "accent5") == "dk1"
