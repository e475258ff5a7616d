"""The typographic gate: measure the body text of finished PDFs and fail on any fault.

Usage: typo_gate.py FILE.pdf ...

It reads only where pdfium says the glyphs stand, so it knows nothing of the program that placed
them. The body is the size most Han characters are set in; the frame of each page is where its
wide lines begin and end. Rules: GB/T 15834-2011 5.1 (places of marks), clreq 3.1 (line breaks,
compression of adjacent marks, line ends), and the baseline grid.
"""

from __future__ import annotations

import ctypes
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

OPENING = set("“‘（《〈「『【〔")
CLOSING = set("”’）》〉」』】〕")
PAUSING = set("，。、；：？！")
MARKS = OPENING | CLOSING | PAUSING
NOT_FIRST = CLOSING | PAUSING | set("·%％‰℃～–") | set(",.;:!?)]}")
NOT_LAST = OPENING | set("([{")
LOOSEST_EM = 0.06
LOOSEST_BESIDE_WORD_EM = 0.08
LONG_WORD = 12
"""A line that holds a Latin word this long, an address say, can't be as even as one of Han."""
FLUSH_EM = 0.08
PAIR_EM = 0.8
GRID_PT = 0.06


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character with its origin in points (y downwards from the top of the page) and advance.

    Characters under one ActualText share an origin: where each stands is then not known.
    """

    char: str
    x: float
    y: float
    size: float
    advance: float
    placed: bool = True


@dataclass(slots=True)
class Line:
    """Glyphs on one baseline inside the frame; offsets in em from the frame's edges."""

    page: int
    glyphs: list[Glyph]
    left: float = 0.0
    right: float = 0.0

    @property
    def text(self) -> str:
        """Return the characters of the line."""
        return "".join(glyph.char for glyph in self.glyphs)


@dataclass
class Findings:
    """What was counted, and a few words about each fault."""

    lines: int = 0
    full_lines: int = 0
    loosest: float = 0.0
    faults: list[str] = field(default_factory=list)

    def fault(self, kind: str, line: Line) -> None:
        """Note a fault with its page and the ends of its line."""
        self.faults.append(f"{kind}: p{line.page + 1} {line.text[:8]}…{line.text[-8:]}")


def is_han(char: str) -> bool:
    """Tell whether a character is a Han character."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or char in "〇々"


def glyphs(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    """Yield what stands on a page, in the order of the text."""
    found = list(_characters(page))
    shared = Counter((glyph.x, glyph.y) for glyph in found)
    for glyph in found:
        yield replace(glyph, placed=shared[glyph.x, glyph.y] == 1)


def _characters(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    text = page.get_textpage()
    height = page.get_height()
    x, y = ctypes.c_double(), ctypes.c_double()
    box = pdfium.FS_RECTF()
    for index in range(text.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(text.raw, index))
        blank = char.isspace() and char != "\u3000"
        if (
            blank
            or not (char.isprintable() or char == "\u3000")
            or pdfium.FPDFText_IsGenerated(text.raw, index)
        ):
            continue
        pdfium.FPDFText_GetCharOrigin(text.raw, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(text.raw, index, box)
        size = round(pdfium.FPDFText_GetFontSize(text.raw, index), 2)
        yield Glyph(char, x.value, height - y.value, size, box.right - box.left)


def body_lines(pages: list[list[Glyph]]) -> tuple[float, list[list[Line]]]:
    """Return the body size and the lines of the frame of each page, from top to bottom."""
    sizes = Counter(glyph.size for page in pages for glyph in page if is_han(glyph.char))
    body = sizes.most_common(1)[0][0]
    segments = [
        list(_segments([g for g in page if abs(g.size - body) < 0.05], number, body))
        for number, page in enumerate(pages)
    ]
    widths = Counter(round(_width(s)) for page in segments for s in page if _width(s) > 20 * body)
    measure = max((w for w in widths if widths[w] + widths[w - 1] > 1), default=0)
    if not measure:
        return body, []  # too little text to tell the frame
    return body, [
        _in_frame(page, lines, measure, body) for page, lines in zip(pages, segments, strict=True)
    ]


def _in_frame(page: list[Glyph], segments: list[Line], measure: float, body: float) -> list[Line]:
    """Return the lines of a page's frame whole, with glyphs of other sizes that stand in them."""
    full = [s for s in segments if abs(_width(s) - measure) < 1]
    if not full:
        return []
    left = Counter(round(_ink_left(s.glyphs[0]), 1) for s in full).most_common(1)[0][0]
    right = left + measure
    baselines = {
        s.glyphs[0].y for s in segments
        if -0.2 * body < _ink_left(s.glyphs[0]) - left < 4.2 * body
        and _ink_right(s.glyphs[-1]) < right + 0.6 * body
    }  # fmt: skip
    lines = []
    for y in sorted(baselines):
        row = [
            g for g in page
            if abs(g.y - y) < 0.05 and left - 0.6 * body < g.x < right + 0.6 * body
        ]  # fmt: skip
        row.sort(key=lambda glyph: glyph.x)
        if any(b.x - a.x - a.advance > 1.5 * body for a, b in pairwise(row) if a.placed):
            continue  # columns of a table
        if 2 * sum(abs(g.size - body) < 0.05 for g in row) < len(row):
            continue  # a heading with a numeral of body size before it
        line = Line(segments[0].page, row)
        line.left = (_ink_left(row[0]) - left) / body
        line.right = (right - _ink_right(row[-1])) / body
        lines.append(line)
    return lines


def _segments(page: list[Glyph], number: int, body: float) -> Iterator[Line]:
    """Gather glyphs of one baseline, cut at gaps no text has."""
    rows: dict[float, list[Glyph]] = {}
    for glyph in page:
        rows.setdefault(round(glyph.y, 1), []).append(glyph)
    for _, row in sorted(rows.items()):
        row.sort(key=lambda glyph: glyph.x)
        current = [row[0]]
        for before, glyph in pairwise(row):
            if glyph.x - before.x - before.advance > 1.2 * body:
                yield Line(number, current)
                current = []
            current.append(glyph)
        yield Line(number, current)


def _width(line: Line) -> float:
    return _ink_right(line.glyphs[-1]) - _ink_left(line.glyphs[0])


def _ink_left(glyph: Glyph) -> float:
    """Return where a glyph begins; an opening mark at a line start has no blank before it."""
    return glyph.x + (glyph.size / 2 if glyph.char in OPENING else 0.0)


def _ink_right(glyph: Glyph) -> float:
    """Return where a glyph ends; a mark at a line end is half an em wide (clreq 3.1.6.1)."""
    half = glyph.char in CLOSING | PAUSING
    return glyph.x + (glyph.size / 2 if half else glyph.advance)


def paragraphs(lines: list[Line], leading: float) -> Iterator[list[Line]]:
    """Group lines: a paragraph begins with an indent, or after a short line or a gap."""
    current: list[Line] = []
    for line in lines:
        if current:
            gap = line.glyphs[0].y - current[-1].glyphs[0].y
            if line.left > 1.5 or current[-1].right > 1.2 or gap > 1.4 * leading:
                yield current
                current = []
        current.append(line)
    if current:
        yield current


def _leading(pages: list[list[Line]]) -> float:
    """Return the most common distance of baselines in a document."""
    gaps = Counter(
        round(b.glyphs[0].y - a.glyphs[0].y, 2) for page in pages for a, b in pairwise(page)
    )
    return gaps.most_common(1)[0][0] if gaps else 0.0


def examine(path: Path) -> Findings:
    """Measure one file."""
    document = pypdfium2.PdfDocument(path)
    pages = [list(glyphs(page)) for page in document]
    document.close()
    body, by_page = body_lines(pages)
    leading = _leading(by_page)
    findings = Findings()
    for lines in by_page:
        for paragraph in paragraphs(lines, leading):
            _examine_paragraph(paragraph, body, findings)
        _examine_grid(lines, leading, findings)
    odd = [g.char for page in pages for g in page if "\u2e80" <= g.char <= "\u2fdf"]
    findings.faults += [f"Kangxi radical: U+{ord(char):04X}" for char in odd]
    return findings


def _examine_paragraph(lines: list[Line], body: float, findings: Findings) -> None:
    """Check the lines of one paragraph and the breaks between them."""
    findings.lines += len(lines)
    for line in lines:
        if line.text[0] in NOT_FIRST:
            findings.fault("prohibited line start", line)
        if line.text[-1] in NOT_LAST and line is not lines[-1]:
            findings.fault("prohibited line end", line)
        _examine_spacing(line, body, findings)
    for line, after in pairwise(lines):
        findings.full_lines += 1
        if line.glyphs[-1].placed and abs(line.right) > FLUSH_EM:
            findings.fault(f"not flush by {line.right:.2f} em", line)
        last, first = line.text[-1], after.text[0]
        if last == first and last in "—…":
            findings.fault("broken dash or ellipsis", line)
        if last.isdigit() and (first.isdigit() or first in "%％‰℃"):
            findings.fault("split number", line)
        if last.isascii() and first.isascii() and last.isalpha() and first.isalpha():
            findings.fault("split word", line)
    if len(lines) > 1 and sum(char not in MARKS for char in lines[-1].text) < 2:
        findings.fault("one-character last line", lines[-1])


def _examine_spacing(line: Line, body: float, findings: Findings) -> None:
    """Check what stands between two Han characters and between two adjacent marks."""
    long_word = re.search(rf"[!-~]{{{LONG_WORD},}}", line.text)
    limit = LOOSEST_BESIDE_WORD_EM if long_word else LOOSEST_EM
    for place, (one, two) in enumerate(pairwise(line.glyphs)):
        if place == 1 and one.char == "是":
            continue  # 一是, 二是: set off as the label of a list item
        pitch = (two.x - one.x) / body if one.placed and two.placed else 0.0
        if is_han(one.char) and is_han(two.char):
            findings.loosest = max(findings.loosest, pitch - 1)
            if pitch - 1 > limit:
                findings.fault(f"loose by {pitch - 1:.3f} em", line)
        closing_first = one.char in CLOSING | PAUSING and two.char in MARKS
        if (closing_first or {one.char, two.char} <= OPENING) and pitch > PAIR_EM:
            findings.fault(f"uncompressed pair {one.char}{two.char}", line)


def _examine_grid(lines: list[Line], leading: float, findings: Findings) -> None:
    """Check that all baselines of a page stand on one grid."""
    if not lines or not leading:
        return
    start = lines[0].glyphs[0].y
    for line in lines:
        steps = (line.glyphs[0].y - start) / leading
        if abs(steps - round(steps)) * leading > GRID_PT:
            findings.fault("off the baseline grid", line)


def main() -> int:
    """Examine every file named and print one line each, then the faults."""
    faults = justified = 0
    for name in sys.argv[1:]:
        findings = examine(Path(name))
        print(
            f"{Path(name).name}: {findings.lines} body lines, {findings.full_lines} justified, "
            f"loosest {findings.loosest:.3f} em, {len(findings.faults)} faults"
        )
        for fault in findings.faults:
            print(f"  {fault}")
        faults += len(findings.faults)
        justified += findings.full_lines
    if not justified:
        print("no justified line was found: nothing was measured")
    return int(faults > 0 or not justified)


if __name__ == "__main__":
    sys.exit(main())
