"""Errors of the inner boxes, told as diagnostics: those boxes know no places and no messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casepress.diagnostics import CasepressError, Diagnostic, ExitCode

if TYPE_CHECKING:
    from casepress.case.load import LoadedCase
    from casepress.case.load_collection import LoadedCollection
    from casepress.fonts import FontError
    from casepress.typeset import MissingGlyphError


def refusal(
    error: Exception, loaded: LoadedCase | LoadedCollection | None
) -> CasepressError | None:
    """Return the user's side of an error, with its place in the case; ``None``: it is a bug."""
    from casepress.fonts import FontError
    from casepress.typeset import MissingGlyphError

    if isinstance(error, CasepressError):
        return error
    if isinstance(error, MissingGlyphError):
        return _missing_glyphs(error, loaded)
    if isinstance(error, FontError):
        return _unusable_font(error)
    return None


def _missing_glyphs(
    error: MissingGlyphError, loaded: LoadedCase | LoadedCollection | None
) -> CasepressError:
    """Name every character no font has, at its place."""
    found = []
    for missing in error.missing:
        span = None
        if loaded and missing.source:
            span = loaded.locate(missing.source, missing.offset, missing.offset + 1)
        params = {"char": missing.char, "code": missing.code_point, "source": missing.source}
        found.append(Diagnostic("CP0605", span=span, params=params))
    return CasepressError(found, ExitCode.MISSING_RESOURCE)


def _unusable_font(error: FontError) -> CasepressError:
    params = {"path": str(error.path or ""), "reason": error.cause}
    return CasepressError(Diagnostic("CP0510", params=params), ExitCode.MISSING_RESOURCE)
