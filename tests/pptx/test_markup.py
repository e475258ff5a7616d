"""What may stand in the XML of a slide."""

from __future__ import annotations

import posixpath
import sys

import pytest

from casepress.pptx.house import Part, Relations
from casepress.pptx.markup import clean

CONTROLS = {*range(0x20), *range(0x7F, 0xA0)} - {0x09, 0x0A, 0x0B, 0x0D}
DIRECTIONS = {0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF}
NONCHARACTERS = {*range(0xFDD0, 0xFDF0), *(c for c in range(0x110000) if c & 0xFFFE == 0xFFFE)}
SURROGATES = set(range(0xD800, 0xE000))


def test_exactly_the_characters_no_slide_can_hold_are_dropped() -> None:
    dropped = {code for code in range(sys.maxunicode + 1) if not clean(chr(code))}
    assert dropped == CONTROLS | DIRECTIONS | NONCHARACTERS | SURROGATES
    assert clean("天\u200e地\v玄\x00黄\u3000宇") == "天地\v玄黄\u3000宇"


@pytest.mark.parametrize(
    "name", ["/ppt/slides/slide1.xml", "/ppt/presentation.xml", "/docProps/core.xml"]
)
@pytest.mark.parametrize("folder", ["/", "/ppt", "/ppt/slides", "/ppt/slideLayouts", "/ppt/slide"])
def test_parts_are_referred_to_from_where_they_stand(folder: str, name: str) -> None:
    relations = Relations(folder)
    relations.to("kind", Part(name, "application/xml"))
    assert f'Target="{posixpath.relpath(name, folder)}"' in relations.xml.decode()
