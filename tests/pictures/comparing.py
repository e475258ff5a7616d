"""How much two pictures of a page differ, and one HTML report of all that do."""

from __future__ import annotations

import base64
import fcntl
import io
from html import escape
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

ALLOWED = 0.001
"""Share of a page's pixels that may differ: other processors round edges of glyphs differently."""
_SEEN = 36
"""A channel that differs by more than this, of 255, once neighbouring pixels are evened out."""


def difference(expected: Image.Image, found: Image.Image) -> tuple[float, Image.Image]:
    """Return the share of pixels that visibly differ, and a mask of them."""
    soft = [one.convert("RGB").filter(ImageFilter.BoxBlur(1)) for one in (expected, found)]
    channels = ImageChops.difference(*soft).split()
    most = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    mask = most.point(lambda value: 255 if value > _SEEN else 0)
    return mask.histogram()[255] / (mask.width * mask.height), mask


class Report:
    """``index.html`` in a folder: for every page that differs expected, found, and where."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def forget(self, name: str) -> None:
        """Take a document off the report."""
        (self.folder / f"{name}.part").unlink(missing_ok=True)

    def add(self, name: str, pages: list[tuple[int, Image.Image, Image.Image, float]]) -> Path:
        """Put the pages of a document that differ on the report and return its file."""
        rows = "".join(self._row(*page) for page in pages)
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            part = f"<h2>{escape(name)}</h2><table>{rows}</table>"
            (self.folder / f"{name}.part").write_text(part, encoding="utf-8")
            parts = [p.read_text(encoding="utf-8") for p in sorted(self.folder.glob("*.part"))]
            index = self.folder / "index.html"
            index.write_text(_PAGE.format(body="".join(parts)), encoding="utf-8")
        return index

    def _row(self, number: int, expected: Image.Image, found: Image.Image, share: float) -> str:
        mask = difference(expected, found)[1]
        marked = Image.composite(Image.new("RGB", found.size, (220, 30, 30)), found, mask)
        cells = "".join(f"<td>{_embedded(one)}</td>" for one in (expected, found, marked))
        return f"<tr><th>{number}<br>{share:.2%}</th>{cells}</tr>"


def _embedded(picture: Image.Image) -> str:
    data = io.BytesIO()
    picture.save(data, "PNG")
    return f'<img src="data:image/png;base64,{base64.b64encode(data.getvalue()).decode()}">'


_PAGE = """<!doctype html><meta charset="utf-8"><title>Page pictures that differ</title>
<style>body{{font:14px sans-serif;margin:2em}}td,th{{padding:4px 8px;vertical-align:top}}
img{{border:1px solid #bbb}}</style>
<p>Expected, found, and what differs. If the change is meant: <code>make update-refs</code>.</p>
{body}"""
