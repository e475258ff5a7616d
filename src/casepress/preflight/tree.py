"""The structure tree, walked once: elements in reading order, with their page and content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Any

from casepress.frozen import dataclass

_NAMES = (
    "Document DocumentFragment Part Art Sect Div Aside BlockQuote Caption TOC TOCI Index NonStruct "
    "Private H H1 H2 H3 H4 H5 H6 P L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note "
    "Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form FENote "
    "Title Sub Em Strong Artifact"
)
STANDARD = frozenset(_NAMES.split())
_LIMIT = 500_000


@dataclass(slots=True, eq=False)
class Node:
    """One structure element."""

    role: str
    """Role after the role map; the raw one if the map leads nowhere."""
    known: bool
    obj: Any
    page: int | None = None
    """Index of the page of its first content."""
    parents: tuple[str, ...] = ()
    alt: bool = False
    mcids: list[tuple[int | None, int]] = field(default_factory=list)
    """(page index, MCID) of its own content."""
    annotations: set[int] = field(default_factory=set)
    """Object numbers of annotations it holds."""
    box: tuple[float, float, float, float] | None = None

    @property
    def number(self) -> int | None:
        """Object number."""
        return self.obj.objgen[0] or None


def walk(root: Any, pages: dict[tuple[int, int], int]) -> list[Node]:
    """Return all elements in reading order; *pages* gives a page's index by its object."""
    role_map = root.get("/RoleMap")
    roles = {str(k)[1:]: str(v)[1:] for k, v in role_map.items()} if role_map is not None else {}
    nodes: list[Node] = []
    # An explicit stack: hostile trees are deep, and may lead back into themselves.
    stack: list[tuple[Any, tuple[str, ...], int | None]] = [
        (kid, (), None) for kid in reversed(list(_kids(root)))
    ]
    seen: set[tuple[int, int]] = set()
    while stack and len(nodes) < _LIMIT:
        obj, parents, page = stack.pop()
        if obj.objgen[0]:
            if obj.objgen in seen:
                continue
            seen.add(obj.objgen)
        node, children, page = _node(obj, parents, page, roles, pages)
        nodes.append(node)
        stack += [(kid, (*parents, node.role), page) for kid in reversed(children)]
    _lift_pages(nodes)
    return nodes


def _kids(obj: Any) -> Iterator[Any]:
    import pikepdf

    kids = obj.get("/K")
    if isinstance(kids, pikepdf.Array):
        yield from kids
    elif kids is not None:
        yield kids


def _node(
    obj: Any,
    parents: tuple[str, ...],
    page: int | None,
    roles: dict[str, str],
    pages: dict[tuple[int, int], int],
) -> tuple[Node, list[Any], int | None]:
    raw = str(obj.get("/S", "/"))[1:]
    role, steps = raw, 0
    while role not in STANDARD and role in roles and steps < 16:
        role, steps = roles[role], steps + 1
    node = Node(role, role in STANDARD, obj, parents=parents)
    node.alt = bool(str(obj.get("/Alt", "")).strip()) or "/ActualText" in obj
    node.box = _bounds(obj)
    page = _page_of(obj, pages, page)
    children = []
    for kid in _kids(obj):
        import pikepdf

        if isinstance(kid, int):
            node.mcids.append((page, kid))
        elif isinstance(kid, pikepdf.Dictionary):
            kind = str(kid.get("/Type", ""))
            if kind == "/MCR":
                node.mcids.append((_page_of(kid, pages, page), int(kid.get("/MCID", -1))))
            elif kind == "/OBJR":
                node.annotations.add(kid.Obj.objgen[0] if "/Obj" in kid else 0)
                node.page = _page_of(kid, pages, page) if node.page is None else node.page
            elif "/S" in kid:
                children.append(kid)
    if node.mcids:
        node.page = node.mcids[0][0]
    elif node.page is None and "/Pg" in obj:
        node.page = page
    return node, children, page


def _page_of(obj: Any, pages: dict[tuple[int, int], int], otherwise: int | None) -> int | None:
    found = obj.get("/Pg")
    return pages.get(found.objgen, otherwise) if found is not None else otherwise


def _bounds(obj: Any) -> tuple[float, float, float, float] | None:
    import pikepdf

    attributes = obj.get("/A")
    entries = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
    for entry in entries:
        if isinstance(entry, pikepdf.Dictionary) and "/BBox" in entry:
            left, bottom, right, top = (float(v) for v in entry.BBox)
            return left, bottom, right, top
    return None


def _lift_pages(nodes: list[Node]) -> None:
    """Give an element without content of its own the page of its first descendant."""
    for index in range(len(nodes) - 1, -1, -1):
        node = nodes[index]
        if node.page is None:
            depth = len(node.parents)
            for child in nodes[index + 1 :]:
                if len(child.parents) <= depth:
                    break
                if child.page is not None:
                    node.page = child.page
                    break
