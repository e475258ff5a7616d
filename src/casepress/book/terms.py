"""On which pages a name stands: read from the pages as they were set, not guessed from the plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from casepress.display import Page, TextItem

_JOIN = "\x1f"
"""Between two texts of a page, so that no name is found across them."""


class Finder:
    """Looks for many names at once, in time linear in the text."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names; they are found as written, blanks and line breaks aside."""
        self._heads: Mapping[str, list[tuple[str, str]]] = defaultdict(list)
        for name in sorted(set(names)):
            bare = _bare(name)
            if bare:
                self._heads[bare[:2]].append((bare, name))

    def found(self, pages: Sequence[Page]) -> list[set[str]]:
        """Return the names on each page."""
        texts = [_text(page) for page in pages]
        result: list[set[str]] = [set() for _ in pages]
        for k, text in enumerate(texts):
            for name in self._in(text):
                result[k].add(name)
        return result

    def _in(self, text: str) -> Iterable[str]:
        heads = self._heads
        for at in range(len(text)):
            for bare, name in (*heads.get(text[at : at + 2], ()), *heads.get(text[at], ())):
                if text.startswith(bare, at):
                    yield name


def _text(page: Page) -> str:
    """Return the words of a page, element by element; running heads and folios left out."""
    texts: dict[int, list[str]] = defaultdict(list)
    for item in page.items:
        if isinstance(item, TextItem) and item.element is not None:
            texts[item.element].append(item.line.text)
    return _JOIN.join(_bare("".join(lines)) for lines in texts.values())


def _bare(text: str) -> str:
    return "".join(text.split())


def runs(pages: Iterable[int]) -> list[tuple[int, int]]:
    """Return page numbers as runs: 3, 4, 5, 9 gives (3, 5) and (9, 9)."""
    found: list[tuple[int, int]] = []
    for number in sorted(set(pages)):
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found
