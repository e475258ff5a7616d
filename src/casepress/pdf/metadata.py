"""What the file says of itself: XMP packet, information dictionary, dates and identifiers.

The only clock is SOURCE_DATE_EPOCH; without it the date is the document's own, and without that
the file carries no date at all.
"""

from __future__ import annotations

import os
import re
import uuid
from datetime import UTC, datetime
from typing import Any

from casepress.display import Metadata
from casepress.frozen import dataclass
from casepress.pdf.targets import Target

PRODUCER = "casepress (reportlab, pikepdf)"
CREATOR = "casepress"
_NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)
"""Of a press file without any date: PDF/X must have one."""
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:casepress:document")


@dataclass(frozen=True, slots=True)
class Identity:
    """Date and identifiers of one file."""

    when: datetime | None
    document: str
    """The same for every edition and target of a document."""
    instance: str
    """Different as soon as a byte of the content differs."""


def identify(metadata: Metadata, target: Target, fingerprint: bytes) -> Identity:
    """Derive date and identifiers from the content alone.

    ``fingerprint`` is a digest of everything that went into the file.
    """
    words = "\n".join((metadata.title, metadata.author, metadata.source))
    document = uuid.uuid5(_NAMESPACE, words)
    instance = uuid.uuid5(document, f"{target.name} {fingerprint.hex()}")
    when = document_date(metadata)
    if when is None and target.pdfx is not None:
        when = _NO_DATE
    return Identity(when, f"uuid:{document}", f"uuid:{instance}")


def document_date(metadata: Metadata) -> datetime | None:
    """Return SOURCE_DATE_EPOCH, else the document's date (a year or a month begins it), else None.

    Raises:
        ValueError: SOURCE_DATE_EPOCH is set to something that is not a number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if epoch:
        return datetime.fromtimestamp(int(epoch), UTC)
    match = re.match(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", metadata.date)
    if match is None:
        return None
    year, month, day = (int(part) if part else 1 for part in match.groups())
    return datetime(year, month, day, tzinfo=UTC)


def pdf_date(when: datetime) -> str:
    """Write a date as PDF does (ISO 32000-1, 7.9.4), in UTC."""
    return when.strftime("D:%Y%m%d%H%M%SZ")


def information(metadata: Metadata, target: Target, identity: Identity) -> dict[str, Any]:
    """Return the entries of the information dictionary; XMP says the same."""
    entries: dict[str, Any] = {
        "/Title": metadata.title,
        "/Author": metadata.author,
        "/Subject": metadata.subject,
        "/Keywords": ", ".join(metadata.keywords),
        "/Creator": CREATOR,
        "/Producer": PRODUCER,
    }
    if identity.when is not None:
        entries["/CreationDate"] = entries["/ModDate"] = pdf_date(identity.when)
    if target.pdfx is not None:
        entries["/GTS_PDFXVersion"] = target.pdfx
    return {key: value for key, value in entries.items() if value}


def xmp(metadata: Metadata, target: Target, identity: Identity) -> bytes:
    """Write the XMP packet (ISO 16684-1) with the claims of the target."""
    properties = [*_dublin_core(metadata), *_management(target, identity)]
    properties += [("xmp:CreatorTool", _text(CREATOR)), ("pdf:Producer", _text(PRODUCER))]
    if metadata.keywords:
        properties.append(("pdf:Keywords", _text(", ".join(metadata.keywords))))
    if identity.when is not None:
        stamp = identity.when.strftime("%Y-%m-%dT%H:%M:%SZ")
        properties += [
            (f"xmp:{key}", stamp) for key in ("CreateDate", "ModifyDate", "MetadataDate")
        ]
    properties += _claims(target)
    body = "\n".join(f"   <{key}>{value}</{key}>" for key, value in properties)
    if target.pdfa is not None:
        body += "\n" + _EXTENSION
    return _PACKET.replace("%BODY%", body).encode("utf-8")


def _dublin_core(metadata: Metadata) -> list[tuple[str, str]]:
    title = _alternatives(metadata.title, metadata.language)
    found = [
        ("dc:format", "application/pdf"),
        ("dc:title", title),
        ("dc:language", _list("Bag", (metadata.language,))),
    ]
    if metadata.author:
        found.append(("dc:creator", _list("Seq", (metadata.author,))))
    if metadata.subject:
        found.append(("dc:description", _alternatives(metadata.subject, metadata.language)))
    if metadata.keywords:
        found.append(("dc:subject", _list("Bag", metadata.keywords)))
    if metadata.rights:
        found.append(("dc:rights", _alternatives(metadata.rights, metadata.language)))
    if metadata.source:
        found.append(("dc:source", _text(metadata.source)))
    return found


def _management(target: Target, identity: Identity) -> list[tuple[str, str]]:
    found = [("xmpMM:DocumentID", identity.document), ("xmpMM:InstanceID", identity.instance)]
    if target.pdfx is not None:
        found += [("xmpMM:VersionID", "1"), ("xmpMM:RenditionClass", "default")]
    return found


def _claims(target: Target) -> list[tuple[str, str]]:
    found = []
    if target.pdfa is not None:
        part, level = target.pdfa
        found += [("pdfaid:part", str(part)), ("pdfaid:conformance", level)]
    if target.ua is not None:
        found.append(("pdfuaid:part", str(target.ua)))
    if target.pdfx is not None:
        found += [("pdfxid:GTS_PDFXVersion", target.pdfx), ("pdf:Trapped", "False")]
    return found


def _escaped(value: str) -> str:
    """Escape as ``xml.sax.saxutils`` does, whose import brings in all of ``http`` (10 ms)."""
    return value.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")


def _text(value: str) -> str:
    """Escape, and drop what XML cannot hold."""
    return _escaped("".join(char for char in value if char >= " " or char in "\t\n"))


def _list(kind: str, values: tuple[str, ...]) -> str:
    items = "".join(f"<rdf:li>{_text(value)}</rdf:li>" for value in values)
    return f"<rdf:{kind}>{items}</rdf:{kind}>"


def _alternatives(value: str, language: str) -> str:
    items = "".join(
        f'<rdf:li xml:lang="{_escaped(lang)}">{_text(value)}</rdf:li>'
        for lang in ("x-default", language)
    )
    return f"<rdf:Alt>{items}</rdf:Alt>"


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
    xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
%BODY%
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""

_EXTENSION = """   <pdfaExtension:schemas>
    <rdf:Bag>
     <rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
      <pdfaSchema:property>
       <rdf:Seq>
        <rdf:li rdf:parseType="Resource">
         <pdfaProperty:name>part</pdfaProperty:name>
         <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
         <pdfaProperty:category>internal</pdfaProperty:category>
         <pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
        </rdf:li>
       </rdf:Seq>
      </pdfaSchema:property>
     </rdf:li>
    </rdf:Bag>
   </pdfaExtension:schemas>"""
