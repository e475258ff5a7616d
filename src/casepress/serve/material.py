"""What is shown of a file: a single case, or a collection bound into one book."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from casepress.build.freshness.look import look
from casepress.build.model import BuildOptions, Job
from casepress.case.kind import is_collection
from casepress.case.picturing import picture_files
from casepress.frozen import dataclass

if TYPE_CHECKING:
    from casepress.case.load import LoadedCase
    from casepress.case.model import Case
    from casepress.deck.model import Deck
    from casepress.display import DisplayList
    from casepress.fonts import FontLibrary
    from casepress.theme.model import Theme


@dataclass(frozen=True, slots=True)
class Material:
    """How each product is planned, where words stand, and which files it is all made of.

    ``loaded`` is ``None`` for a collection: its words stand in many files.
    """

    plans: tuple[tuple[str, Callable[[], DisplayList]], ...]
    loaded: LoadedCase | None
    files: frozenset[Path]


def read_material(path: Path, options: BuildOptions) -> Material:
    """Read a case or a collection.

    Raises:
        CasepressError: it, or one of its cases, can't be read.
    """
    theme, fonts = look(options.layout, options.overrides)
    if is_collection(path):
        return _collection(path, options, theme, fonts)
    from casepress.build.findings.pictures import check_pictures
    from casepress.case.load import load_case

    loaded = load_case(path)
    base = path.parent
    check_pictures(loaded, base, allow_outside=options.allow_outside)

    def brochure() -> DisplayList:
        from casepress.brochure import plan_brochure

        return plan_brochure(loaded.case, theme, fonts, base_dir=base)

    def deck() -> DisplayList:
        from casepress.deck import plan_deck

        return _slides(plan_deck(loaded.case, theme, fonts, base_dir=base), theme, fonts)

    files = frozenset([path, *_pictures(path, loaded.case)])
    return Material((("brochure", brochure), ("deck", deck)), loaded, files)


def _collection(path: Path, options: BuildOptions, theme: Theme, fonts: FontLibrary) -> Material:
    from casepress.build.findings.pictures import check_pictures
    from casepress.case.load_collection import load_collection

    loaded = load_collection(path, allow_outside=options.allow_outside)
    for member in loaded.members:
        if picture_files(member.case):
            check_pictures(member.loaded(), member.path.parent, allow_outside=options.allow_outside)

    def book() -> DisplayList:
        from casepress.book import plan_book

        return plan_book(loaded.collection, loaded.members, theme, fonts).whole

    def deck() -> DisplayList:
        from casepress.build.products.joined import plan_joined

        joined = plan_joined(loaded, theme, fonts, Job(path, options), lambda done, total: None)
        return _slides(joined.deck, theme, fonts)

    members = {member.path: member.case for member in loaded.members}
    pictures = [one for file, case in members.items() for one in _pictures(file, case)]
    return Material(
        (("brochure", book), ("deck", deck)), None, frozenset([path, *members, *pictures])
    )


def _slides(deck: Deck, theme: Theme, fonts: FontLibrary) -> DisplayList:
    from casepress.handout.pages import slide_pages

    return slide_pages(deck, theme.deck, fonts)


def _pictures(path: Path, case: Case) -> list[Path]:
    return [path.parent / name for name, _ in picture_files(case)]
