"""Which of an organisation's layouts serves which of ours, and what is lost with it.

A layout exported by us is known by its stable key. Any other is known by what it is: the types,
number and geometry of its placeholders, and the layout type; names, Chinese or English, only
decide between equals. What our planner has no layout for in the template is set again in the ones
there are (:mod:`casepress.deck.recast.deck`), and listed as such.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Literal

from casepress.frozen import dataclass
from casepress.pptx.inheritance import Frame, Layout
from casepress.theme.deck import DeckTokens

How = Literal["exact", "derived", "degraded"]
REQUIRED = ("cover", "content")
TWO_COLUMNS = "two_columns"
_TEXT = ("obj", "body", "subTitle")
_FURNITURE = ("dt", "ftr", "sldNum", "hdr")
_BIG, _COLUMN, _LEVEL_IN = 0.25, 0.1, 0.3
_LEAST_SCORE = 4.0
_NAMES = {
    "cover": r"封面|标题幻灯片|title slide|cover",
    "divider": r"节标题|章节|过渡|转场|section",
    "content": r"标题和内容|标题与内容|正文|title and content|title, content",
    TWO_COLUMNS: r"两栏|双栏|two content|2 content",
    "figure_diagram": r"仅标题|只有标题|title only",
    "picture": r"图片|picture",
}
_TYPES = {
    "cover": {"title": 6.0},
    "divider": {"secHead": 6.0},
    "content": {"obj": 4.0, "tx": 3.0},
    TWO_COLUMNS: {"twoObj": 4.0, "twoColTx": 3.0},
    "figure_diagram": {"titleOnly": 4.0},
    "picture": {"picTx": 4.0},
}
_AS_TABLE = ("agenda", "table", "honours_list")
_AS_COLUMNS = ("picture_text", "picture_tall", "pictures2", "chart_notes", "charts2", "charts3")


@dataclass(frozen=True, slots=True)
class Match:
    """A layout of ours and the one that serves it: roles by placeholder index."""

    key: str
    target: str
    """Key of the layout used: the same, or the one the content is set again in."""
    index: int
    name: str
    roles: tuple[tuple[str, int], ...]
    how: How


@dataclass(frozen=True, slots=True)
class TemplateMap:
    """What was found: layouts by key, one entry per layout of ours, and what is missing."""

    width_in: float
    height_in: float
    used: tuple[tuple[str, Layout], ...]
    """The organisation's layouts in use, by key."""
    matches: tuple[Match, ...]
    missing: tuple[str, ...]
    """Required layouts the template does not have: building is refused."""

    @property
    def layouts(self) -> dict[str, tuple[int, dict[str, int]]]:
        """Return key → (index of the layout, role → index of its placeholder)."""
        return {m.key: (m.index, dict(m.roles)) for m in self.matches}

    @property
    def degraded(self) -> tuple[str, ...]:
        """Return the layouts of ours whose content becomes a list."""
        return tuple(m.key for m in self.matches if m.how == "degraded")


def map_template(
    found: Iterable[Layout], size: tuple[float, float], house: DeckTokens
) -> TemplateMap:
    """Find a layout for everything the planner may ask for; *size* is the slide's, in inches."""
    every = tuple(found)
    used: dict[str, Layout] = {}
    for token in house.layouts:
        own = next((one for one in every if one.key == token.key), None)
        if own is not None and _has_all(own, house, token.key):
            used[token.key] = own
    first = _best_master(every, size)
    for role, judge in _JUDGES.items():
        if role not in used:
            best = _best(first, role, judge, size)
            if best is not None:
                used[role] = best
    missing = tuple(key for key in REQUIRED if key not in used)
    matches = () if missing else tuple(_match(t.key, used, house) for t in house.layouts)
    return TemplateMap(size[0], size[1], tuple(used.items()), matches, missing)


def title_of(layout: Layout) -> Frame | None:
    """Return the title placeholder of a layout."""
    return next((f for f in layout.frames if f.kind in ("title", "ctrTitle")), None)


def texts_of(layout: Layout) -> list[Frame]:
    """Return its placeholders for text or objects, from top left to bottom right."""
    found = [f for f in layout.frames if f.kind in _TEXT and not f.vertical]
    return sorted(found, key=lambda f: (round(f.box[1] / _LEVEL_IN), f.box[0]))


def _has_all(layout: Layout, house: DeckTokens, key: str) -> bool:
    indices = {f.idx for f in layout.frames}
    return all(
        title_of(layout) is not None if p.type == "title" else p.idx in indices
        for p in house.placeholders(key)
        if p.type not in ("footer", "slide_number")
    )


def _best_master(every: tuple[Layout, ...], size: tuple[float, float]) -> tuple[Layout, ...]:
    """Keep to one master: the first that has what is required."""
    for master in dict.fromkeys(one.master for one in every):
        own = tuple(one for one in every if one.master == master)
        if all(_best(own, key, _JUDGES[key], size) is not None for key in REQUIRED):
            return own
    return every


Judge = Callable[[Layout, tuple[float, float]], float]


def _best(
    every: tuple[Layout, ...], role: str, judge: Judge, size: tuple[float, float]
) -> Layout | None:
    """Return the layout that serves *role* best; the first of equals."""
    best: Layout | None = None
    most = 0.0
    for one in every:
        title = title_of(one)
        if title is None or title.vertical or any(f.vertical for f in one.frames):
            continue
        score = judge(one, size)
        if score <= 0:
            continue
        score += _TYPES[role].get(one.kind, 0.0)
        if re.search(_NAMES[role], one.name, re.IGNORECASE):
            score += 2.0
        if score >= _LEAST_SCORE and score > most:
            best, most = one, score
    return best


def _share(frame: Frame, size: tuple[float, float]) -> float:
    return frame.area / (size[0] * size[1])


def _others(layout: Layout) -> int:
    """Count placeholders for pictures, charts, media and the like."""
    skip = (*_TEXT, *_FURNITURE, "title", "ctrTitle")
    return sum(f.kind not in skip for f in layout.frames)


def _cover(layout: Layout, size: tuple[float, float]) -> float:
    title, texts = title_of(layout), texts_of(layout)
    if any(f.kind == "obj" for f in texts) or len(texts) > 4:
        return 0.0
    centred = title is not None and title.kind == "ctrTitle"
    subtitle = any(f.kind == "subTitle" for f in texts)
    return 0.5 + 4.0 * centred + 4.0 * subtitle - 0.5 * _others(layout)


def _divider(layout: Layout, size: tuple[float, float]) -> float:
    texts = texts_of(layout)
    if not texts or any(f.kind != "body" for f in texts) or _others(layout):
        return 0.0
    return 2.0


def _content(layout: Layout, size: tuple[float, float]) -> float:
    texts = texts_of(layout)
    if len(texts) != 1 or texts[0].kind == "subTitle" or _others(layout):
        return 0.0
    share = _share(texts[0], size)
    if share < _BIG or layout.kind == "secHead":
        return 0.0
    return 1.5 + 2.0 * (texts[0].kind == "obj") + 3.0 * share


def _two_columns(layout: Layout, size: tuple[float, float]) -> float:
    texts = texts_of(layout)
    if len(texts) != 2 or any(f.kind == "subTitle" for f in texts) or _others(layout):
        return 0.0
    left, right = texts
    level = abs(left.box[1] - right.box[1]) <= _LEVEL_IN and abs(left.box[3] - right.box[3]) <= 1.0
    if not level or left.box[0] + left.box[2] > right.box[0] + 0.05:
        return 0.0
    if min(_share(left, size), _share(right, size)) < _COLUMN:
        return 0.0
    return 3.0 + sum(f.kind == "obj" for f in texts)


def _title_only(layout: Layout, size: tuple[float, float]) -> float:
    return 0.0 if texts_of(layout) or _others(layout) else 4.0


def _picture(layout: Layout, size: tuple[float, float]) -> float:
    pictures = [f for f in layout.frames if f.kind == "pic"]
    return 4.0 if len(pictures) == 1 and len(texts_of(layout)) <= 2 else 0.0


_JUDGES: dict[str, Judge] = {
    "cover": _cover,
    "divider": _divider,
    "content": _content,
    TWO_COLUMNS: _two_columns,
    "figure_diagram": _title_only,
    "picture": _picture,
}


def _match(key: str, used: dict[str, Layout], house: DeckTokens) -> Match:
    """Say how a layout of ours is served."""
    own = used.get(key)
    if own is not None and own.key == key:
        roles = tuple((p.role, p.idx) for p in house.placeholders(key))
        return Match(key, key, own.index, own.name, roles, "exact")
    target, how = _target(key, used)
    layout = used[target]
    return Match(key, target, layout.index, layout.name, tuple(roles_of(target, layout)), how)


def _target(key: str, used: dict[str, Layout]) -> tuple[str, How]:
    if key in ("cover", "content"):
        return key, "derived"
    if key == "cover_picture":
        return "cover", "degraded"
    if key == "divider":
        return ("divider", "derived") if "divider" in used else ("cover", "degraded")
    if key == "figure_diagram":
        return ("figure_diagram" if key in used else "content"), "derived"
    if key in _AS_TABLE:
        return "content", "derived"
    if key == "chart_table":
        return "content", "degraded"
    if key in _AS_COLUMNS and TWO_COLUMNS in used:
        return TWO_COLUMNS, "derived"
    if key in ("picture_text", "picture_tall", "picture_wide", "pictures2") and "picture" in used:
        return "picture", "derived"
    return "content", "degraded"


def roles_of(target: str, layout: Layout) -> list[tuple[str, int]]:
    """Give the roles of a layout that is not ours, with the indices of its placeholders."""
    names = {"cover": ("subtitle",), "divider": ("question",), TWO_COLUMNS: ("left", "right")}
    roles = [("title", 0)] if title_of(layout) else []
    roles += zip(names.get(target, ("body",)), (f.idx for f in texts_of(layout)), strict=False)
    roles += [("picture", f.idx) for f in layout.frames if f.kind == "pic"][:1]
    return roles
