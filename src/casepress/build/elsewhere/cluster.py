"""Builds on a Dask cluster: jobs go out as parcels, files come back and are written here.

The way there is the same as to a pool of processes: the cluster's ``concurrent.futures`` executor.
Dask hands the tasks of a worker that went away to others.
"""

from __future__ import annotations

import logging
import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

from casepress import __version__
from casepress.build.atomic import replacing
from casepress.build.elsewhere.carrier import Call
from casepress.build.elsewhere.parcel import Delivery, pack, run_packed
from casepress.build.model import Job, JobResult
from casepress.diagnostics import CasepressError, Diagnostic, ExitCode

if TYPE_CHECKING:
    from concurrent.futures import Executor

_CONNECT_S = 10
_PER_PROCESSOR = 3
"""Jobs under way for each processor of the cluster: one at work, others on their way."""


class _Remote:
    """Carries jobs to machines that see none of the files."""

    def send(self, job: Job) -> Call:
        """Return the call that does a job from its parcel."""
        return run_packed, (__version__, pickle.dumps(pack(job)))

    def receive(self, job: Job, answer: tuple[str, bytes]) -> JobResult:
        """Write the files that came back, each in one step.

        Raises:
            CasepressError: CP0943 the worker is of another version, CP0901 can't write.
        """
        version, data = answer
        if version != __version__:
            raise CasepressError(_other_version(version), ExitCode.SELF_CHECK)
        delivery: Delivery = pickle.loads(data)
        for name, content in delivery.files:
            with replacing(job.options.output / name) as temporary:
                temporary.write_bytes(content)
        return delivery.result

    def lost(self, job: Job, error: Exception) -> Diagnostic | None:
        """Say why there is no answer: workers that die over it, or have no casepress."""
        if isinstance(error, ModuleNotFoundError) and "casepress" in str(error):
            return _other_version("–")
        if type(error).__name__ in ("KilledWorker", "FutureCancelledError", "CancelledError"):
            return Diagnostic("CP0941", params={"path": str(job.case)})
        return None


REMOTE = _Remote()


def _other_version(there: str) -> Diagnostic:
    return Diagnostic("CP0943", params={"there": there, "here": __version__})


@contextmanager
def cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """Connect to a scheduler; give its executor and the number of its processors.

    Raises:
        ModuleNotFoundError: ``distributed`` is not installed.
        CasepressError: CP0942 the scheduler can't be reached (exit code 5).
    """
    distributed: Any = import_module("distributed")
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        client = distributed.Client(address, timeout=_CONNECT_S, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        params = {"address": address, "reason": str(error) or type(error).__name__}
        problem = Diagnostic("CP0942", params=params)
        raise CasepressError(problem, ExitCode.MISSING_RESOURCE) from error
    try:
        processors = sum(client.ncores().values())
        yield client.get_executor(pure=False), processors
    finally:
        client.close()  # takes back what is still out


def window(processors: int) -> int:
    """Return how many jobs to have under way on so many processors."""
    return max(4, _PER_PROCESSOR * processors)
