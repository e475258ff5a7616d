# ruff: noqa: E501
"""``check --fix`` on the text of a case: only values change, only as the normaliser says."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from casepress.case.load import load_case_bytes
from casepress.case.model import Case
from casepress.case.tidy import tidied, tidy_changes
from casepress.source.bind import Lowering
from casepress.source.nodes import compose
from casepress.source.reader import source_from_text
from casepress.source.rewriting import changed


def fixed(text: str) -> str:
    return tidied(source_from_text(text, "a.yaml")).text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: 甲,乙  # 注,释\n", "title: 甲，乙  # 注,释\n"),
        ("'title': '甲''s,乙'\n", "'title': '甲''s，乙'\n"),
        ("title: \"甲\\u00a0乙,\\\"丙\\\"\"\n", 'title: "甲 乙，“丙”"\n'),
        ("summary: {text: 甲(乙), key_figures: []}\n", "summary: {text: 甲（乙）, key_figures: []}\n"),
        ("summary:\n  text: >-\n    甲,\n    乙;丙\n", "summary:\n  text: >-\n    甲，\n    乙；丙\n"),
        ("summary:\n  text: |\n    \u3000\u3000甲,\n\n    乙.\n", "summary:\n  text: |\n    甲，\n\n    乙。\n"),
        ("summary:\n  text: 甲,\n    乙,丙\n", "summary:\n  text: 甲，\n    乙，丙\n"),
        ("title: &x 甲,乙\nsubtitle: *x\n", "title: &x 甲，乙\nsubtitle: *x\n"),
        ("kind: 案例\u3000园区\n", "kind: 案例\u3000园区\n"),
        ("figures: [{path: '甲,乙.png'}]\n", "figures: [{path: '甲,乙.png'}]\n"),
        ("teaching: {minutes: ９０}\n", "teaching: {minutes: 90}\n"),
    ],
)  # fmt: skip
def test_a_value_is_tidied_once_and_then_left(before: str, after: str) -> None:
    assert fixed(before) == after
    assert fixed(after) == after


@pytest.mark.parametrize("name", ["wuhou", "sample", "minimal"])
def test_the_cases_of_the_repository_are_tidy(root: Path, name: str) -> None:
    text = (root / "content" / f"{name}.yaml").read_text(encoding="utf-8")
    assert fixed(text) == text


_words = st.text("甲乙丙aB1 ,.:;!?()\"'-。，（“”\u3000\u00a0⼈Ａ１\u200b#&*|>@`\\", max_size=14)
_lines = st.lists(_words, max_size=3).map("\n".join)


def _plain(text: str) -> str:
    return yaml.safe_dump(text, allow_unicode=True, width=1000).removesuffix("...\n").strip()


def _block(mark: str):
    def block(text: str) -> str:
        body = "\n".join(f"      {line}" if line else "" for line in text.split("\n"))
        return f"{mark}\n{body}\n"

    return block


_values = st.one_of(
    _lines.map(_plain),
    _words.map(lambda t: '"' + t.replace("\\", "\\\\").replace('"', '\\"') + '"'),
    _words.map(lambda t: "'" + t.replace("'", "''") + "'"),
    _lines.map(_block("|")),
    _lines.map(_block(">-")),
    _words,
)


@st.composite
def cases(draw: st.DrawFn) -> str:
    title, lead, text = draw(_values), draw(_values), draw(_values)
    return (
        f"title: {title}\n# 注释,(a)\npractices:\n  - title: 甲\n    lead: {lead}\n"
        f"    measures:\n    - {{title: 乙 , text: '{draw(_words).replace(chr(39), '')}'}} #,\n"
        f"summary:\n    text: {text}\n"
    )


def values(text: str) -> dict[str, str] | None:
    try:
        lowering = Lowering(Case, source := source_from_text(text, "a.yaml"))
        lowering.root(compose(source))
    except Exception:
        return None
    return {path: scalar.text for path, scalar in lowering.places.scalars.items()}


@settings(max_examples=200, deadline=None)
@given(cases())
def test_only_values_change_and_only_as_the_normaliser_says(text: str) -> None:
    before = values(text)
    if before is None:
        return
    after_text = fixed(text)
    after = values(after_text)
    assert after is not None and after.keys() == before.keys()
    for path, value in before.items():
        assert after[path] in (value, changed(value, tidy_changes(path, value)))
    assert [line.partition("# 注")[2] for line in text.split("\n") if "# 注" in line] == [
        line.partition("# 注")[2] for line in after_text.split("\n") if "# 注" in line
    ]
    assert fixed(after_text) == after_text


def test_a_tidied_case_loads_as_before(root: Path) -> None:
    text = (root / "content" / "wuhou.yaml").read_text(encoding="utf-8")
    marks = str.maketrans({"，": ",", "（": "(", "；": ";", "：": ":"})
    spoilt = "\n".join(
        line.translate(marks).replace("“", " “") if len(line) > 120 else line
        for line in text.split("\n")
    )
    assert spoilt.count(",") > 100
    one, other = (load_case_bytes(t.encode()).case for t in (text, fixed(spoilt)))
    assert other.practices == one.practices and other.lessons == one.lessons
