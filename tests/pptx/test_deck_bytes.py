from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import deck_sample
import pytest
from deck_sample import fill
from pptx import Presentation

from casepress.deck.model import Deck, Slide, TextFill, TextParagraph, TextRun
from casepress.pptx.archive import Archive
from casepress.pptx.document import moment
from casepress.pptx.inspect import inspect
from casepress.pptx.package import pack
from casepress.pptx.write import deck_bytes, write_deck
from casepress.theme.deck import DeckTokens
from casepress.theme.model import Theme

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def slides_of(archive: Archive) -> dict[str, str]:
    return {
        name: archive.content[name].decode()
        for name in archive.names
        if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)
    }


def one_slide(*fills: object, layout: str = "content", **more: object) -> Deck:
    slide = Slide("one", layout, "一句结论", "一", tuple(fills), ("【用时】约1分钟",), **more)  # type: ignore[arg-type]
    return Deck((slide,), "题目")


@pytest.mark.parametrize("theme", ["zhujin", "moqing", "plain", "gongwen"])
def test_every_layout_passes_the_validators(theme: str, sample: Deck, tmp_path: Path) -> None:
    from openxml_audit import validate_pptx

    data, report = deck_bytes(sample, deck_sample.tokens(theme))
    used = {slide.layout for slide in sample.slides}
    assert used == {layout.key for layout in deck_sample.tokens(theme).layouts}
    (tmp_path / "d.pptx").write_bytes(data)
    assert not validate_pptx(tmp_path / "d.pptx").errors
    assert inspect(data) == []
    assert report.slides == len(sample.slides) and report.size == len(data)


def test_python_pptx_reads_it_back(written: bytes, sample: Deck) -> None:
    presentation = Presentation(BytesIO(written))
    assert [s.shapes.title.text_frame.text for s in presentation.slides] == [
        s.title for s in sample.slides
    ]
    assert presentation.slides[0].notes_slide.notes_text_frame.text == "【用时】约1分钟"
    again = BytesIO()
    presentation.save(again)
    with ZipFile(again) as saved:
        assert inspect(pack({name: saved.read(name) for name in saved.namelist()})) == []


def test_text_placeholders_follow_their_layout(archive: Archive) -> None:
    for name in slides_of(archive):
        for shape in archive.tree(name).iter(f"{P}sp"):
            if shape.find(f".//{P}ph") is not None:
                assert shape.find(f"{P}spPr/{A}xfrm") is None


def test_slides_hold_no_literal_colour_or_typeface(archive: Archive) -> None:
    for name, xml in slides_of(archive).items():
        assert "srgbClr" not in xml, name
        assert "typeface=" not in xml, name


def test_every_run_knows_its_language(archive: Archive) -> None:
    for name in archive.names:
        if re.match(r"ppt/(slides|notesSlides)/\w+\.xml", name):
            for run in archive.tree(name).iter(f"{A}rPr"):
                assert run.get("lang") == "zh-CN" and run.get("altLang") == "en-US"


def test_changing_the_theme_and_a_layout_restyles_the_finished_file(written: bytes) -> None:
    """Nothing on a slide overrides theme colours or layout sizes."""
    archive = Archive.open(written)
    theme = archive.content["ppt/theme/theme1.xml"].decode()
    layout = archive.content["ppt/slideLayouts/slideLayout8.xml"].decode()
    assert 'matchingName="glance4"' in layout and 'sz="5800"' in layout
    archive.content["ppt/theme/theme1.xml"] = (
        theme.replace("B4121B", "005BAC").replace("7A0C12", "003366").encode()
    )
    archive.content["ppt/slideLayouts/slideLayout8.xml"] = layout.replace(
        'sz="5800"', 'sz="4400"'
    ).encode()
    for name, xml in slides_of(archive).items():
        assert "B4121B" not in xml and "7A0C12" not in xml, name
        if 'name="glance"' in xml:
            assert 'sz="5800"' not in xml
    charts = [n for n in archive.names if n.startswith("ppt/charts/chart")]
    assert charts and all(b"srgbClr" not in archive.content[n] for n in charts)


def test_empty_placeholders_are_left_out(tokens: DeckTokens) -> None:
    data, _ = deck_bytes(
        one_slide(fill(21, "14", "事项"), fill(22, ""), layout="measures3"), tokens
    )
    xml = slides_of(Archive.open(data))["ppt/slides/slide1.xml"]
    assert 'idx="21"' in xml and 'idx="22"' not in xml and 'idx="51"' not in xml


def test_line_breaks_sizes_and_colours_are_runs_of_the_placeholder(tokens: DeckTokens) -> None:
    words = TextParagraph(
        (TextRun("一行\v二行", bold=True), TextRun("个", size_pt=22, colour="accent3"))
    )
    data, _ = deck_bytes(one_slide(TextFill(1, (words,))), tokens)
    xml = slides_of(Archive.open(data))["ppt/slides/slide1.xml"]
    assert '<a:t>一行</a:t></a:r><a:br><a:rPr lang="zh-CN" altLang="en-US" b="1"/></a:br>' in xml
    assert 'sz="2200"><a:solidFill><a:schemeClr val="accent3"/>' in xml


def test_links_jump_to_slides(archive: Archive, sample: Deck) -> None:
    keys = [s.key for s in sample.slides]
    agenda = f"ppt/slides/slide{keys.index('agenda') + 1}.xml"
    xml = archive.content[agenda].decode()
    rids = re.findall(r'<a:hlinkClick r:id="(rId\d+)" action="ppaction://hlinksldjump"/>', xml)
    targets = {r.id: r.target for r in archive.relations(agenda)}
    assert [targets[rid] for rid in rids] == [
        f"ppt/slides/slide{keys.index(f'part-{n}') + 1}.xml" for n in range(1, 5)
    ]


def test_an_unknown_link_layout_or_placeholder_is_an_error(tokens: DeckTokens) -> None:
    linked = TextFill(1, (TextParagraph((TextRun("去", link="nowhere"),)),))
    with pytest.raises(KeyError):
        deck_bytes(one_slide(linked), tokens)
    with pytest.raises(KeyError):
        deck_bytes(one_slide(layout="nowhere"), tokens)
    with pytest.raises(ValueError, match="no placeholder 99"):
        deck_bytes(one_slide(fill(99, "字")), tokens)
    twice = one_slide().slides[0]
    with pytest.raises(ValueError, match="key"):
        deck_bytes(Deck((twice, twice), "题目"), tokens)


def test_sections_list_every_slide_once_in_order(archive: Archive, sample: Deck) -> None:
    root = archive.tree("ppt/presentation.xml")
    p14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
    listed = [e.get("id") for e in root.iter(f"{p14}sldId")]
    assert listed == [e.get("id") for e in root.iter(f"{P}sldId")]
    assert len(listed) == len(sample.slides)
    assert next(root.iter(f"{p14}section")).get("name") == "封面"


def test_footer_and_number_stand_on_every_light_slide(archive: Archive, sample: Deck) -> None:
    for n, slide in enumerate(sample.slides, 1):
        xml = archive.content[f"ppt/slides/slide{n}.xml"].decode()
        dark = slide.layout in ("cover", "cover_picture", "divider", "summary", "closing")
        assert ('type="slidenum"' in xml) is not dark
        assert (f"<a:t>{sample.footer}</a:t>" in xml) is not dark


def test_progress_is_one_decorative_group(archive: Archive) -> None:
    bars = [
        shape
        for name in slides_of(archive)
        for shape in archive.tree(name).iter(f"{P}grpSp")
        if shape.find(f"{P}nvGrpSpPr/{P}cNvPr").get("name") == "进度条"
    ]
    assert len(bars) > 20
    for bar in bars:
        assert len(list(bar.iter(f"{P}sp"))) in (4, 5)


def test_control_characters_and_markup_in_words_do_no_harm(tokens: DeckTokens) -> None:
    nasty = "甲\x08\x00乙\u202e丙\ud800丁\ufffe & <b> ]]> \"'"
    deck = one_slide(fill(1, nasty), source=nasty)
    deck = replace(
        deck, title=nasty, author=nasty, keywords=(nasty, "词" * 300), footer=nasty, date="x"
    )
    data, _ = deck_bytes(deck, tokens)
    assert inspect(data) == []
    text = Presentation(BytesIO(data)).slides[0].placeholders[1].text_frame.text
    assert text == "甲乙丙丁 & <b> ]]> \"'"
    core = Presentation(BytesIO(data)).core_properties
    assert len(core.keywords) <= 255 and "词词" not in core.keywords


def test_core_properties_come_from_the_deck(written: bytes, sample: Deck) -> None:
    core = Presentation(BytesIO(written)).core_properties
    assert core.title == sample.title.replace("\u3000", " ")
    assert core.author == "成都市武侯区委组织部"
    assert core.keywords == "融合式党建；产业园区"
    assert core.language == "zh-CN"
    assert core.created is not None and core.created.isoformat()[:19] == "2017-07-11T00:00:00"


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2017-07-11", "2017-07-11"),
        ("2017-07", "2017-07-01"),
        ("2017", "2017-01-01"),
        ("2017-13-45", None),
        ("去年", None),
        ("", None),
    ],
)
def test_the_only_date_is_the_cases(
    date: str, expected: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    found = moment(date)
    assert (found.date().isoformat() if found else None) == expected


def test_source_date_epoch_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    found = moment("2017-07-11")
    assert found is not None and found.isoformat() == "1970-01-02T00:00:00"


def test_other_processes_give_the_same_bytes(tmp_path: Path) -> None:
    code = (
        "import sys, hashlib; sys.path[:0] = sys.argv[1:]; import deck_sample;"
        "from casepress.pptx.write import deck_bytes;"
        "print(hashlib.sha256(deck_bytes(deck_sample.deck(), deck_sample.tokens())[0]).hexdigest())"
    )
    here = Path(__file__).parent
    paths = [str(here), str(here.parents[1] / "src")]
    digests = set()
    for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        environment.pop("SOURCE_DATE_EPOCH", None)
        done = subprocess.run(
            [sys.executable, "-c", code, *paths],
            env=environment,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        )
        digests.add(done.stdout.strip())
    assert len(digests) == 1


def test_writing_reports_the_size_and_the_fonts_named(sample: Deck) -> None:
    theme = Theme(name="zhujin", title="朱金", ink={}, type={}, deck=deck_sample.tokens())
    out = BytesIO()
    report = write_deck(sample, theme, out)
    assert report.size == len(out.getvalue())
    assert report.fonts == ("Microsoft YaHei", "微软雅黑")
