"""The look as tokens: inks, faces by role, type scale, page geometry, and the deck's tokens.

A layout file (``layouts/<name>.yaml``) holds one theme for both products; ``extends:`` names the
files it starts from and any single token may be overridden. Sizes are points unless the name says
otherwise.
"""

from __future__ import annotations

from typing import Literal

from casepress.records import Field
from casepress.theme.deck import DeckTokens
from casepress.theme.page import PageTokens, Token


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
    fonts: dict[str, str] = Field(default_factory=dict)
    """User fonts: family key → path relative to the layout file."""
