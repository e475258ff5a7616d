"""Word files (.docx): paragraphs with their headings and automatic numbers, tables, notes.

python-docx opens the package and finds its parts. Its paragraphs leave out what decides what a
reader sees (automatic numbers, tracked insertions, content controls, text boxes, notes), so the
body itself is walked here.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from casepress.frozen import dataclass
from casepress.source.article.block import Article, Block, Hints, Kind, Picture, Removed
from casepress.source.article.decode import failure
from casepress.source.article.docx_numbering import Numbering, W, read_numbering
from casepress.source.article.rows import row_blocks
from casepress.source.characters import BIDI, CONTROLS

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_V = "{urn:schemas-microsoft-com:vml}"
_MAX_PART = 60_000_000
_NO_DESCRIPTION = re.compile(
    r"\.(?:jpe?g|png|gif|bmp|tiff?|webp|emf|wmf)$|描述已自动生成|automatically generated"
    r"|^(?:图片|图像|照片|Picture|Image|IMG_|DSC|微信图片|mmexport)[\s_\d]*$",
    re.IGNORECASE,
)
_HEADING_NAME = re.compile(r"(?:heading|标题)\s*(\d)", re.IGNORECASE)
_SKIPPED = {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{_MC}Fallback", f"{W}rPr",
            f"{W}pPr", f"{W}sectPr"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Style:
    """What a paragraph style says: heading level (0 none, -1 the title), list, bold."""

    level: int = 0
    list_id: str = ""
    depth: int = 0
    bold: bool = False


@dataclass
class _Reading:
    """The document being read; paragraphs are counted from 1 as Word's navigation does."""

    styles: Mapping[str, _Style]
    numbering: Numbering
    relations: Mapping[str, Any]
    blocks: list[Block] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    count: int = 0


def extract(data: bytes, name: str) -> Article:
    """Return the article in a .docx file; *name* stands for it in messages.

    Raises:
        CasepressError: CP0654 for another office format, CP0655 where the package is damaged or no
            Word document.
    """
    from lxml.etree import LxmlError

    try:
        _refuse_others(data, name)
        return _read(_open(data), name)
    except (
        zipfile.BadZipFile, zipfile.LargeZipFile, RuntimeError, EOFError, OSError, KeyError,
        ValueError, AttributeError, LxmlError,
    ) as error:  # fmt: skip
        raise failure("CP0655", name) from error


def _open(data: bytes) -> Any:
    from docx import Document
    from docx.opc.exceptions import OpcError

    try:
        return Document(io.BytesIO(data))
    except OpcError as error:
        raise ValueError(str(error)) from error


_OTHERS = {"ppt/presentation.xml": "PowerPoint（.pptx）", "xl/workbook.xml": "Excel（.xlsx）",
           "content.xml": "OpenDocument（.odt）"}  # fmt: skip


def _refuse_others(data: bytes, name: str) -> None:
    """Say what a package is that is no Word document; refuse one that unpacks to a flood."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        if any(info.file_size > _MAX_PART for info in package.infolist()):
            raise failure("CP0655", name)
    if "word/document.xml" not in names:
        kind = next((k for part, k in _OTHERS.items() if part in names), "")
        if kind:
            raise failure("CP0654", name, format=kind)


def _read(document: Any, name: str) -> Article:
    from docx.opc.constants import RELATIONSHIP_TYPE as RELATION

    part = document.part
    body = part.element.find(f"{W}body")
    if body is None:
        raise failure("CP0655", name)
    reading = _Reading(
        _styles(_root(part, RELATION.STYLES, name)),
        read_numbering(_root(part, RELATION.NUMBERING, name)),
        part.rels,
    )
    _refuse_doctype(part.element, name)
    _children(reading, body)
    for kind in (RELATION.FOOTNOTES, RELATION.ENDNOTES):
        _notes(reading, _root(part, kind, name))
    removed = tuple(_furniture(part, (RELATION.HEADER, RELATION.FOOTER), name))
    hints = _hints(_root(part.package, RELATION.CORE_PROPERTIES, name))
    return Article(tuple(reading.blocks), "段", removed, tuple(reading.pictures), hints)


def _root(part: Any, kind: str, name: str) -> Any:
    """Return the root element of the part a relationship of this kind leads to, or None."""
    try:
        found = part.part_related_by(kind)
    except KeyError:
        return None
    return _element(found, name)


def _element(part: Any, name: str) -> Any:
    from docx.oxml.parser import parse_xml

    element = getattr(part, "element", None)
    if element is None:
        element = parse_xml(part.blob)
    _refuse_doctype(element, name)
    return element


def _refuse_doctype(element: Any, name: str) -> None:
    """No word processor writes a DTD; entities in it could hide or multiply text."""
    if element.getroottree().docinfo.doctype:
        raise failure("CP0655", name)


def _styles(root: Any) -> dict[str, _Style]:
    """Paragraph styles by id, with what they inherit."""
    if root is None:
        return {}
    elements = {e.get(f"{W}styleId", ""): e for e in root.iter(f"{W}style")}
    found: dict[str, _Style] = {}
    for key in elements:
        chain: list[Any] = []
        at: str | None = key
        while at in elements and len(chain) < 12:
            chain.append(elements[at])
            based = elements[at].find(f"{W}basedOn")
            at = None if based is None else based.get(f"{W}val")
        found[key] = _style(chain)
    return found


def _style(chain: list[Any]) -> _Style:
    """Return the first style of the chain that says something decides it."""
    level, bold = 0, False
    list_id, depth = "", 0
    for element in reversed(chain):
        name = element.find(f"{W}name")
        words = "" if name is None else str(name.get(f"{W}val", ""))
        heading = _HEADING_NAME.fullmatch(words.strip())
        outline = element.find(f"{W}pPr/{W}outlineLvl")
        if heading:
            level = int(heading.group(1))
        elif words.strip().lower() in ("title", "标题"):
            level = -1
        elif outline is not None and int(outline.get(f"{W}val", "9")) < 9:
            level = int(outline.get(f"{W}val", "9")) + 1
        numbering = element.find(f"{W}pPr/{W}numPr")
        if numbering is not None:
            list_id, depth = _list(numbering)
        if element.find(f"{W}rPr/{W}b") is not None:
            bold = _is_on(element.find(f"{W}rPr/{W}b"))
    return _Style(level, list_id, depth, bold)


def _list(numbering: Any) -> tuple[str, int]:
    list_id, depth = numbering.find(f"{W}numId"), numbering.find(f"{W}ilvl")
    return (
        "" if list_id is None else str(list_id.get(f"{W}val", "")),
        0 if depth is None else int(depth.get(f"{W}val", "0")),
    )


def _is_on(element: Any) -> bool:
    return element is not None and element.get(f"{W}val", "1") not in ("0", "false", "off")


def _children(reading: _Reading, element: Any) -> None:
    """Paragraphs and tables of a container, in order, content controls and insertions included."""
    for child in element:
        if child.tag == f"{W}p":
            _paragraph(reading, child)
        elif child.tag == f"{W}tbl":
            _table(reading, child)
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml", f"{W}moveTo"):
            _children(reading, child)


def _paragraph(reading: _Reading, element: Any) -> None:
    reading.count += 1
    style, level, list_id, depth = _format(reading, element)
    parts = "".join(_words(reading, element)).split("\n")
    number = reading.numbering.number(list_id, depth) if list_id and list_id != "0" else ""
    bold = not level and _is_bold(element, style) and len("".join(parts)) <= 40
    kind = Kind.TITLE if level == -1 else Kind.HEADING if level or bold else Kind.TEXT
    if kind in (Kind.TITLE, Kind.HEADING) and level:
        parts = [" ".join(part.strip() for part in parts)]
    for index, part in enumerate(parts):
        words = (number if index == 0 else "") + part.strip()
        if part.strip():
            depth_ = level if level > 0 else 9 if bold else 0
            reading.blocks.append(Block(words, reading.count, kind, depth_))
    _text_boxes(reading, element)


def _format(reading: _Reading, element: Any) -> tuple[_Style, int, str, int]:
    """Style, heading level and list of a paragraph; its own settings win over its style's."""
    name = element.find(f"{W}pPr/{W}pStyle")
    style = reading.styles.get(name.get(f"{W}val", "") if name is not None else "", _Style())
    level, list_id, depth = style.level, style.list_id, style.depth
    outline = element.find(f"{W}pPr/{W}outlineLvl")
    if outline is not None and int(outline.get(f"{W}val", "9")) < 9:
        level = int(outline.get(f"{W}val", "9")) + 1
    numbering = element.find(f"{W}pPr/{W}numPr")
    if numbering is not None:
        list_id, depth = _list(numbering)
    return style, level, list_id, depth


def _words(reading: _Reading, element: Any) -> Iterator[str]:
    """Return the visible text of a paragraph: insertions yes, deletions and field codes no."""
    for child in element:
        if child.tag in _SKIPPED or not isinstance(child.tag, str):
            continue
        if child.tag == f"{W}t":
            yield BIDI.sub("", CONTROLS.sub("", child.text or ""))
        elif child.tag in (f"{W}br", f"{W}cr"):
            yield "\n" if child.get(f"{W}type", "textWrapping") == "textWrapping" else ""
        elif child.tag in (f"{W}tab", f"{W}ptab"):
            yield " "
        elif child.tag == f"{W}noBreakHyphen":
            yield "-"
        elif child.tag in (f"{W}drawing", f"{W}pict"):
            _picture(reading, child)
        elif child.tag not in (f"{W}txbxContent", f"{W}object"):
            yield from _words(reading, child)


def _picture(reading: _Reading, drawing: Any) -> None:
    """Note the pictures of a drawing, or of its forerunner in old files (VML)."""
    links = [blip.get(f"{_R}embed") or blip.get(f"{_R}link") for blip in drawing.iter(f"{_A}blip")]
    links += [image.get(f"{_R}id") for image in drawing.iter(f"{_V}imagedata")]
    alt = next((e.get("descr", "") for e in drawing.iter() if str(e.tag).endswith("}docPr")), "")
    for relation in map(reading.relations.get, links):
        if relation is not None and relation.target_ref:
            data = b"" if relation.is_external else relation.target_part.blob
            reading.pictures.append(
                Picture(relation.target_ref, _described(alt), reading.count, data=data)
            )


def _described(alt: str) -> str:
    """Return a description somebody wrote; Word fills in file names and guesses of its own."""
    words = " ".join(alt.split())
    return "" if _NO_DESCRIPTION.search(words) else words


def _text_boxes(reading: _Reading, element: Any) -> None:
    """Text boxes after the paragraph they hang on; the fallback copy is skipped."""
    for box in element.iter(f"{W}txbxContent"):
        if not any(parent.tag == f"{_MC}Fallback" for parent in box.iterancestors()):
            _children(reading, box)


def _is_bold(element: Any, style: _Style) -> bool:
    """Whether every run with text is bold."""
    runs = [run for run in element.iter(f"{W}r") if (run.findtext(f"{W}t") or "").strip()]
    marks = [run.find(f"{W}rPr/{W}b") for run in runs]
    return bool(runs) and all(_is_on(m) if m is not None else style.bold for m in marks)


def _table(reading: _Reading, element: Any) -> None:
    """Read a table row by row: 标签：值, short cells with bars, long cells as paragraphs."""
    for row in element.iter(f"{W}tr"):
        if next(row.iterancestors(f"{W}tbl")) is not element:
            continue
        cells = []
        for cell in row.iter(f"{W}tc"):
            inner = _Reading(reading.styles, reading.numbering, reading.relations)
            inner.count = reading.count
            if next(cell.iterancestors(f"{W}tr")) is row:
                _children(inner, cell)
                reading.pictures.extend(inner.pictures)
                reading.count = inner.count
                cells.append([block for block in inner.blocks if block.text])
        reading.blocks.extend(row_blocks(cells))


def _notes(reading: _Reading, root: Any) -> None:
    """Footnotes and endnotes after the text."""
    if root is None:
        return
    for note in root:
        if note.get(f"{W}type") in (None, "normal") and isinstance(note.tag, str):
            before = len(reading.blocks)
            _children(reading, note)
            notes = reading.blocks[before:]
            reading.blocks[before:] = [Block(b.text, b.line, Kind.NOTE) for b in notes]


def _furniture(part: Any, kinds: tuple[str, ...], name: str) -> Iterator[Removed]:
    """Texts of headers and footers, each once."""
    seen: set[str] = set()
    related = [one for one in part.rels.values() if one.reltype in kinds and not one.is_external]
    for one in sorted(related, key=lambda relation: str(relation.target_part.partname)):
        for element in _element(one.target_part, name).iter(f"{W}p"):
            words = "".join(e.text or "" for e in element.iter(f"{W}t")).strip()
            if words and words not in seen:
                seen.add(words)
                yield Removed(words, 0, "header")


def _hints(root: Any) -> Hints:
    if root is None:
        return Hints()
    words = {key: (root.findtext(tag) or "").strip() for key, tag in (
        ("title", f"{_DC}title"), ("author", f"{_DC}creator"), ("keywords", f"{_CP}keywords"),
    )}  # fmt: skip
    return Hints(**words)
