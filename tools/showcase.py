"""Make the picture of the README: three pages and three slides, drawn from a fresh build.

Usage: showcase.py CASE.yaml PICTURE.png [--pages 1,8,11] [--slides 1,8,18]

Needs poppler (pdftoppm) and LibreOffice (soffice).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from soffice_slides import convert

WIDTH = 1600
MARGIN = 40
GAP = 28
GROUND = (233, 231, 227)
EDGE = (203, 199, 192)


def main() -> None:
    """Build, draw, arrange, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case", type=Path)
    parser.add_argument("picture", type=Path)
    parser.add_argument("--pages", default="1,8,11")
    parser.add_argument("--slides", default="1,8,18")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        directory = Path(temporary)
        subprocess.run(
            [sys.executable, "-m", "casepress", "build", arguments.case, "-q", "-o", directory],
            check=True,
        )
        stem = directory / arguments.case.stem
        deck = convert(Path(f"{stem}-deck.pptx"), directory)
        pages = [draw(Path(f"{stem}-brochure.pdf"), n, directory) for n in numbers(arguments.pages)]
        slides = [draw(deck, n, directory) for n in numbers(arguments.slides)]
        picture = arrange(pages, slides)
    arguments.picture.parent.mkdir(parents=True, exist_ok=True)
    picture.save(arguments.picture, optimize=True)
    print(f"{arguments.picture}: {picture.width}×{picture.height}, "
          f"{arguments.picture.stat().st_size // 1000} KB")  # fmt: skip


def numbers(text: str) -> list[int]:
    """Read a list of page numbers."""
    return [int(word) for word in text.split(",")]


def draw(pdf: Path, page: int, directory: Path) -> Image.Image:
    """Draw one page at three times the size it will have, for a smooth reduction."""
    out = directory / f"{pdf.stem}-{page}"
    one = ["-f", f"{page}", "-l", f"{page}", "-singlefile"]
    subprocess.run(["pdftoppm", "-png", "-r", "200", *one, pdf, out], check=True)
    with Image.open(f"{out}.png") as image:
        return image.convert("RGB")


def arrange(*rows: list[Image.Image]) -> Image.Image:
    """Set rows of pictures on a grey ground, each row as wide as the canvas allows."""
    canvas_rows = []
    for row in rows:
        width = (WIDTH - 2 * MARGIN - (len(row) - 1) * GAP) // len(row)
        canvas_rows.append(
            [im.resize((width, round(width * im.height / im.width)), Image.Resampling.LANCZOS)
             for im in row]
        )  # fmt: skip
    height = 2 * MARGIN + GAP * (len(rows) - 1) + sum(row[0].height for row in canvas_rows)
    canvas = Image.new("RGB", (WIDTH, height), GROUND)
    y = MARGIN
    for row in canvas_rows:
        x = MARGIN
        for image in row:
            frame = (x - 1, y - 1, x + image.width + 1, y + image.height + 1)
            canvas.paste(EDGE, frame)
            canvas.paste(image, (x, y))
            x += image.width + GAP
        y += row[0].height + GAP
    return canvas


if __name__ == "__main__":
    main()
