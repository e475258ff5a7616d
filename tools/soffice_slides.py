"""Let LibreOffice open decks and print them to PDF: every slide must come out as a page.

Usage: soffice_slides.py DECK.pptx ... [--keep DIRECTORY]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
import uharfbuzz as hb
from pptx import Presentation

SANS = Path(__file__).resolve().parent.parent / "fonts" / "NotoSansSC-VF.ttf"
STOOD_IN = ("Microsoft YaHei", "微软雅黑", "Arial")
FONT_CONFIG = """<?xml version="1.0"?>
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>{fonts}</dir>
  {aliases}
</fontconfig>
"""
ALIAS = """<match><test name="family"><string>{name}</string></test>
  <edit name="family" mode="assign" binding="same"><string>Noto Sans SC</string></edit></match>"""


def stand_ins(directory: Path) -> Path:
    """Make static Regular and Bold of the bundled sans: LibreOffice sets variable fonts thin."""
    folder = directory / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    face = hb.Face(hb.Blob.from_file_path(str(SANS)))
    for weight in (400, 700):
        path = folder / f"NotoSansSC-{weight}.ttf"
        if not path.exists():
            wanted = hb.SubsetInput()
            wanted.keep_everything()
            wanted.pin_axis_location(face, "wght", weight)
            path.write_bytes(hb.subset(face, wanted).blob.data)
    return folder


def convert(deck: Path, directory: Path) -> Path:
    """Convert a deck with a profile of its own, so that a running LibreOffice is left alone.

    Where the viewer's font (Microsoft YaHei) is absent the bundled sans stands in for it: without a
    Chinese font every slide would be boxes, with a Latin one the figures would be too wide. It also
    stands in for Arial, the font of the bullets: some substitutes raise them above the line.
    """
    profile = directory / "profile"
    config = directory / "fonts.conf"
    aliases = "\n  ".join(ALIAS.format(name=name) for name in STOOD_IN)
    config.write_text(
        FONT_CONFIG.format(fonts=stand_ins(directory), aliases=aliases), encoding="utf-8"
    )
    command = [
        "soffice", f"-env:UserInstallation=file://{profile}", "--headless",
        "--convert-to", "pdf", "--outdir", str(directory), str(deck),
    ]  # fmt: skip
    environment = {**os.environ, "FONTCONFIG_FILE": str(config)}
    subprocess.run(command, check=True, capture_output=True, timeout=300, env=environment)
    return directory / f"{deck.stem}.pdf"


def main() -> int:
    """Convert every deck and compare slides with pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("decks", nargs="+", type=Path)
    parser.add_argument("--keep", type=Path, help="directory for the PDF files")
    arguments = parser.parse_args()
    failed = False
    with tempfile.TemporaryDirectory() as temporary:
        directory = arguments.keep or Path(temporary)
        for deck in arguments.decks:
            slides = len(Presentation(str(deck)).slides)
            document = pypdfium2.PdfDocument(convert(deck, directory.resolve()))
            pages = len(document)
            document.close()
            print(f"{deck.name}: {slides} slides, {pages} pages")
            failed |= slides != pages
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
