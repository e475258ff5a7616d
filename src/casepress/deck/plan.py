"""What every slide family needs while it plans, and how it chooses between variants."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import field
from itertools import accumulate, pairwise
from pathlib import Path
from typing import NamedTuple

from casepress.case.model import Case
from casepress.deck.draft import Draft
from casepress.deck.fit.fitter import LIMIT, Fitter
from casepress.deck.model import TextFill
from casepress.deck.words.chinese import opens_with_quote, plain_title
from casepress.diagnostics import Diagnostic, Severity
from casepress.frozen import dataclass, replace

DOES_NOT_FIT = "CP0801"
"""A text fits no layout, not even on continuation slides."""
JUST_FITS = "CP0802"
"""A text fills more than 92 % of its frame."""
LEFT_TO_NOTES = "CP0803"
"""Words of the author for which a slide has no room stand in its notes."""
PART_WITHOUT_SLIDES = "CP0804"
"""A part of the teaching plan has no slides; its minutes are not in the deck."""
LITTLE_DISCUSSION = "CP0805"
"""Discussion, worksheet and summary take less than a fifth of the session."""
CONTINUED = "CP0806"
"""A section was split over continuation slides."""
NOTES_TOO_LONG = "CP0807"
"""The notes of a slide do not fit their printed page."""
NO_PICTURE = "CP0808"
"""A picture could not be read; its slide is left out."""
MINUTES_DISAGREE = "CP0809"
"""The minutes of the parts do not add up to the session's."""

CONTINUATION = "（续）"
_PAIRED: tuple[tuple[str, str], ...] = (("“", "”"), ("‘", "’"), ("《", "》"), ("（", "）"))
LONG_SPEECH = 2000
"""Characters that fill two printed pages of notes; they are not repeated on slide after slide."""
Variant = Callable[[], Sequence[Draft] | None]
"""One way to make the slides of a section; None if the content does not suit it."""


class Title(NamedTuple):
    """The title of a slide, the same with line breaks, its path, and what of it is only said."""

    words: str
    lines: str
    path: str
    unshown: str = ""


@dataclass(slots=True)
class Desk:
    """The case, the frames, and what is to be said about them."""

    case: Case
    fitter: Fitter
    base_dir: Path
    diagnostics: list[Diagnostic] = field(default_factory=list)
    _said: dict[tuple[str, str], list[Diagnostic]] = field(default_factory=dict)

    def say(self, id: str, severity: Severity, **params: object) -> None:
        """Note something for the editor; said once however often a variant is tried."""
        diagnostic = Diagnostic(id, severity, None, params)
        alike = self._said.setdefault((id, str(params.get("path"))), [])
        if diagnostic not in alike:
            alike.append(diagnostic)
            self.diagnostics.append(diagnostic)

    def choose(self, variants: Iterable[Variant], path: str) -> tuple[Draft, ...]:
        """Return the first variant whose slides all fit.

        If none does, the editor is told which text is too long, and the least bad one is returned.
        """
        worst: tuple[float, str, tuple[Draft, ...]] | None = None
        for variant in variants:
            drafts = variant()
            if drafts is None:
                continue
            ratio, source = self.fitter.worst(drafts)
            if ratio <= LIMIT:
                return tuple(drafts)
            if worst is None or ratio < worst[0]:
                worst = (ratio, source, tuple(drafts))
        if worst is None:
            return ()
        ratio, source, drafts = worst
        self.say(
            DOES_NOT_FIT,
            Severity.ERROR,
            path=source or path,
            layout=drafts[0].layout,
            percent=round(ratio * 100),
        )
        return drafts

    def fitting(self, variants: Iterable[Variant]) -> list[tuple[Draft, ...]]:
        """Return every variant whose slides all fit, in order."""
        made = (variant() for variant in variants)
        return [
            tuple(drafts)
            for drafts in made
            if drafts is not None and self.fitter.worst(drafts)[0] <= LIMIT
        ]

    def title(self, layout: str, options: Iterable[tuple[str, str]], prefix: str) -> Title:
        """Return the first option of two lines.

        A title never begins with an opening quotation mark: it would look indented. An option that
        is too long is reported, for the notes to say it. Where all are, the first gives the clauses
        of it that fit.
        """
        long: Title | None = None
        for words, path in options:
            words = plain_title(words).rstrip("。，；：")
            if not words:
                continue
            if opens_with_quote(words):
                words = f"{prefix}：{words}"
            lines = self.fitter.display(layout, 0, words)
            if self.fitter.title(layout, lines).ratio <= LIMIT:
                if long and long.path.endswith("slide.title"):
                    self.say(LEFT_TO_NOTES, Severity.WARNING, path=long.path, text=long.words)
                    return Title(words, lines, path, long.words)
                return Title(words, lines, path)
            long = long or Title(words, lines, path)
        return self._clauses(layout, long) if long else Title(prefix, prefix, "")

    def _clauses(self, layout: str, long: Title) -> Title:
        """Return as many clauses of a title as two lines hold, or all of it if not even one fits.

        The notes of the slide say all of it, and the editor is told.
        """
        words = long.words
        for end in sorted((m.start() for m in re.finditer("[，；：。]", words)), reverse=True):
            if any(words.count(opened, 0, end) > words.count(closed, 0, end)
                   for opened, closed in _PAIRED):  # fmt: skip
                continue
            fewer = self.fitter.display(layout, 0, words[:end])
            if self.fitter.title(layout, fewer).ratio <= LIMIT:
                self.say(LEFT_TO_NOTES, Severity.WARNING, path=long.path, text=words)
                return Title(words[:end], fewer, long.path, words)
        return long


def said_once(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Keep one diagnostic of a kind for a text, however many frames of its slides it concerns."""
    kept: dict[tuple[object, ...], Diagnostic] = {}
    for one in diagnostics:
        about = one.params.get("path") or repr(one.params)
        key = (one.id, about, one.params.get("text"))
        kept.setdefault(key, one)
    return tuple(kept.values())


def titled(draft: Draft, title: Title) -> Draft:
    """Return the draft with a title as :meth:`Desk.title` gives it."""
    words, lines, path, unshown = title
    points = (unshown, *draft.points) if unshown else draft.points
    return replace(draft, title=words, title_lines=lines, title_source=path, points=points)


def continued(desk: Desk, drafts: Sequence[Draft], shares: Sequence[int] = ()) -> tuple[Draft, ...]:
    """Mark the second and further slides of a section as continuation.

    Where the mark makes the title too long, its first clause stands for it. *shares*: how many of
    the points each slide shows; its speaker is given those to say, the first slide those that
    stand before all of them.
    """
    first, *others = sharing(drafts, shares)
    out = [first]
    for n, draft in enumerate(others, 2):
        suffix = CONTINUATION if n == 2 else f"（续{n - 1}）"
        for words in (draft.title, re.split("[，；：]", draft.title)[0], draft.label):
            lines = desk.fitter.display(draft.layout, 0, words + suffix)
            if desk.fitter.title(draft.layout, lines).ratio <= LIMIT:
                break
        key = f"{draft.key}-{n}"
        out.append(replace(draft, key=key, title=words + suffix, title_lines=lines))
    return tuple(out)


def _shown(draft: Draft) -> tuple[str, ...]:
    """Return the paragraphs a slide shows, to be said."""
    fills = (one for one in draft.fills if isinstance(one, TextFill))
    words = ("".join(run.text for run in p.runs) for one in fills for p in one.paragraphs)
    return tuple(text for text in words if text.strip())


def sharing(drafts: Sequence[Draft], shares: Sequence[int]) -> Sequence[Draft]:
    """Give each slide its own points, where points and what is shown correspond one by one.

    Where they don't, all slides say the same; but if that is longer than :data:`LONG_SPEECH`, only
    the first slide says it, and those that continue it say what they show.
    """
    points = drafts[0].points
    before = len(points) - sum(shares)
    if len(shares) < 2 or before not in (0, 1):
        if sum(map(len, points)) <= LONG_SPEECH:
            return drafts
        return [drafts[0], *(replace(draft, points=_shown(draft)) for draft in drafts[1:])]
    ends = [before + end for end in accumulate(shares)]
    return [
        replace(draft, points=points[start:end])
        for draft, (start, end) in zip(drafts, pairwise((0, *ends)), strict=True)
    ]
