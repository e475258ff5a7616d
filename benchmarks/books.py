"""Time and memory of collections: 3, 25, 50 and 100 made-up cases, book and deck, cold processes.

Usage: books.py [CASES…]      (made-up cases are written to a temporary folder)

Prints pages or slides, size, wall and processor seconds, peak of memory, and the processor time of
one case: where time grew faster than the cases, the last column would rise.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from made_up import write

SIZES = (3, 25, 50, 100)


def build(collection: Path, product: str, out: Path) -> tuple[dict[str, Any], float, float]:
    """Build one product in a process of its own; return report, wall and processor seconds."""
    start, before = time.perf_counter(), _cpu()
    command = [
        sys.executable, "-m", "casepress", "build", str(collection), "--only", product,
        "-o", str(out), "-j", "1", "--json",
    ]  # fmt: skip
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(ran.stdout), time.perf_counter() - start, _cpu() - before


def _cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Measure and print a line per size and product."""
    sizes = [int(word) for word in sys.argv[1:]] or list(SIZES)
    print(
        f"{'cases':>6} {'product':9}{'count':>7}{'size':>10}{'wall':>9}{'peak':>9}{'per case':>10}"
    )
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            collection = write(Path(folder) / str(size), size)
            for product in ("brochure", "deck"):
                report, wall, cpu = build(collection, product, Path(folder) / "out")
                (made,) = report["outputs"]
                count = made.get("pages") or made.get("slides")
                peak = int(report["peak_bytes"]) / 1e6
                print(
                    f"{size:6} {product:9}{count:10}{made['bytes'] / 1e6:7.1f} MB"
                    f"{wall:8.1f} s{cpu:8.1f} s{peak:7.0f} MB{cpu / size * 1000:7.0f} ms"
                )


if __name__ == "__main__":
    main()
