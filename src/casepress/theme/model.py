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

    family: str = Field(description="字体：serif、sans、kai，或 fonts、stand_ins 里的键")
    weight: int = Field(400, description="字重，100 到 900")
    size: float = Field(description="字号，点；按 大16开 写，小开本由 page 里的倍数缩小")
    leading: float = Field(description="行距，点；正文和标题另按网格")
    ink: str = Field("ink", description="墨色：ink 里的键")
    latin_family: str | None = Field(None, description="西文和数字用的字体；不写同 family")
    latin_weight: int | None = Field(None, description="西文和数字的字重；不写同 weight")
    gap: float = Field(0.25, description="中西文之间的空，em")
    half_quotes: bool = Field(False, description="引号只占半个字（大字标题）")


class PageTypeTokens(Token):
    """Pages made from the case that repeat what other pages say: a layout may do without them."""

    contents: bool = Field(True, description="目录页")
    diagram: bool = Field(True, description="问题与路径的图示页")
    opener: bool = Field(True, description="主要做法的篇章页")


class BrochureTokens(Token):
    """Choices of the brochure that are not geometry."""

    form: Literal["pages", "flow"] = Field(
        "pages", description="pages 每一部分一个页型；flow 像公文那样从头接着排"
    )
    pages: PageTypeTokens = Field(PageTypeTokens(), description="要不要这几种可有可无的页")
    bleeds: bool = Field(
        True, description="底色、色带、图片可以出血；false 时离裁切边 5 毫米以内什么也不印"
    )
    strands: Literal["band", "line", "none"] = Field(
        "band", description="汇流的色带：band 宽带，line 细线，none 不要"
    )
    corner: Literal["arc", "chamfer"] = Field("arc", description="色带转弯：arc 圆角，chamfer 斜角")
    blocks: Literal["solid", "outline"] = Field(
        "solid", description="图示的主块、序号：solid 实底反白，outline 线框"
    )
    chart: Literal["slope", "bar"] = Field("slope", description="前后对比：slope 斜线，bar 柱")
    chart_fill: Literal["tint", "hatch"] = Field(
        "tint", description="图表里的前值：tint 浅色，hatch 斜线（一种墨也分得清）"
    )
    measure_head: Literal["rule", "tag"] = Field(
        "rule", description="措施标题：rule 横线，tag 方块"
    )
    measure_marker: Literal["ordinal", "digit"] = Field(
        "ordinal", description="flow 里的措施序号：ordinal 一是、二是，digit 1.、2."
    )
    side_ground: Literal["plain", "panel"] = Field(
        "plain", description="旁栏：plain 无底，panel 浅底"
    )
    punctuation: Literal["full", "kaiming", "lineend"] = Field(
        "full", description="标点：full 全角式，kaiming 开明式，lineend 行末半角式"
    )
    hang_punctuation: bool = Field(False, description="行末标点悬挂")


class StandInToken(Token):
    """A family that only a user's own font file can give, and what is taken without it."""

    title: str = Field(description="字体的中文名，用在提示里")
    family: str = Field(description="没有字体文件时用哪一种自带的字体：serif、sans、kai")


class HandoutTokens(Token):
    """The handout's sheet: office paper, holes punched at the left (ISO 838), lines to write on.

    From 113 mm on the smallest words of a slide (18 pt) keep the 6 pt that white type on a press
    needs.
    """

    width_mm: float = Field(210.0, description="纸宽，毫米")
    height_mm: float = Field(297.0, description="纸高，毫米")
    left_mm: float = Field(20.0, description="左边距，毫米；孔心离纸边 12 毫米")
    right_mm: float = Field(14.0, description="右边距，毫米")
    slide_mm: float = Field(113.0, description="幻灯片的宽，毫米；右边剩下的画横线")
    line_mm: float = Field(8.0, description="横线的间距，毫米；手写要 7 到 9 毫米")


class Theme(Token):
    """Everything a renderer may know of the look."""

    name: str = Field(description="版式名称；没有的是底稿，只供 extends")
    title: str = Field("", description="中文名称")
    description: str = Field("", description="一句话说明")
    ink: dict[str, InkToken] = Field(description="墨色，按用途命名")
    type: dict[str, TypeToken] = Field(description="字样，按角色命名")
    page: PageTokens = Field(PageTokens(), description="开本和版心")
    brochure: BrochureTokens = Field(BrochureTokens(), description="画册的做法")
    handout: HandoutTokens = Field(HandoutTokens(), description="学员讲义的纸张和横线")
    deck: DeckTokens = Field(description="课件")
    fonts: dict[str, str] = Field(
        default_factory=dict, description="自己的字体：键和字体文件，路径相对于版式文件"
    )
    stand_ins: dict[str, StandInToken] = Field(
        default_factory=dict, description="不能附带的字体：fonts 里没有文件时用什么代替"
    )

    def standing_in(self) -> dict[str, StandInToken]:
        """Return the families for which a bundled face stands in."""
        return {key: token for key, token in self.stand_ins.items() if key not in self.fonts}
