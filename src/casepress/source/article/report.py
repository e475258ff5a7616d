"""What the importer did: what went where, what found no place, what was changed or left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casepress.diagnostics import Diagnostic, Severity
from casepress.frozen import dataclass
from casepress.source.article.block import Removed
from casepress.source.article.body import Cut
from casepress.source.article.compose import NO_TITLE, Imported, unplaced
from casepress.source.article.draft import FALLBACK_PRACTICE
from casepress.source.article.formats import Extracted
from casepress.source.article.tree import Made, Text, leaves

_USUAL = {
    "summary": "摘要",
    "background": "背景",
    "practices": "做法",
    "results": "成效",
    "lessons": "启示",
}
_ORDER_WORDS = re.compile(
    r"^(?:首先|其次|再次|最后|第[一二三四五六七八九十]+|其[一二三四五六七八九十]+)"
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A field: its path, the lines it comes from, and how many characters it holds."""

    path: str
    first: int
    last: int
    characters: int


@dataclass(frozen=True, slots=True)
class Leftover:
    """Text of the article that found no place."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Report:
    """Everything there is to say about an import.

    ``marks`` are the marks and numbers that fields stand for, ``changes`` what the normaliser did
    by rule, ``dropped`` how many invisible characters were left out.
    """

    format: str
    encoding: str
    unit: str
    placed: tuple[Placed, ...]
    proposed: tuple[tuple[str, int], ...]
    unplaced: tuple[Leftover, ...]
    removed: tuple[Removed, ...]
    marks: int
    changes: tuple[tuple[str, int], ...]
    dropped: int
    diagnostics: tuple[Diagnostic, ...]


def report(imported: Imported, extracted: Extracted, name: str) -> Report:
    """Return the report of one import; *name* stands for the article in messages."""
    body = imported.body
    rest = tuple(Leftover(body.of(cut), body.line(cut.start)) for cut in _worth_telling(imported))
    texts = [(path, leaf) for path, leaf in leaves(imported.case) if isinstance(leaf, Text)]
    return Report(
        extracted.format,
        extracted.encoding,
        imported.article.unit,
        tuple(_placed(imported, path, leaf) for path, leaf in texts if leaf.cuts),
        _proposed(imported),
        rest,
        imported.article.removed,
        sum(cut.end - cut.start for _, leaf in texts for cut in leaf.marks),
        body.changes,
        extracted.dropped,
        tuple(_diagnostics(imported, rest, name)),
    )


def _worth_telling(imported: Imported) -> Iterator[Cut]:
    """Unplaced stretches; separators between fields of one line (｜) are none."""
    for cut in unplaced(imported):
        if any(map(str.isalnum, imported.body.of(cut))):
            yield cut


def _placed(imported: Imported, path: str, leaf: Text) -> Placed:
    body = imported.body
    lines = [body.line(cut.start) for cut in leaf.cuts]
    return Placed(path, min(lines), max(lines), sum(cut.end - cut.start for cut in leaf.cuts))


def _proposed(imported: Imported) -> tuple[tuple[str, int], ...]:
    """How many metrics, figures and honours were proposed."""
    rows: dict[str, set[str]] = {"metrics": set(), "key_figures": set(), "honours": set()}
    for path, leaf in leaves(imported.case):
        if isinstance(leaf, Made):
            for key, found in rows.items():
                match = re.search(rf"^.*\b{key}\[\d+\]", path)
                if match:
                    found.add(match.group())
    return tuple((key, len(found)) for key, found in rows.items())


def _diagnostics(imported: Imported, rest: tuple[Leftover, ...], name: str) -> Iterator[Diagnostic]:
    """Return what the editor should know, worst first."""
    made = {path: leaf.text for path, leaf in leaves(imported.case) if isinstance(leaf, Made)}
    if rest:
        characters = sum(len(piece.text) for piece in rest)
        params = {"path": name, "count": len(rest), "characters": characters}
        yield _warning("CP0661", params)
    if made.get("title") == NO_TITLE:
        yield _warning("CP0662", {"path": name})
    if made.get("practices[0].title") == FALLBACK_PRACTICE:
        yield _warning("CP0663", {"path": name})
    if imported.guessed:
        yield _warning("CP0664", {"path": name})
    if imported.moved:
        names = "、".join(
            f"{imported.body.of(part.heading)} → {_called(part.key)}" for part in imported.moved
        )
        yield _warning("CP0669", {"path": name, "parts": names})
    lost = imported.body.text.count("\ufffd")
    if lost:
        yield _warning("CP0667", {"path": name, "count": lost})
    missing = [part for part in _USUAL if part not in imported.order]
    if missing:
        yield _advice("CP0665", {"path": name, "parts": "、".join(map(_called, missing))})
    known = [part for part in imported.order if part in _USUAL]
    if known != sorted(known, key=list(_USUAL).index):
        yield _advice("CP0666", {"path": name, "order": " → ".join(map(_called, known))})
    words = _order_words(imported)
    if words:
        yield _advice("CP0668", {"path": name, "words": "、".join(words)})


def _called(part: str) -> str:
    """Return a part's name in Chinese with its key, for readers of either language."""
    return f"{_USUAL[part]} {part}"


def _order_words(imported: Imported) -> list[str]:
    """Ordering words other than 一是… that became numbers."""
    found: dict[str, None] = {}
    for _, leaf in leaves(imported.case):
        for mark in leaf.marks if isinstance(leaf, Text) else ():
            match = _ORDER_WORDS.match(imported.body.of(mark))
            if match:
                found[match.group()] = None
    return list(found)


def _warning(message: str, params: dict[str, object]) -> Diagnostic:
    return Diagnostic(message, Severity.WARNING, params=params)


def _advice(message: str, params: dict[str, object]) -> Diagnostic:
    return Diagnostic(message, Severity.ADVICE, params=params)
