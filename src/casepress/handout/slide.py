"""A slide as display items: layout, furniture, placeholders, diagrams, in the order they are read.

The same slide model, the same inherited geometry and text styles that the presentation's template
is generated from; so the picture is what a viewer shows of the finished file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from casepress.deck.model import (
    ChartFill,
    Deck,
    Fill,
    PictureFill,
    Slide,
    TableFill,
    TextFill,
    TextParagraph,
    TextRun,
)
from casepress.deck.show.filling import fills_of, is_empty
from casepress.fonts.library import FontLibrary
from casepress.frozen import dataclass
from casepress.handout.charts import draw_chart
from casepress.handout.diagram import draw_diagram
from casepress.handout.emblems import draw_emblem
from casepress.handout.inks import Palette
from casepress.handout.place import Marks, figure, place_lines
from casepress.handout.shapes import Grounds, draw_progress, draw_shape, rect_of
from casepress.handout.sheet import Sheet, View
from casepress.handout.tables import draw_table
from casepress.handout.words import Compositor, SetText, anchored
from casepress.theme.deck import DeckTokens, LevelToken, PlaceholderToken
from casepress.theme.reading import reading_order
from casepress.units import POINTS_PER_INCH, Rect

Heading = Literal["H1", "H2"]
_FURNITURE = ("footer", "slide_number")
_PLAIN = (LevelToken(size=18),)


@dataclass(slots=True)
class Artist:
    """Draws the slides of one deck; keeps the inks they use."""

    deck: Deck
    tokens: DeckTokens
    fonts: FontLibrary
    palette: Palette
    words: Compositor
    sources: Mapping[str, str]
    """Places in the case by the path of a picture."""

    @classmethod
    def of(
        cls,
        deck: Deck,
        tokens: DeckTokens,
        fonts: FontLibrary,
        sources: Mapping[str, str] | None = None,
    ) -> Artist:
        """Make an artist for a deck in the look of some tokens."""
        palette = Palette(tokens)
        return cls(deck, tokens, fonts, palette, Compositor(fonts, palette), sources or {})

    @property
    def size_pt(self) -> tuple[float, float]:
        """Width and height of a slide in points."""
        width, height = self.tokens.width_in, self.tokens.height_in
        return width * POINTS_PER_INCH, height * POINTS_PER_INCH

    def draw(
        self,
        sheet: Sheet,
        number: int,
        frame: Rect,
        parent: int = 0,
        *,
        heading: Heading = "H2",
    ) -> int:
        """Draw slide *number* (from 1) into a frame of a page; return its structure element.

        The frame's width decides the scale; its height should be in proportion. The slide becomes
        a section with its title as *heading*, its words as paragraphs, its tables as tables and its
        charts, diagrams and pictures as figures with their alternative texts.
        """
        slide = self.deck.slides[number - 1]
        view = View(sheet, frame.x, frame.y, frame.width / self.size_pt[0])
        section = sheet.tree.add("Sect", parent, title=slide.title, source=slide.key)
        _Drawing(self, view, slide, number, section, heading).run()
        return section


class _Drawing:
    """One slide on its way onto a page."""

    def __init__(
        self,
        artist: Artist,
        view: View,
        slide: Slide,
        number: int,
        section: int,
        heading: Heading,
    ) -> None:
        self.artist, self.view, self.slide = artist, view, slide
        self.number, self.section, self.heading = number, section, heading
        self.tokens, self.palette = artist.tokens, artist.palette
        self.layout = self.tokens.layout(slide.layout)

    def run(self) -> None:
        """Draw everything, from the ground up."""
        self._ground()
        if self.slide.progress is not None:
            place = self.layout.progress or (
                self.tokens.progress if self.layout.furniture else None
            )
            if place is not None:
                draw_progress(self.view, self.palette, place, self.slide.progress)
        fills = fills_of(self.tokens, self.slide, self.artist.deck.footer)
        for token in reading_order(self.tokens, self.layout.key):
            if token.type == "slide_number":
                self._text(token, (TextParagraph((TextRun(str(self.number)),)),))
            elif token.idx in fills:
                self._fill(token, fills[token.idx])
            if token.type == "title":
                for diagram in self.slide.diagrams:
                    draw_diagram(self.view, self.artist.words, self.palette, diagram, self.section)
                for emblem in self.slide.emblems:
                    draw_emblem(self.view, self.palette, emblem, self.section)

    def _ground(self) -> None:
        """The slide's ground and the fixed shapes of master and layout."""
        tokens, layout = self.tokens, self.layout
        width, height = self.artist.size_pt
        self.view.box(Rect(0.0, 0.0, width, height), self.palette.ink(layout.background))
        grounds = Grounds(self.palette, tokens.width_in, tokens.height_in, layout.background)
        shapes = (*(tokens.master_shapes if layout.furniture else ()), *layout.shapes)
        for shape in shapes:
            draw_shape(self.view, tokens, shape, grounds)

    def _fill(self, token: PlaceholderToken, fill: Fill) -> None:
        artist, view = self.artist, self.view
        if isinstance(fill, TextFill):
            if not is_empty(fill.paragraphs):
                self._text(token, fill.paragraphs)
        elif isinstance(fill, ChartFill):
            draw_chart(view, artist.words, self.tokens, self.palette, token, fill, self.section)
        elif isinstance(fill, TableFill):
            draw_table(view, artist.words, self.palette, token, fill, self.section)
        else:
            self._picture(token, fill)

    def _picture(self, token: PlaceholderToken, fill: PictureFill) -> None:
        rect = rect_of(token.box)
        element = None
        source = self.artist.sources.get(fill.path, "")
        if fill.alt:
            element = figure(self.view, rect, fill.alt, self.section, source)
        left, top, right, bottom = fill.crop
        self.view.picture(rect, fill.path, (left, top, 1 - right, 1 - bottom), element)

    def _text(self, token: PlaceholderToken, paragraphs: Sequence[TextParagraph]) -> None:
        """Set text in a placeholder, on its own ground if it has one."""
        if token.fill:
            self.view.box(rect_of(token.box), self.palette.ink(token.fill))
        left, top, right, bottom = (v * POINTS_PER_INCH for v in token.inset)
        rect = rect_of(token.box)
        frame = Rect(
            rect.x + left, rect.y + top, rect.width - left - right, rect.height - top - bottom
        )
        text = self.artist.words.text(
            paragraphs, token.levels or _PLAIN, frame.width, wrap=token.wrap
        )
        y = frame.y + anchored(text, frame.height, token.anchor)
        elements = _elements(self.view, token, paragraphs, text, self.section, self.heading)
        place_lines(self.view, self.palette, text.lines, frame.x, y, elements)


def _elements(
    view: View,
    token: PlaceholderToken,
    paragraphs: Sequence[TextParagraph],
    text: SetText,
    section: int,
    role: Heading,
) -> Marks:
    """Add the elements of a text: a heading, paragraphs, or a list where there are bullets.

    Footer and slide number come back on every slide: no content of their own.
    """
    found: Marks = {}
    bulleted = {line.paragraph for line in text.lines if line.bullet}
    if token.type in _FURNITURE:
        return {(n, False): None for n in range(len(paragraphs))}
    if token.type == "title":
        heading = view.tree.add(role, section)
        return {(n, False): heading for n in range(len(paragraphs))}
    whole: int | None = None
    for n, paragraph in enumerate(paragraphs):
        if n not in bulleted:
            found[n, False] = view.tree.add("P", section, source=paragraph.source)
            whole = None
            continue
        if whole is None:
            whole = view.tree.add("L", section)
        item = view.tree.add("LI", whole, source=paragraph.source)
        found[n, True] = view.tree.add("Lbl", item)
        found[n, False] = view.tree.add("LBody", item)
    return found
