"""The whole template package from the deck's tokens: no binary template, one source of the look."""

from __future__ import annotations

from casepress.pptx.markup import DECLARATION, NS_R, ROOT_NS
from casepress.pptx.package import pack
from casepress.pptx.placeholder import level_style
from casepress.pptx.template_master import FIRST_MASTER_ID, layout_xml, master_xml
from casepress.pptx.template_notes import NOTES_SIZE_IN, handout_master_xml, notes_master_xml
from casepress.pptx.template_theme import table_styles_xml, theme_xml
from casepress.theme.deck import DeckTokens, LevelToken
from casepress.units import inch_emu

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_PML = f"{_OFFICE}.presentationml"
# Marks that may not begin or end a line (GB/T 15834-2011 5.1.1 to 5.1.3, clreq 3.1.4).
_NOT_AT_START = (
    "!%),.:;?]}¢°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞"
    "！＂％＇），．：；？］｀｜｝～￠"
)
_NOT_AT_END = "$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥"
_GUIDES_IN = (("horz", 1.95), ("horz", 6.45), ("vert", 0.75), ("vert", 12.583))


def _relations(*relations: tuple[str, str, str]) -> str:
    """Write a relationship part: (id, type, target); a full URI as type is kept."""
    body = "".join(
        f'<Relationship Id="{rid}" Type="{kind if ":" in kind else f"{NS_R}/{kind}"}"'
        f' Target="{target}"/>'
        for rid, kind, target in relations
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{body}</Relationships>'


def _presentation_xml(tokens: DeckTokens, relation: dict[str, str]) -> str:
    """Write the presentation part; kinsoku stands before the default text style (schema order)."""
    style = "".join(level_style(tokens, LevelToken(size=18), f"lvl{n}pPr") for n in range(1, 10))
    notes = NOTES_SIZE_IN
    masters = (
        f'<p:sldMasterIdLst><p:sldMasterId id="{FIRST_MASTER_ID}" r:id="{relation["master"]}"/>'
        f'</p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="{relation["notes"]}"/>'
        f"</p:notesMasterIdLst><p:handoutMasterIdLst>"
        f'<p:handoutMasterId r:id="{relation["handout"]}"/></p:handoutMasterIdLst>'
    )
    sizes = (
        f'<p:sldSz cx="{inch_emu(tokens.width_in)}" cy="{inch_emu(tokens.height_in)}"/>'
        f'<p:notesSz cx="{inch_emu(notes[0])}" cy="{inch_emu(notes[1])}"/>'
    )
    return (
        f'{DECLARATION}<p:presentation {ROOT_NS} saveSubsetFonts="1">{masters}<p:sldIdLst/>{sizes}'
        f'<p:kinsoku lang="zh-CN" invalStChars="{_NOT_AT_START}" invalEndChars="{_NOT_AT_END}"/>'
        f'<p:defaultTextStyle><a:defPPr><a:defRPr lang="zh-CN"/></a:defPPr>{style}'
        f"</p:defaultTextStyle></p:presentation>"
    )


def _properties() -> dict[str, str]:
    """Presentation, view and document properties."""
    guides = "".join(
        f"<p:guide{' orient=' + chr(34) + 'horz' + chr(34) if way == 'horz' else ''}"
        f' pos="{round(at * 576)}"/>'
        for way, at in _GUIDES_IN
    )
    scale = '<p:scale><a:sx n="100" d="100"/><a:sy n="100" d="100"/></p:scale>'
    return {
        "ppt/presProps.xml": f"{DECLARATION}<p:presentationPr {ROOT_NS}><p:prnPr"
        f' prnWhat="handouts3"/><p:showPr showNarration="1"><p:present/><p:sldAll/>'
        f'<p:penClr><a:schemeClr val="accent1"/></p:penClr></p:showPr></p:presentationPr>',
        "ppt/viewProps.xml": f"{DECLARATION}<p:viewPr {ROOT_NS}><p:normalViewPr>"
        f'<p:restoredLeft sz="15620"/><p:restoredTop sz="80000"/></p:normalViewPr><p:slideViewPr>'
        f'<p:cSldViewPr snapToGrid="0" snapToObjects="1"><p:cViewPr varScale="1">{scale}'
        f'<p:origin x="0" y="0"/></p:cViewPr><p:guideLst>{guides}</p:guideLst></p:cSldViewPr>'
        f'</p:slideViewPr><p:gridSpacing cx="72008" cy="72008"/></p:viewPr>',
        "docProps/app.xml": f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/'
        f'officeDocument/2006/extended-properties"><Application>casepress</Application>'
        f"<PresentationFormat>宽屏</PresentationFormat><AppVersion>1.0000</AppVersion>"
        f"</Properties>",
        "docProps/core.xml": f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/'
        f'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        f' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:language>zh-CN</dc:language></cp:coreProperties>",
    }


def _content_types(parts: dict[str, str]) -> str:
    kinds = {
        "ppt/presentation.xml": f"{_PML}.presentation.main+xml",
        "ppt/presProps.xml": f"{_PML}.presProps+xml",
        "ppt/viewProps.xml": f"{_PML}.viewProps+xml",
        "ppt/tableStyles.xml": f"{_PML}.tableStyles+xml",
        "docProps/app.xml": f"{_OFFICE}.extended-properties+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    folders = {
        "ppt/slideMasters/": f"{_PML}.slideMaster+xml",
        "ppt/slideLayouts/": f"{_PML}.slideLayout+xml",
        "ppt/notesMasters/": f"{_PML}.notesMaster+xml",
        "ppt/handoutMasters/": f"{_PML}.handoutMaster+xml",
        "ppt/theme/": f"{_OFFICE}.theme+xml",
    }
    overrides = ""
    for name in parts:
        if name.endswith(".rels"):
            continue
        kind = kinds.get(name) or next(v for k, v in folders.items() if name.startswith(k))
        overrides += f'<Override PartName="/{name}" ContentType="{kind}"/>'
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        f'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{overrides}</Types>"
    )


def template_parts(tokens: DeckTokens, name: str = "案例课件") -> dict[str, str]:
    """Every part of the template, by name; *name* is shown in Office's list of themes."""
    n_layouts = len(tokens.layouts)
    parts = {
        "ppt/theme/theme1.xml": theme_xml(tokens, name),
        "ppt/theme/theme2.xml": theme_xml(tokens, name),
        "ppt/theme/theme3.xml": theme_xml(tokens, name),
        "ppt/slideMasters/slideMaster1.xml": master_xml(tokens),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relations(
            *((f"rId{n}", "slideLayout", f"../slideLayouts/slideLayout{n}.xml")
              for n in range(1, n_layouts + 1)),
            (f"rId{n_layouts + 1}", "theme", "../theme/theme1.xml"),
        ),
        "ppt/notesMasters/notesMaster1.xml": notes_master_xml(),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _relations(
            ("rId1", "theme", "../theme/theme2.xml")
        ),
        "ppt/handoutMasters/handoutMaster1.xml": handout_master_xml(),
        "ppt/handoutMasters/_rels/handoutMaster1.xml.rels": _relations(
            ("rId1", "theme", "../theme/theme3.xml")
        ),
        "ppt/tableStyles.xml": table_styles_xml(tokens),
        **_properties(),
    }  # fmt: skip
    for n, layout in enumerate(tokens.layouts, 1):
        parts[f"ppt/slideLayouts/slideLayout{n}.xml"] = layout_xml(tokens, layout)
        parts[f"ppt/slideLayouts/_rels/slideLayout{n}.xml.rels"] = _relations(
            ("rId1", "slideMaster", "../slideMasters/slideMaster1.xml")
        )
    parts["ppt/presentation.xml"] = _presentation_xml(
        tokens, {"master": "rId1", "notes": "rId2", "handout": "rId3"}
    )
    parts["ppt/_rels/presentation.xml.rels"] = _relations(
        ("rId1", "slideMaster", "slideMasters/slideMaster1.xml"),
        ("rId2", "notesMaster", "notesMasters/notesMaster1.xml"),
        ("rId3", "handoutMaster", "handoutMasters/handoutMaster1.xml"),
        ("rId4", "presProps", "presProps.xml"),
        ("rId5", "viewProps", "viewProps.xml"),
        ("rId6", "theme", "theme/theme1.xml"),
        ("rId7", "tableStyles", "tableStyles.xml"),
    )
    parts["_rels/.rels"] = _relations(
        ("rId1", "officeDocument", "ppt/presentation.xml"),
        ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("rId3", "extended-properties", "docProps/app.xml"),
    )
    parts["[Content_Types].xml"] = _content_types(parts)
    return parts


_cache: dict[tuple[int, str], tuple[DeckTokens, dict[str, str]]] = {}
_packed: dict[int, bytes] = {}


def known_parts(tokens: DeckTokens, name: str) -> dict[str, str]:
    """Return :func:`template_parts`, made once per tokens object (which is immutable)."""
    key = (id(tokens), name)
    known = _cache.get(key)
    if known is None:
        if len(_cache) >= 8:
            _cache.clear()
            _packed.clear()
        known = _cache[key] = (tokens, template_parts(tokens, name))
    return known[1]


def template_bytes(tokens: DeckTokens, name: str = "案例课件") -> bytes:
    """Write the template as a .pptx without slides; the same tokens give the same bytes.

    The empty ``p:sldIdLst`` lets other programs use the file as their reference document.
    """
    parts = known_parts(tokens, name)
    if id(parts) not in _packed:
        _packed[id(parts)] = pack(parts)
    return _packed[id(parts)]
