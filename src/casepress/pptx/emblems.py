"""The mark of the unit and the QR code: shapes of their own, each with its description."""

from __future__ import annotations

from collections.abc import Callable

from casepress.deck.model import Emblem, PictureFill
from casepress.pptx.markup import LANG, emu, fill, nonvisual, xfrm
from casepress.qr import QUIET, Symbol
from casepress.theme.deck import Box, DeckTokens

NextId = Callable[[], int]
GROUND, MODULES = "lt1", "dk1"
_EMPTY = f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr {LANG}/></a:p></p:txBody>"
_NO_LINE = "<a:ln><a:noFill/></a:ln>"


def emblem_shape(
    tokens: DeckTokens, emblem: Emblem, next_id: NextId, picture: Callable[[PictureFill], str]
) -> str:
    """Write a mark as a picture, a code as one native shape on a light square."""
    if emblem.code is not None:
        return _code(tokens, emblem, emblem.code, next_id)
    rid = picture(PictureFill(0, emblem.path, emblem.alt))
    return (
        f"<p:pic><p:nvPicPr>{nonvisual(next_id(), emblem.name, emblem.alt)}"
        f'<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{rid}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr>{xfrm(emblem.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f"</p:pic>"
    )


def _code(tokens: DeckTokens, emblem: Emblem, code: Symbol, next_id: NextId) -> str:
    x, y, w, h = emu(emblem.box)
    group = nonvisual(next_id(), emblem.name, emblem.alt)
    ground = _shape(
        nonvisual(next_id(), "底", decorative=True), emblem.box,
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>', fill(tokens, GROUND),
    )  # fmt: skip
    modules = _shape(
        nonvisual(next_id(), "码", decorative=True), emblem.box,
        _geometry(code), fill(tokens, MODULES),
    )  # fmt: skip
    return (
        f"<p:grpSp><p:nvGrpSpPr>{group}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>"
        f'<a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/><a:chOff x="{x}" y="{y}"/>'
        f'<a:chExt cx="{w}" cy="{h}"/></a:xfrm></p:grpSpPr>{ground}{modules}</p:grpSp>'
    )


def _shape(head: str, box: Box, geometry: str, paint: str) -> str:
    return (
        f"<p:sp><p:nvSpPr>{head}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{xfrm(box)}{geometry}"
        f"{paint}{_NO_LINE}</p:spPr>{_EMPTY}</p:sp>"
    )


def _geometry(code: Symbol) -> str:
    """One path in units of a module, quiet zone included: each run of dark modules a rectangle."""
    path = ""
    for row, start, count in code.runs:
        left, top = QUIET + start, QUIET + row
        corners = ((left + count, top), (left + count, top + 1), (left, top + 1))
        path += f'<a:moveTo><a:pt x="{left}" y="{top}"/></a:moveTo>'
        path += "".join(f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>' for x, y in corners)
        path += "<a:close/>"
    return (
        f"<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{code.whole}" h="{code.whole}">'
        f"{path}</a:path></a:pathLst></a:custGeom>"
    )
