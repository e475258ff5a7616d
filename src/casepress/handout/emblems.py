"""The mark and the QR code of a slide."""

from __future__ import annotations

from casepress.deck.model import Emblem
from casepress.display import Segment
from casepress.handout.inks import Palette
from casepress.handout.place import figure
from casepress.handout.shapes import rect_of
from casepress.handout.sheet import View
from casepress.qr import QUIET
from casepress.units import Rect

_WHOLE = (0.0, 0.0, 1.0, 1.0)


def draw_emblem(view: View, palette: Palette, emblem: Emblem, section: int) -> None:
    """Draw a mark as a picture, a code as one path on a light square."""
    rect = rect_of(emblem.box)
    element = figure(view, rect, emblem.alt, section)
    if emblem.code is None:
        view.picture(rect, emblem.path, _WHOLE, element)
        return
    view.box(rect, palette.ink("lt1"), element)
    module = rect.width / emblem.code.whole
    path: list[Segment] = []
    for row, start, count in emblem.code.runs:
        one = Rect(
            rect.x + (QUIET + start) * module, rect.y + (QUIET + row) * module,
            count * module, module,
        )  # fmt: skip
        path += [("M", (one.x, one.y)), ("L", (one.right, one.y)), ("L", (one.right, one.bottom)),
                 ("L", (one.x, one.bottom)), ("Z", ())]  # fmt: skip
    view.path(path, fill=palette.ink("dk1"), element=element)
