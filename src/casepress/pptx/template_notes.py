"""Notes master and handout master: A4 pages with the slide above and room for the words below."""

from __future__ import annotations

from typing import Any

from casepress.pptx.markup import (
    DECLARATION,
    GROUP_ROOT,
    LANG,
    NS_P,
    NS_R,
    ROOT_NS,
    nonvisual,
    xfrm,
)
from casepress.pptx.placeholder import number_paragraph
from casepress.pptx.template_theme import CLR_MAP

NOTES_SIZE_IN = (7.5, 10.833333)
"""A4 in PowerPoint's units: 7.5 in wide, the printer scales the page."""
NOTES_PT = 11.0
_GROUND = (
    '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/>'
    "</p:bgPr></p:bg>"
)
_EMPTY = f"<a:p><a:endParaRPr {LANG}/></a:p>"


def _level(size_pt: float, align: str = "l", number: int = 1, before_pt: float = 0.0) -> str:
    """Write one outline level: no indent, no bullet, the theme's fonts."""
    return (
        f'<a:lvl{number}pPr marL="0" indent="0" algn="{align}" defTabSz="914400" rtl="0"'
        f' eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        f'<a:spcBef><a:spcPts val="{round(before_pt * 100)}"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{round(size_pt * 100)}" kern="1200">'
        f'<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>'
        f'<a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{number}pPr>'
    )


def _frame(
    shape_id: int,
    name: str,
    ph: str,
    box: tuple[float, float, float, float],
    align: str = "l",
    words: str = _EMPTY,
    style: str = "",
) -> str:
    anchor = "b" if box[1] > 9 else "t"
    return (
        f"<p:sp><p:nvSpPr>{nonvisual(shape_id, name)}"
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {ph}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{xfrm(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0"'
        f' anchor="{anchor}"/><a:lstStyle>{style or _level(10, align)}</a:lstStyle>{words}'
        f"</p:txBody></p:sp>"
    )


def _corners(first_id: int, notes: bool) -> str:
    """Header, date, footer and page number in the corners of the sheet."""
    idx = (None, 1, 4, 5) if notes else (None, 1, 2, 3)
    return (
        _frame(first_id, "页眉", 'type="hdr" sz="quarter"', (0.75, 0.3, 2.9, 0.3))
        + _frame(first_id + 1, "日期", f'type="dt" sz="quarter" idx="{idx[1]}"',
                 (3.85, 0.3, 2.9, 0.3), "r")
        + _frame(first_id + 2, "页脚", f'type="ftr" sz="quarter" idx="{idx[2]}"',
                 (0.75, 10.3, 2.9, 0.3))
        + _frame(first_id + 3, "页码", f'type="sldNum" sz="quarter" idx="{idx[3]}"',
                 (3.85, 10.3, 2.9, 0.3), "r", number_paragraph("‹#›"))
    )  # fmt: skip


def notes_master_xml() -> str:
    """Write the notes page: slide 5.2 in wide, 6 × 6.3 in of 11-pt text (some 1000 characters)."""
    image = (
        f"<p:sp><p:nvSpPr>{nonvisual(2, '幻灯片图像')}<p:cNvSpPr>"
        f'<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{xfrm((1.15, 0.75, 5.2, 2.925))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:noFill/><a:ln w="9525"><a:solidFill><a:schemeClr val="accent4"/></a:solidFill></a:ln>'
        f"</p:spPr></p:sp>"
    )
    words = f"<a:p><a:r><a:rPr {LANG}/><a:t>备注文字</a:t></a:r></a:p>"
    style = "".join(_level(NOTES_PT, number=n, before_pt=2) for n in range(1, 10))
    # The levels stand in the frame as well: some viewers do not look at p:notesStyle.
    ph = 'type="body" sz="quarter" idx="3"'
    body = _frame(3, "备注", ph, (0.75, 3.9, 6.0, 6.3), words=words, style=style)
    return (
        f"{DECLARATION}<p:notesMaster {ROOT_NS}><p:cSld>{_GROUND}<p:spTree>{GROUP_ROOT}"
        f"{image}{body}{_corners(4, True)}</p:spTree></p:cSld>{CLR_MAP}"
        f'<p:hf hdr="0" ftr="0" dt="0"/><p:notesStyle>{style}</p:notesStyle></p:notesMaster>'
    )


def handout_master_xml() -> str:
    """Write the handout page: header, date, footer, page number; PowerPoint places the slides."""
    return (
        f"{DECLARATION}<p:handoutMaster {ROOT_NS}><p:cSld>{_GROUND}<p:spTree>{GROUP_ROOT}"
        f"{_corners(2, False)}</p:spTree></p:cSld>{CLR_MAP}"
        f'<p:hf hdr="0" ftr="0" dt="0"/></p:handoutMaster>'
    )


def list_notes_master(presentation: Any, relation: str) -> None:
    """Name the notes master in the presentation, after the slide masters (schema order)."""
    from lxml import etree

    listing = etree.fromstring(
        f'<p:notesMasterIdLst xmlns:p="{NS_P}" xmlns:r="{NS_R}">'
        f'<p:notesMasterId r:id="{relation}"/></p:notesMasterIdLst>'
    )
    presentation.find(f"{{{NS_P}}}sldMasterIdLst").addnext(listing)
