"""The cover of a perfect-bound book on one sheet: back, spine and front, as it is printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from casepress.book.covers import paint_back, paint_front, paint_spine
from casepress.book.desk import Desk
from casepress.book.plan import BookPlan
from casepress.brochure.publication.builder import PageBuilder, Publication
from casepress.display import BoxItem, DisplayList, Item, Page, PathItem, RuleItem, TextItem
from casepress.frozen import dataclass
from casepress.units import mm


@dataclass(frozen=True, slots=True)
class CoverSheet:
    """The sheet as a display list of one page; ``titled``: the spine was wide enough for text."""

    display: DisplayList
    titled: bool


def plan_cover_sheet(plan: BookPlan, spine_mm: float) -> CoverSheet:
    """Lay back, spine and front side by side; both edges of the spine are folds.

    Args:
        plan: the book.
        spine_mm: width of the spine in millimetres.
    """
    desk, grid = plan.desk, plan.desk.grid
    spine = mm(spine_mm)
    titled: list[bool] = []
    publication = Publication(grid)
    scratch = replace(desk, publication=publication)
    faces: tuple[tuple[float, int, Callable[[PageBuilder, Desk], object]], ...] = (
        (grid.width, 1, lambda page, desk: titled.append(paint_spine(page, desk, spine))),
        (0.0, 2, paint_back),
        (grid.width + spine, 1, paint_front),
    )
    items: list[Item] = []
    for x, number, paint in faces:
        page = PageBuilder(publication, number, "cover")
        paint(page, scratch)
        page.finish()
        items += [_moved(item, x) for item in publication.pages.pop().items]
    width = 2 * grid.width + spine
    folds = (grid.width, grid.width + spine)
    sheet = Page(width, grid.height, tuple(items), label="封面", kind="cover", folds_pt=folds)
    display = replace(
        plan.whole,
        pages=(sheet,),
        elements=publication.tree.finish(),
        destinations=(),
        outline=(),
        notices=(),
    )
    return CoverSheet(display, all(titled))


def _moved(item: Item, dx: float) -> Item:
    """Return an item moved to the right."""
    if not dx:
        return item
    match item:
        case TextItem():
            return replace(item, x_pt=item.x_pt + dx)
        case RuleItem():
            return replace(item, x1_pt=item.x1_pt + dx, x2_pt=item.x2_pt + dx)
        case PathItem():
            moved = tuple(
                (kind, tuple(v if k % 2 else v + dx for k, v in enumerate(points)))
                for kind, points in item.segments
            )
            return replace(item, segments=moved)
        case BoxItem():
            return replace(item, rect=item.rect._replace(x=item.rect.x + dx))
    return replace(item, rect=item.rect._replace(x=item.rect.x + dx))
