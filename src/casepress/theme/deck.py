"""Tokens of the slide deck: theme slots, fonts, type sizes and the geometry of every layout.

Inches, because slide geometry is thought in inches (13.333 × 7.5); sizes are points; colours are
names of theme slots (``dk1`` … ``accent6``), so a finished deck follows its own theme.

In YAML the collections are mappings (layouts by key, placeholders by role, shapes by name, levels
by number), so that a theme that ``extends`` another may override one number. In a ``box`` any of
the four numbers may be a list: ``x`` and ``y`` lists repeat the placeholder row by row, and ``w``
and ``h`` lists go with them. The model itself holds plain tuples, everything expanded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, Literal

from casepress.records import BaseModel, BeforeValidator, ConfigDict, Field, field_validator

Anchor = Literal["top", "middle", "bottom"]
Align = Literal["left", "center", "right"]
Box = tuple[float, float, float, float]
PlaceholderType = Literal[
    "title", "body", "object", "chart", "table", "picture", "footer", "slide_number"
]
SLOTS = (
    "dk1", "lt1", "dk2", "lt2",
    "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
    "hlink", "folHlink",
)  # fmt: skip
_SHADE = re.compile(r"^(?P<slot>[a-zA-Z]+[0-9]?)(?:(?P<sign>[/+])(?P<percent>[0-9]{1,2}))?$")


def _as_list(value: object) -> list[float] | None:
    return [float(v) for v in value] if isinstance(value, list | tuple) else None


def _boxes(box: Any) -> Iterator[list[float]]:
    """Yield the boxes a compact box stands for, row by row (see the module docstring)."""
    x, y, w, h = box
    xs, ys, ws, hs = _as_list(x), _as_list(y), _as_list(w), _as_list(h)
    columns, rows = xs or [float(x)], ys or [float(y)]
    if (ws and len(ws) != len(columns)) or (hs and len(hs) != len(rows)):
        raise ValueError("box: a list of widths or heights needs as many entries as x or y")
    for r, top in enumerate(rows):
        for c, left in enumerate(columns):
            yield [left, top, ws[c] if ws else float(w), hs[r] if hs else float(h)]


def _keyed(key: str) -> BeforeValidator:
    """Accept a mapping where a list is meant; the mapping's key becomes the entry's *key* field."""

    def entries(value: object) -> object:
        if not isinstance(value, Mapping):
            return value
        return [{key: str(k), **v} for k, v in value.items()]

    return BeforeValidator(entries)


def _repeated(value: object) -> object:
    """Expand entries whose box repeats: indices count up, names are numbered from 1."""
    if not isinstance(value, list | tuple):
        return value
    expanded: list[object] = []
    for entry in value:
        if not isinstance(entry, Mapping) or "box" not in entry:
            expanded.append(entry)
            continue
        boxes = list(_boxes(entry["box"]))
        for n, box in enumerate(boxes):
            one = {**entry, "box": box}
            if len(boxes) > 1 and one.get("name"):
                one["name"] = f"{one['name']}{n + 1}"
            if "idx" in one:
                one["idx"] = int(one["idx"]) + n
            expanded.append(one)
    return expanded


def _levels(value: object) -> object:
    """Accept ``{1: …, 2: …}`` for the outline levels."""
    if not isinstance(value, Mapping):
        return value
    return [value[k] for k in sorted(value, key=lambda k: int(str(k)))]


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
    hang_in: float = 0.0
    """Hanging indent in inches; takes that much of the measure."""


class PlaceholderToken(DeckToken):
    """A placeholder: its index, kind, box in inches and text levels."""

    idx: int
    role: str
    """What the deck's planner calls it: title, label, source, footer, number, measure, evidence…"""
    type: PlaceholderType = "body"
    name: str
    prompt: str = ""
    box: Box
    levels: Annotated[tuple[LevelToken, ...], BeforeValidator(_levels)] = ()
    anchor: Anchor = "top"
    fill: str | None = None
    inset: Box = (0.0, 0.0, 0.0, 0.0)
    """Left, top, right, bottom, in inches."""
    wrap: bool = True
    """False for figures: a viewer without the theme's font has wider digits, and a figure must
    never be parted from its unit."""
    native: str = ""
    """``p:ph`` type of an organisation's template, kept as it is: ``subTitle``, ``obj``…"""


class ShapeToken(DeckToken):
    """A fixed ornament of a layout: filled box, quarter disc (centre bottom right), dot, line."""

    kind: Literal["box", "disc", "dot", "line"] = "box"
    box: Box
    """A line runs from the box's top left to its bottom right; one of w, h is 0."""
    fill: str
    opacity: float = 1.0
    """Alpha 0–1 of a disc on a panel; never of text."""
    line_pt: float = 0.75
    name: str = ""


class ProgressToken(DeckToken):
    """The bar of parts: one segment per part, drawn on each slide that knows its progress."""

    x: float
    """Left edge of the first segment, or the right edge of the last one if *align* is right."""
    y: float
    width: float
    height: float
    pitch: float
    align: Literal["left", "right"] = "right"
    whole: bool = False
    """Show the current part whole, however much of it is done (section pages)."""
    span: float = 0.0
    """Most room for all segments; where more parts would need more, segments and gaps shrink
    alike. 0: as much as they take."""

    def segments(self, total: int) -> tuple[tuple[float, float], ...]:
        """Return left edge and width of every part's segment, in inches."""
        extent = self.pitch * (total - 1) + self.width
        scale = min(1.0, self.span / extent) if self.span else 1.0
        left = self.x - extent * scale if self.align == "right" else self.x
        return tuple((left + n * self.pitch * scale, self.width * scale) for n in range(total))


class LayoutToken(DeckToken):
    """A slide layout: stable key, Chinese name, ground, ornaments, placeholders."""

    key: str
    name: str
    kind: Literal["title", "section", "content", "title_only", "custom"] = "custom"
    """What Office may take it for when slides move to another deck."""
    background: str = "lt2"
    furniture: bool = True
    """Spine, hairline, footer, number, label, source and progress of a light layout."""
    shapes: Annotated[tuple[ShapeToken, ...], BeforeValidator(_repeated), _keyed("name")] = ()
    placeholders: Annotated[
        tuple[PlaceholderToken, ...], BeforeValidator(_repeated), _keyed("role")
    ] = ()
    progress: ProgressToken | None = None
    """Where this layout's bar of parts stands, if not at the common place."""

    def role(self, role: str) -> tuple[PlaceholderToken, ...]:
        """Its own placeholders of *role*, in index order (the common ones: see DeckTokens)."""
        return tuple(p for p in self.placeholders if p.role == role)


class DeckTokens(DeckToken):
    """The deck's part of a theme."""

    colours: dict[str, str] = Field(description="主题色：dk1 lt1 dk2 lt2 accent1-6 hlink folHlink")
    shades: dict[str, str] = Field(
        {"hairline": "accent5/85", "before": "accent3+15", "deep": "accent3/85"}
    )
    """Names of shades: ``accent5/85`` = 85 % of the luminance, ``accent3+15`` = 15 % lighter."""
    latin_major: str = "Microsoft YaHei"
    latin_minor: str = "Microsoft YaHei"
    east_asian_major: str = "微软雅黑"
    east_asian_minor: str = "微软雅黑"
    width_in: float = 13.333333
    height_in: float = 7.5
    common: Annotated[tuple[PlaceholderToken, ...], BeforeValidator(_repeated), _keyed("role")] = ()
    """Placeholders every light layout has: title 0, label 60, source 40, footer 11, number 12."""
    master_shapes: Annotated[
        tuple[ShapeToken, ...], BeforeValidator(_repeated), _keyed("name")
    ] = ()
    """Ornaments of every light layout: spine, hairline above the footer."""
    progress: ProgressToken | None = None
    layouts: Annotated[tuple[LayoutToken, ...], _keyed("key")] = ()
    table_style: str = ""
    """GUID of the style all tables take; empty: the two styles of our own template."""
    line_height: float = 1.45
    """Pessimistic line height of the viewer's font, in ems, used for fit (deck notes §3)."""

    @field_validator("colours")
    @classmethod
    def _hex(cls, value: dict[str, str]) -> dict[str, str]:
        for slot, rgb in value.items():
            if slot not in SLOTS:
                raise ValueError(f"unknown theme slot {slot!r}")
            if not re.fullmatch(r"[0-9A-Fa-f]{6}", rgb):
                raise ValueError(f"{slot}: six hexadecimal digits expected, got {rgb!r}")
        return value

    @cached_property
    def _by_key(self) -> dict[str, LayoutToken]:
        return {layout.key: layout for layout in self.layouts}

    def layout(self, key: str) -> LayoutToken:
        """Look up a layout by its key; KeyError if there is none."""
        return self._by_key[key]

    def placeholders(self, key: str) -> tuple[PlaceholderToken, ...]:
        """Every placeholder of a layout: its own, then the common ones it does not redefine."""
        layout = self.layout(key)
        if not layout.furniture:
            return layout.placeholders
        own = {p.idx for p in layout.placeholders}
        return layout.placeholders + tuple(p for p in self.common if p.idx not in own)

    def shade(self, colour: str) -> tuple[str, float, float]:
        """Slot, luminance factor and luminance offset (0–1) of a colour word.

        ``accent1`` → ("accent1", 1, 0); ``accent5/85`` → 85 % of the luminance;
        ``accent3+15`` → Office's "15 % lighter" (factor .85, offset .15); names of *shades* first.
        """
        match = _SHADE.match(self.shades.get(colour, colour))
        if match is None or match["slot"] not in SLOTS:
            raise ValueError(f"not a theme slot or shade: {colour!r}")
        if match["sign"] is None:
            return match["slot"], 1.0, 0.0
        share = int(match["percent"]) / 100
        if match["sign"] == "/":
            return match["slot"], share, 0.0
        return match["slot"], 1.0 - share, share
