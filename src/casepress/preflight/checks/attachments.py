"""Attached files: whether they may be there, and say what they are (ISO 19005-3, 6.8)."""

from __future__ import annotations

import hashlib
from typing import Any

from casepress.preflight.document import Document, Findings, found

_LARGE = 10_000_000


def check(document: Document) -> Findings:
    """Look at every embedded file."""
    import pikepdf

    names = document.root.get("/Names")
    tree = names.get("/EmbeddedFiles") if names is not None else None
    if tree is None:
        return
    try:
        entries = sorted(pikepdf.NameTree(tree).items())
    except (pikepdf.PdfError, ValueError, TypeError) as error:
        yield found("file-damaged", detail=str(error)[:120])
        return
    listed = {spec.objgen for spec in document.root.get("/AF", ())}
    for key, spec in entries:
        yield from _one(document, str(key), spec, listed)


def _one(document: Document, key: str, spec: Any, listed: set[tuple[int, int]]) -> Findings:
    job = document.job
    number = spec.objgen[0] or None
    name = str(spec.get("/UF", spec.get("/F", key)))
    if job.pdfx:
        yield found("attachment-forbidden", object=number, name=name, claim=job.pdfx)
    elif job.pdfa and job.pdfa[0] in "12":
        yield found("attachment-forbidden", object=number, name=name, claim=f"PDF/A-{job.pdfa}")
    elif job.pdfa:
        if "/AFRelationship" not in spec:
            yield found("attachment-relationship", object=number, name=name)
        if spec.objgen not in listed:
            yield found("attachment-unlisted", object=number, name=name)
    yield from _content(spec, name, number)


def _content(spec: Any, name: str, number: int | None) -> Findings:
    import pikepdf

    streams = spec.get("/EF")
    stream = (streams.get("/UF") or streams.get("/F")) if streams is not None else None
    if not isinstance(stream, pikepdf.Stream):
        yield found("attachment-broken", object=number, name=name)
        return
    try:
        data = stream.read_bytes()
    except pikepdf.PdfError:
        yield found("attachment-broken", object=number, name=name)
        return
    parameters = stream.get("/Params")
    if parameters is not None:
        checksum = bytes(parameters.get("/CheckSum", b""))
        size = parameters.get("/Size")
        digest = hashlib.md5(data, usedforsecurity=False).digest()
        wrong = (checksum and checksum != digest) or (size is not None and int(size) != len(data))
        if wrong:
            yield found("attachment-checksum", object=number, name=name)
    if len(data) > _LARGE:
        yield found("attachment-large", object=number, name=name, mb=round(len(data) / 1e6, 1))
