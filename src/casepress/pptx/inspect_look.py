"""Preflight of what an audience sees: contrast, type sizes, shrunk text, shapes off the slide.

Colours and sizes are followed through inheritance and the master's colour map. Where the ground
of a text is a picture or a gradient, or lies only partly under it, nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from casepress.diagnostics import Severity
from casepress.frozen import dataclass
from casepress.pptx.archive import Archive
from casepress.pptx.inheritance import (
    box_of,
    chain_of,
    name_of,
    slide_size,
    styles_of,
)
from casepress.pptx.markup import NS_A, NS_C, NS_P
from casepress.pptx.palette import READABLE, colour_map, contrast, ground, resolve, scheme
from casepress.theme.deck import Box

Found = Iterator[tuple[str, Severity, str, str]]
_A, _P, _C = f"{{{NS_A}}}", f"{{{NS_P}}}", f"{{{NS_C}}}"
_WARNING = Severity.WARNING
LEAST_PT, LEAST_TITLE_PT, _HEIGHT_IN = 12.0, 24.0, 7.5
"""Smallest type of anything and of titles on a slide 7.5 in high; others in proportion."""
_OUTSIDE_IN = 0.02
_UNKNOWN = ""
_SOLID_SHAPES = ("rect", "roundRect")


@dataclass(frozen=True, slots=True)
class _Stage:
    """What a slide stands on: its inheritance, colours and ground."""

    archive: Archive
    layout: Any
    master: Any
    colours: Mapping[str, str]
    mapping: Mapping[str, str]
    ground: str
    grounds: tuple[tuple[Box, str], ...]
    """Filled shapes behind the slide's own, from back to front; empty colour: unknown."""

    def colour(self, holder: Any) -> str | None:
        return resolve(holder, self.colours, self.mapping)


def inspect_look(archive: Archive, slides: list[str]) -> Found:
    """Look at every slide in order."""
    size = slide_size(archive)
    scale = size[1] / _HEIGHT_IN
    stages: dict[str, _Stage | None] = {}
    for part in slides:
        layout = next(iter(archive.related(part, "slideLayout")), "")
        if layout not in stages:
            stages[layout] = _stage(archive, layout)
        stage = stages[layout]
        if stage is not None:
            yield from _slide(part, archive.tree(part), stage, size, scale)


def _stage(archive: Archive, layout: str) -> _Stage | None:
    master = next(iter(archive.related(layout, "slideMaster")), "")
    if layout not in archive.content or master not in archive.content:
        return None
    root, above = archive.tree(layout), archive.tree(master)
    colours, mapping = scheme(archive, master), colour_map(above)
    override = root.find(f"{_P}clrMapOvr/{_A}overrideClrMapping")
    if override is not None:
        mapping = dict(override.attrib)
    bare = _Stage(archive, root, above, colours, mapping, ground(archive, layout, master), ())
    behind = _filled(above, bare) if root.get("showMasterSp") != "0" else []
    return _Stage(
        archive, root, above, colours, mapping, bare.ground, tuple(behind + _filled(root, bare))
    )


def _filled(root: Any, stage: _Stage) -> list[tuple[Box, str]]:
    """List boxes of shapes that are no placeholders, with their fill."""
    found = []
    for shape in root.iter(f"{_P}sp", f"{_P}pic"):
        if shape.find(f"./*/{_P}nvPr/{_P}ph") is not None:
            continue
        box, fill = box_of([shape]), _fill(shape, stage)
        if box is not None and fill is not None:
            found.append((box, fill))
    return found


def _fill(shape: Any, stage: _Stage) -> str | None:
    """Give the colour of a shape's own fill; empty: not one colour; None: no fill."""
    if shape.tag == f"{_P}pic":
        return _UNKNOWN
    properties = shape.find(f"{_P}spPr")
    if properties is None:
        return None
    preset = properties.find(f"{_A}prstGeom")
    solid = properties.find(f"{_A}solidFill")
    if solid is not None and solid.find(f".//{_A}alpha") is None:
        if preset is not None and preset.get("prst") not in _SOLID_SHAPES:
            return None
        return stage.colour(solid) or _UNKNOWN
    if any(properties.find(f"{_A}{n}") is not None for n in ("gradFill", "blipFill", "pattFill")):
        return _UNKNOWN
    return None


def _slide(part: str, root: Any, stage: _Stage, size: tuple[float, float], scale: float) -> Found:
    if root.find(f"{_P}cSld/{_P}bg") is not None:
        stage = _own_ground(root, stage)
    behind = list(stage.grounds)
    for shape in root.iter(f"{_P}sp", f"{_P}pic"):
        chain, family = chain_of(shape, stage.layout, stage.master)
        box = box_of(chain)
        own = next((f for s in chain if (f := _fill(s, stage)) is not None), None)
        if box is not None and own is not None:
            behind.append((box, own))
        name = name_of(shape)
        if box is not None and _outside(box, size):
            yield "slide-outside", _WARNING, part, name
        if shape.find(f"{_P}txBody") is not None and "".join(shape.itertext()).strip():
            styles = styles_of(stage.archive, chain, stage.master, family)
            yield from _text(part, shape, name, stage, styles, _under(box, behind, stage))
            yield from _sizes(part, shape, name, styles, family, scale)
    for fit in root.iter(f"{_A}normAutofit"):
        if int(str(fit.get("fontScale") or "100000").rstrip("%")) not in (100, 100000):
            yield "slide-shrunk", _WARNING, part, str(fit.get("fontScale"))
            break


def _own_ground(root: Any, stage: _Stage) -> _Stage:
    solid = root.find(f"{_P}cSld/{_P}bg/{_P}bgPr/{_A}solidFill")
    rgb = stage.colour(solid) if solid is not None else None
    return _Stage(
        stage.archive, stage.layout, stage.master, stage.colours, stage.mapping, rgb or _UNKNOWN, ()
    )


def _outside(box: Box, size: tuple[float, float]) -> bool:
    x, y, w, h = box
    far = (x + w > size[0] + _OUTSIDE_IN, y + h > size[1] + _OUTSIDE_IN)
    return x < -_OUTSIDE_IN or y < -_OUTSIDE_IN or any(far)


def _under(box: Box | None, behind: list[tuple[Box, str]], stage: _Stage) -> str:
    """Give the colour under a text: the topmost fill that holds all of its frame."""
    if box is None:
        return _UNKNOWN
    x, y, w, h = box
    for (left, top, wide, high), rgb in reversed(behind):
        apart = x >= left + wide or left >= x + w or y >= top + high or top >= y + h
        inside = (
            x >= left - 0.05 and y >= top - 0.05
            and x + w <= left + wide + 0.05 and y + h <= top + high + 0.05
        )  # fmt: skip
        if inside:
            return rgb
        if not apart and rgb == _UNKNOWN:
            return _UNKNOWN
    return stage.ground


def _text(part: str, shape: Any, name: str, stage: _Stage, styles: list[Any], under: str) -> Found:
    """Contrast of each run, said once per shape and pair of colours."""
    if not under:
        return
    said: set[str] = set()
    for paragraph in shape.iter(f"{_A}p"):
        level = _level_of(paragraph)
        for run in paragraph.findall(f"{_A}r"):
            holders = [run.find(f"{_A}rPr"), *_run_styles(styles, level)]
            if any(h is not None and h.find(f"{_A}hlinkClick") is not None for h in holders):
                holders = []
            filled = (h.find(f"{_A}solidFill") for h in holders if h is not None)
            solid = next((f for f in filled if f is not None), None)
            named = "hlink" if not holders else "tx1"
            slot = stage.mapping.get(named, "dk1")
            rgb = stage.colour(solid) if solid is not None else stage.colours.get(slot)
            if rgb is None or not (run.findtext(f"{_A}t") or "").strip() or rgb in said:
                continue
            ratio = contrast(rgb, under)
            if ratio < READABLE:
                said.add(rgb)
                yield "slide-contrast", _WARNING, part, f"{name} {rgb}/{under} {ratio:.1f}"


def _level_of(paragraph: Any) -> int:
    given = paragraph.find(f"{_A}pPr")
    return int(given.get("lvl", "0")) + 1 if given is not None else 1


def _run_styles(styles: list[Any], level: int) -> list[Any]:
    found = (s.find(f"{_A}lvl{level}pPr/{_A}defRPr") for s in styles)
    return [one for one in found if one is not None]


def _sizes(part: str, shape: Any, name: str, styles: list[Any], family: str, scale: float) -> Found:
    """The smallest type of a shape against the least an audience can read."""
    smallest = 1000.0
    for paragraph in shape.iter(f"{_A}p"):
        inherited = _run_styles(styles, _level_of(paragraph))
        for run in paragraph.findall(f"{_A}r"):
            if not (run.findtext(f"{_A}t") or "").strip():
                continue
            holders = [run.find(f"{_A}rPr"), *inherited]
            sizes = (h.get("sz") for h in holders if h is not None)
            smallest = min(smallest, int(next((s for s in sizes if s), "1800")) / 100)
    least = (LEAST_TITLE_PT if family == "title" else LEAST_PT) * scale
    if smallest < least - 0.05:
        yield "slide-small", _WARNING, part, f"{name} {smallest:g} pt"


def inspect_chart_sizes(part: str, root: Any, scale: float) -> Found:
    """Labels and axes of a chart against the least size."""
    sizes = [int(e.get("sz")) / 100 for e in root.iter(f"{_A}defRPr", f"{_A}rPr") if e.get("sz")]
    if sizes and min(sizes) < LEAST_PT * scale - 0.05:
        yield "chart-small", _WARNING, part, f"{min(sizes):g} pt"
