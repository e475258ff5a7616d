"""The text of the brochure by WeasyPrint: the same page, measure and faces, tagged.

Usage: weasyprint_brochure.py FOLDER FONTS

Pages are plain: headings, text and side notes, no charts and no drawn ornament.
"""

from __future__ import annotations

import html
import json
import sys
from pathlib import Path
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

FACES = {
    "Serif": ("NotoSerifSC-Regular.ttf", 400),
    "Serif ": ("NotoSerifSC-Bold.ttf", 700),
    "Kai": ("LXGWWenKai-Regular.ttf", 400),
    "Sans": ("NotoSansSC-VF.ttf", "100 900"),
}
STYLE = """
@page { size: 210mm 285mm; margin: 81pt 204.8pt 60.9pt 65pt;
        @bottom-right { content: counter(page); font: 9pt Serif } }
html { font: 10.5pt/18pt Serif; color: #231F1D }
p { margin: 0; text-indent: 2em; text-align: justify }
h1 { font: 700 30pt/36pt Serif; break-before: page; border-top: 3pt solid #BE3526 }
h2 { font: 700 23pt/36pt Serif; break-before: page }
h3 { font: 700 13pt/18pt Serif; border-top: .5pt solid #231F1D; padding-top: 6pt; margin: 9pt 0 0 }
.lead { font-family: Kai }
.figure { font: 600 30pt/32pt Serif; color: #BE3526; text-indent: 0 }
.note { font: 8pt/12pt Sans; color: #756C64; text-indent: 0 }
"""


def page(case: dict[str, Any]) -> str:
    """Return the brochure as HTML."""
    out = [f"<h1>{_text(case['title'])}</h1><p class=lead>{_text(case['subtitle'])}</p>"]
    for key in ("summary", "background"):
        out += [f"<h1>{_text(case['headings'][key])}</h1>", _paragraphs(case[key]["text"])]
    for practice in case["practices"]:
        out.append(f"<h2>{_text(practice['title'])}，{_text(practice['outcome'])}</h2>")
        out.append(f"<p class=lead>{_text(practice['lead'])}</p>")
        out += [_part(measure) for measure in practice["measures"]]
    for key in ("results", "lessons"):
        out.append(f"<h1>{_text(case['headings'][key])}</h1>{_paragraphs(case[key]['lead'])}")
        out += [_part(item) for item in case[key]["items"]]
    return f"<html lang=zh><title>{_text(case['title'])}</title><body>{''.join(out)}"


def _part(part: dict[str, Any]) -> str:
    figures = "".join(
        f"<p class=figure>{_text(one['value'])}{_text(one['unit'])}</p>"
        f"<p class=note>{_text(one['caption'])}</p>"
        for one in part.get("key_figures", ())
    )
    return f"<h3>{_text(part['title'])}</h3>{_paragraphs(part['text'])}{figures}"


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{_text(one)}</p>" for one in text.splitlines() if one.strip())


def _text(words: str) -> str:
    return html.escape(words.replace("|", ""))


if __name__ == "__main__":
    folder, fonts = Path(sys.argv[1]), Path(sys.argv[2]).resolve()
    case = json.loads((folder / "case.json").read_text(encoding="utf-8"))
    known = FontConfiguration()
    faces = "".join(
        f"@font-face {{ font-family: {name.strip()}; font-weight: {weight};"
        f" src: url({(fonts / file).as_uri()}) }}"
        for name, (file, weight) in FACES.items()
    )
    sheet = CSS(string=faces + STYLE, font_config=known)
    HTML(string=page(case)).write_pdf(
        folder / "weasyprint.pdf", stylesheets=[sheet], font_config=known, pdf_tags=True
    )
