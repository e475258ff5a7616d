"""One slide as XML: fills into the placeholders of its layout, in reading order."""

from __future__ import annotations

from collections.abc import Callable

from casepress.deck.model import (
    ChartFill,
    Fill,
    PictureFill,
    Slide,
    TableFill,
    TextFill,
)
from casepress.deck.show.filling import fills_of, is_empty
from casepress.frozen import dataclass
from casepress.pptx.diagram import diagram_group, progress_group
from casepress.pptx.emblems import emblem_shape
from casepress.pptx.markup import (
    DECLARATION,
    GROUP_ROOT,
    NS_C,
    ROOT_NS,
    attr,
    nonvisual,
    xfrm,
)
from casepress.pptx.placeholder import number_paragraph, ph
from casepress.pptx.table import table_frame
from casepress.pptx.text import Link, paragraphs
from casepress.theme.deck import DeckTokens, LayoutToken, PlaceholderToken
from casepress.theme.reading import reading_order


@dataclass(frozen=True, slots=True)
class Relations:
    """How a slide relates to other parts; each call gives a relationship id within the slide."""

    link: Link
    chart: Callable[[ChartFill], str]
    picture: Callable[[PictureFill], str]


def _text_shape(
    tokens: DeckTokens,
    layout: LayoutToken,
    token: PlaceholderToken,
    shape_id: int,
    words: str,
) -> str:
    """Text in a placeholder. No geometry of its own: it follows the layout."""
    key = ("text shape", layout.key, str(token.idx))
    known: str | None = tokens.kept.get(key)
    if known is None:
        known = tokens.kept[key] = (
            f' name="{attr(token.name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f"<p:nvPr>{ph(token, layout)}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>"
            f"<a:lstStyle/>"
        )
    head = f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}"'
    return f"{head}{known}{words}</p:txBody></p:sp>"


def _chart_frame(token: PlaceholderToken, chart: ChartFill, shape_id: int, rid: str) -> str:
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{nonvisual(shape_id, token.name, chart.alt)}"
        f'<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
        f"<p:nvPr>{ph(token)}</p:nvPr></p:nvGraphicFramePr>{xfrm(token.box, 'p')}"
        f'<a:graphic><a:graphicData uri="{NS_C}"><c:chart xmlns:c="{NS_C}" r:id="{rid}"/>'
        f"</a:graphicData></a:graphic></p:graphicFrame>"
    )


def _picture_shape(token: PlaceholderToken, picture: PictureFill, shape_id: int, rid: str) -> str:
    sides = zip("ltrb", picture.crop, strict=True)
    crop = "".join(f' {side}="{round(share * 100000)}"' for side, share in sides if share)
    head = nonvisual(shape_id, token.name, picture.alt, decorative=not picture.alt)
    return (
        f'<p:pic><p:nvPicPr>{head}<p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/>'
        f"</p:cNvPicPr><p:nvPr>{ph(token)}</p:nvPr></p:nvPicPr><p:blipFill>"
        f'<a:blip r:embed="{rid}"/><a:srcRect{crop}/><a:stretch><a:fillRect/></a:stretch>'
        f"</p:blipFill><p:spPr/></p:pic>"
    )


class _Writer:
    """Shapes of one slide with their ids."""

    def __init__(self, tokens: DeckTokens, slide: Slide, relations: Relations) -> None:
        self.tokens, self.slide, self.relations = tokens, slide, relations
        self.layout = tokens.layout(slide.layout)
        self.last_id = 1

    def next_id(self) -> int:
        self.last_id += 1
        return self.last_id

    def shape(self, token: PlaceholderToken, one: Fill) -> str:
        """Write the shape that fills *token*; nothing for empty words, so no prompt is left."""
        if isinstance(one, TextFill):
            if is_empty(one.paragraphs):
                return ""
            words = paragraphs(self.tokens, one.paragraphs, link=self.relations.link)
            return _text_shape(self.tokens, self.layout, token, self.next_id(), words)
        if isinstance(one, ChartFill):
            return _chart_frame(token, one, self.next_id(), self.relations.chart(one))
        if isinstance(one, TableFill):
            return table_frame(self.tokens, token, one, self.next_id(), self.relations.link)
        return _picture_shape(token, one, self.next_id(), self.relations.picture(one))


def slide_xml(
    tokens: DeckTokens, slide: Slide, number: int, footer: str, relations: Relations
) -> str:
    """Write the slide part: decoration first, then everything in reading order.

    Placeholders without a fill are left out; the slide number is a field that shows *number*.
    """
    writer = _Writer(tokens, slide, relations)
    fills = fills_of(tokens, slide, footer)
    shapes = ""
    if slide.progress is not None:
        place = writer.layout.progress or (tokens.progress if writer.layout.furniture else None)
        if place is not None:
            shapes += progress_group(tokens, place, slide.progress, writer.next_id)
    for token in reading_order(tokens, slide.layout):
        if token.type == "slide_number":
            words = number_paragraph(str(number))
            shapes += _text_shape(tokens, writer.layout, token, writer.next_id(), words)
        elif token.idx in fills:
            shapes += writer.shape(token, fills[token.idx])
        if token.type == "title":
            shapes += "".join(diagram_group(tokens, d, writer.next_id) for d in slide.diagrams)
            shapes += "".join(
                emblem_shape(tokens, one, writer.next_id, relations.picture)
                for one in slide.emblems
            )
    return (
        f'{DECLARATION}<p:sld {ROOT_NS}><p:cSld name="{attr(slide.key)}"><p:spTree>{GROUP_ROOT}'
        f"{shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )
