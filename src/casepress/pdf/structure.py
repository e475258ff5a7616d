"""The structure tree (ISO 32000-1, 14.7) from the elements and what was painted for them.

Reading order is the order of the elements. Where an element has both content of its own and
children, a child comes where it was first painted, so that a link stands inside its sentence.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, String

from casepress.display import DisplayList, Element, TextItem
from casepress.pdf.paint import Frame
from casepress.pdf.tags import Marked

ROLE_MAP = {"Aside": "Div"}
"""Roles PDF 1.7 does not know, and the standard type they stand for."""
_KEEP_EMPTY = ("TD", "TH")
_BULLETS = {"•": "Disc", "●": "Disc", "○": "Circle", "■": "Square", "▪": "Square", "◆": "Square"}


@cache
def _role(role: str) -> Name:
    """Return a role as a name; there are two dozen."""
    return Name(f"/{role}")


class StructureTree:
    """Builds the tree for one document; annotations are added before :meth:`write`."""

    def __init__(
        self, pdf: Pdf, display: DisplayList, marked: Sequence[Marked], frames: Sequence[Frame]
    ) -> None:
        """Take the elements of *display*; ``frames`` place bounding boxes on their pages."""
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._display = display
        self.texts = ElementTexts(display)
        self._orders: dict[int, int | None] = {}
        self._frames = frames
        self._elements = {element.id: element for element in display.elements}
        self._children: dict[int | None, list[int]] = defaultdict(list)
        for element in display.elements:
            self._children[element.parent].append(element.id)
        self._marked: dict[int, list[tuple[int, Marked]]] = defaultdict(list)
        for order, sequence in enumerate(marked):
            self._marked[sequence.element].append((order, sequence))
        self._objects: dict[int, list[tuple[Any, int]]] = defaultdict(list)
        self._annotations: list[tuple[Any, Any]] = []
        self._nodes: dict[int, Any] = {}
        self._ids: dict[str, Any] = {}
        self._mcid_owners: dict[int, list[Any]] = defaultdict(list)
        self._extra = max(self._elements, default=0)

    # -- links -------------------------------------------------------------------------------

    def link_element(self, area_element: int | None) -> int:
        """Return the Link element for an active area, making one where the list has none."""
        if area_element is not None and self._elements[area_element].role == "Link":
            return area_element
        self._extra += 1
        parent = area_element
        if parent is None:
            parent = next((e.id for e in self._display.elements if e.parent is None), None)
        self._elements[self._extra] = Element(self._extra, "Link", parent)
        self._children[parent].append(self._extra)
        return self._extra

    def add_annotation(self, element: int, annotation: Any, page: int) -> None:
        """Make an annotation part of an element (an object reference, 14.7.4.3)."""
        self._objects[element].append((annotation, page))

    # -- writing -----------------------------------------------------------------------------

    def write(self) -> None:
        """Write the tree, the parent tree and the marks on pages and catalogue."""
        pdf = self._pdf
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        kids = [node for top in self._children[None] if (node := self._node(top, root)) is not None]
        root.K = Array(kids)
        if any(e.role in ROLE_MAP for e in self._elements.values()):
            root.RoleMap = Dictionary({f"/{k}": Name(f"/{v}") for k, v in ROLE_MAP.items()})
        if self._ids:
            names = Array([v for key in sorted(self._ids) for v in (String(key), self._ids[key])])
            root.IDTree = pdf.make_indirect(Dictionary(Names=names))
        self._parent_tree(root)
        pdf.Root.StructTreeRoot = root
        pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _parent_tree(self, root: Any) -> None:
        pdf, numbers = self._pdf, Array()
        for index, page in enumerate(self._pages):
            page.StructParents = index
            page.Tabs = Name.S
            numbers.append(index)
            numbers.append(pdf.make_indirect(Array(self._mcid_owners[index])))
        key = len(self._pages)
        for annotation, owner in self._annotations:
            annotation.StructParent = key
            numbers.append(key)
            numbers.append(owner)
            key += 1
        root.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
        root.ParentTreeNextKey = key

    def _node(self, id: int, parent: Any) -> Any:
        """Write an element and what is below it; ``None`` for one that has nothing to show."""
        element = self._elements[id]
        keys = {"/Type": Name.StructElem, "/S": _role(element.role), "/P": parent}
        page = self._first_page(id)
        if page is not None:
            keys["/Pg"] = self._pages[page]
        node = self._pdf.make_indirect(Dictionary(keys))
        kids = self._kids(element, node, page)
        if not kids and element.role not in _KEEP_EMPTY:
            return None
        if kids:
            node["/K"] = kids[0] if len(kids) == 1 else Array(kids)
        self._describe(element, node)
        self._nodes[id] = node
        return node

    def _kids(self, element: Element, node: Any, page: int | None) -> list[Any]:
        """Return marked content, children and annotations of an element in reading order."""
        kids: list[Any] = []
        own = deque(self._marked[element.id])
        for child in self._children[element.id]:
            first = self._first_order(child)
            while own and first is not None and own[0][0] < first:
                kids.append(self._content(own.popleft()[1], node, page))
            made = self._node(child, node)
            if made is not None:
                kids.append(made)
        kids += [self._content(sequence, node, page) for _, sequence in own]
        for annotation, where in self._objects[element.id]:
            kids.append(Dictionary(Type=Name.OBJR, Obj=annotation, Pg=self._pages[where]))
            self._annotations.append((annotation, node))
        return kids

    def _content(self, sequence: Marked, node: Any, page: int | None) -> Any:
        owners = self._mcid_owners[sequence.page]
        owners.extend([None] * (sequence.mcid + 1 - len(owners)))
        owners[sequence.mcid] = node
        if sequence.page == page:
            return sequence.mcid
        return Dictionary(Type=Name.MCR, Pg=self._pages[sequence.page], MCID=sequence.mcid)

    def _first_page(self, id: int) -> int | None:
        own = self._marked[id]
        return own[0][1].page if own else self._elements[id].page

    def _first_order(self, id: int) -> int | None:
        """Return when an element or something below it was first painted."""
        if id not in self._orders:
            orders = [self._marked[id][0][0]] if self._marked[id] else []
            below = (self._first_order(child) for child in self._children[id])
            orders += [order for order in below if order is not None]
            self._orders[id] = min(orders, default=None)
        return self._orders[id]

    # -- attributes --------------------------------------------------------------------------

    def _describe(self, element: Element, node: Any) -> None:
        for key, value in (
            ("/Alt", element.alt),
            ("/ActualText", element.actual_text),
            ("/Lang", element.language),
            ("/T", element.title),
        ):
            if value is not None:
                node[key] = String(value)
        if element.role == "Note":
            node.ID = String(f"note-{element.id}")
            self._ids[f"note-{element.id}"] = node
        attributes = list(self._attributes(element))
        if attributes:
            node.A = attributes[0] if len(attributes) == 1 else Array(attributes)

    def _attributes(self, element: Element) -> Iterable[Any]:
        if element.bbox is not None and element.page is not None:
            box = self._frames[element.page].box(element.bbox)
            yield Dictionary(
                O=Name.Layout, BBox=Array([round(v, 3) for v in box]), Placement=Name.Block
            )
        if element.role == "TH":
            yield Dictionary(O=Name.Table, Scope=Name(f"/{element.scope or 'Column'}"))
        if element.role == "L":
            yield Dictionary(O=Name.List, ListNumbering=Name(f"/{self._numbering(element.id)}"))

    def _numbering(self, id: int) -> str:
        """Guess the list's numbering from its first label, which UA wants stated (7.6)."""
        labels = (
            label
            for item in self._children[id]
            for label in self._children[item]
            if self._elements[label].role == "Lbl"
        )
        first = next(labels, None)
        if first is None:
            return "None"
        text = self.texts[first].strip()
        return next((kind for mark, kind in _BULLETS.items() if text.startswith(mark)), "Decimal")


class ElementTexts:
    """The texts set for elements, gathered once: a long book asks for many of them."""

    def __init__(self, display: DisplayList) -> None:
        """Read *display* at the first question."""
        self._display = display
        self._own: dict[int, list[tuple[int, str]]] | None = None
        self._children: dict[int, list[int]] = defaultdict(list)

    def __getitem__(self, id: int) -> str:
        """Return the text of an element and of everything below it, in paint order."""
        own = self._read() if self._own is None else self._own
        found: list[tuple[int, str]] = []
        waiting = [id]
        while waiting:
            one = waiting.pop()
            found += own.get(one, ())
            waiting += self._children.get(one, ())
        return "".join(text for _, text in sorted(found))

    def _read(self) -> dict[int, list[tuple[int, str]]]:
        own: dict[int, list[tuple[int, str]]] = defaultdict(list)
        items = (item for page in self._display.pages for item in page.items)
        for order, item in enumerate(items):
            if isinstance(item, TextItem) and item.element is not None:
                own[item.element].append((order, item.line.text))
        for element in self._display.elements:
            if element.parent is not None:
                self._children[element.parent].append(element.id)
        self._own = own
        return own
