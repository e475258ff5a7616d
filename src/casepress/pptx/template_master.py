"""The slide master and the layouts."""

from __future__ import annotations

from casepress.pptx.markup import (
    DECLARATION,
    GROUP_ROOT,
    LANG,
    ROOT_NS,
    attr,
    fill,
    nonvisual,
    ornament,
    xfrm,
)
from casepress.pptx.placeholder import (
    body_properties,
    layout_placeholder,
    level_style,
    list_style,
    number_paragraph,
    prompt,
)
from casepress.pptx.template_theme import CLR_MAP
from casepress.theme.deck import DeckTokens, LayoutToken, LevelToken, PlaceholderToken
from casepress.theme.reading import reading_order

_LAYOUT_TYPE = {
    "title": ' type="title"',
    "section": ' type="secHead"',
    "content": ' type="obj"',
    "title_only": ' type="titleOnly"',
    "custom": ' userDrawn="1"',
}
FIRST_MASTER_ID = 2147483648
_BODY_SIZES = (24.0, 20.0, 18.0, 18.0, 18.0, 18.0, 18.0, 18.0, 18.0)
_NO_HEADERS = '<p:hf hdr="0" ftr="0" dt="0"/>'


def _background(tokens: DeckTokens, slot: str) -> str:
    return f"<p:bg><p:bgPr>{fill(tokens, slot)}<a:effectLst/></p:bgPr></p:bg>"


def layout_xml(tokens: DeckTokens, layout: LayoutToken) -> str:
    """Write a layout part: ornaments behind, placeholders in reading order.

    ``matchingName`` carries the stable key, so that a layout is found again whatever a designer
    calls it.
    """
    shapes, shape_id = "", 1
    for shape in layout.shapes:
        shape_id += 1
        shapes += ornament(tokens, shape, shape_id)
    for token in reading_order(tokens, layout.key):
        shape_id += 1
        shapes += layout_placeholder(tokens, layout, token, shape_id)
    master = "" if layout.furniture else ' showMasterSp="0"'
    ground = _background(tokens, layout.background) if layout.background != "lt2" else ""
    return (
        f"{DECLARATION}<p:sldLayout {ROOT_NS}{master}"
        f'{_LAYOUT_TYPE[layout.kind]} matchingName="{attr(layout.key)}" preserve="1">'
        f'<p:cSld name="{attr(layout.name)}">{ground}<p:spTree>{GROUP_ROOT}{shapes}</p:spTree>'
        f"</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _common(tokens: DeckTokens, kind: str) -> PlaceholderToken | None:
    return next((p for p in tokens.common if p.type == kind), None)


def _master_placeholder(
    tokens: DeckTokens, token: PlaceholderToken, ph: str, shape_id: int, words: str
) -> str:
    styles = list_style(tokens, () if token.type == "title" else token.levels)
    return (
        f"<p:sp><p:nvSpPr>{nonvisual(shape_id, token.name)}"
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{ph}</p:nvPr></p:nvSpPr>'
        f'<p:spPr>{xfrm(token.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f"<p:txBody>{body_properties(token)}{styles}{words}</p:txBody>"
        f"</p:sp>"
    )


def _outline_words() -> str:
    names = ("第一级", "第二级", "第三级", "第四级", "第五级")
    return "".join(
        f'<a:p><a:pPr lvl="{n}"/><a:r><a:rPr {LANG}/><a:t>{name}文字</a:t></a:r></a:p>'
        for n, name in enumerate(names)
    )


def _master_shapes(tokens: DeckTokens) -> str:
    shapes, shape_id = "", 1
    for shape in tokens.master_shapes:
        shape_id += 1
        shapes += ornament(tokens, shape, shape_id)
    body = PlaceholderToken(
        idx=1, role="body", name="正文", box=(0.75, 1.95, tokens.width_in - 1.5, 4.5)
    )
    date = PlaceholderToken(
        idx=10,
        role="date",
        name="日期",
        box=(8.95, 7.07, 2.4, 0.28),
        anchor="middle",
        levels=(LevelToken(size=12, colour="accent4", align="right"),),
    )
    plan = (
        (_common(tokens, "title"), '<p:ph type="title"/>', None),
        (body, '<p:ph type="body" idx="1"/>', _outline_words()),
        (date, '<p:ph type="dt" sz="half" idx="2"/>', f"<a:p><a:endParaRPr {LANG}/></a:p>"),
        (_common(tokens, "footer"), '<p:ph type="ftr" sz="quarter" idx="3"/>', None),
        (
            _common(tokens, "slide_number"),
            '<p:ph type="sldNum" sz="quarter" idx="4"/>',
            number_paragraph("‹#›"),
        ),
    )
    for token, ph, words in plan:
        if token is not None:
            shape_id += 1
            words = prompt(token) if words is None else words
            shapes += _master_placeholder(tokens, token, ph, shape_id, words)
    return shapes


def _text_styles(tokens: DeckTokens) -> str:
    title = _common(tokens, "title")
    level = title.levels[0] if title and title.levels else LevelToken(size=30, bold=True)
    body = "".join(
        level_style(tokens, LevelToken(size=size, hang_in=0.0), f"lvl{n}pPr")
        for n, size in enumerate(_BODY_SIZES, 1)
    )
    other = "".join(level_style(tokens, LevelToken(size=18), f"lvl{n}pPr") for n in range(1, 10))
    return (
        f"<p:txStyles><p:titleStyle>{level_style(tokens, level, 'lvl1pPr')}</p:titleStyle>"
        f"<p:bodyStyle>{body}</p:bodyStyle>"
        f"<p:otherStyle><a:defPPr><a:defRPr {LANG}/></a:defPPr>{other}</p:otherStyle></p:txStyles>"
    )


def master_xml(tokens: DeckTokens) -> str:
    """Write the slide master: ground, spine, hairline, five placeholders, styles, layouts."""
    ids = "".join(
        f'<p:sldLayoutId id="{FIRST_MASTER_ID + n}" r:id="rId{n}"/>'
        for n in range(1, len(tokens.layouts) + 1)
    )
    return (
        f'{DECLARATION}<p:sldMaster {ROOT_NS} preserve="1"><p:cSld>{_background(tokens, "lt2")}'
        f"<p:spTree>{GROUP_ROOT}{_master_shapes(tokens)}</p:spTree></p:cSld>{CLR_MAP}"
        f"<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>{_NO_HEADERS}{_text_styles(tokens)}"
        f"</p:sldMaster>"
    )
