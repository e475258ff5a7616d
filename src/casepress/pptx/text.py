"""Paragraphs and runs: only what differs from the placeholder is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from casepress.deck.model import TextParagraph, TextRun
from casepress.frozen import dataclass, replace
from casepress.pptx.markup import LANG, fill, text
from casepress.theme.deck import DeckTokens

Link = Callable[[str], str]
"""Key of a slide → relationship id within the slide being written."""


@dataclass(frozen=True, slots=True)
class Look:
    """What runs have in common where nothing is inherited: cells and diagram nodes."""

    size_pt: float | None = None
    bold: bool | None = None
    colour: str | None = None
    align: str | None = None
    before_pt: float = 0.0
    """Space above a paragraph that is not the first."""


INHERITED = Look()


def run_properties(
    tokens: DeckTokens, run: TextRun, look: Look, link: Link | None, tag: str = "a:rPr"
) -> str:
    """Write the ``a:rPr`` of a run: language always, size, weight and colour where they differ."""
    size = run.size_pt if run.size_pt is not None else look.size_pt
    bold = run.bold if run.bold is not None else look.bold
    colour = run.colour if run.colour is not None else look.colour
    attributes = LANG
    if size is not None:
        attributes += f' sz="{round(size * 100)}"'
    if bold is not None:
        attributes += f' b="{int(bold)}"'
    children = fill(tokens, colour) if colour is not None else ""
    if run.link is not None and link is not None:
        children += f'<a:hlinkClick r:id="{link(run.link)}" action="ppaction://hlinksldjump"/>'
    return f"<{tag} {attributes}>{children}</{tag}>" if children else f"<{tag} {attributes}/>"


def run_words(words: str, properties: str) -> str:
    r"""Write the words of a run; ``\v`` becomes ``a:br`` with the run's own properties."""
    if "\v" in words:
        lines = (run_words(line, properties) for line in words.split("\v"))
        return f"<a:br>{properties}</a:br>".join(lines)
    return f"<a:r>{properties}<a:t>{text(words)}</a:t></a:r>" if words else ""


def paragraph(
    tokens: DeckTokens, words: TextParagraph, look: Look = INHERITED, link: Link | None = None
) -> str:
    """Write one ``a:p``."""
    attributes = f' lvl="{words.level}"' if words.level else ""
    if look.align is not None:
        attributes += f' algn="{look.align}"'
    pieces = f"<a:pPr{attributes}/>" if attributes else ""
    if look.before_pt:
        spacing = f'<a:spcBef><a:spcPts val="{round(look.before_pt * 100)}"/></a:spcBef>'
        pieces = f"<a:pPr{attributes}>{spacing}</a:pPr>"
    written = False
    for run in words.runs:
        pieces += run_words(run.text, run_properties(tokens, run, look, link))
        written = written or bool(run.text)
    if not written:
        bare = TextRun("", size_pt=words.runs[0].size_pt if words.runs else None)
        pieces += run_properties(tokens, bare, look, None, "a:endParaRPr")
    return f"<a:p>{pieces}</a:p>"


def paragraphs(
    tokens: DeckTokens,
    words: Iterable[TextParagraph],
    look: Look = INHERITED,
    link: Link | None = None,
    sub_look: Look | None = None,
) -> str:
    """Several paragraphs; *sub_look* is used below the first level where nothing is inherited."""
    out = ""
    for one in words:
        if sub_look is not None and one.level:
            out += paragraph(tokens, replace(one, level=0), sub_look, link)
        else:
            out += paragraph(tokens, one, look, link)
    return out or paragraph(tokens, TextParagraph(()), look)


def plain(words: str) -> TextParagraph:
    """Give a paragraph of one run without properties of its own."""
    return TextParagraph((TextRun(words),))
