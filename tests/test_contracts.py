"""Rules of the house that no single test sees: imports, sizes, lock files, layout of the tree."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

MAX_MODULE = 400
MAX_FUNCTION = 50


def modules(root: Path) -> list[Path]:
    return sorted((root / "src" / "casepress").rglob("*.py"))


def tracked(root: Path) -> list[Path]:
    """Files of the repository; outside a checkout (an unpacked sdist) there is nothing to ask."""
    ran = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True)
    if ran.returncode:
        pytest.skip("not a git checkout")
    return [path for name in ran.stdout.split("\0") if name and (path := root / name).is_file()]


def test_imports_point_one_way(root: Path):
    """The layers and prohibitions of pyproject.toml, [tool.importlinter]."""
    ran = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache", "--no-logo"],
        cwd=root, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(root / "src")},
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout[-3000:] + ran.stderr
    assert "0 broken" in ran.stdout


def test_no_module_takes_the_private_names_of_another(root: Path):
    taken = [
        f"{path.relative_to(root)}:{node.lineno} {alias.name}"
        for folder in ("src", "tests", "tools", "benchmarks")
        for path in sorted((root / folder).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name.startswith("_") and not alias.name.startswith("__")
    ]
    assert not taken


def test_every_box_stands_in_the_layers_and_in_the_architecture(root: Path):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]
    named = set(re.findall(r"\w+", " ".join(layers)))
    told = (root / "docs" / "architecture.md").read_text(encoding="utf-8")
    source = root / "src" / "casepress"
    boxes = {path.parent.name for path in source.glob("*/__init__.py")}
    boxes |= {path.stem for path in source.glob("[a-z]*.py")}
    assert boxes == named
    assert {box for box in boxes if f"`{box}" not in told} == set()


def test_no_module_is_longer_than_one_idea(root: Path):
    long = {
        str(path.relative_to(root)): count
        for path in modules(root)
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > MAX_MODULE
    }
    assert not long


def test_no_function_is_longer_than_a_screen(root: Path):
    long = []
    for path in modules(root):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                if length > MAX_FUNCTION:
                    long.append(f"{path.relative_to(root)}:{node.lineno} {node.name} {length}")
    assert not long


def test_lock_files_hold_what_pyproject_asks_for_and_no_address(root: Path):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    runtime = (root / "requirements.lock").read_text(encoding="utf-8")
    development = (root / "requirements-dev.lock").read_text(encoding="utf-8")
    assert "://" not in runtime + development

    def names(requirements: list[str]) -> set[str]:
        found = (re.match(r"[A-Za-z0-9._-]+", r) for r in requirements)
        return {match.group().lower().replace("_", "-") for match in found if match}

    def locked(text: str) -> dict[str, str]:
        return dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", text, re.MULTILINE))

    wanted = names(project["project"]["dependencies"])
    assert wanted <= locked(runtime).keys()
    assert names(project["dependency-groups"]["dev"]) <= locked(development).keys()
    both = locked(runtime).keys() & locked(development).keys()
    assert both == locked(runtime).keys()
    assert all(locked(runtime)[name] == locked(development)[name] for name in both)
    for text in (runtime, development):
        assert all("--hash=" in block for block in re.split(r"\n(?=\S)", text) if "==" in block)


def test_no_path_of_a_machine_is_tracked(root: Path):
    pattern = re.compile(rb"/home/(?!me/)[a-z]|/roo[t]/|/Users/[a-z]|/wor[k]/|[A-Z]:\\\\Users")
    ours = {".py", ".md", ".toml", ".yaml", ".yml", ".sh", ".lock", ""}
    found = [
        str(path.relative_to(root))
        for path in tracked(root)
        if path.suffix in ours and path != Path(__file__) and pattern.search(path.read_bytes())
    ]
    assert not found


def test_every_package_has_a_docstring(root: Path):
    bare = [
        str(path.relative_to(root))
        for path in modules(root)
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not bare
