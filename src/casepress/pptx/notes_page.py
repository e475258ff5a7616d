"""Notes slides: the speaker's words under the slide, headings such as 【用时】 in bold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casepress.pptx.markup import DECLARATION, GROUP_ROOT, LANG, ROOT_NS, nonvisual
from casepress.pptx.placeholder import number_paragraph
from casepress.pptx.text import run_words

_HEADING = re.compile(r"^(【[^】]{1,12}】)(.*)$", re.DOTALL)


_WORDS, _BOLD = f"<a:rPr {LANG}/>", f'<a:rPr {LANG} b="1"/>'


def _paragraph(line: str) -> str:
    if not line:
        return f"<a:p><a:endParaRPr {LANG}/></a:p>"
    match = _HEADING.match(line)
    if match is None:
        return f"<a:p>{run_words(line, _WORDS)}</a:p>"
    return f"<a:p>{run_words(match[1], _BOLD)}{run_words(match[2], _WORDS)}</a:p>"


def notes_xml(notes: Sequence[str], number: int) -> str:
    """Write the notes part of slide *number*; each line of *notes* is a paragraph."""
    body = "".join([_paragraph(line) for block in notes for line in block.split("\n")])
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
