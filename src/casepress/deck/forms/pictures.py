"""Pictures on slides: read once for their size, cropped to the frame around their focus."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from casepress.case.model import Figure
from casepress.case.picturing import figures_at
from casepress.deck.draft import Draft, bullet_para, fill, para
from casepress.deck.fit.fitter import LIMIT
from casepress.deck.model import Fill, PictureFill, TextFill, TextParagraph, TextRun
from casepress.deck.plan import NO_PICTURE, Desk, titled
from casepress.deck.words.chinese import plain
from casepress.deck.words.digest import Bullet
from casepress.diagnostics import CasepressError, Severity
from casepress.frozen import replace
from casepress.picture import examine

_MOST_POINTS = 4
_CAPTION_PT = 14.0
BESIDE_TEXT = ("picture_text", "picture_tall")
"""Layouts of one picture with points: broad, upright."""
_PAIRED = (1.1, 2.1)


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


def caption_fill(desk: Desk, layout: str, idx: int, figure: Figure) -> TextFill | None:
    """Return the caption with its credit, in as many words as the frame has room for.

    Smaller if need be, then without the credit, then its first clause; the notes carry it whole.
    """
    words, bare = caption(figure), plain(figure.caption)
    for text in (words, bare, headline(figure), re.split("[，；。：]", bare)[0]):
        for size in (None, _CAPTION_PT):
            made = TextFill(idx, (TextParagraph((TextRun(text, size_pt=size),)),))
            if text and desk.fitter.fill(layout, made).ratio <= LIMIT:
                return made
    return None


def _whole(desk: Desk, layout: str, idx: int, figure: Figure) -> bool:
    """Tell whether a caption fits with all its words."""
    made = caption_fill(desk, layout, idx, figure)
    said = made.paragraphs[0].runs[0].text if made else ""
    return said == caption(figure)


def headline(figure: Figure) -> str:
    """The caption as a title: without what it says in brackets."""
    return re.sub("（[^（）]*）", "", plain(figure.caption)).strip()


def placed(desk: Desk, at: str) -> tuple[Figure, ...]:
    """Return the readable pictures that belong to a place of the case."""
    return tuple(f for _, f in figures_at(desk.case, at) if readable(desk, f))


def ratio(desk: Desk, figure: Figure) -> float:
    """Return width by height of a picture, 1 if it can't be read."""
    across, down = _size(desk.base_dir / figure.path) or (1, 1)
    return across / down


def picture_draft(
    desk: Desk, base: Draft, figures: Sequence[Figure], points: Sequence[Bullet]
) -> list[Draft] | None:
    """One picture with points beside it; an upright one stands narrow, the points broad."""
    figure = figures[0]
    layout = BESIDE_TEXT[0] if ratio(desk, figure) >= 1 else BESIDE_TEXT[1]
    unlike = tuple({point.text: point for point in points}.values())
    shown = desk.fitter.most(layout, 1, [bullet_para(b) for b in unlike[:_MOST_POINTS]])
    if shown is None:
        return None
    fills: list[Fill] = [picture_fill(desk, layout, 15, figure), fill(1, *shown)]
    return [_captioned(desk, replace(base, layout=layout, diagrams=()), fills, figure)]


def _captioned(desk: Desk, base: Draft, fills: Sequence[Fill], figure: Figure) -> Draft:
    """Put the caption under a picture; what it has no room for is said in the notes."""
    made = caption_fill(desk, base.layout, 61, figure)
    whole = caption(figure)
    said = base.points
    if not _whole(desk, base.layout, 61, figure) and whole not in said:
        said = (*said, whole)
    return replace(base, fills=(*fills, made) if made else tuple(fills), points=said)


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
    if len(figures) >= 2 and _paired(desk, figures[:2]):
        return desk.choose((lambda: [_pair(desk, shared, figures[:2])],), at)
    drafts = picture_draft(desk, shared, figures, points)
    return tuple(drafts or ())


def _beside(desk: Desk, figure: Figure) -> bool:
    """Whether a picture can stand in one of two frames of 3:2 without losing much."""
    return _PAIRED[0] <= ratio(desk, figure) <= _PAIRED[1]


def _paired(desk: Desk, figures: Sequence[Figure]) -> bool:
    """Tell whether two pictures go side by side: by their shape, and captions and all."""
    return all(
        _beside(desk, figure) and _whole(desk, "pictures2", 61 + n, figure)
        for n, figure in enumerate(figures)
    )


def _pair(desk: Desk, base: Draft, figures: Sequence[Figure]) -> Draft:
    fills = [
        part
        for n, figure in enumerate(figures)
        for part in (
            picture_fill(desk, "pictures2", 15 + n, figure),
            caption_fill(desk, "pictures2", 61 + n, figure) or fill(61 + n, " "),
        )
    ]
    return replace(base, layout="pictures2", fills=tuple(fills))


def album_slides(desk: Desk, base: Draft, figures: Sequence[Figure]) -> list[Draft]:
    """Pictures no other slide shows: two of like shape side by side, the others alone.

    *base* names the section; every slide takes its title from its pictures.
    """
    drafts: list[Draft] = []
    waiting = list(figures)
    while waiting:
        pair = waiting[:2]
        count = 2 if len(pair) == 2 and _paired(desk, pair) else 1
        chosen, waiting = waiting[:count], waiting[count:]
        key = f"{base.key}-album" + (f"-{len(drafts) + 1}" if drafts else "")
        options = ((headline(chosen[0]), ""), (f"{base.label}：现场", ""))
        words = tuple(caption(figure) for figure in chosen if caption(figure))
        shared = titled(
            replace(base, key=key, points=words), desk.title("pictures2", options, "图")
        )
        drafts.append(
            _pair(desk, shared, chosen) if count == 2 else _alone(desk, shared, chosen[0])
        )
    return drafts


def _alone(desk: Desk, base: Draft, figure: Figure) -> Draft:
    """One picture: broad from the spine to the edge, upright beside its own description."""
    layout = "picture_wide" if ratio(desk, figure) >= 1 else BESIDE_TEXT[1]
    fills: list[Fill] = [picture_fill(desk, layout, 15, figure)]
    if layout == BESIDE_TEXT[1]:
        words = plain(figure.alt) or headline(figure)
        shown = desk.fitter.most(layout, 1, [para(words, 0, "figures")]) if words else None
        fills += [fill(1, *shown)] if shown else []
    return _captioned(desk, replace(base, layout=layout), fills, figure)
