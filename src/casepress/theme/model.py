"""The look as tokens: inks, faces by role, type scale, page geometry, and the deck's tokens.

A layout file (``layouts/<name>.yaml``) holds one theme for both products; ``extends:`` names the
files it starts from and any single token may be overridden. Sizes are points unless the name says
otherwise.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from casepress.theme.deck import DeckTokens


class Token(BaseModel):
    """Base of all tokens: immutable, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class InkToken(Token):
    """A colour for both worlds; CMYK in percent. ``goldD`` style decoration is never text."""

    rgb: str = Field(pattern=r"^[0-9A-Fa-f]{6}$", description="RGB，六位十六进制，要加引号")
    cmyk: tuple[float, float, float, float] = Field(description="CMYK，百分数")


class TypeToken(Token):
    """A role of the type scale."""

    family: str
    weight: int = 400
    size: float
    leading: float
    ink: str = "ink"
    latin_family: str | None = None
    latin_weight: int | None = None
    gap: float = 0.25
    half_quotes: bool = False


class PageTokens(Token):
    """Page geometry in millimetres and points (SPEC §1). The measure is a whole number of ems."""

    width_mm: float = 210.0
    height_mm: float = 285.0
    bleed_mm: float = 3.0
    inner_pt: float = 65.0
    measure_em: int = 31
    gutter_pt: float = 21.0
    side_em: int = 15
    frame_top_pt: float = 81.0
    rows: int = 37
    leading_pt: float = 18.0
    signature: int = 4
    """Page counts are a multiple of this (saddle stitch)."""


class BrochureTokens(Token):
    """Choices of the brochure that are not geometry."""

    corner: Literal["arc", "chamfer"] = "arc"
    chart: Literal["slope", "bar"] = "slope"
    measure_head: Literal["rule", "tag"] = "rule"
    side_ground: Literal["plain", "panel"] = "plain"
    punctuation: Literal["full", "kaiming", "lineend"] = "full"
    hang_punctuation: bool = False


class Theme(Token):
    """Everything a renderer may know of the look."""

    name: str
    title: str = ""
    description: str = ""
    ink: dict[str, InkToken]
    type: dict[str, TypeToken]
    page: PageTokens = PageTokens()
    brochure: BrochureTokens = BrochureTokens()
    deck: DeckTokens
    fonts: dict[str, str] = {}
    """User fonts: family key → path relative to the layout file."""
