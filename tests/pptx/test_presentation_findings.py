"""Each fault is put into a good deck; the preflight must name it and nothing unrelated."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from deck_sample import column, fill

from casepress.deck.model import (
    Cell,
    Deck,
    PictureFill,
    Slide,
    TableFill,
    TextParagraph,
    TextRun,
)
from casepress.pptx.archive import LIMIT_ENTRIES, Archive
from casepress.pptx.inspect import inspect
from casepress.pptx.package import pack
from casepress.pptx.write import deck_bytes
from casepress.theme.deck import DeckTokens

Parts = dict[str, bytes]
SLIDE = "ppt/slides/slide1.xml"
MAIN = "ppt/presentation.xml"


@pytest.fixture(scope="module")
def good(tokens: DeckTokens, tmp_path_factory: pytest.TempPathFactory) -> Parts:
    from PIL import Image

    picture = tmp_path_factory.mktemp("p") / "p.png"
    Image.new("RGB", (4, 4)).save(picture)
    slides = (
        Slide("a", "content", "第一页", "甲", (fill(1, "字"),), ("词",)),
        Slide("b", "charts2", "第二页", "乙", (column(13, 1, 2, "数"),), ("词",)),
        Slide("c", "picture_text", "第三页", "乙", (PictureFill(15, str(picture), "图"),), ()),
    )
    data, _ = deck_bytes(Deck(slides, "题目", date="2017-07-11"), tokens)
    return dict(Archive.open(data).content)


def swap(part: str, old: str, new: str) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        text = parts[part].decode()
        assert old in text, (part, old)
        parts[part] = text.replace(old, new, 1).encode()

    return change


def drop(part: str) -> Callable[[Parts], None]:
    return lambda parts: parts.pop(part) and None


def put(part: str, content: bytes) -> Callable[[Parts], None]:
    return lambda parts: parts.update({part: content})


def workbook_with_formula(parts: Parts) -> None:
    name = "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"
    book = Archive.open(parts[name]).content
    sheet = "xl/worksheets/sheet1.xml"
    book[sheet] = book[sheet].replace(b"<v>", b"<f>1+1</f><v>", 1)
    parts[name] = pack(book)


def without_notes_master_list(parts: Parts) -> None:
    before, _, rest = parts[MAIN].partition(b"<p:notesMasterIdLst>")
    parts[MAIN] = before + rest.partition(b"</p:notesMasterIdLst>")[2]


def same_section_ids(parts: Parts) -> None:
    text = parts[MAIN].decode()
    first, second = re.findall(r'<p14:section name="[^"]*" id="([^"]*)"', text)
    parts[MAIN] = text.replace(second, first).encode()


RUN = '<a:rPr lang="zh-CN" altLang="en-US"/><a:t>字'


def run(children: str, attributes: str = "") -> str:
    return f'<a:rPr lang="zh-CN"{attributes}>{children}</a:rPr><a:t>字'


FAULTS: dict[str, tuple[str, Callable[[Parts], None]]] = {
    "malformed slide": ("xml-malformed", swap(SLIDE, "</p:sld>", "</p:sld")),
    "phantom override": (
        "type-phantom",
        swap(
            "[Content_Types].xml",
            "<Override",
            '<Override PartName="/ppt/gone.xml" ContentType="a/b"/><Override',
        ),
    ),
    "missing override": (
        "type-missing",
        swap("[Content_Types].xml", 'PartName="/ppt/slides/slide1.xml"', 'PartName="/x.xml"'),
    ),
    "missing default": ("type-missing", swap("[Content_Types].xml", '"png"', '"gif"')),
    "missing target": ("rel-target", drop("ppt/media/image1.png")),
    "dangling id": (
        "rel-dangling",
        swap("ppt/slides/slide3.xml", 'r:embed="', 'r:embed="rId99" r:link="'),
    ),
    "duplicate id": (
        "rel-duplicate",
        swap("ppt/slides/_rels/slide3.xml.rels", 'Id="rId2"', 'Id="rId1"'),
    ),
    "orphan part": ("rel-orphan", put("ppt/media/lost.png", b"x")),
    "duplicate slide id": ("pres-slide-id", swap(MAIN, 'id="257"', 'id="256"')),
    "slide id too small": ("pres-slide-id", swap(MAIN, 'id="257"', 'id="25"')),
    "master and layout share an id": (
        "pres-master-id",
        swap("ppt/slideMasters/slideMaster1.xml", 'id="2147483649"', 'id="2147483648"'),
    ),
    "slide missing from sections": ("pres-sections", swap(MAIN, '<p14:sldId id="257"/>', "")),
    "no list of notes masters": (
        "pres-notes-master",
        without_notes_master_list,
    ),
    "no layout": ("slide-layout", swap("ppt/slides/_rels/slide1.xml.rels", '/slideLayout"', '/x"')),
    "duplicate shape id": ("slide-shape-id", swap(SLIDE, '<p:cNvPr id="3"', '<p:cNvPr id="2"')),
    "placeholder the layout lacks": (
        "slide-placeholder",
        swap(SLIDE, '<p:ph idx="1"', '<p:ph idx="77"'),
    ),
    "no title": ("slide-title", swap(SLIDE, "第一页", " ")),
    "same title twice": ("slide-title-twice", swap("ppt/slides/slide2.xml", "第二页", "第一页")),
    "picture without words": ("slide-alt", swap("ppt/slides/slide3.xml", ' descr="图"', "")),
    "chart without words": (
        "slide-alt",
        swap("ppt/slides/slide2.xml", ' descr="柱形图', ' title="柱形图'),
    ),
    "run without language": ("slide-lang", swap(SLIDE, ' lang="zh-CN"', "")),
    "own geometry": (
        "slide-own-geometry",
        swap(
            SLIDE,
            "<p:spPr/>",
            '<p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1" cy="1"/></a:xfrm></p:spPr>',
        ),
    ),
    "literal colour": (
        "slide-literal-colour",
        swap(
            SLIDE,
            '<a:rPr lang="zh-CN" altLang="en-US"/>',
            '<a:rPr lang="zh-CN"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:rPr>',
        ),
    ),
    "empty placeholder": ("slide-empty-placeholder", swap(SLIDE, "<a:t>字</a:t>", "<a:t> </a:t>")),
    "direction mark": ("slide-direction-mark", swap(SLIDE, "<a:t>字", "<a:t>\u202e字")),
    "axis id": ("chart-axis-id", swap("ppt/charts/chart1.xml", "500000001", "-500000001")),
    "corrupt workbook": (
        "chart-workbook",
        put("ppt/embeddings/Microsoft_Excel_Sheet1.xlsx", b"PK no"),
    ),
    "formula in the workbook": ("chart-formula", workbook_with_formula),
    "core date": ("core-date", swap("docProps/core.xml", "2017-07-11T00:00:00Z", "11.7.2017")),
    "macro": ("type-macro", put("ppt/vbaProject.bin", b"x")),
    "section lists a slide that is gone": (
        "pres-section-dangling",
        swap(MAIN, '<p14:sldId id="257"/>', '<p14:sldId id="257"/><p14:sldId id="999"/>'),
    ),
    "two sections share an id": ("pres-section-id", same_section_ids),
    "two placeholders share an index": (
        "layout-index",
        swap("ppt/slideLayouts/slideLayout10.xml", 'idx="52"', 'idx="51"'),
    ),
    "run in the colour of its ground": (
        "slide-contrast",
        swap(SLIDE, RUN, run('<a:solidFill><a:schemeClr val="bg2"/></a:solidFill>')),
    ),
    "run in a light gold": (
        "slide-contrast",
        swap(SLIDE, RUN, run('<a:solidFill><a:schemeClr val="accent2"/></a:solidFill>')),
    ),
    "dark ground under dark words": (
        "slide-contrast",
        swap(
            SLIDE,
            "<p:spTree>",
            '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:effectLst/>'
            "</p:bgPr></p:bg><p:spTree>",
        ),
    ),
    "theme colour washed out": (
        "slide-contrast",
        swap(
            "ppt/theme/theme1.xml",
            '<a:dk1><a:srgbClr val="1F1A17"',
            '<a:dk1><a:srgbClr val="C0B0A0"',
        ),
    ),
    "colour map turned round": (
        "slide-contrast",
        swap("ppt/slideMasters/slideMaster1.xml", 'tx1="dk1"', 'tx1="lt1"'),
    ),
    "tiny run": ("slide-small", swap(SLIDE, RUN, run("", ' sz="900"'))),
    "tiny layout": (
        "slide-small",
        swap("ppt/slideLayouts/slideLayout4.xml", 'sz="2400"', 'sz="1000"'),
    ),
    "small titles": (
        "slide-small",
        swap("ppt/slideMasters/slideMaster1.xml", 'sz="3000"', 'sz="1800"'),
    ),
    "tiny chart labels": (
        "chart-small",
        swap("ppt/charts/chart1.xml", 'sz="1800"', 'sz="800"'),
    ),
    "shrunk by the application": (
        "slide-shrunk",
        swap(SLIDE, "<a:bodyPr/>", '<a:bodyPr><a:normAutofit fontScale="62500"/></a:bodyPr>'),
    ),
    "picture off the slide": (
        "slide-outside",
        swap(
            "ppt/slides/slide3.xml",
            "<p:spPr/></p:pic>",
            '<p:spPr><a:xfrm><a:off x="11000000" y="0"/><a:ext cx="9000000" cy="9"/></a:xfrm>'
            "</p:spPr></p:pic>",
        ),
    ),
    "literal font": ("slide-literal-font", swap(SLIDE, RUN, run('<a:ea typeface="宋体"/>'))),
    "linked picture": (
        "rel-external",
        swap(
            "ppt/slides/_rels/slide3.xml.rels",
            "<Relationship ",
            '<Relationship Id="rId9" TargetMode="External" Target="http://a.example/p.png" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>'
            "<Relationship ",
        ),
    ),
    "path out of the package": ("zip-name", put("../evil.xml", b"<a/>")),
}


def test_the_good_deck_is_clean(good: Parts) -> None:
    assert inspect(pack(good)) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named(good: Parts, fault: str) -> None:
    expected, change = FAULTS[fault]
    parts = dict(good)
    change(parts)
    assert expected in {f.id for f in inspect(pack(parts))}


def test_a_duplicate_entry_and_a_wrong_order_are_seen(good: Parts) -> None:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        for name in sorted(good, reverse=True):
            archive.writestr(name, good[name])
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr(SLIDE, good[SLIDE])
    found = {f.id for f in inspect(sink.getvalue())}
    assert {"zip-order", "zip-duplicate"} <= found


def test_a_file_that_is_no_presentation_is_one_finding() -> None:
    assert [f.id for f in inspect(b"not a zip")] == ["zip-unreadable"]
    assert {f.id for f in inspect(pack({"a.txt": b"x"}))} == {"zip-order", "xml-malformed"}


def test_an_overfull_archive_is_refused() -> None:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        for n in range(LIMIT_ENTRIES + 1):
            archive.writestr(f"{n}", b"")
    assert [f.id for f in inspect(sink.getvalue())] == ["zip-unsafe"]


def test_a_bomb_is_refused() -> None:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b" " * 30_000_000)
    assert [f.id for f in inspect(sink.getvalue())] == ["zip-unsafe"]


def test_a_part_cannot_have_files_of_this_machine_read_into_it(good: Parts, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("机密", encoding="utf-8")
    where = (tmp_path / "secret.txt").as_uri().encode()
    doctype = b'<!DOCTYPE x [<!ENTITY e SYSTEM "' + where + b'">]><p:sld '
    slide = good[SLIDE].replace(b"<p:sld ", doctype, 1).replace(b"<a:t>", b"<a:t>&e;", 1)
    assert b"<a:t>&e;" in slide
    tree = Archive([SLIDE], {SLIDE: slide}).tree(SLIDE)
    assert "机密" not in "".join(tree.itertext())


def test_every_finding_has_words_in_both_languages() -> None:
    from casepress.pptx.finding_words import WORDS, say

    for id_ in {expected for expected, _ in FAULTS.values()}:
        for language in ("zh", "en"):
            assert all(say(id_, "en" if language == "en" else "zh"))
    sources = Path(inspect.__code__.co_filename).parent.glob("inspect*.py")
    yielded = {w for f in sources for w in re.findall(r'yield "([a-z-]+)"', f.read_text("utf-8"))}
    assert yielded <= set(WORDS)


def test_text_higher_than_its_frame_is_found(tokens: DeckTokens) -> None:
    long = "把原先分散在十四个部门的审批事项集中到一个窗口办理，群众只进一扇门。" * 20
    data, _ = deck_bytes(
        Deck((Slide("a", "content", "第一页", "甲", (fill(1, long),), ("词",)),), "题目"), tokens
    )
    found = [one for one in inspect(data) if one.id == "slide-overflow"]
    assert [one.part for one in found] == [SLIDE]
    assert int(found[0].detail.rpartition(" ")[2].rstrip("%")) > 103


def test_a_table_whose_words_need_more_room_than_its_rows_is_found(tokens: DeckTokens) -> None:
    words = "把原先分散在十四个部门的审批事项集中到一个窗口办理。" * 4
    cell = Cell((TextParagraph((TextRun(words),)),))
    table = TableFill(13, ((cell, cell),), (5.9, 5.9), False, "reading", "表。", (0.5,))
    data, _ = deck_bytes(
        Deck((Slide("a", "table", "表", "甲", (table,), ("词",)),), "题目"), tokens
    )
    assert "slide-table-grows" in {one.id for one in inspect(data)}
    roomy = replace(table, row_heights_in=(3.6,))
    data, _ = deck_bytes(
        Deck((Slide("a", "table", "表", "甲", (roomy,), ("词",)),), "题目"), tokens
    )
    assert "slide-table-grows" not in {one.id for one in inspect(data)}
