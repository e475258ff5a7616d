"""Metadata: present, readable, the same in both places (ISO 19005-3, 6.6; ISO 15930-7)."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from casepress.diagnostics import Severity
from casepress.preflight.document import Document, Findings, found

_PAIRS = (
    ("Title", "dc:title"), ("Author", "dc:creator"), ("Subject", "dc:description"),
    ("Keywords", "pdf:Keywords"), ("Creator", "xmp:CreatorTool"), ("Producer", "pdf:Producer"),
)  # fmt: skip
_DATES = (("CreationDate", "xmp:CreateDate"), ("ModDate", "xmp:ModifyDate"))
_INFO_DATE = re.compile(
    r"D?:?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?'?)?"
)


def check(document: Document) -> Findings:
    """Compare the information dictionary with XMP, and look for what must be there."""
    job = document.job
    claims = bool(job.pdfa or job.pdfx or job.pdfua)
    strict = Severity.ERROR if claims or job.press else Severity.WARNING
    info = _info(document.pdf)
    if not job.xmp.present:
        yield found("meta-no-xmp", Severity.ERROR if job.archive else Severity.WARNING)
    elif not job.xmp.readable:
        yield found("meta-broken-xmp", strict)
    title = job.xmp.get("dc:title") or ("" if claims else info.get("Title"))
    if not title:
        yield found("meta-title", strict)
    if job.pdfx:
        for key, name in _DATES:
            if not (info.get(key) or job.xmp.get(name)):
                yield found("meta-date", key=key)
    if job.xmp.present and job.xmp.readable:
        yield from _agreement(document, info)


def _info(pdf: Any) -> dict[str, str]:
    if "/Info" not in pdf.trailer:
        return {}
    return {str(key)[1:]: str(value) for key, value in pdf.trailer.Info.items()}


def _agreement(document: Document, info: dict[str, str]) -> Findings:
    job = document.job
    severity = Severity.ERROR if job.pdfa or job.pdfx else Severity.WARNING
    for key, name in _PAIRS:
        ours, theirs = info.get(key, "").strip(), job.xmp.get(name).strip()
        if ours and theirs and ours != theirs:
            yield found("meta-disagree", severity, key=key, info=ours[:60], xmp=theirs[:60])
        elif ours and not theirs and job.pdfa.startswith("1"):
            yield found("meta-disagree", severity, key=key, info=ours[:60], xmp="—")
    for key, name in _DATES:
        first, second = _info_date(info.get(key, "")), _xmp_date(job.xmp.get(name))
        if first and second and abs(first - second) > timedelta(seconds=1):
            yield found("meta-disagree", severity, key=key, info=info[key], xmp=job.xmp.get(name))


def _info_date(text: str) -> datetime | None:
    match = _INFO_DATE.match(text)
    if match is None:
        return None
    year, *rest = (int(v) if v else None for v in match.groups()[:6])
    month, day, hour, minute, second = rest
    try:
        when = datetime(year or 1, month or 1, day or 1, hour or 0, minute or 0, second or 0)
    except ValueError:
        return None
    if match[8]:
        offset = timedelta(hours=int(match[9]), minutes=int(match[10] or 0))
        when -= offset if match[8] == "+" else -offset
    return when.replace(tzinfo=UTC)


def _xmp_date(text: str) -> datetime | None:
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return None
    return when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)
