"""The slides as a first try with python-pptx has them: its default template, bullets.

Usage: naive_pptx.py FOLDER

Reads slides.md; titles, bullets and notes, no charts and no layout of one's own.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from pptx import Presentation

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    deck = Presentation()
    for part in (folder / "slides.md").read_text(encoding="utf-8").split("\n## ")[1:]:
        shown, _, notes = part.partition("::: notes")
        title, *lines = shown.splitlines()
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = title
        frame = slide.placeholders[1].text_frame
        frame.text = "\n".join(re.sub(r"^[-|] ", "", line) for line in lines if line)
        slide.notes_slide.notes_text_frame.text = notes.strip(":\n")
    deck.save(str(folder / "naive.pptx"))
