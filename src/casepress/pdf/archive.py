"""The archive target's own: sRGB output intent and attached source files (ISO 19005-3)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pikepdf import Array, Dictionary, Name, NameTree, Pdf, String

from casepress.pdf.metadata import pdf_date
from casepress.pdf.navigation import name_trees
from casepress.pdf.targets import Attachment, Profile


def output_intent(pdf: Pdf, profile: Profile, kind: str, components: int) -> None:
    """State what the device colours mean, the profile embedded (ISO 32000-1, 14.11.5)."""
    stream = pdf.make_stream(profile.path.read_bytes())
    stream.N = components
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name(f"/{kind}"),
        OutputConditionIdentifier=String(profile.identifier),
        OutputCondition=String(profile.condition),
        Info=String(profile.condition),
        DestOutputProfile=stream,
    )
    if profile.registry:
        intent.RegistryName = String(profile.registry)
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def rgb_intent(pdf: Pdf, profile: Profile) -> None:
    """Add the PDF/A output intent (ISO 19005-3, 6.2.3)."""
    output_intent(pdf, profile, "GTS_PDFA1", 3)


def attach(pdf: Pdf, attachments: Sequence[Attachment], when: datetime | None) -> None:
    """Embed files and associate them with the document (ISO 19005-3, 6.8 and annex E).

    Raises:
        ValueError: two attachments of one name.
    """
    tree = NameTree.new(pdf)
    specifications = Array()
    for attachment in sorted(attachments, key=lambda a: a.name):
        if attachment.name in tree:
            raise ValueError(f"two attachments are named {attachment.name!r}")
        specification = _specification(pdf, attachment, attachment.modified or when)
        tree[attachment.name] = specification
        specifications.append(specification)
    name_trees(pdf).EmbeddedFiles = tree.obj
    pdf.Root.AF = specifications


def _specification(pdf: Pdf, attachment: Attachment, when: datetime | None) -> Any:
    stream = pdf.make_stream(attachment.data)
    stream.Type = Name.EmbeddedFile
    stream.Subtype = Name(f"/{attachment.media_type}")
    digest = hashlib.md5(attachment.data, usedforsecurity=False).digest()
    stream.Params = Dictionary(Size=len(attachment.data), CheckSum=String(digest))
    if when is not None:
        stream.Params.ModDate = String(pdf_date(when))
    specification = Dictionary(
        Type=Name.Filespec,
        F=String(attachment.name),
        UF=String(attachment.name),
        AFRelationship=Name(f"/{attachment.relationship}"),
        EF=Dictionary(F=stream, UF=stream),
    )
    if attachment.description:
        specification.Desc = String(attachment.description)
    return pdf.make_indirect(specification)
