"""Reading back what an archive carries: its embedded files (ISO 32000-1, 7.11.4)."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, Literal, cast

from casepress.pdf.targets import Attachment

Relationship = Literal["Source", "Data", "Alternative", "Supplement", "Unspecified"]


class NotPdf(Exception):
    """The file is no PDF, is damaged or asks for a password."""


def read_attachments(path: Path) -> tuple[Attachment, ...]:
    """Return the files embedded in a PDF, in the order of its name tree.

    Raises:
        NotPdf: the file can't be read as a PDF, or the bytes of an attachment don't match the
            checksum stored with it.
        OSError: the file can't be opened.
    """
    import pikepdf

    try:
        with pikepdf.open(path) as pdf:
            tree = pdf.Root.get("/Names", pikepdf.Dictionary()).get("/EmbeddedFiles")
            if tree is None:
                return ()
            return tuple(_attachment(file) for file in pikepdf.NameTree(tree).values())
    except (pikepdf.PdfError, pikepdf.PasswordError, AttributeError, TypeError) as error:
        raise NotPdf(str(error).removeprefix(f"{path}: ")) from error


def _attachment(specification: Any) -> Attachment:
    stream = specification.EF.F
    data = bytes(stream.read_bytes())
    name = str(specification.get("/UF", specification.get("/F", "")))
    stored = stream.get("/Params", {}).get("/CheckSum")
    if stored is not None and bytes(stored) != hashlib.md5(data, usedforsecurity=False).digest():
        raise NotPdf(f"checksum of {name!r}")
    relationship = str(specification.get("/AFRelationship", "/Unspecified"))[1:]
    return Attachment(
        name,
        data,
        media_type=str(stream.get("/Subtype", "/application/octet-stream"))[1:],
        description=str(specification.get("/Desc", "")),
        relationship=cast(Relationship, relationship),
    )
