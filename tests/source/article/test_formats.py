"""Word files, web pages and Markdown; encodings; files that are no articles."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections import Counter

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from casepress.diagnostics import CasepressError, ExitCode
from casepress.source.article.block import Kind
from casepress.source.article.docx_numbering import numeral
from casepress.source.article.formats import extract, read_article

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
EXTRA = (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
STYLES = f"""<w:styles {W}>
<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/><w:pPr><w:numPr>
<w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="a2"><w:name w:val="heading 2"/><w:pPr><w:numPr>
<w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="t2"><w:name w:val="My title"/>
<w:basedOn w:val="t"/></w:style>
</w:styles>"""
NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>
<w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>
<w:lvlText w:val="（%2）"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
</w:numbering>"""


def p(text, style="", runs=""):
    mark = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    words = f"<w:r><w:t>{text}</w:t></w:r>" if text else ""
    return f"<w:p>{mark}{words}{runs}</w:p>"


def table(*rows):
    cells = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def docx(*content, document="", **parts):
    """Make a Word package of a body and further parts (``header1`` is a header)."""
    body = "".join(content)
    parts = {
        "document": document or f"<w:document {W}{EXTRA}><w:body>{body}</w:body></w:document>",
        "styles": STYLES,
        "numbering": NUMBERING,
        **parts,
    }
    kinds = {name: name.rstrip("0123456789") for name in parts}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}.'
        f'{"document.main" if kind == "document" else kind}+xml"/>'
        for name, kind in kinds.items()
    )
    rels = f'<Default Extension="rels" ContentType="{TYPES_OF_RELATIONS}"/>'
    inner = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>'
        for n, (name, kind) in enumerate(kinds.items())
        if kind != "document"
    )
    outer = f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types">{rels}{types}</Types>'
        )
        package.writestr("_rels/.rels", relations(outer))
        package.writestr("word/_rels/document.xml.rels", relations(inner))
        for name, text in parts.items():
            package.writestr(f"word/{name}.xml", text)
    return buffer.getvalue()


TYPES_OF_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"


def relations(inner):
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def texts(data, name="a.docx"):
    return [block.text for block in extract(data, name).article.blocks]


def refused(data, name):
    with pytest.raises(CasepressError) as caught:
        extract(data, name)
    assert caught.value.exit_code is ExitCode.UNREADABLE
    return caught.value.diagnostics[0]


# -- Word ------------------------------------------------------------------------------------


def test_a_word_file_becomes_a_case(imports):
    data = docx(
        p("（示例：虚构）把例会开短", "t2"),
        table(["申报单位", "某某公司"], ["申报时间", "2024年5月"]),
        p("案例背景", "a1"), p("例会越开越长。"),
        p("主要做法", "a1"),
        p("限定时长，倒逼会前准备", "a2"), p("每人三分钟。"),
        p("站着开会，提升会议效率", "a2"), p("撤走椅子。"),
        p("工作成效", "a1"), p("例会由90分钟缩短到15分钟。"),
    )  # fmt: skip
    result = imports(data, "a.docx")
    case = result.case
    assert case.title == "（示例：虚构）把例会开短"
    assert (case.organisation, case.date) == ("某某公司", "2024年5月")
    assert case.headings.background == "案例背景"
    assert [x.title for x in case.practices] == ["限定时长，倒逼会前准备", "站着开会"]
    assert case.practices[1].outcome == "提升会议效率"
    assert case.results.metrics[0].to.value == "15"
    assert "  - title: 站着开会  # 原文第11段 · （二）" in result.yaml.splitlines()
    assert result.unplaced == []


def test_automatic_numbers_are_read_as_word_shows_them():
    levels = {"甲": "a1", "乙": "a2", "丙": "a2", "丁": "a1", "戊": "a2"}
    assert texts(docx(*(p(word, style) for word, style in levels.items()))) == [
        "一、甲", "（一）乙", "（二）丙", "二、丁", "（一）戊",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("count", "format_", "text"),
    [(1, "chineseCounting", "一"), (10, "chineseCounting", "十"), (12, "japaneseCounting", "十二"),
     (35, "chineseCountingThousand", "三十五"), (3, "decimalEnclosedCircle", "③"),
     (2, "lowerLetter", "b"), (4, "decimal", "4"), (5, "unheardOf", "5")],
)  # fmt: skip
def test_number_formats(count, format_, text):
    assert numeral(count, format_) == text


def test_insertions_count_and_deletions_do_not():
    runs = (
        "<w:ins><w:r><w:t>添上的</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>删掉的</w:delText></w:r></w:del><w:r><w:t>字。</w:t></w:r>"
    )
    assert texts(docx(p("", runs=runs))) == ["添上的字。"]


def test_a_text_box_is_read_once_after_its_paragraph():
    box = f"<w:txbxContent>{p('框里的字。')}</w:txbxContent>"
    runs = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(docx(p("正文。", runs=runs))) == ["正文。", "框里的字。"]


def test_soft_line_breaks_part_paragraphs_and_tabs_are_spaces():
    runs = "<w:r><w:br/><w:t>第二行</w:t><w:tab/><w:t>完。</w:t></w:r>"
    assert texts(docx(p("第一行。", runs=runs))) == ["第一行。", "第二行 完。"]


def test_tables_of_short_cells_are_fields_and_long_cells_paragraphs():
    data = docx(
        table(
            ["单位", "某局", "时间", "2024年"], ["年份", "产量", "产值"], ["2023", "20吨", "3万"]
        ),
        table(["做法" * 20, "成效" * 20]),
    )
    assert texts(data) == [
        "单位：某局", "时间：2024年", "年份｜产量｜产值", "2023｜20吨｜3万",
        "做法" * 20, "成效" * 20,
    ]  # fmt: skip


def test_headers_are_told_as_cut_and_footnotes_kept():
    header = f"<w:hdr {W}>{p('内部资料')}</w:hdr>"
    notes = f'<w:footnotes {W}><w:footnote w:id="2">{p("见某年鉴。")}</w:footnote></w:footnotes>'
    article = extract(docx(p("正文。"), header1=header, footnotes=notes), "a.docx").article
    assert [(r.text, r.reason) for r in article.removed] == [("内部资料", "header")]
    assert (article.blocks[-1].text, article.blocks[-1].kind) == ("见某年鉴。", Kind.NOTE)


def test_a_word_file_with_entities_is_refused():
    bomb = (
        '<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        f"<w:document {W}><w:body>{p('&b;正文')}</w:body></w:document>"
    )
    assert refused(docx(document=bomb), "a.docx").id == "CP0655"


def test_a_file_that_unpacks_to_a_flood_is_refused():
    assert refused(docx(p("字"), endnotes=" " * 60_000_001), "a.docx").id == "CP0655"


def test_a_file_from_words_own_template_is_read():
    document = Document()
    document.core_properties.title = "让办事少跑一趟"
    document.add_heading("让办事少跑一趟", 0)
    document.add_heading("主要做法", 1)
    document.add_paragraph("合并窗口。", style="List Number")
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "单位", "某某街道"
    document.sections[0].header.paragraphs[0].text = "内部资料"
    buffer = io.BytesIO()
    document.save(buffer)
    article = extract(buffer.getvalue(), "a.docx").article
    assert [(b.kind, b.text) for b in article.blocks] == [
        (Kind.TITLE, "让办事少跑一趟"), (Kind.HEADING, "主要做法"), (Kind.TEXT, "1.合并窗口。"),
        (Kind.TEXT, "单位：某某街道"),
    ]  # fmt: skip
    assert article.hints.title == "让办事少跑一趟"
    assert [r.text for r in article.removed] == ["内部资料"]


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_a_file_written_by_pandoc_is_read(tmp_path):
    source = "% 让办事少跑一趟\n\n# 主要做法\n\n1. 合并窗口。\n2. 下放权限。^[见某年鉴。]\n"
    path = tmp_path / "a.docx"
    subprocess.run(["pandoc", "-o", path], input=source.encode(), check=True)
    article = extract(path.read_bytes(), "a.docx").article
    assert [b.text for b in article.blocks] == [
        "让办事少跑一趟", "主要做法", "1.合并窗口。", "2.下放权限。", "见某年鉴。",
    ]  # fmt: skip


# -- web pages -------------------------------------------------------------------------------

FORM = """<table>
<tr><td>案例名称</td><td colspan="3">（示例：虚构）把例会开短</td></tr>
<tr><td>申报单位</td><td>某某公司</td><td>申报时间</td><td>2024年5月</td></tr>
<tr><td>主要做法</td><td colspan="3"><p>一是限定时长，每人只讲三分钟，讲不完的会后再说。</p>
<p>二是会前发材料，会上不再念。</p></td></tr>
<tr><td>取得成效</td><td colspan="3">例会由210分钟减少到60分钟。</td></tr></table>"""


def test_a_form_that_is_one_table_is_read_whole():
    assert texts(FORM.encode(), "a.html") == [
        "案例名称：（示例：虚构）把例会开短", "申报单位：某某公司", "申报时间：2024年5月",
        "主要做法：一是限定时长，每人只讲三分钟，讲不完的会后再说。",
        "二是会前发材料，会上不再念。",
        "取得成效：例会由210分钟减少到60分钟。",
    ]  # fmt: skip


WORDS = st.text("天地玄黄宇宙洪荒，。", min_size=1, max_size=60)
BOXES = st.recursive(
    WORDS.map(lambda words: f"<p>{words}</p>"),
    lambda inner: st.builds(
        lambda tag, parts, loose: f"<{tag}>{''.join(parts)}</{tag}>{loose}",
        st.sampled_from(["div", "section", "nav", "td", "ul", "aside", "article", "span"]),
        st.lists(inner, max_size=4),
        st.sampled_from(["", "日月盈昃"]),
    ),
    max_leaves=12,
)


@given(BOXES)
def test_every_word_of_a_page_is_in_the_article_or_told_as_cut(body):
    page = f"<html><body><p>文章的第一段。</p>{body}</body></html>"
    article = extract(page.encode(), "a.html").article
    kept = "".join(block.text for block in article.blocks)
    told = kept + "".join(one.text for one in article.removed)
    shown = html.fromstring(page).text_content()
    assert Counter(re.sub(r"[\s：｜]", "", told)) == Counter(re.sub(r"[\s：｜]", "", shown))


def test_a_web_page_gives_the_article_and_lists_the_page_as_cut(sample):
    result = sample("page.html")
    case = result.case
    assert case.title == "（示例：虚构）一条老街的“共同缔造”"
    assert case.source.publication == "某某日报"
    assert (case.date, case.source.published) == ("2024-06-18", "2024年06月18日09:12")
    assert case.source.url == "https://example.org/a/1.html"
    assert [x.title for x in case.practices] == [
        "请居民画图纸，改造方案更贴心",
        "让居民管工地，施工进度看得见",
    ]
    assert "图纸46张" in case.practices[0].lead
    assert case.results.metrics[0].label == "老街商铺"
    assert case.source.editors == ("甲一", "乙二")
    cut = "".join(r.text for r in result.report.removed)
    for words in ("要闻", "分享到", "推荐阅读", "别的文章一", "最新评论", "写得真好", "版权所有"):
        assert words in cut and words not in result.yaml


def test_a_web_page_s_lines_lists_and_tables_are_kept(sample):
    result = sample("page.html")
    lead = result.case.practices[1].lead
    assert "监督员不拿报酬，由街道统一购买保险。" in lead
    measures = result.case.practices[1].measures
    assert [m.title for m in measures] == ["先修管线，再铺路面", "先修房顶，再粉外墙"]
    assert "改造户数：912户" in result.case.results.lead
    line = 1 + (result.extracted.article.blocks[0].line)
    assert f"原文第{line - 1}行" in result.yaml
    assert '#   - {path: "images/street.jpg", alt: "改造后的巷口"}' in result.yaml


def test_scripts_and_hidden_boxes_show_no_text(imports):
    page = (
        "<html><body><h1>（示例：虚构）题目在这里</h1><div style='display: none'>看不见</div>"
        "<script>alert('脚本')</script><p>正文第一段，字数足够多，算得上一段正经的文字。</p></body></html>"
    )
    yaml = imports(page, "a.html").yaml
    assert "看不见" not in yaml and "脚本" not in yaml
    assert "正文第一段" in yaml


def test_a_page_of_nothing_but_line_breaks_is_read(imports):
    page = (
        "<body>　　第一段。<br><br>　　第二段。<BR>主要做法<br>"
        "（一）抓早。天天抓。<br>（二）抓小。样样抓。</body>"
    )
    case = imports(page, "a.htm").case
    assert [x.title for x in case.practices] == ["抓早", "抓小"]


def test_boxes_nested_beyond_reason_still_give_their_text(imports):
    deep = "<div>" * 3000 + "<p>正文在很深的地方，也要读得到。</p>" + "</div>" * 3000
    page = f"<html><body><h1>（示例：虚构）题目</h1><h2>主要做法</h2>{deep}</body></html>"
    assert "正文在很深的地方" in imports(page, "a.html").case.practices[0].lead


# -- Markdown --------------------------------------------------------------------------------


def test_markdown_marks_come_off_and_structure_stays(sample):
    result = sample("notes.md")
    case = result.case
    assert case.title == "（示例：虚构）图书室的钥匙谁来管"
    assert case.date == "2025-03-02"
    assert case.summary.text == "三把钥匙换来一年到头的灯光。"
    assert case.background.text.startswith("图书室建成三年，借书的人越来越少。门常常锁着")
    assert [x.title for x in case.practices] == ["把钥匙交给读者", "把选书权交给读者"]
    assert "值班记录贴在门口" in case.practices[0].lead
    assert "2024：320册" in case.practices[1].lead
    assert 'path: "img/roster.png"' in result.yaml
    assert (case.headings.lessons, case.lessons.lead) == ("下一步打算", "再开一间儿童阅览室。")


def test_a_wrapped_markdown_paragraph_knows_its_lines(imports):
    text = "# （示例：虚构）题目\n\n## 主要做法\n\n一是抓早。天天\n抓。二是抓小。\n样样抓。\n"
    yaml = imports(text, "a.md").yaml
    assert "  - title: 抓早  # 原文第5行 · 一是…。" in yaml.splitlines()
    assert "  - title: 抓小  # 原文第6行 · 二是…。" in yaml.splitlines()


# -- plain text ------------------------------------------------------------------------------


def test_lines_broken_at_the_same_width_are_joined(imports):
    words = (
        "这是一篇示例文章（示例：虚构），每一行都在同样的宽度上断开，读的时候应当重新接成一段。" * 5
    )
    lines = [words[i : i + 30] for i in range(0, len(words), 30)]
    case = imports(
        "题目在此\n\n主要做法\n\n" + "\n".join(lines) + "\n\n经验启示\n\n要接得上。"
    ).case
    assert case.practices[0].lead == words


def test_a_line_is_a_paragraph_where_nothing_was_wrapped(imports):
    case = imports("题目（示例：虚构）\n主要做法\n第一段的话。\n第二段的话。\n经验启示\n完。").case
    assert case.practices[0].lead == "第一段的话。\n\n第二段的话。"


# -- encodings and other files ---------------------------------------------------------------

TEXT = "题目（示例：虚构）\n主要做法\n一是抓早。天天抓。二是抓小。样样抓。\n经验启示\n贵在坚持。"


@pytest.mark.parametrize(
    ("codec", "label"),
    [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"),
     ("utf-16-be", "UTF-16"), ("utf-32", "UTF-32"), ("gb18030", "GB18030"), ("gbk", "GB18030")],
)  # fmt: skip
def test_the_encoding_is_told_by_the_bytes(codec, label, imports):
    result = imports(TEXT.encode(codec), "a.txt")
    assert result.extracted.encoding == label
    assert [x.title for x in result.case.practices] == ["抓早", "抓小"]


def test_big5_pages_that_say_so_are_read(imports):
    page = (
        "<html><head><meta charset='big5'></head><body><p>主要做法</p>"
        "<p>這是一個例子，虛構的例子。</p></body></html>"
    )
    result = imports(page.encode("big5"), "a.html")
    assert result.extracted.encoding == "Big5"
    assert "這是一個例子" in result.yaml


def test_control_characters_are_dropped_and_counted(imports):
    result = imports("题目\u200e（示例：虚构）\n主要做法\n抓\x07早\u202e。\x0c抓小。")
    assert result.report.dropped == 2
    assert "抓早。" in result.yaml


def test_lost_characters_are_told(imports):
    assert "CP0667" in imports("题目（示例：虚构）\n主要做法\n抓\ufffd抓。").ids


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"", "a.txt", "CP0652"), (b" \n\t\n", "a.txt", "CP0652"),
        ("\ufeff".encode(), "a.txt", "CP0652"),
        (b"<html><body></body></html>", "a.html", "CP0652"),
        (bytes(range(256)) * 8, "a.bin", "CP0653"), (b"\x00\x01\x02\x03" * 50, "a", "CP0653"),
        (b"%PDF-1.7\n", "a.pdf", "CP0654"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "a.doc", "CP0654"),
        (b"{\\rtf1 x}", "a.rtf", "CP0654"), (b"\x89PNG\r\n\x1a\n", "a.png", "CP0654"),
        (b"PK\x03\x04 broken", "a.docx", "CP0655"),
    ],
)  # fmt: skip
def test_files_that_are_no_articles_have_their_own_messages(data, name, message):
    diagnostic = refused(data, name)
    assert diagnostic.id == message
    assert diagnostic.params["path"] == name


def test_other_office_packages_are_named():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("ppt/presentation.xml", "<x/>")
    assert "PowerPoint" in str(refused(buffer.getvalue(), "a.docx").params["format"])


def test_an_empty_word_file_is_empty():
    assert refused(docx(p("")), "a.docx").id == "CP0652"


def test_missing_files_and_directories_are_told(tmp_path):
    for path, message in ((tmp_path / "无.txt", "CP0101"), (tmp_path, "CP0657")):
        with pytest.raises(CasepressError) as caught:
            read_article(path)
        assert caught.value.diagnostics[0].id == message


# -- the real article in every format --------------------------------------------------------


def as_markdown(lines):
    return "\n\n".join(
        f"# {line}" if line.startswith("探索") else f"## {line}" if line[1:2] == "、" else line
        for line in lines
    ).encode()


def as_html(lines):
    def box(line):
        if line.startswith("探索"):
            return f"<h1>{line}</h1><div class='toolbar'><a href='#'>收藏</a></div>"
        return f"<p>　　{'<strong>' + line + '</strong>' if line[1:2] == '、' else line}</p>"

    menu = "".join(f"<a href='/{n}'>栏目{n}</a>" for n in range(20))
    body = "".join(map(box, lines))
    page = f"<html><body><div class='nav'>{menu}</div><div id='content'>{body}</div></body></html>"
    return page.encode("gb18030")


def as_word(lines):
    def paragraph(line):
        words = line.replace("&", "&amp;").replace("<", "&lt;")
        return p(words, "t" if line.startswith("探索") else "")

    return docx(*map(paragraph, lines))


@pytest.mark.parametrize(
    ("build", "name"), [(as_markdown, "a.md"), (as_html, "a.html"), (as_word, "a.docx")]
)
def test_the_real_article_gives_the_same_case_in_every_format(build, name, wuhou, imports, root):
    text = (root / "tests/source/article/wuhou-article.txt").read_text(encoding="utf-8")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    result = imports(build(lines), name)
    assert result.case == wuhou.case
    assert result.unplaced == []
