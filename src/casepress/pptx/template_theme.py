"""The theme part (colours, fonts, plain format scheme) and the table styles."""

from __future__ import annotations

from casepress.pptx.markup import DECLARATION, NS_A, attr, fill, guid, outline
from casepress.theme.deck import SLOTS, DeckTokens

READING_STYLE = guid("table-style/reading")
WRITING_STYLE = guid("table-style/writing")
CLR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2"'
    ' accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink"'
    ' folHlink="folHlink"/>'
)
_SOLID = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINES = "".join(
    f'<a:ln w="{w}" cap="flat" cmpd="sng" algn="ctr">{_SOLID}<a:prstDash val="solid"/></a:ln>'
    for w in (9525, 19050, 28575)
)
_NO_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def _font(tag: str, latin: str, east_asian: str) -> str:
    """Write a theme font: latin, ea, and the Hans entry some applications read instead of ea."""
    return (
        f'<a:{tag}><a:latin typeface="{attr(latin)}"/><a:ea typeface="{attr(east_asian)}"/>'
        f'<a:cs typeface=""/><a:font script="Hans" typeface="{attr(east_asian)}"/></a:{tag}>'
    )


def theme_xml(tokens: DeckTokens, name: str) -> str:
    """Write the theme part: the twelve colour slots, two fonts, flat fills, no effects."""
    slots = "".join(
        f'<a:{slot}><a:srgbClr val="{tokens.colours[slot].upper()}"/></a:{slot}>' for slot in SLOTS
    )
    fonts = _font("majorFont", tokens.latin_major, tokens.east_asian_major)
    fonts += _font("minorFont", tokens.latin_minor, tokens.east_asian_minor)
    return (
        f'{DECLARATION}<a:theme xmlns:a="{NS_A}" name="{attr(name)}"><a:themeElements>'
        f'<a:clrScheme name="{attr(name)}">{slots}</a:clrScheme>'
        f'<a:fontScheme name="{attr(name)}">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="{attr(name)}"><a:fillStyleLst>{_SOLID * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{_LINES}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_NO_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_SOLID * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
        f"<a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _borders(tokens: DeckTokens, **sides: tuple[str, float] | None) -> str:
    """Cell borders in the order the schema wants; ``None`` draws none."""
    order = ("left", "right", "top", "bottom", "insideH", "insideV")
    drawn = ""
    for side in order:
        if side in sides:
            spec = sides[side]
            line = outline(tokens, spec[0], spec[1]) if spec else outline(tokens, None)
            drawn += f"<a:{side}>{line}</a:{side}>"
    return f"<a:tcBdr>{drawn}</a:tcBdr>"


def _cell_text(tokens: DeckTokens, name: str, bold: bool) -> str:
    weight = ' b="on"' if bold else ""
    slot, _, _ = tokens.shade(name)
    scheme = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}.get(slot, slot)
    return (
        f'<a:tcTxStyle{weight}><a:fontRef idx="minor"/><a:schemeClr val="{scheme}"/></a:tcTxStyle>'
    )


def table_styles_xml(tokens: DeckTokens) -> str:
    """Two table styles: 线表 for reading (rules only) and 填写表 for writing (all borders)."""
    hair = ("hairline", 0.75)
    none_sides = dict.fromkeys(("left", "right", "top", "insideV"))
    reading = (
        f'<a:tblStyle styleId="{READING_STYLE}" styleName="线表"><a:wholeTbl>'
        f"{_cell_text(tokens, 'dk1', False)}<a:tcStyle>"
        f"{_borders(tokens, **none_sides, bottom=hair, insideH=hair)}"
        f"<a:fill><a:noFill/></a:fill></a:tcStyle></a:wholeTbl>"
        f"<a:firstRow>{_cell_text(tokens, 'accent3', True)}<a:tcStyle>"
        f"{_borders(tokens, bottom=('accent1', 2.25))}"
        f"<a:fill><a:noFill/></a:fill></a:tcStyle></a:firstRow></a:tblStyle>"
    )
    sides = dict.fromkeys(("left", "right", "top", "bottom", "insideH", "insideV"), hair)
    writing = (
        f'<a:tblStyle styleId="{WRITING_STYLE}" styleName="填写表"><a:wholeTbl>'
        f"{_cell_text(tokens, 'dk1', False)}<a:tcStyle>{_borders(tokens, **sides)}"
        f"<a:fill>{fill(tokens, 'lt1')}</a:fill></a:tcStyle></a:wholeTbl>"
        f"<a:firstRow>{_cell_text(tokens, 'lt1', True)}<a:tcStyle><a:tcBdr/>"
        f"<a:fill>{fill(tokens, 'dk2')}</a:fill></a:tcStyle></a:firstRow></a:tblStyle>"
    )
    return (
        f'{DECLARATION}<a:tblStyleLst xmlns:a="{NS_A}" def="{READING_STYLE}">'
        f"{reading}{writing}</a:tblStyleLst>"
    )
