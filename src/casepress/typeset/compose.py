"""The composer: a paragraph and a measure in, set lines out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from casepress.fonts.library import FontLibrary
from casepress.typeset.breaker import (
    CAP_STRETCH_EM,
    Frame,
    Judge,
    Node,
    Shape,
    Tolerance,
    best_breaks,
    judge_justified,
    judge_ragged,
    lines_of,
    reach_justified,
)
from casepress.typeset.errors import LOOSE_LINE, NO_LEGAL_BREAK, SHORT_LAST_LINE, TOO_WIDE
from casepress.typeset.itemise import Source, hold_together, itemise, read_source, with_cuts
from casepress.typeset.items import Items
from casepress.typeset.justify import NATURAL, fit_line
from casepress.typeset.lines import build_line
from casepress.typeset.model import Composition, Line, Paragraph, ParagraphStyle, Run, TextStyle
from casepress.typeset.phrases import favour_phrases
from casepress.typeset.titles import compose_title

_CALM = Tolerance(0.06)
_TIGHT = Tolerance(0.06, squeeze=2.0)
_FULL = Tolerance(CAP_STRETCH_EM)
_URGENT = Tolerance(CAP_STRETCH_EM, squeeze=2.0)
_LOOSE = Tolerance(CAP_STRETCH_EM, squeeze=2.0, loose=True)
_FORCED = Tolerance(CAP_STRETCH_EM, squeeze=2.0, loose=True, too_wide=True)
_WIDE_EM = 20.0
_WIDE = (_CALM, _TIGHT, _FULL, _URGENT, _LOOSE)
_NARROW = (_CALM, _FULL, _URGENT, _LOOSE)
"""In a wide measure a tightly set mark shows less than a line that is loose all over."""


def compose(
    paragraph: Paragraph,
    measure_pt: float,
    fonts: FontLibrary,
    *,
    shape: Shape | None = None,
    lines: int = 0,
) -> Composition:
    """Break and justify a paragraph; the optimum over all its lines.

    Args:
        paragraph: styled runs. A newline in the text is a forced break.
        measure_pt: width of the frame in points.
        fonts: where faces and fallbacks come from.
        shape: line number (from 0) → (left, width) in points, for text around a picture; replaces
            the measure, and indents are then the caller's.
        lines: 1 or −1 asks for one line more or less than the optimum, for the page planner; if
            there is no acceptable way the optimum comes back.

    Raises:
        MissingGlyphError: characters that no font has; lists all of them.
    """
    if paragraph.style.phrase_breaks:
        return compose_title(paragraph, measure_pt, fonts)
    if lines:
        ways = alternatives(paragraph, measure_pt, fonts, shape=shape)
        optimum = next(iter(ways))
        return ways.get(optimum + lines, ways[optimum])
    source = read_source(paragraph.runs, fonts, paragraph.style.punctuation)
    setter = _Setter(source, paragraph.style, measure_pt, shape)
    return setter.compose()


def alternatives(
    paragraph: Paragraph, measure_pt: float, fonts: FontLibrary, *, shape: Shape | None = None
) -> dict[int, Composition]:
    """Return the optimum and the best ways to set the paragraph in one line more or fewer.

    Keys are line counts; the optimum is the first entry. Ways that stretch beyond 0.10 em, end in a
    runt or break a rule are not offered.
    """
    source = read_source(paragraph.runs, fonts, paragraph.style.punctuation)
    setter = _Setter(source, paragraph.style, measure_pt, shape)
    best = setter.compose()
    ways = {len(best.lines): best}
    if "\n" in source.text or not source.text or best.notices:
        return ways
    for count, composition in setter.by_line(len(best.lines)).items():
        ways.setdefault(count, composition)
    return ways


class _Setter:
    """One paragraph in one frame, with everything that stays the same for its lines."""

    def __init__(
        self, source: Source, style: ParagraphStyle, measure_pt: float, shape: Shape | None
    ) -> None:
        self.source, self.style, self.measure, self.shape = source, style, measure_pt, shape
        self.size = source.runs[0].style.size_pt if source.runs else 1.0
        self.indent = style.indent_em * self.size
        self.hanging = style.hanging_em * self.size

    def compose(self) -> Composition:
        """Set every stretch between forced breaks; only the first has the first-line indent."""
        lines: list[Line] = []
        start = 0
        for part in self.source.text.split("\n"):
            end = start + len(part)
            first = not lines
            if part:
                items = self._items(start, end)
                node, used, tolerance = self._break(items, first)
                lines.extend(self._set(used, node, first, tolerance))
            start = end + 1
        notices = _merged([self.source.prepared.notices, *(line.notices for line in lines)])
        return Composition(tuple(lines), notices)

    def by_line(self, count: int) -> dict[int, Composition]:
        """Return acceptable ways with one line more or less than *count*."""
        items = self._items(0, len(self.source.text))
        frame = self._frame(True, items)
        ways: dict[int, Composition] = {}
        tolerance = Tolerance(0.10)
        found = best_breaks(items, frame, *self._judge(items, frame, tolerance), by_line=True)
        for lines, node in sorted(found.items()):
            if abs(lines - count) == 1 and _last_letters(items, node) > 2:
                ways[lines] = Composition(tuple(self._set(items, node, True, tolerance)))
        return ways

    # -- breaking -----------------------------------------------------------------------------

    def _items(self, start: int, end: int) -> Items:
        items = itemise(self.source, start, end)
        hold_together(self.source, items, start, end)
        if self.style.align != "justify":
            favour_phrases(self.source.text[start:end], items)
        if self.style.hang_punctuation:
            for k, box in enumerate(items.boxes):
                if box.text in "，、。":
                    items.end_extra[k] = -box.width
        return items

    def _frame(self, first: bool, items: Items) -> Frame:
        rest = self.measure - self.hanging
        return Frame(self.measure - self.indent if first else rest, rest, self.size, self.shape)

    def _judge(
        self, items: Items, frame: Frame, tolerance: Tolerance
    ) -> tuple[Judge, list[float] | None]:
        """Return how lines are judged, and how far they reach at most."""
        if self.style.align == "justify":
            judge = judge_justified(items, self.size, tolerance)
            return judge, reach_justified(items, self.size, tolerance)
        return judge_ragged(items, frame, tolerance), None

    def _break(self, items: Items, first: bool) -> tuple[Node, Items, Tolerance]:
        """Try with growing tolerance; a runt sends the paragraph on to the next try as well."""
        frame = self._frame(first, items)
        best: tuple[Node, Items, Tolerance] | None = None
        cut: Items | None = None
        for tolerance in _WIDE if frame.rest >= _WIDE_EM * self.size else _NARROW:
            if tolerance is _FULL:
                cut = with_cuts(self.source, items, frame.rest, explode=False)
            used = items if cut is None else cut
            for node in best_breaks(used, frame, *self._judge(used, frame, tolerance)).values():
                if best is None or node.cost < best[0].cost:
                    best = (node, used, tolerance)
            if best and (tolerance is _URGENT or not _is_runt(best[1], best[0])):
                return best
        if best:
            return best
        forced = with_cuts(self.source, items, min(frame.rest, frame.first), explode=True)
        found = best_breaks(forced, frame, *self._judge(forced, frame, _FORCED))
        return min(found.values(), key=lambda node: node.cost), forced, _FORCED

    # -- setting ------------------------------------------------------------------------------

    def _set(self, items: Items, node: Node, first: bool, tolerance: Tolerance) -> list[Line]:
        lines: list[Line] = []
        breaks = lines_of(node)
        for number, (a, b) in enumerate(breaks):
            last = number == len(breaks) - 1
            left, width = self._edge(number, first and number == 0)
            natural = items.right[b] - items.left[a]
            if not last:
                natural += items.end_extra.get(b, 0.0)
            slack = width - natural
            fit, notices = NATURAL, []
            if self.style.align == "justify":
                if not last or slack < 0.0:
                    fit = fit_line(items, a, b, slack, CAP_STRETCH_EM * self.size)
                if fit.short > 0.01:
                    notices.append(LOOSE_LINE)
            elif self.style.align == "right":
                left += slack
            elif self.style.align == "center":
                left += slack / 2
            if fit.short < -0.01 or (slack < -0.01 and self.style.align != "justify"):
                notices.append(TOO_WIDE)
            if not last and b in items.emergency:
                notices.append(NO_LEGAL_BREAK)
            if last and a and items.letters[b + 1] - items.letters[a] <= 2:
                notices.append(SHORT_LAST_LINE)
            lines.append(
                build_line(self.source, items, a, b, fit, left, last=last, notices=tuple(notices))
            )
        return lines

    def _edge(self, number: int, first: bool) -> tuple[float, float]:
        """Return left edge and width of a line."""
        if self.shape is not None:
            return self.shape(number)
        indent = self.indent if first else self.hanging
        return indent, self.measure - indent


def _last_letters(items: Items, node: Node) -> int:
    """Count the characters of the last line; a paragraph of one line has no runt."""
    if node.previous is None or node.previous.start == 0:
        return 99
    return items.letters[-1] - items.letters[node.previous.start]


def _is_runt(items: Items, node: Node) -> bool:
    return _last_letters(items, node) <= 2


def _merged(groups: Iterable[Sequence[str]]) -> tuple[str, ...]:
    seen: dict[str, None] = {}
    for group in groups:
        seen.update(dict.fromkeys(group))
    return tuple(seen)


def as_runs(content: str | Sequence[Run], style: TextStyle | None) -> tuple[Run, ...]:
    """Accept plain text with a style, or runs that carry their own."""
    if isinstance(content, str):
        if style is None:
            raise TypeError("plain text needs a style")
        return (Run(content, style),)
    return tuple(content)


def set_line(content: str | Sequence[Run], style: TextStyle | None, fonts: FontLibrary) -> Line:
    """Set text on one line at natural width: labels, numerals with units, folios.

    Marks, pairs and gaps follow the rules of running text; U+3000 stays as a blank of one em
    between two parts. Nothing is broken: the caller compares ``width_pt`` with its space.
    """
    runs = as_runs(content, style)
    source = read_source(runs, fonts, keep_blanks=True)
    text = source.text
    if not text:
        return Line((), "", 0.0, last=True, source=runs[0].source if runs else "")
    items = itemise(source, 0, len(text))
    return build_line(source, items, 0, len(items.boxes) - 1, NATURAL, 0.0, last=True)


def measure_text(
    content: str | Sequence[Run], style: TextStyle | None, fonts: FontLibrary
) -> float:
    """Return the natural width of text on one line, in points."""
    return set_line(content, style, fonts).width_pt
