"""Builds from end to end, with the real boxes and small cases."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from casepress.build.jobs import job as pipeline
from casepress.build.model import BuildOptions, Product, Target
from casepress.build.run import build, build_all
from casepress.build.workers.pool import WorkerPool
from casepress.build.workers.worker import can_fork, fork_worker
from casepress.diagnostics import ExitCode

GOOD = """\
title: 把例会开短
practices:
  - title: 例会改为站会
    measures:
      - title: 限时十五分钟
        text: 每人只说三件事：昨天做完的、今天要做的、需要别人帮的。
"""
BAD = "title: 没有做法\nsubtitel: 键名写错\n"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.yaml"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.yaml"
    path.write_text(BAD, encoding="utf-8")
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != ".casepress")


def test_a_case_becomes_a_brochure_and_a_deck(good: Path, tmp_path: Path):
    report = build(good, BuildOptions(output=tmp_path / "out"))
    assert report.exit_code is ExitCode.OK
    assert names(tmp_path / "out") == ["good-brochure.pdf", "good-deck.pptx"]
    brochure, deck = report.outputs
    assert (brochure.product, deck.product) == (Product.BROCHURE, Product.DECK)
    assert brochure.path.read_bytes().startswith(b"%PDF-")
    assert deck.path.read_bytes().startswith(b"PK")
    assert brochure.count >= 4 and brochure.count % 4 == 0
    assert deck.count >= 3
    assert all(output.size == output.path.stat().st_size for output in report.outputs)
    assert {stage.name for stage in report.results[0].stages} >= {
        "import",
        "case",
        "layout",
        "plan",
    }


def test_every_target_has_its_file_and_the_same_pages(good: Path, tmp_path: Path):
    options = BuildOptions((Product.BROCHURE,), tuple(Target), output=tmp_path / "out")
    report = build(good, options)
    pdfs = [name for name in names(tmp_path / "out") if name.endswith(".pdf")]
    assert pdfs == ["good-archive.pdf", "good-brochure.pdf", "good-print.pdf"]
    assert sorted(str(path) for path in options.paths(good)) == sorted(
        str(path) for path in (tmp_path / "out").iterdir()
    )
    assert len({output.count for output in report.outputs}) == 1


@pytest.mark.skipif(not can_fork(), reason="this platform does not fork")
def test_one_process_or_two_write_the_same_bytes(good: Path, tmp_path: Path):
    build(good, BuildOptions(output=tmp_path / "one"))
    with WorkerPool([fork_worker()]) as pool:
        report = build_all((good,), BuildOptions(output=tmp_path / "two"), pool)
    assert report.exit_code is ExitCode.OK
    for name in ("good-brochure.pdf", "good-deck.pptx"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_a_bad_case_does_not_stop_the_others(good: Path, bad: Path, tmp_path: Path):
    heard = []
    report = build_all(
        (bad, good, tmp_path / "absent.yaml"),
        BuildOptions(output=tmp_path / "out"),
        on_result=lambda result: heard.append(result.case.name),
    )
    assert heard == ["bad.yaml", "good.yaml", "absent.yaml"]
    assert names(tmp_path / "out") == ["good-brochure.pdf", "good-deck.pptx"]
    assert [path.name for path in report.failed] == ["bad.yaml", "absent.yaml"]
    assert report.exit_code in (ExitCode.UNREADABLE, ExitCode.INVALID)
    assert report.diagnostics


def test_a_failed_build_leaves_the_last_good_file(good: Path, tmp_path: Path):
    options = BuildOptions(output=tmp_path / "out")
    build(good, options)
    before = {path.name: path.read_bytes() for path in options.output.iterdir()}
    good.write_text(BAD, encoding="utf-8")
    assert build(good, options).exit_code is ExitCode.INVALID
    assert {path.name: path.read_bytes() for path in options.output.iterdir()} == before


def test_a_crash_in_one_product_is_reported_and_the_other_is_made(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def crash(*_: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(pipeline, "_brochure", crash)
    report = build(good, BuildOptions(output=tmp_path / "out"))
    assert report.exit_code is ExitCode.INTERNAL
    assert "ZeroDivisionError: a bug" in report.crashes[0]
    assert names(tmp_path / "out") == ["good-deck.pptx"]


# -- the same through the command line --------------------------------------------------------


def test_build_prints_what_it_wrote(casepress, good: Path, tmp_path: Path):
    ran = casepress("build", good, "-o", tmp_path / "out", "-j", "1")
    assert ran.code == 0, ran.err
    lines = ran.out.splitlines()
    assert [line.split()[0] for line in lines] == [
        str(tmp_path / "out" / "good-brochure.pdf"),
        str(tmp_path / "out" / "good-deck.pptx"),
    ]
    assert "页" in lines[0] and "张" in lines[1] and lines[0].endswith("秒")


def test_verbose_tells_stages_and_memory_on_stderr(casepress, good: Path, tmp_path: Path):
    ran = casepress("build", good, "-o", tmp_path, "-j", "1", "-v", "--lang", "en")
    assert "read case" in ran.err and "peak memory" in ran.err and "ms" in ran.err
    assert "peak memory" not in ran.out


def test_json_is_one_object(casepress, good: Path, bad: Path, tmp_path: Path):
    ran = casepress("build", good, bad, "-o", tmp_path / "out", "-j", "1", "--json")
    answer = json.loads(ran.out)
    assert answer["schema_version"] == 1
    assert answer["ok"] is False and answer["exit_code"] == ran.code == ExitCode.INVALID
    assert [output["product"] for output in answer["outputs"]] == ["brochure", "deck"]
    assert answer["outputs"][1]["slides"] >= 3
    assert answer["failed"] == [str(bad)]
    assert all(d["id"].startswith("CP") for d in answer["diagnostics"])


def test_several_cases_end_with_a_summary(casepress, good: Path, bad: Path, tmp_path: Path):
    ran = casepress("build", good, bad, "-o", tmp_path / "out", "-j", "1")
    assert ran.code == ExitCode.INVALID
    assert f"2 个案例，做好 1 个，没做好：{bad}" in ran.err


def test_an_unwritable_output_is_exit_7(casepress, good: Path, tmp_path: Path):
    (tmp_path / "file").write_text("")
    ran = casepress("build", good, "-o", tmp_path / "file" / "out", "-j", "1", "--only", "deck")
    assert ran.code == ExitCode.NOT_WRITABLE
    assert "CP0901" in ran.err


def test_a_bug_is_no_traceback_but_a_report(casepress, good: Path, tmp_path: Path, monkeypatch):
    def crash(*_: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(pipeline, "_deck", crash)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    ran = casepress("build", good, "-o", tmp_path / "out", "-j", "1")
    assert ran.code == ExitCode.INTERNAL
    assert "Traceback" not in ran.err
    (report,) = tmp_path.glob("casepress-error-*.txt")
    assert str(report) in ran.err
    assert "ZeroDivisionError: a bug" in report.read_text(encoding="utf-8")


def test_new_writes_a_case_that_builds_at_once(casepress, tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert casepress("new", "试一试").out == "试一试.yaml\n"
    again = casepress("new", "试一试")
    assert again.code == ExitCode.USAGE and "已经存在" in again.err
    ran = casepress("build", "试一试.yaml", "-j", "1")
    assert ran.code == 0, ran.err
    assert names(tmp_path / "out") == ["试一试-brochure.pdf", "试一试-deck.pptx"]
    checked = casepress("check", "试一试.yaml", "--strict")
    assert checked.code == 0, checked.out


def test_new_writes_the_schema_its_first_line_names(casepress, tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    casepress("new", "讲课", "--teaching")
    first = (tmp_path / "讲课.yaml").read_text(encoding="utf-8").splitlines()[0]
    schema = json.loads((tmp_path / first.partition("$schema=")[2]).read_text(encoding="utf-8"))
    assert "教学" in schema["properties"]
    assert casepress("check", "讲课.yaml", "--strict").code == 0
    (tmp_path / "case.schema.json").write_text("{}", encoding="utf-8")
    casepress("new", "另一个")
    assert (tmp_path / "case.schema.json").read_text(encoding="utf-8") == "{}"


def test_a_closed_pipe_ends_quietly():
    command = (
        f"{sys.executable} -m casepress schema | head -c 1 >/dev/null; exit ${{PIPESTATUS[0]}}"
    )
    ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    assert ran.returncode in (0, 141)
    assert ran.stderr == ""


@pytest.mark.skipif(not can_fork(), reason="this platform does not fork")
def test_an_interrupt_ends_with_130_and_leaves_no_half_files(tmp_path: Path):
    import signal
    import time

    cases = []
    for number in range(300):
        cases.append(tmp_path / f"{number}.yaml")
        cases[-1].write_text(GOOD, encoding="utf-8")
    out = tmp_path / "out"
    process = subprocess.Popen(
        [sys.executable, "-m", "casepress", "build", *cases, "-o", out],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.readline()
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == ExitCode.INTERRUPTED
    assert "Traceback" not in err
    time.sleep(0.2)
    assert not list(out.glob(".*.part"))
