"""Compare our line counts with LibreOffice's on every frame of the decks of some cases.

Usage: soffice_lines.py CASE.yaml ... [--layout NAME]

The planner promises that what it calls fitting fits: in every text frame, table cell and box of a
diagram the viewer makes as many lines as were counted. At least 99 in 100 must be equal, and none
may have more lines than its frame holds.
"""

from __future__ import annotations

import argparse
import ctypes
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from soffice_slides import convert

from casepress.case.load import load_case
from casepress.deck import plan_deck
from casepress.deck.fit.fitter import Fitter
from casepress.deck.fit.frames import FrameFit
from casepress.deck.model import Deck, Slide, TableFill, TextFill, TextParagraph, TextRun
from casepress.deck.show.filling import row_heights_in
from casepress.fonts.library import FontLibrary
from casepress.pptx.write import write_deck
from casepress.theme.deck import Box
from casepress.theme.load import load_theme
from casepress.units import POINTS_PER_INCH

EQUAL = 0.99
_SAME_LINE_PT = 5.0
_SOURCE = 40


@dataclass(frozen=True, slots=True)
class Frame:
    """Where words stand on a slide, in points, and the lines we counted."""

    name: str
    box: Box
    fit: FrameFit
    words: str


def frames(slide: Slide, fitter: Fitter) -> Iterator[Frame]:
    """Yield everything on a slide that holds words."""
    places = {place.idx: place for place in fitter.tokens.placeholders(slide.layout)}
    fills = list(slide.fills)
    if not any(fill.idx == 0 for fill in fills):
        fills.append(_fill(0, slide.title))
    if slide.source and _SOURCE in places:
        fills.append(_fill(_SOURCE, slide.source))
    for fill in fills:
        if isinstance(fill, TextFill):
            words = _words(fill.paragraphs)
            yield Frame(str(fill.idx), places[fill.idx].box, fitter.fill(slide.layout, fill), words)
        elif isinstance(fill, TableFill):
            yield from _cells(slide.layout, fill, places[fill.idx].box, fitter)
    for diagram in slide.diagrams:
        for node in diagram.nodes:
            if node.paragraphs:
                yield Frame(node.key, node.box, fitter.node(node), _words(node.paragraphs))


def _cells(layout: str, table: TableFill, box: Box, fitter: Fitter) -> Iterator[Frame]:
    levels = fitter.area(layout, table.idx).levels
    y = box[1]
    for n, (row, height) in enumerate(zip(table.rows, row_heights_in(table, box[3]), strict=True)):
        level = levels[1] if table.header and n == 0 and len(levels) > 1 else levels[0]
        x = box[0]
        for m, (cell, width) in enumerate(zip(row, table.widths_in, strict=True)):
            words = _words(cell.paragraphs)
            if words.strip():
                fit = fitter.cell(cell, width, table.style, level.size)
                fit = FrameFit(fit.ratio / height, fit.lines)
                yield Frame(f"{table.idx}[{n}][{m}]", (x, y, width, height), fit, words)
            x += width
        y += height


def _fill(idx: int, words: str) -> TextFill:
    return TextFill(idx, (TextParagraph((TextRun(words),)),))


def _words(paragraphs: Sequence[TextParagraph]) -> str:
    return "".join(run.text for paragraph in paragraphs for run in paragraph.runs)


def origins(page: pypdfium2.PdfPage) -> list[tuple[float, float]]:
    """Return the origin of every visible character in points, y downwards."""
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    found = []
    for index in range(text.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(text.raw, index))
        if not char.isspace() and not pdfium.FPDFText_IsGenerated(text.raw, index):
            pdfium.FPDFText_GetCharOrigin(text.raw, index, x, y)
            found.append((x.value, page.get_height() - y.value))
    return found


def lines_in(places: Sequence[tuple[float, float]], box: Box) -> int:
    """Count the baselines inside a box."""
    left, top, width, height = (side * POINTS_PER_INCH for side in box)
    inside = sorted(
        y for x, y in places
        if left - 3 <= x < left + width - 1 and top - 1 <= y <= top + height + 4
    )  # fmt: skip
    count, last = 0, -_SAME_LINE_PT
    for y in inside:
        if y - last > _SAME_LINE_PT:
            count, last = count + 1, y
    return count


def compare(name: str, deck: Deck, fitter: Fitter, pdf: Path) -> tuple[int, int, int]:
    """Return how many frames were compared, how many equal, how many overflow unforeseen."""
    document = pypdfium2.PdfDocument(pdf)
    total = equal = over = 0
    for number, (slide, page) in enumerate(zip(deck.slides, document, strict=True), 1):
        places = origins(page)
        for frame in frames(slide, fitter):
            seen, counted = lines_in(places, frame.box), len(frame.fit.lines)
            total, equal = total + 1, equal + (seen == counted)
            if seen != counted:
                worse = counted and frame.fit.ratio * seen / counted > 1
                over += bool(worse)
                said = f"{counted} lines counted, {seen} seen{', TOO MANY' if worse else ''}"
                print(f"{name} slide {number} {frame.name}: {said}: {frame.words[:40]!r}")
    document.close()
    return total, equal, over


def main() -> int:
    """Plan, write, convert and compare every case."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="+", type=Path)
    parser.add_argument("--layout", default="zhujin")
    arguments = parser.parse_args()
    theme, fonts = load_theme(arguments.layout), FontLibrary.bundled()
    fitter = Fitter(theme.deck, fonts)
    totals = [0, 0, 0]
    with tempfile.TemporaryDirectory() as temporary:
        for path in arguments.cases:
            deck = plan_deck(load_case(path).case, theme, fonts, base_dir=path.parent)
            file = Path(temporary) / f"{path.stem}.pptx"
            with file.open("wb") as out:
                write_deck(deck, theme, out)
            found = compare(path.stem, deck, fitter, convert(file, Path(temporary)))
            totals = [a + b for a, b in zip(totals, found, strict=True)]
    total, equal, over = totals
    print(f"{arguments.layout}: {equal} of {total} frames equal, {over} overflow unforeseen")
    return int(total == 0 or equal < EQUAL * total or over > 0)


if __name__ == "__main__":
    sys.exit(main())
