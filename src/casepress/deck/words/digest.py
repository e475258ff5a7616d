"""The digest for slides: deterministic and extractive.

The author's points come first. Where there are none, bullets are stretches of whole clauses of the
text, cut only at clause ends outside quotation marks and never reworded; clauses with figures are
preferred. Every bullet keeps the path it was taken from and says whether it was derived.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from casepress.deck.model import Deck, TextFill, TextParagraph
from casepress.deck.words.chinese import CLAUSE_ENDS, bare, clauses, quoted_terms
from casepress.frozen import dataclass

_FIGURE = re.compile(r"\d|[一二三四五六七八九十百千两][个条项所家名类次年册户种期大]")
_WEAK_START = re.compile(
    "针对|立足|面对|按照|根据|随着|近年来|为(?:破解|解决|了|此|进一步)|由于|围绕|其中|同时|进而|从而"
    "|以及|并|使|让|成为|为.{2,8}(?:提供|搭建|注入)|主要(?:做法|有)"
    "|在.{0,12}(?:过程中|基础上|背景下|方面)|是|也|还|又|等"
)
_SCENE = re.compile(
    "(?:针对|立足|面对|按照|根据|随着|围绕|通过|由于|历时|经过|此前|当时|近年来|为(?:破解|解决|了|此))"
    "|用.{1,5}(?:时间|年|个月)$|在.{0,12}(?:过程中|基础上|背景下|方面)$|.{0,8}由此出发$"
)
"""A clause that sets the scene for the next: alone it says nothing."""
_STRONG = re.compile(
    "率先|首个|首次|唯一|建成|建立|成立|推行|形成|实现|达到|完成|制定|集中|覆盖|探索"
)
_PROBLEM = re.compile("面临.{4}|突出问题|难题")
_ONLY_DATES = re.compile(r"^[\d年月日、至到—\-\s]*$")
_TARGET = 20
"""Characters of a bullet that reads at a glance (SPEC §6: explanation 24)."""
_MOST_CLAUSES = 3


@dataclass(frozen=True, slots=True)
class Bullet:
    """Words for a slide: where they come from, and whether the digest chose them."""

    text: str
    source: str
    derived: bool = False


@dataclass(frozen=True, slots=True)
class DerivedBullet:
    """A bullet no author wrote, for ``check`` to list."""

    slide: str
    title: str
    text: str
    source: str


def given(texts: Sequence[str], source: str) -> tuple[Bullet, ...]:
    """Return the author's own words as bullets, each with its own path."""
    return tuple(Bullet(bare(t), f"{source}[{n}]") for n, t in enumerate(texts) if bare(t))


@lru_cache(maxsize=1024)
def stretches(text: str, longest: int) -> tuple[tuple[float, int, str], ...]:
    """Return what a bullet could be cut from a text: (score, position, words), best first.

    A stretch is one to three neighbouring clauses of one sentence, at most *longest* characters.
    """
    found: list[tuple[float, int, str]] = []
    every = clauses(text, CLAUSE_ENDS)
    for first, clause in enumerate(every):
        for last in range(first, min(first + _MOST_CLAUSES, len(every))):
            if (
                last == first
                and clause.stop == "，"
                and _SCENE.match(bare(text[clause.start : clause.end]))
            ):
                continue
            words = bare(text[clause.start : every[last].end])
            if 4 <= len(words) <= longest and not _ONLY_DATES.match(words) and "\n" not in words:
                found.append((_score(words, first, last - first), clause.start, words))
            if every[last].stop != "，":
                break
    return tuple(sorted(found, key=lambda one: (-one[0], one[1], len(one[2]))))


def _score(words: str, position: int, joined: int) -> float:
    """Prefer figures, then deeds; a clause that only sets the scene waits."""
    score = 6.0 if _FIGURE.search(words) else 0.0
    score += 2.0 if _STRONG.search(words) else 0.0
    score += 4.0 if _PROBLEM.search(words) else 0.0
    score += 1.0 if quoted_terms(words) else 0.0
    score -= 5.0 if _WEAK_START.match(words) else 0.0
    score -= 1.5 if words[:1] in "“‘" else 0.0
    score -= abs(len(words) - _TARGET) / 8 + 0.3 * position + 0.5 * joined
    return score - (3.0 if len(words) < 8 else 0.0)


def choices(text: str, source: str, longest: int = 48) -> tuple[Bullet, ...]:
    """Return single bullets for a text, best first: the fit takes the first that fits."""
    return tuple(Bullet(words, source, True) for _, _, words in stretches(text, longest))


def bullets(text: str, source: str, count: int, longest: int = 40) -> tuple[Bullet, ...]:
    """Return up to *count* bullets that do not overlap, in the order of the text."""
    taken: list[tuple[int, str]] = []
    for _, clause, words in stretches(text, longest):
        start = max(clause, text.find(words, clause))
        end = start + len(words)
        if all(end <= s or start >= s + len(w) for s, w in taken):
            taken.append((start, words))
        if len(taken) == count:
            break
    return tuple(Bullet(words, source, True) for _, words in sorted(taken))


_PARALLEL = re.compile("(?<!、)([一-鿿]{4})、([一-鿿]{4})(?=[，。；”])")
_MARKED = re.compile("[，。；、]")
_NOT_FACT = re.compile("[的和与及、]|[，。；]|等$|^[是在为以将把由对从向让使]")


def facts(text: str, source: str) -> tuple[Bullet, ...]:
    """Return facts of 4 to 10 characters in the text's own words, the best first.

    A quoted term, two parallel phrases of four (资源共享、优势互补), then short clauses.
    """
    found = [
        term for term in quoted_terms(text) if 3 <= len(term) <= 8 and not _MARKED.search(term)
    ]
    parallel = _PARALLEL.search(text)
    found += [f"{parallel[1]}\v{parallel[2]}"] if parallel else []
    short = (bare(text[clause.start : clause.end]) for clause in clauses(text))
    found += [words for words in short if 4 <= len(words) <= 10 and not _NOT_FACT.search(words)]
    return tuple(Bullet(words, source, True) for words in dict.fromkeys(found))


def derived_bullets(deck: Deck) -> tuple[DerivedBullet, ...]:
    """List every bullet of a deck that the digest chose, in slide order, each once."""
    seen: dict[DerivedBullet, None] = {}
    for slide in deck.slides:
        for paragraph in _paragraphs(slide.fills):
            if paragraph.derived:
                words = "".join(run.text for run in paragraph.runs).replace("\v", "")
                seen[DerivedBullet(slide.key, slide.title, words, paragraph.source)] = None
    return tuple(seen)


def _paragraphs(fills: Sequence[object]) -> Iterator[TextParagraph]:
    for fill in fills:
        if isinstance(fill, TextFill):
            yield from fill.paragraphs
