"""Case + theme → slides."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casepress.case.model import Case
    from casepress.deck.model import Deck
    from casepress.fonts.library import FontLibrary
    from casepress.theme.model import Theme

__all__ = ["plan_deck"]


def plan_deck(case: Case, theme: Theme, fonts: FontLibrary, *, base_dir: Path) -> Deck:
    """Plan the slides of a case: which ones, with which words, and that everything fits.

    Text on slides is extractive; the notes carry the whole article. Nothing is shrunk below the
    type scale or cut: what does not fit takes another layout or a continuation slide.

    Args:
        case: the case.
        theme: its deck tokens give the frames that texts have to fit.
        fonts: stand in for the viewer's fonts when lines are counted.
        base_dir: directory that picture paths of the case are relative to.

    Raises:
        CasepressError: a text fits no layout (exit code ``DOES_NOT_FIT``); every such text is named
            by its path in the case.
    """
    from casepress.deck.storyline import plan
    from casepress.deck.words.plain import without_marks

    return plan(without_marks(case), theme, fonts, base_dir)
