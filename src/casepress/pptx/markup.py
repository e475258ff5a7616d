"""Small XML: escaping, cleaning, colours and geometry as DrawingML strings.

The slides are written as text because they are regular and many; everything that goes into them
passes through :func:`text` or :func:`attr`.
"""

from __future__ import annotations

import re
import uuid
from functools import lru_cache

from casepress.theme.deck import Box, DeckTokens, ShapeToken
from casepress.units import inch_emu, pt_emu

NS_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
NS_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NS_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
NS_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
ROOT_NS = f'xmlns:a="{NS_A}" xmlns:r="{NS_R}" xmlns:p="{NS_P}"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
LANG = 'lang="zh-CN" altLang="en-US"'
HOUSE = uuid.UUID("5f1d3a62-8c1e-5a0b-9a44-6d2b8c0e7f31")
"""Namespace of every identifier made here: the same name gives the same GUID on any machine."""

# C0 and C1 controls (but not tab, line feed and \v), bidi marks, embeddings and overrides,
# surrogates, noncharacters: none has a place on a slide, and most make Office repair the file.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(0x10000 * plane + low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF))
    + "]"
)
_SCHEME = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
    ' val="1"/></a:ext></a:extLst>'
)


def clean(words: str) -> str:
    r"""Drop the characters XML or a slide cannot hold; a line break stays as ``\v``."""
    if words.isprintable():  # no control, format, surrogate or noncharacter among them
        return words
    return _FORBIDDEN.sub("", words)


def text(words: str) -> str:
    """Clean and escape *words* as element content."""
    if not words.isprintable():
        words = clean(words).replace("\v", "\n")
    if "&" in words or "<" in words or ">" in words:
        words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return words


def attr(words: str) -> str:
    """Clean and escape *words* as an attribute value; line breaks become spaces."""
    words = " ".join(clean(words).split())
    words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return words.replace('"', "&quot;")


def guid(name: str) -> str:
    """Derive a stable GUID in Office's braces from *name* (RFC 9562 version 5)."""
    return "{" + str(uuid.uuid5(HOUSE, name)).upper() + "}"


@lru_cache(maxsize=512)
def _scheme(slot: str, factor: float, offset: float, opacity: float) -> str:
    changes = ""
    if factor != 1.0:
        changes += f'<a:lumMod val="{round(factor * 100000)}"/>'
    if offset:
        changes += f'<a:lumOff val="{round(offset * 100000)}"/>'
    if opacity != 1.0:
        changes += f'<a:alpha val="{round(opacity * 100000)}"/>'
    name = _SCHEME.get(slot, slot)
    if not changes:
        return f'<a:schemeClr val="{name}"/>'
    return f'<a:schemeClr val="{name}">{changes}</a:schemeClr>'


def colour(tokens: DeckTokens, name: str, opacity: float = 1.0) -> str:
    """Write a colour word (slot or shade) as ``a:schemeClr``: nothing carries a literal value."""
    return _scheme(*tokens.shade(name), opacity)


def fill(tokens: DeckTokens, name: str | None, opacity: float = 1.0) -> str:
    """Write a solid fill, or none."""
    if name is None:
        return "<a:noFill/>"
    return f"<a:solidFill>{colour(tokens, name, opacity)}</a:solidFill>"


def outline(tokens: DeckTokens, name: str | None, width_pt: float = 0.75, tail: str = "") -> str:
    """Write a line of *width_pt* points, or none; *tail* holds children such as arrowheads."""
    if name is None:
        return "<a:ln><a:noFill/></a:ln>"
    return f'<a:ln w="{pt_emu(width_pt)}">{fill(tokens, name)}{tail}</a:ln>'


def emu(box: Box) -> tuple[int, int, int, int]:
    """Give a box in inches as integers in EMU."""
    return inch_emu(box[0]), inch_emu(box[1]), inch_emu(box[2]), inch_emu(box[3])


def xfrm(box: Box, tag: str = "a", flip: str = "") -> str:
    """Write the transform of a box in inches; *flip* holds attributes such as ``flipV="1"``."""
    x, y, w, h = emu(box)
    return f'<{tag}:xfrm{flip}><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></{tag}:xfrm>'


def nonvisual(shape_id: int, name: str, alt: str = "", decorative: bool = False) -> str:
    """Write the ``p:cNvPr`` of a shape: unique id, name, and words or the decorative flag."""
    descr = f' descr="{attr(alt)}"' if alt else ""
    head = f'<p:cNvPr id="{shape_id}" name="{attr(name)}"{descr}'
    return f"{head}>{_DECORATIVE}</p:cNvPr>" if decorative else f"{head}/>"


_PRESET = {"box": "rect", "disc": "pieWedge", "dot": "ellipse"}


def ornament(tokens: DeckTokens, shape: ShapeToken, shape_id: int, name: str = "") -> str:
    """Write a fixed shape without text, flagged decorative; it snaps to the page's right edge."""
    x, y, w, h = shape.box
    if abs(x + w - tokens.width_in) < 0.002:
        w = tokens.width_in - x
    head = nonvisual(shape_id, name or shape.name, decorative=True)
    if shape.kind == "line":
        return (
            f'<p:cxnSp><p:nvCxnSpPr>{head}<p:cNvCxnSpPr/><p:nvPr userDrawn="1"/></p:nvCxnSpPr>'
            f'<p:spPr>{xfrm((x, y, w, h))}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
            f"{outline(tokens, shape.fill, shape.line_pt)}</p:spPr></p:cxnSp>"
        )
    return (
        f'<p:sp><p:nvSpPr>{head}<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{xfrm((x, y, w, h))}<a:prstGeom prst="{_PRESET[shape.kind]}"><a:avLst/>'
        f"</a:prstGeom>{fill(tokens, shape.fill, shape.opacity)}<a:ln><a:noFill/></a:ln></p:spPr>"
        f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr {LANG}/></a:p></p:txBody></p:sp>"
    )


GROUP_ROOT = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
    '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
