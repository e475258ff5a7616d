"""What every page type of a book needs to know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field

from casepress.brochure.chapter import OPENER
from casepress.brochure.drawing.ornament import Bundle
from casepress.brochure.pages.cover import CLOSER_STEPS, LEADING, STEPS, TITLE_LEAD
from casepress.brochure.publication.builder import PageBuilder, Publication
from casepress.brochure.publication.geometry import Grid
from casepress.brochure.text.setting import Lines, Setter
from casepress.brochure.text.words import chinese, phrases_of, plain_title
from casepress.case.collection import Collection
from casepress.case.load_collection import Member
from casepress.display import Destination
from casepress.frozen import dataclass
from casepress.theme.model import Theme

MOST_STRANDS = 6
Paint = Callable[[PageBuilder], None]


@dataclass(slots=True)
class Desk:
    """The book in the making: what is said, how it looks, and where things came to stand."""

    collection: Collection
    members: Sequence[Member]
    theme: Theme
    grid: Grid
    setter: Setter
    publication: Publication
    numbers: dict[str, str] = field(default_factory=dict)
    """Folio of every place the contents list, once it is known."""
    pages: int = 0
    """Pages between the covers."""

    @property
    def title(self) -> str:
        """The book's title on one line."""
        return plain_title(self.collection.title)

    @property
    def strands(self) -> int:
        """How many strands the covers show: one for each part, else for each case; 3 to 6."""
        count = len(self.collection.parts)
        return min(MOST_STRANDS, max(3, count if count > 2 else len(self.members)))

    def case_title(self, index: int) -> str:
        """Return the title of a case on one line."""
        return plain_title(self.members[index].case.title)

    def span_of(self, part: int) -> list[int]:
        """Return the cases of a part."""
        return [k for k, member in enumerate(self.members) if member.part == part]

    def page_place(self, number: int) -> str:
        """Return the name of the top of page *number*, made at the first call."""
        name = f"page-{number}"
        if name not in self.publication.names:
            self.publication.names.add(name)
            index = number - 1 + self.publication.tree.front
            self.publication.destinations.append(Destination(name, index, 0.0))
        return name

    def ground(self, page: PageBuilder, ink: str) -> None:
        """Paint a ground over the page, unless the layout keeps clear of the trim."""
        if self.theme.brochure.bleeds:
            page.ground(ink)

    def bundle(self, count: int | None = None) -> Bundle:
        """Return strands as the covers have them, or *count* of them."""
        grid = self.grid
        right = grid.inner + grid.full_width
        return Bundle(count or self.strands, right, grid.bottom, grid.scale)

    @property
    def title_width(self) -> float:
        """The measure of titles beside the bundle."""
        return float(round(self.bundle().left - self.grid.outer - TITLE_LEAD))

    def display_title(
        self, text: str, role: str, largest: float, source: str, room: float
    ) -> tuple[Lines, float]:
        """Return a title as large as its measure and *room* points of height take, and its leading.

        Phrases its author marked stay on lines of their own where they fit.
        """
        parts, width = phrases_of(text), self.title_width
        for step in (*STEPS, *CLOSER_STEPS):
            size = largest * step
            lines: Lines = ()
            for part in parts:
                lines += self.setter.phrases(part, role, width, source, size=size)
            whole = len(lines) <= max(len(parts), 2) or step <= STEPS[-1]
            fits = all(line.width_pt <= width + 0.5 for line in lines)
            if fits and whole and (len(lines) - 1) * size * LEADING <= room:
                break
        return lines, size * LEADING


def roman(number: int) -> str:
    """Return a number in small roman numerals, as prefaces are paged: iv, ix, xiv."""
    signs = (
        (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"),
        (1, "i"),
    )  # fmt: skip
    text = ""
    for value, sign in signs:
        while number >= value:
            text += sign
            number -= value
    return text


def opener_place(index: int) -> str:
    """Return the name of the page a case begins on."""
    return f"{case_prefix(index)}{OPENER}"


def case_prefix(index: int) -> str:
    """Return what stands before every name of a case, so that no two cases collide."""
    return f"case{index + 1}/"


def part_place(index: int) -> str:
    """Return the name of a part's title page."""
    return f"part{index + 1}"


def part_number(index: int) -> str:
    """Return 第一编 for the first part."""
    return f"第{chinese(index + 1)}编"
