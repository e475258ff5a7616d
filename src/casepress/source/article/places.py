"""Parts of an article the model has no field for, put where a reader would look for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casepress.frozen import dataclass
from casepress.source.article.body import Body, Cut
from casepress.source.article.draft import has_lead
from casepress.source.article.outline import Section
from casepress.source.article.sections import Role
from casepress.source.article.tree import Text

_HOSTS = {Role.BACKGROUND: "background", Role.RESULTS: "results", Role.LESSONS: "lessons"}


@dataclass(frozen=True, slots=True)
class Moved:
    """A part that went under another one: its heading, and the key of its host."""

    heading: Cut
    key: str


def settle(body: Body, found: Sequence[Section]) -> tuple[tuple[Section, ...], tuple[Moved, ...]]:
    """Give every part about shortcomings and next steps (存在的不足, 下一步打算) a place.

    Before the practices they tell what the case set out from: background. After them they belong
    with the lessons, as items of their own; before lessons that open with a text of their own,
    with the results, since the order of the article is kept.
    """
    of = {role: [part.head for part in found if part.role is role] for role in Role}
    first = next((p for p in found if p.role is Role.LESSONS), None)
    lead = first is not None and has_lead(body, first)
    settled: list[Section] = []
    moved: list[Moved] = []
    for part in found:
        role = part.role
        if role is Role.OUTLOOK:
            role = _host(part, of, lead=lead)
            if part.heading and role:
                moved.append(Moved(part.heading, _HOSTS[role]))
            lonely = role is Role.LESSONS
            part = part if lonely else replace(part, role=role)
        settled.append(part)
    return tuple(settled), tuple(moved)


def _host(part: Section, of: dict[Role, list[int]], *, lead: bool) -> Role | None:
    """Return the role of the part that takes *part* in; None where none can without a new order."""
    if any(part.head < head for head in of[Role.PRACTICES]):
        return Role.BACKGROUND
    before = bool(of[Role.LESSONS]) and part.head < of[Role.LESSONS][0]
    if not before or not lead:
        return Role.LESSONS
    return Role.RESULTS if any(head < part.head for head in of[Role.RESULTS]) else None


def take_keywords(
    body: Body, start: int, found: Sequence[Section]
) -> tuple[int, tuple[Section, ...], Text | None]:
    """Return where the text begins, its parts without the line of keywords, and that line.

    What follows the line up to the next heading opens the text: background, if nothing else is.
    A line with text before it that belongs to no part stays where it is.
    """
    kept: list[Section] = []
    words: Text | None = None
    roles = {part.role for part in found}
    for part in found:
        if part.role is not Role.KEYWORDS:
            kept.append(part)
            continue
        cuts = body.paragraphs(part.start, part.end)
        free = bool(kept) or not body.paragraphs(start, part.head)
        if words or not cuts or not part.heading or not free:
            kept += [Section(None, part.head, None, (), part.head, part.end)] if kept else []
            continue
        words = Text((cuts[0],), (part.heading, *part.marks))
        start = start if kept else cuts[0].end
        if len(cuts) > 1 and kept:
            role = None if Role.BACKGROUND in roles else Role.BACKGROUND
            kept.append(Section(role, cuts[1].start, None, (), cuts[1].start, part.end))
    return start, tuple(kept), words
