"""Build one case or many, in this process or spread over others."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from casepress.build.batch import Batch, Plan
from casepress.build.jobs.job import run_job
from casepress.build.model import BuildOptions, BuildReport, Job, JobResult

if TYPE_CHECKING:
    from concurrent.futures import Executor

__all__ = ["Plan", "build", "build_all", "check_all"]


def build(case: Path, options: BuildOptions | None = None) -> BuildReport:
    """Build the products of one case in this process and write them."""
    return build_all((case,), options or BuildOptions())


def build_all(
    cases: Sequence[Path],
    options: BuildOptions,
    executor: Executor | None = None,
    on_result: Callable[[JobResult], None] | None = None,
    *,
    plan: Plan | None = None,
    on_done: Callable[[Path], None] | None = None,
) -> BuildReport:
    """Build several cases. A bad one never stops the others.

    ``on_result`` hears of every job in order, as soon as it and those before it are done;
    ``on_done`` of every case as it is done.

    Any executor will do (a pool of processes, a cluster's); jobs and results pickle. Without one
    everything runs here, in order. A single case is split into one job per product, so that two
    processes share it; many cases are one job each, which reads each case and layout only once.
    """
    start = time.perf_counter()
    batch = Batch(options, executor, plan or Plan(), on_done)
    results = []
    for result in batch.results(cases):
        results.append(result)
        if on_result:
            on_result(result)
    return BuildReport(tuple(cases), tuple(results), time.perf_counter() - start)


def check_all(cases: Sequence[Path], options: BuildOptions) -> BuildReport:
    """Read and plan several cases as a build would, and write nothing."""
    start = time.perf_counter()
    results = tuple(run_job(Job(case, options, dry=True)) for case in cases)
    return BuildReport(tuple(cases), results, time.perf_counter() - start)
