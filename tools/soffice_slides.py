"""Let LibreOffice open decks and print them to PDF: every slide must come out as a page.

Usage: soffice_slides.py DECK.pptx ... [--keep DIRECTORY]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2

from pptx import Presentation


def convert(deck: Path, directory: Path) -> Path:
    """Convert a deck with a profile of its own, so that a running LibreOffice is left alone."""
    profile = directory / "profile"
    command = [
        "soffice", f"-env:UserInstallation=file://{profile}", "--headless",
        "--convert-to", "pdf", "--outdir", str(directory), str(deck),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=300)
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
