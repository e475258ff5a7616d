"""Placing what is set: lines with their elements and links, figures with their descriptions."""

from __future__ import annotations

from collections.abc import Iterable

from casepress.handout.inks import Palette
from casepress.handout.sheet import View
from casepress.handout.words import SetLine
from casepress.units import Rect

ANCHOR = "slide:"
"""A slide's named place is this and its key."""
Marks = dict[tuple[int, bool], int | None]
"""Structure element of each paragraph: of its bullet (true) and of its words."""


def figure(view: View, rect: Rect, alt: str, parent: int, source: str = "") -> int:
    """Add a figure with its description and place."""
    return view.tree.add(
        "Figure", parent, alt=alt, bbox=view.rect(rect), page=view.sheet.index, source=source
    )


def place_lines(
    view: View,
    palette: Palette,
    lines: Iterable[SetLine],
    x: float,
    y: float,
    elements: Marks | int | None,
) -> None:
    """Put set lines on the slide; linked ones are underlined and lead to their slide."""
    for one in lines:
        element = elements[one.paragraph, one.bullet] if isinstance(elements, dict) else elements
        left, base = x + one.x_pt, y + one.baseline_pt
        if one.link is not None and element is not None:
            element = view.tree.add("Link", element)
            width = one.line.width_pt
            area = Rect(left, base - one.size_pt, width, one.size_pt * 1.25)
            view.link(area, ANCHOR + one.link, one.line.text, element)
        view.text(one.line, left, base, element)
        if one.link is not None:
            below = base + one.size_pt * 0.14
            ends = (left, below, left + one.line.width_pt, below)
            view.rule(ends, palette.ink("hlink"), one.size_pt * 0.06)
