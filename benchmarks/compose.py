"""How fast the composer is: characters per second on real text, and that cost grows linearly.

Run from the project: ``python benchmarks/compose.py [TEXT…]``. Without arguments the article of the
tests is set. Times are the best of several runs in one warm process; the first row includes opening
the font.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter

from casepress.fonts.library import FontLibrary
from casepress.typeset import alternatives, compose
from casepress.typeset.model import Paragraph, ParagraphStyle, Run, TextStyle

SIZE = 10.5
STYLE = TextStyle("serif", 400, SIZE, 18.0, "ink")
CORPUS = Path(__file__).parent.parent / "tests" / "typeset" / "corpus.txt"


def paragraphs(texts: list[str]) -> list[Paragraph]:
    """Return the texts as body paragraphs."""
    style = ParagraphStyle(indent_em=2)
    return [Paragraph((Run(text, STYLE),), style) for text in texts]


def seconds(job: object, runs: int = 7) -> float:
    """Return the shortest time a job took."""
    best = float("inf")
    for _ in range(runs):
        start = perf_counter()
        job()  # type: ignore[operator]
        best = min(best, perf_counter() - start)
    return best


def row(name: str, count: int, time: float) -> None:
    """Print one measurement."""
    print(f"{name:34} {count:8,} characters {time * 1000:9.1f} ms {count / time:11,.0f} per second")


def main() -> None:
    """Measure and print."""
    files = [Path(name) for name in sys.argv[1:]] or [CORPUS]
    texts = [t for f in files for t in f.read_text(encoding="utf-8").splitlines() if t.strip()]
    fonts = FontLibrary.bundled()
    source, total = paragraphs(texts), sum(map(len, texts))
    row("first run, fonts opened", total, seconds(lambda: set_all(source, 31, fonts), 1))
    for em in (31, 24, 18, 12):
        row(f"measure of {em} em", total, seconds(lambda em=em: set_all(source, em, fonts)))
    ways = seconds(lambda: [alternatives(p, 31 * SIZE, fonts) for p in source])
    row("with one line more or less", total, ways)
    text = "".join(texts) * (100_000 // total + 1)
    for count in (12_500, 25_000, 50_000, 100_000):
        (long,) = paragraphs([text[:count]])
        row("one paragraph", count, seconds(lambda p=long: compose(p, 31 * SIZE, fonts), 2))


def set_all(source: list[Paragraph], em: int, fonts: FontLibrary) -> None:
    """Compose every paragraph."""
    for paragraph in source:
        compose(paragraph, em * SIZE, fonts)


if __name__ == "__main__":
    main()
