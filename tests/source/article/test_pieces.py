"""The small rules: numbers, roles of headings, sentences, dates, headings of items, figures."""

from __future__ import annotations

import pytest

from casepress.source.article.block import Article, Block
from casepress.source.article.body import Cut, assemble
from casepress.source.article.chrome import is_chrome
from casepress.source.article.dates import iso_date
from casepress.source.article.divide import divide
from casepress.source.article.honours import honours
from casepress.source.article.measures import halves, headed
from casepress.source.article.metrics import changes, figures
from casepress.source.article.numbering import Style, marker_at, number
from casepress.source.article.sections import Role, role_of
from casepress.source.article.sentence import inside, sentences


def body(*lines):
    return assemble(Article(tuple(Block(line, n) for n, line in enumerate(lines, 1))))


def whole(text):
    found = body(text)
    return found, Cut(0, len(found.text))


@pytest.mark.parametrize(
    ("text", "style", "ordinal"),
    [
        ("一、背景", Style.HAN, 1),
        ("（十二）抓实", Style.HAN_PAREN, 12),
        ("(三)抓实", Style.HAN_PAREN, 3),
        ("3.抓实", Style.ARABIC, 3),
        ("3、抓实", Style.ARABIC, 3),
        ("（4）抓实", Style.ARABIC_PAREN, 4),
        ("④抓实", Style.CIRCLED, 4),
        ("二是抓实", Style.IS, 2),
        ("三要抓实", Style.MUST, 3),
        ("第一，抓实", Style.ORDINAL, 1),
        ("其二，抓实", Style.ONE_OF, 2),
        ("其次，抓实", Style.FIRSTLY, 2),
        ("第二部分 做法", Style.PART, 2),
    ],
)
def test_numbers_before_headings_and_items_are_known(text, style, ordinal):
    marker = marker_at(text, 0)
    assert (marker.style, marker.ordinal) == (style, ordinal)
    assert text[marker.end :].strip() in ("背景", "抓实", "做法")


@pytest.mark.parametrize("text", ["3.5万平方米", "2016年", "一是", "一般", "1.5倍", "二十国集团"])
def test_what_only_looks_like_a_number_is_none(text):
    assert marker_at(text, 0) is None


@pytest.mark.parametrize(
    ("word", "value"),
    [("一", 1), ("十", 10), ("十三", 13), ("二十", 20), ("四十二", 42), ("⑫", 12)],
)
def test_numerals_have_values(word, value):
    assert number(word) == value


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("核心阅读", Role.SUMMARY), ("内容提要", Role.SUMMARY), ("摘　要：", Role.SUMMARY),
        ("背景与起因", Role.BACKGROUND), ("案例背景", Role.BACKGROUND),
        ("问题提出", Role.BACKGROUND),
        ("基本情况", Role.BACKGROUND), ("背景情况", Role.BACKGROUND),
        ("做法与经过", Role.PRACTICES), ("主要做法与过程", Role.PRACTICES),
        ("实施过程与路径", Role.PRACTICES), ("主要举措", Role.PRACTICES),
        ("经验做法", Role.PRACTICES),
        ("武侯区的主要做法", Role.PRACTICES), ("主要做法及成效", Role.PRACTICES),
        ("成效与反响", Role.RESULTS), ("成果与成效", Role.RESULTS), ("成果和价值", Role.RESULTS),
        ("取得的工作成效", Role.RESULTS),
        ("启示", Role.LESSONS), ("经验启示与展望", Role.LESSONS), ("探讨与评论", Role.LESSONS),
        ("反思", Role.LESSONS), ("几点体会", Role.LESSONS), ("【启示】", Role.LESSONS),
        ("思考题", Role.QUESTIONS), ("延伸阅读", Role.READING), ("下一步打算", Role.OUTLOOK),
    ],
)  # fmt: skip
def test_headings_of_published_cases_are_known(heading, role):
    assert role_of(heading) is role


@pytest.mark.parametrize("words", ["初见成效", "党建引领成效", "老百姓的做法"])
def test_a_run_in_heading_must_be_known_by_heart(words):
    assert role_of(words, exact=True) is None


def test_sentences_keep_their_closing_quotes():
    text = "他说：“好。”大家笑了。完了"
    assert [text[s:e] for s, e in sentences(text, 0, len(text))] == [
        "他说：“好。”", "大家笑了。", "完了",
    ]  # fmt: skip


def test_a_bracket_that_never_closes_hides_nothing():
    assert not any(inside("（供稿一是抓。二是管。"))


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2017年07月11日16:04", "2017-07-11"), ("2023-05-18 09:30", "2023-05-18"),
        ("二〇一七年七月十一日", "2017-07-11"), ("2024年3月", "2024-03"), ("2024年13月", ""),
    ],
)  # fmt: skip
def test_dates_are_read(text, iso):
    assert iso_date(text) == iso


@pytest.mark.parametrize(
    "line",
    ["推荐阅读", "相关专题", "• 最新评论", "查看全部留言", "微信“扫一扫”添加“学习微平台”",
     "分享到：微博 微信", "【打印】【关闭】", "字号：大 中 小", "上一篇：别的文章"],
)  # fmt: skip
def test_page_furniture_is_told_by_the_line(line):
    assert is_chrome(line)


@pytest.mark.parametrize("line", ["居民用手机扫一扫墙上的二维码，就能给社区工作打分。", "分享经验"])
def test_sentences_are_never_furniture(line):
    assert not is_chrome(line)


def test_an_introduction_that_counts_does_not_hide_the_paragraphs_that_follow():
    found = body("体现在：一是快；二是好。", "（一）快。办得快。", "（二）好。办得好。")
    division = divide(found, 0, len(found.text))
    assert division.style is Style.HAN_PAREN
    assert found.of(division.lead) == "体现在：一是快；二是好。"


def test_an_item_that_begins_inside_a_paragraph_joins_the_others():
    found = body("一是快。办得快。二是好。办得好。", "三是省。办得省。")
    pieces = divide(found, 0, len(found.text)).pieces
    assert [found.text[p.start : p.end] for p in pieces] == [
        "快。办得快。", "好。办得好。", "省。办得省。",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        ("一是强化领导。成立专班。二是做实。做好。", "强化领导", "成立专班。"),
        ("一是健全机制：每周会商，每月通报。二是做实。做好。", "健全机制", "每周会商，每月通报。"),
        (
            "一是强化组织领导，成立由书记任组长的专班；二是做实。做好。",
            "强化组织领导",
            "成立由书记任组长的专班；",
        ),
        ("一是先修管线，再铺路面；二是做实。做好。", "先修管线，再铺路面", ""),
    ],
)
def test_an_item_s_heading_is_its_first_sentence_label_or_clause(text, title, rest):
    found, cut = whole(text)
    piece = divide(found, *cut).pieces[0]
    part = headed(found, piece)
    assert found.of(part.title) == title
    assert "".join(found.of(c) for c in part.text) == rest


def test_an_adverbial_clause_is_no_heading():
    text = "一是针对居民反映强烈、长期没有解决的停车难问题，在周边增设停车位，并错时开放机关车位；"
    found, cut = whole(text + "二是做实。做好。")
    assert not headed(found, divide(found, *cut).pieces[0]).sound


def test_titles_are_halved_at_what_was_achieved():
    found = body("把甲与乙相融合，突破丙的束缚", "把丁与戊相融合，破解己的难题")
    cuts = [unit.cut for unit in found.units]
    assert [found.of(half[2]) for half in halves(found, cuts)] == ["突破丙的束缚", "破解己的难题"]


def test_parallel_titles_stay_whole():
    found = body("抓班子建设，强队伍本领", "抓作风建设，树良好形象")
    assert halves(found, [unit.cut for unit in found.units]) == [None, None]


def test_a_change_is_read_with_times_units_and_what_the_text_states():
    found, cut = whole(
        "目前，园区企业由2015年的20家增加到58家、增长了190%，产值从3.2亿元提高到9亿元。"
    )
    first, second = changes(found, cut)
    assert (first.label, first.unit, first.start, first.end) == (
        "企业", "家", ("20", "2015年"), ("58", "目前"),
    )  # fmt: skip
    assert first.stated == "增长了190%"
    assert first.text == "园区企业由2015年的20家增加到58家、增长了190%"
    assert (second.label, second.unit, second.start[0], second.end[0]) == (
        "产值",
        "亿元",
        "3.2",
        "9",
    )


def test_single_figures_have_captions_and_kinds():
    found, cut = whole("审批集中率达95%以上，办理时限缩短60%，群众满意率达到100%。")
    assert [(f.value, f.after, f.caption, f.kind) for f in figures(found, cut)] == [
        ("95", "以上", "审批集中率", "share"),
        ("60", "", "办理时限缩短", "count"),
        ("100", "", "群众满意率", "share"),
    ]


@pytest.mark.parametrize(
    ("text", "value", "unit", "caption", "kind", "note"),
    [
        ("本科以上人才翻了一番。", "一", "番", "本科以上人才", "count", ""),
        ("信访量下降六成。", "六", "成", "信访量下降", "count", ""),
        ("物业收费率提高26个百分点。", "26", "个百分点", "物业收费率提高", "increase", ""),
        ("单位产值能耗较2019年下降23.7%。", "23.7", "%", "单位产值能耗下降", "count", "较2019年"),
        ("绿化覆盖率稳定在42%左右。", "42", "%", "绿化覆盖率稳定", "share", ""),
        ("编制时间由3天压缩到40分钟。", "40", "分钟", "编制时间", "count", "由3天压缩到40分钟"),
    ],
)
def test_figures_are_read_in_every_phrasing(text, value, unit, caption, kind, note):
    found, cut = whole(text)
    (figure,) = figures(found, cut)
    assert (figure.value, figure.unit, figure.caption) == (value, unit, caption)
    assert (figure.kind, figure.note) == (kind, note)


def test_an_increase_without_a_subject_is_named_after_the_figure_before_it():
    found, cut = whole("工业总产值达120亿元以上，同比增长18.5%。")
    assert [f.caption for f in figures(found, cut)] == ["工业总产值", "工业总产值同比增长"]


def test_two_units_are_no_metric():
    found, cut = whole("到货时间从5.5天缩短为24小时，企业由31家减少到6家。")
    assert [(c.label, c.unit) for c in changes(found, cut)] == [("企业", "家")]


def test_a_time_is_not_carried_over_a_semicolon():
    found, cut = whole("上访由2020年的23件下降到2023年的4件；花费从4.8万元降至1.6万元。")
    second = changes(found, cut)[1]
    assert second.start == ("4.8", "") and second.end == ("1.6", "")


def test_an_honour_keeps_its_level_and_grade():
    found, cut = whole(
        "该所先后获得“甲奖”、省“乙奖”和全省“改革创新奖”一等奖，并获第十届全国大赛一等奖，"
        "荣立集体二等功。"
    )
    assert [(h.title, h.holder) for h in honours(found, (cut,))] == [
        ("甲奖", "该所"),
        ("省“乙奖”", "该所"),
        ("全省“改革创新奖”一等奖", "该所"),
        ("第十届全国大赛一等奖", "该所"),
        ("集体二等功", "该所"),
    ]


def test_dates_are_paired_with_honours_or_left_out():
    found, cut = whole(
        "2014年、2015年，某区先后被民政部确定为“甲示范区”“乙实验区”。某镇荣获“丙称号”。"
    )
    assert [(h.title, h.holder, h.when, h.conferrer) for h in honours(found, (cut,))] == [
        ("甲示范区", "某区", "2014年", "民政部"),
        ("乙实验区", "某区", "2015年", "民政部"),
        ("丙称号", "某镇", "", ""),
    ]


DOCUMENTED = {
    "摘要": Role.SUMMARY, "背景": Role.BACKGROUND, "做法": Role.PRACTICES, "成效": Role.RESULTS,
    "启示": Role.LESSONS, "展望": Role.OUTLOOK, "关键词": Role.KEYWORDS,
    "研讨题": Role.QUESTIONS, "延伸阅读": Role.READING,
}  # fmt: skip


def test_every_heading_the_manual_names_is_known(root):
    manual = (root / "docs" / "import.md").read_text(encoding="utf-8")
    table = manual.partition("| 归到 |")[2].partition("\n\n")[0].splitlines()[2:]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table]
    assert [row[0] for row in rows] == list(DOCUMENTED)
    for part, words in rows:
        for word in words.split("、"):
            assert role_of(word) is DOCUMENTED[part], word
