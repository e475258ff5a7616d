"""What a session takes beside the deck: handout, slides as PDF, the speaker's notes as a text.

All of it is made from the slides, of one case or of the joined deck of a collection.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from casepress.build.atomic import replacing
from casepress.build.model import Product
from casepress.frozen import dataclass

if TYPE_CHECKING:
    from casepress.build.model import Job
    from casepress.case.load import LoadedCase
    from casepress.case.load_collection import LoadedCollection
    from casepress.case.model import Case
    from casepress.deck.model import Deck
    from casepress.display import DisplayList
    from casepress.fonts import FontLibrary
    from casepress.handout.matter import Question
    from casepress.theme.model import Theme


@dataclass(frozen=True, slots=True)
class Material:
    """The slides, the questions for discussion, and where each picture file is named."""

    deck: Deck
    questions: tuple[Question, ...]
    pictures: Mapping[str, str]


def case_material(loaded: LoadedCase, theme: Theme, fonts: FontLibrary, job: Job) -> Material:
    """Plan the slides of a case in the look of the layout, whatever template the deck is in."""
    from casepress.deck import plan_deck

    folder = job.case.parent
    deck = plan_deck(loaded.case, theme, fonts, base_dir=folder)
    return Material(deck, _questions(loaded.case), _pictures(loaded.case, folder))


def collection_material(
    loaded: LoadedCollection,
    theme: Theme,
    fonts: FontLibrary,
    job: Job,
    told: Callable[[int, int], None],
) -> Material:
    """Do the same for a collection; names of its cases carry their prefix.

    Raises:
        MembersFailed: with the errors of every case whose slides can't be planned.
    """
    from casepress.book.desk import case_prefix
    from casepress.build.products.joined import plan_joined

    plain = replace(job, options=replace(job.options, template=None))
    deck = plan_joined(loaded, theme, fonts, plain, told).deck
    questions: list[Question] = []
    pictures: dict[str, str] = {}
    for index, member in enumerate(loaded.members):
        prefix = case_prefix(index)
        questions += _questions(member.case, prefix)
        pictures = {**_pictures(member.case, member.path.parent, prefix), **pictures}
    return Material(deck, tuple(questions), pictures)


def plan_pages(
    product: Product, material: Material, theme: Theme, fonts: FontLibrary
) -> DisplayList:
    """Plan the pages of a handout, or the slides as pages of their own size."""
    if product is Product.SLIDES:
        from casepress.handout.pages import slide_pages

        return slide_pages(material.deck, theme.deck, fonts, sources=material.pictures)
    from casepress.handout.plan import plan_handout

    return plan_handout(material.deck, theme, fonts, material.questions, sources=material.pictures)


def deck_of_case(loaded: LoadedCase, theme: Theme, fonts: FontLibrary, job: Job) -> Deck:
    """Plan the deck of a case as it is written, in the template if there is one."""
    from casepress.build.products.organisation import plan_in_template
    from casepress.deck import plan_deck

    folder, template = job.case.parent, job.options.template
    if template is None:
        return plan_deck(loaded.case, theme, fonts, base_dir=folder)
    return plan_in_template(loaded.case, theme, fonts, folder, template)[0]


def write_notes(deck: Deck, path: Path) -> int:
    """Write the speaker's notes of a deck, as they stand under its slides; return their count."""
    from casepress.deck.notes.script import script

    with replacing(path) as temporary:
        temporary.write_text(script(deck), encoding="utf-8", newline="\n")
    return len(deck.slides)


def _questions(case: Case, prefix: str = "") -> tuple[Question, ...]:
    """Return the questions for discussion in their full wording."""
    from casepress.handout.matter import Question

    given = case.teaching.questions if case.teaching else ()
    return tuple(
        Question(one.full or one.question, one.hint, f"{prefix}teaching.questions[{n}]")
        for n, one in enumerate(given)
    )


def _pictures(case: Case, folder: Path, prefix: str = "") -> dict[str, str]:
    """Return where each picture file is named, the first place of several."""
    return {
        str(folder / figure.path): f"{prefix}figures[{n}]"
        for n, figure in reversed(list(enumerate(case.figures)))
    }
