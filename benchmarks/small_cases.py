"""How cost grows with the number of cases: many small ones in one run, a cold process each time.

Usage: small_cases.py [--cases 1,10,100,1000] [--only brochure|deck] [--jobs N]

Prints wall seconds, processor seconds, processor milliseconds per case and the peak of memory of
the largest process: linear growth keeps the third column level (start-up apart), bounded memory
the last. Growth with the text is in ``megabyte.py``, with the members of a book in ``books.py``.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SMALL = """\
title: 把例会开短之{number}
practices:
  - title: 例会改为站会
    measures:
      - title: 限时十五分钟
        text: 每人只说三件事：昨天做完的、今天要做的、需要别人帮的。
"""


def measure(cases: list[Path], options: list[str]) -> tuple[float, float, float]:
    """Build cases in a process of its own; return wall and processor seconds, peak memory in MB."""
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "casepress", "build", *map(str, cases), "-o", out, "-q"]
        start = time.perf_counter()
        process = subprocess.Popen([*command, *options], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        print(f"ended with {process.returncode}", file=sys.stderr)
    unit = 1 if sys.platform == "darwin" else 1024
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--cases", default="1,10,100,1000", help="numbers, comma-separated")
    parser.add_argument("--only", choices=["brochure", "deck"])
    parser.add_argument("--jobs", default="2")
    chosen = parser.parse_args()
    options = ["--jobs", chosen.jobs] + (["--only", chosen.only] if chosen.only else [])
    with tempfile.TemporaryDirectory() as folder:
        for count in map(int, chosen.cases.split(",")):
            paths = [Path(folder) / f"c{number}.yaml" for number in range(count)]
            for number, path in enumerate(paths):
                path.write_text(SMALL.format(number=number), encoding="utf-8")
            wall, work, peak = measure(paths, options)
            each = f"{work / count * 1000:8.1f} ms"
            print(f"{count:>6} cases{wall:8.2f} s {work:8.2f} s {each} {peak:6.0f} MB", flush=True)


if __name__ == "__main__":
    main()
