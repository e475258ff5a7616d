"""The practices: one slide of measures each, in a rhythm that follows the content."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.case.model import Practice
from casepress.deck.draft import Draft, bullet_para
from casepress.deck.forms.columns import measure_columns
from casepress.deck.forms.evidence import Exhibit, exhibit
from casepress.deck.forms.listing import group_pages
from casepress.deck.forms.numbers import number_slide
from casepress.deck.forms.pictures import picture_draft, placed
from casepress.deck.forms.rows import figure_tiles, measure_numbers, measure_rows, measure_tiles
from casepress.deck.model import TextFill, TextParagraph, TextRun
from casepress.deck.notes.minutes import share_minutes
from casepress.deck.plan import LEFT_TO_NOTES, Desk, Variant, titled
from casepress.deck.slides.detail import detail_slide
from casepress.deck.words.chinese import bare, plain
from casepress.deck.words.digest import Bullet, bullets
from casepress.deck.words.figures import Fact
from casepress.deck.words.labels import ordinal, practice_label, source_line
from casepress.diagnostics import Severity
from casepress.frozen import dataclass, replace

_SECOND_PAGES = 3
"""Second pages a deck of six and more practices may have (SPEC §5)."""
_MANY = 6
_BRIEF = 40
"""Characters of a measure's whole text up to which it is its own point."""
_REPEAT, _LATER, _LISTED = 3.0, 0.5, 8.0
"""What it costs to repeat the neighbour's layout, to take a later way, to be but a list. A list is
dearer than any other way with a repeat on either side: it is made where no other way fits."""


def practice_slides(desk: Desk, second: frozenset[int]) -> tuple[tuple[Draft, ...], ...]:
    """Return the slides of every practice: its measures, then at most one page of detail.

    The first pages are chosen together, so that neighbours differ where their content allows it.
    """
    stories = [_Story.of(desk, practice, n) for n, practice in enumerate(desk.case.practices)]
    chosen = in_rhythm([story.ways for story in stories])
    return tuple(
        _finished(desk, story, first, n in second)
        for n, (story, first) in enumerate(zip(stories, chosen, strict=True))
    )


def in_rhythm(ways: Sequence[Sequence[tuple[Draft, ...]]]) -> list[tuple[Draft, ...]]:
    """Choose one way for each practice: few repeats between neighbours, early ways preferred."""
    best: dict[str, tuple[float, list[tuple[Draft, ...]]]] = {"": (0.0, [])}
    for options in ways:
        reached: dict[str, tuple[float, list[tuple[Draft, ...]]]] = {}
        for rank, drafts in enumerate(options):
            first, last = drafts[0].layout, drafts[-1].layout
            for before, (spent, sofar) in best.items():
                cost = spent + rank * _LATER + (_REPEAT if before == first else 0.0)
                cost += _LISTED if first == "content" else 0.0
                if last not in reached or cost < reached[last][0]:
                    reached[last] = (cost, [*sofar, drafts])
        best = reached or best
    return min(best.values(), key=lambda one: one[0])[1]


def second_pages(desk: Desk) -> frozenset[int]:
    """Tell which practices may have a second page; with six and more, three at most."""
    practices = desk.case.practices
    if len(practices) < _MANY:
        return frozenset(range(len(practices)))
    ranked = sorted(range(len(practices)), key=lambda n: (practices[n].detail is None, n))
    return frozenset(ranked[:_SECOND_PAGES])


@dataclass(frozen=True, slots=True)
class _Story:
    """A practice with the ways its measures can be shown."""

    practice: Practice
    path: str
    exhibits: tuple[Exhibit, ...]
    base: Draft
    ways: tuple[tuple[Draft, ...], ...]

    @classmethod
    def of(cls, desk: Desk, practice: Practice, index: int) -> _Story:
        path = f"practices[{index}]"
        exhibits = tuple(
            exhibit(measure, f"{path}.measures[{n}]", n)
            for n, measure in enumerate(practice.measures)
        )
        base = _base(desk, practice, index, path, exhibits)
        variants = _variants(desk, base, practice, path, exhibits)
        listing: Variant = lambda: _list(desk, base, practice, path, exhibits)  # noqa: E731
        ways = (
            desk.fitting(variants)
            or desk.fitting([listing])
            or [desk.choose([*variants, listing], path)]
        )
        return cls(practice, path, exhibits, base, tuple(w for w in ways if w))


def _base(
    desk: Desk, practice: Practice, index: int, path: str, exhibits: Sequence[Exhibit]
) -> Draft:
    """What all slides of a practice share."""
    ask = plain(practice.slide.question)
    return titled(
        Draft(
            f"practice-{index + 1}",
            "",
            "",
            practice_label(desk.case, index),
            source=source_line(desk.case, practice.slide.remark),
            passages=(path, *(f"{path}.measures[{n}]" for n in range(len(exhibits)))),
            points=(_aim(practice), *(one.spoken for one in exhibits)),
            ask=ask or f"“{bare(plain(practice.title))}”，本单位做起来最难的是哪一步？",
            weight=float(practice.minutes or 5),
            fixed=practice.minutes is not None,
        ),
        desk.title("measures3", _titles(practice, path), ordinal("做法", index)),
    )


def _finished(
    desk: Desk, story: _Story, first: tuple[Draft, ...], second: bool
) -> tuple[Draft, ...]:
    """The chosen first page with the second page and the minutes."""
    practice, path = story.practice, story.path
    _report_left(desk, practice, path, first)
    after: tuple[Draft, ...] = ()
    if second:
        shown = _shown(practice, path, first, story.exhibits)
        after = detail_slide(desk, story.base, practice, path, story.exhibits, shown)
    return _timed((*first, *after), practice.minutes)


def _aim(practice: Practice) -> str:
    words = [plain(practice.title), plain(practice.outcome)]
    return "，".join(w.rstrip("。，") for w in words if w)


def _titles(practice: Practice, path: str) -> list[tuple[str, str]]:
    """Titles to choose from: the author's, title and outcome, the title alone, its short name."""
    title, outcome = bare(plain(practice.title)), bare(plain(practice.outcome))
    both = f"{title}，{outcome}" if outcome else ""
    return [
        (practice.slide.title, f"{path}.slide.title"),
        (both, f"{path}.title"),
        (title, f"{path}.title"),
        (plain(practice.label), f"{path}.label"),
    ]


def _variants(
    desk: Desk, base: Draft, practice: Practice, path: str, exhibits: Sequence[Exhibit]
) -> list[Variant]:
    """Ways to show the measures, best first for their number and what they have to show.

    A list will do for any: the last way where none of these fits.
    """
    count = len(exhibits)
    figures = placed(desk, path)
    if count <= 1:
        points = _single_points(practice, path, exhibits)
        facts = [f for f in _own_figures(practice, path) if f.caption]
        name = Bullet(exhibits[0].name.text, exhibits[0].name.source) if exhibits else None
        return [
            lambda: picture_draft(desk, base, figures, points) if figures else None,
            lambda: figure_tiles(desk, base, facts[:6]),
            lambda: number_slide(desk, base, facts[:3], name),
        ]
    rows: Variant = lambda: measure_rows(desk, base, exhibits)  # noqa: E731
    columns: Variant = lambda: measure_columns(desk, base, exhibits)  # noqa: E731
    tiles: Variant = lambda: measure_tiles(desk, base, exhibits)  # noqa: E731
    large: Variant = lambda: measure_numbers(desk, base, exhibits)  # noqa: E731
    if count in (2, 3):
        return [large, rows, columns]
    if count in (5, 6):
        return [tiles, rows]
    return [rows]


def _own_figures(practice: Practice, path: str) -> list[Fact]:
    """The author's figures of all measures of a practice."""
    return [
        Fact(figure, f"{path}.measures[{n}].key_figures[{m}]")
        for n, measure in enumerate(practice.measures)
        for m, figure in enumerate(measure.key_figures)
    ]


def _single_points(
    practice: Practice, path: str, exhibits: Sequence[Exhibit]
) -> tuple[Bullet, ...]:
    """Points for a practice of one measure or none."""
    if not exhibits:
        return bullets(practice.lead, f"{path}.lead", 4)
    one, source = exhibits[0], f"{path}.measures[0].text"
    text = practice.measures[0].text
    whole = bare(plain(text))
    brief = (Bullet(whole, source),) if 0 < len(whole) <= _BRIEF else ()
    return one.given or bullets(text, source, 4) or brief or (one.name,)


def _list(
    desk: Desk, base: Draft, practice: Practice, path: str, exhibits: Sequence[Exhibit]
) -> list[Draft] | None:
    """A list of measures with their explanations; for a single one, its points."""
    if len(exhibits) == 1:
        name = exhibits[0].name
        points = _single_points(practice, path, exhibits)
        head = [[_bold(name)]] if name.text not in base.title and points != (name,) else []
        return group_pages(desk, base, [*head, *([bullet_para(b)] for b in points)])
    if not exhibits:
        points = _single_points(practice, path, exhibits) or (
            Bullet(bare(plain(practice.title)), f"{path}.title"),
        )
        return group_pages(desk, base, [[bullet_para(b)] for b in points])
    groups = []
    for one in exhibits:
        explanation = (one.given or one.derived)[: 2 if one.given else 1]
        groups.append([bullet_para(one.name), *(bullet_para(b, 1) for b in explanation)])
    return group_pages(desk, base, groups)


def _bold(bullet: Bullet) -> TextParagraph:
    return replace(bullet_para(bullet), runs=(TextRun(bullet.text, bold=True),))


def _shown(
    practice: Practice, path: str, drafts: Sequence[Draft], exhibits: Sequence[Exhibit]
) -> list[Fact]:
    """The figures that the first page shows."""
    sources = _text_sources(drafts)
    found = [e.figure for e in exhibits if e.figure is not None]
    return [f for f in (*found, *_own_figures(practice, path)) if f.source in sources]


def _text_sources(drafts: Sequence[Draft]) -> set[str]:
    """Return the places in the case that the slides' texts come from."""
    return {
        paragraph.source
        for draft in drafts
        for fill in draft.fills
        if isinstance(fill, TextFill)
        for paragraph in fill.paragraphs
    }


def _report_left(desk: Desk, practice: Practice, path: str, drafts: Sequence[Draft]) -> None:
    """Tell the author which points had no room on the slide; the notes have them all."""
    sources = _text_sources(drafts)
    for n, measure in enumerate(practice.measures):
        for m, point in enumerate(measure.points):
            where = f"{path}.measures[{n}].points[{m}]"
            if where not in sources:
                desk.say(LEFT_TO_NOTES, Severity.ADVICE, path=where, text=point)


def _timed(drafts: Sequence[Draft], minutes: int | None) -> tuple[Draft, ...]:
    """Share the author's minutes for a practice among its slides, the first getting more."""
    if minutes is None or len(drafts) < 2:
        return tuple(drafts)
    weights = [1.5, *([1.0] * (len(drafts) - 1))]
    shares = share_minutes(weights, [False] * len(drafts), float(minutes))
    return tuple(replace(d, weight=m, fixed=True) for d, m in zip(drafts, shares, strict=True))
