"""Pages of slides: three below each other, ruled lines beside them, the question to think about."""

from __future__ import annotations

from casepress.handout.leaf import HAIR_PT, Book, Leaf
from casepress.handout.place import ANCHOR
from casepress.units import Rect, mm

PER_PAGE = 3
_ROW_GAP_PT = 18.0
_GUTTER_PT = 17.0
_BELOW_PT = 17.0
"""From the lower edge of a slide to the baseline of the words below it."""
_ASK = "想一想："
_NUMBER_GAP_PT = 6.0
_TITLE_GAP_PT, _FIELDS_GAP_PT = 14.0, 26.0
_FIELDS = (("姓名", 0.3), ("单位", 0.45), ("日期", 0.25))
"""What whoever attends fills in, and the share of the line each takes."""


def plan_rows(book: Book, asks: tuple[str, ...]) -> None:
    """Add the pages of all slides."""
    slides = book.deck.slides
    for start in range(0, len(slides), PER_PAGE):
        numbers = range(start + 1, min(start + PER_PAGE, len(slides)) + 1)
        names = dict.fromkeys(slides[n - 1].section for n in numbers)
        leaf = book.leaf("　".join(name for name in names if name), "slides")
        top = _title_block(leaf) if start == 0 else book.frame.y
        pitch = (book.frame.bottom - top + _ROW_GAP_PT) / PER_PAGE
        for place, number in enumerate(numbers):
            _row(leaf, number, asks[number - 1], top + place * pitch, pitch - _ROW_GAP_PT)
        if len(numbers) < PER_PAGE:
            below = top + len(numbers) * pitch - _ROW_GAP_PT
            leaf.ruled(book.frame.x, book.frame.right, below, book.frame.bottom)
        leaf.finish()


def _title_block(leaf: Leaf) -> float:
    """Title of the case and a line for whoever attends; return where the slides may begin."""
    book, sheet, frame = leaf.book, leaf.sheet, leaf.book.frame
    setter, tree = book.setter, book.tree
    heading = tree.add("H1")
    lines = setter.title(book.deck.title, "handout_title", frame.width)
    y = frame.y + setter.style("handout_title").size_pt * 0.9
    leading = setter.leading("handout_title")
    y = sheet.column(lines, frame.x, y, leading, heading) - leading
    about = "　".join(w for w in (book.deck.subject, book.deck.author, "学员讲义") if w)
    y += setter.leading("handout_words") + 4.0
    about_element = tree.add("P")
    sheet.text(setter.shortened(about, "handout_words", frame.width), frame.x, y, about_element)
    return _fields(leaf, y + _FIELDS_GAP_PT) + _TITLE_GAP_PT


def _fields(leaf: Leaf, y: float) -> float:
    """Draw the fields to fill in on one line."""
    book, sheet, frame = leaf.book, leaf.sheet, leaf.book.frame
    room = frame.width - _GUTTER_PT * (len(_FIELDS) - 1)
    x = frame.x
    element = book.tree.add("P")
    for name, share in _FIELDS:
        label = book.setter.line(name, "handout_words")
        sheet.text(label, x, y, element)
        right = x + room * share
        sheet.rule(x + label.width_pt + 5.0, y + 3.0, right, "rule", HAIR_PT)
        x = right + _GUTTER_PT
    return y + 3.0


def _row(leaf: Leaf, number: int, ask: str, top: float, height: float) -> None:
    """Draw one slide with its number and question below it and ruled lines beside it."""
    book, sheet, frame = leaf.book, leaf.sheet, leaf.book.frame
    width, high = book.artist.size_pt
    wide = mm(book.theme.handout.slide_mm)
    picture = Rect(frame.x, top, wide, wide * high / width)
    end = top + height
    section = book.artist.draw(sheet, number, picture)
    _border(leaf, picture)
    book.anchor(ANCHOR + book.deck.slides[number - 1].key, sheet.index, top - _ROW_GAP_PT / 2)
    below = _caption(leaf, number, ask, picture, end, section)
    ruled = (picture.right + _GUTTER_PT, frame.right)
    if not below:
        top = _beside(leaf, ask, ruled, top, section)
    leaf.ruled(*ruled, top, end)


def _border(leaf: Leaf, rect: Rect) -> None:
    """Edge the slide, so that a light one stands out from the paper."""
    sheet = leaf.sheet
    for y in (rect.y, rect.bottom):
        sheet.rule(rect.x, y, rect.right, "rule", HAIR_PT)
    for x in (rect.x, rect.right):
        sheet.stem(x, rect.y, rect.bottom, "rule", HAIR_PT)


def _caption(leaf: Leaf, number: int, ask: str, picture: Rect, end: float, section: int) -> bool:
    """Set the slide's number, legible at last, and the question of the trainer's notes.

    Returns false for a question that is too long to stand there.
    """
    book, sheet = leaf.book, leaf.sheet
    setter = book.setter
    mark = setter.line(str(number), "handout_number")
    y = picture.bottom + _BELOW_PT
    element = book.tree.add("P", section)
    sheet.text(mark, picture.x, y, element)
    indent = max(mark.width_pt, setter.line("00", "handout_number").width_pt) + _NUMBER_GAP_PT
    lines = setter.lines(_ASK + ask, "handout_ask", picture.width - indent) if ask else ()
    leading = setter.leading("handout_ask")
    if y + leading * (len(lines) - 1) > end + _ROW_GAP_PT / 2:
        return False
    sheet.column(lines, picture.x + indent, y, leading, element)
    return True


def _beside(leaf: Leaf, ask: str, measure: tuple[float, float], top: float, section: int) -> float:
    """Set a long question over the ruled lines; return where they may begin."""
    setter = leaf.book.setter
    left, right = measure
    lines = setter.lines(_ASK + ask, "handout_ask", right - left)
    element = leaf.book.tree.add("P", section)
    y = top + setter.style("handout_ask").size_pt
    leading = setter.leading("handout_ask")
    return leaf.sheet.column(lines, left, y, leading, element) - leading
