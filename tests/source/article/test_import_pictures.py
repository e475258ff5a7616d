"""Pictures come along: saved beside the case, in their place, and what can't be used says why."""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Cm
from PIL import Image

from casepress.case.load import load_case
from casepress.diagnostics import ExitCode
from casepress.source.article.captions import numbered

TEXT = "（示例：虚构）社区居民在院子里开会，商量怎样改造。"


def png(size: tuple[int, int] = (400, 300), colour: str = "#88a") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, colour).save(buffer, "PNG")
    return buffer.getvalue()


def word(path: Path, *pictures: bytes, caption: str = "图1 改造后的小院") -> Path:
    """An article with its pictures after the first measure of the second practice."""
    document = Document()
    document.add_heading("（示例：虚构）小院议事", 0)
    for heading, level in (("一、背景", 1), ("二、主要做法", 1), ("（一）搭建平台", 2)):
        document.add_heading(heading, level)
        if level == 2 or "背景" in heading:
            document.add_paragraph(TEXT)
    document.add_heading("（二）推行改造", 2)
    document.add_paragraph(f"一是动手改造。{TEXT}")
    for data in pictures:
        document.add_picture(io.BytesIO(data), width=Cm(5))
    document.add_paragraph(caption)
    document.add_heading("三、主要成效", 1)
    document.add_paragraph(TEXT)
    document.save(str(path))
    return path


def test_a_picture_of_a_word_file_is_saved_and_stands_in_its_practice(casepress, tmp_path: Path):
    article, case = word(tmp_path / "文章.docx", png()), tmp_path / "case" / "案例.yaml"
    ran = casepress("import", article, "-o", case)
    assert ran.code == 0 and "取出图片 1 张" in ran.err and "没有取出" not in ran.err
    (figure,) = load_case(case).case.figures
    assert (figure.path, figure.at) == ("images/案例-1.png", "practices[1]")
    assert (figure.caption, figure.alt) == ("改造后的小院", "")
    assert (case.parent / figure.path).read_bytes() == png()
    assert casepress("build", case, "--only", "deck", "-o", tmp_path / "out").code == 0


def test_the_same_picture_twice_is_one_file_and_an_icon_stays_in_a_comment(
    casepress, tmp_path: Path
):
    article = word(tmp_path / "a.docx", png(), png((40, 40)), png())
    ran = casepress("import", article, "-o", tmp_path / "c.yaml", "--json")
    found = json.loads(ran.out)["pictures"]
    assert [one["path"] for one in found] == ["images/c-1.png", None, "images/c-1.png"]
    assert found[1]["why"] == "太小，40×40 像素"
    assert [path.name for path in (tmp_path / "images").iterdir()] == ["c-1.png"]
    assert "# 没有取出的图片" in (tmp_path / "c.yaml").read_text(encoding="utf-8")


def test_without_a_file_to_write_pictures_are_only_noted(casepress, tmp_path: Path):
    ran = casepress("import", word(tmp_path / "a.docx", png()))
    assert "# figures:" in ran.out and "加 -o" in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


def test_another_picture_is_not_overwritten_and_nothing_is_written(casepress, tmp_path: Path):
    article, case = word(tmp_path / "a.docx", png()), tmp_path / "c.yaml"
    there = tmp_path / "images" / "c-1.png"
    there.parent.mkdir()
    there.write_bytes(b"an editor's")
    ran = casepress("import", article, "-o", case)
    assert ran.code == ExitCode.NOT_WRITABLE and "CP0651" in ran.err and str(there) in ran.err
    assert there.read_bytes() == b"an editor's" and not case.exists()
    assert casepress("import", article, "-o", case, "--force").code == 0
    assert there.read_bytes() == png()


@pytest.mark.parametrize(
    ("address", "path", "why"),
    [
        ("照片/小 院.png", "照片/小 院.png", ""),
        ("%E7%85%A7%E7%89%87/%E5%B0%8F%20%E9%99%A2.png?x=1", "照片/小 院.png", ""),
        ("https://example.org/a.png", None, "图片不在文章里，在别处"),
        ("../外面.png", None, "文章所在的文件夹里没有这个文件"),
        ("坏.png", None, "图片打不开"),
        ("画.svg", None, "SVG 矢量图，请另存为 PNG"),
        ("data:image/png;base64," + base64.b64encode(png()).decode(), "images/c-1.png", ""),
    ],
)
def test_pictures_beside_a_page(
    casepress, tmp_path: Path, address: str, path: str | None, why: str
):
    folder = tmp_path / "page"
    (folder / "照片").mkdir(parents=True)
    (folder / "照片" / "小 院.png").write_bytes(png())
    (folder / "坏.png").write_bytes(b"no picture")
    (folder / "画.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (tmp_path / "外面.png").write_bytes(png())
    page = folder / "a.html"
    page.write_text(
        f"<html><body><article><h1>（示例：虚构）小院</h1>\n<h2>一、背景</h2>\n<p>{TEXT * 4}</p>\n"
        f"<p><img src='{address}' alt='小院'></p>\n<h2>二、主要做法</h2>\n<p>{TEXT * 4}</p>\n"
        "</article></body></html>",
        encoding="utf-8",
    )
    ran = casepress("import", page, "-o", folder / "c.yaml", "--json")
    (found,) = json.loads(ran.out)["pictures"]
    assert (found["path"], found["why"], found["at"]) == (path, why, "background")
    figures = load_case(folder / "c.yaml").case.figures
    assert [(one.path, one.alt) for one in figures] == ([(path, "小院")] if path else [])


@pytest.mark.parametrize(
    ("caption", "text", "parted"),
    [
        ("图1 小院", "正文", ("图1", "小院")),
        ("图 2：小院", "正文", ("图 2：", "小院")),
        ("▲小院", "正文", ("▲", "小院")),
        ("图1 小院", "如图1所示", ("", "图1 小院")),
        ("图1 小院", "如图12所示", ("图1", "小院")),
        ("图为小院", "正文", ("", "图为小院")),
        ("图1", "正文", ("", "图1")),
    ],
)
def test_a_caption_gives_up_its_number_unless_the_text_speaks_of_it(
    caption: str, text: str, parted: tuple[str, str]
):
    assert numbered(caption, text) == parted
