"""Which processes a build runs in: forked workers, an interpreter's own pool, or just this one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from casepress.cli.session import Session

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from casepress.build.model import BuildOptions


@contextmanager
def executor(
    session: Session, jobs: int | None, cases: Sequence[Path], options: BuildOptions
) -> Iterator[Executor | None]:
    """Give the processes to build with; ``None`` when one process is enough or all there is.

    This process works too, so there is one worker fewer than jobs.
    """
    from casepress.build.worker import can_fork, fork_worker
    from casepress.cli.main import processors

    wanted = jobs or processors()
    pieces = len(options.products) if len(cases) == 1 else len(cases)
    count = min(wanted, pieces)
    if count < 2:
        yield None
    elif can_fork():
        from casepress.build.atomic import remove_parts
        from casepress.build.pool import WorkerPool
        from casepress.build.state import FOLDER

        def clear_up(pid: int) -> None:
            for folder in (options.output, options.output / FOLDER):
                remove_parts(folder, pid)

        early, session.worker = session.worker, None
        workers = [early] if early else []
        workers += [fork_worker() for _ in range(count - 1 - len(workers))]
        with WorkerPool(workers, clear_up) as pool:
            yield pool
    elif len(cases) == 1:
        yield None  # starting a second interpreter takes longer than it saves
    else:
        from concurrent.futures import ProcessPoolExecutor

        with ProcessPoolExecutor(count) as processes:
            yield processes
