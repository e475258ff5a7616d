"""Whole processes side by side: wall time, processor time and peak memory, in turn.

Commands that are compared run one after the other, A B C A B C …, so that a machine that slows down
slows all of them; what is quoted is the median, and ratios are taken run by run.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Run:
    """One run of a command: seconds, seconds of processor time, megabytes at its peak.

    The peak is that of the largest process: what a machine must have for one of them.
    """

    wall: float
    cpu: float
    peak: float


@dataclass(frozen=True)
class Figures:
    """All runs of one command."""

    runs: tuple[Run, ...]

    @property
    def wall(self) -> float:
        """Median wall seconds."""
        return statistics.median(run.wall for run in self.runs)

    @property
    def cpu(self) -> float:
        """Median processor seconds."""
        return statistics.median(run.cpu for run in self.runs)

    @property
    def peak(self) -> float:
        """Highest peak in megabytes."""
        return max(run.peak for run in self.runs)

    def ratio(self, other: Figures, what: str = "wall") -> float:
        """Return how many times as long as *other* this takes: the median of the pairs."""
        pairs = zip(self.runs, other.runs, strict=True)
        ratios: list[float] = [getattr(a, what) / getattr(b, what) for a, b in pairs]
        return statistics.median(ratios)


def run(command: Sequence[str]) -> Run:
    """Run a command, its output thrown away, as the operating system accounts for it."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment()
    )
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}:\n{said.decode()}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _UNIT / 1e6)


def environment() -> dict[str, str]:
    """Return the environment of every measured process: byte code is kept, as when installed."""
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def in_turn(commands: Mapping[str, Sequence[str]], runs: int) -> dict[str, Figures]:
    """Run every command once to warm the caches, then all of them *runs* times in turn."""
    for command in commands.values():
        run(command)
    taken: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            taken[name].append(run(command))
    return {name: Figures(tuple(done)) for name, done in taken.items()}


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write a Markdown table; the first column is words, the others are figures."""
    lines = ["| " + " | ".join(head) + " |", "|---" + "|--:" * (len(head) - 1) + "|"]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines) + "\n"
