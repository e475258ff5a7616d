"""Every picture of the case is on a slide: what no other slide shows follows its section."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casepress.case.picturing import COVER, END, figures_at, homes
from casepress.deck.draft import Draft
from casepress.deck.forms.pictures import album_slides, readable
from casepress.deck.model import PictureFill
from casepress.deck.plan import Desk
from casepress.deck.words.labels import ordinal, source_line
from casepress.deck.words.parts import LESSONS, OVERVIEW, PRACTICES, RESULTS

_WEIGHT = 1.0


def with_album(desk: Desk, content: Mapping[str, Sequence[Draft]]) -> dict[str, list[Draft]]:
    """Return the slides of every part with the pictures they leave out, after what they belong to.

    Pictures of no place follow the last part of the case.
    """
    done = {key: list(drafts) for key, drafts in content.items()}
    shown = {
        fill.path
        for drafts in content.values()
        for draft in drafts
        for fill in draft.fills
        if isinstance(fill, PictureFill)
    }
    for home in dict.fromkeys(homes(desk.case)):
        figures = [
            figure
            for _, figure in figures_at(desk.case, home)
            if str(desk.base_dir / figure.path) not in shown and readable(desk, figure)
        ]
        if figures and home != COVER:
            _insert(desk, done, home, album_slides(desk, _base(desk, home), figures))
    return done


def _part(home: str) -> str:
    if home == "background":
        return OVERVIEW
    if home.startswith("practices"):
        return PRACTICES
    return RESULTS if home.startswith("results") else LESSONS


def _base(desk: Desk, home: str) -> Draft:
    practice = int(home[10:-1]) if home.startswith("practices[") else None
    label = ordinal("做法", practice) if practice is not None else "现场"
    return Draft(
        f"pictures-{home or 'end'}",
        "pictures2",
        "",
        label,
        source=source_line(desk.case),
        ask="从这些图里，你看到了什么？",
        weight=_WEIGHT,
    )


def _insert(
    desk: Desk, content: dict[str, list[Draft]], home: str, drafts: Sequence[Draft]
) -> None:
    part = _part(home)
    if part not in content:
        part = next((key for key in (LESSONS, RESULTS, PRACTICES) if key in content), part)
    slides = content.setdefault(part, [])
    own = [n for n, draft in enumerate(slides) if any(p.startswith(home) for p in draft.passages)]
    if home == END or home == "lessons":
        own = [n for n, d in enumerate(slides) if any(p.startswith("lessons") for p in d.passages)]
    place = own[-1] + 1 if own else len(slides)
    slides[place:place] = drafts
