"""Time whole cold processes: a build of a case, its products apart, and ``--help``.

Usage: cold.py [CASE] [RUNS]      (make bench)

Prints the median and the minimum of wall and processor time, and the peak of memory of the largest
process, as the operating system accounts them.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path


def run(command: list[str]) -> tuple[float, float, float]:
    """Run a command; return wall seconds, processor seconds and peak memory in MB."""
    start = time.perf_counter()
    pid = os.fork()
    if pid == 0:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.execv(command[0], command)
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - start
    if status:
        sys.exit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    unit = 1 if sys.platform == "darwin" else 1024
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6


def main() -> None:
    """Measure and print a line per command."""
    case = sys.argv[1] if len(sys.argv) > 1 else "content/wuhou.yaml"
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 9
    program = str(Path(sys.executable).parent / "casepress")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as directory:
        build = [program, "build", case, "-o", directory, "--force"]
        commands = {
            "build, both side by side": build,
            "build, one process": [*build, "-j", "1"],
            "brochure only": [*build, "--only", "brochure"],
            "deck only": [*build, "--only", "deck"],
            "--help": [program, "--help"],
        }
        print(f"{'':26}{'median':>9}{'min':>9}{'cpu':>9}{'peak':>9}")
        for name, command in commands.items():
            run(command)
            walls, cpus, peaks = zip(*(run(command) for _ in range(runs)), strict=True)
            print(
                f"{name:26}{statistics.median(walls) * 1000:6.0f} ms{min(walls) * 1000:6.0f} ms"
                f"{statistics.median(cpus) * 1000:6.0f} ms{max(peaks):6.0f} MB"
            )


if __name__ == "__main__":
    main()
