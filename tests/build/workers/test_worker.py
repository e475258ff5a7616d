"""Forked workers and the pool made of them."""

from __future__ import annotations

import os
import signal
import time
from concurrent.futures import wait

import pytest

from casepress.build.workers.pool import WorkerPool
from casepress.build.workers.worker import WorkerDied, can_fork, fork_worker

pytestmark = pytest.mark.skipif(not can_fork(), reason="this platform does not fork")


def double(number: int) -> int:
    return 2 * number


def process_id(_: object = None) -> int:
    return os.getpid()


def slow_process_id(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def fail(text: str) -> None:
    raise ValueError(text)


def fail_unpicklably() -> None:
    class Local(Exception):
        pass

    raise Local("from inside")


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def echo(data: bytes) -> bytes:
    return data


def imported(name: str) -> bool:
    import sys

    return name in sys.modules


def test_a_worker_is_another_process_and_answers():
    worker = fork_worker()
    try:
        assert worker.call(double, 21) == 42
        assert worker.call(process_id) != os.getpid()
    finally:
        worker.close()


def test_large_messages_cross_the_pipe_whole():
    worker = fork_worker()
    try:
        data = os.urandom(3_000_000)
        assert worker.call(echo, data) == data
    finally:
        worker.close()


def test_an_exception_comes_back_as_itself_or_as_its_text():
    worker = fork_worker()
    try:
        with pytest.raises(ValueError, match="broken"):
            worker.call(fail, "broken")
        with pytest.raises(RuntimeError, match="Local: from inside"):
            worker.call(fail_unpicklably)
        assert worker.call(double, 1) == 2
    finally:
        worker.close()


def test_a_worker_imports_ahead_and_survives_a_missing_module():
    worker = fork_worker(("wave", "no_such_module_anywhere"))
    try:
        assert worker.call(imported, "wave")
    finally:
        worker.close()


def test_a_killed_worker_is_reported_not_waited_for():
    worker = fork_worker()
    with pytest.raises(WorkerDied):
        worker.call(die)
    worker.close()


def test_closing_leaves_no_process_behind():
    worker = fork_worker()
    pid = worker.call(process_id)
    worker.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_of_two_tasks_the_first_goes_to_the_worker_and_the_caller_does_the_second():
    with WorkerPool([fork_worker()]) as pool:
        first = pool.submit(slow_process_id, 0.05)
        second = pool.submit(process_id, None)
        assert pool.help()
        assert not pool.help()
        assert second.result() == os.getpid()
        assert first.result() != os.getpid()


def test_many_tasks_keep_their_results_apart():
    with WorkerPool([fork_worker(), fork_worker()]) as pool:
        futures = [pool.submit(double, number) for number in range(200)]
        while pool.help():
            pass
        assert [future.result() for future in futures] == [2 * number for number in range(200)]


def test_a_pool_goes_on_after_one_worker_died():
    with WorkerPool([fork_worker(), fork_worker()]) as pool:
        dead = pool.submit(die)
        wait([dead])
        assert isinstance(dead.exception(), WorkerDied)
        assert [pool.submit(double, n).result(timeout=10) for n in range(5)] == [0, 2, 4, 6, 8]
