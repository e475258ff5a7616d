"""Fit: how much of its frame a text takes, counted the way viewers break lines.

A ratio up to 0.92 passes, up to 1 warns, above it something has to be done (SPEC §7). Heights are
counted with the pessimistic line height of the theme, so what passes here does not overflow with
any viewer's font. Pictures of slides prove nothing: viewers shrink text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from casepress.deck.draft import Draft, figure_para, in_size
from casepress.deck.fit.advances import Advances
from casepress.deck.fit.breaks import bad_breaks, balanced_lines, break_cost
from casepress.deck.fit.frames import Area, FrameFit, area_of, level_of
from casepress.deck.fit.paragraphs import ParagraphFit, paragraph_fit
from casepress.deck.fit.wide_digits import widest
from casepress.deck.model import (
    CELL_MARGIN_IN,
    Cell,
    Node,
    TableFill,
    TextFill,
    TextParagraph,
    TextRun,
)
from casepress.deck.words.figures import Fact
from casepress.fonts.library import FontLibrary
from casepress.frozen import replace
from casepress.theme.deck import DeckTokens
from casepress.typeset import Ruler
from casepress.typeset.greedy import AUTOSPACE_EM
from casepress.typeset.model import TextStyle
from casepress.units import POINTS_PER_INCH

PASS, LIMIT = 0.92, 1.0
FAMILY = "sans"
"""The face that stands in for the viewer's: its Latin is wider than 微软雅黑's."""
_CELL_PADDING_IN = 0.1
_NODE_INSET_IN = 0.1
_FIGURE_SIZES = (88.0, 80.0, 72.0, 64.0, 56.0, 48.0, 42.0, 36.0)
"""Sizes of figures, largest first (SPEC §2)."""
_MENDED_LINES = 4
"""Longest paragraph whose breaks the planner sets itself."""
_WORTH = 10.0
"""By how much cheaper the planner's breaks must be to replace breaks of a viewer that will do."""
_FACE = TextStyle(FAMILY, 700, 18.0, 18.0, "ink")
_NO_RUN = TextRun("")


_Runs = tuple[tuple[str, float], ...]
_Key = tuple[str, float, float] | tuple[_Runs, float]
"""Text and size, or runs of both, and the width of their frame."""


class Fitter:
    """Measures texts in the frames of one theme."""

    def __init__(self, tokens: DeckTokens, fonts: FontLibrary) -> None:
        """Remember the theme's frames and the fonts that stand in for the viewer's."""
        self.tokens = tokens
        self.fonts = fonts
        self._areas: dict[tuple[str, int], Area] = tokens.kept.setdefault(("areas",), {})
        self._advances = Advances(fonts.face(FAMILY, 700))
        self._broken: dict[tuple[str, float, float, int], str] = {}
        self._better: dict[tuple[str, float, float, int], str] = {}
        self._ruler = Ruler(_FACE, fonts)
        self._lines: dict[_Key, tuple[str, ...]] = {}
        self._paragraphs: dict[_Key, ParagraphFit] = {}

    def area(self, layout: str, idx: int) -> Area:
        """Return the text area of a placeholder, insets taken off; KeyError if there is none."""
        area = self._areas.get((layout, idx))
        if area is None:
            found = [p for p in self.tokens.placeholders(layout) if p.idx == idx]
            if not found:
                raise KeyError(f"{layout}: no placeholder {idx}")
            area = self._areas[layout, idx] = area_of(found[0])
        return area

    def lines(self, runs: Sequence[tuple[str, float]], width: float) -> tuple[str, ...]:
        """Break runs of (text, size) into the lines a viewer makes of them."""
        key = (*runs[0], width) if len(runs) == 1 else (tuple(runs), width)
        found = self._lines.get(key)
        if found is None:
            found = self._lines[key] = self._ruler.lines(runs, width)
        return found

    def _paragraph(self, paragraph: TextParagraph, own: float, width: float) -> ParagraphFit:
        """Measure a paragraph in its placeholder's *own* size; the same one is asked for often."""
        runs = paragraph.runs or (_NO_RUN,)
        key: _Key
        if len(runs) == 1:
            key = (runs[0].text, runs[0].size_pt or own, width)
        else:
            key = (tuple([(run.text, run.size_pt or own) for run in runs]), width)
        found = self._paragraphs.get(key)
        if found is None:
            sized = [(run.text, run.size_pt or own) for run in runs]
            found = self._paragraphs[key] = paragraph_fit(self.lines(sized, width), sized)
        return found

    def text(self, area: Area, paragraphs: Sequence[TextParagraph]) -> FrameFit:
        """Measure paragraphs in an area."""
        height, widest, runt = 0.0, 0.0, False
        every: tuple[str, ...] = ()
        source = ""
        line_height, levels = self.tokens.line_height, area.levels
        for n, paragraph in enumerate(paragraphs):
            level = levels[min(paragraph.level, len(levels) - 1)] if paragraph.level else levels[0]
            width = area.width - level.hang_in * POINTS_PER_INCH
            lines, size, stray, overflow = self._paragraph(paragraph, level.size, width)
            height += len(lines) * size * line_height * level.line_percent / 100
            if n:
                height += level.before_pt
            runt = runt or stray
            if overflow > widest:
                widest = overflow
            every = every + lines if every else lines
            source = source or paragraph.source
        return FrameFit(max(height / area.height, widest), every, runt, source)

    def fill(self, layout: str, one: TextFill) -> FrameFit:
        """Measure a fill in the placeholder it is for."""
        return self.text(self.area(layout, one.idx), one.paragraphs)

    def cell(self, one: Cell, width_in: float, style: str, size: float) -> FrameFit:
        """Measure a table cell; its ratio is its height in inches."""
        left, right = CELL_MARGIN_IN[style]
        level = level_of(one.size_pt or size)
        area = Area((width_in - left - right) * POINTS_PER_INCH, POINTS_PER_INCH, (level,))
        fitted = self.text(area, one.paragraphs)
        return FrameFit(fitted.ratio + _CELL_PADDING_IN, fitted.lines, fitted.runt, fitted.source)

    def row_heights(self, layout: str, table: TableFill) -> tuple[float, ...]:
        """Return the least height of every row of a table in inches."""
        levels = self.area(layout, table.idx).levels
        heights = []
        for n, row in enumerate(table.rows):
            level = levels[1] if table.header and n == 0 and len(levels) > 1 else levels[0]
            heights.append(
                max(
                    self.cell(one, width, table.style, level.size).ratio
                    for one, width in zip(row, table.widths_in, strict=True)
                )
            )
        return tuple(heights)

    def table(self, layout: str, table: TableFill) -> FrameFit:
        """Measure the least height of a table against its frame (rows may be given more)."""
        needed = self.row_heights(layout, table)
        height = self.area(layout, table.idx).height / POINTS_PER_INCH
        source = next(
            (p.source for r in table.rows for c in r for p in c.paragraphs if p.source), ""
        )
        return FrameFit(sum(needed) / height, (), False, source)

    def node(self, node: Node) -> FrameFit:
        """Measure the words of a diagram's box."""
        inset = 0.0 if node.fill is None and node.line is None else _NODE_INSET_IN
        width = (node.box[2] - 2 * inset) * POINTS_PER_INCH
        levels = (level_of(node.size_pt, node.bold), level_of(node.sub_size_pt))
        area = Area(width, node.box[3] * POINTS_PER_INCH, levels)
        return self.text(area, node.paragraphs)

    def frames(self, draft: Draft) -> Iterable[tuple[str, FrameFit]]:
        """Yield every frame of a slide that holds words, with its name.

        A title set in a size of its own is among the fills.
        """
        if not any(isinstance(one, TextFill) and one.idx == 0 for one in draft.fills):
            words = draft.title_lines or draft.title
            yield "title", self.title(draft.layout, words, draft.title_source)
        for one in draft.fills:
            if isinstance(one, TextFill):
                yield str(one.idx), self.fill(draft.layout, one)
            elif isinstance(one, TableFill):
                yield str(one.idx), self.table(draft.layout, one)
        for diagram in draft.diagrams:
            for node in diagram.nodes:
                if node.paragraphs:
                    yield node.key, self.node(node)

    def title(self, layout: str, title: str, source: str = "") -> FrameFit:
        """Measure a title in its placeholder."""
        paragraph = TextParagraph((TextRun(title),), 0, source)
        return self.fill(layout, TextFill(0, (paragraph,)))

    def worst(self, drafts: Iterable[Draft]) -> tuple[float, str]:
        """Return the highest ratio on some slides and where its words come from."""
        found = [(fit.ratio, fit.source) for draft in drafts for _, fit in self.frames(draft)]
        return max(found, default=(0.0, ""))

    def first(
        self, layout: str, idx: int, options: Iterable[Sequence[TextParagraph]]
    ) -> tuple[TextParagraph, ...] | None:
        """Return the first of several texts that fits a placeholder.

        One that passes without a runt wins over one that passes, over one that only just fits.
        """
        area = self.area(layout, idx)
        passing: tuple[TextParagraph, ...] | None = None
        tight: tuple[TextParagraph, ...] | None = None
        for option in options:
            fitted = self.text(area, option)
            if fitted.ratio <= PASS and not fitted.runt:
                return tuple(option)
            if fitted.ratio <= PASS:
                passing = passing or tuple(option)
            elif fitted.ratio <= LIMIT:
                tight = tight or tuple(option)
        return passing or tight

    def most(
        self, layout: str, idx: int, paragraphs: Sequence[TextParagraph]
    ) -> tuple[TextParagraph, ...] | None:
        """Return as many of the first paragraphs as a placeholder holds; None if not even one."""
        area = self.area(layout, idx)
        most = min(len(paragraphs), self.most_lines(layout, idx, paragraphs))
        for limit in (PASS, LIMIT):
            for count in range(most, 0, -1):
                if self.text(area, paragraphs[:count]).ratio <= limit:
                    return tuple(paragraphs[:count])
        return None

    def most_lines(self, layout: str, idx: int, paragraphs: Iterable[TextParagraph]) -> int:
        """Return more lines than fit a placeholder in the smallest size of some paragraphs."""
        area = self.area(layout, idx)
        own = min(level.size * level.line_percent / 100 for level in area.levels)
        sizes = (run.size_pt or own for p in paragraphs for run in p.runs)
        return int(area.height / (min(sizes, default=own) * self.tokens.line_height)) + 1

    def figure(
        self, layout: str, idx: int, fact: Fact, unit_pt: float, most: float | None = None
    ) -> TextParagraph | None:
        """Return a figure with its unit on one line, in the largest size of the scale that fits.

        None if it is too wide in the smallest; *most*: a size it must not exceed.
        """
        own = self.area(layout, idx).levels[0].size
        whole = figure_para(fact, unit_pt)
        for size in (None, *(s for s in _FIGURE_SIZES if s < own)):
            if most is not None and (size or own) > most:
                continue
            shown = in_size(whole, size)
            fitted = self.fill(layout, TextFill(idx, (shown,)))
            if fitted.ratio <= PASS and self.on_one_line(layout, idx, shown):
                return shown
        return None

    def on_one_line(self, layout: str, idx: int, figure: TextParagraph) -> bool:
        """Whether a figure stays on one line, with the digits of the widest face too."""
        area = self.area(layout, idx)
        own = area.levels[min(figure.level, len(area.levels) - 1)].size
        wide = widest([(run.text, run.size_pt or own) for run in figure.runs], AUTOSPACE_EM)
        return wide <= area.width and len(self.fill(layout, TextFill(idx, (figure,))).lines) == 1

    def figures(
        self, layout: str, first: int, facts: Sequence[Fact], unit_pt: float
    ) -> list[TextFill] | None:
        """Return a row of figures in placeholders from *first* on; None if one is too wide.

        All stand in one size, the largest of the scale that holds the widest of them.
        """
        sizes = [self.figure_size(layout, first + n, f, unit_pt) for n, f in enumerate(facts)]
        if None in sizes:
            return None
        most = min((size for size in sizes if size is not None), default=None)
        shown = [self.figure(layout, first + n, f, unit_pt, most) for n, f in enumerate(facts)]
        return [TextFill(first + n, (p,)) for n, p in enumerate(shown) if p is not None]

    def figure_size(self, layout: str, idx: int, fact: Fact, unit_pt: float) -> float | None:
        """Return the size :meth:`figure` sets the digits of a figure in."""
        shown = self.figure(layout, idx, fact, unit_pt)
        if shown is None:
            return None
        bare = figure_para(fact, unit_pt)
        pairs = zip(shown.runs, bare.runs, strict=True)
        own = next((run.size_pt for run, plain in pairs if plain.size_pt is None), None)
        return own or self.area(layout, idx).levels[0].size

    def broken(self, text: str, size_pt: float, width: float, spare: int = 1) -> str:
        """Break display words at phrases, with vertical tabs, if they need more than one line.

        *spare*: lines they may take beyond the fewest possible.
        """
        if "\v" in text or len(self.lines([(text, size_pt)], width)) < 2:
            return text
        key = (text, size_pt, width, spare)
        if key not in self._broken:
            widths = self._advances.widths(text)
            measure = min(width / size_pt, widths.of(0, len(text)) - 0.01)
            pieces = balanced_lines(text, widths, measure, spare) or (text,)
            joined = "\v".join(pieces)
            whole = self.lines([(joined, size_pt)], width) == pieces
            self._broken[key] = joined if whole else text
        return self._broken[key]

    def mended(
        self, layout: str, idx: int, paragraph: TextParagraph, spare: int = 1
    ) -> TextParagraph:
        """Return a paragraph with breaks set at phrases, if the viewer's own would show.

        Only paragraphs of one run; *spare*: lines it may take beyond what the viewer would make.
        """
        if len(paragraph.runs) != 1 or "\v" in paragraph.runs[0].text:
            return paragraph
        area = self.area(layout, idx)
        level = area.levels[min(paragraph.level, len(area.levels) - 1)]
        width = area.width - level.hang_in * POINTS_PER_INCH
        return self._mended(paragraph, level.size, width, spare)

    def mended_table(self, layout: str, table: TableFill) -> TableFill:
        """Return a table whose cells break at phrases, as long as its rows keep their lines."""
        levels = self.area(layout, table.idx).levels
        rows = []
        for n, row in enumerate(table.rows):
            look = levels[1] if table.header and n == 0 and len(levels) > 1 else levels[0]
            cells = []
            for one, width in zip(row, table.widths_in, strict=True):
                room = (width - sum(CELL_MARGIN_IN[table.style])) * POINTS_PER_INCH
                size = one.size_pt or look.size
                better = tuple([self._mended(p, size, room) for p in one.paragraphs])
                if better == one.paragraphs:
                    cells.append(one)
                    continue
                mended = replace(one, paragraphs=better)
                before = self.cell(one, width, table.style, look.size).ratio
                taller = self.cell(mended, width, table.style, look.size).ratio > before + 1e-9
                cells.append(one if taller else mended)
            rows.append(tuple(cells))
        return replace(table, rows=tuple(rows))

    def _mended(
        self, paragraph: TextParagraph, size_pt: float, width: float, spare: int = 1
    ) -> TextParagraph:
        """Break the one run of a paragraph at phrases if its own breaks would show.

        In as many lines as the viewer makes if that is better, in one more if it has to be.
        """
        if len(paragraph.runs) != 1 or "\v" in paragraph.runs[0].text:
            return paragraph
        run = paragraph.runs[0]
        key = (run.text, run.size_pt or size_pt, width, spare)
        if key not in self._better:
            self._better[key] = self._better_words(*key)
        words = self._better[key]
        return replace(paragraph, runs=(replace(run, text=words),)) if words else paragraph

    def _better_words(self, text: str, size: float, width: float, spare: int) -> str:
        """Return words with breaks at phrases, empty if those the viewer makes will do.

        Breaks that will do are looked at again only if they cost what better ones must save.
        """
        lines = self.lines([(text, size)], width)
        if len(lines) > _MENDED_LINES:
            return ""
        fine = not bad_breaks(lines)
        if fine and (len(lines) == 1 or break_cost(lines) < _WORTH):
            return ""
        for extra in range(1 if fine else spare + 1):
            words = self.broken(text, size, width, extra)
            own = tuple(words.split("\v"))
            if fine:
                better = len(own) == len(lines) and break_cost(lines) - break_cost(own) >= _WORTH
            else:
                better = not bad_breaks(own)
                better = better or (extra == spare and break_cost(own) < break_cost(lines))
            if better:
                return words
        return ""

    def width(self, text: str, size_pt: float) -> float:
        """Return the natural width of words on one line, in points."""
        return self._advances.widths(text).of(0, len(text)) * size_pt

    def display(self, layout: str, idx: int, text: str, level: int = 0) -> str:
        """Break display words for a placeholder at phrases."""
        area = self.area(layout, idx)
        look = area.levels[min(level, len(area.levels) - 1)]
        return self.broken(text, look.size, area.width)
