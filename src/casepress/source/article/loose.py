"""Articles without (all) headings: which stretch is background, practice, result or lesson."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from casepress.source.article.body import Body, Cut
from casepress.source.article.divide import Division, divide
from casepress.source.article.outline import Section
from casepress.source.article.sections import Role
from casepress.source.article.sentence import sentences

_LESSON = re.compile(
    r"(?:这一(?:做法|实践|案例|经验)|上述(?:做法|实践)|(?:实践|经验|事实|案例)(?:证明|表明|启示|告诉)|.{0,12}(?:启示|体会)(?:我们|是|有|：)"
    r"|从中(?:可以|得到)|几点(?:启示|体会))"
)
_RESULT = re.compile(
    r"(?:通过(?:以上|上述|这些|一系列|.{0,12}(?:努力|改革|创新|实践))|目前|截至|截止|如今|现如今|一年来|几年来|两年来|三年来|半年来|经过.{0,12}努力)"
)
_TURN = re.compile(r"通过.{0,12}(?:努力|改革|创新|实践)|(?:实践|经验|事实)(?:证明|表明|告诉)")
_LONG_SENTENCE = 90
_CUES = ((Role.LESSONS, _LESSON), (Role.RESULTS, _RESULT))
_PRACTICE = re.compile(r"为此|对此|针对(?:这|上述|以上)|主要做法|具体做法|围绕.{2,20}，")


def assign(
    body: Body, start: int, end: int, found: Sequence[Section]
) -> tuple[tuple[Section, ...], bool]:
    """Give a role to what has no heading; True if any role was guessed.

    Headings of no known role are practices if nothing else is (一、抓班子 二、带队伍 is how
    newspapers write); text before the first heading is the background if nothing else is. With
    no practices found that way, the text itself is searched for an enumeration. What stays
    without a role is left for the list of unplaced text.
    """
    parts = list(_name_unknown(found))
    guessed = parts != list(found)
    head = found[0].head if found else end
    before = body.trim(start, head)
    roles = {part.role for part in parts}
    if before.start < before.end:
        if Role.PRACTICES not in roles:
            parts = [*_loose(body, before, roles), *parts]
            guessed = True
        elif parts[0].role is Role.BACKGROUND:
            parts = _prepend(parts, before)
        elif Role.BACKGROUND not in roles:
            parts.insert(0, _plain(Role.BACKGROUND, before))
            guessed = True
    elif Role.PRACTICES not in roles and parts:
        parts, changed = _inside_background(body, parts)
        guessed = guessed or changed
    return tuple(parts), guessed


def _plain(role: Role, cut: Cut) -> Section:
    return Section(role, cut.start, None, (), cut.start, cut.end)


def _prepend(parts: list[Section], before: Cut) -> list[Section]:
    """Text right before the background's heading joins it; the heading keeps its place."""
    return [_plain(Role.BACKGROUND, before), *parts]


def _name_unknown(found: Sequence[Section]) -> list[Section]:
    """Headings of no known role: practices where there are none; else no part at all."""
    if any(part.role is Role.PRACTICES for part in found):
        return list(found)
    named: list[Section] = []
    for part in found:
        if part.role is None:
            last = named[-1] if named else None
            if last and last.role is Role.PRACTICES and last.end == part.head:
                named[-1] = replace(last, end=part.end)
                continue
            part = replace(part, role=Role.PRACTICES)
        named.append(part)
    return named


def _loose(body: Body, cut: Cut, roles: set[Role | None]) -> list[Section]:
    """Parts of a stretch without headings: before, in and after its enumeration."""
    division = divide(body, cut.start, cut.end)
    if len(division.pieces) > 1:
        return _around(body, cut, division, roles)
    return _by_cues(body, cut, roles)


def _around(body: Body, cut: Cut, division: Division, roles: set[Role | None]) -> list[Section]:
    first, last = division.pieces[0], division.pieces[-1]
    head = first.number.start if first.number else first.start
    parts = []
    lead = body.trim(cut.start, head)
    if lead.start < lead.end:
        parts.append(_plain(Role.BACKGROUND, lead))
    tail = _tail(body, last.start, cut.end, roles)
    stop = tail[0].start if tail else cut.end
    parts.append(_plain(Role.PRACTICES, body.trim(head, stop)))
    return [*parts, *tail]


def _tail(body: Body, start: int, end: int, roles: set[Role | None]) -> list[Section]:
    """Results and lessons at the end of the last item: from the first sentence that says so."""
    found: list[tuple[int, Role]] = []
    for index, (begin, stop) in enumerate(_turns(body, start, end)):
        role = _cue(body.text, begin, stop) if index else None
        if role and role not in roles and role not in {r for _, r in found}:
            if found and found[-1][1] is Role.LESSONS:
                continue
            found.append((begin, role))
    if not found:
        return []
    stops = [*(offset for offset, _ in found[1:]), end]
    return [
        _plain(role, body.trim(offset, stop))
        for (offset, role), stop in zip(found, stops, strict=True)
    ]


def _turns(body: Body, start: int, end: int) -> list[tuple[int, int]]:
    """Return where a turn may come: sentences; clauses, where one sentence runs to the end."""
    found = _sentences(body, start, end)
    if len(found) > 1 or end - start < _LONG_SENTENCE:
        return found
    commas = [i + 1 for i in range(start, end) if body.text[i] == "，"]
    starts = [i for i in commas if _TURN.match(body.text, i, end)]
    return list(pairwise([start, *starts, end]))


def _sentences(body: Body, start: int, end: int) -> list[tuple[int, int]]:
    return [
        pair
        for cut in body.paragraphs(start, end)
        for pair in sentences(body.text, cut.start, cut.end)
    ]


def _cue(text: str, start: int, end: int) -> Role | None:
    return next((role for role, cue in _CUES if cue.match(text, start, end)), None)


def _by_cues(body: Body, cut: Cut, roles: set[Role | None]) -> list[Section]:
    """No enumeration: sentences that open with 为此, 目前, 实践证明 part the text."""
    all_sentences = _sentences(body, cut.start, cut.end)
    practice = next(
        (s for i, (s, e) in enumerate(all_sentences) if i and _PRACTICE.match(body.text, s, e)),
        None,
    )
    paragraphs = body.paragraphs(cut.start, cut.end)
    if practice is None and len(paragraphs) > 1:
        practice = paragraphs[1].start
    if practice is None:
        practice = cut.start
    parts = []
    lead = body.trim(cut.start, practice)
    if lead.start < lead.end:
        parts.append(_plain(Role.BACKGROUND, lead))
    tail = _tail(body, practice, cut.end, roles)
    stop = tail[0].start if tail else cut.end
    return [*parts, _plain(Role.PRACTICES, body.trim(practice, stop)), *tail]


def _inside_background(body: Body, parts: list[Section]) -> tuple[list[Section], bool]:
    """Return an enumeration inside the background, when the article names no practices."""
    for index, part in enumerate(parts):
        if part.role is not Role.BACKGROUND:
            continue
        division = divide(body, part.start, part.end)
        if len(division.pieces) < 2:
            continue
        first = division.pieces[0]
        head = first.number.start if first.number else first.start
        inner = replace(part, end=head)
        practice = _plain(Role.PRACTICES, body.trim(head, part.end))
        return [*parts[:index], inner, practice, *parts[index + 1 :]], True
    return parts, False
