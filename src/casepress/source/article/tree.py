"""The case being built: a tree of keys whose leaves point into the article.

A leaf is either the article's own words (:class:`Text`, by their place) or something derived from
them (:class:`Made`). Because words are kept by place, not copied, nothing can be lost unnoticed:
what no leaf points to is what could not be placed.
"""

from __future__ import annotations

from collections.abc import Iterator

from casepress.frozen import dataclass
from casepress.source.article.body import Body, Cut


@dataclass(frozen=True, slots=True)
class Text:
    """Words of the article, one cut per paragraph.

    ``marks`` are the characters the field stands for instead of containing: its number (the
    brochure sets 一是 and （一） itself), the stop after a heading, the comma between the halves
    of a title. They are written into the comment of the field.
    """

    cuts: tuple[Cut, ...]
    marks: tuple[Cut, ...] = ()

    def words(self, body: Body) -> str:
        """Return the text, paragraphs parted by a blank line."""
        return "\n\n".join(body.of(cut) for cut in self.cuts)


@dataclass(frozen=True, slots=True)
class Made:
    """A value derived from the article at ``offset``; ``why`` is a comment for the editor."""

    text: str
    offset: int | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """Keys in order. ``flow`` writes it on one line; ``offset`` is its place in the article."""

    fields: tuple[tuple[str, Node], ...]
    flow: bool = False
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """A list."""

    items: tuple[Node, ...]


Node = Text | Made | Record | Rows


def is_empty(node: Node) -> bool:
    """Whether a node would write nothing."""
    if isinstance(node, Text):
        return not node.cuts
    if isinstance(node, Made):
        return not node.text
    if isinstance(node, Record):
        return all(is_empty(child) for _, child in node.fields)
    return all(is_empty(child) for child in node.items)


def record(flow: bool = False, offset: int | None = None, **fields: Node) -> Record:
    """Return a record of the fields that are not empty; from_ is written from."""
    kept = ((name.rstrip("_"), node) for name, node in fields.items() if not is_empty(node))
    return Record(tuple(kept), flow, offset)


def leaves(node: Node, path: str = "") -> Iterator[tuple[str, Text | Made]]:
    """Every leaf with its path (practices[0].measures[1].text), in order."""
    if isinstance(node, Text | Made):
        yield path, node
    elif isinstance(node, Record):
        for name, child in node.fields:
            yield from leaves(child, f"{path}.{name}" if path else name)
    else:
        for index, child in enumerate(node.items):
            yield from leaves(child, f"{path}[{index}]")
