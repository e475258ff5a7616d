"""Many cases by Typst and pandoc on all processors.

Usage: many.py FONTS PROCESSES FOLDER…

Typst runs inside the processes, so it starts once; pandoc, which is a command, once a case.
"""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from typst_brochure import make


def both(fonts: str, folder: str) -> None:
    """Make the brochure and the deck of one case."""
    place = Path(folder)
    make(place, fonts, place / "typst.pdf")
    deck = [f"{folder}/slides.md", "-t", "pptx", "-o", f"{folder}/pandoc.pptx"]
    subprocess.run(["pandoc", *deck], check=True)


if __name__ == "__main__":
    with ProcessPoolExecutor(int(sys.argv[2])) as pool:
        list(pool.map(partial(both, sys.argv[1]), sys.argv[3:]))
