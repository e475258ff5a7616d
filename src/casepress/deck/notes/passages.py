"""The verbatim text of a case in passages, each of which goes into the notes of one slide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from casepress.case.model import Case
from casepress.case.verbatim import Verbatim, verbatim_texts
from casepress.deck.words.chinese import paragraphs, plain_title
from casepress.deck.words.parts import LESSONS, OPENING, OVERVIEW, PRACTICES, RESULTS
from casepress.frozen import dataclass

_PARTS = {
    "title": OPENING, "summary": OVERVIEW, "background": OVERVIEW, "practices": PRACTICES,
    "results": RESULTS, "lessons": LESSONS,
}  # fmt: skip
_ITEM = re.compile(r"\.(title|text)$")
_RUN_IN = re.compile(r"(measures|items)\[\d+\]\.title$")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the article: its path in the case, the part it belongs to, its lines."""

    path: str
    part: str
    lines: tuple[str, ...]


def case_passages(case: Case) -> tuple[Passage, ...]:
    """Return every passage of the case in reading order; together they are the whole text.

    A heading and its text make one passage (``practices[0].measures[1]``); a practice's own heading
    and lead another (``practices[0]``).
    """
    found = [Passage("title", OPENING, _front(case))]
    pieces = [p for p in verbatim_texts(case) if not p.path.startswith(("title", "headings"))]
    for path, group in groupby(pieces, key=lambda piece: _passage_path(piece.path)):
        part = _PARTS.get(re.split(r"[.\[]", path)[0], "")
        found.append(Passage(path, part, tuple(_lines(list(group)))))
    return tuple(p for p in found if p.lines)


def _front(case: Case) -> tuple[str, ...]:
    return tuple(plain_title(t) for t in (case.title, case.subtitle) if t.strip())


def _passage_path(path: str) -> str:
    """The passage a piece belongs to."""
    if path.startswith("source."):
        return "source"
    if re.fullmatch(r"practices\[\d+\]\.(title|lead)", path):
        return path.rpartition(".")[0]
    return path if path in ("summary.text", "background.text") else _ITEM.sub("", path)


def _lines(pieces: list[Verbatim]) -> Iterator[str]:
    """Join an item's heading with the first line of its text; everything else has its own line."""
    run_in = ""
    for piece in pieces:
        if _RUN_IN.search(piece.path):
            run_in += piece.text
            continue
        first, *rest = paragraphs(piece.text) or ("",)
        yield run_in + first
        yield from rest
        run_in = ""
    if run_in:
        yield run_in
