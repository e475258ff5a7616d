"""The page as tokens: trim sizes by name, and what follows from a size that no token gives.

A layout names its trim size (``page.trim``) and may give any measure itself; every other measure
follows from the size by one set of rules, so that a layout fits all sizes. What ``page`` gives
holds for every size, what ``page.sizes.<name>`` gives for that one; the former goes first.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from casepress.frozen import dataclass
from casepress.records import BaseModel, ConfigDict, Field
from casepress.units import mm, to_mm

BASELINE_SHARE: Final = 13 / 18
"""Where in a row its baseline lies, from the top."""
REFERENCE_MM: Final = (210.0, 285.0)
"""大16开, the size everything was drawn for (SPEC §1)."""
TEXT_SHARE: Final = 0.79
"""Share of the page's width that body, gutter and side column take together at most."""
INNER_SHARE: Final = 0.505
"""Share of both side margins that lies at the spine."""
HEAD_SHARE: Final = 0.1003
LEADING_SHARE: Final = 18 / 10.5
SIDE_EM: Final = 15
LEAST_BESIDE_EM: Final = 25
"""Beside a narrower body there is no side column; its matter goes into the text."""
FOLIO_MM: Final = 7.5
"""Least distance of the folio's baseline from the trim."""
LEAST_MARGIN_MM: Final = 8.0
LEAST_HEAD_MM: Final = 12.0
LEAST_MEASURE_EM: Final = 16
MOST_MEASURE_EM: Final = 45
LEAST_ROWS: Final = 16
LEAST_BODY_PT: Final = 8.0
LEAST_MM, MOST_MM = 100.0, 420.0
SMALL, DISPLAY = 10.0, 16.0


class Token(BaseModel):
    """Base of all tokens: immutable, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class SizeTokens(Token):
    """A trim size and, where the rules are not to decide, its measures."""

    title: str = Field("", description="开本名称")
    width_mm: float | None = Field(None, description="成品宽，毫米")
    height_mm: float | None = Field(None, description="成品高，毫米")
    text: float | None = Field(None, description="正文和小标题（10 点以上）的字号乘以几")
    display: float | None = Field(None, description="大字（16 点以上）的字号乘以几")
    inner_pt: float | None = Field(None, description="订口，点")
    measure_em: int | None = Field(None, description="正文一行几个字")
    gutter_pt: float | None = Field(None, description="正文与旁栏之间，点")
    side_em: int | None = Field(None, description="旁栏一行几个字；0 表示不设旁栏")
    frame_top_pt: float | None = Field(None, description="天头，点")
    rows: int | None = Field(None, description="一页几行")
    leading_pt: float | None = Field(None, description="行距，点")


class PageTokens(SizeTokens):
    """The page: which trim size, and what holds whatever the size. The measure is whole ems."""

    trim: str = Field("da16", description="开本：sizes 里的一个")
    sizes: dict[str, SizeTokens] = Field(default_factory=dict, description="可选的开本")
    bleed_mm: float = Field(3.0, description="出血，毫米")
    signature: int = Field(4, description="页数凑成几的倍数；骑马订 4，不凑写 1")


@dataclass(frozen=True, slots=True)
class PageGeometry:
    """The measures of a page, all decided, in points; ``measure`` and ``side`` in whole ems."""

    width: float
    height: float
    bleed: float
    inner: float
    measure_em: int
    body_width: float
    side_em: int
    side_width: float
    gutter: float
    top: float
    rows: int
    leading: float

    @property
    def outer(self) -> float:
        """Width of the outer margin."""
        return self.width - self.inner - self.body_width - self.gutter - self.side_width

    @property
    def foot(self) -> float:
        """Height of the foot margin."""
        return self.height - self.top - self.rows * self.leading


@dataclass(frozen=True, slots=True)
class TypeScale:
    """What a trim size does to the sizes of the type scale, which are those of 大16开."""

    text: float = 1.0
    display: float = 1.0

    def of(self, size: float) -> float:
        """Return a size in points, to half a point; below 10 pt it stays as it is."""
        factor = self.display if size >= DISPLAY else self.text if size >= SMALL else 1.0
        return size if factor == 1.0 else round(size * factor * 2) / 2


def trim_name(page: PageTokens) -> str | None:
    """Return the key of the chosen trim size, named by key or title; None if there is none."""
    wanted = _solid(page.trim)
    for key, size in page.sizes.items():
        if wanted in (_solid(key), _solid(size.title)):
            return key
    return None


def _solid(name: str) -> str:
    return "".join(name.split()).casefold()


def chosen_size(page: PageTokens) -> Mapping[str, Any]:
    """Return the measures that are given: the size's, and over them the page's own."""
    key = trim_name(page)
    given = page.sizes[key].model_dump(exclude_none=True) if key else {}
    own = page.model_dump(exclude_none=True, include=set(SizeTokens.model_fields))
    return given | {name: value for name, value in own.items() if name != "title"}


def type_scale(page: PageTokens) -> TypeScale:
    """Return what the chosen trim size does to sizes of type."""
    size = chosen_size(page)
    return TypeScale(size.get("text", 1.0), size.get("display", 1.0))


def page_geometry(page: PageTokens, body_pt: float, label_pt: float) -> PageGeometry:
    """Derive every measure that no token gives from the trim size.

    * Body, gutter and side column take at most 79 % of the width; the measure is the largest
      whole number of body ems in what gutter (2 em) and side column leave.
    * The side column is 15 label ems wide at 210 mm and in proportion elsewhere; where the measure
      beside it would fall below 25 em there is none.
    * A little more than half of the margins lies at the spine; the head is a tenth of the height.
    * Leading is 18/10.5 of the body, to half a point; rows fill the height down to where the folio,
      one row below them, keeps 7.5 mm from the trim.

    Args:
        page: the tokens.
        body_pt: size of the body as set, in points.
        label_pt: size of the labels that measure the side column.
    """
    size = chosen_size(page)
    width = mm(size.get("width_mm", REFERENCE_MM[0]))
    height = mm(size.get("height_mm", REFERENCE_MM[1]))
    leading = size.get("leading_pt", round(body_pt * LEADING_SHARE * 2) / 2)
    room = width * TEXT_SHARE + 1e-6
    side_em, gutter = _side(size, width, room, body_pt, label_pt)
    side = side_em * label_pt
    measure = size.get("measure_em", int((room - gutter - side) / body_pt))
    margins = width - measure * body_pt - gutter - side
    top = size.get("frame_top_pt", float(round(height * HEAD_SHARE)))
    foot = leading * (1 + BASELINE_SHARE) + mm(FOLIO_MM)
    return PageGeometry(
        width=width,
        height=height,
        bleed=mm(page.bleed_mm),
        inner=size.get("inner_pt", round(margins * INNER_SHARE * 2) / 2),
        measure_em=measure,
        body_width=measure * body_pt,
        side_em=side_em,
        side_width=side,
        gutter=gutter,
        top=top,
        rows=size.get("rows", max(0, int((height - top - foot) / leading + 1e-6))),
        leading=leading,
    )


def _side(
    size: Mapping[str, Any], width: float, room: float, body_pt: float, label_pt: float
) -> tuple[int, float]:
    """Return the ems of the side column and the gutter beside it; 0 and 0 without one."""
    gutter = float(size.get("gutter_pt", 2 * body_pt))
    em = size.get("side_em")
    if em is None:
        em = round(SIDE_EM * width / mm(REFERENCE_MM[0]))
        measure = size.get("measure_em", int((room - gutter - em * label_pt) / body_pt))
        spare = width - measure * body_pt - gutter - em * label_pt
        if measure < LEAST_BESIDE_EM or spare < width * (1 - TEXT_SHARE) - 1:
            em = 0
    return (em, gutter) if em else (0, 0.0)


@dataclass(frozen=True, slots=True)
class PageFault:
    """A measure that makes the page unusable: which token is to blame, and the numbers."""

    token: str
    what: str
    value: str
    least: str


def page_faults(page: PageTokens, body_pt: float, label_pt: float) -> tuple[PageFault, ...]:
    """Return what is wrong with a page: margins, measure or rows nobody could set a book with."""
    at = page_geometry(page, body_pt, label_pt)
    below = at.foot - at.leading * (1 + BASELINE_SHARE)
    found = [
        _span_fault("width_mm", "width", to_mm(at.width)),
        _span_fault("height_mm", "height", to_mm(at.height)),
        _margin_fault("inner_pt", "inner margin", at.inner, LEAST_MARGIN_MM),
        _margin_fault("measure_em", "outer margin", at.outer, LEAST_MARGIN_MM),
        _margin_fault("frame_top_pt", "head margin", at.top, LEAST_HEAD_MM),
        _margin_fault("rows", "foot margin", below, FOLIO_MM - 0.5),
    ]
    for limit, bad in (
        (f"≥ {LEAST_MEASURE_EM}", at.measure_em < LEAST_MEASURE_EM),
        (f"≤ {MOST_MEASURE_EM}", at.measure_em > MOST_MEASURE_EM),
    ):
        if bad:
            found.append(PageFault("measure_em", "measure", f"{at.measure_em}", limit))
    if at.rows < LEAST_ROWS:
        found.append(PageFault("rows", "rows", f"{at.rows}", f"≥ {LEAST_ROWS}"))
    if body_pt < LEAST_BODY_PT:
        found.append(PageFault("text", "body size", f"{body_pt:g} pt", f"≥ {LEAST_BODY_PT:g} pt"))
    if at.leading < body_pt:
        found.append(PageFault("leading_pt", "leading", f"{at.leading:g} pt", f"≥ {body_pt:g} pt"))
    return tuple(fault for fault in found if fault is not None)


def _span_fault(token: str, what: str, value: float) -> PageFault | None:
    if LEAST_MM - 0.01 <= value <= MOST_MM + 0.01:
        return None
    return PageFault(token, what, f"{value:.4g} mm", f"{LEAST_MM:g}–{MOST_MM:g} mm")


def _margin_fault(token: str, what: str, value: float, least: float) -> PageFault | None:
    if value >= mm(least) - 0.01:
        return None
    return PageFault(token, what, f"{to_mm(value):.1f} mm", f"≥ {least:g} mm")
