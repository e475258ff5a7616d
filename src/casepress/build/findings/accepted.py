"""What an editor has accepted by comments in the case is not said again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from casepress.diagnostics import CasepressError, Diagnostic, Severity
from casepress.frozen import dataclass
from casepress.messages import MESSAGES
from casepress.source.accepting import Malformed, Wish, wishes

if TYPE_CHECKING:
    from casepress.case.load import LoadedCase
    from casepress.case.load_collection import LoadedCollection
    from casepress.source.places import Places
    from casepress.source.reader import SourceText

_OF_THE_PRESS: Final = frozenset(("CP0613", "CP0614", "CP0617"))
"""Found only when the press is asked for: a comment for them is not idle in other runs."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """Diagnostics to tell, and those a comment of the case accepts."""

    told: tuple[Diagnostic, ...]
    accepted: tuple[Diagnostic, ...] = ()


def sort_accepted(
    case: Path,
    found: Sequence[Diagnostic],
    loaded: LoadedCase | LoadedCollection | None,
    *,
    whole: bool,
) -> Sorted:
    """Part what has to be told from what the comments of the case accept.

    Errors are always told; so are comments that name an error, an unknown id, or nothing that was
    found.

    Args:
        case: the file, read again if it could not be loaded.
        found: everything that was found about it.
        loaded: the case, if it could be read.
        whole: whether everything was looked at; only then an idle comment can be told of.
    """
    source = _source(case, loaded)
    if source is None or b"casepress" not in source.data.lower():
        return Sorted(tuple(found))
    wanted, malformed = wishes(source, _places(loaded))
    told: list[Diagnostic] = []
    accepted: list[Diagnostic] = []
    for one in found:
        mild = one.severity is not Severity.ERROR
        (accepted if mild and any(wish.covers(one) for wish in wanted) else told).append(one)
    failed = any(one.severity is Severity.ERROR for one in found)
    if whole:
        told += [_misunderstood(one) for one in malformed]
        told += _about(wanted, found, idle=not failed and loaded is not None)
    return Sorted(tuple(told), tuple(accepted))


def _source(case: Path, loaded: LoadedCase | LoadedCollection | None) -> SourceText | None:
    if loaded is not None:
        return loaded.text
    from casepress.source.reader import read_source

    try:
        return read_source(case)
    except CasepressError:
        return None


def _places(loaded: LoadedCase | LoadedCollection | None) -> Places:
    from casepress.source.places import Places

    return loaded.places if loaded is not None else Places()


def _about(
    wanted: Sequence[Wish], found: Sequence[Diagnostic], *, idle: bool
) -> Iterator[Diagnostic]:
    """Yield what is to be said of the comments themselves."""
    for wish in wanted:
        params: dict[str, object] = {"id": wish.id}
        if wish.id not in MESSAGES:
            params["suggestion"] = _nearest(wish.id)
            yield Diagnostic("CP0483", Severity.WARNING, wish.span, params)
            continue
        covered = [one for one in found if wish.covers(one)]
        if any(one.severity is Severity.ERROR for one in covered):
            yield Diagnostic("CP0482", Severity.WARNING, wish.span, params)
        elif idle and not covered and wish.id not in _OF_THE_PRESS:
            yield Diagnostic("CP0481", Severity.ADVICE, wish.span, params)


def _misunderstood(one: Malformed) -> Diagnostic:
    return Diagnostic("CP0484", Severity.WARNING, one.span, {"word": one.word})


def _nearest(id_: str) -> str:
    """Return the id that looks most like another."""
    from casepress.source.names import edit_distance

    return min(MESSAGES, key=lambda known: (edit_distance(id_, known), known))
