"""Half-width marks, stray spaces, odd forms of characters: what ``check --fix`` puts right."""

from __future__ import annotations

from collections.abc import Iterator

from casepress.case.checks.walk import texts
from casepress.case.load import LoadedCase
from casepress.case.tidy import tidy_changes
from casepress.diagnostics import Diagnostic, Severity
from casepress.source.characters import has_han
from casepress.source.normalise import Change

_MARKS = frozenset(("width", "bracket", "quote", "stop", "ellipsis", "dash"))


def widths(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """Tell of every change the normaliser would make; needless spaces beside Latin words once."""
    loose: list[Diagnostic] = []
    for path, text in texts(loaded.case):
        for change in tidy_changes(path, text):
            one = _told(loaded, path, text, change)
            if one is not None and one.id == "CP0425":
                loose.append(one)
            elif one is not None:
                yield one
    if loose:
        first = loose[0]
        yield Diagnostic(first.id, first.severity, first.span, {"count": len(loose)})


def _told(loaded: LoadedCase, path: str, text: str, change: Change) -> Diagnostic | None:
    end = change.offset + len(change.before)
    span = loaded.locate(path, change.offset, end)
    params: dict[str, object] = {"char": change.before, "wide": change.after}
    if change.rule in _MARKS:
        if not change.after:
            return None  # the rest of a run, told of at its beginning
        return Diagnostic("CP0407", Severity.WARNING, span, params)
    if change.rule != "space":
        params["code"] = f"U+{ord(change.before[0]):04X}"
        return Diagnostic("CP0419", Severity.WARNING, span, params)
    between = has_han(_beyond(text, change.offset - 1, -1)) and has_han(_beyond(text, end, 1))
    return Diagnostic(
        "CP0416" if between else "CP0425",
        Severity.WARNING if between else Severity.ADVICE,
        span,
        params,
    )


def _beyond(text: str, index: int, step: int) -> str:
    """Return the next character in this direction that is no space; empty at the text's end."""
    while 0 <= index < len(text) and text[index].isspace():
        index += step
    return text[index] if 0 <= index < len(text) else ""
