from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casepress.source.normalise import normalise


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("改革,创新;发展:好!吗?", "改革，创新；发展：好！吗？"),
        ("时间:16:04,共1,000人", "时间：16:04，共1,000人"),
        ("达95%,增长58%;", "达95%，增长58%；"),
        ("采取BLT(建设-租赁-移交)模式", "采取BLT（建设-租赁-移交）模式"),
        ("中心(新城e空间)阵地", "中心（新城e空间）阵地"),
        ("(一)把党的建设", "（一）把党的建设"),
        ("(成都市委组织部供稿", "（成都市委组织部供稿"),
        ("如(见(a)图)等", "如（见（a）图）等"),
        ("In Chengdu (e.g. BLT), ok", "In Chengdu (e.g. BLT), ok"),
        ("函数f(x)的值", "函数f(x)的值"),
        ("见http://a.cn/b,c(1)。", "见http://a.cn/b,c(1)。"),
        ("写信到a.b@c.cn,谢谢", "写信到a.b@c.cn，谢谢"),
        ("运行`a,b(c)`,好", "运行`a,b(c)`，好"),
        ('他说:"好",就走', "他说：“好”，就走"),
        ("他说'好'了", "他说‘好’了"),
        ("it's中文", "it's中文"),
        ('只有一个"引号', '只有一个"引号'),
        ("等等...", "等等……"),
        ("等等。。。", "等等……"),
        ("改革--创新", "改革——创新"),
        ("建设-租赁-移交", "建设-租赁-移交"),
        ("结束了.", "结束了。"),
        ("第1.5节", "第1.5节"),
        ("开展 “做四有党员”活动", "开展“做四有党员”活动"),
        ("中文 English words 中文", "中文English words中文"),
        ("used “Smart City” plan中", "used “Smart City” plan中"),
        ("一\u3000二\u00a0三", "一二三"),
        ("⼈⺠１２ＡＢ", "人民12AB"),
        ("cafe\u0301", "café"),
        ("甲\u200b乙", "甲乙"),
        ('plain, text (ok); "q"', 'plain, text (ok); "q"'),
    ],
)
def test_widths_and_spaces_become_the_house_style(before: str, after: str) -> None:
    assert normalise(before).text == after


def test_a_title_keeps_its_phrase_break() -> None:
    title = "探索“融合式”党建模式 点燃园区"
    assert normalise(title, keep_spaces=True).text == title
    assert normalise("甲\u00a0\u3000乙 ", keep_spaces=True).text == "甲 乙"


def test_every_change_has_its_offset_and_rule() -> None:
    changes = normalise("甲\n乙,丙(丁) 戊").changes
    assert [(c.offset, c.before, c.after, c.rule) for c in changes] == [
        (3, ",", "，", "width"),
        (5, "(", "（", "bracket"),
        (7, ")", "）", "bracket"),
        (8, " ", "", "space"),
    ]


def applied(text: str) -> str:
    """Rebuild the result from the original and the log alone."""
    out, last = [], 0
    for change in normalise(text).changes:
        assert text[change.offset : change.offset + len(change.before)] == change.before
        out += [text[last : change.offset], change.after]
        last = change.offset + len(change.before)
    return "".join([*out, text[last:]])


_texts = st.text(
    alphabet="甲乙丙aB1 ,.:;!?()\"'-。，（）“”…—\n\u3000\u00a0⼈Ａ\u0301\u200b`@/", max_size=40
)


@given(_texts)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


@given(_texts)
def test_the_log_tells_everything(text: str) -> None:
    assert applied(text) == normalise(text).text


@given(st.text(max_size=60))
def test_letters_and_digits_keep_their_order(text: str) -> None:
    def letters(value: str) -> str:
        folded = unicodedata.normalize("NFKD", value)
        return "".join(c for c in folded if c.isalnum() and not "\u2e80" <= c <= "\u2fdf")

    kept = "".join(c for c in text if not "\u2e80" <= c <= "\u2fdf")
    assert letters(normalise(kept).text) == letters(kept)
