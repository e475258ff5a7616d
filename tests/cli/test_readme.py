"""What the README shows is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

BROKEN = """\
title: 把例会开短
subtitel: 一个班组的小改革
practices:
  - title: 例会改为站会
    measures:
      - title: 限时十五分钟
        text: 每人只说三件事。
results:
  metrics:
    - label: 例会用时
      from: {value: "90"}
"""


@pytest.fixture
def readme(root: Path) -> str:
    return (root / "README.md").read_text(encoding="utf-8")


def test_the_example_case_has_no_errors(casepress, readme, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (example,) = re.findall(r"```yaml\n(.*?)```", readme, re.DOTALL)
    Path("例.yaml").write_text(example, encoding="utf-8")
    ran = casepress("build", "例.yaml", "-j", "1")
    assert ran.code == 0, ran.err
    assert casepress("check", "例.yaml", "--strict").code == 0


def test_the_errors_shown_are_the_errors_printed(casepress, readme, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("我的案例.yaml").write_text(BROKEN, encoding="utf-8")
    (shown,) = re.findall(r"<!-- errors -->\n```\n(.*?)```", readme, re.DOTALL)
    ran = casepress("check", "我的案例.yaml")
    assert ran.code == 1
    assert ran.out == shown


def test_every_command_of_the_readme_exists(casepress, readme):
    named = set(re.findall(r"^\s*casepress (\w+)", readme, re.MULTILINE))
    assert {"new", "check", "build", "layouts"} <= named
    for command in named:
        assert casepress(command, "--help").code == 0


def test_links_point_at_files(root: Path):
    for name in ("README.md", "README.en.md"):
        text = (root / name).read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#:]+)\)", text):
            assert (root / target).exists(), f"{name}: {target}"


def test_exit_codes_are_documented(root: Path):
    from casepress.diagnostics import ExitCode

    text = (root / "docs" / "cli.md").read_text(encoding="utf-8")
    for code in ExitCode:
        assert f"| {int(code)} | {code.name} |" in text
