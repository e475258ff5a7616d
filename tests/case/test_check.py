from __future__ import annotations

from pathlib import Path

import pytest

from casepress.case.check import check_case
from casepress.case.load import load_case, load_case_bytes

HEAD = "title: 题\npractices:\n  - title: 把甲与乙相融合\n    outcome: 突破丙\n"


def found(text: str) -> list[tuple[str, int, int]]:
    loaded = load_case_bytes(text.encode(), "a.yaml")
    return [(d.id, d.span.line, d.span.column) for d in check_case(loaded) if d.span]


def lead(text: str) -> list[tuple[str, int, int]]:
    return found(HEAD + f"    lead: |\n      {text}\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("这是（没有闭合的。", [("CP0406", 6, 9)]),
        ("这是没有开头”的。", [("CP0406", 6, 13)]),
        ("“甲《乙”丙》", [("CP0406", 6, 9), ("CP0406", 6, 13)]),
        ("“甲（乙）”《丙》OK it’s", []),
        ("甲,乙", [("CP0407", 6, 8)]),
        ("甲(乙)", [("CP0407", 6, 8), ("CP0407", 6, 10)]),
        ("16:04、1,000人", []),
        ("园区 转型", [("CP0416", 6, 9)]),
        ("BLT 模式、A 型", [("CP0425", 6, 10)]),
        ("甲--乙...", [("CP0407", 6, 8), ("CP0407", 6, 11)]),
        ("１万", [("CP0419", 6, 7)]),
        ("甲\u200b乙", [("CP0419", 6, 8)]),
        ("服务近15万余人次", [("CP0408", 6, 9)]),
        ("约30人左右", [("CP0408", 6, 7)]),
        ("近15万人次，300余次，95%以上", []),
        ("一是甲；二是乙；四是丙。", [("CP0413", 6, 15)]),
        ("一是甲；二是乙；三是丙。一是丁；二是戊。", []),
        ("（一）甲（三）乙", [("CP0413", 6, 11)]),
        ("2017年13月1日", [("CP0414", 6, 7)]),
        ("2017-02-30", [("CP0414", 6, 7)]),
        ("2月30日", [("CP0414", 6, 7)]),
        ("2016-02-29，2016年7月，3-5人，比例为3/4", []),
    ],
)
def test_slips_of_a_text_are_told_at_their_place(
    text: str, expected: list[tuple[str, int, int]]
) -> None:
    assert lead(text) == expected


def test_the_date_of_a_case_is_looked_up_too() -> None:
    assert found("date: 2017-02-30\n" + HEAD) == [("CP0414", 1, 7)]
    assert found(HEAD + "figures:\n  - {path: 2017-13-40.png, alt: 图}\n") == []


def test_a_blank_in_a_label_is_set_and_stays() -> None:
    assert found("kind: 案例\u3000园区\n" + HEAD) == []


def test_the_place_of_a_finding_in_a_folded_text() -> None:
    text = HEAD + "    lead: >-\n      甲乙，\n      丙,丁\n"
    assert found(text) == [("CP0407", 7, 8)]


def test_growth_that_does_not_follow() -> None:
    text = HEAD + (
        "    lead: 由23亿增加至38亿、增幅达60%\n"
        "results:\n  metrics:\n    - label: 税收\n      from: {value: 23, when: 原来}\n"
        "      to: {value: 38, when: 目前}\n      stated: 增幅达60%\n"
    )
    assert found(text) == [("CP0401", 11, 15)]


def test_values_that_are_no_numbers() -> None:
    text = HEAD + (
        "results:\n  metrics:\n    - label: 党员\n      from: {value: 3093, when: 原来}\n"
        "      to: {value: 5624人, when: 目前}\n"
    )
    assert ("CP0412", 9, 19) in found(text)


def test_a_chart_the_values_do_not_allow() -> None:
    text = HEAD + (
        "    lead: 由12家增加到30家\n"
        "results:\n  metrics:\n    - label: 企业\n      unit: 家\n"
        "      from: {value: 12, when: 原来}\n      to: {value: 30, when: 目前}\n"
        "      chart: share\n"
    )
    assert ("CP0431", 12, 14) in found(text)


def test_figures_and_quotes_have_to_stand_in_the_text() -> None:
    text = HEAD + (
        "    measures:\n      - title: 一项\n"
        "        text: 两条通道，14个部门，“特别管理、封闭运行”。\n"
        "        quote: 特别管理|封闭运行\n        fact: 特别管控\n"
        "        key_figures: [{value: 2, caption: 通道}, {value: 14, caption: 部门},"
        " {value: 15, caption: 部门}]\n"
    )
    assert found(text) == [("CP0411", 9, 15), ("CP0410", 10, 82)]


def test_minutes_have_to_add_up() -> None:
    text = HEAD + (
        "    minutes: 30\nteaching:\n  minutes: 90\n  parts:\n"
        "    - {id: practices, name: 做法, minutes: 20}\n"
        "    - {id: lessons, name: 启示, minutes: 60}\n"
    )
    assert found(text) == [("CP0402", 7, 12), ("CP0403", 9, 42)]


def test_pictures_and_notes_have_to_belong_somewhere() -> None:
    text = HEAD + (
        "figures:\n  - path: a.png\n    at: practices[0]\n    alt: 图\n"
        "  - path: b.png\n    at: practices[7]\n"
        "notes:\n  cover: 甲\n  practices[9]: 乙\n"
    )
    assert found(text) == [("CP0404", 9, 11), ("CP0415", 10, 9), ("CP0415", 13, 3)]


def test_titles_have_room() -> None:
    (one,) = found(HEAD + f"    slide: {{title: {'甲' * 60}}}\n")
    assert one == ("CP0409", 5, 20)


def test_keywords_joined_by_a_chinese_comma() -> None:
    assert found(HEAD + "keywords: [党建，园区, 改革]\n") == [("CP0418", 5, 12)]


def test_summary_and_headings() -> None:
    practices = (
        "practices:\n  - {title: 把党的建设与改革相融合, outcome: 突破制度束缚}\n"
        "  - {title: 把党的建设与一体发展相融合, outcome: 突破条块障碍}\n"
    )
    same = "title: 题\nsummary:\n  text: 做法是：一是把党的建设与改革相融合，突破制度束缚；"
    assert found(f"{same}二是把党的建设与一体发展相融合，突破条块障碍。\n{practices}") == []
    other = found(f"{same}二是把党的建设与共享发展相融合，突破条块障碍。\n{practices}")
    assert [one[0] for one in other] == ["CP0405"]
    fewer = f"{same}二是把党的建设与创新相融合；三是把党的建设与服务相融合。\n{practices}"
    assert [one[0] for one in found(fewer)] == ["CP0417"]


def test_the_real_case_shows_exactly_what_its_article_got_wrong(root: Path) -> None:
    loaded = load_case(root / "content" / "wuhou.yaml")
    assert sorted(d.id for d in check_case(loaded)) == [
        "CP0401", "CP0405", "CP0405", "CP0406", "CP0408",
    ]  # fmt: skip
    assert all(d.span is not None for d in check_case(loaded))


@pytest.mark.parametrize("name", ["sample", "minimal"])
def test_the_other_cases_are_clean(root: Path, name: str) -> None:
    assert check_case(load_case(root / "content" / f"{name}.yaml")) == ()
