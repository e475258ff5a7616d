"""Tokens of the slide deck: theme slots, fonts, type sizes and the geometry of every layout.

Inches, because slide geometry is thought in inches (13.333 × 7.5); sizes are points; colours are
names of theme slots (``dk1`` … ``accent6``), so a finished deck follows its own theme.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Anchor = Literal["top", "middle", "bottom"]
Align = Literal["left", "center", "right"]


class DeckToken(BaseModel):
    """Base of the deck's tokens: immutable, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class LevelToken(DeckToken):
    """Text of one outline level of a placeholder."""

    size: float
    bold: bool = False
    colour: str = "dk1"
    font: Literal["major", "minor"] = "minor"
    align: Align = "left"
    line_percent: float = 100.0
    before_pt: float = 0.0
    bullet: str = ""


class PlaceholderToken(DeckToken):
    """A placeholder: its index, kind, box in inches and text levels."""

    idx: int
    role: str
    """What the deck's planner calls it: title, label, source, footer, number, measure, evidence…"""
    type: Literal["title", "body", "chart", "table", "picture", "footer", "slide_number"] = "body"
    name: str
    prompt: str = ""
    box: tuple[float, float, float, float]
    levels: tuple[LevelToken, ...] = ()
    anchor: Anchor = "top"
    fill: str | None = None
    inset: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


class ShapeToken(DeckToken):
    """A fixed ornament of a layout: filled box, quarter disc or line."""

    kind: Literal["box", "disc", "line"]
    box: tuple[float, float, float, float]
    fill: str
    opacity: float = 1.0
    """Alpha 0–1 of a disc on a panel; never of text."""
    name: str = ""


class LayoutToken(DeckToken):
    """A slide layout: stable key, Chinese name, ground, ornaments, placeholders."""

    key: str
    name: str
    background: str = "lt2"
    furniture: bool = True
    """Spine, hairline, footer, number, label, source and progress of a light layout."""
    shapes: tuple[ShapeToken, ...] = ()
    placeholders: tuple[PlaceholderToken, ...] = ()


class DeckTokens(DeckToken):
    """The deck's part of a theme."""

    colours: dict[str, str] = Field(description="主题色：dk1 lt1 dk2 lt2 accent1-6 hlink folHlink")
    latin_major: str = "Microsoft YaHei"
    latin_minor: str = "Microsoft YaHei"
    east_asian_major: str = "微软雅黑"
    east_asian_minor: str = "微软雅黑"
    width_in: float = 13.333
    height_in: float = 7.5
    common: tuple[PlaceholderToken, ...] = ()
    """Placeholders every light layout has: title 0, label 60, source 40, footer 11, number 12."""
    layouts: tuple[LayoutToken, ...] = ()
    line_height: float = 1.45
    """Pessimistic line height of the viewer's font, in ems, used for fit (deck notes §3)."""
