"""``explain`` knows everything the program can say, and docs/checks.md says the same."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

from casepress.cli.catalogue import catalogue, markdown
from casepress.diagnostics import Severity
from casepress.messages import MESSAGES
from casepress.messages.levels import ADVICE, WARNINGS, level_of
from casepress.pptx.finding_words import WORDS as PPTX
from casepress.preflight.words import WORDS as PDF


def test_every_message_and_every_finding_is_known():
    ids = [entry.id for entry in catalogue()]
    assert len(ids) == len(set(ids)) == len(MESSAGES) + len(PDF) + len(PPTX)
    assert not any("{" in entry.zh.title + entry.en.remedy for entry in catalogue())
    assert all(entry.group[0] != "其他" for entry in catalogue())


@pytest.mark.parametrize("id_", ["CP0412", "cp0412", "ink-total", "slide-alt"])
def test_an_id_is_explained_in_both_languages(casepress, id_):
    zh, en = casepress("explain", id_), casepress("explain", id_, "--lang", "en")
    assert zh.code == en.code == 0
    assert "办法: " in zh.out and "remedy: " in en.out


def test_whether_it_can_be_ignored_is_part_of_it(casepress):
    assert "忽略: 不能" in casepress("explain", "CP0412").out
    assert "# casepress: ignore CP0408" in casepress("explain", "CP0408").out
    assert "忽略" not in casepress("explain", "CP0661").out


@pytest.mark.parametrize(
    ("given", "meant"), [("CP0498", "CP04"), ("412", "CP0412"), ("ink-totl", "ink-total")]
)
def test_an_unknown_id_has_a_suggestion(casepress, given, meant):
    ran = casepress("explain", given)
    assert ran.code == 2 and "你是不是想写 " + meant in ran.err


def test_the_list_names_every_entry(casepress):
    assert len(casepress("explain", "--list").out.splitlines()) == len(catalogue())
    entries = json.loads(casepress("explain", "--list", "--format", "json").out)["entries"]
    assert {entry["id"] for entry in entries} == {entry.id for entry in catalogue()}
    assert casepress("explain").code == 2
    assert casepress("explain", "--list", "--format", "xml").code == 2


def test_the_page_lists_what_the_program_says(root: Path):
    text = (root / "docs" / "checks.md").read_text(encoding="utf-8")
    head, _, tables = text.partition("<!-- casepress explain --list --format md -->\n")
    assert tables.strip() == "\n".join(markdown(catalogue())).strip(), "tools/checks_table.py"
    assert set(re.findall(r"CP\d{4}", head)) <= MESSAGES.keys()


def told_levels(root: Path) -> set[tuple[str, Severity]]:
    """Ids with the severities they are told with, as far as both are written out."""
    trees = [ast.parse(p.read_text(encoding="utf-8")) for p in (root / "src").rglob("*.py")]
    names = {}
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign | ast.AnnAssign):
                target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
                if isinstance(target, ast.Name) and isinstance(node.value, ast.Constant):
                    names[target.id] = node.value.value
    found = set()
    for tree in trees:
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and len(call.args) > 1:
                first, second = call.args[:2]
                id_ = names.get(first.id) if isinstance(first, ast.Name) else None
                id_ = first.value if isinstance(first, ast.Constant) else id_
                if (
                    id_ in MESSAGES
                    and isinstance(second, ast.Attribute)
                    and second.attr in (level.name for level in Severity)
                ):
                    found.add((id_, Severity[second.attr]))
    return found


def test_levels_are_those_the_program_tells_with(root: Path):
    told = told_levels(root)
    assert len(told) > 40
    order = list(Severity)
    worst = {
        id_: min((level for other, level in told if other == id_), key=order.index)
        for id_, _ in told
    }
    assert {id_: level_of(id_) for id_ in worst} == worst, "state it in messages/levels.py"
    assert not WARNINGS & ADVICE and MESSAGES.keys() >= WARNINGS | ADVICE
