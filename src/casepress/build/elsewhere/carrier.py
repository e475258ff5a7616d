"""How a job gets to where it is done, and how its result comes back."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import BrokenExecutor
from typing import Any, Protocol

from casepress.build.jobs.job import run_job
from casepress.build.model import Job, JobResult
from casepress.build.workers.worker import WorkerDied
from casepress.diagnostics import Diagnostic

Call = tuple[Callable[..., Any], tuple[object, ...]]
"""A function and its arguments; they pickle."""


class Carrier(Protocol):
    """Wraps jobs up for an executor and unwraps what comes back."""

    def send(self, job: Job) -> Call:
        """Return the call that does a job elsewhere."""

    def receive(self, job: Job, answer: Any) -> JobResult:
        """Turn the answer of that call into files in place and the result of the job."""

    def lost(self, job: Job, error: Exception) -> Diagnostic | None:
        """Say why there is no answer; ``None`` if the error is neither the user's nor known."""


class _Local:
    """For processes that see the same files: the job itself travels, results are in place."""

    def send(self, job: Job) -> Call:
        return run_job, (job,)

    def receive(self, job: Job, answer: JobResult) -> JobResult:
        return answer

    def lost(self, job: Job, error: Exception) -> Diagnostic | None:
        if isinstance(error, WorkerDied | BrokenExecutor):
            return Diagnostic("CP0941", params={"path": str(job.case)})
        return None


LOCAL: Carrier = _Local()
