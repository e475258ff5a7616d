"""Every trap PyYAML has for a clerk, with the message, line and column it must give."""

from __future__ import annotations

import pytest

from casepress.case.model import Case
from casepress.diagnostics import CasepressError
from casepress.source.bind import bind
from casepress.source.names import all_names
from casepress.source.nodes import MAX_DEPTH, compose
from casepress.source.reader import source_from_text

BODY = "title: 题\npractices: [{title: 甲}]\n"


def problems(text: str) -> list[tuple[str, int, int]]:
    source = source_from_text(text, "a.yaml")
    try:
        bound = bind(compose(source, all_names(Case)), Case, source)
    except CasepressError as error:
        found = error.diagnostics
    else:
        found = bound.warnings
    return [(d.id, d.span.line, d.span.column) for d in found if d.span]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # full-width colon: on the first line, in the middle, last, swallowed by the line above
        ("标题：园区\npractices: []\n", [("CP0203", 1, 3)]),
        ("title: 题\n摘要：好\npractices: []\n", [("CP0203", 2, 3)]),
        ("practices: []\n标题：园区\n", [("CP0203", 2, 3)]),
        ("标题：园区\n", [("CP0203", 1, 3)]),
        ("标题：园区\n摘要：好\n", [("CP0203", 1, 3), ("CP0203", 2, 3)]),
        (BODY + "subtitle: 副\n  日期：今天\n", [("CP0203", 4, 5)]),
        ("title: 题\npractices:\n  - title：甲\n    lead: 乙\n", [("CP0203", 3, 10)]),
        # tabs
        ("title: 题\npractices:\n\t- title: 甲\n", [("CP0201", 3, 1)]),
        # full-width indentation
        (BODY + "summary:\n\u3000\u3000text: 甲\n", [("CP0202", 4, 1)]),
        # reserved and eaten first characters
        ("title: @园区\n", [("CP0204", 1, 8)]),
        ("title: `园区`\n", [("CP0204", 1, 8)]),
        ("title: %50\n", [("CP0204", 1, 8)]),
        ("%园区\n", [("CP0204", 1, 1)]),
        ("title: *加粗*\n", [("CP0205", 1, 8)]),
        ("title: *bold\n", [("CP0205", 1, 8)]),
        ("title: &公司 名\n", [("CP0205", 1, 8)]),
        ("title: &corp 名\n", [("CP0205", 1, 8)]),
        ("title: !重要 事\n", [("CP0205", 1, 8)]),
        ("title: !x 事\n", [("CP0205", 1, 8)]),
        # block indicators
        ("title: |竖线\n", [("CP0206", 1, 8)]),
        ("title: >50\n", [("CP0206", 1, 8)]),
        # colons and quotes in texts
        ("title: “引号: 冒号”\n", [("CP0207", 1, 11)]),
        ("title: 时间: 地点\n", [("CP0207", 1, 10)]),
        ('title: "没有闭合\npractices: []\n', [("CP0208", 1, 8)]),
        ("title: '没有闭合\n", [("CP0208", 1, 8)]),
        ('title: "融合式"党建\npractices: []\n', [("CP0210", 1, 8)]),
        ("title: [甲]乙\npractices: []\n", [("CP0211", 1, 8)]),
        ("title: {甲}乙\npractices: []\n", [("CP0211", 1, 8)]),
        ('title: "a\\q"\n', [("CP0224", 1, 10)]),
        (BODY + "subtitle: 第一 #号\n", [("CP0226", 3, 14)]),
        # structure
        ("title: 题\n  subtitle: 副\n", [("CP0209", 2, 1)]),
        ("title: 题\nsummary:\n    text: 甲\n  slide: {}\n", [("CP0209", 4, 1)]),
        ("- a\ntitle: 题\n", [("CP0209", 2, 1)]),
        ("title: - 甲\n", [("CP0212", 1, 8)]),
        ("keywords: [甲, 乙\ntitle: 题\n", [("CP0213", 1, 11)]),
        ("title\nsubtitle: 副\n", [("CP0225", 1, 1)]),
        ("title: 甲\n---\ntitle: 乙\n", [("CP0214", 2, 1)]),
        ("<<: {title: 甲}\n", [("CP0220", 1, 1)]),
        ("{{ title }}: 甲\n", [("CP0221", 1, 2)]),
        ("title: &a [*a]\n", [("CP0222", 1, 12)]),
        (BODY + "figures:\n  - {path: a.png, at: practices[0]}\n", [("CP0231", 4, 23)]),
        # lists and keys the way people write them
        ("title: 题\npractices:\n  * title: 甲\n", [("CP0227", 3, 3)]),
        ("title: 题\npractices:\n  • title: 甲\n", [("CP0227", 3, 3)]),
        ("title: 题\npractices:\n  -title: 甲\n", [("CP0228", 3, 3)]),
        ("title: 题\npractices:\n  -title: 甲\n    lead: 乙\n", [("CP0228", 3, 3)]),
        ("title:题\npractices: []\n", [("CP0229", 1, 1)]),
        ("title: 题\npractices:\n  - title: 甲\n    lead:乙\n    outcome: 丙\n",
         [("CP0229", 4, 5)]),
        (BODY + "subtitle: '副\nkind: 类'\n", [("CP0230", 3, 11)]),
        (BODY + "headings: {summary：提要}\n", [("CP0203", 3, 19)]),
        (BODY + "...\n甲\n", [("CP0214", 4, 1)]),
        ("# 标题\n\n正文一段。\n\n## 二级\n- 列表\n", [("CP0300", 1, 1)]),
        # nothing there
        ("", [("CP0111", 1, 1)]),
        ("# 只有注释\n", [("CP0111", 1, 1)]),
        ("只是一段话\n", [("CP0300", 1, 1)]),
        ("- 甲\n- 乙\n", [("CP0300", 1, 3)]),
    ],
)  # fmt: skip
def test_a_trap_of_yaml_is_told_at_its_place(
    text: str, expected: list[tuple[str, int, int]]
) -> None:
    assert problems(text) == expected


def test_a_colon_inside_a_block_text_is_only_text() -> None:
    assert problems(BODY + "summary:\n  text: |\n    摘要：一是甲\n    标题：乙\n") == []


def test_escapes_cannot_smuggle_control_characters() -> None:
    for escape, expected in (("\\x07", "CP0108"), ("\\u202e", "CP0109"), ("\\ud800", "CP0224")):
        assert [p[0] for p in problems(f'title: "a{escape}b"\n')][:1] == [expected]


def test_depth_is_limited() -> None:
    assert problems("[" * (MAX_DEPTH + 5)) == [("CP0219", 1, MAX_DEPTH + 1)]
    assert problems("- " * 500 + "a")[0][0] == "CP0219"
    assert problems("[" * 200_000)[0][0] == "CP0219"


def test_aliases_are_counted_as_if_written_out() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    assert problems("\n".join(lines))[0][0] == "CP0218"


def test_an_alias_that_is_used_is_allowed() -> None:
    assert problems("title: &t 题\nsubtitle: *t\npractices: [{title: 甲}]\n") == []


def test_several_problems_of_one_kind_are_reported_together() -> None:
    text = "标题：题\n副标题：副\npractices: []\n"
    assert problems(text) == [("CP0203", 1, 3), ("CP0203", 2, 4)]


def test_tabs_and_fullwidth_colons_are_reported_together() -> None:
    text = "标题：甲\npractices:\n\t- title: 乙\n\t- title: 丙\n"
    assert problems(text) == [("CP0203", 1, 3), ("CP0201", 3, 1), ("CP0201", 4, 1)]
