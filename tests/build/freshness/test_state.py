"""What is skipped: a case whose inputs and outputs are as they were, and nothing else."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.build.conftest import CASE, picture

from casepress.build.freshness import fingerprint
from casepress.build.model import BuildOptions, BuildReport, Product, Target
from casepress.build.run import Plan, build_all
from casepress.diagnostics import ExitCode

REUSE = Plan(reuse=True)


@pytest.fixture
def case(case_with: Callable[..., Path], tmp_path: Path) -> Path:
    picture(tmp_path / "case" / "a.png", (300, 200))
    return case_with("a.png")


@pytest.fixture
def options(tmp_path: Path) -> BuildOptions:
    return BuildOptions(products=(Product.DECK,), output=tmp_path / "out")


def run(case: Path, options: BuildOptions, plan: Plan = REUSE) -> BuildReport:
    report = build_all((case,), options, plan=plan)
    assert report.exit_code is ExitCode.OK, report.diagnostics
    return report


def skipped(case: Path, options: BuildOptions, plan: Plan = REUSE) -> bool:
    return run(case, options, plan).skipped == (case,)


def test_an_unchanged_case_is_skipped_with_its_outputs_named(case: Path, options: BuildOptions):
    first = run(case, options)
    again = run(case, options)
    assert not first.skipped and again.skipped == (case,)
    assert [replace(o, seconds=0.0) for o in first.outputs] == list(again.outputs)


def test_without_a_plan_to_reuse_nothing_is_skipped_or_recorded(case: Path, options: BuildOptions):
    build_all((case,), options)
    assert not (options.output / ".casepress").exists()
    assert not skipped(case, options)


def test_force_builds_again(case: Path, options: BuildOptions):
    run(case, options)
    assert not skipped(case, options, Plan(reuse=True, force=True))
    assert skipped(case, options)


def test_any_change_of_an_input_counts(
    case: Path, options: BuildOptions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    layout = tmp_path / "own.yaml"
    layout.write_text("name: own\ntitle: 自己的\nextends: zhujin\n", encoding="utf-8")
    options = replace(options, layout=str(layout))
    run(case, options)
    assert skipped(case, options)

    case.write_text(case.read_text(encoding="utf-8") + "# 注\n", encoding="utf-8")
    assert not skipped(case, options)
    picture(case.parent / "a.png", (320, 200))
    assert not skipped(case, options)
    layout.write_text(layout.read_text(encoding="utf-8") + "# 注\n", encoding="utf-8")
    assert not skipped(case, options)
    assert not skipped(case, replace(options, overrides=(("page.bleed_mm", "5"),)))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert not skipped(case, options)
    monkeypatch.setattr(fingerprint, "program_stamp", lambda: "another version")
    assert not skipped(case, options)
    assert skipped(case, options)


def test_a_file_of_the_same_size_and_time_but_other_bytes_counts(case: Path, options: BuildOptions):
    import os

    run(case, options)
    state = case.stat()
    case.write_bytes(case.read_bytes().replace("站会".encode(), "短会".encode()))
    os.utime(case, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert not skipped(case, options)


@pytest.mark.parametrize("harm", ["removed", "edited"])
def test_an_output_that_is_gone_or_changed_is_made_again(
    case: Path, options: BuildOptions, harm: str
):
    (made,) = run(case, options).outputs
    good = made.path.read_bytes()
    if harm == "removed":
        made.path.unlink()
    else:
        made.path.write_bytes(good + b" ")
    assert not skipped(case, options)
    assert made.path.read_bytes() == good


def test_a_changed_paper_beside_the_pdf_counts_too(case: Path, tmp_path: Path):
    options = BuildOptions((Product.BROCHURE,), (Target.ARCHIVE,), output=tmp_path / "out")
    (made,) = run(case, options).outputs
    assert skipped(case, options)
    (paper,) = made.companions
    filled = paper.read_text(encoding="utf-8").replace('"密级": ""', '"密级": "内部"')
    paper.write_text(filled, encoding="utf-8")
    assert not skipped(case, options)
    assert '"密级": "内部"' in paper.read_text(encoding="utf-8")
    assert skipped(case, options)


def test_builds_with_other_options_are_remembered_side_by_side(case: Path, options: BuildOptions):
    both = replace(options, products=tuple(Product))
    run(case, both)
    run(case, options)
    assert skipped(case, options) and skipped(case, both)


def test_warnings_of_a_skipped_case_are_told_again(case_with: Callable[..., Path], tmp_path: Path):
    picture(tmp_path / "case" / "a.png", (1400, 1000))
    case = case_with("a.png")
    options = BuildOptions((Product.BROCHURE,), (Target.PRINT,), output=tmp_path / "out")
    first = run(case, options)
    again = run(case, options)
    assert "CP0614" in {d.id for d in first.diagnostics}
    assert again.skipped and again.diagnostics == first.diagnostics


def test_a_case_that_failed_is_not_recorded(case: Path, options: BuildOptions):
    (case.parent / "a.png").unlink()
    assert build_all((case,), options, plan=REUSE).exit_code is ExitCode.MISSING_RESOURCE
    assert not (options.output / ".casepress").exists()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        "\ud800",
        '{"format": "casepress-state", "version": 99, "builds": []}',
        '{"format": "casepress-state", "version": 1, "builds": [1, {}, {"key": null}]}',
        '{"format": "casepress-state", "version": 1, "builds": {"key": "x"}}',
    ],
)
def test_a_record_that_is_not_understood_counts_as_none(
    case: Path, options: BuildOptions, text: str
):
    run(case, options)
    (record,) = (options.output / ".casepress").iterdir()
    record.write_bytes(text.encode("utf-8", "surrogatepass"))
    assert not skipped(case, options)
    assert skipped(case, options)


def test_a_record_with_wrong_kinds_of_values_counts_as_none(case: Path, options: BuildOptions):
    run(case, options)
    (record,) = (options.output / ".casepress").iterdir()
    good = json.loads(record.read_text(encoding="utf-8"))
    for name in ("inputs", "outputs", "diagnostics"):
        for wrong in (None, 7, [7], {"a": 7}, "text"):
            bad = json.loads(json.dumps(good))
            bad["builds"][0][name] = wrong
            record.write_text(json.dumps(bad), encoding="utf-8")
            run(case, options)
    record.write_text(json.dumps(good), encoding="utf-8")
    assert skipped(case, options)


def test_the_same_case_given_from_another_folder_is_the_same(
    case: Path, options: BuildOptions, monkeypatch: pytest.MonkeyPatch
):
    run(case, options)
    monkeypatch.chdir(case.parent)
    assert skipped(Path(case.name), options)


# -- the same through the command line --------------------------------------------------------


def test_build_says_that_nothing_changed(casepress, case: Path, tmp_path: Path):
    arguments = ("build", case, "-o", tmp_path / "out", "-j", "1", "--only", "deck")
    first = casepress(*arguments)
    again = casepress(*arguments)
    assert first.code == again.code == 0
    assert again.out.split()[0] == first.out.split()[0] and again.out.strip().endswith("未变")
    assert "没有改动，跳过了" in again.err and "--force" in again.err
    assert casepress(*arguments, "--force").out.strip().endswith("秒")
    answer = json.loads(casepress(*arguments, "--json").out)
    assert answer["skipped"] == [str(case)] and len(answer["outputs"]) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text elsewhere")
def test_a_case_whose_name_no_text_can_hold_is_built_all_the_same(tmp_path: Path):
    case = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xd6\xd0\xce\xc4.yaml"))
    case.write_text(CASE, encoding="utf-8")
    report = build_all((case,), BuildOptions(output=tmp_path / "out"), plan=REUSE)
    assert report.exit_code is ExitCode.OK and len(report.outputs) == 2
