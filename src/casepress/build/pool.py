"""Forked workers as a :class:`concurrent.futures.Executor`."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from typing import Any, ParamSpec, TypeVar

from casepress.build.worker import Worker, WorkerDied

P = ParamSpec("P")
T = TypeVar("T")
_Task = tuple[Future[Any], Callable[..., Any], tuple[object, ...]]


class WorkerPool(Executor):
    """Runs functions in forked workers, and in the calling process while it would only wait.

    Workers take tasks from the front of the queue, :meth:`help` takes them from the back: of two
    tasks the first always goes to a worker, which may have imported ahead for it. A worker that
    dies fails the task it had and takes no other; the rest is done by whoever is left.
    """

    def __init__(self, workers: Sequence[Worker]) -> None:
        """Take over workers; all of them must have been forked before this starts threads."""
        self._workers = tuple(workers)
        self._tasks: deque[_Task] = deque()
        self._wake = threading.Condition()
        self._idle = len(self._workers)
        self._closing = False
        self._threads = [
            threading.Thread(target=self._feed, args=(worker,), daemon=True) for worker in workers
        ]
        for thread in self._threads:
            thread.start()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Queue ``fn(*args)``; function, arguments and result must pickle. No keyword arguments."""
        if kwargs:
            raise TypeError("a WorkerPool passes positional arguments only")
        future: Future[T] = Future()
        with self._wake:
            if self._closing:
                raise RuntimeError("the pool is shut down")
            self._tasks.append((future, fn, args))
            self._wake.notify()
        return future

    def help(self) -> bool:
        """Do one queued task in this process, unless the workers will; tell whether it did."""
        task = self._take_last()
        if task is None:
            return False
        future, function, args = task
        if future.set_running_or_notify_cancel():
            _settle(future, function, args)
        return True

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the workers. Without *wait* tasks under way are broken off too."""
        with self._wake:
            self._closing = True
            if cancel_futures or not wait:
                while self._tasks:
                    self._tasks.popleft()[0].cancel()
            self._wake.notify_all()
        if wait:
            for thread in self._threads:
                thread.join()
        for worker in self._workers:
            worker.close()

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        """Shut down; after an exception (an interrupt) without waiting for what is under way."""
        self.shutdown(wait=error is None)

    def _take_last(self) -> _Task | None:
        """Take a task that no idle worker is about to take."""
        with self._wake:
            return self._tasks.pop() if len(self._tasks) > self._idle else None

    def _take_first(self) -> _Task | None:
        """Wait for a task; ``None`` when the pool closes and nothing is left to do."""
        with self._wake:
            self._wake.wait_for(lambda: self._tasks or self._closing)
            if not self._tasks:
                return None
            self._idle -= 1
            return self._tasks.popleft()

    def _feed(self, worker: Worker) -> None:
        """Pass tasks to one worker until the pool closes or the worker dies."""
        while task := self._take_first():
            future, function, args = task
            if future.set_running_or_notify_cancel():
                _settle(future, worker.call, (function, *args))
                if isinstance(future.exception(), WorkerDied):
                    return
            with self._wake:
                self._idle += 1


def _settle(future: Future[Any], function: Callable[..., Any], args: tuple[object, ...]) -> None:
    """Run a function and keep its result or its exception."""
    try:
        future.set_result(function(*args))
    except Exception as error:
        future.set_exception(error)
