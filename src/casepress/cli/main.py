"""The entry point: nothing a user did, and nothing we did wrong, ends in a traceback.

A build forks its workers (see :mod:`casepress.build.workers.worker`) before the command line is
read, so this module imports almost nothing itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from casepress.build import stacks
from casepress.build.workers.processors import processors
from casepress.build.workers.worker import (
    Worker,
    can_fork,
    collect_rarely,
    fork_worker,
    import_all,
    interrupt_once,
)

_BROKEN_PIPE = 141
"""What a shell reports of a program that SIGPIPE ended."""


def run() -> None:
    """Run the command line of this process and end it with the exit code.

    Everything is written and closed by then, so the interpreter need not take itself apart, which
    costs 30 ms after a build.
    """
    collect_rarely()
    code = main(sys.argv[1:])
    if sys.gettrace() is None and sys.getprofile() is None and _flushed():
        os._exit(code)
    sys.exit(code)


def _flushed() -> bool:
    """Tell whether all output has been handed to the system."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        return False
    return True


def main(argv: Sequence[str]) -> int:
    """Run one command line and return its exit code; never raises."""
    workers = _fork_early(argv)
    try:
        _use_utf8()
        _end_tidily()
        return _guarded(argv, workers)
    except KeyboardInterrupt:
        print("\n已中断。", file=sys.stderr)
        return 130
    except BrokenPipeError:
        _drop_output()
        return _BROKEN_PIPE
    finally:
        for worker in workers:
            worker.close()


def _fork_early(argv: Sequence[str]) -> list[Worker]:
    """Fork a worker for each product if this is a build that may use two processes.

    What both need is imported first, once. While this process reads the command line, which takes
    Typer 80 ms, each imports the rest of its own; handed out in the same order, each gets the job
    it is prepared for. A guess from the bare arguments; where it is wrong, the workers go unused
    and are ended.
    """
    if not argv or argv[0] != "build" or not can_fork():
        return []
    text = " ".join(argv)
    if any(
        word in text
        for word in ("--help", "-h ", "--only", "--jobs 1", "--jobs=1", "-j1", "-j 1", "--sched")
    ):
        return []
    if os.environ.get("CASEPRESS_JOBS") == "1" or processors() < 2:
        return []
    import_all(stacks.BOTH)
    return [fork_worker(stacks.DECK), fork_worker(stacks.BROCHURE)]


def _use_utf8() -> None:
    """Read and write UTF-8 whatever the console's code page (GBK on a Chinese Windows)."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _end_tidily() -> None:
    """Let SIGTERM end the program as Ctrl-C does: temporary files are removed."""
    import threading

    if threading.current_thread() is threading.main_thread():
        interrupt_once()


def _guarded(argv: Sequence[str], workers: list[Worker]) -> int:
    """Run the command; every failure becomes a message and an exit code."""
    from casepress.cli.session import Session

    session = Session(argv, workers=workers)
    try:
        from casepress.cli.app import dispatch

        code = dispatch(session)
        sys.stdout.flush()
        return code
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Exception as error:
        from casepress.cli.failures import tell

        if isinstance(error, OSError) and not _flushed():
            _drop_output()
        return tell(error, session)


def _drop_output() -> None:
    """Send what is still buffered nowhere, so that closing stdout does not fail again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
