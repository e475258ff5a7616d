"""The look of a build, loaded once per process and again only when one of its files has changed."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from casepress.build.freshness.fingerprint import file_checksum
from casepress.build.freshness.inputs import font_file

if TYPE_CHECKING:
    from casepress.fonts import FontLibrary
    from casepress.theme.model import Theme

_Overrides = tuple[tuple[str, str], ...]
_Key = tuple[str, _Overrides, tuple[str, ...]]
_States = tuple[tuple[str, int, int], ...]
_MOST = 8


@dataclass(frozen=True, slots=True)
class _Look:
    theme: Theme
    fonts: FontLibrary
    states: _States
    """Of the font files of the user's layout."""


_kept: OrderedDict[_Key, _Look] = OrderedDict()


def look(layout: str, overrides: _Overrides) -> tuple[Theme, FontLibrary]:
    """Return theme and fonts of a layout: a batch shares them, and every open face.

    A layout file is known by its content and that of the files it extends, so that a long-lived
    process notices a change, and one layout is loaded once from wherever it is unpacked.

    Raises:
        CasepressError: there is no such layout, or it is wrong.
    """
    sums = _sums(layout)
    for key in ((layout, overrides, sums), ("", overrides, sums)):
        found = _kept.get(key)
        if found is not None and found.states == _states(found.theme):
            _kept.move_to_end(key)
            return found.theme, found.fonts
    made = _load(layout, overrides)
    anywhere = sums and not made.theme.fonts
    _kept["" if anywhere else layout, overrides, sums] = made
    while len(_kept) > _MOST:
        _kept.popitem(last=False)
    return made.theme, made.fonts


def _load(layout: str, overrides: _Overrides) -> _Look:
    from casepress.theme.kept import theme_of

    theme = theme_of(layout, overrides)
    states = _states(theme)
    library = _bundled()
    fonts = library.with_user_fonts(theme.fonts) if theme.fonts else library
    stand_ins = {key: token.family for key, token in theme.standing_in().items()}
    return _Look(theme, fonts.with_stand_ins(stand_ins) if stand_ins else fonts, states)


@lru_cache(maxsize=1)
def _bundled() -> FontLibrary:
    from casepress.fonts import FontLibrary

    return FontLibrary.bundled()


def _sums(layout: str) -> tuple[str, ...]:
    """Return the checksums of a user's layout and the files it extends; empty for a bundled one."""
    from casepress.diagnostics import CasepressError
    from casepress.theme.chain import is_path, layout_chain

    if not is_path(layout):
        return ()
    try:
        return tuple(file_checksum(path) for path in layout_chain(layout).files)
    except (CasepressError, OSError):
        return ("",)  # loading says what is wrong


def _states(theme: Theme) -> _States:
    found = []
    for path in sorted(theme.fonts.values()):
        try:
            state = font_file(path).stat()
        except OSError:
            continue
        found.append((path, state.st_mtime_ns, state.st_size))
    return tuple(found)
