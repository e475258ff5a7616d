"""A block's text in good order, and what was changed to get there."""

from __future__ import annotations

from collections import Counter

from casepress.source.normalise import normalise


def clean(text: str, *, keep_spaces: bool = False) -> tuple[str, Counter[str]]:
    """Normalise widths and spaces; the changes are counted by rule.

    A block is one paragraph: line breaks left in it (a title of two lines) become spaces first.
    """
    done = normalise(" ".join(text.split("\n")), keep_spaces=keep_spaces)
    return done.text.strip(), Counter(change.rule for change in done.changes)
