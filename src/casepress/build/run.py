"""Build one case or many, in this process or spread over others."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from casepress.build.job import crashed, run_job
from casepress.build.model import BuildOptions, BuildReport, Job, JobResult

if TYPE_CHECKING:
    from concurrent.futures import Executor


def build(case: Path, options: BuildOptions | None = None) -> BuildReport:
    """Build the products of one case in this process and write them."""
    return build_all((case,), options or BuildOptions())


def build_all(
    cases: Sequence[Path],
    options: BuildOptions,
    executor: Executor | None = None,
    on_result: Callable[[JobResult], None] | None = None,
) -> BuildReport:
    """Build several cases. A bad one never stops the others.

    ``on_result`` hears of every job in order, as soon as it and those before it are done.

    Any executor will do (a pool of processes, a cluster's); jobs and results pickle. Without one
    everything runs here, in order. A single case is split into one job per product, so that two
    processes share it; many cases are one job each, which reads each case and layout only once.
    """
    start = time.perf_counter()
    jobs = list(_jobs(cases, options, split=executor is not None and len(cases) == 1))
    results = []
    for result in map(run_job, jobs) if executor is None else _run_in(executor, jobs):
        results.append(result)
        if on_result:
            on_result(result)
    return BuildReport(tuple(cases), tuple(results), time.perf_counter() - start)


def check_all(cases: Sequence[Path], options: BuildOptions) -> BuildReport:
    """Read and plan several cases as a build would, and write nothing."""
    start = time.perf_counter()
    results = tuple(run_job(Job(case, options, dry=True)) for case in cases)
    return BuildReport(tuple(cases), results, time.perf_counter() - start)


def _jobs(cases: Sequence[Path], options: BuildOptions, *, split: bool) -> Iterator[Job]:
    """Cut the work into jobs; the deck first: it goes to the worker that has imported for it."""
    for case in cases:
        if split:
            for product in reversed(options.products):
                yield Job(case, replace(options, products=(product,)))
        else:
            yield Job(case, options)


def _run_in(executor: Executor, jobs: Sequence[Job]) -> Iterator[JobResult]:
    """Run jobs in an executor; where it can be helped (a WorkerPool), this process works too."""
    futures = [executor.submit(run_job, job) for job in jobs]
    assist = getattr(executor, "help", None)
    for job, future in zip(jobs, futures, strict=True):
        while assist and not future.done() and assist():
            pass
        try:
            yield future.result()
        except Exception as error:
            yield crashed(job.case, error)
