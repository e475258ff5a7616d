"""Widths and spaces of a case: what the normaliser would change, to be told of or to be done.

The check tells of exactly these changes and ``check --fix`` makes them: one list for both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from casepress.case.model import Case
from casepress.frozen import dataclass
from casepress.source.bind import Lowering
from casepress.source.names import all_names
from casepress.source.nodes import Scalar, compose
from casepress.source.normalise import Change, normalise
from casepress.source.reader import SourceText
from casepress.source.rewriting import Rewrite, rewrite

_NOT_PROSE: Final = re.compile(
    r"(figures\[\d+\]\.)(path|at|placement)|source\.(url|published)|date|.*\.(kind|id)"
)
_SPACED: Final = re.compile(
    r"title|subtitle|kind|series|running_title|.*slide\..*|.*\.label|colophon\..*"
    r"|source\..*|figures\[\d+\]\.credit|organisation"
)
"""Texts in which a space parts phrases or the parts of a name."""
_BLANK: Final = "\u3000"


@dataclass(frozen=True, slots=True)
class Tidied:
    """The text of a case file with widths and spaces put right, and how many places that took."""

    text: str
    count: int = 0


def is_prose(path: str) -> bool:
    """Tell whether a value is words rather than an address, a key or a place."""
    return _NOT_PROSE.fullmatch(path) is None


def tidy_changes(path: str, text: str) -> tuple[Change, ...]:
    """Return what the normaliser changes in a value of a case.

    In titles and labels a space between phrases stays, and so does a full-width blank: both are
    set (docs/composition.md).
    """
    if not is_prose(path):
        return ()
    spaced = _SPACED.fullmatch(path) is not None
    changes = normalise(text, keep_spaces=spaced).changes
    if not spaced:
        return changes
    return tuple(one for one in changes if not (one.rule == "space" and _BLANK in one.before))


def tidied(source: SourceText) -> Tidied:
    """Return the text of a case file with widths and spaces put right.

    Only YAML that can be read is touched; keys, addresses and comments never are. A file with
    unknown or missing keys is tidied all the same.

    Raises:
        CasepressError: the text is not YAML.
    """
    lowering = Lowering(Case, source)
    lowering.root(compose(source, all_names(Case)))
    wanted = tuple(_rewrites(source, lowering.places.scalars))
    if not wanted:
        return Tidied(source.text)
    done = rewrite(source, wanted)
    return Tidied(done.text, sum(len(one.changes) for one in done.done))


def _rewrites(source: SourceText, scalars: Mapping[str, Scalar]) -> list[Rewrite]:
    """Return the changes by value; a value that an alias repeats is changed once, if alike."""
    found: dict[int, Rewrite] = {}
    clashing: set[int] = set()
    for path, scalar in scalars.items():
        if scalar.span.file != source.name:
            continue
        one = Rewrite(scalar, tidy_changes(path, scalar.text))
        if found.setdefault(scalar.start, one).changes != one.changes:
            clashing.add(scalar.start)
    return [one for start, one in found.items() if one.changes and start not in clashing]
