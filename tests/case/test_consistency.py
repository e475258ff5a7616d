"""Parts of a text that disagree: quantities, wholes and parts, passages said twice, numbering."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from casepress.case.check import check_case
from casepress.case.checks.mentions import mentions
from casepress.case.load import load_case, load_case_bytes

HEAD = "title: 题\npractices:\n  - title: 把甲与乙相融合\n"


def found(text: str) -> list[tuple[str, int, int]]:
    loaded = load_case_bytes(text.encode(), "a.yaml")
    return [(d.id, d.span.line, d.span.column) for d in check_case(loaded) if d.span]


def ids(summary: str, lead: str, result: str = "") -> list[str]:
    text = f"summary: {{text: '{summary}'}}\n{HEAD}    lead: '{lead}'\n"
    if result:
        text += f"results: {{lead: '{result}'}}\n"
    return [one[0] for one in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "辖区内232个党组织、5624名党员全部纳入。",
            [("党组织", "个", 232, ""), ("党员", "人", 5624, "")],
        ),
        ("建成各类学校20所，医院6家。", [("学校", "所", 20, "建成"), ("医院", "家", 6, "")]),
        ("新增绿化面积近5万平方米，面积达16万平方米。", [("面积", "平方米", 160000, "")]),
        ("基层党组织由2010年的147个发展到232个。", [("党组织", "个", 232, "")]),
        ("每户走访3次，其中党员20名，2016年有党员30名，第3个项目。", []),
        ("参与8000余人次，达95%以上。", []),
    ],
)
def test_quantities_are_read_by_their_form(text: str, expected: list[object]) -> None:
    assert [(m.noun, m.measure, m.value, m.event) for m in mentions(text)] == expected


def test_one_quantity_with_two_values() -> None:
    assert ids("园区有232个党组织。", "把园区233个党组织纳入。") == ["CP0451"]
    assert ids("园区有232个党组织。", "把园区232个党组织纳入。") == []
    assert ids("党员5624名。", "", "党员由3093人发展到5642人。") == ["CP0451"]
    assert ids("党员562名。", "党员5624名。") == ["CP0451"]
    assert ids("党员3093名。", "", "党员由3093人发展到5642人。") == []
    assert ids("走访群众623户。", "走访群众632户。") == ["CP0451"]


def test_several_owners_are_not_one_quantity() -> None:
    assert ids("全镇有党员900名。", "甲村有党员30名，乙村有党员40名。") == []
    assert ids("全镇有党员900名。", "甲村有党员30名。") == []
    assert ids("走访群众50户。", "走访群众20户，又走访群众30户。") == []
    assert ids("建成学校20所。", "新增学校5所。") == []


def test_parts_are_not_more_than_their_whole() -> None:
    assert ids("", "投入资金300万元，其中财政200万元、社会资本150万元。") == ["CP0452"]
    assert ids("", "投入资金300万元，其中财政200万元、社会资本100万元。") == []
    assert ids("", "有党员120名，其中女党员80名、青年党员90名。") == []
    assert ids("", "有党员120名，其中女党员180名。") == ["CP0452"]


def test_growth_in_running_text() -> None:
    text = (
        HEAD + "    lead: 税收由23亿元增加至38亿元、增幅达60%，人口由100人增加到150人，增长50%。\n"
    )
    assert found(text) == [("CP0401", 4, 26)]
    assert ids("税收由23亿元降至20亿元，下降13%。", "") == []


def test_values_of_charts_stand_in_the_text() -> None:
    text = HEAD + (
        "    lead: 由23亿增加至38亿\nresults:\n  metrics:\n    - label: 税收\n"
        "      from: {value: 23, when: 原来}\n      to: {value: 39, when: 目前}\n"
    )
    assert found(text) == [("CP0410", 9, 19)]


def test_a_passage_said_twice() -> None:
    words = "武侯区委坚持以党建为统领，以改革破痼疾，以创新促转型，探索实践新的工作模式"
    text = (
        HEAD
        + f"    lead: 甲。{words}。\n    measures:\n      - {{title: 乙, text: 丙，{words}。}}\n"
    )
    assert found(text) == [("CP0453", 6, 28)]
    assert ids(words, words) == []
    assert ids(f"{words}。丁。{words}。", "") == ["CP0453"]
    assert ids("", "好" * 80) == ["CP0453"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一是甲。", ["CP0454"]),
        ("二是甲；三是乙。", ["CP0454"]),
        ("一是甲；二是乙。", []),
        ("唯一是甲。统一是乙。", []),
        ("（1）甲（2）乙（4）丙", ["CP0413"]),
        ("见图（3）和（5）。", []),
        ("①甲②乙④丙", ["CP0413"]),
        ("第一，甲。第三，乙。", ["CP0413"]),
        ("服务接近30余人", ["CP0408"]),
    ],
)  # fmt: skip
def test_a_gap_in_a_numbered_sequence_is_told(text: str, expected: list[str]) -> None:
    assert ids("", text) == expected


def test_items_of_a_list_count_on() -> None:
    items = (
        "    measures:\n      - {title: 甲, text: 一是甲。}\n      - {title: 乙, text: 二是乙。}\n"
    )
    assert found(HEAD + items) == []


SLIPS: list[tuple[str, Callable[[str], str]]] = [
    ("CP0451", lambda t: t.replace("辖区内232个党组织", "辖区内223个党组织")),
    ("CP0451", lambda t: t.replace("、5624名党员全部", "、5642名党员全部")),
    ("CP0401", lambda t: t.replace("stated: 增长了58%", "stated: 增长了85%")),
    ("CP0406", lambda t: t.replace("“融合式”党建路径，有效激活", "“融合式党建路径，有效激活")),
    ("CP0407", lambda t: t.replace("以改革破痼疾，以创新", "以改革破痼疾,以创新")),
    ("CP0413", lambda t: t.replace("；三是把党的建设", "；五是把党的建设")),
    ("CP0414", lambda t: t.replace("2016年7月，全国", "2016年17月，全国")),
    ("CP0410", lambda t: t.replace('value: "139"', 'value: "193"')),
    (
        "CP0405",
        lambda t: t.replace("把党的建设与服务民生相融合，强化", "把党的建设与保障民生相融合，强化"),
    ),
    ("CP0402", lambda t: t.replace("minutes: 34", "minutes: 43")),
]


@pytest.mark.parametrize(("id_", "slip"), SLIPS)
def test_a_slip_in_the_real_case_is_found(root: Path, id_: str, slip: Callable[[str], str]) -> None:
    text = (root / "content" / "wuhou.yaml").read_text(encoding="utf-8")
    assert slip(text) != text
    before, after = (
        [d.id for d in check_case(load_case_bytes(t.encode()))] for t in (text, slip(text))
    )
    assert after.count(id_) > before.count(id_)


def test_the_real_article_as_imported_shows_its_errors(
    casepress, root: Path, tmp_path: Path
) -> None:
    out = tmp_path / "a.yaml"
    assert casepress("import", root / "tests/content/wuhou-article.txt", "-o", out).code == 0
    assert sorted(d.id for d in check_case(load_case(out))) == [
        "CP0401", "CP0405", "CP0405", "CP0406", "CP0408",
    ]  # fmt: skip
