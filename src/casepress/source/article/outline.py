"""Find the parts of the article: which heading opens which part of a case, in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from casepress.frozen import dataclass
from casepress.source.article.block import Kind
from casepress.source.article.body import Body, Cut, Unit
from casepress.source.article.divide import clipped
from casepress.source.article.numbering import Marker, Style, marker_at
from casepress.source.article.sections import Role, asked, is_bare_label, is_label, role_of
from casepress.source.article.sentence import inside, is_stop

_LONGEST_HEADING = 28
_BRACKETED = re.compile(r"[【〔\[]([^】〕\]\n]{2,12})[】〕\]]\s*[：:]?")
_LABELLED = re.compile(r"([^\s，。；：:！？“”（）]{2,12})\s*[：:]")
_ASKED = re.compile(r"(?:问|提问|记者|主持人|Q)\s*[：:]\s*(?P<words>[^\n]*)")
_ANSWERED = re.compile(r"\n(?:答|A|[\u4e00-\u9fff]{2,4})\s*[：:]\s*")
_NEXT = re.compile(r"((?:下一?步|今后)(?:打算|工作|计划|，|$))")
_LONGEST_QUESTION = 24
_STOPPED = re.compile(r"([^\s，。；：:！？“”（）]{2,10})。")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the article: its role (None if its heading says none) and where it lies.

    ``heading`` are the words of the heading, ``marks`` its number and closing mark; the text
    runs from ``start`` to ``end``. ``head`` is where the heading itself begins.
    """

    role: Role | None
    head: int
    heading: Cut | None
    marks: tuple[Cut, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Found:
    """A heading found, with what kind it is: its number's style, its level, or neither."""

    role: Role | None
    heading: Cut
    marks: tuple[Cut, ...]
    head: int
    start: int
    style: Style | None = None
    level: int = 0

    @property
    def rank(self) -> tuple[str, int] | None:
        """What headings of the same depth share."""
        if self.level and self.level < 9:
            return ("level", self.level)
        return ("style", int(self.style)) if self.style is not None else None


def sections(body: Body, start: int, end: int) -> tuple[Section, ...]:
    """Return the parts of body.text[start:end], in order; text before the first is no part.

    Headings of the outermost depth that carries known words open parts, as do unnumbered lines
    that are nothing but known words. Headings of that depth with other words open parts of no
    known role.
    """
    found = list(_headings(body, start, end))
    ranks = sorted({f.rank for f in found if f.role and f.rank and _is_outer(f, found)})
    kept = [f for f in found if _opens(f, ranks)]
    if kept and all(f.role in (Role.SUMMARY, Role.KEYWORDS) for f in kept):
        kept = _closed(found, kept)
    kept = [*_earlier(body, found, kept), *kept]
    kept += _run_in(body, start, end, kept)
    kept += _next_steps(body, start, end, kept)
    kept += _questions(body, start, end, kept) if len(kept) < 3 else []
    kept.sort(key=lambda f: f.head)
    if not kept:
        return ()
    ends = [*(f.head for f in kept[1:]), end]
    return tuple(_section(f, after) for f, after in zip(kept, ends, strict=True))


def _closed(found: Sequence[_Found], kept: list[_Found]) -> list[_Found]:
    """Return *kept* with the numbered headings that end its parts.

    Why: where the only known words are those of a label (案例摘要), the headings of the article
    say other things, and the abstract must not run on to its end.
    """
    counted = [f.rank for f in found if f.rank and f.head > kept[0].head]
    outer = min((rank for rank in counted if counted.count(rank) > 1), default=None)
    return kept + [f for f in found if f.rank and f.rank == outer and f.head > kept[0].head]


def _next_steps(body: Body, start: int, end: int, kept: Sequence[_Found]) -> list[_Found]:
    """Return the closing paragraph that opens with 下一步打算, if no part follows it."""
    if any(f.role is Role.OUTLOOK for f in kept):
        return []
    last = max((f.head for f in kept), default=start)
    for unit in clipped(body, start, end)[-3:]:
        match = _NEXT.match(body.text, unit.start, unit.end)
        if match and unit.start > last:
            words = body.trim(unit.start, match.end())
            stop = words.end
            while stop > words.start and body.text[stop - 1] in "，：":
                stop -= 1
            after = match.end()
            while after < unit.end and body.text[after] in "，：":
                after += 1
            marks = (Cut(stop, after),) if stop < after else ()
            return [_Found(Role.OUTLOOK, Cut(words.start, stop), marks, unit.start, after)]
    return []


def _questions(body: Body, start: int, end: int, kept: Sequence[_Found]) -> list[_Found]:
    """Questions of an interview that ask about a part of the case: its headings, in its words.

    A long question stays in the text of the part it opens, as does one that asks about nothing in
    particular; 问 and 答 before a heading's words and its text become marks. What is no answer,
    because another question or heading begins there, stays what it is.
    """
    taken = {heading.head for heading in kept}
    found: list[_Found] = []
    units = clipped(body, start, end)
    for unit in units:
        match = _ASKED.match(body.text, unit.start, unit.end)
        role = asked(match.group("words")) if match else None
        if not match or not role or unit.start in taken:
            continue
        words = body.trim(*match.span("words"))
        if words.end - words.start > _LONGEST_QUESTION:
            found.append(_Found(role, Cut(unit.start, unit.start), (), unit.start, unit.start))
            continue
        answer = _ANSWERED.match(body.text, unit.end, end)
        if answer and (unit.end + 1 in taken or _ASKED.match(body.text, unit.end + 1)):
            answer = None
        after = answer.end() if answer else min(unit.end + 1, end)
        marks = [Cut(unit.start, words.start)]
        marks += [Cut(unit.end + 1, after)] if answer else []
        found.append(_Found(role, words, tuple(marks), unit.start, after))
    return found if len(found) > 1 else []


def _section(found: _Found, end: int) -> Section:
    """Return the part from a heading up to *end*; a heading of no known role stays in the text."""
    if found.role is None:
        return Section(None, found.head, None, (), found.head, end)
    start = min(found.start, end)
    heading = found.heading if found.heading.start < found.heading.end else None
    return Section(found.role, found.head, heading, found.marks, start, end)


def _earlier(body: Body, found: Sequence[_Found], kept: Sequence[_Found]) -> list[_Found]:
    """Return headings of inner depth before the first part, with words known by heart.

    Why: some articles number their parts in two ways (一、背景 … 第二部分 做法).
    """
    first = kept[0].head if kept else len(body.text)
    roles = {f.role for f in kept}
    early = [f for f in found if f.role and f.role not in roles and f.head < first]
    return [f for f in early if role_of(body.of(f.heading), exact=True)]


def _opens(found: _Found, ranks: Sequence[tuple[str, int]]) -> bool:
    if found.rank in ranks:
        return True
    return found.role is not None and found.rank is None


def _is_outer(found: _Found, others: Sequence[_Found]) -> bool:
    """Whether no heading with a role is numbered on a level further out.

    Why: （三）注重成效 inside 二、主要做法 ends in a known word but opens no part.
    """
    kind, depth = found.rank or ("", 0)
    return not any(
        other.role and other.rank and other.rank[0] == kind and other.rank[1] < depth
        for other in others
    )


def _headings(body: Body, start: int, end: int) -> Iterator[_Found]:
    """Everything at the start of a paragraph that may be the heading of a part."""
    for unit in clipped(body, start, end):
        cut = body.trim(unit.start, unit.end)
        if cut.start == cut.end:
            continue
        found = _heading(body, unit, cut)
        if found:
            yield found


def _heading(body: Body, unit: Unit, cut: Cut) -> _Found | None:
    marker = marker_at(body.text, cut.start, cut.end)
    words = Cut(marker.end if marker else cut.start, cut.end)
    bracket = _BRACKETED.match(body.text, words.start, words.end)
    if bracket and role_of(bracket.group(1)):
        return _labelled(body, unit, marker, bracket)
    if _is_line(body.of(words), unit):
        return _line(body, unit, marker, words)
    for pattern, known in ((_LABELLED, is_label), (_STOPPED, is_bare_label)):
        match = pattern.match(body.text, words.start, words.end)
        if match and (known(match.group(1)) or (marker and role_of(match.group(1), exact=True))):
            return _labelled(body, unit, marker, match)
    if marker and marker.style <= Style.ARABIC:
        return _Found(None, words, (), cut.start, cut.start, marker.style)
    return None


def _is_line(words: str, unit: Unit) -> bool:
    if unit.kind is Kind.HEADING:
        return True
    short = len(words) <= _LONGEST_HEADING
    return short and not any(mark in words[:-1] for mark in "。；！？，：")


def _line(body: Body, unit: Unit, marker: Marker | None, words: Cut) -> _Found | None:
    """Return a heading on its own line; without number or format only if its words are known."""
    end = words.end
    while end > words.start + 1 and body.text[end - 1] in "。：:；、":
        end -= 1
    heading = Cut(words.start, end)
    known = marker is not None or unit.kind is Kind.HEADING
    role = role_of(body.of(heading), exact=not known)
    if not role and not known:
        return None
    marks = _marks(marker, Cut(end, words.end))
    start = min(words.end + 1, len(body.text))
    level = unit.level if unit.kind is Kind.HEADING else 0
    return _Found(role, heading, marks, unit.start, start, marker.style if marker else None, level)


def _labelled(body: Body, unit: Unit, marker: Marker | None, match: re.Match[str]) -> _Found:
    """Return a heading that runs into its paragraph, such as 【背景】, 摘要： or 经验启示。."""
    label = Cut(*match.span(1))
    role = role_of(match.group(1))
    before = Cut(match.start(), label.start)
    marks = tuple(m for m in (*_marks(marker, before), Cut(label.end, match.end())) if m[0] < m[1])
    style = marker.style if marker else None
    return _Found(role, label, marks, unit.start, match.end(), style)


def _marks(marker: Marker | None, closing: Cut) -> tuple[Cut, ...]:
    marks = [Cut(marker.start, marker.end)] if marker else []
    return tuple([*marks, closing] if closing.start < closing.end else marks)


def _run_in(body: Body, start: int, end: int, kept: Sequence[_Found]) -> list[_Found]:
    """Headings in the middle of paragraphs, for the parts no paragraph opens.

    Why: some articles are one paragraph; but 主要做法：一是… inside an abstract opens nothing,
    so a part that has a heading of its own is not looked for, nor is an abstract searched.
    """
    present = {f.role for f in kept if f.role}
    found: list[_Found] = []
    starts = [f.head for f in kept] + [end]
    closed = [(f.head, starts[index + 1]) for index, f in enumerate(kept) if f.role is Role.SUMMARY]
    mask = inside(body.text)
    for unit in clipped(body, start, end):
        for offset in _sentence_starts(body.text, unit.start, unit.end, mask):
            if any(low <= offset < high for low, high in closed) and present - {Role.SUMMARY}:
                continue
            candidate = _heading_inside(body, unit, offset)
            if candidate and candidate.role not in present | {f.role for f in found}:
                found.append(candidate)
    return found


def _sentence_starts(text: str, start: int, end: int, mask: bytes) -> Iterator[int]:
    for offset in range(start + 1, end):
        if not mask[offset - 1] and (text[offset - 1] == "；" or is_stop(text, offset - 1)):
            yield offset


def _heading_inside(body: Body, unit: Unit, offset: int) -> _Found | None:
    marker = marker_at(body.text, offset, unit.end)
    words = marker.end if marker else offset
    inner = _from(unit, offset)
    for pattern in (_BRACKETED, _LABELLED, _STOPPED):
        match = pattern.match(body.text, words, unit.end)
        if not match:
            continue
        label = match.group(1)
        known = is_bare_label(label) if pattern is not _BRACKETED else role_of(label) is not None
        if known or (marker and role_of(label, exact=True)):
            return replace(_labelled(body, inner, marker, match), style=None)
    return None


def _from(unit: Unit, start: int) -> Unit:
    """Return *unit* from *start* on."""
    return Unit(start, unit.end, unit.kind, unit.level)
