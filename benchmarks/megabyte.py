"""Growth to one megabyte: processor time and peak memory over the size of a case, shape by shape.

Usage: megabyte.py [--shapes metrics,table…] [--products brochure,deck…] [--out docs/benchmarks.md]

Every cell is one cold process: seconds at 128, 256, 512 and 1024 KB, then the growth of the time
over the last two doublings, the time of a tiny case taken off (4 is linear), and the peak at 1024
KB. ``--out`` writes the tables into the page, under their own heading, in place of those before;
``make bench`` leaves them standing. All shapes take half an hour.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from cold import PROGRAM
from measure import environment, table
from shapes import SHAPES, write

HEADING = "## Growth to one megabyte"
SIZES_KB = (128, 256, 512, 1024)
PRODUCTS = {
    "brochure": ("--only", "brochure"),
    "archive": ("--only", "brochure", "--for", "archive"),
    "deck": ("--only", "deck"),
    "handout": ("--only", "handout"),
}
_UNIT = 1 if sys.platform == "darwin" else 1024


def build(case: Path, out: Path, product: str) -> tuple[float, float, int]:
    """Build one product; return processor seconds, megabytes at the peak, exit code."""
    command = [PROGRAM, "build", str(case), "--force", "-q", "-j", "1", "-o", str(out)]
    process = subprocess.Popen(
        [*command, *PRODUCTS[product]], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=environment(),
    )  # fmt: skip
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = usage.ru_utime + usage.ru_stime
    return seconds, usage.ru_maxrss * _UNIT / 1e6, process.returncode


def row(shape: str, product: str, folder: Path, start: float) -> list[str]:
    """Measure one shape at every size; the row of the table. *start*: seconds of a tiny case."""
    cells, seconds, peak = [shape], [], 0.0
    for size in SIZES_KB:
        case = write(shape, size * 1024, folder)
        took, peak, code = build(case, folder / "out", product)
        seconds.append(took)
        cells.append(f"{took:.1f}" if code == 0 else f"{took:.1f} (exit {code})")
    growth = (seconds[3] - start) / max(seconds[1] - start, 0.01)
    return [*cells, f"{growth:.1f}" if seconds[3] > 1 else "–", f"{peak:.0f}"]


def report(shapes: list[str], products: list[str]) -> str:
    """Return a table for each product."""
    head = ["text in", *(f"{size} KB, s" for size in SIZES_KB), "1024 ÷ 256 KB", "MB"]
    parts = [HEADING]
    with tempfile.TemporaryDirectory() as name:
        for product in products:
            tiny = write("one paragraph", 1024, Path(name))
            start = min(build(tiny, Path(name) / "out", product)[0] for _ in range(3))
            rows = [row(shape, product, Path(name), start) for shape in shapes]
            parts += [f"{product.capitalize()}:\n", table(head, rows)]
    return "\n".join(parts)


def kept(page: str) -> str:
    """Return this section of a page, up to the next heading of its rank; empty without one."""
    _, found, rest = page.partition(HEADING + "\n")
    return found + rest.partition("\n## ")[0] if found else ""


def replaced(page: str, section: str) -> str:
    """Return a page with the section in place of the one before, or at its end."""
    before = kept(page)
    return page.replace(before, section) if before else f"{page.rstrip()}\n\n{section}".lstrip()


def main() -> None:
    """Measure, print, and write into the page if asked to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--shapes", default=",".join(SHAPES))
    parser.add_argument("--products", default=",".join(PRODUCTS))
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    section = report(given.shapes.split(","), given.products.split(","))
    print(section)
    if given.out:
        page = given.out.read_text(encoding="utf-8") if given.out.exists() else ""
        given.out.write_text(replaced(page, section), encoding="utf-8")


if __name__ == "__main__":
    main()
