"""Placeholders of any template with what they inherit: layout → master → presentation.

A layout says only what differs from its master: geometry, insets and anchor come from the master's
placeholder of the same kind, type sizes from the layout's list style, the master placeholder's,
the master's text styles and the presentation's default, in this order (ECMA-376 19.3.1.36, 21.1.2).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from casepress.frozen import dataclass
from casepress.pptx.archive import Archive
from casepress.pptx.markup import NS_A, NS_P, NS_R
from casepress.theme.deck import Align, Anchor, Box, LevelToken

_A, _P, _R = f"{{{NS_A}}}", f"{{{NS_P}}}", f"{{{NS_R}}}"
PRESENTATION = "ppt/presentation.xml"
_EMU = 914400
_LEVELS = 5
_INSETS = (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))
_ANCHOR: dict[str, Anchor] = {"t": "top", "ctr": "middle", "b": "bottom"}
_ALIGN: dict[str, Align] = {"l": "left", "ctr": "center", "r": "right"}
MASTER_KIND = {"title": "title", "ctrTitle": "title", "dt": "dt", "ftr": "ftr", "sldNum": "sldNum"}
_SCHEME = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
_DEFAULT_PT = 18.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A placeholder of a layout; *kind* is its ``p:ph`` type, ``obj`` where it has none."""

    kind: str
    idx: int
    name: str
    box: Box
    inset: Box
    anchor: Anchor
    levels: tuple[LevelToken, ...]
    vertical: bool

    @property
    def area(self) -> float:
        """Return its area in square inches."""
        return self.box[2] * self.box[3]


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout: position among all layouts of all masters, part, names, frames in file order."""

    index: int
    part: str
    master: str
    name: str
    kind: str
    key: str
    """``matchingName``: the stable key, where the file was exported by us."""
    frames: tuple[Frame, ...]


def slide_size(archive: Archive) -> tuple[float, float]:
    """Give width and height of a slide in inches."""
    size = archive.tree(PRESENTATION).find(f"{_P}sldSz")
    if size is None:
        return 10.0, 7.5
    return int(size.get("cx")) / _EMU, int(size.get("cy")) / _EMU


def masters(archive: Archive) -> list[str]:
    """List the slide masters in the order of the presentation."""
    return _listed(archive, PRESENTATION, "sldMasterId")


def layouts(archive: Archive) -> tuple[Layout, ...]:
    """Read every layout of every master, in the order an application lists them."""
    found: list[Layout] = []
    for master in masters(archive):
        for part in _listed(archive, master, "sldLayoutId"):
            root = archive.tree(part)
            common = root.find(f"{_P}cSld")
            found.append(
                Layout(
                    len(found),
                    part,
                    master,
                    (common.get("name") or "") if common is not None else "",
                    root.get("type") or "",
                    root.get("matchingName") or "",
                    tuple(_frames(archive, root, archive.tree(master))),
                )
            )
    return tuple(found)


def _listed(archive: Archive, part: str, tag: str) -> list[str]:
    target = {r.id: r.target for r in archive.relations(part)}
    ids = [e.get(f"{_R}id", "") for e in archive.tree(part).iter(f"{_P}{tag}")]
    return [target[i] for i in ids if target.get(i) in archive.content]


def placeholders_of(root: Any) -> Iterator[tuple[Any, Any]]:
    """Yield (shape, ph) of every placeholder of a layout or master."""
    for shape in root.iter(f"{_P}sp", f"{_P}pic", f"{_P}graphicFrame"):
        ph = shape.find(f"./*/{_P}nvPr/{_P}ph")
        if ph is not None:
            yield shape, ph


def _frames(archive: Archive, root: Any, master: Any) -> Iterator[Frame]:
    parents = {
        MASTER_KIND.get(ph.get("type", "obj"), "body"): shape
        for shape, ph in placeholders_of(master)
    }
    for shape, ph in placeholders_of(root):
        kind = ph.get("type", "obj")
        family = MASTER_KIND.get(kind, "body")
        chain = [shape] + ([parents[family]] if family in parents else [])
        box = box_of(chain)
        if box is None:
            continue
        head = shape.find(f".//{_P}cNvPr")
        styles = styles_of(archive, chain, master, family)
        yield Frame(
            kind,
            int(ph.get("idx", "0")),
            head.get("name", "") if head is not None else "",
            box,
            inset_of(chain),
            _ANCHOR.get(body_property(chain, "anchor") or "t", "top"),
            tuple(_level(styles, n) for n in range(1, _LEVELS + 1)),
            (body_property(chain, "vert") or "horz") != "horz" or ph.get("orient") == "vert",
        )


def box_of(chain: list[Any]) -> Box | None:
    """Give the geometry in inches of the first shape that has one."""
    for shape in chain:
        xfrm = shape.find(f"{_P}spPr/{_A}xfrm")
        if xfrm is None:
            xfrm = shape.find(f"{_P}xfrm")
        if xfrm is None or xfrm.find(f"{_A}ext") is None:
            continue
        off, ext = xfrm.find(f"{_A}off"), xfrm.find(f"{_A}ext")
        x, y = (int(off.get(k)) / _EMU for k in ("x", "y"))
        w, h = (int(ext.get(k)) / _EMU for k in ("cx", "cy"))
        return round(x, 4), round(y, 4), round(w, 4), round(h, 4)
    return None


def name_of(shape: Any) -> str:
    """Give the name a shape has in the selection pane; empty if it has none."""
    head = shape.find(f".//{_P}cNvPr")
    return str(head.get("name", "")) if head is not None else ""


def body_property(chain: list[Any], name: str) -> str | None:
    """Look up an attribute of ``a:bodyPr`` through inheritance."""
    for shape in chain:
        body = shape.find(f"{_P}txBody/{_A}bodyPr")
        if body is not None and body.get(name) is not None:
            return str(body.get(name))
    return None


def inset_of(chain: list[Any]) -> Box:
    """Give what a shape's text keeps clear of its edges, in inches: left, top, right, bottom."""
    left, top, right, bottom = (
        round(int(body_property(chain, name) or default) / _EMU, 4) for name, default in _INSETS
    )
    return left, top, right, bottom


def styles_of(archive: Archive, chain: list[Any], master: Any, family: str) -> list[Any]:
    """List the elements that hold ``a:lvlNpPr``, nearest first."""
    found = [shape.find(f"{_P}txBody/{_A}lstStyle") for shape in chain]
    tag = {"title": "titleStyle", "body": "bodyStyle"}.get(family, "otherStyle")
    found.append(master.find(f"{_P}txStyles/{_P}{tag}"))
    found.append(archive.tree(PRESENTATION).find(f"{_P}defaultTextStyle"))
    return [one for one in found if one is not None]


def chain_of(shape: Any, layout: Any, master: Any) -> tuple[list[Any], str]:
    """Give a slide's shape with the placeholders it inherits from, and its family of styles."""
    ph = shape.find(f"./*/{_P}nvPr/{_P}ph")
    if ph is None:
        return [shape], "other"
    kind, idx = ph.get("type", "obj"), ph.get("idx", "0")
    family = MASTER_KIND.get(kind, "body")
    chain = [shape]
    for one, their in placeholders_of(layout):
        theirs = MASTER_KIND.get(their.get("type", "obj"), "body")
        same = family == theirs == "title" or (
            family != "title" and theirs != "title" and their.get("idx", "0") == idx
        )
        if same:
            chain.append(one)
            family = theirs
            break
    for one, their in placeholders_of(master):
        if MASTER_KIND.get(their.get("type", "obj"), "body") == family:
            chain.append(one)
            break
    return chain, family


def level_styles(styles: list[Any], number: int) -> list[Any]:
    """List the paragraph properties of one outline level (from 1), nearest first."""
    return [e for s in styles if (e := s.find(f"{_A}lvl{number}pPr")) is not None]


def _level(styles: list[Any], number: int) -> LevelToken:
    """Resolve one outline level."""
    return level_of(level_styles(styles, number))


def level_of(levels: list[Any]) -> LevelToken:
    """Resolve the looks of a paragraph from the properties that apply to it, nearest first."""
    runs = [e for level in levels if (e := level.find(f"{_A}defRPr")) is not None]
    size = int(_first(runs, "sz") or _DEFAULT_PT * 100) / 100
    return LevelToken(
        size=size,
        bold=_first(runs, "b") in ("1", "true"),
        colour=_colour(runs),
        align=_ALIGN.get(_first(levels, "algn") or "l", "left"),
        line_percent=_line_percent(levels, size),
        before_pt=_before(levels, size),
        bullet=_bullet(levels),
        hang_in=round(max(int(_first(levels, "marL") or 0), 0) / _EMU, 4),
    )


def _first(elements: list[Any], name: str) -> str | None:
    return next((str(e.get(name)) for e in elements if e.get(name) is not None), None)


def _colour(runs: list[Any]) -> str:
    """Give the slot of the text; text 1 where it is literal or unknown."""
    for run in runs:
        fill = run.find(f"{_A}solidFill")
        if fill is not None:
            scheme = fill.find(f"{_A}schemeClr")
            name = scheme.get("val") if scheme is not None else "tx1"
            return _SCHEME.get(name, name)
    return "dk1"


def _line_percent(levels: list[Any], size: float) -> float:
    for level in levels:
        percent = level.find(f"{_A}lnSpc/{_A}spcPct")
        points = level.find(f"{_A}lnSpc/{_A}spcPts")
        if percent is not None:
            return _percent(percent)
        if points is not None:
            return round(int(points.get("val")) / 100 / (size * 1.2) * 100, 2)
    return 100.0


def _percent(element: Any) -> float:
    """Read ``90000`` or ``90%`` (both are in the standard) as 90."""
    value = str(element.get("val"))
    return float(value[:-1]) if value.endswith("%") else int(value) / 1000


def _before(levels: list[Any], size: float) -> float:
    for level in levels:
        points = level.find(f"{_A}spcBef/{_A}spcPts")
        percent = level.find(f"{_A}spcBef/{_A}spcPct")
        if points is not None:
            return int(points.get("val")) / 100
        if percent is not None:
            return round(size * 1.2 * _percent(percent) / 100, 2)
    return 0.0


def _bullet(levels: list[Any]) -> str:
    for level in levels:
        if level.find(f"{_A}buNone") is not None:
            return ""
        char = level.find(f"{_A}buChar")
        if char is not None:
            return str(char.get("char"))
        if level.find(f"{_A}buAutoNum") is not None:
            return "1."
    return ""
