"""An organisation's own template: opened with care, emptied of its sample slides.

What comes out is a plain .pptx package without slides, whose masters, layouts and theme are the
organisation's, untouched but for two things a placeholder needs to be filled at all: an index of
its own, and its look in a list style (LibreOffice leaves both to the sample words).
"""

from __future__ import annotations

import zipfile
from copy import deepcopy
from pathlib import Path
from typing import Any

from casepress.diagnostics import CasepressError, Diagnostic, ExitCode, Severity
from casepress.frozen import dataclass
from casepress.pptx.archive import Archive, UnsafeArchiveError
from casepress.pptx.inheritance import PRESENTATION
from casepress.pptx.markup import NS_A, NS_P, NS_R
from casepress.pptx.package import pack

NOT_A_TEMPLATE, OLD_FORMAT, MACROS, ENCRYPTED, UNSAFE = (
    "CP0520", "CP0521", "CP0522", "CP0523", "CP0524",
)  # fmt: skip
_A, _P, _R = f"{{{NS_A}}}", f"{{{NS_P}}}", f"{{{NS_R}}}"
_MAIN = "application/vnd.openxmlformats-officedocument.presentationml.{}.main+xml"
_PLAIN, _OPENED = _MAIN.format("presentation"), ("presentation", "template", "slideshow")
_MACRO_MAIN = "macroEnabled"
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LIMIT_BYTES = 200_000_000
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_FIRST_IDX = 1
_DROPPED_ROOT = ("thumbnail", "extended-properties", "custom-properties")
_RUN_LOOK = ("solidFill", "latin", "ea", "cs")


@dataclass(frozen=True, slots=True)
class Emptied:
    """A template without slides, and what was done to it."""

    data: bytes
    archive: Archive
    dropped: int
    """Sample slides taken out."""
    repaired: int
    """Placeholders that were given an index or a list style."""


def read_template(path: Path) -> Emptied:
    """Open *path* (.pptx, .potx, .ppsx) and empty it.

    Raises CasepressError for what cannot be a template: CP0520 other files, CP0521 .ppt, CP0522
    macros, CP0523 encrypted, CP0524 zips larger than any honest template.
    """
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= _LIMIT_BYTES else b""
    except OSError as error:
        raise _refused(NOT_A_TEMPLATE, path, str(error.strerror or error)) from error
    if not data and size:
        raise _refused(UNSAFE, path, f"{size} bytes")
    return empty(data, path)


def empty(data: bytes, path: Path) -> Emptied:
    """Empty the template in *data*; *path* only names it in messages."""
    archive = _opened(data, path)
    main = archive.type_of(PRESENTATION)
    if _MACRO_MAIN in main or any(n.endswith("vbaProject.bin") for n in archive.names):
        raise _refused(MACROS, path)
    if main not in {_MAIN.format(kind) for kind in _OPENED}:
        raise _refused(NOT_A_TEMPLATE, path, main)
    dropped = _drop_slides(archive)
    repaired = _repair(archive)
    parts = {name: archive.content[name] for name in _reachable(archive)}
    parts["[Content_Types].xml"] = _content_types(archive, set(parts))
    packed = pack(parts)
    return Emptied(packed, Archive.open(packed), dropped, repaired)


def _refused(id_: str, path: Path, reason: str = "") -> CasepressError:
    code = ExitCode.UNREADABLE if id_ != UNSAFE else ExitCode.INVALID
    return CasepressError(
        Diagnostic(id_, Severity.ERROR, None, {"path": path.name, "reason": reason}), code
    )


def _opened(data: bytes, path: Path) -> Archive:
    from lxml import etree

    if data.startswith(_OLE2):
        raise _refused(ENCRYPTED if _ENCRYPTED in data else OLD_FORMAT, path)
    try:
        archive = Archive.open(data)
        for name in archive.names:
            if name.endswith((".xml", ".rels")):
                archive.tree(name)
        archive.tree(PRESENTATION)
        archive.content_types  # noqa: B018
    except UnsafeArchiveError as error:
        raise _refused(UNSAFE, path, str(error)) from error
    except RuntimeError as error:
        raise _refused(ENCRYPTED, path) from error
    except (zipfile.BadZipFile, OSError, KeyError, NotImplementedError, etree.LxmlError) as error:
        raise _refused(NOT_A_TEMPLATE, path, str(error)) from error
    return archive


def _write(archive: Archive, name: str) -> None:
    """Put a changed tree back into the package."""
    from lxml import etree

    archive.content[name] = etree.tostring(
        archive.tree(name), xml_declaration=True, encoding="UTF-8", standalone=True
    )


def _drop_slides(archive: Archive) -> int:
    """Take out slides, sections, custom shows, and the relations that lead to them."""
    from lxml import etree

    root = archive.tree(PRESENTATION)
    listing = root.find(f"{_P}sldIdLst")
    dropped = len(listing) if listing is not None else 0
    for one in root.findall(f"{_P}custShowLst"):
        root.remove(one)
    for ext in root.findall(f"{_P}extLst/{_P}ext"):
        if ext.get("uri") == _SECTIONS:
            ext.getparent().remove(ext)
    for extensions in root.findall(f"{_P}extLst"):
        if not len(extensions):
            root.remove(extensions)
    if listing is None:
        listing = etree.Element(f"{_P}sldIdLst")
        before = [root.find(f"{_P}{tag}") for tag in ("sldSz", "notesSz")]
        place = next((e for e in before if e is not None), None)
        if place is None:
            root.append(listing)
        else:
            place.addprevious(listing)
    for one in list(listing):
        listing.remove(one)
    _write(archive, PRESENTATION)
    _drop_relations(archive, "ppt/_rels/presentation.xml.rels", ("slide",))
    _drop_relations(archive, "_rels/.rels", _DROPPED_ROOT)
    return dropped


def _drop_relations(archive: Archive, name: str, kinds: tuple[str, ...]) -> None:
    if name not in archive.content:
        return
    root = archive.tree(name)
    for one in list(root):
        if one.get("Type", "").rpartition("/")[2] in kinds:
            root.remove(one)
    _write(archive, name)


def _reachable(archive: Archive) -> list[str]:
    """List the parts that relationships reach from the package, with their relationship parts."""
    found: dict[str, None] = {}
    waiting = [""]
    while waiting:
        part = waiting.pop()
        folder, _, base = part.rpartition("/")
        rels = f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels"
        if rels in archive.content:
            found[rels] = None
        for relation in archive.relations(part):
            known = relation.target in found
            if not relation.external and relation.target in archive.content and not known:
                found[relation.target] = None
                waiting.append(relation.target)
    return list(found)


def _content_types(archive: Archive, parts: set[str]) -> bytes:
    """Declare what is left; the main part becomes a plain presentation."""
    from lxml import etree

    root = deepcopy(archive.tree("[Content_Types].xml"))
    for one in list(root):
        name = one.get("PartName", "")[1:]
        if name == PRESENTATION:
            one.set("ContentType", _PLAIN)
        elif name and name not in parts:
            root.remove(one)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _repair(archive: Archive) -> int:
    """Give every placeholder of masters and layouts what filling it needs; count those changed."""
    changed = 0
    for name in archive.names:
        folder = name.rpartition("/")[0]
        if folder not in ("ppt/slideMasters", "ppt/slideLayouts") or not name.endswith(".xml"):
            continue
        root = archive.tree(name)
        styled = root.find(f"{_P}txStyles") is not None
        own = 0
        if folder == "ppt/slideLayouts":
            own += _give_indices(root)
            masters = archive.related(name, "slideMaster")
            styled = any(archive.tree(m).find(f"{_P}txStyles") is not None for m in masters)
        if not styled:
            own += sum(_lift_look(shape) for shape in root.iter(f"{_P}sp"))
        if own:
            _write(archive, name)
            changed += own
    return changed


def _give_indices(root: Any) -> int:
    """Number content placeholders that share an index with another one of their layout."""
    every = [ph for ph in root.iter(f"{_P}ph") if ph.get("type") not in ("title", "ctrTitle")]
    taken = {ph.get("idx", "0") for ph in every}
    seen: set[str] = set()
    changed = 0
    for ph in every:
        idx = ph.get("idx", "0")
        if idx == "0" or idx in seen:
            idx = str(next(n for n in range(_FIRST_IDX, 10_000) if str(n) not in taken))
            ph.set("idx", idx)
            taken.add(idx)
            changed += 1
        seen.add(idx)
    return changed


def _lift_look(shape: Any) -> int:
    """Copy the look of a placeholder's sample words into its list style, level by level."""
    from lxml import etree

    body, ph = shape.find(f"{_P}txBody"), shape.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")
    if body is None or ph is None:
        return 0
    prompted = body.find(f"{_A}p/{_A}r") is not None
    if not prompted and ph.get("type", "obj") in ("obj", "body"):
        return 0  # an empty outline says nothing of its look: the master's words do
    styles = body.find(f"{_A}lstStyle")
    if styles is None:
        styles = etree.Element(f"{_A}lstStyle")
        body.find(f"{_A}bodyPr").addnext(styles)
    changed = 0
    for paragraph in body.findall(f"{_A}p"):
        given = paragraph.find(f"{_A}pPr")
        level = int(given.get("lvl", "0")) + 1 if given is not None else 1
        run = paragraph.find(f"{_A}r/{_A}rPr")
        run = paragraph.find(f"{_A}endParaRPr") if run is None else run
        tag = f"{_A}lvl{level}pPr"
        if run is None or not run.get("sz") or styles.find(tag) is not None or level > 9:
            continue
        style = etree.SubElement(styles, tag)
        if given is not None:
            style.attrib.update({k: v for k, v in given.attrib.items() if k != "lvl"})
            for child in given:
                if child.tag != f"{_A}defRPr":
                    style.append(deepcopy(child))
        look = etree.SubElement(style, f"{_A}defRPr")
        look.attrib.update({k: run.get(k) for k in ("sz", "b", "i") if run.get(k)})
        for name in _RUN_LOOK:
            look.extend(deepcopy(child) for child in run.findall(f"{_A}{name}"))
        changed = 1
    return changed
