"""Many cases through one executor: handed out little by little, recorded as they finish."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casepress.build.elsewhere.carrier import LOCAL, Carrier
from casepress.build.freshness import state
from casepress.build.freshness.fingerprint import build_key
from casepress.build.jobs.job import run_job
from casepress.build.jobs.results import failed
from casepress.build.model import BuildOptions, Job, JobResult
from casepress.diagnostics import CasepressError, ExitCode
from casepress.frozen import dataclass

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future


@dataclass(frozen=True, slots=True)
class Plan:
    """How a run goes about it.

    ``reuse``: leave a case as it is whose outputs are there already, made from the same inputs (see
    :mod:`casepress.build.freshness.state`), and record what is built; ``carrier``: how jobs get to
    where they are done; ``window``: how many are handed out at a time, so that memory doesn't grow
    with the cases; ``force``: build whatever is recorded.
    """

    reuse: bool = False
    force: bool = False
    carrier: Carrier = LOCAL
    window: int = 32


@dataclass(slots=True)
class _Slot:
    """A case on its way: its results in the order of its jobs, and how many are still out."""

    case: Path
    results: list[JobResult | None]
    out: int = 0

    def done(self) -> tuple[JobResult, ...]:
        return tuple(result for result in self.results if result is not None)


@dataclass(slots=True)
class Batch:
    """One run over cases."""

    options: BuildOptions
    executor: Executor | None
    plan: Plan
    on_done: Callable[[Path], None] | None = None
    _key: str | None = None
    _line: deque[_Slot] = field(default_factory=deque)
    _out: dict[Future[Any], tuple[_Slot, int, Job]] = field(default_factory=dict)

    def results(self, cases: Sequence[Path]) -> Iterator[JobResult]:
        """Yield the result of every job, case by case in their order, as soon as may be."""
        if self.plan.reuse:
            self._key = build_key(self.options)
        split = self.executor is not None and len(cases) == 1
        waiting = iter(cases)
        while True:
            more = self._hand_out(waiting, split=split)
            while self._line and not self._line[0].out:
                yield from self._line.popleft().done()
            if self._out:
                self._collect()
            elif not more and not self._line:
                return

    def _hand_out(self, waiting: Iterator[Path], *, split: bool) -> bool:
        """Begin cases until enough are under way; tell whether there may be more."""
        while len(self._out) < self.plan.window:
            case = next(waiting, None)
            if case is None:
                return False
            self._begin(case, split=split)
            if self.executor is None:
                return True
        return True

    def _begin(self, case: Path, *, split: bool) -> None:
        """Put a case in line: as it is if nothing changed, else as jobs handed out or done here."""
        options = self.options
        kept = None if self.plan.force else state.known(case, options.output, self._key)
        if kept is not None:
            self._line.append(_Slot(case, [kept]))
            self._told(case)
            return
        jobs = tuple(_jobs(case, options, split=split))
        slot = _Slot(case, [None] * len(jobs), len(jobs))
        self._line.append(slot)
        for index, job in enumerate(jobs):
            future = self._submitted(job)
            if future is None:
                self._finish(slot, index, run_job(job))
            else:
                self._out[future] = slot, index, job

    def _submitted(self, job: Job) -> Future[Any] | None:
        """Hand a job out; ``None`` if there is nobody (any more) to hand it to."""
        if self.executor is None:
            return None
        try:
            function, args = self.plan.carrier.send(job)
        except CasepressError as error:
            return _refused(error)
        try:
            return self.executor.submit(function, *args)
        except BrokenExecutor:
            return None

    def _collect(self) -> None:
        """Wait for a job or, where the executor can be helped (a WorkerPool), do one here."""
        from concurrent.futures import FIRST_COMPLETED, wait

        assist = getattr(self.executor, "help", None)
        helped = bool(assist and assist())
        done, _ = wait(self._out, timeout=0 if helped else None, return_when=FIRST_COMPLETED)
        for future in done:
            slot, index, job = self._out.pop(future)
            self._finish(slot, index, self._outcome(job, future))

    def _outcome(self, job: Job, future: Future[Any]) -> JobResult:
        """Return what came of a job that was handed out, whatever that was."""
        try:
            return self.plan.carrier.receive(job, future.result())
        except Exception as error:
            lost = self.plan.carrier.lost(job, error)
            if lost is None:
                return failed(job.case, error, None)
            return JobResult(job.case, diagnostics=(lost,), exit_code=ExitCode.INTERNAL)

    def _finish(self, slot: _Slot, index: int, result: JobResult) -> None:
        """Keep a result; when it is the last of its case, the case is recorded at once."""
        slot.results[index] = result
        slot.out -= 1
        if slot.out == 0:
            state.remember(slot.case, self.options.output, self._key, slot.done())
            self._told(slot.case)

    def _told(self, case: Path) -> None:
        if self.on_done:
            self.on_done(case)


def _jobs(case: Path, options: BuildOptions, *, split: bool) -> Iterator[Job]:
    """Cut a case into jobs; the deck first: it goes to the worker that has imported for it."""
    if not split:
        yield Job(case, options)
        return
    for product in reversed(options.products):
        yield Job(case, replace(options, products=(product,)))


def _refused(error: CasepressError) -> Future[Any]:
    """Return a future that has failed already."""
    from concurrent.futures import Future

    future: Future[Any] = Future()
    future.set_exception(error)
    return future
