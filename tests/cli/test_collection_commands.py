from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from casepress.build.model import BuildOptions, Product
from casepress.build.run import build
from casepress.case.collection import Collection
from casepress.case.schema import schema_text
from casepress.diagnostics import ExitCode
from casepress.source.names import names_of, records


def test_a_new_collection_names_its_schema_and_builds(
    casepress: Callable[..., Any], tmp_path: Path, root: Path
) -> None:
    made = tmp_path / "汇编.yaml"
    assert casepress("new", made, "--collection").code == 0
    first = made.read_text(encoding="utf-8").splitlines()[0]
    schema = tmp_path / first.rpartition("=")[2]
    assert json.loads(schema.read_text(encoding="utf-8"))["title"] == "casepress 汇编"
    for name in ("案例一.yaml", "案例二.yaml"):
        shutil.copy(root / "content" / "minimal.yaml", tmp_path / name)
    report = build(made, BuildOptions((Product.BROCHURE,), output=tmp_path / "out"))
    assert report.exit_code is ExitCode.OK


def test_the_schema_of_collections_is_committed_and_in_both_languages(
    casepress: Callable[..., Any], root: Path
) -> None:
    printed = casepress("schema", "--collection").out
    committed = (root / "docs" / "collection.schema.json").read_text(encoding="utf-8")
    assert printed == schema_text(collection=True) == committed
    assert {"parts", "分编", "cases", "案例"} <= set(json.loads(printed)["properties"])


def test_every_key_of_a_collection_has_a_chinese_name_and_a_description() -> None:
    for record in records(Collection):
        titles = [info.title for info in names_of(record).fields.values()]
        assert all(titles) and len(titles) == len(set(titles)), record.__name__
        assert all(info.description for info in names_of(record).fields.values())


def test_a_teaching_block_is_no_part_of_a_collection(
    casepress: Callable[..., Any], tmp_path: Path
) -> None:
    ran = casepress("new", tmp_path / "x.yaml", "--collection", "--teaching")
    assert ran.code == 2 and not (tmp_path / "x.yaml").exists()


def test_too_much_ink_in_a_book_for_print_is_a_warning(
    casepress: Callable[..., Any], root: Path, tmp_path: Path
) -> None:
    ran = casepress(
        "build", root / "content/collection.yaml", "--for", "print", "--only", "brochure",
        "--set", "ink.brand.cmyk=[80,90,90,70]", "-o", tmp_path,
    )  # fmt: skip
    assert ran.code == ExitCode.OK and "警告[CP0617]" in ran.err
    assert (tmp_path / "collection-print.pdf").exists()
