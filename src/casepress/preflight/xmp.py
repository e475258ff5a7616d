"""Reading an XMP packet: properties by prefix and name, whatever way they are serialised."""

from __future__ import annotations

import re
from dataclasses import field
from typing import Any

from casepress.frozen import dataclass

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://www.aiim.org/pdfa/ns/id/": "pdfaid",
    "http://www.aiim.org/pdfua/ns/id/": "pdfuaid",
    "http://www.npes.org/pdfx/ns/id/": "pdfxid",
}
_MAX = 4_000_000


@dataclass(frozen=True, slots=True)
class Xmp:
    """What the packet says; lists are joined, of alternatives the default is taken."""

    present: bool = False
    readable: bool = True
    values: dict[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str:
        """Return a property such as ``dc:title``, empty if it is missing."""
        return self.values.get(name, "")


def read_xmp(root: Any) -> Xmp:
    """Read the document's metadata stream."""
    import pikepdf

    stream = root.get("/Metadata")
    if not isinstance(stream, pikepdf.Stream):
        return Xmp()
    try:
        data = stream.read_bytes()
    except pikepdf.PdfError:
        return Xmp(True, False)
    return parse_xmp(data)


def parse_xmp(data: bytes) -> Xmp:
    """Parse a packet; a document type, which could hide an entity bomb, makes it unreadable."""
    from xml.etree import ElementTree

    if len(data) > _MAX or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return Xmp(True, False)
    try:
        root = ElementTree.fromstring(data.strip(b"\x00 \r\n\t"))
    except (ElementTree.ParseError, ValueError, LookupError):
        return Xmp(True, False)
    values: dict[str, str] = {}
    for description in root.iter(f"{_RDF}Description"):
        for key, text in description.attrib.items():
            if name := _known(key):
                values.setdefault(name, text)
        for child in description:
            if name := _known(child.tag):
                values.setdefault(name, _value(child))
    return Xmp(True, True, values)


def _known(tag: object) -> str:
    match = re.fullmatch(r"\{(.*)\}(.*)", str(tag))
    if match is None or match[1] not in _PREFIXES:
        return ""
    return f"{_PREFIXES[match[1]]}:{match[2]}"


def _value(element: Any) -> str:
    items = element.findall(f"./*/{_RDF}li")
    if not items:
        return (element.text or "").strip()
    if element.find(f"{_RDF}Alt") is not None:
        lang = "{http://www.w3.org/XML/1998/namespace}lang"
        default = next((i for i in items if i.get(lang) == "x-default"), items[0])
        return (default.text or "").strip()
    return ", ".join((item.text or "").strip() for item in items)
