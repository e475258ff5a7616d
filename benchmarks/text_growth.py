"""Growth with the text: the case with all its practices and paragraphs 1, 2, 4, 8, 16 times."""

from __future__ import annotations

import re
from pathlib import Path

import yaml
from cold import PROGRAM
from measure import run, table


def grown(case: Path, folder: Path, times: int) -> Path:
    """Write the case with *times* as much text in the same number of parts.

    Paragraphs follow each other as they would in a longer article; the words on slides stay.
    """
    data = yaml.load(case.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    for section in ("summary", "background"):
        data[section]["text"] = _repeated(data[section]["text"], times)
    for practice in data["practices"]:
        for measure in practice["measures"]:
            measure["text"] = _repeated(measure["text"], times)
    for section in ("results", "lessons"):
        for item in data[section]["items"]:
            item["text"] = _repeated(item["text"], times)
    data["figures"] = []
    path = folder / f"text{times}.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def _repeated(text: str, times: int) -> str:
    return "\n\n".join([re.sub(r"\n+$", "", text)] * times)


def growth_in_text(case: Path, folder: Path, times: tuple[int, ...] = (1, 2, 4, 8, 16)) -> str:
    """Return time and memory over the length of the text, product by product."""
    rows = []
    folder.mkdir(parents=True, exist_ok=True)
    for one in times:
        path = grown(case, folder, one)
        size = len(path.read_text(encoding="utf-8"))
        build = [PROGRAM, "build", str(path), "--force", "-o", str(folder / "out"), "--only"]
        brochure, deck = (
            min((run([*build, product]) for _ in range(3)), key=lambda done: done.cpu)
            for product in ("brochure", "deck")
        )
        rows.append([f"{one}×", f"{size:,}", f"{brochure.cpu * 1000:.0f}",
                     f"{brochure.peak:.0f}", f"{deck.cpu * 1000:.0f}",
                     f"{deck.peak:.0f}"])  # fmt: skip
    head = ["text", "characters", "brochure, processor ms", "peak MB", "deck, processor ms",
            "peak MB"]  # fmt: skip
    return table(head, rows)
