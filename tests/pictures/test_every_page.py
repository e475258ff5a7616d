"""Every page and slide of every example in every layout looks as it did when it was last seen.

A change that is meant is looked at in ``out/pictures/index.html`` and kept by ``make update-refs``.
"""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw
from tests.conftest import ROOT
from tests.pictures.comparing import ALLOWED, Report, difference
from tests.pictures.drawing import DOCUMENTS, REFERENCES, Document, cut, draw, sheet

REPORT = Report(ROOT / "out" / "pictures")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: one.name)
def test_every_page_looks_as_it_was_last_seen(document: Document) -> None:
    found = draw(document)
    whole = Image.open(document.reference)
    blank = Image.new("RGB", found[0].size, "white")
    expected = cut(whole, found[0].size, len(found), document.product)
    expected += [blank] * (len(found) - len(expected))
    shares = [difference(a, b)[0] for a, b in zip(expected, found, strict=True)]
    differing = [
        (n, a, b, share)
        for n, (a, b, share) in enumerate(zip(expected, found, shares, strict=True), 1)
        if share > ALLOWED
    ]
    REPORT.forget(document.name)
    if differing:
        REPORT.add(document.name, differing)
    pages = ", ".join(f"{n} ({share:.2%})" for n, _, _, share in differing)
    assert not differing, f"pages that differ: {pages}; see out/pictures/index.html"
    assert sheet(found, document.product).size == whole.size, "the number of pages changed"


def test_there_is_a_reference_for_every_document_and_none_too_many() -> None:
    assert {p.stem for p in REFERENCES.glob("*.png")} == {d.name for d in DOCUMENTS}


def test_a_word_that_moves_is_seen_and_a_softer_edge_is_not() -> None:
    page = Image.new("RGB", (168, 228), "white")
    pen = ImageDraw.Draw(page)
    pen.rectangle((20, 20, 60, 26), fill="black")
    moved = Image.new("RGB", page.size, "white")
    ImageDraw.Draw(moved).rectangle((23, 20, 63, 26), fill="black")
    assert difference(page, moved)[0] > ALLOWED
    softer = page.copy()
    ImageDraw.Draw(softer).line((20, 19, 60, 19), fill=(225, 225, 225))
    assert difference(page, softer)[0] == 0
