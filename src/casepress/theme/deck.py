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

    size: float = Field(description="字号，磅")
    bold: bool = Field(False, description="粗体")
    colour: str = Field("dk1", description="主题色槽或 shades 里的名称")
    font: Literal["major", "minor"] = Field("minor", description="major 标题字体，minor 正文字体")
    align: Align = Field("left", description="对齐")
    line_percent: float = Field(100.0, description="行距，百分数")
    before_pt: float = Field(0.0, description="段前，磅")
    bullet: str = Field("", description="项目符号；空的不加")
    hang_in: float = Field(0.0, description="悬挂缩进，英寸，算在栏宽之内")


class PlaceholderToken(DeckToken):
    """A placeholder: its index, kind, box in inches and text levels."""

    idx: int = Field(description="占位符编号")
    role: str = Field(description="角色，就是它的键：title、label、figure、measure……")
    type: PlaceholderType = Field("body", description="占位符类型")
    name: str = Field(description="在 PowerPoint 里的名称")
    prompt: str = Field("", description="没有内容时的提示文字")
    box: Box = Field(description="左、上、宽、高，英寸；左、上写成一组就按行重复")
    levels: Annotated[tuple[LevelToken, ...], BeforeValidator(_levels)] = Field(
        (), description="各级字样：{1: …, 2: …}"
    )
    anchor: Anchor = Field("top", description="竖向对齐")
    fill: str | None = Field(None, description="底色；~ 表示没有")
    inset: Box = Field((0.0, 0.0, 0.0, 0.0), description="内边距：左、上、右、下，英寸")
    wrap: bool = Field(True, description="折行；数字不折")
    """False for figures: a viewer without the theme's font has wider digits, and a figure must
    never be parted from its unit."""
    native: str = Field("", description="单位模板里原来的占位符类型；自己的版式不用写")
    """``p:ph`` type of an organisation's template, kept as it is: ``subTitle``, ``obj``…"""


class ShapeToken(DeckToken):
    """A fixed ornament of a layout: filled box, quarter disc (centre bottom right), dot, line."""

    kind: Literal["box", "disc", "dot", "line"] = Field(
        "box", description="box 色块，disc 四分之一圆，dot 圆点，line 线"
    )
    box: Box = Field(description="左、上、宽、高，英寸；线的宽或高写 0")
    fill: str = Field(description="颜色：主题色槽或 shades 里的名称")
    opacity: float = Field(1.0, description="不透明度，0 到 1；只用于圆弧")
    line_pt: float = Field(0.75, description="线宽，磅")
    name: str = Field("", description="名称，就是它的键")


class ProgressToken(DeckToken):
    """The bar of parts: one segment per part, drawn on each slide that knows its progress."""

    x: float = Field(description="第一段的左边；align 为 right 时是最后一段的右边，英寸")
    y: float = Field(description="上边，英寸")
    width: float = Field(description="一段的宽，英寸")
    height: float = Field(description="高，英寸")
    pitch: float = Field(description="两段左边的距离，英寸")
    align: Literal["left", "right"] = Field("right", description="从哪一边排起")
    whole: bool = Field(False, description="当前部分整段标出（章节页）")
    span: float = Field(0.0, description="最多占多宽，英寸；部分多了一起缩小；0 不限")
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

    key: str = Field(description="幻灯片版式的键，不改")
    name: str = Field(description="在 PowerPoint 里的名称")
    kind: Literal["title", "section", "content", "title_only", "custom"] = Field(
        "custom", description="幻灯片移到别的文稿时，Office 把它当哪一种"
    )
    background: str = Field("lt2", description="底色")
    furniture: bool = Field(True, description="要不要公用的图形和占位符（页脚、页码、所在部分……）")
    shapes: Annotated[tuple[ShapeToken, ...], BeforeValidator(_repeated), _keyed("name")] = Field(
        (), description="图形；“名称: ~”去掉底稿里的那一个"
    )
    placeholders: Annotated[
        tuple[PlaceholderToken, ...], BeforeValidator(_repeated), _keyed("role")
    ] = Field((), description="占位符")
    progress: ProgressToken | None = Field(None, description="进度条，不在公用位置时")

    def role(self, role: str) -> tuple[PlaceholderToken, ...]:
        """Its own placeholders of *role*, in index order (the common ones: see DeckTokens)."""
        return tuple(p for p in self.placeholders if p.role == role)


class DeckTokens(DeckToken):
    """The deck's part of a theme."""

    colours: dict[str, str] = Field(description="主题色：dk1 lt1 dk2 lt2 accent1-6 hlink folHlink")
    shades: dict[str, str] = Field(
        {"hairline": "accent5/85", "before": "accent3+15", "deep": "accent3/85"},
        description="由色槽调出的浓淡：accent5/85 是 85% 的亮度，accent3+15 是浅 15%",
    )
    """Names of shades: ``accent5/85`` = 85 % of the luminance, ``accent3+15`` = 15 % lighter."""
    latin_major: str = Field("Microsoft YaHei", description="标题的西文字体")
    latin_minor: str = Field("Microsoft YaHei", description="正文的西文字体")
    east_asian_major: str = Field("微软雅黑", description="标题的中文字体")
    east_asian_minor: str = Field("微软雅黑", description="正文的中文字体")
    width_in: float = Field(13.333333, description="页宽，英寸")
    height_in: float = Field(7.5, description="页高，英寸")
    common: Annotated[tuple[PlaceholderToken, ...], BeforeValidator(_repeated), _keyed("role")] = (
        Field((), description="各页公用的占位符：标题、所在部分、资料来源、页脚、页码")
    )
    master_shapes: Annotated[tuple[ShapeToken, ...], BeforeValidator(_repeated), _keyed("name")] = (
        Field((), description="母版上的图形：书脊、页脚细线……")
    )
    progress: ProgressToken | None = Field(None, description="进度条")
    layouts: Annotated[tuple[LayoutToken, ...], _keyed("key")] = Field(
        (), description="幻灯片版式，一共 27 种，键和占位符见 layouts/slides.yaml 开头"
    )
    table_style: str = Field("", description="表格样式的 GUID；空的用自带的两种")
    """GUID of the style all tables take; empty: the two styles of our own template."""
    line_height: float = Field(1.45, description="估算放得下放不下时用的行高，em")
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

    @cached_property
    def kept(self) -> dict[tuple[str, ...], Any]:
        """What is worked out from these tokens alone, and asked for again with every slide."""
        return {}

    def layout(self, key: str) -> LayoutToken:
        """Look up a layout by its key; KeyError if there is none."""
        return self._by_key[key]

    def placeholders(self, key: str) -> tuple[PlaceholderToken, ...]:
        """Every placeholder of a layout: its own, then the common ones it does not redefine."""
        known: tuple[PlaceholderToken, ...] | None = self.kept.get(("placeholders", key))
        if known is None:
            layout = self.layout(key)
            own = {p.idx for p in layout.placeholders}
            common = self.common if layout.furniture else ()
            known = layout.placeholders + tuple(p for p in common if p.idx not in own)
            self.kept["placeholders", key] = known
        return known

    def shade(self, colour: str) -> tuple[str, float, float]:
        """Slot, luminance factor and luminance offset (0–1) of a colour word.

        ``accent1`` → ("accent1", 1, 0); ``accent5/85`` → 85 % of the luminance;
        ``accent3+15`` → Office's "15 % lighter" (factor .85, offset .15); names of *shades* first.
        """
        known: tuple[str, float, float] | None = self.kept.get(("shade", colour))
        if known is None:
            known = self.kept["shade", colour] = self._shade(colour)
        return known

    def _shade(self, colour: str) -> tuple[str, float, float]:
        match = _SHADE.match(self.shades.get(colour, colour))
        if match is None or match["slot"] not in SLOTS:
            raise ValueError(f"not a theme slot or shade: {colour!r}")
        if match["sign"] is None:
            return match["slot"], 1.0, 0.0
        share = int(match["percent"]) / 100
        if match["sign"] == "/":
            return match["slot"], share, 0.0
        return match["slot"], 1.0 - share, share
