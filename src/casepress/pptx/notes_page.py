"""Notes slides: the speaker's words under the slide, headings such as 【用时】 in bold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casepress.deck.model import TextParagraph, TextRun
from casepress.pptx.markup import DECLARATION, GROUP_ROOT, ROOT_NS, nonvisual
from casepress.pptx.placeholder import number_paragraph
from casepress.pptx.text import paragraphs
from casepress.theme.deck import DeckTokens

_HEADING = re.compile(r"^(【[^】]{1,12}】)(.*)$", re.DOTALL)


def _paragraph(line: str) -> TextParagraph:
    match = _HEADING.match(line)
    if match is None:
        return TextParagraph((TextRun(line),))
    return TextParagraph((TextRun(match[1], bold=True), TextRun(match[2])))


def notes_xml(tokens: DeckTokens, notes: Sequence[str], number: int) -> str:
    """Write the notes part of slide *number*; each line of *notes* is a paragraph."""
    lines = [line for block in notes for line in block.split("\n")]
    body = paragraphs(tokens, (_paragraph(line) for line in lines))
    return (
        f"{DECLARATION}<p:notes {ROOT_NS}><p:cSld><p:spTree>{GROUP_ROOT}"
        f"<p:sp><p:nvSpPr>{nonvisual(2, '幻灯片图像', decorative=True)}<p:cNvSpPr>"
        f'<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
        f"<p:sp><p:nvSpPr>{nonvisual(3, '备注')}<p:cNvSpPr>"
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{body}</p:txBody></p:sp>"
        f"<p:sp><p:nvSpPr>{nonvisual(4, '页码')}<p:cNvSpPr>"
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="5"/>'
        f"</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>"
        f"{number_paragraph(str(number))}</p:txBody></p:sp></p:spTree></p:cSld>"
        f"<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )
