"""Speaker's notes: time, what to say, the full passage of the article, one question."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from casepress.case.model import Case
from casepress.deck.draft import Draft
from casepress.deck.fit.fitter import Fitter
from casepress.deck.notes.holding import claims, first_owners, held_passages
from casepress.deck.notes.minutes import minutes_words
from casepress.deck.notes.passages import Passage, case_passages
from casepress.deck.words.chinese import paragraphs
from casepress.units import POINTS_PER_INCH

NOTES_WIDTH_PT = 6.0 * POINTS_PER_INCH
NOTES_HEIGHT_PT = 6.3 * POINTS_PER_INCH
NOTES_SIZE_PT = 11.0
_LINE_HEIGHT = 1.3
_PARAGRAPH_PT = 2.0
_LISTED = 4
"""Pages in sequence that are listed one by one."""
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
    owners = first_owners(slides, passages)
    spoken = _own_words(case, slides)
    elsewhere = _Elsewhere(owners)

    def made(n: int, paths: Sequence[str]) -> tuple[str, ...]:
        own = [passages[path] for path in paths]
        return _slide_notes(slides[n][1], spoken.get(n, ()), own, elsewhere)

    def height(path: str) -> float:
        return sum(_height(fitter, line) for line in passages[path].lines)

    def least(n: int, path: str) -> float:
        return notes_height(fitter, made(n, [path]))

    held = held_passages(slides, passages, owners, height, least)
    return [made(n, paths) for n, paths in enumerate(held)]


def _slide_notes(
    draft: Draft,
    own_words: Sequence[str],
    passages: Sequence[Passage],
    elsewhere: _Elsewhere,
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
        blocks.append(f"【原文】{elsewhere.words(draft.passages)}")
    blocks.append(f"【互动】{draft.ask or '本页内容，哪一处最值得本单位借鉴？'}")
    return tuple(blocks)


class _Elsewhere:
    """Says where the full passages of a slide stand that holds none of them."""

    def __init__(self, owners: Mapping[str, int]) -> None:
        self._owners = owners
        self._last: tuple[tuple[str, ...], str] = ((), _OWN)

    def words(self, passages: tuple[str, ...]) -> str:
        """Return the words for a slide; slides in a row that share passages say the same."""
        if passages is not self._last[0]:
            pages = sorted({self._owners[p] + 1 for p in passages if p in self._owners})
            words = f"全文见第{_page_list(pages)}页备注。" if pages else _OWN
            self._last = passages, words
        return self._last[1]


def _page_list(pages: Sequence[int]) -> str:
    """List page numbers; a row of many in sequence by its first and last."""
    rows: list[list[int]] = []
    for page in pages:
        if rows and page == rows[-1][-1] + 1:
            rows[-1].append(page)
        else:
            rows.append([page])
    words = (
        f"{row[0]}—{row[-1]}" if len(row) > _LISTED else "、".join(map(str, row)) for row in rows
    )
    return "、".join(words)


def _own_words(case: Case, slides: Sequence[tuple[str, Draft]]) -> dict[int, tuple[str, ...]]:
    """Return the speaker's own words (``notes:`` of the case) by the slide they open.

    A key names a slide (cover, discussion) or a place in the case (background, practices[0]); what
    names neither stands on the first slide, so that nothing is lost.
    """
    found: dict[int, tuple[str, ...]] = {}
    if not case.notes:
        return found
    places: dict[str, int] = {}
    for n, path in claims(slides):
        for stop in re.finditer(r"[.\[]|$", path):
            places.setdefault(path[: stop.start()], n)
    for n, (_, draft) in enumerate(slides):
        places[draft.key] = min(n, places.get(draft.key, n))
    for key, words in case.notes.items():
        place = places.get(key, 0)
        found[place] = found.get(place, ()) + paragraphs(words)
    return found


def _stopped(words: str) -> str:
    words = words.strip().replace("\v", "")
    return words if words.endswith((*"。！？；：", "。”", "！”", "？”")) else words + "。"
