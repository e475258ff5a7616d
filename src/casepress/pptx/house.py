"""The package of a deck in a layout of ours, with the names python-pptx gives the same things.

python-pptx is made to open what others wrote, and an organisation's template goes through it. Our
own template is known part by part, so nothing has to be zipped, unzipped and understood again, and
a cold build spares itself the import: together 120 ms of processor time. The bytes are those
python-pptx would write; a test compares them.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import datetime
from functools import lru_cache
from typing import Any, BinaryIO

from casepress.pptx import kinds

_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_CHANGED = ("presentation.main", "core-properties")
"""Parts that are parsed, added to and written anew."""
_DECLARED = ("slideMaster", "slideLayout", "notesMaster")
"""Parts that python-pptx writes anew as well, which changes nothing but their declaration."""
_PICTURES = ((b"\xff\xd8", "jpg", "image/jpeg"), (b"\x89PNG", "png", "image/png"))


def _parse(xml: bytes) -> Any:
    from lxml import etree

    return etree.fromstring(xml, etree.XMLParser(remove_blank_text=True, resolve_entities=False))


class PartName(str):
    """The name of a part, from the root of the package."""

    __slots__ = ()

    @property
    def ext(self) -> str:
        """What follows the last full stop."""
        base, dot, ext = self.rpartition("/")[2].rpartition(".")
        return ext if base and dot else ""

    @property
    def rels_uri(self) -> str:
        """Name of the part that holds this part's relationships."""
        folder, _, base = self.rpartition("/")
        return f"{folder}/_rels/{base}.rels"


class Relations:
    """The relationships of a part by id, numbered in the order they are made."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._known: dict[tuple[str, Part], str] = {}

    def __len__(self) -> int:
        return len(self._known)

    def load(self, rid: str, kind: str, part: Part) -> None:
        """Take over a relationship as it is written."""
        self._known[kind, part] = rid

    def to(self, kind: str, part: Part) -> str:
        """Return the id of the relationship to *part*, made if there is none yet."""
        return self._known.setdefault((kind, part), f"rId{len(self._known) + 1}")

    def first(self, kind: str) -> Part:
        """Return the part related by *kind*; KeyError if there is none."""
        for known, part in self._known:
            if known == kind:
                return part
        raise KeyError(kind)

    def parts(self, kind: str | None = None) -> list[Part]:
        """List the related parts, of one kind or all."""
        return [part for known, part in self._known if kind in (None, known)]

    @property
    def xml(self) -> bytes:
        """The relationship part."""
        body = "".join(
            f'<Relationship Id="{rid}" Type="{kind}" Target="{self._reference(part)}"/>'
            for (kind, part), rid in self._known.items()
        )
        return f'{_DECLARATION}<Relationships xmlns="{_RELATIONS}">{body}</Relationships>'.encode()

    def _reference(self, part: Part) -> str:
        """Return the way to a part from the folder of this one, as ``posixpath.relpath`` would."""
        name, folder, up = str(part.partname), self._folder.rstrip("/"), ""
        while not name.startswith(f"{folder}/"):
            folder, up = folder.rpartition("/")[0], f"{up}../"
        return up + name[len(folder) + 1 :]


class Part:
    """A part: its name, its type, its bytes (or the tree they will be written from)."""

    def __init__(self, name: str, content_type: str, blob: bytes = b"") -> None:
        self.partname = PartName(name)
        self.content_type = content_type
        self.rels = Relations(name.rpartition("/")[0])
        self.element: Any = None
        self.package: Package | None = None
        self._blob = blob

    @property
    def blob(self) -> bytes:
        """The content as it goes into the file."""
        if self.element is None:
            return self._blob
        from lxml import etree

        return bytes(etree.tostring(self.element, encoding="UTF-8", standalone=True))

    @blob.setter
    def blob(self, value: bytes) -> None:
        self._blob = value

    def relate_to(self, part: Part, kind: str) -> str:
        """Return the id of the relationship to *part*."""
        return self.rels.to(kind, part)

    def part_related_by(self, kind: str) -> Part:
        """Return the one part related by *kind*; KeyError if there is none."""
        return self.rels.first(kind)


class Package:
    """All parts that can be reached from the root."""

    def __init__(self) -> None:
        self._rels = Relations("/")
        self._images: dict[bytes, Part] = {}

    def iter_parts(self) -> Iterator[Part]:
        """Yield every part once."""
        seen: dict[Part, None] = {}
        waiting = self._rels.parts()
        while waiting:
            part = waiting.pop()
            if part not in seen:
                seen[part] = None
                waiting += part.rels.parts()
        return iter(seen)

    def get_or_add_image_part(self, file: BinaryIO) -> Part:
        """Return the part of a picture (JPEG or PNG); the same picture twice is one part."""
        data = file.read()
        key = hashlib.sha256(data).digest()
        if key not in self._images:
            number = len(self._images) + 1
            ext, kind = next((e, k) for head, e, k in _PICTURES if data.startswith(head))
            self._images[key] = Part(f"/ppt/media/image{number}.{ext}", kind, data)
        return self._images[key]


class CoreProperties:
    """The document properties; each may be set once and stands in the order it was set."""

    _TAGS: Mapping[str, tuple[str, str]] = {
        "title": (_DC, "title"), "author": (_DC, "creator"), "subject": (_DC, "subject"),
        "language": (_DC, "language"), "keywords": (_CORE, "keywords"),
        "last_modified_by": (_CORE, "lastModifiedBy"), "revision": (_CORE, "revision"),
        "created": (_TERMS, "created"), "modified": (_TERMS, "modified"),
    }  # fmt: skip

    def __init__(self, root: Any) -> None:
        object.__setattr__(self, "_root", root)

    def __setattr__(self, name: str, value: object) -> None:
        from lxml import etree

        root: Any = self.__dict__["_root"]
        tag = "{{{}}}{}".format(*self._TAGS[name])
        element = root.find(tag)
        if element is None:
            element = etree.SubElement(root, tag)
        if isinstance(value, datetime):
            element.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
            value = value.strftime("%Y-%m-%dT%H:%M:%SZ")
        element.text = str(value)


class _Master:
    def __init__(self, part: Part) -> None:
        self.part = part
        self.slide_layouts = [_Layout(one) for one in part.rels.parts(kinds.SLIDE_LAYOUT)]


class _Layout:
    def __init__(self, part: Part) -> None:
        self.part = part


class HousePresentation:
    """A presentation without slides, made of the parts of our template."""

    def __init__(self, parts: Mapping[str, str]) -> None:
        """Link *parts* (name without the leading slash → content) by their relationships."""
        kind_of = _content_types(parts["[Content_Types].xml"])
        made = {
            f"/{name}": _template_part(f"/{name}", kind_of[f"/{name}"], content)
            for name, content in parts.items()
            if f"/{name}" in kind_of
        }
        package = Package()
        _load(package._rels, "/", parts["_rels/.rels"], made)
        for name, part in made.items():
            folder, base = posixpath.split(name)
            written = parts.get(f"{folder[1:]}/_rels/{base}.rels")
            if written:
                _load(part.rels, folder, written, made)
        self.part = package._rels.first(kinds.OFFICE_DOCUMENT)
        self.part.package = package
        self.element = self.part.element
        self.slide_masters = [_Master(one) for one in self.part.rels.parts(kinds.SLIDE_MASTER)]
        self.core_properties = CoreProperties(package._rels.first(kinds.CORE_PROPERTIES).element)


def _template_part(name: str, content_type: str, content: str) -> Part:
    """Make a part of our template; of those that are added to, a tree that is its own."""
    if any(kind in content_type for kind in _CHANGED):
        part = Part(name, content_type)
        part.element = deepcopy(_tree(content))
        return part
    return Part(name, content_type, _written(content, content_type))


@lru_cache(maxsize=16)
def _tree(xml: str) -> Any:
    """Parse a part of a template, which is always the same."""
    return _parse(xml.encode())


@lru_cache(maxsize=512)
def _written(xml: str, content_type: str) -> bytes:
    """Return a part of a template as it goes into the file; it is always the same."""
    if any(kind in content_type for kind in _DECLARED):
        return _DECLARATION.encode() + xml.encode().partition(b"\n")[2]
    return xml.encode()


def _load(relations: Relations, folder: str, xml: str, parts: Mapping[str, Part]) -> None:
    """Take over the relationships of a part as our template writes them."""
    for rid, kind, target in _relationships(folder, xml):
        relations.load(rid, kind, parts[target])


@lru_cache(maxsize=8)
def _content_types(xml: str) -> Mapping[str, str]:
    """Read the content type of each part; a template's are always the same."""
    return {one.get("PartName"): one.get("ContentType") for one in _parse(xml.encode())}


@lru_cache(maxsize=256)
def _relationships(folder: str, xml: str) -> tuple[tuple[str, str, str], ...]:
    """Read relationships: id, type and the part they lead to; a template's are always the same."""
    return tuple(
        (
            one.get("Id"),
            one.get("Type"),
            posixpath.normpath(posixpath.join(folder, one.get("Target"))),
        )
        for one in _parse(xml.encode())
    )
