"""What the peers get to set: the text of the case as JSON, its slides as Markdown for pandoc.

Usage: material.py CASE FOLDER      writes case.json and slides.md
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from casepress.case.load import load_case
from casepress.deck import plan_deck
from casepress.deck.model import ChartFill, Deck, Slide, TableFill, TextFill
from casepress.fonts import FontLibrary
from casepress.theme.load import load_theme


def write(case: Path, folder: Path) -> None:
    """Write both files."""
    loaded = load_case(case).case
    deck = plan_deck(loaded, load_theme("zhujin"), FontLibrary.bundled(), base_dir=case.parent)
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(loaded.model_dump(mode="json"), ensure_ascii=False)
    (folder / "case.json").write_text(text, encoding="utf-8")
    (folder / "slides.md").write_text(slides(deck), encoding="utf-8")


def slides(deck: Deck) -> str:
    """Return every slide's words: a heading, its paragraphs, tables, and the speaker's notes."""
    head = f"% {deck.title}\n% {deck.author}\n% {deck.date}\n\n"
    return head + "\n".join(_slide(slide) for slide in deck.slides)


def _slide(slide: Slide) -> str:
    words = [p for one in slide.fills if isinstance(one, TextFill) for p in _words(one)]
    lines = [f"## {words[0] if words else slide.key}", ""]
    lines += [f"- {word}" for word in words[1:]]
    for one in slide.fills:
        if isinstance(one, TableFill):
            lines += ["", *_table([[_plain(cell) for cell in row] for row in one.rows])]
        if isinstance(one, ChartFill):
            head = ["", *(series.name for series in one.series)]
            rows = [
                [name, *(f"{series.values[n]:g}" for series in one.series)]
                for n, name in enumerate(one.categories)
            ]
            lines += ["", *_table([head, *rows])]
    if slide.notes:
        lines += ["", "::: notes", "", *("\n".join((note, "")) for note in slide.notes), ":::"]
    return "\n".join(lines) + "\n"


def _words(fill: TextFill) -> list[str]:
    return [_plain(paragraph) for paragraph in fill.paragraphs if _plain(paragraph)]


def _plain(thing: object) -> str:
    """Return the words of a paragraph or a cell on one line."""
    if isinstance(thing, str):
        return " ".join(thing.split())
    if isinstance(thing, tuple | list):
        return "".join(_plain(part) for part in thing)
    for name in ("paragraphs", "runs", "text"):
        inner = getattr(thing, name, None)
        if inner is not None:
            return _plain(inner)
    return ""


def _table(rows: list[list[str]]) -> list[str]:
    wide = max(len(row) for row in rows)
    full = [[*row, *[""] * (wide - len(row))] for row in rows]
    body = ["| " + " | ".join(cell.replace("|", "") or " " for cell in row) + " |" for row in full]
    return [body[0], "|" + "---|" * wide, *body[1:], ""]


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]))
