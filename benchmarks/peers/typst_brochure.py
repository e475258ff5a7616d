"""The brochure by Typst, from the template beside this file.

Usage: typst_brochure.py FOLDER FONTS [OUT]

FOLDER holds case.json; fonts come from FONTS alone, since looking for those of the system would add
100 ms. The PDF is tagged.
"""

from __future__ import annotations

import sys
from pathlib import Path

import typst


def make(folder: Path, fonts: str, out: Path) -> None:
    """Set one brochure."""
    typst.compile(
        str(Path(__file__).with_name("brochure.typ")),
        output=str(out),
        root="/",
        sys_inputs={"case": str(folder.resolve() / "case.json")},
        font_paths=[fonts],
        ignore_system_fonts=True,
        pdf_tags=True,
    )


if __name__ == "__main__":
    place = Path(sys.argv[1])
    make(place, sys.argv[2], Path(sys.argv[3]) if len(sys.argv) > 3 else place / "typst.pdf")
