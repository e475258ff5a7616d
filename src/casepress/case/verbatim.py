"""The source's own words in the order of the source, with the numbering the fields leave out.

Joined, these texts are the article: what proves that a case file lost and added nothing. The fields
hold headings without number and stop; both are put back here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from casepress.case.model import Case, Lesson, Measure, Practice, ResultItem
from casepress.case.numbering import item_marker, practice_number, section_number


class Verbatim(NamedTuple):
    """A piece of the source: the field it stands in and its words, numbering included."""

    path: str
    text: str


def verbatim_texts(case: Case) -> tuple[Verbatim, ...]:
    """Return the source's words from the title to the editors, in reading order."""
    return tuple(piece for piece in _pieces(case) if piece.text)


def article_body(case: Case) -> str:
    """Return the words of summary, sections and items as one text, for searching in."""
    skipped = ("title", "source.")
    return "".join(p.text for p in verbatim_texts(case) if not p.path.startswith(skipped))


def _pieces(case: Case) -> Iterator[Verbatim]:
    yield Verbatim("title", case.title.replace("|", "").replace("｜", ""))
    yield Verbatim("source.published", case.source.published)
    if case.summary:
        yield Verbatim("headings.summary", f"{case.headings.summary}：")
        yield Verbatim("summary.text", case.summary.text)
    number = 0
    if case.background:
        yield _heading("background", case.headings.background, number)
        yield Verbatim("background.text", case.background.text)
        number += 1
    yield _heading("practices", case.headings.practices, number)
    for index, practice in enumerate(case.practices):
        yield from _practice(practice, index)
    number += 1
    if case.results:
        yield _heading("results", case.headings.results, number)
        yield Verbatim("results.lead", case.results.lead)
        yield from _items(case.results.items, "results.items")
        number += 1
    if case.lessons:
        yield _heading("lessons", case.headings.lessons, number)
        yield Verbatim("lessons.lead", case.lessons.lead)
        yield from _items(case.lessons.items, "lessons.items")
    yield Verbatim("source.credit", case.source.credit)
    if case.source.editors:
        yield Verbatim("source.editors", f"（责编：{'、'.join(case.source.editors)}）")


def _heading(section: str, words: str, number: int) -> Verbatim:
    return Verbatim(f"headings.{section}", f"{section_number(number)}{words}")


def _practice(practice: Practice, index: int) -> Iterator[Verbatim]:
    path = f"practices[{index}]"
    title = practice.title.rstrip("，。")
    if practice.outcome:
        title = f"{title}，{practice.outcome.rstrip('。')}"
    yield Verbatim(f"{path}.title", f"{practice_number(index)}{title}。")
    yield Verbatim(f"{path}.lead", practice.lead)
    yield from _items(practice.measures, f"{path}.measures")


def _items(items: Sequence[Measure | ResultItem | Lesson], path: str) -> Iterator[Verbatim]:
    """Yield heading and text of items; a text that repeats its heading gives it only once."""
    for index, item in enumerate(items):
        title = item.title.rstrip("。")
        marker = item_marker(index) if len(items) > 1 else ""
        if title and not item.text.startswith(f"{title}。"):
            yield Verbatim(f"{path}[{index}].title", f"{marker}{title}。")
            yield Verbatim(f"{path}[{index}].text", item.text)
        else:
            yield Verbatim(f"{path}[{index}].text", f"{marker}{item.text}")
