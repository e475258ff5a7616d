"""Where the time of a cold build goes: every stage of both processes, in fresh processes.

``python benchmarks/stages.py CASE RUNS``; each row is the median over the runs of the processor
time of a stage, in milliseconds.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

from measure import environment, table

CODE = """
import time, sys, json
marks = [("Python", time.process_time())]
def mark(name): marks.append((name, time.process_time()))
from casepress.build import stacks
from casepress.build.workers.worker import collect_rarely
collect_rarely()
case, product = sys.argv[1:]
from importlib import import_module
for name in stacks.READ: import_module(name)
mark("imports both share")
for name in (stacks.BROCHURE if product == "brochure" else stacks.DECK): import_module(name)
mark("imports of its own")
from pathlib import Path
from casepress.build.freshness.look import look
from casepress.case.load import load_case
loaded = load_case(Path(case)); mark("case")
theme, fonts = look("zhujin", ()); mark("layout, fonts")
folder = Path(case).parent
if product == "brochure":
    from casepress.brochure import plan_brochure
    from casepress.pdf.finish import finish
    from casepress.pdf.paint import paint
    from casepress.pdf.targets import TARGETS
    pages = plan_brochure(loaded.case, theme, fonts, base_dir=folder); mark("plan")
    for target in ("screen",):
        painted = paint(pages, TARGETS[target]); mark("write: paint, embed fonts")
        finish(pages, TARGETS[target], painted, ()); mark("write: tags, links, save")
else:
    from io import BytesIO
    from casepress.deck import plan_deck
    from casepress.pptx.write import write_deck
    deck = plan_deck(loaded.case, theme, fonts, base_dir=folder); mark("plan")
    write_deck(deck, theme, BytesIO()); mark("write: slides, notes, zip")
print(json.dumps(marks))
"""


def stages(case: Path, product: str, runs: int) -> dict[str, float]:
    """Return the median milliseconds of processor time of each stage."""
    taken: dict[str, list[float]] = {}
    for _ in range(runs):
        done = subprocess.run(
            [sys.executable, "-c", CODE, str(case), product],
            capture_output=True, check=True, env=environment(),
        )  # fmt: skip
        before = 0.0
        for name, at in json.loads(done.stdout):
            taken.setdefault(name, []).append((at - before) * 1000)
            before = at
    return {name: statistics.median(times) for name, times in taken.items()}


def report(case: Path, runs: int) -> str:
    """Return both products' stages as a table."""
    brochure, deck = (stages(case, product, runs) for product in ("brochure", "deck"))
    names = dict.fromkeys((*brochure, *deck))
    rows = [
        [name, *(f"{one[name]:.0f}" if name in one else "" for one in (brochure, deck))]
        for name in names
    ]
    rows.append(["together", *(f"{sum(one.values()):.0f}" for one in (brochure, deck))])
    return table(["stage (ms of processor time)", "brochure", "deck"], rows)


if __name__ == "__main__":
    os.chdir(Path(__file__).parent.parent)
    print(report(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 7))
