"""Items over slides: balanced, on as few as needed, found without trying every number of slides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import TypeVar

Item = TypeVar("Item")


def balanced(count: int, most: int) -> tuple[int, ...]:
    """Split *count* items into as few pages of at most *most* as needed, halves balanced."""
    pages = max(1, -(-count // most))
    low, more = divmod(count, pages)
    return tuple(low + (n < more) for n in range(pages))


def paged(items: Sequence[Item], most: int) -> tuple[Sequence[Item], ...]:
    """Return the items in balanced pages."""
    ends = list(accumulate(balanced(len(items), most)))
    return tuple(items[start:end] for start, end in pairwise((0, *ends)))


def fewest_pages(
    items: Sequence[Item], most: int, fits: Callable[[Sequence[Item]], bool]
) -> tuple[Sequence[Item], ...]:
    """Return the items in the largest balanced pages of at most *most* that all fit.

    What doesn't fit on a page of its own gets one all the same. Each size of page is tried once
    and given up at its first page that is too full, so the work grows with the items, not with
    their square.
    """
    for size in _sizes(len(items), most):
        pages = paged(items, size)
        if size == 1 or all(fits(page) for page in pages):
            return pages
    return ()


def _sizes(count: int, most: int) -> Iterator[int]:
    """Yield the sizes pages can have, largest first: one for each way to share the items out."""
    size = min(count, most)
    while size > 0:
        size = -(-count // -(-count // size))
        yield size
        size -= 1
