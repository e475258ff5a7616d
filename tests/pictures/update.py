"""Keep the pages as they look now: ``make update-refs``; look at them before you commit."""

from __future__ import annotations

import sys

from PIL import Image
from tests.pictures.comparing import ALLOWED, difference
from tests.pictures.drawing import DOCUMENTS, REFERENCES, Document, cut, draw, sheet


def changed(document: Document, pages: list[Image.Image]) -> list[int]:
    """Return the numbers of pages that no longer look like the reference."""
    if not document.reference.exists():
        return list(range(1, len(pages) + 1))
    whole = Image.open(document.reference)
    if whole.size != sheet(pages, document.product).size:
        return list(range(1, len(pages) + 1))
    old = cut(whole, pages[0].size, len(pages), document.product)
    return [n for n, (a, b) in enumerate(zip(old, pages, strict=True), 1)
            if difference(a, b)[0] > ALLOWED]  # fmt: skip


def main() -> int:
    """Write the references that changed, drop those of documents that are gone."""
    for path in REFERENCES.glob("*.png"):
        if path.stem not in {document.name for document in DOCUMENTS}:
            path.unlink()
            print(f"{path.name}: gone")
    for document in DOCUMENTS:
        pages = draw(document)
        numbers = changed(document, pages)
        if numbers:
            document.reference.parent.mkdir(parents=True, exist_ok=True)
            sheet(pages, document.product).save(document.reference, optimize=True)
            print(f"{document.name}: pages {', '.join(map(str, numbers))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
