"""A batch on a local Dask cluster: two worker processes, one of them killed half-way."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from casepress.build.elsewhere.cluster import REMOTE, cluster, window
from casepress.build.model import BuildOptions, Product
from casepress.build.run import Plan, build_all
from casepress.diagnostics import CasepressError, ExitCode

pytest.importorskip("distributed")

CASE = """\
title: 把例会开短之{number}
practices:
  - title: 例会改为站会
    measures:
      - title: 限时十五分钟
        text: 每人只说三件事：昨天做完的、今天要做的、需要别人帮的。
"""


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[int]]]:
    """Start a scheduler and two workers that see none of the test's files; end them all."""
    from distributed import Client, LocalCluster

    os.environ["DASK_DISTRIBUTED__WORKER__DAEMON"] = "False"
    started = LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        dashboard_address=None,
        local_directory=str(tmp_path_factory.mktemp("workers")),
        silence_logs=50,
    )
    try:
        with Client(started, set_as_default=False) as client:
            pids = sorted(client.run(os.getpid).values())
        yield started.scheduler_address, pids
    finally:
        started.close()


@pytest.fixture
def cases(tmp_path: Path) -> list[Path]:
    made = [tmp_path / f"c{number}.yaml" for number in range(8)]
    for number, path in enumerate(made):
        path.write_text(CASE.format(number=number), encoding="utf-8")
    return made


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.p*"))}


def test_a_worker_killed_half_way_changes_nothing_in_the_files(
    scheduler: tuple[str, list[int]], cases: list[Path], tmp_path: Path
):
    address, pids = scheduler
    here = BuildOptions((Product.DECK,), output=tmp_path / "here")
    assert build_all(cases, here).exit_code is ExitCode.OK
    there = BuildOptions((Product.DECK,), output=tmp_path / "there")
    done: list[Path] = []

    def kill_one(case: Path) -> None:
        if not done:
            os.kill(pids[0], signal.SIGKILL)
        done.append(case)

    with cluster(address) as (executor, processors):
        plan = Plan(carrier=REMOTE, window=window(processors))
        report = build_all(cases, there, executor, plan=plan, on_done=kill_one)
    assert processors == 2
    assert report.exit_code is ExitCode.OK, (report.diagnostics, report.crashes)
    assert len(done) == len(cases)
    assert [output.case for output in report.outputs] == cases
    assert bytes_of(there.output) == bytes_of(here.output)
    assert len(bytes_of(there.output)) == len(cases)


def test_the_command_line_builds_on_a_cluster(
    scheduler: tuple[str, list[int]], cases: list[Path], tmp_path: Path, casepress
):
    cases[1].write_text("title: 没有做法\n", encoding="utf-8")
    arguments = ("--scheduler", scheduler[0], "--only", "deck", "-o", tmp_path / "out")
    ran = casepress("build", *cases[:3], *arguments)
    assert ran.code == ExitCode.INVALID, ran.err
    assert re.findall(r"c\d-deck", ran.out) == ["c0-deck", "c2-deck"]
    assert "3 个案例，做好 2 个" in ran.err and str(cases[1]) in ran.err
    again = casepress("build", cases[0], *arguments)
    assert again.code == 0 and "未变" in again.out


def test_a_scheduler_that_is_not_there_is_named(casepress, cases: list[Path], monkeypatch):
    monkeypatch.setattr("casepress.build.elsewhere.cluster._CONNECT_S", 0.3)
    ran = casepress("build", cases[0], "--scheduler", "tcp://127.0.0.1:9")
    assert ran.code == ExitCode.MISSING_RESOURCE
    assert "CP0942" in ran.err and "tcp://127.0.0.1:9" in ran.err
    with pytest.raises(CasepressError), cluster("nonsense"):
        pass


def test_without_distributed_the_extra_is_named(casepress, cases: list[Path], monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    ran = casepress("build", cases[0], "--scheduler", "tcp://127.0.0.1:9")
    assert ran.code == ExitCode.MISSING_RESOURCE
    assert "pip install 'casepress[cluster]'" in ran.err


def test_nothing_of_dask_is_imported_without_a_scheduler():
    program = (
        "import sys; from casepress.cli.main import main; main(['build', 'none.yaml']);"
        "sys.exit(any(n.split('.')[0] in ('distributed', 'dask', 'rich') for n in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True).returncode == 0
