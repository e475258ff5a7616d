"""Speaker's notes: time, what to say, the full passage of the article, one question."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.case.model import Case
from casepress.deck.draft import Draft
from casepress.deck.fit import Fitter
from casepress.deck.minutes import minutes_words
from casepress.deck.passages import Passage, case_passages
from casepress.deck.words import paragraphs
from casepress.units import POINTS_PER_INCH

NOTES_WIDTH_PT = 6.0 * POINTS_PER_INCH
NOTES_HEIGHT_PT = 6.3 * POINTS_PER_INCH
NOTES_SIZE_PT = 11.0
_LINE_HEIGHT = 1.3
_PARAGRAPH_PT = 2.0
_OWN = "本页内容为编写者设计，没有对应的原文。"


def notes_height(fitter: Fitter, notes: Sequence[str]) -> float:
    """Return how much of an A4 notes page's text frame the notes take (1 = full)."""
    return sum(_height(fitter, line) for block in notes for line in block.split("\n"))


def _height(fitter: Fitter, paragraph: str) -> float:
    """Return how much of the frame one paragraph takes."""
    count = len(fitter.lines([(paragraph, NOTES_SIZE_PT)], NOTES_WIDTH_PT))
    return (count * NOTES_SIZE_PT * _LINE_HEIGHT + _PARAGRAPH_PT) / NOTES_HEIGHT_PT


def all_notes(
    case: Case, slides: Sequence[tuple[str, Draft]], fitter: Fitter
) -> list[tuple[str, ...]]:
    """Return the notes of every slide.

    Each passage stands in full on the first slide that claims it; a slide whose passages stand
    elsewhere says where. A passage nobody claims goes to the first slide of its part, so that the
    notes together always carry the whole text. Where the notes of a slide would not fit their
    printed page, its last passages move to the next slide on the same matter.
    """
    passages = {p.path: p for p in case_passages(case)}
    owners = _owners(slides, passages)
    held = [[p for p in passages if owners[p] == n] for n in range(len(slides))]
    spoken = _own_words(case, slides)
    notes: list[tuple[str, ...]] = []
    heights = {path: sum(_height(fitter, line) for line in passage.lines)
               for path, passage in passages.items()}  # fmt: skip
    for n, (_, draft) in enumerate(slides):
        first = [passages[path] for path in held[n][:1]]
        least = _slide_notes(draft, spoken.get(n, ()), first, owners, n)
        height = notes_height(fitter, least) + sum(heights[path] for path in held[n][1:])
        while height > 1 and (path := _move_last(slides, held, owners, n)):
            height -= heights[path]
        own = [passages[path] for path in held[n]]
        notes.append(_slide_notes(draft, spoken.get(n, ()), own, owners, n))
    return notes


def _owners(slides: Sequence[tuple[str, Draft]], passages: dict[str, Passage]) -> dict[str, int]:
    """Return on which slide each passage stands."""
    owners: dict[str, int] = {}
    for n, (_, draft) in enumerate(slides):
        for path in draft.passages:
            if path in passages:
                owners.setdefault(path, n)
    for path, passage in passages.items():
        if path not in owners:
            same_part = [n for n, (part, _) in enumerate(slides) if part == passage.part]
            content = [n for n in same_part if not slides[n][1].bare_title]
            owners[path] = (content or same_part or [len(slides) - 1])[0]
    return owners


def _move_last(
    slides: Sequence[tuple[str, Draft]], held: list[list[str]], owners: dict[str, int], n: int
) -> str:
    """Move the last passage of slide *n* to the next slide if that treats the same matter.

    Return its path; empty if it stays.
    """
    if len(held[n]) < 2 or n + 1 >= len(slides):
        return ""
    path = held[n][-1]
    if path not in slides[n + 1][1].passages:
        return ""
    held[n].pop()
    held[n + 1].insert(0, path)
    owners[path] = n + 1
    return path


def _slide_notes(
    draft: Draft,
    own_words: Sequence[str],
    passages: Sequence[Passage],
    owners: dict[str, int],
    place: int,
) -> tuple[str, ...]:
    """The four blocks of one slide."""
    time = "不占课堂时间，供备课和课后查阅" if draft.silent else f"约{minutes_words(draft.weight)}"
    points = [p for p in (*own_words, *draft.points) if p.strip()]
    spoken = "\n".join(f"{n}. {_stopped(p)}" for n, p in enumerate(points, 1))
    blocks = [f"【用时】{time}", f"【讲解要点】\n{spoken or '1. ' + _stopped(draft.title)}"]
    text = [line for passage in passages for line in passage.lines]
    if text:
        blocks.append("【原文】\n" + "\n".join(text))
    else:
        blocks.append(f"【原文】{_elsewhere(draft, owners, place)}")
    blocks.append(f"【互动】{draft.ask or '本页内容，哪一处最值得本单位借鉴？'}")
    return tuple(blocks)


def _elsewhere(draft: Draft, owners: dict[str, int], place: int) -> str:
    """Where the full passage of a slide stands, if not here."""
    pages = sorted({owners[p] + 1 for p in draft.passages if p in owners and owners[p] != place})
    if not pages:
        return _OWN
    return f"全文见第{'、'.join(map(str, pages))}页备注。"


def _own_words(case: Case, slides: Sequence[tuple[str, Draft]]) -> dict[int, tuple[str, ...]]:
    """Return the speaker's own words (``notes:`` of the case) by the slide they open.

    A key names a slide (cover, discussion) or a place in the case (background, practices[0]); what
    names neither stands on the first slide, so that nothing is lost.
    """
    found: dict[int, tuple[str, ...]] = {}
    for key, words in case.notes.items():
        place = next((n for n, (_, d) in enumerate(slides) if _is_about(d, key)), 0)
        found[place] = found.get(place, ()) + paragraphs(words)
    return found


def _is_about(draft: Draft, key: str) -> bool:
    if draft.key == key:
        return True
    return any(path == key or path.startswith((f"{key}.", f"{key}[")) for path in draft.passages)


def _stopped(words: str) -> str:
    words = words.strip().replace("\v", "")
    return words if words.endswith((*"。！？；：", "。”", "！”", "？”")) else words + "。"
