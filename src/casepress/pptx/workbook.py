"""The workbook inside a chart: words stay words, whatever they begin with.

python-pptx's own workbook turns a category ``=1+1`` into a formula and a URL into a hyperlink
(measured). This one knows two kinds of cell, shared string and number, and holds the least that
ISO/IEC 29500-1 asks of a workbook: written by a library, each book cost 8 ms and its import 20 ms.
"""

from __future__ import annotations

from collections.abc import Sequence

from casepress.deck.model import Series
from casepress.pptx.kinds import THEME_XML
from casepress.pptx.markup import DECLARATION, clean, text
from casepress.pptx.package import pack
from casepress.pptx.template_theme import theme_xml
from casepress.theme.deck import DeckTokens

SHEET = "Sheet1"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_SHEETML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = (
    ("xl/workbook.xml", "sheet.main"),
    ("xl/worksheets/sheet1.xml", "worksheet"),
    ("xl/styles.xml", "styles"),
    ("xl/sharedStrings.xml", "sharedStrings"),
)
_THEME = "xl/theme/theme1.xml"
_EDGES = "".join(f"<{side}/>" for side in ("left", "right", "top", "bottom", "diagonal"))
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/>'
    f'</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>'
    f'<fill><patternFill patternType="gray125"/></fill></fills>'
    f'<borders count="1"><border>{_EDGES}</border></borders>'
    f'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    f'<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    f'<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    f"</styleSheet>"
)


def column_name(index: int) -> str:
    """Spreadsheet letters of a column counted from 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def workbook_bytes(
    tokens: DeckTokens, categories: Sequence[str], series: Sequence[Series]
) -> bytes:
    """Categories in column A, one series per further column, headings in row 1; deterministic.

    The book has the deck's theme: a chart's data sheet offers the colours of its slide.
    """
    words: dict[str, int] = {}
    rows: list[list[str]] = [[_word(column_name(n), 1, one.name, words)
                              for n, one in enumerate(series, 1)]]  # fmt: skip
    for number, category in enumerate(categories, 2):
        cells = [_word("A", number, category, words)]
        for n, one in enumerate(series, 1):
            if number - 2 < len(one.values):
                cells.append(_number(column_name(n), number, one.values[number - 2]))
        rows.append(cells)
    return pack(_parts(rows, words, theme_xml(tokens, SHEET)))


def _word(column: str, row: int, word: str, words: dict[str, int]) -> str:
    index = words.setdefault(clean(word), len(words))
    return f'<c r="{column}{row}" t="s"><v>{index}</v></c>'


def _number(column: str, row: int, value: float) -> str:
    return f'<c r="{column}{row}"><v>{value:.16G}</v></c>'


def _parts(rows: list[list[str]], words: dict[str, int], theme: str) -> dict[str, str]:
    """Return the parts of the book by name."""
    data = "".join(f'<row r="{n}">{"".join(cells)}</row>' for n, cells in enumerate(rows, 1))
    shared = "".join(f'<si><t xml:space="preserve">{text(word)}</t></si>' for word in words)
    kinds = "".join(
        f'<Override PartName="/{name}" ContentType="{_SHEETML}.{kind}+xml"/>'
        for name, kind in _PARTS
    )
    kinds += f'<Override PartName="/{_THEME}" ContentType="{THEME_XML}"/>'
    targets = (("worksheet", "worksheets/sheet1"), ("styles", "styles"),
               ("sharedStrings", "sharedStrings"), ("theme", "theme/theme1"))  # fmt: skip
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType='
        f'"application/vnd.openxmlformats-package.relationships+xml"/>{kinds}</Types>',
        "_rels/.rels": _relations([("officeDocument", "xl/workbook")]),
        "xl/_rels/workbook.xml.rels": _relations(targets),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>'
        f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{data}</sheetData>'
        f"</worksheet>",
        "xl/styles.xml": _STYLES,
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}" uniqueCount="{len(words)}">{shared}</sst>',
    }
    return {name: f"{DECLARATION}{xml}" for name, xml in parts.items()} | {_THEME: theme}


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    body = "".join(
        f'<Relationship Id="rId{n}" Type="{_REL}/{kind}" Target="{target}.xml"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{body}</Relationships>'
