"""The deck of a collection: the decks of its cases, planned one after another, behind a menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from casepress.diagnostics import Diagnostic
from casepress.frozen import dataclass

if TYPE_CHECKING:
    from casepress.build.model import Job
    from casepress.case.load_collection import LoadedCollection
    from casepress.deck.model import Deck
    from casepress.fonts import FontLibrary
    from casepress.pptx.organisation_tokens import Organisation
    from casepress.theme.model import Theme


@dataclass(frozen=True, slots=True)
class Joined:
    """The deck, the template it is for, and what is to be told."""

    deck: Deck
    template: Organisation | None
    diagnostics: tuple[Diagnostic, ...]


def plan_joined(
    loaded: LoadedCollection,
    theme: Theme,
    fonts: FontLibrary,
    job: Job,
    told: Callable[[int, int], None],
) -> Joined:
    """Plan the deck of every case and join them.

    Raises:
        MembersFailed: with the errors of every case whose slides can't be planned.
        CasepressError: CP0520 to CP0525, the template can't be used.
    """
    from casepress.build.products.organisation import DEGRADED, opened, recast
    from casepress.case.load import placed
    from casepress.case.load_collection import MembersFailed
    from casepress.deck import plan_deck
    from casepress.deck.collection import Entry, join_decks
    from casepress.deck.words.chinese import plain_title

    template = opened(job.options.template, theme) if job.options.template else None
    look = theme if template is None else theme.model_copy(update={"deck": template.planning})
    entries: list[Entry] = []
    failures: list[tuple[int, Exception]] = []
    said: list[Diagnostic] = []
    for index, member in enumerate(loaded.members):
        case = member.case
        try:
            deck = plan_deck(case, look, fonts, base_dir=member.path.parent)
        except Exception as error:
            failures.append((index, error))
            continue
        if job.dry and deck.diagnostics:
            said += placed(deck.diagnostics, member.loaded())
        who = plain_title(case.organisation or case.source.contributor)
        entries.append(Entry(plain_title(case.title), who, deck))
        told(index + 1, len(loaded.members))
    if failures:
        raise MembersFailed(failures)
    joined = join_decks(loaded.collection, entries, look, fonts)
    if template is not None:
        joined = recast(joined, template, theme, fonts)
        said += [d for d in joined.diagnostics if job.dry or d.id == DEGRADED]
    return Joined(joined, template, tuple(said))
