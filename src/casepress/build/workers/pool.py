"""Forked workers as a :class:`concurrent.futures.Executor`."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from typing import Any, ParamSpec, TypeVar

from casepress.build.workers.worker import Worker, WorkerDied

P = ParamSpec("P")
T = TypeVar("T")
_Task = tuple[Future[Any], Callable[..., Any], tuple[object, ...]]


class WorkerPool(Executor):
    """Runs functions in forked workers, and in the calling process while it would only wait.

    Workers take tasks from the front of the queue, :meth:`help` takes them from the back: of two
    tasks the first always goes to a worker, which may have imported ahead for it. A worker that
    dies is replaced, and the task it had is tried once more; if that ends the same way, the task
    fails with :class:`WorkerDied`.
    """

    def __init__(
        self, workers: Sequence[Worker], on_death: Callable[[int], None] | None = None
    ) -> None:
        """Take over workers; all of them must have been forked before this starts threads.

        ``on_death`` is told the id of a process that was killed, to clear up after it.
        """
        self._workers = list(workers)
        self._on_death = on_death
        self._tasks: deque[_Task] = deque()
        self._wake = threading.Condition()
        self._idle = len(self._workers)
        self._closing = False
        self._threads = [
            threading.Thread(target=self._feed, args=(place,), daemon=True)
            for place in range(len(self._workers))
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

    def _feed(self, place: int) -> None:
        """Pass tasks to one worker, or its successor, until the pool closes."""
        while task := self._take_first():
            future, function, args = task
            if future.set_running_or_notify_cancel():
                _settle(future, self._call, (place, function, *args))
            with self._wake:
                self._idle += 1

    def _call(self, place: int, function: Callable[..., Any], *args: object) -> Any:
        """Run a function in a worker; in its successor if it dies, and then no more."""
        try:
            return self._workers[place].call(function, *args)
        except WorkerDied:
            self._replace(place)
        try:
            return self._workers[place].call(function, *args)
        except WorkerDied:
            self._replace(place)
            raise

    def _replace(self, place: int) -> None:
        """Put a new worker in the place of a dead one, unless the pool is closing.

        Raises:
            WorkerDied: it is.
        """
        from casepress.build.workers.respawn import spawn_worker

        dead = self._workers[place]
        pid = dead.pid
        with self._wake:
            if self._closing:
                raise WorkerDied
            dead.close()
            self._workers[place] = spawn_worker()
        if self._on_death:
            self._on_death(pid)


def _settle(future: Future[Any], function: Callable[..., Any], args: tuple[object, ...]) -> None:
    """Run a function and keep its result or its exception."""
    try:
        future.set_result(function(*args))
    except Exception as error:
        future.set_exception(error)
