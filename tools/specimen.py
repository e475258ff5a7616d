"""Make the type specimen: docs/specimen.pdf.

Usage: specimen.py [CASE.yaml [SPECIMEN.pdf]]      (make specimen)

The running text is that of the case; the rest of the specimen is casepress.specimen. The same
input gives the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from casepress.build.atomic import replacing
from casepress.case.load import load_case
from casepress.fonts.library import FontLibrary
from casepress.pdf.targets import SCREEN
from casepress.pdf.write import write_pdf
from casepress.specimen import plan_specimen
from casepress.typeset import plain_text

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Read the case, plan, write."""
    case = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "content" / "wuhou.yaml"
    out = Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "docs" / "specimen.pdf"
    pages = plan_specimen(article(case), FontLibrary.bundled())
    with replacing(out) as temporary, temporary.open("wb") as file:
        report = write_pdf(pages, SCREEN, file)
    print(f"{out}: {report.pages} pages, {report.size // 1000} KB, sha256 {report.sha256[:16]}")


def article(path: Path) -> list[str]:
    """Return the paragraphs of a case in order."""
    case = load_case(path).case
    texts = [
        case.summary.text if case.summary else "",
        case.background.text if case.background else "",
    ]
    for practice in case.practices:
        texts += [practice.lead or "", *(measure.text for measure in practice.measures)]
    return [
        plain_text(line.strip()) for text in texts for line in text.splitlines() if line.strip()
    ]


if __name__ == "__main__":
    main()
