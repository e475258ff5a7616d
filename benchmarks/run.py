"""All measurements, written to docs/benchmarks.md: ``make bench``.

Usage: run.py CASE [--peers PYTHON] [--runs N] [--cases N] [--many N] [--out FILE]

``--peers`` is an interpreter that has Typst and WeasyPrint (``requirements-bench.lock``); pandoc
comes from the system. ``--many 1000`` adds growth up to so many cases, which takes minutes. The
section of ``megabyte.py`` stays as it is: that takes half an hour, and has a command of its own.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import batch
import cold
import megabyte
import stages
import text_growth
from peers.material import write

INTRO = """\
# Benchmarks

casepress and the tools one would otherwise combine, on the same text, in the same faces and page
geometry, on the same machine: Typst sets a brochure of the same sixteen pages with the same charts,
tagged, from a hand-written file (`benchmarks/peers/brochure.typ`); pandoc makes a .pptx of the same
slides' words, tables and notes, without layout or native charts. WeasyPrint and the two first tries
(reportlab's platypus, python-pptx with its default template) set the text alone.

Written by `make bench`. All rows of a table were measured in turn (A B C A B C …), after one run to
warm the caches; figures are medians, ratios medians of the pairs. Wall time needs a quiet machine;
processor time is the steadier figure. Peak is the largest single process.
"""


def machine(peers: str) -> str:
    """Return what was measured on, and with which versions."""
    code = "from importlib.metadata import version as v; print(v('typst'), v('weasyprint'))"
    typst, weasyprint = subprocess.check_output([peers, "-c", code], text=True).split()
    pandoc = subprocess.check_output(["pandoc", "--version"], text=True).split()[1]
    own = [f"{name} {version(name)}" for name in ("reportlab", "python-pptx", "pikepdf",
                                                 "uharfbuzz", "typer")]  # fmt: skip
    return (
        f"{os.cpu_count()} processors, {platform.system()} {platform.machine()}, Python "
        f"{platform.python_version()}, load {os.getloadavg()[0]:.1f} at the start. casepress "
        f"{version('casepress')} with {', '.join(own)}; Typst {typst} (Python binding), pandoc "
        f"{pandoc}, WeasyPrint {weasyprint}.\n"
    )


def main() -> None:
    """Measure everything and write it down."""
    parser = argparse.ArgumentParser()
    parser.add_argument("case", type=Path)
    parser.add_argument("--peers", default=sys.executable)
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--cases", type=int, default=50)
    parser.add_argument("--many", type=int, default=100)
    parser.add_argument("--out", type=Path, default=Path("docs/benchmarks.md"))
    given = parser.parse_args()
    parts = [INTRO, machine(given.peers)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(given.case, folder)
        parts += ["## One cold process", cold.measured(given.case, folder, given.peers, given.runs)]
        parts += ["## Where the time goes", stages.report(given.case, given.runs)]
        runs = max(1, given.runs // 4)
        parts += [
            "## Many cases",
            batch.beside_peers(given.case, folder, given.peers, given.cases, runs),
        ]
        counts = tuple(n for n in (1, 10, 100, 1000) if n <= given.many)
        parts += [batch.growth_in_cases(given.case, folder, counts)]
        parts += [
            "## Growth with the text",
            text_growth.growth_in_text(given.case, folder / "text"),
        ]
    kept = megabyte.kept(given.out.read_text(encoding="utf-8")) if given.out.exists() else ""
    given.out.write_text("\n".join([*parts, *filter(None, [kept])]), encoding="utf-8")
    print(given.out.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
