"""The preflight of a presentation for people and for programs; the mapping of a template."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from casepress.diagnostics import SEVERITY_WORDS, CasepressError, Severity
from casepress.pptx.archive import Archive
from casepress.pptx.finding_words import Language, say
from casepress.pptx.inspect import Finding, slide_numbers
from casepress.pptx.mapping import TemplateMap
from casepress.theme.deck import DeckTokens

SCHEMA_VERSION = 1
_PLACES = 3
_HOW = {
    "exact": ("原样", "as it is"),
    "derived": ("改用", "served by"),
    "degraded": ("改成列表", "set as a list in"),
}


def passes(found: Sequence[Finding], *, strict: bool) -> bool:
    """Tell whether a file is fit: no error, and with *strict* no warning."""
    bad = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return not any(one.severity in bad for one in found)


def finding_lines(data: bytes, found: Sequence[Finding], language: Language) -> Iterator[str]:
    """Give the findings as lines; what is the same on many slides is told once."""
    en = language == "en"
    numbers = slide_numbers(data)
    alike: dict[tuple[Severity, str], list[Finding]] = {}
    for one in found:
        alike.setdefault((one.severity, one.id), []).append(one)
    order = list(SEVERITY_WORDS)
    for (severity, id_), same in sorted(alike.items(), key=lambda e: order.index(e[0][0])):
        title, remedy = say(id_, language)
        yield f"{SEVERITY_WORDS[severity][en]}[{id_}]: {title}"
        for one in same[:_PLACES]:
            place = _place(one.part, numbers, en)
            yield (
                f"  --> {place}{'：' if not en and one.detail else ': ' if one.detail else ''}"
                + (one.detail)
            )
        if len(same) > _PLACES:
            rest = len(same) - _PLACES
            yield f"  --> and {rest} more" if en else f"  --> 另有 {rest} 处"
        yield f"  {'do' if en else '处理'}: {remedy}"
        yield ""
    counts = [sum(one.severity is s for one in found) for s in order]
    if en:
        yield f"errors {counts[0]}, warnings {counts[1]}, advice {counts[2]}"
    else:
        yield f"错误 {counts[0]}，警告 {counts[1]}，建议 {counts[2]}"


def _place(part: str, numbers: dict[str, int], en: bool) -> str:
    if part in numbers:
        return f"slide {numbers[part]}" if en else f"第 {numbers[part]} 张"
    return part or ("the file" if en else "文件")


def mapping_lines(found: TemplateMap, house: DeckTokens, language: Language) -> Iterator[str]:
    """Give the mapping of a template: each layout of ours, the one that serves it, and how."""
    en = language == "en"
    size = f"{found.width_in:g} × {found.height_in:g}"
    yield f"as a template, {size} in:" if en else f"作为模板（{size} 英寸）："
    for match in found.matches:
        ours = f"{house.layout(match.key).name}（{match.key}）"
        how = _HOW[match.how][en]
        roles = "，".join(f"{role} {idx}" for role, idx in _grouped(match.roles))
        yield f"  {ours} ← {how}：{match.name}  {roles}"
    for key in found.missing:
        ours = f"{house.layout(key).name}（{key}）"
        yield f"  missing: {ours}" if en else f"  缺少：{ours}"
    if found.missing:
        yield "not usable with --template" if en else "不能用于 --template"


def _grouped(roles: Sequence[tuple[str, int]]) -> list[tuple[str, str]]:
    """Write the indices of a role together: ``figure 21-24``."""
    grouped: dict[str, list[int]] = {}
    for role, idx in roles:
        grouped.setdefault(role, []).append(idx)
    return [(r, f"{i[0]}-{i[-1]}" if len(i) > 1 else str(i[0])) for r, i in grouped.items()]


def report_object(
    path: str, data: bytes, found: Sequence[Finding], mapped: TemplateMap | None, *, strict: bool
) -> dict[str, Any]:
    """Give the report for JSON; keys are only ever added under one schema version."""
    numbers = slide_numbers(data)
    rows = []
    for one in found:
        row: dict[str, Any] = {
            "id": one.id,
            "severity": one.severity.value,
            "part": one.part,
            "slide": numbers.get(one.part),
            "detail": one.detail,
        }
        for language in ("zh", "en"):
            title, remedy = say(one.id, "en" if language == "en" else "zh")
            row[language] = {"message": title, "remedy": remedy}
        rows.append(row)
    return {
        "schema_version": SCHEMA_VERSION,
        "path": path,
        "ok": passes(found, strict=strict),
        "findings": rows,
        "template": _mapping_object(mapped) if mapped is not None else None,
    }


def _mapping_object(mapped: TemplateMap) -> dict[str, Any]:
    return {
        "width_in": mapped.width_in,
        "height_in": mapped.height_in,
        "missing": list(mapped.missing),
        "layouts": [
            {
                "key": m.key,
                "served_by": m.target,
                "name": m.name,
                "how": m.how,
                "placeholders": [{"role": role, "idx": idx} for role, idx in m.roles],
            }
            for m in mapped.matches
        ],
    }


def template_map(data: bytes, name: str, house: DeckTokens) -> TemplateMap | None:
    """Map a file as a template; None if it cannot be one (the findings say why)."""
    from pathlib import Path

    from casepress.pptx.inheritance import layouts, slide_size
    from casepress.pptx.mapping import map_template
    from casepress.pptx.organisation import empty

    try:
        archive: Archive = empty(data, Path(name)).archive
    except CasepressError:
        return None
    return map_template(layouts(archive), slide_size(archive), house)
