"""One deck for many cases: a cover, a menu, then the deck of every case, with ways back.

The decks are planned one by one as if alone and put behind each other: keys, links and the pages
that notes and tables name are moved, so that nothing of two cases collides. Menu and back links are
the editors' own words and no part of any case.
"""

from __future__ import annotations

from collections.abc import Sequence

from casepress.case.collection import Collection
from casepress.deck.draft import cell, fill
from casepress.deck.fit.fitter import LIMIT, Fitter
from casepress.deck.fit.paging import paged
from casepress.deck.forms.tables import row_heights_to_fill
from casepress.deck.model import (
    Cell,
    Deck,
    Fill,
    Slide,
    TableFill,
    TextFill,
    TextParagraph,
    TextRun,
)
from casepress.deck.recast.pages import moved
from casepress.deck.words.chinese import plain_title
from casepress.deck.words.labels import shown_date
from casepress.fonts.library import FontLibrary
from casepress.frozen import dataclass, replace
from casepress.theme.model import Theme

MOST_ROWS = 9
"""Cases on one menu slide; more would be too small to hit."""
WIDTHS = (0.9, 6.4, 3.4, 1.133)
MENU, BACK = "总目录", "返回总目录"
LABEL = 60
NOTE = "【用时】约1分钟"


@dataclass(frozen=True, slots=True)
class Entry:
    """A case on the menu: its title on one line, whose it is, and its deck."""

    title: str
    organisation: str
    deck: Deck


def join_decks(
    collection: Collection, entries: Sequence[Entry], theme: Theme, fonts: FontLibrary
) -> Deck:
    """Put the decks of cases behind a cover and a menu.

    Args:
        collection: title and names for the cover.
        entries: the cases in order.
        theme: its deck tokens give the frames that words have to fit.
        fonts: stand in for the viewer's fonts when lines are counted.
    """
    fitter = Fitter(theme.deck, fonts)
    pages = _menu_pages(fitter, entries)
    slides: list[Slide] = [_cover(fitter, collection)]
    slides += [_menu(fitter, entries, page, n, len(pages)) for n, page in enumerate(pages)]
    titles = {slide.title for slide in slides}
    menu_of = {case: menu_key(n) for n, page in enumerate(pages) for case in page}
    for number, entry in enumerate(entries):
        own = _case_slides(fitter, entry, number, menu_of[number])
        own = [_with_own_title(fitter, slide, number, titles) for slide in own]
        titles |= {slide.title for slide in own}
        slides += moved(own, len(slides))
    return Deck(
        tuple(slides),
        plain_title(collection.title),
        author=collection.organisation or "，".join(collection.editors),
        subject=collection.subtitle or collection.kind,
        keywords=collection.keywords,
        date=collection.date,
        footer=plain_title(collection.title),
        notices=tuple(dict.fromkeys(one for entry in entries for one in entry.deck.notices)),
    )


def menu_key(page: int) -> str:
    """Return the key of a menu slide, counted from 0."""
    return f"menu-{page + 1}"


def case_key(number: int, key: str) -> str:
    """Return the key of a slide of a case, counted from 0."""
    return f"case{number + 1}-{key}"


# -- cover and menu --------------------------------------------------------------------------


def _cover(fitter: Fitter, book: Collection) -> Slide:
    title = plain_title(book.title)
    lines = fitter.display("cover", 0, title)
    wanted = (
        (LABEL, f"{book.kind}｜培训课件" if "课件" not in book.kind else book.kind),
        (1, book.subtitle),
        (13, f"编印：{book.organisation}" if book.organisation else ""),
        (14, shown_date(book.date)),
    )
    fills: list[Fill] = [TextFill(0, (TextParagraph((TextRun(lines),), 0, "title"),))]
    fills += [
        one
        for idx, words in wanted
        if words and len(fitter.fill("cover", one := fill(idx, words)).lines) == 1
    ]
    notes = (NOTE, f"【讲解要点】\n1. 本课件收入《{title}》的全部案例，从总目录进入。")
    return Slide("cover", "cover", title, MENU, tuple(fills), notes)


def _menu_pages(fitter: Fitter, entries: Sequence[Entry]) -> tuple[Sequence[int], ...]:
    """Return the cases of every menu slide, evenly, as many as fit."""
    for most in range(MOST_ROWS, 0, -1):
        pages = paged(range(len(entries)), most)
        if all(fitter.table("agenda", _rows(entries, page)).ratio <= LIMIT for page in pages):
            break
    return pages


def _rows(entries: Sequence[Entry], page: Sequence[int]) -> TableFill:
    rows = tuple(_row(entries[k], k) for k in page)
    listed = "；".join(f"{k + 1} {entries[k].title}" for k in page)
    return TableFill(13, rows, WIDTHS, False, "reading", f"总目录：{listed}。")


def _row(entry: Entry, number: int) -> tuple[Cell, ...]:
    target = case_key(number, entry.deck.slides[0].key)
    return (
        cell(str(number + 1), bold=True, colour="accent1", size_pt=18),
        cell(entry.title, bold=True, colour="hlink", size_pt=18, link=target, source="title"),
        cell(entry.organisation, size_pt=18),
        cell(f"{len(entry.deck.slides)}张", size_pt=18, colour="accent4", right=True),
    )


def _menu(
    fitter: Fitter, entries: Sequence[Entry], page: Sequence[int], number: int, count: int
) -> Slide:
    table = fitter.mended_table("agenda", _rows(entries, page))
    table = row_heights_to_fill(fitter, "agenda", table)
    first, last = page[0] + 1, page[-1] + 1
    span = f"第{first}个" if first == last else f"第{first}至{last}个"
    title = f"{MENU}：{len(entries)}个案例，点标题进入"
    if count > 1:
        title = f"{MENU}：{len(entries)}个案例中的{span}"
    notes = (
        NOTE,
        "【讲解要点】\n1. 点案例标题，进入该案例。\n2. 每个案例的开头和结尾有“返回总目录”。",
    )
    label = fill(LABEL, f"{MENU}｜编写者设计")
    return Slide(menu_key(number), "agenda", title, MENU, (label, table), notes)


# -- cases -----------------------------------------------------------------------------------


def _case_slides(fitter: Fitter, entry: Entry, number: int, menu: str) -> list[Slide]:
    """Return the slides of a case under keys of its own, with ways back at begin and end."""
    deck = entry.deck
    section = f"{number + 1}　{entry.title}"
    slides = [_renamed(slide, number) for slide in deck.slides]
    slides = [replace(slide, section=section) for slide in slides]
    slides = [_with_footer(fitter, slide, deck.footer) for slide in slides]
    light = [n for n, slide in enumerate(slides) if _has_label(fitter, slide)]
    for place in {light[0], light[-1]} if light else ():
        slides[place] = _with_back(fitter, slides[place], menu)
    return slides


def _has_label(fitter: Fitter, slide: Slide) -> bool:
    """Whether a slide has the small label over its title, on light ground, where links show."""
    roles = {p.idx: p.role for p in fitter.tokens.placeholders(slide.layout)}
    return roles.get(LABEL) == "label"


def _with_own_title(fitter: Fitter, slide: Slide, number: int, taken: set[str]) -> Slide:
    """Tell a title that another case has too apart by the number of its case."""
    if slide.title not in taken:
        return slide
    for mark in (f"（案例{number + 1}）", f"（{number + 1}）"):
        title = slide.title + mark
        fills = [_marked(one, mark) for one in slide.fills]
        shown = next((one for one in fills if isinstance(one, TextFill) and one.idx == 0), None)
        fitted = fitter.fill(slide.layout, shown) if shown else fitter.title(slide.layout, title)
        if fitted.ratio <= LIMIT:
            break
    return replace(slide, title=title, fills=tuple(fills))


def _marked(one: Fill, mark: str) -> Fill:
    """Return the fill of a title with *mark* behind its words; other fills as they are."""
    if not isinstance(one, TextFill) or one.idx != 0:
        return one
    last = one.paragraphs[-1]
    ending = replace(last.runs[-1], text=last.runs[-1].text + mark)
    return replace(
        one,
        paragraphs=(*one.paragraphs[:-1], replace(last, runs=(*last.runs[:-1], ending))),
    )


def _renamed(slide: Slide, number: int) -> Slide:
    """Give a slide and its links the keys of its case."""
    fills = tuple(_renamed_fill(one, number) for one in slide.fills)
    return replace(slide, key=case_key(number, slide.key), fills=fills)


def _renamed_fill(one: Fill, number: int) -> Fill:
    if isinstance(one, TextFill):
        return replace(one, paragraphs=_renamed_words(one.paragraphs, number))
    if isinstance(one, TableFill):
        rows = tuple(
            tuple(replace(c, paragraphs=_renamed_words(c.paragraphs, number)) for c in row)
            for row in one.rows
        )
        return replace(one, rows=rows)
    return one


def _renamed_words(paragraphs: tuple[TextParagraph, ...], number: int) -> tuple[TextParagraph, ...]:
    if not any(run.link for paragraph in paragraphs for run in paragraph.runs):
        return paragraphs
    return tuple(
        replace(
            paragraph,
            runs=tuple(
                replace(run, link=case_key(number, run.link)) if run.link else run
                for run in paragraph.runs
            ),
        )
        for paragraph in paragraphs
    )


def _with_footer(fitter: Fitter, slide: Slide, words: str) -> Slide:
    """Let the foot of a slide name its case instead of the collection."""
    token = next((p for p in fitter.tokens.placeholders(slide.layout) if p.role == "footer"), None)
    if token is None or not words or any(one.idx == token.idx for one in slide.fills):
        return slide
    return replace(slide, fills=(*slide.fills, fill(token.idx, words)))


def _with_back(fitter: Fitter, slide: Slide, menu: str) -> Slide:
    """Add a link to the menu behind the label; instead of it where there is no room for both."""
    fills = list(slide.fills)
    at = next((k for k, one in enumerate(fills) if one.idx == LABEL), None)
    link = TextRun(BACK, link=menu)
    alone = TextFill(LABEL, (TextParagraph((link,)),))
    if at is None:
        return replace(slide, fills=(*fills, alone))
    given = fills[at]
    if not isinstance(given, TextFill) or not given.paragraphs:
        return slide
    first = given.paragraphs[0]
    both = replace(first, runs=(*first.runs, TextRun("　｜　"), link))
    joined = TextFill(LABEL, (both, *given.paragraphs[1:]))
    fits = len(fitter.fill(slide.layout, joined).lines) == len(given.paragraphs)
    fills[at] = joined if fits else alone
    return replace(slide, fills=tuple(fills))
