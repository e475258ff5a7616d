"""Make the pictures of the README from a fresh build: pages and slides, or all layouts.

Usage: showcase.py CASE.yaml PICTURE.png [--pages 1,8,11] [--slides 1,8,18]
       showcase.py CASE.yaml PICTURE.png --layouts zhujin,moqing,plain,gongwen

With ``--layouts`` each layout is a column: cover, a page with a chart, cover slide, chart slide.

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
CHART_PAGES = {"gongwen": 9}
"""Where the real case has its first chart; on page 11 in the layouts with page types."""


def main() -> None:
    """Build, draw, arrange, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case", type=Path)
    parser.add_argument("picture", type=Path)
    parser.add_argument("--pages", default="1,8,11")
    parser.add_argument("--slides", default="1,8,18")
    parser.add_argument("--layouts", default="")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        directory = Path(temporary)
        if arguments.layouts:
            columns = [
                column(arguments.case, layout, directory / layout)
                for layout in arguments.layouts.split(",")
            ]
            picture = arrange(*(list(row) for row in zip(*columns, strict=True)))
        else:
            pages, slides = numbers(arguments.pages), numbers(arguments.slides)
            picture = arrange(*drawn(arguments.case, "zhujin", pages, slides, directory))
    arguments.picture.parent.mkdir(parents=True, exist_ok=True)
    picture.save(arguments.picture, optimize=True)
    print(f"{arguments.picture}: {picture.width}×{picture.height}, "
          f"{arguments.picture.stat().st_size // 1000} KB")  # fmt: skip


def drawn(
    case: Path, layout: str, pages: list[int], slides: list[int], directory: Path
) -> tuple[list[Image.Image], list[Image.Image]]:
    """Build a case in a layout and draw some of its pages and slides."""
    command = [sys.executable, "-m", "casepress", "build", str(case), "--layout", layout, "-q"]
    subprocess.run([*command, "-o", str(directory)], check=True)
    brochure = directory / f"{case.stem}-brochure.pdf"
    deck = convert(directory / f"{case.stem}-deck.pptx", directory)
    return [draw(brochure, n, directory) for n in pages], [draw(deck, n, directory) for n in slides]


def column(case: Path, layout: str, directory: Path) -> list[Image.Image]:
    """Draw a layout: its first page, the page with the first chart, the same of the slides."""
    directory.mkdir()
    pages, slides = drawn(case, layout, [1, CHART_PAGES.get(layout, 11)], [1, 18], directory)
    return [*pages, *slides]


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
    height = 2 * MARGIN + GAP * (len(rows) - 1) + sum(_height(row) for row in canvas_rows)
    canvas = Image.new("RGB", (WIDTH, height), GROUND)
    y = MARGIN
    for row in canvas_rows:
        x = MARGIN
        for image in row:
            frame = (x - 1, y - 1, x + image.width + 1, y + image.height + 1)
            canvas.paste(EDGE, frame)
            canvas.paste(image, (x, y))
            x += image.width + GAP
        y += _height(row) + GAP
    return canvas


def _height(row: list[Image.Image]) -> int:
    return max(image.height for image in row)


if __name__ == "__main__":
    main()
