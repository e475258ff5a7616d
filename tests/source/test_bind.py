from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casepress.case.model import Case
from casepress.diagnostics import CasepressError, Diagnostic, ExitCode
from casepress.messages.render import as_object
from casepress.records import BaseModel, ConfigDict, Field
from casepress.source.bind import Bound, bind
from casepress.source.names import all_names, edit_distance, nearest
from casepress.source.nodes import compose
from casepress.source.reader import source_from_text

MINIMAL = "title: 题\npractices:\n  - title: 甲\n"


def bound(text: str) -> Bound[Case]:
    source = source_from_text(text, "a.yaml")
    return bind(compose(source, all_names(Case)), Case, source)


def faults(text: str) -> list[Diagnostic]:
    with pytest.raises(CasepressError) as caught:
        bound(text)
    assert caught.value.exit_code is ExitCode.INVALID
    return list(caught.value.diagnostics)


def told(text: str) -> list[tuple[str, int, int]]:
    return [(d.id, d.span.line, d.span.column) for d in faults(text) if d.span]


def test_chinese_and_english_keys_give_the_same_case() -> None:
    zh = "标题: 题\n主要做法:\n  - 标题: 甲\n    措施:\n      - 标题: 乙\n        正文: 丙\n"
    en = (
        "title: 题\npractices:\n  - title: 甲\n    measures:\n      - title: 乙\n        text: 丙\n"
    )
    assert bound(zh).model == bound(en).model
    assert set(bound(zh).places.values) == set(bound(en).places.values)


def test_places_are_known_by_path() -> None:
    places = bound(
        MINIMAL + "    measures:\n      - title: 乙\n        text: |\n          丙丁\n"
    ).places
    span = places.values["practices[0].title"]
    assert (span.line, span.column) == (3, 12)
    assert "practices[0].measures[0].text" in places.values
    assert places.keys["practices[0].measures"].line == 4


def test_characters_of_a_block_text_are_located() -> None:
    text = MINIMAL + "    lead: >-\n      甲乙，\n      丙丁\n"
    source = source_from_text(text, "a.yaml")
    case = bind(compose(source), Case, source)
    start = case.model.practices[0].lead.index("丁")
    span = case.places.locate(source, "practices[0].lead", start, start + 1)
    assert span is not None
    assert (span.line, span.column, span.end_column) == (6, 8, 9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("practises: []\n" + MINIMAL, [("CP0302", 1, 1)]),
        ("做法: []\n" + MINIMAL, [("CP0302", 1, 1)]),
        ("案例背景: 好\n" + MINIMAL, [("CP0302", 1, 1)]),
        ("measures: []\n" + MINIMAL, [("CP0303", 1, 1)]),
        ("完全不相干: 1\n" + MINIMAL, [("CP0301", 1, 1)]),
        (MINIMAL + "title: 又一次\n", [("CP0304", 4, 1)]),
        (MINIMAL + "标题: 又一次\n", [("CP0304", 4, 1)]),
        ("practices:\n  - title: 甲\n", [("CP0305", 1, 1)]),
        ("title:\npractices:\n  - title: 甲\n", [("CP0317", 1, 1)]),
        ('title: ""\npractices:\n  - title: 甲\n', [("CP0317", 1, 8)]),
        (MINIMAL + "keywords: 一个\n", [("CP0306", 4, 11)]),
        (MINIMAL + "subtitle: [甲, 乙]\n", [("CP0307", 4, 11)]),
        (MINIMAL + "subtitle: {甲: 乙}\n", [("CP0307", 4, 11)]),
        (MINIMAL + "    minutes: 9分钟\n", [("CP0308", 4, 14)]),
        (MINIMAL + "results: 很好\n", [("CP0309", 4, 10)]),
        (MINIMAL + "figures: [{path: a, placement: ful}]\n", [("CP0310", 4, 32)]),
        (MINIMAL + "    measures: [{title: a, text: b, key_figures: [{value: 1, "
         "caption: c, small: 大}]}]\n",
         [("CP0311", 4, 80)]),
        (MINIMAL + "keywords:\n  - 甲\n  -\n", [("CP0312", 6, 4)]),
        ("title: 题\npractices: []\n", [("CP0313", 2, 12)]),
        (MINIMAL + "figures: [{path: a, focus: [0.5]}]\n", [("CP0314", 4, 28)]),
        (MINIMAL + "figures: [{path: a, focus: [0.5, 0.5, 1]}]\n", [("CP0314", 4, 28)]),
    ],
)  # fmt: skip
def test_faults_are_told_at_their_place(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert told(text) == expected


def test_a_double_key_shows_the_first_one() -> None:
    (one,) = faults(MINIMAL + "标题: 又一次\n")
    (related,) = one.related
    assert related.id == "first_defined"
    assert (related.span.line, related.span.column) == (1, 1)


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    text = (
        "titel: 题\nkeywords: 一个\npractices:\n  - lead: 甲\n    minutes: 九\n    points: [乙]\n"
        "teaching:\n  parts:\n    - {id: a, name: b}\n"
    )
    assert told(text) == [
        ("CP0302", 1, 1),
        ("CP0306", 2, 11),
        ("CP0305", 4, 5),
        ("CP0308", 5, 14),
        ("CP0303", 6, 5),
        ("CP0305", 9, 7),
    ]


def test_a_misspelt_key_is_not_also_missing() -> None:
    assert told("titel: 题\npractices:\n  - title: 甲\n") == [("CP0302", 1, 1)]


def test_an_empty_value_is_as_if_not_written() -> None:
    case = bound(MINIMAL + "summary:\nkeywords:\nsubtitle:\ndate: ~\n").model
    assert case.summary is None and case.keywords == () and case.subtitle == case.date == ""


def test_yes_and_no_may_be_chinese() -> None:
    text = MINIMAL + (
        "    measures: [{title: a, text: b, key_figures: [{value: 1, caption: c, 小号: 是}]}]\n"
    )
    assert bound(text).model.practices[0].measures[0].key_figures[0].small is True


class Other(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    colour: Literal["red", "blue"] = "red"
    size: float = Field(default=1.0, gt=0)
    code: str = Field(default="AA", pattern="^[A-Z]{2}$", description="两个大写字母")
    roles: dict[str, float] = Field(default_factory=dict)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("color: red\n", "CP0302"),
        ("colour: gren\n", "CP0310"),
        ("size: -1\n", "CP0318"),
        ("code: a\n", "CP0315"),
        ("roles: {a: x}\n", "CP0308"),
        ("roles: {a: 1, a: 2}\n", "CP0304"),
    ],
)
def test_any_model_can_be_bound(text: str, expected: str) -> None:
    source = source_from_text(text, "t.yaml")
    with pytest.raises(CasepressError) as caught:
        bind(compose(source), Other, source)
    assert [d.id for d in caught.value.diagnostics] == [expected]


def test_nothing_of_pydantic_reaches_the_reader() -> None:
    for one in faults(
        "titel: 1\npractices: {}\nkeywords: 1\nsummary: []\nteaching: {minutes: x}\n"
    ):
        words = str(as_object(one, "zh")) + str(as_object(one, "en"))
        for leak in ("Input should", "valid", "NoneType", "tuple", "dict", "pydantic", "Field"):
            assert leak not in words


def test_nearest_names() -> None:
    assert edit_distance("practices", "practises") == 1
    assert edit_distance("ab", "ba") == 1
    assert nearest("xyz", ("title", "text")) is None
    assert nearest("做法", ("标题", "主要做法")) == "主要做法"


_keys = st.sampled_from(
    [
        "title",
        "标题",
        "practices",
        "summary",
        "keywords",
        "teaching",
        "figures",
        "x",
        "notes",
        "date",
    ]
)
_values = st.recursive(
    st.sampled_from(["甲", "", "1", "[", "~", "是", '"a"', "a: b"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: "[" + ", ".join(items) + "]"),
        st.lists(st.tuples(_keys, inner), max_size=3).map(
            lambda pairs: "{" + ", ".join(f"{k}: {v}" for k, v in pairs) + "}"
        ),
    ),
    max_leaves=6,
)


@given(st.lists(st.tuples(_keys, _values), max_size=6))
def test_any_structure_is_bound_or_explained(pairs: list[tuple[str, str]]) -> None:
    _try("".join(f"{key}: {value}\n" for key, value in pairs))


@given(st.text(max_size=120))
def test_any_text_is_bound_or_explained(text: str) -> None:
    _try(text)


@given(st.text(alphabet="ab甲：:-[]{}\"'|>&*!@%#,?~ \t\n\u3000", max_size=60))
def test_any_yaml_like_text_is_bound_or_explained(text: str) -> None:
    _try(text)


def _try(text: str) -> None:
    try:
        bound(text)
    except CasepressError as error:
        assert error.diagnostics
        for one in error.diagnostics:
            assert one.span is not None and one.span.line >= 1 and one.span.column >= 1
            assert as_object(one)["message"] != one.id
