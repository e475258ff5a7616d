"""Contact sheets of every example in every layout and trim size, drawn by pypdfium2.

Usage: matrix_sheet.py CASE.yaml… -o DIRECTORY [--layouts zhujin,moqing] [--sizes a5,square]

Writes one picture for each case, layout and size: spreads as a reader turns them, cover and back
cover alone. Without --layouts and --sizes it takes all there are.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageDraw, ImageFont

from casepress.build.model import BuildOptions, Product
from casepress.build.run import build
from casepress.diagnostics import ExitCode
from casepress.theme.load import list_layouts, load_theme

HEIGHT = 460
"""Pixels of a page on the sheet."""
ACROSS = 4
"""Spreads in a row."""
GAP, SPREAD_GAP, HEAD = 14, 22, 30
GROUND, WORDS = (120, 118, 114), (255, 255, 255)


def main() -> None:
    """Build, draw, arrange, save; fail if a build fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=Path, nargs="+")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--layouts", type=_words, default=None)
    parser.add_argument("--sizes", type=_words, default=None)
    parser.add_argument("--height", type=int, default=HEIGHT)
    arguments = parser.parse_args()
    arguments.output.mkdir(parents=True, exist_ok=True)
    for layout in arguments.layouts or [entry.name for entry in list_layouts()]:
        for size in arguments.sizes or load_theme(layout).page.sizes:
            for case in arguments.cases:
                pages = pages_of(case, layout, size, arguments.height)
                name = f"{case.stem}-{layout}-{size}"
                sheet(pages, f"{name}: {len(pages)} pages").save(arguments.output / f"{name}.png")
                print(f"{name}: {len(pages)} pages")


def _words(text: str) -> list[str]:
    return text.split(",")


def pages_of(case: Path, layout: str, size: str, height: int) -> list[Image.Image]:
    """Build a brochure and draw its pages *height* pixels high."""
    with tempfile.TemporaryDirectory() as temporary:
        options = BuildOptions(
            output=Path(temporary),
            products=(Product.BROCHURE,),
            layout=layout,
            overrides=(("page.trim", size),),
        )
        report = build(case, options)
        if report.exit_code is not ExitCode.OK:
            raise SystemExit(f"{case} does not build in {layout} at {size}")
        (output,) = report.outputs
        document = pdfium.PdfDocument(output.path)
        drawn = [page.render(scale=height / page.get_height()).to_pil() for page in document]
        document.close()
    return drawn


def sheet(pages: list[Image.Image], title: str) -> Image.Image:
    """Arrange pages in spreads: the first alone at the right, then pairs."""
    wide = max(page.width for page in pages)
    high = max(page.height for page in pages)
    spread = 2 * wide + SPREAD_GAP
    count = len(pages) // 2 + 1
    rows = -(-count // ACROSS)
    picture = Image.new(
        "RGB", (min(count, ACROSS) * spread + SPREAD_GAP, rows * (high + GAP) + HEAD + GAP), GROUND
    )
    pen = ImageDraw.Draw(picture)
    pen.text((SPREAD_GAP, 8), title, fill=WORDS, font=ImageFont.load_default(16))
    for number, page in enumerate(pages):
        place, right = divmod(number + 1, 2)
        x = SPREAD_GAP + place % ACROSS * spread + right * wide
        y = HEAD + place // ACROSS * (high + GAP)
        picture.paste(page, (x, y))
    return picture


if __name__ == "__main__":
    main()
