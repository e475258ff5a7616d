"""What every page type needs to know, and how it hands over its pages.

Pages are planned in two passes: a planner measures its text and returns *leaves*, each with a
function that paints it; when all leaves are in order their page numbers are known, and they are
painted from front to back, so that the structure tree grows in reading order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from pathlib import Path

from casepress.brochure.publication.builder import BrochureTree, PageBuilder
from casepress.brochure.publication.geometry import Grid
from casepress.brochure.text.setting import Setter
from casepress.brochure.text.words import chinese, plain_title, practice_number
from casepress.case.model import Case
from casepress.frozen import dataclass
from casepress.theme.model import Theme

Paint = Callable[[PageBuilder], None]

IDLE, FUSED, NO_TABS = "idle", "fused", "none"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page to come: its kind, how it is painted, and its furniture."""

    kind: str
    paint: Paint
    section: str = ""
    """Running foot of odd pages; "" with ``foot`` off leaves the page without a foot."""
    tabs: str | int = NO_TABS
    """``idle``, ``fused``, ``none``, or the index of the active practice."""
    anchors: tuple[str, ...] = ()
    """Names of the places that begin on this page."""
    foot: bool = True
    reversed: bool = False
    """Light folio on a coloured ground, without running foot."""
    ground: str = ""
    pair: tuple[Leaf, ...] = ()
    """What takes its place, on two facing pages, if it falls on an even page."""
    side_ground: bool = False
    """Take part in the ``panel`` tint of the side column."""


@dataclass(slots=True)
class Book:
    """What is known while the brochure is planned and painted."""

    case: Case
    theme: Theme
    grid: Grid
    setter: Setter
    base_dir: Path
    numbers: dict[str, int] = field(default_factory=dict)
    """Page number of every anchor; filled before the first page is painted."""
    figures: int = 0
    """Charts and diagrams numbered so far, while painting."""
    page_count: int = 0
    listed: bool = False
    """A page before the practices lists them and carries the section's name."""
    chapter: bool = False
    """It is one case of a collection: its title stands at the foot of every even page."""

    @property
    def title(self) -> str:
        """The title on one line."""
        return plain_title(self.case.title)

    def next_figure(self) -> str:
        """Return the number of the next chart or diagram: 图 1."""
        self.figures += 1
        return f"图 {self.figures}"

    def sections(self) -> list[tuple[str, str]]:
        """Keys and numbered headings of the sections that exist, in order."""
        case, names = self.case, self.case.headings
        found = [
            ("background", names.background, has_background(case)),
            ("practices", names.practices, True),
            ("results", names.results, has_results(case)),
            ("lessons", names.lessons, has_lessons(case)),
        ]
        present = [(key, name) for key, name, there in found if there]
        return [(key, f"{chinese(count)}、{name}") for count, (key, name) in enumerate(present, 1)]

    def section(self, key: str) -> str:
        """Return the numbered heading of a section."""
        return dict(self.sections())[key]

    def foot_of_practice(self, index: int) -> str:
        """Return the running foot of a practice page: section, and number if there are several."""
        if len(self.case.practices) == 1:
            return self.section("practices")
        return f"{self.section('practices')}\u3000{practice_number(index)}"


def has_background(case: Case) -> bool:
    """Whether there is a background to print."""
    return case.background is not None and bool(case.background.text.strip())


def has_results(case: Case) -> bool:
    """Whether there are results to print."""
    results = case.results
    return results is not None and bool(
        results.lead.strip() or results.items or results.metrics or results.honours
    )


def has_lessons(case: Case) -> bool:
    """Whether there are lessons to print; items without a word are none."""
    lessons = case.lessons
    return lessons is not None and bool(
        lessons.lead.strip()
        or any(item.title.strip() or item.text.strip() for item in lessons.items)
    )


def section_element(tree: BrochureTree, key: str, title: str = "") -> int:
    """Return the Sect of a section, shared by its pages."""
    return tree.shared(f"sect:{key}", "Sect", 0, title=title or None)
