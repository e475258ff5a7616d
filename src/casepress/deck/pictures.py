"""Pictures on slides: read once for their size, cropped to the frame around their focus."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from casepress.case.model import Figure
from casepress.deck.digest import Bullet
from casepress.deck.draft import Draft, bullet_para, fill
from casepress.deck.model import Fill, PictureFill
from casepress.deck.plan import NO_PICTURE, Desk, titled
from casepress.deck.words import plain
from casepress.diagnostics import CasepressError, Severity
from casepress.picture import examine

_MOST_POINTS = 4


def _size(path: Path) -> tuple[int, int] | None:
    """Return the pixels of a picture as it is seen; ``None``: it can't be used."""
    try:
        return examine(path).size
    except CasepressError:
        return None


def readable(desk: Desk, figure: Figure) -> bool:
    """Tell whether the picture can be read; if not, say so once."""
    path = desk.base_dir / figure.path
    if _size(path) is not None:
        return True
    desk.say(NO_PICTURE, Severity.WARNING, path=figure.path)
    return False


def picture_fill(desk: Desk, layout: str, idx: int, figure: Figure) -> PictureFill:
    """Return the picture cropped to its placeholder, keeping its focus in the frame."""
    area = desk.fitter.area(layout, idx)
    path = desk.base_dir / figure.path
    width, height = _size(path) or (1, 1)
    frame, own = area.width / area.height, width / height
    left = top = right = bottom = 0.0
    if own > frame:
        left, right = _crop(1 - frame / own, figure.focus[0])
    else:
        top, bottom = _crop(1 - own / frame, figure.focus[1])
    alt = plain(figure.alt) or plain(figure.caption)
    return PictureFill(idx, str(path), alt, (left, top, right, bottom))


def _crop(excess: float, focus: float) -> tuple[float, float]:
    """Share what has to go between both sides so that the focus stays as central as it can."""
    shown = 1 - excess
    start = min(max(focus - shown / 2, 0.0), excess)
    return round(start, 5), round(excess - start, 5)


def caption(figure: Figure) -> str:
    """The caption with the credit: 改造后的街口（摄影：某某）."""
    words = plain(figure.caption)
    credit = plain(figure.credit)
    return f"{words}（{credit}）" if words and credit else words or credit


def headline(figure: Figure) -> str:
    """The caption as a title: without what it says in brackets."""
    return re.sub("（[^（）]*）", "", plain(figure.caption)).strip()


def placed(desk: Desk, at: str) -> tuple[Figure, ...]:
    """Return the readable pictures that belong to a place of the case."""
    return tuple(f for f in desk.case.figures if f.at == at and readable(desk, f))


def picture_draft(
    desk: Desk, base: Draft, figures: Sequence[Figure], points: Sequence[Bullet]
) -> list[Draft] | None:
    """One picture with points beside it."""
    figure = figures[0]
    shown = desk.fitter.most("picture_text", 1, [bullet_para(b) for b in points[:_MOST_POINTS]])
    if shown is None:
        return None
    fills: list[Fill] = [picture_fill(desk, "picture_text", 15, figure), fill(1, *shown)]
    words = caption(figure)
    if words:
        fills.append(fill(61, words))
    return [replace(base, layout="picture_text", fills=tuple(fills), diagrams=())]


def picture_slides(desk: Desk, at: str, base: Draft, points: Sequence[Bullet]) -> tuple[Draft, ...]:
    """The pictures of a section that its other slides do not show: one with text, or two."""
    figures = placed(desk, at)
    if not figures:
        return ()
    words = caption(figures[0])
    title = desk.title(
        "pictures2", ((headline(figures[0]), ""), (f"{base.label}：现场", "")), "现场"
    )
    shared = titled(
        replace(base, key=f"{base.key}-picture", diagrams=(), points=(words,), weight=2,
                ask="从这张图里，你看到了什么变化？"),
        title,
    )  # fmt: skip
    if len(figures) >= 2:
        fills = [
            part
            for n, figure in enumerate(figures[:2])
            for part in (
                picture_fill(desk, "pictures2", 15 + n, figure),
                fill(61 + n, caption(figure) or " "),
            )
        ]
        return desk.choose((lambda: [replace(shared, layout="pictures2", fills=tuple(fills))],), at)
    drafts = picture_draft(desk, shared, figures, points)
    return tuple(drafts or ())
