"""Placeholders as XML: level styles, body properties, the layout's placeholder, reading order."""

from __future__ import annotations

from collections.abc import Iterable

from casepress.pptx.markup import LANG, attr, fill, guid, nonvisual, text, xfrm
from casepress.theme.deck import DeckTokens, LayoutToken, LevelToken, PlaceholderToken
from casepress.units import inch_emu

ALIGN = {"left": "l", "center": "ctr", "right": "r"}
ANCHOR = {"top": "t", "middle": "ctr", "bottom": "b"}
SLIDE_NUMBER_FIELD = guid("slide-number")
_PH_TYPE = {
    "body": "body",
    "chart": "chart",
    "table": "tbl",
    "picture": "pic",
    "footer": "ftr",
    "slide_number": "sldNum",
}


def level_style(tokens: DeckTokens, level: LevelToken, tag: str) -> str:
    """Write an ``a:lvlNpPr``: paragraph and run look of one outline level, by theme slots only.

    East Asian line breaking is switched on (eaLnBrk), words are never broken (latinLnBrk off) and
    punctuation may hang (hangingPunct), as PowerPoint's own Chinese templates have it.
    """
    hang = inch_emu(level.hang_in)
    spacing = f'<a:lnSpc><a:spcPct val="{round(level.line_percent * 1000)}"/></a:lnSpc>'
    spacing += f'<a:spcBef><a:spcPts val="{round(level.before_pt * 100)}"/></a:spcBef>'
    if level.bullet:
        bullet = f'<a:buFont typeface="Arial"/><a:buChar char="{attr(level.bullet)}"/>'
    else:
        bullet = "<a:buNone/>"
    face = "mj" if level.font == "major" else "mn"
    return (
        f'<a:{tag} marL="{hang}" indent="{-hang}" algn="{ALIGN[level.align]}" defTabSz="914400"'
        f' rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">{spacing}{bullet}'
        f'<a:defRPr sz="{round(level.size * 100)}" b="{int(level.bold)}" kern="1200">'
        f"{fill(tokens, level.colour)}"
        f'<a:latin typeface="+{face}-lt"/><a:ea typeface="+{face}-ea"/>'
        f'<a:cs typeface="+{face}-cs"/></a:defRPr></a:{tag}>'
    )


def list_style(tokens: DeckTokens, levels: Iterable[LevelToken]) -> str:
    """Write the level styles of a placeholder."""
    words = "".join(level_style(tokens, one, f"lvl{n}pPr") for n, one in enumerate(levels, 1))
    return f"<a:lstStyle>{words}</a:lstStyle>" if words else "<a:lstStyle/>"


def body_properties(token: PlaceholderToken) -> str:
    """Write the frame's text area. ``normAutofit`` without a scale: the words fit at 100 %."""
    left, top, right, bottom = (inch_emu(v) for v in token.inset)
    wrap = "square" if token.wrap else "none"
    return (
        f'<a:bodyPr vert="horz" wrap="{wrap}" lIns="{left}" tIns="{top}" rIns="{right}"'
        f' bIns="{bottom}" rtlCol="0" anchor="{ANCHOR[token.anchor]}"><a:normAutofit/></a:bodyPr>'
    )


def ph(token: PlaceholderToken, layout: LayoutToken | None = None, prompt: bool = False) -> str:
    """Write the ``p:ph`` of a placeholder, the same words in layout and slide."""
    custom = ' hasCustomPrompt="1"' if prompt and token.prompt else ""
    if token.native:
        number = f' idx="{token.idx}"' if token.idx else ""
        return f'<p:ph type="{token.native}"{number}/>'
    if token.type == "title":
        kind = "ctrTitle" if layout is not None and layout.kind == "title" else "title"
        return f'<p:ph type="{kind}"{custom}/>'
    if token.type == "object":
        return f'<p:ph idx="{token.idx}"{custom}/>'
    return f'<p:ph type="{_PH_TYPE[token.type]}" sz="quarter" idx="{token.idx}"{custom}/>'


def layout_placeholder(
    tokens: DeckTokens, layout: LayoutToken, token: PlaceholderToken, shape_id: int
) -> str:
    """Write a placeholder as the layout defines it: geometry, level styles and prompt.

    Title, footer and number at their common place inherit everything from the master, so that a
    designer moves them once.
    """
    inherits = token in tokens.common and token.type in ("title", "footer", "slide_number")
    if inherits:
        properties, body = "<p:spPr/>", "<a:bodyPr/>"
    else:
        area = f"{fill(tokens, token.fill)}" if token.fill else ""
        geometry = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        properties = f"<p:spPr>{xfrm(token.box)}{geometry}{area}</p:spPr>"
        body = body_properties(token)
    styles = list_style(tokens, () if inherits else token.levels)
    return (
        f"<p:sp><p:nvSpPr>{nonvisual(shape_id, token.name)}"
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{ph(token, layout, prompt=True)}</p:nvPr></p:nvSpPr>{properties}"
        f"<p:txBody>{body}{styles}{prompt(token)}</p:txBody></p:sp>"
    )


def prompt(token: PlaceholderToken) -> str:
    """Give the words an empty placeholder shows: one line of the prompt per outline level."""
    if token.type == "slide_number":
        return number_paragraph("‹#›")
    lines = token.prompt.split("\n") if token.prompt else [""]
    paragraphs = ""
    for n, line in enumerate(lines):
        level = f'<a:pPr lvl="{n}"/>' if n else ""
        run = f"<a:r><a:rPr {LANG}/><a:t>{text(line)}</a:t></a:r>" if line else ""
        paragraphs += f"<a:p>{level}{run}<a:endParaRPr {LANG}/></a:p>"
    return paragraphs


def number_paragraph(shown: str) -> str:
    """Write the slide number as a field; *shown* is what a viewer sees before it updates."""
    return (
        f'<a:p><a:fld id="{SLIDE_NUMBER_FIELD}" type="slidenum"><a:rPr {LANG}/>'
        f"<a:t>{text(shown)}</a:t></a:fld><a:endParaRPr {LANG}/></a:p>"
    )
