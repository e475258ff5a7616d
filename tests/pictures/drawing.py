"""Every page and slide of every example in every layout, drawn small: what the references hold.

A document is one sheet: its pages in rows, in the order of the document. Pages are drawn from the
screen PDF; slides from the same slide model the .pptx is written from.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image
from tests.conftest import ROOT

from casepress.build.model import BuildOptions, Product
from casepress.display import DisplayList
from casepress.pdf.targets import SCREEN
from casepress.pdf.write import write_pdf
from casepress.serve.material import read_material

REFERENCES = Path(__file__).parent / "references"
EXAMPLES = ("wuhou", "sample", "album", "minimal")
LAYOUTS = ("zhujin", "moqing", "plain", "gongwen")
PRODUCTS = ("brochure", "deck")
PAGE_WIDTH_PX = {"brochure": 168, "deck": 224}
COLUMNS = {"brochure": 8, "deck": 6}
_COLOURS = 256
_GUTTER_PX = 4
_GUTTER = (128, 128, 128)


@dataclass(frozen=True, order=True)
class Document:
    """One product of one example in one layout."""

    example: str
    layout: str
    product: str

    @property
    def name(self) -> str:
        return f"{self.example}-{self.layout}-{self.product}"

    @property
    def reference(self) -> Path:
        return REFERENCES / f"{self.name}.png"


DOCUMENTS = (
    *(Document(e, x, p) for e in EXAMPLES for x in LAYOUTS for p in PRODUCTS),
    *(Document("collection", "zhujin", product) for product in PRODUCTS),
)


def display(document: Document) -> DisplayList:
    """Plan a document's pages."""
    options = BuildOptions((Product.BROCHURE, Product.DECK), layout=document.layout)
    material = read_material(ROOT / "content" / f"{document.example}.yaml", options)
    return dict(material.plans)[document.product]()


def draw(document: Document) -> list[Image.Image]:
    """Draw every page of a document, small."""
    data = io.BytesIO()
    write_pdf(display(document), SCREEN, data)
    pdf = pypdfium2.PdfDocument(data.getvalue())
    width = PAGE_WIDTH_PX[document.product]
    try:
        return [page.render(scale=width / page.get_width()).to_pil() for page in pdf]
    finally:
        pdf.close()


def sheet(pages: list[Image.Image], product: str) -> Image.Image:
    """Put the pages of a document on one sheet of few colours."""
    columns = min(COLUMNS[product], len(pages))
    wide = max(page.width for page in pages) + _GUTTER_PX
    high = max(page.height for page in pages) + _GUTTER_PX
    rows = -(-len(pages) // columns)
    made = Image.new("RGB", (columns * wide, rows * high), _GUTTER)
    for n, page in enumerate(pages):
        made.paste(page, (n % columns * wide, n // columns * high))
    return made.quantize(_COLOURS, dither=Image.Dither.NONE)


def cut(whole: Image.Image, size: tuple[int, int], count: int, product: str) -> list[Image.Image]:
    """Take *count* pages of *size* off a sheet; fewer where the sheet has no room for them."""
    wide, high = size[0] + _GUTTER_PX, size[1] + _GUTTER_PX
    columns = max(1, whole.width // wide)
    rows = whole.height // high
    places = [(n % columns * wide, n // columns * high) for n in range(min(count, rows * columns))]
    return [whole.crop((x, y, x + size[0], y + size[1])).convert("RGB") for x, y in places]
