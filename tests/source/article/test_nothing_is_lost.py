"""Every character of an article ends in the case, in order, or in the list of unplaced text.

Articles are generated: parts in any order, parts missing, headings numbered, bare, run-in or
absent, items as paragraphs or in one sentence, forms, straight quotes, half-width marks, one run-on
paragraph. They are made up (示例：虚构).
"""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from casepress.case.load import load_case_bytes
from casepress.source.article.block import Article, Block, Kind, letters
from casepress.source.article.compose import compose, unplaced
from casepress.source.article.emit import emit
from casepress.source.article.tree import Text, leaves
from casepress.source.article.txt import extract

HEADINGS = {
    "summary": ("案例摘要", "核心阅读", "内容提要", "【摘要】"),
    "background": ("背景与起因", "案例背景", "问题提出", "基本情况"),
    "practices": ("主要做法", "做法与经过", "主要举措", "实施过程与路径"),
    "results": ("主要成效", "成效与反响", "成果和价值"),
    "lessons": ("工作启示", "经验启示", "几点体会", "反思"),
    "other": ("下一步打算", "专家点评", "思考题", "附件", "存在的不足", "关键词", "创新点"),
    "asked": (
        "问：当初为什么做？\n答",
        "记者：具体怎么做的？\n答",
        "问：下一步呢？\n某某",
        "Results",
    ),
}
CLAUSES = (
    "抓实基层基础", "搭建议事平台", "群众说了算", "由2019年的14个增加到58个、增长了60%",
    "办结率达95%以上",    '开展"小院议事"活动300余次', "会议于16:04结束", "被市里评为“先进集体”",
    "采取BLT(建设-租赁-移交)模式",
    "坚持统筹推进", "针对停车难问题", "把党的建设与改革相融合", "突破发展瓶颈",
    "（楼栋长、网格员）参与", "近15万余人次",
    "目前运行平稳", "实践证明", "其次是资金", "参加 OpenDay 活动", "统一是前提", "唯一要点是坚持",
)  # fmt: skip
HAN = "一二三四五六七八九"

clauses = st.sampled_from(CLAUSES)
sentence = st.builds(
    lambda parts, comma, stop: comma.join(parts) + stop,
    st.lists(clauses, min_size=1, max_size=4),
    st.sampled_from(["，", ",", "；", "、"]),
    st.sampled_from(["。", "。", "。", "!", "……", "."]),
)
paragraph = st.lists(sentence, min_size=1, max_size=4).map("".join)
numbers = st.sampled_from(
    ["（{}）", "({})", "{}、", "{n}.", "（{n}）", "{}是", "第{}，", "{}要", "其{}，", "", "①"]
)


@st.composite
def items(draw):
    """A list of items: numbered paragraphs, or all in one paragraph."""
    number = draw(numbers)
    parts = []
    for index in range(draw(st.integers(0, 5))):
        mark = number.format(HAN[index], n=index + 1) if number != "①" else chr(0x2460 + index)
        parts.append(mark + draw(paragraph))
    return draw(st.sampled_from(["\n", ""])).join(parts)


@st.composite
def section(draw, role, ordinal):
    heading = draw(st.sampled_from(HEADINGS[role]))
    number = draw(st.sampled_from(["{}、", "（{}）", "", "第{}部分 "])).format(HAN[ordinal])
    after = draw(st.sampled_from(["\n", "：\n", "。", "：", ":"]))
    show = draw(st.booleans()) or draw(st.booleans())
    lead = draw(st.one_of(st.just(""), paragraph))
    inner = draw(items())
    return (number + heading + after if show else "") + lead + "\n" + inner


@st.composite
def articles(draw):
    roles = draw(st.permutations(list(HEADINGS)))[: draw(st.integers(0, 6))]
    front = draw(
        st.lists(
            st.sampled_from(
                ["（示例：虚构）让小院热闹起来", "——某镇案例", "2023-05-18 09:30 来源：某日报",
                 "单位：某某镇",
                 "关键词：议事；小院", "某某新闻网", "案例名称：把课堂搬到车间", "作者：林一平"]
            ),
            max_size=4,
        )
    )  # fmt: skip
    parts = [draw(section(role, index)) for index, role in enumerate(roles)]
    tail = draw(
        st.lists(
            st.sampled_from(
                ["（某某镇供稿）", "（责编：甲、乙）", "来源：某报", "某某镇党委", "2023年5月"]
            ),
            max_size=3,
        )
    )
    text = draw(st.sampled_from(["\n", "\n\n"])).join([*front, *parts, *tail])
    if draw(st.integers(0, 5)) == 0:
        text = text.replace("\n", "")
    return text


def placed(imported):
    """The cuts of all fields and of the marks they stand for, as the tree holds them."""
    for path, leaf in leaves(imported.case):
        if isinstance(leaf, Text):
            yield path, leaf


def check(imported):
    """Fields, marks and unplaced text are the whole body, nothing twice; the YAML says the same."""
    body = imported.body
    times = [0] * len(body.text)
    for _, leaf in placed(imported):
        for cut in (*leaf.cuts, *leaf.marks):
            assert 0 <= cut.start <= cut.end <= len(body.text)
            for offset in range(cut.start, cut.end):
                times[offset] += 1
    for cut in unplaced(imported):
        for offset in range(cut.start, cut.end):
            times[offset] += 1
    for offset, count in enumerate(times):
        character = body.text[offset]
        assert count <= 1, (offset, body.text[max(0, offset - 12) : offset + 12])
        assert count == 1 or character.isspace(), (offset, character)


def check_yaml(imported):
    """The loaded case has the words of the tree: the article's order, part by part."""
    yaml = emit(imported, "示例.txt")
    case = load_case_bytes(yaml.encode()).case
    body = imported.body
    firsts: list[int] = []
    last: dict[str, int] = {}
    for path, leaf in placed(imported):
        value = case
        for step in path.replace("[", ".").replace("]", "").split("."):
            value = value[int(step)] if step.isdecimal() else getattr(value, step)
        assert value == leaf.words(body), path
        part = path.split(".")[0].split("[")[0]
        if leaf.cuts and part in HEADINGS:
            if part not in last:
                assert all(leaf.cuts[0].start > first for first in firsts), path
                firsts.append(leaf.cuts[0].start)
            assert all(a < b for a, b in pairwise([(last.get(part, -1), 0), *leaf.cuts])), path
            last[part] = leaf.cuts[-1].start
    for cut in unplaced(imported):
        words = body.of(cut)
        assert not letters(words) or words in yaml.replace("\n# ", "")
    return yaml


@settings(max_examples=150, deadline=None)
@given(articles())
def test_every_character_is_placed_or_listed(text):
    article = extract(text)
    raw = sum(letters(block.text) for block in article.blocks)
    assert raw == letters(text)
    imported = compose(article)
    removed = sum(letters(piece.text) for piece in imported.article.removed)
    assert letters(imported.body.text) + removed == raw
    check(imported)
    check_yaml(imported)


@settings(max_examples=60, deadline=None)
@given(articles())
def test_the_yaml_holds_every_letter_of_the_article(text):
    """Told without the tree: counting letters, the YAML has no fewer of any than the article."""
    imported = compose(extract(text))
    yaml = emit(imported, "示例.txt")
    cut = "".join(piece.text for piece in imported.article.removed)
    for character in set(imported.body.text):
        if character.isalnum():
            assert yaml.count(character) + cut.count(character) >= imported.body.text.count(
                character
            )


@settings(max_examples=60, deadline=None)
@given(articles())
def test_importing_twice_gives_the_same_bytes(text):
    assert emit(compose(extract(text)), "a") == emit(compose(extract(text)), "a")


@settings(max_examples=200, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from(
            "一二三是、（）().，。；：“”\"'：摘要背景做法成效启示1２,;:!?《》\n \t　—…①%#|-[]{}&*"
        ),
        max_size=160,
    )
)
def test_no_text_makes_it_fail(text):
    article = extract(text)
    imported = compose(article)
    check(imported)
    check_yaml(imported)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.builds(
            Block,
            st.one_of(
                clauses, paragraph, st.sampled_from([h for hs in HEADINGS.values() for h in hs])
            ),
            st.integers(1, 400),
            st.sampled_from(list(Kind)),
            st.integers(0, 9),
        ),
        max_size=16,
    )
)
@example(
    [
        Block("抓实基层基础", 1, Kind.TEXT, 0),
        Block("问：当初为什么做？\n答", 1, Kind.TEXT, 0),
        Block("记者：具体怎么做的？\n答", 1, Kind.HEADING, 0),
        Block("抓实基层基础", 1, Kind.TEXT, 0),
    ]
)
def test_headings_of_a_format_lose_nothing_either(blocks):
    imported = compose(Article(tuple(blocks)))
    check(imported)
    check_yaml(imported)
