"""Native tables in table placeholders, with a named style and a flagged header row."""

from __future__ import annotations

from casepress.deck.model import Cell, TableFill
from casepress.deck.show.filling import row_heights_in
from casepress.pptx.markup import nonvisual, xfrm
from casepress.pptx.placeholder import ALIGN, ph
from casepress.pptx.template_theme import READING_STYLE, WRITING_STYLE
from casepress.pptx.text import Link, Look, paragraphs
from casepress.theme.deck import DeckTokens, LevelToken, PlaceholderToken
from casepress.units import inch_emu

_STYLE = {"reading": READING_STYLE, "writing": WRITING_STYLE}
TABLE_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"


def _cell(
    tokens: DeckTokens, cell: Cell, style: str, level: LevelToken, head: bool, link: Link
) -> str:
    look = Look(
        size_pt=cell.size_pt or level.size,
        bold=True if cell.bold or head else None,
        colour=cell.colour,
        align=ALIGN[cell.align],
    )
    left, right = (inch_emu(v) for v in cell.margins_in(style))
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs(tokens, cell.paragraphs, look, link)}"
        f'</a:txBody><a:tcPr marL="{left}" marR="{right}" marT="45720" marB="45720" anchor="ctr"/>'
        f"</a:tc>"
    )


def table_frame(
    tokens: DeckTokens, token: PlaceholderToken, table: TableFill, shape_id: int, link: Link
) -> str:
    """Write the graphic frame of *table* in the placeholder *token*.

    A frame must carry its own position; widths are in inches and sum to the frame's. Cells inherit
    no placeholder text, so their size stands on the run.
    """
    body = token.levels[0] if token.levels else LevelToken(size=20)
    head = token.levels[1] if len(token.levels) > 1 else LevelToken(size=18, bold=True)
    heights = row_heights_in(table, token.box[3])
    grid = "".join(f'<a:gridCol w="{inch_emu(w)}"/>' for w in table.widths_in)
    rows = ""
    for n, (row, height) in enumerate(zip(table.rows, heights, strict=True)):
        first = table.header and n == 0
        cells = "".join(
            _cell(tokens, cell, table.style, head if first else body, first, link) for cell in row
        )
        rows += f'<a:tr h="{inch_emu(height)}">{cells}</a:tr>'
    box = (token.box[0], token.box[1], sum(table.widths_in), sum(heights))
    flags = ' firstRow="1"' if table.header else ""
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{nonvisual(shape_id, token.name, table.alt)}"
        f'<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
        f"<p:nvPr>{ph(token)}</p:nvPr></p:nvGraphicFramePr>{xfrm(box, 'p')}"
        f'<a:graphic><a:graphicData uri="{TABLE_URI}"><a:tbl><a:tblPr{flags}>'
        f"<a:tableStyleId>{tokens.table_style or _STYLE[table.style]}</a:tableStyleId></a:tblPr>"
        f"<a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )
