"""The pages of the specimen in order, and the document they make."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.display import DisplayList, Ink, Metadata
from casepress.fonts.library import FontLibrary
from casepress.specimen.marks import marks_page
from casepress.specimen.mixed import mixed_page, rare_page
from casepress.specimen.running import blocks_page, body_page, columns_page
from casepress.specimen.sheet import Sheet
from casepress.specimen.titling import titles_page, vertical_page
from casepress.surface import Tree

_PAGES = (
    ("排印样张", body_page),
    ("窄栏", columns_page),
    ("标点", marks_page),
    ("列表、引文、表格", blocks_page),
    ("中西混排", mixed_page),
    ("着重号、注音、备用字", rare_page),
    ("标题断行", titles_page),
    ("直排与书脊", vertical_page),
)
_INKS = {
    "ink": Ink((31, 31, 31), (0, 0, 0, 100)),
    "grey": Ink((100, 98, 94), (0, 3, 6, 70)),
    "brand": Ink((166, 42, 28), (20, 95, 100, 12)),
    "line": Ink((150, 146, 140), (0, 3, 6, 48)),
    "hair": Ink((190, 186, 180), (0, 2, 5, 32)),
    "ground": Ink((166, 42, 28), (20, 95, 100, 12)),
    "paper": Ink((255, 255, 255), (0, 0, 0, 0)),
}


def plan_specimen(article: Sequence[str], fonts: FontLibrary) -> DisplayList:
    """Plan the specimen.

    Args:
        article: paragraphs of real running text with full-width punctuation, at least 1,500
            characters; all other samples are sentences made up for the purpose and say so.
        fonts: the faces to set it with.
    """
    tree = Tree()
    pages = []
    for number, (title, paint) in enumerate(_PAGES, 1):
        sheet = Sheet(fonts, tree, number, title)
        paint(sheet, article)
        pages.append(sheet.finish())
    return DisplayList(
        tuple(pages),
        tree.finish(),
        (),
        (),
        _INKS,
        Metadata("排印样张", subject="中文排版规则逐条样例", date="2017-07-11"),
    )
