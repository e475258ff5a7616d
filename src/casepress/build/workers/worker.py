"""A process forked before anything heavy is imported, which then runs functions sent to it.

A command's time goes mostly into imports (reportlab, python-pptx). Forking a process that has not
done them yet costs a millisecond, and the child imports what its work will need while the parent
still reads the options. This module therefore imports almost nothing itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from casepress.build.workers.heard import board

_LENGTH_BYTES = 8
_PATIENCE_S = 5.0
"""How long an interrupted worker may take to tidy up before it is killed."""


class WorkerDied(Exception):
    """The process ended without an answer: killed, out of memory, or crashed in native code."""


class Worker:
    """The parent's end of a forked process."""

    __slots__ = ("_busy", "_pid", "_reader", "_writer")

    def __init__(self, pid: int, reader: int, writer: int) -> None:
        """Keep the process id and the two pipe ends; use :func:`fork_worker` to make one."""
        self._pid = pid
        self._reader = reader
        self._writer = writer
        self._busy = False

    def call(self, function: Callable[..., Any], *args: object) -> Any:
        """Run a function in the worker and return its result. Both must pickle; blocks.

        Raises:
            WorkerDied: the process is gone.
            Exception: whatever the function raised.
        """
        import pickle

        self._busy = True
        try:
            _send(self._writer, pickle.dumps((function, args)))
            answer = _receive(self._reader)
        except OSError as error:
            raise WorkerDied from error
        finally:
            self._busy = False
        if answer is None:
            raise WorkerDied
        succeeded, value = pickle.loads(answer)
        if not succeeded:
            raise value
        return value

    @property
    def pid(self) -> int:
        """The process id; 0 once it is closed."""
        return self._pid

    def close(self) -> None:
        """End the process and wait for it; one at work may first remove its temporary files."""
        import signal

        if self._pid == 0:
            return
        busy = self._busy
        try:
            os.kill(self._pid, signal.SIGINT if busy else signal.SIGKILL)
            os.close(self._writer)
            os.close(self._reader)
            if busy and not self._ended(_PATIENCE_S):
                os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
        except (ProcessLookupError, ChildProcessError):
            pass
        self._pid = 0

    def _ended(self, seconds: float) -> bool:
        """Wait a while for the process to end by itself; it is not waited for any further."""
        import time

        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if os.waitpid(self._pid, os.WNOHANG)[0]:
                return True
            time.sleep(0.005)
        return False


def can_fork() -> bool:
    """Tell whether this platform forks safely; elsewhere everything runs in one process."""
    return hasattr(os, "fork") and sys.platform != "emscripten"


def collect_rarely() -> None:
    """Let the garbage collector run seldom: a build makes many objects and few cycles.

    A cold build is a tenth faster for it, and a long batch still frees what it must.
    """
    import gc

    gc.set_threshold(200_000, 10, 10)


def interrupt_once() -> None:
    """Let SIGINT and SIGTERM unwind this process, so that temporary files are removed.

    Only the first does: on a terminal Ctrl-C reaches every process and the parent then asks its
    workers to end as well, which must not break off the tidying up.
    """
    import signal

    pending = [True]

    def interrupted(*_: object) -> None:
        if pending:
            pending.clear()
            raise KeyboardInterrupt

    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, interrupted)


def fork_worker(preload: Sequence[str] = ()) -> Worker:
    """Fork a worker. It imports the modules named in *preload* while it waits for work."""
    board()
    down_reader, down_writer = os.pipe()
    up_reader, up_writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(down_writer)
        os.close(up_reader)
        serve(down_reader, up_writer, preload)
    os.close(down_reader)
    os.close(up_writer)
    return Worker(pid, up_reader, down_writer)


def serve(reader: int, writer: int, preload: Sequence[str] = ()) -> NoReturn:
    """Answer requests until the parent closes the pipe; never return into the parent's code."""
    try:
        interrupt_once()
        collect_rarely()
        import_all(preload)
        while (request := _receive(reader)) is not None:
            _send(writer, _answer(request))
    except BaseException:
        os._exit(1)
    os._exit(0)


def import_all(names: Sequence[str]) -> None:
    """Import modules ahead of need. A failure shows up when the work itself imports them."""
    import importlib

    for name in names:
        try:
            importlib.import_module(name)
        except Exception:
            return


def _answer(request: bytes) -> bytes:
    """Run one request; an exception is the answer too, as itself or (unpicklable) as its text."""
    import pickle

    function, args = pickle.loads(request)
    try:
        return pickle.dumps((True, function(*args)))
    except Exception as error:
        try:
            pickle.loads(answer := pickle.dumps((False, error)))
        except Exception:
            answer = pickle.dumps((False, RuntimeError(f"{type(error).__name__}: {error}")))
        return answer


def _send(descriptor: int, message: bytes) -> None:
    """Write a message with its length in front."""
    data = memoryview(len(message).to_bytes(_LENGTH_BYTES, "big") + message)
    while data:
        data = data[os.write(descriptor, data) :]


def _receive(descriptor: int) -> bytes | None:
    """Read a message; ``None`` when the other end is closed."""
    header = _read(descriptor, _LENGTH_BYTES)
    return None if header is None else _read(descriptor, int.from_bytes(header, "big"))


def _read(descriptor: int, size: int) -> bytes | None:
    parts = bytearray()
    while len(parts) < size:
        part = os.read(descriptor, min(size - len(parts), 1 << 20))
        if not part:
            return None
        parts += part
    return bytes(parts)
