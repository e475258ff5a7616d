"""The storyline: which slides a case yields, in which order, with how much time (SPEC §5)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from casepress.case.model import Case
from casepress.deck.draft import Draft, fill, para
from casepress.deck.fit.fitter import LIMIT, PASS, Fitter
from casepress.deck.model import Deck, Fill, Progress, Slide, TableFill, TextFill
from casepress.deck.notes.minutes import DISCUSSION_KEYS, DISCUSSION_SHARE, timed
from casepress.deck.notes.speaker import all_notes, notes_height
from casepress.deck.plan import (
    DOES_NOT_FIT,
    JUST_FITS,
    LITTLE_DISCUSSION,
    MINUTES_DISAGREE,
    NOTES_TOO_LONG,
    PART_WITHOUT_SLIDES,
    Desk,
    said_once,
)
from casepress.deck.slides.album import with_album
from casepress.deck.slides.closing import sources, summary
from casepress.deck.slides.discussion import discussion, discussion_minutes
from casepress.deck.slides.dividers import divider
from casepress.deck.slides.emblems import closing
from casepress.deck.slides.fusion import fusion
from casepress.deck.slides.lessons import lessons_slides
from casepress.deck.slides.opening import agenda, cover, goals
from casepress.deck.slides.overview import background, glance
from casepress.deck.slides.practices import practice_slides, second_pages
from casepress.deck.slides.results import results_slides
from casepress.deck.slides.timetable import timetable
from casepress.deck.slides.worksheet import worksheet
from casepress.deck.words.chinese import plain_title
from casepress.deck.words.labels import footer, section_label
from casepress.deck.words.parts import (
    APPENDIX,
    LESSONS,
    NUMBERED,
    OPENING,
    OVERVIEW,
    PRACTICES,
    RESULTS,
    Part,
    case_parts,
    part_id,
)
from casepress.diagnostics import CasepressError, ExitCode, Severity
from casepress.fonts.library import FontLibrary
from casepress.frozen import replace
from casepress.theme.model import Theme

Story = list[tuple[str, Draft]]
"""Slides in order, each with the part it belongs to."""
_PARTS_FOR_AGENDA = 3
_SLIDES_FOR_DIVIDER = 2
_ONE_LINE = (0, 40, 60)


def plan(case: Case, theme: Theme, fonts: FontLibrary, base_dir: Path) -> Deck:
    """Plan the deck of a case; see :func:`casepress.deck.plan_deck`."""
    desk = Desk(case, Fitter(theme.deck, fonts), base_dir)
    content = _content(desk)
    story, parts = _with_frame(desk, content)
    story = [(key, _mended(desk, draft)) for key, draft in _unique_titles(story)]
    _check(desk, story, parts)
    slides = _slides(desk, story, parts)
    diagnostics = said_once(desk.diagnostics)
    errors = [d for d in diagnostics if d.severity is Severity.ERROR]
    if errors:
        raise CasepressError(errors, ExitCode.DOES_NOT_FIT)
    return Deck(
        slides,
        plain_title(case.title),
        author=case.source.contributor or case.organisation,
        subject=case.series or "培训课件",
        keywords=case.keywords,
        date=case.date,
        footer=footer(case),
        diagnostics=diagnostics,
    )


def _content(desk: Desk) -> dict[str, list[Draft]]:
    """The slides of every part, without dividers, agenda and timetable."""
    content: dict[str, list[Draft]] = {OPENING: [cover(desk), *goals(desk)]}
    content[OVERVIEW] = [*glance(desk), *background(desk)]
    practices = practice_slides(desk, second_pages(desk))
    diagrams = fusion(desk)
    content[PRACTICES] = _interleaved(diagrams, practices)
    content[RESULTS] = list(results_slides(desk))
    lessons = lessons_slides(desk)
    shown = {**content, LESSONS: [*lessons]}
    content = with_album(desk, {key: drafts for key, drafts in shown.items() if drafts})
    titles = frozenset(d.title for drafts in content.values() for d in drafts)
    last = summary(desk, titles)
    content[LESSONS] = [*content.get(LESSONS, ()), *worksheet(desk), *discussion(desk), *last]
    content[APPENDIX] = [*sources(desk), *closing(desk)]
    return {key: drafts for key, drafts in content.items() if drafts}


def _interleaved(diagrams: Sequence[Draft], practices: Sequence[Sequence[Draft]]) -> list[Draft]:
    """The diagram, then the practices; two diagrams each go before their own practices."""
    drafts: list[Draft] = []
    for n, slides in enumerate(practices):
        drafts += [d for d in diagrams if d.passages[0] == f"practices[{n}]"]
        drafts += slides
    return drafts


def _with_frame(desk: Desk, content: dict[str, list[Draft]]) -> tuple[Story, dict[str, Part]]:
    """Add dividers, agenda and timetable, with minutes that are the sums of the slides'."""
    parts = case_parts(desk.case, set(content))
    numbered = [key for key in NUMBERED if key in content]
    framed = len(numbered) >= _PARTS_FOR_AGENDA
    dividers = {
        key: divider(desk, parts[key], 0, parts)
        for key in numbered
        if framed and len(content[key]) >= _SLIDES_FOR_DIVIDER
    }
    story: Story = []
    for key, drafts in content.items():
        if key in dividers:
            story.append((key, dividers[key]))
        story += [(key, draft) for draft in drafts]
        if key == OPENING and framed:
            story.append((key, Draft("agenda", "agenda", "目录", weight=1)))
    story = timed(desk.case, parts, story)
    minutes = _sums(story)
    targets = {
        key: dividers[key].key if key in dividers else content[key][0].key for key in numbered
    }
    done: Story = []
    for key, draft in story:
        if draft.key == "agenda":
            made = agenda(desk, parts, minutes, targets)
            draft = replace(made, weight=draft.weight) if made else draft
        elif key in dividers and draft.key == dividers[key].key:
            draft = replace(divider(desk, parts[key], minutes[key], parts), weight=draft.weight)
        elif draft.key.startswith("discussion"):
            draft = discussion_minutes(desk, [draft])[0]
        done.append((key, draft))
    tables = _timetable(desk, done, parts, minutes)
    if tables:
        place = next(n for n, (key, _) in enumerate(done) if key == APPENDIX)
        done[place:place] = [(APPENDIX, replace(table, weight=0.0)) for table in tables]
    return done, parts


def _timetable(
    desk: Desk, story: Story, parts: dict[str, Part], minutes: dict[str, float]
) -> tuple[Draft, ...]:
    pages: dict[str, tuple[int, int]] = {}
    for n, (key, _) in enumerate(story, 1):
        pages[key] = (pages.get(key, (n, n))[0], n)
    numbered = [key for key in parts if key in NUMBERED]
    if len(numbered) < _PARTS_FOR_AGENDA:
        return ()
    return timetable(desk, parts, minutes, pages)


def _sums(story: Story) -> dict[str, float]:
    """Minutes by part."""
    sums: dict[str, float] = {}
    for key, draft in story:
        sums[key] = sums.get(key, 0.0) + draft.weight
    return sums


def _unique_titles(story: Story) -> Story:
    """Give a slide whose title is taken its label in front, or a number behind."""
    seen: set[str] = set()
    numbers: dict[str, int] = {}
    out: Story = []
    for key, draft in story:
        words, lines = draft.title, draft.title_lines or draft.title
        if words in seen and draft.label and draft.layout != "summary":
            words, lines = f"{draft.label}：{words}", f"{draft.label}：{words}"
        number = numbers.get(words, 2)
        base, base_lines = words, lines
        while words in seen:
            words, lines = f"{base}（{number}）", f"{base_lines}（{number}）"
            number += 1
        numbers[base] = number
        seen.add(words)
        out.append((key, replace(draft, title=words, title_lines=lines)))
    return out


def _mended(desk: Desk, draft: Draft) -> Draft:
    """Set breaks at phrases where a viewer's would part words, as long as everything still fits."""
    fitter = desk.fitter
    fills: list[Fill] = []
    for one in draft.fills:
        if isinstance(one, TextFill) and one.idx not in _ONE_LINE:
            one = _mended_fill(desk, draft.layout, one)
        elif isinstance(one, TableFill):
            one = fitter.mended_table(draft.layout, one)
        fills.append(one)
    return replace(draft, fills=tuple(fills))


def _mended_fill(desk: Desk, layout: str, one: TextFill) -> TextFill:
    """Mend paragraph by paragraph, with a further line only where there is room for it."""
    for n, paragraph in enumerate(one.paragraphs):
        for spare in (1, 0):
            better = desk.fitter.mended(layout, one.idx, paragraph, spare)
            if better is paragraph:
                break
            mended = replace(
                one, paragraphs=(*one.paragraphs[:n], better, *one.paragraphs[n + 1 :])
            )
            before = desk.fitter.fill(layout, one).ratio
            if desk.fitter.fill(layout, mended).ratio <= max(PASS, before):
                one = mended
                break
    return one


def _slides(desk: Desk, story: Story, parts: dict[str, Part]) -> tuple[Slide, ...]:
    """The finished slides: label, progress, notes."""
    notes = all_notes(desk.case, story, desk.fitter)
    numbered = [key for key in parts if key in NUMBERED]
    totals = {key: sum(1 for k, d in story if k == key and not d.bare_title) for key in numbered}
    done: dict[str, int] = {}
    slides = []
    for n, (key, draft) in enumerate(story):
        if notes_height(desk.fitter, notes[n]) > 1:
            known = {"slide": draft.title, "page": n + 1, "path": draft.title_source}
            desk.say(NOTES_TOO_LONG, Severity.ADVICE, **known)
        progress = None
        if key in numbered and len(numbered) > 1:
            done[key] = done.get(key, 0) + (not draft.bare_title)
            share = done[key] / max(1, totals[key])
            progress = Progress(len(numbered), numbered.index(key) + 1, share)
        slides.append(_slide(desk, draft, parts[key], notes[n], progress))
    return tuple(slides)


def _slide(
    desk: Desk, draft: Draft, part: Part, notes: tuple[str, ...], progress: Progress | None
) -> Slide:
    fills = list(draft.fills)
    given = {one.idx for one in fills}
    frames = {p.idx: p.role for p in desk.fitter.tokens.placeholders(draft.layout)}
    if 60 not in given and frames.get(60) == "label":
        fills.insert(0, fill(60, _label(desk, draft, part)))
    if 0 not in given and draft.title_lines != draft.title:
        fills.insert(0, TextFill(0, (para(draft.title_lines, 0, draft.title_source),)))
    section = {OPENING: part.name, APPENDIX: "附录"}.get(part.id, part.name)
    return Slide(
        draft.key,
        draft.layout,
        draft.title,
        section,
        tuple(fills),
        notes,
        draft.diagrams,
        progress,
        draft.weight,
        _source(desk, draft) if 40 in frames else "",
        draft.emblems,
    )


def _label(desk: Desk, draft: Draft, part: Part) -> str:
    """The section label; what does not fit one line goes from its end, 编写者设计 stays."""
    for about in (draft.label, draft.label.split("　")[0], ""):
        words = section_label(part, about, draft.added)
        if len(desk.fitter.fill(draft.layout, fill(60, words)).lines) == 1:
            return words
    return words


def _source(desk: Desk, draft: Draft) -> str:
    """The source line; beside a long remark the source itself is left to the last page."""
    remark, mark, _ = draft.source.partition("资料来源：")
    if mark and len(desk.fitter.fill(draft.layout, fill(40, draft.source)).lines) > 1:
        return f"{remark}资料来源：见末页"
    return draft.source


def _check(desk: Desk, story: Story, parts: dict[str, Part]) -> None:
    """Say what a look at the finished story shows: fit, minutes, room for discussion."""
    for _, draft in story:
        for name, fitted in desk.fitter.frames(draft):
            if fitted.ratio > PASS:
                over = fitted.ratio > LIMIT
                desk.say(
                    DOES_NOT_FIT if over else JUST_FITS,
                    Severity.ERROR if over else Severity.ADVICE,
                    path=fitted.source or draft.title_source or draft.key,
                    layout=draft.layout,
                    frame=name,
                    percent=round(fitted.ratio * 100),
                )
    teaching = desk.case.teaching
    if teaching is None:
        return
    for n, one in enumerate(teaching.parts):
        if part_id(one.id) not in parts:
            desk.say(
                PART_WITHOUT_SLIDES, Severity.WARNING, path=f"teaching.parts[{n}]", name=one.name
            )
    total = sum(d.weight for _, d in story)
    planned = sum(p.minutes for p in teaching.parts)
    if teaching.minutes and teaching.parts and planned != teaching.minutes:
        known = {"minutes": teaching.minutes, "sum": planned}
        desk.say(MINUTES_DISAGREE, Severity.WARNING, path="teaching.minutes", **known)
    talk = sum(d.weight for _, d in story if d.key.startswith(DISCUSSION_KEYS))
    if teaching.questions and talk < DISCUSSION_SHARE * total - 1e-9:
        desk.say(
            LITTLE_DISCUSSION, Severity.ADVICE, path="teaching.parts", minutes=talk, total=total
        )
