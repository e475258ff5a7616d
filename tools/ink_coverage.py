"""Measure total ink with Ghostscript's separations, as a witness to our own preflight.

``python tools/ink_coverage.py FILE-print.pdf …`` separates every page, crops to the bleed (the
marks outside carry all inks on purpose), adds up the four inks and prints the highest sum per
file. Exit code 1 if any exceeds the limit of 300 %.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf
from PIL import Image, ImageOps

RESOLUTION = 50
LIMIT = 300.0
INKS = ("Cyan", "Magenta", "Yellow", "Black")


def separate(pdf: Path, folder: Path) -> None:
    """Write one grey picture per page and ink; 0 is full ink."""
    command = ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", f"-r{RESOLUTION}"]
    command += ["-dTextAlphaBits=1", "-dGraphicsAlphaBits=1", "-dOverprint=/simulate"]
    subprocess.run([*command, f"-sOutputFile={folder}/p%03d.tif", str(pdf)], check=True)


def bleed_boxes(pdf: Path) -> list[tuple[int, int, int, int]]:
    """Return the bleed of every page in pixels from the top left, one pixel inside the edge."""
    scale = RESOLUTION / 72
    boxes = []
    with pikepdf.open(pdf) as file:
        for page in file.pages:
            media = [float(v) for v in page.mediabox]
            left, bottom, right, top = (float(v) for v in page.bleedbox)
            x, y = left - media[0], media[3] - top
            edges = (x, y, x + right - left, y + top - bottom)
            box = [round(v * scale) for v in edges]
            boxes.append((box[0] + 1, box[1] + 1, box[2] - 1, box[3] - 1))
    return boxes


def highest(folder: Path, boxes: list[tuple[int, int, int, int]]) -> tuple[float, int]:
    """Return the highest sum of inks in percent, and its page."""
    worst = (0.0, 0)
    for number, box in enumerate(boxes, start=1):
        plates = []
        for ink in INKS:
            with Image.open(folder / f"p{number:03d}({ink}).tif") as plate:
                plates.append(ImageOps.invert(plate.convert("L").crop(box)).tobytes())
        most = max(map(sum, zip(*plates, strict=True)))
        worst = max(worst, (most / 2.55, number))
    return worst


def main() -> int:
    """Measure every file named; return the exit code."""
    over = 0
    for name in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as folder:
            separate(Path(name), Path(folder))
            percent, page = highest(Path(folder), bleed_boxes(Path(name)))
        print(f"{Path(name).name}: at most {percent:.0f} % ink, on page {page}")
        over += percent > LIMIT
    return 1 if over else 0


if __name__ == "__main__":
    raise SystemExit(main())
