"""Preflight of a .pptx: what validators miss and what makes Office offer a repair.

The Open XML SDK does not look at duplicate shape ids, sections, orphan placeholders or broken
workbooks, and a converter opens almost anything (measured on 24 broken decks); so the house looks
itself, at any presentation, not only at its own.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

from casepress.diagnostics import Severity
from casepress.frozen import dataclass
from casepress.pptx.archive import Archive, UnsafeArchiveError
from casepress.pptx.inheritance import slide_size
from casepress.pptx.inspect_fit import inspect_fit
from casepress.pptx.inspect_look import inspect_chart_sizes, inspect_look
from casepress.pptx.inspect_slide import inspect_chart, inspect_slide, slide_title
from casepress.pptx.markup import NS_P, NS_R

_NS_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_W3CDTF = re.compile(r"^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$")
_MIN_MASTER_ID = 0x80000000
_MACRO = ("vbaProject.bin", "vbaData.xml")


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something wrong in a file: a stable id, how bad, the part, and what exactly."""

    id: str
    severity: Severity
    part: str
    detail: str = ""


Found = Iterator[tuple[str, Severity, str, str]]
_ERROR, _WARNING = Severity.ERROR, Severity.WARNING


def inspect(data: bytes) -> list[Finding]:
    """List everything wrong with a presentation, in the order of its parts; empty means clean.

    Ids: ``zip-…`` container, ``type-…`` content types, ``rel-…`` relationships, ``pres-…``
    presentation, ``layout-…``, ``slide-…``, ``chart-…``, ``core-…``. Never raises for a broken
    file.
    """
    try:
        archive = Archive.open(data)
    except UnsafeArchiveError as error:
        return [Finding("zip-unsafe", _ERROR, "", str(error))]
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        return [Finding("zip-unreadable", _ERROR, "", str(error))]
    found = [Finding(*one) for one in _container(archive)]
    broken = {f.part for f in found if f.id == "xml-malformed"}
    if broken & {"[Content_Types].xml", "_rels/.rels", "ppt/presentation.xml"}:
        return found
    checks = (_types, _relationships, _presentation, _layouts, _slides, _look, _charts, _core)
    for check in checks:
        found += [Finding(*one) for one in check(archive, broken)]
    return found


def slide_numbers(data: bytes) -> dict[str, int]:
    """Give the number of each slide by its part; none for a file that cannot be read."""
    from lxml import etree

    try:
        listed = _slide_parts(Archive.open(data))
    except (zipfile.BadZipFile, OSError, ValueError, KeyError, RuntimeError, etree.LxmlError):
        return {}
    return {part: number for number, (_, part) in enumerate(listed, 1)}


def _container(archive: Archive) -> Found:
    """Entries of the zip: order, duplicates, safe names, well-formed XML."""
    from lxml import etree

    if not archive.names or archive.names[0] != "[Content_Types].xml":
        yield "zip-order", _WARNING, archive.names[0] if archive.names else "", ""
    for name, times in Counter(n.lower() for n in archive.names).items():
        if times > 1:
            yield "zip-duplicate", _ERROR, name, str(times)
    for name in archive.names:
        if "\\" in name or name.startswith("/") or ".." in name.split("/"):
            yield "zip-name", _ERROR, name, ""
        if name.endswith((".xml", ".rels")):
            try:
                archive.tree(name)
            except etree.XMLSyntaxError as error:
                yield "xml-malformed", _ERROR, name, str(error)
    for name in ("[Content_Types].xml", "_rels/.rels", "ppt/presentation.xml"):
        if name not in archive.content:
            yield "xml-malformed", _ERROR, name, "missing"


def _types(archive: Archive, broken: set[str]) -> Found:
    """Every part has a content type, every declared part exists."""
    _, overrides = archive.content_types
    for name in overrides:
        if name not in archive.content:
            yield "type-phantom", _ERROR, name, overrides[name]
    for name in archive.content:
        if name != "[Content_Types].xml" and not name.endswith("/") and not archive.type_of(name):
            yield "type-missing", _ERROR, name, ""
        elif name.startswith("ppt/") and name.endswith(".xml") and name not in overrides:
            yield "type-missing", _ERROR, name, "override"
        if name.endswith(_MACRO):
            yield "type-macro", _WARNING, name, ""


def _owner(rels: str) -> str:
    folder, _, base = rels.rpartition("_rels/")
    return folder + base.removesuffix(".rels")


def _relationships(archive: Archive, broken: set[str]) -> Found:
    """Targets exist, ids are unique, every r:id of a part resolves, every part is reachable."""
    reached = {"[Content_Types].xml"}
    for name in [n for n in archive.names if n.endswith(".rels") and n not in broken]:
        owner = _owner(name)
        reached.add(name)
        relations = archive.relations(owner)
        ids = Counter(r.id for r in relations)
        for rid, times in ids.items():
            if times > 1:
                yield "rel-duplicate", _ERROR, name, rid
        for relation in relations:
            if relation.external:
                if relation.kind != "hyperlink":
                    yield "rel-external", _WARNING, name, relation.target
                continue
            reached.add(relation.target)
            if relation.target not in archive.content:
                yield "rel-target", _ERROR, name, f"{relation.id} → {relation.target}"
        if owner and owner not in archive.content:
            yield "rel-owner", _ERROR, name, owner
        elif owner and owner not in broken and owner.endswith(".xml"):
            for rid in sorted(_references(archive.tree(owner)) - set(ids)):
                yield "rel-dangling", _ERROR, owner, rid
    for name in archive.names:
        if name not in reached and not name.endswith("/"):
            yield "rel-orphan", _WARNING, name, ""


def _references(root: Any) -> set[str]:
    prefix = f"{{{NS_R}}}"
    return {
        value
        for element in root.iter()
        for key, value in element.attrib.items()
        if key.startswith(prefix) and value
    }


def _slide_parts(archive: Archive) -> list[tuple[str, str]]:
    """(slide id, part name) in the order of the presentation."""
    target = {r.id: r.target for r in archive.relations("ppt/presentation.xml")}
    root = archive.tree("ppt/presentation.xml")
    return [
        (one.get("id", ""), target.get(one.get(f"{{{NS_R}}}id", ""), ""))
        for one in root.iter(f"{{{NS_P}}}sldId")
    ]


def _presentation(archive: Archive, broken: set[str]) -> Found:
    """Ids of slides, masters and layouts; sections; the list of the notes master."""
    part = "ppt/presentation.xml"
    root = archive.tree(part)
    slide_ids = [sid for sid, _ in _slide_parts(archive)]
    for sid, times in Counter(slide_ids).items():
        if times > 1:
            yield "pres-slide-id", _ERROR, part, sid
        if not sid.isdigit() or not 256 <= int(sid) < _MIN_MASTER_ID:
            yield "pres-slide-id", _ERROR, part, sid
    ids = [e.get("id", "") for e in root.iter(f"{{{NS_P}}}sldMasterId")]
    for master in archive.related(part, "slideMaster"):
        if master in archive.content and master not in broken:
            ids += [e.get("id", "") for e in archive.tree(master).iter(f"{{{NS_P}}}sldLayoutId")]
    for one, times in Counter(ids).items():
        if times > 1 or not one.isdigit() or int(one) < _MIN_MASTER_ID:
            yield "pres-master-id", _ERROR, part, one
    listed = [e.get("id", "") for e in root.iter(f"{{{_NS_P14}}}sldId")]
    if root.find(f".//{{{_NS_P14}}}sectionLst") is not None and listed != slide_ids:
        yield "pres-sections", _ERROR, part, ""
        for sid in sorted(set(listed) - set(slide_ids)):
            yield "pres-section-dangling", _ERROR, part, sid
    guids = Counter(e.get("id", "") for e in root.iter(f"{{{_NS_P14}}}section"))
    for one, times in guids.items():
        if times > 1:
            yield "pres-section-id", _ERROR, part, one
    has_notes = bool(archive.related(part, "notesMaster"))
    if has_notes and root.find(f"{{{NS_P}}}notesMasterIdLst") is None:
        yield "pres-notes-master", _ERROR, part, ""


def _layouts(archive: Archive, broken: set[str]) -> Found:
    """No two placeholders of a layout share an index: a slide could not tell them apart."""
    for name in archive.names:
        if not re.fullmatch(r"ppt/slideLayouts/[^/]+\.xml", name) or name in broken:
            continue
        indices = Counter(
            ph.get("idx", "0")
            for ph in archive.tree(name).iter(f"{{{NS_P}}}ph")
            if ph.get("type") not in ("title", "ctrTitle")
        )
        for idx, times in indices.items():
            if times > 1:
                yield "layout-index", _WARNING, name, idx


def _look(archive: Archive, broken: set[str]) -> Found:
    """What an audience sees: contrast, sizes, shrunk text, shapes off the slide, overflow."""
    parts = [p for _, p in _slide_parts(archive) if p in archive.content and p not in broken]
    masters = archive.related("ppt/presentation.xml", "slideMaster")
    if not broken and all(m in archive.content for m in masters):
        yield from inspect_look(archive, parts)
        yield from inspect_fit(archive, parts)


def _slides(archive: Archive, broken: set[str]) -> Found:
    """Each slide, and that no two carry the same title."""
    titles: dict[str, str] = {}
    for _, part in _slide_parts(archive):
        if part not in archive.content or part in broken:
            continue
        layouts = archive.related(part, "slideLayout")
        if len(layouts) != 1 or layouts[0] not in archive.content:
            yield "slide-layout", _ERROR, part, str(len(layouts))
            continue
        yield from inspect_slide(part, archive.tree(part), archive.tree(layouts[0]))
        title = slide_title(archive.tree(part))
        if title in titles:
            yield "slide-title-twice", _WARNING, part, titles[title]
        elif title:
            titles[title] = part


def _charts(archive: Archive, broken: set[str]) -> Found:
    """Each chart and the workbook inside it."""
    for name in archive.names:
        if re.fullmatch(r"ppt/charts/chart[^/]*\.xml", name) and name not in broken:
            books = [archive.content.get(b, b"") for b in archive.related(name, "package")]
            yield from inspect_chart(name, archive.tree(name), books)
            scale = slide_size(archive)[1] / 7.5
            yield from inspect_chart_sizes(name, archive.tree(name), scale)


def _core(archive: Archive, broken: set[str]) -> Found:
    """Dates of the core properties are W3CDTF (ECMA-376 part 2 §11)."""
    for name in archive.related("", "core-properties"):
        if name not in archive.content or name in broken:
            continue
        for element in archive.tree(name):
            if str(element.tag).endswith(("}created", "}modified")) and not _W3CDTF.match(
                element.text or ""
            ):
                yield "core-date", _ERROR, name, element.text or ""
            if len(element.text or "") > 255:
                yield "core-long", _WARNING, name, str(element.tag).rpartition("}")[2]
