"""The verbatim text of a case in passages, each of which goes into the notes of one slide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from casepress.case.model import Case
from casepress.deck.parts import LESSONS, OPENING, OVERVIEW, PRACTICES, RESULTS
from casepress.deck.words import chinese, paragraphs, plain, plain_title, sentence, without_heading


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the article: its path in the case, the part it belongs to, its lines."""

    path: str
    part: str
    lines: tuple[str, ...]


def case_passages(case: Case) -> tuple[Passage, ...]:
    """Return every passage of the case in reading order; together they are the whole text."""
    return tuple(p for p in _passages(case) if p.lines)


def _passages(case: Case) -> Iterator[Passage]:
    title = tuple(plain_title(t) for t in (case.title, case.subtitle) if t.strip())
    yield Passage("title", OPENING, title)
    if case.summary:
        yield Passage("summary.text", OVERVIEW, paragraphs(case.summary.text))
    if case.background:
        yield Passage("background.text", OVERVIEW, paragraphs(case.background.text))
    for n, practice in enumerate(case.practices):
        path = f"practices[{n}]"
        head = "，".join(plain(t).rstrip("，。") for t in (practice.title, practice.outcome) if t)
        lead = without_heading(practice.lead, head)
        yield Passage(path, PRACTICES, (f"（{chinese(n + 1)}）{sentence(head)}", *paragraphs(lead)))
        for m, measure in enumerate(practice.measures):
            alone = len(practice.measures) == 1
            yield Passage(
                f"{path}.measures[{m}]", PRACTICES, _item(measure.title, measure.text, m, alone)
            )
    if case.results:
        yield Passage("results.lead", RESULTS, paragraphs(case.results.lead))
        for n, item in enumerate(case.results.items):
            alone = len(case.results.items) == 1
            yield Passage(f"results.items[{n}]", RESULTS, _item(item.title, item.text, n, alone))
    if case.lessons:
        yield Passage("lessons.lead", LESSONS, paragraphs(case.lessons.lead))
        for n, lesson in enumerate(case.lessons.items):
            alone = len(case.lessons.items) == 1
            yield Passage(f"lessons.items[{n}]", LESSONS, _item(lesson.title, lesson.text, n, alone))
    yield Passage("source", "", _credit(case))


def _item(title: str, text: str, index: int, alone: bool) -> tuple[str, ...]:
    """一是 + heading + text, as the article runs them together."""
    mark = "" if alone else f"{chinese(index + 1)}是"
    head = f"{mark}{sentence(plain(title))}" if title.strip() else mark
    body = paragraphs(without_heading(text, plain(title)))
    if not body:
        return (head,) if head else ()
    return (head + body[0], *body[1:])


def _credit(case: Case) -> tuple[str, ...]:
    lines = [case.source.credit.strip()] if case.source.credit.strip() else []
    if case.source.editors:
        lines.append(f"责任编辑：{'、'.join(case.source.editors)}")
    return tuple(lines)
