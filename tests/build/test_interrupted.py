"""Batches that are broken off from outside: real processes, real signals."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from casepress.build.elsewhere.carrier import LOCAL
from casepress.build.model import BuildOptions, JobResult, Product
from casepress.build.run import Plan, build_all
from casepress.build.workers.pool import WorkerPool
from casepress.build.workers.worker import can_fork, fork_worker
from casepress.diagnostics import ExitCode

pytestmark = pytest.mark.skipif(not can_fork(), reason="this platform does not fork")

CASE = """\
title: 把例会开短之{number}
practices:
  - title: 例会改为站会
    measures:
      - title: 限时十五分钟
        text: 每人只说三件事：昨天做完的、今天要做的、需要别人帮的。
"""


@pytest.fixture
def cases(tmp_path: Path) -> list[Path]:
    made = [tmp_path / f"c{number:02}.yaml" for number in range(30)]  # enough to be broken off
    for number, path in enumerate(made):
        path.write_text(CASE.format(number=number), encoding="utf-8")
    return made


def start(cases: list[Path], out: Path) -> subprocess.Popen[str]:
    options = ("-o", out, "-j", "2", "--only", "deck")
    return subprocess.Popen(
        [sys.executable, "-m", "casepress", "build", *cases, *options],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip


def group(leader: int) -> list[int]:
    """Return the processes of a process group; Linux only, elsewhere none."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == leader and fields[0] != "Z":
            found.append(int(entry.name))
    return found


@pytest.mark.parametrize(
    "whom",
    ["SIGTERM, the parent", "SIGTERM, everybody", "ctrl-c, twice"],
)
def test_a_signal_leaves_no_half_file_no_temporary_file_and_no_process(
    cases: list[Path], tmp_path: Path, whom: str
):
    out = tmp_path / "out"
    process = start(cases, out)
    assert process.stdout is not None
    process.stdout.readline()
    if whom == "SIGTERM, the parent":
        os.kill(process.pid, signal.SIGTERM)
    else:
        kind = signal.SIGTERM if "SIGTERM" in whom else signal.SIGINT
        os.killpg(process.pid, kind)
        if "twice" in whom:
            time.sleep(0.01)
            os.killpg(process.pid, kind)
    _, err = process.communicate(timeout=30)
    assert process.returncode == ExitCode.INTERRUPTED
    assert "Traceback" not in err and "再运行一次会接着做" in err
    assert not group(process.pid)
    left = [path.name for path in out.rglob("*") if path.is_file()]
    assert left and not [name for name in left if name.endswith(".part")]
    for path in out.glob("*.pptx"):
        assert zipfile.is_zipfile(path)


def test_an_interrupted_run_goes_on_where_it_was(cases: list[Path], tmp_path: Path):
    out = tmp_path / "out"
    process = start(cases, out)
    assert process.stdout is not None
    for _ in range(2):
        process.stdout.readline()
    os.kill(process.pid, signal.SIGKILL)
    process.communicate(timeout=30)
    recorded = {path.stem for path in (out / ".casepress").glob("*.json")}
    assert recorded
    options = deck_only(out)
    report = build_all(cases, options, plan=Plan(reuse=True))
    assert report.exit_code is ExitCode.OK
    assert {path.stem for path in report.skipped} >= recorded
    assert len(report.skipped) < len(cases)
    assert build_all(cases, options, plan=Plan(reuse=True)).skipped == tuple(cases)


# -- one worker killed ------------------------------------------------------------------------


def deck_only(out: Path) -> BuildOptions:
    return BuildOptions(products=(Product.DECK,), output=out)


class _Deadly:
    """Carries jobs to workers that are killed while they do one of the cases."""

    def __init__(self, name: str, times: int, folder: Path) -> None:
        self.name, self.times, self.folder = name, times, folder

    def send(self, job: object) -> tuple[Callable[..., JobResult], tuple[object, ...]]:
        return _do_or_die, (job, self.name, self.times, str(self.folder))

    def receive(self, job: object, answer: JobResult) -> JobResult:
        return answer

    lost = staticmethod(LOCAL.lost)


def _do_or_die(job, name: str, times: int, folder: str) -> JobResult:
    """Do a job; for one case first leave a temporary file and be killed, some times."""
    from casepress.build.jobs.job import run_job

    if job.case.stem == name:
        before = len(list(Path(folder).glob("death*")))
        if before < times:
            (Path(folder) / f"death{before}").touch()
            job.options.output.mkdir(exist_ok=True)
            (job.options.output / f".{name}-deck.pptx.{os.getpid()}.part").touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return run_job(job)


class _Unhelped(WorkerPool):
    """A pool whose caller doesn't take tasks, so that the deadly one goes to a worker."""

    def help(self) -> bool:
        return False


@pytest.mark.parametrize(("times", "built"), [(1, True), (2, False)])
def test_a_killed_worker_costs_one_more_try_and_at_most_its_own_case(
    cases: list[Path], tmp_path: Path, times: int, built: bool
):
    from casepress.build.atomic import remove_parts

    few, out = cases[:6], tmp_path / "out"
    plan = Plan(reuse=True, carrier=_Deadly("c02", times, tmp_path))
    with _Unhelped([fork_worker()], lambda pid: remove_parts(out, pid)) as pool:
        report = build_all(few, deck_only(out), pool, plan=plan)
    assert len(list(tmp_path.glob("death*"))) == times
    lost = [] if built else ["c02"]
    assert [path.stem for path in report.failed] == lost
    assert [d.id for d in report.diagnostics] == ["CP0941"] * len(lost)
    assert not report.crashes
    assert sorted(p.name for p in out.glob("*.pptx")) == [
        f"{case.stem}-deck.pptx" for case in few if case.stem not in lost
    ]
    assert not list(out.glob(".*.part"))
