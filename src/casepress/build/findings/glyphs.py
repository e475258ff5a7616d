"""Characters no font has, looked for before anything is planned: they stop both products alike.

The deck would leave them to the viewer's fonts, where they turn into boxes; so they are an error of
the case, named at their very place, and neither product is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from casepress.diagnostics import Diagnostic, Related, Severity, Span
from casepress.records.walk import texts_in

if TYPE_CHECKING:
    from casepress.case.load import LoadedCase
    from casepress.case.load_collection import Member
    from casepress.fonts import Chain, FontLibrary
    from casepress.theme.model import Theme

_NEVER_SET: Final = re.compile(r"figures\[\d+\]\.(?:path|at|alt|placement)|notes\..*|source\.url")
_MOST_PLACES: Final = 4
_ALWAYS: Final = frozenset("\n\u3000⋯")
"""Line ends and blanks have no glyph; ⋯ is set as … where a face lacks it."""


def missing_glyphs(
    loaded: LoadedCase | Member, theme: Theme, fonts: FontLibrary
) -> tuple[Diagnostic, ...]:
    """Return CP0605 for every character of the case that no face of the layout can set.

    A character is told of once, where it first stands; further places come with it.
    """
    covered = _Covered(theme, fonts)
    if covered.all(frozenset().union(*texts_in(loaded.case))):
        return ()
    places: dict[str, list[Span]] = {}
    sources: dict[str, str] = {}
    for path, char, offset in _suspects(loaded, covered):
        span = loaded.locate(path, offset, offset + 1)
        sources.setdefault(char, path)
        if span is not None:
            places.setdefault(char, []).append(span)
    return tuple(_told(char, path, places.get(char, [])) for char, path in sources.items())


def _told(char: str, path: str, spans: list[Span]) -> Diagnostic:
    params = {"char": char, "code": f"U+{ord(char):04X}", "source": path}
    others = tuple(Related(span, "also_here") for span in spans[1 : _MOST_PLACES + 1])
    return Diagnostic("CP0605", Severity.ERROR, spans[0] if spans else None, params, others)


def _suspects(loaded: LoadedCase | Member, covered: _Covered) -> Iterator[tuple[str, str, int]]:
    """Yield path, character and offset of everything that can't be set."""
    from casepress.case.checks.walk import texts
    from casepress.typeset.prepare import prepare

    for path, text in texts(loaded.case):
        if _NEVER_SET.fullmatch(path) or covered.all(set(text)):
            continue
        prepared = prepare(text)
        for char, offset in zip(prepared.text, prepared.offsets, strict=True):
            if char not in covered:
                yield path, char, offset


_Looks = tuple[tuple[str, int], ...]
"""Families and weights of the type scale, the body's first."""
_KNOWN: WeakKeyDictionary[FontLibrary, dict[_Looks, tuple[Chain, set[str]]]] = WeakKeyDictionary()
"""The faces of a type scale, and the characters found in them so far: most cases share them."""


class _Covered:
    """Which characters some role of the type scale can set, asked of the fonts once each."""

    def __init__(self, theme: Theme, fonts: FontLibrary) -> None:
        body = theme.type["body"]
        first = (body.family, body.weight)
        looks = {(token.family, token.weight) for token in theme.type.values()}
        ordered = (first, *sorted(looks - {first}))
        known = _KNOWN.setdefault(fonts, {})
        if ordered not in known:
            faces = dict.fromkeys(face for look in ordered for face in fonts.chain(*look))
            known[ordered] = tuple(faces), set(_ALWAYS)
        self._fonts = fonts
        self._faces, self._found = known[ordered]

    def __contains__(self, char: str) -> bool:
        if char not in self._found:
            if self._fonts.resolve(char, self._faces) is None:
                return False
            self._found.add(char)
        return True

    def all(self, characters: Set[str]) -> bool:
        """Tell whether every character can be set as it stands."""
        return all(char in self for char in characters - self._found)
