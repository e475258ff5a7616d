"""Reading a display list back: texts in reading order, ink boxes, pages by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from casepress.display import BoxItem, DisplayList, Page, PathItem, PictureItem, RuleItem, TextItem


@dataclass(frozen=True)
class Ink:
    """The ink of a text item: about the height of its characters."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    def meets(self, other: Ink) -> bool:
        return (
            min(self.right, other.right) - max(self.left, other.left) > 0.5
            and min(self.bottom, other.bottom) - max(self.top, other.top) > 0.5
        )


def kinds(book: DisplayList) -> list[str]:
    return [page.kind for page in book.pages]


def texts(page: Page) -> Iterator[TextItem]:
    return (item for item in page.items if isinstance(item, TextItem))


def ink(item: TextItem) -> Ink:
    size = max((run.size_pt for run in item.line.runs), default=0.0)
    left = item.x_pt + item.line.start_pt
    return Ink(
        left,
        item.y_pt - 0.74 * size,
        item.x_pt + item.line.width_pt,
        item.y_pt + 0.04 * size,
        item.line.text,
    )


def collisions(book: DisplayList) -> list[tuple[int, str, str]]:
    """Texts that stand on each other, as (page, text, text)."""
    found = []
    for number, page in enumerate(book.pages, 1):
        boxes = sorted((ink(item) for item in texts(page)), key=lambda box: box.top)
        for k, box in enumerate(boxes):
            for other in boxes[k + 1 :]:
                if other.top > box.bottom:
                    break
                if box.meets(other):
                    found.append((number, box.text, other.text))
    return found


def outside(book: DisplayList) -> list[tuple[int, str]]:
    """Texts that leave the trimmed page, and marks that leave the bleed."""
    found = []
    for number, page in enumerate(book.pages, 1):
        for item in texts(page):
            box = ink(item)
            if (
                box.left < 20
                or box.right > page.width_pt - 20
                or not 20 < item.y_pt < page.height_pt - 20
            ):
                found.append((number, item.line.text))
        edge = book.bleed_pt + 0.01
        for x, y in _corners(page):
            if not (-edge <= x <= page.width_pt + edge and -edge <= y <= page.height_pt + edge):
                found.append((number, f"mark at {x:.1f}, {y:.1f}"))
    return found


def _corners(page: Page) -> Iterator[tuple[float, float]]:
    for item in page.items:
        if isinstance(item, RuleItem):
            yield item.x1_pt, item.y1_pt
            yield item.x2_pt, item.y2_pt
        elif isinstance(item, BoxItem | PictureItem):
            yield item.rect.x, item.rect.y
            yield item.rect.right, item.rect.bottom
        elif isinstance(item, PathItem):
            for _, numbers in item.segments:
                yield from zip(numbers[::2], numbers[1::2], strict=True)


def read(book: DisplayList) -> list[tuple[str, str]]:
    """(source, text) of every element that carries text, in the order of the structure tree."""
    parts: dict[int, list[str]] = defaultdict(list)
    for page in book.pages:
        for item in texts(page):
            if item.element is not None:
                parts[item.element].append(item.line.text)
    children: dict[int | None, list[int]] = defaultdict(list)
    for element in book.elements:
        children[element.parent].append(element.id)
    order: list[int] = []

    def walk(number: int) -> None:
        order.append(number)
        for child in children[number]:
            walk(child)

    walk(0)
    assert sorted(order) == [element.id for element in book.elements]
    return [(book.elements[n].source, "".join(parts[n])) for n in order if parts[n]]


def solid(text: str) -> str:
    """The text without blanks and inline marks."""
    return "".join(text.split())


def sourced(book: DisplayList, source: str, role: str = "") -> str:
    """All text from one field, in reading order."""
    wanted = {e.id for e in book.elements if e.source == source and (not role or e.role == role)}
    found = [(e.source, e.id) for e in book.elements if e.id in wanted]
    assert found, source
    parts = []
    for number in sorted(wanted):
        for page in book.pages:
            parts += [item.line.text for item in texts(page) if item.element == number]
    return solid("".join(parts))
