from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from casepress.messages import MESSAGES, RELATED, Words


def placeholders(words: Words) -> set[str]:
    parts = (words.title, words.label, words.cause, words.remedy)
    return {name for part in parts for _, name, _, _ in Formatter().parse(part) if name}


def ids_in(code: str) -> Iterator[str]:
    """The message ids a module may emit; a bound that ids are compared with is none."""
    tree = ast.parse(code)
    bounds = {
        id(part)
        for compared in ast.walk(tree)
        if isinstance(compared, ast.Compare)
        for part in ast.walk(compared)
    }
    for part in ast.walk(tree):
        if isinstance(part, ast.Constant) and id(part) not in bounds:
            value = part.value
            if isinstance(value, str) and re.fullmatch(r"CP\d{4}", value):
                yield value


def sources(root: Path) -> list[Path]:
    return sorted((root / "src").rglob("*.py"))


@pytest.mark.parametrize("id", sorted(MESSAGES))
def test_a_message_is_whole_in_both_languages(id: str) -> None:
    known = MESSAGES[id]
    assert re.fullmatch(r"CP\d{4}", id)
    for words in (known.zh, known.en):
        assert words.title and words.cause and words.remedy
    assert bool(known.zh.label) == bool(known.en.label)
    assert re.search("[\u4e00-\u9fff]", known.zh.title)
    assert not re.search("[\u4e00-\u9fff]", re.sub("一是|二是|三是|甲|乙", "", known.en.title))


@pytest.mark.parametrize("id", sorted(MESSAGES))
def test_both_languages_take_the_same_parameters(id: str) -> None:
    assert placeholders(MESSAGES[id].zh) == placeholders(MESSAGES[id].en)


def test_every_id_in_the_program_has_words(root: Path) -> None:
    used = {
        (id, path.name)
        for path in sources(root)
        if path.parent.name != "messages"
        for id in ids_in(path.read_text(encoding="utf-8"))
    }
    assert used
    assert {pair for pair in used if pair[0] not in MESSAGES} == set()


def test_secondary_labels_exist_in_both_languages(root: Path) -> None:
    used = {
        call.args[1].value
        for path in sources(root)
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "Related"
        and isinstance(call.args[1], ast.Constant)
    }
    assert {"first_defined", "heading"} <= used <= set(RELATED)
    for words in RELATED.values():
        assert words["zh"] and words["en"]


def test_no_id_stands_in_two_tables(root: Path) -> None:
    seen: dict[str, str] = {}
    for path in sorted((root / "src" / "casepress" / "messages").glob("*.py")):
        if path.name == "sarif.py":
            continue  # says which messages carry a replacement
        for table in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for key in table.keys if isinstance(table, ast.Dict) else ():
                if isinstance(key, ast.Constant) and str(key.value).startswith("CP"):
                    assert key.value not in seen, f"{key.value}: {path.name}, {seen[key.value]}"
                    seen[key.value] = path.name
    assert seen.keys() == MESSAGES.keys()
