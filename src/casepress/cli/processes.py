"""Which processes a build runs in: forked workers, an interpreter's own pool, or just this one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from casepress.cli.session import Session
from casepress.cli.usage import CommandError
from casepress.diagnostics import ExitCode

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from casepress.build.batch import Plan
    from casepress.build.model import BuildOptions


@contextmanager
def cluster_executor(address: str, plan: Plan, session: Session) -> Iterator[tuple[Executor, Plan]]:
    """Give the executor of a Dask cluster, and the plan changed for work that is far away."""
    from casepress.build.elsewhere.cluster import REMOTE, cluster, window

    _require_distributed()
    with cluster(address) as (executor, processors):
        session.note(
            session.words(
                f"集群 {address}：{processors} 个处理器",
                f"cluster {address}: {processors} processors",
            )
        )
        yield executor, replace(plan, carrier=REMOTE, window=window(processors))


def _require_distributed() -> None:
    """Say how to get the extra, if it isn't there."""
    from importlib.util import find_spec

    try:
        found = find_spec("distributed") is not None
    except ValueError:  # blocked
        found = False
    if not found:
        raise CommandError(
            "--scheduler 要用 distributed，还没有安装",
            "--scheduler needs distributed, which is not installed",
            hint=("pip install 'casepress[cluster]'", "pip install 'casepress[cluster]'"),
            exit_code=ExitCode.MISSING_RESOURCE,
        )


@contextmanager
def local_executor(
    session: Session, jobs: int | None, cases: Sequence[Path], options: BuildOptions
) -> Iterator[Executor | None]:
    """Give the processes to build with; ``None`` when one process is enough or all there is.

    For many cases this process works too, so there is one worker fewer than jobs; a single case is
    done by the two that were forked ahead.
    """
    from casepress.build.workers.processors import processors
    from casepress.build.workers.worker import can_fork, fork_worker

    wanted = jobs or processors()
    pieces = len(options.products) if len(cases) == 1 else len(cases)
    count = min(wanted, pieces)
    if count < 2:
        yield None
    elif can_fork():
        from casepress.build.atomic import remove_parts
        from casepress.build.freshness.state import FOLDER
        from casepress.build.workers.pool import WorkerPool

        def clear_up(pid: int) -> None:
            for folder in (options.output, options.output / FOLDER):
                remove_parts(folder, pid)

        wanted = count if len(cases) == 1 and session.workers else count - 1
        workers, spare = session.workers[:wanted], session.workers[wanted:]
        session.workers = []
        for worker in spare:
            worker.close()
        workers += [fork_worker() for _ in range(wanted - len(workers))]
        with WorkerPool(workers, clear_up) as pool:
            yield pool
    elif len(cases) == 1:
        yield None  # starting a second interpreter takes longer than it saves
    else:
        from concurrent.futures import ProcessPoolExecutor

        with ProcessPoolExecutor(count) as processes:
            yield processes
