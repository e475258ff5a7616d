"""Help pages."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from casepress import __version__
from casepress.cli.app import application
from casepress.cli.columns import cells


def _pages(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield path
    for name, child in getattr(command, "commands", {}).items():
        yield from _pages(child, (*path, name))


PAGES = list(_pages(application()))


@pytest.mark.parametrize("page", PAGES, ids=" ".join)
def test_every_page_is_chinese_by_default_and_english_on_request(casepress, page):
    chinese, english = casepress(*page, "--help"), casepress(*page, "--lang", "en", "--help")
    assert chinese.code == english.code == 0
    assert chinese.out.startswith("用法: casepress")
    assert english.out.startswith("Usage: casepress")
    assert "\x1f" not in chinese.out + english.out
    for left_over in ("Usage", "Options", "default", "Show this"):
        assert left_over not in chinese.out
    assert not any("\u4e00" <= char <= "\u9fff" for char in english.out)
    assert max(map(cells, chinese.out.splitlines())) <= 98


def test_every_option_is_described(casepress):
    for page in PAGES:
        for line in casepress(*page, "--help").out.splitlines():
            if line.startswith("  -"):
                assert len(line.split()) >= 2, line


def test_every_command_is_in_the_reference(root: Path):
    text = (root / "docs" / "cli.md").read_text(encoding="utf-8")
    for page in PAGES:
        if len(page) == 1:
            assert f"`casepress {page[0]}" in text


def test_the_version_names_the_program(casepress):
    ran = casepress("--version")
    assert ran.code == 0
    assert ran.out.split() == ["casepress", __version__]


def test_help_imports_nothing_heavy():
    script = (
        "import sys; from casepress.cli.main import main; main(['build', '--help']);"
        "heavy = {'reportlab', 'pptx', 'pikepdf', 'pydantic', 'uharfbuzz', 'PIL', 'yaml', 'lxml',"
        " 'budoux', 'rich'};"
        "print('heavy:', sorted(heavy & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "heavy: []"


def test_a_command_imports_no_other_command():
    script = (
        "import sys; from casepress.cli.main import main; main(['explain', 'CP0605']);"
        "print(sorted(m for m in sys.modules if m.startswith('casepress.cli.commands.')))"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "['casepress.cli.commands.explain']"
