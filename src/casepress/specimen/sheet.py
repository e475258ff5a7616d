"""A page of the specimen: samples on the grid, the rule they show in grey beside them."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.display import Page, Role
from casepress.fonts.library import FontLibrary
from casepress.surface import Surface, Tree
from casepress.typeset import compose, set_line
from casepress.typeset.model import Line, Paragraph, ParagraphStyle, Run, TextStyle
from casepress.units import mm

WIDTH, HEIGHT = mm(210), mm(285)
LEFT, TOP, LEADING, ROWS = 65.0, 81.0, 18.0, 37
SIZE = 10.5
MEASURE = 31 * SIZE
SIDE = LEFT + MEASURE + 21.0
SIDE_WIDTH = 15 * 8.0
RIGHT = SIDE + SIDE_WIDTH
_FIRST_BASELINE = 0.88 * SIZE

BODY = TextStyle("serif", 400, SIZE, LEADING, "ink")
KAI = TextStyle("kai", 400, SIZE, LEADING, "ink", latin_family="serif")
SANS = TextStyle("sans", 400, 9.0, LEADING, "ink")
STRONG = TextStyle("sans", 700, 9.0, LEADING, "ink")
TITLE = TextStyle("serif", 700, 23.0, 36.0, "ink", gap_em=0.125, half_quotes=True)
HEAD = TextStyle("serif", 700, 23.0, 36.0, "brand", gap_em=0.125, half_quotes=True)
RULE_NAME = TextStyle("sans", 700, 8.0, 12.0, "brand", gap_em=0.125)
RULE_TEXT = TextStyle("sans", 400, 8.0, 12.0, "grey", gap_em=0.125)

JUSTIFIED = ParagraphStyle(indent_em=2)
FLUSH = ParagraphStyle()
RAGGED = ParagraphStyle("left")


class Sheet(Surface):
    """Items of one page; rows count baselines from the top of the frame."""

    def __init__(self, fonts: FontLibrary, tree: Tree, number: int, title: str) -> None:
        """Begin a page with its heading and folio."""
        super().__init__()
        self.fonts, self.tree, self.number = fonts, tree, number
        heading = set_line(title, HEAD, fonts)
        self.put([heading], LEFT, -0.5, 36.0, "H1")
        self.rule(LEFT, self.y(0) + 6.5, RIGHT, "line")
        foot = set_line(f"排印样张　{number}", RULE_TEXT, fonts)
        self.text(foot, RIGHT - foot.width_pt, HEIGHT - 45, None)

    @staticmethod
    def y(row: float) -> float:
        """Return the baseline of a row."""
        return TOP + _FIRST_BASELINE + row * LEADING

    def put(
        self,
        lines: Sequence[Line],
        x: float,
        row: float,
        leading: float = LEADING,
        role: Role = "P",
        parent: int = 0,
    ) -> float:
        """Place set lines and return the row after the last."""
        element = self.tree.add(role, parent)
        y = self.y(row)
        for number, line in enumerate(lines):
            self.text(line, x, y + number * leading, element)
        return row + len(lines) * leading / LEADING

    def set(
        self,
        content: str | Sequence[Run],
        x: float,
        row: float,
        width: float,
        style: ParagraphStyle = JUSTIFIED,
        text: TextStyle = BODY,
        *,
        frame: bool = True,
        role: Role = "P",
        parent: int = 0,
    ) -> float:
        """Compose a paragraph at a row, show its measure with hairlines, return the next row."""
        runs = (Run(content, text),) if isinstance(content, str) else tuple(content)
        lines = compose(Paragraph(runs, style), width, self.fonts).lines
        leading = runs[0].style.leading_pt
        if frame:
            self.frame(x, row, width, len(lines) * leading / LEADING)
        return self.put(lines, x, row, leading, role, parent)

    def frame(self, x: float, row: float, width: float, rows: float) -> None:
        """Draw the edges of a measure as hairlines."""
        top = self.y(row) - 0.88 * SIZE - 2
        bottom = self.y(row + rows - 1) + 0.12 * SIZE + 2
        for edge in (x, x + width):
            self.stem(edge, top, bottom, "hair", 0.2)

    def note(self, row: float, name: str, text: str, x: float = SIDE) -> float:
        """Name a rule in the side column; returns the row after it, for notes one below another."""
        text = text.replace("GB/T ", "GB/T\u00a0").replace("clreq ", "clreq\u00a0")
        lines = [*self._ragged(name, RULE_NAME), *self._ragged(text, RULE_TEXT)]
        return self.put(lines, x, row, 12.0, "Note") + 0.5

    def _ragged(self, text: str, style: TextStyle) -> tuple[Line, ...]:
        runs = (Run(text, style),)
        return compose(Paragraph(runs, RAGGED), SIDE_WIDTH, self.fonts).lines if text else ()

    def label(self, x: float, row: float, text: str, style: TextStyle = RULE_TEXT) -> None:
        """Write one line of small text above a sample."""
        self.put([set_line(text, style, self.fonts)], x, row, 12.0, "Note")

    def finish(self) -> Page:
        """Return the finished page."""
        return self.page(WIDTH, HEIGHT, str(self.number), "specimen")
