"""Which slide's notes hold which passage of the article: together they carry the whole text.

Slides that continue each other share one tuple of passages; it is looked through once, however
many slides there are, so the work grows with the text.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from casepress.deck.draft import Draft
from casepress.deck.notes.passages import Passage

Slides = Sequence[tuple[str, Draft]]
"""Every slide with the part it belongs to."""
Least = Callable[[int, str], float]
"""Height of a slide's notes with no more than one passage (1 = a full page)."""


def claims(slides: Slides) -> Iterator[tuple[int, str]]:
    """Yield every passage that slides treat, with the slide, once for slides that share theirs."""
    seen: set[int] = set()
    for n, (_, draft) in enumerate(slides):
        if id(draft.passages) not in seen:
            seen.add(id(draft.passages))
            for path in draft.passages:
                yield n, path


def first_owners(slides: Slides, passages: Mapping[str, Passage]) -> dict[str, int]:
    """Return the slide of every passage: the first that claims it, else the first of its part."""
    owners: dict[str, int] = {}
    for n, path in claims(slides):
        if path in passages:
            owners.setdefault(path, n)
    opening: dict[str, int] = {}
    for n, (part, draft) in enumerate(slides):
        if not draft.bare_title:
            opening.setdefault(part, n)
    for n, (part, _) in enumerate(slides):
        opening.setdefault(part, n)
    for path, passage in passages.items():
        owners.setdefault(path, opening.get(passage.part, len(slides) - 1))
    return owners


def held_passages(
    slides: Slides,
    passages: Iterable[str],
    owners: dict[str, int],
    height: Callable[[str], float],
    least: Least,
) -> Iterator[list[str]]:
    """Yield the passages that stand in the notes of each slide, and write them into *owners*.

    Where the notes of a slide would not fit their printed page, its last passages move to the next
    slide if that treats them too. Heights are asked for only where a passage may move.
    """
    here: list[list[str]] = [[] for _ in slides]
    for path in passages:
        here[owners[path]].append(path)
    carried: deque[str] = deque()
    follower: tuple[str, ...] = ()
    movable: frozenset[str] = frozenset()
    for n, own in enumerate(here):
        before, follower = follower, slides[n + 1][1].passages if n + 1 < len(slides) else ()
        if follower is not before:
            movable = frozenset(follower)
        same = bool(carried) and follower is before
        stays = _last_staying(own if same else [*carried, *own], movable)
        stays += len(carried) if same and stays else 0
        carried.extend(own)
        kept: list[str] = []
        may_move = stays < len(carried)
        tall = 0.0
        while carried:
            if may_move:
                tall += height(carried[0]) if kept else least(n, carried[0])
            if kept and len(kept) >= stays and tall > 1:
                break
            kept.append(carried.popleft())
            owners[kept[-1]] = n
        yield kept


def _last_staying(paths: Sequence[str], movable: frozenset[str]) -> int:
    """Return how many passages can't move on, because one of them or a later one can't."""
    return next((k for k in range(len(paths), 0, -1) if paths[k - 1] not in movable), 0)
