"""A planned deck set again in the layouts an organisation's template has.

The planner has written the story for our layouts. Where the template has them (our own export),
slides stay as they are. Elsewhere the same words become lists, tables, charts, pictures and
diagrams in the template's own placeholders, measured in its geometry and type sizes. Type is never
set below the house's minimum for the slide's height; what does not fit goes on to a further slide.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casepress.deck.fit.fitter import LIMIT, PASS, Fitter
from casepress.deck.model import (
    ChartFill,
    Deck,
    Diagram,
    Emblem,
    Fill,
    PictureFill,
    Slide,
    TableFill,
    TextFill,
    TextParagraph,
    TextRun,
)
from casepress.deck.plan import DOES_NOT_FIT
from casepress.deck.recast.pages import Continuations, renumbered
from casepress.deck.recast.shapes import recast_diagram, recast_picture, recast_tables
from casepress.deck.recast.words import APART, Group, columns, group_of, joined, lines_of, words
from casepress.diagnostics import CasepressError, Diagnostic, ExitCode, Severity
from casepress.fonts.library import FontLibrary
from casepress.frozen import replace
from casepress.theme.deck import DeckTokens, PlaceholderToken

WIDTH_IN, HEIGHT_IN = 13.333333, 7.5
"""Height of our slides: minimum sizes scale with the height of the template's."""
_TITLE_LEAST, _LIST_LEAST, _COVER_LEAST = 24.0, (20.0, 18.0), (16.0, 16.0)
_SAFE, _FOOTER_SAFE = 0.96, 0.8
"""Share of a line that one-line words may take: a viewer's font may be a little wider."""
_STEPS = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
_ADDED = "编写者设计"


def recast_deck(
    deck: Deck,
    planned: DeckTokens,
    tokens: DeckTokens,
    targets: Mapping[str, str],
    fonts: FontLibrary,
) -> Deck:
    """Set *deck*, planned with *planned*, in the layouts of *tokens*.

    Args:
        deck: the planned deck.
        planned: the tokens it was planned with.
        tokens: the template's layouts, by the keys of *targets*' values.
        targets: our layout → the template's; a layout that maps to itself and has all our
            placeholders is left as it is.
        fonts: stand in for the viewer's when lines are counted.

    Raises:
        CasepressError: a text fits no layout of the template, CP0801.
    """
    work = _Recast(planned, tokens, targets, Fitter(tokens, fonts))
    made = [work.slide(slide, deck.footer) for slide in deck.slides]
    if work.problems:
        raise CasepressError(work.problems, ExitCode.DOES_NOT_FIT)
    return replace(deck, slides=renumbered(made), footer="")


class _Recast:
    """The template's frames, and what did not fit them."""

    def __init__(
        self,
        planned: DeckTokens,
        tokens: DeckTokens,
        targets: Mapping[str, str],
        fitter: Fitter,
    ) -> None:
        self.planned, self.tokens, self.targets, self.fitter = planned, tokens, targets, fitter
        self.scale = tokens.height_in / HEIGHT_IN
        self.continuations = Continuations()
        self.problems: list[Diagnostic] = []

    def slide(self, slide: Slide, footer: str) -> list[Slide]:
        """Set one slide; several where it goes on."""
        target = self.targets[slide.layout]
        ours = {p.idx for p in self.planned.placeholders(slide.layout)}
        theirs = {p.idx: p.role for p in self.tokens.placeholders(target)}
        if target == slide.layout and ours <= set(theirs):
            self.continuations.title(slide.title, again=False)
            return [self._kept(slide, footer)]
        pages = self._pages(slide, target)
        made = [self._framed(slide, n, page, footer) for n, page in enumerate(pages)]
        return made or [self._framed(slide, 0, (target, (), ()), footer)]

    def _kept(self, slide: Slide, footer: str) -> Slide:
        """A slide whose layout the template has; its footer is its own, as on all others."""
        frames = self.tokens.placeholders(slide.layout)
        frame = next((p for p in frames if p.role == "footer"), None)
        if frame is None or not footer or any(f.idx == frame.idx for f in slide.fills):
            return slide
        own = TextFill(frame.idx, (TextParagraph((TextRun(footer),)),))
        return replace(slide, fills=(*slide.fills, own))

    def _pages(self, slide: Slide, target: str) -> list[_Page]:
        found = columns(self.planned, slide.layout, slide.fills)
        if target == "cover" and slide.layout.startswith("cover"):
            return self._cover(slide, found)
        if slide.layout == "divider":
            return self._text(target, [self._divider(found)], ())
        if slide.diagrams:
            return self._diagrams(slide, target)
        tables = [o for column in found for o in column.values() if isinstance(o, TableFill)]
        if tables:
            return self._tables(target, tables[0])
        shown: list[_Page] = []
        rest: list[Group] = []
        texts = [group_of(column) for column in found]
        seen = [_visual(column) for column in found]
        if sum(one is not None for one in seen) == 1:
            texts, seen = _gathered(texts, seen)
        for one, group in zip(seen, texts, strict=True):
            if one is not None:
                shown += self._beside(slide, target, one, [group] if group else [])
            elif group:
                rest.append(group)
        return shown + (self._text(target, rest, ()) if rest else [])

    def _cover(self, slide: Slide, found: Sequence[Mapping[str, Fill]]) -> list[_Page]:
        every = {role: one for column in found for role, one in column.items()}
        order = ("subtitle", "kind", "contributor", "date")
        group = tuple(line for role in order for line in lines_of(every.get(role)))
        pages: list[_Page] = [("cover", (), ())]
        if group:
            pages = self._text("cover", [group], ())
        picture = every.get("picture")
        if isinstance(picture, PictureFill):
            pages += self._beside(slide, self.targets["picture_text"], picture, [])
        return pages

    def _divider(self, found: Sequence[Mapping[str, Fill]]) -> Group:
        """The question and the minutes, with the number of the part in words."""
        every: dict[str, str] = {}
        for column in found:
            for role, one in column.items():
                every.setdefault(role, "".join(words(p) for p in lines_of(one)))
        number = every.get("number", "").lstrip("0")
        time = every.get("minutes", "")
        second = f"第{number}部分" + (f"，{time.removeprefix('本部分')}" if time else "")
        texts = [every.get("question", ""), second if number else time]
        return tuple(TextParagraph((TextRun(t),)) for t in texts if t)

    def _diagrams(self, slide: Slide, target: str) -> list[_Page]:
        frame = self._body("content", 0)
        pages: list[_Page] = []
        for one in slide.diagrams:
            drawn = recast_diagram(one, frame.box, self.fitter, self.scale)
            if drawn is not None:
                pages.append((target, (), (drawn,)))
            else:
                groups = [
                    tuple(p for p in lines_of(TextFill(0, node.paragraphs))) for node in one.nodes
                ]
                told = [g for g in groups if g and not words(g[0]).isdigit()]
                pages += self._text("content", told, ())
        return pages

    def _tables(self, target: str, table: TableFill) -> list[_Page]:
        frame = self._body(target, 0)
        pages = recast_tables(table, target, frame, self.fitter, self.scale)
        if not pages:
            self._too_long(target, table.alt)
        return [(target, (one,), ()) for one in pages]

    def _beside(
        self, slide: Slide, target: str, one: ChartFill | PictureFill, groups: Sequence[Group]
    ) -> list[_Page]:
        """A chart or picture, its words beside it where the template has a second column."""
        frames = [p for p in self.tokens.placeholders(target) if p.role not in APART]
        texts = [p for p in frames if p.type != "picture"]
        pictures = [p for p in frames if p.type == "picture"]
        frame = pictures[0] if pictures and isinstance(one, PictureFill) else texts[0]
        placed: Fill = replace(one, idx=frame.idx)
        if isinstance(one, PictureFill):
            placed = recast_picture(one, slide, frame, self.planned)
        room = [p for p in texts if p is not frame]
        if groups and room:
            pages = self._text(target, groups, (placed,), room[-1])
            return [pages[0], *((t, tuple(f for f in fills if f is not placed), d)
                                for t, fills, d in pages[1:])]  # fmt: skip
        return [(target, (placed,), ()), *(self._text("content", groups, ()) if groups else [])]

    def _body(self, layout: str, place: int) -> PlaceholderToken:
        return [p for p in self.tokens.placeholders(layout) if p.role not in APART][place]

    def _text(
        self,
        target: str,
        groups: Sequence[Group],
        more: tuple[Fill, ...],
        frame: PlaceholderToken | None = None,
    ) -> list[_Page]:
        """Set items as a list: as few slides as at the house's sizes, in the largest type then."""
        frame = frame or self._body(target, 0)
        sizes = self._sizes(frame, target)
        most = 1 if target in ("cover", "divider") else _units(groups)
        for count in range(1, most + 1):
            pages = _split(groups, count)
            for limit, tried in ((PASS, sizes), (LIMIT, sizes[-1:])):
                for size in tried:
                    fills = [self._fill(frame, page, size) for page in pages]
                    if all(self.fitter.fill(target, f).ratio <= limit for f in fills):
                        return [(target, (*more, self._mended(target, f)), ()) for f in fills]
        fills = [self._fill(frame, page, sizes[-1]) for page in _split(groups, most)]
        for worst in (f for f in fills if self.fitter.fill(target, f).ratio > LIMIT):
            self._too_long(target, next((p.source for p in worst.paragraphs if p.source), ""))
        return [(target, (*more, f), ()) for f in fills]

    def _mended(self, target: str, fill: TextFill) -> TextFill:
        """Break lines at phrases where a viewer would leave one character alone."""
        for n, paragraph in enumerate(fill.paragraphs):
            better = self.fitter.mended(target, fill.idx, paragraph)
            every = (*fill.paragraphs[:n], better, *fill.paragraphs[n + 1 :])
            if self.fitter.fill(target, replace(fill, paragraphs=every)).ratio <= PASS:
                fill = replace(fill, paragraphs=every)
        return fill

    def _sizes(self, frame: PlaceholderToken, target: str) -> list[tuple[float, float]]:
        """Sizes of both levels to try, the template's own first, never below the minimum."""
        least = _COVER_LEAST if target in ("cover", "divider") else _LIST_LEAST
        own = [level.size for level in (frame.levels * 2)[:2]]
        low = [min(o, part * self.scale) for o, part in zip(own, least, strict=True)]
        sizes = [tuple(max(o * s, m) for o, m in zip(own, low, strict=True)) for s in _STEPS]
        return [(a, min(b, a)) for a, b in dict.fromkeys(sizes)]

    def _fill(
        self, frame: PlaceholderToken, page: Sequence[Group], size: tuple[float, float]
    ) -> TextFill:
        """Fill a frame; a size is written only where it is not the frame's own."""
        paragraphs = []
        for paragraph in (p for group in page for p in group):
            level = min(paragraph.level, len(frame.levels) - 1, 1)
            own = frame.levels[level].size
            pt = None if abs(size[level] - own) < 0.05 else round(size[level], 1)
            runs = tuple(replace(r, size_pt=pt, colour=None, bold=None) for r in paragraph.runs)
            paragraphs.append(replace(paragraph, runs=runs, level=level))
        return TextFill(frame.idx, tuple(paragraphs))

    def _framed(self, slide: Slide, number: int, page: _Page, footer: str) -> Slide:
        """A slide with title, footer and notes around its content."""
        target, fills, diagrams = page
        first = number == 0
        title = self.continuations.title(slide.title, again=not first)
        heading = self._title(slide, title, target, first)
        notes = slide.notes if first else _CONTINUED
        if first and slide.source and not _stands_in(slide.source, notes):
            notes = (*notes, f"【资料来源】{slide.source.removeprefix('资料来源：')}")
        return replace(
            slide,
            key=slide.key if first else f"{slide.key}-c{number + 1}",
            layout=target,
            title=title,
            fills=(heading, *fills, *self._footer(slide, target, footer)),
            notes=notes,
            diagrams=diagrams,
            progress=None,
            minutes=slide.minutes if first else 0.0,
            emblems=self._codes(slide) if first else (),
            source="",
        )

    def _codes(self, slide: Slide) -> tuple[Emblem, ...]:
        """The QR codes, at their place on a slide of this size; a template has its own mark."""
        across, down = self.tokens.width_in / WIDTH_IN, self.scale
        least = min(across, down)
        return tuple(
            replace(e, box=(e.box[0] * across, e.box[1] * down, e.box[2] * least, e.box[3] * least))
            for e in slide.emblems
            if e.code is not None
        )

    def _title(self, slide: Slide, title: str, target: str, first: bool) -> TextFill:
        """The title in the template's size, smaller only if it does not fit, never below 24 pt."""
        area = self.fitter.area(target, 0)
        own = area.levels[0].size
        given = next((f for f in slide.fills if f.idx == 0 and isinstance(f, TextFill)), None)
        broken = "".join(r.text for r in given.paragraphs[0].runs) if given and first else ""
        least = min(own, _TITLE_LEAST * self.scale)
        for step in _STEPS:
            size = max(own * step, least)
            options = [broken] if "\v" in broken else []
            safe = replace(area, width=area.width * _SAFE)
            options.append(self.fitter.broken(joined(title), size, safe.width))
            for text in options:
                pt = None if size == own else round(size, 1)
                fill = TextFill(0, (TextParagraph((TextRun(text, size_pt=pt),)),))
                fitted = self.fitter.text(safe, fill.paragraphs)
                whole = len(fitted.lines) <= text.count("\v") + 1
                if fitted.ratio <= LIMIT and (whole or text is options[-1]):
                    return fill
        self._too_long(target, title)
        return TextFill(0, (TextParagraph((TextRun(title, size_pt=least),)),))

    def _footer(self, slide: Slide, target: str, footer: str) -> list[TextFill]:
        """The source line if the footer's place holds it, else the mark of added matter, a name."""
        frame = next((p for p in self.tokens.placeholders(target) if p.role == "footer"), None)
        if frame is None or target in ("cover", "divider") or slide.layout in ("cover", "divider"):
            return []
        label = "".join(words(p) for f in slide.fills if f.idx == 60 for p in lines_of(f))
        mark = _ADDED if _ADDED in slide.source + label else ""
        for text in (slide.source, mark, footer):
            fill = TextFill(frame.idx, (TextParagraph((TextRun(text),)),))
            area = self.fitter.area(target, frame.idx)
            fitted = self.fitter.text(
                replace(area, width=area.width * _FOOTER_SAFE), fill.paragraphs
            )
            if text and len(fitted.lines) == 1 and fitted.ratio <= LIMIT:
                return [fill]
        return []

    def _too_long(self, layout: str, path: str) -> None:
        params = {"path": path, "layout": layout, "percent": 101}
        self.problems.append(Diagnostic(DOES_NOT_FIT, Severity.ERROR, None, params))


_Page = tuple[str, tuple[Fill, ...], tuple[Diagram, ...]]
"""Layout, fills and diagrams of one slide."""
_CONTINUED = ("【用时】已计入上一页", "【讲解要点】\n1. 接上一页；讲解要点和原文见上一页备注。")


def _visual(column: Mapping[str, Fill]) -> ChartFill | PictureFill | None:
    return next((o for o in column.values() if isinstance(o, ChartFill | PictureFill)), None)


def _gathered(
    texts: list[Group], seen: list[ChartFill | PictureFill | None]
) -> tuple[list[Group], list[ChartFill | PictureFill | None]]:
    """Beside a single picture or chart stand all words of its slide."""
    return [tuple(p for group in texts for p in group)], [next(o for o in seen if o is not None)]


def _stands_in(source: str, notes: Sequence[str]) -> bool:
    return any(source in block for block in notes)


def _units(groups: Sequence[Group]) -> int:
    """Return on how many slides items may be spread: one per item, or per line of a single one."""
    return len(groups) if len(groups) > 1 else max(1, len(groups[0]) if groups else 1)


def _split(groups: Sequence[Group], count: int) -> list[Sequence[Group]]:
    """Spread items over *count* slides; the lines of a single item part if they must."""
    from casepress.deck.fit.paging import paged

    if len(groups) == 1 and count > 1:
        groups = [(line,) for line in groups[0]]
    return list(paged(groups, -(-len(groups) // count)))
