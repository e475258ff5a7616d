"""What the page form sets beside the text: figures, notes and questions, after the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from casepress.brochure.column.flow import Block, space
from casepress.brochure.column.side import spoken_figure
from casepress.brochure.document.table import Row, Table, table_blocks
from casepress.brochure.document.text import Parent, heading, section, texts
from casepress.brochure.publication.context import Book
from casepress.brochure.text.words import practice_number
from casepress.case.model import Honour, KeyFigure, SideNote

FIGURES = "附：主要数据（编者据原文摘编）"
NOTES = "附：有关说明"
QUESTIONS = "附：研讨题（编者拟，非原文内容）"


def honours_table(book: Book, honours: Sequence[Honour], parent: Parent) -> list[Block]:
    """Return the honours as a table, the dated ones first as the case has them."""
    if not honours:
        return []
    rows: list[Row] = []
    for index, honour in enumerate(honours):
        source = f"results.honours[{index}]"
        holder = "，".join(part for part in (honour.holder, honour.conferrer) if part)
        rows.append(
            ((honour.when, f"{source}.when"), (honour.title, f"{source}.title"),
             (holder, f"{source}.holder"))
        )  # fmt: skip
    table = Table("honours", "荣誉与大事", ("时间", "名称", "获得者、说明"), tuple(rows), (2, 4, 4))
    return table_blocks(book, table, parent)


def annex_blocks(book: Book) -> list[Block]:
    """Return the annexes there is something for."""
    return [*_notes(book), *_figures(book), *_questions(book)]


# -- figures -------------------------------------------------------------------------------


def _figures(book: Book) -> list[Block]:
    rows = tuple(_figure_rows(book))
    if not rows:
        return []
    parent = section(book, "annex:figures", FIGURES)
    head = heading(book, FIGURES, 1, parent, "annex.figures", anchor="annex:figures")
    table = Table("figures", "", ("出处", "事项", "数据"), rows, (2, 5.4, 2.6))
    return [head, *table_blocks(book, table, parent)]


def _figure_rows(book: Book) -> Iterator[Row]:
    for where, source, figures in _places(book):
        for number, figure in enumerate(figures):
            path = f"{source}.key_figures[{number}]"
            words = figure.caption + (f"（{figure.note}）" if figure.note else "")
            yield (
                (where if number == 0 else "", ""),
                (words, f"{path}.caption"),
                (spoken_figure(figure), f"{path}.value"),
            )


def _places(book: Book) -> Iterator[tuple[str, str, Sequence[KeyFigure]]]:
    """Where the case has figures to be shown: what to call the place, its path, the figures."""
    case = book.case
    if case.summary:
        yield case.headings.summary, "summary", case.summary.key_figures
    for index, practice in enumerate(case.practices):
        for count, measure in enumerate(practice.measures):
            name = f"{practice_number(index)}{count + 1}" if len(case.practices) > 1 else ""
            yield (
                name or f"{count + 1}",
                f"practices[{index}].measures[{count}]",
                measure.key_figures,
            )
    if case.results:
        for index, item in enumerate(case.results.items):
            name = f"成效{practice_number(index)}" if len(case.results.items) > 1 else "成效"
            yield name, f"results.items[{index}]", item.key_figures


# -- notes and questions -------------------------------------------------------------------


def _notes(book: Book) -> list[Block]:
    found = list(_side_notes(book))
    if not found:
        return []
    parent = section(book, "annex:notes", NOTES)
    blocks = [heading(book, NOTES, 1, parent, "annex.notes", anchor="annex:notes")]
    for note, source in found:
        words = f"{note.term}：{note.text}" if note.text else note.term
        blocks += texts(book, words.replace("|", ""), "side_quote", parent, source)
    return [*blocks, space()]


def _side_notes(book: Book) -> Iterator[tuple[SideNote, str]]:
    case = book.case
    groups: list[tuple[str, Sequence[SideNote]]] = []
    if case.background:
        groups.append(("background", case.background.sidenotes))
    for index, practice in enumerate(case.practices):
        for count, measure in enumerate(practice.measures):
            groups.append((f"practices[{index}].measures[{count}]", measure.sidenotes))
    if case.results:
        for index, item in enumerate(case.results.items):
            groups.append((f"results.items[{index}]", item.sidenotes))
    for source, notes in groups:
        for number, note in enumerate(notes):
            yield note, f"{source}.sidenotes[{number}]"


def _questions(book: Book) -> list[Block]:
    teaching = book.case.teaching
    if not teaching or not teaching.questions:
        return []
    parent = section(book, "discussion", QUESTIONS)
    blocks = [heading(book, QUESTIONS, 1, parent, "discussion", anchor="discussion")]
    for index, question in enumerate(teaching.questions):
        source = f"teaching.questions[{index}]"
        text = f"{index + 1}.\u2002{question.full or question.question}"
        blocks += texts(book, text, "question", parent, f"{source}.question")
        if question.hint:
            blocks[-1] = replace(blocks[-1], keep=True)
            blocks += texts(book, f"提示：{question.hint}", "side_quote", parent, f"{source}.hint")
    return blocks
