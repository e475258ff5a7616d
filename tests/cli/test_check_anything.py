"""Whatever stands in a file, ``check`` answers with diagnostics, never with a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casepress.diagnostics import ExitCode

ANSWERS = {int(ExitCode.OK), int(ExitCode.PROBLEMS), int(ExitCode.UNREADABLE)}
quiet = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def answer(casepress, tmp_path: Path):
    def ask(data: bytes) -> dict[str, object]:
        path = tmp_path / "案例.yaml"
        path.write_bytes(data)
        ran = casepress("check", path, "--json")
        assert ran.code in ANSWERS and "Traceback" not in ran.out + ran.err
        assert "casepress-error" not in ran.err
        assert casepress("check", path, "--diff").code in ANSWERS
        return json.loads(ran.out)

    return ask


@quiet
@given(st.binary(max_size=200))
def test_any_bytes_get_an_answer(answer, data: bytes):
    answer(data)


@quiet
@given(st.text(st.sampled_from("title:标题：[]{}|>-#&*!%@`'\"\\ \n\t,，。？甲0x~<"), max_size=60))
def test_any_text_of_yaml_marks_gets_an_answer(answer, text: str):
    answer(text.encode())


CASE = (
    "title: 题|目\nsubtitle: 副\ndate: 2017-07-11\nkeywords: [甲, 乙]\n"
    "summary:\n  text: |\n    做法是：一是把甲与乙相融合；二是丙，达95%以上。\n"
    "  key_figures:\n    - {value: '95', unit: '%', after: 以上, caption: 率}\n"
    "practices:\n  - title: 把甲与乙相融合\n    outcome: 突破丙\n    minutes: 8\n"
    "    measures:\n      - title: 一项\n        text: 由23亿增加至38亿、增幅达60%。\n"
    "        points: [要点]\n        quote: 增加至|38亿\n"
    "results:\n  lead: 导语\n  metrics:\n    - label: 税收\n      unit: 亿\n"
    "      from: {value: '23', when: 原来}\n      to: {value: '38', when: 目前}\n"
    "      stated: 增幅达60%\n  honours:\n    - {title: 先进, when: 2016年}\n"
    "figures:\n  - {path: a.png, alt: 图, focus: [0.5, 0.5]}\n"
    "teaching:\n  minutes: 90\n  parts:\n    - {id: practices, name: 做法, minutes: 90}\n"
    "notes: {cover: 讲稿}\n"
)
_MARKS = [": ", "：", "- ", "\t", "  ", "\n", "'", '"', "[", "]", "{", "}", "|", ">", "!", "#", "%"]
_WORDS = [
    "&a ",
    "*a",
    "<<: *a",
    "---",
    "-1",
    "1e999",
    "NaN",
    "9" * 20,
    "null",
    "/",
    "..",
    "～",
    "〇",
]
_TRAPS = ["９", "\ue000", "𠮷", "\u200d", "{甲|jiǎ}", "[.甲.]", "# casepress: ignore CP0401"]
_pieces = st.sampled_from([*_MARKS, *_WORDS, *_TRAPS])
_edits = st.lists(
    st.tuples(st.integers(0, len(CASE)), st.integers(0, 6), _pieces), min_size=1, max_size=3
)


@quiet
@given(_edits)
def test_a_case_with_slips(answer, edits: list[tuple[int, int, str]]):
    text = CASE
    for place, length, piece in edits:
        text = text[:place] + piece + text[place + length :]
    answer(text.encode())


def test_fifty_megabytes_are_refused_unread(answer):
    told = answer(CASE.encode() + b"#" * 50_000_000)["diagnostics"]
    assert [d["id"] for d in told] == ["CP0104"]


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [("gb18030", "CP0106"), ("utf-16", "CP0105"), ("utf-16-le", "CP0105"), ("big5", "CP0105")],
)
def test_encodings_are_named(answer, encoding: str, expected: str):
    text = "title: 園區轉型\npractices:\n  - title: 深化改革\n"
    assert [d["id"] for d in answer(text.encode(encoding))["diagnostics"]] == [expected]
