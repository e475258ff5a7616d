"""Rules about how the parts of a case fit together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from casepress.case.checks.texts import run_in_numbers
from casepress.case.checks.walk import ems, prose, texts
from casepress.case.load import LoadedCase
from casepress.case.numbering import chinese, value_of
from casepress.diagnostics import Diagnostic, Related, Severity

_MARKER: Final = re.compile(r"(?:^|(?<=[：；。，]))(?P<number>[一二三四五六七八九十]{1,3})是")
_ALIKE: Final = 0.45
_PLACES: Final = frozenset(
    ("", "cover", "summary", "background", "practices", "overview", "results", "honours", "lessons",
     "teaching", "discussion", "worksheet", "plan", "sources", "colophon", "opening", "goals",
     "agenda", "glance", "index")
)  # fmt: skip
_LIMITS: Final[tuple[tuple[str, str, int], ...]] = (
    (r"title", "书名", 52),
    (r"practices\[\d+\]\.title", "做法标题", 26),
    (r"practices\[\d+\]\.outcome", "做法标题的后半句", 24),
    (r"practices\[\d+\]\.measures\[\d+\]\.title", "小标题", 26),
    (r"results\.items\[\d+\]\.title", "小标题", 30),
    (r"(.+\.)?slide\.title|.*_slide\.title|.*detail\.title", "幻灯片标题", 52),
    (r"teaching\.parts\[\d+\]\.name", "部分名称", 6),
    (r"teaching\.questions\[\d+\]\.question", "研讨题", 24),
    (r"teaching\.questions\[\d+\]\.hint", "提示", 26),
    (r"teaching\.objectives\[\d+\]\.text", "教学目标", 36),
    (r"summary\.answers\[\d+\]\.text", "速览回答", 30),
)
"""Hard limits in ems, from the look's tables."""


def minutes(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """Check that the plan adds up and that the practices fit into their part."""
    teaching = loaded.case.teaching
    if teaching is None or not teaching.parts:
        return
    total = sum(part.minutes for part in teaching.parts)
    if teaching.minutes is not None and total != teaching.minutes:
        params: dict[str, object] = {"sum": total, "total": teaching.minutes}
        span = loaded.locate("teaching.minutes")
        yield Diagnostic("CP0402", Severity.WARNING, span, params)
    given = [practice.minutes for practice in loaded.case.practices if practice.minutes]
    for index, part in enumerate(teaching.parts):
        if part.id in ("practices", "做法", "主要做法") and sum(given) > part.minutes:
            params = {"sum": sum(given), "name": part.name, "total": part.minutes}
            span = loaded.locate(f"teaching.parts[{index}].minutes")
            yield Diagnostic("CP0403", Severity.WARNING, span, params)


def pictures(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """Check that pictures can be heard, and stand somewhere."""
    for index, figure in enumerate(loaded.case.figures):
        path = f"figures[{index}]"
        if not figure.alt:
            span = loaded.locate(f"{path}.path")
            yield Diagnostic("CP0404", Severity.WARNING, span, {"path": figure.path})
        if not _exists(loaded, figure.at):
            params = {"what": "图片位置", "value": figure.at}
            yield Diagnostic("CP0415", Severity.WARNING, loaded.locate(f"{path}.at"), params)
    for key in loaded.case.notes:
        if not _exists(loaded, key):
            span = loaded.places.keys.get(f"notes.{key}")
            yield Diagnostic("CP0415", Severity.WARNING, span, {"what": "讲稿", "value": key})


def _exists(loaded: LoadedCase, place: str) -> bool:
    return place in _PLACES or place in loaded.spans


def lengths(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """Check titles and short texts against the room they have."""
    patterns = [(re.compile(pattern), what, limit) for pattern, what, limit in _LIMITS]
    for path, text in texts(loaded.case):
        for pattern, what, limit in patterns:
            if pattern.fullmatch(path) and ems(text) > limit:
                span = loaded.locate(path, 0, len(text))
                params = {"what": what, "length": round(ems(text)), "limit": limit}
                yield Diagnostic("CP0409", Severity.ADVICE, span, params)
                break


def keywords(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """Find several keywords in one, parted by a Chinese comma."""
    for index, word in enumerate(loaded.case.keywords):
        if re.search("[，、；]", word):
            span = loaded.locate(f"keywords[{index}]")
            yield Diagnostic("CP0418", Severity.WARNING, span, {"word": word})


# -- sequences ------------------------------------------------------------------------------


def sequences(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """Find 一是 without 二是, and 二是 without 一是; the items of a list are one text."""
    groups: dict[str, list[tuple[int, str, int, int]]] = {}
    for path, text in prose(loaded.case):
        for value, start, end in run_in_numbers(text):
            key = re.sub(r"\[\d+\](?=\.text$)", "", path)
            groups.setdefault(key, []).append((value, path, start, end))
    for found in groups.values():
        value, path, start, end = found[0]
        if value == 1 and len(found) > 1:
            continue
        params = {"found": f"{chinese(value)}是", "missing": "二是" if value == 1 else "一是"}
        yield Diagnostic("CP0454", Severity.WARNING, loaded.locate(path, start, end), params)


# -- summary and headings -------------------------------------------------------------------


def summary(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """Compare the summary's 一是…二是… with the practices' headings."""
    case = loaded.case
    if case.summary is None:
        return
    items = _items(case.summary.text)
    if len(items) < 2:
        return
    if len(items) != len(case.practices):
        start, end = items[-1]
        span = loaded.locate("summary.text", start - 2, start)
        params = {"summary": len(items), "practices": len(case.practices)}
        yield Diagnostic("CP0417", Severity.WARNING, span, params)
        return
    for index, (start, end) in enumerate(items):
        for name in ("title", "outcome"):
            yield from _compared(loaded, index, name, start, end)


def _items(text: str) -> list[tuple[int, int]]:
    """Return start and end of the items 一是, 二是… of a text, counted from 一 without a gap."""
    found: list[re.Match[str]] = []
    for match in _MARKER.finditer(text):
        if value_of(match["number"]) == len(found) + 1:
            found.append(match)
    starts = [match.end() for match in found]
    stops = [match.start() for match in found[1:]]
    if starts:
        full_stop = text.find("。", starts[-1])
        stops.append(full_stop if full_stop >= 0 else len(text))
    return list(zip(starts, stops, strict=True))


def _compared(
    loaded: LoadedCase, index: int, name: str, start: int, end: int
) -> Iterator[Diagnostic]:
    """Compare one half of a heading with the clause of the summary that is most like it."""
    heading: str = getattr(loaded.case.practices[index], name).strip("，。")
    assert loaded.case.summary is not None
    text = loaded.case.summary.text
    if not heading or heading in text[start:end]:
        return
    best = (0.0, start, end)
    for match in re.finditer("[^，；。]+", text[start:end]):
        likeness = SequenceMatcher(None, match.group(), heading, autojunk=False).ratio()
        if likeness > best[0]:
            best = (likeness, start + match.start(), start + match.end())
    likeness, first, last = best
    if likeness < _ALIKE:
        return
    related = loaded.locate(f"practices[{index}].{name}")
    params = {"ordinal": chinese(index + 1), "summary": text[first:last], "heading": heading}
    yield Diagnostic(
        "CP0405",
        Severity.WARNING,
        loaded.locate("summary.text", first, last),
        params,
        (Related(related, "heading"),) if related else (),
    )
