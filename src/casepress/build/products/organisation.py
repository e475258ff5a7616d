"""A deck in an organisation's own template: planned, then set again in its layouts."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from casepress.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from casepress.case.model import Case
    from casepress.deck.model import Deck
    from casepress.fonts import FontLibrary
    from casepress.pptx.organisation_tokens import Organisation
    from casepress.theme.model import Theme

DEGRADED = "CP0526"


def plan_in_template(
    case: Case, theme: Theme, fonts: FontLibrary, base_dir: Path, template: Path
) -> tuple[Deck, Organisation]:
    """Plan the deck of *case* for *template*; what becomes a list for want of a layout is said.

    Raises CasepressError: CP0520–CP0525 for the template, CP0801 for a text that fits none of its
    layouts.
    """
    from casepress.deck import plan_deck

    organisation = opened(template, theme)
    planning = theme.model_copy(update={"deck": organisation.planning})
    planned = plan_deck(case, planning, fonts, base_dir=base_dir)
    return recast(planned, organisation, theme, fonts), organisation


def recast(planned: Deck, organisation: Organisation, theme: Theme, fonts: FontLibrary) -> Deck:
    """Set a planned deck in the layouts of a template; what becomes a list is said."""
    from casepress.deck.recast.deck import recast_deck

    deck = recast_deck(
        planned, organisation.planning, organisation.tokens, organisation.targets, fonts
    )
    used = {slide.layout for slide in planned.slides}
    lost = tuple(key for key in organisation.map.degraded if key in used)
    if lost:
        names = tuple(theme.deck.layout(key).name for key in lost)
        said = Diagnostic(DEGRADED, Severity.WARNING, None, {"layouts": names})
        deck = replace(deck, diagnostics=(*deck.diagnostics, said))
    return deck


def opened(template: Path, theme: Theme) -> Organisation:
    """Open a template once per process: a batch shares it."""
    from casepress.pptx.organisation_tokens import open_organisation

    try:
        state = template.stat()
    except OSError:
        return open_organisation(template, theme.deck)
    key = (template, state.st_mtime_ns, state.st_size)
    known = _cache().get(key)
    if known is None or known[0] is not theme:
        known = _cache()[key] = (theme, open_organisation(template, theme.deck))
    return known[1]


@lru_cache(maxsize=1)
def _cache() -> dict[tuple[Path, int, int], tuple[Theme, Organisation]]:
    return {}
