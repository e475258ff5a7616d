"""What can be said of a paragraph on a slide from its lines alone: measured once, asked often."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from casepress.deck.fit.breaks import few_letters
from casepress.deck.words.chinese import opens_with_quote

_LONG_WORD = re.compile(r"[\x00-\x7f]{9}")


class ParagraphFit(NamedTuple):
    """The lines of a paragraph and how they sit in their frame."""

    lines: tuple[str, ...]
    size_pt: float
    runt: bool
    """A last line of one or two characters, or a line that begins with an opening quote."""
    overflow: float
    """More than 1 if a single word had to be cut because it is wider than its frame."""


def paragraph_fit(lines: tuple[str, ...], runs: Sequence[tuple[str, float]]) -> ParagraphFit:
    """Judge the lines made of some runs of (text, size)."""
    size = runs[0][1] if len(runs) == 1 else max([size for _, size in runs])
    if len(lines) == 1:  # nothing is cut or left over
        return ParagraphFit(lines, size, False, 0.0)
    return ParagraphFit(lines, size, _is_runt(lines), _word_overflow(lines, runs))


def _is_runt(lines: Sequence[str]) -> bool:
    if len(lines) > 1 and few_letters(lines[-1]):
        return True
    return any(opens_with_quote(line) for line in lines[1:])


def _word_overflow(lines: Sequence[str], runs: Sequence[tuple[str, float]]) -> float:
    """Return more than 1 if a single word had to be cut because it is wider than its frame."""
    if not any(_LONG_WORD.search(text) for text, _ in runs):
        return 0.0
    words = {part for text, _ in runs for part in text.split()}
    latin = [w for w in words if len(w) > 8 and w.isascii()]
    joined = " ".join(lines)
    return 1.01 if any(word not in joined for word in latin) else 0.0
