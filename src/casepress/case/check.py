"""Look through a case as an editor would: reported with its place, never changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from casepress.case.checks import numbers, quantities, repeats, structure, widths
from casepress.case.checks.texts import RULES, Rule, dates
from casepress.case.checks.walk import texts
from casepress.case.load import LoadedCase
from casepress.case.tidy import is_prose
from casepress.diagnostics import Diagnostic, Severity

_RULES: Final = (
    numbers.metrics,
    numbers.growth,
    numbers.figures,
    numbers.quotes,
    quantities.values,
    quantities.parts,
    repeats.repeats,
    structure.sequences,
    structure.minutes,
    structure.pictures,
    structure.lengths,
    structure.keywords,
    structure.summary,
    widths.widths,
)


def check_case(loaded: LoadedCase) -> tuple[Diagnostic, ...]:
    """Return what an editor should look at, in the order of the file.

    Only rules that are cheap and hardly ever wrong: figures that do not follow from each other,
    disagree or do not stand in the text, quotes that are none, a plan that does not add up, a
    summary that disagrees with the headings, passages said twice, broken numbering, brackets
    without partner, half-width marks, doubled approximations, dates that are none.
    """
    found = [*_texts(loaded)]
    for rule in _RULES:
        found += rule(loaded)
    return tuple(sorted(found, key=_place))


def _texts(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """Apply the rules of single texts; words that are repeated are reported where they first are.

    The editor's own remarks quote what is wrong with the text, so only their form is looked at.
    """
    seen: set[str] = set()
    for path, text in texts(loaded.case):
        for rule in _rules_for(path):
            for finding in rule(text):
                words = text[finding.start : finding.end]
                if finding.id == "CP0408" and (words in seen or path.startswith("editorial")):
                    continue
                seen.add(words)
                span = loaded.locate(path, finding.start, finding.end)
                yield Diagnostic(finding.id, Severity.WARNING, span, finding.params)


def _rules_for(path: str) -> tuple[Rule, ...]:
    """Return the rules for a text: all of them for prose, the calendar for the case's dates."""
    if is_prose(path):
        return RULES
    return (dates,) if path in ("date", "source.published") else ()


def _place(diagnostic: Diagnostic) -> tuple[int, int, str]:
    span = diagnostic.span
    return (span.line, span.column, diagnostic.id) if span else (0, 0, diagnostic.id)
