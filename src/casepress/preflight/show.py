"""Reports for people, line by line, and for programs, as one object."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from casepress.diagnostics import SEVERITY_WORDS, Severity
from casepress.preflight.model import SCHEMA_VERSION, Finding, Place, Report
from casepress.preflight.words import Language, say

_PLACES = 3
"""How many places of the same fault are written out."""
_JOBS = {"print": ("付印", "print"), "archive": ("存档", "archive"), "screen": ("屏幕", "screen")}


def report_object(report: Report, *, strict: bool = False) -> dict[str, Any]:
    """Return the report for JSON; keys are only ever added under one schema version."""
    return {
        "schema_version": SCHEMA_VERSION,
        "path": report.path,
        "ok": report.passes(strict=strict),
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "advice": report.count(Severity.ADVICE),
        "facts": report.facts,
        "findings": [_finding_object(finding) for finding in report.findings],
    }


def _finding_object(finding: Finding) -> dict[str, Any]:
    texts = {}
    for language in ("zh", "en"):
        title, cause, remedy = say(finding.id, finding.params, language)
        texts[language] = {"message": title, "cause": cause, "remedy": remedy}
    place = finding.place
    return {
        "id": finding.id,
        "severity": finding.severity.value,
        "page": finding.page,
        "rect_mm": [place.x, place.y, place.width, place.height] if place else None,
        "object": finding.object_number,
        "count": finding.count,
        "params": dict(finding.params),
        **texts,
    }


def report_lines(report: Report, language: Language) -> Iterator[str]:
    """Give the report as lines: the facts, the findings, the sum.

    A fault that is the same on many pages is told once, with the places it stands at.
    """
    yield _head(report, language)
    alike: dict[tuple[object, ...], list[Finding]] = {}
    for finding in report.findings:
        alike.setdefault((finding.id, finding.severity, _said(finding, language)), []).append(
            finding
        )
    for findings in alike.values():
        yield ""
        yield from _finding_lines(findings, language)
    yield ""
    yield _sum(report, language)


def _said(finding: Finding, language: Language) -> tuple[str, str, str]:
    return say(finding.id, finding.params, language)


def _finding_lines(findings: list[Finding], language: Language) -> Iterator[str]:
    """Give one fault: what, where, why, what to do."""
    first, en = findings[0], language == "en"
    title, cause, remedy = _said(first, language)
    yield f"{SEVERITY_WORDS[first.severity][en]}[{first.id}]: {title}"
    for finding in findings[:_PLACES]:
        if where := _where(finding, en):
            yield f"  --> {where}"
    rest = [f"{f.page}" for f in findings[_PLACES:] if f.page is not None]
    if rest:
        pages = ", ".join(dict.fromkeys(rest))
        yield f"  --> also on pages {pages}" if en else f"  --> 另见第 {pages} 页"
    yield f"  {'why' if en else '原因'}: {cause}"
    yield f"  {'do' if en else '处理'}: {remedy}"


def _where(finding: Finding, en: bool) -> str:
    parts = []
    if finding.page is not None:
        parts.append(f"page {finding.page}" if en else f"第 {finding.page} 页")
    if finding.place is not None:
        parts.append(_rectangle(finding.place, en))
    if finding.object_number is not None:
        parts.append(f"object {finding.object_number}" if en else f"对象 {finding.object_number}")
    if finding.count > 1:
        parts.append(f"{finding.count} in all" if en else f"共 {finding.count} 处")
    return (", " if en else "，").join(parts)


def _rectangle(place: Place, en: bool) -> str:
    spot = f"{place.x:.1f}, {place.y:.1f} mm"
    size = f"{place.width:.1f} × {place.height:.1f} mm"
    if en:
        return f"{spot} from the trim's top left, {size}"
    return f"距成品左上角 {spot}，{size}"


def _head(report: Report, language: Language) -> str:
    facts, en = report.facts, language == "en"
    pages = facts["pages"]
    width, height = pages[0]["trim_mm"]
    claims = " + ".join(facts["claims"]) or ("no claims" if en else "没有声明标准")
    job = _JOBS[str(facts["job"])][en]
    count = f"{len(pages)} pages" if en else f"{len(pages)} 页"
    spaces = sorted({space for page in pages for space in page["colour_spaces"]})
    return (
        f"{report.path}: {job}, {count}, {width:g} × {height:g} mm, "
        f"PDF {facts['pdf_version']}, {claims}, {' '.join(spaces)}"
    )


def _sum(report: Report, language: Language) -> str:
    errors, warnings, advice = (
        report.count(s) for s in (Severity.ERROR, Severity.WARNING, Severity.ADVICE)
    )
    if language == "en":
        return f"{errors} errors, {warnings} warnings, {advice} advice"
    return f"错误 {errors}，警告 {warnings}，建议 {advice}"
