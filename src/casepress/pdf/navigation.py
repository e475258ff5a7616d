"""Finding one's way: destinations, bookmarks, page labels and link annotations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pikepdf import Array, Dictionary, Name, NameTree, OutlineItem, Pdf, String

from casepress.display import DisplayList, LinkArea
from casepress.pdf.paint import Frame
from casepress.pdf.structure import ElementTexts, StructureTree

_PRINT_FLAG = 4
_OPEN_LEVELS = 1


class Places:
    """The named destinations of a document."""

    def __init__(self, pdf: Pdf, display: DisplayList, frames: Sequence[Frame]) -> None:
        """Resolve the destinations of *display* on the pages of *pdf*."""
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._frames = frames
        self._known = {place.name: place for place in display.destinations}

    def __getitem__(self, name: str) -> Any:
        """Return an explicit destination: the page, scrolled to the place, zoom as it is.

        Raises:
            ValueError: a link or bookmark leads to a place the display list does not define.
        """
        place = self._known.get(name)
        if place is None:
            raise ValueError(f"the display list has no destination named {name!r}")
        top = round(self._frames[place.page].y(place.y_pt), 3)
        return Array([self._pages[place.page], Name.XYZ, 0, top, 0])

    def write(self) -> None:
        """Publish the names, so that ``file.pdf#name`` opens at the place."""
        if self._known:
            tree = NameTree.new(self._pdf)
            for name in sorted(self._known):
                tree[name] = self[name]
            name_trees(self._pdf).Dests = tree.obj


def name_trees(pdf: Pdf) -> Any:
    """Return the catalogue's dictionary of name trees, made at first use."""
    if Name.Names not in pdf.Root:
        pdf.Root.Names = Dictionary()
    return pdf.Root.Names


def write_outline(pdf: Pdf, display: DisplayList, places: Places) -> None:
    """Write the bookmarks; the first level stands open."""
    if not display.outline:
        return
    with pdf.open_outline() as outline:
        path: list[tuple[int, Any]] = []
        for entry in display.outline:
            item = OutlineItem(entry.title, destination=places[entry.destination])
            item.is_closed = entry.level > _OPEN_LEVELS
            while path and path[-1][0] >= entry.level:
                path.pop()
            (path[-1][1].children if path else outline.root).append(item)
            path.append((entry.level, item))
    pdf.Root.PageMode = Name.UseOutlines


def write_page_labels(pdf: Pdf, display: DisplayList) -> None:
    """Write the folios as page labels: runs of numbers as runs, anything else as it stands."""
    if not any(page.label for page in display.pages):
        return
    numbers = Array()
    expected = None
    for index, page in enumerate(display.pages):
        number = int(page.label) if page.label.isascii() and page.label.isdigit() else None
        plain = number is not None and number > 0 and str(number) == page.label
        if not (plain and number == expected):
            numbers.append(index)
            if plain:
                numbers.append(Dictionary(S=Name.D, St=number))
            else:
                numbers.append(Dictionary(P=String(page.label)))
        expected = number + 1 if plain and number is not None else None
    pdf.Root.PageLabels = Dictionary(Nums=numbers)


def write_links(
    pdf: Pdf,
    display: DisplayList,
    frames: Sequence[Frame],
    places: Places,
    tree: StructureTree,
) -> None:
    """Write link annotations, each inside its Link element (ISO 14289-1, 7.18.5)."""
    for index, (page, made) in enumerate(zip(display.pages, pdf.pages, strict=True)):
        if page.links and Name.Annots not in made:
            made.Annots = Array()
        for area in page.links:
            annotation = _annotation(pdf, tree.texts, area, frames[index], places)
            annotation.P = made.obj
            made.Annots.append(annotation)
            tree.add_annotation(tree.link_element(area.element), annotation, index)


def _annotation(pdf: Pdf, texts: ElementTexts, area: LinkArea, frame: Frame, places: Places) -> Any:
    contents = area.contents
    if not contents and area.element is not None:
        contents = texts[area.element]
    annotation = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([round(v, 3) for v in frame.box(area.rect)]),
            Border=Array([0, 0, 0]),
            F=_PRINT_FLAG,
            Contents=String(contents or area.uri or area.destination or ""),
        )
    )
    if area.uri is not None:
        annotation.A = Dictionary(S=Name.URI, URI=String(_ascii_uri(area.uri)))
    elif area.destination is not None:
        annotation.Dest = places[area.destination]
    else:
        raise ValueError("a link area leads nowhere")
    return annotation


def _ascii_uri(uri: str) -> str:
    """Percent-encode what a URI may not hold as it stands (7-bit ASCII, ISO 32000-1, 12.6.4.7)."""
    from urllib.parse import quote

    return quote(uri, safe=":/?#[]@!$&'()*+,;=%-._~")
